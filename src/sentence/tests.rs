use proptest::prelude::*;

use super::*;
use crate::article::Form;

/// Checks sentences, written with `|` between them.
#[track_caller]
fn assert_split(expected: &str) {
    let text = expected.replace('|', "");
    let found: Vec<_> = split(&text).into_iter().map(|it| &text[it]).collect();
    let expected: Vec<_> = expected.split('|').map(str::trim).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_capital_after_a_full_stop_begins_a_sentence() {
    assert_split("The mill burned down. | Nobody was hurt! | Who did it? | We know.");
    assert_split("Sales at ovens.com rose by 3.5 percent, to 1.2 million.");
    assert_split("It fell by half. | 40 people left.");
}

#[test]
fn titles_and_initials_end_no_sentence() {
    assert_split("Mr. Lund and Dr. Ada Moss met Sen. Poe at St. Olaf. | They ate.");
    assert_split("The book is by J. K. Rowling. | It sold well.");
    assert_split("George W. Bush and John F. Kennedy. | Both came.");
    assert_split("We saw No. 5, fig. 2 and pp. 3 to 9. | No. | He did not.");
}

#[test]
fn abbreviations_end_a_sentence_when_a_new_one_begins() {
    assert_split("The U.S. Navy came. | It left the U.S. | The rest stayed.");
    assert_split("Acme Inc. Chairman Bo Lund resigned. | He led Acme Inc. | He was 60.");
    assert_split(
        "Pens, ink, etc. | They came at 5 p.m. Monday, or 4 p.m. EST. | All left at 6 p.m. | Nobody sang.",
    );
    assert_split("It was vitamin C. | The doctor said so, as did I. | He left.");
    assert_split("On Jan. 5 and Tues. Sept. 9 it rained. | In Jan. | The sun shone.");
    assert_split("It was, e.g. Monday, i.e. Tuesday, vs. Wednesday.");
}

#[test]
fn quotation_marks_and_brackets_hold_together() {
    assert_split("“We won. We did,” she said. | He left.");
    assert_split("\"Go. Go now!\" he cried. | \"Who? Me?\" Poe asked. | They went.");
    assert_split("He said “We won.” | The crowd (all of it. Yes!) sang.");
    assert_split("She called it ‘a gift. A joy,’ and Poe’s ‘state of war’ too. | It was.");
    assert_split("(He came. He saw.) | He left.");
    assert_split("“Was it ‘us’? Yes.” | No.");
}

#[test]
fn an_unclosed_quotation_ends_with_its_paragraph() {
    assert_split("He came. | “We won. We did it");
    let long = format!("A 6\" pipe broke. “{}", "It leaked. ".repeat(200));
    assert!(split(&long).len() > 200);
}

#[test]
fn runs_of_stops_stay_together() {
    assert_split("What?! | Really?? | Yes…");
    assert_split("He waited... and waited. | He waited… | Then he left.");
    assert_split("They said [...] the rest is known. | They said [...] | We know.");
    assert_split("We used Yahoo! Mail. | We like Yahoo! | The rest left.");
    assert_split("今日は。｜明日も！".replace('｜', "|").as_str());
}

#[test]
fn nothing_and_white_space_have_no_sentence() {
    assert_split_none("");
    assert_split_none(" \u{a0}\n ");
    assert_eq!(split("  word \n").first(), Some(&(2..6)));
}

#[track_caller]
fn assert_split_none(text: &str) {
    assert_eq!(split(text), []);
}

/// Texts of pieces that mean something to whoever looks for sentences.
fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "The mill burned down",
        "Dr",
        "U.S",
        "p.m",
        "J",
        "No",
        "5",
        "said",
        " ",
        " ",
        "\n",
        "\n\n",
        ".",
        ".",
        "...",
        "…",
        "?",
        "!",
        "。",
        "“",
        "”",
        "‘",
        "’",
        "\"",
        "'",
        "(",
        ")",
        "[",
        "]",
        "«",
        "»",
        "é",
        "\u{a0}",
        "\u{200b}",
        "🔥",
        ",",
        "–",
    ]);
    prop_oneof![
        prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat()),
        any::<String>(),
    ]
}

proptest! {
    #[test]
    fn sentences_lie_in_their_paragraph_in_order(text in texts()) {
        let mut end = 0;
        let mut left = String::new();
        for range in split(&text) {
            prop_assert!(range.start >= end);
            let own = &text[range.clone()];
            prop_assert!(!own.is_empty() && own.trim() == own);
            left.push_str(&text[end..range.start]);
            end = range.end;
        }
        left.push_str(&text[end..]);
        prop_assert!(left.trim().is_empty(), "nothing is left out but white space");

        let article = Article::read(&text, Form::Text, None);
        let mut last = 0;
        for sentence in sentences(&article) {
            let paragraph = &article.paragraphs()[sentence.paragraph].range;
            prop_assert!(sentence.range.start >= last.max(paragraph.start));
            prop_assert!(sentence.range.end <= paragraph.end);
            last = sentence.range.end;
        }
    }
}
