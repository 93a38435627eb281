//! GIFT, Moodle's text format, as Moodle itself takes it apart.
//!
//! ```text
//! // [id:cost/hours]
//! ::cost/hours::For how many hours did the town council meet? {
//!     ~7
//!     =9
//!     ####The session ended after dark.\n\nSource\: The town council met for nine hours.
//! }
//! ```
//!
//! An empty line parts items; lines that begin with `//` are comments. Readback's own comments say
//! what the quiz is about (`// quiz title: …`), and `[id:…]` is Moodle's for an id. Sections are
//! categories under the title of the quiz. A text with `<` or `&` in it is marked `[plain]`, so that
//! it is not read as HTML. See <https://docs.moodle.org/en/GIFT_format>.

mod read;
mod write;

pub(super) use read::read;
pub(super) use write::write;

/// Characters with a meaning.
const SPECIAL: [char; 7] = ['\\', '~', '=', '#', '{', '}', ':'];
/// What a text may begin with to say how it is marked up.
const FORMATS: [&str; 4] = ["html", "moodle", "plain", "markdown"];
