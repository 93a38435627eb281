use super::*;
use crate::sentence::split;

/// The names of a text of one paragraph.
fn read_names(text: &str) -> Names {
    let sentence = |range| Sentence {
        paragraph: 0,
        range,
    };
    names(
        text,
        &split(text).into_iter().map(sentence).collect::<Vec<_>>(),
    )
}

/// “name/kind” for each entity, in order.
fn found(text: &str) -> Vec<String> {
    let kind = |kind| match kind {
        Kind::Person => "person",
        Kind::Place => "place",
        _ => "organisation",
    };
    let entities = read_names(text).entities.into_iter();
    entities
        .map(|entity| [&entity.name, "/", kind(entity.kind)].concat())
        .collect()
}

#[track_caller]
fn assert_found(text: &str, wanted: &[&str]) {
    assert_eq!(found(text), wanted, "{text}");
}

/// Sentences and the names in them.
const NEWS: [(&str, &[&str]); 20] = [
    (
        "The ferry company Nordwind plc will buy its rival, said Harriet Pemberton, the chief executive, in Hull on Friday.",
        &[
            "Nordwind plc/organisation",
            "Harriet Pemberton/person",
            "Hull/place",
        ],
    ),
    (
        "Sen. Dale Whitcomb of Ohio told the Senate that the Department of Agriculture had no plan.",
        &[
            "Dale Whitcomb/person",
            "Ohio/place",
            "Senate/organisation",
            "Department of Agriculture/organisation",
        ],
    ),
    (
        "In Kumasi, Ghana, the baker Kwabena Owusu-Ansah opened a third shop near the Okomfo Stadium.",
        &[
            "Kumasi/place",
            "Ghana/place",
            "Kwabena Owusu-Ansah/person",
            "Okomfo Stadium/place",
        ],
    ),
    (
        "President Adaeze Nwokocha visited Lagos with Finance Minister Tunde Balogun.",
        &[
            "Adaeze Nwokocha/person",
            "Lagos/place",
            "Tunde Balogun/person",
        ],
    ),
    (
        "The Kenya Forest Service said Wanjiru Kariuki, 34, had walked from Nakuru to Nairobi.",
        &[
            "Kenya Forest Service/organisation",
            "Wanjiru Kariuki/person",
            "Nakuru/place",
            "Nairobi/place",
        ],
    ),
    (
        "Foreign Minister Park Seo-yeon flew from Seoul to Jakarta, where the Association of Rice Growers met.",
        &[
            "Park Seo-yeon/person",
            "Seoul/place",
            "Jakarta/place",
            "Association of Rice Growers/organisation",
        ],
    ),
    (
        "Lin Mei-hua, a marine biologist at Tunghai University, found the shell on a beach in Taiwan.",
        &[
            "Lin Mei-hua/person",
            "Tunghai University/organisation",
            "Taiwan/place",
        ],
    ),
    (
        "Rajesh Venkataraman, who runs the Deccan Bus Company, said roads in Hyderabad were worse than in Pune.",
        &[
            "Rajesh Venkataraman/person",
            "Deccan Bus Company/organisation",
            "Hyderabad/place",
            "Pune/place",
        ],
    ),
    (
        "General Yusuf al-Khatib and the singer Layla bint Nasser were seen in Muscat.",
        &[
            "Yusuf al-Khatib/person",
            "Layla bint Nasser/person",
            "Muscat/place",
        ],
    ),
    (
        "The village of Dunmorra, near Galway, has no doctor, Mayor Niamh O’Flaherty said.",
        &["Dunmorra/place", "Galway/place", "Niamh O’Flaherty/person"],
    ),
    (
        "Judge María José Quintana of the Provincial Court of Soria dismissed the case against Banco Castellano SA.",
        &[
            "María José Quintana/person",
            "Provincial Court of Soria/organisation",
            "Banco Castellano SA/organisation",
        ],
    ),
    (
        "Detectives from the Devon Constabulary searched Lake Merrin and the River Taw.",
        &[
            "Devon Constabulary/organisation",
            "Lake Merrin/place",
            "River Taw/place",
        ],
    ),
    (
        "The airline Skyhopper cancelled flights to Burkina Faso, the Ivory Coast and Sierra Leone.",
        &[
            "Skyhopper/organisation",
            "Burkina Faso/place",
            "Ivory Coast/place",
            "Sierra Leone/place",
        ],
    ),
    (
        "Prof. J. R. Atherley of the University of the South Pacific in Suva measured the waves.",
        &[
            "J. R. Atherley/person",
            "University of the South Pacific/organisation",
            "Suva/place",
        ],
    ),
    (
        "The novelist Ifeoma Dike wrote to the Ministry of Education and Culture, her publisher said.",
        &[
            "Ifeoma Dike/person",
            "Ministry of Education and Culture/organisation",
        ],
    ),
    (
        "Chancellor Friederike von Hagenow spoke in the Bundestag before she left for Brussels.",
        &[
            "Friederike von Hagenow/person",
            "Bundestag/organisation",
            "Brussels/place",
        ],
    ),
    (
        "Fishermen in northern Mozambique sold their boats to Pemba Fisheries Ltd last year.",
        &["Mozambique/place", "Pemba Fisheries Ltd/organisation"],
    ),
    (
        "Santiago Ibáñez, the mayor of Valdivia, Chile, thanked the Red Cross.",
        &[
            "Santiago Ibáñez/person",
            "Valdivia/place",
            "Chile/place",
            "Red Cross/organisation",
        ],
    ),
    (
        "Nguyen Thi Lan sold noodles in Hanoi until the Vietnam Food Agency closed her stall.",
        &[
            "Nguyen Thi Lan/person",
            "Hanoi/place",
            "Vietnam Food Agency/organisation",
        ],
    ),
    (
        "Striker Bukola Ademola and goalkeeper Petra Lindqvist left the club in May.",
        &["Bukola Ademola/person", "Petra Lindqvist/person"],
    ),
];

