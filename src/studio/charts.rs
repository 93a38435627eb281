//! What finished rounds show: figures of [`crate::study::history`] as charts.

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use super::chart::{Bars, Figure, OverTime, Shape};
use super::study as wanted;
use super::words::{day, history as words};
use crate::session::Score;
use crate::study::{self, Attempt, history};
use crate::words::{duration, out_of};

/// How many sections or questions are shown.
const MOST: usize = 12;
/// How many rounds a line goes through: the latest.
const LATEST: usize = 200;

#[derive(Clone, PartialEq, Properties)]
pub struct ChartsProps {
    /// Newest first.
    pub attempts: Rc<Vec<Attempt>>,
    /// Whether they are of one quiz alone.
    pub is_one: bool,
    /// What questions ask, by quiz and question, as far as that is known.
    pub stems: Rc<BTreeMap<(String, String), String>>,
}

/// All that is drawn, worked out once.
#[derive(PartialEq)]
struct Drawn {
    scores: Rc<[Figure]>,
    sections: Rc<[Figure]>,
    times: Rc<[Figure]>,
    missed: Rc<[Figure]>,
    months: Rc<[Figure]>,
    known: (usize, usize),
    usual: Option<u64>,
}

/// The charts.
#[component]
pub fn Charts(props: &ChartsProps) -> Html {
    let on = (props.attempts.clone(), props.stems.clone());
    let drawn = use_memo(on, |(attempts, stems)| drawn(attempts, stems));
    let Drawn {
        scores,
        sections,
        times,
        missed,
        months,
        known,
        usual,
    } = &*drawn;
    let last = scores.last().map(|figure| figure.text.clone());
    html! {
        <>
            <OverTime
                caption={words::OVER_TIME}
                summary={words::over_time(scores.len(), &last.unwrap_or_default())}
                figures={scores.clone()}
                shape={Shape::Line}
                most={Some(100.0)}
                heads={[words::WHEN, words::SCORE]}
            />
            <Bars caption={if props.is_one { words::BY_SECTION } else { words::BY_PART }} figures={sections.clone()} most={100.0} />
            <Bars caption={words::MOST_MISSED} figures={missed.clone()} most={most(missed)} />
            <Bars caption={words::times(*usual)} figures={times.clone()} most={most(times)} />
            if !props.is_one {
                <OverTime
                    caption={words::RETENTION}
                    summary={words::retention(known.0, known.1)}
                    figures={months.clone()}
                    shape={Shape::Line}
                    most={Some(100.0)}
                    heads={[words::MONTH, words::KNOWN]}
                />
            }
        </>
    }
}

fn most(figures: &[Figure]) -> f64 {
    figures
        .iter()
        .map(|figure| figure.value)
        .fold(0.0, f64::max)
}

#[expect(clippy::cast_precision_loss, reason = "questions and times are small")]
fn drawn(attempts: &[Attempt], stems: &BTreeMap<(String, String), String>) -> Drawn {
    let percent = |correct: usize, total: usize| 100.0 * correct as f64 / total.max(1) as f64;
    let all = history::scores(attempts);
    let latest = &all[all.len().saturating_sub(LATEST)..];
    let score = |attempt: &&Attempt| Figure {
        label: day::date(attempt.day),
        value: percent(attempt.correct, attempt.total),
        text: out_of(attempt.correct, attempt.total),
    };
    let section = |(name, score): (&str, Score)| Figure {
        label: words::section(name),
        value: percent(score.correct, score.total),
        text: out_of(score.correct, score.total),
    };
    let mut sections: Vec<_> = history::by_section(attempts);
    // Of many, those that were asked most.
    if sections.len() > MOST {
        sections.sort_by_key(|(_, score)| std::cmp::Reverse(score.total));
        sections.truncate(MOST);
    }
    let asked = history::questions(attempts);
    let stem = |it: &history::Asked<'_>| {
        let stem = stems.get(&(it.quiz.to_owned(), it.question.to_owned()));
        stem.map_or_else(|| words::GONE.to_owned(), Clone::clone)
    };
    let missed = history::most_missed(&asked, MOST);
    let missed = missed.iter().map(|it| Figure {
        label: stem(it),
        value: it.missed as f64,
        text: words::missed(it.missed, it.asked),
    });
    let mut slow: Vec<_> = asked.iter().filter_map(|it| Some((it.time?, it))).collect();
    slow.sort_by_key(|(time, _)| std::cmp::Reverse(*time));
    let times = slow.iter().take(MOST).map(|(time, it)| Figure {
        label: stem(it),
        value: *time as f64,
        text: duration(*time),
    });
    let months = study::retention(attempts, wanted::settings());
    let known = months.iter().fold((0, 0), |(known, asked), month| {
        (known + month.known, asked + month.asked)
    });
    let months = months.iter().map(|month| Figure {
        label: format!("{:04}-{:02}", month.year, month.month),
        value: percent(month.known, month.asked),
        text: out_of(month.known, month.asked),
    });
    Drawn {
        scores: latest.iter().map(score).collect(),
        sections: sections.into_iter().map(section).collect(),
        missed: missed.collect(),
        times: times.collect(),
        months: months.collect(),
        known,
        usual: history::usual_time(attempts),
    }
}
