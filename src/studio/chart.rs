//! Charts: figures drawn in the page's colours, each with its text.
//!
//! A chart is an image to who sees it, and to others one sentence that says what it shows; the table
//! below has every figure. Where things stand, [`crate::study::chart`] says.

use std::rc::Rc;

use yew::prelude::*;

use super::words::chart as words;
use crate::study::chart::{Chart, HEIGHT, Row, WIDTH};

/// Room for what is written beside the box and below, in its units.
const START: f64 = 10.0;
const FOOT: f64 = 6.0;
const EDGE: f64 = 2.0;
/// More points than these would touch each other: then the line alone is clearer.
const FEW: usize = 60;

/// One figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What it is of: a day, a section, a question.
    pub label: String,
    /// How large it is.
    pub value: f64,
    /// The same in words.
    pub text: String,
}

/// How a chart over time is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A line through points.
    Line,
    /// A column for each.
    Columns,
}

#[derive(Clone, PartialEq, Properties)]
pub struct OverTimeProps {
    /// What it shows.
    pub caption: AttrValue,
    /// What it says, in a sentence.
    pub summary: String,
    pub figures: Rc<[Figure]>,
    pub shape: Shape,
    /// The largest value there can be, if there is one.
    #[prop_or_default]
    pub most: Option<f64>,
    /// Headings of the table: of the labels, and of the texts.
    pub heads: [&'static str; 2],
}

/// Figures in the order of time.
#[component]
pub fn OverTime(props: &OverTimeProps) -> Html {
    let OverTimeProps {
        caption,
        summary,
        figures,
        shape,
        most,
        heads,
    } = props;
    let (Some(first), Some(last)) = (figures.first(), figures.last()) else {
        return Html::default();
    };
    let rows = figures.iter().map(|figure| Row {
        label: figure.label.clone(),
        value: figure.value,
    });
    let chart = Chart::new(rows.collect(), *most);
    let name = [caption, ": ", summary].concat();
    let view = format!(
        "{} {} {} {}",
        -START,
        -EDGE,
        START + WIDTH + EDGE,
        EDGE + HEIGHT + FOOT
    );
    let foot = (HEIGHT + FOOT - 1.0).to_string();
    let width = WIDTH.to_string();
    html! {
        <figure class="chart">
            <figcaption>{caption}</figcaption>
            <svg viewBox={view} role="img" aria-label={name}>
                { for chart.ticks.iter().map(|tick| html! {
                    <>
                        <line x1="0" x2={width.clone()} y1={tick.y.to_string()} y2={tick.y.to_string()} />
                        <text class="end" x="-1" y={(tick.y + 1.0).to_string()}>{tick.value.to_string()}</text>
                    </>
                }) }
                <text x="0" y={foot.clone()}>{&first.label}</text>
                if figures.len() > 1 {
                    <text class="end" x={width} y={foot}>{&last.label}</text>
                }
                { match shape {
                    Shape::Line => line(&chart),
                    Shape::Columns => columns(&chart),
                } }
            </svg>
            <Table caption={caption.clone()} figures={figures.clone()} heads={*heads} />
        </figure>
    }
}

fn line(chart: &Chart) -> Html {
    let points = chart
        .points
        .iter()
        .take_while(|_| chart.points.len() <= FEW);
    html! {
        <>
            <polyline points={chart.line()} />
            { for points.map(|(x, y)| html! { <circle cx={x.to_string()} cy={y.to_string()} r="0.9" /> }) }
        </>
    }
}

fn columns(chart: &Chart) -> Html {
    let column = |bar: &crate::study::chart::Bar| {
        html! {
            <rect x={bar.x.to_string()} y={bar.y.to_string()} width={bar.width.to_string()} height={bar.height.to_string()} />
        }
    };
    html! { <>{ for chart.bars.iter().map(column) }</> }
}

#[derive(Clone, PartialEq, Properties)]
pub struct BarsProps {
    /// What they show.
    pub caption: AttrValue,
    pub figures: Rc<[Figure]>,
    /// The largest value there can be.
    pub most: f64,
}

/// A bar for each figure, with its words.
#[component]
pub fn Bars(props: &BarsProps) -> Html {
    let bar = |figure: &Figure| {
        let width = if props.most > 0.0 {
            WIDTH * (figure.value / props.most).clamp(0.0, 1.0)
        } else {
            0.0
        };
        html! {
            <li>
                <span class="of" dir="auto">{&figure.label}</span>
                <span class="figure">{&figure.text}</span>
                <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="track" width="100" height="4" />
                    <rect width={format!("{width:.1}")} height="4" />
                </svg>
            </li>
        }
    };
    if props.figures.is_empty() {
        return Html::default();
    }
    html! {
        <figure class="chart">
            <figcaption>{&props.caption}</figcaption>
            <ul class="figures">{ for props.figures.iter().map(bar) }</ul>
        </figure>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TableProps {
    caption: AttrValue,
    figures: Rc<[Figure]>,
    heads: [&'static str; 2],
}

/// All figures of a chart.
#[component]
fn Table(props: &TableProps) -> Html {
    let row = |figure: &Figure| {
        html! { <tr><th scope="row" dir="auto">{&figure.label}</th><td>{&figure.text}</td></tr> }
    };
    html! {
        <details class="table">
            <summary>{words::table(&props.caption)}</summary>
            <table>
                <thead>
                    <tr>{ for props.heads.iter().map(|head| html! { <th scope="col">{*head}</th> }) }</tr>
                </thead>
                <tbody>{ for props.figures.iter().map(row) }</tbody>
            </table>
        </details>
    }
}
