//! The page as a whole: one state, one screen.

use yew::prelude::*;

use super::parts::{BUTTON, PRIMARY, heading, open_actions};
use super::pen::{Attribute, Pen};
use super::route::{Route, is_link};
use super::state::{Message, Screen, State};
use super::{browser, cover, effects, play, results, settings};
use crate::bank::Bank;
use crate::session::Unreadable;
use crate::words;

/// Id of the block of a page that was given a quiz of its own.
const GIVEN: &str = "readback-quiz";

/// The quiz at home here: the one the page was given, or the built-in one.
///
/// # Panics
/// Where somebody broke what the page was given: to play something else would be worse. The
/// built-in one is sound in a build whose tests pass.
#[must_use]
pub fn home() -> Bank {
    let given = browser::text_of(GIVEN);
    let built_in = include_str!("../../articles/alaska-summit.bank");
    Bank::from_text(given.as_deref().unwrap_or(built_in)).expect("the page's quiz is sound")
}

/// The page.
pub struct App {
    state: State,
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        effects::begin(ctx.link());
        Self {
            state: effects::opened(),
        }
    }

    fn update(&mut self, _: &Context<Self>, message: Message) -> bool {
        effects::update(&mut self.state, message);
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        draw(&self.state)
    }

    fn rendered(&mut self, _: &Context<Self>, is_first: bool) {
        effects::follow(&self.state, is_first);
    }
}

fn draw(state: &State) -> Html {
    let mut pen = Pen::new("div.page");
    pen.open("header.top");
    pen.link("a.brand", "#/", words::NAME);
    pen.link("a.library", "#/library", words::LIBRARY);
    pen.link("a", "#/settings", words::SETTINGS);
    pen.close();
    pen.open("main");
    pen.set(Attribute::Lang, state.bank.lang());
    let depth = pen.depth();
    screen(&mut pen, state);
    pen.close_to(depth - 1);
    pen.open("footer.bottom");
    pen.say("p", words::PRIVACY);
    pen.done()
}

fn screen(pen: &mut Pen, state: &State) {
    match state.screen() {
        Screen::Cover => cover::draw(pen, state),
        Screen::Starting(_) => {}
        Screen::Play => play::draw(pen, state),
        Screen::Results => results::draw(pen, state),
        Screen::Studio(title) => studio(pen, title),
        Screen::Link => link(pen, &state.route),
        Screen::Settings => settings::draw(pen, state),
        Screen::NotFound => no_way(pen, words::NOT_FOUND, words::NOT_FOUND_WHY),
        Screen::NoResults => {
            no_way(pen, words::NO_RESULTS, words::NO_RESULTS_WHY);
            if state.in_progress().is_some() {
                pen.button(BUTTON, words::RESUME, Message::Went(state.play_route()));
            }
        }
        Screen::Elsewhere => {
            message(pen, words::ELSEWHERE, words::ELSEWHERE_WHY);
            pen.button(PRIMARY, words::TAKE_OVER, Message::TakeOver);
        }
        Screen::Drop(draw) => {
            let (done, total) = state.progress().unwrap_or_default();
            message(pen, words::DROP, &words::drop_what(done, total));
            pen.button(PRIMARY, words::DROP_NO, Message::Went(state.play_route()));
            pen.button(BUTTON, words::DROP_YES, Message::Start(Some(draw)));
        }
        Screen::OldDraw => {
            message(pen, words::OLD_DRAW, words::OLD_DRAW_WHY);
            pen.button(PRIMARY, words::START, Message::Start(None));
        }
        Screen::Changed => {
            message(pen, words::CHANGED, words::CHANGED_WHY);
            pen.button(PRIMARY, words::FINISH_OLD, Message::FinishOld);
            pen.button(BUTTON, words::DROP_YES, Message::Start(None));
        }
        Screen::Unreadable(why) => {
            message(pen, words::UNREADABLE, unreadable(why));
            pen.button(PRIMARY, words::START, Message::Start(None));
        }
    }
}

/// The place of the studio, a program of its own. The script in `index.html` loads it, then hides
/// what is said of the loading or shows what is said of its failure.
fn studio(pen: &mut Pen, title: &str) {
    if browser::is_single_file() {
        return no_way(pen, title, words::HOSTED);
    }
    pen.open("section.studio-host");
    // Each screen has an element of its own for the studio to draw in.
    pen.key(title);
    heading(pen, title);
    pen.status("studio-loading", words::MAKE_LOADING);
    pen.open("div");
    pen.set(Attribute::Id, "studio-failed");
    pen.set(Attribute::Role, "alert");
    pen.set(Attribute::Hidden, "");
    pen.say("p", words::MAKE_FAILED);
    pen.open("button.button");
    pen.set(Attribute::Id, "studio-retry");
    pen.text(words::MAKE_RETRY);
    pen.close();
    pen.close();
    pen.open("div");
    pen.set(Attribute::Id, "studio");
    pen.close();
    pen.close();
}

/// What `link.js` or `keep.js` has to say of an address without a quiz; nothing as long as it has not.
fn link(pen: &mut Pen, route: &Route) {
    let said = browser::text_of;
    if !browser::is_single_file() {
        if let (Some(title), Some(why)) = (said("link-title"), said("link-why")) {
            no_way(pen, &title, &why);
            pen.link("a.button library", "#/library", words::LIBRARY);
        }
    } else if route.place().is_some_and(is_link) {
        no_way(pen, words::LINK, words::HOSTED);
    } else {
        no_way(pen, words::NOT_FOUND, words::NOT_FOUND_WHY);
    }
}

/// What to say of a stored round that cannot be read.
#[must_use]
pub fn unreadable(why: Unreadable) -> &'static str {
    match why {
        Unreadable::Newer => words::UNREADABLE_NEWER,
        Unreadable::Damaged => words::UNREADABLE_DAMAGED,
    }
}

/// Something stands between the reader and a round: what and why; the way out is to follow.
fn message(pen: &mut Pen, title: &str, why: &str) {
    pen.open("section.message");
    heading(pen, title);
    pen.say("p", why);
    open_actions(pen);
}

fn no_way(pen: &mut Pen, title: &str, why: &str) {
    message(pen, title, why);
    pen.link("a.button", "#/", words::HOME);
}
