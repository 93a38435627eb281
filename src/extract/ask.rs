//! Asks: what a sentence that passed the gate can be asked for, with stems, answers and what may
//! not stand beside them.

use std::cell::OnceCell;
use std::ops::Range;

use super::Reason;
use super::apposition::{described, kept};
use super::beside::SAYING;
use super::cast::{Cast, misread};
use super::dangling::{dangling, headless};
use super::gate::{Edit, Passed};
use super::lexicon::{HE, PREPOSITIONS, SHE, has, is_verb};
use super::line::Line;
use super::names::Mention;
use super::nations::people;
use super::peers::peers;
use super::sex::Sex;
use super::span::{Sort, Span};
use super::stem::{stem, words as words_of};
use super::token::{Shape, Token};
use super::told;
use crate::text::{self, Word, packed};
use crate::value::{Kind, Value};

/// A name that cannot be asked for.
struct Unfit;

/// An ask before its options are looked for.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub id: String,
    pub sort: Sort,
    pub stem: String,
    pub answer: Value,
    /// Index of the entity it asks for: what may and may not stand beside a name is looked up only
    /// where the ask is kept.
    pub entity: Option<usize>,
    /// Whether it asks who said something.
    pub says: bool,
    /// Whether the stem tells what the person is that it asks for.
    pub told: bool,
    /// How much the stem speaks of something that it does not name.
    pub dangles: u32,
    /// Wrong answers from lists, as a text each, of an answer that is no name of the article.
    pub listed: Vec<String>,
    pub exclude: Vec<Value>,
}

/// Words of the shortest stem that names nobody and nothing.
const LEAST: usize = 7;

/// What the id of an ask begins with that asks who said something.
pub(crate) const SPEAKER: &str = "speaker";

/// Words of the longest stem.
const LONGEST: usize = 34;

/// All that a sentence can be asked for; the reason where it is nothing.
pub(super) fn asks(
    line: &Line<'_>,
    passed: &Passed,
    spans: Vec<Span>,
    cast: &Cast<'_>,
    title: &[Word],
) -> Result<Vec<Asked>, Reason> {
    let mut asked = Vec::new();
    let mut fallen = Reason::NoAnswer;
    let words = OnceCell::new();
    let words = || words.get_or_init(|| line.said());
    let found = spans.into_iter().map(|span| amount(line, passed, span));
    let named = line
        .mentions
        .iter()
        .map(|mention| name(line, passed, mention, cast));
    for ask in found.chain(named).flatten() {
        let runs = ask.answer.runs();
        let length = words_of(&ask.stem);
        // “_____ helicopters were in the air” could be of any day.
        let others = line.mentions.len() - usize::from(ask.entity.is_some());
        if length > LONGEST
            || length < LEAST && others == 0
            || length <= LEAST && ask.entity.is_some()
        {
            fallen = if length > LONGEST {
                Reason::Long
            } else {
                Reason::Short
            };
            continue;
        }
        let in_title = runs.iter().any(|run| text::holds(title, run));
        if in_title
            || occurrences(words(), &runs[0]) > 1
            || may_echo(words(), &runs, passed) && ask.answer.echoed_in(&text::words(&ask.stem))
            || ask.sort == Sort::Place && echoed(&ask.stem, &ask.answer)
        {
            fallen = Reason::Obvious;
        } else {
            asked.push(ask);
        }
    }
    if asked.is_empty() && passed.speech {
        Err(Reason::Quotation)
    } else if asked.is_empty() && !passed.denials.is_empty() {
        Err(Reason::Negative)
    } else if asked.is_empty() {
        Err(fallen)
    } else {
        Ok(asked)
    }
}

fn occurrences(words: &[Word], run: &[Word]) -> usize {
    words
        .windows(run.len().max(1))
        .filter(|it| *it == run)
        .count()
}

