use std::fmt::Write;
use std::ops::Range;

use proptest::prelude::*;

use super::*;
use crate::distractor::Origin;
use crate::extract::{Read, Reason};
use crate::make::{Candidate, Input, make};
use crate::question::{Choice, Question};

/// A question about a year, asked of a sentence that stands `nth` in the article.
fn candidate(nth: usize, text: &str, range: Range<usize>) -> Candidate {
    let year = 2001 + nth;
    let option = |year: usize| Choice {
        origin: Some(Origin::Neighbour),
        ..Choice::new(year.to_string())
    };
    Candidate {
        question: Question {
            id: format!("s{nth}/year"),
            fact: format!("s{nth}"),
            section: "Rooms".to_owned(),
            stem: format!("In which year was room number {nth} painted?"),
            options: (year - 2..year + 2).map(option).collect(),
            key: 2,
            ordered: true,
            explanation: format!("Room number {nth} was painted in {year}."),
            evidence: text[range.clone()].to_owned(),
            range: Some(range),
        },
        spares: vec![option(year + 5), option(year + 6)],
        merit: Candidate::FAIR,
    }
}

/// An article of so many sentences, two a paragraph; the last can be asked about best.
fn made(count: usize) -> Made {
    let mut text = String::new();
    let (mut paragraphs, mut ranges) = (Vec::new(), Vec::new());
    for nth in 0..count {
        let starts = nth % 2 == 0;
        if !text.is_empty() {
            text.push_str(if starts { "\n\n" } else { " " });
        }
        let start = text.len();
        let year = 2001 + nth;
        let _ = write!(text, "Room number {nth} was painted in {year}.");
        ranges.push(start..text.len());
        if starts {
            paragraphs.push(crate::article::Paragraph {
                section: 0,
                range: start..text.len(),
            });
        } else if let Some(paragraph) = paragraphs.last_mut() {
            paragraph.range.end = text.len();
        }
    }
    let candidates = ranges.iter().enumerate().rev();
    Made {
        id: "made-0".to_owned(),
        title: "A house".to_owned(),
        lang: "en".to_owned(),
        source: Source::default(),
        sections: vec!["Rooms".to_owned()],
        candidates: candidates
            .map(|(nth, range)| candidate(nth, &text, range.clone()))
            .collect(),
        read: ranges
            .into_iter()
            .map(|range| Read {
                range,
                reason: None,
            })
            .collect(),
        paragraphs,
        text,
    }
}

fn draft() -> Draft {
    Draft::from_made(&made(20), "Untitled")
}

fn ids(draft: &Draft) -> Vec<&str> {
    let questions = draft.questions.iter();
    questions.map(|entry| &*entry.question.id).collect()
}

fn change(draft: &mut Draft, id: &str, change: Change) -> Result<Option<String>, EditRefused> {
    draft.apply(&Edit::Question(id.to_owned(), change))
}

fn texts(draft: &Draft, id: &str) -> Vec<String> {
    let question = &draft.questions[draft.find(id).unwrap()].question;
    question.options.iter().map(|it| it.text.clone()).collect()
}

#[test]
fn the_best_are_taken_and_the_others_stay_at_hand() {
    let draft = draft();
    assert_eq!(draft.questions.len(), USUAL_COUNT);
    assert_eq!(draft.others.len(), 5);
    assert_eq!(ids(&draft)[0], "s5/year", "the article's order");
    assert_eq!(draft.others[0].question.id, "s4/year", "best first");
    let quiz = draft.quiz().expect("can be played");
    assert_eq!(quiz.questions().len(), USUAL_COUNT);
    assert!(draft.faults().is_empty());
}

#[test]
fn a_question_is_shown_in_its_paragraph() {
    let draft = draft();
    let excerpt = draft.questions[0].excerpt.as_ref().expect("is cited");
    assert_eq!(
        excerpt.parts(),
        [
            "Room number 4 was painted in 2005. ",
            "Room number 5 was painted in 2006.",
            ""
        ]
    );
}

