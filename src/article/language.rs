//! Which language an article is in: whether English, and if not, which it seems to be.
//!
//! Letters tell languages that are written with their own; the rest are told by their smallest
//! words. In a running text of any of these languages, one word of four or five is among them.

/// So much of a text is looked at, in bytes, taken from its whole length.
const ENOUGH: usize = 8 << 10;

/// The smallest share of a text's words that are the small words of its language: one of so many.
const RAREST: usize = 10;

/// The longest small word, in bytes.
const LONGEST: usize = 12;

/// A text of so many words is short: one small word is enough.
const SHORT: usize = 40;

/// What language a text is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// Another, by its English name.
    Other(&'static str),
    /// None that can be told, or none at all.
    Unknown,
}

/// Languages by the letters they are written with: the first and the last letter of a range.
const SCRIPTS: [(char, char, &str); 17] = [
    ('\u{370}', '\u{3ff}', "Greek"),
    (
        '\u{400}',
        '\u{52f}',
        "Russian or another language in Cyrillic letters",
    ),
    ('\u{530}', '\u{58f}', "Armenian"),
    ('\u{590}', '\u{5ff}', "Hebrew"),
    (
        '\u{600}',
        '\u{6ff}',
        "Arabic or another language in Arabic letters",
    ),
    (
        '\u{900}',
        '\u{97f}',
        "Hindi or another language in Devanagari letters",
    ),
    ('\u{980}', '\u{9ff}', "Bengali"),
    ('\u{a00}', '\u{a7f}', "Punjabi"),
    ('\u{b80}', '\u{bff}', "Tamil"),
    ('\u{c00}', '\u{c7f}', "Telugu"),
    ('\u{e00}', '\u{e7f}', "Thai"),
    ('\u{1000}', '\u{109f}', "Burmese"),
    ('\u{10a0}', '\u{10ff}', "Georgian"),
    ('\u{1f00}', '\u{1fff}', "Greek"),
    ('\u{3040}', '\u{30ff}', "Japanese"),
    ('\u{4e00}', '\u{9fff}', "Chinese"),
    ('\u{ac00}', '\u{d7af}', "Korean"),
];

/// Small words of languages in Latin letters. Words of several languages stand in each.
const WORDS: [(&str, &str); 17] = [
    (
        "English",
        "the of and to in is that was for it with as his on be at by he this had not are but from \
         or have an they which one you were her all she there would their we him been has when \
         who will more no if out so said what up its about than into them can only other after \
         some could these two may then do first any my now such our over did over also how where",
    ),
    (
        "German",
        "der die und das den von zu ist des sich mit dem nicht ein eine auf auch es an werden aus \
         er hat dass sie nach bei einer um am sind noch wie einem einen so wird im für über zum \
         war haben nur oder aber vor zur bis mehr durch man sein wurde sei ich wir als hatte kann",
    ),
    (
        "French",
        "de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il \
         sont la avec son sa ses aux cette mais comme ou elle été nous leur y fait ont ces deux \
         même aussi sans tout je vous entre être lui où dont selon après avait était d l qu n s c",
    ),
    (
        "Spanish",
        "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus \
         le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era \
         muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte",
    ),
    (
        "Italian",
        "di che è e la il un a per in una mi sono ho non ma ha con si lo da come io le questo qui \
         hai bene sei del se anche al della dei nel alla più gli delle dell i l all degli era nella \
         dal sul ed suo sua loro ci essere stato dopo due o su tra fra perché quando dalla ai cui",
    ),
    (
        "Portuguese",
        "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao \
         ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso \
         ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram",
    ),
    (
        "Dutch",
        "de van een het en in is dat op te zijn met voor niet aan er om ook als dan maar bij of \
         uit nog door naar heeft tot ze wordt deze over hij werd die meer was hebben kan worden \
         dit je ik hun zich wat geen zo al moet veel haar na tegen onder daar zou jaar",
    ),
    (
        "Swedish",
        "och i att det som en på är av för med den till inte har de ett om han var men sig från så \
         vi kan när år säger hon under också efter eller nu sin där vid mot ska skulle kommer ut \
         får finns vara hade alla andra mycket än här då sedan över bara blir upp även vad jag",
    ),
    (
        "Danish or Norwegian",
        "og i at det er en til på som af for med de den har ikke et om han var men sig fra så vi \
         kan når år siger hun under også efter eller nu sin ved mod skal ville kommer ut får være \
         havde hadde alle andre meget mye end enn her da siden over blir bliver etter av seg opp",
    ),
    (
        "Polish",
        "i w na z do się nie że to jest o jak po co za od przez ale dla tym są oraz ze jego tego \
         być może który która które już tylko lub był było czy ich jej przed także roku przy \
         pod ten ta jako tak będzie bez gdy można ma też nad ponad",
    ),
    (
        "Turkish",
        "ve bir bu da de için ile olarak çok daha en olan gibi kadar sonra var ne o ki ise değil \
         yeni ancak ama her mi olduğu tarafından göre önce yok ya şey bunu büyük iki oldu dedi \
         türkiye hem veya arasında diye ben sen biz ilk son üzerinde",
    ),
    (
        "Indonesian or Malay",
        "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut \
         bisa ada mereka lebih kata tahun sudah atau saat oleh menjadi orang ia telah adalah \
         seperti sebagai bahwa dapat para harus namun kita dua masih hari hanya kepada oleh satu",
    ),
    (
        "Finnish",
        "ja on ei se että oli hän mutta ovat myös kun mukaan jos niin kuin sen joka olla vain ole \
         tai voi jo nyt sekä mitä hänen vuonna joita jotka ollut tämä tämän eivät siitä sitä",
    ),
    (
        "Czech or Slovak",
        "a se v na je že to s z do o i jako za pro podle po k ale by od ve jsou si jeho který \
         která které při byl byla bylo nebo už tak jen co aby sa som ako bol bola sú pre \
         ktorý ktorá ktoré alebo už však také jeho také není",
    ),
    (
        "Romanian",
        "de și în a la cu să nu o pe din care că este un au mai pentru fi se prin după sunt fost \
         dar ce lui ca între sau am către cele lor fiind acest această doar despre",
    ),
    (
        "Hungarian",
        "a az és hogy nem is egy ez meg de csak már volt el mint még ki azt vagy ha mert szerint \
         után majd lesz kell lehet minden között több ezt aki ami van voltak",
    ),
    (
        "Vietnamese",
        "và của là có trong được cho không các một với những người này đã khi để từ đến năm ở ra \
         vào về tại như nhiều cũng sẽ theo trên phải đó nhưng còn bị",
    ),
];

