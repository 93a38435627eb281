//! Tables: sets and numbers of texts, in little code.
//!
//! The standard library's trees are written anew for every type they hold, with a sort of their own.
//!
//! 1. [`Set`] holds what is known all at once, in order.
//! 2. [`Numbers`] gives each text a number as they come.

use std::borrow::Borrow;

use crate::sort;

/// What is known all at once, each once, in order.
#[derive(Clone, Debug)]
pub struct Set<T>(Vec<T>);

impl<T: Ord> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut items: Vec<T> = items.into_iter().collect();
        sort::ascending(&mut items);
        items.dedup();
        Self(items)
    }
}

impl<T: Ord> Set<T> {
    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Whether it is among them.
    #[must_use]
    pub fn contains<Q: Ord + ?Sized>(&self, item: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.0.binary_search_by(|it| it.borrow().cmp(item)).is_ok()
    }
}

/// Numbers of texts, from 0 in the order they come: a hash table with open addresses that keeps no
/// text. Two texts of one 64-bit hash count as one.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    hashes: Vec<u64>,
    /// A number and one, or 0 where none is; their count is a power of two.
    slots: Vec<u32>,
}

impl Numbers {
    /// The number of a text, by its hash.
    #[must_use]
    pub fn get(&self, hash: u64) -> Option<usize> {
        let slot = *self.slots.get(self.slot(hash)?)?;
        (slot as usize).checked_sub(1)
    }

    /// The number of a text, by its hash, and whether it is new.
    pub fn add(&mut self, hash: u64) -> (usize, bool) {
        if self.hashes.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(hash).unwrap_or_default();
        if let Some(number) = (self.slots[slot] as usize).checked_sub(1) {
            return (number, false);
        }
        self.hashes.push(hash);
        self.slots[slot] = self.hashes.len() as u32;
        (self.hashes.len() - 1, true)
    }

    /// Where a hash is, or would be; `None` as long as there is no room at all.
    fn slot(&self, hash: u64) -> Option<usize> {
        let last = self.slots.len().checked_sub(1)?;
        let mut slot = hash as usize & last;
        while self.slots[slot] != 0 && self.hashes[self.slots[slot] as usize - 1] != hash {
            slot = (slot + 1) & last;
        }
        Some(slot)
    }

    fn grow(&mut self) {
        self.slots = vec![0; (self.slots.len() * 2).max(64)];
        for nth in 0..self.hashes.len() {
            if let Some(slot) = self.slot(self.hashes[nth]) {
                self.slots[slot] = nth as u32 + 1;
            }
        }
    }
}

/// FNV-1a, and its high bits mixed into the low ones, which choose the slot.
#[must_use]
pub fn hash(text: &str) -> u64 {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, b| {
        (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3)
    });
    hash ^ (hash >> 29)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn texts_are_numbered_as_they_come(texts in prop::collection::vec("[a-c]{0,4}", 0..200)) {
            let mut numbers = Numbers::default();
            let mut seen: Vec<&str> = Vec::new();
            for text in &texts {
                let known = seen.iter().position(|it| it == text);
                prop_assert_eq!(numbers.get(hash(text)), known);
                prop_assert_eq!(numbers.add(hash(text)), (known.unwrap_or(seen.len()), known.is_none()));
                if known.is_none() {
                    seen.push(text);
                }
            }
        }
    }

    #[test]
    fn a_set_holds_each_once() {
        let set: Set<_> = ["mill", "river", "mill"]
            .into_iter()
            .map(str::to_owned)
            .collect();
        assert_eq!(set.count(), 2);
        assert!(set.contains("mill") && !set.contains("sea"));
    }
}
