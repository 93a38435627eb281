//! What other programs write, and what is told of it.

use super::*;

/// A question in one line: the key with a star, then what explains and cites.
fn shown(question: &Question) -> String {
    let options = question.options.iter().enumerate();
    let options: Vec<_> = options
        .map(|(nth, choice)| {
            let star = if nth == question.key { "*" } else { "" };
            let pin = if choice.pinned { "!" } else { "" };
            [star, &choice.text, pin].concat()
        })
        .collect();
    let parts = [
        &*question.section,
        &question.stem,
        &options.join(" / "),
        &question.explanation,
        &question.evidence,
    ];
    parts.join(" | ").replace('\n', "\\n")
}

/// All that is told of a file: questions, changes, omissions.
fn told(bytes: &[u8], format: Format) -> Vec<String> {
    let import = read(bytes, None, "Fallback").unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(import.format, format);
    let counted = import.quiz.questions().len() + import.left_out.len();
    assert_eq!(import.items, counted, "every item came in or is told of");
    let questions = import.quiz.questions().iter().map(shown);
    let changed = import.changed.iter().map(|it| format!("~ {it}"));
    let left_out = import.left_out.iter().map(|it| format!("- {it}"));
    questions.chain(changed).chain(left_out).collect()
}

#[test]
fn gift_as_moodle_has_it() {
    let text = "\
// A comment
$CATEGORY: $course$/Physics/Light // Prisms

::Colour: 1:: What colour is the sky? {
=Blue#Yes.
~Red#It is not.
~%50%Azure
####It scatters.
}

[html]<p>Two <b>plus</b> two equals {=four ~five ~six} indeed.</p>

Grant was buried here. {F#No, not quite.#Right.}

Who? {=Ann =Bob}

Which? {~%50%a ~%50%b ~c}

When? {#1822:5}

Say something. {}

Match {=a -> b =c -> d}

Broken {=a ~b

::q::Is it \\{x\\} \\= y\\nz? {~%-50%no ~%100%yes}

Nothing here
";
    assert_eq!(
        told(text.as_bytes(), Format::Gift),
        [
            "Light / Prisms | What colour is the sky? | *Blue / Red / Azure | It scatters.\\n\\nYes.\\n\\n“Red”: It is not. | ",
            "Light / Prisms | Two plus two equals _____ indeed. | *four / five / six |  | ",
            "Light / Prisms | Grant was buried here. | True! / *False! | Right.\\n\\n“True”: No, not quite. | ",
            "Light / Prisms | Is it {x} = y\\nz? | no / *yes |  | ",
            "~ line 4, question 1 “What colour is the sky?”: options worth a part of the points count as wrong",
            "~ line 4, question 1 “What colour is the sky?”: what was said of single options moved to the explanation",
            "~ line 11, question 2 “Two plus two equals _____ indeed.”: formatting was taken out; the words stayed",
            "~ line 13, question 3 “Grant was buried here.”: true or false became two options",
            "~ line 13, question 3 “Grant was buried here.”: what was said of single options moved to the explanation",
            "- line 15, question 4 “Who?”: not multiple choice with one answer (short answer)",
            "- line 17, question 5 “Which?”: several options are right; Readback asks for one",
            "- line 19, question 6 “When?”: not multiple choice with one answer (numerical)",
            "- line 21, question 7 “Say something.”: not multiple choice with one answer (essay)",
            "- line 23, question 8 “Match”: not multiple choice with one answer (matching)",
            "- line 25, question 9 “Broken {=a ~b”: the { has no }: an empty line ends an item",
            "- line 29, question 11 “Nothing here”: is no question",
        ]
    );
    let import = read(text.as_bytes(), None, "Fallback").expect("is read");
    assert_eq!(import.quiz.title(), "Physics");
    assert_eq!(import.quiz.questions()[0].id, "colour-1");
}

#[test]
fn aiken_with_stems_that_look_like_options() {
    let text = "U.S. history began?\r\nA. 1776\r\nB) 1492\r\nC. Never\r\n  or later\r\nANSWER: B\r\n\r\nLost\r\nA) x\r\nANSWER: D\r\n";
    assert_eq!(
        told(text.as_bytes(), Format::Aiken),
        [
            " | U.S. history began? | 1776 / *1492 / Never\\nor later |  | ",
            "- line 8, question 2 “Lost”: the right answer, “D”, is none of the options",
        ]
    );
}

#[test]
fn moodle_xml_as_moodle_exports_it() {
    let text = r#"<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<question type="category"><category><text>$course$/top/Geo</text></category></question>
<!-- question: 1 -->
<question type="multichoice">
<name><text>Capital</text></name>
<questiontext format="html"><text><![CDATA[<p>Capital of <em>France</em>?<img src="@@PLUGINFILE@@/x.png" alt="" /></p>]]></text><file name="x.png" encoding="base64">AAAA</file></questiontext>
<generalfeedback format="html"><text>&lt;p&gt;It is.&lt;/p&gt;</text></generalfeedback>
<single>true</single><shuffleanswers>0</shuffleanswers>
<correctfeedback format="html"><text>Your answer is correct.</text></correctfeedback>
<incorrectfeedback format="html"><text>Oh no</text></incorrectfeedback>
<answer fraction="100" format="html"><text>Paris</text><feedback format="html"><text></text></feedback></answer>
<answer fraction="0" format="html"><text>Lyon</text></answer>
<answer fraction="0" format="html"><text>Lyon</text></answer>
<answer fraction="-50"><text>None of the above</text></answer>
<hint format="html"><text>Eiffel</text></hint>
</question>
<question type="truefalse"><questiontext format="html"><text>Water is wet.</text></questiontext>
<answer fraction="0"><text>false</text></answer><answer fraction="100"><text>true</text></answer></question>
<question type="essay"><name><text>Write</text></name><questiontext><text>Write.</text></questiontext></question>
<question type="multichoice"><questiontext><text>All?</text></questiontext><single>false</single>
<answer fraction="50"><text>a</text></answer><answer fraction="50"><text>b</text></answer></question>
<question type="multichoice"><questiontext><text>Pick</text></questiontext>
<answer fraction="100"><text>&lt;img src="a.png"&gt;</text></answer><answer fraction="0"><text>b</text></answer></question>
</quiz>"#;
    assert_eq!(
        told(text.as_bytes(), Format::MoodleXml),
        [
            " | Capital of France? | *Paris! / Lyon! / None of the above! | It is. | ",
            " | Water is wet. | *True! / False! |  | ",
            "~ line 5, question 1 “Capital of France?”: formatting was taken out; the words stayed",
            "~ line 5, question 1 “Capital of France?”: a picture, sound or film was taken out",
            "~ line 5, question 1 “Capital of France?”: what is said of every right or wrong answer was left out",
            "~ line 5, question 1 “Capital of France?”: a hint was left out",
            "~ line 5, question 1 “Capital of France?”: an option that was empty or stood there twice was left out",
            "~ line 18, question 2 “Water is wet.”: true or false became two options",
            "- line 20, question 3 “Write.”: not multiple choice with one answer (essay)",
            "- line 21, question 4 “All?”: several options are right; Readback asks for one",
            "- line 23, question 5 “Pick”: has an option that is only a picture or a sound",
        ]
    );
}

#[test]
fn an_item_of_qti_2_alone() {
    let text = r#"<?xml version="1.0"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="choice" title="Unattended Luggage" adaptive="false" timeDependent="false">
<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
<mapping defaultValue="0"><mapEntry mapKey="ChoiceA" mappedValue="2"/><mapEntry mapKey="ChoiceB" mappedValue="0.5"/></mapping></responseDeclaration>
<itemBody><p>Look at the text.</p><p><img src="sign.png" alt="NEVER LEAVE LUGGAGE"/></p>
<choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="1"><prompt>What does it say?</prompt>
<simpleChoice identifier="ChoiceA">You must stay.<feedbackInline outcomeIdentifier="F" identifier="ChoiceA" showHide="show">Yes!</feedbackInline></simpleChoice>
<simpleChoice identifier="ChoiceB">Do <i>not</i> let.</simpleChoice>
<simpleChoice identifier="ChoiceC" fixed="true">Neither</simpleChoice></choiceInteraction></itemBody>
<modalFeedback outcomeIdentifier="F" identifier="ChoiceB" showHide="show">Nearly.</modalFeedback></assessmentItem>"#;
    assert_eq!(
        told(text.as_bytes(), Format::Qti21),
        [
            " | Look at the text.\\n\\nNEVER LEAVE LUGGAGE\\n\\nWhat does it say? | *You must stay. / Do not let. / Neither! | Yes!\\n\\n“Do not let.”: Nearly. | ",
            "~ line 2, question 1 “Look at the text. NEVER LEAVE LUGGAGE What does it say?”: a picture, sound or film was taken out",
            "~ line 2, question 1 “Look at the text. NEVER LEAVE LUGGAGE What does it say?”: formatting was taken out; the words stayed",
            "~ line 2, question 1 “Look at the text. NEVER LEAVE LUGGAGE What does it say?”: options worth a part of the points count as wrong",
            "~ line 2, question 1 “Look at the text. NEVER LEAVE LUGGAGE What does it say?”: what was said of single options moved to the explanation",
        ]
    );
}

#[test]
fn qti_1_as_canvas_has_it() {
    let text = r#"<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment ident="a" title="Rocks"><section ident="root_section">
<item ident="i1" title="Question"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>multiple_choice_question</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>
<presentation><material><mattext texttype="text/html">&lt;p&gt;Is granite hard?&lt;/p&gt;</mattext></material>
<response_lid ident="response1" rcardinality="Single"><render_choice>
<response_label ident="t1"><material><mattext texttype="text/html">Yes</mattext></material></response_label>
<response_label ident="t2"><material><mattext texttype="text/plain">No &lt;b&gt;</mattext></material></response_label>
</render_choice></response_lid></presentation>
<resprocessing><respcondition continue="Yes"><conditionvar><other/></conditionvar><displayfeedback linkrefid="general_fb"/></respcondition>
<respcondition continue="No"><conditionvar><varequal respident="response1">t1</varequal></conditionvar><setvar action="Set" varname="SCORE">100</setvar></respcondition></resprocessing>
<itemfeedback ident="general_fb"><flow_mat><material><mattext texttype="text/html">It is.</mattext></material></flow_mat></itemfeedback>
<itemfeedback ident="t2_fb"><flow_mat><material><mattext texttype="text/html">Try it.</mattext></material></flow_mat></itemfeedback></item>
<item ident="i2" title="Tell"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>essay_question</fieldentry></qtimetadatafield></qtimetadata></itemmetadata><presentation><material><mattext texttype="text/html">Tell.</mattext></material></presentation></item>
</section></assessment></questestinterop>"#;
    assert_eq!(
        told(text.as_bytes(), Format::Qti12),
        [
            " | Is granite hard? | *Yes / No <b> | It is.\\n\\n“No <b>”: Try it. | ",
            "~ line 2, question 1 “Is granite hard?”: what was said of single options moved to the explanation",
            "- line 12, question 2 “Tell.”: not multiple choice with one answer (essay_question)",
        ]
    );
    let import = read(text.as_bytes(), None, "Fallback").expect("is read");
    assert_eq!(import.quiz.title(), "Rocks");
}

#[test]
fn tables_of_many_kinds() {
    let semicolons = "\u{feff}Question;Answer 1;Answer 2;Answer 3;Correct answer;Time\r\n\"Which;\"\"one\"\"\";a;b;;2;20\r\n;;;;;\r\nSeveral;a;b;c;1,2;20\r\nNone;a;b;;;20\r\nOther;a;b;;z;20\r\n";
    assert_eq!(
        told(semicolons.as_bytes(), Format::Csv),
        [
            " | Which;\"one\" | a / *b |  | ",
            "~ “Time” was not read: Readback has no place for it",
            "- line 4, question 2 “Several”: several options are right; Readback asks for one",
            "- line 5, question 3 “None”: no option is marked as right",
            "- line 6, question 4 “Other”: the right answer, “z”, is none of the options",
        ]
    );
    let apart = "question,correct_answer,incorrect_answer_1,incorrect_answer_2\nBig?,Yes,No,'-1\n";
    assert_eq!(
        told(apart.as_bytes(), Format::Csv),
        [" | Big? | *Yes / No / -1 |  | "]
    );
    let refused = read(b"a,b\n1,2\n", Some(Format::Csv), "").expect_err("is refused");
    assert_eq!(
        refused.to_string(),
        "is no CSV (spreadsheet), line 1: the first row names no column “question”"
    );
}

#[test]
fn the_trivia_databases_answers() {
    let text = r#"{"response_code":0,"results":[
{"type":"boolean","difficulty":"easy","category":"Science &amp; Nature","question":"Is &quot;e&quot; &lt; 3?","correct_answer":"True","incorrect_answers":["False"]},
{"type":"multiple","difficulty":"easy","category":"Art","question":"How many?","correct_answer":"12","incorrect_answers":["30","7","9"]},
{"type":"multiple","difficulty":"easy","category":"Art","question":"Nothing?","incorrect_answers":[]}
]}"#;
    assert_eq!(
        told(text.as_bytes(), Format::OpenTdb),
        [
            "Science & Nature | Is \"e\" < 3? | *True! / False! |  | ",
            "Art | How many? | 7 / 9 / *12 / 30 |  | ",
            "~ “difficulty” was not read: Readback has no place for it",
            "- line 4, question 3 “Nothing?”: it has no text “correct_answer”",
        ]
    );
}

#[test]
fn markdown_as_people_write_it() {
    let text = "# My *quiz*\n\nAll about it.\n\n## One\n\n1) What is **it**?\n\n* [ ] this\n* [X] that\n  and more\n\nBecause\nof this.\n\n> Somebody said so.\n\n### 2. Next?\n- [x] a\n- [ ] b\n\n---\n3. Lost\n   - [ ] a\n   - [ ] b\n";
    assert_eq!(
        told(text.as_bytes(), Format::Markdown),
        [
            "One | What is it? | this / *that and more | Because of this. | Somebody said so.",
            "One | Next? | *a / b |  | ",
            "~ line 7, question 1 “What is it?”: formatting was taken out; the words stayed",
            "- line 23, question 3 “Lost”: no option is marked as right",
        ]
    );
    let import = read(text.as_bytes(), None, "Fallback").expect("is read");
    assert_eq!(
        (import.quiz.title(), import.quiz.summary()),
        ("My quiz", "All about it.")
    );
}

#[test]
fn other_encodings_are_read_and_told() {
    let text = "Où est l’été ?\nA) ici\nB) là\nANSWER: B\n";
    let utf16: Vec<u8> = "\u{feff}"
        .encode_utf16()
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let question = " | Où est l’été ? | ici / *là |  | ".to_owned();
    assert_eq!(
        told(&utf16, Format::Aiken),
        [question.clone(), "~ read as UTF-16, not UTF-8".to_owned()]
    );
    let windows: Vec<u8> = text
        .chars()
        .map(|c| match c {
            '’' => 0x92,
            c => c as u32 as u8,
        })
        .collect();
    assert_eq!(told(&windows, Format::Aiken)[0], question);
    assert!(told(&windows, Format::Aiken)[1].contains("Windows-1252"));
    for end in ["\r", "\r\n"] {
        assert_eq!(
            told(text.replace('\n', end).as_bytes(), Format::Aiken),
            [&*question]
        );
    }
}

#[test]
fn more_than_26_options_become_26_with_the_key_among_them() {
    let sign = |nth| if nth == 33 { "=" } else { "~" };
    let options: Vec<_> = (0..40).map(|nth| format!("{}{nth}", sign(nth))).collect();
    let options = options.join(
        "
",
    );
    let import = read(["Which? {", &options, "}"].concat().as_bytes(), None, "").expect("is read");
    let question = &import.quiz.questions()[0];
    assert_eq!((question.options.len(), question.key_text()), (26, "33"));
    assert_eq!(import.changed[0].what, Change::TooManyOptions(40));
    assert_eq!(import.quiz.title(), crate::words::UNTITLED);
}

#[test]
fn what_has_no_place_is_named() {
    let mut draft = QuizDraft::from(sample());
    draft.questions[0].fact = "another".to_owned();
    draft.questions[1].options[3].pinned = true;
    draft.questions[1].stem = "Where\nis it?".to_owned();
    let quiz = Quiz::try_from(draft).expect("is valid");
    let losses = |format| -> Vec<String> {
        let options = WriteOptions {
            with_evidence: false,
        };
        write(&quiz, format, options)
            .losses
            .iter()
            .map(ToString::to_string)
            .collect()
    };
    let facts = "which questions are never asked together (1 question)".to_owned();
    let pinned = "which options stay last (1 question)".to_owned();
    assert_eq!(losses(Format::Json), [""; 0]);
    assert_eq!(losses(Format::Qti3), [&*facts]);
    for format in [
        Format::Gift,
        Format::MoodleXml,
        Format::Csv,
        Format::Markdown,
    ] {
        assert_eq!(losses(format), [facts.clone(), pinned.clone()]);
    }
    assert_eq!(
        losses(Format::Aiken),
        [
            &*facts,
            "the title of the quiz",
            "the summary",
            "the language",
            "where the article appeared",
            "the sections (2 questions)",
            "the explanations (2 questions)",
            &*pinned,
            "line breaks and several spaces in a row (1 question)",
            "the ids of questions, by which a new version is told to be the same (2 questions)",
        ]
    );
    for format in Format::ALL {
        let export = write(
            &quiz,
            format,
            WriteOptions {
                with_evidence: false,
            },
        );
        let text = String::from_utf8_lossy(&export.bytes).into_owned();
        assert!(
            !text.contains("nine hours"),
            "{format:?} leaves citations out"
        );
    }
}
