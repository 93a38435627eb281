//! Items as formats hold them become the questions of a quiz, and a report.

use super::words::{About, beginning, clean};
use super::{Change, Format, Import, Note, Omission, Place, ReadError};
use crate::article::language;
use crate::question::{Choice, Question};
use crate::quiz::{OPTIONS, Quiz, QuizDraft};
use crate::rng::Fnv;
use crate::table::{Numbers, hash};
use crate::words::UNTITLED;

/// The language of a quiz that nobody tells: BCP 47's word for that.
const UNKNOWN_LANGUAGE: &str = "und";

/// Gathers what a reader finds.
pub(super) struct Collector<'a> {
    format: Format,
    /// What is known of the quiz beside its questions.
    pub about: About,
    questions: Vec<Question>,
    items: usize,
    changed: Vec<Note<Change>>,
    left_out: Vec<Note<Omission>>,
    ids: Numbers,
    /// For each id that came more than once, how often.
    again: Vec<u32>,
    hear: &'a mut dyn FnMut(u8),
    told: u8,
}

/// An item on the way to a question.
#[derive(Debug, Default)]
pub(super) struct Item {
    /// Where it is, as far as the format tells.
    pub place: Place,
    /// Its own name, which becomes its id as well as may be.
    pub name: String,
    /// Its id, if it has one that stays over edits.
    pub id: String,
    pub section: String,
    pub stem: String,
    pub options: Vec<Answer>,
    pub explanation: String,
    pub evidence: String,
    /// Whether the options stay in their order.
    pub in_order: bool,
    /// What was changed on the way.
    pub changes: Vec<Change>,
}

/// An option of an item.
#[derive(Debug, Default)]
pub(super) struct Answer {
    pub text: String,
    pub worth: Worth,
    /// What is said when it is chosen.
    pub feedback: String,
    /// Whether it stays in its place.
    pub fixed: bool,
    /// Whether it holds a picture or the like.
    pub media: bool,
}

/// What an option is worth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Worth {
    /// All points.
    Right,
    /// A part of them.
    Part,
    /// None, or less.
    #[default]
    Wrong,
}

impl Worth {
    /// By hundredths of the points.
    pub fn of(hundredths: f64) -> Self {
        if hundredths > 99.9 {
            Self::Right
        } else if hundredths > 0.0 {
            Self::Part
        } else {
            Self::Wrong
        }
    }
}

impl Item {
    /// Notes a change, each kind once.
    pub fn change(&mut self, change: Change) {
        if !self.changes.contains(&change) {
            self.changes.push(change);
        }
    }

    /// Notes what was taken out of a text.
    pub fn note(&mut self, marked: bool, media: u32) {
        if marked {
            self.change(Change::Markup);
        }
        if media > 0 {
            let before = self.changes.iter_mut().find_map(|change| match change {
                Change::Media(count) => Some(count),
                _ => None,
            });
            match before {
                Some(count) => *count += media,
                None => self.changes.push(Change::Media(media)),
            }
        }
    }

    /// The index of the key, its wrong options each with something of its own to say.
    fn key(&mut self) -> Result<usize, Omission> {
        if self.stem.is_empty() {
            return Err(Omission::NoStem);
        }
        let found = self.options.len();
        if found < *OPTIONS.start() {
            return Err(Omission::TooFewOptions(found as u32));
        }
        let worth = |worth| {
            self.options
                .iter()
                .filter(move |it| it.worth == worth)
                .count()
        };
        let key = match (worth(Worth::Right), worth(Worth::Part)) {
            (1, parts) => {
                if parts > 0 {
                    self.change(Change::PartialCredit);
                }
                Worth::Right
            }
            (0, 1) => Worth::Part,
            (0, 0) => return Err(Omission::NoKey),
            _ => return Err(Omission::SeveralKeys),
        };
        let place = |item: &Self| item.options.iter().position(|it| it.worth == key);
        let right = place(self).ok_or(Omission::NoKey)?;
        if self.options.iter().any(|it| it.text.is_empty() && it.media) {
            return Err(Omission::MediaOption);
        }
        if self.options[right].text.is_empty() {
            return Err(Omission::NoKey);
        }
        let text = self.options[right].text.clone();
        let mut texts = Numbers::default();
        texts.add(hash(&text));
        let mut twice = false;
        let mut nth = 0;
        self.options.retain(|option| {
            nth += 1;
            twice |= nth - 1 != right && option.text == text;
            nth - 1 == right || !option.text.is_empty() && texts.add(hash(&option.text)).1
        });
        if twice {
            return Err(Omission::KeyTwice);
        }
        let kept = self.options.len();
        if kept < found {
            self.change(Change::Options((found - kept) as u32));
        }
        if kept < *OPTIONS.start() {
            return Err(Omission::TooFewOptions(kept as u32));
        }
        if kept > *OPTIONS.end() {
            self.change(Change::TooManyOptions(kept as u32));
            let right = place(self).unwrap_or_default();
            if right >= *OPTIONS.end() {
                self.options.swap(right, OPTIONS.end() - 1);
            }
            self.options.truncate(*OPTIONS.end());
        }
        place(self).ok_or(Omission::NoKey)
    }