/// Whether a stem may name its answer: every word of one of its forms has to stand elsewhere in the
/// sentence, unless something is said otherwise in the stem.
fn may_echo(words: &[Word], runs: &[Vec<Word>], passed: &Passed) -> bool {
    let left = |is: &dyn Fn(&&Word) -> bool| {
        words.iter().filter(is).count() > runs[0].iter().filter(is).count()
    };
    let word = |word: &Word| word.is_number() || left(&|it| *it == word);
    passed.edits.iter().any(|edit| !edit.text.is_empty())
        || runs.iter().any(|run| run.iter().all(word))
        // An amount is echoed by its number alone.
        || left(&|it| it.is_number())
}

fn quoted(passed: &Passed, range: &Range<usize>) -> bool {
    passed
        .quoted
        .iter()
        .any(|quoted| quoted.start < range.end && range.start < quoted.end)
}

/// Whether something is denied so near an answer that it may be denied of it.
fn denied(passed: &Passed, tokens: &Range<usize>) -> bool {
    const NEAR: usize = 7;
    passed
        .denials
        .iter()
        .any(|&nth| nth + NEAR > tokens.start && nth < tokens.end + NEAR)
}

/// The ask for a date or amount.
fn amount(line: &Line<'_>, passed: &Passed, span: Span) -> Option<Asked> {
    // The wrong answers to “two” are all larger.
    let small = matches!(&span.value, Value::Quantity(it) if it.steps().0 < 3);
    if denied(passed, &span.tokens) {
        return None;
    }
    let aside = span.tokens.start > 0 && line.is_mark(span.tokens.start - 1, '(');
    if small
        || aside
        || passed.speech
        || quoted(passed, &span.range)
        || span.tokens.start < passed.first
    {
        return None;
    }
    if told::amount(line, &span) {
        return None;
    }
    let mut more = Vec::new();
    // “Ada Boe, 34, …” asks for an age only where that is said.
    if span.sort == Sort::Age && span.tokens.start > 0 && line.is_mark(span.tokens.start - 1, ',') {
        more.push(Edit {
            range: span.range.start..span.range.start,
            text: "aged ".to_owned(),
        });
    }
    let stem = stem(line, passed, &span.range, &more)?;
    Some(Asked {
        id: id(span.sort.id(), span.tokens.start),
        sort: span.sort,
        dangles: dangling(&stem),
        stem,
        answer: span.value,
        entity: None,
        says: false,
        told: false,
        listed: span.listed,
        exclude: span.exclude,
    })
}

fn id(kind: &str, nth: usize) -> String {
    [kind, "-", &(nth + 1).to_string()].concat()
}

