//! Odd texts: each has an outcome that can be told.

use super::*;

#[track_caller]
fn paragraphs(pasted: &str, form: Form) -> Vec<String> {
    let article = check(pasted, form);
    let ranges = article.paragraphs().iter().map(|it| it.range.clone());
    ranges
        .map(|range| article.text()[range].to_owned())
        .collect()
}

#[test]
fn nothing_and_a_word_are_no_article() {
    for pasted in [
        "",
        " \n\t\r\n",
        "\u{feff}",
        "\u{200b}\u{202e}\u{fffd}",
        "mill",
        "🔥🔥\n🔥",
    ] {
        for form in [Form::Text, Form::Markdown, Form::Html] {
            assert!(paragraphs(pasted, form).is_empty(), "{pasted:?}");
        }
    }
    assert_eq!(check("mill", Form::Text).title(), "mill");
}

#[test]
fn a_text_without_punctuation_keeps_its_longer_lines() {
    let pasted =
        "the mill\nthe old mill by the river burned down\nnobody in the town was hurt by it";
    assert_eq!(
        paragraphs(pasted, Form::Text),
        [
            "the old mill by the river burned down",
            "nobody in the town was hurt by it"
        ]
    );
}

#[test]
fn all_capitals_are_read_like_any_text() {
    let pasted = "MILL BURNS DOWN\n\nTHE OLD MILL BURNED DOWN. NOBODY WAS HURT.\n\nTHE OWNERS WILL BUILD IT UP.";
    let article = check(pasted, Form::Text);
    assert_eq!(article.title(), "MILL BURNS DOWN");
    assert_eq!(article.paragraphs().len(), 2);
}

#[test]
fn what_no_reader_sees_is_left_out() {
    let pasted = "The\u{a0}old \u{202e}mill\u{202c} bur\u{ad}ned\u{200b} do\u{fffd}wn.\u{2028}In\u{2009}2019 🔥\u{fe0f}.";
    assert_eq!(
        paragraphs(pasted, Form::Text),
        ["The old mill burned down.", "In 2019 🔥."]
    );
    let article = check(pasted, Form::Text);
    let burned = article.text().find("burned").expect("is kept");
    assert_eq!(&pasted[article.pasted(burned..burned + 6)], "bur\u{ad}ned");
}

#[test]
fn a_paragraph_of_repeats_is_one_and_repeated_lines_are_furniture() {
    let line = "The mill by the river burned down.";
    let many = [line, " "].concat().repeat(100_000);
    assert_eq!(paragraphs(&many, Form::Text).len(), 1);
    let lines = [line, "\n"].concat().repeat(100_000);
    assert_eq!(paragraphs(&lines, Form::Text), [line]);
    let dropped = check(&lines, Form::Text).dropped().len();
    assert_eq!(dropped, 99_999);
}

#[test]
fn one_line_of_a_megabyte_is_one_paragraph() {
    let line = "The mill by the river burned down and nobody was hurt. ".repeat(20_000);
    assert_eq!(paragraphs(&line, Form::Text).len(), 1);
    assert_eq!(paragraphs(&"mill".repeat(300_000), Form::Text).len(), 1);
}

#[test]
fn nesting_a_hundred_thousand_deep_is_read() {
    let deep = [
        "<div><b>".repeat(100_000),
        "<p>The mill burned down.</p>".to_owned(),
    ]
    .concat();
    assert_eq!(paragraphs(&deep, Form::Html), ["The mill burned down."]);
    let closing = ["<p>The mill burned down.", &"</div></b>".repeat(100_000)].concat();
    assert_eq!(paragraphs(&closing, Form::Html), ["The mill burned down."]);
    let quoted = [">".repeat(100_000), " The mill burned down.".to_owned()].concat();
    assert_eq!(
        paragraphs(&quoted, Form::Markdown),
        ["The mill burned down."]
    );
}

#[test]
fn scripts_never_become_text() {
    let page = "<p>The mill burned down.<script>if (a < b) alert('</p>')</script>
        <style>p::before { content: 'It did.' }</style><svg><text>It did.</text></svg>
        <noscript><p>Please turn it on.</p></noscript><template><p>It did.</p></template>
        <textarea>It did.</textarea><p onclick=\"a > b\">Nobody was hurt.</p><script>alert(1)";
    assert_eq!(
        paragraphs(page, Form::Html),
        ["The mill burned down.", "Nobody was hurt."]
    );
}

#[test]
fn a_live_blog_keeps_its_sentences_and_not_its_hours() {
    let pasted = "\
Mill fire: what we know
14:05
The mill by the river is burning, the brigade says.
14:20 GMT
Nobody was hurt, the mayor told the paper.
Updated at 2.45pm
15 minutes ago
Rain has begun to fall.";
    insta::assert_snapshot!(outline(pasted, Form::Text), @"
    title: Mill fire: what we know
    ##
    The mill by the river is burning, the brigade says.
    Nobody was hurt, the mayor told the paper.
    Rain has begun to fall.
    - Title: Mill fire: what we know
    - Stamp: 14:05
    - Stamp: 14:20 GMT
    - Stamp: Updated at 2.45pm
    - Stamp: 15 minutes ago
    ");
}

#[test]
fn a_poem_and_a_list_are_no_paragraphs() {
    let pasted = "\
The mill

Beside the stream
There stood a wheel
It turned all day
And ground the meal,
And when it stopped

- Walls
- A roof
• The wheel has to be made anew by hand.
1. Water
2. Wind";
    insta::assert_snapshot!(outline(pasted, Form::Text), @"
    title: The mill
    ##
    The wheel has to be made anew by hand.
    - Title: The mill
    - Heading: Beside the stream
    - Heading: There stood a wheel
    - Heading: It turned all day
    - Fragment: And ground the meal,
    - Heading: And when it stopped
    - Item: - Walls
    - Item: - A roof
    - Heading: 1. Water
    - Heading: 2. Wind
    ");
}
