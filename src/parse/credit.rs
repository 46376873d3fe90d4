//! Whom a picture is from: words that tell it, and words of a sentence that happens to have one of them.

use super::lexicon::{List, phrases};
use super::source;

/// Longer tails are sentences, code points.
pub(super) const LONGEST: usize = 28;

/// As much in Latin letters, which tell less each.
pub(super) const LONGEST_LATIN: usize = 64;

/// What a sentence has, and the name of nobody whom a picture is from.
const IN_SENTENCES: [&str; 22] = [
    "他", "她", "它", "們", "们", "這", "这", "了", "着", "著", "的", "是", "在", "把", "被", "就",
    "也", "並", "并", "一張", "一张", "一幅",
];

/// What stands before 提供 where that is what somebody does.
const BEFORE_VERB: [&str; 34] = [
    "同時", "同时", "將", "将", "可", "能", "會將", "亦", "已", "曾", "不", "未", "只", "還", "还",
    "仍", "再", "則", "免費", "免费", "繼續", "继续", "主動", "主动", "全面", "需", "須", "願",
    "要", "來", "而", "以", "均", "都",
];

/// Words of which a longer word may begin or be made: 圖書館, 攝氏.
fn is_short(word: &str) -> bool {
    word.chars().nth(1).is_none()
}

/// Whether these words tell whom a picture is from. In brackets they need not say it at their end.
pub(super) fn is_credit(text: &str, enclosed: bool) -> bool {
    let count = text.chars().count();
    let longest = if text.is_ascii() { LONGEST_LATIN } else { LONGEST };
    if count > longest || text.contains(['，', '。', '、', '；']) {
        return false;
    }
    let named = text.split(['／', '/']).all(|name| source::is_name(name.trim()));
    let agency = phrases(List::Agencies).start_of(text).is_some() && count <= 16;
    named || agency || enclosed && speaks(text) || tells(text)
}

/// Whether a word for pictures and their makers stands anywhere, and is not the beginning of another.
fn speaks(text: &str) -> bool {
    let credits = phrases(List::Credits);
    text.char_indices()
        .filter_map(|(at, _)| text.get(at..))
        .any(|rest| credits.start_of(rest).is_some_and(|word| !is_short(word)))
        || tells(text)
}

/// Whether such a word stands at the end behind a name, or at the beginning before one.
fn tells(text: &str) -> bool {
    let credits = phrases(List::Credits);
    let words = credits.start_of(text).and_then(|word| text.get(word.len()..));
    let begun = words.is_some_and(|rest| {
        let rest = rest.trim_start();
        ["：", ":", "／", "/", "來源", "来源", "由", "by ", "of ", "via "]
            .iter()
            .any(|next| rest.starts_with(next))
    });
    let names = credits.before_end_of(text);
    begun && !is_sentence(text) || names.is_some_and(|names| signs(names, text))
}

/// Whether what stands before the last word of a credit is a name, or nothing.
fn signs(names: &str, text: &str) -> bool {
    let does = text.ends_with("提供") && BEFORE_VERB.iter().any(|word| names.ends_with(word));
    let takes = names.ends_with(['拍', '摄', '攝', '錄', '录']);
    !does && !takes && !is_sentence(text)
}

fn is_sentence(text: &str) -> bool {
    let small = |word: &str| {
        word.starts_with(char::is_lowercase)
            && !["by", "of", "via", "from", "for", "the", "courtesy", "and", "photo", "handout"]
                .contains(&word)
    };
    IN_SENTENCES.iter().any(|word| text.contains(word)) || text.split_whitespace().any(small)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credit_is_told_from_a_sentence() {
        for credit in [
            "黎某攝",
            "海港通訊社 黎某攝",
            "海港國中提供",
            "圖片由館方提供",
            "資料圖片",
            "網上圖片",
            "新華社",
            "圖／海港國中提供",
            "Photo: A. Lee",
            "Photo by A. Lee",
            "Courtesy of the Port",
            "Harbour Police/Handout",
            "File photo",
            "受訪者供圖",
        ] {
            assert!(is_credit(credit, false), "{credit}");
        }
        for sentence in [
            "館方同時提供",
            "他站在圖書館前",
            "圖書館昨日重開",
            "潮水提供的電力",
            "攝氏三度",
            "由館方免費提供",
            "He took a photo",
        ] {
            assert!(!is_credit(sentence, false), "{sentence}");
        }
        assert!(is_credit("資料圖片 黎某二〇一九年", true) && !is_credit("中央圖書館", true));
    }
}
