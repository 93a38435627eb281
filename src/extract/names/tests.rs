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
