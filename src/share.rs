//! What is handed on: a finished build sealed with a policy, or folded into one file.

pub mod page;
pub mod paper;
pub mod policy;
mod tags;
