//! All that is counted of one article.

use std::collections::BTreeMap;

use readback::lint;
use readback::make::Made;
use readback::question::Question;
use readback::question::leak::Reading;

use crate::proxy::{self, Proxy};

/// Which proxies the questions of an article break, and where their keys stand.
#[derive(Default)]
pub struct Tally {
    /// The questions.
    pub questions: usize,
    /// Broken proxies: which question and what is wrong.
    pub broken: BTreeMap<Proxy, Vec<String>>,
    /// Findings of the item-writing rules, by the number of the rule.
    pub rules: BTreeMap<&'static str, usize>,
    /// Of so many options, the key at each place: names, which are shuffled.
    pub places: BTreeMap<usize, Vec<usize>>,
    /// The same of amounts and dates, which ascend: there it is the rank.
    pub ranks: BTreeMap<usize, Vec<usize>>,
}

impl Tally {
    /// Counts; questions that are asked together are also held against each other.
    pub fn new(made: &Made, mut questions: Vec<Question>, together: bool) -> Self {
        // As a quiz has it: options that ascend say so.
        for question in &mut questions {
            question.ordered = question.reads_ordered();
        }
        let mut tally = Self {
            questions: questions.len(),
            ..Self::default()
        };
        for question in &questions {
            for (proxy, what) in proxy::check(question, made) {
                tally.fail(proxy, question, &what);
            }
            let places = if question.ordered {
                &mut tally.ranks
            } else {
                &mut tally.places
            };
            let count = question.options.len();
            places.entry(count).or_insert_with(|| vec![0; count])[question.key] += 1;
        }
        let findings = if together {
            tally.hold_together(made, &questions);
            lint::lint_set(&questions, &made.title)
        } else {
            lint::lint(&questions)
        };
        for finding in findings {
            *tally.rules.entry(finding.rule.number()).or_default() += 1;
            tally
                .broken
                .entry(Proxy::Lint)
                .or_default()
                .push(finding.to_string());
        }
        tally
    }

    /// How many times a proxy is broken.
    pub fn count(&self, proxy: Proxy) -> usize {
        self.broken.get(&proxy).map_or(0, Vec::len)
    }

    /// Adds another article's.
    pub fn add(&mut self, other: &Self) {
        self.questions += other.questions;
        for (proxy, found) in &other.broken {
            self.broken
                .entry(*proxy)
                .or_default()
                .extend(found.iter().cloned());
        }
        for (rule, count) in &other.rules {
            *self.rules.entry(rule).or_default() += count;
        }
        add_places(&mut self.places, &other.places);
        add_places(&mut self.ranks, &other.ranks);
    }

    fn hold_together(&mut self, made: &Made, questions: &[Question]) {
        let read = |question| Reading::new(question, &made.title);
        let readings: Vec<_> = questions.iter().map(read).collect();
        for (nth, question) in questions.iter().enumerate() {
            for other in 0..nth {
                if questions[other].stem == question.stem {
                    self.fail(Proxy::Duplicate, question, &question.stem);
                }
                if readings[nth].conflicts(&readings[other]) {
                    self.fail(Proxy::Leak, question, &questions[other].stem);
                }
            }
        }
        for (nth, paragraph) in made.paragraphs.iter().enumerate() {
            let stands = |question: &&Question| {
                let start = question.range.as_ref().map(|range| range.start);
                start.is_some_and(|start| paragraph.range.contains(&start))
            };
            let count = questions.iter().filter(stands).count();
            if count > 2 {
                let what = format!("paragraph {}: {count} questions", nth + 1);
                self.broken.entry(Proxy::Crowd).or_default().push(what);
            }
        }
    }

    fn fail(&mut self, proxy: Proxy, question: &Question, what: &str) {
        let what = format!("{}: {what}\n      {}", question.id, question.stem);
        self.broken.entry(proxy).or_default().push(what);
    }
}

type Places = BTreeMap<usize, Vec<usize>>;

fn add_places(places: &mut Places, others: &Places) {
    for (&count, others) in others {
        let own = places.entry(count).or_insert_with(|| vec![0; count]);
        for (own, other) in own.iter_mut().zip(others) {
            *own += other;
        }
    }
}

/// How far counts are from equal, as Pearson’s chi-square; with it the value that chance exceeds
/// once in twenty times.
pub fn chi_square(counts: &[usize]) -> (f64, f64) {
    /// For 2 to 4 degrees of freedom: one less than there are options.
    const ONCE_IN_TWENTY: [f64; 3] = [5.99, 7.81, 9.49];
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let expected = number(counts.iter().sum()) / number(counts.len());
    let square = |&count: &usize| (number(count) - expected).powi(2) / expected;
    let limit = ONCE_IN_TWENTY.get(counts.len().saturating_sub(3));
    (
        counts.iter().map(square).sum(),
        limit.copied().unwrap_or(f64::NAN),
    )
}
