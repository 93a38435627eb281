//! What may be a wrong answer, and what may not.

use super::*;

/// Facts about one harbour; each line is `fact: statement | stem | kind class: answer | distractors
/// | exclude`, lists parted by `;`.
pub(crate) fn facts(lines: &[&str]) -> Facts {
    let quote = |text: &str| format!("\"{}\"", text.trim());
    let list = |text: &str| {
        let items = text.split(';').filter(|item| !item.trim().is_empty());
        items.map(quote).collect::<Vec<_>>().join(",")
    };
    let facts: Vec<_> = lines
        .iter()
        .map(|line| {
            let mut parts = line.split('|');
            let mut next = || parts.next().unwrap_or_default().trim();
            let (id, statement) = next().split_once(':').expect("an id and a statement");
            let stem = next();
            let (kind, text) = next().split_once(':').expect("a kind and an answer");
            let (kind, class) = kind.split_once(' ').unwrap_or((kind, ""));
            let class = if class.is_empty() {
                "null".to_owned()
            } else {
                quote(class)
            };
            format!(
                r#"{{"id":{},"section":"Plans","statement":{},"asks":[{{"id":"a","stem":{},
                "answer":{{"kind":{},"class":{class},"text":{}}},"distractors":[{}],"exclude":[{}],
                "explanation":"So it was."}}]}}"#,
                quote(id),
                quote(statement),
                quote(stem),
                quote(kind),
                quote(text),
                list(next()),
                list(next()),
            )
        })
        .collect();
    let json = format!(
        r#"{{"version":1,"id":"harbour","title":"The new harbour","summary":"How it came.",
        "lang":"en","source":{{"publisher":"The Daily","about":"a report"}},"year":2025,
        "sections":["Plans"],"facts":[{}]}}"#,
        facts.join(",")
    );
    Facts::from_json(&json).unwrap_or_else(|problems| panic!("{problems}"))
}

/// The candidates for the first line's ask, best first.
fn candidates(lines: &[&str]) -> Vec<String> {
    let facts = facts(lines);
    let pool = Pool::new(&facts);
    let asked = pool.asked(0, 0).expect("asks something");
    let candidates = pool.candidates(&asked, &mut Rng::derived(1, ""));
    let mut candidates: Vec<_> = candidates.into_iter().map(|(value, _)| value).collect();
    // Neighbours are looked at by themselves.
    candidates.retain(|value| {
        asked.ask.distractors().contains(value) || {
            facts.facts()[1..]
                .iter()
                .any(|fact| fact.asks()[0].answer() == value)
        }
    });
    candidates.iter().map(ToString::to_string).collect()
}

#[track_caller]
fn assert_candidates(lines: &[&str], expected: &[&str]) {
    let mut candidates = candidates(lines);
    candidates.sort_unstable();
    assert_eq!(candidates, expected);
}

const BUILT: &str = "built: It was built in Osaka. | Where was it built? | place city: Osaka";

#[test]
fn other_facts_lend_what_is_of_the_same_kind_and_class() {
    assert_candidates(
        &[
            BUILT,
            "a: Its crane is from Kiel. | Where is the crane from? | place city: Kiel",
            "b: Its stone is from Norway. | Where is the stone from? | place country: Norway",
            "c: Ada Boe drew it. | Who drew it? | person: Ada Boe",
        ],
        &["Kiel"],
    );
    // Phrases have nothing in common but being phrases.
    assert_candidates(
        &[
            "a: It was meant to bring work. | What was it meant to do? | phrase: bring work",
            "b: Critics wanted to save money. | What did critics want? | phrase: save money",
        ],
        &[],
    );
}

