//! All the page knows, and the one reducer over it.
//!
//! [`State::screen`] says what to draw, from the address and from what stands in the way of a
//! round; nothing else decides that.

use std::rc::Rc;

use web_sys::KeyboardEvent;

use super::preferences::Preferences;
use super::route::Route;
use super::scores::Scores;
use super::store::Keeping;
use crate::bank::Bank;
use crate::quiz::Draw;
use crate::session::{Action, Refused, Session, Step, Unreadable};
use crate::words;

/// All the page knows.
#[derive(Debug)]
pub struct State {
    /// The quiz at home here: the built-in one, or the one the page was given.
    pub home: Rc<Bank>,
    /// The quiz the page is at: that, one made here, or one from a link.
    pub bank: Rc<Bank>,
    /// The place of that quiz.
    pub place: String,
    /// Where the reader is.
    pub route: Route,
    /// Whether the reader went there within the page, so that the focus follows.
    pub moved: bool,
    /// What the reader has set.
    pub preferences: Preferences,
    /// Results of finished rounds.
    pub scores: Scores,
    /// The round in progress, or the last finished one.
    pub session: Option<Session>,
    /// Why the stored round could not be taken up, if so.
    pub unreadable: Option<Unreadable>,
    /// The quiz is another than the one the round was drawn from, and the reader has not yet said
    /// what to do.
    pub changed: bool,
    /// Another tab acted in this quiz since this one did.
    pub elsewhere: bool,
    /// Whether the round is kept.
    pub keeping: Keeping,
    /// Why the last action changed nothing.
    pub refused: Option<Refused>,
    /// What the reader is asked.
    pub asking: Asking,
    /// How sharing the last result went.
    pub shared: Option<Shared>,
    /// What was deleted, in words.
    pub deleted: String,
    /// Counts the actions to be kept.
    pub acted: u32,
}

/// What happens to the state, and what [`effects::update`](super::effects::update) does first.
#[derive(Clone, Debug)]
pub enum Message {
    /// The reader went somewhere.
    Went(Route),
    /// The main button was pressed.
    Step,
    /// The reader did something in the round.
    Act(Action),
    /// A round is to start, this one if it says which.
    Start(Option<Draw>),
    /// The missed questions are to be played again.
    Retry,
    /// The reader set something.
    Prefer(Preferences),
    /// The page was hidden, or is seen again.
    Hidden(bool),
    /// A key was pressed.
    Key(KeyboardEvent),
    /// The reader goes on with a round of an earlier version of the quiz.
    FinishOld,
    /// The reader is to be asked or shown something.
    Ask(Asking),
    /// The reader has seen it.
    Close,
    /// A result was shared, or has to be copied by hand.
    Shared(Shared),
    /// A second has passed.
    Tick,
    /// Effect: another tab wrote something.
    OtherTab,
    /// Effect: this tab is to take the round over.
    TakeOver,
    /// Effect: the journal has a round of this quiz.
    Journal,
    /// Effect: the result is to be shared.
    Share,
    /// Effect: the page is to be printed.
    Print,
    /// Effect: everything is to be deleted.
    Delete,
    /// Effect: the databases are.
    Forgotten,
}

/// A message with the time and the chance of its moment.
pub struct Moment {
    /// What happens.
    pub message: Message,
    /// Milliseconds since the Unix epoch.
    pub now: u64,
    /// A number nobody has chosen.
    pub seed: u32,
}

/// What the reader is asked or shown above the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asking {
    /// Nothing.
    #[default]
    Nothing,
    /// Whether to drop the round in progress.
    Drop,
    /// The keys.
    Keys,
    /// Whether to delete everything.
    Delete,
    /// Whether that is certain.
    DeleteSure,
}

/// How sharing went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The text is on the clipboard.
    Copied,
    /// The browser refused: the text has to be copied by hand.
    Refused,
}

/// What storage held under the round's key.
pub type Stored = Option<Result<Session, Unreadable>>;

