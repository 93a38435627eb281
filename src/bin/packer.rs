//! The packer: the web worker that reads and writes quizzes in all formats, so that the page never
//! waits for it.

#[path = "shared/worker.rs"]
mod worker;

use readback::workshop::pack::Packing;

/// A small allocator: the standard one weighs three times as much.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    worker::run::<Packing>(Packing::work);
}
