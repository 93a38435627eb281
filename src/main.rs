//! The page: cover, play, results, settings.

use readback::ui::app::App;
use readback::ui::browser;

/// A small allocator: the standard one weighs three times as much, and a page allocates little.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    if let Some(root) = browser::document().get_element_by_id("app") {
        browser::remember_focus();
        yew::Renderer::<App>::with_root(root).render();
    }
}
