//! Nouns that lean on a sentence before.

use crate::text::packed;

/// Heads of “the …” that only an earlier sentence explains: persons and happenings.
pub(super) const ANAPHORIC: &str = "\
    accident|accused|actor|actress|agreement|allegation|allegations|amount|analyst|announcement|\
    answer|appeal|argument|arrest|artist|astronaut|attack|attempt|attorney|author|authors|\
    batsman|best|boss|bowler|boxer|boy|brother|brothers|candidate|captain|case|cause|ceo|\
    chairman|chairwoman|champion|champions|chancellor|change|changes|charge|charges|chief|\
    children|claim|claims|clip|coach|colleagues|colonel|comedian|comment|comments|composer|\
    conflict|controversy|couple|crash|crime|crisis|critic|criticism|cyclist|daughter|deal|\
    debate|decision|decline|defendant|defender|difference|director|discovery|dispute|doctor|\
    document|driver|drop|duke|duo|editor|effect|effort|efforts|email|engineer|episode|event|\
    explosion|fall|families|family|fan|fans|farmer|father|figure|figures|find|finding|findings|\
    first|five|former|forward|founder|four|friends|gap|general|girl|goalkeeper|golfer|group|\
    groups|head|hearing|husband|idea|image|incident|increase|inquiry|interview|investigation|\
    item|items|journalist|judge|keeper|killing|killings|king|known|last|latter|lawyer|leader|\
    letter|list|loser|man|man's|manager|mayor|measure|measures|meeting|men|message|midfielder|\
    minister|monarch|mother|move|murder|musician|next|novelist|number|nurse|offence|officer|\
    official|old|one|ones|option|options|order|other|others|owner|painter|pair|parents|photo|\
    pilot|pitcher|plan|plans|player|poet|post|premier|president|prince|princess|problem|process|\
    professor|proposal|pupil|queen|question|rapper|reason|remark|remarks|reply|report|reporter|\
    request|researcher|researchers|response|rest|result|results|rider|rise|row|ruling|runner|\
    runner-up|sailor|scandal|scheme|scientist|scientists|second|senator|sentence|shooting|side|\
    singer|sister|sisters|six|skipper|soldier|son|speech|star|statement|step|steps|striker|\
    student|study|suggestion|sum|suspect|suspects|teacher|team|teams|teenager|thing|things|\
    third|three|total|trial|trio|tweet|twins|two|value|verdict|version|veteran|victim|victims|\
    video|whole|wife|winger|winner|winners|woman|women|work|writer|youth";
const _: () = assert!(packed(ANAPHORIC));
