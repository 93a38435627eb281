//! The item bank: every question of an article with the option sets it may be shown with, and which
//! questions may not stand in one round.
//!
//! It is stored as a [record](crate::record), which shows a change line by line.
//!
//! 1. [`Bank::from_facts`] makes it once: distractors, their checks and the search for leaks are
//!    long work over whole texts. [`Bank::from_quiz`] makes it of a quiz as it stands.
//! 2. [`Bank::question`] and [`Bank::draw`] only choose from it, by seed. They are all of the
//!    pipeline that a player's page has to hold; so the built-in article is stored as its bank.
//! 3. The first of an item's texts is its key. A set names its options by their place among the
//!    texts; in an ordered item it is ascending, and sets with the key at each rank are equally
//!    likely as far as there are any.

mod make;

use crate::fact::Source;
use crate::problem::Problems;
use crate::question::{Choice, Question};
use crate::quiz::draw::{Drawing, deal_keys};
use crate::quiz::{Draw, Quiz, QuizDraft, Round};
use crate::record::{Reader, Record, Writer};
use crate::rng::Rng;

/// An article's questions with all they may be shown with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bank {
    id: String,
    title: String,
    summary: String,
    lang: String,
    source: Source,
    hash: String,
    sections: Vec<String>,
    facts: Vec<BankFact>,
    items: Vec<Item>,
    /// Pairs of items, the lower place first; ascending by the higher.
    conflicts: Vec<(usize, usize)>,
}

/// What several items may ask about.
#[derive(Clone, Debug, PartialEq, Eq)]
struct BankFact {
    id: String,
    section: usize,
    evidence: String,
}

/// A question with all its option sets.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Item {
    id: String,
    fact: usize,
    stem: String,
    explanation: String,
    ordered: bool,
    texts: Vec<String>,
    sets: Vec<Vec<usize>>,
}

/// The most items of a bank: nobody plays more.
pub const MOST_ITEMS: usize = 10_000;
/// The most texts of an item, which the signs from `a` to the end of ASCII tell apart:
/// [`Bank::from_facts`] keeps fewer.
const MOST_TEXTS: usize = 30;

impl Bank {
    /// The version of the document this build writes and reads.
    pub const VERSION: u32 = 1;

    /// Reads a bank; `None` if the text is none of this version, or does not hold together.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let (version, mut reader) = Reader::new(text)?;
        let bank = Self::read(&mut reader);
        let is_whole = reader.is_done() && version == u64::from(Self::VERSION);
        (is_whole && bank.holds_together()).then_some(bank)
    }

    /// Writes the bank.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut writer = Writer::new(Self::VERSION);
        self.write(&mut writer);
        writer.done()
    }

    /// Whether every place that is named is there, and drawing is no endless work: a bank may come
    /// from a stranger's link.
    fn holds_together(&self) -> bool {
        (1..=MOST_ITEMS).contains(&self.items.len())
            && self
                .facts
                .iter()
                .all(|fact| fact.section < self.sections.len())
            && self.items.iter().all(|item| {
                let texts = item.texts.len();
                let in_place = |set: &Vec<usize>| {
                    set.len() <= texts && set.contains(&0) && set.iter().all(|&text| text < texts)
                };
                item.fact < self.facts.len()
                    && texts <= MOST_TEXTS
                    && !item.sets.is_empty()
                    && item.sets.iter().all(in_place)
            })
    }

    /// Stays the same over all edits: lower-case letters, digits and `-`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The quiz's title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// A sentence on what it covers.
    #[must_use]
    pub fn summary(&self) -> &str {
        &self.summary
    }

    /// Language of all its texts, as a BCP 47 tag.
    #[must_use]
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// The article it cites.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Titles of the article's sections, in order.
    #[must_use]
    pub fn sections(&self) -> &[String] {
        &self.sections
    }

    /// How many facts are asked about: no round is longer.
    #[must_use]
    pub fn facts(&self) -> usize {
        self.facts.len()
    }

    /// How many questions there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is no question.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The content as 16 hexadecimal digits: anything else in the bank, another hash.
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// A question with the options this seed gives it.
    #[must_use]
    pub fn question(&self, nth: usize, seed: u32) -> Question {
        let item = &self.items[nth];
        let fact = &self.facts[item.fact];
        let id = [&fact.id, "/", &item.id].concat();
        let mut rng = Rng::derived(seed, &id);
        let set = item.set(&mut rng);
        let mut question = Question {
            id,
            fact: fact.id.clone(),
            section: self.sections[fact.section].clone(),
            stem: item.stem.clone(),
            options: set
                .iter()
                .map(|&text| Choice::new(&*item.texts[text]))
                .collect(),
            key: rank(set),
            ordered: item.ordered,
            explanation: item.explanation.clone(),
            evidence: fact.evidence.clone(),
            range: None,
        };
        if !question.ordered {
            let place = rng.below(question.options.len() as u32) as usize;
            question.place_key(place, &mut rng);
        }
        question
    }

    /// The quiz of this seed: every question with the options it is shown with.
    ///
    /// # Errors
    /// All that is wrong with it: a bank of valid facts has questions, or there is nothing to ask.
    pub fn quiz(&self, seed: u32) -> Result<Quiz, Problems> {
        Quiz::try_from(QuizDraft {
            version: Quiz::VERSION,
            id: self.id.clone(),
            title: self.title.clone(),
            summary: self.summary.clone(),
            lang: self.lang.clone(),
            source: self.source.clone(),
            questions: (0..self.len())
                .map(|nth| {
                    let mut question = self.question(nth, seed);
                    // Options that are in no order which shows, and yet keep it.
                    if question.ordered && !question.reads_ordered() {
                        question.options.iter_mut().for_each(|it| it.pinned = true);
                    }
                    question
                })
                .collect(),
        })
    }

    /// Draws a round: as many questions as asked for, or as many as go together.
    #[must_use]
    pub fn draw(&self, draw: Draw) -> Round {
        let mut rng = Rng::derived(draw.seed, "draw");
        let mut sections = vec![Vec::new(); self.sections.len()];
        for (nth, item) in self.items.iter().enumerate() {
            sections[self.facts[item.fact].section].push(nth);
        }
        let between = |a: usize, b: usize| {
            self.items[a].fact == self.items[b].fact
                || self
                    .conflicts
                    .binary_search_by_key(&(a.max(b), a.min(b)), |&pair| by_second(pair))
                    .is_ok()
        };
        let order = Drawing {
            sections,
            facts: self.facts.len(),
            between: &between,
        }
        .order(draw, &mut rng);
        let mut questions: Vec<_> = order
            .into_iter()
            .map(|nth| self.question(nth, draw.seed))
            .collect();
        deal_keys(&mut questions, &mut rng);
        Round {
            quiz: self.id.clone(),
            hash: self.hash.clone(),
            draw: Draw {
                version: Draw::VERSION,
                ..draw
            },
            questions,
        }
    }
}