#[test]
fn of_a_long_paragraph_only_the_neighbourhood_is_kept() {
    let text = [
        "wörter ".repeat(2000),
        "Here it is.".to_owned(),
        " ännd".repeat(2000),
    ]
    .concat();
    let start = text.find("Here").unwrap();
    let excerpt = Excerpt::new(&text, &(0..text.len()), &(start..start + 11)).unwrap();
    let [before, sentence, after] = excerpt.parts();
    assert_eq!(sentence, "Here it is.");
    assert!(
        before.starts_with("… wörter ") && before.len() < 700,
        "{before}"
    );
    assert!(after.ends_with(" ännd …") && after.len() < 700, "{after}");
    assert_eq!(
        Excerpt::new(&text, &(0..text.len()), &(2..4)),
        None,
        "splits a character"
    );
    assert_eq!(Excerpt::new("short", &(0..5), &(0..9)), None);
}

#[test]
fn a_sentence_without_end_is_cut_short() {
    let text = "ü".repeat(100_000);
    let whole = 0..text.len();
    let excerpt = Excerpt::new(&text, &whole, &whole).unwrap();
    assert!(excerpt.parts()[1].len() <= 1200);
}

#[test]
fn each_text_can_be_changed() {
    let mut draft = draft();
    draft.apply(&Edit::Title("The house".into())).unwrap();
    draft
        .apply(&Edit::Link("https://example.org/".into()))
        .unwrap();
    let id = "s5/year";
    change(&mut draft, id, Change::Stem("Which year?".into())).unwrap();
    change(&mut draft, id, Change::Explanation("So it says.".into())).unwrap();
    change(&mut draft, id, Change::Option(1, "1999".into())).unwrap();
    change(&mut draft, id, Change::Key(3)).unwrap();
    let question = &draft.questions[0].question;
    assert_eq!(question.stem, "Which year?");
    assert_eq!(question.explanation, "So it says.");
    assert_eq!(question.options[1].text, "1999");
    assert_eq!(question.options[1].origin, Some(Origin::Hand));
    assert_eq!(question.key, 3);
    assert_eq!(
        (draft.title(), draft.link()),
        ("The house", "https://example.org/")
    );
    assert_eq!(
        change(&mut draft, id, Change::Key(4)),
        Err(EditRefused::Gone)
    );
    assert_eq!(
        draft.apply(&Edit::Title("a".repeat(LONGEST_TEXT + 1))),
        Err(EditRefused::TooLong)
    );
}

#[test]
fn picked_and_added_amounts_stand_in_order_and_the_key_stays_right() {
    let mut draft = draft();
    let id = "s5/year";
    assert_eq!(texts(&draft, id), ["2004", "2005", "2006", "2007"]);
    let pick = Change::Pick {
        option: 0,
        spare: 1,
    };
    change(&mut draft, id, pick).unwrap();
    assert_eq!(texts(&draft, id), ["2005", "2006", "2007", "2012"]);
    assert_eq!(draft.questions[0].question.key_text(), "2006");
    let spares = draft.questions[0].spares.iter();
    let spares: Vec<_> = spares.map(|it| &*it.text).collect();
    assert_eq!(spares, ["2011", "2004"], "what gave way can be had back");
    change(&mut draft, id, Change::AddOption).unwrap();
    assert_eq!(texts(&draft, id), ["2005", "2006", "2007", "2011", "2012"]);
    assert_eq!(
        change(&mut draft, id, Change::AddOption),
        Err(EditRefused::Options)
    );
    assert_eq!(
        change(&mut draft, id, Change::RemoveOption(1)),
        Err(EditRefused::Key)
    );
    change(&mut draft, id, Change::RemoveOption(0)).unwrap();
    change(&mut draft, id, Change::RemoveOption(1)).unwrap();
    assert_eq!(texts(&draft, id), ["2006", "2011", "2012"]);
    assert_eq!(draft.questions[0].question.key_text(), "2006");
    assert_eq!(
        change(&mut draft, id, Change::RemoveOption(1)),
        Err(EditRefused::Options)
    );
}

