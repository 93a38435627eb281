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
