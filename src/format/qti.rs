//! QTI: single items, tests and packages of version 3.0 and 2.x, which differ in names alone, and
//! packages of version 1.2.
//!
//! 1. `package` unpacks a zip, within bounds.
//! 2. `item` reads an item of version 2 and 3, `old` those of version 1.2.
//! 3. `write` writes a package: a manifest, a test with a section for each of the article's, and a
//!    file for each item.
//!
//! Ids are written as identifiers: `cost/hours` as `rb_cost_hours`. Explanation and citation are a
//! modal feedback that is always shown; what the quiz is about stands in the manifest's description,
//! in lines such as `publisher: The Daily`. Line breaks are kept, runs of spaces are not. See
//! <https://www.imsglobal.org/spec/qti/v3p0/impl> and
//! <https://www.imsglobal.org/question/qtiv2p1/imsqti_implv2p1.html>.

mod item;
mod old;
mod package;
mod write;

use super::collect::Collector;
use super::encoding;
use super::words::clean;
use super::xml::{Element, Xml};
use super::{Change, Format, Omission, Place, ReadError};

pub(super) use package::format_of;
pub(super) use write::write;

use package::File;

/// Roots of the documents that are read.
const ROOTS: [&str; 4] = [
    "assessmentitem",
    "assessmenttest",
    "questestinterop",
    "manifest",
];

/// What a document of a package is.
struct Document<'a> {
    file: &'a File,
    root: Element,
    /// Whether its items are read.
    done: bool,
}

/// Reads a package, or a document alone.
pub(super) fn read(
    bytes: &[u8],
    format: Format,
    collector: &mut Collector<'_>,
) -> Result<(), ReadError> {
    let files = if package::is_one(bytes) {
        package::unpack(bytes)?
    } else {
        vec![File {
            name: String::new(),
            bytes: bytes.to_vec(),
        }]
    };
    let mut documents = Vec::new();
    let mut told = false;
    for file in &files {
        let text = encoding::decode(&file.bytes);
        if let Some(encoding) = text.encoding
            && !std::mem::replace(&mut told, true)
        {
            collector.change(Change::Encoding(encoding));
        }
        let text = encoding::with_line_feeds(text.text);
        match Xml::new(format, &text).next(&ROOTS) {
            Ok(Some(root)) => documents.push(Document {
                file,
                root,
                done: false,
            }),
            Ok(None) => {}
            // A damaged file of a package takes only itself along.
            Err(ReadError::Malformed { place, what, .. }) if files.len() > 1 => {
                let place = Place {
                    file: Some(file.name.clone()),
                    ..place
                };
                collector.leave_out(place, "", Omission::Malformed(what));
            }
            Err(error) => return Err(error),
        }
    }
    if documents.is_empty() {
        return Err(ReadError::NoManifest);
    }
    let mut reader = Reader {
        names: documents.iter().map(|it| it.file.name.clone()).collect(),
        documents,
    };
    reader.order(collector);
    Ok(())
}

struct Reader<'a> {
    names: Names,
    documents: Vec<Document<'a>>,
}

/// Files by their names.
struct Names(std::collections::BTreeMap<String, usize>);

impl FromIterator<String> for Names {
    fn from_iter<I: IntoIterator<Item = String>>(names: I) -> Self {
        Self(
            names
                .into_iter()
                .enumerate()
                .map(|(nth, it)| (it, nth))
                .collect(),
        )
    }
}

impl Reader<'_> {
    /// Reads all items: those of tests in the tests' order, then those of the manifest, then others.
    fn order(&mut self, collector: &mut Collector<'_>) {
        let roots = |reader: &Self, name: &str| -> Vec<usize> {
            let all = reader.documents.iter().enumerate();
            all.filter(|(_, it)| it.root.name == name)
                .map(|(nth, _)| nth)
                .collect()
        };
        let mut wanted: Vec<(usize, String, String)> = Vec::new();
        for nth in roots(self, "manifest") {
            about(&self.documents[nth].root, collector);
        }
        for nth in roots(self, "assessmenttest") {
            let root = &self.documents[nth].root;
            if collector.about.title.is_empty() {
                root.attribute("title")
                    .clone_into(&mut collector.about.title);
            }
            for section in root.all("assessmentsection") {
                let title = section.attribute("title");
                for reference in section
                    .children()
                    .filter(|it| it.name == "assessmentitemref")
                {
                    let href = reference.attribute("href");
                    wanted.push((nth, href.to_owned(), title.to_owned()));
                }
            }
        }
        for nth in roots(self, "manifest") {
            for resource in self.documents[nth].root.all("resource") {
                let kind = resource.attribute("type");
                if kind.starts_with("imsqti_item_") {
                    wanted.push((nth, resource.attribute("href").to_owned(), String::new()));
                }
            }
        }
        let all = wanted.len() + self.documents.len();
        for (done, (from, href, section)) in wanted.into_iter().enumerate() {
            let name = resolved(&self.documents[from].file.name, &href);
            if let Some(nth) = self.names.0.get(&name).copied() {
                self.take(nth, &section, collector);
            } else {
                let place = Place {
                    file: Some(self.documents[from].file.name.clone()),
                    ..Place::default()
                };
                let what = Omission::MissingFile(clean(&href).into_owned());
                collector.leave_out(place, "", what);
            }
            collector.at(done, all);
        }
        for nth in 0..self.documents.len() {
            self.take(nth, "", collector);
        }
    }

    /// Reads the items of a document, once.
    fn take(&mut self, nth: usize, section: &str, collector: &mut Collector<'_>) {
        let document = &mut self.documents[nth];
        if std::mem::replace(&mut document.done, true) {
            return;
        }
        let name = &document.file.name;
        let file = Some(name.clone()).filter(|name| !name.is_empty());
        match &*document.root.name {
            "assessmentitem" => item::read(&document.root, file, section, collector),
            "questestinterop" => old::read(&document.root, file.as_ref(), collector),
            _ => {}
        }
        // A large package is not held twice.
        document.root = Element::default();
    }
}

/// What a manifest says of the quiz.
fn about(manifest: &Element, collector: &mut Collector<'_>) {
    // Of the package, not of the items in it.
    let Some(general) = manifest
        .child("metadata")
        .and_then(|it| it.first("general"))
    else {
        return;
    };
    let text = |name: &str| {
        let texts = general.children().filter(|it| it.name == name).map(|it| {
            let inner = it.first("string").or_else(|| it.first("langstring"));
            inner.unwrap_or(it).text()
        });
        texts
            .map(|it| clean(&it).into_owned())
            .find(|it| !it.is_empty())
    };
    let about = &mut collector.about;
    match text("description") {
        Some(told) if told.starts_with("id: ") => about.take_text(&told),
        Some(told) => about.summary = told,
        None => {}
    }
    for (to, name) in [(&mut about.title, "title"), (&mut about.lang, "language")] {
        if to.is_empty() {
            *to = text(name).unwrap_or_default();
        }
    }
}

/// The name of a file as another names it.
fn resolved(from: &str, href: &str) -> String {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
    let href = percent_decoded(href);
    for part in href.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let code = after
            .get(..2)
            .filter(|_| *first == b'%')
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = &after[if code.is_some() { 2 } else { 0 }..];
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