#[test]
fn options_typed_out_of_order_can_be_sorted() {
    let mut draft = draft();
    let id = "s5/year";
    change(&mut draft, id, Change::Option(0, "2030".into())).unwrap();
    assert!(
        draft
            .notices()
            .iter()
            .any(|it| it.rule == Some(crate::lint::Rule::Ordered))
    );
    change(&mut draft, id, Change::Sort).unwrap();
    assert_eq!(texts(&draft, id), ["2005", "2006", "2007", "2030"]);
    assert_eq!(draft.questions[0].question.key_text(), "2006");
}

#[test]
fn questions_move_go_and_come_back() {
    let mut draft = draft();
    draft.apply(&Edit::Move("s5/year".into(), 99)).unwrap();
    assert_eq!(ids(&draft).last(), Some(&"s5/year"));
    draft.apply(&Edit::Delete("s5/year".into())).unwrap();
    assert_eq!(draft.questions.len(), USUAL_COUNT - 1);
    assert_eq!(draft.others[0].question.id, "s5/year", "in its rank");
    draft.apply(&Edit::Take("s5/year".into())).unwrap();
    assert_eq!(ids(&draft)[0], "s5/year", "where the article has it");
    assert_eq!(
        draft.apply(&Edit::Take("s5/year".into())),
        Err(EditRefused::Gone)
    );
    draft.apply(&Edit::Arrange(Order::Best)).unwrap();
    assert_eq!(ids(&draft)[0], "s19/year");
    draft.apply(&Edit::Arrange(Order::Article)).unwrap();
    assert_eq!(ids(&draft)[0], "s5/year");
}

#[test]
fn a_question_by_hand_is_empty_and_says_so() {
    let mut draft = draft();
    let id = draft.apply(&Edit::Write).unwrap().expect("has an id");
    let last = draft.questions.len() - 1;
    assert_eq!(draft.find(&id), Ok(last));
    let fault = Fault::NoStem { question: last };
    assert!(draft.faults().contains(&fault));
    assert!(draft.quiz().is_err());
    draft.apply(&Edit::Delete(id.clone())).unwrap();
    assert_eq!(draft.others.len(), 5, "is none of the candidates");
    let next = draft.apply(&Edit::Write).unwrap();
    assert_ne!(next, Some(id), "no id comes twice");
}

#[test]
fn words_of_a_sentence_become_the_key() {
    let made = made(20);
    let mut draft = Draft::from_made(&made, "Untitled");
    let reading = Reading::of(&made);
    let told = reading.sentence(2).expect("is there");
    let at = told.text.find("2003").unwrap();
    let cited = Box::new(Cited::new(reading.text(), &told));
    let id = draft.apply(&Edit::Ask(cited, at - 1..at + 4)).unwrap();
    let nth = draft.find(&id.expect("has an id")).unwrap();
    assert_eq!(nth, 0, "where the article has it");
    let entry = &draft.questions[0];
    assert_eq!(entry.question.stem, "Room number 2 was painted in _____.");
    assert_eq!(entry.question.key_text(), "2003");
    assert_eq!(entry.question.section, "Rooms");
    assert_eq!(entry.excerpt.as_ref().unwrap().parts()[1], told.text);
    let spares: Vec<_> = entry.spares.iter().map(|it| &*it.text).collect();
    assert_eq!(
        &spares[..2],
        ["2006", "2007"],
        "what else is asked for here"
    );
}

