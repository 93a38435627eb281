//! Sorting in little code.
//!
//! The standard library's sorts are as fast as can be, and weigh three kilobytes for each type and
//! order that is sorted by: dozens of them would fill a quarter of what the worker may weigh. Here
//! one merge sort orders places, whatever stands there, and a few bytes a type do the rest.
//!
//! Time grows with n log n; items that are equal stay in their order.

/// Sorts by what is ascending.
///
/// ```
/// let mut names = ["Borg", "Al", "Ann"];
/// readback::sort::by_key(&mut names, |name| name.len());
/// assert_eq!(names, ["Al", "Ann", "Borg"]);
/// ```
pub fn by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    let order = order(items.len(), &|a, b| key(&items[a]) < key(&items[b]));
    arrange(items, order);
}

/// Sorts things that have an order of their own.
pub fn ascending<T: Ord>(items: &mut [T]) {
    let order = order(items.len(), &|a, b| items[a] < items[b]);
    arrange(items, order);
}

/// The places in their order.
fn order(len: usize, is_before: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut from: Vec<usize> = (0..len).collect();
    let mut merged = from.clone();
    let mut run = 1;
    while run < len {
        for start in (0..len).step_by(2 * run) {
            let middle = len.min(start + run);
            let end = len.min(middle + run);
            let (mut left, mut right) = (start, middle);
            for place in &mut merged[start..end] {
                let takes_right =
                    right < end && (left == middle || is_before(from[right], from[left]));
                let next = if takes_right { &mut right } else { &mut left };
                *place = from[*next];
                *next += 1;
            }
        }
        std::mem::swap(&mut from, &mut merged);
        run *= 2;
    }
    from
}

/// Brings to each place what `order` names for it.
fn arrange<T>(items: &mut [T], mut order: Vec<usize>) {
    for start in 0..items.len() {
        let mut place = start;
        loop {
            let next = order[place];
            order[place] = place;
            if next == start || next == place {
                break;
            }
            items.swap(place, next);
            place = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::*;

    #[test]
    fn nothing_and_one_are_sorted() {
        let mut none: [u8; 0] = [];
        ascending(&mut none);
        let mut one = [1];
        ascending(&mut one);
        assert_eq!(one, [1]);
    }

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(mut items: Vec<(u8, u16)>) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            by_key(&mut items, |item| item.0);
            prop_assert_eq!(&items, &expected, "stable, by key");
            expected.sort_unstable();
            ascending(&mut items);
            prop_assert_eq!(items, expected);
        }

        #[test]
        fn what_is_sorted_need_not_be_copied(items in proptest::collection::vec(any::<String>(), 0..40)) {
            let (mut sorted, mut expected) = (items.clone(), items);
            ascending(&mut sorted);
            expected.sort();
            prop_assert_eq!(sorted, expected);
        }
    }
}
