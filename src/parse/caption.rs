//! The words under a picture, and whom it is from.

use std::ops::Range;

use super::brackets::{bracketed, trimmed};
use super::credit::{LONGEST as LONGEST_CREDIT, LONGEST_LATIN, is_credit};
use super::day;
use super::marks::is_bullet;
use super::shape::stops;
use crate::read::is_cjk;

/// A line that stands under a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// What the picture shows, in bytes of the line.
    pub text: Range<usize>,
    /// Whom it is from.
    pub credit: Option<Range<usize>>,
    /// A ▲ before, brackets around the credit, a colon.
    pub marks: Vec<Range<usize>>,
}

/// Longer lines are paragraphs, code points.
const LONGEST: usize = 160;

/// What a caption begins with: the text proper comes after the second.
const OPENINGS: [&str; 16] = [
    "圖為",
    "图为",
    "圖：",
    "图：",
    "圖說：",
    "圖說",
    "圖片說明：",
    "圖片说明：",
    "上圖",
    "下圖",
    "左圖",
    "右圖",
    "Photo:",
    "Picture:",
    "Pictured:",
    "Caption:",
];

/// What a credit ends with.
const ENDINGS: [&str; 9] =
    ["提供", "攝", "摄", "翻攝", "供圖", "供图", "資料照", "資料圖片", "handout"];

/// A line that is a caption as a whole.
pub(super) fn line(line: &str) -> Option<Found> {
    if line.chars().nth(LONGEST).is_some() {
        return None;
    }
    let mut marks = Vec::new();
    let mut text = 0..line.len();
    if let Some(first) = line.chars().next().filter(|c| is_bullet(*c)) {
        marks.push(0..first.len_utf8());
        text = trimmed(line, first.len_utf8()..line.len());
    }
    let triangle = line.starts_with(['▲', '△', '▼', '►', '▶']);
    let said = line.get(text.clone())?;
    let opened = OPENINGS.iter().any(|opening| said.starts_with(opening)) || is_numbered(said);
    let split = split_credit(line, text.clone())
        .or_else(|| if opened { split_names(line, text.clone()) } else { None });
    match split {
        Some((sentence, credit, mut around)) => {
            marks.append(&mut around);
            Some(Found { text: sentence, credit: Some(credit), marks })
        }
        None if opened && marks.is_empty() || triangle && !said.is_empty() => {
            Some(Found { text, credit: None, marks })
        }
        _ => None,
    }
}

/// A line that tells whom a picture is from and nothing else: `圖／海港國中提供`, `（林某攝）`.
pub(super) fn credit_line(line: &str) -> bool {
    let inner = bracketed(line, 0..line.len()).and_then(|inner| line.get(inner)).unwrap_or(line);
    if inner.chars().nth(LONGEST_CREDIT).is_some() || inner.contains(['，', '。', '；']) {
        return false;
    }
    let pictured =
        ["圖", "图", "攝影", "摄影", "圖片", "图片", "照片", "Photo", "Photos", "Picture"];
    let named = inner.split_once(['：', ':', '／', '/', '｜', '|']).is_some_and(|(what, who)| {
        pictured.contains(&what.trim()) && ENDINGS.iter().any(|ending| who.ends_with(ending))
    });
    let working = ["記者", "记者", "通訊員", "通讯员"].iter().any(|trade| inner.contains(trade));
    let all = ["均", "以上", "本版"].iter().any(|all| inner.starts_with(all));
    let alone = (inner.len() < line.len() || working || all)
        && (inner.ends_with(['攝', '摄']) || inner.ends_with("提供"));
    named || alone
}

/// A sentence, whom the picture is from, and the marks around that.
type Split = (Range<usize>, Range<usize>, Vec<Range<usize>>);

/// A sentence, and after its end whom the picture is from.
fn split_credit(line: &str, range: Range<usize>) -> Option<Split> {
    let text = line.get(range.clone())?;
    let count = text.chars().count();
    // The credit comes after a full stop, or in brackets, near the end.
    let longest = if text.contains(is_cjk) { LONGEST_CREDIT } else { LONGEST_LATIN };
    let near = text.char_indices().skip(count.saturating_sub(longest + 2));
    let mut splits = near.filter_map(|(at, c)| {
        let after = at + c.len_utf8();
        let spaced = c == '.' && text.get(after..).is_some_and(|rest| rest.starts_with(' '));
        match c {
            _ if stops(c) || spaced => Some(after),
            '（' | '(' | '【' => Some(at),
            // Two credits, one of them in brackets.
            '）' | ')' => Some(after),
            _ => None,
        }
    });
    splits.find_map(|at| split_at(line, range.start..range.start + at, range.end))
}

/// `圖①：`, `图2：`: one of several pictures.
fn is_numbered(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(['圖', '图']) else { return false };
    let Some((number, _)) = rest.split_once(['：', ':']) else { return false };
    let number = number.trim();
    number.chars().count() == 1 && number.chars().all(|c| c.is_numeric() || c.is_ascii_uppercase())
}

