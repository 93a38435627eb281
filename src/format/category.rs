//! Moodle's categories: paths such as `$course$/top/The harbour/Plans`. The first name is the title
//! of a quiz, the rest its section; a slash in a name is written twice.

use super::collect::Collector;
use super::words::line;

/// Parts the first name from the others until all items are read; of no meaning to anybody.
const PARTS: char = '\u{f8ff}';

/// The path of a section.
pub(super) fn path(title: &str, section: &str) -> String {
    let mut path = "$course$/top".to_owned();
    for name in [title, section].map(line) {
        if !name.is_empty() {
            // A slash beside the one that parts names is kept off it by a space.
            let before = if name.starts_with('/') { " " } else { "" };
            let after = if name.ends_with('/') { " " } else { "" };
            path.push_str(&["/", before, &name.replace('/', "//"), after].concat());
        }
    }
    path
}

/// The names of a path, without those of Moodle's own.
fn names(path: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut name = String::new();
    let mut chars = path.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '/' if chars.peek() == Some(&'/') => {
                chars.next();
                name.push('/');
            }
            '/' => names.push(line(&std::mem::take(&mut name))),
            c => name.push(c),
        }
    }
    names.push(line(&name));
    names.retain(|name| !name.is_empty());
    // `$course$/top`, as Moodle has it; a quiz may be called “top” itself.
    let is_context = |name: &String| name.len() > 1 && name.starts_with('$') && name.ends_with('$');
    if names.first().is_some_and(is_context) {
        names.remove(0);
        if names.first().is_some_and(|name| name == "top") {
            names.remove(0);
        }
    }
    names
}

/// What stands for a path as the section of items until [`settle`] is done.
pub(super) fn section(path: &str) -> String {
    let mut names = names(path).into_iter();
    let Some(first) = names.next() else {
        return String::new();
    };
    let first = first.replace(PARTS, " ");
    let rest: Vec<_> = names.collect();
    [&*first, &*rest.join(" / ")].join(&PARTS.to_string())
}

/// Turns what [`section`] gave into sections: the first name is the title of a quiz that has none if
/// all paths begin with it, and part of the section otherwise.
pub(super) fn settle(collector: &mut Collector<'_>) {
    let mut title = None;
    let mut same = true;
    for section in collector.sections() {
        let first = section.split_once(PARTS).map(|(first, _)| first.to_owned());
        same &= first.is_some() && (title.is_none() || title == first);
        title = first;
    }
    for section in collector.sections() {
        if let Some((first, rest)) = section.split_once(PARTS) {
            *section = if same || rest.is_empty() {
                (if same { rest } else { first }).to_owned()
            } else {
                [first, rest].join(" / ")
            };
        }
    }
    if let Some(title) = title.filter(|_| same && collector.about.title.is_empty()) {
        collector.about.title = title;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_taken_apart_as_it_was_put_together() {
        for (title, section) in [
            ("The mill", "Plans"),
            ("a/b", "c // d"),
            ("/a/", "/b/"),
            ("top", ""),
            ("$x$", "top"),
        ] {
            let names = names(&path(title, section));
            let expected: Vec<_> = [title, section]
                .into_iter()
                .filter(|it| !it.is_empty())
                .collect();
            assert_eq!(names, expected);
        }
    }
}
