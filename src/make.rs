//! Making: any article becomes questions, best first, and an account of what came of its sentences.
//!
//! 1. The text is taken apart ([`crate::article`]) and its facts found ([`crate::extract`]).
//! 2. From there on it is the built-in article's way: distractors, questions, lint.
//! 3. Every question that can be asked is a [`Candidate`], best first; [`Made::quiz`] takes as many
//!    as wanted that go together.

use serde::{Deserialize, Serialize};

use crate::article::language::Language;
use crate::article::{Article, Form, Paragraph};
use crate::distractor::{OPTIONS, Pool, stands_out};
use crate::extract::{self, About, Extraction, Read, Reason};
use crate::fact::{Facts, Source};
use crate::lint::lint;
use crate::problem::Problems;
use crate::question::leak::Reading;
use crate::question::{Choice, Question, shown};
use crate::quiz::draw::deal_keys;
use crate::quiz::{Quiz, QuizDraft};
use crate::rng::{Fnv, Rng};
use crate::table::Set;

/// The most questions of a draft.
pub const USUAL_COUNT: usize = 15;

/// Facts from one report of progress to the next.
const STEP: usize = 16;

/// So few questions that more are welcome, though they be weak; of a dull kind three quarters as many.
const FEW: usize = 8;

/// A question worth less than this is asked only where there is no other.
const WEAK: u32 = 140;

/// At first no kind of question takes more of a draft than one in so many, and one.
const KINDS: usize = 3;

/// Of these kinds not even as many, as each is much like the one before.
const DULL: [&str; 6] = [
    "nationality",
    "ordinal",
    "place",
    "speaker",
    "thing",
    "weekday",
];

/// The most of such a kind at first.
const OF_DULL: usize = 2;

/// The most questions about one paragraph, as long as there are paragraphs enough.
const EACH_PARAGRAPH: usize = 2;

/// How often options are drawn, where those before break a rule.
const TRIES: u32 = 3;

/// The most bytes of text that are read: thirty long novels.
pub const LONGEST: usize = 16 << 20;

/// The most wrong answers that a candidate offers beside its own.
const SPARES: usize = 20;

/// What an article is made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// What was pasted, dropped or read from a file.
    pub text: String,
    /// How it is marked up; `None` to find out.
    #[serde(default)]
    pub form: Option<Form>,
    /// Name of the file it came from, which may tell its form.
    #[serde(default)]
    pub file_name: Option<String>,
    /// Its title, if the reader gave one.
    #[serde(default)]
    pub title: Option<String>,
    /// Where it can be read, if the reader said.
    #[serde(default)]
    pub link: Option<String>,
    /// The year it is read in: a future year is no wrong answer.
    pub year: i32,
    /// Seed of every choice.
    #[serde(default)]
    pub seed: u32,
}

/// What was made of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// Id of the quiz: lower-case letters, digits and `-`; the same for the same text.
    pub id: String,
    /// Title of the article.
    pub title: String,
    /// Language of the article, as a BCP 47 tag.
    pub lang: String,
    /// Where it appeared.
    pub source: Source,
    /// The article's text: what all ranges count in, in bytes.
    pub text: String,
    /// Titles of its sections; empty for what has no heading.
    pub sections: Vec<String>,
    /// Its paragraphs, in order.
    pub paragraphs: Vec<Paragraph>,
    /// Every question that can be asked, best first.
    pub candidates: Vec<Candidate>,
    /// What came of each sentence, in the article's order.
    pub read: Vec<Read>,
}

/// A question with what an editor needs beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// The question.
    pub question: Question,
    /// Other wrong answers to pick from, best first.
    pub spares: Vec<Choice>,
    /// How much it is worth asking: more is better, and less than [`Candidate::FAIR`] is little.
    #[serde(default)]
    pub merit: u32,
}

impl Candidate {
    /// A question worth less is asked only where there are few.
    pub const FAIR: u32 = 205;
}

/// How far the work has got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Progress {
    /// The text is being taken apart.
    Article,
    /// So many of so many sentences are read.
    Sentences {
        /// Read.
        done: usize,
        /// In all.
        total: usize,
    },
    /// Questions are being written.
    Questions {
        /// Written or given up.
        done: usize,
        /// In all.
        total: usize,
    },
}

/// Why nothing was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum MakeError {
    /// There is no text, or only boilerplate.
    Empty,
    /// It is longer than [`LONGEST`] bytes.
    TooLong {
        /// Its bytes.
        bytes: usize,
    },
    /// It is not in English, the one language that is read so far.
    Language {
        /// The English name of the language it seems to be in, if that can be told.
        name: Option<String>,
    },
}

