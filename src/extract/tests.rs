//! What sentences can be asked for, and why others cannot.

use super::*;
use crate::article::Form;
use crate::value::Value;

/// What comes of a text without a title.
fn extracted(text: &str) -> Extraction {
    let article = Article::read(text, Form::Text, Some("An untold story"));
    let about = About {
        id: "test".to_owned(),
        year: 2025,
        ..About::default()
    };
    extract(&article, &about, &mut |_, _| {})
}

/// Each stem with its answer, a line each.
pub(super) fn printed(text: &str) -> String {
    let extraction = extracted(text);
    let asks = extraction.found.facts.iter().flat_map(Fact::asks);
    // Names have tests of their own, and any day of the week can be asked for.
    let named = |ask: &&Ask| {
        ["person", "speaker"]
            .iter()
            .any(|it| ask.id().starts_with(it))
    };
    let asks = asks.filter(|ask| !ask.id().starts_with("weekday") && !named(ask));
    asks.map(|ask| [ask.stem(), " [", &ask.answer().to_string(), "]\n"].concat())
        .collect()
}

#[track_caller]
fn assert_asks(text: &str, expected: &[&str]) {
    let printed = printed(text);
    assert_eq!(printed.lines().collect::<Vec<_>>(), expected);
}

#[track_caller]
fn assert_falls(text: &str, reason: Reason) {
    let reasons: Vec<_> = extracted(text)
        .read
        .iter()
        .map(|read| read.reason)
        .collect();
    assert_eq!(reasons.last(), Some(&Some(reason)), "{text}");
}

#[test]
fn amounts_are_asked_for_with_their_units_left_in_the_stem() {
    assert_asks(
        "Workers carried the bell for nine hours through the snow.",
        &["Workers carried the bell for _____ hours through the snow. [9 hours]"],
    );
    assert_asks(
        "Farmers sold a 90-acre field to the railway for £1.2 million.",
        &[
            "Farmers sold a(n) _____-acre field to the railway for £1.2 million. [90 acres]",
            "Farmers sold a 90-acre field to the railway for _____. [£1.2 million]",
        ],
    );
    assert_asks(
        "Bakers raised the price of bread by 12% after a poor harvest.",
        &["Bakers raised the price of bread by _____ after a poor harvest. [12%]"],
    );
    assert_asks(
        "Ferries need 10-12 days for the crossing in bad weather.",
        &["Ferries need _____ days for the crossing in bad weather. [10 to 12 days]"],
    );
    assert_asks(
        "Ferries need between ten and 12 days for the whole crossing.",
        &["Ferries need _____ days for the whole crossing. [10 to 12 days]"],
    );
    assert_asks(
        "Volunteers planted sixteen fruit trees behind the old wall.",
        &["Volunteers planted _____ fruit trees behind the old wall. [16 trees]"],
    );
    assert_asks(
        "Builders found a 14-year-old boy asleep beneath the stage.",
        &["Builders found a(n) _____-year-old boy asleep beneath the stage. [14 years]"],
    );
    assert_asks(
        "Ada Boe, 34, left the village at the age of 19, in a hired cart.",
        &[
            "Ada Boe, aged _____, left the village at the age of 19, in a hired cart. [34]",
            "Ada Boe, 34, left the village at the age of _____, in a hired cart. [19]",
        ],
    );
    assert_asks(
        "Visitors left US$3 million and NZ $ 40 in the two boxes.",
        &[
            "Visitors left _____ and NZ $ 40 in the two boxes. [US$3 million]",
            "Visitors left US$3 million and _____ in the two boxes. [NZ$40]",
        ],
    );
}

#[test]
fn labels_scores_and_tiny_counts_are_no_amounts() {
    for text in [
        "Readers of page 45 and of Article 50 were surprised by both.",
        "Spectators cheered as the home side lost 1 – 2 on a muddy pitch.",
        "Guests of room 12 complained about the noise from the street.",
        "Crews of two ships shouted at each other across the harbour.",
        "Flights of the Comet 4 to the outer islands were seldom full.",
    ] {
        assert_eq!(printed(text), "", "{text}");
    }
}

