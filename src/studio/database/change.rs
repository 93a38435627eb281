//! A transaction: all of it is kept, or nothing.

use std::rc::Rc;

use idb::{KeyRange, ObjectStore, Query, Transaction, TransactionMode};
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbTransaction};

use super::{DUE, Fault, Result};

/// A key: one text, or a quiz's id and what tells its parts apart.
#[derive(Clone, Copy, Debug)]
pub enum Key<'a> {
    /// Of a quiz, a draft or a note.
    Id(&'a str),
    /// Of an attempt: the quiz, and when it started.
    Attempt(&'a str, u64),
    /// Of a card: the quiz, and the question.
    Card(&'a str, &'a str),
}

impl From<Key<'_>> for JsValue {
    fn from(key: Key<'_>) -> Self {
        match key {
            Key::Id(id) => id.into(),
            #[expect(clippy::cast_precision_loss, reason = "times are below 2^53")]
            Key::Attempt(quiz, started) => {
                Array::of2(&quiz.into(), &(started as f64).into()).into()
            }
            Key::Card(quiz, question) => Array::of2(&quiz.into(), &question.into()).into(),
        }
    }
}

/// A transaction. What is dropped before it is committed is taken back.
pub struct Change {
    transaction: Transaction,
    /// The same, for what the crate does not tell: why it was given up.
    raw: IdbTransaction,
    /// Comes true at the end, with the reason if it was given up.
    end: Promise,
    is_over: bool,
    /// The connection must not be closed before.
    _database: Rc<idb::Database>,
}

impl Change {
    pub(super) fn begin(
        database: &Rc<idb::Database>,
        stores: &[&str],
        mode: TransactionMode,
    ) -> Result<Self> {
        let transaction = database.transaction(stores, mode).map_err(Fault::of)?;
        let raw = IdbTransaction::from(transaction);
        let mut transaction = Transaction::from(raw.clone());
        let end = Promise::new(&mut |resolve, _| {
            let (given_up, why) = (resolve.clone(), raw.clone());
            transaction.on_complete(move |_| {
                let _ = resolve.call0(&JsValue::NULL);
            });
            transaction.on_abort(move |_| {
                let why = why.error().map_or(JsValue::FALSE, JsValue::from);
                let _ = given_up.call1(&JsValue::NULL, &why);
            });
        });
        Ok(Self {
            transaction,
            raw,
            end,
            is_over: mode == TransactionMode::ReadOnly,
            _database: database.clone(),
        })
    }

    fn store(&self, name: &str) -> Result<ObjectStore> {
        self.transaction.object_store(name).map_err(Fault::of)
    }

