//! Words the gate and the stems look out for: closed classes of English, all in small letters and
//! sorted for binary search.

use std::sync::LazyLock;

use super::nations::NATIONS;
use super::ordinals::ORDINALS;
use super::things;
use crate::table::{Numbers, hash};
use crate::text::{NUMBERS, among, packed};
pub(super) use crate::value::MONTHS;

/// Classes of words, a bit each: what [`listed`] tells.
pub(super) mod class {
    pub const FIRST_SECOND: u32 = 1;
    pub const HE: u32 = 1 << 1;
    pub const SHE: u32 = 1 << 2;
    pub const THEY: u32 = 1 << 3;
    pub const NEGATIVE: u32 = 1 << 4;
    pub const PERIOD: u32 = 1 << 5;
    pub const PREPOSITION: u32 = 1 << 6;
    pub const VERB: u32 = 1 << 7;
    /// Is or holds one of [`HE`], as “he’d” does.
    pub const SAYS_HE: u32 = 1 << 8;
    /// Is or holds one of [`SHE`].
    pub const SAYS_SHE: u32 = 1 << 9;
    /// Ends a run of [`REFERRING`](super::REFERRING).
    pub const REFERRED: u32 = 1 << 10;
    /// What the gate looks at for something that an earlier sentence explains.
    pub const POINTING: u32 = 1 << 11;
    /// What the gate looks at for a time.
    pub const TIMING: u32 = 1 << 12;
    /// Begins an amount written in words: “two-year”.
    pub const NUMBER: u32 = 1 << 13;
    /// Begins a fraction.
    pub const FRACTION: u32 = 1 << 14;
    /// An ordinal.
    pub const NOUN: u32 = 1 << 15;
    /// Of [`HEDGES`](super::HEDGES).
    pub const HEDGE: u32 = 1 << 17;
    /// A nationality.
    pub const NATION: u32 = 1 << 16;
    /// Of [`things`](super::super::things).
    pub const THING: u32 = 1 << 18;
}

/// All words of the lists, and the classes of each.
struct Listed {
    words: Numbers,
    classes: Vec<u32>,
}

/// Made at the first word.
static LISTED: LazyLock<Listed> = LazyLock::new(|| {
    let mut listed = Listed {
        words: Numbers::default(),
        classes: Vec::new(),
    };
    let lists: [(&[&str], u32); 5] = [
        (&POINTING, class::POINTING),
        (&TIMING, class::TIMING),
        (&NUMBERS, class::NUMBER),
        (&FRACTIONAL, class::FRACTION),
        (&ORDINALS, class::NOUN),
    ];
    for (list, class) in lists {
        for word in list {
            listed.add(word, class);
        }
    }
    let packed = [
        (FIRST_SECOND, class::FIRST_SECOND),
        (HE, class::HE),
        (SHE, class::SHE),
        (THEY, class::THEY),
        (NEGATIVE, class::NEGATIVE),
        (PERIODS, class::PERIOD),
        (PREPOSITIONS, class::PREPOSITION),
        (AUXILIARIES, class::VERB),
        (VERBS, class::VERB),
        (HEDGES, class::HEDGE),
    ];
    for (list, class) in packed {
        for word in list.split('|') {
            listed.add(word, class);
        }
    }
    for run in REFERRING.split('|') {
        let last = run.rsplit(' ').next().unwrap_or_default();
        listed.add(last, class::REFERRED);
    }
    for (nation, _) in NATIONS {
        listed.add(&crate::letter::in_small(nation), class::NATION);
    }
    for word in things::words() {
        listed.add(&word, class::THING);
    }
    listed
});

impl Listed {
    fn add(&mut self, word: &str, class: u32) {
        let (nth, new) = self.words.add(hash(word));
        if new {
            self.classes.push(0);
        }
        self.classes[nth] |= class;
    }
}

/// The classes of a word in small letters.
pub(super) fn listed(word: &str) -> u32 {
    let known = |word: &str| {
        let nth = LISTED.words.get(hash(word));
        nth.map_or(0, |nth| LISTED.classes[nth])
    };
    let parts = word.split(|c: char| !c.is_alphabetic());
    let parts = parts.fold(0, |all, part| all | known(part));
    let says = |of: u32, says: u32| if parts & of != 0 { says } else { 0 };
    let verb = if ends_as_verb(word) { class::VERB } else { 0 };
    let negative = if word.ends_with("n't") {
        class::NEGATIVE
    } else {
        0
    };
    let first = word.split('-').next().unwrap_or_default();
    known(word)
        | known(first) & class::NUMBER
        | verb
        | negative
        | says(class::HE, class::SAYS_HE)
        | says(class::SHE, class::SAYS_SHE)
}

