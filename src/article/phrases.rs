//! Phrases by which furniture is known: of news sites, blogs, encyclopaedias and press releases.
//!
//! Each table is a text of lines: a phrase in small letters with straight apostrophes, a tab, and
//! a letter for what it tells: the first of the reason why such a line falls (`r` for a right to
//! copy), or, of tails, `!` for those that are sure. The lines are sorted, so that a phrase is found by halving the text: a list of
//! pointers to phrases would weigh as much as the phrases.

use std::sync::LazyLock;

use super::Why;
use super::furniture::Tail;

/// Lines that are furniture if they say nothing else.
pub(super) const WHOLE: Table = Table(include_str!("phrases/whole.txt"));

/// What stands before the colon of a line that is furniture.
pub(super) const LABELS: Table = Table(include_str!("phrases/labels.txt"));

/// How lines begin that are furniture, whether they are sentences or not.
pub(super) const OPENERS: Table = Table(include_str!("phrases/openers.txt"));

/// How lines begin that are furniture if they do not end as sentences do.
pub(super) const UNENDED: Table = Table(include_str!("phrases/unended.txt"));

/// What only lines hold that are furniture.
pub(super) const CONTAINED: Table = Table(include_str!("phrases/contained.txt"));

/// Headings behind which no article comes.
pub(super) const TAILS: Table = Table(include_str!("phrases/tails.txt"));

/// Marks of a picture's credit, as they are written.
pub(super) const CREDITS: &[&str] = &[
    " Credit: ",
    " Credits: ",
    " Image: ",
    " Images: ",
    " Photo: ",
    " Photograph: ",
    " Photos: ",
    " Picture: ",
    "(AFP/",
    "(AP Photo",
    "(Credit: ",
    "(Image: ",
    "(Photo by ",
    "(Photo courtesy",
    "(Photo: ",
    "/AFP ",
    "/Getty Images",
    "/REUTERS",
    "/Reuters)",
    "AP Photo/",
    "Courtesy photo",
    "File photo",
    "Image caption, ",
    "Image source, ",
    "REUTERS/",
    "Shutterstock",
    "Wikimedia Commons",
    "iStock",
    "via AP)",
    "via Getty",
];

/// What writers of articles are called behind their names; sorted.
pub(super) const WORDS_OF_ROLE: &[&str] = &[
    "analyst",
    "columnist",
    "columnists",
    "contributor",
    "correspondent",
    "correspondents",
    "critic",
    "editor",
    "editors",
    "journalist",
    "producer",
    "reporter",
    "reporters",
    "staff",
    "writer",
    "writers",
];

/// What is looked for in a line, all at once.
pub(super) struct Needles {
    /// Sorted, each with what it tells.
    all: Vec<(&'static str, &'static str)>,
    /// Where those begin that have a first byte, for each byte of ASCII; one more, where the last
    /// end.
    starts: [u16; 129],
    /// Which [`bit`]s the first two bytes of any needle have.
    pairs: [u64; 16],
}

/// One bit of a thousand, for two bytes.
fn bit(first: u8, second: u8) -> usize {
    (usize::from(first) << 5 ^ usize::from(second)) & 1023
}

/// [`CONTAINED`], to be looked for.
pub(super) static HELD: LazyLock<Needles> =
    LazyLock::new(|| Needles::new(CONTAINED.entries(0).collect()));

/// [`CREDITS`], to be looked for.
pub(super) static CREDITED: LazyLock<Needles> =
    LazyLock::new(|| Needles::new(CREDITS.iter().map(|credit| (*credit, "c")).collect()));

impl Needles {
    /// Of needles of two bytes at least that begin in ASCII.
    fn new(mut all: Vec<(&'static str, &'static str)>) -> Self {
        crate::sort::ascending(&mut all);
        let mut starts = [0; 129];
        for (byte, start) in (0_u8..).zip(&mut starts) {
            *start = all.partition_point(|(needle, _)| needle.as_bytes()[0] < byte) as u16;
        }
        let mut pairs = [0; 16];
        for (needle, _) in &all {
            let bytes = needle.as_bytes();
            let pair = bit(bytes[0], bytes[1]);
            pairs[pair / 64] |= 1 << (pair % 64);
        }
        Self { all, starts, pairs }
    }

