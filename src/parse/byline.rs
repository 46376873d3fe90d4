//! Who wrote a story, in the forms in which papers print it.

use std::ops::Range;

use super::brackets::{bracketed, counterpart, trimmed};
use super::marks::is_bullet;
use super::writer::{
    are_glued, around_writer, has_prefix, has_writer, is_english, is_korean, is_post,
};

/// A byline within a line or at the beginning of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Byline {
    /// The byline as printed, in bytes of the line.
    pub text: Range<usize>,
    /// Marks before and brackets around it.
    pub marks: Vec<Range<usize>>,
}

/// Longer lines are text, code points.
const LONGEST: usize = 48;

/// What a dispatch ends with.
const ENDINGS: [&str; 14] = [
    "報道",
    "報導",
    "报道",
    "綜合報道",
    "綜合報導",
    "電",
    "电",
    "訊",
    "讯",
    "專訪",
    "攝",
    "撰文",
    "外電",
    "特稿",
];

/// A line that is a byline as a whole.
pub(super) fn line(line: &str) -> Option<Byline> {
    let mut marks = Vec::new();
    let mut range = 0..line.len();
    let mut marked = false;
    if let Some(first) = line.chars().next().filter(|c| is_bullet(*c)) {
        marks.push(0..first.len_utf8());
        range.start = first.len_utf8();
        marked = true;
    }
    range = trimmed(line, range);
    if let Some(inner) = bracketed(line, range.clone()) {
        marks.push(range.start..inner.start);
        marks.push(inner.end..range.end);
        range = trimmed(line, inner);
        marked = true;
    }
    let text = line.get(range.clone())?;
    let short = text.chars().count() <= LONGEST;
    (short && is_byline(text, marked)).then_some(Byline { text: range, marks })
}

/// A byline in brackets before the text of a paragraph: 【本報訊】, （中央社記者…電）.
pub(super) fn opening(paragraph: &str) -> Option<Byline> {
    if let Some(end) = told(paragraph) {
        return Some(Byline { text: 0..end, marks: Vec::new() });
    }
    let open = paragraph.chars().next()?;
    let close = counterpart(open)?;
    let inner = open.len_utf8();
    let end = paragraph.char_indices().take(LONGEST).find(|(_, c)| *c == close)?.0;
    let after = end + close.len_utf8();
    let text = paragraph.get(inner..end)?;
    let goes_on = paragraph.get(after..).is_some_and(|rest| !rest.trim().is_empty());
    let dispatch = ENDINGS.iter().any(|ending| text.ends_with(ending)) || has_writer(text);
    // An agency's name and a place alone say where a text comes from, not who wrote it.
    let agency = !has_writer(text) && super::source::is_agency_dispatch(text);
    (goes_on && dispatch && !agency && !has_sentence(text))
        .then(|| Byline { text: inner..end, marks: vec![0..inner, end..after] })
}

/// Where the byline ends that a paragraph opens with, a paper's name before the writer's: 本報訊（記者 葉照庭）.
fn told(paragraph: &str) -> Option<usize> {
    let (open, _) = paragraph.char_indices().take(12).find(|(_, c)| matches!(c, '（' | '('))?;
    let paper = paragraph.get(..open)?.trim_end();
    let told = ["訊", "讯", "電", "电"].iter().any(|end| paper.ends_with(end));
    let inner = paragraph.get(open..)?;
    let close = counterpart(inner.chars().next()?)?;
    let (end, _) = inner.char_indices().take(LONGEST).find(|(_, c)| *c == close)?;
    let written = inner.get(..end).is_some_and(|text| has_writer(text) && !has_sentence(text));
    let end = open + end + close.len_utf8();
    let goes_on = paragraph.get(end..).is_some_and(|rest| !rest.trim().is_empty());
    (told && written && goes_on && !has_sentence(paper)).then_some(end)
}

/// A byline in brackets after the last sentence of a paragraph: （記者王小明）.
pub(super) fn closing(paragraph: &str) -> Option<Byline> {
    let close = paragraph.chars().next_back()?;
    let open =
        ['（', '(', '【', '〔'].into_iter().find(|open| counterpart(*open) == Some(close))?;
    let end = paragraph.len() - close.len_utf8();
    let start = paragraph.rfind(open)?;
    let inner = start + open.len_utf8();
    let text = paragraph.get(inner..end)?;
    let before = paragraph.get(..start)?.trim_end();
    let stopped = before.ends_with(|c| super::shape::stops(c) || super::shape::closes(c));
    let short = text.chars().count() <= LONGEST;
    (stopped && short && has_writer(text) && !has_sentence(text) && !text.ends_with('攝'))
        .then(|| Byline { text: inner..end, marks: vec![start..inner, end..paragraph.len()] })
}

