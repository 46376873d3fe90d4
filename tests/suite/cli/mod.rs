//! The program as a script or an author meets it: what it prints, where, and how it ends.
#![allow(clippy::needless_raw_string_hashes, reason = "expect-test writes them")]

mod build;
mod entities;
mod help;
mod init;
mod inputs;
mod inspect;
mod pictures;
mod search;
mod settings;

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use expect_test::Expect;
use tempfile::TempDir;

/// A folder of its own, in which the program runs.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn put(&self, name: &str, content: impl AsRef<[u8]>) -> &Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    fn command(&self, args: &[impl AsRef<OsStr>]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_newsprint"));
        command.args(args).current_dir(self.folder.path()).stdin(Stdio::null());
        command.env_remove("CLICOLOR_FORCE").env_remove("COLUMNS");
        command
    }

    fn run(&self, args: &[&str]) -> Ran {
        Ran::from(self.command(args).output().unwrap())
    }

    /// The headlines in the order in which the program lists the articles.
    fn headlines(&self, inputs: &[&str]) -> Vec<String> {
        let args = [&["inspect", "--json"], inputs].concat();
        let json: serde_json::Value = serde_json::from_str(&self.run(&args).out).unwrap();
        let articles = json["articles"].as_array().unwrap();
        articles.iter().map(|article| article["headline"].as_str().unwrap().to_owned()).collect()
    }
}

/// What a run printed, and how it ended.
struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Ran {
    fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "stdout:\n{}\nstderr:\n{}", self.out, self.err);
        self
    }

    fn says(self, expected: &Expect) -> Self {
        expected.assert_eq(&self.err);
        self
    }

    fn prints(self, expected: &Expect) -> Self {
        expected.assert_eq(&self.out);
        self
    }
}

/// A page written for these tests.
const PAGE: &str = include_str!("page.txt");
