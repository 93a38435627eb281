//! Neighbours: amounts and dates around the key, as round and as large as it is.

use crate::rng::Rng;
use crate::value::Value;

/// Neighbours on each side: twice what any question needs, as some will be ruled out.
const EACH_SIDE: usize = 6;

/// Neighbours of a key, nearest first, none overlapping another or the key; none for names.
pub(super) fn neighbours(key: &Value, year: i32, rng: &mut Rng) -> Vec<Value> {
    let Some(stride) = Stride::of(key, year) else {
        return Vec::new();
    };
    let customary = customary(key);
    if !customary.is_empty() {
        return customary;
    }
    let mut near = Vec::new();
    for side in [-1, 1] {
        let mut steps = 0;
        let mut made = 0;
        while made < EACH_SIDE {
            steps += stride.draw(rng);
            let Some(value) = key.shifted(side * steps) else {
                break;
            };
            // “3.0 years” beside “3.5 years” looks made up, and nobody writes “1,100 million”.
            if rolls_over(&value) {
                break;
            }
            if ends_in_zero(&value) == stride.zero {
                made += 1;
                near.push(value);
            }
        }
    }
    near
}

/// Whether an amount of millions or billions has so many that the next word would be used.
fn rolls_over(value: &Value) -> bool {
    let Value::Quantity(quantity) = value else {
        return false;
    };
    let large = quantity
        .unit()
        .split(' ')
        .any(|word| word.ends_with("illion"));
    let digits = quantity
        .amount()
        .chars()
        .take_while(|&c| c != '.')
        .filter(char::is_ascii_digit)
        .count();
    large && digits > 3
}

/// What is usual to say beside an amount that is itself usual to say: beside “24 hours”, nobody
/// believes in 29, and 10 is the one round number beside 11 and 12.
fn customary(key: &Value) -> Vec<Value> {
    const HOURS: [i64; 9] = [3, 6, 12, 24, 36, 48, 72, 96, 120];
    const MONTHS: [i64; 9] = [1, 2, 3, 6, 9, 12, 18, 24, 36];
    // Races and pools.
    const METRES: [i64; 10] = [5, 10, 25, 50, 100, 200, 400, 800, 1_500, 3_000];
    const TENS: [i64; 7] = [4, 5, 8, 10, 12, 15, 20];
    let Value::Quantity(quantity) = key else {
        return Vec::new();
    };
    let usual: &[i64] = match quantity.unit() {
        "hours" => &HOURS,
        "months" => &MONTHS,
        "metre" | "metres" | "meter" | "meters" => &METRES,
        _ => &TENS,
    };
    let (amount, width) = quantity.steps();
    // Three on each side, so that the key can have every place.
    if width > 0 || !usual[3..usual.len() - 3].contains(&amount) {
        return Vec::new();
    }
    let others = usual.iter().filter(|&&other| other != amount);
    others
        .filter_map(|other| key.shifted(other - amount))
        .collect()
}

/// How far neighbours stand apart, in the key's smallest steps.
struct Stride {
    /// What all distances are multiples of, so that neighbours are as round as the key.
    round: i64,
    /// The most multiples from one neighbour to the next; the fewest is 1, or half of it.
    most: u32,
    /// The width of a range, which is added to every distance.
    width: i64,
    /// Whether the key is written with a 0 after the point.
    zero: bool,
}

impl Stride {
    fn of(key: &Value, year: i32) -> Option<Self> {
        let (round, most, width) = match key {
            Value::Name(_) => return None,
            Value::Quantity(quantity) => {
                let (amount, width) = quantity.steps();
                // Beside $16.99 stands $14.99, beside 1,000 neither 1,100 nor 1,200.
                let round = match amount {
                    _ if !quantity.sign().is_empty() && quantity.decimals() == 2 => 100,
                    100 | 1_000 | 10_000 | 100_000 | 1_000_000 if width == 0 => amount / 4,
                    _ => roundness(amount),
                };
                // Steps of about a tenth of the key.
                let most = u32::try_from(amount * 3 / 20 / round).unwrap_or(u32::MAX);
                (round, most.max(1), width)
            }
            // The longer ago, the wider: 1867 may stand beside 1858, 2018 beside 2017.
            Value::Date(date) if date.is_year() => {
                let ago = date.year().unwrap_or(year).abs_diff(year);
                (1, (ago / 18).clamp(1, 12), 0)
            }
            // A few months, or a few days.
            Value::Date(_) => (1, 4, 0),
        };
        Some(Self {
            round,
            most,
            width,
            zero: ends_in_zero(key),
        })
    }

    fn draw(&self, rng: &mut Rng) -> i64 {
        let least = (self.most / 2).max(1);
        let multiples = least + rng.below(self.most - least + 1);
        // A range has to end before the next begins, and stays as round as it was.
        let gap = self.width / self.round;
        (gap + i64::from(multiples)) * self.round
    }
}

/// Whether an amount is written with a point, and its last digit is 0.
fn ends_in_zero(value: &Value) -> bool {
    matches!(value, Value::Quantity(quantity) if quantity.ends_in_zero())
}

