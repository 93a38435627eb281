//! Bringing a backup back.

use std::collections::BTreeSet;

use super::AT_ONCE;
use super::plan::Plan;
use crate::studio::database::{self, ATTEMPTS, DRAFTS, Database, Key, QUIZZES, Result, SHELF};
use crate::studio::settle::{rebuild, summarise};
use crate::studio::{shelf, storage, study as wanted};

/// Does what a plan says; `hear` is told how many hundredths are done. What was done stays done where
/// it fails half way: the same file brings back the rest.
///
/// # Errors
/// Why it is not done, or not to its end.
pub async fn restore(database: &Database, plan: &Plan, hear: impl Fn(usize)) -> Result<()> {
    let (quizzes, drafts, attempts) = &plan.items;
    let all = quizzes.len() + drafts.len() + attempts.len();
    let mut done = 0;
    let mut touched = BTreeSet::new();
    for some in quizzes.chunks(AT_ONCE) {
        let change = database.write(&[QUIZZES, SHELF])?;
        shelf::put_kept(&change, some).await?;
        touched.extend(some.iter().map(|kept| &*kept.id));
        change.commit().await?;
        done += some.len();
        hear(50 * done / all);
    }
    let change = database.write(&[DRAFTS])?;
    for kept in drafts {
        change.put(DRAFTS, Key::Id(&kept.id), &kept.text)?;
    }
    change.commit().await?;
    done += drafts.len();
    for some in attempts.chunks(AT_ONCE * 4) {
        let change = database.write(&[ATTEMPTS])?;
        for attempt in some {
            let at = Key::Attempt(&attempt.quiz, attempt.started);
            change.put(ATTEMPTS, at, &attempt.to_json())?;
            touched.insert(&attempt.quiz);
            touched.extend(attempt.answers.iter().map(|answer| attempt.home(answer).0));
        }
        change.commit().await?;
        done += some.len();
        hear(50 * done / all);
    }
    // What follows from them is worked out anew.
    let reviews = rebuild::reviews(&database.read(&[ATTEMPTS])?).await?;
    let touched: Vec<_> = touched.into_iter().collect();
    for (nth, some) in touched.chunks(AT_ONCE).enumerate() {
        let change = database.write(&rebuild::STORES)?;
        rebuild::rebuild(&change, some, &reviews).await?;
        change.commit().await?;
        hear(50 + 50 * nth * AT_ONCE / touched.len());
    }
    if let Some(settings) = plan.settings {
        // The usual ones do as well.
        let _ = wanted::keep(settings);
    }
    database::tell();
    storage::ask_to_stay(database).await?;
    summarise(database).await
}
