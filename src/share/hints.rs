//! Has a finished page ask early for what it will need.

use super::tags::{elements, replaced};

/// `html` with its links to what is preloaded before its title. Where a build puts them, at the end of
/// the head, a script in the page holds them back for as long as it runs.
///
/// ```
/// use readback::share::hints::early;
///
/// let page = "<title>Q</title><script>0</script><link rel=modulepreload href=a.js>";
/// let early = early(page);
/// assert_eq!(early, "<link rel=modulepreload href=a.js><title>Q</title><script>0</script>");
/// ```
#[must_use]
pub fn early(html: &str) -> String {
    let Some(title) = elements(html).find(|element| element.name == "title") else {
        return html.to_owned();
    };
    let start = title.range.start;
    let is_late = |range: &std::ops::Range<usize>| range.start > start;
    let late: Vec<_> = elements(html)
        .filter(|element| element.is_link("preload") || element.is_link("modulepreload"))
        .map(|element| element.range)
        .filter(is_late)
        .collect();
    let links: String = late.iter().map(|range| &html[range.clone()]).collect();
    let gone = late.into_iter().map(|range| (range, String::new()));
    replaced(
        html,
        std::iter::once((start..start, links)).chain(gone).collect(),
    )
}
