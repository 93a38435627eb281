//! The seeded generator: the same seed makes the same quiz on every platform.
//!
//! Nothing here draws from the machine. Every question has its own stream, [`Rng::derived`] from
//! the seed and the question's id, so that a fact added or taken away disturbs no other question.
//!
//! ```
//! use readback::rng::Rng;
//!
//! let mut order = [1, 2, 3, 4];
//! Rng::derived(7, "osaka/city").shuffle(&mut order);
//! let mut again = [1, 2, 3, 4];
//! Rng::derived(7, "osaka/city").shuffle(&mut again);
//! assert_eq!(order, again);
//! ```

use oorandom::Rand32;

/// A stream of chance.
#[derive(Clone, Debug)]
pub struct Rng(Rand32);

impl Rng {
    /// The stream of a seed for one purpose, told by its label: other labels make other streams.
    #[must_use]
    pub fn derived(seed: u32, label: &str) -> Self {
        let mut hash = Fnv::new();
        hash.write(&seed.to_le_bytes());
        hash.write(label.as_bytes());
        Self(Rand32::new(hash.finish()))
    }

    /// A number from 0 up to, but not including, `n`; 0 if `n` is 0.
    pub fn below(&mut self, n: u32) -> u32 {
        if n == 0 { 0 } else { self.0.rand_range(0..n) }
    }

    /// Brings items into an order in which every order is equally likely.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last as u32 + 1) as usize);
        }
    }
}

/// The 64-bit FNV-1a hash (Fowler, Noll & Vo): the same everywhere and for ever, which std's
/// hashers do not promise, in a dozen bytes of code. No defence against chosen input.
#[derive(Clone, Debug)]
pub struct Fnv(u64);

impl Fnv {
    /// The hash of nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// Takes in bytes.
    pub fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// The hash of everything taken in so far.
    #[must_use]
    pub const fn finish(&self) -> u64 {
        self.0
    }
}

impl Fnv {
    /// The hash as 16 hexadecimal digits.
    #[must_use]
    pub fn hex(&self) -> String {
        let digit = |shift: u32| char::from(b"0123456789abcdef"[(self.0 >> shift & 15) as usize]);
        (0..16).rev().map(|nth| digit(4 * nth)).collect()
    }
}

impl Default for Fnv {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::*;

    #[test]
    fn the_hash_is_fnv_1a() {
        // From the authors' test vectors.
        let mut hash = Fnv::new();
        assert_eq!(hash.finish(), 0xcbf2_9ce4_8422_2325);
        hash.write(b"foobar");
        assert_eq!(hash.finish(), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn streams_are_the_same_for_ever() {
        let mut rng = Rng::derived(1, "osaka/city");
        let drawn: Vec<_> = (0..8).map(|_| rng.below(100)).collect();
        assert_eq!(drawn, [47, 37, 43, 72, 0, 80, 88, 62]);
    }

    #[test]
    fn nothing_is_below_one_and_zero() {
        let mut rng = Rng::derived(1, "");
        assert_eq!((rng.below(0), rng.below(1)), (0, 0));
    }

    proptest! {
        #[test]
        fn a_shuffle_is_a_permutation(seed: u32, label in ".{0,8}", len in 0..40_usize) {
            let mut items: Vec<_> = (0..len).collect();
            Rng::derived(seed, &label).shuffle(&mut items);
            items.sort_unstable();
            prop_assert!(items.into_iter().eq(0..len));
        }

        #[test]
        fn below_is_below(seed: u32, n in 1_u32..) {
            prop_assert!(Rng::derived(seed, "n").below(n) < n);
        }
    }
}
