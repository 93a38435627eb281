//! Holds the static page to the article and the words: a reader sees it before the program runs.

use readback::fact::Facts;
use readback::words;

const PAGE: &str = include_str!("../index.html");
/// What a round has unless the reader asks for another number.
const QUESTIONS: usize = 10;

fn facts() -> Facts {
    Facts::from_json(include_str!("../articles/alaska-summit.json")).expect("a valid article")
}

/// The text right behind the tag that begins like this.
fn text_of(tag: &str) -> &'static str {
    let (_, rest) = PAGE
        .split_once(tag)
        .unwrap_or_else(|| panic!("index.html has no {tag}"));
    let (_, rest) = rest.split_once('>').expect("a tag ends");
    rest.split('<').next().unwrap_or_default()
}

/// The value of an attribute of the tag that begins like this.
fn content_of(tag: &str) -> &'static str {
    let (_, rest) = PAGE
        .split_once(tag)
        .unwrap_or_else(|| panic!("index.html has no {tag}"));
    let (_, rest) = rest.split_once("content=\"").expect("it has a content");
    rest.split('"').next().unwrap_or_default()
}

#[test]
fn the_static_cover_says_what_the_program_will_say() {
    let facts = facts();
    let source = facts.source();
    assert_eq!(text_of("<h1"), facts.title());
    assert_eq!(text_of("<p class=\"kicker\""), words::KICKER);
    assert_eq!(text_of("<p class=\"standfirst\""), facts.summary());
    assert_eq!(
        text_of("<p class=\"facts\""),
        format!(
            "{}, {}",
            words::questions(QUESTIONS),
            words::minutes(QUESTIONS)
        )
    );
    assert_eq!(
        text_of("<button type=\"button\" id=\"start-quiz\""),
        words::START
    );
    assert_eq!(text_of("<summary"), words::OPTIONS);
    assert_eq!(
        text_of("<p class=\"source\""),
        [
            words::SOURCE,
            &words::published(&source.publisher, &source.about)
        ]
        .concat()
    );
    assert_eq!(
        text_of("<p class=\"make\"><a href=\"#/make\""),
        words::MAKE_YOUR_OWN
    );
}

#[test]
fn the_frame_of_the_static_page_is_the_programs() {
    assert_eq!(text_of("<a class=\"brand\""), words::NAME);
    assert_eq!(text_of("<a class=\"library\""), words::LIBRARY);
    assert_eq!(text_of("<a href=\"#/settings\""), words::SETTINGS);
    assert_eq!(text_of("<footer class=\"bottom\"><p"), words::PRIVACY);
}

#[test]
fn search_engines_and_previews_are_told_the_same() {
    let facts = facts();
    assert_eq!(text_of("<title"), words::page_title(facts.title()));
    assert_eq!(content_of("<meta name=\"description\""), facts.summary());
    assert_eq!(content_of("<meta property=\"og:title\""), facts.title());
    assert_eq!(
        content_of("<meta property=\"og:description\""),
        facts.summary()
    );
    assert!(PAGE.contains(&format!("<html lang=\"{}\">", facts.lang())));
    assert_eq!(facts.lang(), words::LANG);
}