    /// The first of the needles that a line holds and that may be found, and what it tells.
    pub fn find(&self, line: &str, may: impl Fn(&str) -> bool) -> Option<&'static str> {
        let bytes = line.as_bytes();
        let mut found: Option<usize> = None;
        for at in 1..bytes.len() {
            let pair = bit(bytes[at - 1], bytes[at]);
            if self.pairs[pair / 64] >> (pair % 64) & 1 == 0 {
                continue;
            }
            let first = usize::from(bytes[at - 1]).min(127);
            let same = usize::from(self.starts[first])..usize::from(self.starts[first + 1]);
            for nth in same {
                let (needle, told) = self.all[nth];
                let sooner = found.is_none_or(|found| nth < found);
                if sooner && bytes[at - 1..].starts_with(needle.as_bytes()) && may(told) {
                    found = Some(nth);
                }
            }
        }
        found.map(|nth| self.all[nth].1)
    }
}

/// Sorted lines, each of a phrase, a tab and what it tells.
#[derive(Clone, Copy)]
pub(super) struct Table(pub &'static str);

impl Table {
    /// What a phrase tells.
    pub fn get(self, phrase: &str) -> Option<&'static str> {
        let from = self.partition(|other| other < phrase);
        let (found, told) = self.entry(from)?;
        (found == phrase).then_some(told)
    }

    /// What a phrase tells that a line begins with, as whole words.
    pub fn opening(self, line: &str) -> Option<&'static str> {
        // Only phrases that begin with the line's first word have to be looked at.
        let length = line.find(|c: char| !c.is_alphanumeric());
        let mark = line.chars().next()?.len_utf8();
        let word = &line[..length.unwrap_or(line.len()).max(mark)];
        let from = self.partition(|other| other < word);
        let mut same = self
            .entries(from)
            .take_while(|(phrase, _)| phrase.starts_with(word));
        let found = same.find(|(phrase, _)| {
            let rest = line.strip_prefix(phrase);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        });
        found.map(|(_, told)| told)
    }

    /// All entries from the line on that begins at `from`.
    pub fn entries(self, from: usize) -> impl Iterator<Item = (&'static str, &'static str)> {
        let lines = self.0[from..].split_terminator('\n');
        lines.map(|line| line.split_once('\t').unwrap_or((line, "")))
    }

    fn entry(self, at: usize) -> Option<(&'static str, &'static str)> {
        self.entries(at).next()
    }

    /// Where the first entry begins whose phrase is not `before`.
    fn partition(self, before: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.0.len());
        while low < high {
            let middle = super::floor(self.0, usize::midpoint(low, high));
            let line = self.0[low..middle]
                .rfind('\n')
                .map_or(low, |at| low + at + 1);
            let end = self.0[line..]
                .find('\n')
                .map_or(self.0.len(), |at| line + at + 1);
            if self.entry(line).is_some_and(|(phrase, _)| before(phrase)) {
                low = end;
            } else {
                high = line;
            }
        }
        low
    }
}

/// Why a line is furniture, as a table tells it.
pub(super) fn why(told: &str) -> Why {
    match told {
        "p" => Why::Promotion,
        "c" => Why::Credit,
        "b" => Why::Byline,
        "s" => Why::Stamp,
        "r" => Why::Copyright,
        "t" => Why::Tail,
        _ => Why::Notice,
    }
}

/// What a heading tells of what comes behind it.
pub(super) fn tail(told: &str) -> Tail {
    match told {
        "!" => Tail::Sure,
        _ => Tail::Links,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_every_phrase_is_found() {
        for table in [WHOLE, LABELS, OPENERS, UNENDED, CONTAINED, TAILS] {
            let phrases = table.entries(0).map(|(phrase, _)| phrase);
            assert!(phrases.is_sorted());
            for (phrase, told) in table.entries(0) {
                assert_eq!(table.get(phrase), Some(told), "{phrase}");
                assert!(told.len() == 1 && "pncbsrt!?".contains(told), "{phrase}");
            }
            assert_eq!(table.get("mill"), None);
            assert_eq!(table.get(""), None);
            assert_eq!(table.get("zzz"), None);
        }
        assert!(WORDS_OF_ROLE.is_sorted());
    }
}
