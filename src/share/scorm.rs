//! A quiz as a SCORM 1.2 package, for learning platforms: a zip with a manifest and one page.
//!
//! The page is that of [`page`], whose root says that it is packed for a platform; that wakes the
//! bridge in it, `web/scorm.js`. The manifest is that of the SCORM 1.2 Content Aggregation Model: one
//! organization with one item, the page, which is a SCO.

use std::fmt;

use super::page::{PageError, page};
use super::tags::{Element, elements, escaped, replaced};
use crate::bank::Bank;
use crate::pack::pack;

/// The name that a package's page has in it, and that its manifest launches.
const PAGE: &str = "index.html";

/// What wakes the bridge in a player that has one.
const BRIDGE: &str = "LMSInitialize";

/// Why there is no package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScormError {
    /// What was given is no player.
    Page(PageError),
    /// The player is of a version that cannot speak to a platform.
    NoBridge,
}

impl fmt::Display for ScormError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page(error) => error.fmt(f),
            Self::NoBridge => f.write_str("is of an earlier version, which knows no SCORM"),
        }
    }
}

impl std::error::Error for ScormError {}

impl From<PageError> for ScormError {
    fn from(error: PageError) -> Self {
        Self::Page(error)
    }
}

/// The package of a quiz, a zip; the same bytes for the same quiz and player. A learner passes with so
/// many hundredths of the answers right; where there is no such mark, to finish is enough.
///
/// # Errors
/// When `player` is no `readback.html`, or an earlier one.
pub fn package(player: &str, quiz: &Bank, pass: Option<u8>) -> Result<Vec<u8>, ScormError> {
    let mut html = with(&page(player, quiz)?, "data-host", "scorm");
    if !html.contains(BRIDGE) {
        return Err(ScormError::NoBridge);
    }
    if let Some(pass) = pass {
        html = with(&html, "data-pass", &pass.to_string());
    }
    let manifest = manifest(quiz, pass);
    Ok(pack([("imsmanifest.xml", &*manifest), (PAGE, &*html)]))
}

/// A page whose root has this value of an attribute.
fn with(html: &str, name: &str, value: &str) -> String {
    let is_root = |element: &Element<'_>| element.name == "html";
    let root = elements(html).find(is_root);
    let change = root.map(|root| (root.range.clone(), root.with(name, value)));
    replaced(html, change.into_iter().collect())
}

fn manifest(quiz: &Bank, pass: Option<u8>) -> String {
    let id = quiz.id().replace('/', "-");
    let title = text(quiz.title());
    let pass = pass.map_or(String::new(), |pass| {
        format!("<adlcp:masteryscore>{pass}</adlcp:masteryscore>")
    });
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="readback-{id}" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="organization">
    <organization identifier="organization">
      <title>{title}</title>
      <item identifier="item" identifierref="page">
        <title>{title}</title>
        {pass}
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="{PAGE}">
      <file href="{PAGE}"/>
    </resource>
  </resources>
</manifest>
"#
    )
}

/// A text in XML 1.0, which has no control characters and escapes no others than HTML does.
fn text(text: &str) -> String {
    let is_control = |c: char| c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}');
    let text: String = text
        .chars()
        .map(|c| if is_control(c) { ' ' } else { c })
        .collect();
    escaped(&text)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use zip::{DateTime, ZipArchive};

    use super::*;
    use crate::quiz::Quiz;

    const PLAYER: &str = "<!doctype html><html data-single lang=en><head><title>A</title><script>api.LMSInitialize('')</script></head></html>";

    fn bank(title: &str) -> Bank {
        let quiz = serde_json::json!({
            "version": 1, "id": "harbour/new", "title": title, "lang": "en",
            "questions": [{
                "id": "cost", "fact": "cost", "section": "", "stem": "What?",
                "options": [{ "text": "a" }, { "text": "b" }, { "text": "c" }],
                "key": 0, "explanation": "", "evidence": "",
            }],
        });
        Bank::from_quiz(&Quiz::from_json(&quiz.to_string()).expect("is valid"))
    }

    fn read(bytes: &[u8]) -> Vec<(String, String)> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("is a zip");
        let file = |nth| {
            let mut file = zip.by_index(nth).expect("is there");
            assert_eq!(file.last_modified(), Some(DateTime::default()));
            let mut text = String::new();
            file.read_to_string(&mut text).expect("is a text");
            (file.name().expect("UTF-8").into_owned(), text)
        };
        (0..2).map(file).collect()
    }

    #[test]
    fn a_package_holds_its_manifest_and_its_page() {
        let files = read(&package(PLAYER, &bank("Harbour"), Some(60)).expect("is packed"));
        let [(first, manifest), (second, html)] = &files[..] else {
            panic!("two files")
        };
        assert_eq!((&**first, &**second), ("imsmanifest.xml", PAGE));
        for part in [
            "identifier=\"readback-harbour-new\"",
            "<adlcp:masteryscore>60</adlcp:masteryscore>",
            "adlcp:scormtype=\"sco\" href=\"index.html\"",
        ] {
            assert!(manifest.contains(part), "{part} is not in {manifest}");
        }
        assert!(
            html.contains("data-host=\"scorm\" data-pass=\"60\""),
            "{html}"
        );
        assert!(html.contains("id=\"readback-quiz\""));
    }

    #[test]
    fn without_a_mark_there_is_none() {
        let files = read(&package(PLAYER, &bank("Harbour"), None).expect("is packed"));
        assert!(!files[0].1.contains("masteryscore") && !files[1].1.contains("data-pass"));
    }

    #[test]
    fn the_same_quiz_makes_the_same_bytes() {
        let packed = || package(PLAYER, &bank("Harbour"), Some(60)).expect("is packed");
        assert_eq!(packed(), packed());
    }

    #[test]
    fn a_title_stays_text_in_the_manifest() {
        let title = "</title>&]]><!--\u{0}\u{8}\u{fffe} \"a'";
        let files = read(&package(PLAYER, &bank(title), None).expect("is packed"));
        let titles = files[0]
            .1
            .matches("<title>&lt;/title&gt;&amp;]]&gt;&lt;!--    &quot;a'</title>");
        assert_eq!(titles.count(), 2, "{}", files[0].1);
    }

    #[test]
    fn what_cannot_speak_to_a_platform_is_refused() {
        let deaf = PLAYER.replace("LMSInitialize", "boot");
        let packed = |player| package(player, &bank("Harbour"), None);
        assert_eq!(packed(&deaf), Err(ScormError::NoBridge));
        assert_eq!(packed("Notes"), Err(ScormError::Page(PageError::NoPlayer)));
    }
}
