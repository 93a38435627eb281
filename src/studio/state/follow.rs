//! What follows from an edit: words on what was done, and where the focus goes.

use super::{DRAFT_HEADING, Studio, TITLE, words};
use crate::draft::{Change, Draft, Edit, Fault};

impl Studio {
    /// Says what an edit did and moves the focus to where the eye goes.
    pub(super) fn follow(&mut self, edit: &Edit, before: &Draft, now: &Draft, about: Option<&str>) {
        let nth = about.and_then(|id| now.find(id).ok()).unwrap_or_default();
        match edit {
            Edit::Title(_) | Edit::Link(_) => self.said.hush(),
            Edit::Question(id, change) => {
                let said = match change {
                    Change::AddOption => {
                        let question = &now.questions()[nth].question;
                        let old = &before.questions()[nth].question.options;
                        let added = question.options.iter().zip(old);
                        let place = added.take_while(|(new, old)| new == old).count();
                        self.focus(words::option_id(id, place));
                        words::option_added(place)
                    }
                    Change::RemoveOption(option) => {
                        let last = now.questions()[nth].question.options.len() - 1;
                        self.focus(words::option_id(id, (*option).min(last)));
                        words::option_removed(*option)
                    }
                    Change::Pick { spare, .. } => {
                        let text = &before.questions()[nth].spares[*spare].text;
                        let options = &now.questions()[nth].question.options;
                        // Amounts and dates are sorted.
                        let place = options.iter().position(|it| it.text == *text);
                        let place = place.unwrap_or_default();
                        self.focus(words::option_id(id, place));
                        words::option_picked(text, place)
                    }
                    Change::Sort => {
                        self.focus(words::question_id(id));
                        String::from(words::SORTED)
                    }
                    Change::Blank(_) => {
                        self.focus(words::stem_id(id));
                        String::from(words::BLANKED)
                    }
                    Change::Key(option) => words::key_changed(nth, *option),
                    _ => String::new(),
                };
                self.said.say(said);
            }
            Edit::Move(id, _) => {
                let went_up = before.find(id).is_ok_and(|from| from > nth);
                let button = if went_up {
                    words::up_id(id)
                } else {
                    words::down_id(id)
                };
                self.focus(button);
                self.said.say(words::moved(nth));
            }
            Edit::Delete(id) => {
                let was = before.find(id).unwrap_or_default();
                let next = now.questions().get(was).or_else(|| now.questions().last());
                let next = next.map(|entry| words::question_id(&entry.question.id));
                self.focus(next.unwrap_or_else(|| DRAFT_HEADING.to_owned()));
                let came_back = now.others().len() > before.others().len();
                self.said.say(words::deleted(was, came_back));
            }
            Edit::Take(id) => {
                self.focus(words::question_id(id));
                self.said.say(words::taken(nth));
            }
            Edit::Write | Edit::Ask(..) => {
                let id = about.unwrap_or_default();
                self.focus(words::stem_id(id));
                self.said.say(words::written(nth));
            }
            Edit::Arrange(order) => self.said.say(words::arranged(*order)),
        }
    }

    /// The id of the field in which a fault is mended.
    pub(super) fn place(&self, fault: Fault) -> String {
        let id = |question: usize| {
            let draft = self.draft();
            let entry = draft.and_then(|draft| draft.questions().get(question));
            entry.map_or("", |entry| &entry.question.id)
        };
        match fault {
            Fault::NoTitle => TITLE.to_owned(),
            Fault::NoQuestion => DRAFT_HEADING.to_owned(),
            Fault::NoStem { question } => words::stem_id(id(question)),
            Fault::NoOption { question, option } | Fault::SameOption { question, option } => {
                words::option_id(id(question), option)
            }
        }
    }
}