/// Whether a packed list has a word.
pub(super) fn has(list: &str, word: &str) -> bool {
    among(list, word)
}

/// What makes a sentence less than certain.
pub(super) const HEDGES: &str = "allegedly|could|if|may|might|reportedly";
const _: () = assert!(packed(HEDGES));

/// “that day”, “introduced one in 2011”: what points to another sentence, perhaps.
const POINTING: [&str; 6] = ["one", "such", "that", "these", "this", "those"];

/// “today”, “last year”, “on Friday”: what begins a time.
const TIMING: [&str; 8] = [
    "last",
    "next",
    "on",
    "this",
    "today",
    "tomorrow",
    "tonight",
    "yesterday",
];

/// The first words of fractions.
const FRACTIONAL: [&str; 7] = [
    "a",
    "half",
    "three",
    "three-quarters",
    "two",
    "two-fifths",
    "two-thirds",
];

/// A sentence may begin with these, and stands alone without them.
pub(super) const STRIPPED: &str = "\
    additionally|also|and|besides|but|crucially|finally|furthermore|however|indeed|\
    instead|likewise|meanwhile|moreover|nevertheless|nonetheless|overall|similarly|still|\
    then|yet";
const _: () = assert!(packed(STRIPPED));

/// And with these, where a comma follows.
const JOINING: &str = "afterwards|earlier|later|now|soon|today";
const _: () = assert!(packed(JOINING));

/// Whether a sentence that begins with a word stands alone without it; `comma` tells whether one
/// follows, as it does in “Eventually, …”.
pub(super) fn joins(word: &str, comma: bool) -> bool {
    let adverb = || word.len() > 5 && word.ends_with("ly") || has(JOINING, word);
    has(STRIPPED, word) || comma && adverb()
}

/// Where “he” stands behind a clause that leads to what the sentence is about: “After the war, he …”,
/// “Born in Oslo, he …”, “A lawyer, he …”, “In 2010 he …”. `word` tells a token in small letters.
pub(super) fn led<'a>(word: impl Fn(usize) -> &'a str, first: usize) -> Option<usize> {
    const FAR: usize = 14;
    const NEAR: usize = 5;
    let at = (first + 2..first + FAR).find(|&nth| matches!(word(nth), "he" | "she"))?;
    let begins = word(first);
    let leads = has(PREPOSITIONS, begins)
        || matches!(begins, "born" | "when")
        || begins.len() > 5 && (begins.ends_with("ing") || ends_as_verb(begins));
    let verb = || (first..at).any(|nth| is_verb(word(nth)));
    let plain = || matches!(begins, "at" | "by" | "in" | "on") && at < first + NEAR && !verb();
    (word(at - 1) == "," && (leads || !verb()) || plain()).then_some(at)
}

/// A sentence that begins with these leans on the one before.
pub(super) const LEANING: &str = "\
    accordingly|after|afterwards|all|another|both|consequently|each|either|elsewhere|\
    hence|here|how|later|many|most|neither|nor|or|other|others|otherwise|so|some|\
    subsequently|such|that|therefore|these|this|those|thus|what|when|where|who|why";
const _: () = assert!(packed(LEANING));

/// Runs of words that lean on an earlier sentence, wherever they stand.
pub(super) const REFERRING: &str = "\
    a day later|a month later|a week later|a year later|at that time|at the same time|\
    at the time|by contrast|by then|days later|for example|for instance|hours later|\
    in turn|minutes later|months later|one of them|since then|the former|the latter|\
    the other|the others|the same|years later";
const _: () = assert!(packed(REFERRING));

/// Pronouns of the one who speaks and the one spoken to.
pub(super) const FIRST_SECOND: &str =
    "i|i'd|i'll|i'm|i've|me|my|our|ours|us|we|we'll|we're|we've|you|your";
const _: () = assert!(packed(FIRST_SECOND));

/// Pronouns of a man.
pub(super) const HE: &str = "he|him|himself|his";
const _: () = assert!(packed(HE));
/// Pronouns of a woman.
pub(super) const SHE: &str = "her|hers|herself|she";
const _: () = assert!(packed(SHE));
/// Pronouns of things, and of more than one.
pub(super) const THEY: &str = "it|its|itself|their|theirs|them|themselves|they";
const _: () = assert!(packed(THEY));

