//! Anki's notes in plain text: a question with its options on the front, the key and why it is right
//! on the back, the section as a tag. Written only: on a card, options are no options any more.
//!
//! See <https://docs.ankiweb.net/importing/text-files.html>.

use ::csv::{QuoteStyle, WriterBuilder};

use super::words::{clean, feedback, line};
use super::{Export, Losses, Lost, WriteOptions};
use crate::quiz::Quiz;
use crate::words::letter;

/// Writes a quiz.
pub(super) fn write(quiz: &Quiz, options: WriteOptions) -> Export {
    // Two colons would make a deck within a deck.
    let deck = line(quiz.title()).replace("::", ": ");
    let head = [
        "#separator:tab\n#html:false\n#notetype:Basic\n#deck:",
        &deck,
        "\n#tags column:3\n",
    ]
    .concat();
    let mut notes = WriterBuilder::new()
        .delimiter(b'\t')
        .quote_style(QuoteStyle::Always)
        .from_writer(head.into_bytes());
    for question in quiz.questions() {
        let option = |nth: usize| {
            let text = question.options.get(nth).map_or("", |it| &it.text);
            [&letter(nth), ") ", &clean(text)].concat()
        };
        let all: Vec<_> = (0..question.options.len()).map(option).collect();
        let front = [&*clean(&question.stem), "\n\n", &all.join("\n")].concat();
        let why = feedback(&question.explanation, options.evidence(question));
        let gap = if why.is_empty() { "" } else { "\n\n" };
        let back = [&*option(question.key), gap, &why].concat();
        let tag = line(&question.section).replace(' ', "_");
        // Nothing can go wrong while writing to memory.
        let _ = notes.write_record([front, back, tag]);
    }
    let mut losses = Losses::of(quiz, options);
    for lost in [Lost::Summary, Lost::Language, Lost::Source] {
        losses.quiz(lost);
    }
    losses.pinned();
    losses.export(notes.into_inner().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::super::tests::sample;
    use super::*;

    #[test]
    fn a_note_has_question_key_and_tag() {
        let export = write(&sample(), WriteOptions::default());
        let text = String::from_utf8(export.bytes).expect("is UTF-8");
        assert!(text.starts_with("#separator:tab\n#html:false\n"), "{text}");
        let notes = text.split_once("#tags column:3\n").expect("a head").1;
        let mut rows = ::csv::ReaderBuilder::new()
            .delimiter(b'\t')
            .has_headers(false)
            .from_reader(notes.as_bytes());
        let rows: Vec<_> = rows.records().map(|row| row.expect("a row")).collect();
        assert_eq!(rows.len(), sample().questions().len());
        assert!(
            rows.iter()
                .all(|row| row.len() == 3 && !row[2].contains(' '))
        );
        assert!(rows[0][0].contains("\nA) ") && rows[0][1].contains("Source: "));
    }
}