/// Makes questions of an article; `progress` hears how far it got.
///
/// # Errors
/// When there is nothing to read, or it cannot be read. An article without a question is none.
pub fn make(input: &Input, progress: &mut dyn FnMut(Progress)) -> Result<Made, MakeError> {
    if input.text.len() > LONGEST {
        return Err(MakeError::TooLong {
            bytes: input.text.len(),
        });
    }
    progress(Progress::Article);
    let form = input
        .form
        .unwrap_or_else(|| Form::of(&input.text, input.file_name.as_deref()));
    let article = Article::read(&input.text, form, input.title.as_deref());
    if article.text().is_empty() {
        return Err(MakeError::Empty);
    }
    let foreign = |name| Err(MakeError::Language { name });
    match article.language() {
        Language::English => {}
        Language::Other(name) => return foreign(Some(name.to_owned())),
        Language::Unknown => return foreign(None),
    }
    let about = About {
        id: id(&article),
        source: Source {
            title: Some(article.title().to_owned()).filter(|title| !title.is_empty()),
            date: article.date().map(|date| date.to_string()),
            url: input.link.clone(),
            ..Source::default()
        },
        year: article.year().unwrap_or(input.year),
    };
    let Extraction {
        found,
        merits,
        mut read,
    } = extract::extract(&article, &about, &mut |done, total| {
        progress(Progress::Sentences { done, total });
    });
    // Without a fact there is no question.
    let lang = found.lang.clone();
    let facts = Facts::try_from(found).ok();
    let pool = facts.as_ref().map(Pool::new);
    let candidates = match (&facts, &pool) {
        (Some(facts), Some(pool)) => {
            candidates(facts, pool, &merits, &mut read, input.seed, progress)
        }
        _ => Vec::new(),
    };
    let mut made = Made {
        id: about.id,
        title: article.title().to_owned(),
        lang,
        source: about.source,
        text: article.text().to_owned(),
        sections: article.sections().to_vec(),
        paragraphs: article.paragraphs().to_vec(),
        candidates,
        read,
    };
    if let (Some(facts), Some(pool)) = (&facts, &pool) {
        made.deal(facts, pool, input.seed);
    }
    Ok(made)
}

fn candidates(
    facts: &Facts,
    pool: &Pool<'_>,
    merits: &[Vec<u32>],
    read: &mut [Read],
    seed: u32,
    progress: &mut dyn FnMut(Progress),
) -> Vec<Candidate> {
    let mut ranked = Vec::new();
    let mut asked = Vec::new();
    let total = facts.facts().len();
    for (nth, fact) in facts.facts().iter().enumerate() {
        if nth % STEP == 0 {
            progress(Progress::Questions { done: nth, total });
        }
        for (ask, _) in fact.asks().iter().enumerate() {
            // With another draw the other options may fit the item-writing rules better.
            let mut tries = (0..TRIES).map_while(|more| {
                Question::with_spares(facts, pool, (nth, ask), None, seed.wrapping_add(more))
            });
            let Some((question, spares)) = tries.find(|(question, _)| clean(question)) else {
                continue;
            };
            let shown = shown(&fact.asks()[ask]);
            let spares = spares.into_iter().map(|(value, origin)| Choice {
                origin: Some(origin),
                ..Choice::new(shown(&value))
            });
            let spares = spares
                .filter(|spare| question.options.iter().all(|it| it.text != spare.text))
                .take(SPARES)
                .collect();
            asked.extend(question.range.as_ref().map(|range| range.start));
            ranked.push(Candidate {
                question,
                spares,
                merit: merits[nth][ask],
            });
        }
    }
    let asked: Set<_> = asked.into_iter().collect();
    for read in read {
        if read.reason.is_none() && !asked.contains(&read.range.start) {
            read.reason = Some(Reason::FewDistractors);
        }
    }
    crate::sort::by_key(&mut ranked, |candidate| std::cmp::Reverse(candidate.merit));
    ranked
}

/// A question of amounts or dates with other wrong answers, its key at a rank; `None` where none
/// can be had within a few tries.
fn drawn(
    facts: &Facts,
    pool: &Pool<'_>,
    question: &Question,
    rank: Option<usize>,
    seed: u32,
) -> Option<Question> {
    let (fact, id) = question.id.rsplit_once('/')?;
    let fact = facts.facts().iter().position(|it| it.id() == fact)?;
    let mut asks = facts.facts()[fact].asks().iter();
    let ask = asks.position(|ask| ask.id() == id)?;
    let mut tries = (1..=TRIES).filter_map(|more| {
        let (drawn, _) =
            Question::with_spares(facts, pool, (fact, ask), rank, seed.wrapping_add(more))?;
        Some(drawn).filter(clean)
    });
    tries.find(|drawn| Some(drawn.key) == rank)
}

