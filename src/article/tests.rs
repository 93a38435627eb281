mod hostile;

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

/// What an article is read as: title, date, then paragraphs below their sections, then what fell.
fn outline(pasted: &str, form: Form) -> String {
    let article = Article::read(pasted, form, None);
    let mut lines = vec![["title: ", article.title()].concat()];
    if let Some(date) = article.date() {
        lines.push(format!("date: {date}"));
    }
    let mut section = None;
    for paragraph in article.paragraphs() {
        if section != Some(paragraph.section) {
            section = Some(paragraph.section);
            let title = &article.sections()[paragraph.section];
            lines.push(["## ", title].concat().trim_end().to_owned());
        }
        lines.push(article.text()[paragraph.range.clone()].to_owned());
    }
    for dropped in article.dropped() {
        let line = pasted[dropped.pasted.clone()].replace('\n', " / ");
        lines.push(format!("- {:?}: {line}", dropped.why));
    }
    lines.join("\n")
}

/// Checks what every article keeps: ranges in order, in bounds and on whole characters.
fn check(pasted: &str, form: Form) -> Article {
    let article = Article::read(pasted, form, None);
    let text = article.text();
    let (mut end, mut pasted_end) = (0, 0);
    for paragraph in article.paragraphs() {
        let range = paragraph.range.clone();
        assert!(
            end == 0 || &text[end..range.start] == "\n\n",
            "a blank line parts them"
        );
        assert!(paragraph.section < article.sections().len());
        let own = &text[range.clone()];
        assert!(!own.is_empty() && own.trim() == own && !own.contains("  "));
        let from = article.pasted(range.clone());
        assert!(
            from.start >= pasted_end && from.start < from.end,
            "{from:?}"
        );
        assert!(pasted.is_char_boundary(from.start) && pasted.is_char_boundary(from.end));
        (end, pasted_end) = (range.end, from.end);
    }
    assert_eq!(end, text.len());
    let titles: BTreeSet<_> = article.sections().iter().collect();
    assert_eq!(titles.len(), article.sections().len());
    let used: BTreeSet<_> = article.paragraphs().iter().map(|it| it.section).collect();
    assert_eq!(used.len(), article.sections().len());
    for dropped in article.dropped() {
        assert!(!pasted[dropped.pasted.clone()].is_empty());
    }
    article
}

/// Texts of pieces that mean something to one form or another.
fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "The mill burned down. ",
        "Who was it?",
        "\n",
        "\n\n",
        "\r\n",
        "# ",
        "**",
        "*",
        "_",
        "`",
        "```\n",
        "[",
        "](",
        ")",
        "]",
        "[1]",
        "[x]: y\n",
        "> ",
        "- ",
        "1. ",
        "|",
        "|---|\n",
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<article>",
        "</article>",
        "<nav>",
        "</div>",
        "<div hidden>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<a href='",
        "'>",
        "&amp;",
        "&#8217;",
        "&",
        "<h1>",
        "<table>",
        "</table>",
        "\u{a0}",
        "\u{200b}",
        "\u{fffd}",
        "é",
        "“",
        "”",
        "‘",
        "’",
        "\"",
        "(",
        "🔥",
        "=",
        "---\n",
        "By Ada Moss\n",
        "Read more: ",
        "See also\n",
        "LONDON, May 3 — ",
        "\\",
        "Dr. ",
        "U.S. ",
        "? ",
        "! ",
        "…",
        " ",
        "<br>",
        "<sup>",
        "title: ",
        "    ",
        "\t",
        "[edit]",
    ]);
    prop_oneof![
        prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat()),
        any::<String>(),
    ]
}

proptest! {
    #[test]
    fn no_text_breaks_what_every_article_keeps(pasted in texts()) {
        for form in [Form::Text, Form::Markdown, Form::Html] {
            let article = check(&pasted, form);
            let length = article.text().len();
            // Any range leads to somewhere in what was pasted.
            for at in [0, length / 3, length / 2, length, length + 9] {
                let from = article.pasted(at..at + length / 4);
                prop_assert!(pasted.get(from).is_some());
            }
        }
        let _ = Form::of(&pasted, None);
    }

    #[test]
    fn plain_text_keeps_its_letters(pasted in texts()) {
        let article = check(&pasted, Form::Text);
        for paragraph in article.paragraphs() {
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            let from = &pasted[article.pasted(paragraph.range.clone())];
            // Footnote marks are cut out of paragraphs.
            if !from.contains('[') {
                prop_assert_eq!(letters(&article.text()[paragraph.range.clone()]), letters(from));
            }
        }
    }
}

