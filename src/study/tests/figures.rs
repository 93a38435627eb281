//! Tests of retention, cost, history and charts.

use proptest::prelude::{prop, prop_assert, prop_assert_eq, proptest};

use super::super::chart::{Chart, HEIGHT, Row, WIDTH};
use super::super::*;
use super::{any_attempts, attempt};

#[test]
fn days_have_the_dates_they_have() {
    for (day, date) in [
        (0, (1970, 1, 1)),
        (58, (1970, 2, 28)),
        (59, (1970, 3, 1)),
        (11_016, (2000, 2, 29)),
        (11_017, (2000, 3, 1)),
        (20_453, (2025, 12, 31)),
        (20_454, (2026, 1, 1)),
        (47_540, (2100, 2, 28)),
        (47_541, (2100, 3, 1)),
    ] {
        assert_eq!(civil(day), date);
    }
}

#[test]
fn the_true_retention_counts_what_was_asked_when_due() {
    use Grade::{Again, Easy, Good};
    let attempts = [
        // First answers, on 2 January 1970; a is due a day later, b three, c nine.
        attempt("q", 1, &[("a", Again), ("b", Good), ("c", Easy)]),
        // Repeated before they were due.
        attempt("q", 2, &[("b", Again), ("c", Good)]),
        attempt("q", 20, &[("a", Again)]),
        attempt("q", 40, &[("a", Good), ("b", Good)]),
        attempt("q", 41, &[("b", Again)]),
    ];
    let mut attempts = attempts.to_vec();
    let of = |attempts: &[Attempt]| {
        let months = retention(attempts, Settings::default());
        let month = |it: &Month| (it.year, it.month, it.asked, it.known);
        months.iter().map(month).collect::<Vec<_>>()
    };
    assert_eq!(of(&attempts), [(1970, 1, 1, 0), (1970, 2, 2, 2)]);
    attempts[3].answers[0].correction = Some(Again);
    assert_eq!(of(&attempts), [(1970, 1, 1, 0), (1970, 2, 2, 1)]);
    assert_eq!(of(&[]), []);
}

#[test]
fn more_retention_costs_more_reviews() {
    let names: Vec<_> = (0..3_000).map(|nth| format!("q{nth}")).collect();
    let grades = [Grade::Again, Grade::Hard, Grade::Good, Grade::Easy];
    let answers = names.iter().zip(grades.into_iter().cycle());
    let answers: Vec<_> = answers.map(|(name, grade)| (&**name, grade)).collect();
    let cards = replay(&[attempt("q", 100, &answers)], Settings::default());
    let of = |cards: &[Card]| costs(cards, 110, &[80, 85, 90, 95]);
    let costs = of(&cards);
    let dearer = |a: &Cost, b: &Cost| a.reviews < b.reviews && a.known < b.known;
    assert!(costs.is_sorted_by(dearer), "{costs:?}");
    assert!(costs.iter().all(|it| (0.7..1.0).contains(&it.known)));
    assert_eq!(costs, of(&cards), "the same every time");
    // A sample stands for all: half of the cards are about half of the work.
    let half = of(&cards[..1_500])[2].reviews / costs[2].reviews;
    assert!((0.45..0.55).contains(&half), "{half}");
    assert!(of(&[]).iter().all(|it| it.reviews < 1e-9));
}

#[test]
fn history_counts_what_was_asked_and_missed() {
    use Grade::{Again, Good};
    let mut attempts = vec![
        attempt("q", 3, &[("a", Again), ("b", Good)]),
        attempt("q", 1, &[("a", Again), ("b", Again)]),
        attempt(review::ID, 4, &[("1/q/a", Good)]),
        attempt("q", 5, &[("a", Again)]),
        Attempt::of_score("q", "", (0, 0), 1_000, (3, 4)),
    ];
    attempts[3].retry = true;
    attempts[0].answers[0].time = 9_000;
    attempts[2].answers[0].time = 0;
    attempts[2].answers[0].section = "About q".into();

    let days: Vec<_> = history::scores(&attempts).iter().map(|it| it.day).collect();
    assert_eq!(days, [0, 1, 3, 4]);
    let sections = history::by_section(&attempts);
    let sections: Vec<_> = sections
        .iter()
        .map(|(title, it)| (*title, it.correct, it.total))
        .collect();
    assert_eq!(sections, [("Plans", 1, 4), ("About q", 1, 1)]);

    let asked = history::questions(&attempts);
    let of = |nth: usize| {
        (
            asked[nth].question,
            asked[nth].asked,
            asked[nth].missed,
            asked[nth].time,
        )
    };
    assert_eq!(asked.len(), 2);
    assert_eq!(of(0), ("a", 3, 2, Some(4_000)));
    assert_eq!(of(1), ("b", 2, 1, Some(4_000)));
    let most: Vec<_> = history::most_missed(&asked, 1)
        .iter()
        .map(|it| it.question)
        .collect();
    assert_eq!(most, ["a"]);
    assert_eq!(history::usual_time(&attempts), Some(4_000));
    assert_eq!(history::usual_time(&[]), None);
}

fn rows(values: &[f64]) -> Vec<Row> {
    let row = |&value: &f64| Row {
        label: value.to_string(),
        value,
    };
    values.iter().map(row).collect()
}

#[test]
fn a_chart_stands_in_its_box() {
    let chart = Chart::new(rows(&[0.0, 7.0, 14.0]), None);
    let ticks: Vec<_> = chart.ticks.iter().map(|tick| tick.value).collect();
    assert_eq!(ticks, [0.0, 5.0, 10.0, 15.0]);
    assert_eq!(chart.line(), "16.67,40.00 50.00,21.33 83.33,2.67");
    let percents = Chart::new(rows(&[50.0]), Some(100.0));
    let ticks: Vec<_> = percents.ticks.iter().map(|tick| tick.value).collect();
    assert_eq!(ticks, [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
    assert!((percents.bars[0].height - HEIGHT / 2.0).abs() < 1e-9);
    let none = Chart::new(Vec::new(), None);
    assert_eq!((none.ticks.len(), none.line()), (2, String::new()));
}

proptest! {
    #[test]
    fn no_chart_leaves_its_box(values in prop::collection::vec(0.0..1e9_f64, 0..40)) {
        let chart = Chart::new(rows(&values), None);
        prop_assert!((2..=7).contains(&chart.ticks.len()), "{:?}", chart.ticks);
        prop_assert!(chart.ticks.iter().all(|tick| (-1e-6..=HEIGHT).contains(&tick.y)));
        for bar in &chart.bars {
            prop_assert!(bar.x >= 0.0 && bar.x + bar.width <= WIDTH + 1e-6);
            prop_assert!(bar.y >= 0.0 && bar.y + bar.height <= HEIGHT + 1e-6);
        }
        prop_assert_eq!(chart.points.len(), values.len());
    }

    #[test]
    fn figures_agree_with_each_other(attempts in any_attempts()) {
        let sections: usize = history::by_section(&attempts).iter().map(|(_, it)| it.total).sum();
        let asked: usize = history::questions(&attempts).iter().map(|it| it.asked).sum();
        let total: usize = attempts.iter().map(|it| it.total).sum();
        prop_assert_eq!((sections, asked), (total, total));
        let settings = Settings::default();
        let months = retention(&attempts, settings);
        let when_due: usize = months.iter().map(|it| it.asked).sum();
        let cards = replay(&attempts, settings).len();
        prop_assert!(when_due <= total - cards);
        prop_assert!(months.iter().all(|it| it.known <= it.asked));
    }
}
