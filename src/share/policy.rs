//! The Content-Security-Policy of a finished page, from what the page contains.
//!
//! The policy names each inline script and style by its hash, so nothing that is put into the page
//! later runs. It is written into the page itself: a static host sends no headers of ours.

use std::fmt;

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

use super::tags::{Element, elements, replaced};

/// Where a page takes its parts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// From files beside it, on the host that serves it.
    Host,
    /// From itself: it is one file, and loads nothing.
    Itself,
}

/// Why a page could not be sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PolicyError {
    /// There is no `<meta charset>` for the policy to follow.
    NoCharset,
    /// Trunk's live reload is in the page; it changes as it is served, so no hash fits it.
    LiveReload,
    /// A browser under the policy would ignore this attribute.
    Inline {
        /// The element's name.
        element: String,
        /// The attribute's name.
        attribute: String,
    },
    /// A page of one file would load this script.
    External(String),
}

impl fmt::Display for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCharset => write!(f, "the page has no <meta charset> for the policy to follow"),
            Self::LiveReload => write!(f, "live reload is in the page, and no hash fits it"),
            Self::Inline { element, attribute } => {
                write!(
                    f,
                    "the policy would block `{attribute}` on <{element}>: use a class, or a listener"
                )
            }
            Self::External(src) => write!(f, "a page of one file cannot load the script {src}"),
        }
    }
}

impl std::error::Error for PolicyError {}

/// The Trusted Types policies there may be: `studio-loader.js` makes one for the workers' addresses,
/// `web/offline.js` one for the service worker's.
const TRUSTED_TYPES: &str = "readback readback-offline";

/// What stands in Trunk's live reload until it is served.
const LIVE_RELOAD: &str = "{{__TRUNK_ADDRESS__}}";

/// The policy for `html` as it stands.
///
/// # Errors
/// When the page holds something that no hash can allow.
///
/// ```
/// use readback::share::policy::{Origin, policy};
///
/// let policy = policy("<style>p { margin: 0 }</style>", Origin::Itself).unwrap();
/// assert!(policy.contains("style-src 'sha256-"));
/// assert!(!policy.contains("unsafe-inline"));
/// ```
pub fn policy(html: &str, origin: Origin) -> Result<String, PolicyError> {
    if html.contains(LIVE_RELOAD) {
        return Err(PolicyError::LiveReload);
    }
    let own = match origin {
        Origin::Host => vec!["'self'".to_owned()],
        Origin::Itself => Vec::new(),
    };
    let mut scripts = own.clone();
    scripts.push("'wasm-unsafe-eval'".to_owned());
    let mut styles = own;
    for element in elements(html) {
        check_attributes(&element)?;
        let text = element.text.unwrap_or_default();
        if element.is_script() {
            match element.attribute("src") {
                None => add(&mut scripts, text),
                Some(src) if origin == Origin::Itself => {
                    return Err(PolicyError::External(src.to_owned()));
                }
                Some(_) => {}
            }
        } else if element.name == "style" {
            add(&mut styles, text);
        }
    }
    // The one frame of the host's own page is the preview of a quiz in somebody's page.
    let (image, connect, worker, types) = match origin {
        Origin::Host => (
            "'self'",
            "'self'",
            "'self'; manifest-src 'self'; frame-src 'self'",
            TRUSTED_TYPES,
        ),
        Origin::Itself => ("data:", "'none'", "'none'", "'none'"),
    };
    let styles = if styles.is_empty() {
        "'none'".to_owned()
    } else {
        styles.join(" ")
    };
    Ok(format!(
        "default-src 'none'; script-src {}; style-src {styles}; img-src {image}; connect-src {connect}; \
         worker-src {worker}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
         trusted-types {types}",
        scripts.join(" "),
    ))
}

/// `html` with its policy in place, right after the character set; an earlier policy goes.
///
/// # Errors
/// As for [`policy`], and when there is no `<meta charset>`.
pub fn seal(html: &str, origin: Origin) -> Result<String, PolicyError> {
    let policy = policy(html, origin)?;
    let is_charset =
        |element: &Element<'_>| element.name == "meta" && element.attribute("charset").is_some();
    let charset = elements(html)
        .find(is_charset)
        .ok_or(PolicyError::NoCharset)?;
    let after = charset.range.end..charset.range.end;
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let earlier = elements(html)
        .filter(Element::is_policy)
        .map(|element| (element.range, String::new()));
    Ok(replaced(
        html,
        std::iter::once((after, meta)).chain(earlier).collect(),
    ))
}

