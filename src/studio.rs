//! The studio: the screen where quizzes are made and edited, a program of its own beside the page.
//!
//! 1. [`app`] holds one [`state::Studio`] and draws the screen from it.
//! 2. A control sends a [`state::Action`]; the reducer computes the next state and does nothing
//!    else. What a control wants of the browser goes through `effects`.
//! 3. [`client`] speaks with the workshop, the worker that reads articles.
//! 4. [`keep`] holds all in storage, so that a reload at any moment loses nothing.
//!
//! 5. [`library`] is the other screen: the quizzes that are kept, on a [`shelf`], what is imported,
//!    and what is handed on.
//!
//! Whatever comes from an article is drawn as text nodes only.

mod account;
pub mod app;
mod bar;
mod card;
pub mod client;
mod dialog;
mod effects;
mod export;
mod file;
mod import;
pub mod keep;
pub mod library;
mod listen;
mod options;
mod paste;
mod sentences;
mod sheet;
pub mod shelf;
pub mod state;
mod textbox;
pub mod words;
