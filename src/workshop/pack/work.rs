//! The packer's work itself, which only the packer holds.

use super::{
    Done, Handed, How, Imported, Job, Link, NotHanded, Packing, SHOWN, ToExport, ToHand, ToImport,
};
use crate::bank::{Bank, MOST_ITEMS};
use crate::format::{self, Format, ReadError};
use crate::share::embed::snippet;
use crate::share::link::{fits_chat, link};
use crate::share::page::page;
use crate::share::qr::{Code, QUIET};
use crate::share::scorm::package;

impl Packing {
    /// Does a job; `hear` is told how many hundredths of a file are read.
    pub fn work(job: Job, hear: &mut dyn FnMut(u8)) -> Done {
        match job {
            Job::Import(ToImport {
                bytes,
                format,
                title,
            }) => Done::Imported(Box::new(imported(&bytes, format, &title, hear))),
            Job::Export(export) => {
                let ToExport {
                    quiz,
                    format,
                    options,
                } = *export;
                Done::Exported(format::write(&quiz, format, options))
            }
            Job::Hand(hand) => Done::Handed(handed(&hand)),
        }
    }
}

fn imported(
    bytes: &[u8],
    format: Option<Format>,
    title: &str,
    hear: &mut dyn FnMut(u8),
) -> Result<Imported, ReadError> {
    let read = format::read_with(bytes, format, title, hear);
    let mut import = read.map_err(|error| match error {
        ReadError::Nothing {
            items,
            mut left_out,
        } => {
            left_out.truncate(SHOWN);
            ReadError::Nothing { items, left_out }
        }
        error => error,
    })?;
    let (questions, changed) = (import.quiz.questions().len(), import.changed.len());
    let left_out = import.left_out.len();
    if questions > MOST_ITEMS {
        return Err(ReadError::TooManyQuestions { most: MOST_ITEMS });
    }
    let record = Bank::from_quiz(&import.quiz).to_text().into_bytes();
    import.changed.truncate(SHOWN);
    import.left_out.truncate(SHOWN);
    import.quiz = import.quiz.beginning(SHOWN);
    Ok(Imported {
        import,
        questions,
        changed,
        left_out,
        record,
    })
}

