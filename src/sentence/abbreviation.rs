//! Full stops that end no sentence.

use crate::text::sorted;

/// What a single full stop does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// It ends a sentence.
    Sentence,
    /// It belongs to an abbreviation.
    Abbreviation,
    /// It belongs to an abbreviation, and may end a sentence as well.
    Either,
}

/// Abbreviations that always lead on to something: titles and the like. Sorted.
const LEADING: [&str; 49] = [
    "Adm", "Amb", "Asst", "Atty", "Brig", "Capt", "Cdr", "Cllr", "Cmdr", "Col", "Cpl", "Dep",
    "Det", "Dr", "Fr", "Ft", "Gen", "Gov", "Hon", "Insp", "Lieut", "Lt", "Maj", "Messrs", "Mlle",
    "Mme", "Mr", "Mrs", "Ms", "Mt", "Pres", "Prof", "Pvt", "Rep", "Reps", "Rev", "Sen", "Sens",
    "Sgt", "Supt", "al", "cf", "e.g", "eg", "i.e", "ie", "viz", "vs", "vv",
];
const _: () = assert!(sorted(&LEADING));

/// Abbreviations that lead on to a number and are words otherwise. Sorted.
const BEFORE_NUMBERS: [&str; 34] = [
    "Apr", "April", "Art", "Aug", "Ch", "Dec", "Feb", "Fig", "Figs", "Jan", "Jul", "Jun", "Mar",
    "No", "Nos", "Nov", "Oct", "Op", "Sec", "Sep", "Sept", "Vol", "art", "ca", "ch", "fig", "no",
    "nos", "p", "pp", "sec", "v", "ver", "vol",
];
const _: () = assert!(sorted(&BEFORE_NUMBERS));

/// Abbreviations that may end a sentence. Sorted.
const EITHER: [&str; 32] = [
    "Ave", "Blvd", "Bros", "Co", "Corp", "Dept", "Esq", "Inc", "Int", "Intl", "Jr", "Ltd", "Mass",
    "Md", "Mfg", "Minn", "Mo", "Penn", "Ph.D", "Rd", "Sr", "St", "Ste", "Tenn", "Univ", "Wash",
    "approx", "dept", "est", "etc", "incl", "resp",
];
const _: () = assert!(sorted(&EITHER));

/// Days of the week, cut short. Sorted.
const DAYS: [&str; 10] = [
    "Fri", "Mon", "Sat", "Sun", "Thu", "Thur", "Thurs", "Tue", "Tues", "Wed",
];
const _: () = assert!(sorted(&DAYS));

/// Words that begin a sentence and are no part of a name. Sorted.
const BEGINNINGS: [&str; 96] = [
    "A",
    "According",
    "After",
    "All",
    "Also",
    "Although",
    "An",
    "And",
    "Another",
    "Any",
    "As",
    "At",
    "Because",
    "Before",
    "Both",
    "But",
    "By",
    "Despite",
    "During",
    "Each",
    "Earlier",
    "Even",
    "Every",
    "Few",
    "Five",
    "For",
    "Four",
    "From",
    "He",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Instead",
    "It",
    "Its",
    "Last",
    "Later",
    "Like",
    "Many",
    "Meanwhile",
    "More",
    "Most",
    "Much",
    "My",
    "Neither",
    "No",
    "None",
    "Nor",
    "Not",
    "Now",
    "On",
    "Once",
    "One",
    "Only",
    "Or",
    "Other",
    "Our",
    "Several",
    "She",
    "Since",
    "So",
    "Some",
    "Such",
    "Ten",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Three",
    "Through",
    "Thus",
    "To",
    "Today",
    "Two",
    "Under",
    "Until",
    "We",
    "What",
    "When",
    "While",
    "Who",
    "Why",
    "With",
    "Yet",
    "You",
];
const _: () = assert!(sorted(&BEGINNINGS));

/// What the full stop behind a word does, by the word and by what comes next.
pub(super) fn stop(word: &str, next: &str) -> Stop {
    let within = |list: &[&str]| list.binary_search(&word).is_ok();
    let number = next.starts_with(|c: char| c.is_ascii_digit());
    if within(&LEADING) {
        return Stop::Abbreviation;
    }
    if number && (within(&BEFORE_NUMBERS) || within(&DAYS)) {
        return Stop::Abbreviation;
    }
    if within(&DAYS) {
        let month = next.get(..3).unwrap_or_default();
        if BEFORE_NUMBERS.binary_search(&month).is_ok() || month == "May" {
            return Stop::Abbreviation;
        }
    }
    if matches!(word, "a.m" | "p.m" | "am" | "pm") {
        return after_hour(next);
    }
    if within(&EITHER) {
        return Stop::Either;
    }
    let letters = word.split('.');
    let single = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    // An initial, “U.S”, “D.C”.
    if letters.clone().all(single) && !(word == "I" && begins_sentence(next)) {
        return Stop::Either;
    }
    Stop::Sentence
}

/// “5 p.m. Monday” and “5 p.m. EST” go on.
fn after_hour(next: &str) -> Stop {
    let word = next.split(|c: char| !c.is_alphanumeric()).next();
    let word = word.unwrap_or_default();
    let zone = (2..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
    let day = word.ends_with("day") || DAYS.binary_search(&word).is_ok();
    if zone || day {
        Stop::Abbreviation
    } else {
        Stop::Sentence
    }
}

/// Whether the next word is one that begins sentences rather than goes on with a name.
pub(super) fn begins_sentence(next: &str) -> bool {
    let word = next.split(|c: char| !c.is_alphanumeric()).next();
    BEGINNINGS.binary_search(&word.unwrap_or_default()).is_ok()
}