/// What denies something.
pub(super) const NEGATIVE: &str = "\
    barely|cannot|hardly|neither|never|no|nobody|none|nor|not|nothing|nowhere|refused|\
    scarcely";
const _: () = assert!(packed(NEGATIVE));

/// “last week” and its kin: what follows “last”, “next” and “this”.
pub(super) const PERIODS: &str = "\
    afternoon|april|autumn|century|day|decade|evening|fall|friday|monday|month|morning|\
    night|saturday|season|spring|summer|sunday|week|weekend|winter|year";
const _: () = assert!(packed(PERIODS));

/// Days of the week, from Monday: in their own order.
pub(super) const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// Prepositions, and conjunctions that begin a clause.
pub(super) const PREPOSITIONS: &str = "\
    about|above|according|across|after|against|along|although|amid|among|around|as|at|\
    because|before|behind|below|beside|between|beyond|by|despite|down|due|during|\
    following|for|from|in|inside|into|like|near|of|off|on|onto|outside|over|past|since|\
    through|throughout|to|toward|towards|under|until|upon|via|while|with|within";
const _: () = assert!(packed(PREPOSITIONS));

/// Forms of to be, to have and to do, and what stands before an infinitive.
pub(super) const AUXILIARIES: &str = "\
    are|be|been|can|could|did|do|does|had|has|have|is|may|might|must|remain|remains|shall|\
    should|was|were|will|would";
const _: () = assert!(packed(AUXILIARIES));

/// Past forms that do not end in “ed”, and present ones common in news.
pub(super) const VERBS: &str = "\
    adds|agree|aims|allows|appear|appears|argue|argues|ask|asks|ate|beat|became|become|becomes|\
    began|begin|begins|believe|believes|bet|bid|bore|bought|bred|bring|brings|broke|brought|\
    build|builds|built|burst|buy|call|calls|came|carries|carry|caught|causes|choose|chose|claim|\
    claims|come|comes|concludes|consider|consists|contain|contains|contributes|cost|costs|cover|\
    covers|create|creates|cut|dates|dealt|depend|depends|describe|describes|die|drank|drew|\
    drove|dug|earn|earns|employ|employs|enter|estimate|estimates|exist|exists|expect|expects|\
    explains|face|faces|falls|fear|feature|features|fed|feel|fell|felt|find|fled|flew|follow|\
    follows|forgot|form|forms|fought|found|froze|gave|generates|get|gets|give|gives|go|goes|got|\
    grew|grow|grows|happen|hear|heard|held|help|helps|hid|hires|hit|hold|holds|hope|hopes|hung|\
    hurt|include|includes|join|joins|keep|keeps|kept|knelt|knew|know|knows|laid|lay|leads|leave|\
    leaves|led|left|lent|let|lie|lies|links|lit|live|lives|lose|loses|lost|made|make|makes|mark|\
    marks|means|meant|meet|meets|met|move|moves|need|needs|notes|offers|opens|operates|orders|\
    overcame|oversaw|own|owns|paid|pay|pays|plan|plans|play|plays|points|predicts|produce|\
    produces|promises|provide|provides|publishes|pulls|pushes|put|quit|raises|ran|rang|ranges|\
    reach|reaches|read|reads|rebuilt|recalls|receive|receives|recommends|remember|remembers|\
    replaces|report|represents|requires|returns|rises|rode|rose|run|runs|said|sang|sank|sat|saw|\
    say|says|seeks|seem|seems|sees|sell|sells|send|sends|sent|serve|serves|set|shone|shook|shot|\
    show|shows|shut|sit|sits|slept|slid|sold|sought|spans|speaks|spend|spends|spent|split|spoke|\
    sprang|spread|stands|start|starts|states|stay|stays|stems|stole|stood|stretches|struck|\
    suggests|support|supports|swam|swept|swore|take|takes|taught|tell|tells|tend|tends|think|\
    thinks|thought|threw|thrust|told|took|travel|turns|understood|use|uses|values|varies|vary|\
    visits|vote|votes|want|wants|warns|weigh|weighs|went|wept|win|wins|withdrew|won|wore|work|\
    works|write|writes|wrote";
const _: () = assert!(packed(VERBS));

/// Whether a word, in small letters, looks like a finite verb.
pub(super) fn is_verb(word: &str) -> bool {
    has(AUXILIARIES, word) || among(VERBS, word) || ends_as_verb(word)
}

fn ends_as_verb(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed")
}
