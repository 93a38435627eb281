//! Words for why nothing is asked about a sentence.

use super::Reason;

impl Reason {
    /// Why nothing is asked, as it completes “This sentence …”.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::NoAnswer => "names nobody, no place, amount or date that can be asked for",
            Self::FewDistractors => {
                "has an answer, but too few wrong answers of its kind can be had"
            }
            Self::Question => "asks something itself",
            Self::Fragment => "is no whole sentence",
            Self::Short => "has too few words to stand alone",
            Self::Long => "is too long for a question",
            Self::Quotation => "quotes somebody word for word",
            Self::FirstPerson => "speaks as “I”, “we” or “you”",
            Self::Leaning => "leans on the sentence before it",
            Self::Pronoun => "says “he”, “she”, “it” or “they” of what another sentence names",
            Self::Reference => "speaks of something that another sentence explains",
            Self::RelativeTime => "tells a time only from the day of writing, such as “last year”",
            Self::Negative => "denies something, which is easily read over in a question",
            Self::Obvious => "could be asked only for what the title or the sentence gives away",
            Self::Surplus => "could be asked about, but others were better",
        }
    }
}
