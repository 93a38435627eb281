//! What is made of articles of many kinds: reviewed snapshots, and what has to hold of every
//! question.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use readback::lint::lint_set;
use readback::make::{Input, Made, USUAL_COUNT, make};
use readback::question::Question;
use readback::text;
use readback::value::Value;

/// The articles, by name.
fn articles() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let entries = fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    paths
}

fn made(path: &Path) -> Made {
    let input = Input {
        text: fs::read_to_string(path).expect("a text"),
        form: None,
        file_name: path
            .file_name()
            .and_then(|name| name.to_str())
            .map(str::to_owned),
        title: None,
        link: None,
        year: 2025,
        seed: 1,
    };
    make(&input, &mut |_| {}).expect("is made")
}

/// What is made of the same article without its line breaks, as it is copied out of some documents.
fn made_flat(path: &Path) -> Made {
    let text = fs::read_to_string(path).expect("a text");
    let input = Input {
        text: text.split_whitespace().collect::<Vec<_>>().join(" "),
        form: None,
        file_name: None,
        title: Some("An article".to_owned()),
        link: None,
        year: 2025,
        seed: 1,
    };
    make(&input, &mut |_| {}).expect("is made")
}

#[test]
fn a_text_in_one_paragraph_makes_a_quiz_too() {
    let path = articles()
        .into_iter()
        .find(|path| path.ends_with("local.txt"))
        .expect("an article");
    let (count, flat) = (made(&path).best(USUAL_COUNT).len(), made_flat(&path));
    let of_flat = flat.best(USUAL_COUNT).len();
    assert!(2 * of_flat > count, "{of_flat} of {count}");
}

/// Calls with every article and its best questions.
fn each(mut check: impl FnMut(&Path, &Made, &[Question])) {
    for path in articles() {
        let made = made(&path);
        let best = made.best(USUAL_COUNT).into_iter();
        let questions: Vec<_> = best.map(|candidate| candidate.question.clone()).collect();
        check(&path, &made, &questions);
    }
}

fn printed(made: &Made, questions: &[Question]) -> String {
    let mut text = format!("{}\n", made.title);
    let mut reasons: BTreeMap<_, usize> = BTreeMap::new();
    for read in &made.read {
        *reasons.entry(read.reason).or_default() += 1;
    }
    let (sentences, candidates) = (made.read.len(), made.candidates.len());
    let _ = writeln!(text, "{sentences} sentences, {candidates} candidates");
    for (reason, count) in reasons {
        let what = reason.map_or("is asked about", |reason| reason.words());
        let _ = writeln!(text, "{count:>4} {what}");
    }
    for question in questions {
        let section = match &*question.section {
            "" => String::new(),
            section => format!(" ({section})"),
        };
        let _ = writeln!(text, "\n{}{section}", question.stem);
        for (nth, choice) in question.options.iter().enumerate() {
            let mark = if nth == question.key { '*' } else { ' ' };
            let origin = choice
                .origin
                .map_or(String::new(), |it| format!("  {it:?}"));
            let _ = writeln!(text, "  {mark} {}{}", choice.text, origin.to_lowercase());
        }
    }
    text
}

#[test]
fn questions_are_as_they_were_reviewed() {
    each(|path, made, questions| {
        let name = path
            .file_stem()
            .and_then(|name| name.to_str())
            .expect("a name");
        insta::assert_snapshot!(format!("the_questions_of_{name}"), printed(made, questions));
    });
}

#[test]
fn every_key_stands_in_the_evidence_and_every_range_leads_to_it() {
    each(|path, made, questions| {
        for question in questions {
            let evidence = text::words(&question.evidence);
            let key = text::words(question.key_text());
            assert!(
                text::holds(&evidence, &key),
                "{}: {}",
                path.display(),
                question.stem
            );
            let range = question.range.clone().expect("is cited");
            assert_eq!(made.text[range], question.evidence);
        }
    });
}

#[test]
fn options_are_three_or_four_of_one_form() {
    each(|path, _, questions| {
        for question in questions {
            let place = format!("{}: {}", path.display(), question.stem);
            assert!((3..=4).contains(&question.options.len()), "{place}");
            let values: Vec<_> = question
                .options
                .iter()
                .map(|it| Value::read(&it.text))
                .collect();
            let first = &values[0];
            let alike = values.iter().all(|value| match (value, first) {
                (Some(value), Some(first)) => value.same_form(first),
                (None, None) => true,
                _ => false,
            });
            assert!(alike, "{place}");
            let wrong = question
                .options
                .iter()
                .enumerate()
                .filter(|(nth, _)| *nth != question.key);
            assert!(wrong.clone().all(|(_, it)| it.origin.is_some()), "{place}");
            assert!(question.options[question.key].origin.is_none(), "{place}");
        }
    });
}

#[test]
fn nothing_is_found_in_a_draft() {
    each(|path, made, questions| {
        let findings = lint_set(questions, &made.title);
        assert!(findings.is_empty(), "{}: {findings:#?}", path.display());
    });
}

#[test]
fn stems_lean_on_nothing_before_them() {
    const OPENERS: [&str; 16] = [
        "he", "she", "it", "they", "his", "her", "their", "this", "that", "these", "those",
        "however", "but", "instead", "then", "so",
    ];
    each(|path, _, questions| {
        for question in questions {
            let first = question.stem.split_whitespace().next().unwrap_or_default();
            let first = first.trim_end_matches(',').to_lowercase();
            assert!(
                !OPENERS.contains(&&*first),
                "{}: {}",
                path.display(),
                question.stem
            );
        }
    });
}

#[test]
fn a_draft_asks_once_about_a_fact_and_twice_about_a_paragraph() {
    each(|path, made, questions| {
        let mut facts = BTreeMap::new();
        let mut paragraphs = BTreeMap::new();
        for question in questions {
            let start = question.range.as_ref().expect("is cited").start;
            let paragraph = made
                .paragraphs
                .iter()
                .position(|it| it.range.contains(&start));
            *facts.entry(&question.fact).or_insert(0) += 1;
            *paragraphs.entry(paragraph).or_insert(0) += 1;
        }
        assert!(
            facts.values().all(|&count| count == 1),
            "{}",
            path.display()
        );
        assert!(
            paragraphs.values().all(|&count| count <= 2),
            "{}",
            path.display()
        );
    });
}

#[test]
fn articles_of_a_page_give_enough_questions() {
    let mut counts = Vec::new();
    each(|_, _, questions| counts.push(questions.len()));
    counts.sort_unstable();
    assert!(counts[counts.len() / 2] >= 8, "{counts:?}");
}

#[test]
fn the_same_text_makes_the_same_questions() {
    for path in articles() {
        assert_eq!(made(&path), made(&path));
    }
}
