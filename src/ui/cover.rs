//! The cover: what the quiz is about, and the way into it.
//!
//! `index.html` shows the same before the wasm arrives; a test holds the two together.

use super::app::unreadable;
use super::parts::{BUTTON, PRIMARY, heading, open_actions, open_dialog, playing};
use super::pen::{Attribute, Pen};
use super::route::is_link;
use super::state::{Asking, Message, State};
use crate::fact::Source;
use crate::session::Score;
use crate::words;

/// The id of the button that starts a round, in the static page too.
const START_BUTTON: &str = "start-quiz";

/// The cover of a quiz.
pub fn draw(pen: &mut Pen, state: &State) {
    let bank = &state.bank;
    let count = state
        .preferences
        .count
        .map_or(usize::MAX, |count| count as usize)
        .min(bank.facts());
    let progress = state.progress();
    pen.open("article.cover");
    pen.say("p.kicker", words::KICKER);
    heading(pen, bank.title());
    pen.quote("p.standfirst", bank.summary());
    pen.say("p.facts", &words::round(count));
    open_actions(pen);
    let mut start = PRIMARY;
    if progress.is_some() {
        start = BUTTON;
        pen.button(PRIMARY, words::RESUME, Message::Went(state.play_route()));
    }
    pen.named_button(START_BUTTON, start, words::START, Message::Start(None));
    pen.close();
    if is_link(&state.place) {
        // `link.js` offers to keep the quiz here.
        pen.open("div");
        pen.set(Attribute::Id, "keep");
        pen.close();
    }
    standing(pen, state, progress);
    due(pen);
    pen.open("details.options");
    pen.say("summary", words::OPTIONS);
    playing(pen, state);
    pen.close();
    source(pen, bank.source());
    pen.open("p.make");
    pen.link("a", "#/make", words::MAKE_YOUR_OWN);
    pen.close();
    if let Some((done, total)) = progress.filter(|_| state.asking == Asking::Drop) {
        open_dialog(pen, words::DROP);
        pen.say("p", &words::drop_what(done, total));
        open_actions(pen);
        pen.button(BUTTON, words::DROP_NO, Message::Close);
        pen.button(BUTTON, words::DROP_YES, Message::Start(None));
        pen.close();
        pen.close();
    }
    pen.close();
}

/// Where the quiz is from: of a made one perhaps an address and no more, or nothing.
fn source(pen: &mut Pen, source: &Source) {
    let address = source.url.as_deref().unwrap_or_default();
    let said = if source.publisher.is_empty() {
        address
    } else {
        &words::published(&source.publisher, &source.about)
    };
    if said.is_empty() {
        return;
    }
    pen.open("p.source");
    pen.set(Attribute::Dir, "auto");
    pen.text(words::SOURCE);
    // Anything else might run as a script.
    if address.starts_with("https://") || address.starts_with("http://") {
        pen.link("a", address, said);
    } else {
        pen.text(said);
    }
    pen.close();
}

/// What the studio has said to be due by now, and the way there.
fn due(pen: &mut Pen) {
    let count = super::due::today();
    if count > 0 {
        pen.open("p.due");
        pen.link("a", "#/library/review", &words::due(count));
        pen.close();
    }
}

/// How far the round got, and the scores so far.
fn standing(pen: &mut Pen, state: &State, progress: Option<(usize, usize)>) {
    let written = |score: Score| words::out_of(score.correct, score.total);
    pen.open("p.standing");
    if let Some((done, total)) = progress {
        pen.text(&words::in_progress(done, total));
    }
    if let (Some(best), Some(last)) = (state.scores.best(), state.scores.last()) {
        pen.text(&words::best_and_last(
            &written(best.score),
            &written(last.score),
        ));
    }
    if let Some(why) = state.unreadable {
        pen.say("strong", words::UNREADABLE);
        pen.text(unreadable(why));
    }
    pen.close();
}
