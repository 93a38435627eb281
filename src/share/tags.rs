//! Reads the tags of a finished build's HTML, to find elements and to replace them.
//!
//! It knows what a build of our own contains: start tags, comments, and elements whose text is not
//! markup. It is no parser for the articles of others.

use std::ops::Range;

use crate::paper::node::escape;

/// A start tag and, for an element whose text is not markup, that text and its end tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Element<'a> {
    /// The name in lower case.
    pub name: String,
    attributes: Vec<(String, &'a str)>,
    /// Where it stands; with its text and end tag, where it has a text.
    pub range: Range<usize>,
    /// Where the start tag ends.
    pub tag_end: usize,
    /// The text of a `script`, `style`, `title` or `textarea`.
    pub text: Option<&'a str>,
}

impl<'a> Element<'a> {
    /// The value of an attribute; empty where it has none.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        let mut attributes = self.attributes.iter();
        attributes
            .find(|(of, _)| of == name)
            .map(|(_, value)| *value)
    }

    /// The start tag with this value of an attribute, whether it had one or not.
    pub fn with(&self, name: &str, value: &str) -> String {
        let others = self.attributes.iter().filter(|(of, _)| of != name);
        // Written as they were read, so what is escaped stays so.
        let others =
            others.map(|(of, value)| format!("{of}=\"{}\" ", value.replace('"', "&quot;")));
        let others: String = others.collect();
        format!("<{} {others}{name}=\"{}\">", self.name, escaped(value))
    }

    /// The names of all attributes, in lower case.
    #[cfg(feature = "fold")]
    pub fn attribute_names(&self) -> impl Iterator<Item = &str> {
        self.attributes.iter().map(|(name, _)| name.as_str())
    }

    /// Whether this is a `link` of that relation.
    #[cfg(feature = "fold")]
    pub fn is_link(&self, rel: &str) -> bool {
        let has = |rels: &str| {
            rels.split_ascii_whitespace()
                .any(|r| r.eq_ignore_ascii_case(rel))
        };
        self.name == "link" && self.attribute("rel").is_some_and(has)
    }

    /// Whether this is the `meta` that carries a policy.
    #[cfg(feature = "fold")]
    pub fn is_policy(&self) -> bool {
        let names = |value: &str| value.eq_ignore_ascii_case("content-security-policy");
        self.name == "meta" && self.attribute("http-equiv").is_some_and(names)
    }

    /// Whether a browser runs this as a script, or hashes it like one: any other type is data.
    #[cfg(feature = "fold")]
    pub fn is_script(&self) -> bool {
        const RUN: [&str; 8] = [
            "",
            "module",
            "importmap",
            "speculationrules",
            "text/javascript",
            "application/javascript",
            "text/ecmascript",
            "application/ecmascript",
        ];
        let kind = self
            .attribute("type")
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase();
        self.name == "script" && RUN.contains(&kind.as_str())
    }
}

/// All elements of `html` in their order; end tags, comments and the doctype are passed over.
pub(super) fn elements(html: &str) -> impl Iterator<Item = Element<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + html[at..].find('<')?;
            let rest = &html[start..];
            if let Some(comment) = rest.strip_prefix("<!--") {
                at = comment
                    .find("-->")
                    .map_or(html.len(), |end| start + 4 + end + 3);
            } else if rest[1..].starts_with(|first: char| first.is_ascii_alphabetic()) {
                let element = element_at(html, start);
                at = element.range.end;
                return Some(element);
            } else {
                at = start + 1;
            }
        }
    })
}

/// A text as HTML that shows it, between tags or in quotes.
pub(super) fn escaped(text: &str) -> String {
    let mut html = String::new();
    escape(text, &mut html);
    html
}

/// `html` with each of `changes` in place of its range.
pub(super) fn replaced(html: &str, mut changes: Vec<(Range<usize>, String)>) -> String {
    changes.sort_by_key(|(range, _)| range.start);
    let mut out = String::with_capacity(html.len());
    let mut kept = 0;
    for (range, new) in changes {
        out.push_str(&html[kept..range.start]);
        out.push_str(&new);
        kept = range.end;
    }
    out.push_str(&html[kept..]);
    out
}

fn element_at(html: &str, start: usize) -> Element<'_> {
    let mut reader = Reader {
        html,
        at: start + 1,
    };
    let name = reader
        .take_until(|c| c.is_ascii_whitespace() || c == '/' || c == '>')
        .to_ascii_lowercase();
    let attributes = std::iter::from_fn(|| reader.attribute()).collect();
    let tag_end = reader.at;
    let (text, end) = match name.as_str() {
        "script" | "style" | "title" | "textarea" => {
            let (text, end) = text_at(html, tag_end, &name);
            (Some(text), end)
        }
        _ => (None, tag_end),
    };
    Element {
        name,
        attributes,
        range: start..end,
        tag_end,
        text,
    }
}

/// The text from `start` to the end tag of `name`, and where that tag ends.
fn text_at<'a>(html: &'a str, start: usize, name: &str) -> (&'a str, usize) {
    let is_end = |at: &usize| {
        let after = html.as_bytes().get(at + 2..).unwrap_or_default();
        after
            .get(..name.len())
            .is_some_and(|it| it.eq_ignore_ascii_case(name.as_bytes()))
            && after
                .get(name.len())
                .is_none_or(|c| c.is_ascii_whitespace() || matches!(c, b'/' | b'>'))
    };
    let tags = html[start..].match_indices("</").map(|(at, _)| start + at);
    let end = tags.into_iter().find(is_end).unwrap_or(html.len());
    let closed = html[end..].find('>').map_or(html.len(), |at| end + at + 1);
    (&html[start..end], closed)
}

