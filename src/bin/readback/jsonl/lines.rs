//! Lines of a stream, the overlong ones without their bytes.

use std::io::{self, BufRead, ErrorKind};

/// A line of a stream.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number, from 1.
    pub number: usize,
    /// What it holds, without its end; `None` where that is too long.
    pub bytes: Option<Vec<u8>>,
}

/// The lines of a stream; holds no more of any than is allowed.
pub struct Lines<R> {
    from: R,
    most: usize,
    number: usize,
}

impl<R: BufRead> Lines<R> {
    /// Lines of `most` bytes each at most.
    pub const fn new(from: R, most: usize) -> Self {
        Self {
            from,
            most,
            number: 0,
        }
    }

    fn read(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Some(Vec::new());
        let mut any = false;
        loop {
            let found = match self.from.fill_buf() {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                found => found?,
            };
            if found.is_empty() && !any {
                return Ok(None);
            }
            any = true;
            let end = found.iter().position(|&byte| byte == b'\n');
            let part = &found[..end.unwrap_or(found.len())];
            let fits = |kept: &Vec<u8>| kept.len() + part.len() <= self.most;
            bytes = bytes.filter(fits);
            if let Some(kept) = &mut bytes {
                kept.extend_from_slice(part);
            }
            let last = end.is_some() || found.is_empty();
            let used = part.len() + usize::from(end.is_some());
            self.from.consume(used);
            if last {
                self.number += 1;
                let number = self.number;
                return Ok(Some(Line { number, bytes }));
            }
        }
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        self.read().transpose()
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    fn lines(text: &str, most: usize, buffer: usize) -> Vec<Option<Vec<u8>>> {
        let lines = Lines::new(BufReader::with_capacity(buffer, text.as_bytes()), most);
        let lines = lines.map(|line| line.expect("can be read"));
        let numbered = lines.enumerate().map(|(nth, line)| {
            assert_eq!(line.number, nth + 1);
            line.bytes
        });
        numbered.collect()
    }

    #[test]
    fn lines_are_read_whatever_the_buffer_holds() {
        let some = |text: &str| Some(text.as_bytes().to_vec());
        for buffer in 1..9 {
            assert_eq!(lines("", 9, buffer), []);
            assert_eq!(lines("\n", 9, buffer), [some("")]);
            assert_eq!(
                lines("one\n\nthree\r\nlast", 9, buffer),
                [some("one"), some(""), some("three\r"), some("last")]
            );
        }
    }

    #[test]
    fn of_a_line_that_is_too_long_nothing_is_kept() {
        let some = |text: &str| Some(text.as_bytes().to_vec());
        for buffer in 1..9 {
            assert_eq!(
                lines("four\nfives\nsix\nsevens", 4, buffer),
                [some("four"), None, some("six"), None]
            );
        }
    }
}
