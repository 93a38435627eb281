//! What a backup would change.

use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::AT_ONCE;
use super::write::kept;
use crate::bank::Bank;
use crate::draft::Draft;
use crate::studio::database::{ATTEMPTS, DRAFTS, Database, Fault, Key, QUIZZES, SHELF};
use crate::studio::study as wanted;
use crate::study::backup::{self, Backup, Kept, Planned, What, Why};
use crate::study::{Attempt, Settings};

/// Why nothing can be made of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is no backup, or not a whole one.
    NoBackup,
    /// A later version of the program has made it.
    Newer,
    /// The library cannot be read.
    Fault(Fault),
}

/// How many things of a kind come in, and why others do not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Not here yet.
    pub add: usize,
    /// In the place of what is here.
    pub replace: usize,
    /// Here already.
    pub same: usize,
    /// What is named: what is replaced, and what is skipped for another reason than being here.
    pub named: Vec<(String, What)>,
}

/// What would change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Of the quizzes.
    pub quizzes: Tally,
    /// Of the drafts.
    pub drafts: Tally,
    /// Of the attempts.
    pub attempts: Tally,
    /// What would be written: quizzes, drafts and attempts.
    pub(super) items: (Vec<Kept>, Vec<Kept>, Vec<Attempt>),
    pub(super) settings: Option<Settings>,
}

impl Plan {
    /// Whether nothing would change.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let (quizzes, drafts, attempts) = &self.items;
        quizzes.is_empty() && drafts.is_empty() && attempts.is_empty()
    }
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// Finds out what a file would change.
///
/// # Errors
/// Why it cannot be brought back.
pub async fn plan(database: &Database, text: &str) -> Result<Plan, Refused> {
    let file = JSON::parse(text).map_err(|_| Refused::NoBackup)?;
    let of = |name: &str| Reflect::get(&file, &name.into()).unwrap_or(JsValue::UNDEFINED);
    if !file.is_object() {
        return Err(Refused::NoBackup);
    }
    match of("version").as_f64() {
        Some(version) if version > f64::from(Backup::VERSION) => return Err(Refused::Newer),
        Some(_) => {}
        None => return Err(Refused::NoBackup),
    }
    let mut plan = Plan::default();
    for (name, store) in [(QUIZZES, SHELF), (DRAFTS, DRAFTS), (ATTEMPTS, ATTEMPTS)] {
        let items = of(name).dyn_into::<Array>();
        let items = items.map_err(|_| Refused::NoBackup)?;
        let stores = [QUIZZES, store];
        for from in (0..items.length()).step_by(AT_ONCE) {
            let some = items.slice(from, from + AT_ONCE as u32);
            let some = JSON::stringify(&some).ok().and_then(|it| it.as_string());
            let some = format!("{{\"version\":1,\"{name}\":{}}}", some.unwrap_or_default());
            let theirs = Backup::from_json(&some).map_err(|_| Refused::NoBackup)?;
            let change = database.read(&stores)?;
            let mut here = Backup::default();
            // While it waits for these, the page draws and answers.
            match name {
                QUIZZES => {
                    let ids: Vec<_> = theirs.quizzes.iter().map(|it| &*it.id).collect();
                    here.quizzes = kept(&change, &ids).await?;
                }
                DRAFTS => {
                    let ids = theirs.drafts.iter().map(|it| Key::Id(&it.id));
                    let texts = change.texts(DRAFTS, ids).await?;
                    let texts = theirs.drafts.iter().zip(texts);
                    here.drafts = (texts)
                        .filter_map(|(item, text)| {
                            let text = text?;
                            Some(Kept {
                                text,
                                ..item.clone()
                            })
                        })
                        .collect();
                }
                _ => {
                    let keys = theirs.attempts.iter();
                    let keys = keys.map(|it| Key::Attempt(&it.quiz, it.started));
                    let texts = change.texts(ATTEMPTS, keys).await?;
                    let texts = texts.iter().flatten();
                    here.attempts = texts.filter_map(|it| Attempt::from_json(it).ok()).collect();
                }
            }
            drop(change);
            plan.take(backup::plan(&here, &theirs));
        }
    }
    let settings = JSON::stringify(&of("settings"))
        .ok()
        .and_then(|it| it.as_string());
    let settings: Option<Settings> = settings.and_then(|text| serde_json::from_str(&text).ok());
    // What was chosen here stays.
    plan.settings = settings.filter(|_| wanted::settings() == Settings::default());
    Ok(plan)
}

impl Plan {
    /// Adds what becomes of some items.
    fn take(&mut self, some: backup::Plan) {
        let title = |kept: &Kept| Bank::from_text(&kept.text).map(|bank| bank.title().to_owned());
        take(&mut self.quizzes, some.quizzes, &mut self.items.0, title);
        let title = |kept: &Kept| Some(Draft::from_json(&kept.text).ok()?.title().to_owned());
        take(&mut self.drafts, some.drafts, &mut self.items.1, title);
        let title = |attempt: &Attempt| Some(attempt.title.clone());
        take(&mut self.attempts, some.attempts, &mut self.items.2, title);
    }
}

fn take<T>(
    tally: &mut Tally,
    planned: Vec<Planned<T>>,
    items: &mut Vec<T>,
    title: impl Fn(&T) -> Option<String>,
) {
    for Planned { item, what } in planned {
        match what {
            What::Add => tally.add += 1,
            What::Replace => tally.replace += 1,
            What::Skip(Why::Same) => tally.same += 1,
            What::Skip(_) => {}
        }
        if !matches!(what, What::Add | What::Skip(Why::Same)) {
            tally.named.push((title(&item).unwrap_or_default(), what));
        }
        if matches!(what, What::Add | What::Replace) {
            items.push(item);
        }
    }
}