/// Reads one start tag from left to right.
struct Reader<'a> {
    html: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn take_until(&mut self, stop: impl Fn(char) -> bool) -> &'a str {
        let rest = &self.html[self.at..];
        let taken = &rest[..rest.find(stop).unwrap_or(rest.len())];
        self.at += taken.len();
        taken
    }

    fn skip(&mut self, found: char) -> bool {
        let here = self.html[self.at..].starts_with(found);
        self.at += if here { found.len_utf8() } else { 0 };
        here
    }

    /// The next attribute, or `None` past the end of the tag.
    fn attribute(&mut self) -> Option<(String, &'a str)> {
        self.take_until(|c| !c.is_ascii_whitespace() && c != '/');
        if self.skip('>') || self.at == self.html.len() {
            return None;
        }
        // A stray `=` where a name should stand belongs to the name.
        let start = self.at;
        self.skip('=');
        self.take_until(|c| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '='));
        let name = self.html[start..self.at].to_ascii_lowercase();
        let after_name = self.at;
        self.take_until(|c| !c.is_ascii_whitespace());
        if !self.skip('=') {
            self.at = after_name;
            return Some((name, ""));
        }
        self.take_until(|c| !c.is_ascii_whitespace());
        for quote in ['"', '\''] {
            if self.skip(quote) {
                let value = self.take_until(|c| c == quote);
                self.skip(quote);
                return Some((name, value));
            }
        }
        Some((
            name,
            self.take_until(|c| c.is_ascii_whitespace() || c == '>'),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(html: &str) -> Vec<String> {
        elements(html).map(|element| element.name).collect()
    }

    #[test]
    fn comments_end_tags_and_the_doctype_are_passed_over() {
        assert_eq!(
            names("<!doctype html><HTML><!-- <a> --><b></b>1 < 2<i>"),
            ["html", "b", "i"]
        );
        assert_eq!(names("<a><!-- never closed <b>"), ["a"]);
    }

    #[test]
    fn markup_inside_a_script_is_text() {
        let html = "<script>if (a</b/.exec(c)) '<p>'</script\n><p>";
        let read: Vec<_> = elements(html).collect();
        assert_eq!(read.len(), 2);
        assert_eq!(read[0].text, Some("if (a</b/.exec(c)) '<p>'"));
        assert_eq!(
            &html[read[0].range.clone()],
            "<script>if (a</b/.exec(c)) '<p>'</script\n>"
        );
    }

    #[test]
    fn a_longer_name_does_not_end_a_script() {
        assert_eq!(
            elements("<script>a</scripts></script>")
                .next()
                .unwrap()
                .text,
            Some("a</scripts>")
        );
    }

    #[test]
    fn an_unclosed_script_runs_to_the_end() {
        let read: Vec<_> = elements("<script>a<b>").collect();
        assert_eq!((read.len(), read[0].text), (1, Some("a<b>")));
    }

    #[test]
    fn attributes_come_quoted_unquoted_and_bare() {
        let element = elements(
            r#"<link REL=stylesheet href="./a b.css" title='>' data-x crossorigin= anonymous>"#,
        )
        .next()
        .unwrap();
        assert_eq!(element.attribute("rel"), Some("stylesheet"));
        assert_eq!(element.attribute("href"), Some("./a b.css"));
        assert_eq!(element.attribute("title"), Some(">"));
        assert_eq!(element.attribute("data-x"), Some(""));
        assert_eq!(element.attribute("crossorigin"), Some("anonymous"));
        assert_eq!(element.attribute("integrity"), None);
        assert!(element.is_link("stylesheet") && !element.is_link("icon"));
    }

    #[test]
    fn an_attribute_is_set_in_its_tag_alone() {
        let element = elements("<html data-single lang=en title='a \"b\" &amp;'><head>")
            .next()
            .unwrap();
        assert_eq!(
            element.with("lang", "a\"<b>&"),
            "<html data-single=\"\" title=\"a &quot;b&quot; &amp;\" lang=\"a&quot;&lt;b&gt;&amp;\">"
        );
    }

    #[test]
    fn an_unquoted_value_keeps_its_slashes() {
        let element = elements("<link href=./a/b.css/>").next().unwrap();
        assert_eq!(element.attribute("href"), Some("./a/b.css/"));
    }

    #[test]
    fn a_cut_tag_ends_with_the_page() {
        for html in [
            "<", "<a", "<a b", "<a b=", "<a b='c", "<script", "</", "<!--",
        ] {
            assert!(
                elements(html).all(|element| element.range.end == html.len()),
                "{html}"
            );
        }
    }

    #[test]
    fn data_is_not_a_script() {
        let is_script = |tag: &str| elements(tag).next().unwrap().is_script();
        assert!(is_script("<script>"));
        assert!(is_script("<script type=module>"));
        assert!(is_script("<script type=' Text/JavaScript '>"));
        assert!(!is_script("<script type=application/json>"));
        assert!(!is_script("<script type='application/wasm'>"));
        assert!(!is_script("<style>"));
    }

    #[test]
    fn changes_apply_in_the_order_of_the_page() {
        assert_eq!(
            replaced(
                "abcd",
                vec![(3..4, "4".into()), (0..1, "1".into()), (2..2, "-".into())]
            ),
            "1b-c4"
        );
    }
}
