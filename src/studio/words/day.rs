//! Days and times in words.

use js_sys::{Array, Date, Intl, Object, Reflect};

use crate::study::{self, Day};

/// Milliseconds of a day.
const LENGTH: f64 = 86_400_000.0;

/// A day to come: in how many days, and which that is.
#[must_use]
pub fn ahead(day: Day, today: Day) -> String {
    match day.saturating_sub(today) {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        count => format!("in {count} days, on {}", date(day)),
    }
}

/// A day.
#[must_use]
pub fn date(day: Day) -> String {
    // Days are the reader's own: written as if the reader were in Greenwich, they stay what they are.
    written(
        f64::from(day) * LENGTH,
        &[("dateStyle", "medium"), ("timeZone", "UTC")],
    )
}

/// A time, in milliseconds since the Unix epoch, where the reader is.
#[must_use]
pub fn time(time: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "times are below 2^53")]
    let time = time as f64;
    written(time, &[("dateStyle", "medium"), ("timeStyle", "short")])
}

fn written(time: f64, options: &[(&str, &str)]) -> String {
    let object = Object::new();
    for (name, value) in options {
        // A new object takes any property.
        let _ = Reflect::set(&object, &(*name).into(), &(*value).into());
    }
    let format = Intl::DateTimeFormat::new(&Array::of1(&"en".into()), &object);
    let date = Date::new(&time.into());
    let text = format.format().call1(&format, &date);
    text.ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

/// A day as file names have it, such as 2026-11-23.
#[must_use]
pub fn iso(day: Day) -> String {
    let (year, month, day) = study::civil(day);
    format!("{year:04}-{month:02}-{day:02}")
}
