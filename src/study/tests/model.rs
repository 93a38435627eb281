//! The formulas of memory beside those of the crate `fsrs`, which has single precision.

use fsrs::{FSRS, FSRS6_DEFAULT_DECAY, MemoryState, current_retrievability};
use proptest::prelude::{Strategy, prop, prop_assert, proptest};

use crate::study::Grade;
use crate::study::memory::State;

/// Share by which single precision may be off, after many answers.
const PRECISION: f64 = 1e-4;

fn grade() -> impl Strategy<Value = Grade> {
    prop::sample::select(vec![Grade::Again, Grade::Hard, Grade::Good, Grade::Easy])
}

/// Whether two numbers are one but for their precision.
fn like(ours: f64, theirs: f32) -> bool {
    (ours - f64::from(theirs)).abs() <= ours.abs() * PRECISION
}

proptest! {
    #[test]
    fn memory_is_what_the_crate_fsrs_has(
        answers in prop::collection::vec((0..400_u16, grade()), 1..30),
        percent in 70..=97_u8,
    ) {
        let model = FSRS::default();
        let mut ours: Option<State> = None;
        let mut theirs: Option<MemoryState> = None;
        for (gap, grade) in answers {
            if let (Some(ours), Some(theirs)) = (ours, theirs) {
                let known = current_retrievability(theirs, gap.into(), FSRS6_DEFAULT_DECAY);
                prop_assert!(like(ours.recall(gap.into()), known), "{} {known}", ours.recall(gap.into()));
            }
            let next = model.next_states(theirs, f32::from(percent) / 100.0, gap.into()).unwrap();
            let next = match grade {
                Grade::Again => next.again,
                Grade::Hard => next.hard,
                Grade::Good => next.good,
                Grade::Easy => next.easy,
            };
            let retention = f64::from(percent) / 100.0;
            let state = State::next(ours, gap.into(), grade, retention).0;
            let (stability, difficulty) = (next.memory.stability, next.memory.difficulty);
            prop_assert!(like(state.stability, stability), "{state:?} {stability}");
            prop_assert!(like(state.difficulty, difficulty), "{state:?} {difficulty}");
            // The crate leaves an interval as it is; ours is of whole days.
            let days = f64::from(state.interval(retention));
            let interval = f64::from(next.interval);
            let off = (days - interval.clamp(1.0, 36_500.0)).abs();
            prop_assert!(off <= 0.5 + interval * PRECISION, "{days} {interval}");
            (ours, theirs) = (Some(state), Some(next.memory));
        }
    }
}