fn is_byline(text: &str, marked: bool) -> bool {
    if text.is_empty() || has_sentence(text) {
        return false;
    }
    if has_prefix(text)
        || is_english(text)
        || is_post(text)
        || is_korean(text)
        || are_glued(text)
        || matches!(text, "本報訊" | "本报讯" | "本報綜合報道")
    {
        return true;
    }
    let dispatched = ENDINGS.iter().any(|ending| text.ends_with(ending));
    if !has_writer(text) {
        return marked && dispatched && text.chars().count() <= 20 && text.contains(['報', '报']);
    }
    let Some((before, after)) = around_writer(text) else { return false };
    let paper = before.is_empty() || before.chars().count() <= 16;
    let named = (2..=24).contains(&after.trim().chars().count());
    let spaced =
        after.starts_with(|c: char| c.is_whitespace() || matches!(c, '：' | ':' | '／' | '/'));
    let at_work = ["本報", "本报", "本刊", "本台", "本社", "本網", "實習", "特約", "駐"]
        .iter()
        .any(|start| before.starts_with(start));
    let of_paper = before.ends_with(['報', '报', '社', '台', '網', '网', '刊']);
    paper && named && (marked || dispatched || at_work || spaced && (of_paper || before.is_empty()))
}

fn has_sentence(text: &str) -> bool {
    text.contains(['。', '！', '？', '；', '，']) || text.ends_with('.') && !text.ends_with("Jr.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_byline_in_many_forms() {
        let cases = [
            ("●海港日報記者 沈若蘭 北角報道", Some("海港日報記者 沈若蘭 北角報道")),
            ("■本報記者 黎望舒", Some("本報記者 黎望舒")),
            ("【本報記者黎望舒台中報導】", Some("本報記者黎望舒台中報導")),
            ("【本報訊】", Some("本報訊")),
            ("（中央社記者黎望舒台北5日電）", Some("中央社記者黎望舒台北5日電")),
            ("記者黎望舒／台北報導", Some("記者黎望舒／台北報導")),
            ("撰文：葉照庭", Some("撰文：葉照庭")),
            ("文／圖：葉照庭", Some("文／圖：葉照庭")),
            ("文／葉照庭", Some("文／葉照庭")),
            ("By Jane Doe and J. P. Roe, in Lisbon", Some("By Jane Doe and J. P. Roe, in Lisbon")),
            ("文／姚敏之　攝影／方大同", Some("文／姚敏之　攝影／方大同")),
            ("記者方思朗　攝影黎展鵬", Some("記者方思朗　攝影黎展鵬")),
            ("記者無國界", None),
            ("Staff Reporters", Some("Staff Reporters")),
            ("김도현 기자", Some("김도현 기자")),
            ("By the river, a lamp", None),
            ("記者會下周舉行", None),
            ("記者問及潮水", None),
            ("潮水退去 老船員認得舊碼頭", None),
            ("文：潮水退去，老船員認得舊碼頭。", None),
            ("圖：葉照庭、黎望舒", Some("圖：葉照庭、黎望舒")),
            ("圖：潮水退去後的舊碼頭", None),
            ("本報記者指出，潮水退去。", None),
        ];
        for (text, expected) in cases {
            let found = line(text).map(|byline| text.get(byline.text).expect("in the line"));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_paragraph_may_begin_or_end_with_one() {
        let text = "【海港日報訊】藏書樓昨日重新開放。";
        assert_eq!(opening(text).map(|b| b.text), Some(3..18));
        assert_eq!(opening("（新華社北京5日電）藏書樓重新開放。"), None);
        assert_eq!(opening("【明報專訊】").map(|b| b.text), None);
        assert_eq!(opening("本报讯（记者 黎望舒）藏书楼开放。").map(|b| b.text), Some(0..31));
        let text = "藏書樓昨日重新開放。（記者黎望舒）";
        assert_eq!(closing(text).map(|b| &text[b.text]), Some("記者黎望舒"));
        assert_eq!(closing("藏書樓昨日重新開放（記者黎望舒攝）"), None);
    }
}
