//! The player in one file: a finished build folded into a page that loads nothing.
//!
//! A browser opens such a file by double click, where it would refuse the modules and the wasm of a
//! build beside it. So the steps are: the style, the icon, the script and the wasm go into the page,
//! the links to them go out, the root says `data-single`, and a policy closes the page. The bridge to
//! learning platforms goes in too, before all other scripts, as no script can be added to the page once
//! it has its policy; it sleeps unless the page is packed for one: see [`scorm`](super::scorm).

use std::fmt;
use std::ops::Range;

use base64::{Engine, prelude::BASE64_STANDARD};

use super::policy::{Origin, PolicyError, seal};
use super::tags::{Element, elements, replaced};

/// Where a build's index finds its parts, as addresses relative to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct References {
    /// The style sheet.
    pub style: String,
    /// The script that loads the wasm, called glue.
    pub glue: String,
    /// The program.
    pub wasm: String,
    /// The icon, an SVG.
    pub icon: String,
}

/// A finished build.
#[derive(Debug, Clone, Copy)]
pub struct Parts<'a> {
    /// `index.html`.
    pub index: &'a str,
    /// The style sheet.
    pub style: &'a str,
    /// The script that wasm-bindgen wrote for the target `web`.
    pub glue: &'a str,
    /// The program.
    pub wasm: &'a [u8],
    /// The icon, an SVG.
    pub icon: &'a str,
}

/// A part that the index should name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// `<html>`
    Root,
    /// `<link rel="stylesheet">`
    Style,
    /// `<link rel="modulepreload">`
    Glue,
    /// `<link rel="preload" type="application/wasm">`
    Wasm,
    /// `<link rel="icon">`
    Icon,
    /// The inline script that imports the glue.
    Start,
}

/// Why a build could not be folded into one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FoldError {
    /// The index does not name this part.
    Missing(Part),
    /// The index names this part more than once.
    Repeated(Part),
    /// The index would load something else.
    Loads(String),
    /// The style would load something.
    StyleLoads(String),
    /// The glue imports another script.
    GlueImports,
    /// The glue exports no function under the name `default`.
    GlueStart,
    /// The page could not be given its policy.
    Policy(PolicyError),
}

impl fmt::Display for FoldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(part) => write!(f, "index.html has no {part}"),
            Self::Repeated(part) => write!(f, "index.html has more than one {part}"),
            Self::Loads(address) => {
                write!(f, "index.html loads {address}, which one file cannot hold")
            }
            Self::StyleLoads(what) => write!(f, "the style sheet loads something: {what}"),
            Self::GlueImports => write!(f, "the script of the build imports another script"),
            Self::GlueStart => write!(
                f,
                "the script of the build has no default export to start with"
            ),
            Self::Policy(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for FoldError {}

impl From<PolicyError> for FoldError {
    fn from(error: PolicyError) -> Self {
        Self::Policy(error)
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Root => "<html>",
            Self::Style => "link to a style sheet",
            Self::Glue => "modulepreload link to the script",
            Self::Wasm => "preload link to the wasm",
            Self::Icon => "link to an icon",
            Self::Start => "inline script that imports the script of the build",
        })
    }
}

impl References {
    /// Reads them from a build's index.
    ///
    /// # Errors
    /// When one is missing, or named twice.
    pub fn read(index: &str) -> Result<Self, FoldError> {
        let found = Found::in_index(index)?;
        let address = |element: &Element<'_>| address(element).to_owned();
        Ok(Self {
            style: address(&found.style),
            glue: address(&found.glue),
            wasm: address(&found.wasm),
            icon: address(&found.icon),
        })
    }
}

