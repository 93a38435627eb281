//! Extraction: sentences of any article become facts that can be asked about.
//!
//! 1. [`mod@names`] finds persons, places and organisations and tells who is who; `span` finds dates,
//!    `amount` money, percentages, durations, ages and counts, `things` nouns of a kind.
//! 2. `gate` lets a sentence pass that stands alone, with what has to be cut, or names the
//!    [`Reason`] why not.
//!    `subject` tells whom “he” at its beginning stands for, and what “it” does.
//! 3. `ask` makes an ask of each answer that is safe: `stem` puts a blank in its place and
//!    `apposition` leaves out what tells the person; `told` finds what the rest of the sentence gives
//!    away, `dangling` what a stem speaks of and does not name.
//! 4. `cast`, `peers` and the [`gazetteer`] tell what may stand beside a name; of persons `beside`, by what
//!    they are introduced as (`standing`).
//! 5. `rank` says how much each is worth asking.

mod amount;
mod anaphoric;
mod apposition;
mod ask;
mod beside;
mod cast;
mod dangling;
mod famous;
mod gate;
pub mod gazetteer;
mod lexicon;
mod line;
pub(crate) mod lists;
pub mod names;
mod nations;
mod ordinals;
mod parsed;
mod peers;
mod rank;
mod reason;
mod sex;
mod span;
mod standing;
mod stem;
mod subject;
mod things;
pub mod token;
mod told;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use ask::{Asked, asks};
use beside::Who;
use cast::Cast;
use gate::{gate, quotations};
use lexicon::{class, listed};
use line::Line;
use lists::Key;
use names::{Mention, Names};
use parsed::Parsed;
use rank::Setting;
use sex::Sex;
use span::spans;
use subject::Meant;

use crate::article::Article;
use crate::fact::{Ask, Extracted, Fact, Source};
use crate::sentence::{Sentence, sentences};
use crate::table::Set;
use crate::text::{self, Word};
use crate::value::{Kind, Value};
use crate::words;

/// Sentences from one report of progress to the next.
const STEP: usize = 64;

/// How far back an open quotation is looked for, in characters.
const LOOKED_BACK: usize = 4000;

/// Sentences that tell what an article is about.
const LEDE: usize = 2;

/// What is found out, and who finds it out.
const STUDIES: [&str; 7] = [
    "author",
    "researcher",
    "research",
    "scientist",
    "study",
    "survey",
    "team",
];

/// The most facts that are made into questions: a draft holds 60, and some of them do not go
/// together.
const MOST: usize = 75;

/// The most sentences that wrong answers are held against.
const CONTEXT: usize = 2000;

/// What came of an article.
#[derive(Clone, Debug)]
pub struct Extraction {
    /// The facts found, to be checked by [`crate::fact::Facts`].
    pub found: Extracted,
    /// Merit of each ask, fact by fact: more is better.
    pub merits: Vec<Vec<u32>>,
    /// What came of each sentence, in the article's order.
    pub read: Vec<Read>,
}

/// What came of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Read {
    /// Where it stands in the article's text, in bytes.
    pub range: Range<usize>,
    /// Why nothing is asked about it; `None` where something is.
    pub reason: Option<Reason>,
}

/// Why nothing is asked about a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Reason {
    /// It names nobody, no place, amount or date to ask for.
    NoAnswer,
    /// It has an answer, but too few wrong answers of its kind can be had.
    FewDistractors,
    /// It asks something itself.
    Question,
    /// It is no whole sentence.
    Fragment,
    /// It has too few words to stand alone.
    Short,
    /// It has more words than a question should.
    Long,
    /// It is somebody's speech, word for word.
    Quotation,
    /// It says “I”, “we” or “you”.
    FirstPerson,
    /// It begins with a word that leans on an earlier sentence, such as “therefore”.
    Leaning,
    /// Whom “he” or what “it” stands for is told elsewhere.
    Pronoun,
    /// It speaks of something told elsewhere, such as “the man” or “that day”.
    Reference,
    /// It tells a time only from the day of writing, such as “last year”.
    RelativeTime,
    /// It denies something, which is easily read over.
    Negative,
    /// What it could be asked for stands in the title, or twice in the sentence.
    Obvious,
    /// There are enough better ones.
    Surplus,
}

/// What an article is read with.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// Id of the quiz to be made.
    pub id: String,
    /// Where the article appeared, as far as the reader said.
    pub source: Source,
    /// Year in which it is read; one in the article, such as its date, comes first.
    pub year: i32,
}

