//! The bytes of an input, as they were at one time.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use crate::inputs::Input;

/// A larger file is no article and no archive of any, in bytes: `/dev/zero` never ends.
const MOST: u64 = 2 << 30;

/// How often a file that changes while it is read is read again.
const PATIENCE: usize = 3;

/// Everything an input holds.
pub(crate) fn bytes(input: &Input) -> io::Result<Vec<u8>> {
    match input {
        Input::Stdin => to_end(io::stdin().lock()),
        Input::File(path) => whole(path),
    }
}

fn whole(path: &Path) -> io::Result<Vec<u8>> {
    settled(path, || to_end(File::open(path)?))
}

/// A file as it was at one time: what somebody writes while `read` reads it would be half a page.
fn settled(path: &Path, mut read: impl FnMut() -> io::Result<Vec<u8>>) -> io::Result<Vec<u8>> {
    let state = || {
        let facts = fs::metadata(path)?;
        io::Result::Ok((facts.is_file(), facts.len(), facts.modified().ok()))
    };
    for _ in 0..PATIENCE {
        let before = state()?;
        let bytes = read()?;
        // A pipe has neither a length nor a time.
        if !before.0 || before == state()? && bytes.len() as u64 == before.1 {
            return Ok(bytes);
        }
    }
    Err(io::Error::other("it keeps changing while it is read; try again when it is written"))
}

fn to_end(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(MOST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST {
        return Err(io::Error::other("it is larger than 2 GiB; split it"));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a file that holds `one`, and does `then` to it after each reading but before it is looked at again.
    fn read_while(then: impl Fn(&Path, usize)) -> io::Result<Vec<u8>> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.txt");
        fs::write(&path, "one").unwrap();
        let mut times = 0;
        settled(&path, || {
            let bytes = fs::read(&path)?;
            times += 1;
            then(&path, times);
            Ok(bytes)
        })
    }

    #[test]
    fn a_file_that_is_written_while_it_is_read_is_read_again() {
        let once = |text: &'static str| {
            read_while(move |path, times| {
                if times == 1 {
                    fs::write(path, text).unwrap();
                }
            })
        };
        assert_eq!(once("one and two").unwrap(), b"one and two", "it grows");
        assert_eq!(once("o").unwrap(), b"o", "it shrinks");
        assert_eq!(read_while(|_, _| {}).unwrap(), b"one", "it stays");
    }

    #[test]
    fn a_file_that_does_not_come_to_rest_is_told() {
        let grows = read_while(|path, times| fs::write(path, "x".repeat(9 + times)).unwrap());
        assert!(grows.unwrap_err().to_string().contains("keeps changing"));
        let vanishes = read_while(|path, _| fs::remove_file(path).unwrap());
        assert_eq!(vanishes.unwrap_err().kind(), io::ErrorKind::NotFound);
    }
}