fn handed(hand: &ToHand) -> Result<Handed, NotHanded> {
    let bank = Bank::from_quiz(&hand.quiz);
    let player = || std::str::from_utf8(&hand.player).map_err(|_| NotHanded::Player);
    match &hand.how {
        How::Link(base) => {
            let address = link(&bank, base).map_err(|_| NotHanded::TooBig)?;
            Ok(Handed::Link(Link {
                fits_chat: fits_chat(&address),
                embed: snippet(&address, bank.title()),
                code: Code::new(&address).map(|code| (code.side() + 2 * QUIET, code.path())),
                address,
            }))
        }
        How::Page => {
            let page = page(player()?, &bank).map_err(|_| NotHanded::Player)?;
            let bytes = page.into_bytes();
            Ok(Handed::File { bytes })
        }
        How::Scorm(pass) => {
            let bytes = package(player()?, &bank, *pass).map_err(|_| NotHanded::Player)?;
            Ok(Handed::File { bytes })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::WriteOptions;
    use crate::question::tests::question;
    use crate::quiz::{Quiz, QuizDraft};
    use crate::workshop::pack::is_resumed;
    use crate::workshop::{Answer, Parcel, Request};

    fn quiz() -> Quiz {
        Quiz::try_from(QuizDraft {
            version: Quiz::VERSION,
            id: "mill".to_owned(),
            title: "The mill".to_owned(),
            summary: String::new(),
            lang: "en".to_owned(),
            source: crate::fact::Source::default(),
            questions: vec![question("a", "Where is it?", &["*Kiel", "Oslo"])],
        })
        .expect("is valid")
    }

    /// What comes of a job, as it comes over to the other side.
    fn done(job: Job) -> Done {
        let mut sent = Request { number: 1, job };
        let bytes = sent.job.take_bytes();
        let text = serde_json::to_string(&sent).expect("is JSON");
        let mut heard: Request<Job> = serde_json::from_str(&text).expect("is a request");
        heard.job.put_bytes(bytes);
        let mut done = Packing::work(heard.job, &mut |_| ());
        let bytes = done.take_bytes();
        let text = serde_json::to_string(&Answer::<u8, _>::Done(1, done)).expect("is JSON");
        let Ok(Answer::<u8, Done>::Done(1, mut done)) = serde_json::from_str(&text) else {
            panic!("is an answer");
        };
        done.put_bytes(bytes);
        done
    }

    #[test]
    fn a_quiz_goes_out_as_a_file_and_comes_in_again() {
        let export = Job::Export(Box::new(ToExport {
            quiz: quiz(),
            format: Format::Json,
            options: WriteOptions::default(),
        }));
        let Done::Exported(export) = done(export) else {
            panic!("is exported");
        };
        let import = Job::Import(ToImport {
            bytes: export.bytes,
            format: None,
            title: String::new(),
        });
        let Done::Imported(import) = done(import) else {
            panic!("is imported");
        };
        let imported = import.expect("is read");
        assert_eq!(imported.import.quiz, quiz());
        let record = String::from_utf8(imported.record).expect("is a text");
        assert_eq!(Bank::from_text(&record), Some(Bank::from_quiz(&quiz())));
    }

    #[test]
    fn a_round_that_a_platform_cannot_keep_is_known_before() {
        let long = |count: usize| {
            let questions = (0..count)
                .map(|nth| question(&format!("a{nth}"), "Where is it?", &["*A", "B", "C", "D"]));
            let draft = QuizDraft {
                questions: questions.collect(),
                ..quiz().into()
            };
            is_resumed(&Quiz::try_from(draft).expect("is valid"))
        };
        assert!(long(1) && long(400));
        assert!(!long(500) && !long(2_000));
    }

    /// What comes of a text of so many questions, the first of which has no key.
    fn imported(questions: usize) -> Result<Imported, ReadError> {
        let question = |nth: usize| {
            format!(
                "Where is mill {nth}? {{{}Kiel ~Oslo}}\n\n",
                if nth == 0 { '~' } else { '=' }
            )
        };
        let import = Job::Import(ToImport {
            bytes: (0..=questions)
                .map(question)
                .collect::<String>()
                .into_bytes(),
            format: None,
            title: "Mills".to_owned(),
        });
        let Done::Imported(import) = done(import) else {
            panic!("is imported");
        };
        *import
    }

    #[test]
    fn of_a_long_quiz_the_beginning_is_shown_and_all_is_kept() {
        let long = imported(2 * SHOWN).expect("is read");
        assert_eq!((long.questions, long.left_out), (2 * SHOWN, 1));
        assert_eq!(long.import.quiz.questions().len(), SHOWN);
        let record = String::from_utf8(long.record).expect("is a text");
        let bank = Bank::from_text(&record).expect("is a bank");
        assert_eq!(bank.len(), 2 * SHOWN);
    }

    #[test]
    fn more_questions_than_can_be_kept_are_refused() {
        assert!(imported(MOST_ITEMS).is_ok());
        let most = MOST_ITEMS;
        assert_eq!(
            imported(most + 1),
            Err(ReadError::TooManyQuestions { most })
        );
    }

    #[test]
    fn a_quiz_goes_out_as_itself() {
        let hand = |how, player: &str| {
            done(Job::Hand(Box::new(ToHand {
                quiz: quiz(),
                how,
                player: player.as_bytes().to_vec(),
            })))
        };
        let base = "https://readback.example/";
        let Done::Handed(Ok(Handed::Link(link))) = hand(How::Link(base.to_owned()), "") else {
            panic!("is a link");
        };
        assert!(link.address.starts_with(base) && link.fits_chat && link.code.is_some());
        let player = "<html data-single><head><title>A</title><script>LMSInitialize()</script></head></html>";
        for how in [How::Page, How::Scorm(Some(60))] {
            assert_eq!(
                hand(how.clone(), "<p>"),
                Done::Handed(Err(NotHanded::Player))
            );
            let Done::Handed(Ok(Handed::File { bytes })) = hand(how, player) else {
                panic!("is a file");
            };
            assert!(!bytes.is_empty());
        }
    }
}
