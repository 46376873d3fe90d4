//! What a byline calls who wrote: the words for a trade, what stands before a colon, an English byline's names.

use std::sync::LazyLock;

use super::lexicon::Words;

/// Who wrote: what a byline calls them.
const TRADES: [&str; 15] = [
    "記者",
    "记者",
    "特派員",
    "特派员",
    "特約",
    "通訊員",
    "通讯员",
    "編譯",
    "编译",
    "撰稿",
    "主筆",
    "評論員",
    "评论员",
    "報道員",
    "見習",
];

/// What follows 記者 where it is not a writer: a press conference, a reporter asking.
const NO_WRITER: [&str; 12] =
    ["會", "会", "招待", "問", "问", "節", "节", "協", "协", "們", "们", "團"];

/// What a byline begins with before a colon or a stroke.
const PREFIXES: [&str; 41] = [
    "文",
    "圖",
    "图",
    "文圖",
    "圖文",
    "文、圖",
    "圖、文",
    "文/圖",
    "文／圖",
    "圖/文",
    "圖／文",
    "文字",
    "撰文",
    "攝影",
    "摄影",
    "採訪",
    "采访",
    "採訪／撰文",
    "採訪/撰文",
    "採訪、撰文",
    "採訪撰文",
    "作者",
    "記者",
    "记者",
    "撰稿",
    "撰稿人",
    "整理",
    "編譯",
    "翻譯",
    "報道",
    "報導",
    "报道",
    "策劃",
    "主筆",
    "執筆",
    "口述",
    "主講",
    "文本",
    "編撰",
    "Text",
    "Words",
];

/// Whether someone who writes is named by their trade.
pub(super) fn has_writer(text: &str) -> bool {
    around_writer(text).is_some()
}

/// What stands before the word for a writer's trade and what after it.
pub(super) fn around_writer(text: &str) -> Option<(&str, &str)> {
    static ANY_TRADE: LazyLock<Words> = LazyLock::new(|| Words::new(&TRADES));
    // Few lines name one at all.
    if !ANY_TRADE.within(text) {
        return None;
    }
    TRADES.iter().find_map(|trade| {
        let (before, after) = text.split_once(trade)?;
        let other = NO_WRITER.iter().any(|next| after.starts_with(next));
        (!other && !after.is_empty()).then_some((before, after))
    })
}

/// Whether a text begins with what a byline begins with, and goes on with who wrote.
pub(super) fn has_prefix(text: &str) -> bool {
    let Some((prefix, rest)) = text.split_once(['：', ':', '︰', '｜', '|']).or_else(|| {
        // A stroke also stands inside the prefix (文／圖), so the last one counts.
        text.rsplit_once(['／', '/'])
    }) else {
        return false;
    };
    let (prefix, rest) = (prefix.trim(), rest.trim());
    // What follows 圖： is what the picture shows, unless it is names.
    let names = || {
        let mut parts = rest.split([' ', '\u{3000}', '、', '／', '/']);
        has_writer(rest) || parts.all(|part| part.is_ascii() || part.chars().count() <= 4)
    };
    let written = (2..=32).contains(&rest.chars().count());
    PREFIXES.contains(&prefix) && written && (!matches!(prefix, "圖" | "图") || names())
}

/// What papers call those whose names stand above it.
pub(super) fn is_post(text: &str) -> bool {
    let posts = ["staff reporter", "staff writer", "special correspondent", "our correspondent"];
    posts.iter().any(|post| post.eq_ignore_ascii_case(text))
}

/// `By Jane Doe and J. P. Roe, in Lisbon`: names after the word, no sentence.
pub(super) fn is_english(text: &str) -> bool {
    let starts = ["By ", "BY ", "Reporting by ", "Written by ", "Story by ", "Words by ", "From "];
    let Some((start, names)) =
        starts.iter().find_map(|start| Some((*start, text.strip_prefix(start)?)))
    else {
        return false;
    };
    let small = ["and", "in", "of", "for", "de", "van", "von", "der", "la", "at", "with", "the"];
    let mut words = names.split_whitespace();
    let is_name = |word: &str| word.starts_with(|c: char| c.is_uppercase());
    let first = words.next().is_some_and(|word| is_name(word) && word != "The");
    let only_names = words.all(|word| is_name(word) || small.contains(&word.trim_end_matches(',')));
    let count = names.split_whitespace().count();
    first && only_names && (count >= 2 || start != "From ") && count <= 12
}
