//! What is read: files, folders, patterns, archives, standard input; and what cannot be.

use std::fs;
use std::io::Write as _;
use std::process::Stdio;

use expect_test::expect;

use super::{Desk, PAGE, Ran};

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
fn settings_and_pictures_are_no_articles_by_whatever_way_they_are_named() {
    let desk = Desk::new();
    desk.put("pages/a.txt", "Tide\n\nThe tide is out.")
        .put("pages/newsprint.toml", "title = \"Tides\"\n")
        .put("pages/entities.toml", "not = [\"Quay\"]\n")
        .put("pages/tide.jpg", [0xFF, 0xD8, 0xFF, 0xE0]);
    let by_shell = ["pages/a.txt", "pages/entities.toml", "pages/newsprint.toml", "pages/tide.jpg"];
    for inputs in [&["pages/*"][..], &by_shell] {
        let ran = desk.run(&[&["inspect"], inputs].concat()).ends(0);
        assert!(ran.out.starts_with("Tides\n1 article"), "{}", ran.out);
    }
}

#[test]
fn what_is_shown_beside_a_diagnostic_stands_in_the_file() {
    let desk = Desk::new();
    desk.put("tide.md", "# Tide\n\nThe tide is out.\n\n![the quay](quay.jpg)\n");
    let ran = desk.run(&["inspect", "tide.md"]);
    assert!(ran.err.contains("quay.jpg") && !ran.err.contains("# Tide"), "{}", ran.err);
    let (rows, _, _) = encoding_rs::BIG5.encode("title,text\n潮水,清晨海面平靜得像一張紙\n");
    desk.put("tide.csv", rows.as_ref());
    let ran = desk.run(&["inspect", "-v", "tide.csv"]);
    assert!(ran.err.contains("潮水,清晨"), "{}", ran.err);
}

#[test]
fn an_archive_is_a_folder() {
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