/// Finds the facts of an article; `progress` hears how many of how many sentences are read.
pub fn extract(
    article: &Article,
    about: &About,
    progress: &mut dyn FnMut(usize, usize),
) -> Extraction {
    let all = sentences(article);
    let mut parsed = Parsed::of(article.text(), &all);
    let names = names::of(&mut parsed, all.len());
    let title = text::words(article.title());
    let mut cast = Cast::new(article.text(), &names, &title);
    for (entity, sex) in Reader::new(article, &all, &parsed, &names, &cast).sexes() {
        cast.told(entity, sex);
    }
    let reader = Reader::new(article, &all, &parsed, &names, &cast);
    let mut found = Vec::new();
    let mut read = Vec::with_capacity(all.len());
    for (nth, sentence) in all.iter().enumerate() {
        if nth % STEP == 0 {
            progress(nth, all.len());
        }
        let asks = reader.read(nth);
        read.push(Read {
            range: sentence.range.clone(),
            reason: asks.as_ref().err().copied(),
        });
        if let Ok(asks) = asks {
            found.push((nth, asks));
        }
    }
    for nth in rank::surplus(&found, MOST) {
        read[nth].reason = Some(Reason::Surplus);
    }
    found.retain(|(nth, _)| read[*nth].reason.is_none());
    let (facts, merits) = found
        .into_iter()
        .map(|(nth, asks)| reader.fact(nth, asks))
        .unzip();
    Extraction {
        found: Extracted {
            id: about.id.clone(),
            // Facts have a title, even those of an article that has none.
            title: match article.title() {
                "" => words::UNTITLED.to_owned(),
                title => title.to_owned(),
            },
            summary: String::new(),
            lang: "en".to_owned(),
            source: about.source.clone(),
            year: about.year,
            sections: article.sections().to_vec(),
            facts,
            mentions: cast.lent(),
            context: reader.context(),
        },
        merits,
        read,
    }
}

/// All that a sentence is read with.
struct Reader<'a> {
    article: &'a Article,
    sentences: &'a [Sentence],
    parsed: &'a Parsed<'a>,
    names: &'a Names,
    cast: &'a Cast<'a>,
    /// Words of the title.
    title: Vec<Word>,
    /// Words of the first sentences, which tell what the article is about.
    lede: Vec<Word>,
    /// How often anything of each kind is named.
    named: [usize; 8],
    /// Parts of persons' names.
    parts: Set<&'a str>,
}

impl<'a> Reader<'a> {
    fn new(
        article: &'a Article,
        sentences: &'a [Sentence],
        parsed: &'a Parsed<'a>,
        names: &'a Names,
        cast: &'a Cast<'a>,
    ) -> Self {
        Self {
            article,
            sentences,
            parsed,
            names,
            cast,
            title: text::words(article.title()),
            lede: sentences
                .iter()
                .take(LEDE)
                .flat_map(|sentence| text::words(&article.text()[sentence.range.clone()]))
                .collect(),
            named: rank::named(names),
            parts: names
                .entities
                .iter()
                .filter(|entity| entity.kind == Kind::Person)
                .flat_map(|entity| entity.name.split(' '))
                .collect(),
        }
    }

    /// What a sentence can be asked for, each with its merit.
    fn read(&self, nth: usize) -> Result<Vec<(u32, Asked)>, Reason> {
        let sentence = &self.sentences[nth];
        let mentions = self.mentions(&sentence.range);
        let entities = mentions.iter().map(|mention| mention.entity);
        let person = |entity: &usize| self.names.entities[*entity].kind == Kind::Person;
        let persons = entities.filter(person).collect();
        let mut line = Line::new(self.parsed, nth, sentence.range.clone(), mentions, persons);
        // Whom “he” may stand for is looked for where it is said.
        let says = line.any(class::HE | class::SHE);
        if says {
            line.loose = self.loose(nth).collect();
            line.sexes = [Sex::He, Sex::She].map(|sex| {
                let persons = line.persons.iter().copied();
                persons
                    .filter(|&it| self.cast.sex(it) == Some(sex))
                    .collect()
            });
        }
        let quoted = quotations(&line)?;
        for tokens in quoted.tokens.iter().chain(&line.brackets()) {
            line.mute(tokens);
        }
        if self.within_speech(nth) {
            return Err(Reason::Quotation);
        }
        let known = |noun: &str| {
            let noun = text::joined(noun);
            // A study and its authors are introduced together.
            let study = |word: Word| STUDIES.iter().any(|it| Word::new(it) == word);
            let group = study(noun);
            let introduced = |word: &Word| *word == noun || group && study(*word);
            let lede = if nth < LEDE { &[] } else { &*self.lede };
            self.title.iter().chain(lede).any(introduced)
        };
        let meant = if says || line.any(class::THEY) {
            self.meant(nth)
        } else {
            Meant::default()
        };
        let passed = gate(&line, meant, &known, self.article.year(), quoted)?;
        let asks = asks(&line, &passed, spans(&line), self.cast, &self.title)?;
        let setting = Setting {
            shared: line.shared(&self.title),
            nth,
            of: self.sentences.len(),
            names: self.names,
            named: self.named,
            cast: self.cast,
        };
        Ok(asks
            .into_iter()
            .map(|ask| (rank::merit(&line, &passed, &ask, &setting), ask))
            .collect())
    }

