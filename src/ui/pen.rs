//! Draws elements one after the other, as a pen would.
//!
//! Every player downloads the page, and a call for each element weighs a tenth of what a macro
//! expands to at each place. Texts become text nodes, whatever is in them.

use std::rc::Rc;

use web_sys::Event;
use yew::prelude::*;
use yew::virtual_dom::{
    AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VTag, VText,
};

use super::effects::send;
use super::state::Message;

/// Declares the attributes there are, and their names in the same order.
macro_rules! attributes {
    ($($attribute:ident $name:literal)*) => {
        /// An attribute of an element.
        #[allow(missing_docs)]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Attribute { $($attribute,)* }

        const NAMES: &[&str] = &[$($name,)*];
    };
}

// One list for all elements: Yew compares attributes place by place where the names are the same.
attributes! {
    AriaDescribedBy "aria-describedby"
    AriaHidden "aria-hidden"
    AriaLabel "aria-label"
    AriaLabelledBy "aria-labelledby"
    Class "class"
    Cx "cx"
    Cy "cy"
    DashArray "stroke-dasharray"
    Dir "dir"
    Disabled "disabled"
    For "for"
    Height "height"
    Hidden "hidden"
    Href "href"
    Id "id"
    Lang "lang"
    Max "max"
    Name "name"
    Percent "data-percent"
    R "r"
    Role "role"
    State "data-state"
    TabIndex "tabindex"
    Type "type"
    Value "value"
    Verdict "data-verdict"
    ViewBox "viewBox"
    Width "width"
    X "x"
    Y "y"
}

/// An element that is being drawn.
struct Open {
    name: &'static str,
    key: Option<Key>,
    attributes: Box<[Option<AttributeOrProperty>]>,
    listener: Option<Sender>,
    checked: bool,
    children: Vec<Html>,
}

/// The elements opened and not yet closed, outermost first.
pub struct Pen {
    open: Vec<Open>,
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
        self.open.push(Open {
            name,
            key: None,
            attributes: vec![None; NAMES.len()].into(),
            listener: None,
            checked: false,
            children: Vec::new(),
        });
        if !class.is_empty() {
            self.set(Attribute::Class, class);
        }
    }

    /// Gives the open element an attribute.
    pub fn set(&mut self, attribute: Attribute, value: &str) {
        if let Some(open) = self.open.last_mut() {
            let value = AttributeOrProperty::Attribute(AttrValue::Rc(value.into()));
            open.attributes[attribute as usize] = Some(value);
        }
    }

    /// Tells the open element from others in its place: with another key it is another element.
    pub fn key(&mut self, key: &str) {
        if let Some(open) = self.open.last_mut() {
            open.key = Some(Key::from(key));
        }
    }

    /// Has the open element send a message when it is clicked, or an input when it changes; that is
    /// on or off.
    pub fn sends(&mut self, message: Message, checked: bool) {
        if let Some(open) = self.open.last_mut() {
            open.listener = Some(Sender {
                is_input: open.name == "input",
                message,
            });
            open.checked = checked;
        }
    }

    /// Adds a text to the open element.
    pub fn text(&mut self, text: &str) {
        if let Some(open) = self.open.last_mut() {
            open.children
                .push(VText::new(AttrValue::Rc(text.into())).into());
        }
    }

    /// Closes the open element; the outermost stays open.
    pub fn close(&mut self) {
        if self.open.len() > 1
            && let Some(open) = self.open.pop()
            && let Some(parent) = self.open.last_mut()
        {
            // Elements are told apart by their place from the start, so that one which comes or goes
            // leaves those before it, and the focus in them, alone.
            let place = parent.children.len();
            parent.children.push(open.drawn(place));
        }
    }

    /// How many elements are open.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// Closes elements until so many are open.
    pub fn close_to(&mut self, depth: usize) {
        for _ in depth..self.open.len() {
            self.close();
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
        self.set(Attribute::Dir, "auto");
        self.text(words);
        self.close();
    }

    /// A status: it stands there before it says anything, so that it is read out when it does.
    pub fn status(&mut self, id: &str, words: &str) {
        self.open("p.said");
        self.set(Attribute::Id, id);
        self.set(Attribute::Role, "status");
        self.text(words);
        self.close();
    }

    /// A link: an `a`, perhaps of some class.
    pub fn link(&mut self, name: &'static str, address: &str, words: &str) {
        self.open(name);
        self.set(Attribute::Href, address);
        self.text(words);
        self.close();
    }

    /// A button that sends a message, of a class.
    pub fn button(&mut self, class: &'static str, label: &str, message: Message) {
        self.named_button("", class, label, message);
    }

    /// A button with an id, if that is not empty.
    pub fn named_button(
        &mut self,
        id: &'static str,
        class: &'static str,
        label: &str,
        message: Message,
    ) {
        self.open("button");
        self.set(Attribute::Type, "button");
        self.set(Attribute::Class, class);
        if !id.is_empty() {
            self.set(Attribute::Id, id);
        }
        self.sends(message, false);
        self.text(label);
        self.close();
    }

    /// Closes everything.
    pub fn done(mut self) -> Html {
        self.close_to(1);
        self.open
            .pop()
            .map_or_else(Html::default, |open| open.drawn(0))
    }
}

impl Open {
    fn drawn(self, place: usize) -> Html {
        let mut tag = VTag::new(self.name);
        tag.key = Some(self.key.unwrap_or_else(|| Key::from(place)));
        tag.set_attributes(Attributes::Dynamic {
            keys: NAMES,
            values: self.attributes,
        });
        if let Some(sender) = self.listener {
            tag.set_listeners([Some(Rc::new(sender) as Rc<dyn Listener>)].into());
            tag.set_checked(self.checked);
        }
        if let Some(children) = tag.children_mut() {
            *children = VList::with_children(self.children, None).into();
        }
        tag.into()
    }
}

/// Sends a message when something happens to its element.
struct Sender {
    is_input: bool,
    message: Message,
}

impl Listener for Sender {
    fn kind(&self) -> ListenerKind {
        if self.is_input {
            ListenerKind::onchange
        } else {
            ListenerKind::onclick
        }
    }

    fn handle(&self, _: Event) {
        send(self.message.clone());
    }

    fn passive(&self) -> bool {
        false
    }
}
