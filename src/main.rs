//! The page: cover, play, results, settings.

fn main() {}
