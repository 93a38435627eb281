//! The snippet that shows a quiz in somebody's page: see `docs/embedding.md`.

use super::tags::escaped;

/// How high the frame is before its page has heard of it, in CSS pixels: a question with four options.
const HEIGHT: u32 = 640;

/// The HTML that shows the quiz of this link under this title, to be copied into any page. The frame
/// alone shows the quiz; the script makes it as high as the quiz, and tells the page what happens in it.
///
/// ```
/// let snippet = readback::share::embed::snippet("https://readback.example/#/s/Ab", "The harbour");
/// assert!(snippet.starts_with("<iframe src=\"https://readback.example/?embed#/s/Ab\" title=\"The harbour\""));
/// assert!(snippet.ends_with("<script async src=\"https://readback.example/embed.js\"></script>"));
/// ```
#[must_use]
pub fn snippet(link: &str, title: &str) -> String {
    let (page, quiz) = link.split_once('#').unwrap_or((link, "/"));
    let (path, query) = page.split_once('?').unwrap_or((page, ""));
    let mark = if query.is_empty() { "?embed" } else { "&embed" };
    let frame = escaped(&[page.trim_end_matches('?'), mark, "#", quiz].concat());
    // A host alone is its own folder.
    let host = path.find("://").map_or(0, |at| at + 3);
    let folder = match path[host..].rfind('/') {
        Some(at) => path[..=host + at].to_owned(),
        None => [path, "/"].concat(),
    };
    let (folder, title) = (escaped(&folder), escaped(title));
    format!(
        "<iframe src=\"{frame}\" title=\"{title}\" width=\"100%\" height=\"{HEIGHT}\" style=\"border: 0\" \
         loading=\"lazy\" allow=\"clipboard-write; web-share\"></iframe>\n\
         <script async src=\"{folder}embed.js\"></script>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frame_and_the_script_are_the_pages() {
        for (link, frame, script) in [
            (
                "https://a.example/#/s/Ab",
                "https://a.example/?embed#/s/Ab",
                "https://a.example/embed.js",
            ),
            (
                "https://a.example#/s/Ab",
                "https://a.example?embed#/s/Ab",
                "https://a.example/embed.js",
            ),
            (
                "https://a.example/b/c.html?d=e#/",
                "https://a.example/b/c.html?d=e&amp;embed#/",
                "https://a.example/b/embed.js",
            ),
            (
                "https://a.example/b/?",
                "https://a.example/b/?embed#/",
                "https://a.example/b/embed.js",
            ),
        ] {
            let snippet = snippet(link, "A");
            assert!(snippet.contains(&format!("src=\"{frame}\"")), "{snippet}");
            assert!(snippet.contains(&format!("src=\"{script}\"")), "{snippet}");
        }
    }

    #[test]
    fn nothing_in_a_title_or_an_address_is_markup() {
        let snippet = snippet("https://a.example/\"><script>#/s/Ab", "\"><img onerror=a>&");
        assert!(snippet.contains("title=\"&quot;&gt;&lt;img onerror=a&gt;&amp;\""));
        assert_eq!(snippet.matches("<script").count(), 1);
    }
}
