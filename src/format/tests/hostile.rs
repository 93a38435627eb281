//! Files that mean harm: refused with words, or read as the text that they are.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

/// A package of these files.
fn package(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive
            .start_file(*name, SimpleFileOptions::default())
            .expect("begins");
        archive.write_all(bytes).expect("is written");
    }
    archive.finish().expect("is packed").into_inner()
}

const ITEM: &str = "<assessmentItem xmlns='http://www.imsglobal.org/xsd/imsqti_v2p1' identifier='i'>\
<responseDeclaration identifier='R'><correctResponse><value>a</value></correctResponse></responseDeclaration>\
<itemBody><choiceInteraction responseIdentifier='R' shuffle='true'><prompt>Which?</prompt>\
<simpleChoice identifier='a'>this</simpleChoice><simpleChoice identifier='b'>that</simpleChoice>\
</choiceInteraction></itemBody></assessmentItem>";

fn refused(bytes: &[u8]) -> ReadError {
    read(bytes, None, "").expect_err("is refused")
}

#[test]
fn a_file_that_would_land_outside_its_package_is_refused() {
    for name in [
        "../q.xml",
        "a/../../q.xml",
        "/etc/q.xml",
        "a\\q.xml",
        "C:q.xml",
    ] {
        let error = refused(&package(&[
            ("ok.xml", ITEM.as_bytes()),
            (name, ITEM.as_bytes()),
        ]));
        assert_eq!(error, ReadError::OutsidePackage(name.to_owned()));
        assert!(error.to_string().contains("would land outside of it"));
    }
}

#[test]
fn a_package_that_unpacks_to_too_much_is_refused() {
    let half = vec![b' '; LONGEST / 2 + 1];
    let bomb = package(&[
        ("a.xml", &half),
        ("b.xml", &half),
        ("i.xml", ITEM.as_bytes()),
    ]);
    assert!(bomb.len() < LONGEST / 100);
    assert_eq!(refused(&bomb), ReadError::UnpacksTooLong { most: LONGEST });
    // One that says it holds little.
    let mut liar = bomb.clone();
    let size = ((LONGEST / 2 + 1) as u32).to_le_bytes();
    let places: Vec<_> = (0..liar.len() - 4)
        .filter(|&at| liar[at..at + 4] == size)
        .collect();
    assert!(places.len() >= 2);
    for at in places {
        liar[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    let error = refused(&liar);
    assert!(
        matches!(
            error,
            ReadError::UnpacksTooLong { .. } | ReadError::Package(_)
        ),
        "{error}"
    );
}

#[test]
fn a_long_file_is_refused_before_it_is_read() {
    let long = vec![b'{'; LONGEST + 1];
    assert_eq!(
        refused(&long).to_string(),
        "has more than 64 MB, which is the most that is read: divide it"
    );
    assert_eq!(refused(b" \n\t").to_string(), "there is nothing in it");
}

#[test]
fn entities_and_deep_nesting_are_refused() {
    let entity = |root: &str| {
        format!(
            "<!DOCTYPE {root} [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<{root}><question type='multichoice'>&b;&x;</question></{root}>"
        )
    };
    let deep = |root: &str| format!("<{root}>{}", "<question>".repeat(200_000));
    for root in [
        "quiz",
        "assessmentItem",
        "qti-assessment-item",
        "questestinterop",
    ] {
        let error = refused(entity(root).as_bytes());
        assert!(matches!(error, ReadError::Entities(_)), "{error}");
        assert!(
            error
                .to_string()
                .contains("can make a small file fill a computer")
        );
        let error = refused(deep(root).as_bytes());
        assert!(matches!(error, ReadError::TooDeep(_)), "{error}");
    }
    for json in ["[{\"correct_answer\":", "{\"questions\":"] {
        let error = refused([json, &"[".repeat(200_000)].concat().as_bytes());
        assert!(matches!(error, ReadError::Malformed { .. }), "{error}");
    }
}

#[test]
fn a_damaged_package_is_told_of() {
    let whole = package(&[("i.xml", ITEM.as_bytes())]);
    assert_eq!(read(&whole, None, "").expect("is read").items, 1);
    for length in 0..whole.len() {
        let _ = read(&whole[..length], Some(Format::Qti21), "");
    }
    let error = read(&whole[..whole.len() - 10], Some(Format::Qti21), "").expect_err("is refused");
    assert!(matches!(error, ReadError::Package(_)), "{error}");
    let other = package(&[("word/document.txt", b"a")]);
    assert_eq!(
        read(&other, Some(Format::Qti3), ""),
        Err(ReadError::NoManifest)
    );
    let lacks = package(&[
        ("imsmanifest.xml", b"<manifest><resources><resource type='imsqti_item_xmlv2p1' href='gone.xml'/></resources></manifest>"),
        ("broken.xml", b"<assessmentItem>"),
        ("i.xml", ITEM.as_bytes()),
    ]);
    let import = read(&lacks, None, "").expect("is read");
    let left_out: Vec<_> = import.left_out.iter().map(ToString::to_string).collect();
    assert_eq!(
        left_out,
        [
            "broken.xml, line 1, question 1: it ends in the middle of an element",
            "imsmanifest.xml, question 2: the package lacks its file “gone.xml”",
        ]
    );
}

/// What runs where text is taken for mark-up or code.
const HARM: [&str; 25] = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<ScRiPt src=//evil.example></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "javascript:alert(1)",
    "<body onload=alert(1)>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<style>@import 'javascript:alert(1)'</style>",
    "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
    "<object data=\"data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==\">",
    "\" onmouseover=alert(1) x=\"",
    "' onfocus=alert(1) autofocus x='",
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)}",
    "=HYPERLINK(\"http://evil.example\",\"x\")",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#x3C;script&#x3E;alert(1)&#x3C;/script&#x3E;",
    "[x](javascript:alert(1))",
    "![x](x \"onerror=alert(1)\")",
];