#[test]
fn plain_text_becomes_title_sections_and_paragraphs() {
    let pasted = "\
The mill by the river
Monday, 4 March 2019
By Ada Moss
The old mill burned down on Sunday night, and nobody was hurt.
Read more: Mills of the north
How did it begin?
A spark from the oven set the roof on fire, the brigade said.
The mill. Image: Bo Lund.
Names
Ada Moss
Bo Lund
Cy Poe
The owners want to build it up again.
Sign up for our weekly letter.
Related articles
The other mill";
    insta::assert_snapshot!(outline(pasted, Form::Text), @"
    title: The mill by the river
    date: 4 March 2019
    ##
    The old mill burned down on Sunday night, and nobody was hurt.
    ## How did it begin?
    A spark from the oven set the roof on fire, the brigade said.
    The owners want to build it up again.
    - Title: The mill by the river
    - Stamp: Monday, 4 March 2019
    - Byline: By Ada Moss
    - Promotion: Read more: Mills of the north
    - Credit: The mill. Image: Bo Lund.
    - Heading: Names
    - Heading: Ada Moss
    - Heading: Bo Lund
    - Heading: Cy Poe
    - Promotion: Sign up for our weekly letter.
    - Tail: Related articles
    - Heading: The other mill
    ");
}

#[test]
fn lines_broken_at_a_width_are_joined() {
    let pasted = "\
A title that stands by itself

The old mill by the river burned down on Sunday night, and nobody
was hurt. The brigade came with forty men and women and stayed until
the morning, when rain began to fall.

The owners, two sisters from the town, want to build it up again with
bricks from the old walls.
";
    check(pasted, Form::Text);
    insta::assert_snapshot!(outline(pasted, Form::Text), @"
    title: A title that stands by itself
    ##
    The old mill by the river burned down on Sunday night, and nobody was hurt. The brigade came with forty men and women and stayed until the morning, when rain began to fall.
    The owners, two sisters from the town, want to build it up again with bricks from the old walls.
    - Title: A title that stands by itself
    ");
}

#[test]
fn a_page_leaves_its_furniture_out() {
    let page = r#"<!DOCTYPE html><html lang="en"><head><title>The mill burns | The Daily Post</title>
<meta property="article:published_time" content="2024-05-03T10:00:00Z"><style>p { color: red }</style>
<script>document.write("<p>No word of this is read.</p>")</script></head>
<body><header><a href="/">The Daily Post</a></header><nav><ul><li>News<li>Sport</ul></nav>
<main><article><h1>The <em>old</em> mill burns</h1><p class="byline">By Ada Moss
<p>The mill by the&nbsp;river burned down on Sunday&nbsp;&mdash; nobody was hurt&#8230; <a href="x">so far</a>.
<aside><p>Ten other mills burned down this year.</p></aside>
<figure><img src="m.jpg"><figcaption>The mill last year.</figcaption></figure>
<h2>What comes next</h2><p><b>The owners want to build it up again.</b> They have R&amp;D money.</p>
<ul><li>Walls<li>A roof<li>The wheel has to be made anew by hand.</ul>
<table><tr><td>Bricks<td>40,000</table><pre>let it = burn();</pre>
<p><a href="/other">Another mill that burned down in the spring of last year</a></p></article></main>
<footer><p>All of this is ours, says the Daily Post.</p></footer></body></html>"#;
    insta::assert_snapshot!(outline(page, Form::of(page, None)), @"
    title: The old mill burns
    date: 3 May 2024
    ##
    The mill by the river burned down on Sunday — nobody was hurt… so far.
    ## What comes next
    The owners want to build it up again. They have R&D money.
    The wheel has to be made anew by hand.
    - Title: The <em>old</em> mill burns
    - Item: Walls
    - Item: A roof
    - Table: Bricks<td>40,000
    - Code: let it = burn();
    - Promotion: Another mill that burned down in the spring of last year
    ");
    let article = Article::read(page, Form::Html, None);
    assert_eq!(article.lang(), Some("en"));
    let burned = article.text().find("river burned").expect("is read");
    assert_eq!(
        &page[article.pasted(burned - 4..burned + 5)],
        "the&nbsp;river"
    );
}

#[test]
fn marks_of_markdown_vanish() {
    let pasted = r#"---
title: The mill burns
date: 2024-05-03
---
![The mill](mill.jpg)

The **old mill** by the *river* [burned
down](https://example.org/mill_(old)) on Sunday, `says` Ada_Moss & co. &mdash; see [the list][1].[^2]
It took 5*3 hours, <b>she</b> said \*twice\* [so far].

What comes *next*
-----------------
> The owners want to build it up
> again, they say.

**How much?**
It will cost a lot.

* Walls
* A [roof](roof.html)
* The wheel has to be made
  anew by hand.

| what | price |
|------|------:|
| roof | 1,000 |

```
let it = "burn";
```

    and = "more";

## See also
- [Other mills](mills.html)

[1]: https://example.org/list
[^2]: In the town's book.
"#;
    insta::assert_snapshot!(outline(pasted, Form::of(pasted, Some("mill.md"))), @r#"
    title: The mill burns
    date: 3 May 2024
    ##
    The old mill by the river burned down on Sunday, says Ada_Moss & co. — see the list. It took 5*3 hours, she said *twice* [so far].
    ## What comes next
    The owners want to build it up again, they say.
    ## How much?
    It will cost a lot.
    The wheel has to be made anew by hand.
    - Item: Walls
    - Item: A [roof
    - Table: | what | price | / |------|------:| / | roof | 1,000 |
    - Code: ``` / let it = "burn"; / ```
    - Code: and = "more";
    - Tail: See also
    - Tail: Other mills
    "#);
}

#[test]
fn datelines_and_date_lines_tell_the_date() {
    let date = |pasted: &str| {
        let article = check(pasted, Form::Text);
        let text = article.text().to_owned();
        (article.date().map(|date| date.to_string()), text)
    };
    let told = [
        ("Wednesday, April 13, 2011\n", "13 April 2011"),
        ("Published 3 May 2024\n", "3 May 2024"),
        ("2024-05-03\n", "3 May 2024"),
        ("By Ada Moss, Sept. 3rd, 2024\n", "3 September 2024"),
        ("3 May 2024 • 5 min read\n", "3 May 2024"),
        (
            "Ada Moss, The Post 8:42 a.m. EDT May 3, 2024\n",
            "3 May 2024",
        ),
        ("LONDON, May 3 — ", "3 May"),
        ("WASHINGTON, D.C., May 3, 2024 (Post) -- ", "3 May 2024"),
    ];
    for (line, expected) in told {
        let pasted = ["The old mill burns\n", line, "The mill burned down."].concat();
        let expected = (
            Some(expected.to_owned()),
            "The mill burned down.".to_owned(),
        );
        assert_eq!(date(&pasted), expected, "{line}");
    }
    for kept in [
        "In May, 12 mills burned.",
        "May 3 - a Friday - was dry.",
        "NASA - the agency - left.",
    ] {
        assert_eq!(date(kept), (None, kept.to_owned()));
    }
}

#[test]
fn marks_of_an_encyclopaedia_are_cut_out() {
    let pasted = "The mill\n\nThe mill[1][note 2] burned down[citation needed] in May.[12]\n\n\
        History[edit]\n\nIt was “[a] gift” of [2004] people [sic].[a]\n\nReferences\n\n^ A book.";
    insta::assert_snapshot!(outline(pasted, Form::Text), @"
    title: The mill
    ##
    The mill burned down in May.
    ## History
    It was “[a] gift” of [2004] people [sic].
    - Title: The mill
    - Tail: References
    - Tail: ^ A book.
    ");
}

#[test]
fn a_form_is_told_by_the_name_of_its_file_or_by_its_looks() {
    let looks = [
        ("The mill has a <b> in its name, and one * too.", Form::Text),
        ("He wrote </p> and <br>. It was [sic] (odd).", Form::Text),
        ("1 < 2 and 3 > 2\n\n5 * 3 ** 2", Form::Text),
        ("  <!DOCTYPE html><p>Mill", Form::Html),
        ("<p>The mill.</p><p>It burned.</p>", Form::Html),
        ("Mill <p>one</p> <div>two</div></div>", Form::Html),
        ("# The mill\n\nIt **burned** down.", Form::Markdown),
        (
            "The [mill](a) and the [wheel](b) **burned**.",
            Form::Markdown,
        ),
    ];
    for (text, form) in looks {
        assert_eq!(Form::of(text, None), form, "{text}");
        assert_eq!(Form::of(text, Some("mill.TXT")), Form::Text);
        assert_eq!(Form::of(text, Some("a/b.c/mill.md")), Form::Markdown);
        assert_eq!(Form::of(text, Some("mill.htm")), Form::Html);
        assert_eq!(Form::of(text, Some("mill.doc")), form);
    }
}

#[test]
fn a_given_title_takes_the_place_of_the_one_found() {
    let read = |title| Article::read("Mill burns\n\nIt burned.", Form::Text, title);
    assert_eq!(read(None).title(), "Mill burns");
    assert_eq!(read(Some("  ")).title(), "Mill burns");
    let article = read(Some("The old mill"));
    assert_eq!(
        (article.title(), article.text()),
        ("The old mill", "It burned.")
    );
    assert_eq!(article.sections(), [""]);
}
