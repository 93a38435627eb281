//! An item of QTI 2 and 3.

use std::collections::BTreeMap;

use crate::format::collect::{Answer, Collector, Item, Worth};
use crate::format::markup::{Flow, Plain};
use crate::format::words::{clean, explained};
use crate::format::xml::Element;
use crate::format::{Change, Omission, Place};

/// What stands before the ids that Readback writes.
pub(super) const OWN: &str = "rb_";

/// What is no part of a stem.
const ASIDE: [&str; 6] = [
    "choiceinteraction",
    "rubricblock",
    "feedbackblock",
    "feedbackinline",
    "modalfeedback",
    "stylesheet",
];

/// The id that an identifier stands for.
fn id_of(identifier: &str) -> Option<String> {
    Some(identifier.strip_prefix(OWN)?.replace('_', "/"))
}

pub(super) fn read(
    root: &Element,
    file: Option<String>,
    section: &str,
    collector: &mut Collector<'_>,
) {
    let place = Place {
        file,
        line: Some(root.line),
        ..Place::default()
    };
    let identifier = root.attribute("identifier");
    let title = root.attribute("title");
    let name = if title.is_empty() { identifier } else { title };
    let mut item = Item {
        place: place.clone(),
        id: id_of(identifier).unwrap_or_default(),
        name: name.to_owned(),
        section: section.to_owned(),
        ..Item::default()
    };
    match fill(root, &mut item) {
        Ok(()) => {
            if collector.about.lang.is_empty() {
                root.attribute("lang").clone_into(&mut collector.about.lang);
            }
            collector.add(item);
        }
        Err(what) => {
            let words = if item.stem.is_empty() {
                name
            } else {
                &item.stem
            };
            collector.leave_out(place, words, what);
        }
    }
}

fn fill(root: &Element, item: &mut Item) -> Result<(), Omission> {
    let body = root.child("itembody").ok_or(Omission::NoStem)?;
    let mut flow = Flow::default();
    body.flow(&ASIDE, &mut flow);
    let interactions = interactions(body);
    let kind = |what: &str| Err(Omission::Kind(what.to_owned()));
    let interaction = match *interactions {
        [] => return kind("no interaction"),
        [one] => one,
        _ => return kind("several interactions"),
    };
    // The prompt goes on from the text before it.
    if let Some(prompt) = interaction.child("prompt") {
        flow.open("p", "");
        prompt.flow(&ASIDE, &mut flow);
    }
    let Plain {
        text,
        marked,
        media,
    } = flow.finish();
    item.stem = text;
    item.note(marked, media);
    if interaction.name != "choiceinteraction" {
        return kind(&interaction.name);
    }
    let keys = keys(root, interaction.attribute("responseidentifier"));
    let mut places = BTreeMap::new();
    for choice in interaction
        .children()
        .filter(|it| it.name == "simplechoice")
    {
        let identifier = choice.attribute("identifier").trim();
        let plain = choice.shown(&["feedbackinline"]);
        item.note(plain.marked, plain.media);
        let said = choice.first("feedbackinline").map(|it| it.shown(&[]).text);
        places.insert(identifier, item.options.len());
        item.options.push(Answer {
            text: plain.text,
            worth: keys.get(identifier).copied().unwrap_or_default(),
            feedback: said.unwrap_or_default(),
            fixed: choice.attribute("fixed") == "true",
            media: plain.media > 0,
        });
    }
    if let Some(key) = keys.into_keys().next()
        && item.options.iter().all(|it| it.worth == Worth::Wrong)
    {
        return Err(Omission::UnknownKey(key));
    }
    item.in_order = interaction.attribute("shuffle") != "true";
    explain(root, &places, item);
    Ok(())
}

/// All interactions within a body.
fn interactions(body: &Element) -> Vec<&Element> {
    let mut found = Vec::new();
    let mut open = vec![body];
    while let Some(element) = open.pop() {
        if element.name.ends_with("interaction") {
            found.push(element);
        } else {
            open.extend(element.children());
        }
    }
    found
}

/// The identifiers that give points.
fn keys(root: &Element, of: &str) -> BTreeMap<String, Worth> {
    let declarations = root
        .children()
        .filter(|it| it.name == "responsedeclaration");
    let declarations: Vec<_> = declarations.collect();
    let own = declarations
        .iter()
        .find(|it| it.attribute("identifier") == of);
    let Some(declaration) = own.or(declarations.first()) else {
        return BTreeMap::new();
    };
    let value = |it: &Element| clean(&it.text()).into_owned();
    if let Some(correct) = declaration.child("correctresponse") {
        let values = correct.all("value");
        return values
            .into_iter()
            .map(|it| (value(it), Worth::Right))
            .collect();
    }
    let entries: Vec<_> = declaration
        .all("mapentry")
        .into_iter()
        .map(|it| {
            let points: f64 = it.attribute("mappedvalue").trim().parse().unwrap_or(0.0);
            (it.attribute("mapkey").trim().to_owned(), points)
        })
        .filter(|(_, points)| *points > 0.0)
        .collect();
    let most = entries
        .iter()
        .fold(0.0, |most, &(_, points)| f64::max(most, points));
    let worth = |points: f64| Worth::of(100.0 * points / most);
    entries
        .into_iter()
        .map(|(key, points)| (key, worth(points)))
        .collect()
}

/// What is said after an answer: of one option, of right or wrong answers, or of the question.
fn explain(root: &Element, places: &BTreeMap<&str, usize>, item: &mut Item) {
    for said in root.children().filter(|it| it.name == "modalfeedback") {
        let plain = said.shown(&[]);
        item.note(plain.marked, plain.media);
        let of = said.attribute("identifier");
        if let Some(&nth) = places.get(of) {
            item.options[nth].feedback = plain.text;
        } else if of.to_ascii_lowercase().contains("incorrect") {
            item.change(Change::GeneralFeedback);
        } else {
            if !item.explanation.is_empty() {
                item.explanation.push_str("\n\n");
            }
            item.explanation.push_str(&plain.text);
        }
    }
    (item.explanation, item.evidence) = explained(&item.explanation);
}
