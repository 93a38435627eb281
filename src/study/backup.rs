//! Everything kept, as one file, and what taking it back changes.
//!
//! 1. A [`Backup`] holds quizzes and drafts as they are stored, and attempts. Cards are not in it:
//!    [`super::replay`] makes them of the attempts.
//! 2. [`Backup::from_json`] passes over attempts that are none, and counts them, so that one damaged
//!    place does not cost all the rest.
//! 3. [`plan`] tells of each thing whether it would be added, would replace another or would be
//!    skipped, and why. Of two quizzes or drafts of one id the one saved later stays; of two copies
//!    of an attempt what the reader corrected in either. So nothing doubles, taking back the same
//!    file twice changes nothing, and the order of two files does not matter.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{Attempt, Settings, review};
use crate::bank::Bank;
use crate::draft::Draft;
use crate::problem::{self, Problems};
use crate::record::Reader;

/// Everything kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Backup {
    /// Version of the document, [`Backup::VERSION`] when written by this build.
    pub version: u32,
    /// Saved quizzes, each as a [`Bank`]'s text.
    #[serde(default)]
    pub quizzes: Vec<Kept>,
    /// Drafts, each as a [`Draft`]'s JSON.
    #[serde(default)]
    pub drafts: Vec<Kept>,
    /// Finished rounds.
    #[serde(default, deserialize_with = "readable")]
    pub attempts: Vec<Attempt>,
    /// What the reader wants of the schedule.
    #[serde(default)]
    pub settings: Settings,
}

/// A stored text with its id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Kept {
    /// Its id.
    pub id: String,
    /// When it was last saved, in milliseconds since the Unix epoch.
    #[serde(default)]
    pub saved: u64,
    /// The reader's tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// The text.
    pub text: String,
}

/// What is asked of an attempt of another shape.
#[derive(Deserialize)]
struct Versioned {
    version: u32,
    #[serde(default)]
    title: String,
}

/// Reads the attempts among whatever stands there.
fn readable<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<Attempt>, D::Error> {
    let all = Vec::<&RawValue>::deserialize(deserializer)?;
    Ok(all.into_iter().map(|json| attempt(json.get())).collect())
}

/// An attempt, or what stands in its place, told apart by its version: a later one, or none.
fn attempt(json: &str) -> Attempt {
    if let Ok(attempt) = serde_json::from_str::<Attempt>(json) {
        return attempt.mended();
    }
    let later = serde_json::from_str(json).ok();
    let later = later.filter(|it: &Versioned| it.version > Attempt::VERSION);
    let (version, title) = later.map_or((0, String::new()), |it| (it.version, it.title));
    Attempt {
        version,
        ..Attempt::of_score("", &title, (0, 0), 0, (0, 0))
    }
}

impl Default for Backup {
    /// A backup of nothing.
    fn default() -> Self {
        Self {
            version: Self::VERSION,
            quizzes: Vec::new(),
            drafts: Vec::new(),
            attempts: Vec::new(),
            settings: Settings::default(),
        }
    }
}

impl Backup {
    /// The latest version of the document; this build reads it and all before it.
    pub const VERSION: u32 = 1;

    /// Reads a backup.
    ///
    /// # Errors
    /// A version this build does not know, or the first thing that is not of the document's shape,
    /// with line and column.
    pub fn from_json(json: &str) -> Result<Self, Problems> {
        problem::version(json, Self::VERSION)?;
        Ok(serde_json::from_str(json)?)
    }

    /// Writes a backup.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Texts and whole numbers alone: there is nothing in it that JSON cannot say.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// What becomes of one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It is not here yet.
    Add,
    /// It takes the place of what is here.
    Replace,
    /// It stays out.
    Skip(Why),
}

/// Why something stays out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is here already.
    Same,
    /// What is here was saved later.
    Later,
    /// It was written by a later version of Readback.
    Newer,
    /// It cannot be read.
    Damaged,
}

/// One thing of a backup with what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned<T> {
    /// What is to be kept, for what is added or replaced.
    pub item: T,
    /// What becomes of it.
    pub what: What,
}

/// What taking back a backup does; each list in the backup's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Its quizzes.
    pub quizzes: Vec<Planned<Kept>>,
    /// Its drafts.
    pub drafts: Vec<Planned<Kept>>,
    /// Its attempts.
    pub attempts: Vec<Planned<Attempt>>,
    /// Whether its settings replace those here: only where these were never changed.
    pub settings: bool,
}