#[test]
fn dates_are_asked_for_as_they_are_written() {
    assert_asks(
        "Divers raised the wreck from the lake on April 12, 1981 with balloons.",
        &["Divers raised the wreck from the lake on _____ with balloons. [April 12, 1981]"],
    );
    assert_asks(
        "Divers raised the wreck on 12 April and sold it in May 1982.",
        &[
            "Divers raised the wreck on _____ and sold it in May 1982. [12 April]",
            "Divers raised the wreck on 12 April and sold it in _____. [May 1982]",
        ],
    );
    assert_asks(
        "Miners dug the first tunnel below the town in 1874 without machines.",
        &["Miners dug the first tunnel below the town in _____ without machines. [1874]"],
    );
    assert_asks(
        "Painters and poets met in the cellar during the 1920s and quarrelled.",
        &["Painters and poets met in the cellar during the _____ and quarrelled. [1920s]"],
    );
    assert_asks(
        "Painters and poets met in the cellar in the late 1920s and quarrelled.",
        &["Painters and poets met in the cellar in the late _____ and quarrelled. [1920s]"],
    );
    assert_asks(
        "Divers raised the wreck in the fall of 1981 with the help of the town.",
        &["Divers raised the wreck in the fall of _____ with the help of the town. [1981]"],
    );
    // Nobody takes 2041 for the aim of a plan.
    assert_eq!(
        printed("The miners of the town want to close all of the tunnels by 2040."),
        ""
    );
    // Two ends of a span give each other away.
    assert_eq!(
        printed("Miners dug tunnels below the old town from 1874 to 1881 for ore."),
        ""
    );
}

#[test]
fn words_of_a_kind_are_asked_for() {
    assert_asks(
        "Traders sent copper down the river to a Danish firm on its fifth voyage.",
        &[
            "Traders sent copper down the river to a(n) _____ firm on its fifth voyage. [Danish]",
            "Traders sent copper down the river to a Danish firm on its _____ voyage. [fifth]",
        ],
    );
    // The two words are one, or one tells the other.
    for text in [
        "Passengers waved to the bus driver from the top of the hill.",
        "Merchants traded in copper and zinc on the banks of the river.",
        "Farmers in Denmark sold their land to a Danish company of their own.",
    ] {
        assert_eq!(printed(text), "", "{text}");
    }
}

#[test]
fn what_only_joins_a_sentence_to_others_is_cut() {
    assert_asks(
        "However, divers raised the wreck with 40 balloons on Tuesday morning.",
        &["Divers raised the wreck with _____ balloons. [40 balloons]"],
    );
    assert_asks(
        "Yesterday, divers raised the old wreck with the help of 40 balloons.",
        &["Divers raised the old wreck with the help of _____ balloons. [40 balloons]"],
    );
    assert_asks(
        "PORT ANLOW, 3 May 2021 (Newswire) – Divers raised the steamer from the lake with 40 balloons.",
        &["Divers raised the steamer from the lake with _____ balloons. [40 balloons]"],
    );
    for opener in ["Eventually", "Later"] {
        assert_asks(
            &[opener, ", divers raised the old wreck with 40 balloons."].concat(),
            &["Divers raised the old wreck with _____ balloons. [40 balloons]"],
        );
    }
    assert_asks(
        "Late last year, divers raised the old wreck with 40 balloons.",
        &["Divers raised the old wreck with _____ balloons. [40 balloons]"],
    );
}

