//! What the paper says about a story: an abridgement, a correction.

use super::brackets::bracketed;
use super::lexicon::{List, phrases};
use super::shape::{closes, stops};

/// Longer remarks are text, code points.
const LONGEST: usize = 200;

/// Whether a line is a remark as a whole.
pub(super) fn is_note(line: &str) -> bool {
    if line.chars().nth(LONGEST).is_some() {
        return false;
    }
    if let Some(inner) = bracketed(line, 0..line.len()).and_then(|inner| line.get(inner)) {
        // A word for a kind of text alone stands over one.
        return !phrases(List::Rubrics).has(inner.trim()) && is_remark(inner);
    }
    let line = line.trim_start_matches(['【', '［', '[', '〔', '▍', '■', '●']);
    let openings = ["更正", "勘誤", "編者按", "编者按", "編按", "編者註", "編註"];
    let english = [
        "Correction",
        "CORRECTION",
        "Clarification",
        "CLARIFICATION",
        "Editor's note",
        "Editor’s note",
    ];
    let mut all = openings.iter().chain(&english);
    all.any(|opening| {
        let rest = line.strip_prefix(opening).filter(|rest| rest.chars().nth(1).is_some());
        rest.is_some_and(|rest| rest.starts_with(['：', ':', '︰', '】', '］', ']', '〕']))
    })
}

/// Where a remark in brackets begins that is glued to the end of a text.
pub(super) fn glued(text: &str) -> Option<usize> {
    // An agency ends with its editor and the day in figures: （編輯：張三）1150605.
    let text = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let last = text.chars().next_back()?;
    let open = match last {
        '）' => '（',
        ')' => '(',
        '】' => '【',
        _ => return None,
    };
    let (start, _) = text.char_indices().rev().take(LONGEST).find(|(_, c)| *c == open)?;
    let inner = text.get(start + open.len_utf8()..text.len() - last.len_utf8())?;
    let before = text.get(..start)?.trim_end();
    // Within a sentence, brackets hold a part of it.
    let stopped = before.ends_with(|c| stops(c) || c == '.')
        || before.ends_with(closes) && before.trim_end_matches(closes).ends_with(stops);
    let edited = ["編輯", "编辑", "責任編輯", "責編", "责编", "譯者", "核稿"];
    let signs = edited.iter().any(|word| inner.starts_with(word));
    (stopped && (signs || is_remark(inner))).then_some(start)
}

/// Whether words in brackets speak of the text rather than go on with it.
fn is_remark(inner: &str) -> bool {
    let inner = inner.trim();
    // 完 begins many words: alone it ends a dispatch.
    let speaks = |clause: &str| phrases(List::Notes).start_of(clause.trim()).is_some();
    let mut clauses = inner.split(['，', '。', '；', ',', ';', ' ']);
    inner == "完" || speaks(inner) || inner.chars().count() <= 60 && clauses.any(speaks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_speak_of_the_text() {
        assert!(is_note("（本文為節選）"));
        assert!(is_note("更正：昨日A2版一文誤植日期。"));
        assert!(is_note("(This is an edited version.)"));
        assert!(!is_note("（海港）"));
        assert!(!is_note("更正啟事之外的事"));
        assert_eq!(glued("潮水退去。（本文為節選，全文見網頁版）"), Some(15));
        assert_eq!(glued("潮水退去。（編輯：張三）1150605"), Some(15));
        assert_eq!(glued("潮水退去（清單見網頁）。"), None);
        assert_eq!(glued("潮水退去（本文為節選）"), None);
    }
}
