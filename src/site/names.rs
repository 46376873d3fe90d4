//! What an article's folder is called: its id, where every file system and URL can take it as it is.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::SiteError;
use super::digest::{hex, sha256};
use crate::model::{Article, ArticleId};

/// The longest name taken as it is, in bytes; common file systems allow 255.
const LONGEST: usize = 100;

/// Names that Windows keeps for devices.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Each article's folder below `a/`.
///
/// # Errors
/// Where two articles have the same id.
pub(super) fn folders(articles: &[Article]) -> Result<BTreeMap<&ArticleId, String>, SiteError> {
    let mut names = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for article in articles {
        let mut name = folder(article.id.as_str());
        // On many file systems, `News` and `news` are one folder.
        if !taken.insert(name.to_lowercase()) {
            name = marked(article.id.as_str());
        }
        if names.insert(&article.id, name).is_some() {
            return Err(SiteError::SameId(article.id.to_string()));
        }
    }
    Ok(names)
}

/// The id itself where it is plain, else what is plain of it and a digest of the whole.
fn folder(id: &str) -> String {
    let plain = !id.is_empty()
        && id.len() <= LONGEST
        && id.chars().all(is_plain)
        && !id.starts_with('.')
        && !id.ends_with('.')
        && !is_device(id);
    if plain { id.to_owned() } else { marked(id) }
}

fn marked(id: &str) -> String {
    let mut name = String::new();
    for c in id.chars().filter(|&c| is_plain(c) && c != '.') {
        if name.len() + c.len_utf8() > LONGEST {
            break;
        }
        name.push(c);
    }
    let digest: String = hex(&sha256(id.as_bytes())).chars().take(16).collect();
    // No plain id holds a tilde, so a marked name never meets a plain one.
    format!("{name}~{digest}")
}

fn is_plain(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '.')
}

fn is_device(id: &str) -> bool {
    let stem = id.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let numbered = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    RESERVED.contains(&stem.as_str())
        || numbered.is_some_and(|n| n.len() == 1 && n.chars().all(|c| c.is_ascii_digit()))
}

/// A path as it stands in a URL: every byte that RFC 3986 does not leave unreserved becomes `%XX`, `/` apart.
pub(super) fn encoded(path: &str) -> String {
    path.bytes().fold(String::new(), |mut url, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/') {
            url.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(url, "%{byte:02X}");
        }
        url
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_id_is_its_own_folder() {
        assert_eq!(folder("2026-05-20_頭版.1"), "2026-05-20_頭版.1");
    }

    #[test]
    fn no_id_leaves_its_place() {
        for id in
            ["", ".", "..", "../../etc", "a/b", "a\\b", "C:", "nul", "COM1.txt", "a\0b", ".git"]
        {
            let name = folder(id);
            assert!(
                name.contains('~') && !name.contains(['/', '\\', ':', '\0']),
                "{id:?} → {name}"
            );
            assert!(!name.starts_with('.'), "{id:?} → {name}");
        }
        assert!(folder(&"長".repeat(500)).len() < 130);
    }

    #[test]
    fn a_url_is_ascii() {
        assert_eq!(encoded("a/頭 b~/"), "a/%E9%A0%AD%20b~/");
    }
}
