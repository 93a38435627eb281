//! `readback make --jsonl`: a filter from articles to quizzes, a line each, in order.
//!
//! One thread reads lines, as many as there are cores make quizzes, and this one writes. Each line
//! carries the way back for its own answer; the writer holds these ways in the lines' order. Both
//! queues are bounded, so a slow reader of the output, or one long article, holds up the input and
//! memory stays the same however long the stream is.

mod lines;

use std::io::{self, BufWriter, Write};
use std::num::NonZero;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use readback::article::Form;
use readback::make::{Input, LONGEST};
use serde::Deserialize;
use serde_json::json;

use self::lines::{Line, Lines};
use crate::arguments::MakeArguments;
use crate::failure::Unmade;
use crate::progress::Progress;
use crate::source::refuse_terminal;
use crate::{FAILED, complain, make, words};

/// Lines that wait for a core, and answers that wait to be written, for each core.
const WAITING: usize = 2;

/// What a line of the input says.
#[derive(Deserialize)]
struct Article {
    text: String,
    #[serde(default)]
    id: Option<String>,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    link: Option<String>,
    #[serde(default)]
    form: Option<Form>,
    #[serde(default)]
    seed: Option<u32>,
    #[serde(default)]
    year: Option<i32>,
}

/// What a line says unless it says something else.
#[derive(Clone, Copy)]
struct Usual {
    form: Option<Form>,
    seed: u32,
    count: usize,
    year: i32,
}

/// A line of the output.
struct Answer {
    json: String,
    failed: bool,
}

/// A line of the input with the way back for its answer.
type Job = (Line, SyncSender<Answer>);

pub fn run(arguments: &MakeArguments) -> io::Result<u8> {
    refuse_terminal("make", "articles, one a line");
    let usual = Usual {
        form: arguments.form.map(Into::into),
        seed: arguments.seed,
        count: arguments.count as usize,
        year: arguments.year.unwrap_or_else(make::this_year),
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let (give, jobs) = sync_channel::<Job>(WAITING * cores);
    let (order, answers) = sync_channel(WAITING * cores);
    let jobs = Arc::new(Mutex::new(jobs));
    for _ in 0..cores {
        let jobs = Arc::clone(&jobs);
        thread::spawn(move || work(&jobs, usual));
    }
    let reader = thread::spawn(move || read(&give, &order));
    let (done, failed) = write(&answers)?;
    if failed > 0 {
        complain(&words::lines_failed(failed, done));
    }
    let read = reader
        .join()
        .unwrap_or_else(|_| Err(io::Error::other(words::FAULT)));
    if let Err(error) = &read {
        complain(&words::cannot_read(words::STANDARD_INPUT, error));
    }
    Ok(if failed > 0 || read.is_err() {
        FAILED
    } else {
        0
    })
}

/// Reads all lines; ends early where nobody takes their answers any more.
fn read(jobs: &SyncSender<Job>, answers: &SyncSender<Receiver<Answer>>) -> io::Result<()> {
    for line in Lines::new(io::stdin().lock(), LONGEST) {
        let line = line?;
        let (back, answer) = sync_channel(1);
        if answers.send(answer).is_err() || jobs.send((line, back)).is_err() {
            break;
        }
    }
    Ok(())
}

fn work(jobs: &Mutex<Receiver<Job>>, usual: Usual) {
    loop {
        // Released before the work begins.
        let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((line, back)) = job else {
            return;
        };
        let _ = back.send(answer(&line, usual));
    }
}

/// Writes all answers in the lines' order; says how many, and how many of them are errors.
fn write(answers: &Receiver<Receiver<Answer>>) -> io::Result<(usize, usize)> {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let mut progress = Progress::new();
    let (mut done, mut failed) = (0, 0);
    while let Some(answer) = next(answers, &mut out)? {
        done += 1;
        // A worker that fell over took its answer along.
        let answer = match next(&answer, &mut out)? {
            Some(answer) => answer,
            None => error(done, None, &Unmade::Fault),
        };
        failed += usize::from(answer.failed);
        out.write_all(answer.json.as_bytes())?;
        out.write_all(b"\n")?;
        progress.say(done);
    }
    out.flush()?;
    Ok((done, failed))
}

/// What comes next; before it waits for that, everything so far goes out, so that whoever reads
/// the answers need not wait as well.
fn next<T>(from: &Receiver<T>, out: &mut impl Write) -> io::Result<Option<T>> {
    match from.try_recv() {
        Ok(it) => return Ok(Some(it)),
        Err(TryRecvError::Disconnected) => return Ok(None),
        Err(TryRecvError::Empty) => out.flush()?,
    }
    Ok(from.recv().ok())
}

fn answer(line: &Line, usual: Usual) -> Answer {
    let article = match article(line) {
        Ok(article) => article,
        Err(unmade) => return error(line.number, None, &unmade),
    };
    let id = article.id.clone();
    match quiz(article, usual) {
        Ok(json) => Answer {
            json,
            failed: false,
        },
        Err(unmade) => error(line.number, id.as_deref(), &unmade),
    }
}

fn article(line: &Line) -> Result<Article, Unmade> {
    let Some(bytes) = &line.bytes else {
        return Err(Unmade::LongLine(LONGEST));
    };
    let text = std::str::from_utf8(bytes).map_err(|_| Unmade::NotUtf8)?;
    // What some editors put before a text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Unmade::EmptyLine);
    }
    serde_json::from_str(text).map_err(|error| Unmade::NotJson(error.to_string()))
}

fn quiz(article: Article, usual: Usual) -> Result<String, Unmade> {
    let mut made = make::of(&Input {
        text: article.text,
        form: article.form.or(usual.form),
        file_name: None,
        title: article.title,
        link: article.link,
        year: article.year.unwrap_or(usual.year),
        seed: article.seed.unwrap_or(usual.seed),
    })?;
    if let Some(id) = article.id {
        made.id = id;
    }
    Ok(make::best(&made, usual.count)?.to_json())
}

fn error(line: usize, id: Option<&str>, unmade: &Unmade) -> Answer {
    let error = json!({ "kind": unmade.kind(), "message": unmade.to_string() });
    let json = match id {
        Some(id) => json!({ "line": line, "id": id, "error": error }),
        None => json!({ "line": line, "error": error }),
    };
    Answer {
        json: json.to_string(),
        failed: true,
    }
}