/// After an English caption that says it is one, names alone are the credit, known or not: `Harbour Wire/Ana Lim`.
fn split_names(line: &str, range: Range<usize>) -> Option<Split> {
    let text = line.get(range.clone())?;
    let (sentence, names) = text.rsplit_once(". ")?;
    let is_name = |word: &str| word.starts_with(char::is_uppercase);
    let few = (1..=5).contains(&names.split([' ', '/']).count());
    let only_names = names.split([' ', '/']).all(is_name) && !names.ends_with('.');
    let end = range.start + sentence.len() + 1;
    let credit = trimmed(line, end..range.end);
    (few && only_names).then_some((range.start..end, credit, Vec::new()))
}

/// The credit after a sentence, if what is there is one.
fn split_at(line: &str, sentence: Range<usize>, end: usize) -> Option<Split> {
    let rest = line.get(sentence.end..end)?;
    // Closing quotation marks belong to the sentence.
    let closing = rest.len() - rest.trim_start_matches(['」', '』', '”']).len();
    let rest = trimmed(line, sentence.end + closing..end);
    let sentence = trimmed(line, sentence.start..sentence.end + closing);
    // A full stop after the brackets belongs to neither.
    let bare = line.get(rest.clone())?.trim_end_matches(['。', '.']).len();
    let inner = bracketed(line, rest.start..rest.start + bare);
    let mut credit = inner.map_or(rest.clone(), |inner| trimmed(line, inner));
    let prefixes = ["Photo: ", "Photo：", "Photograph: ", "Picture: ", "圖：", "圖／", "圖/"];
    let said = line.get(credit.clone())?;
    let enclosed = credit != rest;
    // An agency's credit may end in the day.
    let dated = said.rsplit_once(char::is_whitespace).filter(|(_, last)| day::is_day(last));
    let told = dated.map_or(said, |(credit, _)| credit.trim_end());
    if sentence.is_empty() || said.is_empty() || !is_credit(told, enclosed) {
        return None;
    }
    if let Some(prefix) = prefixes.iter().find(|prefix| said.starts_with(**prefix)) {
        credit = trimmed(line, credit.start + prefix.len()..credit.end);
    }
    let marks = [rest.start..credit.start, credit.end..rest.end];
    let marks = marks.into_iter().filter(|mark| !mark.is_empty()).collect();
    (!credit.is_empty()).then_some((sentence, credit, marks))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<(&str, Option<&str>)> {
        let found = line(text)?;
        let credit = found.credit.map(|range| text.get(range).expect("in the line"));
        Some((text.get(found.text).expect("in the line"), credit))
    }

    #[test]
    fn a_caption_tells_what_and_whom_from() {
        assert_eq!(told("市民步行。海港通訊社"), Some(("市民步行。", Some("海港通訊社"))));
        assert_eq!(told("▲市民步行。（法新社）"), Some(("市民步行。", Some("法新社"))));
        assert_eq!(
            told("市民步行。海港通訊社 黎某攝"),
            Some(("市民步行。", Some("海港通訊社 黎某攝")))
        );
        assert_eq!(told("市民步行（資料圖片）"), Some(("市民步行", Some("資料圖片"))));
        assert_eq!(told("圖為市民步行。"), Some(("圖為市民步行。", None)));
        assert_eq!(told("Walkers at dawn. (Reuters)"), Some(("Walkers at dawn.", Some("Reuters"))));
        assert_eq!(told("Walkers. Photo: A. Lee"), Some(("Walkers.", Some("A. Lee"))));
        assert_eq!(
            told("Photo: Walkers at dawn. Harbour Wire/Ana Lim"),
            Some(("Photo: Walkers at dawn.", Some("Harbour Wire/Ana Lim")))
        );
        assert_eq!(
            told("■市民步行。 海港通訊社 黎某攝 115年5月20日"),
            Some(("市民步行。", Some("海港通訊社 黎某攝 115年5月20日")))
        );
        assert!(credit_line("均為黎某攝"));
        assert!(credit_line("圖／海港國中提供") && credit_line("（林某攝）"));
        assert!(!credit_line("圖：林某") && !credit_line("文／圖：林某攝影集提供者"));
        assert_eq!(told("市民步行。他們說，天亮了"), None);
        // Lines that the page's layout broke within a sentence.
        for broken in [
            "會議昨日舉行。館方同時提供",
            "天亮了。他站在圖書館前",
            "天亮了。他畫了一張圖",
            "館員退休。記者在現場拍攝",
            "潮退了。攝氏三度的清晨",
            "The tide went out. He took a photo",
        ] {
            assert_eq!(told(broken), None, "{broken}");
        }
        assert_eq!(told("潮水退去"), None);
        assert_eq!(told("他提供了三張圖片。"), None);
    }
}
