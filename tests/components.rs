//! The components in a browser, without the page around them.

#![cfg(target_arch = "wasm32")]

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use readback::ui::app::App;
use readback::ui::parts;
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
    expect_text(&place, "[type=submit]", |text| text == words::CHECK).await;
    find(&place, "[type=submit]").await.click();
    expect_text(&place, "[role=status]", |text| text == words::CHOOSE_FIRST).await;

    find(&place, "input[type=radio]").await.click();
    find(&place, "[type=submit]").await.click();
    expect_text(&place, "[role=status]", |text| {
        text.starts_with(words::CORRECT) || text.starts_with(words::NOT_QUITE)
    })
    .await;
    find(&place, "input[type=radio]:checked:disabled").await;
    find(&place, "blockquote").await;
    expect_text(&place, "[type=submit]", |text| text == words::NEXT).await;
    app.destroy();
}

#[derive(Properties, PartialEq)]
struct OneOfTwoProps {
    on_choose: Callback<usize>,
}

#[component]
fn OneOfTwo(props: &OneOfTwoProps) -> Html {
    parts::choices(
        "Which?",
        "which",
        &["This", "That"],
        Some(0),
        &props.on_choose,
    )
}

#[wasm_bindgen_test]
async fn choices_are_named_radios_that_tell_their_index() {
    let place = place();
    let chosen = Rc::new(RefCell::new(Vec::new()));
    let on_choose = {
        let chosen = chosen.clone();
        Callback::from(move |index| chosen.borrow_mut().push(index))
    };
    let one_of_two =
        yew::Renderer::<OneOfTwo>::with_root_and_props(place.clone(), OneOfTwoProps { on_choose })
            .render();
    expect_text(&place, "fieldset legend", |text| text == "Which?").await;
    find(&place, "label:first-of-type input:checked").await;
    find(&place, "label:last-of-type input").await.click();
    for _ in 0..100 {
        if !chosen.borrow().is_empty() {
            break;
        }
        sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(*chosen.borrow(), [1]);
    one_of_two.destroy();
}
