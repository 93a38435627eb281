//! Dangling: “the company” in a stem that names none.
//!
//! A sentence in its article speaks of what was named before; a stem stands alone.

use crate::text::ANY_BLANK;

/// Bodies that are named once and then called by what they are.
const BODIES: [&str; 48] = [
    "agency",
    "airline",
    "association",
    "band",
    "bank",
    "board",
    "brand",
    "business",
    "campaign",
    "charity",
    "club",
    "college",
    "commission",
    "committee",
    "company",
    "corporation",
    "department",
    "factory",
    "firm",
    "foundation",
    "fund",
    "group",
    "hospital",
    "hotel",
    "league",
    "magazine",
    "ministry",
    "museum",
    "newspaper",
    "organisation",
    "organization",
    "paper",
    "party",
    "plant",
    "program",
    "programme",
    "project",
    "restaurant",
    "school",
    "shop",
    "squad",
    "startup",
    "station",
    "store",
    "team",
    "union",
    "university",
    "website",
];

/// Things that are.
const THINGS: [&str; 104] = [
    "accident",
    "acquisition",
    "agreement",
    "aircraft",
    "album",
    "answer",
    "app",
    "approach",
    "authors",
    "bill",
    "book",
    "bridge",
    "building",
    "change",
    "changes",
    "collection",
    "couple",
    "crash",
    "crew",
    "deal",
    "decision",
    "device",
    "disease",
    "drug",
    "effort",
    "estate",
    "exhibition",
    "facility",
    "farm",
    "festival",
    "film",
    "fire",
    "game",
    "headset",
    "idea",
    "incident",
    "investigators",
    "issue",
    "machine",
    "match",
    "measure",
    "method",
    "mine",
    "mission",
    "model",
    "move",
    "movie",
    "neighborhood",
    "neighbourhood",
    "novel",
    "officials",
    "orbiter",
    "painting",
    "pair",
    "park",
    "plane",
    "plastic",
    "platform",
    "play",
    "poll",
    "problem",
    "process",
    "product",
    "proposal",
    "question",
    "race",
    "regiment",
    "report",
    "researchers",
    "responsibility",
    "result",
    "results",
    "rocket",
    "satellite",
    "scientists",
    "series",
    "service",
    "ship",
    "show",
    "side",
    "site",
    "situation",
    "song",
    "spacecraft",
    "statue",
    "storm",
    "study",
    "survey",
    "suspect",
    "suspects",
    "system",
    "tool",
    "tournament",
    "tower",
    "trial",
    "unit",
    "vaccine",
    "vehicle",
    "vessel",
    "victim",
    "victims",
    "village",
    "virus",
    "yield",
];

/// How much a stem speaks of something that it does not name: a company can be any, a match is most
/// often the one that the article tells of.
pub(super) fn dangling(stem: &str) -> u32 {
    if dangles(stem, &|noun| BODIES.contains(&noun)).is_some() {
        90
    } else if dangles(stem, &|noun| THINGS.contains(&noun)).is_some() {
        60
    } else {
        0
    }
}

/// Whether a stem speaks behind its blank of a body that it does not name: that of which somebody is
/// the head.
pub(super) fn headless(stem: &str) -> bool {
    let blank = stem.split(' ').position(|word| word.contains(ANY_BLANK));
    dangles(stem, &|noun| BODIES.contains(&noun)) > blank
}

/// The place of the last word of a kind that the stem speaks of and does not name.
fn dangles(stem: &str, of: &dyn Fn(&str) -> bool) -> Option<usize> {
    let words: Vec<&str> = stem.split(' ').collect();
    let named = |nth: usize| {
        nth > 0 && words[nth].starts_with(char::is_uppercase) && !words[nth].contains(ANY_BLANK)
    };
    (1..words.len()).rfind(|&nth| {
        let noun = words[nth].trim_end_matches([',', '.', ';', ':']);
        let noun = noun.strip_suffix("’s").unwrap_or(noun);
        let noun = noun.strip_suffix("'s").unwrap_or(noun);
        let before = words[nth - 1].trim_start_matches(['“', '"', '‘']);
        let the = before.eq_ignore_ascii_case("the");
        // “the company that made it”, “the bank of the river”
        let told = noun.len() == words[nth].len()
            && words.get(nth + 1).is_some_and(|next| {
                matches!(
                    *next,
                    "of" | "that" | "which" | "where" | "who" | "for" | "in" | "at" | "behind"
                )
            });
        // “For less healthy ones, …”
        let ones = noun == "ones" && !the;
        (the && of(noun) && !told || ones) && !(0..nth - 1).any(named)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_stem_does_not_name_dangles() {
        assert_eq!(dangling("_____ said the boy could tour the company."), 90);
        assert_eq!(dangling("The department has _____ crews."), 90);
        assert_eq!(dangling("The match ended after _____ minutes."), 60);
        assert_eq!(dangling("After Northwind failed, the company paid $5."), 0);
        assert_eq!(dangling("The company that built it paid _____."), 0);
        assert!(headless("_____ said the company paid."));
        assert!(!headless("The report was read by _____ on a cold evening."));
    }
}
