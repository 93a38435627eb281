//! Peers: organisations that every reader knows, beside which others of the kind may stand.
//!
//! An article that names one bank seldom names three.

/// Names of a kind, one behind the other with “|” between.
const KINDS: [(&str, &str); 7] = [
    (
        "network",
        "Facebook|Instagram|LinkedIn|Pinterest|Reddit|Snapchat|TikTok|Twitter|WhatsApp|YouTube",
    ),
    (
        "broadcaster",
        "ABC News|Al Jazeera|BBC News|CBS News|CNN|Fox News|NBC News|Sky News",
    ),
    (
        "news agency",
        "Agence France-Presse|Associated Press|Bloomberg|Reuters|Xinhua",
    ),
    (
        "newspaper",
        "Boston Globe|Chicago Tribune|Financial Times|Los Angeles Times|New York Times|USA Today|Wall Street Journal|Washington Post",
    ),
    (
        "university",
        "Columbia University|Cornell University|Duke University|Harvard University|Lund University|McGill University|Princeton University|Stanford University|Uppsala University|Yale University",
    ),
    (
        "bank",
        "Bank of America|Barclays|Citigroup|Credit Suisse|Deutsche Bank|Goldman Sachs|HSBC|JPMorgan Chase|Morgan Stanley|Wells Fargo",
    ),
    (
        "airline",
        "Air France|American Airlines|British Airways|Delta Air Lines|Emirates|Lufthansa|Qantas|Ryanair|Southwest Airlines|United Airlines",
    ),
];

/// The kind of an organisation that every reader knows, and all names of that kind.
pub(super) fn peers(name: &str) -> Option<(&'static str, std::str::Split<'static, char>)> {
    let name = name.strip_prefix("The ").unwrap_or(name);
    let (kind, names) = KINDS
        .into_iter()
        .find(|(_, names)| names.split('|').any(|it| it == name))?;
    Some((kind, names.split('|')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_of_two_kinds() {
        let names = || KINDS.iter().flat_map(|(_, names)| names.split('|'));
        assert!(names().all(|name| names().filter(|it| *it == name).count() == 1));
        assert!(KINDS.iter().all(|(_, names)| names.split('|').count() > 3));
        assert!(peers("Deutsche Bank").is_some_and(|(kind, _)| kind == "bank"));
        assert!(peers("Northwind").is_none());
    }
}
