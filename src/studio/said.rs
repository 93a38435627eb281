//! What was just done, in words, for a status that is read out.

/// What was said last. A screen reader reads a status out when its text changes, so what is said twice
/// running differs in a space at its end that nobody hears.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said(String);

impl Said {
    /// Says something.
    pub fn say(&mut self, words: impl Into<String>) {
        let words = words.into();
        let is_again = !words.is_empty() && words == self.0;
        self.0 = if is_again { words + "\u{a0}" } else { words };
    }

    /// Says nothing any more.
    pub fn hush(&mut self) {
        self.0.clear();
    }

    /// The words.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.0
    }
}
