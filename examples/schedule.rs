//! When questions would be asked again: histories from standard input, due days to standard output,
//! a line of JSON each. `scripts/schedule.test.mjs` compares them with those of ts-fsrs.
//!
//! ```text
//! {"retention": 90, "answers": [[0, "good"], [3, "again"]]}
//! [3, 4]
//! ```
//!
//! An answer is a day and a grade; with every answer there is a day on which the question is due.

use std::io::{self, BufRead, Write};

use readback::study::{Card, Day, Grade, Settings};

#[derive(serde::Deserialize)]
struct History {
    retention: u8,
    answers: Vec<(Day, Grade)>,
}

fn main() -> io::Result<()> {
    let mut output = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let history: History = serde_json::from_str(&line?)?;
        let settings = Settings::new(history.retention, 0);
        let mut card: Option<Card> = None;
        let mut due = Vec::with_capacity(history.answers.len());
        for (day, grade) in history.answers {
            if let Some(card) = &mut card {
                card.answer(day, grade, settings);
            }
            let card =
                card.get_or_insert_with(|| Card::new("quiz", "question", day, grade, settings));
            due.push(card.due);
        }
        writeln!(output, "{}", serde_json::to_string(&due)?)?;
    }
    output.flush()
}
