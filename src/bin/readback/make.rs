//! `readback make`: questions of one article after the other.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use clap::CommandFactory;
use clap::error::ErrorKind;
use readback::extract::{Read, Reason};
use readback::make::{self, Candidate, Input, LONGEST, Made};
use readback::problem::{Flaw, Problems};
use readback::quiz::{Quiz, QuizDraft};

use crate::arguments::{Arguments, MakeArguments};
use crate::failure::Unmade;
use crate::source::Source;
use crate::{FAILED, complain, words};

pub fn run(arguments: &MakeArguments) -> io::Result<u8> {
    let sources = Source::all(&arguments.articles, "make", "an article");
    for (option, given) in [("--title", &arguments.title), ("--link", &arguments.link)] {
        if given.is_some() && sources.len() > 1 {
            let said = words::one_title(option);
            Arguments::command()
                .error(ErrorKind::ArgumentConflict, said)
                .exit();
        }
    }
    let mut out = io::stdout().lock();
    let mut code = 0;
    for (nth, source) in sources.iter().enumerate() {
        let bytes = match source.read(LONGEST) {
            Ok(bytes) => bytes,
            Err(error) => {
                complain(&words::cannot_read(&source.to_string(), &error));
                code = FAILED;
                continue;
            }
        };
        let made = read(bytes, source, arguments).and_then(|input| of(&input));
        let quiz = made.as_ref().map(|made| quiz(made, arguments));
        if let (false, Ok(made)) = (arguments.json, &made) {
            let gap = if nth > 0 { "\n" } else { "" };
            write!(out, "{gap}{}", plain(&account(made, arguments)))?;
        }
        match quiz {
            Ok(Ok(quiz)) if arguments.json => writeln!(out, "{}", quiz.to_json())?,
            Ok(Ok(_)) => {}
            Ok(Err(error)) => {
                complain(&format!("{source}: {error}"));
                code = FAILED;
            }
            Err(error) => {
                complain(&format!("{source}: {error}"));
                code = FAILED;
            }
        }
        // Before the next article's errors, which go another way.
        out.flush()?;
    }
    Ok(code)
}

/// Makes questions of an article; one without a title gets one, as a quiz has to have it.
pub fn of(input: &Input) -> Result<Made, Unmade> {
    let mut made = make::make(input, &mut |_| ()).map_err(Unmade::Make)?;
    if made.title.trim().is_empty() {
        let name = input.file_name.as_deref();
        name.unwrap_or(words::UNTITLED).clone_into(&mut made.title);
    }
    Ok(made)
}

/// The best questions as a quiz.
pub fn best(made: &Made, count: usize) -> Result<Quiz, Unmade> {
    made.quiz(count).map_err(unmade)
}

/// This year, as the clock has it: the core has none.
pub fn this_year() -> i32 {
    #[expect(clippy::disallowed_methods, reason = "a program, not the core")]
    let now = std::time::SystemTime::now();
    let since = now.duration_since(std::time::UNIX_EPOCH);
    year_of(since.map_or(0, |since| since.as_secs() / 86_400))
}

/// The year of a day, counted from 1 January 1970.
fn year_of(mut day: u64) -> i32 {
    let mut year = 1970;
    loop {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = 365 + u64::from(leap);
        if day < days {
            return year;
        }
        day -= days;
        year += 1;
    }
}

fn read(bytes: Vec<u8>, source: &Source<'_>, arguments: &MakeArguments) -> Result<Input, Unmade> {
    Ok(Input {
        text: String::from_utf8(bytes).map_err(|_| Unmade::NotUtf8)?,
        form: arguments.form.map(Into::into),
        file_name: source.file_name(),
        title: arguments.title.clone(),
        link: arguments.link.clone(),
        year: arguments.year.unwrap_or_else(this_year),
        seed: arguments.seed,
    })
}

fn shown<'a>(made: &'a Made, arguments: &MakeArguments) -> Vec<&'a Candidate> {
    if arguments.all {
        made.candidates.iter().collect()
    } else {
        made.best(arguments.count as usize)
    }
}

fn quiz(made: &Made, arguments: &MakeArguments) -> Result<Quiz, Unmade> {
    if !arguments.all {
        return best(made, arguments.count as usize);
    }
    let draft = QuizDraft {
        version: Quiz::VERSION,
        id: made.id.clone(),
        title: made.title.clone(),
        summary: String::new(),
        lang: made.lang.clone(),
        source: made.source.clone(),
        questions: made
            .candidates
            .iter()
            .map(|it| it.question.clone())
            .collect(),
    };
    Quiz::try_from(draft).map_err(unmade)
}

fn unmade(problems: Problems) -> Unmade {
    if problems
        .as_slice()
        .iter()
        .any(|it| it.flaw == Flaw::Nothing)
    {
        Unmade::NoQuestions
    } else {
        Unmade::Invalid(problems)
    }
}

/// What a person reads: every question with its options and its sentence, then what came of all
/// sentences.
fn account(made: &Made, arguments: &MakeArguments) -> String {
    let shown = shown(made, arguments);
    let mut said = format!("{}\n", made.title);
    for (nth, candidate) in shown.iter().enumerate() {
        let question = &candidate.question;
        let _ = write!(said, "\n{}. {}\n", nth + 1, question.stem);
        for (nth, choice) in question.options.iter().enumerate() {
            let mark = if nth == question.key { '*' } else { ' ' };
            let letter = readback::words::letter(nth);
            let _ = writeln!(said, "   {mark} {letter}  {}", choice.text);
        }
        let _ = writeln!(said, "   “{}”", question.evidence);
    }
    let used = made
        .read
        .iter()
        .filter(|read| read.reason.is_none())
        .count();
    let questions = words::questions(shown.len(), made.candidates.len());
    let sentences = words::sentences(made.read.len(), used);
    let _ = write!(said, "\n{questions}; {sentences}\n");
    for (reason, count) in reasons(&made.read) {
        let _ = writeln!(said, "{count:>6}  {}", reason.words());
    }
    said
}

/// Why sentences fell, the commonest reason first.
fn reasons(read: &[Read]) -> Vec<(Reason, usize)> {
    let mut counts: BTreeMap<Reason, usize> = BTreeMap::new();
    for reason in read.iter().filter_map(|read| read.reason) {
        *counts.entry(reason).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    counts
}

/// Whatever an article holds, it gives the terminal no orders.
pub fn plain(text: &str) -> String {
    let plain = |c: char| if c.is_control() && c != '\n' { ' ' } else { c };
    text.chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_its_year() {
        assert_eq!(year_of(0), 1970);
        assert_eq!(year_of(364), 1970);
        assert_eq!(year_of(365), 1971);
        // 31 December 2024 and the day after, as `date` counts them.
        assert_eq!(year_of(20_088), 2024);
        assert_eq!(year_of(20_089), 2025);
    }

    #[test]
    fn an_article_gives_the_terminal_no_orders() {
        assert_eq!(plain("a\u{1b}[2Jb\nc\u{9b}d"), "a [2Jb\nc d");
    }
}
