//! What the studio keeps in localStorage: the article as it was typed, the draft, and the article's
//! sentences.
//!
//! | key | what | written |
//! |---|---|---|
//! | `readback/draft/article` | the text and the fields beside it | while typing |
//! | `readback/draft` | the draft | with every edit |
//! | `readback/draft/reading` | the sentences, of the draft with that id | when a draft is made |
//!
//! What another tab wrote is never overwritten: see [`Saved::Elsewhere`]. What cannot be read is set
//! aside.

use std::cell::RefCell;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::state::Fields;
use crate::bank::Bank;
use crate::draft::{Draft, Reading};
use crate::problem::Problems;
use crate::quiz::Quiz;
use crate::ui::store;

const ARTICLE: &str = "readback/draft/article";
const DRAFT: &str = "readback/draft";
const READING: &str = "readback/draft/reading";

/// Version of the kept article.
const VERSION: u32 = 1;

/// The most UTF-16 units of an article that are kept: a browser gives a site about five million.
pub const LONGEST: u32 = 2_000_000;

/// Whether what was typed is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// All of it.
    #[default]
    Kept,
    /// The browser lets the page store nothing.
    Blocked,
    /// The browser has no room left for this page.
    Full,
    /// All but the article's text, which is longer than [`LONGEST`].
    TooLong,
}

/// What came of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is kept, or not.
    Done(Keeping),
    /// Another tab has written there since; nothing is changed.
    Elsewhere,
}

/// All that is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// The article's text.
    pub text: String,
    /// What was typed beside it.
    pub fields: Fields,
    /// The draft.
    pub draft: Option<Draft>,
    /// The article's sentences; empty where there is no room for them.
    pub reading: Rc<Reading>,
}

/// Why something that is kept could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unreadable {
    /// A later version of the program wrote it.
    Newer,
    /// It is not what the program wrote.
    Damaged,
}

#[derive(Serialize, Deserialize)]
struct Article {
    version: u32,
    text: String,
    title: String,
    link: String,
    file: String,
}

#[derive(Serialize, Deserialize)]
struct Sentences {
    id: String,
    reading: Rc<Reading>,
}

thread_local! {
    /// What this tab knows to be stored: the article and the draft.
    static KNOWN: RefCell<[Option<String>; 2]> = const { RefCell::new([None, None]) };
}

fn place(key: &str) -> usize {
    usize::from(key == DRAFT)
}

/// Whether another tab has written since this one read or wrote.
#[must_use]
pub fn is_elsewhere() -> bool {
    KNOWN.with_borrow(|known| {
        [ARTICLE, DRAFT]
            .into_iter()
            .any(|key| store::read(key) != known[place(key)])
    })
}

/// Reads what is kept; from now on that is what this tab knows.
#[must_use]
pub fn load() -> (Kept, Keeping, Option<Unreadable>) {
    if !store::is_available() {
        return (Kept::default(), Keeping::Blocked, None);
    }
    let (article, draft) = (store::read(ARTICLE), store::read(DRAFT));
    let mut unreadable = None;
    let mut kept = Kept::default();
    match article.as_deref().map(serde_json::from_str::<Article>) {
        Some(Ok(found)) if found.version == VERSION => {
            let Article {
                text,
                title,
                link,
                file,
                ..
            } = found;
            kept.text = text;
            kept.fields = Fields { title, link, file };
        }
        Some(Ok(_)) => unreadable = Some(aside(ARTICLE, Unreadable::Newer)),
        Some(Err(_)) => unreadable = Some(aside(ARTICLE, Unreadable::Damaged)),
        None => {}
    }
    match draft.as_deref().map(Draft::from_json) {
        Some(Ok(draft)) => kept.draft = Some(draft),
        Some(Err(problems)) => unreadable = Some(aside(DRAFT, why(&problems))),
        None => {}
    }
    let sentences = store::read(READING);
    if let Some(Ok(found)) = sentences.as_deref().map(serde_json::from_str::<Sentences>)
        && kept.draft.as_ref().map(Draft::id) == Some(&found.id)
    {
        kept.reading = found.reading;
    }
    KNOWN.set([article, draft]);
    (kept, Keeping::Kept, unreadable)
}

fn aside(key: &str, why: Unreadable) -> Unreadable {
    // Without a copy there is no room to write in its place either.
    let _ = store::set_aside(key);
    why
}

fn why(problems: &Problems) -> Unreadable {
    if problems.is_newer() {
        Unreadable::Newer
    } else {
        Unreadable::Damaged
    }
}

/// The draft as it is kept, if it can be read.
#[must_use]
pub fn stored_draft() -> Option<Draft> {
    Draft::from_json(&store::read(DRAFT)?).ok()
}

/// Keeps the article's text and the fields beside it.
#[must_use]
pub fn save_article(text: String, fields: &Fields) -> Saved {
    let Fields { title, link, file } = fields.clone();
    let nothing = text.is_empty() && title.is_empty() && link.is_empty();
    let article = Article {
        version: VERSION,
        text,
        title,
        link,
        file,
    };
    let json = serde_json::to_string(&article).unwrap_or_default();
    write(ARTICLE, (!nothing).then_some(json))
}

/// Keeps the draft.
#[must_use]
pub fn save_draft(draft: Option<&Draft>) -> Saved {
    write(DRAFT, draft.map(Draft::to_json))
}

/// Keeps the sentences of a draft, if there is room for them: without them less is shown.
pub fn save_reading(id: &str, reading: &Rc<Reading>) {
    let sentences = Sentences {
        id: id.to_owned(),
        reading: reading.clone(),
    };
    let json = serde_json::to_string(&sentences).unwrap_or_default();
    if store::write(READING, &json).is_err() {
        store::remove(READING);
    }
}

/// Makes this tab's version the one that is kept, whatever another tab wrote.
pub fn take_over() {
    KNOWN.set([store::read(ARTICLE), store::read(DRAFT)]);
}

/// The quiz as the page plays it.
#[must_use]
pub fn playable(quiz: &Quiz) -> String {
    Bank::from_quiz(quiz).to_text()
}

fn write(key: &str, text: Option<String>) -> Saved {
    KNOWN.with_borrow_mut(|known| {
        let known = &mut known[place(key)];
        if *known == text {
            return Saved::Done(Keeping::Kept);
        }
        if !store::is_available() {
            return Saved::Done(Keeping::Blocked);
        }
        if store::read(key) != *known {
            return Saved::Elsewhere;
        }
        let Some(text) = text else {
            store::remove(key);
            *known = None;
            return Saved::Done(Keeping::Kept);
        };
        match store::write(key, &text) {
            Ok(()) => {
                *known = Some(text);
                Saved::Done(Keeping::Kept)
            }
            Err(store::Keeping::Blocked) => Saved::Done(Keeping::Blocked),
            Err(_) => Saved::Done(Keeping::Full),
        }
    })
}
