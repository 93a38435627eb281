//! What is due for review, as the studio has worked it out: it has the history, the page a summary.

use super::store::{self, PREFIX};
use crate::day;
use crate::record::{Reader, Record, Writer};

/// Version of the summary.
const VERSION: u32 = 1;

/// So many questions that fall due on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The day: see [`this_day`].
    pub day: u64,
    /// How many questions.
    pub count: u64,
}

impl Record for Due {
    fn write(&self, writer: &mut Writer) {
        writer.number(self.day);
        writer.number(self.count);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            day: reader.number(),
            count: reader.number(),
        }
    }
}

/// Today: the reader's own day, counted from the first one of 1970.
#[must_use]
#[expect(clippy::cast_sign_loss, reason = "the epoch is past")]
pub fn this_day() -> u64 {
    let now = js_sys::Date::new_0();
    day::day(now.get_time() as u64, now.get_timezone_offset() as i32).into()
}

fn key() -> String {
    [PREFIX, "due"].concat()
}

/// How many questions are due today, if the studio has said so.
#[must_use]
pub fn today() -> u64 {
    let read = || {
        let text = store::read(&key())?;
        let (version, mut reader) = Reader::new(&text)?;
        let due: Vec<Due> = reader.list();
        (reader.is_done() && version == u64::from(VERSION)).then_some(due)
    };
    let today = this_day();
    let by_now = |due: &&Due| due.day <= today;
    let due = read().unwrap_or_default();
    due.iter().filter(by_now).map(|due| due.count).sum()
}

/// Keeps what is due, day by day.
pub fn keep(due: &[Due]) {
    let mut writer = Writer::new(VERSION);
    writer.list(due);
    // Without it the cover says nothing, and the library says it all the same.
    let _ = store::write(&key(), &writer.done());
}