#[test]
fn a_sentence_that_tells_what_it_speaks_of_leans_on_no_other() {
    for text in [
        "Another 40 divers were hurt when the wreck rolled over in the lake.",
        "All 40 members of the crew were hurt when the wreck rolled over.",
        "Divers carried those injured in the fall of the wreck to 40 tents.",
        "Divers from the northern ward brought 40 balloons, the most of this ward.",
        "The Northerners of the town lost their boat and 40 balloons in the lake.",
        "Divers found the old coal mine below the lake after 40 days.",
        "The old club elects 40 divers who are to look after the lake.",
        "Divers were shown to the ‘best' rooms of the house after 40 days.",
    ] {
        assert_eq!(printed(text).lines().count(), 1, "{text}");
    }
    // Which company is meant was told once, and is told all the time.
    let text = "Divers raised the company of their town to fame. A mayor thanked the company. A \
                town loved the company. The company sold 40 balloons to the mayor of the town.";
    assert!(printed(text).contains("The company sold _____ balloons"));
}

#[test]
fn a_long_sentence_loses_a_clause_at_its_end() {
    assert_asks(
        "Divers raised the wreck of the steamer with the help of 40 balloons, which had been sewn \
         together by the sailmakers of the town in a single winter.",
        &["Divers raised the wreck of the steamer with the help of _____ balloons. [40 balloons]"],
    );
    // The comma closes a clause here.
    assert_asks(
        "The steamer, which sank with 40 balloons on board before anybody in the harbour had seen \
         a balloon of any kind, lies below the lighthouse now.",
        &[
            "The steamer, which sank with _____ balloons on board before anybody in the harbour \
             had seen a balloon of any kind, lies below the lighthouse now. [40 balloons]",
        ],
    );
}

#[test]
fn a_sentence_that_leans_on_others_falls() {
    assert_falls(
        "They raised the wreck with the help of 40 large balloons.",
        Reason::Pronoun,
    );
    assert_falls(
        "In April, they raised the wreck with the help of 40 balloons.",
        Reason::Pronoun,
    );
    assert_falls(
        "Divers from the town raised it with the help of 40 balloons.",
        Reason::Pronoun,
    );
    assert_falls(
        "Otherwise, divers raised the wreck with the help of 40 balloons.",
        Reason::Leaning,
    );
    assert_falls(
        "These divers raised the wreck with the help of 40 balloons.",
        Reason::Leaning,
    );
    assert_falls(
        "One had to be raised with the help of 40 balloons.",
        Reason::Leaning,
    );
    assert_falls(
        "Divers raised a wreck, and another was left where it lay in 1907.",
        Reason::Reference,
    );
    assert_falls(
        "Ida Berg of the Norvik Times contributed to the report from Ketil Island.",
        Reason::NoAnswer,
    );
    assert_falls(
        "The man raised the wreck with the help of 40 balloons.",
        Reason::Reference,
    );
    assert_falls(
        "Divers raised the wreck that day with the help of 40 balloons.",
        Reason::Reference,
    );
    assert_falls(
        "Is it true that divers raised the wreck with 40 balloons?",
        Reason::Question,
    );
    assert_falls(
        "We raised the wreck with the help of 40 balloons and a rope.",
        Reason::FirstPerson,
    );
    assert_falls("Divers raised 40 wrecks.", Reason::Short);
    assert_falls(
        "A wreck of many years with 40 balloons around its rusty hull.",
        Reason::Fragment,
    );
    assert_falls(
        "Divers raised many more wrecks last year than the 40 in all the years before.",
        Reason::RelativeTime,
    );
    assert_falls(
        "Divers could not raise the wreck with their 40 balloons.",
        Reason::Negative,
    );
    assert_falls(
        "“The wreck came up with a sigh after 40 years below,” said the oldest diver.",
        Reason::Quotation,
    );
}

#[test]
fn a_year_before_the_year_of_writing_is_told_as_such() {
    let text = "A wreck is raised\n\n3 May 2021\n\nThe steamer lay below the lighthouse for a long \
                time.\n\nDivers last year raised 40 wrecks from the bottom of the lake.";
    let printed = printed(text);
    assert!(
        printed.contains(
            "Divers in 2020 raised _____ wrecks from the bottom of the lake. [40 wrecks]"
        ),
        "{printed}"
    );
}