/// What taking back a backup does to what is here. Of `here` only what has an id or a time that
/// stands in the backup too is looked at.
#[must_use]
pub fn plan(here: &Backup, backup: &Backup) -> Plan {
    Plan {
        quizzes: plan_kept(&here.quizzes, &backup.quizzes, quiz_flaw),
        drafts: plan_kept(&here.drafts, &backup.drafts, draft_flaw),
        attempts: plan_attempts(&here.attempts, &backup.attempts),
        settings: here.settings == Settings::default() && backup.settings != here.settings,
    }
}

fn plan_kept(
    here: &[Kept],
    theirs: &[Kept],
    flaw: impl Fn(&Kept) -> Option<Why>,
) -> Vec<Planned<Kept>> {
    let mut now: BTreeMap<_, _> = here.iter().map(|kept| (&*kept.id, kept)).collect();
    let mut planned = Vec::with_capacity(theirs.len());
    for kept in theirs {
        let what = match (flaw(kept), now.get(&*kept.id)) {
            (Some(why), _) => What::Skip(why),
            (None, None) => What::Add,
            (None, Some(own)) if *own == kept => What::Skip(Why::Same),
            // Of two saved in the same moment any will do, as long as it is always the same.
            (None, Some(own)) if (kept.saved, kept) > (own.saved, *own) => What::Replace,
            (None, Some(_)) => What::Skip(Why::Later),
        };
        if !matches!(what, What::Skip(_)) {
            now.insert(&kept.id, kept);
        }
        planned.push(Planned {
            item: kept.clone(),
            what,
        });
    }
    planned
}

fn quiz_flaw(kept: &Kept) -> Option<Why> {
    match Reader::new(&kept.text) {
        Some((version, _)) if version > u64::from(Bank::VERSION) => Some(Why::Newer),
        // The id of a review is no quiz's.
        _ => (Bank::from_text(&kept.text))
            .is_none_or(|bank| bank.id() != kept.id || bank.id() == review::ID)
            .then_some(Why::Damaged),
    }
}

fn draft_flaw(kept: &Kept) -> Option<Why> {
    let problems = Draft::from_json(&kept.text).err()?;
    Some(if problems.is_newer() {
        Why::Newer
    } else {
        Why::Damaged
    })
}

fn plan_attempts(here: &[Attempt], theirs: &[Attempt]) -> Vec<Planned<Attempt>> {
    let key = |attempt: &Attempt| (attempt.started, attempt.quiz.clone());
    let mut now: BTreeMap<_, Attempt> = here.iter().map(|it| (key(it), it.clone())).collect();
    let mut planned = Vec::with_capacity(theirs.len());
    for attempt in theirs {
        let mut item = attempt.clone();
        let what = if attempt.version > Attempt::VERSION {
            What::Skip(Why::Newer)
        } else if attempt.version == 0 {
            What::Skip(Why::Damaged)
        } else if let Some(own) = now.get(&key(attempt)) {
            item = united(own, attempt);
            if item == *own {
                What::Skip(Why::Same)
            } else {
                What::Replace
            }
        } else {
            What::Add
        };
        if !matches!(what, What::Skip(_)) {
            now.insert(key(&item), item.clone());
        }
        planned.push(Planned { item, what });
    }
    planned
}

/// Two copies of an attempt as one: the one that knows more, with the corrections of both. Where
/// they correct one answer in two ways, the lower grade counts: asking too early costs less than
/// asking too late.
fn united(one: &Attempt, other: &Attempt) -> Attempt {
    let bare = |attempt: &Attempt| {
        let mut attempt = attempt.clone();
        for answer in &mut attempt.answers {
            answer.correction = None;
        }
        (attempt.answers.len(), attempt.to_json())
    };
    match bare(one).cmp(&bare(other)) {
        Ordering::Greater => one.clone(),
        Ordering::Less => other.clone(),
        Ordering::Equal => {
            let mut united = one.clone();
            for (answer, other) in united.answers.iter_mut().zip(&other.answers) {
                answer.correction = match (answer.correction, other.correction) {
                    (Some(one), Some(other)) => Some(one.min(other)),
                    (one, other) => one.or(other),
                };
            }
            united
        }
    }
}