/// The language a text is in.
#[must_use]
pub fn language(text: &str) -> Language {
    let sample = sample(text);
    let mut scripts = [0usize; SCRIPTS.len()];
    let mut latin = 0;
    for c in sample.iter().flat_map(|piece| piece.chars()) {
        if c.is_ascii_alphabetic() || matches!(c, 'À'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') {
            latin += 1;
        } else if c >= '\u{370}' {
            let within = |(first, last, _): &(char, char, &str)| (*first..=*last).contains(&c);
            if let Some(nth) = SCRIPTS.iter().position(within) {
                scripts[nth] += 1;
            }
        }
    }
    let foreign: usize = scripts.iter().sum();
    if foreign > latin {
        return by_script(scripts, foreign);
    }
    by_words(&sample)
}

/// Pieces of a text, from all over it.
fn sample(text: &str) -> Vec<&str> {
    if text.len() <= ENOUGH {
        return vec![text];
    }
    let pieces = 16;
    (0..pieces)
        .map(|nth| {
            let start = super::floor(text, text.len() / pieces * nth);
            &text[start..super::floor(text, start + ENOUGH / pieces)]
        })
        .collect()
}

fn by_script(mut scripts: [usize; SCRIPTS.len()], all: usize) -> Language {
    let of = |name: &str| SCRIPTS.iter().position(|(.., it)| *it == name);
    // Japanese is written with Chinese characters as well.
    if let (Some(kana), Some(han)) = (of("Japanese"), of("Chinese"))
        && scripts[kana] * 10 > all
    {
        scripts[kana] += std::mem::take(&mut scripts[han]);
    }
    let most = (0..scripts.len()).max_by_key(|&nth| scripts[nth]);
    most.map_or(Language::Unknown, |nth| Language::Other(SCRIPTS[nth].2))
}

