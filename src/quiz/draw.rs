//! Drawing a round.
//!
//! 1. Each section's questions are brought into an order of chance, and so are the sections.
//! 2. The sections give a question each in turn, until there are enough or none is left to give: a
//!    round of ten from six sections has one or two of each. No question is taken that asks about
//!    the fact of one already taken, or leaks its answer, or is leaked by it.
//! 3. Where that yields fewer than were asked for, another go takes the questions first that get in
//!    the way of the fewest others, and the longer round is kept.
//! 4. The round's order is one of chance too, but each section's questions are spread over it.
//! 5. Key positions are dealt like cards: of every four questions with four options that have no
//!    order of their own, each has its key at another place.
//!
//! Every step is a function of quiz, seed and count, in integers: the same on every platform.

use super::{Draw, Quiz, Round};
use crate::question::Question;
use crate::question::leak::Reading;
use crate::rng::Rng;

impl Quiz {
    /// Draws a round: as many questions as asked for, or as many as go together.
    #[must_use]
    pub fn draw(&self, draw: Draw) -> Round {
        let draw = Draw {
            version: Draw::VERSION,
            ..draw
        };
        let mut rng = Rng::derived(draw.seed, "draw");
        let all = self.questions();
        let wanted = draw
            .count
            .map_or(all.len(), |count| all.len().min(count as usize));

        let mut sections = self.shuffled_sections(&mut rng);
        let conflicts = Conflicts::new(self);
        let mut taken = conflicts.take(&sections, wanted);
        if taken.len() < wanted.min(self.facts()) {
            for section in &mut sections {
                section.sort_by_cached_key(|&nth| conflicts.count(nth));
            }
            let again = conflicts.take(&sections, wanted);
            if again.len() > taken.len() {
                taken = again;
            }
        }

        let mut questions = Vec::with_capacity(taken.len());
        for nth in spread(&sections, &taken, &mut rng) {
            questions.push(all[nth].clone());
        }
        deal_keys(&mut questions, &mut rng);
        Round {
            quiz: self.id().to_owned(),
            hash: self.hash(),
            draw,
            questions,
        }
    }

    /// Indices of each section's questions; sections and questions in an order of chance.
    fn shuffled_sections(&self, rng: &mut Rng) -> Vec<Vec<usize>> {
        let titles = self.sections();
        let mut sections = vec![Vec::new(); titles.len()];
        for (nth, question) in self.questions().iter().enumerate() {
            if let Some(section) = titles.iter().position(|title| *title == question.section) {
                sections[section].push(nth);
            }
        }
        for section in &mut sections {
            rng.shuffle(section);
        }
        rng.shuffle(&mut sections);
        sections
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

/// Which questions may not stand in one round; looked up only where a draw comes to it.
struct Conflicts<'a> {
    readings: Vec<Reading<'a>>,
}

impl<'a> Conflicts<'a> {
    fn new(quiz: &'a Quiz) -> Self {
        let readings = quiz
            .questions()
            .iter()
            .map(|question| Reading::new(question, quiz.title()));
        Self {
            readings: readings.collect(),
        }
    }

    fn between(&self, a: usize, b: usize) -> bool {
        self.readings[a].conflicts(&self.readings[b])
    }

    /// How many questions one gets in the way of.
    fn count(&self, nth: usize) -> usize {
        (0..self.readings.len())
            .filter(|&other| self.between(nth, other))
            .count()
    }

    /// Takes questions from the sections in turn, as long as they go with all taken before.
    fn take(&self, sections: &[Vec<usize>], wanted: usize) -> Vec<usize> {
        let mut taken: Vec<usize> = Vec::new();
        let mut rests: Vec<_> = sections.iter().map(|section| section.iter()).collect();
        while !rests.is_empty() {
            rests.retain_mut(|rest| {
                if taken.len() == wanted {
                    return false;
                }
                let next = rest.find(|&&nth| taken.iter().all(|&other| !self.between(nth, other)));
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
    places.sort_unstable();
    places.into_iter().map(|(_, nth)| nth).collect()
}

/// Shuffles the options of questions that have no order of their own, key positions dealt from a
/// deck that holds every position once (rule 20). Each position is as likely as any other.
fn deal_keys(questions: &mut [Question], rng: &mut Rng) {
    let mut decks: [Vec<usize>; 6] = Default::default();
    for question in questions
        .iter_mut()
        .filter(|question| !question.is_ordered())
    {
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
