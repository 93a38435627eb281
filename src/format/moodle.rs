//! Moodle XML.
//!
//! All texts that are written are marked `plain_text`, so that none of their characters is mark-up to
//! Moodle. Sections are categories under the title of the quiz; the first category's description says
//! what the quiz is about, in lines such as `publisher: The Daily`. See
//! <https://docs.moodle.org/en/Moodle_XML_format>.

use super::category;
use super::collect::{Answer, Collector, Item, Worth};
use super::markup::{Markup, Plain};
use super::words::{About, beginning, explained, feedback};
use super::xml::{Element, Xml, escaped};
use super::{Change, Export, Format, Losses, Lost, Omission, Place, ReadError, WriteOptions};
use crate::question::Question;
use crate::quiz::Quiz;

/// What Moodle says of every answer unless somebody writes something else.
const USUAL: [&str; 3] = [
    "Your answer is correct.",
    "Your answer is partially correct.",
    "Your answer is incorrect.",
];

/// Reads a document.
pub(super) fn read(text: &str, collector: &mut Collector<'_>) -> Result<(), ReadError> {
    let mut xml = Xml::new(Format::MoodleXml, text);
    let mut section = String::new();
    while let Some(question) = xml.next(&["question"])? {
        match question.attribute("type") {
            "category" => {
                let path = question.child("category").map(text_of).unwrap_or_default();
                section = category::section(&path);
                let about = question.child("info").map(text_of).unwrap_or_default();
                if about.starts_with("id: ") {
                    collector.about.take_text(&about);
                }
            }
            kind => take(&question, kind, &section, collector),
        }
        collector.at(xml.position(), text.len());
    }
    category::settle(collector);
    Ok(())
}

/// The text of an element's `text`, as it stands there.
fn text_of(element: &Element) -> String {
    element.child("text").map(Element::text).unwrap_or_default()
}

/// The text of an element that says how it is marked up.
fn plain(element: &Element, item: &mut Item) -> Plain {
    let markup = Markup::of(element.attribute("format"));
    let plain = markup.take_out(&text_of(element));
    item.note(plain.marked, plain.media);
    plain
}

fn take(question: &Element, kind: &str, section: &str, collector: &mut Collector<'_>) {
    let place = Place {
        line: Some(question.line),
        ..Place::default()
    };
    let name = question.child("name").map(text_of).unwrap_or_default();
    let mut item = Item {
        place: place.clone(),
        section: section.to_owned(),
        ..Item::default()
    };
    let texts = |name: &str, item: &mut Item| {
        let element = question.child(name);
        element.map(|it| plain(it, item).text).unwrap_or_default()
    };
    item.stem = texts("questiontext", &mut item);
    if kind != "multichoice" && kind != "truefalse" {
        let words = if item.stem.is_empty() {
            &name
        } else {
            &item.stem
        };
        return collector.leave_out(place, words, Omission::Kind(kind.to_owned()));
    }
    let general = texts("generalfeedback", &mut item);
    (item.explanation, item.evidence) = explained(&general);
    let said = [
        "correctfeedback",
        "partiallycorrectfeedback",
        "incorrectfeedback",
    ];
    for name in said {
        let text = texts(name, &mut Item::default());
        if !text.is_empty() && !USUAL.contains(&&*text) {
            item.change(Change::GeneralFeedback);
        }
    }
    item.name = name;
    let id = question.child("idnumber").map(Element::text);
    item.id = id.map(|id| id.trim().to_owned()).unwrap_or_default();
    let shuffles = question.child("shuffleanswers").map(Element::text);
    item.in_order = shuffles.is_some_and(|it| matches!(it.trim(), "0" | "false"));
    for answer in question.children().filter(|it| it.name == "answer") {
        let Plain { text, media, .. } = plain(answer, &mut item);
        let worth = answer.attribute("fraction").trim().parse().unwrap_or(0.0);
        let said = answer.child("feedback");
        let said = said.map(|it| plain(it, &mut item).text);
        item.options.push(Answer {
            text,
            worth: Worth::of(worth),
            feedback: said.unwrap_or_default(),
            media: media > 0,
            ..Answer::default()
        });
    }
    if kind == "truefalse" {
        true_or_false(&mut item);
    }
    let hints = question.children().filter(|it| it.name == "hint").count();
    if hints > 0 {
        item.change(Change::Hints(hints as u32));
    }
    collector.add(item);
}

