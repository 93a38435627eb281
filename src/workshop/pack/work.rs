//! The packer's work itself, which only the packer holds.

use super::{Done, Handed, How, Job, Link, NotHanded, Packing, ToExport, ToHand, ToImport};
use crate::bank::Bank;
use crate::format;
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
            }) => Done::Imported(Box::new(format::read_with(&bytes, format, &title, hear))),
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

fn handed(hand: &ToHand) -> Result<Handed, NotHanded> {
    let bank = Bank::from_quiz(&hand.quiz);
    let player = || std::str::from_utf8(&hand.player).map_err(|_| NotHanded::Player);
    match &hand.how {
        How::Record => Ok(Handed::Record(bank.to_text())),
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
    use crate::format::{Format, WriteOptions};
    use crate::question::tests::question;
    use crate::quiz::{Quiz, QuizDraft};
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
        assert_eq!(import.expect("is read").quiz, quiz());
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
        let Done::Handed(Ok(Handed::Record(text))) = hand(How::Record, "") else {
            panic!("is a record");
        };
        assert_eq!(Bank::from_text(&text).map(|bank| bank.len()), Some(1));
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
