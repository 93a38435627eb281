//! Where the parts of a chart stand, in a box of [`WIDTH`] by [`HEIGHT`] whose origin is its upper
//! left corner, as in SVG. What it shows in words is a table of the same rows.

/// Width of the box.
pub const WIDTH: f64 = 100.0;
/// Height of the box.
pub const HEIGHT: f64 = 40.0;
/// The part of a bar's place that is left free.
const GAP: f64 = 0.2;

/// One value with what it is called.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What the value is of.
    pub label: String,
    /// The value; none is negative.
    pub value: f64,
}

/// A value of the upright axis with the height at which it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// The value.
    pub value: f64,
    /// How far down.
    pub y: f64,
}

/// A bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Its left.
    pub x: f64,
    /// Its top.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// A chart, either with bars or with points to draw a line through.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Values along the upright axis, from zero up.
    pub ticks: Vec<Tick>,
    /// A bar for each row.
    pub bars: Vec<Bar>,
    /// A point for each row: right and down.
    pub points: Vec<(f64, f64)>,
    /// What it shows.
    pub rows: Vec<Row>,
}

impl Chart {
    /// A chart of these rows from left to right, bars and points at even distances. The axis ends at
    /// `most`, such as 100 for percents, or else at the first round number that holds all values.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "rows are few")]
    pub fn new(rows: Vec<Row>, most: Option<f64>) -> Self {
        let greatest = rows.iter().map(|row| row.value).fold(0.0, f64::max);
        let step = step(most.unwrap_or(greatest));
        let top = most.unwrap_or_else(|| step * (greatest / step).ceil().max(1.0));
        let y = |value: f64| HEIGHT - HEIGHT * (value / top).clamp(0.0, 1.0);
        let place = WIDTH / rows.len().max(1) as f64;
        let bar = |(nth, row): (usize, &Row)| Bar {
            x: place * (nth as f64 + GAP / 2.0),
            y: y(row.value),
            width: place * (1.0 - GAP),
            height: HEIGHT - y(row.value),
        };
        let point = |(nth, row): (usize, &Row)| (place * (nth as f64 + 0.5), y(row.value));
        let ticks = (0..).map(|nth| step * f64::from(nth));
        Self {
            ticks: ticks
                .take_while(|&value| value <= top + step / 1e6)
                .map(|value| Tick { value, y: y(value) })
                .collect(),
            bars: rows.iter().enumerate().map(bar).collect(),
            points: rows.iter().enumerate().map(point).collect(),
            rows,
        }
    }

    /// The points as the `points` of a polyline, with two decimals.
    #[must_use]
    pub fn line(&self) -> String {
        let points = self.points.iter().map(|(x, y)| format!("{x:.2},{y:.2}"));
        points.collect::<Vec<_>>().join(" ")
    }
}

/// The distance of ticks up to a value: 1, 2 or 5 times a power of ten, at least 1, and three to six
/// of them where that is so.
fn step(most: f64) -> f64 {
    let rough = (most / 5.0).max(1.0);
    let ten = 10_f64.powf(rough.log10().floor());
    let times = [1.0, 2.0, 5.0, 10.0].into_iter();
    let steps = times.map(|times| times * ten);
    steps
        .into_iter()
        .find(|&step| step >= rough)
        .unwrap_or(rough)
}
