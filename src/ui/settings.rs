//! Settings: what the reader can set, what is stored, and the way to delete it.

use yew::prelude::*;

use super::app::use_readback;
use super::parts::{Dialog, choices, heading, playing, setter, switch};
use super::preferences::Theme;
use super::state::Message;
use super::store;
use crate::words;

/// In the order in which they are offered.
const THEMES: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

/// How far the reader is with deleting everything.
#[derive(Clone, PartialEq)]
enum Deleting {
    No,
    Asked,
    AskedTwice,
    Done(String),
}

/// Settings.
#[component]
pub fn Settings() -> Html {
    let state = use_readback();
    let deleting = use_state(|| Deleting::No);
    let set = |next: Deleting| {
        let deleting = deleting.clone();
        move |()| deleting.set(next.clone())
    };
    let click = |next: Deleting| Callback::from(set(next)).reform(|_: MouseEvent| ());
    let preferences = &state.preferences;
    let on_prefer = {
        let state = state.clone();
        Callback::from(move |preferences| state.dispatch(Message::Prefer(preferences)))
    };
    let on_theme = setter(preferences, &on_prefer, |preferences, index| {
        preferences.theme = THEMES[index]
    });
    let on_shortcuts = setter(preferences, &on_prefer, |preferences, on| {
        preferences.shortcuts = on == 1
    })
    .reform(usize::from);
    let on_delete = {
        let (state, deleting) = (state.clone(), deleting.clone());
        Callback::from(move |_: MouseEvent| {
            let what = inventory();
            store::clear();
            state.dispatch(Message::Forgot);
            deleting.set(Deleting::Done(words::deleted(&words::list(&what))));
        })
    };
    let stored = inventory();
    let dialog = |title: &'static str, yes: &'static str, on_yes: Callback<MouseEvent>| {
        html! {
            <Dialog {title} on_close={set(Deleting::No)} key={title}>
                <ul>{ for stored.iter().map(|what| html! { <li>{what}</li> }) }</ul>
                <div class="actions">
                    <button type="button" class="button" onclick={click(Deleting::No)}>{words::DELETE_NO}</button>
                    <button type="button" class="button danger" onclick={on_yes}>{yes}</button>
                </div>
            </Dialog>
        }
    };
    html! {
        <article class="settings">
            { heading(words::SETTINGS) }
            <section>
                { choices(words::THEME, "theme", &[words::THEME_SYSTEM, words::THEME_LIGHT, words::THEME_DARK], Some(preferences.theme as usize), &on_theme) }
            </section>
            <section>
                <h2>{words::PLAYING}</h2>
                { playing(preferences, &on_prefer) }
                { switch(words::USE_SHORTCUTS, preferences.shortcuts, on_shortcuts) }
            </section>
            <section>
                <h2>{words::STORED}</h2>
                if stored.is_empty() {
                    <p>{ if store::is_available() { words::STORED_NOTHING } else { words::STORED_BLOCKED } }</p>
                } else {
                    <ul>{ for stored.iter().map(|what| html! { <li>{what}</li> }) }</ul>
                    <button type="button" class="button danger" onclick={click(Deleting::Asked)}>{words::DELETE_ALL}</button>
                }
                <p role="status">{ if let Deleting::Done(what) = &*deleting { what.clone() } else { String::new() } }</p>
            </section>
            <section>
                <h2>{words::ABOUT}</h2>
                <p>{words::PRIVACY_LONG}</p>
                <p>{ words::version(env!("CARGO_PKG_VERSION")) }</p>
            </section>
            { match &*deleting {
                Deleting::Asked => dialog(words::DELETE_ASK, words::DELETE_YES, click(Deleting::AskedTwice)),
                Deleting::AskedTwice => dialog(words::DELETE_SURE, words::DELETE_SURE_YES, on_delete),
                Deleting::No | Deleting::Done(_) => Html::default(),
            } }
        </article>
    }
}

/// What is stored, a line each.
fn inventory() -> Vec<String> {
    let line = |(key, size): (String, usize)| {
        let name = key.strip_prefix(store::PREFIX).unwrap_or(&key);
        let what = match name.split('/').next() {
            Some("settings") => words::STORED_SETTINGS,
            Some("round") => words::STORED_ROUND,
            Some("scores") => words::STORED_SCORES,
            _ => words::STORED_ASIDE,
        };
        words::stored(what, size)
    };
    store::inventory().into_iter().map(line).collect()
}
