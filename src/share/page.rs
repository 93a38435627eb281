//! A quiz in a page of its own: the player's one file with that quiz in it.
//!
//! The player, `readback.html`, looks for a block of data that holds a bank, and plays that one
//! instead of the built-in one. A block of data is no script, so the player's policy, which allows
//! no request and no script but its own, holds for the page as it stands.

use std::fmt;

use super::tags::{Element, elements, escaped, replaced};
use crate::bank::Bank;
use crate::words;

/// The id of the block that holds the quiz.
const ID: &str = "readback-quiz";

/// Why a quiz could not be put into a player.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageError {
    /// What was given is not `readback.html`, or not one that this version can fill.
    NoPlayer,
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPlayer => f.write_str("is no readback.html, as a build makes it"),
        }
    }
}

impl std::error::Error for PageError {}

/// The page that plays this quiz: `player` with the quiz in it, under its title and in its language.
/// A player that holds another quiz already can be given this one.
///
/// # Errors
/// [`PageError::NoPlayer`] where `player` is something else.
pub fn page(player: &str, quiz: &Bank) -> Result<String, PageError> {
    let mut changes = Vec::new();
    let (mut is_single, mut has_title) = (false, false);
    for element in elements(player) {
        let described = ["name", "property"]
            .into_iter()
            .find_map(|by| element.attribute(by));
        match (&*element.name, described) {
            ("html", _) => {
                is_single = element.attribute("data-single").is_some();
                changes.push((element.range.clone(), element.with("lang", quiz.lang())));
            }
            ("title", _) if !has_title => {
                has_title = true;
                let title = escaped(&words::page_title(quiz.title()));
                let titled = format!("<title>{title}</title>{}", block(quiz));
                changes.push((element.range, titled));
            }
            ("meta", Some("description" | "og:description")) => {
                changes.push(described_as(&element, quiz.summary()));
            }
            ("meta", Some("og:title")) => changes.push(described_as(&element, quiz.title())),
            ("script", _) if element.attribute("id") == Some(ID) => {
                changes.push((element.range, String::new()));
            }
            _ => {}
        }
    }
    if is_single && has_title {
        Ok(replaced(player, changes))
    } else {
        Err(PageError::NoPlayer)
    }
}

fn described_as(element: &Element<'_>, text: &str) -> (std::ops::Range<usize>, String) {
    (element.range.clone(), element.with("content", text))
}

/// The block of data. In a record each `<` of a text can be written `\l`, and there is no other: so
/// nothing in it ends the block. What the parser of HTML would change on its way, it changes here.
fn block(quiz: &Bank) -> String {
    let record = quiz
        .to_text()
        .replace('<', "\\l")
        .replace('\r', "")
        .replace('\0', "\u{fffd}");
    format!("<script type=\"text/plain\" id=\"{ID}\">{record}</script>")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::*;
    use crate::quiz::Quiz;

    const PLAYER: &str = r#"<!doctype html><html data-single lang=en><head><meta charset=utf-8><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>Built in – Readback</title><meta name=description content="Of the built-in quiz."><meta property=og:title content="Built in"><script>boot()</script></head><body><main>Cover</main></body></html>"#;

    fn bank(title: &str, stem: &str) -> Bank {
        let quiz = serde_json::json!({
            "version": 1, "id": "harbour", "title": title, "summary": "A \"harbour\".", "lang": "de",
            "questions": [{
                "id": "cost", "fact": "cost", "section": "", "stem": stem,
                "options": [{ "text": "a" }, { "text": "b" }, { "text": "c" }],
                "key": 0, "explanation": "", "evidence": "",
            }],
        });
        Bank::from_quiz(&Quiz::from_json(&quiz.to_string()).unwrap())
    }

    fn given(page: &str) -> Bank {
        let is_block = |element: &Element<'_>| element.attribute("id") == Some(ID);
        let block = elements(page).find(is_block).unwrap();
        Bank::from_text(block.text.unwrap()).unwrap()
    }

    #[test]
    fn the_page_holds_the_quiz_and_says_so_in_its_head() {
        let bank = bank("The <b>harbour</b> & co", "What?");
        let page = page(PLAYER, &bank).unwrap();
        assert_eq!(given(&page), bank);
        for part in [
            "<html data-single=\"\" lang=\"de\">",
            "<title>The &lt;b&gt;harbour&lt;/b&gt; &amp; co – Readback</title>",
            "<meta name=\"description\" content=\"A &quot;harbour&quot;.\">",
            "<meta property=\"og:title\" content=\"The &lt;b&gt;harbour&lt;/b&gt; &amp; co\">",
            "content=\"default-src 'none'\"",
        ] {
            assert!(page.contains(part), "{part} is not in {page}");
        }
        assert!(!page.contains("uilt"), "{page}");
    }

    #[test]
    fn a_filled_page_can_be_filled_again() {
        let first = page(PLAYER, &bank("First", "What?")).unwrap();
        let second = bank("Second", "What?");
        let page = page(&first, &second).unwrap();
        assert_eq!(given(&page), second);
        assert_eq!(page.matches(ID).count(), 1);
    }

    #[test]
    fn what_is_no_player_is_refused() {
        let index = PLAYER.replace(" data-single", "");
        let untitled = PLAYER.replace("<title>Built in – Readback</title>", "");
        for other in ["", "Notes", "<html data-single>", &index, &untitled] {
            assert_eq!(page(other, &bank("A", "What?")), Err(PageError::NoPlayer));
        }
    }

    proptest! {
        #[test]
        fn no_text_leaves_the_block(title in "\\PC{0,8}[a-z]", stem in any::<String>(), tag in "[</>!\\-scriptSCRIPT\\\\ln]{0,12}") {
            let bank = bank(&title, &format!("{tag}{stem}?"));
            let page = page(PLAYER, &bank).unwrap();
            prop_assert_eq!(elements(&page).count(), elements(PLAYER).count() + 1);
            let mut expected = bank.to_text().replace('\r', "").replace('\0', "\u{fffd}");
            prop_assert_eq!(given(&page).to_text(), std::mem::take(&mut expected));
        }
    }
}