/// “true” and “false” with capitals, the true one first.
fn true_or_false(item: &mut Item) {
    item.in_order = true;
    for option in &mut item.options {
        match option.text.to_ascii_lowercase().as_str() {
            "true" => "True".clone_into(&mut option.text),
            "false" => "False".clone_into(&mut option.text),
            _ => {}
        }
    }
    crate::sort::by_key(&mut item.options, |option| option.text == "False");
    item.change(Change::TrueFalse);
}

/// Writes a quiz.
pub(super) fn write(quiz: &Quiz, options: WriteOptions) -> Export {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n");
    let mut section = None;
    for question in quiz.questions() {
        if section != Some(&question.section) {
            let is_first = section.is_none();
            section = Some(&question.section);
            let path = category::path(quiz.title(), &question.section);
            let about = if is_first {
                About::text(quiz)
            } else {
                String::new()
            };
            out.push_str("  <question type=\"category\">\n    <category>");
            push_text(&path, &mut out);
            out.push_str("</category>\n");
            push("info", &about, &mut out);
            out.push_str("  </question>\n");
        }
        write_question(question, options, &mut out);
    }
    out.push_str("</quiz>\n");
    let mut losses = Losses::of(quiz, options);
    losses.questions(Lost::Pinned, |question| {
        let pinned = question.options.iter().filter(|it| it.pinned).count();
        pinned > 0 && pinned < question.options.len()
    });
    losses.export(out.into_bytes())
}

fn write_question(question: &Question, options: WriteOptions, out: &mut String) {
    let shuffles = !question.ordered && !question.options.iter().all(|it| it.pinned);
    let feedback = feedback(&question.explanation, options.evidence(question));
    out.push_str("  <question type=\"multichoice\">\n    <name>");
    push_text(&beginning(&question.stem), out);
    out.push_str("</name>\n");
    push("questiontext", &question.stem, out);
    push("generalfeedback", &feedback, out);
    out.push_str(&[
        "    <defaultgrade>1</defaultgrade>\n    <penalty>0.3333333</penalty>\n    <hidden>0</hidden>\n    <idnumber>",
        &question.id,
        "</idnumber>\n    <single>true</single>\n    <shuffleanswers>",
        if shuffles { "true" } else { "false" },
        "</shuffleanswers>\n    <answernumbering>ABCD</answernumbering>\n    <showstandardinstruction>0</showstandardinstruction>\n",
    ].concat());
    for said in [
        "correctfeedback",
        "partiallycorrectfeedback",
        "incorrectfeedback",
    ] {
        push(said, "", out);
    }
    for (nth, choice) in question.options.iter().enumerate() {
        let worth = if nth == question.key { "100" } else { "0" };
        out.push_str(
            &[
                "    <answer fraction=\"",
                worth,
                "\" format=\"plain_text\">",
            ]
            .concat(),
        );
        push_text(&choice.text, out);
        out.push_str("<feedback format=\"plain_text\"><text></text></feedback></answer>\n");
    }
    out.push_str("  </question>\n");
}

/// Writes an element with a text of its own.
fn push(name: &str, text: &str, out: &mut String) {
    out.push_str(&["    <", name, " format=\"plain_text\">"].concat());
    push_text(text, out);
    out.push_str(&["</", name, ">\n"].concat());
}

fn push_text(text: &str, out: &mut String) {
    out.push_str(&["<text>", &escaped(text), "</text>"].concat());
}
