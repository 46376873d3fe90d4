//! Where a sentence and a clause end, in Chinese and in Western punctuation.

use crate::model::Span;

/// The sentences of `text`, which together are the whole of it: closing quotes and the white space after a
/// sentence belong to it.
///
/// ```
/// use newsprint::text::sentences;
/// let text = "他說：「走吧！」我們走了。Mr. Lee paid 3.5 dollars. He left.";
/// let parts: Vec<_> = sentences(text).iter().map(|s| s.of(text)).collect();
/// assert_eq!(parts, ["他說：「走吧！」", "我們走了。", "Mr. Lee paid 3.5 dollars. ", "He left."]);
/// ```
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    cut(text, ends_sentence)
}

/// The clauses of `text`: what commas, semicolons, colons and dashes set apart, sentences too.
#[must_use]
pub fn clauses(text: &str) -> Vec<Span> {
    cut(text, |chars, at| ends_sentence(chars, at) || ends_clause(chars, at))
}

fn cut(text: &str, ends: impl Fn(&[char], usize) -> bool) -> Vec<Span> {
    let chars: Vec<char> = text.chars().collect();
    let mut spans = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < chars.len() {
        let ended = ends(&chars, at);
        at += 1;
        if ended {
            // After white space a straight quote opens what comes next.
            at += chars.iter().skip(at).take_while(|&&c| is_closing(c) || is_stop(c)).count();
            at += chars.iter().skip(at).take_while(|c| c.is_whitespace()).count();
            spans.push(Span::new(start..at));
            start = at;
        }
    }
    if start < chars.len() {
        spans.push(Span::new(start..chars.len()));
    }
    spans
}

fn is_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?' | '｡' | '．' | '…')
}

fn is_closing(c: char) -> bool {
    matches!(
        c,
        '」' | '』' | '”' | '’' | '）' | ')' | ']' | '】' | '》' | '〉' | '"' | '\'' | '〕' | '＂'
    )
}

fn ends_sentence(chars: &[char], at: usize) -> bool {
    match chars.get(at) {
        Some('.') => ends_with_full_stop(chars, at),
        // An ellipsis ends a sentence only where it closes a line of speech.
        Some('…') => chars.get(at + 1).is_some_and(|&c| is_closing(c)),
        Some(&c) => is_stop(c),
        None => false,
    }
}

/// A full stop ends a sentence before white space or a closing quote, unless a capital or a short title comes
/// before it (J. Smith, Mr. Lee) or a small letter after it (approx. ten).
fn ends_with_full_stop(chars: &[char], at: usize) -> bool {
    let mut after = chars.iter().skip(at + 1);
    let next = after.next();
    if !next.is_none_or(|&c| c.is_whitespace() || is_closing(c)) {
        return false;
    }
    let word =
        chars.iter().take(at).rev().take_while(|c| c.is_alphabetic()).take(6).collect::<Vec<_>>();
    let capital = word.last().is_some_and(|c| c.is_uppercase());
    if next.is_some() && capital && word.len() <= 2 {
        return false;
    }
    !after.find(|c| !c.is_whitespace() && !is_closing(**c)).is_some_and(|c| c.is_lowercase())
}

fn ends_clause(chars: &[char], at: usize) -> bool {
    match chars.get(at) {
        Some('，' | '、' | '；' | '：' | '—' | '–') => true,
        Some(',' | ';' | ':') => chars.get(at + 1).is_none_or(|c| c.is_whitespace()),
        _ => false,
    }
}