#[test]
fn words_of_a_stem_become_the_key_later() {
    let mut draft = draft();
    let id = draft.apply(&Edit::Write).unwrap().unwrap();
    change(&mut draft, &id, Change::Stem("The mill is red.".into())).unwrap();
    assert_eq!(
        change(&mut draft, &id, Change::Blank(3..4)),
        Err(EditRefused::NoWords)
    );
    assert_eq!(
        change(&mut draft, &id, Change::Blank(3..99)),
        Err(EditRefused::Gone)
    );
    change(&mut draft, &id, Change::Blank(12..15)).unwrap();
    let question = &draft.questions[draft.find(&id).unwrap()].question;
    assert_eq!(
        (&*question.stem, question.key_text()),
        ("The mill is _____.", "red")
    );
}

#[test]
fn advice_names_the_question_by_its_place() {
    let mut draft = draft();
    let stem = Change::Stem("Which is not a year of room number 5?".into());
    change(&mut draft, "s5/year", stem).unwrap();
    let notices = draft.notices();
    let negative = notices
        .iter()
        .find(|it| it.rule == Some(crate::lint::Rule::Positive));
    assert_eq!(negative.and_then(|it| it.question), Some(0));
    // The same fact twice: a round asks only one.
    let mut twin = made(20);
    let mut candidate = twin.candidates[0].clone();
    candidate.question.id = "s19/room".into();
    twin.candidates.push(candidate);
    let mut draft = Draft::from_made(&twin, "Untitled");
    draft.apply(&Edit::Take("s19/room".into())).unwrap();
    let notices = draft.notices();
    let pairs: Vec<_> = notices
        .iter()
        .filter(|it| it.other.is_some())
        .map(|it| (it.question, it.other, it.rule))
        .collect();
    assert_eq!(pairs, [(Some(15), Some(14), None)], "and says so once");
}

#[test]
fn what_is_typed_in_one_field_is_one_step() {
    let mut history = History::new(draft());
    let first = history.now().clone();
    for typed in ["T", "Th", "The"] {
        history.apply(&Edit::Title(typed.into())).unwrap();
    }
    let typed = history.now().clone();
    history.settle();
    history.apply(&Edit::Title("Them".into())).unwrap();
    assert!(history.undo());
    assert_eq!(*history.now(), typed);
    assert!(history.undo());
    assert_eq!(*history.now(), first);
    assert!(!history.undo());
    assert!(history.redo() && history.redo() && !history.redo());
    assert_eq!(history.now().title(), "Them");
}

#[test]
fn what_changes_nothing_is_no_step() {
    let mut history = History::new(draft());
    let title = history.now().title().to_owned();
    history.apply(&Edit::Title(title)).unwrap();
    assert!(!history.can_undo());
}

#[test]
fn a_deleted_question_comes_back_where_it_stood() {
    let mut history = History::new(draft());
    let before = history.now().clone();
    history.apply(&Edit::Delete("s9/year".into())).unwrap();
    assert_eq!(before.differs_at(history.now()), Some(4));
    assert!(history.undo());
    assert_eq!(*history.now(), before);
    assert_eq!(before.differs_at(history.now()), None);
}

#[test]
fn the_past_is_bounded() {
    let mut history = History::new(draft());
    for nth in 0..500 {
        let id = if nth % 2 == 0 { "s5/year" } else { "s6/year" };
        history
            .apply(&Edit::Question(id.into(), Change::Stem(nth.to_string())))
            .unwrap();
    }
    let mut steps = 0;
    while history.undo() {
        steps += 1;
    }
    assert_eq!(steps, 200);
}

#[test]
fn a_draft_of_a_later_version_is_told_from_a_damaged_one() {
    let json = draft().to_json();
    let newer = json.replacen("\"version\":1", "\"version\":2", 1);
    let flaw = |json: &str| {
        Draft::from_json(json).unwrap_err().as_slice()[0]
            .flaw
            .clone()
    };
    assert!(matches!(flaw(&newer), Flaw::Version { found: 2, known: 1 }));
    assert!(matches!(flaw(&json[..json.len() / 2]), Flaw::Syntax { .. }));
    let keyless = json.replacen("\"key\":2", "\"key\":9", 1);
    assert!(matches!(flaw(&keyless), Flaw::Key(9)));
    let twice = json.replacen("s6/year", "s5/year", 1);
    assert!(matches!(flaw(&twice), Flaw::Duplicate(_)));
}

