//! “He” and “she”, and the first names that tell which.

use crate::text::{among, packed};

/// Which pronoun an article uses of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sex {
    He,
    She,
}

impl Sex {
    /// What a first name tells, where only men or only women have it.
    pub fn of_name(first: &str) -> Option<Self> {
        if among(MEN, first) {
            Some(Self::He)
        } else if among(WOMEN, first) {
            Some(Self::She)
        } else {
            None
        }
    }

    /// The fine type of persons whose pronoun a stem shows.
    pub fn class(self) -> &'static str {
        match self {
            Self::He => "he",
            Self::She => "she",
        }
    }
}

/// First names of men, in order.
const MEN: &str = "\
    Aaron|Adam|Alan|Albert|Alexander|Alfred|Andrew|Anthony|Antonio|Arthur|Barack|Benjamin|\
    Bernard|Bill|Bob|Boris|Brian|Bruce|Carl|Carlos|Charles|Christopher|Craig|Daniel|Dave|David|\
    Dennis|Dick|Dmitry|Donald|Douglas|Edward|Eric|Ernest|Eugene|Francis|Frank|Fred|Frederick|\
    Gary|Geoffrey|George|Gerald|Giovanni|Gordon|Graham|Greg|Gregory|Guy|Hans|Harold|Harry|Henry|\
    Howard|Hugh|Ian|Isaac|Ivan|Jack|Jacob|James|Jason|Jeff|Jeffrey|Jerry|Jim|Joe|John|Johnny|\
    Jonathan|Jose|Joseph|Josh|Joshua|Juan|Justin|Karl|Keith|Kenneth|Kevin|Klaus|Larry|Lawrence|\
    Leonard|Lewis|Louis|Luis|Luke|Marc|Marco|Mario|Mark|Martin|Matthew|Max|Michael|Miguel|Mike|\
    Mohamed|Mohammed|Nathan|Neil|Nicholas|Nick|Nigel|Oliver|Oscar|Otto|Patrick|Paul|Pedro|Peter|\
    Philip|Phillip|Ralph|Raymond|Richard|Rob|Robert|Roger|Ronald|Roy|Russell|Ryan|Samuel|Scott|\
    Sean|Sergei|Simon|Stanley|Stefan|Stephen|Steve|Steven|Stuart|Ted|Terry|Thomas|Tim|Timothy|\
    Tom|Tony|Vincent|Vladimir|Walter|Warren|William";
const _: () = assert!(packed(MEN));

/// First names of women, in order.
const WOMEN: &str = "\
    Abigail|Alexandra|Alice|Alison|Amanda|Amelia|Amy|Andrea|Angela|Anita|Anna|Anne|Annie|\
    Barbara|Beatrice|Beth|Betty|Brenda|Bridget|Carol|Caroline|Carolyn|Catherine|Charlotte|\
    Cheryl|Christina|Christine|Claire|Clara|Cynthia|Daisy|Deborah|Debra|Diana|Diane|Donna|\
    Dorothy|Eleanor|Elena|Elizabeth|Ellen|Emily|Emma|Esther|Eva|Evelyn|Fiona|Florence|Frances|\
    Gloria|Grace|Greta|Hannah|Heather|Heidi|Helen|Hillary|Ingrid|Irene|Isabel|Jacqueline|Jane|\
    Janet|Janice|Jennifer|Jenny|Jessica|Jill|Joan|Joanna|Josephine|Joyce|Judith|Judy|Julia|\
    Julie|Karen|Kate|Katherine|Kathleen|Kathryn|Katie|Laura|Lauren|Laurie|Leila|Lillian|Linda|\
    Lisa|Liz|Louise|Lucy|Lydia|Margaret|Maria|Marie|Marilyn|Martha|Mary|Megan|Melanie|Melissa|\
    Michelle|Miriam|Monica|Nancy|Naomi|Natalie|Nicole|Nina|Nora|Olivia|Pamela|Patricia|Paula|\
    Pauline|Rachel|Rebecca|Rosa|Rosemary|Ruth|Sally|Samantha|Sandra|Sara|Sarah|Sharon|Sharron|\
    Sheila|Shirley|Silvia|Sofia|Sonia|Sophia|Sophie|Stella|Stephanie|Susan|Susanna|Sylvia|Tanya|\
    Teresa|Theresa|Tina|Ursula|Valerie|Vanessa|Veronica|Victoria|Virginia|Wendy|Yvonne|Zoe";
const _: () = assert!(packed(WOMEN));
