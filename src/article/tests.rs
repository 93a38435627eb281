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