#[test]
fn what_the_facts_tell_of_the_same_thing_is_no_wrong_answer() {
    // In the statement itself, coordinated with the key.
    assert_candidates(
        &[
            "a: Ada Boe and Jon Lie drew the plans. | Who drew the plans? | person: Ada Boe",
            "b: Jon Lie left. | Who left? | person: Jon Lie",
            "c: Eva Moe stayed. | Who stayed? | person: Eva Moe",
        ],
        &["Eva Moe"],
    );
    // In another statement that shares most of the stem's words.
    assert_candidates(
        &[
            "a: Ada Boe drew the first plans. | Who drew plans? | person: Ada Boe",
            "b: Jon Lie drew other plans. | Who was second? | person: Jon Lie",
        ],
        &[],
    );
}

#[test]
fn nothing_in_the_stem_or_excluded_or_overlapping_is_a_wrong_answer() {
    assert_candidates(
        &[
            "a: It opened in York. | Where, if not in Bath, did it open? | place city: York
             | Bath; New York; Leeds; Kiel; Kiel Canal | Leeds",
        ],
        &["Kiel", "Kiel Canal"],
    );
    let facts = facts(&[
        "a: It opened in York. | Where did it open? | place city: York
         | Kiel; Kiel Canal; Oslo",
    ]);
    let options = Pool::new(&facts)
        .options(0, 0, None, &mut Rng::derived(1, ""))
        .expect("three options");
    let texts: Vec<_> = options.values.iter().map(ToString::to_string).collect();
    assert_eq!(
        texts,
        ["York", "Kiel", "Oslo"],
        "candidates may not overlap each other"
    );
}

#[test]
fn with_one_wrong_answer_there_is_no_question() {
    let facts = facts(&["a: It opened in York. | Where did it open? | place city: York | Kiel"]);
    let pool = Pool::new(&facts);
    assert_eq!(pool.options(0, 0, None, &mut Rng::derived(1, "")), None);
    assert_eq!(
        pool.options(1, 0, None, &mut Rng::derived(1, "")),
        None,
        "no such fact"
    );
    assert_eq!(
        pool.options(0, 1, None, &mut Rng::derived(1, "")),
        None,
        "no such ask"
    );
}

#[test]
fn amounts_far_off_are_no_temptation() {
    assert_candidates(
        &[
            "a: It took ten years. | How long did it take? | duration: 10 years",
            "b: The old one stood for 158 years. | How long did it stand? | duration: 158 years",
            "c: It will last for 30 years. | How long will it last? | duration: 30 years",
            "d: The wait was 3.5 years. | How long was the wait? | duration: 3.5 years",
        ],
        &["30 years"],
    );
}

