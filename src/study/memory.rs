//! The state of memory of one question: FSRS-6 with its default weights.
//!
//! The formulas are those that its makers publish, at
//! <https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm>. They are written out
//! here since the crate `fsrs` calculates in single precision and `rs-fsrs` has FSRS-5: neither
//! agrees with ts-fsrs to the day. This does, as it rounds where that does: whatever is kept, the
//! factor of the forgetting curve and that of the intervals, to eight decimals.

use super::Grade;

/// The longest time until a question is asked again, in days: a century, as FSRS has it.
pub const LONGEST: u32 = 36_500;

/// The default weights of FSRS-6, in its order.
const W: [f64; 21] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
    0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];
/// The exponent of the forgetting curve.
const DECAY: f64 = -W[20];
/// The bounds of a stability, in days.
const STABILITY: (f64, f64) = (0.001, 36_500.0);
/// The bounds of a difficulty.
const DIFFICULTY: (f64, f64) = (1.0, 10.0);

/// How well something is remembered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct State {
    /// Days after which the chance to know it has sunk to nine tenths.
    pub stability: f64,
    /// From 1, easy, to 10.
    pub difficulty: f64,
}

impl State {
    /// The state after an answer `days` after the one before, and the days until the question is
    /// asked again for this retention.
    ///
    /// Grades are kept apart by a day, as ts-fsrs does it once a question was answered before: Hard
    /// is no later than Good, and Good and Easy are each later than the one before.
    pub fn next(state: Option<Self>, days: u32, grade: Grade, retention: f64) -> (Self, u32) {
        let Some(before) = state else {
            let first = Self::first(grade);
            return (first, first.interval(retention));
        };
        let chance = before.recall(days);
        let after = |grade| before.stability_after(days, chance, grade);
        let stability = after(grade);
        let difficulty = before.difficulty_after(grade);
        let modifier = modifier(retention);
        let ahead = |grade| interval(after(grade), modifier);
        let interval = match grade {
            Grade::Again => interval(stability, modifier),
            Grade::Hard => ahead(Grade::Hard).min(ahead(Grade::Good)),
            Grade::Good | Grade::Easy => {
                let good = ahead(Grade::Good);
                let good = good.max(ahead(Grade::Hard).min(good) + 1);
                if grade == Grade::Good {
                    good
                } else {
                    ahead(Grade::Easy).max(good + 1)
                }
            }
        };
        let state = Self {
            stability,
            difficulty,
        };
        (state, interval)
    }

    /// The days until it is asked again for this retention, whatever the last grade was.
    pub fn interval(self, retention: f64) -> u32 {
        interval(self.stability, modifier(retention))
    }

    /// The same within the model's bounds, whatever was stored.
    pub fn checked(self) -> Self {
        let within = |number: f64, (least, most): (f64, f64)| {
            if number.is_finite() {
                number.clamp(least, most)
            } else {
                least
            }
        };
        Self {
            stability: within(self.stability, STABILITY),
            difficulty: within(self.difficulty, DIFFICULTY),
        }
    }

    /// The chance that it is still known after so many days.
    pub fn recall(self, days: u32) -> f64 {
        rounded((1.0 + factor() * f64::from(days) / self.stability).powf(DECAY))
    }

    /// The state after the first answer of all.
    fn first(grade: Grade) -> Self {
        Self {
            stability: W[grade as usize],
            difficulty: first_difficulty(grade).clamp(DIFFICULTY.0, DIFFICULTY.1),
        }
    }

    /// The stability after another answer, which was given with this chance to know it.
    fn stability_after(self, days: u32, chance: f64, grade: Grade) -> f64 {
        let Self {
            stability,
            difficulty,
        } = self;
        let within = |stability: f64| rounded(stability.clamp(STABILITY.0, STABILITY.1));
        if days == 0 {
            let growth = stability.powf(-W[19]) * (W[17] * (from_good(grade) + W[18])).exp();
            // Of what was known nothing is lost.
            let least = if grade == Grade::Again { 0.0 } else { 1.0 };
            return within(stability * growth.max(least));
        }
        let forgotten = 1.0 - chance;
        if grade == Grade::Again {
            let relearnt = W[11]
                * difficulty.powf(-W[12])
                * ((stability + 1.0).powf(W[13]) - 1.0)
                * (forgotten * W[14]).exp();
            // No more than a failure on the same day would leave.
            let most = rounded(stability / (W[17] * W[18]).exp()).max(STABILITY.0);
            return within(relearnt).min(most);
        }
        let bonus = match grade {
            Grade::Hard => W[15],
            Grade::Easy => W[16],
            Grade::Again | Grade::Good => 1.0,
        };
        let growth = W[8].exp()
            * (11.0 - difficulty)
            * stability.powf(-W[9])
            * ((forgotten * W[10]).exp() - 1.0)
            * bonus;
        within(stability * (1.0 + growth))
    }

    /// The difficulty after another answer: the nearer it is to its end, the less it moves; and each
    /// time it goes a little towards that of something easy.
    fn difficulty_after(self, grade: Grade) -> f64 {
        let change = -W[6] * from_good(grade);
        let moved = self.difficulty + rounded(change * (10.0 - self.difficulty) / 9.0);
        let drawn = W[7] * first_difficulty(Grade::Easy) + (1.0 - W[7]) * moved;
        rounded(drawn).clamp(DIFFICULTY.0, DIFFICULTY.1)
    }
}

/// The difficulty after the first answer, which may be out of bounds.
fn first_difficulty(grade: Grade) -> f64 {
    rounded(W[4] - ((from_good(grade) + 2.0) * W[5]).exp() + 1.0)
}

/// How many grades above Good.
fn from_good(grade: Grade) -> f64 {
    f64::from(grade as u8) - f64::from(Grade::Good as u8)
}

/// The factor of the forgetting curve, by which nine tenths are known after as many days as the
/// stability says.
fn factor() -> f64 {
    rounded((0.9_f64.ln() / DECAY).exp() - 1.0)
}

/// How much longer than its stability a question can wait for the chance to sink to this retention.
fn modifier(retention: f64) -> f64 {
    rounded((retention.powf(1.0 / DECAY) - 1.0) / factor())
}

/// Whole days of so much stability: at least one.
#[expect(clippy::cast_sign_loss, reason = "intervals are not negative")]
fn interval(stability: f64, modifier: f64) -> u32 {
    ((stability * modifier).round() as u32).clamp(1, LONGEST)
}

/// The nearest number with eight decimals; of two as near the upper one, as in JavaScript.
fn rounded(number: f64) -> f64 {
    let scaled = number * 1e8;
    let below = scaled.floor();
    let up = if scaled - below < 0.5 { 0.0 } else { 1.0 };
    (below + up) / 1e8
}
