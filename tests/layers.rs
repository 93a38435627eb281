//! A module imports only from modules above it, and only `ui` knows the browser.
//!
//! The order is the one that the documentation of the library and ARCHITECTURE.md tell.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

/// The list of modules, top to bottom, in the library's documentation.
const LIBRARY: &str = include_str!("../src/lib.rs");
/// The same in a table.
const ARCHITECTURE: &str = include_str!("../ARCHITECTURE.md");

/// All modules of the core, top to bottom: `//! 1. [`words`]: …`.
fn order() -> Vec<&'static str> {
    let listed = LIBRARY
        .lines()
        .filter_map(|line| line.strip_prefix("//! ")?.split_once(". "))
        .filter(|(number, _)| number.parse::<usize>().is_ok())
        .filter_map(|(_, module)| module.split('`').nth(1));
    listed
        .map(|module| module.trim_start_matches("mod@"))
        .filter(|module| !BELOW_ALL.contains(module))
        .collect()
}

/// What stands below all others, and may name them.
const BELOW_ALL: [&str; 2] = ["ui", "studio"];

/// What only `ui` and the binaries may name.
const BROWSER: [&str; 5] = ["web_sys", "js_sys", "wasm_bindgen", "yew", "gloo"];

/// What is wrong with one file of a module.
fn violations(module: &str, source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let order = order();
    let below_all = BELOW_ALL.contains(&module);
    let own = order.iter().position(|name| *name == module);
    if own.is_none() && !below_all {
        found.push(format!("{module} has no place in the order"));
    }
    // Comments and docs may point anywhere.
    let code = source
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default());
    let code: Vec<_> = code.collect();
    for name in imports(&code.join("\n")) {
        let place = order.iter().position(|other| *other == name);
        let allowed = name == module || below_all || place.is_some_and(|place| Some(place) < own);
        if !allowed {
            found.push(format!("{module} imports {name}"));
        }
    }
    for name in BROWSER {
        let named = code.iter().any(|line| words(line).any(|word| word == name));
        if named && !below_all {
            found.push(format!("{module} names {name}"));
        }
    }
    found
}

/// Modules of this crate that a source names after `crate::`, in braces or alone.
fn imports(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for rest in code.split("crate::").skip(1) {
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut top = String::new();
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    c if depth == 0 => top.push(c),
                    _ => {}
                }
            }
            names.extend(
                top.split(',')
                    .filter_map(|path| words(path).next())
                    .map(str::to_owned),
            );
        } else {
            names.extend(words(rest).next().map(str::to_owned));
        }
    }
    names
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| !c.is_alphanumeric() && c != '_');
    parts.filter(|word| !word.is_empty())
}

/// Source files of the library with the module each belongs to; tests of a module are no part of
/// the pipeline.
fn sources(folder: &Path, module: Option<&str>) -> Vec<(String, PathBuf)> {
    let mut sources = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path
            .file_stem()
            .and_then(|name| name.to_str())
            .expect("a name")
            .to_owned();
        let top = module.is_none();
        if top && matches!(&*name, "lib" | "main" | "bin") || name == "tests" {
            continue;
        }
        let module = module.unwrap_or(&name);
        if path.is_dir() {
            sources.extend(self::sources(&path, Some(module)));
        } else if path.extension().is_some_and(|it| it == "rs") {
            sources.push((module.to_owned(), path));
        }
    }
    sources
}

#[test]
fn the_order_is_told_alike() {
    let rows = ARCHITECTURE
        .lines()
        .filter_map(|line| line.strip_prefix("| `"));
    let rows: Vec<_> = rows
        .filter_map(|row| row.split('`').next())
        .filter(|row| !BELOW_ALL.contains(row))
        .collect();
    let order = order();
    assert!(order.len() > 20, "{order:?}");
    assert_eq!(rows[..order.len()], order);
}

#[test]
fn every_module_looks_up_only() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for (module, path) in sources(&src, None) {
        let source = fs::read_to_string(&path).expect("a source");
        for violation in violations(&module, &source) {
            found.push(format!("{}: {violation}", path.display()));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_check_can_fail() {
    assert_eq!(
        violations(
            "value",
            "use crate::quiz::Quiz;\nlet at = web_sys::window();"
        ),
        ["value imports quiz", "value names web_sys"]
    );
    assert_eq!(
        violations(
            "rng",
            "use crate::{text, session::{self, Round}};\nfn f(q: crate::quiz::Quiz) {}"
        ),
        ["rng imports session", "rng imports quiz"]
    );
    assert_eq!(
        violations("quiz", "use crate::fact::Facts; // crate::session, yew"),
        [""; 0]
    );
    assert_eq!(
        violations("text", "use crate::ui::page;"),
        ["text imports ui"]
    );
    assert_eq!(
        violations("ui", "use yew::prelude::*; use crate::session;"),
        [""; 0]
    );
    assert_eq!(violations("misc", ""), ["misc has no place in the order"]);
}
