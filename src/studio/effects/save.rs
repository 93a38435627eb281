//! The draft as a quiz of the library, kept or played.

use wasm_bindgen_futures::spawn_local;
use yew::UseReducerHandle;

use crate::quiz::Quiz;
use crate::studio::database::{self, Fault};
use crate::studio::shelf::{self, Place};
use crate::studio::state::{Action, Dispatch, Studio};
use crate::studio::{keep, words};
use crate::ui::browser;

/// Hands the quiz to the page and goes there.
pub fn play(state: &UseReducerHandle<Studio>) {
    keep_quiz(state, |dispatch, quiz, kept| match kept {
        Ok(id) => browser::push(&["#/quiz/", &id].concat()),
        Err(Fault::Blocked) => {
            shelf::leave(quiz);
            browser::push(&["#/quiz/", quiz.id()].concat());
        }
        Err(fault) => {
            let words = match fault {
                Fault::Full => words::CANNOT_STORE_FULL.to_owned(),
                fault => words::library::not_saved(&fault),
            };
            dispatch.dispatch(Action::Say(words));
        }
    });
}

/// Keeps the quiz in the library.
pub fn save(state: &UseReducerHandle<Studio>) {
    keep_quiz(state, |dispatch, quiz, kept| {
        let words = words::library::said_of(kept, quiz.title());
        dispatch.dispatch(Action::Say(words));
    });
}

/// Puts the quiz on the shelf, and says or does what follows once it is there. What the draft put there
/// before gives way to it; another quiz does not, even of the same article.
fn keep_quiz(
    state: &UseReducerHandle<Studio>,
    then: impl FnOnce(&Dispatch, &Quiz, Result<String, Fault>) + 'static,
) {
    let draft = state.draft().cloned();
    let Some((draft, Ok(quiz))) = draft.map(|draft| (draft.clone(), draft.quiz())) else {
        return state.dispatch(Action::CannotPlay);
    };
    let (dispatch, reading) = (state.dispatcher(), state.reading.clone());
    spawn_local(async move {
        let kept = async {
            let waiting = dispatch.clone();
            let say = || Action::Say(words::library::WAITING.to_owned());
            let database = database::open(move || waiting.dispatch(say())).await?;
            let is_kept = draft.is_kept();
            let place = if is_kept { Place::Own } else { Place::Free };
            shelf::save(&database, &keep::playable(&quiz), place).await
        };
        let kept = kept.await;
        if let Ok(id) = &kept
            && !draft.is_kept()
        {
            dispatch.dispatch(Action::Kept(id.clone()));
            if id != draft.id() {
                keep::save_reading(id, &reading);
            }
        }
        then(&dispatch, &quiz, kept);
    });
}
