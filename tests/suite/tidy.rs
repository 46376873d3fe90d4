//! The house rules that a machine can check: what may stand where.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below `dir` with one of `extensions`, sorted.
fn files(dir: &str, extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut dirs = vec![root().join(dir)];
    while let Some(dir) = dirs.pop() {
        for entry in fs::read_dir(&dir).expect("a folder of the project").flatten() {
            let path = entry.path();
            if path.is_dir() {
                dirs.push(path);
            } else if extensions.iter().any(|e| path.extension().is_some_and(|x| x == *e)) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The lines of a file before its own tests begin, numbered from 1.
fn code(path: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(path).expect("a text file");
    text.lines()
        .take_while(|line| *line != "#[cfg(test)]")
        .enumerate()
        .map(|(n, line)| (n + 1, line.to_owned()))
        .collect()
}

fn offences(files: &[PathBuf], is_offence: impl Fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for path in files {
        for (n, line) in code(path) {
            if !line.trim_start().starts_with("//") && is_offence(&line) {
                found.push(format!("{}:{n}: {}", path.display(), line.trim()));
            }
        }
    }
    found
}

#[test]
fn the_core_does_no_input_or_output() {
    for room in ["model", "text", "read", "parse", "annotate", "pack"] {
        let found = offences(&files(&format!("src/{room}"), &["rs"]), |line| {
            // `std::io` over bytes in memory, as the unpackers' `Read` and `Cursor`, is neither.
            let names = [
                "std::fs",
                "stdin",
                "stdout",
                "stderr",
                "std::net",
                "std::env",
                "std::time",
                "SystemTime",
                "Instant",
            ];
            names.iter().any(|name| line.contains(name))
        });
        assert!(found.is_empty(), "{room} must be pure:\n{}", found.join("\n"));
    }
}

#[test]
fn data_flows_one_way() {
    // Each room with the rooms it must never know; see ARCHITECTURE.md.
    let never = [
        ("model", &["text", "read", "parse", "annotate", "pack", "search", "site", "view"][..]),
        ("text", &["read", "parse", "annotate", "pack", "search", "site", "view"]),
        ("read", &["parse", "annotate", "pack", "search", "site", "view"]),
        ("parse", &["annotate", "pack", "search", "site", "view"]),
        ("annotate", &["read", "parse", "pack", "search", "site", "view"]),
        ("pack", &["read", "parse", "annotate", "search", "site", "view"]),
        ("search", &["read", "parse", "annotate", "site", "view"]),
        ("site", &["read", "parse", "annotate"]),
        ("view", &["read", "parse", "annotate", "site"]),
    ];
    for (room, others) in never {
        let found = offences(&files(&format!("src/{room}"), &["rs"]), |line| {
            others.iter().any(|other| line.contains(&format!("crate::{other}::")))
        });
        assert!(found.is_empty(), "{room} knows too much:\n{}", found.join("\n"));
    }
}

#[test]
fn corpus_text_reaches_the_document_only_as_text() {
    // What writes HTML for a folder or a file does not run in a browser.
    let written = "page.select(\"html\").inner_html().to_string()";
    let found = offences(&files("src", &["rs", "js"]), |line| {
        let line = line.replace(written, "");
        ["inner_html", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write"]
            .iter()
            .any(|name| line.contains(name))
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_module_says_what_it_is() {
    let silent: Vec<String> = files("src", &["rs"])
        .into_iter()
        .filter(|path| {
            let text = fs::read_to_string(path).expect("a text file");
            // A file that holds one type and is re-exported by its module is documented by that type.
            !text.starts_with("//!") && !path.components().any(|c| c.as_os_str() == "model")
        })
        .map(|path| path.display().to_string())
        .collect();
    assert!(silent.is_empty(), "no module documentation:\n{}", silent.join("\n"));
}

#[test]
fn no_line_ends_in_white_space() {
    let mut all = files("src", &["rs", "js"]);
    all.extend(files("style", &["css"]));
    all.extend(files("scripts", &["sh", "py", "mjs"]));
    let found: Vec<String> = all
        .iter()
        .flat_map(|path| {
            let text = fs::read_to_string(path).expect("a text file");
            text.lines()
                .enumerate()
                .filter(|(_, line)| line.ends_with([' ', '\t']))
                .map(|(n, _)| format!("{}:{}", path.display(), n + 1))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_list_of_words_has_each_word_once() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/words");
    for file in std::fs::read_dir(folder).expect("lists").flatten() {
        let list = std::fs::read_to_string(file.path()).expect("a list");
        let words = list.lines().filter(|line| !line.starts_with('#'));
        let mut seen = std::collections::BTreeSet::new();
        for word in words.flat_map(str::split_whitespace) {
            assert!(seen.insert(word), "{word} in {}", file.file_name().display());
        }
    }
}
