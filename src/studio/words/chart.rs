//! What stands at charts.

/// Opens a chart's figures.
#[must_use]
pub fn table(caption: &str) -> String {
    format!("{caption}: the figures")
}