    /// Whether a quotation that an earlier sentence of the paragraph began is still open.
    fn within_speech(&self, nth: usize) -> bool {
        let sentence = &self.sentences[nth];
        let paragraph = &self.article.paragraphs()[sentence.paragraph].range;
        let before = &self.article.text()[paragraph.start..sentence.range.start];
        // A paragraph is seldom long, and a long one is one of those that are read once.
        let before = &before.as_bytes()[before.len().saturating_sub(LOOKED_BACK)..];
        // A quotation that goes on in the next paragraph is not closed: the last mark tells.
        let open = before
            .iter()
            .rposition(|&byte| byte == b'"')
            .is_some_and(|at| {
                let free = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_whitespace);
                free(at.checked_sub(1).map(|at| &before[at])) && !free(before.get(at + 1))
            });
        let count = |mark: &str| {
            let runs = before.windows(mark.len());
            runs.filter(|run| *run == mark.as_bytes()).count()
        };
        // Many texts have none of them.
        let curly = before.contains(&"“".as_bytes()[0]);
        open || curly && count("“") > count("”")
    }

    /// The names in a range of the text.
    fn mentions(&self, range: &Range<usize>) -> &'a [Mention] {
        let all = &self.names.mentions;
        let start = all.partition_point(|mention| mention.range.start < range.start);
        let end = all.partition_point(|mention| mention.range.start < range.end);
        &all[start..end.max(start)]
    }

    /// Which pronouns are used of whom, where only one person can be meant.
    fn sexes(&self) -> Vec<(usize, Sex)> {
        let mut sexes = Vec::new();
        for (nth, sentence) in self.sentences.iter().enumerate().take(CONTEXT) {
            let ids = self.parsed.ids(nth).iter();
            let said = ids.fold(0, |all, &id| all | self.parsed.lexicon.get(id).listed);
            let sex = match (said & class::SAYS_HE != 0, said & class::SAYS_SHE != 0) {
                (true, false) => Sex::He,
                (false, true) => Sex::She,
                _ => continue,
            };
            let mut words =
                self.article.text()[sentence.range.clone()].split(|c: char| !c.is_alphabetic());
            let first = listed(&crate::letter::in_small(words.next().unwrap_or_default()));
            let person = if first & (class::HE | class::SHE) != 0 {
                self.one(nth)
            } else {
                self.only(nth..nth + 1)
            };
            sexes.extend(person.map(|person| (person, sex)));
        }
        sexes
    }

    /// The one person that the two sentences before name, in the same paragraph or the one before.
    fn one(&self, nth: usize) -> Option<usize> {
        let paragraph = self.sentences[nth].paragraph;
        let before = self.sentences[..nth].iter().rev().take(2);
        let near = before.take_while(|sentence| sentence.paragraph + 1 >= paragraph);
        self.only(nth - near.count()..nth)
    }

    /// The one person that some sentences name.
    fn only(&self, near: Range<usize>) -> Option<usize> {
        let ranges = self.sentences[near.clone()].iter().map(|it| &it.range);
        let mentions = ranges.flat_map(|range| self.mentions(range));
        let mut persons: Vec<usize> = mentions
            .map(|mention| mention.entity)
            .filter(|&entity| self.names.entities[entity].kind == Kind::Person)
            .collect();
        if near.clone().any(|nth| self.unnamed(nth)) {
            return None;
        }
        // A name that could be one of two persons is nobody's mention, but somebody is meant.
        for part in near.flat_map(|nth| self.loose(nth)) {
            persons.push(self.titled(&self.article.text()[part])?);
        }
        crate::sort::ascending(&mut persons);
        persons.dedup();
        match persons[..] {
            [one] => Some(one),
            _ => None,
        }
    }

    /// Where a part of some person's name stands by itself and is nobody's mention, as it could be
    /// one of two persons.
    fn loose(&self, nth: usize) -> impl Iterator<Item = Range<usize>> {
        let mentions = self.mentions(&self.sentences[nth].range);
        let text = self.article.text();
        let person = |it: &Mention| self.names.entities[it.entity].kind == Kind::Person;
        let named = move |at: usize| {
            let mut persons = mentions.iter().filter(|it| it.range.contains(&at));
            persons.any(person)
        };
        let tokens = self.parsed.tokens(nth).iter();
        let loose = tokens.filter(move |token| {
            token.is_capital() && self.parts.contains(token.text(text)) && !named(token.range.start)
        });
        loose.map(|token| token.range.clone())
    }

    /// Whether two words with capitals stand together that are nobody's mention: they may be a
    /// person's name all the same.
    fn unnamed(&self, nth: usize) -> bool {
        let mentions = self.mentions(&self.sentences[nth].range);
        let free = |token: &token::Token| {
            let at = token.range.start;
            let capital = token.shape == token::Shape::Capital;
            capital && !mentions.iter().any(|it| it.range.contains(&at))
        };
        let text = self.article.text();
        // “the National Museum” is nobody.
        let thing = |run: &[token::Token]| {
            let heads = lists::bit::ORG_HEAD | lists::bit::PLACE_HEAD | lists::bit::OTHER_HEAD;
            let key = |token: &token::Token| Key::of(token.text(text), token::Shape::Capital);
            matches!(run[0].text(text), "the" | "The")
                || run.iter().any(|it| lists::known(key(it)).bits & heads != 0)
        };
        let mut runs = self.parsed.tokens(nth).windows(3);
        runs.any(|run| run[1..].iter().all(free) && !thing(run))
    }

    /// The one person of this name that the title names: an obituary's “Vance” is not her father.
    fn titled(&self, part: &str) -> Option<usize> {
        let all = self.names.entities.iter().enumerate();
        let mut titled = all.filter(|(nth, entity)| {
            entity.kind == Kind::Person
                && self.cast.in_title(*nth)
                && entity.name.split(' ').any(|it| it == part)
        });
        let (one, _) = titled.next()?;
        titled.next().is_none().then_some(one)
    }

    fn fact(&self, nth: usize, asks: Vec<(u32, Asked)>) -> (Fact, Vec<u32>) {
        let sentence = &self.sentences[nth];
        let statement = &self.article.text()[sentence.range.clone()];
        let mentions = self.mentions(&sentence.range);
        let (merits, asks): (Vec<_>, Vec<_>) = asks.into_iter().unzip();
        let asks = asks.into_iter().map(|mut ask| {
            let class = match &ask.answer {
                Value::Name(name) => name.class().unwrap_or_default(),
                _ => "",
            };
            let listed = ask.listed.iter().map(|it| span::listed(it, class));
            let mut listed = listed.collect();
            if let Some(entity) = ask.entity {
                listed = self.cast.listed(entity, &ask.answer, mentions);
                let asked = Who {
                    entity,
                    says: ask.says,
                    full: matches!(&ask.answer, Value::Name(name) if !name.is_single()),
                    told: ask.told,
                };
                ask.exclude = self.cast.ruled_out(&asked, statement, mentions);
            }
            Ask::extracted(
                ask.id,
                ask.stem,
                ask.answer,
                listed,
                ask.exclude,
                words::article_says(statement),
            )
        });
        let fact = Fact::extracted(
            format!("s{}", nth + 1),
            self.article.paragraphs()[sentence.paragraph].section,
            statement.to_owned(),
            sentence.range.clone(),
            asks.collect(),
        );
        (fact, merits)
    }

    /// What the article says, for a look at whether a wrong answer may be true.
    fn context(&self) -> Vec<Vec<Word>> {
        let all = self.sentences.iter().take(CONTEXT).enumerate();
        all.map(|(nth, it)| text::words_of(self.parsed.pieces(nth, it.range.clone())))
            .collect()
    }
}

#[cfg(test)]
mod tests;
