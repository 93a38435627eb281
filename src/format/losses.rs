//! What of a quiz a format has no place for.

use super::words::{line, spaced};
use super::{Export, Loss, Lost, WriteOptions};
use crate::question::Question;
use crate::quiz::Quiz;

/// Gathers losses; what a quiz does not have is none.
pub(super) struct Losses<'a> {
    quiz: &'a Quiz,
    options: WriteOptions,
    found: Vec<Loss>,
}

impl WriteOptions {
    /// What a question cites, if that goes along.
    pub(super) fn evidence(self, question: &Question) -> &str {
        if self.with_evidence {
            &question.evidence
        } else {
            ""
        }
    }
}

impl<'a> Losses<'a> {
    /// Those of every format but Readback's own.
    pub fn of(quiz: &'a Quiz, options: WriteOptions) -> Self {
        let mut losses = Self {
            quiz,
            options,
            found: Vec::new(),
        };
        losses.questions(Lost::Facts, |question| {
            let told = question
                .id
                .rsplit_once('/')
                .map_or(&*question.id, |(fact, _)| fact);
            question.fact != told
        });
        losses
    }

    /// Notes what is lost of the quiz as a whole.
    pub fn quiz(&mut self, lost: Lost) {
        let source = self.quiz.source();
        let any = match lost {
            Lost::Title => true,
            Lost::Summary => !self.quiz.summary().is_empty(),
            Lost::Language => self.quiz.lang() != "und",
            Lost::Source => {
                let known = [&source.title, &source.date, &source.url];
                !source.publisher.is_empty()
                    || !source.about.is_empty()
                    || known.into_iter().any(Option::is_some)
            }
            _ => false,
        };
        if any {
            self.found.push(Loss { lost, questions: 0 });
        }
    }

    /// Notes what is lost of questions.
    pub fn questions(&mut self, lost: Lost, is_lost: impl Fn(&Question) -> bool) {
        let questions = self
            .quiz
            .questions()
            .iter()
            .filter(|it| is_lost(it))
            .count();
        if questions > 0 {
            self.found.push(Loss { lost, questions });
        }
    }

    /// Explanations and citations.
    pub fn explanations(&mut self) {
        let options = self.options;
        self.questions(Lost::Explanations, |it| !it.explanation.is_empty());
        self.questions(Lost::Evidence, |it| !options.evidence(it).is_empty());
    }

    /// Sections.
    pub fn sections(&mut self) {
        self.questions(Lost::Sections, |it| !it.section.is_empty());
    }

    /// Options that stay last.
    pub fn pinned(&mut self) {
        self.questions(Lost::Pinned, |it| it.options.iter().any(|it| it.pinned));
    }

    /// Line breaks and runs of spaces in stems and options.
    pub fn lines(&mut self) {
        self.questions(Lost::Spacing, |it| {
            let mut texts = it.options.iter().map(|it| &it.text).chain([&it.stem]);
            texts.any(|text| line(text) != *text)
        });
    }

    /// Runs of spaces, and of empty lines.
    pub fn spacing(&mut self) {
        self.questions(Lost::Spacing, |it| {
            let texts = it.options.iter().map(|it| &it.text);
            texts
                .chain([&it.stem, &it.explanation])
                .any(|text| spaced(text) != *text)
        });
    }

    /// The file, with all that it lacks.
    pub fn export(self, bytes: Vec<u8>) -> Export {
        Export {
            bytes,
            losses: self.found,
        }
    }
}
