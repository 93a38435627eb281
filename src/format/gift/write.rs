//! To GIFT.

use super::{FORMATS, SPECIAL};
use crate::format::category;
use crate::format::markup::is_marked;
use crate::format::words::{About, clean, feedback};
use crate::format::{Export, Losses, WriteOptions};
use crate::quiz::Quiz;

/// Writes a quiz.
pub(in crate::format) fn write(quiz: &Quiz, options: WriteOptions) -> Export {
    let mut out = String::new();
    for (name, text) in About::lines(quiz) {
        out.push_str(&["// quiz ", name, ": ", &text, "\n"].concat());
    }
    let mut section = None;
    for question in quiz.questions() {
        out.push('\n');
        if section != Some(&question.section) {
            section = Some(&question.section);
            let path = category::path(quiz.title(), &question.section);
            out.push_str(&["$CATEGORY: ", &path, "\n\n"].concat());
        }
        let evidence = options.evidence(question);
        let feedback = feedback(&question.explanation, evidence);
        let texts = || question.options.iter().map(|choice| &*choice.text);
        let is_plain = [&*question.stem, &feedback]
            .into_iter()
            .chain(texts())
            .any(is_marked);
        out.push_str(&["// [id:", &question.id, "]\n::", &question.id, "::"].concat());
        out.push_str(if is_plain { "[plain]" } else { "" });
        push(&question.stem, is_plain, &mut out);
        out.push_str(" {\n");
        for (nth, text) in texts().enumerate() {
            let is_key = nth == question.key;
            out.push_str(if is_key { "\t=" } else { "\t~" });
            if clean(text).starts_with('%') {
                // Else the text would be taken for a weight.
                out.push_str(if is_key { "%100%" } else { "%0%" });
            }
            push(text, false, &mut out);
            out.push('\n');
        }
        if !feedback.is_empty() {
            out.push_str("\t####");
            push(&feedback, false, &mut out);
            out.push('\n');
        }
        out.push_str("}\n");
    }
    let mut losses = Losses::of(quiz, options);
    losses.pinned();
    losses.export(out.into_bytes())
}

/// Writes a text so that no character of it means anything; `is_told` where it is said already that
/// it is plain.
fn push(text: &str, is_told: bool, out: &mut String) {
    let text = clean(text);
    let looks_told = FORMATS
        .iter()
        .any(|name| text.starts_with(&["[", name, "]"].concat()));
    if looks_told && !is_told {
        out.push_str("[plain]");
    }
    for c in text.chars() {
        if c == '\n' {
            out.push_str("\\n");
            continue;
        }
        if SPECIAL.contains(&c) {
            out.push('\\');
        }
        out.push(c);
    }
}
