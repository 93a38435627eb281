//! Parts that several screens share.

use super::browser::START;
use super::pen::{Attribute, Pen};
use super::preferences::{COUNTS, Preferences};
use super::state::{Message, State};
use crate::question::Question;
use crate::session::{Answer, Feedback};
use crate::words;

/// The class of the button that most readers want next.
pub const PRIMARY: &str = "button primary";
/// The class of any other button.
pub const BUTTON: &str = "button";
/// The id of a dialog's heading.
const DIALOG_TITLE: &str = "dialog-title";

/// The heading of a screen, which takes the focus when the reader gets there.
pub fn heading(pen: &mut Pen, words: &str) {
    pen.open("h1");
    pen.set(Attribute::Id, START);
    pen.set(Attribute::TabIndex, "-1");
    pen.set(Attribute::Dir, "auto");
    pen.text(words);
    pen.close();
}

/// What an option turned out to be, in words.
pub fn marks(pen: &mut Pen, id: &str, question: &Question, answer: Answer, index: usize) {
    pen.open("span.marks");
    pen.set(Attribute::Id, id);
    if index == question.key {
        pen.say("span.mark", words::CORRECT_ANSWER);
    }
    if answer.choice == Some(index) {
        pen.say("span.mark", words::YOUR_ANSWER);
    }
    pen.close();
}

/// The same for style sheets.
#[must_use]
pub fn state_of(question: &Question, answer: Answer, index: usize) -> &'static str {
    match (index == question.key, answer.choice == Some(index)) {
        (true, _) => "right",
        (false, true) => "wrong",
        (false, false) => "other",
    }
}

/// Why the key is right and where that stands.
pub fn why(pen: &mut Pen, question: &Question, publisher: &str) {
    pen.quote("p.explanation", &question.explanation);
    // A quiz of another program may cite nothing.
    if !question.evidence.is_empty() {
        pen.open("figure.evidence");
        pen.open("figcaption");
        let section = &*question.section;
        pen.text(&words::in_article(publisher, !section.is_empty()));
        pen.quote("cite", section);
        pen.close();
        pen.quote("blockquote", &question.evidence);
        pen.close();
    }
    report(pen, question);
}

/// A link to report a problem with a question, where the build was given an address for that:
/// `READBACK_REPORT=https://example.org/new?text=`, or the like of `mailto:…?body=`, to which the
/// question's id and stem are added.
fn report(pen: &mut Pen, question: &Question) {
    if let Some(address) = option_env!("READBACK_REPORT") {
        let about = [&*question.id, ": ", &*question.stem].concat();
        let about = String::from(js_sys::encode_uri_component(&about));
        pen.link("a.report", &[address, &*about].concat(), words::REPORT);
    }
}

/// A radio or a checkbox.
pub struct Input<'a> {
    /// `radio` or `checkbox`.
    pub kind: &'static str,
    /// The group of a radio.
    pub name: &'static str,
    /// Its id, or nothing.
    pub id: &'a str,
    /// Whether it is on.
    pub checked: bool,
    /// Whether it can no longer be changed.
    pub disabled: bool,
    /// Sent when the reader changes it.
    pub message: Message,
}

/// The control itself.
pub fn input(pen: &mut Pen, input: Input) {
    pen.open("input");
    pen.set(Attribute::Type, input.kind);
    pen.set(Attribute::Name, input.name);
    if !input.id.is_empty() {
        pen.set(Attribute::Id, input.id);
    }
    if input.disabled {
        pen.set(Attribute::Disabled, "");
        pen.set(Attribute::AriaDescribedBy, &words::marks_id(input.id));
    }
    pen.sends(input.message, input.checked);
    pen.close();
}

/// Something to set, with what it says beside it. `set` makes the preferences what they are to be.
fn setting(
    pen: &mut Pen,
    state: &State,
    name: &'static str,
    label: &str,
    checked: bool,
    set: &dyn Fn(&mut Preferences),
) {
    let mut preferences = state.preferences.clone();
    set(&mut preferences);
    let kind = if name.is_empty() { "checkbox" } else { "radio" };
    let message = Message::Prefer(preferences);
    pen.open("label.choice");
    input(
        pen,
        Input {
            kind,
            name,
            id: "",
            checked,
            disabled: false,
            message,
        },
    );
    pen.say("span", label);
    pen.close();
}

/// One of several, as native radios.
pub fn choices(
    pen: &mut Pen,
    state: &State,
    name: &'static str,
    legend: &str,
    labels: &[&str],
    current: usize,
    set: fn(&mut Preferences, usize),
) {
    pen.open("fieldset.choices");
    pen.say("legend", legend);
    for (value, label) in labels.iter().enumerate() {
        setting(pen, state, name, label, value == current, &|preferences| {
            set(preferences, value);
        });
    }
    pen.close();
}

/// On or off.
pub fn switch(
    pen: &mut Pen,
    state: &State,
    label: &str,
    is_on: bool,
    toggle: fn(&mut Preferences),
) {
    setting(pen, state, "", label, is_on, &|preferences| {
        toggle(preferences);
    });
}

/// How rounds are played, on the cover and in the settings.
pub fn playing(pen: &mut Pen, state: &State) {
    let preferences = &state.preferences;
    let count = preferences.place_of_count();
    let feedback = usize::from(preferences.feedback == Feedback::End);
    pen.open("div.playing");
    choices(
        pen,
        state,
        "count",
        words::COUNT,
        &["5", "10", "20", words::COUNT_ALL],
        count,
        |preferences, index| {
            preferences.count = COUNTS[index];
        },
    );
    choices(
        pen,
        state,
        "feedback",
        words::FEEDBACK,
        &[words::FEEDBACK_EACH, words::FEEDBACK_END],
        feedback,
        |preferences, index| {
            preferences.feedback = if index == 0 {
                Feedback::Each
            } else {
                Feedback::End
            };
        },
    );
    switch(
        pen,
        state,
        words::SHUFFLE,
        preferences.shuffle,
        |preferences| preferences.shuffle ^= true,
    );
    switch(pen, state, words::TIMER, preferences.timer, |preferences| {
        preferences.timer ^= true;
    });
    pen.close();
}

/// Opens a native modal dialog; it holds the focus and closes with Escape. It is shown, and the
/// focus given back, by what follows from the state.
pub fn open_dialog(pen: &mut Pen, title: &str) {
    pen.open("dialog");
    // Another question is another dialog: the press that answered the last one cannot answer it.
    pen.key(title);
    pen.set(Attribute::AriaLabelledBy, DIALOG_TITLE);
    pen.open("h2");
    pen.set(Attribute::Id, DIALOG_TITLE);
    pen.text(title);
    pen.close();
}

/// Opens a row of buttons.
pub fn open_actions(pen: &mut Pen) {
    pen.open("div.actions");
}