    /// The explanation with what is said of single options.
    fn explain(&mut self, key: usize) -> String {
        let mut explanation = std::mem::take(&mut self.explanation);
        let mut add = |text: &str| {
            if !text.is_empty() && !explanation.contains(text) {
                if !explanation.is_empty() {
                    explanation.push_str("\n\n");
                }
                explanation.push_str(text);
            }
        };
        let right = clean(&self.options[key].feedback).into_owned();
        add(&right);
        let mut moved = !right.is_empty();
        for (nth, option) in self.options.iter().enumerate() {
            let said = clean(&option.feedback);
            if nth != key && !said.is_empty() {
                add(&["“", &option.text, "”: ", &said].concat());
                moved = true;
            }
        }
        if moved {
            self.change(Change::OptionFeedback);
        }
        explanation
    }
}

impl<'a> Collector<'a> {
    pub fn new(format: Format, hear: &'a mut dyn FnMut(u8)) -> Self {
        Self {
            format,
            about: About::default(),
            questions: Vec::new(),
            items: 0,
            changed: Vec::new(),
            left_out: Vec::new(),
            ids: Numbers::default(),
            again: Vec::new(),
            hear,
            told: 0,
        }
    }

    /// Tells how much is read.
    pub fn at(&mut self, done: usize, all: usize) {
        let hundredths = (done.min(all) * 100 / all.max(1)) as u8;
        if hundredths > self.told {
            self.told = hundredths;
            (self.hear)(hundredths);
        }
    }

    /// Notes a change of the file as a whole.
    pub fn change(&mut self, what: Change) {
        self.changed.push(Note {
            place: Place::default(),
            what,
        });
    }

    /// The sections of all questions so far.
    pub fn sections(&mut self) -> impl Iterator<Item = &mut String> {
        self.questions.iter_mut().map(|it| &mut it.section)
    }

    /// Leaves an item out; `words` are the beginning of it.
    pub fn leave_out(&mut self, place: Place, words: &str, what: Omission) {
        self.items += 1;
        let place = Place {
            question: Some(self.items as u32),
            words: beginning(words),
            ..place
        };
        self.left_out.push(Note { place, what });
    }

    /// Takes an item in, or leaves it out.
    pub fn add(&mut self, mut item: Item) {
        for text in [&mut item.stem, &mut item.explanation, &mut item.evidence] {
            *text = clean(text).into_owned();
        }
        item.section = super::words::line(&item.section);
        for option in &mut item.options {
            option.text = clean(&option.text).into_owned();
        }
        let place = std::mem::take(&mut item.place);
        let key = match item.key() {
            Ok(key) => key,
            Err(what) => {
                let words = if item.stem.is_empty() {
                    &item.name
                } else {
                    &item.stem
                };
                return self.leave_out(place, words, what);
            }
        };
        self.items += 1;
        let explanation = item.explain(key);
        if !item.changes.is_empty() {
            let place = Place {
                question: Some(self.items as u32),
                words: beginning(&item.stem),
                ..place
            };
            let notes = item.changes.drain(..).map(|what| Note {
                place: place.clone(),
                what,
            });
            self.changed.extend(notes);
        }
        let id = self.id(&item);
        let fact = id
            .rsplit_once('/')
            .map_or(&*id, |(fact, _)| fact)
            .to_owned();
        let mut options: Vec<_> = item
            .options
            .into_iter()
            .map(|option| Choice {
                pinned: option.fixed,
                ..Choice::new(option.text)
            })
            .collect();
        pin(&mut options);
        let mut question = Question {
            id,
            fact,
            section: item.section,
            stem: item.stem,
            options,
            key,
            ordered: false,
            explanation,
            evidence: item.evidence,
            range: None,
        };
        // Amounts and dates are never shuffled anyway.
        if item.in_order && !question.reads_ordered() {
            question.options.iter_mut().for_each(|it| it.pinned = true);
        }
        self.questions.push(question);
    }