#[test]
fn the_key_stands_out_neither_by_length_nor_by_a_word_of_the_stem() {
    let facts = facts(
        &["a: The Port Authority of Kiel paid. | Which authority paid?
         | organisation: Port Authority of Kiel
         | City; Bank; State; Railway Authority of Bremen; Ministry of Works"],
    );
    let options = Pool::new(&facts)
        .options(0, 0, None, &mut Rng::derived(1, ""))
        .expect("four options");
    let texts: Vec<_> = options.values.iter().map(ToString::to_string).collect();
    let expected = [
        "Port Authority of Kiel",
        "City",
        "Railway Authority of Bremen",
        "Ministry of Works",
    ];
    assert_eq!(texts, expected);
}

#[test]
fn every_rank_of_a_number_is_as_likely() {
    let facts = facts(&[
        "a: It has 26 berths. | How many berths does it have? | number: 26 berths
         | 20 berths; 22 berths; 24 berths",
    ]);
    let pool = Pool::new(&facts);
    let mut ranks = [0; 4];
    for seed in 0..4000 {
        let options = pool
            .options(0, 0, None, &mut Rng::derived(seed, ""))
            .expect("four options");
        assert!(options.values.is_sorted_by_key(Value::position));
        ranks[options.key] += 1;
    }
    assert!(
        ranks.iter().all(|&rank| (900..1100).contains(&rank)),
        "{ranks:?}"
    );
}

#[test]
fn a_side_that_cannot_be_filled_leaves_the_other_ranks() {
    // Nothing is below 1, and no year of the future stands beside one of the past.
    let facts = facts(&[
        "a: It has one berth. | How many berths does it have? | number: 1 berths",
        "b: It opened in 2024. | In which year did it open? | year: 2024",
    ]);
    let pool = Pool::new(&facts);
    for seed in 0..50 {
        let options = pool
            .options(0, 0, None, &mut Rng::derived(seed, ""))
            .expect("four options");
        assert_eq!((options.values.len(), options.key), (4, 0));
        let options = pool
            .options(1, 0, None, &mut Rng::derived(seed, ""))
            .expect("four options");
        let later = options
            .values
            .iter()
            .filter(|value| value.year() > Some(2025))
            .count();
        // Only what the drawn rank takes: the year above 2024 that is not yet of the future first.
        assert_eq!(later, (3 - options.key).saturating_sub(1));
    }
}

#[test]
fn no_year_is_offered_that_the_article_could_not_tell_of() {
    let value = |text: &str| Value::parse(Kind::Year, text).expect("reads");
    let barred = |key: &str, other: &str| anachronistic(&value(other), &value(key), 2019);
    assert!(!barred("2016", "2019"));
    assert!(barred("2016", "2020"));
    // What is still to come.
    assert!(!barred("2024", "2022"));
    assert!(barred("2024", "2018"));
    let decade = |text: &str| Value::name(Kind::Phrase, text);
    assert!(anachronistic(&decade("2030s"), &decade("1990s"), 2019));
    assert!(!anachronistic(&decade("2010s"), &decade("1990s"), 2019));
}

#[test]
fn a_name_stands_beside_those_of_the_article_and_as_many_of_a_list_as_are_missing() {
    let of = |origins: &[Origin]| {
        let place = |(nth, &origin): (usize, &Origin)| {
            (Value::name(Kind::Place, &format!("Place {nth}")), origin)
        };
        let all: Candidates = origins.iter().enumerate().map(place).collect();
        known(&all).len()
    };
    let (article, list) = (Origin::Article, Origin::List);
    assert_eq!(of(&[article, article, list, list]), 3);
    assert_eq!(of(&[article, list, list, list]), 3);
    assert_eq!(of(&[article, article, article, list, list]), 4);
}

#[test]
fn beside_a_person_stand_those_who_are_named_nearest() {
    let mut lines = Vec::new();
    let name = |nth: u8| format!("{} Boe", char::from(b'A' + nth).to_string().repeat(3));
    for nth in 0..12 {
        let name = name(nth);
        lines.push(format!(
            "f{nth}: {name} won. | Who won race {nth}? | person: {name}"
        ));
    }
    let lines: Vec<_> = lines.iter().map(String::as_str).collect();
    let facts = facts(&lines);
    let pool = Pool::new(&facts);
    let asked = pool.asked(0, 0).expect("asks something");
    let all: Candidates = (1..12)
        .rev()
        .map(|nth| (Value::name(Kind::Person, &name(nth)), Origin::Article))
        .collect();
    let near = pool.near(&asked, &all);
    let near: Vec<_> = near.iter().map(|(value, _)| value.to_string()).collect();
    assert_eq!(near, (1..7).map(name).collect::<Vec<_>>());
}

#[test]
fn what_the_article_counts_of_the_same_is_no_wrong_answer() {
    let facts = facts(&[
        "f1: Meridian keeps three old boats. | How many old boats does Meridian keep? | number: 3 boats",
        "f2: Four small wooden boats sank in a storm near Leeds. | Where did they sink? | place: Leeds",
    ]);
    let pool = Pool::new(&facts);
    let boats = |amount: &str| Value::parse(Kind::Number, amount).expect("reads");
    assert!(pool.counts(&boats("4 boats")));
    assert!(!pool.counts(&boats("5 boats")));
}
