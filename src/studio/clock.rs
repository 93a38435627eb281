//! The reader's days.

use gloo::timers::callback::Timeout;
use js_sys::{Date, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::study::{self, Day};
use crate::ui::browser;

/// The local day of a time in milliseconds since the Unix epoch.
#[must_use]
pub fn day_of(time: u64) -> Day {
    #[expect(clippy::cast_precision_loss, reason = "times are below 2^53")]
    let date = Date::new(&(time as f64).into());
    #[expect(
        clippy::cast_possible_truncation,
        reason = "an offset is less than a day"
    )]
    study::day(time, date.get_timezone_offset() as i32)
}

/// The local day it is.
#[must_use]
pub fn today() -> Day {
    day_of(browser::now())
}

/// Lets the page draw and answer before going on.
pub async fn pause() {
    let pause = Promise::new(&mut |resolve, _| {
        Timeout::new(0, move || {
            let _ = resolve.call0(&JsValue::NULL);
        })
        .forget();
    });
    // It always comes true.
    let _ = JsFuture::from(pause).await;
}