/// What to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The cover.
    Cover,
    /// Nothing yet: a round has to be drawn first, this one if it says which.
    Starting(Option<Draw>),
    /// The current question.
    Play,
    /// A link asks for another draw than the one in progress.
    Drop(Draw),
    /// A link asks for a draw of other rules.
    OldDraw,
    /// The quiz changed under the round.
    Changed,
    /// The stored round cannot be read.
    Unreadable(Unreadable),
    /// Another tab plays.
    Elsewhere,
    /// The score.
    Results,
    /// No finished round.
    NoResults,
    /// A screen of the studio, of this title.
    Studio(&'static str),
    /// A quiz that is nowhere, or has yet to be found: in the address, or in what is kept here.
    Link,
    /// Settings.
    Settings,
    /// No such page.
    NotFound,
}

impl State {
    /// The state of a page that was just opened at `route`.
    #[must_use]
    pub fn new(home: Rc<Bank>, (place, bank): (String, Rc<Bank>), route: Route) -> Self {
        Self {
            home,
            bank,
            place,
            route,
            moved: false,
            preferences: Preferences::default(),
            scores: Scores::default(),
            session: None,
            unreadable: None,
            changed: false,
            elsewhere: false,
            keeping: Keeping::Kept,
            refused: None,
            asking: Asking::Nothing,
            shared: None,
            deleted: String::new(),
            acted: 0,
        }
    }

    /// Takes up what storage held.
    pub fn take_up(&mut self, stored: Stored, now: u64) {
        self.elsewhere = false;
        self.refused = None;
        (self.session, self.unreadable) = match stored {
            None => (None, None),
            Some(Ok(session)) => (session.apply(Action::Resume, now).ok(), None),
            Some(Err(why)) => (None, Some(why)),
        };
        self.changed = self
            .in_progress()
            .is_some_and(|session| session.round().hash != self.bank.hash());
        if matches!(self.route, Route::Play(..))
            && self.in_progress().is_none()
            && self.session.is_some()
            && self.moved
        {
            self.route = Route::Results(self.place.clone());
        }
    }

    /// Begins anew when everything was deleted: that.
    pub fn forget(&mut self, deleted: String) {
        *self = Self {
            moved: true,
            keeping: self.keeping,
            acted: self.acted,
            deleted,
            ..Self::new(
                self.home.clone(),
                (self.place.clone(), self.bank.clone()),
                Route::Settings,
            )
        };
    }

    /// The round in progress, if there is one.
    #[must_use]
    pub fn in_progress(&self) -> Option<&Session> {
        self.session
            .as_ref()
            .filter(|session| !session.is_finished())
    }

    /// Questions behind the reader and in all, of the round in progress.
    #[must_use]
    pub fn progress(&self) -> Option<(usize, usize)> {
        self.in_progress()
            .map(|session| (session.done(), session.round().questions.len()))
    }

    /// Where the quiz is played.
    #[must_use]
    pub fn play_route(&self) -> Route {
        Route::Play(self.place.clone(), None)
    }

    /// The draw a new round is made by, with this seed.
    #[must_use]
    pub fn draw(&self, seed: u32) -> Draw {
        Draw {
            in_order: !self.preferences.shuffle,
            ..Draw::new(seed, self.preferences.count)
        }
    }

    /// What to draw.
    #[must_use]
    pub fn screen(&self) -> Screen {
        if self.route.place().is_some_and(|place| *place != self.place) {
            return Screen::Link;
        }
        match &self.route {
            Route::Home | Route::About(_) => Screen::Cover,
            Route::Make => Screen::Studio(words::MAKE),
            Route::Library => Screen::Studio(words::LIBRARY),
            Route::Settings => Screen::Settings,
            Route::NotFound => Screen::NotFound,
            Route::Results(_) if self.session.as_ref().is_some_and(Session::is_finished) => {
                Screen::Results
            }
            Route::Results(_) => Screen::NoResults,
            Route::Play(_, asked) => self.play(*asked),
        }
    }