/// The ask for a name.
fn name(line: &Line<'_>, passed: &Passed, mention: &Mention, cast: &Cast<'_>) -> Option<Asked> {
    let entity = &cast.names.entities[mention.entity];
    let tokens = line.tokens_of(&mention.range);
    if quoted(passed, &mention.range) || tokens.start < passed.first || tokens.is_empty() {
        return None;
    }
    if enumerated(line, mention, cast) {
        return None;
    }
    let twice = line
        .mentions
        .iter()
        .filter(|it| it.entity == mention.entity);
    if twice.count() > 1 {
        return None;
    }
    let sort = match entity.kind {
        Kind::Person => Sort::Person,
        Kind::Place => Sort::Place,
        Kind::Organisation => Sort::Organisation,
        _ => return None,
    };
    if sort == Sort::Person && (misread(&entity.name) || cast.placed(mention.entity)) {
        return None;
    }
    // Of what kind an organisation is has to be known for others to stand beside it.
    if sort == Sort::Organisation && entity.class.is_none() && peers(&entity.name).is_none() {
        return None;
    }
    if told::name(line, &tokens, sort, entity.class) {
        return None;
    }
    if passed.speech && sort != Sort::Person {
        return None;
    }
    let mut range = mention.range.clone();
    let before = line.before(tokens.start, 1);
    // “de Miranda”, whose name begins with the particle.
    let particle = line.shape(tokens.start.wrapping_sub(1)) == Some(Shape::Small)
        && matches!(
            before,
            "de" | "van" | "von" | "der" | "al" | "bin" | "la" | "del" | "di" | "da"
        );
    // “former _____” takes part of what was cut for the name.
    let was = matches!(before, "acting" | "ex" | "former" | "late" | "then");
    if matches!(before, "a" | "an") || particle || was {
        return None;
    }
    // “the United States” may stand beside “France”; other names with “the” stand by themselves.
    if before == "the" && entity.class == Some("country") {
        range.start = line.tokens[tokens.start - 1].range.start;
    }
    let silent = passed.speech && !speaker(line, &tokens, &[]);
    if cast.in_title(mention.entity) || silent {
        return None;
    }
    // What somebody says may deny something.
    let after = passed.denials.iter().all(|&nth| nth > tokens.end + 1);
    let spoken = sort == Sort::Person && after && speaker(line, &tokens, &[]);
    if !free(line, &tokens, sort) || !spoken && denied(passed, &tokens) {
        return None;
    }
    let mut more = Vec::new();
    let mut called = Called::default();
    if sort == Sort::Person {
        called = person(line, passed, mention, &tokens, cast).ok()?;
        more.append(&mut called.cuts);
    } else {
        more.extend(body(line, mention, &tokens, cast).ok()?);
    }
    let answer = cast.value(line.text, mention, &range, called.sex);
    let cut = more.iter().any(|edit| edit.text.is_empty());
    let gone: Vec<_> = more.iter().map(|edit| edit.range.clone()).collect();
    let stem = stem(line, passed, &range, &more)?;
    let dangles = dangling(&stem);
    // “the company” was that of which somebody is the head.
    if cut && sort == Sort::Person && headless(&stem) {
        return None;
    }
    let says = sort == Sort::Person && speaker(line, &tokens, &gone);
    let kind = if says { SPEAKER } else { sort.id() };
    Some(Asked {
        id: id(kind, tokens.start),
        sort,
        dangles,
        stem,
        answer,
        entity: Some(mention.entity),
        says,
        told: called.told,
        listed: Vec::new(),
        exclude: Vec::new(),
    })
}

/// What a stem tells of the person that it asks for.
#[derive(Default)]
struct Called {
    sex: Option<Sex>,
    /// Whether it tells what the person is.
    told: bool,
    /// What it leaves out.
    cuts: Vec<Edit>,
}

/// What a stem tells of a person; an error where it tells too much.
fn person(
    line: &Line<'_>,
    passed: &Passed,
    mention: &Mention,
    tokens: &Range<usize>,
    cast: &Cast<'_>,
) -> Result<Called, Unfit> {
    let honorific = Cast::honorific(line.text, &mention.range);
    let famous = honorific.is_none() && cast.famous(line, tokens);
    // Where few are named with “Mr”, it goes, and what stands before it.
    let alone = honorific.filter(|_| cast.alone(line.text, &mention.range));
    let first = alone.map_or(tokens.start, |honorific| {
        let start = mention.range.start - 1 - honorific.len();
        line.tokens_of(&(start..start + 1)).start
    });
    let spoken = first..tokens.end;
    let cuts = described(line, passed, &spoken);
    let cut: usize = cuts.iter().map(|cut| words(line, cut)).sum();
    if famous || gendered(line, tokens) || cut > 0 && line.words() - cut < LEAST {
        return Err(Unfit);
    }
    let mut called = Called {
        sex: pronoun(line, passed, mention, cast, &cuts)?,
        told: kept(line, &cuts, &spoken),
        cuts: Vec::new(),
    };
    if first < tokens.start && !cuts.iter().any(|cut| cut.end == first) {
        called.cuts.push(spared(line, first..tokens.start, tokens));
    }
    called
        .cuts
        .extend(cuts.into_iter().map(|cut| spared(line, cut, tokens)));
    Ok(called)
}

