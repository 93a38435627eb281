//! How far a long stream has got, on a terminal alone.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use crate::words;

/// How often a terminal hears of it.
const OFTEN: Duration = Duration::from_millis(200);

/// Says on standard error how many articles are done, and how fast; nothing where that is a file.
pub struct Progress {
    started: Instant,
    said: Option<Instant>,
    terminal: bool,
}

impl Progress {
    /// Begins now.
    pub fn new() -> Self {
        Self {
            started: now(),
            said: None,
            terminal: io::stderr().is_terminal(),
        }
    }

    /// So many articles are done.
    pub fn say(&mut self, done: usize) {
        if !self.terminal {
            return;
        }
        let now = now();
        if now - self.said.unwrap_or(self.started) < OFTEN {
            return;
        }
        self.said = Some(now);
        let said = words::rate(done, (now - self.started).as_secs_f64());
        // Back to the line's beginning, and the rest of what stood there away.
        let _ = write!(io::stderr(), "\r{said}\u{1b}[K");
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.said.is_some() {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
    }
}

fn now() -> Instant {
    #[expect(clippy::disallowed_methods, reason = "a program, not the core")]
    Instant::now()
}
