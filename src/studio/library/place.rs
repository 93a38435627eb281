//! The library's own screens, by what stands in the address behind `#/library`.
//!
//! | address | screen |
//! |---|---|
//! | `#/library` | the quizzes |
//! | `#/library/review` | what is due, and how it is spread |
//! | `#/library/history` | all finished rounds, and what they show |
//! | `#/library/quiz/ID` | the same of one quiz |
//! | `#/library/round/QUIZ/STARTED` | one round, answer by answer |
//! | `#/library/data` | backing everything up, and bringing it back |

/// A screen of the library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// The quizzes.
    #[default]
    Quizzes,
    /// What is due.
    Review,
    /// Finished rounds: of that quiz, or all.
    History(Option<String>),
    /// One round of that quiz, which began then.
    Round(String, u64),
    /// Backing up and restoring.
    Data,
    /// No screen has this address.
    Nowhere,
}

impl Place {
    /// The screen that an address asks for.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let rest = hash.strip_prefix("#/library").unwrap_or_default();
        let rest = rest.trim_matches('/');
        match rest.split_once('/').unwrap_or((rest, "")) {
            ("", _) => Self::Quizzes,
            ("review", "") => Self::Review,
            ("history", "") => Self::History(None),
            ("quiz", id) if !id.is_empty() => Self::History(Some(id.to_owned())),
            ("round", rest) => {
                let round = rest.rsplit_once('/');
                let round = round.and_then(|(quiz, at)| Some((quiz, at.parse().ok()?)));
                round.map_or(Self::History(None), |(quiz, at)| {
                    Self::Round(quiz.to_owned(), at)
                })
            }
            ("data", "") => Self::Data,
            _ => Self::Nowhere,
        }
    }

    /// Its address.
    #[must_use]
    pub fn address(&self) -> String {
        let rest = match self {
            Self::Quizzes | Self::Nowhere => String::new(),
            Self::Review => "/review".to_owned(),
            Self::History(None) => "/history".to_owned(),
            Self::History(Some(id)) => ["/quiz/", id].concat(),
            Self::Round(quiz, at) => format!("/round/{quiz}/{at}"),
            Self::Data => "/data".to_owned(),
        };
        ["#/library", &rest].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_has_an_address_that_leads_back_to_it() {
        for place in [
            Place::Quizzes,
            Place::Review,
            Place::History(None),
            Place::History(Some("mill".into())),
            Place::Round("mill".into(), 7),
            Place::Data,
        ] {
            assert_eq!(Place::parse(&place.address()), place);
        }
    }

    #[test]
    fn an_address_of_no_screen_leads_nowhere() {
        for hash in ["#/library/x", "#/library/quiz", "#/library/data/x"] {
            assert_eq!(Place::parse(hash), Place::Nowhere, "{hash}");
        }
        for hash in ["#/library/", "#/make"] {
            assert_eq!(Place::parse(hash), Place::Quizzes, "{hash}");
        }
    }
}
