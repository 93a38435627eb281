//! How what is due is spread, and what the reader wants of it.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::acts;
use super::state::{Action, Shelf};
use crate::studio::chart::{Figure, OverTime, Shape};
use crate::studio::database::{CARDS, Database, Result};
use crate::studio::settle::summarise;
use crate::studio::words::{day, library, review as words};
use crate::studio::{clock, study as wanted};
use crate::study::{self, Card, Cost, Day, Settings};

/// Days that the chart shows.
const AHEAD: u32 = 30;
/// Retentions to choose from, in percent.
const RETENTIONS: [u8; 8] = [70, 75, 80, 85, 90, 93, 95, 97];
/// The most new questions a day that can be asked for.
const MOST_NEW: u32 = 999;
const RETENTION: &str = "retention";
const RETENTION_HINT: &str = "retention-hint";
const NEW: &str = "new-per-day";
const NEW_HINT: &str = "new-hint";
const HEADING: &str = "wanted-heading";

#[derive(Clone, PartialEq, Properties)]
pub struct ScheduleProps {
    pub state: UseReducerHandle<Shelf>,
}

/// The schedule.
#[component]
pub fn Schedule(props: &ScheduleProps) -> Html {
    let state = &props.state;
    let forecast = use_state(|| None::<Rc<[Figure]>>);
    let costs = use_state(Vec::new);
    {
        let (forecast, costs) = (forecast.clone(), costs.clone());
        let dispatch = state.dispatcher();
        use_effect_with(state.due.clone(), move |_| {
            spawn_local(async move {
                let read = async {
                    let database = acts::opened(&dispatch).await?;
                    forecast.set(Some(read(&database, clock::today()).await?));
                    cost(&database, clock::today()).await
                };
                match read.await {
                    Ok(found) => costs.set(found),
                    Err(fault) => dispatch.dispatch(Action::Looked(Err(fault))),
                }
            });
        });
    }
    let settings = wanted::settings();
    let keep = {
        let dispatch = state.dispatcher();
        move |settings: Settings| {
            let said = match wanted::keep(settings) {
                Ok(()) => words::kept(settings),
                Err(_) => words::NOT_KEPT.to_owned(),
            };
            dispatch.dispatch(Action::Say(said));
            acts::change(
                dispatch.clone(),
                async |database: &Database| summarise(database).await,
                |_| None,
            );
        }
    };
    let retention = {
        let keep = keep.clone();
        Callback::from(move |event: Event| {
            let select = event.target_dyn_into::<HtmlSelectElement>();
            if let Some(percent) = select.and_then(|it| it.value().parse().ok()) {
                keep(Settings::new(percent, wanted::settings().new_per_day()));
            }
        })
    };
    // With each key: what is drawn anew in the meantime would put the old number back.
    let new = Callback::from(move |event: InputEvent| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        if let Some(count) = input.and_then(|it| it.value().trim().parse::<u32>().ok()) {
            keep(Settings::new(
                wanted::settings().percent(),
                count.min(MOST_NEW),
            ));
        }
    });
    html! {
        <>
            if let Some(figures) = forecast.as_ref().filter(|it| !it.is_empty()) {
                <OverTime
                    caption={words::FORECAST}
                    summary={words::forecast(total(figures), figures.len())}
                    figures={figures.clone()}
                    shape={Shape::Columns}
                    heads={[words::DAY, words::DUE]}
                />
            }
            <section class="wanted" aria-labelledby={HEADING}>
                <h2 id={HEADING}>{words::WANTED}</h2>
                <div class="field">
                    <label for={RETENTION}>{words::RETENTION}</label>
                    <select id={RETENTION} aria-describedby={RETENTION_HINT} onchange={retention}>
                        { for RETENTIONS.map(|percent| html! {
                            <option value={percent.to_string()} selected={percent == settings.percent()}>{words::percent(percent)}</option>
                        }) }
                    </select>
                    <p id={RETENTION_HINT} class="hint">{words::RETENTION_HINT}</p>
                    if !costs.is_empty() {
                        <table>
                            <caption>{words::COSTS}</caption>
                            <thead>
                                <tr>{ for words::COST_COLUMNS.iter().map(|name| html! { <th scope="col">{*name}</th> }) }</tr>
                            </thead>
                            <tbody>
                                { for costs.iter().map(|cost| html! {
                                    <tr>
                                        <th scope="row">{words::percent(cost.percent)}</th>
                                        <td>{words::a_day(cost.reviews)}</td>
                                        <td>{words::share(cost.known)}</td>
                                    </tr>
                                }) }
                            </tbody>
                        </table>
                    }
                </div>
                <div class="field">
                    <label for={NEW}>{words::NEW}</label>
                    <input type="number" id={NEW} min="0" max={MOST_NEW.to_string()} aria-describedby={NEW_HINT} value={settings.new_per_day().to_string()} oninput={new} />
                    <p id={NEW_HINT} class="hint">{words::NEW_HINT}</p>
                </div>
            </section>
        </>
    }
}

/// All questions of the chart.
fn total(figures: &[Figure]) -> usize {
    #[expect(clippy::cast_possible_truncation, reason = "questions are whole")]
    #[expect(clippy::cast_sign_loss, reason = "and not negative")]
    figures.iter().map(|figure| figure.value as usize).sum()
}

/// How many questions are due on each of the days to come; nothing where none ever is.
async fn read(database: &Database, today: Day) -> Result<Rc<[Figure]>> {
    let change = database.read(&[CARDS])?;
    if change.next_due(0).await?.is_none() {
        return Ok(Rc::new([]));
    }
    let mut figures = Vec::new();
    for nth in 0..AHEAD {
        let at = today + nth;
        let count = if nth == 0 {
            change.due_by(at).await?
        } else {
            change.due_on(at).await?
        };
        figures.push(Figure {
            label: day::date(at),
            value: count.into(),
            text: library::questions(count as usize),
        });
    }
    Ok(figures.into())
}

/// Cards that stand for all, at the most.
const SAMPLE: usize = 1000;
/// Retentions whose cost is shown, in percent.
const COMPARED: [u8; 4] = [80, 85, 90, 95];

/// What each retention would cost with the cards there are; nothing without any.
#[expect(clippy::cast_precision_loss, reason = "cards are few enough")]
async fn cost(database: &Database, today: Day) -> Result<Vec<Cost>> {
    let all = database.read(&[CARDS])?.all(CARDS, None).await?;
    let step = all.len().div_ceil(SAMPLE).max(1);
    let some = all.iter().step_by(step);
    let cards: Vec<_> = some
        .filter_map(|(_, text)| Card::from_json(text).ok())
        .collect();
    if cards.is_empty() {
        return Ok(Vec::new());
    }
    let stand_for = all.len() as f64 / cards.len() as f64;
    let mut costs = Vec::new();
    for percent in COMPARED {
        for mut cost in study::costs(&cards, today, &[percent]) {
            cost.reviews *= stand_for;
            costs.push(cost);
        }
        clock::pause().await;
    }
    Ok(costs)
}