/// The cut of what stands behind a place or organisation and tells it; an error where it cannot go.
fn body(
    line: &Line<'_>,
    mention: &Mention,
    tokens: &Range<usize>,
    cast: &Cast<'_>,
) -> Result<Option<Edit>, Unfit> {
    let entity = &cast.names.entities[mention.entity];
    let outer = outer(line, mention, cast)?;
    // “Springfield, Ohio”, which tells it.
    let around = line
        .tokens
        .get(tokens.end + 1)
        .is_some_and(Token::is_capital);
    if entity.kind == Kind::Place && outer.is_none() && line.is_mark(tokens.end, ',') && around {
        return Err(Unfit);
    }
    let tells = |neighbour: &Mention| {
        let other = &cast.names.entities[neighbour.entity];
        let cut = |edit: &Edit| line.text[edit.range.clone()].contains(&*other.name);
        let meets = || cast.meet(neighbour.entity, mention.entity);
        other.name != entity.name && !outer.as_ref().is_some_and(cut) && meets()
    };
    if line.mentions.iter().any(tells) {
        return Err(Unfit);
    }
    Ok(outer)
}

/// How many words and numbers a run of tokens holds.
fn words(line: &Line<'_>, tokens: &Range<usize>) -> usize {
    let held = line.tokens[tokens.clone()].iter();
    held.filter(|it| it.is_word() || it.shape == Shape::Number)
        .count()
}

/// The cut of what stands right before or behind a name, with the space between.
fn spared(line: &Line<'_>, cut: Range<usize>, name: &Range<usize>) -> Edit {
    let range = if cut.end <= name.start {
        line.tokens[cut.start].range.start..line.tokens[name.start].range.start
    } else {
        line.tokens[name.end - 1].range.end..line.tokens[cut.end - 1].range.end
    };
    Edit {
        range,
        text: String::new(),
    }
}

/// Whether a name is one of three or more in a row: nobody remembers which ones stood there.
fn enumerated(line: &Line<'_>, mention: &Mention, cast: &Cast<'_>) -> bool {
    const MANY: usize = 3;
    const FAR: usize = 7;
    let kind = |it: &Mention| cast.names.entities[it.entity].kind;
    let alike: Vec<_> = line
        .mentions
        .iter()
        .filter(|it| kind(it) == kind(mention))
        .collect();
    // Between two names of a row stand a comma or “and”, and whose or of what they are.
    let joined = |pair: &[&Mention]| {
        let between = line.tokens_of(&pair[0].range).end..line.tokens_of(&pair[1].range).start;
        let other =
            |nth: usize| line.mention(nth).is_some() || line.shape(nth) == Some(Shape::Possessive);
        let mut marks = between
            .clone()
            .filter(|&nth| line.is_mark(nth, ',') || matches!(line.word(nth), "and" | "or"));
        let plain = between.len() <= FAR
            && between.clone().all(|nth| {
                let word = line.word(nth);
                let clause = is_verb(word)
                    || has(PREPOSITIONS, word) && !matches!(word, "of" | "from" | "for" | "as")
                    || matches!(word, "who" | "which" | "that" | "but" | "while" | "when");
                !clause || other(nth)
            });
        plain && marks.next().is_some()
    };
    let mut run = 1;
    let mut holds = alike
        .first()
        .is_some_and(|first| first.range == mention.range);
    for pair in alike.windows(2) {
        if joined(pair) {
            run += 1;
        } else {
            run = 1;
            holds = false;
        }
        holds |= pair[1].range == mention.range || run == 2 && pair[0].range == mention.range;
        if holds && run >= MANY {
            return true;
        }
    }
    false
}

