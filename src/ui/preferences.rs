//! What the reader has set.

use super::route::USUAL_COUNT;
use super::store::{self, PREFIX};
use crate::record::{Reader, Writer};
use crate::session::Feedback;

/// Version of the stored preferences this build writes.
const VERSION: u32 = 1;
/// What the switch offers; `None` is as many as can be drawn.
pub const COUNTS: [Option<u32>; 4] = [Some(5), Some(USUAL_COUNT), Some(20), None];

/// In the order in which they are offered.
pub const THEMES: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The value of `data-theme`; none leaves it to the device.
    #[must_use]
    pub fn mark(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}

/// What the reader has set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// Light or dark.
    pub theme: Theme,
    /// Whether single keys do anything (WCAG 2.2, 2.1.4 Character Key Shortcuts).
    pub shortcuts: bool,
    /// When right and wrong are told.
    pub feedback: Feedback,
    /// Questions a round; `None` for as many as can be drawn.
    pub count: Option<u32>,
    /// Whether questions are mixed rather than in the article's order.
    pub shuffle: bool,
    /// Whether a clock is shown.
    pub timer: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            shortcuts: true,
            feedback: Feedback::Each,
            count: Some(USUAL_COUNT),
            shuffle: true,
            timer: false,
        }
    }
}

/// Where they are kept; the static page's first script reads the theme there.
fn key() -> String {
    format!("{PREFIX}settings")
}

impl Preferences {
    /// What is stored, or the defaults.
    #[must_use]
    pub fn load() -> Self {
        Self::stored().unwrap_or_default()
    }

    fn stored() -> Option<Self> {
        let text = store::read(&key())?;
        let (version, mut reader) = Reader::new(&text)?;
        let theme = reader.text();
        let stored = Self {
            theme: THEMES
                .into_iter()
                .find(|each| each.mark().unwrap_or_default() == theme)?,
            shortcuts: reader.flag(),
            feedback: if reader.flag() {
                Feedback::End
            } else {
                Feedback::Each
            },
            count: *COUNTS.get(reader.index())?,
            shuffle: reader.flag(),
            timer: reader.flag(),
        };
        (reader.is_done() && version == u64::from(VERSION)).then_some(stored)
    }

    fn write(&self) -> String {
        let mut writer = Writer::new(VERSION);
        // The static page reads this one too.
        writer.text(self.theme.mark().unwrap_or_default());
        writer.flag(self.shortcuts);
        writer.flag(self.feedback == Feedback::End);
        writer.number(self.place_of_count() as u64);
        writer.flag(self.shuffle);
        writer.flag(self.timer);
        writer.done()
    }

    /// The place of the count among [`COUNTS`].
    #[must_use]
    pub fn place_of_count(&self) -> usize {
        COUNTS
            .iter()
            .position(|count| *count == self.count)
            .unwrap_or_default()
    }

    /// Keeps them, if the browser lets us. What cannot be read is set aside first.
    pub fn keep(&self) {
        let stored = Self::stored();
        if stored.as_ref() == Some(self) || (stored.is_none() && *self == Self::default()) {
            return;
        }
        if stored.is_some() || store::set_aside(&key()).is_ok() {
            let _ = store::write(&key(), &self.write());
        }
    }
}
