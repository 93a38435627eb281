//! A quiz on paper as one HTML file, to be printed by any browser.

use std::fmt::{self, Display, Formatter};

use super::policy;
use crate::paper::node::{Element, escape};
use crate::paper::{Key, Paper, STYLE};
use crate::words;

/// A size of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// 210 by 297 millimetres.
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

impl Display for Size {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::A4 => "A4",
            Self::Letter => "letter",
        })
    }
}

/// The sheets as one page that loads nothing and runs nothing. Without a size they are as large as
/// the paper that the reader's browser prints on.
#[must_use]
pub fn file(paper: &Paper, key: Option<Key>, size: Option<Size>) -> String {
    let size = size.map_or(String::new(), |size| format!("@page {{ size: {size}; }}\n"));
    let style = [STYLE, "body { margin: 0; }\n", &size].concat();
    let policy = format!(
        "default-src 'none'; style-src {}; base-uri 'none'; form-action 'none'",
        policy::hash(&style)
    );
    let mut title = String::new();
    escape(&words::page_title(paper.title()), &mut title);
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n",
        words::LANG,
    );
    let sheets = paper.sheets(key);
    Element::of_class("main", "paper")
        .children(sheets)
        .write(&mut html);
    html.push_str("\n</body>\n</html>\n");
    html
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::tests::quiz;

    #[test]
    fn the_policy_allows_the_style_and_nothing_else() {
        let html = file(&Paper::new(&quiz(3), 2, 7), None, Some(Size::Letter));
        let (_, rest) = html.split_once("<style>").unwrap();
        let (style, _) = rest.split_once("</style>").unwrap();
        assert!(style.ends_with("@page { size: letter; }\n"));
        assert!(html.contains(&format!("style-src {};", policy::hash(style))));
        assert!(!html.contains("<script") && !html.contains(" style="));
    }

    #[test]
    fn the_paper_is_the_readers_unless_one_is_named() {
        let html = file(&Paper::new(&quiz(3), 1, 7), None, None);
        assert!(!html.contains("size: A4") && !html.contains("size: letter"));
    }
}