/// The source expression that allows an inline `text`, as a browser reads it from the page.
#[must_use]
pub fn hash(text: &str) -> String {
    // Browsers hash what they parsed, and parsing makes every line end one character.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

fn add(sources: &mut Vec<String>, text: &str) {
    let hash = hash(text);
    if !sources.contains(&hash) {
        sources.push(hash);
    }
}

fn check_attributes(element: &Element<'_>) -> Result<(), PolicyError> {
    let blocked = |name: &&str| *name == "style" || name.starts_with("on");
    match element.attribute_names().find(blocked) {
        Some(attribute) => Err(PolicyError::Inline {
            element: element.name.clone(),
            attribute: attribute.to_owned(),
        }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABC: &str = "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='";
    const EMPTY: &str = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

    fn hosted(html: &str) -> String {
        policy(html, Origin::Host).unwrap()
    }

    #[test]
    fn hashes_are_the_published_ones() {
        // FIPS 180-2, appendix B.1, and the hash of nothing.
        assert_eq!(hash("abc"), ABC);
        assert_eq!(hash(""), EMPTY);
    }

    #[test]
    fn line_ends_hash_as_a_browser_reads_them() {
        assert_eq!(hash("a\r\nb\rc"), hash("a\nb\nc"));
    }

    #[test]
    fn a_hosted_page_trusts_its_host_and_its_own_inline_text() {
        let html =
            "<meta charset=utf-8><script type=module>abc</script><script src=./a.js></script>";
        assert_eq!(
            hosted(html),
            format!(
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {ABC}; style-src 'self'; img-src 'self'; \
                 connect-src 'self'; worker-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none'; \
                 form-action 'none'; require-trusted-types-for 'script'; trusted-types readback readback-offline"
            )
        );
    }

    #[test]
    fn one_file_trusts_only_its_own_text() {
        let html = "<style>abc</style><script></script>";
        let policy = policy(html, Origin::Itself).unwrap();
        assert!(policy.contains(&format!(
            "script-src 'wasm-unsafe-eval' {EMPTY}; style-src {ABC}; img-src data:;"
        )));
        for none in ["connect-src", "worker-src", "trusted-types"] {
            assert!(policy.contains(&format!("{none} 'none'")), "{none}");
        }
        assert!(!policy.contains("'self'"));
    }

    #[test]
    fn one_file_without_a_style_allows_none() {
        assert!(
            policy("<p>", Origin::Itself)
                .unwrap()
                .contains("style-src 'none';")
        );
    }

    #[test]
    fn data_blocks_are_not_hashed() {
        assert!(!hosted("<script type=application/json>abc</script>").contains("sha256"));
    }

    #[test]
    fn a_text_that_stands_twice_is_named_once() {
        assert_eq!(
            hosted("<script>abc</script><script>abc</script>")
                .matches("sha256")
                .count(),
            1
        );
    }

    #[test]
    fn what_no_hash_allows_is_refused() {
        let inline = |element: &str, attribute: &str| {
            Err(PolicyError::Inline {
                element: element.into(),
                attribute: attribute.into(),
            })
        };
        assert_eq!(policy("<p STYLE='a'>", Origin::Host), inline("p", "style"));
        assert_eq!(
            policy("<b onclick=x()>", Origin::Host),
            inline("b", "onclick")
        );
        assert_eq!(
            policy("<script src=a.js></script>", Origin::Itself),
            Err(PolicyError::External("a.js".into()))
        );
        assert_eq!(
            policy("<script>'{{__TRUNK_ADDRESS__}}'</script>", Origin::Host),
            Err(PolicyError::LiveReload)
        );
    }

    #[test]
    fn the_policy_follows_the_character_set() {
        let sealed = seal("<head><meta charset=utf-8><title>a</title>", Origin::Host).unwrap();
        assert!(sealed.starts_with(
            "<head><meta charset=utf-8><meta http-equiv=\"Content-Security-Policy\" content=\""
        ));
        assert!(sealed.ends_with("\"><title>a</title>"));
        assert_eq!(seal("<head>", Origin::Host), Err(PolicyError::NoCharset));
    }

    #[test]
    fn sealing_again_changes_nothing() {
        let once = seal("<meta charset=utf-8><script>abc</script>", Origin::Host).unwrap();
        assert_eq!(seal(&once, Origin::Host).unwrap(), once);
    }

    #[test]
    fn the_policy_stays_inside_its_attribute() {
        assert!(!hosted("<style>\"&<</style>").contains(['"', '&', '<']));
    }
}
