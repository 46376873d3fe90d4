//! The time of day behind a day, and when a page was changed.

/// How many bytes at the beginning of a text tell the time of day, as in `10:32` and `9:05:10 pm`.
pub(in crate::parse) fn clock(text: &str) -> usize {
    let part =
        ["上午", "下午", "凌晨", "晚上", "中午"].iter().find(|part| text.starts_with(**part));
    let start = part.map_or(0, |part| part.len());
    let digits = text.get(start..).unwrap_or_default();
    let length = digits.bytes().take_while(|b| b.is_ascii_digit() || *b == b':').count();
    // British papers write `06.00`.
    let dotted = |time: &str| time.len() == 5 && time.get(2..3) == Some(".");
    let length = if digits.get(..5).is_some_and(dotted) && length == 2 { 5 } else { length };
    if !digits.get(..length).is_some_and(|time| time.contains([':', '.'])) {
        return 0;
    }
    let rest = digits.get(length..).unwrap_or_default();
    let bare = rest.trim_start();
    let halves = ["am", "pm", "a.m.", "p.m.", "AM", "PM"];
    let half = halves.iter().find(|half| bare.starts_with(**half));
    start + length + half.map_or(0, |half| rest.len() - bare.len() + half.len())
}

/// The names of a clock's time, as behind `06.00 BST`.
pub(super) fn is_zone(word: &str) -> bool {
    ["GMT", "BST", "UTC", "EST", "EDT", "PST", "PDT", "ET", "PT", "HKT", "CST"].contains(&word)
}

/// What stands before a remark in brackets that the page has been changed since: `14:32（5/20 15:10 更新）`.
pub(super) fn before_update(line: &str) -> &str {
    let opened = line.rfind(['（', '(']).filter(|_| line.ends_with(['）', ')']));
    let (before, remark) = line.split_at(opened.unwrap_or(line.len()));
    let updates = ["更新", "修訂", "修订", "Updated", "updated"];
    if updates.iter().any(|word| remark.contains(word)) { before.trim_end() } else { line }
}