#[test]
fn a_quotation_over_several_sentences_is_passed_over() {
    let text = "“The wreck came up slowly,” the diver said. “Forty years it lay there. Some 300 \
                people watched from the shore and cheered all day.”";
    assert_falls(text, Reason::Quotation);
    // A speech that goes on in the next paragraph is not closed in this one.
    let text = "\"The wreck came up slowly.\n\n\"Forty years it lay there,\" the diver said. Divers \
                raised the wreck with 40 balloons.";
    assert!(printed(text).contains("with _____ balloons"));
    let text = text.replace("\n\n", " ");
    assert!(printed(&text).contains("with _____ balloons"));
}

#[test]
fn every_ask_cites_the_sentence_it_was_made_of() {
    let text = "Divers raised the wreck with the help of 40 balloons in all.\n\nMiners dug the first \
                tunnel below the town in 1874.";
    let article = Article::read(text, Form::Text, Some("A title"));
    for fact in extracted(text).found.facts {
        let range = fact.range().expect("is cited");
        assert_eq!(&article.text()[range], fact.statement());
    }
}

/// An article that names several persons and places, and one more paragraph.
fn named(paragraph: &str) -> String {
    let text = [
        "Ruth Ablett keeps the museum in Dunford. She opened it in 1987 with her savings.\n\n\
         Peter Rudd sold his farm near Selby. Mary Tilley and John Hanley live in Oslo.\n\n\
         Officials from Norway and Sweden came by train, and two more from Denmark.\n\n",
        paragraph,
    ];
    let extraction = extracted(&text.concat());
    let facts = extraction.found.facts.iter();
    let last = facts.filter(|fact| paragraph.contains(fact.statement()));
    let asks = last.flat_map(Fact::asks);
    asks.map(|ask| [ask.stem(), " [", &ask.answer().to_string(), "]\n"].concat())
        .collect()
}

#[test]
fn persons_are_asked_for_where_nothing_gives_them_away() {
    assert_eq!(
        named("Helen Castellan showed the visitors around the old tower."),
        "_____ showed the visitors around the old tower. [Helen Castellan]\n"
    );
    // Offices that everybody knows the holder of, and relatives.
    for text in [
        "President Helen Castellan showed the visitors around the old tower.",
        "The miller's wife Helen Castellan showed the visitors around the yard.",
    ] {
        assert_eq!(named(text), "", "{text}");
    }
    assert_eq!(
        named("“The wheel has never stopped in two hundred years,” said Helen Castellan."),
        "“The wheel has never stopped in two hundred years,” said _____. [Helen Castellan]\n"
    );
}

#[test]
fn a_pronoun_at_the_beginning_becomes_the_one_person_it_can_be() {
    let one = named("Giles Rowan bought the tower. He repaired the roof within 14 weeks.");
    let stem = "[Giles Rowan] repaired the roof within _____ weeks. [14 weeks]";
    assert!(one.contains(stem), "{one}");
    for he in [
        "A former sailor, he",
        "Later, he",
        "In the summer he",
        "Two years ago, he",
        "After his retirement, he",
        "Born in Leeds, he",
    ] {
        let text = [
            "Giles Rowan bought the tower. ",
            he,
            " repaired the roof within 14 weeks.",
        ]
        .concat();
        let asked = named(&text);
        assert!(asked.contains("[Giles Rowan] repaired the roof"), "{asked}");
    }
    // It could be either.
    let two =
        named("Giles Rowan met Olive Prentice at the tower. He repaired the roof within 14 weeks.");
    assert!(!two.contains("14"), "{two}");
}

#[test]
fn a_place_loses_the_country_it_lies_in() {
    let printed = named("Two of the engineers met again in Helsinki, Finland, in a small hotel.");
    assert!(
        printed.contains("met again in _____, in a small hotel. [Helsinki]"),
        "{printed}"
    );
    // The people tell the country.
    let printed = named("A Finnish engineer came back from Finland with a small wheel.");
    assert!(!printed.contains("[Finland]"), "{printed}");
}