/// Whether a question breaks no rule of item writing. “September” among “May” and “June” is too
/// long, and so is 10 among 4, 5 and 8, though amounts and dates have an order, for which lint lets
/// them be.
fn clean(question: &Question) -> bool {
    let length = |choice: &Choice| choice.text.chars().count();
    let key = length(&question.options[question.key]);
    let total: usize = question.options.iter().map(length).sum();
    let long = stands_out(key, total - key, question.options.len() - 1);
    !long && lint(std::slice::from_ref(question)).is_empty()
}

/// What a question asks for, such as “person” or “count”: its id begins with that.
fn kind(question: &Question) -> &str {
    let ask = question.id.rsplit('/').next().unwrap_or_default();
    ask.split('-').next().unwrap_or_default()
}

/// The most questions of a quiz with the same answer: whoever an article is about may be asked for
/// twice, a place or date once. “5” is the same answer to no two.
fn each_key(question: &Question) -> usize {
    match kind(question) {
        "date" | "year" => 1,
        _ if question.ordered => usize::MAX,
        "person" | "speaker" => 2,
        _ => 1,
    }
}

/// Whether one of two names is the last one of the other: “Ada Boe”, “Boe”.
fn of_one(a: &str, b: &str) -> bool {
    let ends = |a: &str, b: &str| a.strip_suffix(b).is_some_and(|rest| rest.ends_with(' '));
    ends(a, b) || ends(b, a)
}

/// The same for the same text.
fn id(article: &Article) -> String {
    let mut hash = Fnv::new();
    hash.write(article.text().as_bytes());
    ["made-", &hash.hex()].concat()
}

impl Made {
    /// The best questions that go together, in the article's order: one a fact, few a
    /// paragraph, no section far ahead of the others, none giving another away.
    #[must_use]
    pub fn best(&self, count: usize) -> Vec<&Candidate> {
        let mut best: Vec<_> = self.chosen(count).into_iter().collect();
        crate::sort::by_key(&mut best, |&nth| self.place(nth));
        best.into_iter().map(|nth| &self.candidates[nth]).collect()
    }