#[test]
fn news_from_many_countries_is_read() {
    for (text, wanted) in NEWS {
        assert_found(text, wanted);
    }
}

#[test]
fn nationalities_days_events_and_products_are_no_names() {
    for text in [
        "The French and the Ukrainian teams trained on Monday in April.",
        "The World Cup and the Second World War were told about at Christmas.",
        "Officials said Windows 7 and the iPhone were safe.",
        "Police asked for help. Residents said they would.",
        "Prime Minister and President are offices, and so is Secretary of State.",
        "The pro-Lima camp and the Pro-Lima camp left. The London-based Associated General Contractors of it did not.",
        "She read “The Silent Harbour” and the Freedom of Information Act.",
    ] {
        assert_found(text, &[]);
    }
}

#[test]
fn a_surname_is_its_person() {
    let names = read_names(
        "The harbour was opened by Ingrid Halvorsen on Monday. Halvorsen said it took six years.",
    );
    assert_eq!(names.entities.len(), 1);
    assert_eq!(names.entities[0].name, "Ingrid Halvorsen");
    assert_eq!(names.entities[0].aliases, ["Halvorsen"]);
    assert_eq!(names.entities[0].mentions, [0, 1]);
}

#[test]
fn a_surname_of_two_persons_is_neither() {
    let names = read_names(
        "Anna Brecker met Paul Brecker in Bonn. Brecker said nothing. Later Brecker left.",
    );
    let aliases: Vec<_> = names.entities.iter().flat_map(|it| &it.aliases).collect();
    assert_eq!(aliases, [""; 0]);
    assert_eq!(names.mentions.len(), 3);
    let names = read_names("James Hollis Jr. and Agnes Hollis spoke. Hollis was glad.");
    assert_eq!(names.mentions.len(), 2);
}

#[test]
fn family_names_may_come_first() {
    let names = read_names("Kang Min-jun resigned on Friday. Kang said he was ill.");
    assert_eq!(names.entities[0].aliases, ["Kang"]);
}

#[test]
fn titles_stay_out_of_the_name() {
    let names = read_names("Mr. Oduya and Education Minister Lena Falk met. Falk smiled.");
    assert_eq!(names.entities[0].name, "Oduya");
    assert_eq!(names.entities[0].title.as_deref(), Some("Mr"));
    assert_eq!(
        names.entities[1].title.as_deref(),
        Some("Education Minister")
    );
    let office = read_names("Secretary of State Miriam Castell spoke.");
    assert_eq!(office.entities[0].name, "Miriam Castell");
}

#[test]
fn an_abbreviation_is_its_organisation() {
    let names = read_names(
        "The Coastal Rescue Federation (CRF) was founded in 1950. The CRF has nine boats.",
    );
    assert_eq!(names.entities.len(), 1);
    assert_eq!(names.entities[0].kind, Kind::Organisation);
    assert_eq!(names.entities[0].aliases, ["CRF"]);
    assert_eq!(names.mentions.len(), 3);
}

