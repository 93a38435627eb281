//! Measures how the cost of making grows with an article's length, for texts of every shape.
//!
//! Each line is a kind of text; its figures are milliseconds for each megabyte, at doubling sizes.
//! Where the cost is linear they stay the same.

mod texts;

use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

use clap::Parser;
use readback::make::{self, Input, LONGEST};

/// Bytes of the texts.
const SIZES: [usize; 6] = [256 << 10, 512 << 10, 1 << 20, 2 << 20, 4 << 20, 8 << 20];

/// A kind that takes longer than this at one size is not asked for the next, in seconds.
const LONG: f64 = 20.0;

/// Measures how the cost of making grows with an article's length
#[derive(Parser)]
struct Arguments {
    /// Only kinds of text whose name holds one of these
    kinds: Vec<String>,
}

fn main() {
    let only = Arguments::parse().kinds;
    print!("{:<14}", "ms per MB");
    for size in SIZES {
        print!(" {:>9}", format!("{} kB", size >> 10));
    }
    println!(" {:>9} {:>10}", "growth", "peak MB");
    for (name, kind) in texts::KINDS {
        if only.is_empty() || only.iter().any(|only| name.contains(only.as_str())) {
            line(name, kind);
        }
    }
}

fn line(name: &str, kind: fn(usize) -> String) {
    print!("{name:<14}");
    let mut costs = Vec::new();
    forget_peak();
    for size in SIZES {
        let text = kind(size.min(LONGEST));
        let megabytes = megabytes(text.len());
        let input = Input {
            text,
            form: None,
            file_name: None,
            title: None,
            link: None,
            year: 2026,
            seed: 1,
        };
        let seconds = time(&input);
        costs.push(1000.0 * seconds / megabytes);
        print!(" {:>9.0}", 1000.0 * seconds / megabytes);
        if seconds > LONG {
            print!(" (stopped)");
            break;
        }
    }
    let growth = costs.last().unwrap_or(&0.0) / costs.first().unwrap_or(&1.0);
    println!(" {growth:>8.1}× {:>10}", peak());
}

/// The seconds that making takes: the processor's, which other work on the machine does not
/// lengthen, where the system tells.
fn time(input: &Input) -> f64 {
    #[expect(clippy::disallowed_methods, reason = "a measurement, not the core")]
    let start = Instant::now();
    let before = processor();
    let made = make::make(input, &mut |_| ());
    if let Ok(made) = &made {
        let _ = black_box(made.quiz(make::USUAL_COUNT));
    }
    black_box(made).ok();
    match (before, processor()) {
        (Some(before), Some(after)) => after.saturating_sub(before).as_secs_f64(),
        _ => start.elapsed().as_secs_f64(),
    }
}

/// How long this thread has been at work.
fn processor() -> Option<Duration> {
    let said = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds = said.split_whitespace().next()?.parse().ok()?;
    Some(Duration::from_nanos(nanoseconds))
}

fn megabytes(bytes: usize) -> f64 {
    f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / f64::from(1 << 20)
}

/// The most memory held since [`forget_peak`], where the system tells.
fn peak() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.map_or_else(|| "?".to_owned(), |it| (it >> 10).to_string())
}

fn forget_peak() {
    let _ = fs::write("/proc/self/clear_refs", "5");
}