/// The pronoun that tells whether a man or a woman is meant, if the stem has one: then all options
/// have to be one. `None` where the article does not tell of whom it speaks.
fn pronoun(
    line: &Line<'_>,
    passed: &Passed,
    mention: &Mention,
    cast: &Cast<'_>,
    cuts: &[Range<usize>],
) -> Result<Option<Sex>, Unfit> {
    // “Bo Lind said Ada Boe had helped her team”: of her, not of him.
    let others = line.mentions.iter().filter(|it| {
        it.entity != mention.entity
            && it.range.start > mention.range.end
            && line.persons.contains(&it.entity)
    });
    let loose = line.loose.iter().filter(|it| it.start > mention.range.end);
    let others = others.map(|it| &it.range).chain(loose);
    // Who is named in what is cut is not named.
    let starts = others.map(|it| line.tokens_of(it).start);
    let other = starts
        .filter(|nth| !cuts.iter().any(|cut| cut.contains(nth)))
        .min();
    let end = other.unwrap_or(line.tokens.len());
    let behind = &line.lower[passed.first + 1..end.max(passed.first + 1)];
    let told = |list: &str| behind.iter().any(|word| has(list, word));
    let sex = match (told(HE), told(SHE)) {
        (false, false) => None,
        (true, false) => Some(Sex::He),
        (false, true) => Some(Sex::She),
        (true, true) => return Err(Unfit),
    };
    if sex.is_none() || cast.sex(mention.entity) == sex {
        Ok(sex)
    } else {
        Err(Unfit)
    }
}

/// In “Helsinki, Finland” the cut of the country, which would tell the city from one elsewhere.
/// An error where the name cannot be asked for, as it is the country, or the cut would hurt.
fn outer(line: &Line<'_>, mention: &Mention, cast: &Cast<'_>) -> Result<Option<Edit>, Unfit> {
    const WHOLES: [&str; 4] = ["area", "country", "home nation", "us-state"];
    let tokens = line.tokens_of(&mention.range);
    let whole = |mention: &Mention| {
        let entity = &cast.names.entities[mention.entity];
        entity.kind == Kind::Place && entity.class.is_some_and(|class| WHOLES.contains(&class))
    };
    let before = tokens
        .start
        .checked_sub(2)
        .filter(|_| line.is_mark(tokens.start - 1, ','));
    let inner = before.and_then(|nth| line.mention(nth));
    if whole(mention) {
        // “Helsinki, Finland, …”, but not “Sweden, Finland and Norway”.
        return inner.is_none_or(whole).then_some(None).ok_or(Unfit);
    }
    let behind = line
        .mention(tokens.end + 1)
        .filter(|it| line.is_mark(tokens.end, ',') && whole(it));
    let Some(behind) = behind else {
        return Ok(None);
    };
    let around = line.tokens_of(&behind.range);
    let ends = matches!(
        line.shape(around.end),
        Some(Shape::Mark(',' | '.') | Shape::Small)
    );
    if around.start != tokens.end + 1 || !ends {
        return Err(Unfit);
    }
    // The comma behind it goes too where it only closed the aside.
    let closing = line.is_mark(around.end, ',') && is_verb(line.word(around.end + 1));
    let end = around.end + usize::from(closing);
    Ok(Some(Edit {
        range: line.tokens[tokens.end].range.start..line.tokens[end - 1].range.end,
        text: String::new(),
    }))
}

/// Whether a name is that of who speaks.
fn speaker(line: &Line<'_>, tokens: &Range<usize>, gone: &[Range<usize>]) -> bool {
    const NEAR: usize = 10;
    const FAR: usize = 24;
    let person = line.mention(tokens.start);
    // “Bo Lind, who keeps the records of the Harbour Board, said”
    let aside = line.is_mark(tokens.end, ',');
    let reach = if aside { FAR } else { NEAR };
    // “Bo Lind, who warned of it, went home”
    let cut = |nth: usize| {
        let at = line.tokens.get(nth).map_or(0, |it| it.range.start);
        gone.iter().any(|gone| gone.contains(&at))
    };
    let saying = |nth: &usize| has(SAYING, line.word(*nth)) && !cut(*nth);
    // Far behind, only right behind the aside.
    let behind = (tokens.end..tokens.end + reach)
        .find(|nth| saying(nth) && (*nth < tokens.end + NEAR || line.is_mark(nth - 1, ',')));
    let before = (tokens.start.saturating_sub(3)..tokens.start).find(saying);
    // Between the name and the verb stands nobody else.
    let other = |nth: usize| {
        let far = nth >= tokens.end + NEAR;
        (tokens.end..nth).any(|nth| {
            let speaks = |it: &Mention| !far || line.persons.contains(&it.entity);
            line.mention(nth)
                .is_some_and(|it| Some(it) != person && speaks(it))
        })
    };
    before.is_some() || behind.is_some_and(|nth| !other(nth))
}

