//! Any bytes, read as the bank of a quiz, as a link or a stranger's file may hold: what is read can be
//! drawn, and written again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use readback::bank::Bank;
use readback::quiz::Draw;
use readback::session::{Action, Feedback, Session};

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let Some(bank) = Bank::from_text(text) else {
        return;
    };
    assert_eq!(Bank::from_text(&bank.to_text()).as_ref(), Some(&bank));
    for count in [Some(1), Some(10), None] {
        let round = bank.draw(Draw::new(7, count));
        assert!(!round.questions.is_empty(), "something can be asked");
        let session = Session::new(round, Feedback::Each, 0);
        let session = session.apply(Action::Choose(0), 1).expect("an option");
        let session = session.apply(Action::Check, 2).expect("it counts");
        assert_eq!(Session::from_text(&session.to_text()).map(|it| it.position()), Ok(0));
    }
});
