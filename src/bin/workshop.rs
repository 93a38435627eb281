//! The workshop: the web worker that makes quizzes, so that the page never waits for it.

#[path = "shared/worker.rs"]
mod worker;

use readback::workshop::Making;

/// A small allocator: the standard one weighs three times as much.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    worker::run::<Making>(Making::work);
}