#[test]
fn names_of_one_place_are_one() {
    let names = read_names("The U.S. and Peru signed in Lima. The United States will pay.");
    assert_eq!(names.entities[0].aliases, ["United States"]);
    assert_eq!(names.entities[0].class, Some("country"));
    assert_eq!(names.entities.len(), 3);
}

#[test]
fn possessive_endings_stay_out() {
    let text = "Joan Ferris’s boat and Chile's coast were seen by Luis Costas' crew.";
    let names = read_names(text);
    let shown: Vec<_> = names
        .mentions
        .iter()
        .map(|mention| &text[mention.range.clone()])
        .collect();
    assert_eq!(shown, ["Joan Ferris", "Chile", "Luis Costas"]);
}

#[test]
fn fine_types_are_told() {
    for (text, class) in [
        ("They met in Kenya.", Some("country")),
        ("They met in Oregon.", Some("us-state")),
        ("They met in Helsinki.", Some("city")),
        ("They met at Linwood University.", Some("university")),
        ("They work for Linwood Airlines.", Some("company")),
        ("They voted for the Meadow Party.", Some("party")),
        ("They swam in Lake Orrin.", Some("water")),
        (
            "They moved to New York, the third largest state.",
            Some("us-state"),
        ),
        (
            "They drove through Georgia, Alabama and Florida.",
            Some("us-state"),
        ),
        ("They heard it from NASA.", Some("agency")),
    ] {
        let names = read_names(text);
        assert_eq!(
            names.entities.first().and_then(|it| it.class),
            class,
            "{text}"
        );
    }
}

#[test]
fn a_country_that_plays_is_a_team() {
    let text = "Portugal beat Norway in the semi-final with a late goal. Portugal had a penalty in \
        the second half, but the goalkeeper saved the kick. Norway scored first, from a corner. \
        The match was played in Lyon. Portugal meet Ghana in the final of the tournament.";
    let names = read_names(text);
    let classes: Vec<_> = names.entities.iter().map(|it| it.class).collect();
    let team = Some("national team");
    assert_eq!(classes, [team, team, Some("city"), team]);
}

#[test]
fn months_storms_and_saints_are_told_from_persons() {
    assert_found(
        "Clara May spoke in May. In May Okello left.",
        &["Clara May/person"],
    );
    assert_found("Hurricane Orson hit the coast.", &[]);
    assert_found(
        "St. Brannoc's Hospital and St Brannoc's Church were flooded.",
        &[
            "St. Brannoc's Hospital/organisation",
            "St Brannoc's Church/organisation",
        ],
    );
}

#[test]
fn headlines_and_capitals_say_nothing() {
    assert_found("Seven Quiet Ways To Cook Winter Cabbage", &[]);
    assert_found("THE BAKERS WANT MORE FLOUR AND LESS TALK IN MARCH", &[]);
}

#[test]
fn signs_at_odds_leave_a_name_out() {
    // A place by the list, a person by the title.
    assert_found("Miss Idaho waved.", &[]);
    // A word that only begins sentences may be no name.
    assert_found("Grundle is cheap. Grundle is green.", &[]);
}

mod hostile {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str) {
        let names = read_names(text);
        let sentences = split(text);
        let mut end = 0;
        for mention in &names.mentions {
            assert!(mention.range.start >= end && mention.range.start < mention.range.end);
            assert!(text.get(mention.range.clone()).is_some());
            let within =
                |it: &Range<usize>| it.start <= mention.range.start && mention.range.end <= it.end;
            assert!(sentences.iter().any(within));
            end = mention.range.end;
        }
        for (nth, entity) in names.entities.iter().enumerate() {
            assert!(!entity.mentions.is_empty());
            assert!(
                entity
                    .mentions
                    .iter()
                    .all(|it| names.mentions[*it].entity == nth)
            );
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in any::<String>()) {
            check(&text);
        }

        #[test]
        fn anything_like_news_is_read(
            words in prop::collection::vec(
                prop::sample::select(vec![
                    "President", "Mr.", "Anna", "Smith", "de", "la", "of", "the", "The", "New York",
                    "(ABC)", "ABC", "'s", "’", "said", "in", "and", ",", ".", "“", "”", "University",
                    "River", "J.", "St.", "Jr.", "al-Khatib", "-", "12", "Ki-moon", "&", "Inc.",
                    "Prime Minister", "é", "İstanbul", "ß", "$", "U.S.", "III", "…", "\u{200d}",
                ]),
                0..40,
            ),
            space in prop::sample::select(vec![" ", "", "\n", "\u{a0}"]),
        ) {
            check(&words.join(space));
        }
    }
}
