//! A quiz in a link: all of it behind the `#` of the page's address, so that no server ever sees it.
//!
//! `#/s/PAYLOAD`: a letter for the version and, as base64url (RFC 4648, section 5), the record of the
//! quiz's bank, compressed in zlib's format (RFC 1950), which ends in a checksum. `web/link.js` reads
//! it; that the browser can decompress is why nothing of this is in the page.

use std::fmt;
use std::io::Write;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use flate2::Compression;
use flate2::write::ZlibEncoder;

use crate::bank::Bank;

/// The version of the payload: the letter it begins with.
const VERSION: char = 'A';
/// How hard to try to make it short: as hard as there is.
const HARDEST: u32 = 10;
/// Where the addresses of links begin, behind `#`.
const PLACE: &str = "#/s/";
/// The longest record that a link may hold, in bytes: `web/link.js` opens nothing longer.
const LONGEST: usize = 2_000_000;
/// Characters that any chat program carries in one message: those that Discord does, which carries
/// the fewest of those in wide use. Telegram carries 4,096, Slack 40,000.
pub const CHAT: usize = 2_000;

/// Why a quiz does not go into a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// It has more text than a link may hold.
    TooBig {
        /// The bytes it has.
        bytes: usize,
        /// The bytes a link may hold.
        most: usize,
    },
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::TooBig { bytes, most } = self;
        write!(
            f,
            "the quiz has {bytes} bytes of text, and a link holds {most}: hand it on as a file"
        )
    }
}

impl std::error::Error for LinkError {}

/// The address that plays a quiz: `base`, which is the page's own, and the quiz behind its `#`. A base
/// of nothing gives what stands behind any page's address.
///
/// # Errors
/// [`LinkError`] where the quiz is too big.
pub fn link(quiz: &Bank, base: &str) -> Result<String, LinkError> {
    let record = quiz.to_text();
    let (bytes, most) = (record.len(), LONGEST);
    if bytes > most {
        return Err(LinkError::TooBig { bytes, most });
    }
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::new(HARDEST));
    // Memory takes all that is written.
    let packed = zlib
        .write_all(record.as_bytes())
        .and_then(|()| zlib.finish())
        .unwrap_or_default();
    let page = base.split('#').next().unwrap_or_default();
    let mut link = format!("{page}{PLACE}{VERSION}");
    BASE64_URL_SAFE_NO_PAD.encode_string(packed, &mut link);
    Ok(link)
}

/// Whether every chat program carries this link whole.
#[must_use]
pub fn fits_chat(link: &str) -> bool {
    link.chars().count() <= CHAT
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::ZlibDecoder;
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::*;
    use crate::quiz::{Draw, Quiz, QuizDraft};

    const BASE: &str = "https://readback.example/quiz/";

    /// The built-in quiz, of a round of ten.
    fn drawn(seed: u32) -> Bank {
        let bank = Bank::from_text(include_str!("../../articles/alaska-summit.bank")).unwrap();
        let quiz = Quiz::try_from(QuizDraft {
            version: Quiz::VERSION,
            id: bank.id().to_owned(),
            title: bank.title().to_owned(),
            summary: bank.summary().to_owned(),
            lang: bank.lang().to_owned(),
            source: bank.source().clone(),
            questions: bank.draw(Draw::new(seed, Some(10))).questions,
        });
        Bank::from_quiz(&quiz.unwrap())
    }

    fn opened(link: &str) -> Option<Bank> {
        let payload = link.split_once("#/s/A")?.1;
        let packed = BASE64_URL_SAFE_NO_PAD.decode(payload).ok()?;
        let mut record = String::new();
        ZlibDecoder::new(&*packed)
            .read_to_string(&mut record)
            .ok()?;
        Bank::from_text(&record)
    }

    #[test]
    fn ten_questions_of_the_built_in_quiz_have_a_link_of_less_than_3000_characters() {
        let longest = (0..50).map(|seed| link(&drawn(seed), BASE).unwrap().len());
        let longest = longest.max().unwrap();
        assert!(longest < 3_000, "{longest}");
    }

    #[test]
    fn a_link_holds_the_quiz_and_nothing_that_an_address_may_not() {
        let bank = drawn(1);
        let link = link(&bank, BASE).unwrap();
        assert!(link.starts_with("https://readback.example/quiz/#/s/A"));
        assert!(
            link.bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"-_:/.#".contains(&b))
        );
        assert_eq!(opened(&link), Some(bank));
    }

    #[test]
    fn the_base_is_a_page_wherever_one_copied_its_address() {
        let bank = drawn(1);
        let of = |base| link(&bank, base).unwrap();
        assert_eq!(of("https://a.example/#/quiz/b"), of("https://a.example/"));
        assert!(of("").starts_with("#/s/A"));
    }

    #[test]
    fn a_chat_carries_so_much_and_no_more() {
        assert!(fits_chat(&"a".repeat(CHAT)));
        assert!(!fits_chat(&"a".repeat(CHAT + 1)));
    }

    #[test]
    fn a_quiz_too_big_for_a_link_is_told_how_big_it_is() {
        let mut quiz = QuizDraft::from(drawn_quiz());
        quiz.questions[0].explanation = "a".repeat(LONGEST);
        let bank = Bank::from_quiz(&Quiz::try_from(quiz).unwrap());
        let bytes = bank.to_text().len();
        assert_eq!(
            link(&bank, BASE),
            Err(LinkError::TooBig {
                bytes,
                most: LONGEST
            })
        );
    }

    fn drawn_quiz() -> Quiz {
        drawn(1).quiz(1).unwrap()
    }

    proptest! {
        #[test]
        fn whatever_a_quiz_says_comes_back(title in ".{1,40}", stem in any::<String>()) {
            let mut quiz = QuizDraft::from(drawn_quiz());
            quiz.title = format!("A{title}");
            quiz.questions[0].stem = format!("A{stem}");
            let bank = Bank::from_quiz(&Quiz::try_from(quiz).unwrap());
            prop_assert_eq!(opened(&link(&bank, "").unwrap()), Some(bank));
        }
    }
}
