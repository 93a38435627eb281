//! Any bytes, read as an article of every form: its parts lie in its text, in order.
#![no_main]

use libfuzzer_sys::fuzz_target;
use readback::article::{Article, Form};
use readback::sentence::sentences;

fuzz_target!(|bytes: &[u8]| {
    let pasted = String::from_utf8_lossy(bytes);
    let told = Form::of(&pasted, None);
    for form in [told, Form::Text, Form::Markdown, Form::Html] {
        read(&Article::read(&pasted, form, None), &pasted);
    }
});

fn read(article: &Article, pasted: &str) {
    let text = article.text();
    let mut end = 0;
    for paragraph in article.paragraphs() {
        assert!(paragraph.section < article.sections().len(), "a section");
        assert!(paragraph.range.start >= end, "in order");
        end = paragraph.range.end;
        let words = &text[paragraph.range.clone()];
        assert!(!words.trim().is_empty(), "a paragraph says something");
        let from = article.pasted(paragraph.range.clone());
        assert!(pasted.get(from).is_some(), "it stood in what was pasted");
    }
    let mut end = 0;
    for sentence in sentences(article) {
        let paragraph = &article.paragraphs()[sentence.paragraph].range;
        assert!(sentence.range.start >= end, "in order");
        assert!(paragraph.start <= sentence.range.start && sentence.range.end <= paragraph.end);
        end = sentence.range.end;
        let words = &text[sentence.range.clone()];
        assert!(!words.is_empty() && words.trim() == words, "no space around");
    }
}
