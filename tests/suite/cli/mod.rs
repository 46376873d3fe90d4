//! The program as a script or an author meets it: what it prints, where, and how it ends.
#![allow(clippy::needless_raw_string_hashes, reason = "expect-test writes them")]

mod build;
mod entities;
mod inspect;
mod pictures;
mod search;
mod settings;

use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use expect_test::{Expect, expect};
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

#[test]
fn the_help_teaches() {
    Desk::new().run(&["--help"]).ends(0).says(&expect![""]).prints(&expect![[r#"
        Turns newspaper articles into a place to read them: a site, or one HTML file, with no server behind
        it

        Usage: newsprint [OPTIONS] <COMMAND>

        Commands:
          build     Writes a site as a folder, as one HTML file, or both
          serve     Shows the site in a browser on this machine, and again whenever a file changes
          inspect   Shows what was understood of the articles, as an outline or as JSON
          entities  Lists who and what the articles speak of, doubts first, to start an entities.toml from
          search    Finds every place where a query is answered, as the page's search box does
          init      Writes a first newsprint.toml, entities.toml and article to start from; never overwrites
          help      Print this message or the help of the given subcommand(s)

        Options:
          -v, --verbose  Show notes too, not only warnings and errors
          -h, --help     Print help
          -V, --version  Print version

        Examples:
          newsprint init                                a first newsprint.toml and article to start from
          newsprint serve articles/                     look at it, and again whenever a file changes
          newsprint build articles/ -o site/            a folder for any static host
          newsprint build page.txt --single page.html   one file that opens from disk
          newsprint inspect page.txt                    what was understood of a page

        Exit codes:
          0  done
          1  could not: nothing was written
          2  the command line was not understood
          3  done, but some input could not be used
    "#]]);
    Desk::new().run(&["inspect", "--help"]).ends(0).prints(&expect![[r#"
        Shows what was understood of the articles, as an outline or as JSON

        Usage: newsprint inspect [OPTIONS] <INPUT>...

        Arguments:
          <INPUT>...
                  Files and folders of articles; - for standard input; a pattern such as 'pages/**/*.txt'.
                  Text, Markdown, HTML, JSON, CSV, DOCX and EPUB are read, and .zip, .gz and .xz of them. Of
                  a folder everything is read but hidden files, newsprint.toml and entities.toml. These two
                  may lie in the articles' folder or the one above: the first sets title, language, theme
                  and kinds of entities, the second corrects names.

        Options:
              --config <FILE>
                  The newsprint.toml to use, wherever it lies

              --title <TITLE>
                  The site's name; otherwise newsprint.toml's, or that of the first INPUT

              --json
                  Print articles, entities and diagnostics as JSON

              --why
                  Show each line of a pasted page with the rules that judged it: whether it is a heading,
                  goes on with the line before, opens a story

              --diff
                  Show each line of a file with what became of it

          -v, --verbose
                  Show notes too, not only warnings and errors

          -h, --help
                  Print help (see a summary with '-h')

        Examples:
          newsprint inspect page.txt
          newsprint inspect -v articles/                with everything there is to note
          newsprint inspect --diff page.txt             each line, and what became of it
          newsprint inspect --why page.txt              and which rules said so
          newsprint inspect --json page.txt | jq -r '.articles[].headline'

        The form of the JSON is described in docs/inspect.schema.json.
    "#]]);
    Desk::new().run(&["init", "--help"]).ends(0).prints(&expect![[r#"
        Writes a first newsprint.toml, entities.toml and article to start from; never overwrites

        Usage: newsprint init [OPTIONS] [DIR]

        Arguments:
          [DIR]  The folder to start in; made where there is none [default: .]

        Options:
          -v, --verbose  Show notes too, not only warnings and errors
          -h, --help     Print help
    "#]]);
}

#[test]
fn a_command_line_that_is_not_understood_ends_with_2() {
    let desk = Desk::new();
    desk.run(&[]).ends(2);
    desk.run(&["inspekt"]).ends(2).says(&expect![[r#"
        error: unrecognized subcommand 'inspekt'

          tip: a similar subcommand exists: 'inspect'

        Usage: newsprint [OPTIONS] <COMMAND>

        For more information, try '--help'.
    "#]]);
    desk.run(&["inspect"]).ends(2).says(&expect![[r#"
        error: the following required arguments were not provided:
          <INPUT>...

        Usage: newsprint inspect <INPUT>...

        For more information, try '--help'.
    "#]]);
}

#[test]
fn nothing_to_read_is_an_error_that_says_so() {
    let desk = Desk::new();
    fs::create_dir(desk.path("empty")).unwrap();
    desk.put("pictures/a.tif", "").put("pictures/b.tif", "").put("blank.txt", " \n\n");
    desk.run(&["inspect", "empty"]).ends(1).prints(&expect![""]).says(&expect![[r#"
        error: no articles were found in empty
    "#]]);
    desk.run(&["inspect", "pictures", "-v"]).ends(1).prints(&expect![""]).says(&expect![[r#"
        note[input/unknown]: 2 files with `.tif` were left aside, this one first
        --> pictures/a.tif
         = help: in folders, files are read that end in .txt, .text, .md, .markdown, .html, .htm, .xhtml, .jsonl, .ndjson, .json, .csv, .tsv, .docx, .epub, .zip, .gz, .xz; name a file itself to have it read

        1 note
        error: no articles were found in pictures
    "#]]);
    desk.run(&["inspect", "blank.txt"]).ends(1).prints(&expect![""]).says(&expect![[r#"
        warning[parse/empty]: there is no text in it
        --> blank.txt
         = help: take the file out, or write something into it

        1 warning
        error: no articles were found in blank.txt
    "#]]);
    desk.run(&["inspect", "nowhere.txt", "--json"]).ends(1).prints(&expect![""]).says(&expect![[
        r#"
        error[input/unreadable]: cannot be read: No such file or directory (os error 2)
        --> nowhere.txt

        1 error
        error: no articles were found in nowhere.txt
    "#
    ]]);
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let desk = Desk::new();
    desk.put("page.txt", PAGE).put("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\xff\xfe\0");
    let ran = desk.run(&["inspect", "nowhere.txt", "picture.txt", "page.txt"]).ends(3);
    assert!(ran.out.contains("茶樓"), "{}", ran.out);
    ran.says(&expect![[r#"
        error[input/unreadable]: cannot be read: No such file or directory (os error 2)
        --> nowhere.txt

        error[input/not-read]: picture.txt is a PNG picture, not text; give text, Markdown, HTML, CSV, JSON Lines, DOCX or EPUB
        --> picture.txt

        2 errors
    "#]]);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_told_and_does_not_stop_the_others() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::new();
    desk.put("in/page.txt", PAGE).put("in/secret.txt", PAGE);
    fs::set_permissions(desk.path("in/secret.txt"), fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(desk.path("in/secret.txt")).is_ok() {
        println!("skipped: this user may read everything");
        return;
    }
    let ran = desk.run(&["inspect", "in"]).ends(3);
    assert!(ran.out.contains("茶樓"), "{}", ran.out);
    ran.says(&expect![[r#"
        error[input/unreadable]: cannot be read: Permission denied (os error 13)
        --> in/secret.txt

        1 error
    "#]]);
}

#[test]
fn standard_input_is_an_input() {
    let desk = Desk::new();
    let mut command = desk.command(&["inspect", "-"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(PAGE.as_bytes()).unwrap();
    let ran = Ran::from(child.wait_with_output().unwrap()).ends(0);
    assert!(ran.out.starts_with("Newsprint\n"), "{}", ran.out);
}

#[test]
fn files_come_by_name_with_numbers_as_numbers_and_each_once() {
    let desk = Desk::new();
    for name in ["10", "9", "1"] {
        desk.put(&format!("in/{name}.md"), format!("# Story {name}\n\nText number {name}.\n"));
    }
    desk.put("in/.hidden.md", "# Hidden\n")
        .put("in/newsprint.toml", "")
        .put("in/entities.toml", "");
    assert_eq!(desk.headlines(&["in", "in/1.md"]), ["Story 1", "Story 9", "Story 10"]);
    assert_eq!(desk.headlines(&["in/9.md", "in"]), ["Story 9", "Story 1", "Story 10"]);
}

#[cfg(unix)]
#[test]
fn links_that_lead_in_circles_end() {
    let desk = Desk::new();
    desk.put("in/a.md", "# A\n\nText.\n");
    std::os::unix::fs::symlink("..", desk.path("in/up")).unwrap();
    std::os::unix::fs::symlink("self", desk.path("in/self")).unwrap();
    desk.run(&["inspect", "in", "-v"]).ends(3).says(&expect![[r#"
        error[input/unreadable]: cannot be read: Too many levels of symbolic links (os error 40)
        --> in/self

        error[input/unreadable]: cannot be read: Too many levels of symbolic links (os error 40)
        --> in/up/in/self

        note[input/loop]: the link leads back to in/up; not followed
        --> in/up/in/up

        2 errors, 1 note
    "#]]);
    assert_eq!(desk.headlines(&["in"]), ["A"]);
}

#[test]
fn a_reader_who_has_had_enough_is_no_failure() {
    let desk = Desk::new();
    desk.put("page.txt", PAGE.repeat(40));
    let mut command = desk.command(&["inspect", "--json", "page.txt"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    Ran::from(child.wait_with_output().unwrap()).ends(0).says(&expect![""]);
}

#[test]
fn what_init_writes_can_be_used_and_is_never_overwritten() {
    let desk = Desk::new();
    desk.run(&["init", "paper"]).ends(0).prints(&expect![[r#"
        wrote paper/newsprint.toml
        wrote paper/entities.toml
        wrote paper/articles/sample.txt

        Look at it with
          newsprint serve paper/articles
    "#]]);
    let outline = desk.run(&["inspect", "paper/articles"]).ends(0).out;
    assert!(outline.starts_with("articles\n2 articles, "), "{outline}");
    desk.put("paper/newsprint.toml", "title = 'Mine'\n");
    desk.run(&["init", "paper"]).ends(0).prints(&expect![[r#"
        kept  paper/newsprint.toml
        kept  paper/entities.toml
        kept  paper/articles/sample.txt

        Look at it with
          newsprint serve paper/articles
    "#]]);
    assert_eq!(fs::read_to_string(desk.path("paper/newsprint.toml")).unwrap(), "title = 'Mine'\n");
}

#[test]
fn every_setting_that_init_shows_is_one() {
    for file in ["newsprint.toml", "entities.toml"] {
        let desk = Desk::new();
        desk.run(&["init"]).ends(0);
        let shown = fs::read_to_string(desk.path(file)).unwrap();
        let is_setting = |line: &&str| line.starts_with("[[") || line.contains(" = ");
        let settings: Vec<&str> =
            shown.lines().filter_map(|line| line.strip_prefix("# ")).filter(is_setting).collect();
        desk.put(file, settings.join("\n"));
        desk.run(&["inspect", "articles"]).ends(0).says(&expect![""]);
    }
}

impl Desk {
    /// The headlines in the order in which the program lists the articles.
    fn headlines(&self, inputs: &[&str]) -> Vec<String> {
        let args = [&["inspect", "--json"], inputs].concat();
        let json: serde_json::Value = serde_json::from_str(&self.run(&args).out).unwrap();
        let articles = json["articles"].as_array().unwrap();
        articles.iter().map(|article| article["headline"].as_str().unwrap().to_owned()).collect()
    }
}

#[test]
fn a_pattern_stands_for_the_files_it_fits() {
    let desk = Desk::new();
    desk.put("pages/b.txt", "Tide\n\nThe tide is out.")
        .put("pages/deep/a.txt", "Quay\n\nThe quay is dry.")
        .put("pages/c.md", "# Boat\n\nThe boat is up.");
    let ran = desk.run(&["inspect", "pages/**/*.txt"]).ends(0);
    assert!(ran.out.starts_with("pages\n2 articles"), "{}", ran.out);
    let ran = desk.run(&["inspect", "pages/*.csv"]).ends(1);
    assert!(ran.err.contains("nothing matches the pattern"), "{}", ran.err);
}

#[test]
fn an_archive_is_a_folder() {
    use std::io::Write as _;
    let desk = Desk::new();
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [("a.txt", "Tide\n\nThe tide is out."), ("bad.txt", "\0\u{1}\0")] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    desk.put("pages.zip", zip.finish().unwrap().into_inner());
    let ran = desk.run(&["inspect", "pages.zip"]).ends(3);
    assert!(ran.out.contains("1 article,"), "{}", ran.out);
    assert!(ran.err.contains("pages.zip/bad.txt"), "{}", ran.err);
}
