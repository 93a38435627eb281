//! Items of QTI 1.2, as Canvas and what writes for it have them.

use std::collections::BTreeMap;

use crate::format::collect::{Answer, Collector, Item, Worth};
use crate::format::markup::{Markup, Plain};
use crate::format::words::explained;
use crate::format::xml::Element;
use crate::format::{Change, Omission, Place};

pub(super) fn read(root: &Element, file: Option<&String>, collector: &mut Collector<'_>) {
    // What a package says of itself is often the name of the program that wrote it.
    if let Some(assessment) = root
        .first("assessment")
        .filter(|it| !it.attribute("title").is_empty())
    {
        assessment
            .attribute("title")
            .clone_into(&mut collector.about.title);
    }
    for element in root.all("item") {
        let place = Place {
            file: file.cloned(),
            line: Some(element.line),
            ..Place::default()
        };
        let title = element.attribute("title");
        let mut item = Item {
            place: place.clone(),
            name: if title.is_empty() {
                element.attribute("ident")
            } else {
                title
            }
            .to_owned(),
            ..Item::default()
        };
        match fill(element, &mut item) {
            Ok(()) => collector.add(item),
            Err(what) => {
                let words = if item.stem.is_empty() {
                    title
                } else {
                    &item.stem
                };
                collector.leave_out(place, words, what);
            }
        }
    }
}

/// What an element's `mattext` shows, each a paragraph.
fn material(element: &Element, without: &[&str]) -> Plain {
    let mut all = Plain::default();
    let mut open = vec![element];
    let mut texts = Vec::new();
    while let Some(element) = open.pop() {
        match &*element.name {
            "mattext" => texts.push(element),
            "matimage" | "mataudio" | "matvideo" => all.media += 1,
            _ => {
                let first = open.len();
                let inner = element.children();
                open.extend(inner.filter(|it| !without.contains(&&*it.name)));
                open[first..].reverse();
            }
        }
    }
    for text in texts {
        let plain = match text.attribute("texttype") {
            "text/plain" | "" => Markup::Plain.take_out(&text.text()),
            "text/xhtml" => text.shown(&[]),
            _ => Markup::Html.take_out(&text.text()),
        };
        if !all.text.is_empty() && !plain.text.is_empty() {
            all.text.push_str("\n\n");
        }
        all.text.push_str(&plain.text);
        all.marked |= plain.marked;
        all.media += plain.media;
    }
    all
}

fn fill(element: &Element, item: &mut Item) -> Result<(), Omission> {
    let presentation = element.first("presentation").ok_or(Omission::NoStem)?;
    let stem = material(
        presentation,
        &["render_choice", "render_fib", "render_extension"],
    );
    item.note(stem.marked, stem.media);
    item.stem = stem.text;
    // Canvas says of each item of which kind it is.
    let told = element
        .all("qtimetadatafield")
        .into_iter()
        .find_map(|field| {
            let label = field.child("fieldlabel")?.text();
            (label.trim() == "question_type")
                .then(|| field.child("fieldentry").map(Element::text))?
        });
    let told = told.unwrap_or_default();
    let kind = |what: &str| Err(Omission::Kind(what.to_owned()));
    if !matches!(
        told.trim(),
        "" | "multiple_choice_question" | "true_false_question"
    ) {
        return kind(told.trim());
    }
    let responses = presentation.all("response_lid");
    let response = match *responses {
        [one] => one,
        [] => return kind("no list of options"),
        _ => return kind("several lists of options"),
    };
    if response
        .attribute("rcardinality")
        .eq_ignore_ascii_case("multiple")
    {
        return kind("several answers");
    }
    let keys = keys(element);
    let mut places = BTreeMap::new();
    for label in response.all("response_label") {
        let identifier = label.attribute("ident");
        let plain = material(label, &[]);
        item.note(plain.marked, plain.media);
        places.insert(identifier, item.options.len());
        item.options.push(Answer {
            text: plain.text,
            worth: keys.get(identifier).copied().unwrap_or_default(),
            media: plain.media > 0,
            ..Answer::default()
        });
    }
    let shuffle = response
        .first("render_choice")
        .map_or("", |it| it.attribute("shuffle"));
    item.in_order = shuffle.eq_ignore_ascii_case("no") || told.trim() == "true_false_question";
    explain(element, &places, item);
    Ok(())
}

/// The identifiers that give points.
fn keys(element: &Element) -> BTreeMap<String, Worth> {
    let mut keys = BTreeMap::new();
    for condition in element.all("respcondition") {
        let points = condition.all("setvar").into_iter().find_map(|set| {
            let action = set.attribute("action");
            let adds = action.is_empty() || matches!(&*action.to_ascii_lowercase(), "set" | "add");
            set.text().trim().parse::<f64>().ok().filter(|_| adds)
        });
        let Some(values) = condition.child("conditionvar") else {
            continue;
        };
        let worth = Worth::of(points.unwrap_or(0.0));
        // What has to be chosen, not what must not be.
        let values = values.children().filter(|it| it.name == "varequal");
        if worth != Worth::Wrong {
            keys.extend(values.map(|it| (it.text().trim().to_owned(), worth)));
        }
    }
    keys
}

/// What is said after an answer, as conditions link it.
fn explain(element: &Element, places: &BTreeMap<&str, usize>, item: &mut Item) {
    for said in element.all("itemfeedback") {
        let of = said.attribute("ident");
        let plain = material(said, &[]);
        item.note(plain.marked, plain.media);
        if of.contains("incorrect") {
            item.change(Change::GeneralFeedback);
            continue;
        }
        let option = of.strip_suffix("_fb").and_then(|of| places.get(of));
        if let Some(&nth) = option {
            item.options[nth].feedback = plain.text;
            continue;
        }
        if !item.explanation.is_empty() {
            item.explanation.push_str("\n\n");
        }
        item.explanation.push_str(&plain.text);
    }
    (item.explanation, item.evidence) = explained(&item.explanation);
}
