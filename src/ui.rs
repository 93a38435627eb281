//! The page: Yew components, and the only browser effects there are.
//!
//! 1. [`app`] holds one [`state::State`] and draws the screen its route asks for.
//! 2. A control sends a [`state::Message`]; the reducer computes the next state and does nothing
//!    else. Time and chance come with the message.
//! 3. [`effects`] follow the state: storage before it is drawn, then the address, the theme and the focus.
//!
//! Whatever comes from a quiz, a link or storage is drawn as text nodes only. Every player downloads
//! this, so elements are drawn by the few calls of a [`pen`].

pub mod app;
pub mod browser;
mod cover;
pub mod due;
pub mod effects;
mod keys;
pub mod parts;
pub mod pen;
mod play;
pub mod preferences;
mod results;
pub mod route;
pub mod scores;
mod settings;
mod share;
pub mod state;
pub mod store;
