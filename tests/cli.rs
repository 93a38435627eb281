//! The command line, as a shell sees it.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use readback::quiz::Quiz;
use serde_json::{Value, json};

/// Sentences of the plainest kind, so that there is something to ask.
const ARTICLE: &str = "\
The ferry of Lunden

The ferry across the bay was built in 2004 by a yard in Norway.

The town council of Lunden bought a second boat in 2011 for the summer months.

An engineer named the new landing stage after the harbour master in 2016.

The old landing stage was closed in 2019 after a storm broke its piles.
";

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_readback"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("an input");
    let input = input.to_vec();
    // A program that refuses its arguments reads nothing.
    let writer = std::thread::spawn(move || {
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the input is written");
    output
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("UTF-8")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("an exit code")
}

/// A file of this test alone.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli");
    fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    fs::write(&path, bytes).expect("is written");
    path
}

fn name(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

fn lines(output: &Output) -> Vec<Value> {
    let line = |line| serde_json::from_str(line).expect("each line is JSON");
    out(output).lines().map(line).collect()
}

fn kind(line: &Value) -> &str {
    line["error"]["kind"].as_str().unwrap_or("none")
}

#[test]
fn an_article_becomes_questions_that_a_person_can_read() {
    let path = file("readable.txt", ARTICLE.as_bytes());
    let made = run(&["make", name(&path)], b"");
    assert_eq!((code(&made), err(&made)), (0, ""));
    let mut said = out(&made).lines();
    assert_eq!(said.next(), Some("The ferry of Lunden"));
    assert!(out(&made).contains("\n1. "));
    assert_eq!(
        said.filter(|line| line.starts_with("   * ")).count(),
        out(&made).matches("   “").count(),
        "one key and one cited sentence a question"
    );
    assert!(out(&made).contains("sentences read"));
}

#[test]
fn standard_input_makes_what_the_file_makes() {
    let path = file("same.txt", ARTICLE.as_bytes());
    let of_file = run(&["make", "--json", name(&path)], b"");
    let piped = run(&["make", "--json"], ARTICLE.as_bytes());
    let dashed = run(&["make", "--json", "-"], ARTICLE.as_bytes());
    assert_eq!(code(&of_file), 0);
    assert_eq!(out(&of_file), out(&piped));
    assert_eq!(out(&of_file), out(&dashed));
    let quiz = Quiz::from_json(out(&of_file)).expect("is a quiz document");
    for question in quiz.questions() {
        assert!(ARTICLE.contains(&question.evidence), "{question:?}");
    }
}

#[test]
fn options_reach_the_quiz() {
    let options = [
        "make", "--json", "--count", "1", "--seed", "7", "--title", "Boats", "--link",
    ];
    let options = [&options[..], &["https://example.org/ferry"]].concat();
    let whole = [&b"A heading is no title now\n\n"[..], ARTICLE.as_bytes()].concat();
    let made = run(&options, &whole);
    let quiz = Quiz::from_json(out(&made)).expect("is a quiz document");
    assert_eq!(quiz.title(), "Boats");
    assert_eq!(quiz.questions().len(), 1);
    assert_eq!(
        quiz.source().url.as_deref(),
        Some("https://example.org/ferry")
    );
    let again = run(&options, &whole);
    assert_eq!(out(&made), out(&again));
}

#[test]
fn one_bad_article_does_not_stop_the_others() {
    let bad = file("bad.txt", b"caf\xe9");
    let good = file("good.txt", ARTICLE.as_bytes());
    let missing = bad.with_file_name("missing.txt");
    let arguments = ["make", "--json", name(&bad), name(&missing), name(&good)];
    let made = run(&arguments, b"");
    assert_eq!(code(&made), 1);
    assert_eq!(lines(&made).len(), 1);
    let complaints: Vec<_> = err(&made).lines().collect();
    assert_eq!(complaints.len(), 2);
    assert!(complaints[0].contains("bad.txt") && complaints[0].contains("UTF-8"));
    assert!(complaints[1].contains("missing.txt"));
}

#[test]
fn an_article_without_a_question_says_so_and_fails() {
    let made = run(&["make"], b"Poem\n\nOh well, oh well, that was it.\n");
    assert_eq!(code(&made), 1);
    assert!(out(&made).contains("read"), "what came of its sentences");
    assert!(err(&made).contains("standard input"));
    let made = run(&["make", "--json"], b"");
    assert_eq!((code(&made), out(&made)), (1, ""));
}

#[test]
fn arguments_that_make_no_sense_are_told_from_failures() {
    for arguments in [
        &["make", "--count", "0"][..],
        &["make", "--json", "--jsonl"],
        &["make", "--jsonl", "article.txt"],
        &["make", "--title", "One", "a.txt", "b.txt"],
        &["make", "--form", "docx"],
        &["brew"],
        &[],
    ] {
        assert_eq!(code(&run(arguments, b"")), 2, "{arguments:?}");
    }
}

#[test]
fn help_tells_examples_and_exit_codes() {
    for command in ["make", "lint", "print"] {
        let help = run(&[command, "--help"], b"");
        assert_eq!(code(&help), 0);
        for part in ["Usage:", "Examples:", "Exit codes:"] {
            assert!(out(&help).contains(part), "{command}: {part}");
        }
    }
}

#[test]
fn a_stream_answers_every_line_in_order() {
    let article = |id: &str| json!({ "id": id, "text": ARTICLE }).to_string();
    let mut input = Vec::new();
    for nth in 0..40 {
        // Long and short in turn, so that the short ones are done first.
        let text = ARTICLE.repeat(if nth % 2 == 0 { 9 } else { 1 });
        let line = json!({ "id": format!("n{nth}"), "text": text, "seed": nth });
        input.extend(line.to_string().bytes());
        input.push(b'\n');
    }
    for line in [
        &b"{\"text\": "[..],
        b"",
        b"[1]",
        b"{\"text\": \"caf\xe9\"}",
        b"{\"text\": \" \"}",
        b"{\"text\": \"Poem\\n\\nOh well, oh well, that was it.\"}",
        article("No Id").as_bytes(),
    ] {
        input.extend(line);
        input.push(b'\n');
    }
    // The last line need not end.
    input.extend(article("last").bytes());
    let made = run(&["make", "--jsonl"], &input);
    let lines = lines(&made);
    assert_eq!(code(&made), 1);
    assert_eq!(lines.len(), 48);
    for (nth, line) in lines[..40].iter().enumerate() {
        assert_eq!(line["id"], format!("n{nth}"));
        Quiz::from_json(&line.to_string()).expect("is a quiz document");
    }
    let kinds: Vec<_> = lines[40..].iter().map(kind).collect();
    assert_eq!(
        kinds,
        [
            "not-json",
            "empty-line",
            "not-json",
            "not-utf-8",
            "empty",
            "no-questions",
            "invalid",
            "none"
        ]
    );
    for (nth, line) in lines.iter().enumerate().skip(40).take(7) {
        assert_eq!(line["line"], nth + 1);
        assert!(line["error"]["message"].is_string());
    }
    assert_eq!(lines[46]["id"], "No Id");
    assert_eq!(lines[47]["id"], "last");
}

#[test]
fn a_line_says_for_itself_what_it_is() {
    let line = json!({
        "text": ARTICLE,
        "title": "Boats",
        "link": "https://example.org/ferry",
        "form": "text",
        "seed": 3,
        "year": 2030,
    });
    let made = run(
        &["make", "--jsonl", "--count", "1"],
        line.to_string().as_bytes(),
    );
    assert_eq!((code(&made), err(&made)), (0, ""));
    let quiz = Quiz::from_json(out(&made)).expect("is a quiz document");
    assert_eq!((quiz.title(), quiz.questions().len()), ("Boats", 1));
}

#[test]
fn an_answer_comes_before_the_next_line_is_written() {
    use std::io::{BufRead, BufReader};

    let mut child = Command::new(env!("CARGO_BIN_EXE_readback"))
        .args(["make", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("an input");
    let mut answers = BufReader::new(child.stdout.take().expect("an output"));
    for nth in 1..4 {
        stdin.write_all(b"{}\n").expect("is written");
        let mut answer = String::new();
        answers.read_line(&mut answer).expect("is answered");
        let answer: Value = serde_json::from_str(&answer).expect("is JSON");
        assert_eq!(answer["line"], nth);
    }
    drop(stdin);
    assert_eq!(child.wait().expect("ends").code(), Some(1));
}

#[test]
fn nobody_listening_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_readback"))
        .args(["make", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("an input");
    stdin.write_all(b"{}\n").expect("is written");
    // The input stays open: the program ends by itself.
    let output = child.wait_with_output().expect("ends");
    assert_eq!((code(&output), err(&output)), (0, ""));
    drop(stdin);
}

#[test]
fn lint_tells_what_a_quiz_does_wrong() {
    let question = json!({
        "id": "hours",
        "fact": "hours",
        "section": "Plans",
        "stem": "For how many hours did the town council meet?",
        "options": [{ "text": "7" }, { "text": "8" }, { "text": "9" }],
        "key": 2,
        "explanation": "From morning until after dark.",
        "evidence": "The town council met for nine hours."
    });
    let quiz = |question: &Value| {
        json!({
            "version": 1, "id": "harbour", "title": "The harbour", "lang": "en",
            "questions": [question],
        })
    };
    let good = file("good.json", quiz(&question).to_string().as_bytes());
    let mut bad = question.clone();
    bad["options"][0]["text"] = json!("All of the above");
    let bad = file("bad.json", quiz(&bad).to_string().as_bytes());

    let found = run(&["lint", name(&good)], b"");
    assert_eq!((code(&found), err(&found)), (0, ""), "{}", out(&found));
    let found = run(&["lint", name(&bad)], b"");
    assert_eq!(code(&found), 1);
    assert!(out(&found).contains("hours, option 1") && out(&found).contains("(rule 26)"));
    let found = run(&["lint", "--json", name(&good), name(&bad)], b"");
    assert_eq!(code(&found), 1);
    let found = lines(&found);
    assert_eq!(found[0]["findings"], json!([]));
    let rules = found[1]["findings"].as_array().expect("a list");
    assert!(
        rules
            .iter()
            .any(|it| it["rule"] == "26" && it["option"] == 0)
    );

    let unread = run(&["lint", "-", name(&good)], b"{\"version\": 9}");
    assert_eq!(code(&unread), 2);
    assert!(err(&unread).contains("standard input") && err(&unread).contains("newer"));
    assert!(out(&unread).contains("good.json"), "the others are read");
}

#[test]
fn a_quiz_is_printed_from_a_pipe_or_a_file() {
    let made = run(&["make", "--json"], ARTICLE.as_bytes());
    let options = ["print", "--versions", "2", "--seed", "7"];
    let piped = run(&options, out(&made).as_bytes());
    assert_eq!((code(&piped), err(&piped)), (0, ""));
    for said in [
        ">Version A",
        ">Version B",
        ">Answer key",
        "The article says",
    ] {
        assert!(out(&piped).contains(said), "{said}");
    }
    let quiz = file("printed.json", out(&made).as_bytes());
    let sheets = quiz.with_extension("html");
    let of_file = run(
        &[&options[..], &[name(&quiz), "-o", name(&sheets)]].concat(),
        b"",
    );
    assert_eq!((code(&of_file), out(&of_file)), (0, ""));
    assert_eq!(fs::read_to_string(&sheets).expect("written"), out(&piped));

    let bare = run(&["print", "--no-key", name(&quiz)], b"");
    assert!(!out(&bare).contains(">Answer key") && !out(&bare).contains(">Version"));
    let unread = run(&["print"], b"{}");
    assert_eq!((code(&unread), out(&unread)), (2, ""));
    let unwritable = run(&["print", name(&quiz), "-o", "/no/such/folder/q.html"], b"");
    assert_eq!(code(&unwritable), 1);
    assert!(err(&unwritable).contains("/no/such/folder/q.html"));
    let too_many = run(&["print", "--versions", "7", name(&quiz)], b"");
    assert_eq!(code(&too_many), 2);
}

#[test]
fn a_quiz_goes_into_a_link_and_a_short_one_into_a_code() {
    let made = run(&["make", "--json", "--count", "2"], ARTICLE.as_bytes());
    let base = ["link", "--base", "https://readback.example/"];
    let link = run(&base, out(&made).as_bytes());
    assert_eq!((code(&link), err(&link)), (0, ""));
    assert!(out(&link).starts_with("https://readback.example/#/s/A"));
    assert_eq!(out(&link).lines().count(), 1);

    let coded = run(&[&base[..], &["--qr"]].concat(), out(&made).as_bytes());
    assert_eq!(code(&coded), 0);
    assert!(out(&coded).starts_with(out(&link)) && out(&coded).contains('▄'));

    let embedded = run(&[&base[..], &["--embed"]].concat(), out(&made).as_bytes());
    assert!(out(&embedded).starts_with("<iframe src=\"https://readback.example/?embed#/s/A"));

    assert_eq!(code(&run(&["link"], b"no quiz at all")), 2);

    let anywhere = run(&["link"], out(&made).as_bytes());
    assert!(out(&anywhere).starts_with("#/s/A") && err(&anywhere).contains("--base"));

    let long = ARTICLE.replace("The ", "The so-called ").repeat(3);
    let mut quiz: Value = serde_json::from_str(out(&made)).expect("JSON");
    // Texts that cannot be compressed.
    let noise =
        |from: u32| (from..from + 2_000).map(|n| format!("{:x}", n.wrapping_mul(2_654_435_761)));
    quiz["questions"][0]["explanation"] = json!(noise(1).collect::<String>() + &long);
    let quiz = quiz.to_string();
    let long = run(&base, quiz.as_bytes());
    assert_eq!(code(&long), 0);
    assert!(err(&long).contains("every chat program"), "{}", err(&long));
    let uncoded = run(&[&base[..], &["--qr"]].concat(), quiz.as_bytes());
    assert_eq!((code(&uncoded), out(&uncoded)), (1, ""));
    assert!(err(&uncoded).contains("QR code"));
}

#[test]
fn a_quiz_goes_into_a_page_where_there_is_a_player() {
    let made = run(&["make", "--json"], ARTICLE.as_bytes());
    let player = "<html data-single><title>Quiz</title><script>go()</script></html>";
    let player = file("player.html", player.as_bytes());
    let page = player.with_file_name("page.html");
    let with = |player: &Path| {
        let arguments = ["page", "-o", name(&page), "--player", name(player)];
        run(&arguments, out(&made).as_bytes())
    };
    let filled = with(&player);
    assert_eq!((code(&filled), err(&filled)), (0, ""));
    assert!(out(&filled).contains("in one file"));
    let html = fs::read_to_string(&page).expect("written");
    assert!(html.contains("<title>The ferry of Lunden – Readback</title>"));
    assert!(html.contains("id=\"readback-quiz\">1\n"));

    let other = with(&file("other.html", b"<p>Notes</p>"));
    assert_eq!(code(&other), 1);
    assert!(err(&other).contains("other.html is no readback.html"));
    let none = with(&page.with_file_name("nowhere.html"));
    assert!(code(&none) == 1 && err(&none).contains("nowhere.html"));
}

#[test]
fn a_package_needs_a_player_that_can_speak_to_a_platform() {
    let made = run(&["make", "--json"], ARTICLE.as_bytes());
    let quiz = file("packed.json", out(&made).as_bytes());
    let zip = quiz.with_extension("zip");
    let html = "<html data-single><title>Quiz</title><script>LMSInitialize</script>";
    let player = file("player.html", html.as_bytes());
    let pack = |player: &Path, pass: &str| {
        let options = ["scorm", name(&quiz), "-o", name(&zip), "--pass", pass];
        run(&[&options[..], &["--player", name(player)]].concat(), b"")
    };
    let packed = pack(&player, "60");
    assert_eq!((code(&packed), err(&packed)), (0, ""));
    assert!(fs::read(&zip).expect("written").starts_with(b"PK"));
    let other = file("other.html", b"<html data-single><title>Quiz</title>");
    let refused = pack(&other, "60");
    assert_eq!(code(&refused), 1);
    assert!(err(&refused).contains("other.html is of an earlier version"));
    assert_eq!(code(&pack(&player, "101")), 2);
}

#[test]
fn a_quiz_goes_through_every_format_in_pipes() {
    let made = run(&["make", "--json"], ARTICLE.as_bytes());
    let quiz = Quiz::from_json(out(&made)).expect("a quiz");
    for format in [
        "gift",
        "moodle-xml",
        "qti3",
        "qti21",
        "csv",
        "markdown",
        "json",
    ] {
        let there = run(&["convert", "--to", format], out(&made).as_bytes());
        assert_eq!(code(&there), 0, "{format}: {}", err(&there));
        let back = run(&["convert", "-", "--to", "json"], &there.stdout);
        assert_eq!(code(&back), 0, "{format}: {}", err(&back));
        let back = Quiz::from_json(out(&back)).expect("a quiz");
        let texts = |quiz: &Quiz| -> Vec<String> {
            let questions = quiz.questions().iter();
            questions
                .flat_map(|it| [&it.id, &it.section, &it.stem, &it.explanation, &it.evidence])
                .cloned()
                .collect()
        };
        assert_eq!(texts(&back), texts(&quiz), "{format}");
    }
}

#[test]
fn converting_tells_what_was_left_out_and_what_has_no_place() {
    let gift =
        "// a comment\n\n::One::Is it <b>so</b>? {=yes ~no ####Because.}\n\nName it {=mill}\n";
    let path = file("exam.txt", gift.as_bytes());
    let converted = run(&["convert", "--to", "aiken", name(&path)], b"");
    assert_eq!(code(&converted), 1);
    assert_eq!(out(&converted), "Is it so?\nA) yes\nB) no\nANSWER: A\n");
    for said in [
        "1 of 2 questions of GIFT (Moodle) became Aiken",
        "changed: line 3, question 1 “Is it so?”: formatting was taken out",
        "left out: line 5, question 2 “Name it”: not multiple choice with one answer (short answer)",
        "Aiken has no place for the explanations (1 question)",
    ] {
        assert!(
            err(&converted).contains(said),
            "{said}\n{}",
            err(&converted)
        );
    }
    let unread = run(&["convert", "--to", "gift"], b"nothing of the kind");
    assert_eq!((code(&unread), out(&unread)), (2, ""));
    assert!(err(&unread).contains("is in no format that Readback knows"));
    assert_eq!(
        code(&run(&["convert", "--to", "anki", "--from", "anki"], b"x")),
        2
    );
    assert_eq!(code(&run(&["convert", "--to", "qti12"], b"x")), 2);
    let lost = run(
        &[
            "convert",
            "--to",
            "csv",
            "-o",
            "/no/such/folder/q.csv",
            name(&path),
        ],
        b"",
    );
    assert_eq!(code(&lost), 1);
    assert!(err(&lost).contains("/no/such/folder/q.csv"));
}

#[test]
fn the_schema_is_printed() {
    let printed = run(&["schema"], b"");
    assert_eq!(code(&printed), 0);
    let schema: Value = serde_json::from_str(out(&printed)).expect("is JSON");
    assert_eq!(
        schema["properties"]["version"]["const"],
        json!(Quiz::VERSION)
    );
}
