//! Sheets as nodes of the page, which the browser prints instead of all the rest.

use gloo::events::EventListener;
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Element as DomElement};

use crate::paper::node::{Element, Node};
use crate::ui::browser;

/// Id of what is printed; the studio's style hides it on screens, and all else on paper.
const PAPER: &str = "paper";
/// The sizes of paper, as a style names them; the first is whatever the printer has.
const SIZES: [&str; 3] = ["auto", "A4", "letter"];

/// Prints sheets on paper of a size, by its number in the words for it.
pub fn print(sheets: &[Element], size: usize) {
    let document = browser::document();
    take_away();
    let Ok(paper) = document.create_element("div") else {
        return;
    };
    paper.set_id(PAPER);
    paper.set_class_name(PAPER);
    for sheet in sheets {
        draw(&paper, sheet);
    }
    if let Some(body) = document.body() {
        let _ = body.append_child(&paper);
    }
    let sized = sized(SIZES[size]);
    let after = EventListener::once(&browser::window(), "afterprint", move |_| {
        take_away();
        drop(sized);
    });
    after.forget();
    let _ = browser::window().print();
}

fn take_away() {
    if let Some(paper) = browser::document().get_element_by_id(PAPER) {
        paper.remove();
    }
}

/// Draws an element into another; texts stay texts.
fn draw(into: &DomElement, element: &Element) {
    let document = browser::document();
    let Ok(drawn) = document.create_element(element.tag) else {
        return;
    };
    for (name, value) in &element.attributes {
        let _ = drawn.set_attribute(name, value);
    }
    for child in &element.children {
        match child {
            Node::Element(child) => draw(&drawn, child),
            Node::Text(text) => {
                let _ = drawn.append_child(&document.create_text_node(text));
            }
        }
    }
    let _ = into.append_child(&drawn);
}

/// A style of the page for as long as this is held.
struct Sized(Array);

/// Has pages be of that size: by a style sheet that is made here, as the policy allows none in the
/// page's text.
fn sized(size: &str) -> Option<Sized> {
    let sheet = CssStyleSheet::new().ok()?;
    sheet
        .insert_rule(&format!("@page {{ size: {size}; }}"))
        .ok()?;
    let document: JsValue = browser::document().into();
    let before = Reflect::get(&document, &ADOPTED.into()).ok()?;
    let before = Array::from(&before);
    let with = before.concat(&Array::of1(sheet.unchecked_ref()));
    Reflect::set(&document, &ADOPTED.into(), &with).ok()?;
    Some(Sized(before))
}

const ADOPTED: &str = "adoptedStyleSheets";

impl Drop for Sized {
    fn drop(&mut self) {
        let document: JsValue = browser::document().into();
        let _ = Reflect::set(&document, &ADOPTED.into(), &self.0);
    }
}
