//! The encodings of real files, against those that their collector named.

use encoding_rs::Encoding;
use newsprint::read::read;

use crate::shared::shared;

/// Whether the reading is that of the named encoding. A family counts: GB 2312 is read by gb18030.
fn is_read_as(folder: &str, bytes: &[u8], found: Option<&str>) -> bool {
    let label = folder.split('-').take(if folder.starts_with("windows") { 2 } else { 9 });
    let label = label.collect::<Vec<_>>().join("-");
    match found {
        None => std::str::from_utf8(bytes).is_ok() && folder.starts_with("utf-8"),
        // Text in several encodings at once is rightly read where it comes out the same.
        Some(found) if found.starts_with("UTF-") => found.starts_with(folder),
        Some(found) => {
            let text = |name: &str| {
                Encoding::for_label(name.as_bytes()).map(|encoding| encoding.decode(bytes).0)
            };
            text(found).is_some() && text(found) == text(&label)
        }
    }
}

#[test]
fn the_encodings_of_real_files_are_told() {
    let Some(root) = shared("corpora/hostile/encodings-chardet") else { return };
    let (mut right, mut all) = (0, 0);
    let mut folders: Vec<_> = std::fs::read_dir(root).expect("folders").flatten().collect();
    folders.sort_by_key(std::fs::DirEntry::file_name);
    for folder in folders {
        let name = folder.file_name().to_string_lossy().into_owned();
        // No browser reads these two, nor do we.
        if !folder.path().is_dir() || ["Johab", "EUC-TW"].contains(&name.as_str()) {
            continue;
        }
        for file in std::fs::read_dir(folder.path()).expect("files").flatten() {
            let bytes = std::fs::read(file.path()).expect("bytes");
            // The ending would decide how the text is read, not how its bytes are.
            let reading = read("page.txt", &bytes);
            let found = reading.as_ref().ok().and_then(|reading| {
                let told = reading.diagnostics.iter().find(|d| d.code == "encoding/detected")?;
                let name = told.message.strip_prefix("read as ")?;
                name.split(',').next().map(str::to_owned)
            });
            all += 1;
            if reading.is_ok() && is_read_as(&name, &bytes, found.as_deref()) {
                right += 1;
            } else {
                println!("{name}/{}: {found:?}", file.file_name().display());
            }
        }
    }
    println!("encodings told right: {right} of {all}");
    assert!(right * 100 >= all * 98, "{right} of {all}");
}
