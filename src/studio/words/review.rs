//! What the library says of repeating.

use super::day;
use crate::studio::review::Due;
use crate::study::Settings;
use crate::words::questions;

/// The title of a review.
pub const TITLE: &str = "Review";
/// Heading of what is due.
pub const DUE_TODAY: &str = "Due today";
/// Begins a review.
pub const REVIEW: &str = "Review";
/// Goes on with one.
pub const RESUME: &str = "Resume review";

/// What is due.
#[must_use]
pub fn due(due: &Due) -> String {
    if let Some((answered, all)) = due.running {
        return format!(
            "You have answered {answered} of the {} in this review.",
            questions(all)
        );
    }
    match (due.today, due.next) {
        (0, None) => NONE.to_owned(),
        (0, Some((at, count))) => format!(
            "Nothing is due today. {} {} due {}.",
            questions(count as usize),
            if count == 1 { "is" } else { "are" },
            day::ahead(at, due.day)
        ),
        (1, _) => "1 question is due today.".to_owned(),
        (count, _) => format!("{count} questions are due today."),
    }
}
/// Nothing was ever answered.
const NONE: &str = "Nothing is due yet. Questions that you answer come back here, when you are about to forget them: what you missed tomorrow, what you know well after weeks.";
/// Said when what was due can no longer be asked.
pub const NOTHING_LEFT: &str =
    "What was due belongs to quizzes that are no longer here, so there is nothing to ask.";

/// Caption of a chart.
pub const FORECAST: &str = "Due in the next 30 days";
/// Heading of its table.
pub const DAY: &str = "Day";
/// Heading of its table.
pub const DUE: &str = "Due";
/// What the chart shows.
#[must_use]
pub fn forecast(total: usize, days: usize) -> String {
    format!(
        "{} come back in {days} days, what is overdue on the first",
        questions(total)
    )
}
/// Heading of the settings.
pub const WANTED: &str = "How often";
/// Label of the retention.
pub const RETENTION: &str = "Questions you still know when they come back";
/// What that means.
pub const RETENTION_HINT: &str = "The more you want to know, the sooner everything comes back. It counts from the next answer to each question on.";
/// A retention.
#[must_use]
pub fn percent(percent: u8) -> String {
    format!("{percent} %")
}
/// Label of the number of new questions.
pub const NEW: &str = "New questions a day, at most";
/// What that means.
pub const NEW_HINT: &str = "A question is new until it has come back once.";
/// Said when the settings are kept.
#[must_use]
pub fn kept(settings: Settings) -> String {
    format!(
        "Kept: {}, and {} new a day at most.",
        percent(settings.percent()),
        questions(settings.new_per_day() as usize)
    )
}
/// Said when they are not.
pub const NOT_KEPT: &str =
    "Not kept: this browser does not let the page store anything, or has no room left.";
/// What the choice costs.
pub const COSTS: &str = "What that costs with the questions you have, over the next year";
/// Headings of the table.
pub const COST_COLUMNS: [&str; 3] = ["Aim", "Questions a day", "Known in a year"];
/// Questions a day.
#[must_use]
pub fn a_day(reviews: f64) -> String {
    if reviews < 10.0 {
        format!("{reviews:.1}")
    } else {
        format!("{reviews:.0}")
    }
}
/// A share.
#[must_use]
pub fn share(share: f64) -> String {
    format!("{:.0} %", 100.0 * share)
}