/// Whether the words around a name tell whether a man or a woman is meant: “his wife Ada”.
fn gendered(line: &Line<'_>, tokens: &Range<usize>) -> bool {
    const TOLD: &str = "\
    actress|boy|brother|daughter|father|girl|grandfather|grandmother|grandson|husband|\
    king|lady|man|mother|nephew|niece|prince|princess|queen|sister|son|widow|wife|woman";
    const _: () = assert!(packed(TOLD));
    let near = tokens.start.saturating_sub(3)..(tokens.end + 4).min(line.tokens.len());
    near.into_iter().any(|nth| has(TOLD, line.word(nth)))
}

/// Whether a stem names the people of the place asked for, or what else is called after it:
/// “Swedish” tells Sweden.
fn echoed(stem_text: &str, answer: &Value) -> bool {
    const ROOT: usize = 4;
    let root = |word: &str| {
        word.chars()
            .map(crate::letter::small)
            .take(ROOT)
            .collect::<String>()
    };
    let capital = |word: &&str| word.starts_with(char::is_uppercase) && word.chars().count() > ROOT;
    let split = |text: &str| {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(capital);
        words.map(root).collect::<Vec<_>>()
    };
    let stem = split(stem_text);
    people(stem_text, &answer.to_string())
        || split(&answer.to_string())
            .iter()
            .any(|root| stem.contains(root))
}

/// Whether a name stands by itself, and is not part of a longer one: not “the Osaka meeting”.
fn free(line: &Line<'_>, tokens: &Range<usize>, sort: Sort) -> bool {
    let next = line.word(tokens.end);
    let follows = match line.shape(tokens.end) {
        None => true,
        Some(Shape::Mark(mark)) => !matches!(mark, '-' | '–' | '/' | '&' | '(' | ':' | '\'' | '’'),
        // “_____’ office” is of somebody whose name ends in s.
        Some(Shape::Possessive) => sort != Sort::Place && line.raw(tokens.end).ends_with('s'),
        Some(Shape::Small) => {
            has(PREPOSITIONS, next)
                || is_verb(next)
                || next.ends_with("ly")
                || matches!(
                    next,
                    "and"
                        | "or"
                        | "but"
                        | "who"
                        | "which"
                        | "that"
                        | "where"
                        | "when"
                        | "also"
                        | "if"
                        | "so"
                        | "than"
                        | "then"
                        | "to"
                        | "the"
                        | "a"
                        | "an"
                        | "not"
                        | "whose"
                )
        }
        Some(_) => false,
    };
    let Some(before) = tokens.start.checked_sub(1) else {
        return follows;
    };
    let word = line.word(before);
    let precedes = match line.shape(before) {
        Some(Shape::Mark(mark)) => !matches!(mark, '-' | '–' | '/' | '&' | '(' | '#' | '@'),
        // “Sweden’s Berg”, “Labour’s Jo Field”.
        Some(Shape::Possessive) => sort == Sort::Person,
        Some(Shape::Small) => true,
        Some(Shape::Capital | Shape::Capitals | Shape::Initial) => {
            before == 0 && !is_verb(word) || sort == Sort::Person
        }
        _ => false,
    };
    follows && precedes
}
