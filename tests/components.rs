//! The components in a browser, without the page around them.

#![cfg(target_arch = "wasm32")]

use std::time::Duration;

use readback::ui::app::App;
use readback::ui::pen::{Attribute, Pen};
use readback::words;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};
use yew::platform::time::sleep;
use yew::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

/// A place of its own for one test.
fn place() -> Element {
    let document = web_sys::window().unwrap().document().unwrap();
    let place = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&place).unwrap();
    place
}

/// Waits until the element is there, as drawing takes its time.
async fn find(place: &Element, selector: &str) -> HtmlElement {
    for _ in 0..100 {
        if let Some(element) = place.query_selector(selector).unwrap() {
            return element.unchecked_into();
        }
        sleep(Duration::from_millis(10)).await;
    }
    panic!("there is no {selector} in {}", place.inner_html());
}

/// Waits until it says that.
async fn expect_text(place: &Element, selector: &str, is_said: impl Fn(&str) -> bool) {
    let mut text = String::new();
    for _ in 0..100 {
        text = find(place, selector)
            .await
            .text_content()
            .unwrap_or_default();
        if is_said(&text) {
            return;
        }
        sleep(Duration::from_millis(10)).await;
    }
    panic!("{selector} says {text:?}");
}

#[wasm_bindgen_test]
async fn a_question_is_asked_checked_and_explained() {
    let window = web_sys::window().unwrap();
    // The runner has an address of its own.
    let _ = window.location().set_hash("#/");
    let _ = window.local_storage().unwrap().unwrap().clear();
    let place = place();
    let app = yew::Renderer::<App>::with_root(place.clone()).render();

    find(&place, "#start-quiz").await.click();
    find(&place, "fieldset legend").await;
    expect_text(&place, "#step", |text| text == words::CHECK).await;
    find(&place, "#step").await.click();
    expect_text(&place, "[role=status]", |text| text == words::CHOOSE_FIRST).await;

    find(&place, "input[type=radio]").await.click();
    find(&place, "#step").await.click();
    expect_text(&place, "[role=status]", |text| {
        text.starts_with(words::CORRECT) || text.starts_with(words::NOT_QUITE)
    })
    .await;
    find(&place, "input[type=radio]:checked:disabled").await;
    find(&place, "blockquote").await;
    expect_text(&place, "#step", |text| text == words::NEXT).await;
    app.destroy();
}

/// What a hostile quiz might hold.
const HOSTILE: &str = "<img src=x onerror=alert(1)></p><script>alert(1)</script>";

#[component]
fn Hostile() -> Html {
    let mut pen = Pen::new("div.hostile");
    pen.quote("p", HOSTILE);
    pen.open("p");
    pen.set(Attribute::AriaLabel, HOSTILE);
    pen.done()
}

#[wasm_bindgen_test]
async fn whatever_a_quiz_holds_is_text() {
    let place = place();
    let hostile = yew::Renderer::<Hostile>::with_root(place.clone()).render();
    expect_text(&place, "p[dir=auto]", |text| text == HOSTILE).await;
    let titled = find(&place, "p[aria-label]").await;
    assert_eq!(titled.get_attribute("aria-label").as_deref(), Some(HOSTILE));
    assert!(place.query_selector("img, script").unwrap().is_none());
    hostile.destroy();
}
