//! The order of options: amounts and dates ascend (rule 21), anything else is left to chance.

use super::Question;
use crate::rng::Rng;
use crate::value::Value;

impl Question {
    /// Whether the options are amounts or dates of one form, so that they stand in an order of
    /// their own, as far as their texts tell: an imported question has no types.
    #[must_use]
    pub fn reads_ordered(&self) -> bool {
        self.values().is_some()
    }

    /// The options, but for pinned ones, as amounts or dates, where all of them are of one form.
    #[must_use]
    pub fn values(&self) -> Option<Vec<Value>> {
        let mut values: Vec<Value> = Vec::new();
        for choice in self.options.iter().filter(|choice| !choice.pinned) {
            let value = Value::read(&choice.text)?;
            if values.first().is_some_and(|first| !value.same_form(first)) {
                return None;
            }
            values.push(value);
        }
        Some(values)
    }

    /// How many options may change their places: all but the pinned ones, which are last.
    #[must_use]
    pub fn movable(&self) -> usize {
        self.options
            .iter()
            .take_while(|choice| !choice.pinned)
            .count()
    }

    /// Brings the movable options into an order of chance with the key at a given place among
    /// them. Changes nothing if there is no such place, or the key itself is pinned.
    pub fn place_key(&mut self, place: usize, rng: &mut Rng) {
        let movable = self.movable();
        if place >= movable || self.key >= movable {
            return;
        }
        let options = &mut self.options[..movable];
        options.swap(0, self.key);
        rng.shuffle(&mut options[1..]);
        options[..=place].rotate_left(1);
        self.key = place;
    }
}