impl Record for Bank {
    fn write(&self, writer: &mut Writer) {
        for text in [&self.id, &self.title, &self.summary, &self.lang] {
            writer.text(text);
        }
        writer.text(&self.source.publisher);
        writer.text(&self.source.about);
        for text in [&self.source.title, &self.source.date, &self.source.url] {
            writer.text(text.as_deref().unwrap_or_default());
        }
        writer.text(&self.hash);
        writer.list(&self.sections);
        writer.list(&self.facts);
        writer.list(&self.items);
        writer.list(&self.conflicts);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        let [id, title, summary, lang] =
            [reader.text(), reader.text(), reader.text(), reader.text()];
        let (publisher, about) = (reader.text(), reader.text());
        let mut optional = || Some(reader.text()).filter(|text| !text.is_empty());
        let source = Source {
            publisher,
            about,
            title: optional(),
            date: optional(),
            url: optional(),
        };
        Self {
            id,
            title,
            summary,
            lang,
            source,
            hash: reader.text(),
            sections: reader.list(),
            facts: reader.list(),
            items: reader.list(),
            conflicts: reader.list(),
        }
    }
}

impl Record for BankFact {
    fn write(&self, writer: &mut Writer) {
        writer.text(&self.id);
        writer.number(self.section as u64);
        writer.text(&self.evidence);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            id: reader.text(),
            section: reader.index(),
            evidence: reader.text(),
        }
    }
}

impl Record for Item {
    fn write(&self, writer: &mut Writer) {
        writer.text(&self.id);
        writer.number(self.fact as u64);
        writer.text(&self.stem);
        writer.text(&self.explanation);
        writer.flag(self.ordered);
        writer.list(&self.texts);
        writer.list(&self.sets);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            id: reader.text(),
            fact: reader.index(),
            stem: reader.text(),
            explanation: reader.text(),
            ordered: reader.flag(),
            texts: reader.list(),
            sets: reader.list(),
        }
    }
}

/// A set is written as letters, `a` for the first text, which is the key.
impl Record for Vec<usize> {
    fn write(&self, writer: &mut Writer) {
        let letters: Vec<u8> = self.iter().map(|&text| b'a' + text as u8).collect();
        writer.text(&String::from_utf8_lossy(&letters));
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        let letters = reader.text();
        if letters.bytes().any(|letter| letter < b'a') {
            reader.fail();
        }
        letters
            .bytes()
            .map(|letter| usize::from(letter.wrapping_sub(b'a')))
            .collect()
    }
}

impl Record for (usize, usize) {
    fn write(&self, writer: &mut Writer) {
        writer.number(self.0 as u64);
        writer.number(self.1 as u64);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        (reader.index(), reader.index())
    }
}

impl Item {
    /// A set, its key at a rank drawn before anything else is.
    fn set(&self, rng: &mut Rng) -> &[usize] {
        let of_rank = |wanted: usize| self.sets.iter().filter(move |set| rank(set) == wanted);
        let ranks: Vec<usize> = (0..self.texts.len())
            .filter(|&it| of_rank(it).next().is_some())
            .collect();
        let drawn = ranks[rng.below(ranks.len() as u32) as usize];
        let nth = rng.below(of_rank(drawn).count() as u32);
        of_rank(drawn).nth(nth as usize).map_or(&[], |set| set)
    }
}

/// What the pairs of a bank are in order by.
fn by_second((a, b): (usize, usize)) -> (usize, usize) {
    (b, a)
}

/// The key's place in a set.
fn rank(set: &[usize]) -> usize {
    set.iter().position(|&text| text == 0).unwrap_or_default()
}

#[cfg(test)]
mod tests;
