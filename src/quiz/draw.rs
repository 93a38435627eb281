//! Drawing a round.
//!
//! 1. Each section's questions are brought into an order of chance, and so are the sections.
//! 2. The sections give a question each in turn, until there are enough or none is left to give: a
//!    round of ten from six sections has one or two of each. No question is taken that asks about
//!    the fact of one already taken, or leaks its answer, or is leaked by it.
//! 3. Where that yields fewer than were asked for, another go takes the questions first that get in
//!    the way of the fewest others, and the longer round is kept.
//! 4. The round's order is one of chance too, but each section's questions are spread over it;
//!    unless the article's order is asked for.
//! 5. Key positions are dealt like cards: of every four questions with four options that have no
//!    order of their own, each has its key at another place.
//!
//! Every step is a function of quiz, seed and count, in integers: the same on every platform.

use super::{Draw, OPTIONS, Quiz, Round};
use crate::question::Question;
use crate::question::leak::Reading;
use crate::rng::Rng;

impl Quiz {
    /// Draws a round: as many questions as asked for, or as many as go together.
    #[must_use]
    pub fn draw(&self, draw: Draw) -> Round {
        let mut rng = Rng::derived(draw.seed, "draw");
        let all = self.questions();
        let titles = self.sections();
        let mut sections = vec![Vec::new(); titles.len()];
        for (nth, question) in all.iter().enumerate() {
            if let Some(section) = titles.iter().position(|title| *title == question.section) {
                sections[section].push(nth);
            }
        }
        let readings: Vec<_> = all
            .iter()
            .map(|question| Reading::new(question, self.title()))
            .collect();
        let between = |a: usize, b: usize| readings[a].conflicts(&readings[b]);
        let drawing = Drawing {
            sections,
            facts: self.facts(),
            between: &between,
        };
        let order = drawing.order(draw, &mut rng);
        let mut questions: Vec<_> = order.into_iter().map(|nth| all[nth].clone()).collect();
        deal_keys(&mut questions, &mut rng);
        Round {
            quiz: self.id().to_owned(),
            hash: self.hash(),
            draw: Draw {
                version: Draw::VERSION,
                ..draw
            },
            questions,
        }
    }
}

impl Round {
    /// Some of the questions again, those at the given places in that order, as for a retry of the
    /// missed ones: options without an order of their own are shuffled anew. Places that are none
    /// are passed over.
    #[must_use]
    pub fn retry(&self, keep: &[usize], seed: u32) -> Self {
        let kept = keep.iter().filter_map(|&nth| self.questions.get(nth));
        let mut questions: Vec<_> = kept.cloned().collect();
        deal_keys(&mut questions, &mut Rng::derived(seed, "retry"));
        Self {
            questions,
            ..self.without_questions()
        }
    }

    fn without_questions(&self) -> Self {
        let (quiz, hash) = (self.quiz.clone(), self.hash.clone());
        Self {
            quiz,
            hash,
            draw: self.draw,
            questions: Vec::new(),
        }
    }
}

/// What a draw has to know of the questions, which it names by their places.
pub(crate) struct Drawing<'a> {
    /// The questions of each section.
    pub sections: Vec<Vec<usize>>,
    /// How many facts they ask about.
    pub facts: usize,
    /// Whether two may not stand in one round; looked up only where a draw comes to it.
    pub between: &'a dyn Fn(usize, usize) -> bool,
}

impl Drawing<'_> {
    /// The questions drawn, in the order of the round.
    pub fn order(mut self, draw: Draw, rng: &mut Rng) -> Vec<usize> {
        let all: usize = self.sections.iter().map(Vec::len).sum();
        let wanted = draw.count.map_or(all, |count| all.min(count as usize));
        for section in &mut self.sections {
            rng.shuffle(section);
        }
        rng.shuffle(&mut self.sections);
        let mut taken = self.take(wanted);
        if taken.len() < wanted.min(self.facts) {
            let mut easy_first = Vec::with_capacity(all);
            let conflicts: Vec<_> = (0..all)
                .map(|nth| (0..all).filter(|&other| (self.between)(nth, other)).count())
                .collect();
            for count in 0..=all {
                easy_first.extend((0..all).filter(|&nth| conflicts[nth] == count));
            }
            for section in &mut self.sections {
                *section = easy_first
                    .iter()
                    .copied()
                    .filter(|nth| section.contains(nth))
                    .collect();
            }
            let again = self.take(wanted);
            if again.len() > taken.len() {
                taken = again;
            }
        }
        if draw.in_order {
            return (0..all).filter(|nth| taken.contains(nth)).collect();
        }
        spread(&self.sections, &taken, rng)
    }

    /// Takes questions from the sections in turn, as long as they go with all taken before.
    fn take(&self, wanted: usize) -> Vec<usize> {
        let mut taken: Vec<usize> = Vec::new();
        let mut rests: Vec<_> = self.sections.iter().map(|section| section.iter()).collect();
        while !rests.is_empty() {
            rests.retain_mut(|rest| {
                if taken.len() == wanted {
                    return false;
                }
                let next =
                    rest.find(|&&nth| taken.iter().all(|&other| !(self.between)(nth, other)));
                taken.extend(next);
                next.is_some()
            });
        }
        taken
    }
}

/// The questions taken, each section's at equal distances over the round.
fn spread(sections: &[Vec<usize>], taken: &[usize], rng: &mut Rng) -> Vec<usize> {
    /// Where a question stands between the round's start (0) and end.
    const END: u32 = 1 << 16;
    let mut places = Vec::with_capacity(taken.len());
    for section in sections {
        let section: Vec<_> = section.iter().filter(|nth| taken.contains(nth)).collect();
        let distance = END / section.len().max(1) as u32;
        let mut place = rng.below(distance);
        for &nth in section {
            places.push((place, nth));
            place += distance;
        }
    }
    // A few dozen at most: picking the first again and again is as quick as sorting, and the page
    // need not hold a sort.
    let mut order = Vec::with_capacity(places.len());
    while let Some(first) = (0..places.len()).min_by_key(|&at| places[at]) {
        order.push(places.swap_remove(first).1);
    }
    order
}

/// Shuffles the options of questions that have no order of their own, key positions dealt from a
/// deck that holds every position once (rule 20). Each position is as likely as any other.
pub(crate) fn deal_keys(questions: &mut [Question], rng: &mut Rng) {
    let mut decks: [Vec<usize>; *OPTIONS.end() + 1] = Default::default();
    for question in questions.iter_mut().filter(|question| !question.ordered) {
        let movable = question.movable();
        let Some(deck) = decks.get_mut(movable) else {
            continue;
        };
        if deck.is_empty() {
            deck.extend(0..movable);
            rng.shuffle(deck);
        }
        if let Some(place) = deck.pop() {
            question.place_key(place, rng);
        }
    }
}