#[test]
fn one_of_three_names_in_a_row_is_not_asked_for() {
    let text = "The letters were carried by Helen Castellan, Giles Rowan and Olive Prentice in a small boat.";
    assert_eq!(named(text), "");
    let two = named("The letters were carried by Helen Castellan and Giles Rowan in a boat.");
    assert!(two.contains("[Giles Rowan]"), "{two}");
}

#[test]
fn what_a_person_is_goes_from_before_the_blank() {
    for (text, stem) in [
        (
            "Danish captain Helen Castellan mended the torn sail with a piece of rope.",
            "_____ mended the torn sail with a piece of rope. [Helen Castellan]",
        ),
        (
            "The report was read by the town's librarian Giles Rowan on a cold evening.",
            "The report was read by _____ on a cold evening. [Giles Rowan]",
        ),
        (
            "Rain spoiled a race which the referee Giles Rowan awarded to a boat from the coast.",
            "Rain spoiled a race which _____ awarded to a boat from the coast. [Giles Rowan]",
        ),
    ] {
        let printed = named(text);
        assert!(printed.contains(stem), "{text}\n{printed}");
    }
}

#[test]
fn wrong_answers_to_a_bound_lie_where_it_is_false() {
    let excluded = |text: &str, other: &str| {
        let facts = extracted(text).found.facts;
        let other = Value::parse(Kind::Number, other).expect("reads");
        let exclude = facts[0].asks()[0].exclude();
        exclude.iter().any(|it| it.overlaps(&other))
    };
    let more = "Farmers planted more than 700 trees along the old road to the coast.";
    assert!(excluded(more, "400 trees"));
    assert!(!excluded(more, "900 trees"));
    let fewer = "Farmers planted fewer than 700 trees along the old road to the coast.";
    assert!(!excluded(fewer, "400 trees"));
    assert!(excluded(fewer, "900 trees"));
    let facts = extracted("Miners dug the first tunnel below the town around 1874 for ore.").found;
    let exclude = facts.facts[0].asks()[0].exclude();
    let years: Vec<_> = exclude.iter().map(ToString::to_string).collect();
    assert_eq!(years, ["1872", "1873", "1875", "1876"]);
}

#[test]
fn a_year_before_a_noun_is_no_count() {
    let printed = named("Critics praised more than 1950 games from Leeds in a long list.");
    assert!(!printed.contains("[1950 games]"), "{printed}");
    let printed = named("Critics praised more than 3950 games from Leeds in a long list.");
    assert!(printed.contains("[3950 games]"), "{printed}");
}

#[test]
fn whom_an_article_is_about_is_worth_less_than_who_is_named_once() {
    let text = "Giles Rowan built the tower of oak. Giles Rowan painted the tower in green. \
        Giles Rowan mended the clock with wire. The council thanked Giles Rowan and paid for wine. \
        Olive Prentice oiled the wheel with the fat of a goose.";
    let extraction = extracted(text);
    let merits: Vec<_> = extraction
        .merits
        .iter()
        .flatten()
        .copied()
        .zip(extraction.found.facts.iter().flat_map(Fact::asks))
        .map(|(merit, ask)| (ask.answer().to_string(), merit))
        .collect();
    let of = |name: &str| {
        merits
            .iter()
            .filter(|(it, _)| it == name)
            .map(|it| it.1)
            .max()
    };
    assert!(of("Olive Prentice") > of("Giles Rowan"), "{merits:?}");
}

#[test]
fn what_was_told_of_before_is_not_counted() {
    let printed =
        named("In the evening the captain of Leeds thanked the three sailors from Norway.");
    assert!(!printed.contains("[3 sailors]"), "{printed}");
    let printed = named("In the evening the captain of Leeds thanked three sailors from Norway.");
    assert!(printed.contains("[3 sailors]"), "{printed}");
}

#[test]
fn a_sentence_put_together_wrongly_is_not_asked_about() {
    assert_eq!(
        named("In 1994 the council of Leeds has changed the rules for 14 boats."),
        ""
    );
    let whole = named("In 1994 the council of Leeds changed the rules for 14 boats.");
    assert!(whole.contains("[14 boats]"), "{whole}");
}
