//! What a page prints for its own use.

use super::day;
use super::lexicon::phrases;
use super::shape::{Shape, stops};

/// What the page prints for its own use: an invitation to scan, a share bar, a page number.
pub(super) fn is_furniture(text: &str) -> bool {
    if text.chars().nth(120).is_some() {
        return false;
    }
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric() && c != '©');
    if phrases("furniture").has(bare) || phrases("related").has(bare) {
        return true;
    }
    let ended = text.ends_with(['。', '，']);
    let begun = phrases("furniture-beginnings")
        .start_of(text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©'));
    let short = Shape::of(text).size <= 40;
    begun.is_some() && short && !ended
        || is_share_bar(text)
        || is_page_number(bare)
        || is_page_head(text)
        || is_masthead(text)
        || is_tags(text)
}

/// Names of services in a row.
fn is_share_bar(text: &str) -> bool {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || "|｜/／·•、：:".contains(c))
        .filter(|word| !word.is_empty())
        .collect();
    words.len() > 1 && words.iter().all(|word| phrases("furniture").has(word))
}

/// `A2`, `A4 港聞`, `第3頁`, `3/12`, `- 5 -`, `Page 3 of 5`.
fn is_page_number(text: &str) -> bool {
    let count = text.chars().count();
    if count == 0 || count > 16 {
        return false;
    }
    let digits = |part: &str| {
        (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let framed = ["第", "Page ", "page ", "p. "].iter().find_map(|start| text.strip_prefix(start));
    let counted = framed.map(|rest| rest.trim_end_matches(['頁', '版', '页']));
    // The page's name beside its number has no more than a few characters.
    let named = text.split_once(char::is_whitespace).filter(|(_, name)| name.chars().count() <= 6);
    let number = named.map_or(text, |(number, _)| number);
    let sheet = number.trim_end_matches('版').strip_prefix(|c: char| c.is_ascii_uppercase());
    let of =
        text.split_once('/').is_some_and(|(page, all)| digits(page.trim()) && digits(all.trim()));
    counted.is_some_and(|rest| rest.split(" of ").all(digits))
        || sheet.is_some_and(|rest| digits(rest.trim_start_matches('-')))
        || of
        || digits(text)
}

/// Words behind signs by which sites sort their articles: `#港口 #潮水`.
fn is_tags(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let is_tag =
        |word: &str| word.strip_prefix(['#', '＃']).is_some_and(|name| name.chars().count() > 1);
    text.contains(char::is_whitespace) && words.all(is_tag)
}

/// The paper's name at one side of the page, the day at the other.
fn is_masthead(text: &str) -> bool {
    let sides: Vec<&str> =
        text.split("   ").map(str::trim).filter(|side| !side.is_empty()).collect();
    let days = sides.iter().filter(|side| day::is_day(side)).count();
    (2..=3).contains(&sides.len())
        && days == 1
        && sides.iter().all(|side| side.chars().count() <= 32)
}

/// The line at the top of a page: its number, perhaps its section, the paper's name and the day.
fn is_page_head(text: &str) -> bool {
    let numbered = text.contains(|c: char| c.is_ascii_digit());
    if !numbered || !text.contains(|c: char| c.is_ascii_uppercase() || c == '第') {
        return false;
    }
    let day = text.char_indices().find_map(|(at, _)| {
        let (length, day) = day::start(text.get(at..)?)?;
        day.day.map(|_| at..at + length)
    });
    let (before, after) = match day {
        Some(day) => (text.get(..day.start), text.get(day.end..)),
        None => (Some(text), None),
    };
    let words = [before, after]
        .into_iter()
        .flatten()
        .flat_map(|part| part.split(|c: char| c.is_whitespace() || "|｜：:·・,，".contains(c)));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let is_sheet = |word: &&str| {
        let letter = word.trim_end_matches('版').strip_prefix(|c: char| c.is_ascii_uppercase());
        let numbered = word.strip_prefix('第').and_then(|n| n.strip_suffix(['版', '頁', '页']));
        let number = letter.map(|n| n.trim_start_matches('-')).or(numbered).unwrap_or_default();
        (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    let sheets = words.iter().filter(|word| is_sheet(word)).count();
    let short = |word: &&str| word.chars().count() <= 6 && !word.ends_with(stops);
    sheets == 1 && words.len() <= 4 && words.iter().all(|word| short(&word))
}
