//! The page: Yew components, and the only browser effects there are.
//!
//! 1. [`app`] holds one [`state::State`] and draws the screen its route asks for.
//! 2. A screen sends a [`state::Message`]; the reducer computes the next state and does nothing else.
//! 3. [`effects`] follow the state: storage first, then the address, the theme and the focus.
//!
//! Whatever comes from a quiz, a link or storage is drawn as text nodes only.

pub mod app;
pub mod browser;
mod cover;
mod effects;
pub mod parts;
mod play;
pub mod preferences;
mod results;
pub mod route;
pub mod scores;
mod settings;
pub mod state;
pub mod store;
