//! A link as a QR code (ISO/IEC 18004), where it is short enough for a phone to read it off a screen.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// The largest code made: 117 modules a side, three pixels each on the smallest of screens.
const LARGEST: u8 = 25;
/// Light modules that have to be around a code (ISO/IEC 18004, 9.1).
pub const QUIET: usize = 4;

/// The modules of a QR code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    side: usize,
    dark: Vec<bool>,
}

impl Code {
    /// The code of an address; `None` where the address is too long for one that can be read with
    /// ease, about 1,270 characters.
    #[must_use]
    pub fn new(address: &str) -> Option<Self> {
        let segments = QrSegment::make_segments(address);
        let code = QrCode::encode_segments_advanced(
            &segments,
            QrCodeEcc::Low,
            Version::MIN,
            Version::new(LARGEST),
            None,
            true,
        );
        let code = code.ok()?;
        let side = code.size();
        let places = (0..side).flat_map(|y| (0..side).map(move |x| (x, y)));
        Some(Self {
            side: usize::try_from(side).unwrap_or_default(),
            dark: places.map(|(x, y)| code.get_module(x, y)).collect(),
        })
    }

    /// Modules a side, without the light ones that have to be around: [`QUIET`] on every side.
    #[must_use]
    pub fn side(&self) -> usize {
        self.side
    }

    /// Whether the module in this column and row is dark; those outside are light.
    #[must_use]
    pub fn is_dark(&self, column: usize, row: usize) -> bool {
        column < self.side && row < self.side && self.dark[row * self.side + column]
    }

    /// The dark modules as the data of an SVG `path`, each a square of 1 by 1, in a view box of
    /// [`Code::side`] and twice [`QUIET`].
    #[must_use]
    pub fn path(&self) -> String {
        let mut runs = Vec::new();
        for row in 0..self.side {
            let mut column = 0;
            while column < self.side {
                let run = (column..self.side)
                    .take_while(|&at| self.is_dark(at, row))
                    .count();
                if run > 0 {
                    let (x, y) = (column + QUIET, row + QUIET);
                    runs.push(format!("M{x} {y}h{run}v1h-{run}z"));
                }
                column += run + 1;
            }
        }
        runs.concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_address_has_a_code_with_its_three_finders() {
        let code = Code::new("https://readback.example/").unwrap();
        let last = code.side() - 1;
        for (column, row) in [(0, 0), (last, 0), (0, last)] {
            assert!(code.is_dark(column, row));
        }
        assert!(!code.is_dark(last, last + 1) && !code.is_dark(last + 1, 0));
    }

    #[test]
    fn what_is_too_long_to_be_read_has_none() {
        assert!(Code::new(&"a".repeat(1_270)).is_some());
        assert_eq!(Code::new(&"a".repeat(1_280)), None);
    }

    #[test]
    fn the_path_covers_the_dark_modules() {
        let code = Code::new("https://readback.example/").unwrap();
        let dark = code.dark.iter().filter(|dark| **dark).count();
        let runs = code
            .path()
            .split('h')
            .skip(1)
            .step_by(2)
            .map(|run| {
                let length = run.split('v').next().unwrap_or_default();
                length.parse::<usize>().unwrap()
            })
            .sum::<usize>();
        assert_eq!(runs, dark);
        assert!(code.path().starts_with("M4 4h7v1h-7z"));
    }
}