/// The largest of 1, 5, 10, 50 … that divides an amount and is no more than a quarter of it.
fn roundness(amount: i64) -> i64 {
    let (mut round, mut next, mut factor) = (1, 5, 2);
    while next <= amount / 4 {
        if amount % next == 0 {
            round = next;
        }
        next *= factor;
        factor = 7 - factor;
    }
    round
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, proptest};

    use super::*;
    use crate::value::Kind;

    fn print(kind: Kind, text: &str) -> String {
        let key = Value::parse(kind, text).expect("reads");
        let neighbours = neighbours(&key, 2025, &mut Rng::derived(1, "neighbours"));
        let texts: Vec<_> = neighbours.iter().map(ToString::to_string).collect();
        [text, " | ", &*texts.join(", "), "\n"].concat()
    }

    #[test]
    fn neighbours_are_as_round_as_the_key() {
        let printed = [
            print(Kind::Duration, "90 minutes"),
            print(Kind::Duration, "9 hours"),
            print(Kind::Duration, "3.5 years"),
            print(Kind::Duration, "158 years"),
            print(Kind::Duration, "10 to 12 days"),
            print(Kind::Number, "26 leaders"),
            print(Kind::Number, "97%"),
            print(Kind::Number, "1 leader"),
            print(Kind::Year, "2019"),
            print(Kind::Year, "2031"),
            print(Kind::Year, "1867"),
            print(Kind::Date, "28 July"),
            print(Kind::Date, "February 2022"),
            print(Kind::Person, "Barack Obama"),
        ];
        let expected = "\
            90 minutes | 80 minutes, 70 minutes, 60 minutes, 50 minutes, 40 minutes, 30 minutes, 100 minutes, 110 minutes, 120 minutes, 130 minutes, 140 minutes, 150 minutes\n\
            9 hours | 8 hours, 7 hours, 6 hours, 5 hours, 4 hours, 3 hours, 10 hours, 11 hours, 12 hours, 13 hours, 14 hours, 15 hours\n\
            3.5 years | 2.5 years, 1.5 years, 0.5 years, 4.5 years, 5.5 years, 6.5 years, 7.5 years, 8.5 years, 9.5 years\n\
            158 years | 143 years, 130 years, 115 years, 92 years, 69 years, 53 years, 180 years, 199 years, 218 years, 240 years, 257 years, 274 years\n\
            10 to 12 days | 7 to 9 days, 4 to 6 days, 1 to 3 days, 13 to 15 days, 16 to 18 days, 19 to 21 days, 22 to 24 days, 25 to 27 days, 28 to 30 days\n\
            26 leaders | 24 leaders, 23 leaders, 21 leaders, 18 leaders, 15 leaders, 13 leaders, 29 leaders, 31 leaders, 33 leaders, 36 leaders, 38 leaders, 40 leaders\n\
            97% | 87%, 79%, 69%, 55%, 41%, 31%\n\
            1 leader | 2 leaders, 3 leaders, 4 leaders, 5 leaders, 6 leaders, 7 leaders\n\
            2019 | 2018, 2017, 2016, 2015, 2014, 2013, 2020, 2021, 2022, 2023, 2024, 2025\n\
            2031 | 2030, 2029, 2028, 2027, 2026, 2025, 2032, 2033, 2034, 2035, 2036, 2037\n\
            1867 | 1862, 1858, 1853, 1845, 1837, 1832, 1875, 1882, 1889, 1897, 1903, 1909\n\
            28 July | 25 July, 23 July, 20 July, 16 July, 12 July, 9 July, 1 August, 4 August, 7 August, 11 August, 14 August, 17 August\n\
            February 2022 | November 2021, September 2021, June 2021, February 2021, October 2020, July 2020, June 2022, September 2022, December 2022, April 2023, July 2023, October 2023\n\
            Barack Obama | \n\
            ";
        assert_eq!(printed.concat(), expected);
    }

    #[test]
    fn roundness_is_at_most_a_quarter() {
        let round: Vec<_> = [1, 4, 5, 15, 20, 26, 50, 90, 100, 158, 1000, 1500]
            .map(roundness)
            .into();
        assert_eq!(round, [1, 1, 1, 1, 5, 1, 10, 10, 10, 1, 100, 100]);
    }

    proptest! {
        #[test]
        fn neighbours_never_overlap(
            low in 1..100_000_i64, width in 0..20_i64, decimals in any::<bool>(), seed: u32,
        ) {
            let point = if decimals { ".5" } else { "" };
            let text = if width == 0 {
                format!("{low}{point} days")
            } else {
                format!("{low}{point} to {}{point} days", low + width)
            };
            let key = Value::parse(Kind::Duration, &text).expect("reads");
            let mut all = neighbours(&key, 2025, &mut Rng::derived(seed, ""));
            prop_assert!(all.len() >= EACH_SIDE);
            all.push(key);
            for (nth, a) in all.iter().enumerate() {
                prop_assert!(all[..nth].iter().all(|b| !a.overlaps(b) && a.same_form(b)));
            }
        }
    }
}
