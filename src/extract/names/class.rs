//! Fine types by the head word of a name.

/// Heads and the fine type of what they head.
const HEADS: [(&str, &str); 93] = [
    ("academy", "university"),
    ("agency", "agency"),
    ("airlines", "company"),
    ("airport", "airport"),
    ("airways", "company"),
    ("archipelago", "island"),
    ("arena", "stadium"),
    ("army", "force"),
    ("assembly", "legislature"),
    ("association", "association"),
    ("authority", "agency"),
    ("avenue", "street"),
    ("bank", "bank"),
    ("bay", "water"),
    ("beach", "beach"),
    ("boulevard", "street"),
    ("bridge", "bridge"),
    ("bureau", "agency"),
    ("castle", "castle"),
    ("cathedral", "church"),
    ("church", "church"),
    ("city", "city"),
    ("club", "team"),
    ("co", "company"),
    ("college", "university"),
    ("commission", "commission"),
    ("committee", "committee"),
    ("company", "company"),
    ("congress", "legislature"),
    ("constabulary", "police"),
    ("corp", "company"),
    ("corporation", "company"),
    ("council", "council"),
    ("county", "county"),
    ("court", "court"),
    ("department", "ministry"),
    ("desert", "desert"),
    ("district", "district"),
    ("fc", "team"),
    ("federation", "association"),
    ("force", "force"),
    ("forest", "forest"),
    ("foundation", "foundation"),
    ("gallery", "museum"),
    ("group", "company"),
    ("herald", "media"),
    ("holdings", "company"),
    ("hospital", "hospital"),
    ("hotel", "hotel"),
    ("inc", "company"),
    ("institute", "institute"),
    ("institution", "institute"),
    ("island", "island"),
    ("islands", "island"),
    ("lake", "water"),
    ("league", "league"),
    ("limited", "company"),
    ("llc", "company"),
    ("ltd", "company"),
    ("ministry", "ministry"),
    ("mount", "mountain"),
    ("mountain", "mountain"),
    ("mountains", "mountain"),
    ("museum", "museum"),
    ("navy", "force"),
    ("news", "media"),
    ("ocean", "water"),
    ("palace", "palace"),
    ("park", "park"),
    ("parliament", "legislature"),
    ("party", "party"),
    ("peninsula", "peninsula"),
    ("plc", "company"),
    ("police", "police"),
    ("post", "media"),
    ("prison", "prison"),
    ("province", "province"),
    ("region", "region"),
    ("river", "water"),
    ("road", "street"),
    ("school", "school"),
    ("sea", "water"),
    ("senate", "legislature"),
    ("service", "agency"),
    ("society", "association"),
    ("square", "square"),
    ("stadium", "stadium"),
    ("street", "street"),
    ("telegraph", "media"),
    ("times", "media"),
    ("tribune", "media"),
    ("union", "union"),
    ("university", "university"),
];

/// The fine type of what a word heads, whatever its capitals.
pub(super) fn of(head: &str) -> Option<&'static str> {
    let head = crate::letter::in_small(head);
    let at = HEADS
        .binary_search_by(|(word, _)| (*word).cmp(&head))
        .ok()?;
    Some(HEADS[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_stand_in_order() {
        assert!(HEADS.is_sorted());
        assert_eq!(of("University"), Some("university"));
        assert_eq!(of("Banana"), None);
    }
}
