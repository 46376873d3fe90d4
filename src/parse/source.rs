//! Where a story comes from, where that has a line to itself.

use std::ops::Range;

use super::brackets::{bracketed, trimmed};
use super::lexicon::{List, phrases};
use super::marks::is_bullet;

/// A line that names a source and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Source {
    /// The name as printed, in bytes of the line.
    pub text: Range<usize>,
    /// Marks before, brackets around, and words such as `來源：`.
    pub marks: Vec<Range<usize>>,
}

/// Longer lines name something else, code points.
const LONGEST: usize = 24;

/// What the names of papers and agencies end with; shorter endings end too much else.
const ENDINGS: [&str; 27] = [
    "通訊社",
    "通讯社",
    "新聞社",
    "新闻社",
    "日報",
    "日报",
    "晚報",
    "晚报",
    "時報",
    "时报",
    "早報",
    "早报",
    "晨報",
    "晨报",
    "商報",
    "商报",
    "都市報",
    "都市报",
    "都市网",
    "青年報",
    "青年报",
    "週報",
    "週刊",
    "周刊",
    "電視台",
    "新聞網",
    "新闻网",
];

const PREFIXES: [&str; 12] = [
    "來源",
    "来源",
    "資料來源",
    "资料来源",
    "消息來源",
    "稿件來源",
    "文章來源",
    "新聞來源",
    "轉載",
    "發稿單位",
    "Source",
    "Sources",
];

/// A line that is a source as a whole.
pub(super) fn line(line: &str) -> Option<Source> {
    let mut marks = Vec::new();
    let mut range = 0..line.len();
    if let Some(first) = line.chars().next().filter(|c| is_bullet(*c)) {
        marks.push(0..first.len_utf8());
        range.start = first.len_utf8();
    }
    range = trimmed(line, range);
    if let Some(inner) = bracketed(line, range.clone()) {
        marks.push(range.start..inner.start);
        marks.push(inner.end..range.end);
        range = trimmed(line, inner);
    }
    let text = line.get(range.clone())?;
    if text.chars().count() > LONGEST + 8 || text.contains(['，', '。']) {
        return None;
    }
    if let Some((prefix, rest)) = text.split_once(['：', ':', '︰'])
        && PREFIXES.contains(&prefix.trim())
        && !rest.trim().is_empty()
    {
        let name = trimmed(line, range.end - rest.len()..range.end);
        marks.push(range.start..range.end - rest.len());
        return Some(Source { text: name, marks });
    }
    let named = text.split(['／', '/', '、', '&']).all(|name| is_name(name.trim()));
    let issued =
        !marks.is_empty() && ["發布", "發佈", "发布"].iter().any(|end| text.ends_with(end));
    (named || issued).then_some(Source { text: range, marks })
}

/// Whether this is the name of an agency or a paper, by itself.
pub(super) fn is_name(text: &str) -> bool {
    let count = text.chars().count();
    let ends = ENDINGS.iter().any(|ending| text.ends_with(ending) && text != *ending);
    phrases(List::Agencies).has(text) || ends && count <= 10 && !text.contains(char::is_whitespace)
}

/// `新華社北京5日電`: an agency, a place, a day, and no writer.
pub(super) fn is_agency_dispatch(text: &str) -> bool {
    phrases(List::Agencies).start_of(text).is_some() || is_name(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_may_have_a_line_to_itself() {
        let cases = [
            ("新華社", Some("新華社")),
            ("●新華社", Some("新華社")),
            ("（中央社）", Some("中央社")),
            ("來源：海港通訊社", Some("海港通訊社")),
            ("海港通訊社", Some("海港通訊社")),
            ("法新社／路透社", Some("法新社／路透社")),
            ("（新聞處發布）", Some("新聞處發布")),
            ("(新聞處發佈)", Some("新聞處發佈")),
            ("Source: Reuters", Some("Reuters")),
            ("喜訊頻報", None),
            ("海濱事務委員會：三項工作未完", None),
            ("新華社記者說，潮水退去", None),
        ];
        for (text, expected) in cases {
            let found = line(text).map(|source| text.get(source.text).expect("in the line"));
            assert_eq!(found, expected, "{text}");
        }
    }
}