/// The build as one page: the player, which [`page`](super::page) puts quizzes into.
///
/// # Errors
/// When the index does not name a part, or something would still be loaded.
pub fn fold(parts: &Parts<'_>) -> Result<String, FoldError> {
    check_style(parts.style)?;
    let start = start(parts.glue)?;
    let found = Found::in_index(parts.index)?;
    let icon = BASE64_STANDARD.encode(parts.icon);
    let root = found.root.range.start + "<html".len();
    let is_run = |element: &Element<'_>| element.is_script();
    let first = elements(parts.index)
        .find(is_run)
        .map_or(found.start.start, |it| it.range.start);
    let end = parts.index.rfind("</body").unwrap_or(parts.index.len());
    let script = format!(
        "<script type=\"application/wasm\" id=\"{WASM_ID}\">{}</script><script type=\"module\">{start}</script>",
        BASE64_STANDARD.encode(parts.wasm),
    );
    let changes = vec![
        (root..root, " data-single".to_owned()),
        (
            first..first,
            format!("<script>{}</script>", inside("script", &bridge())),
        ),
        (
            found.style.range,
            format!("<style>{}</style>", inside("style", parts.style)),
        ),
        (
            found.icon.range,
            format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">"),
        ),
        (found.glue.range, String::new()),
        (found.wasm.range, String::new()),
        (found.start, String::new()),
        (end..end, script),
    ];
    let single = replaced(parts.index, changes);
    check_loads(&single)?;
    Ok(seal(&single, Origin::Itself)?)
}

/// The id of the block that holds the wasm.
const WASM_ID: &str = "readback-wasm";

/// What watches a round, and what speaks SCORM of it, as one script that is no module: a module would
/// run after the page's first scripts.
fn bridge() -> String {
    const PARTS: [&str; 2] = [
        include_str!("../../web/events.js"),
        include_str!("../../web/scorm.js"),
    ];
    let lines = PARTS.into_iter().flat_map(str::lines);
    let lines: Vec<_> = lines
        .filter(|line| !line.trim_start().starts_with("//"))
        .map(|line| line.strip_prefix("export ").unwrap_or(line))
        .collect();
    ["(() => {\n", &lines.join("\n"), "\n})();"].concat()
}

/// The elements of an index that stand for its parts.
struct Found<'a> {
    root: Element<'a>,
    style: Element<'a>,
    glue: Element<'a>,
    wasm: Element<'a>,
    icon: Element<'a>,
    start: Range<usize>,
}

impl<'a> Found<'a> {
    fn in_index(index: &'a str) -> Result<Self, FoldError> {
        let glue = only(index, Part::Glue, |it| it.is_link("modulepreload"))?;
        let imports = |it: &Element<'_>| {
            let text = it.text.unwrap_or_default();
            it.is_script() && text.contains("import") && text.contains(address(&glue))
        };
        let start = only(index, Part::Start, imports)?.range;
        let is_wasm = |it: &Element<'_>| {
            it.is_link("preload") && it.attribute("type") == Some("application/wasm")
        };
        Ok(Self {
            root: only(index, Part::Root, |it| it.name == "html")?,
            style: only(index, Part::Style, |it| it.is_link("stylesheet"))?,
            wasm: only(index, Part::Wasm, is_wasm)?,
            icon: only(index, Part::Icon, |it| it.is_link("icon"))?,
            glue,
            start,
        })
    }
}

fn only(
    index: &str,
    part: Part,
    is_part: impl Fn(&Element<'_>) -> bool,
) -> Result<Element<'_>, FoldError> {
    let mut all = elements(index).filter(is_part);
    let first = all.next().ok_or(FoldError::Missing(part))?;
    if all.next().is_some() {
        return Err(FoldError::Repeated(part));
    }
    Ok(first)
}

fn address<'a>(element: &Element<'a>) -> &'a str {
    element.attribute("href").unwrap_or_default()
}

