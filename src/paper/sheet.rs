//! The sheets: what stands on them, in which order.

use super::node::Element;
use super::{Key, Paper, Version};
use crate::fact::Source;
use crate::question::Question;
use crate::words;

/// Characters of an option up to which two of them share a line.
const SHORT: usize = 30;

impl Paper {
    /// A sheet for each version and, if wanted, one with the key to all of them.
    #[must_use]
    pub fn sheets(&self, key: Option<Key>) -> Vec<Element> {
        let worksheets = self.versions.iter().map(|version| self.worksheet(version));
        worksheets.chain(key.map(|key| self.key(key))).collect()
    }

    fn worksheet(&self, version: &Version) -> Element {
        let line = |label| {
            Element::of_class("p", "line")
                .child(Element::new("span").text(label))
                .child(Element::new("span"))
        };
        let count = version.questions.len();
        let about = Element::of_class("header", "head")
            .children(
                self.named(version)
                    .map(|name| Element::of_class("p", "version").text(&name)),
            )
            .child(self.in_its_language("h1").text(&self.title))
            .child(Element::of_class("div", "lines").children([
                line(words::PAPER_NAME),
                line(words::PAPER_DATE),
                Element::of_class("p", "score").text(&words::paper_score(count)),
            ]))
            .child(Element::of_class("p", "task").text(words::PAPER_TASK));
        let questions = version.questions.iter().map(asked);
        self.sheet(version.letter.to_ascii_lowercase().to_string().as_str())
            .child(about)
            .child(
                self.in_its_language("ol")
                    .with("class", "questions")
                    .children(questions),
            )
    }

    /// The letters, version by version, and then what there is to say of each answer.
    fn key(&self, key: Key) -> Element {
        let letters = self.versions.iter().map(|version| {
            let letter =
                |question: &Question| Element::new("li").text(&words::letter(question.key));
            Element::of_class("section", "letters")
                .children(
                    self.named(version)
                        .map(|name| Element::new("h2").text(&name)),
                )
                .child(Element::new("ol").children(version.questions.iter().map(letter)))
        });
        let source = Some(self.cited()).filter(|source| !source.is_empty());
        let head = Element::of_class("header", "head")
            .child(Element::of_class("p", "version").text(words::PAPER_KEY))
            .child(self.in_its_language("h1").text(&self.title))
            .children(source.map(|source| {
                self.in_its_language("p")
                    .with("class", "task")
                    .text(words::SOURCE)
                    .text(&source)
            }));
        let sheet = self.sheet("key").child(head).children(letters);
        if key.explanations || key.sources {
            sheet
                .child(Element::new("h2").text(words::PAPER_ANSWERS))
                .child(self.answers(key))
        } else {
            sheet
        }
    }

    /// Every question once, in the order of the quiz, with where it stands in each version.
    fn answers(&self, key: Key) -> Element {
        let first = &self.versions[0];
        let answer = |nth: usize| {
            let question = &first.questions[first.places[nth]];
            let places: Vec<_> = self
                .versions
                .iter()
                .map(|version| {
                    let place = version.places[nth];
                    let letter = words::letter(version.questions[place].key);
                    words::paper_place(self.letter(version), place + 1, &letter)
                })
                .collect();
            let explanation =
                Some(&question.explanation).filter(|text| key.explanations && !text.is_empty());
            // What is made of an article cites the sentence as its explanation.
            let is_told = explanation.is_some_and(|text| text.contains(&question.evidence));
            let evidence =
                Some(&question.evidence).filter(|text| key.sources && !text.is_empty() && !is_told);
            let paragraph =
                |class, text: &str| self.in_its_language("p").with("class", class).text(text);
            Element::new("li")
                .child(Element::of_class("p", "places").text(&places.join(words::PAPER_BETWEEN)))
                .child(paragraph("stem", &question.stem))
                .child(paragraph("answer", question.key_text()))
                .children(explanation.map(|text| paragraph("why", text)))
                .children(evidence.map(|text| paragraph("why", &words::article_says(text))))
        };
        Element::of_class("ol", "answers").children((0..first.places.len()).map(answer))
    }

    /// What the quiz cites, in a line; empty where it does not know.
    fn cited(&self) -> String {
        let Source {
            publisher,
            about,
            title,
            date,
            url,
        } = &self.source;
        let parts = [
            Some(publisher),
            Some(about),
            title.as_ref(),
            date.as_ref(),
            url.as_ref(),
        ];
        let parts: Vec<_> = parts
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect();
        parts
            .iter()
            .map(|part| part.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// “Version A”, where there are several.
    fn named(&self, version: &Version) -> Option<String> {
        self.letter(version).map(words::paper_version)
    }

    fn letter(&self, version: &Version) -> Option<char> {
        (self.versions.len() > 1).then_some(version.letter)
    }

    /// An element that holds texts of the quiz, which may be in another language or direction than
    /// ours.
    fn in_its_language(&self, tag: &'static str) -> Element {
        Element::new(tag)
            .with("lang", &self.lang)
            .with("dir", "auto")
    }

    /// A sheet; where there are several versions, its pages bear the letter.
    fn sheet(&self, page: &str) -> Element {
        let page = if page != "key" && self.versions.len() == 1 {
            ""
        } else {
            page
        };
        Element::of_class("article", &["sheet ", page].concat())
    }
}

/// A question as it is asked.
fn asked(question: &Question) -> Element {
    let options = question
        .options
        .iter()
        .map(|choice| Element::new("li").text(&choice.text));
    let is_short = question
        .options
        .iter()
        .all(|choice| choice.text.chars().count() <= SHORT);
    let class = if is_short { "options short" } else { "options" };
    // Without a direction of its own, so that its number stays on the side where the list has room.
    Element::new("li")
        .child(Element::of_class("p", "stem").text(&question.stem))
        .child(Element::of_class("ol", class).children(options))
}
