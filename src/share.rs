//! What is handed on: a quiz in a page of its own; and a finished build, sealed with a policy or folded
//! into the one file that is such a page.

#[cfg(feature = "fold")]
pub mod fold;
pub mod page;
#[cfg(feature = "fold")]
pub mod paper;
#[cfg(feature = "fold")]
pub mod policy;
pub mod scorm;
mod tags;