/// What it hides behind.
const COVERS: [(&str, &str); 8] = [
    ("", ""),
    ("]]>", "<![CDATA["),
    ("-->", "<!--"),
    ("\"'>", "<'\""),
    ("}", "{"),
    ("\\", "\\"),
    ("<!ENTITY x '", "'>&x;"),
    ("a", "z"),
];

#[test]
fn two_hundred_scripts_come_back_as_typed_through_every_field_of_every_format() {
    let strings: Vec<_> = HARM
        .iter()
        .flat_map(|harm| COVERS.map(|(before, after)| [before, harm, after].concat()))
        .collect();
    assert_eq!(strings.len(), 200);
    let mut draft = QuizDraft::from(sample());
    let mut questions = Vec::new();
    for (nth, string) in strings.iter().enumerate() {
        let text = |name: &str| [string, " ", name].concat();
        questions.push(Question {
            id: format!("fact-{nth}/ask"),
            fact: format!("fact-{nth}"),
            section: text("section"),
            stem: string.clone(),
            options: ["", "2", "3"].map(|it| Choice::new(text(it).trim())).into(),
            key: nth % 3,
            ordered: false,
            explanation: string.clone(),
            evidence: text("evidence"),
            range: None,
        });
    }
    draft.questions = questions;
    let all = Quiz::try_from(draft.clone()).expect("is valid");
    let full = [
        Format::Gift,
        Format::MoodleXml,
        Format::Qti3,
        Format::Qti21,
        Format::Csv,
        Format::Markdown,
        Format::Json,
    ];
    for format in full {
        carries(&all, format);
    }
    for format in [Format::Aiken, Format::OpenTdb] {
        let export = write(&all, format, WriteOptions::default());
        let import = read(&export.bytes, None, "").expect("is read");
        for (came, went) in import.quiz.questions().iter().zip(all.questions()) {
            let (mut came, mut went) = (bare(came), bare(went));
            came.2.sort();
            went.2.sort();
            assert_eq!(came, went, "{format:?}");
        }
    }
    // What is said of the quiz as a whole.
    draft.questions.truncate(1);
    for string in &strings {
        draft.title.clone_from(string);
        draft.summary.clone_from(string);
        draft.source = Source {
            publisher: string.clone(),
            about: string.clone(),
            title: Some(string.clone()),
            date: Some(string.clone()),
            url: Some(string.clone()),
        };
        let quiz = Quiz::try_from(draft.clone()).expect("is valid");
        for format in full {
            carries(&quiz, format);
        }
    }
}

#[test]
fn what_repeats_without_end_is_read_in_linear_time() {
    const MANY: usize = 50_000;
    let choices: String = (0..MANY).fold(String::new(), |all, nth| {
        all + "<simpleChoice identifier='c" + &nth.to_string() + "'>x</simpleChoice>"
    });
    let values: String = (0..MANY).fold(String::new(), |all, nth| {
        all + "<value>c" + &nth.to_string() + "</value>"
    });
    let texts = [
        ITEM.replace("<value>a</value>", &values).replace(
            "<simpleChoice identifier='a'>",
            &[&choices, "<simpleChoice identifier='a'>"].concat(),
        ),
        [
            "q {=",
            &"<sup>".repeat(MANY),
            &"7".repeat(MANY),
            &"</sup>".repeat(MANY),
            " ~b}",
        ]
        .concat(),
        [
            "# x\n1. ",
            &"[*_`![](<a ".repeat(MANY),
            "\n- [x] a\n- [ ] b\n",
        ]
        .concat(),
        ["q {", &"=a~#".repeat(MANY), "}"].concat(),
        ["::", &"\\:".repeat(MANY), ":: a {=b ~c}"].concat(),
        ["question,key", &",a".repeat(MANY), "\n"]
            .concat()
            .repeat(2),
        "a\n".repeat(MANY) + "A. b\n" + &"c\n".repeat(MANY) + "ANSWER: A\n",
        "{\"questions\": [{\"options\": [".to_owned() + &"{\"text\": \"a\"},".repeat(MANY),
    ];
    for text in texts {
        // Whatever comes of it, it comes: this test would not end if the square of that was done.
        let _ = read(text.as_bytes(), None, "");
    }
}
