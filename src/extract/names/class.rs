//! Fine types by the head word of a name.

use crate::text::among;

/// Fine types and the heads of what is of each, packed.
const HEADS: [(&str, &str); 46] = [
    ("agency", "agency|authority|bureau|service"),
    ("airport", "airport"),
    ("association", "association|federation|society"),
    ("bank", "bank"),
    ("beach", "beach"),
    ("bridge", "bridge"),
    ("castle", "castle"),
    ("church", "cathedral|church"),
    ("city", "city"),
    ("commission", "commission"),
    ("committee", "committee"),
    (
        "company",
        "airlines|airways|co|company|corp|corporation|group|holdings|inc|limited|llc|ltd|plc",
    ),
    ("council", "council"),
    ("county", "county"),
    ("court", "court"),
    ("desert", "desert"),
    ("district", "district"),
    ("force", "army|force|navy"),
    ("forest", "forest"),
    ("foundation", "foundation"),
    ("hospital", "hospital"),
    ("hotel", "hotel"),
    ("institute", "institute|institution"),
    ("island", "archipelago|island|islands"),
    ("league", "league"),
    ("legislature", "assembly|congress|parliament|senate"),
    ("media", "herald|news|post|telegraph|times|tribune"),
    ("ministry", "department|ministry"),
    ("mountain", "mount|mountain|mountains"),
    ("museum", "gallery|museum"),
    ("palace", "palace"),
    ("park", "park"),
    ("party", "party"),
    ("peninsula", "peninsula"),
    ("police", "constabulary|police"),
    ("prison", "prison"),
    ("province", "province"),
    ("region", "region"),
    ("school", "school"),
    ("square", "square"),
    ("stadium", "arena|stadium"),
    ("street", "avenue|boulevard|road|street"),
    ("team", "club|fc"),
    ("union", "union"),
    ("university", "academy|college|university"),
    ("water", "bay|lake|ocean|river|sea"),
];

/// The fine type of what a word heads, whatever its capitals.
pub(super) fn of(head: &str) -> Option<&'static str> {
    let head = crate::letter::in_small(head);
    let found = HEADS.iter().find(|(_, heads)| among(heads, &head))?;
    Some(found.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::packed;

    #[test]
    fn heads_stand_in_order() {
        assert!(HEADS.iter().all(|(_, heads)| packed(heads)));
        assert_eq!(of("University"), Some("university"));
        assert_eq!(of("Banana"), None);
    }
}
