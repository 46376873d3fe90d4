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

/// Whether a text begins with what a byline begins with, and goes on with who wrote; or does so several times:
/// `文／某人　攝影／某人`.
pub(super) fn has_prefix(text: &str) -> bool {
    let mut words = text.split_whitespace();
    is_prefixed(text)
        || text.contains(['｜', '|', '／', '/', '：', ':'])
            && text.contains(char::is_whitespace)
            && words.all(is_prefixed)
}

fn is_prefixed(text: &str) -> bool {
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
    let posts = [
        "staff reporter",
        "staff writer",
        "staff correspondent",
        "special correspondent",
        "senior reporter",
        "our correspondent",
        "our reporter",
        "for the associated press",
    ];
    posts.iter().any(|post| {
        let begun = text.get(..post.len()).is_some_and(|start| post.eq_ignore_ascii_case(start));
        begun && matches!(text.get(post.len()..), Some("" | "s" | "S"))
    })
}

/// `記者某某　攝影某某`: several trades, each with a name at once behind it.
pub(super) fn are_glued(text: &str) -> bool {
    let trades = [
        "記者",
        "记者",
        "攝影",
        "摄影",
        "撰文",
        "採訪",
        "采访",
        "特約記者",
        "實習記者",
        "通訊員",
        "通讯员",
    ];
    let is_named = |word: &str| {
        let names = trades.iter().filter_map(|trade| word.strip_prefix(trade));
        names.into_iter().any(|name| (2..=4).contains(&name.chars().count()))
    };
    text.split_whitespace().count() > 1 && text.split_whitespace().all(is_named)
}

/// `Science editor`: two words or three of which the last is what a paper's people are called, below a name.
pub(super) fn has_post(text: &str) -> bool {
    let posts = ["reporter", "writer", "correspondent", "editor", "columnist", "critic"];
    let mut words = text.split_whitespace();
    let last = words.next_back().unwrap_or_default();
    let ends = posts.iter().any(|post| post.eq_ignore_ascii_case(last));
    ends && (1..=3).contains(&words.clone().count()) && text.starts_with(char::is_uppercase)
}

/// `김도현 기자`: a name and a trade in Korean.
pub(super) fn is_korean(text: &str) -> bool {
    let trades = ["기자", "특파원"];
    let name = trades.iter().find_map(|trade| text.strip_suffix(trade)).map(str::trim_end);
    let hangul = |c: char| ('가'..='힣').contains(&c);
    name.is_some_and(|name| (2..=5).contains(&name.chars().count()) && name.chars().all(hangul))
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