#[test]
fn a_reading_tells_each_sentence_with_its_place() {
    let mut made = made(6);
    made.read[3].reason = Some(Reason::NoAnswer);
    let reading = Reading::of(&made);
    let back: Reading = serde_json::from_str(&serde_json::to_string(&reading).unwrap()).unwrap();
    assert_eq!(back, reading);
    let fallen: Vec<_> = reading.told(Some(Reason::NoAnswer)).collect();
    assert_eq!(fallen.len(), 1);
    assert_eq!(
        (fallen[0].0, fallen[0].1.text),
        (3, "Room number 3 was painted in 2004.")
    );
    assert_eq!(reading.told(None).count(), 6);
    let counts = Counts::of(&made.read);
    assert_eq!((counts.sentences, counts.asked), (6, 5));
    assert_eq!(counts.reasons, [(Reason::NoAnswer, 1)]);
}

#[test]
fn an_article_without_a_question_or_title_is_a_draft_too() {
    let text = "Nothing here can be asked for. It is all quite vague.";
    let input = Input {
        text: text.to_owned(),
        form: None,
        file_name: None,
        title: Some(String::new()),
        link: None,
        year: 2025,
        seed: 0,
    };
    let made = make(&input, &mut |_| {}).expect("is read");
    let draft = Draft::from_made(&made, "Untitled");
    assert_eq!(draft.title(), "Untitled");
    assert_eq!(draft.faults(), [Fault::NoQuestion]);
    assert!(draft.counts().sentences > 0);
    assert_eq!(Draft::from_json(&draft.to_json()), Ok(draft));
}

