//! What is handed on: a quiz in a link, in a page of its own, packed for a learning platform, on paper; and
//! a finished build, sealed with a policy or folded into the one file that such a page is made of.

pub mod embed;
#[cfg(feature = "fold")]
pub mod fold;
#[cfg(feature = "fold")]
pub mod hints;
pub mod link;
pub mod page;
#[cfg(feature = "fold")]
pub mod paper;
#[cfg(feature = "fold")]
pub mod policy;
pub mod qr;
pub mod scorm;
mod tags;
