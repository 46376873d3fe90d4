//! The folder: which files it has, and what becomes of what stood in its place.

use std::fs;

use newsprint::site::{self, AttachError, Options, SiteError, Viewer};

use super::{article, corpus, files, options, text, two, without_hash, written};

#[test]
fn a_folder_has_these_files() {
    let mut found: Vec<String> = written(&two(), &Options { offline: true, ..options() })
        .keys()
        .map(|path| without_hash(path))
        .collect();
    found.sort();
    let expected = [
        ".nojekyll",
        "404.html",
        "_headers",
        "a/bridge/index.html",
        "a/water/index.html",
        "assets/atlas-#.css",
        "assets/atlas-#.js",
        "assets/boot-#.js",
        "assets/carrier-#.js",
        "assets/icon-#.png",
        "assets/icon-#.png",
        "assets/sheets-#.js",
        "assets/style-#.css",
        "assets/viewer-#.js",
        "assets/viewer-#.wasm",
        "edition.json",
        "embed.js",
        "index.html",
        "manifest.webmanifest",
        "sw.js",
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_worker_keeps_what_a_reader_may_need_and_names_its_sums() {
    use base64::Engine as _;
    use sha2::Digest as _;
    let all = Options { offline: true, compressed: true, ..options() };
    let found = written(&two(), &all);
    let worker = text(&found, "sw.js");
    let list = worker.lines().find_map(|line| line.strip_prefix("const FILES = ")).unwrap();
    let list: Vec<Vec<String>> = serde_json::from_str(list.trim_end_matches(';')).unwrap();
    assert_eq!(list[0], ["edition.json"]);
    let mut kept: Vec<String> = Vec::new();
    for file in &list[1..] {
        let path = match file[0].as_str() {
            "./" => "index.html".to_owned(),
            folder if folder.ends_with('/') => format!("{folder}index.html"),
            path => path.to_owned(),
        };
        let sum = sha2::Sha256::digest(&found[&path]);
        assert_eq!(file[1], base64::engine::general_purpose::STANDARD.encode(sum), "{path}");
        kept.push(without_hash(&path));
    }
    for path in ["index.html", "a/water/index.html", "assets/viewer-#.wasm", "assets/style-#.css"] {
        assert!(kept.iter().any(|kept| kept == path), "{path}");
    }
    assert!(!kept.iter().any(|path| path.contains("carrier") || path.contains(".br")), "{kept:?}");
}

#[test]
fn pages_of_articles_can_be_left_out() {
    let without = Options { pages: Some(false), ..options() };
    assert!(!written(&two(), &without).keys().any(|path| path.starts_with("a/")));
}

#[test]
fn compressed_forms_stand_beside_what_gains_by_them() {
    let found = written(&two(), &Options { compressed: true, ..options() });
    for path in ["index.html.gz", "index.html.br", "a/water/index.html.br"] {
        assert!(found.contains_key(path), "{path}");
    }
    let mut plain = Vec::new();
    let mut reader = flate2::read::GzDecoder::new(found["index.html.gz"].as_slice());
    std::io::Read::read_to_end(&mut reader, &mut plain).unwrap();
    assert_eq!(plain, found["index.html"]);
}

#[test]
fn the_same_corpus_gives_the_same_bytes() {
    let all =
        Options { compressed: true, base_url: Some("https://example.org/n".into()), ..options() };
    assert_eq!(written(&two(), &all), written(&two(), &all));
    assert_eq!(site::single(&two(), &all).unwrap(), site::single(&two(), &all).unwrap());
}

#[test]
fn the_manifest_holds_the_sum_of_every_other_file() {
    use sha2::Digest as _;
    let mut found = written(&two(), &options());
    let manifest: serde_json::Value =
        serde_json::from_slice(&found.remove("edition.json").unwrap()).unwrap();
    let listed: Vec<(&str, u64, &str)> = manifest["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| {
            let string = |key: &str| file[key].as_str().unwrap();
            (string("path"), file["bytes"].as_u64().unwrap(), string("sha256"))
        })
        .collect();
    let sums: Vec<(String, u64, String)> = found
        .iter()
        .map(|(path, bytes)| {
            let sum = sha2::Sha256::digest(bytes);
            (path.clone(), bytes.len() as u64, format!("{sum:x}"))
        })
        .collect();
    let sums: Vec<(&str, u64, &str)> =
        sums.iter().map(|(path, bytes, sum)| (path.as_str(), *bytes, sum.as_str())).collect();
    assert_eq!(listed, sums);
}

#[test]
fn two_articles_with_one_id_are_refused() {
    let all = corpus(vec![article("x", "一", "文"), article("x", "二", "文")]);
    let place = tempfile::tempdir().unwrap();
    let result = site::write(&all, &options(), &place.path().join("site"));
    assert!(matches!(result, Err(SiteError::SameId(id)) if id == "x"));
    assert_eq!(files(place.path()).len(), 0);
}

#[test]
fn an_old_edition_is_replaced_whole() {
    let place = tempfile::tempdir().unwrap();
    let target = place.path().join("site");
    site::write(&two(), &options(), &target).unwrap();
    let one = corpus(vec![article("snow", "初雪", "山上落雪。")]);
    site::write(&one, &options(), &target).unwrap();
    assert_eq!(files(&target), written(&one, &options()));
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1, "nothing is left beside the site");
}

#[test]
fn an_empty_folder_is_taken() {
    let place = tempfile::tempdir().unwrap();
    site::write(&two(), &options(), place.path()).unwrap();
    assert!(place.path().join("index.html").exists());
}

#[test]
fn foreign_files_stay_untouched() {
    let place = tempfile::tempdir().unwrap();
    let target = place.path().join("site");
    fs::create_dir_all(target.join("work")).unwrap();
    fs::write(target.join("work/thesis.txt"), "years").unwrap();
    let before = files(place.path());
    let refused = site::write(&two(), &options(), &target);
    let Err(SiteError::Foreign { file, .. }) = refused else { panic!("{refused:?}") };
    assert_eq!(file, "work/thesis.txt");
    assert_eq!(files(place.path()), before);

    let ours = place.path().join("ours");
    site::write(&two(), &options(), &ours).unwrap();
    fs::write(ours.join("CNAME"), "example.org").unwrap();
    let refused = site::write(&two(), &options(), &ours);
    assert!(matches!(refused, Err(SiteError::Foreign { file, .. }) if file == "CNAME"));
    let onto_a_file = site::write(&two(), &options(), &ours.join("CNAME"));
    assert!(matches!(onto_a_file, Err(SiteError::Foreign { .. })));
}

#[test]
fn a_failed_build_leaves_the_old_site() {
    let place = tempfile::tempdir().unwrap();
    let target = place.path().join("site");
    site::write(&two(), &options(), &target).unwrap();
    let before = files(place.path());
    let damaged = Viewer { wasm: b"not wasm".as_slice().into(), ..options().viewer };
    let failed = site::write(&two(), &Options { viewer: damaged, ..options() }, &target);
    assert!(matches!(failed, Err(SiteError::Attach(AttachError::NotWasm))));
    let empty = Viewer { wasm: b"".as_slice().into(), ..options().viewer };
    let failed = site::write(&two(), &Options { viewer: empty, ..options() }, &target);
    assert!(matches!(failed, Err(SiteError::NoViewer)));
    assert_eq!(files(place.path()), before);
}
