//! Draws elements one after the other, as a pen would.
//!
//! Every player downloads the page, and a call for each element weighs a tenth of what a macro
//! expands to at each place. Texts become text nodes, whatever is in them.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{Key, VTag, VText};

use super::effects::send;
use super::state::{Handle, Message};

/// The elements opened and not yet closed, outermost first.
pub struct Pen {
    open: Vec<VTag>,
}

impl Pen {
    /// Begins with an element that holds all others.
    #[must_use]
    pub fn new(name: &'static str) -> Self {
        let mut pen = Self { open: Vec::new() };
        pen.open(name);
        pen
    }

    /// Opens an element, named as a style sheet would: `p.kicker` is a paragraph of that class.
    pub fn open(&mut self, name: &'static str) {
        let (name, class) = name.split_once('.').unwrap_or((name, ""));
        self.open.push(VTag::new(name));
        if !class.is_empty() {
            self.set("class", class);
        }
    }

    /// Gives the open element an attribute.
    pub fn set(&mut self, name: &'static str, value: &str) {
        if let Some(tag) = self.open.last_mut() {
            tag.add_attribute(name, value.to_owned());
        }
    }

    /// Tells the open element from others in its place: with another key it is another element.
    pub fn key(&mut self, key: &str) {
        if let Some(tag) = self.open.last_mut() {
            tag.key = Some(Key::from(key));
        }
    }

    /// Adds a text to the open element.
    pub fn text(&mut self, text: &str) {
        self.add(VText::new(text.to_owned()).into());
    }

    /// Adds something already drawn to the open element. Elements are told apart by their place
    /// from the start, so that one which comes or goes leaves those before it, and the focus in
    /// them, alone.
    pub fn add(&mut self, mut node: Html) {
        let Some(parent) = self.open.last_mut() else {
            return;
        };
        if let Html::VTag(tag) = &mut node
            && tag.key.is_none()
        {
            let place = parent.children().map_or(0, count);
            Rc::make_mut(tag).key = Some(Key::from(place.to_string()));
        }
        parent.add_child(node);
    }

    /// Closes the open element; the outermost stays open.
    pub fn close(&mut self) {
        if self.open.len() > 1
            && let Some(tag) = self.open.pop()
        {
            self.add(tag.into());
        }
    }

    /// An element that holds words of the product.
    pub fn say(&mut self, name: &'static str, words: &str) {
        self.open(name);
        self.text(words);
        self.close();
    }

    /// An element that holds words of a quiz, in whatever direction they run.
    pub fn quote(&mut self, name: &'static str, words: &str) {
        self.open(name);
        self.set("dir", "auto");
        self.text(words);
        self.close();
    }

    /// A status: it stands there before it says anything, so that it is read out when it does.
    pub fn status(&mut self, id: &str, words: &str) {
        self.open("p.said");
        self.set("id", id);
        self.set("role", "status");
        self.text(words);
        self.close();
    }

    /// A link: an `a`, perhaps of some class.
    pub fn link(&mut self, name: &'static str, address: &str, words: &str) {
        self.open(name);
        self.set("href", address);
        self.text(words);
        self.close();
    }

    /// A button that sends a message.
    pub fn button(&mut self, state: &Handle, class: &'static str, label: &str, message: Message) {
        self.named_button(state, "", class, label, message);
    }

    /// A button with an id.
    pub fn named_button(
        &mut self,
        state: &Handle,
        id: &'static str,
        class: &'static str,
        label: &str,
        message: Message,
    ) {
        let (state, label) = (state.clone(), label.to_owned());
        let id = (!id.is_empty()).then_some(id);
        let onclick = Callback::from(move |_: MouseEvent| send(&state, message.clone()));
        self.add(html! { <button type="button" {id} {class} {onclick}>{label}</button> });
    }

    /// Closes everything.
    pub fn done(mut self) -> Html {
        while self.open.len() > 1 {
            self.close();
        }
        self.open.pop().map_or_else(Html::default, Html::from)
    }
}

/// How many children there are.
fn count(children: &Html) -> usize {
    match children {
        Html::VList(list) => list.len(),
        _ => 1,
    }
}
