//! Addresses: everything behind `#`, so that any static host will do.
//!
//! | address | screen |
//! |---|---|
//! | `#/` | the cover of the built-in quiz |
//! | `#/quiz/ID` | play: resumes the round or starts one |
//! | `#/quiz/ID?seed=S&n=N` | that very draw |
//! | `#/quiz/ID/results` | the score |
//! | `#/quiz/ID/about` | the cover of that quiz |
//! | `#/s/PAYLOAD` | the cover of the quiz that the address itself carries |
//! | `#/s/PAYLOAD/play`, `#/s/PAYLOAD/results` | its play and its score |
//! | `#/make`, and all below it | the studio, which tells its own screens apart |
//! | `#/library`, and all below it | the quizzes kept here, which the studio draws too |
//! | `#/settings` | settings |

use std::fmt::{self, Display, Formatter};

use crate::quiz::Draw;

/// Questions in a round unless someone asks otherwise.
pub const USUAL_COUNT: u32 = 10;

/// A screen. A quiz is named by its place: what its addresses begin with, `quiz/ID` or `s/PAYLOAD`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The cover of the built-in quiz.
    Home,
    /// The cover of the quiz at this place.
    About(String),
    /// The round of the quiz at this place, or a certain draw of it.
    Play(String, Option<Draw>),
    /// The score of its last finished round.
    Results(String),
    /// Where quizzes are made.
    Make,
    /// Quizzes that are kept here.
    Library,
    /// Settings.
    Settings,
    /// Anything else.
    NotFound,
}

impl Route {
    /// Reads the address behind `#`, with or without it.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        let path = hash.strip_prefix('/').unwrap_or(hash);
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let mut parts = path.trim_end_matches('/').splitn(3, '/');
        let (first, second) = (parts.next().unwrap_or_default(), parts.next());
        let Some(second) = second.filter(|_| !matches!(first, "make" | "library")) else {
            return match first {
                "" => Self::Home,
                "make" => Self::Make,
                "library" => Self::Library,
                "settings" => Self::Settings,
                _ => Self::NotFound,
            };
        };
        let place = [first, "/", second].concat();
        let usual = match first {
            "quiz" => "play",
            "s" => "about",
            _ => return Self::NotFound,
        };
        match (parts.next().unwrap_or(usual), parse_draw(query)) {
            ("play", Ok(draw)) => Self::Play(place, draw),
            ("about", _) => Self::About(place),
            ("results", _) => Self::Results(place),
            _ => Self::NotFound,
        }
    }

    /// The place of the quiz it is about, if it is about one.
    #[must_use]
    pub fn place(&self) -> Option<&str> {
        match self {
            Self::About(place) | Self::Play(place, _) | Self::Results(place) => Some(place),
            Self::Home | Self::Make | Self::Library | Self::Settings | Self::NotFound => None,
        }
    }
}

/// The place of the quiz of that id.
#[must_use]
pub fn of_quiz(id: &str) -> String {
    ["quiz/", id].concat()
}

/// Whether the quiz at a place is in the address itself.
#[must_use]
pub fn is_link(place: &str) -> bool {
    place.starts_with("s/")
}

impl Display for Route {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str("#/")?;
        let place = self.place().unwrap_or_default();
        formatter.write_str(place)?;
        match self {
            Self::Home | Self::NotFound => Ok(()),
            Self::About(_) => formatter.write_str("/about"),
            Self::Play(_, draw) => {
                formatter.write_str(if is_link(place) { "/play" } else { "" })?;
                let Some(draw) = draw else { return Ok(()) };
                let Draw {
                    version,
                    seed,
                    count,
                    in_order,
                } = *draw;
                write!(formatter, "?seed={seed}&n=")?;
                match count {
                    Some(count) => write!(formatter, "{count}")?,
                    None => formatter.write_str(ALL)?,
                }
                write!(formatter, "&v={version}")?;
                formatter.write_str(if in_order { "&order=article" } else { "" })
            }
            Self::Results(_) => formatter.write_str("/results"),
            Self::Make => formatter.write_str("make"),
            Self::Library => formatter.write_str("library"),
            Self::Settings => formatter.write_str("settings"),
        }
    }
}

/// As many questions as can be drawn, in an address.
const ALL: &str = "all";

/// The query of an address that is no draw's.
struct NoDraw;

/// A query without a seed asks for no draw; one with a value that is no number is broken.
fn parse_draw(query: &str) -> Result<Option<Draw>, NoDraw> {
    let (mut seed, mut draw) = (None, Draw::new(0, Some(USUAL_COUNT)));
    for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
        match name {
            "seed" => seed = Some(number(value)?),
            "n" if value == ALL => draw.count = None,
            "n" => {
                draw.count = Some(
                    number(value)
                        .and_then(|count| if count > 0 { Ok(count) } else { Err(NoDraw) })?,
                );
            }
            "v" => draw.version = number(value)?,
            "order" => draw.in_order = value == "article",
            _ => {}
        }
    }
    Ok(seed.map(|seed| Draw { seed, ..draw }))
}

fn number(text: &str) -> Result<u32, NoDraw> {
    text.parse().map_err(|_| NoDraw)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_has_an_address_that_leads_back_to_it() {
        let draw = Draw {
            in_order: true,
            ..Draw::new(7, None)
        };
        for route in [
            Route::Home,
            Route::Make,
            Route::Library,
            Route::Settings,
            Route::About("quiz/a".into()),
            Route::Results("quiz/a".into()),
            Route::Play("quiz/a".into(), None),
            Route::Play("quiz/a".into(), Some(draw)),
            Route::About("s/A-_0".into()),
            Route::Results("s/A-_0".into()),
            Route::Play("s/A-_0".into(), None),
            Route::Play("s/A-_0".into(), Some(draw)),
        ] {
            assert_eq!(Route::parse(&route.to_string()), route);
        }
    }

    #[test]
    fn what_is_below_the_studio_is_the_studios() {
        assert_eq!(Route::parse("#/make/a?b"), Route::Make);
        assert_eq!(Route::parse("#/library/quiz/a"), Route::Library);
    }

    #[test]
    fn a_bare_or_empty_address_is_home() {
        for hash in ["", "#", "#/"] {
            assert_eq!(Route::parse(hash), Route::Home, "{hash:?}");
        }
    }

    #[test]
    fn a_seed_alone_draws_the_usual_count_by_todays_rules() {
        let route = Route::Play(of_quiz("a"), Some(Draw::new(5, Some(USUAL_COUNT))));
        assert_eq!(Route::parse("#/quiz/a?seed=5"), route);
    }

    #[test]
    fn what_leads_nowhere_says_so() {
        for hash in [
            "#/nowhere",
            "#/quiz",
            "#/quiz/a/b",
            "#/quiz/a?seed=x",
            "#/quiz/a?seed=1&n=0",
            "#/settings/x",
            "#/s",
            "#/s/a/b",
            "#/s/a/play/b",
        ] {
            assert_eq!(Route::parse(hash), Route::NotFound, "{hash}");
        }
    }
}
