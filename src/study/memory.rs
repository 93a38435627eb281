//! The state of memory of one question: FSRS-6 with its default weights, as the crate `fsrs` has it.

use std::sync::OnceLock;

use fsrs::{FSRS, MemoryState};

use super::Grade;

/// The longest time until a question is asked again, in days: a century, as FSRS has it.
pub const LONGEST: u32 = 36_500;

/// How well something is remembered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct State {
    /// Days after which the chance to know it has sunk to nine tenths.
    pub stability: f64,
    /// From 1, easy, to 10.
    pub difficulty: f64,
}

fn model() -> &'static FSRS {
    static MODEL: OnceLock<FSRS> = OnceLock::new();
    MODEL.get_or_init(FSRS::default)
}

impl State {
    /// The state after an answer `days` after the one before, and the days until the question is
    /// asked again for this retention.
    ///
    /// Grades are kept apart by a day, as ts-fsrs does it once a question was answered before: Hard
    /// is no later than Good, and Good and Easy are each later than the one before.
    #[expect(clippy::cast_possible_truncation, reason = "fsrs has small floats")]
    pub fn next(state: Option<Self>, days: u32, grade: Grade, retention: f64) -> (Self, u32) {
        let before = state.map(|state| MemoryState {
            stability: state.stability as f32,
            difficulty: state.difficulty as f32,
        });
        // Fails for numbers that are none alone, which no state has: see `State::checked`.
        let Ok(next) = model().next_states(before, retention as f32, days) else {
            return (Self::NEW, 1);
        };
        let [again, mut hard, mut good, mut easy] =
            [&next.again, &next.hard, &next.good, &next.easy].map(|next| whole(next.interval));
        if state.is_some() {
            hard = hard.min(good);
            good = good.max(hard + 1);
            easy = easy.max(good + 1);
        }
        let (next, interval) = match grade {
            Grade::Again => (next.again, again),
            Grade::Hard => (next.hard, hard),
            Grade::Good => (next.good, good),
            Grade::Easy => (next.easy, easy),
        };
        let state = Self {
            stability: f64::from(next.memory.stability),
            difficulty: f64::from(next.memory.difficulty),
        };
        (state, interval)
    }

    /// The days until it is asked again for this retention, whatever the last grade was.
    #[expect(clippy::cast_possible_truncation, reason = "fsrs has small floats")]
    pub fn interval(self, retention: f64) -> u32 {
        // The grade only counts where there is no state.
        whole(model().next_interval(Some(self.stability as f32), retention as f32, 3))
    }

    /// That of something answered wrong, once.
    const NEW: Self = Self {
        stability: 0.212,
        difficulty: 6.4133,
    };

    /// The same within the model's bounds, whatever was stored.
    pub fn checked(self) -> Self {
        let within = |number: f64, least: f64, most: f64| {
            if number.is_finite() {
                number.clamp(least, most)
            } else {
                least
            }
        };
        Self {
            stability: within(self.stability, 0.001, 36_500.0),
            difficulty: within(self.difficulty, 1.0, 10.0),
        }
    }

    /// The chance that it is still known after so many days.
    #[expect(clippy::cast_possible_truncation, reason = "fsrs has small floats")]
    #[expect(clippy::cast_precision_loss, reason = "days are few")]
    pub fn recall(self, days: u32) -> f64 {
        let state = MemoryState {
            stability: self.stability as f32,
            difficulty: self.difficulty as f32,
        };
        f64::from(fsrs::current_retrievability(
            state,
            days as f32,
            fsrs::FSRS6_DEFAULT_DECAY,
        ))
    }
}

/// Whole days: at least one.
#[expect(clippy::cast_sign_loss, reason = "intervals are not negative")]
fn whole(interval: f32) -> u32 {
    (interval.round() as u32).clamp(1, LONGEST)
}
