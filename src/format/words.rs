//! What formats share of texts: cleaning, the feedback that holds explanation and evidence, and the
//! lines that say what a quiz is about.

use std::borrow::Cow;

use crate::fact::Source;
use crate::quiz::Quiz;

/// What a citation begins with.
const SOURCE: &str = "Source:";

/// A text without what no format carries: characters that control devices, and space around it.
/// Lines end in a line feed, and a tab is a space.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    let other =
        |c: char| c.is_control() && c != '\n' || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    if !text.contains(other) {
        return Cow::Borrowed(text);
    }
    let mut cleaned = String::with_capacity(text.len());
    let mut after_return = false;
    for c in text.chars() {
        match c {
            '\r' => cleaned.push('\n'),
            '\n' if after_return => {}
            '\t' => cleaned.push(' '),
            c if other(c) => {}
            c => cleaned.push(c),
        }
        after_return = c == '\r';
    }
    Cow::Owned(cleaned.trim().to_owned())
}

/// A text in one line, its words parted by single spaces.
pub(super) fn line(text: &str) -> String {
    let text = clean(text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text as mark-up carries it: single spaces, no space around lines, one empty line at most.
pub(super) fn spaced(text: &str) -> String {
    let text = clean(text);
    let mut spaced = String::with_capacity(text.len());
    let mut breaks = 0;
    for words in text.lines().map(line) {
        if !words.is_empty() {
            if !spaced.is_empty() {
                spaced.push_str(if breaks > 1 { "\n\n" } else { "\n" });
            }
            spaced.push_str(&words);
            breaks = 0;
        }
        breaks += 1;
    }
    spaced
}

/// The beginning of a text, to name a question by.
pub(super) fn beginning(text: &str) -> String {
    /// In characters.
    const LONG: usize = 60;
    let text = line(text);
    match text.char_indices().nth(LONG) {
        Some((end, _)) => [text[..end].trim_end(), "…"].concat(),
        None => text,
    }
}

/// An explanation and what it cites as one text: the citation is the last paragraph and begins with
/// “Source:”. A line that begins so otherwise gets a backslash before it, or one more.
pub(super) fn feedback(explanation: &str, evidence: &str) -> String {
    let (explanation, evidence) = (clean(explanation), clean(evidence));
    let mut text = String::new();
    guard(&explanation, true, &mut text);
    if !evidence.is_empty() {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(SOURCE);
        text.push(' ');
        guard(&evidence, false, &mut text);
    }
    text
}

/// The explanation and the evidence of such a text.
pub(super) fn explained(feedback: &str) -> (String, String) {
    let mut explanation = String::new();
    let mut evidence: Option<String> = None;
    for (nth, line) in feedback.split('\n').enumerate() {
        if evidence.is_none()
            && let Some(cited) = line.strip_prefix(SOURCE)
        {
            evidence = Some(cited.trim_start().to_owned());
            continue;
        }
        let text = evidence.as_mut().unwrap_or(&mut explanation);
        if nth > 0 {
            text.push('\n');
        }
        let slashes = line.len() - line.trim_start_matches('\\').len();
        let guarded = slashes > 0 && line[slashes..].starts_with(SOURCE);
        text.push_str(&line[usize::from(guarded)..]);
    }
    let trimmed = |text: String| text.trim().to_owned();
    (trimmed(explanation), trimmed(evidence.unwrap_or_default()))
}

/// Writes a text so that none of its lines, or none but the first, reads as a citation.
fn guard(text: &str, first: bool, to: &mut String) {
    for (nth, line) in text.split('\n').enumerate() {
        if nth > 0 {
            to.push('\n');
        }
        if (nth > 0 || first) && line.trim_start_matches('\\').starts_with(SOURCE) {
            to.push('\\');
        }
        to.push_str(line);
    }
}

/// What is known of a quiz beside its questions.
#[derive(Debug, Default)]
pub(super) struct About {
    /// Its id, if it has one of its own.
    pub id: String,
    pub title: String,
    pub summary: String,
    pub lang: String,
    pub source: Source,
}

impl About {
    /// What a quiz is about, by name, without what is not known: all texts in one line, a line feed
    /// in them as `\n` and a backslash as two.
    pub fn lines(quiz: &Quiz) -> Vec<(&'static str, String)> {
        let Source {
            publisher,
            about,
            title: headline,
            date,
            url,
        } = quiz.source();
        let known = |text: &Option<String>| text.clone().unwrap_or_default();
        let lines = [
            ("id", quiz.id().to_owned()),
            ("title", quiz.title().to_owned()),
            ("summary", quiz.summary().to_owned()),
            ("language", quiz.lang().to_owned()),
            ("publisher", publisher.clone()),
            ("about", about.clone()),
            ("headline", known(headline)),
            ("date", known(date)),
            ("link", known(url)),
        ];
        let lines = lines.into_iter();
        lines
            .map(|(name, text)| (name, escaped(&clean(&text))))
            .filter(|(_, text)| !text.is_empty())
            .collect()
    }

    /// Takes such a line; whether it is one.
    pub fn take(&mut self, name: &str, text: &str) -> bool {
        let text = unescaped(text.trim());
        let some = || Some(text.clone()).filter(|text| !text.is_empty());
        match name {
            "id" => self.id = text,
            "title" => self.title = text,
            "summary" => self.summary = text,
            "language" => self.lang = text,
            "publisher" => self.source.publisher = text,
            "about" => self.source.about = text,
            "headline" => self.source.title = some(),
            "date" => self.source.date = some(),
            "link" => self.source.url = some(),
            _ => return false,
        }
        true
    }

    /// The same as a text of lines, each `name: text`.
    pub fn text(quiz: &Quiz) -> String {
        let lines: Vec<_> = Self::lines(quiz)
            .into_iter()
            .map(|(name, text)| [name, ": ", &text].concat())
            .collect();
        lines.join("\n")
    }

    /// Takes a text of such lines; any other line is passed over.
    pub fn take_text(&mut self, text: &str) {
        for line in text.lines() {
            if let Some((name, text)) = line.split_once(':') {
                self.take(name.trim(), text);
            }
        }
    }
}

/// A text in one line, from which [`unescaped`] has it back.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n")
}

fn unescaped(text: &str) -> String {
    let mut unescaped = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n') => unescaped.push('\n'),
                Some(c) => unescaped.push(c),
                None => unescaped.push('\\'),
            },
            c => unescaped.push(c),
        }
    }
    unescaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::*;

    #[test]
    fn a_citation_is_told_from_the_explanation() {
        assert_eq!(
            feedback("It was.", "It is so."),
            "It was.\n\nSource: It is so."
        );
        assert_eq!(feedback("", ""), "");
        assert_eq!(explained("Source: x"), (String::new(), "x".to_owned()));
        assert_eq!(explained("It was."), ("It was.".to_owned(), String::new()));
    }

    #[test]
    fn texts_are_cleaned() {
        assert_eq!(clean(" a\r\nb\rc\td\u{7}e\u{ffff} "), "a\nb\nc de");
        assert_eq!(line("a\n  b\t c"), "a b c");
        assert_eq!(spaced("a  b \n c\n\n\n\nd"), "a b\nc\n\nd");
        assert_eq!(beginning(&"ab ".repeat(40)).chars().count(), 60);
    }

    proptest! {
        #[test]
        fn feedback_comes_apart_as_it_was_put_together(
            explanation in r"(\\{0,2}(Source:|a| |\n)){0,6}",
            evidence in r"(\\{0,2}(Source:|a| |\n)){0,6}",
        ) {
            let told = feedback(&explanation, &evidence);
            let expected = (clean(&explanation).into_owned(), clean(&evidence).into_owned());
            prop_assert_eq!(explained(&told), expected);
        }

        #[test]
        fn a_line_about_a_quiz_reads_back(text in r"[a\\n\n]{0,12}") {
            let text = clean(&text).into_owned();
            prop_assert_eq!(escaped(&text).lines().count(), usize::from(!text.is_empty()));
            prop_assert_eq!(unescaped(&escaped(&text)), text);
        }
    }
}