fn by_words(sample: &[&str]) -> Language {
    // Every small word of every language, in order: each word of the text is looked up once.
    let mut known: Vec<(&str, usize)> = Vec::new();
    for (nth, (_, small)) in WORDS.iter().enumerate() {
        known.extend(small.split(' ').map(|word| (word, nth)));
    }
    crate::sort::ascending(&mut known);
    known.dedup();
    let mut hits = [0usize; WORDS.len()];
    let mut total = 0;
    let mut lower = String::new();
    let words = sample
        .iter()
        .flat_map(|piece| piece.split(|c: char| !c.is_alphabetic()));
    for word in words.filter(|word| !word.is_empty()) {
        total += 1;
        if word.len() > LONGEST {
            continue;
        }
        lower.clear();
        lower.extend(word.chars().map(crate::letter::small));
        let first = known.partition_point(|(small, _)| *small < &*lower);
        let found = known[first..]
            .iter()
            .take_while(|(small, _)| *small == lower);
        for &(_, nth) in found {
            hits[nth] += 1;
        }
    }
    let most = (1..hits.len()).max_by_key(|&nth| hits[nth]).unwrap_or(0);
    let [english, other] = [hits[0], hits[most]];
    let enough = |hits: usize| hits > 0 && (hits * RAREST >= total || total < SHORT && hits > 1);
    if english >= other && (enough(english) || total < SHORT && english > 0) {
        Language::English
    } else if enough(other) && other > english {
        Language::Other(WORDS[most].0)
    } else {
        Language::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_language(text: &str, expected: Language) {
        assert_eq!(language(text), expected, "{text}");
    }

    #[test]
    fn english_is_english_with_foreign_words_in_it() {
        assert_language("The mill burned down.", Language::English);
        assert_language(
            "She said “das ist nicht die Wahrheit” and left the hall, as the mayor of Zürich had \
             done before her; the crowd sang “Ça ira, ça ira, les aristocrates à la lanterne”.",
            Language::English,
        );
        assert_language(
            &"THE MILL BY THE RIVER BURNED DOWN. ".repeat(9000),
            Language::English,
        );
    }

    #[test]
    fn other_languages_are_told_by_their_small_words() {
        let told = [
            (
                "German",
                "Die alte Mühle am Fluss ist in der Nacht abgebrannt, und niemand wurde verletzt.",
            ),
            (
                "French",
                "Le vieux moulin a brûlé dans la nuit et les pompiers sont restés avec des lampes.",
            ),
            (
                "Spanish",
                "El viejo molino se quemó por la noche y los bomberos no pudieron hacer más.",
            ),
            (
                "Italian",
                "Il vecchio mulino è bruciato nella notte e non ci sono stati feriti nel paese.",
            ),
            (
                "Portuguese",
                "O velho moinho ardeu durante a noite e não há feridos, mas os donos já foram avisados.",
            ),
            (
                "Dutch",
                "De oude molen aan de rivier is in de nacht afgebrand en er zijn geen gewonden.",
            ),
            (
                "Swedish",
                "Den gamla kvarnen vid ån brann ner i natt och det finns inte några skadade.",
            ),
            (
                "Danish or Norwegian",
                "Den gamle mølle ved åen brændte ned i nat, og der er ikke nogen af de andre her.",
            ),
            (
                "Polish",
                "Stary młyn nad rzeką spłonął w nocy i nie ma rannych, ale to jest strata dla wsi.",
            ),
            (
                "Turkish",
                "Eski değirmen bu gece yandı ve yaralı yok, ama köy için çok büyük bir kayıp.",
            ),
            (
                "Indonesian or Malay",
                "Kincir tua di tepi sungai itu terbakar pada malam hari dan tidak ada yang terluka.",
            ),
            (
                "Finnish",
                "Vanha mylly paloi yöllä, mutta kukaan ei ole loukkaantunut ja se on hyvä että sade oli alkanut.",
            ),
            (
                "Czech or Slovak",
                "Starý mlýn u řeky v noci shořel a podle hasičů je to ztráta pro celou ves.",
            ),
            (
                "Romanian",
                "Moara veche de pe râu a ars în noaptea asta și nu sunt răniți, dar este o pierdere pentru sat.",
            ),
            (
                "Hungarian",
                "A régi malom az éjjel leégett, és nem sérült meg senki, de ez már egy nagy kár.",
            ),
            (
                "Vietnamese",
                "Nhà máy cũ bên sông đã cháy trong đêm và không có người nào bị thương.",
            ),
        ];
        for (name, text) in told {
            assert_language(text, Language::Other(name));
        }
    }

    #[test]
    fn other_letters_are_other_languages() {
        assert_language(
            "Старая мельница сгорела, said Tass.",
            Language::Other(SCRIPTS[1].2),
        );
        assert_language("古い水車小屋が焼けました。", Language::Other("Japanese"));
        assert_language("河边的旧磨坊昨夜被烧毁。", Language::Other("Chinese"));
        assert_language("هذا نص قصير", Language::Other(SCRIPTS[4].2));
    }

    #[test]
    fn what_is_no_language_is_unknown() {
        for text in [
            "",
            "12 34 56.",
            "🔥🔥🔥!",
            "Xqzv prgl wmnt brkd.",
            "Lorem ipsum dolor sit amet.",
        ] {
            assert_language(text, Language::Unknown);
        }
    }
}