    /// The text under a key.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub async fn get(&self, store: &str, key: Key<'_>) -> Result<Option<String>> {
        let request = self.store(store)?.get(JsValue::from(key));
        let value = request.map_err(Fault::of)?.await.map_err(Fault::of)?;
        Ok(value.as_ref().and_then(text))
    }

    /// The texts under keys: all are asked for before the first is waited for.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub async fn texts<'a>(
        &self,
        store: &str,
        keys: impl Iterator<Item = Key<'a>>,
    ) -> Result<Vec<Option<String>>> {
        let store = self.store(store)?;
        let mut asked = Vec::new();
        for key in keys {
            let request = store.get(JsValue::from(key)).map_err(Fault::of)?;
            asked.push(request.into_future());
        }
        let mut texts = Vec::with_capacity(asked.len());
        for value in asked {
            texts.push(value.await.map_err(Fault::of)?.as_ref().and_then(text));
        }
        Ok(texts)
    }

    /// The texts of all that is under the keys of each of these quizzes: all are asked for before the
    /// first is waited for.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub async fn of_quizzes(&self, store: &str, quizzes: &[&str]) -> Result<Vec<Vec<String>>> {
        let store = self.store(store)?;
        let mut asked = Vec::with_capacity(quizzes.len());
        for quiz in quizzes {
            let request = store.get_all(Some(of_quiz(quiz)?), None);
            asked.push(request.map_err(Fault::of)?.into_future());
        }
        let mut texts = Vec::with_capacity(quizzes.len());
        for values in asked {
            let values = values.await.map_err(Fault::of)?;
            texts.push(values.iter().filter_map(text).collect());
        }
        Ok(texts)
    }

    /// Whether there is something under a key, as it was once read.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub async fn has(&self, store: &str, key: &JsValue) -> Result<bool> {
        let request = self.store(store)?.get_key(key.clone());
        let found = request.map_err(Fault::of)?.await.map_err(Fault::of)?;
        Ok(found.is_some_and(|found| !found.is_undefined()))
    }

    /// All keys of a store.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub async fn keys(&self, store: &str) -> Result<Vec<JsValue>> {
        let request = self.store(store)?.get_all_keys(None, None);
        request.map_err(Fault::of)?.await.map_err(Fault::of)
    }

    /// All keys of a store with their values; of `quiz` alone if there is one.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub async fn values(&self, store: &str, quiz: Option<&str>) -> Result<Vec<(JsValue, JsValue)>> {
        let store = self.store(store)?;
        let range = || quiz.map(of_quiz).transpose();
        let keys = store.get_all_keys(range()?, None).map_err(Fault::of)?;
        let values = store.get_all(range()?, None).map_err(Fault::of)?;
        // Both are asked for before the first is waited for.
        let values = values.into_future();
        let keys = keys.await.map_err(Fault::of)?;
        let values = values.await.map_err(Fault::of)?;
        Ok(keys.into_iter().zip(values).collect())
    }

    /// Some keys of a store with their values: so many, behind that key.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub async fn page(
        &self,
        store: &str,
        behind: Option<&JsValue>,
        count: u32,
    ) -> Result<Vec<(JsValue, JsValue)>> {
        let store = self.store(store)?;
        let range = || {
            let range = behind.map(|key| KeyRange::lower_bound(key, Some(true)));
            let range = range.transpose().map_err(Fault::of)?;
            Ok(range.map(Query::KeyRange))
        };
        let keys = store.get_all_keys(range()?, Some(count));
        let keys = keys.map_err(Fault::of)?.into_future();
        let values = store.get_all(range()?, Some(count));
        let values = values.map_err(Fault::of)?.into_future();
        let keys = keys.await.map_err(Fault::of)?;
        let values = values.await.map_err(Fault::of)?;
        Ok(keys.into_iter().zip(values).collect())
    }

    /// The same, as texts.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub async fn all(&self, store: &str, quiz: Option<&str>) -> Result<Vec<(JsValue, String)>> {
        let values = self.values(store, quiz).await?;
        let of = |(key, value): (JsValue, JsValue)| (key, text(&value).unwrap_or_default());
        Ok(values.into_iter().map(of).collect())
    }

    /// The texts of all cards that are due on `day` or before.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub async fn due(&self, day: u32) -> Result<Vec<String>> {
        let index = self.store(super::CARDS)?.index(DUE).map_err(Fault::of)?;
        let range = KeyRange::upper_bound(&day.into(), None).map_err(Fault::of)?;
        let request = index.get_all(Some(Query::KeyRange(range)), None);
        let values = request.map_err(Fault::of)?.await.map_err(Fault::of)?;
        Ok(values.iter().filter_map(text).collect())
    }

    /// How many cards are due on that very day.
    ///
    /// # Errors
    /// Why that cannot be found out.
    pub async fn due_on(&self, day: u32) -> Result<u32> {
        let index = self.store(super::CARDS)?.index(DUE).map_err(Fault::of)?;
        let request = index.count(Some(Query::Key(day.into())));
        request.map_err(Fault::of)?.await.map_err(Fault::of)
    }

    /// How many cards are due on that day or before.
    ///
    /// # Errors
    /// Why that cannot be found out.
    pub async fn due_by(&self, day: u32) -> Result<u32> {
        let index = self.store(super::CARDS)?.index(DUE).map_err(Fault::of)?;
        let range = KeyRange::upper_bound(&day.into(), None).map_err(Fault::of)?;
        let request = index.count(Some(Query::KeyRange(range)));
        request.map_err(Fault::of)?.await.map_err(Fault::of)
    }

    /// The first day from `day` on on which a card is due.
    ///
    /// # Errors
    /// Why that cannot be found out.
    pub async fn next_due(&self, day: u32) -> Result<Option<u32>> {
        let index = self.store(super::CARDS)?.index(DUE).map_err(Fault::of)?;
        let range = KeyRange::lower_bound(&day.into(), None).map_err(Fault::of)?;
        let request = index.get(Query::KeyRange(range)).map_err(Fault::of)?;
        let value = request.await.map_err(Fault::of)?;
        let due = value.and_then(|value| Reflect::get(&value, &DUE.into()).ok());
        #[expect(clippy::cast_possible_truncation, reason = "days are small")]
        #[expect(clippy::cast_sign_loss, reason = "days are positive")]
        Ok(due.and_then(|due| due.as_f64()).map(|due| due as u32))
    }

    /// Puts a text under a key.
    ///
    /// # Errors
    /// Where the transaction is over.
    pub fn put(&self, store: &str, key: Key<'_>, text: &str) -> Result<()> {
        self.put_value(store, &key.into(), &text.into())
    }

    /// Puts a card, which the index finds by the day on which it is due.
    ///
    /// # Errors
    /// Where the transaction is over.
    pub fn put_card(&self, key: Key<'_>, due: u32, text: &str) -> Result<()> {
        let value = Object::new();
        // A new object takes any property.
        let _ = Reflect::set(&value, &DUE.into(), &due.into());
        let _ = Reflect::set(&value, &TEXT.into(), &text.into());
        self.put_value(super::CARDS, &key.into(), &value)
    }

    /// Puts a value back under the key that it had.
    ///
    /// # Errors
    /// Where the transaction is over.
    pub fn put_value(&self, store: &str, key: &JsValue, value: &JsValue) -> Result<()> {
        let request = self.store(store)?.put(value, Some(key));
        // What comes of it, the end tells.
        request.map(drop).map_err(|error| match error {
            idb::Error::UpdateFailed(why) => why
                .dyn_into::<DomException>()
                .map_or(Fault::Closed, |why| Fault::named(&why.name())),
            error => Fault::of(error),
        })
    }

    /// Takes away what is under a key.
    ///
    /// # Errors
    /// Where the transaction is over.
    pub fn delete(&self, store: &str, key: Key<'_>) -> Result<()> {
        let request = self.store(store)?.delete(JsValue::from(key));
        request.map(drop).map_err(Fault::of)
    }

    /// Takes away all that is under a quiz's keys.
    ///
    /// # Errors
    /// Where the transaction is over.
    pub fn delete_of(&self, store: &str, quiz: &str) -> Result<()> {
        let request = self.store(store)?.delete(of_quiz(quiz)?);
        request.map(drop).map_err(Fault::of)
    }

    /// Ends it. All is kept when this comes back.
    ///
    /// # Errors
    /// Why nothing of it is.
    pub async fn commit(mut self) -> Result<()> {
        #[expect(
            deprecated,
            reason = "it left one draft of the standard, and is back in the next"
        )]
        let _ = self.raw.commit();
        // Where it had ended by itself, the end says how.
        self.is_over = true;
        let end = JsFuture::from(self.end.clone()).await;
        match end.ok().filter(|end| !end.is_undefined()) {
            None => Ok(()),
            Some(why) => Err(why
                .dyn_into::<DomException>()
                .map_or(Fault::Closed, |why| Fault::named(&why.name()))),
        }
    }
}

impl Drop for Change {
    fn drop(&mut self) {
        // What would hear of it goes with it.
        self.raw.set_oncomplete(None);
        self.raw.set_onabort(None);
        if !self.is_over {
            let _ = self.raw.abort();
        }
    }
}

/// Where a card has its text.
const TEXT: &str = "text";

/// The text of a value: it, or what a card has beside its day.
fn text(value: &JsValue) -> Option<String> {
    value.as_string().or_else(|| {
        let text = Reflect::get(value, &TEXT.into()).ok()?;
        text.as_string()
    })
}

/// All keys that begin with a quiz: an empty list comes after every text and number.
fn of_quiz(quiz: &str) -> Result<Query> {
    let (first, last) = (
        Array::of1(&quiz.into()),
        Array::of2(&quiz.into(), &Array::new()),
    );
    let range = KeyRange::bound(&first, &last, None, None).map_err(Fault::of)?;
    Ok(range.into())
}
