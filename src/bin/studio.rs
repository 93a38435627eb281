//! The studio: where quizzes are made. The page loads it when a screen of its is first opened.

use std::cell::RefCell;

use js_sys::Function;
use readback::studio::app::{App, AppProps};
use readback::studio::library::Library;
use readback::ui::browser;
use readback::ui::route::Route;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::{AppHandle, Html, component, html};

/// A small allocator: the standard one weighs three times as much, and a page allocates little.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Id of the element that the page keeps for the studio.
const PLACE: &str = "studio";

thread_local! {
    /// The studio with the element it is drawn in.
    static OPEN: RefCell<Option<(Element, AppHandle<Screen>)>> = const { RefCell::new(None) };
}

fn main() {
    // Yew finds the app that an event is for by a number on its root element, and each module of
    // wasm counts from 1: without this the page's app would take the studio's events for its own.
    if let Ok(nowhere) = browser::document().create_element("div") {
        yew::Renderer::<Nothing>::with_root(nowhere)
            .render()
            .destroy();
    }
}

/// Draws the studio in the page's element of the id `studio`, where there is one and it is not there
/// yet; takes it down where the page has let go of that element. `start_workshop` gives a new worker.
#[wasm_bindgen]
pub fn open(start_workshop: &Function) {
    let place = browser::document().get_element_by_id(PLACE);
    let open = match (OPEN.take(), place) {
        (Some((root, app)), place) if place.as_ref() == Some(&root) => Some((root, app)),
        (before, place) => {
            if let Some((_, app)) = before {
                app.destroy();
            }
            place.map(|root| {
                let props = AppProps {
                    start_workshop: start_workshop.clone(),
                };
                let app =
                    yew::Renderer::<Screen>::with_root_and_props(root.clone(), props).render();
                (root, app)
            })
        }
    };
    OPEN.set(open);
}

/// The screen that the address asks for; the page has an element for each.
#[component]
fn Screen(props: &AppProps) -> Html {
    let start_workshop = props.start_workshop.clone();
    if Route::parse(&browser::hash()) == Route::Library {
        html! { <Library {start_workshop} /> }
    } else {
        html! { <App {start_workshop} /> }
    }
}

#[component]
fn Nothing() -> Html {
    Html::default()
}
