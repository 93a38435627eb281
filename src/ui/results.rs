//! The score, and every question with why.

use super::browser::{is_single_file, now};
use super::parts::{BUTTON, PRIMARY, heading, marks, open_actions, state_of, why};
use super::pen::{Attribute, Pen};
use super::route;
use super::scores::Scores;
use super::share::text;
use super::state::{Message, Shared, State};
use crate::question::Question;
use crate::session::{Answer, Score, Session};
use crate::words;

/// Radius of the drawn score, of which the circumference is 100 units.
const RADIUS: &str = "15.9155";
/// Earlier rounds listed.
const ATTEMPTS_SHOWN: usize = 5;

/// The results of the last finished round.
pub fn draw(pen: &mut Pen, state: &State) {
    let Some(session) = &state.session else {
        return;
    };
    let score = session.score();
    pen.open("article.results");
    pen.quote("p.kicker", state.bank.title());
    heading(pen, words::YOUR_SCORE);
    pen.open("div.score");
    ring(pen, score);
    pen.open("div");
    pen.say("p.correct", &words::correct(score.correct, score.total));
    pen.say("p", &words::took(session.elapsed(now())));
    if session.is_retry() {
        pen.say("p", words::RETRY_NOTE);
    }
    pen.close();
    pen.close();
    open_actions(pen);
    let mut again = PRIMARY;
    if !session.missed().is_empty() {
        again = BUTTON;
        pen.button(PRIMARY, words::RETRY_MISSED, Message::Retry);
    }
    pen.button(again, words::PLAY_AGAIN, Message::Start(None));
    pen.button(BUTTON, words::SHARE, Message::Share);
    pen.button(BUTTON, words::PRINT, Message::Print);
    pen.close();
    let (said, to_copy) = match state.shared {
        None => ("", None),
        Some(Shared::Copied) => (words::COPIED, None),
        Some(Shared::Refused) => (words::COPY_YOURSELF, Some(text(state, session))),
    };
    pen.status("said", said);
    if let Some(text) = to_copy {
        pen.say("pre.share-text", &text);
    }
    bars(pen, state, session);
    attempts(pen, &state.scores, &route::of_quiz(state.bank.id()));
    pen.open("section.review");
    pen.say("h2", words::REVIEW);
    pen.open("ol");
    for (nth, (question, answer)) in session.answered().enumerate() {
        review(pen, nth, question, answer, &state.bank.source().publisher);
    }
    pen.close();
    pen.close();
    pen.close();
}

/// The share of right answers as a ring; the words beside it say the same.
fn ring(pen: &mut Pen, score: Score) {
    let percent = (score.correct * 100 / score.total.max(1)).to_string();
    pen.open("svg.ring");
    pen.set(Attribute::ViewBox, "0 0 36 36");
    pen.set(Attribute::Role, "img");
    pen.set(
        Attribute::AriaLabel,
        &words::correct(score.correct, score.total),
    );
    for name in ["circle.track", "circle.value"] {
        pen.open(name);
        pen.set(Attribute::Cx, "18");
        pen.set(Attribute::Cy, "18");
        pen.set(Attribute::R, RADIUS);
        if name == "circle.value" {
            pen.set(Attribute::DashArray, &[&*percent, " 100"].concat());
            // Half a turn of nothing would still be drawn as a dot.
            pen.set(Attribute::Percent, &percent);
        }
        pen.close();
    }
    pen.open("text");
    pen.set(Attribute::X, "18");
    pen.set(Attribute::Y, "18");
    pen.text(&[&*percent, "%"].concat());
    pen.close();
    pen.close();
}

/// A bar a section, in the article's order.
fn bars(pen: &mut Pen, state: &State, session: &Session) {
    let scores = session.by_section();
    if scores.iter().all(|(title, _)| title.is_empty()) {
        return;
    }
    pen.open("section");
    pen.say("h2", words::BY_SECTION);
    pen.open("dl.bars");
    for section in state.bank.sections() {
        for &(title, score) in scores.iter().filter(|(title, _)| title == section) {
            let percent = (score.correct * 100 / score.total).to_string();
            pen.open("div");
            let untitled = title.is_empty();
            pen.quote("dt", if untitled { words::NO_HEADING } else { title });
            pen.open("dd");
            pen.open("svg");
            pen.set(Attribute::AriaHidden, "true");
            for (name, percent) in [("rect.track", "100"), ("rect.value", &*percent)] {
                pen.open(name);
                pen.set(Attribute::Width, &[percent, "%"].concat());
                pen.set(Attribute::Height, "100%");
                pen.close();
            }
            pen.close();
            pen.say("span", &words::out_of(score.correct, score.total));
            pen.close();
            pen.close();
        }
    }
    pen.close();
    pen.close();
}

fn attempts(pen: &mut Pen, scores: &Scores, place: &str) {
    let Some(best) = scores.best() else { return };
    let written = |score: Score| words::correct(score.correct, score.total);
    pen.open("section.attempts");
    pen.say("h2", words::ATTEMPTS);
    pen.say("p", &words::best(&written(best.score)));
    pen.open("ul");
    for attempt in scores.latest().take(ATTEMPTS_SHOWN) {
        let (score, time) = (written(attempt.score), words::duration(attempt.elapsed));
        pen.say("li", &[score, time].join(", "));
    }
    pen.close();
    if !is_single_file() {
        pen.open("p.history");
        pen.link("a", &["#/library/", place].concat(), words::HISTORY);
        pen.close();
    }
    pen.close();
}

fn review(pen: &mut Pen, nth: usize, question: &Question, answer: Answer, publisher: &str) {
    pen.open("li");
    pen.quote("h3", &question.stem);
    if answer.choice.is_none() {
        pen.say("p.mark", words::NO_ANSWER);
    }
    pen.open("ul");
    for (index, choice) in question.options.iter().enumerate() {
        pen.open("li.option");
        pen.set(Attribute::State, state_of(question, answer, index));
        pen.quote("span.text", &choice.text);
        marks(pen, &words::review_id(nth, index), question, answer, index);
        pen.close();
    }
    pen.close();
    why(pen, question, publisher);
    pen.close();
}
