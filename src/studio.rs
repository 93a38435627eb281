//! The studio: the screen where quizzes are made and edited, a program of its own beside the page.
//!
//! 1. [`app`] holds one [`state::Studio`] and draws the screen from it.
//! 2. A control sends a [`state::Action`]; the reducer computes the next state and does nothing
//!    else. What a control wants of the browser goes through `effects`.
//! 3. [`client`] speaks with the workshop, the worker that reads articles.
//! 4. [`keep`] holds the article and the draft at hand in storage, so that a reload at any moment loses
//!    nothing.
//! 5. [`library`] is the other screen: the quizzes on the [`shelf`], what is imported and handed on,
//!    what was played and what is due. All of that is in a [`database`]; what the page leaves for it
//!    is settled when the library is opened.
//!
//! Whatever comes from an article is drawn as text nodes only.

mod account;
pub mod app;
mod backup;
mod bar;
mod card;
mod chart;
mod charts;
pub mod client;
mod clock;
pub mod database;
mod dialog;
mod drafts;
mod effects;
mod export;
mod file;
mod import;
pub mod keep;
pub mod library;
mod listen;
mod options;
mod paste;
mod review;
mod said;
mod sentences;
mod settle;
mod sheet;
pub mod shelf;
pub mod state;
pub mod storage;
mod study;
mod textbox;
pub mod words;
