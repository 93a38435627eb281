//! The page: cover, play, results, settings.

use readback::ui::app::App;
use readback::ui::browser;

fn main() {
    if let Some(root) = browser::document().get_element_by_id("app") {
        browser::remember_focus();
        yew::Renderer::<App>::with_root(root).render();
    }
}
