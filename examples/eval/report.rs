//! What is printed.

use std::collections::BTreeMap;
use std::fmt::Write;

use readback::extract::Reason;
use readback::make::Made;

use crate::proxy::{self, Proxy};
use crate::tally::{Tally, chi_square};

/// An article this long is expected to give [`EXPECTED`] questions.
const LONG: usize = 400;

/// Half of the long articles should give so many.
const EXPECTED: usize = 8;

/// All articles.
#[derive(Default)]
pub struct Report {
    lines: Vec<Line>,
    failed: Vec<(String, String)>,
    tally: Tally,
}

/// One article.
pub struct Line {
    name: String,
    words: usize,
    sentences: usize,
    usable: usize,
    candidates: usize,
    reasons: BTreeMap<Reason, usize>,
    tally: Tally,
}

impl Line {
    /// Counts what came of an article's sentences.
    pub fn new(name: &str, made: &Made, tally: Tally) -> Self {
        let mut reasons = BTreeMap::new();
        for reason in made.read.iter().filter_map(|read| read.reason) {
            *reasons.entry(reason).or_default() += 1;
        }
        Self {
            name: name.to_owned(),
            words: made.text.split_whitespace().count(),
            sentences: made.read.len(),
            usable: made.read.iter().filter(|it| it.reason.is_none()).count(),
            candidates: made.candidates.len(),
            reasons,
            tally,
        }
    }

    fn violations(&self) -> usize {
        let hard = self
            .tally
            .broken
            .iter()
            .filter(|(proxy, _)| proxy.is_hard());
        hard.map(|(_, found)| found.len()).sum()
    }
}

impl Report {
    /// Takes an article in.
    pub fn add(&mut self, line: Line) {
        self.tally.add(&line.tally);
        self.lines.push(line);
    }

    /// Takes an article in that is not made.
    pub fn fail(&mut self, name: &str, problem: String) {
        self.failed.push((name.to_owned(), problem));
    }

    /// Whether every article is made and every hard proxy holds for all of them.
    pub fn holds(&self) -> bool {
        self.failed.is_empty() && self.lines.iter().all(|line| line.violations() == 0)
    }

    /// All of it.
    pub fn text(&self, verbose: bool) -> String {
        let mut text = String::new();
        self.articles(&mut text);
        self.reasons(&mut text);
        self.proxies(&mut text);
        self.keys(&mut text);
        if verbose {
            self.offenders(&mut text);
        }
        text
    }

    fn articles(&self, text: &mut String) {
        let _ = writeln!(
            text,
            "{:<28} {:>7} {:>9} {:>7} {:>10} {:>9} {:>10}",
            "article", "words", "sentences", "usable", "candidates", "questions", "violations"
        );
        let sum = |of: fn(&Line) -> usize| self.lines.iter().map(of).sum();
        let total: [usize; 6] = [
            sum(|it| it.words),
            sum(|it| it.sentences),
            sum(|it| it.usable),
            sum(|it| it.candidates),
            sum(|it| it.tally.questions),
            sum(Line::violations),
        ];
        let lines = self.lines.iter().map(|it| {
            let counts = [
                it.words,
                it.sentences,
                it.usable,
                it.candidates,
                it.tally.questions,
                it.violations(),
            ];
            (it.name.as_str(), counts)
        });
        for (name, [words, sentences, usable, candidates, questions, violations]) in
            lines.chain([("in all", total)])
        {
            let _ = writeln!(
                text,
                "{name:<28} {words:>7} {sentences:>9} {usable:>7} {candidates:>10} \
                 {questions:>9} {violations:>10}"
            );
        }
        for (name, problem) in &self.failed {
            let _ = writeln!(text, "{name:<28} NOT MADE: {problem}");
        }
        let long = self.lines.iter().filter(|line| line.words >= LONG);
        let mut counts: Vec<_> = long.map(|line| line.tally.questions).collect();
        counts.sort_unstable();
        if let Some(median) = counts.get(counts.len() / 2) {
            let least = counts[0];
            let _ = writeln!(
                text,
                "\n{} articles of {LONG} words and more: median {median} questions, least {least} \
                 (aim: median {EXPECTED})",
                counts.len()
            );
        }
    }

    fn reasons(&self, text: &mut String) {
        let mut reasons: BTreeMap<Reason, usize> = BTreeMap::new();
        for (&reason, count) in self.lines.iter().flat_map(|line| &line.reasons) {
            *reasons.entry(reason).or_default() += count;
        }
        let mut reasons: Vec<_> = reasons.into_iter().collect();
        reasons.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        let _ = writeln!(text, "\nwhy nothing is asked about a sentence");
        for (reason, count) in reasons {
            let _ = writeln!(text, "{count:>7}  {reason:?}");
        }
    }

    fn proxies(&self, text: &mut String) {
        let _ = writeln!(text, "\nviolations, of {} questions", self.tally.questions);
        for proxy in proxy::ALL {
            let count = self.tally.count(proxy);
            let weight = match (proxy.is_hard(), count) {
                (true, 0) => "holds",
                (true, _) => "BROKEN",
                (false, _) => "soft",
            };
            let _ = writeln!(text, "{count:>7}  {:<38} {weight}", proxy.name());
        }
        for (rule, count) in &self.tally.rules {
            let _ = writeln!(text, "{count:>15}  rule {rule}");
        }
    }

    fn keys(&self, text: &mut String) {
        let kinds = [
            ("place of the key among names", &self.tally.places),
            ("rank of the key among amounts and dates", &self.tally.ranks),
        ];
        for (what, counts) in kinds {
            let _ = writeln!(text, "\n{what}");
            for (options, counts) in counts {
                let (square, limit) = chi_square(counts);
                let counts: Vec<_> = counts.iter().map(ToString::to_string).collect();
                let _ = writeln!(
                    text,
                    "   {options} options: {:<20} chi-square {square:.2} (even below {limit})",
                    counts.join(" ")
                );
            }
        }
    }

    fn offenders(&self, text: &mut String) {
        for line in &self.lines {
            for (proxy, found) in &line.tally.broken {
                if *proxy == Proxy::Four {
                    continue;
                }
                let _ = writeln!(text, "\n{}: NOT: {}", line.name, proxy.name());
                for what in found {
                    let _ = writeln!(text, "   {what}");
                }
            }
        }
    }
}