/// Any edit of a draft like ours, good or bad.
fn edits() -> impl Strategy<Value = Edit> {
    let id = || {
        prop_oneof![
            8 => (0..20_usize).prop_map(|nth| format!("s{nth}/year")),
            2 => (1..5_u32).prop_map(|nth| format!("hand-{nth}/asked")),
        ]
    };
    let text = || "[a-z0-9 _?ü]{0,12}";
    let change = prop_oneof![
        text().prop_map(Change::Stem),
        text().prop_map(Change::Explanation),
        (0..6_usize, text()).prop_map(|(nth, text)| Change::Option(nth, text)),
        (0..6_usize).prop_map(Change::Key),
        Just(Change::AddOption),
        (0..6_usize).prop_map(Change::RemoveOption),
        (0..6_usize, 0..4_usize).prop_map(|(option, spare)| Change::Pick { option, spare }),
        Just(Change::Sort),
        (0..20_usize, 0..20_usize).prop_map(|(a, b)| Change::Blank(a.min(b)..b.max(a))),
    ];
    let made = made(20);
    let ask = (0..20_usize, 0..20_usize, 0..20_usize).prop_map(move |(nth, a, b)| {
        let reading = Reading::of(&made);
        let told = reading.sentence(nth).expect("is there");
        Edit::Ask(
            Box::new(Cited::new(reading.text(), &told)),
            a.min(b)..b.max(a),
        )
    });
    prop_oneof![
        1 => text().prop_map(Edit::Title),
        1 => text().prop_map(Edit::Link),
        6 => (id(), change).prop_map(|(id, change)| Edit::Question(id, change)),
        1 => (id(), 0..20_usize).prop_map(|(id, to)| Edit::Move(id, to)),
        3 => id().prop_map(Edit::Delete),
        2 => id().prop_map(Edit::Take),
        1 => Just(Edit::Write),
        1 => ask,
        1 => prop_oneof![Just(Order::Article), Just(Order::Best)].prop_map(Edit::Arrange),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_edits_leave_a_draft_that_can_be_stored(edits in prop::collection::vec(edits(), 0..40)) {
        let mut draft = draft();
        for edit in &edits {
            let before = draft.clone();
            if draft.apply(edit).is_err() {
                prop_assert_eq!(&draft, &before, "a refused edit changes nothing");
            }
            // Reading checks that ids are unique, and options and keys in their bounds.
            let back = Draft::from_json(&draft.to_json());
            prop_assert_eq!(back.as_ref(), Ok(&draft));
            prop_assert_eq!(draft.faults().is_empty(), draft.quiz().is_ok());
            prop_assert!(draft.notices().iter().all(|it| it.question < Some(draft.questions.len())));
        }
    }

    #[test]
    fn any_edits_can_be_taken_back(edits in prop::collection::vec(edits(), 0..40)) {
        let mut history = History::new(draft());
        let mut states = vec![history.now().clone()];
        for edit in &edits {
            let _ = history.apply(edit);
            history.settle();
            if states.last() != Some(history.now()) {
                states.push(history.now().clone());
            }
        }
        for state in states.iter().rev().skip(1) {
            prop_assert!(history.undo());
            prop_assert_eq!(history.now(), state);
        }
        prop_assert!(!history.can_undo());
        for state in states.iter().skip(1) {
            prop_assert!(history.redo());
            prop_assert_eq!(history.now(), state);
        }
    }
}

#[test]
fn a_quiz_becomes_a_draft_and_the_same_quiz_again() {
    let mut draft = draft();
    draft.apply(&Edit::Write).expect("is added");
    let id = &draft
        .questions
        .last()
        .expect("is there")
        .question
        .id
        .clone();
    let mut write = |change| draft.apply(&Edit::Question(id.clone(), change));
    write(Change::Stem("What colour is the door?".to_owned())).expect("is changed");
    for (nth, colour) in ["red", "green", "blue", "white"].into_iter().enumerate() {
        write(Change::Option(nth, colour.to_owned())).expect("is changed");
    }
    let mut quiz = QuizDraft::from(draft.quiz().expect("is whole"));
    quiz.summary = "What was painted when.".to_owned();
    for question in &mut quiz.questions {
        question.range = None;
    }
    let quiz = Quiz::try_from(quiz).expect("is valid");
    let mut again = Draft::from_quiz(quiz.clone());
    assert_eq!(again.quiz(), Ok(quiz));
    assert_eq!(Draft::from_json(&again.to_json()).as_ref(), Ok(&again));
    // What is written by hand here has none of the ids that are there already.
    again.apply(&Edit::Write).expect("is added");
    assert!(Draft::from_json(&again.to_json()).is_ok());
}

#[test]
fn a_draft_that_is_kept_has_its_id_in_every_step() {
    let mut history = History::new(draft());
    let own = draft().id().to_owned();
    let mut other = draft();
    other.keep("another");
    history.replace(other);
    history.replace(draft());
    history
        .apply(&Edit::Title("Rooms".to_owned()))
        .expect("can be made");
    assert!(history.undo());
    history.keep("rooms-2");
    let kept = |history: &History| (history.now().id().to_owned(), history.now().is_kept());
    assert_eq!(kept(&history), ("rooms-2".to_owned(), true));
    assert!(history.redo());
    assert_eq!(kept(&history), ("rooms-2".to_owned(), true));
    assert!(history.undo() && history.undo());
    assert_eq!(kept(&history), ("another".to_owned(), true));
    assert!(history.undo());
    assert_eq!(kept(&history), ("rooms-2".to_owned(), true));
    let read = Draft::from_json(&history.now().to_json()).expect("is a draft");
    assert!(read.is_kept());
    assert_ne!(own, "rooms-2");
}
