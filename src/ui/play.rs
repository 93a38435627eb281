//! One question a screen: choose, check, read why, go on.

use super::browser::{START, now};
use super::parts::{
    BUTTON, Input, PRIMARY, input, marks, open_actions, open_dialog, state_of, why,
};
use super::pen::{Attribute, Pen};
use super::state::{Asking, Message, State};
use super::store::Keeping;
use crate::session::{Action, Feedback, Refused, Session, Step};
use crate::words;

/// Id of the main button.
pub const STEP: &str = "step";
/// Id of the status.
const STATUS: &str = "status";

/// The id of an option's radio.
pub fn radio_id(index: usize) -> String {
    format!("option-{index}")
}

/// The current question.
pub fn draw(pen: &mut Pen, state: &State) {
    let Some(session) = state.in_progress() else {
        return;
    };
    pen.say("h1.unseen", state.bank.title());
    pen.open("form.play");
    place(pen, state, session);
    question(pen, session);
    verdict(pen, state, session);
    steps(pen, session);
    pen.open("div.aside");
    match state.keeping {
        Keeping::Kept => {}
        Keeping::Blocked => pen.say("span", words::NOT_KEPT_BLOCKED),
        Keeping::Full => pen.say("span", words::NOT_KEPT_FULL),
    }
    if state.preferences.shortcuts {
        pen.button("quiet", words::SHORTCUTS, Message::Ask(Asking::Keys));
    }
    pen.close();
    asking(pen, state);
    pen.close();
}

/// Where in the round and in the article the reader is.
fn place(pen: &mut Pen, state: &State, session: &Session) {
    let total = session.round().questions.len();
    pen.open("div.where");
    pen.say(
        "p.number",
        &words::question_of(session.position() + 1, total),
    );
    if state.preferences.timer {
        pen.open("p.clock");
        pen.set(Attribute::Role, "timer");
        pen.set(Attribute::AriaLabel, words::TIME);
        pen.text(&words::clock(session.elapsed(now())));
        pen.close();
    }
    pen.open("progress");
    pen.set(Attribute::AriaLabel, words::PROGRESS);
    pen.set(Attribute::Value, &session.done().to_string());
    pen.set(Attribute::Max, &total.to_string());
    pen.close();
    let section = &*session.question().section;
    if !section.is_empty() {
        pen.quote("p.section", section);
    }
    pen.close();
}

fn question(pen: &mut Pen, session: &Session) {
    let question = session.question();
    pen.open("fieldset.question");
    // Another question is another group: nothing of the last one's radios stays.
    pen.key(&question.id);
    pen.set(Attribute::AriaDescribedBy, STATUS);
    pen.open("legend");
    pen.set(Attribute::Id, START);
    pen.set(Attribute::TabIndex, "-1");
    pen.set(Attribute::Dir, "auto");
    pen.text(&question.stem);
    pen.close();
    for index in 0..question.options.len() {
        option(pen, session, index);
    }
    pen.close();
}

/// A card that is a radio's label all over. The marks stand beside the label, so that the text of
/// the option alone is the radio's name.
fn option(pen: &mut Pen, session: &Session, index: usize) {
    let (question, answer) = (session.question(), session.answer());
    let id = radio_id(index);
    pen.open("div.option");
    input(
        pen,
        Input {
            kind: "radio",
            name: "option",
            id: &id,
            checked: answer.choice == Some(index),
            disabled: answer.checked,
            message: Message::Act(Action::Choose(index)),
        },
    );
    pen.open("label");
    pen.set(Attribute::For, &id);
    pen.open("span.letter");
    pen.set(Attribute::AriaHidden, "true");
    pen.text(&words::letter(index));
    pen.close();
    pen.quote("span.text", &question.options[index].text);
    pen.close();
    if answer.checked {
        marks(pen, &words::marks_id(&id), question, answer, index);
        pen.set(Attribute::State, state_of(question, answer, index));
    }
    pen.close();
}

/// The status, and why.
fn verdict(pen: &mut Pen, state: &State, session: &Session) {
    let (question, answer) = (session.question(), session.answer());
    let is_right = answer.choice == Some(question.key);
    pen.open("div.verdict");
    let status = match (answer.checked, is_right) {
        (true, true) => words::CORRECT.into(),
        (true, false) => words::not_quite(question.key_text()),
        (false, _) if state.refused == Some(Refused::ChooseFirst) => words::CHOOSE_FIRST.into(),
        (false, _) => String::new(),
    };
    pen.status(STATUS, &status);
    if answer.checked {
        pen.set(Attribute::Verdict, if is_right { "right" } else { "wrong" });
        why(pen, question, &state.bank.source().publisher);
    }
    pen.close();
}

fn steps(pen: &mut Pen, session: &Session) {
    pen.open("div.actions step");
    if session.feedback() == Feedback::End && session.position() > 0 {
        pen.button(BUTTON, words::PREVIOUS, Message::Act(Action::Previous));
    }
    pen.open("button.button primary");
    pen.key(STEP);
    pen.set(Attribute::Id, STEP);
    pen.text(match session.step() {
        Step::Check => words::CHECK,
        Step::Next => words::NEXT,
        Step::Finish => words::SEE_RESULTS,
    });
    pen.close();
    pen.close();
}

fn asking(pen: &mut Pen, state: &State) {
    if let Some(Refused::Unanswered(left_out)) = &state.refused {
        let numbers: Vec<_> = left_out
            .iter()
            .map(|index| (index + 1).to_string())
            .collect();
        let first = left_out.first().copied().unwrap_or_default();
        open_dialog(pen, words::UNANSWERED);
        pen.say(
            "p",
            &words::unanswered(&words::list(&numbers), numbers.len()),
        );
        open_actions(pen);
        pen.button(
            PRIMARY,
            &words::go_to(first + 1),
            Message::Act(Action::GoTo(first)),
        );
        let finish = Message::Act(Action::Finish {
            leave_unanswered: true,
        });
        pen.button(BUTTON, words::FINISH_ANYWAY, finish);
        pen.close();
        pen.close();
    } else if state.asking == Asking::Keys {
        open_dialog(pen, words::SHORTCUTS);
        pen.open("dl.keys");
        for (key, what) in words::KEYS {
            pen.open("div");
            pen.open("dt");
            pen.say("kbd", key);
            pen.close();
            pen.say("dd", what);
            pen.close();
        }
        pen.close();
        pen.say("p", words::KEYS_OFF);
        open_actions(pen);
        pen.button(BUTTON, words::CLOSE, Message::Close);
        pen.close();
        pen.close();
    }
}