    /// Indices of the best candidates that go together, best first.
    fn chosen(&self, count: usize) -> Vec<usize> {
        let sections: Set<_> = self
            .candidates
            .iter()
            .map(|it| &it.question.section)
            .collect();
        // At first no section may take much more than its share.
        let share = count.div_ceil(sections.count().max(1)) + 1;
        // Text that came without its line breaks is one paragraph, however long.
        let each_paragraph = EACH_PARAGRAPH.max(count.div_ceil(self.paragraphs.len().max(1)));
        let mut taken: Vec<(usize, Reading<'_>)> = Vec::new();
        for (room, varied) in [(share, true), (count, true), (count, false)] {
            for (nth, candidate) in self.candidates.iter().enumerate() {
                let kind = self::kind(&candidate.question);
                let dull = DULL.contains(&kind);
                let enough = match candidate.merit {
                    Candidate::FAIR.. => count,
                    WEAK.. if dull => count.min(FEW * 3 / 4),
                    WEAK.. => count.min(FEW),
                    _ => count.min(1),
                };
                if taken.len() >= enough {
                    continue;
                }
                let of_kind = |&&(other, _): &&(usize, _)| {
                    self::kind(&self.candidates[other].question) == kind
                };
                let most = match (varied, dull) {
                    (true, true) => OF_DULL,
                    (true, false) => count / KINDS + 1,
                    (false, true) => count * 2 / 5,
                    (false, false) if kind == "person" => count / 2 + 1,
                    (false, false) => count,
                };
                if taken.iter().filter(of_kind).count() >= most {
                    continue;
                }
                if taken.iter().any(|(other, _)| *other == nth) {
                    continue;
                }
                let section = &candidate.question.section;
                let of_section = |&&(other, _): &&(usize, _)| {
                    self.candidates[other].question.section == *section
                };
                let paragraph = self.paragraph(nth);
                let of_paragraph = |&&(other, _): &&(usize, _)| {
                    paragraph.is_some() && self.paragraph(other) == paragraph
                };
                if taken.iter().filter(of_section).count() >= room
                    || taken.iter().filter(of_paragraph).count() >= each_paragraph
                {
                    continue;
                }
                // One answer to many questions is guessed, and may tell of one fact in many words.
                let key = candidate.question.key_text();
                let same = |&&(other, _): &&(usize, _)| {
                    let other = self.candidates[other].question.key_text();
                    other == key || of_one(other, key)
                };
                if taken.iter().filter(same).count() >= each_key(&candidate.question) {
                    continue;
                }
                let reading = Reading::new(&candidate.question, &self.title);
                if taken.iter().all(|(_, other)| !reading.conflicts(other)) {
                    taken.push((nth, reading));
                }
            }
        }
        taken.into_iter().map(|(nth, _)| nth).collect()
    }

    /// Where a candidate's evidence begins.
    fn place(&self, nth: usize) -> Option<usize> {
        let range = self.candidates[nth].question.range.as_ref();
        range.map(|range| range.start)
    }

    /// The paragraph of a candidate's evidence.
    fn paragraph(&self, nth: usize) -> Option<usize> {
        let place = self.place(nth)?;
        let after = self
            .paragraphs
            .partition_point(|it| it.range.start <= place);
        after.checked_sub(1)
    }

    /// Deals the keys' positions over the best questions, so that none holds most of them: names are
    /// shuffled, amounts and dates drawn anew until the key has the rank that is its turn.
    fn deal(&mut self, facts: &Facts, pool: &Pool<'_>, seed: u32) {
        // Of each article another order: whoever plays two of one seed shall not know it.
        let mut rng = Rng::derived(seed, &self.id);
        let mut best = self.chosen(USUAL_COUNT);
        crate::sort::by_key(&mut best, |&nth| self.place(nth));
        let mut deck = Vec::new();
        for &nth in &best {
            let Candidate {
                question, spares, ..
            } = &mut self.candidates[nth];
            if !question.ordered {
                continue;
            }
            if deck.is_empty() {
                deck.extend(0..OPTIONS[0]);
                rng.shuffle(&mut deck);
            }
            // Some keys, such as 3, cannot have each rank; then another has to take this one.
            let turn = (0..deck.len()).rev().find_map(|turn| {
                let drawn = drawn(facts, pool, question, Some(deck[turn]), seed)?;
                Some((turn, drawn))
            });
            if let Some((turn, drawn)) = turn {
                deck.remove(turn);
                *question = drawn;
                spares.retain(|spare| question.options.iter().all(|it| it.text != spare.text));
            }
        }
        let questions = best
            .iter()
            .map(|&nth| self.candidates[nth].question.clone());
        let mut questions: Vec<_> = questions.collect();
        deal_keys(&mut questions, &mut rng);
        for (nth, question) in best.into_iter().zip(questions) {
            self.candidates[nth].question = question;
        }
    }

    /// The quiz of the best questions that go together.
    ///
    /// # Errors
    /// When there is no question.
    pub fn quiz(&self, count: usize) -> Result<Quiz, Problems> {
        let best = self.best(count).into_iter();
        Quiz::try_from(QuizDraft {
            version: Quiz::VERSION,
            id: self.id.clone(),
            title: self.title.clone(),
            summary: String::new(),
            lang: self.lang.clone(),
            source: self.source.clone(),
            questions: best.map(|candidate| candidate.question.clone()).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(text: &str) -> Input {
        Input {
            text: text.to_owned(),
            form: None,
            file_name: None,
            title: None,
            link: None,
            year: 2025,
            seed: 1,
        }
    }

    #[test]
    fn what_is_no_english_is_refused_by_name() {
        let refused = |text: &str| make(&input(text), &mut |_| {}).expect_err("is refused");
        let german = "Die Mühle am Fluss ist in der Nacht abgebrannt, und niemand war verletzt.";
        let name = Some("German".to_owned());
        assert_eq!(refused(german), MakeError::Language { name });
        let noise = refused("🔥 xqzv prgl wmnt brkd 🔥 hjkl qwrt zxcv.");
        assert_eq!(noise, MakeError::Language { name: None });
        assert_eq!(refused(" \n\u{200b}"), MakeError::Empty);
    }

    #[test]
    fn a_sentence_becomes_a_question_that_cites_it() {
        let input = input("The mill\n\nThe mill by the river was built in 2004 by two sisters.");
        let made = make(&input, &mut |_| {}).expect("is made");
        let quiz = made.quiz(USUAL_COUNT).expect("has a question");
        let question = &quiz.questions()[0];
        assert_eq!(question.key_text(), "2004");
        let range = question.range.clone().expect("is cited");
        assert_eq!(made.text[range], question.evidence);
    }
}