    /// An id that no other question has.
    fn id(&mut self, item: &Item) -> String {
        let mut id = if is_id(&item.id) {
            item.id.clone()
        } else {
            slug(&item.name)
        };
        if id.is_empty() {
            id = format!("q{}", self.items);
        }
        loop {
            let (number, is_new) = self.ids.add(hash(&id));
            if is_new {
                self.again.push(1);
                return id;
            }
            self.again[number] += 1;
            id = format!("{id}-{}", self.again[number]);
        }
    }

    /// The quiz; `bytes` are all that was read, `title` is for a quiz that has none.
    pub fn finish(self, bytes: &[u8], title: &str) -> Result<Import, ReadError> {
        if self.questions.is_empty() {
            return Err(ReadError::Nothing {
                items: self.items,
                left_out: self.left_out,
            });
        }
        let About {
            id,
            title: own,
            summary,
            lang,
            source,
        } = self.about;
        let title = [&*own, title, UNTITLED]
            .into_iter()
            .map(clean)
            .find(|title| !title.is_empty())
            .unwrap_or_default();
        let id = if is_id(&id) {
            id
        } else {
            let mut hash = Fnv::new();
            hash.write(bytes);
            let slug = slug(&title);
            let gap = if slug.is_empty() { "quiz-" } else { "-" };
            [&slug, gap, &hash.hex()[..8]].concat()
        };
        let lang = match clean(&lang) {
            lang if lang.is_empty() => language_of(&self.questions).to_owned(),
            lang => lang.into_owned(),
        };
        let quiz = Quiz::try_from(QuizDraft {
            version: Quiz::VERSION,
            id,
            title: title.into_owned(),
            summary: clean(&summary).into_owned(),
            lang,
            source,
            questions: self.questions,
        });
        // Every question was looked at: a quiz of them is valid.
        let quiz = quiz.map_err(|problems| ReadError::Malformed {
            format: self.format,
            place: Place::default(),
            what: problems.to_string(),
        })?;
        Ok(Import {
            format: self.format,
            quiz,
            items: self.items,
            changed: self.changed,
            left_out: self.left_out,
        })
    }
}

/// Pins what has to stay last: what the file says, as far as it is last, and options such as “None
/// of the above”.
fn pin(options: &mut [Choice]) {
    let last = options.len() - 1;
    let words = crate::text::spelled(&options[last].text);
    let begins = matches!(words.first().map(|it| &**it), Some("none" | "all"));
    let ends = matches!(words.last().map(|it| &**it), Some("above" | "these"));
    if begins && ends && words[1] == "of" {
        options[last].pinned = true;
    }
    let movable = options
        .iter()
        .rposition(|it| !it.pinned)
        .map_or(0, |it| it + 1);
    options[..movable]
        .iter_mut()
        .for_each(|it| it.pinned = false);
}

/// Whether a text is an id: lower-case letters, digits and `-`, and `/` between them.
pub(super) fn is_id(text: &str) -> bool {
    let letter = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    text.split('/')
        .all(|part| !part.is_empty() && part.bytes().all(letter))
}

/// What of a text can be an id.
fn slug(text: &str) -> String {
    /// In characters.
    const LONG: usize = 48;
    let mut slug = String::new();
    for c in text.chars() {
        let c = c.to_ascii_lowercase();
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= LONG {
            break;
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// The language of questions, as far as it can be told from what they ask.
fn language_of(questions: &[Question]) -> &'static str {
    /// So many questions are enough.
    const ENOUGH: usize = 50;
    let texts: Vec<_> = questions.iter().take(ENOUGH).map(|it| &*it.stem).collect();
    match language::language(&texts.join("\n")) {
        language::Language::English => "en",
        _ => UNKNOWN_LANGUAGE,
    }
}
