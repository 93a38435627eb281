//! What values read, print and compare as.

use proptest::prelude::*;

use super::*;

#[track_caller]
fn value(kind: Kind, text: &str) -> Value {
    Value::parse(kind, text).unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
fn assert_refused(kind: Kind, text: &str, message: &str) {
    let error = Value::parse(kind, text).expect_err("is refused");
    assert_eq!(error.to_string(), message);
}

#[track_caller]
fn assert_overlap(kind: Kind, a: &str, b: &str, expected: bool) {
    let (a, b) = (value(kind, a), value(kind, b));
    assert_eq!(a.overlaps(&b), expected, "{a} and {b}");
    assert_eq!(b.overlaps(&a), expected, "{b} and {a}");
}

#[track_caller]
fn assert_shifted(kind: Kind, text: &str, steps: i64, expected: &str) {
    let shifted = value(kind, text).shifted(steps);
    assert_eq!(
        shifted.map_or("none".to_owned(), |value| value.to_string()),
        expected
    );
}

#[test]
fn what_is_no_value_is_refused_with_words() {
    assert_refused(Kind::Person, "  ", "is empty");
    assert_refused(
        Kind::Date,
        "31 June",
        "“31 June” is not a date, such as “28 July 2025” or “July 2025”",
    );
    assert_refused(
        Kind::Date,
        "2019",
        "“2019” is not a date, such as “28 July 2025” or “July 2025”",
    );
    assert_refused(
        Kind::Date,
        "29 February 2023",
        "“29 February 2023” is not a date, such as “28 July 2025” or “July 2025”",
    );
    assert_refused(Kind::Year, "19", "“19” is not a year, such as “2019”");
    assert_refused(Kind::Year, "0000", "“0000” is not a year, such as “2019”");
    assert_refused(
        Kind::Number,
        "many leaders",
        "“many leaders” is not a number and unit, such as “26 leaders”",
    );
    assert_refused(
        Kind::Number,
        "26",
        "“26” is not a number and unit, such as “26 leaders”",
    );
    assert_refused(
        Kind::Duration,
        "12 to 10 days",
        "“12 to 10 days” is not a duration, such as “9 hours” or “10 to 12 days”",
    );
    assert_refused(
        Kind::Duration,
        "9 leaders",
        "“9 leaders” is not a duration, such as “9 hours” or “10 to 12 days”",
    );
    let error = "colour".parse::<Kind>().expect_err("is refused");
    assert_eq!(error.to_string(), "“colour” is no kind of answer");
}

#[test]
fn odd_amounts_are_no_quantities() {
    for text in [
        "",
        "0",
        "0 days",
        ".5",
        "5.",
        "1.2345",
        "1,00",
        "1000,000",
        "1,,000",
        "5th",
        "-3",
        "99999999999",
        "1.2.3",
        "10 to x",
        "G20",
        "3.5.",
        "½",
        "40m",
        "$",
        "$m",
    ] {
        assert_eq!(Quantity::parse(text), None, "{text}");
    }
}

#[test]
fn values_print_as_they_were_read() {
    for text in [
        "28 July",
        "February 2022",
        "28 July 2025",
        "July",
        "29 February 2024",
        "2019",
        "26 leaders",
        "9 hours",
        "3.5 years",
        "10 to 12 days",
        "1,000 soldiers",
        "9%",
        "0.05 mm",
        "1 day",
        "1 leader",
        "3.5 to 4.0 km",
        "5 million people",
        "26",
        "July 28",
        "July 28, 2025",
        "$1.2 billion",
        "£40m",
        "Rs 500",
        "NZ$1",
        "€3 million",
        "$10 to 12 million",
    ] {
        let value = Value::read(text).expect("reads");
        assert_eq!(value.to_string(), text);
    }
    assert_eq!(Value::read("Osaka"), None);
}

#[test]
fn names_overlap_when_one_stands_in_the_other() {
    assert_overlap(Kind::Place, "London", "london", true);
    assert_overlap(Kind::Place, "York", "New York", true);
    assert_overlap(Kind::Place, "Osaka", "Helsinki", false);
    assert_overlap(Kind::Person, "Barack Obama", "Obama", true);
    let us = Name::new(Kind::Place, "United States").with(None, &["US".to_owned()]);
    assert!(Value::Name(us).overlaps(&value(Kind::Place, "the US")));
}

#[test]
fn quantities_overlap_in_any_unit_of_time() {
    assert_overlap(Kind::Duration, "90 minutes", "1.5 hours", true);
    assert_overlap(Kind::Duration, "10 years", "1 decade", true);
    assert_overlap(Kind::Duration, "10 to 12 days", "11 days", true);
    assert_overlap(Kind::Duration, "10 to 12 days", "12 to 14 days", true);
    assert_overlap(Kind::Duration, "10 to 12 days", "13 to 15 days", false);
    assert_overlap(Kind::Duration, "30 days", "1 month", false);
    assert_overlap(Kind::Number, "26 leaders", "26 countries", false);
    assert_overlap(Kind::Number, "1,000 men", "1000 men", true);
    let bare = Value::read("26").expect("reads");
    assert!(bare.overlaps(&value(Kind::Number, "26 leaders")));
}

#[test]
fn dates_overlap_unless_a_part_both_tell_differs() {
    assert_overlap(Kind::Date, "March", "March 2020", true);
    assert_overlap(Kind::Date, "28 July", "28 July 2025", true);
    assert_overlap(Kind::Date, "28 July", "29 July", false);
    assert_overlap(Kind::Date, "28 July", "July 28, 2025", true);
    assert_overlap(Kind::Date, "February 2022", "February 2021", false);
    assert!(value(Kind::Year, "2022").overlaps(&value(Kind::Date, "February 2022")));
}

#[test]
fn only_what_looks_alike_stands_side_by_side() {
    let alike = |kind, a: &str, b: &str| value(kind, a).same_form(&value(kind, b));
    assert!(alike(Kind::Person, "Barack Obama", "Martha Kelner"));
    assert!(!alike(Kind::Person, "Barack Obama", "Zelenskyy"));
    assert!(!alike(Kind::Phrase, "buy time", "Buy time"));
    assert!(alike(Kind::Duration, "1 day", "50 days"));
    assert!(!alike(Kind::Duration, "10 to 12 days", "50 days"));
    assert!(!alike(Kind::Duration, "3.5 years", "10 years"));
    assert!(!alike(Kind::Date, "28 July", "July 2025"));
    assert!(!alike(Kind::Date, "28 July", "July 28"));
    assert!(alike(Kind::Number, "$2 million", "$40 million"));
    assert!(!alike(Kind::Number, "$2 million", "£40 million"));
    assert!(!alike(Kind::Number, "$2 million", "40 million"));
    let city = |text| Value::Name(Name::new(Kind::Place, text).with(Some("city".to_owned()), &[]));
    assert!(city("Osaka").same_form(&city("Helsinki")));
    assert!(
        city("Osaka")
            .parse_like("Hamburg")
            .is_ok_and(|like| like.same_form(&city("Osaka")))
    );
}

#[test]
fn shifting_stays_within_bounds() {
    assert_shifted(Kind::Duration, "9 hours", -8, "1 hour");
    assert_shifted(Kind::Duration, "9 hours", -9, "none");
    assert_shifted(Kind::Duration, "1 day", 2, "3 days");
    assert_shifted(Kind::Duration, "3.5 years", 10, "4.5 years");
    assert_shifted(Kind::Duration, "10 to 12 days", -3, "7 to 9 days");
    assert_shifted(Kind::Number, "98%", 2, "100%");
    assert_shifted(Kind::Number, "98%", 3, "none");
    assert_shifted(Kind::Date, "28 July", 4, "1 August");
    assert_shifted(Kind::Date, "1 January", -1, "none");
    assert_shifted(Kind::Date, "December 30, 2019", 4, "January 3, 2020");
    assert_shifted(Kind::Number, "$1 million", 2, "$3 million");
    assert_shifted(Kind::Date, "1 January 2020", -1, "31 December 2019");
    assert_shifted(Kind::Date, "February 2022", -2, "December 2021");
    assert_shifted(Kind::Date, "November", 2, "none");
    assert_shifted(Kind::Year, "2019", i64::MAX, "none");
    assert_shifted(Kind::Year, "9999", 1, "none");
    assert_shifted(Kind::Person, "Barack Obama", 1, "none");
}

fn any_value() -> impl Strategy<Value = Value> {
    let names = prop::sample::select(vec!["Osaka", "New York", "York", "the G20", "buy time"])
        .prop_map(|text| Value::parse(Kind::Phrase, text).expect("reads"));
    let date = (0..2030, 0..=12_usize, 0..=28).prop_filter_map("a date", |(year, month, day)| {
        let month = month
            .checked_sub(1)
            .map(|month: usize| MONTHS[month])
            .unwrap_or_default();
        let part = |part: i32, width| {
            if part == 0 {
                String::new()
            } else {
                format!("{part:0width$}")
            }
        };
        let text = format!("{} {month} {}", part(day, 1), part(year, 4));
        Date::parse(&text).map(Value::Date)
    });
    let quantity = (1_u64..20_000_000, 0_u64..50, 0..=3_usize, 0..5_usize).prop_filter_map(
        "a quantity",
        |(amount, width, decimals, unit)| {
            let unit = ["", "leaders", "days", "hours", "years"][unit];
            let print = |amount: u64| {
                let (whole, after) = (amount / 1000, format!("{:03}", amount % 1000));
                if decimals == 0 {
                    whole.to_string()
                } else {
                    format!("{whole}.{}", &after[..decimals])
                }
            };
            let (low, high) = (print(amount), print(amount + width * 1000));
            let text = if width == 0 {
                low
            } else {
                format!("{low} to {high}")
            };
            Quantity::parse(&format!("{text} {unit}")).map(Value::Quantity)
        },
    );
    prop_oneof![names, date, quantity]
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

proptest! {
    #[test]
    fn printing_reads_back(value in any_value()) {
        let read = match value {
            Value::Name(_) => Value::parse(Kind::Phrase, &value.to_string()).ok(),
            Value::Date(_) if value.kind() == Kind::Year => {
                Value::parse(Kind::Year, &value.to_string()).ok()
            }
            _ => Value::read(&value.to_string()),
        };
        prop_assert_eq!(read, Some(value));
    }

    #[test]
    fn overlap_is_symmetric_and_reflexive(a in any_value(), b in any_value()) {
        prop_assert!(a.overlaps(&a));
        prop_assert_eq!(a.overlaps(&b), b.overlaps(&a));
        prop_assert_eq!(a.same_form(&b), b.same_form(&a));
    }

    #[test]
    fn shifting_keeps_form_and_order(value in any_value(), steps in 1_i64..400) {
        for steps in [steps, -steps] {
            if let Some(shifted) = value.shifted(steps) {
                prop_assert!(shifted.same_form(&value));
                prop_assert_eq!(shifted.position() > value.position(), steps > 0);
            }
        }
    }

    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,12}|[0-9.,% to]{0,12}|[0-9]{1,30} [a-z]{0,4}") {
        let _ = Value::read(&text);
        for kind in [Kind::Person, Kind::Date, Kind::Year, Kind::Number, Kind::Duration] {
            if let Ok(value) = Value::parse(kind, &text) {
                let _ = (value.shifted(i64::MIN), value.shifted(i64::MAX), value.position());
            }
        }
    }
}

#[test]
fn a_day_lies_behind_another_as_far_as_both_tell() {
    let date = |text: &str| Date::parse(text).expect("reads");
    let written = date("22 September 2015");
    assert!(date("25 September").behind(written));
    assert!(!date("14 September").behind(written));
    assert!(!date("September 2015").behind(written));
    assert!(date("January 2016").behind(written));
}