    fn play(&self, asked: Option<Draw>) -> Screen {
        match (self.in_progress(), asked) {
            _ if self.elsewhere => Screen::Elsewhere,
            (_, Some(draw)) if !draw.is_repeatable() => Screen::OldDraw,
            (Some(session), Some(draw)) if session.is_retry() || session.round().draw != draw => {
                Screen::Drop(draw)
            }
            (Some(_), _) if self.changed => Screen::Changed,
            (Some(_), _) => Screen::Play,
            (None, _) => self
                .unreadable
                .map_or(Screen::Starting(asked), Screen::Unreadable),
        }
    }

    fn act(&mut self, action: Action, now: u64) {
        let is_clock = matches!(action, Action::Pause | Action::Resume);
        if self.elsewhere {
            return self.ask_to_take_over();
        }
        let Some(session) = &self.session else { return };
        match session.apply(action, now) {
            Ok(session) => {
                if session.is_finished() {
                    self.route = Route::Results(self.place.clone());
                } else if matches!(self.route, Route::Results(_)) {
                    self.route = self.play_route();
                }
                self.moved |= !is_clock;
                self.session = Some(session);
                if !is_clock {
                    self.close();
                    self.acted += 1;
                }
            }
            Err(why) => self.refused = Some(why),
        }
    }

    fn step(&mut self, now: u64) {
        let Some(session) = self.in_progress() else {
            return;
        };
        let action = match session.step() {
            Step::Check => Action::Check,
            Step::Next => Action::Next,
            Step::Finish => Action::Finish {
                leave_unanswered: false,
            },
        };
        self.act(action, now);
    }

    /// Nothing counts here before the reader has taken the round over.
    fn ask_to_take_over(&mut self) {
        self.route = self.play_route();
    }

    fn start(&mut self, asked: Option<Draw>, now: u64, seed: u32) {
        if self.elsewhere {
            return self.ask_to_take_over();
        }
        let on_cover = matches!(self.route, Route::Home | Route::About(_));
        if on_cover && self.in_progress().is_some() && self.asking != Asking::Drop {
            self.asking = Asking::Drop;
            return;
        }
        let of_link = match self.route {
            Route::Play(_, draw) => draw.filter(Draw::is_repeatable),
            _ => None,
        };
        let draw = asked.or(of_link).unwrap_or_else(|| self.draw(seed));
        let round = self.bank.draw(draw);
        if !matches!(&self.route, Route::Play(_, Some(of_link)) if *of_link == round.draw) {
            self.route = self.play_route();
        }
        let feedback = self.preferences.feedback;
        self.session = match &self.session {
            Some(session) => session
                .apply(
                    Action::NewDraw {
                        round: Box::new(round),
                        feedback,
                    },
                    now,
                )
                .ok(),
            None => Some(Session::new(round, feedback, now)),
        };
        (self.unreadable, self.changed, self.moved) = (None, false, true);
        self.close();
        self.acted += 1;
    }

    fn close(&mut self) {
        (self.asking, self.refused, self.shared) = (Asking::Nothing, None, None);
    }

    /// Computes the next state, and does nothing else.
    pub fn reduce(&mut self, Moment { message, now, seed }: Moment) {
        match message {
            Message::Went(route) => {
                if route != self.route {
                    (self.route, self.moved) = (route, true);
                    self.deleted.clear();
                    self.close();
                }
            }
            Message::Step if self.screen() == Screen::Play => self.step(now),
            Message::Act(action) => self.act(action, now),
            Message::Start(asked) => self.start(asked, now, seed),
            Message::Retry => self.act(Action::RetryMissed { seed }, now),
            Message::Prefer(preferences) => self.preferences = preferences,
            Message::Hidden(hidden) if self.in_progress().is_some() && !self.elsewhere => {
                let action = if hidden {
                    Action::Pause
                } else {
                    Action::Resume
                };
                self.act(action, now);
            }
            Message::FinishOld => self.changed = false,
            Message::Ask(asking) => self.asking = asking,
            Message::Close => self.close(),
            Message::Shared(shared) => self.shared = Some(shared),
            Message::Step
            | Message::Hidden(_)
            | Message::Key(_)
            | Message::Tick
            | Message::OtherTab
            | Message::TakeOver
            | Message::Journal
            | Message::Forgotten
            | Message::Share
            | Message::Print
            | Message::Delete => {}
        }
    }
}