/// The glue and what starts it, as one inline module: exports of a module that nobody can import
/// are allowed, and its address of the wasm is read only where none is given.
fn start(glue: &str) -> Result<String, FoldError> {
    let imports = |text: &str| {
        [
            "from'.",
            "from\".",
            "from '.",
            "from \".",
            "import'",
            "import \"",
        ]
        .iter()
        .any(|it| text.contains(it))
    };
    if imports(glue) {
        return Err(FoldError::GlueImports);
    }
    let init = default_export(glue).ok_or(FoldError::GlueStart)?;
    let glue = inside("script", glue);
    Ok(format!(
        "{glue}
{{
const text = atob(document.getElementById(\"{WASM_ID}\").textContent);
const wasm = await {init}({{ module_or_path: Uint8Array.from(text, (c) => c.charCodeAt(0)) }});
dispatchEvent(new CustomEvent(\"TrunkApplicationStarted\", {{ detail: {{ wasm }} }}));
}}"
    ))
}

/// The name that the glue exports as its default, from `export { a, init as default };`.
fn default_export(glue: &str) -> Option<&str> {
    let before = &glue[..glue.rfind(" as default")?];
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let name = before.rsplit(|c| !is_name(c)).next()?;
    (!name.is_empty()).then_some(name)
}

/// `text` so that no part of it ends the element, or opens a comment in it. The backslash changes
/// nothing inside a string of JavaScript or CSS, and elsewhere neither language has such a sequence.
fn inside(element: &str, text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..=at]);
        rest = &rest[at + 1..];
        let after = rest.as_bytes().get(1..).unwrap_or_default();
        let ends = after
            .get(..element.len())
            .is_some_and(|name| name.eq_ignore_ascii_case(element.as_bytes()));
        if rest.starts_with("!--") || (rest.starts_with('/') && ends) {
            out.push('\\');
        }
    }
    out.push_str(rest);
    out
}

fn check_style(style: &str) -> Result<(), FoldError> {
    if style.contains("@import") {
        return Err(FoldError::StyleLoads("@import".to_owned()));
    }
    for (at, _) in style.match_indices("url(") {
        let address = style[at + 4..].split(')').next().unwrap_or_default();
        let bare = address.trim_start_matches(['"', '\'', ' ']);
        if !bare.starts_with("data:") && !bare.starts_with('#') {
            return Err(FoldError::StyleLoads(address.to_owned()));
        }
    }
    Ok(())
}

/// Looks for anything that a browser would fetch for the page.
fn check_loads(html: &str) -> Result<(), FoldError> {
    const LOADING: [&str; 8] = [
        "stylesheet",
        "icon",
        "apple-touch-icon",
        "manifest",
        "preload",
        "modulepreload",
        "prefetch",
        "preconnect",
    ];
    for element in elements(html) {
        let linked = LOADING
            .iter()
            .any(|rel| element.is_link(rel))
            .then(|| address(&element));
        let source = element
            .attribute("src")
            .or_else(|| element.attribute("srcset"));
        if let Some(loaded) = linked.or(source).filter(|it| !it.starts_with("data:")) {
            return Err(FoldError::Loads(loaded.to_owned()));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = r#"<!doctype html><html lang=en><head><meta charset=utf-8><meta http-equiv="Content-Security-Policy" content="default-src 'self'"><title>Quiz</title><link rel=icon href=./icon.svg><link rel=stylesheet href=./style.css integrity=sha384-x><script>boot()</script><script type=module>import a from"./page.js";await a({module_or_path:"./page.wasm"})</script><link crossorigin=anonymous href=./page.js rel=modulepreload integrity=sha384-y><link href=./page.wasm rel=preload as=fetch type=application/wasm></head><body><main>Cover</main></body></html>"#;
    const GLUE: &str =
        "let wasm;\nasync function __wbg_init(a) {}\nexport { initSync, __wbg_init as default };\n";

    fn parts<'a>() -> Parts<'a> {
        Parts {
            index: INDEX,
            style: "p{margin:0}",
            glue: GLUE,
            wasm: b"\0asm",
            icon: "<svg/>",
        }
    }

    fn with_index(index: &str) -> Result<String, FoldError> {
        fold(&Parts { index, ..parts() })
    }

    #[test]
    fn references_are_those_of_the_index() {
        let read = References::read(INDEX).unwrap();
        assert_eq!(
            (
                read.style.as_str(),
                read.glue.as_str(),
                read.wasm.as_str(),
                read.icon.as_str()
            ),
            ("./style.css", "./page.js", "./page.wasm", "./icon.svg")
        );
    }

    #[test]
    fn everything_is_in_the_page_and_nothing_beside_it() {
        let page = fold(&parts()).unwrap();
        assert!(page.starts_with("<!doctype html><html data-single lang=en>"));
        assert!(page.contains("<style>p{margin:0}</style>"));
        assert!(page.contains("href=\"data:image/svg+xml;base64,PHN2Zy8+\""));
        assert!(
            page.contains(
                "<script type=\"application/wasm\" id=\"readback-wasm\">AGFzbQ==</script>"
            )
        );
        assert!(page.contains("await __wbg_init({ module_or_path: "));
        assert!(page.contains("<main>Cover</main><script"));
        assert!(page.ends_with("</script></body></html>"));
        for gone in ["./page", "./style", "./icon", "integrity", "'self'"] {
            assert!(!page.contains(gone), "{gone} is still in {page}");
        }
    }

    #[test]
    fn the_bridge_runs_before_all_else() {
        let page = fold(&parts()).unwrap();
        let scripts: Vec<_> = elements(&page)
            .filter(Element::is_script)
            .map(|script| script.text.unwrap())
            .collect();
        assert!(scripts[0].contains("LMSInitialize") && scripts[0].contains("function follow("));
        assert!(!scripts[0].contains("export ") && !scripts[0].contains("//"));
        assert_eq!(scripts[1], "boot()");
    }

    #[test]
    fn the_page_has_one_policy_and_it_fits() {
        let page = fold(&parts()).unwrap();
        assert_eq!(page.matches("http-equiv").count(), 1);
        assert_eq!(seal(&page, Origin::Itself).unwrap(), page);
    }

    #[test]
    fn each_missing_part_is_named() {
        let cases = [
            ("<html lang=en>", Part::Root),
            (
                "<link rel=stylesheet href=./style.css integrity=sha384-x>",
                Part::Style,
            ),
            ("<link rel=icon href=./icon.svg>", Part::Icon),
            (
                "<link crossorigin=anonymous href=./page.js rel=modulepreload integrity=sha384-y>",
                Part::Glue,
            ),
            (
                "<link href=./page.wasm rel=preload as=fetch type=application/wasm>",
                Part::Wasm,
            ),
            ("import a", Part::Start),
        ];
        for (cut, part) in cases {
            let index = INDEX.replace(cut, "");
            assert_ne!(index, INDEX, "{cut}");
            assert_eq!(with_index(&index), Err(FoldError::Missing(part)));
        }
        assert_eq!(
            FoldError::Missing(Part::Icon).to_string(),
            "index.html has no link to an icon"
        );
    }

    #[test]
    fn a_second_style_sheet_is_refused() {
        let index = INDEX.replace("<title>", "<link rel=stylesheet href=b.css><title>");
        assert_eq!(with_index(&index), Err(FoldError::Repeated(Part::Style)));
    }

    #[test]
    fn what_would_still_be_loaded_is_named() {
        let image = INDEX.replace("Cover", "<img src=a.png>");
        assert_eq!(with_index(&image), Err(FoldError::Loads("a.png".into())));
        let manifest = INDEX.replace("<title>", "<link rel=manifest href=m.json><title>");
        assert_eq!(
            with_index(&manifest),
            Err(FoldError::Loads("m.json".into()))
        );
        let style = |style| fold(&Parts { style, ..parts() });
        assert_eq!(
            style("@import 'a.css'"),
            Err(FoldError::StyleLoads("@import".into()))
        );
        assert_eq!(
            style("a{b:url(a.png)}"),
            Err(FoldError::StyleLoads("a.png".into()))
        );
        assert!(style("a{b:url('data:image/png,'),url(#a)}").is_ok());
    }

    #[test]
    fn links_for_readers_stay() {
        let index = INDEX.replace(
            "<title>",
            "<link rel=canonical href=https://example.org/><title>",
        );
        assert!(with_index(&index).unwrap().contains("https://example.org/"));
    }

    #[test]
    fn glue_that_cannot_stand_alone_is_refused() {
        let glue = |glue| fold(&Parts { glue, ..parts() });
        assert_eq!(
            glue("import * as a from './snippets/a.js';"),
            Err(FoldError::GlueImports)
        );
        assert_eq!(glue("let wasm;"), Err(FoldError::GlueStart));
    }

    #[test]
    fn glue_may_be_minified() {
        let glue = "let a;async function n(t){}export{i as initSync,n as default};";
        assert!(
            fold(&Parts { glue, ..parts() })
                .unwrap()
                .contains("await n({ module_or_path: ")
        );
    }

    #[test]
    fn no_text_leaves_its_element() {
        let glue = format!("const a = '</script><!--</SCRIPT >';\n{GLUE}");
        let page = fold(&Parts {
            glue: &glue,
            style: "p::after{content:'</style>'}",
            ..parts()
        })
        .unwrap();
        assert!(page.contains(r"'<\/script><\!--<\/SCRIPT >'"));
        assert!(page.contains(r"content:'<\/style>'"));
        assert_eq!(elements(&page).filter(|it| it.name == "script").count(), 4);
    }

    #[test]
    fn an_index_without_an_end_of_body_gets_its_script_last() {
        let index = INDEX.replace("</body></html>", "");
        assert!(with_index(&index).unwrap().ends_with("}</script>"));
    }
}
