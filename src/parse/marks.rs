//! Marks before a text: bullets and numbers of lists, a byline's ●.

use std::ops::Range;

/// A mark that stands before a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// The mark itself, in bytes of the line; white space apart.
    pub range: Range<usize>,
    /// Where the text after it begins, in bytes of the line.
    pub text: usize,
    /// What sort of mark; lists go on as long as it stays the same.
    pub sort: Sort,
}

/// What sort of mark stands before a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A sign of no order.
    Bullet(char),
    /// A number: how it is written, and its value.
    Number(Style, u32),
}

/// How a number before a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// `1.` `1、` `1)`
    Arabic,
    /// `一、`
    Han,
    /// `（1）`
    BracketedArabic,
    /// `（一）`
    BracketedHan,
    /// `①`
    Circled,
}

/// Signs that stand before items whether a space follows or not.
const BULLETS: &str = "●■◆▲○□◇△▼▽▸▹•·‧∙▪▫◦★☆◎※▶►➤➢✦✓✔♦";
/// Signs that also are hyphens, minus or multiplication: a space must follow.
const DASHES: &str = "-*–－＊+";

/// Whether a character is one that newspapers put before bylines, items and captions.
pub(super) fn is_bullet(c: char) -> bool {
    BULLETS.contains(c)
}

/// The mark that a line begins with.
pub(super) fn mark(line: &str) -> Option<Mark> {
    let first = line.chars().next()?;
    let after = first.len_utf8();
    let rest = line.get(after..)?;
    let text = after + (rest.len() - rest.trim_start().len());
    if BULLETS.contains(first) || DASHES.contains(first) && text > after {
        // A row of signs is a rule between stories, not a bullet.
        let repeated = rest.trim_start().starts_with(first);
        let sort = Sort::Bullet(first);
        return (!repeated && text < line.len()).then_some(Mark { range: 0..after, text, sort });
    }
    number(line)
}

fn number(line: &str) -> Option<Mark> {
    let first = line.chars().next()?;
    if let '①'..='⑳' = first {
        let value = u32::from(first) - u32::from('①') + 1;
        return numbered(line, first.len_utf8(), Style::Circled, value);
    }
    let bracketed = matches!(first, '（' | '(');
    let start = if bracketed { first.len_utf8() } else { 0 };
    let digits: String = line
        .get(start..)?
        .chars()
        .take_while(|c| is_han_digit(*c) || is_digit(*c))
        .take(5)
        .collect();
    if digits.is_empty() {
        return None;
    }
    let (value, is_han) = value(&digits)?;
    let end = start + digits.len();
    let close = line.get(end..)?.chars().next()?;
    let after = end + close.len_utf8();
    let followed_by = line.get(after..)?.chars().next();
    let style = match (bracketed, is_han, close) {
        (true, true, '）' | ')') => Style::BracketedHan,
        (true, false, '）' | ')') => Style::BracketedArabic,
        (false, true, '、' | '．') => Style::Han,
        (false, false, '、' | '．' | ')' | '）') => Style::Arabic,
        // `1.5 per cent` begins no list.
        (false, false, '.') if !followed_by.is_some_and(char::is_numeric) => Style::Arabic,
        _ => return None,
    };
    numbered(line, after, style, value)
}

fn numbered(line: &str, end: usize, style: Style, value: u32) -> Option<Mark> {
    let rest = line.get(end..)?;
    let text = end + (rest.len() - rest.trim_start().len());
    (text < line.len()).then_some(Mark { range: 0..end, text, sort: Sort::Number(style, value) })
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn is_han_digit(c: char) -> bool {
    "一二三四五六七八九十".contains(c)
}

/// The number that digits write, and whether they are Han; up to 99, since longer are years.
fn value(digits: &str) -> Option<(u32, bool)> {
    let narrow: String = digits.chars().map(narrow).collect();
    if let Ok(value) = narrow.parse::<u32>() {
        return (value < 100).then_some((value, false));
    }
    let digit = |c: char| "一二三四五六七八九".chars().position(|d| d == c).map(|n| n + 1);
    let value = match digits.split_once('十') {
        None if digits.chars().count() == 1 => digit(digits.chars().next()?)?,
        Some((tens, ones)) => {
            let read = |part: &str, empty: usize| match part.chars().count() {
                0 => Some(empty),
                1 => digit(part.chars().next()?),
                _ => None,
            };
            read(tens, 1)? * 10 + read(ones, 0)?
        }
        None => return None,
    };
    Some((u32::try_from(value).ok()?, true))
}

fn narrow(c: char) -> char {
    match c {
        '０'..='９' => {
            char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c)
        }
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_from_text() {
        let cases = [
            ("- 一是補種樹木", Some((2, Sort::Bullet('-')))),
            ("● 長廊全日開放", Some((4, Sort::Bullet('●')))),
            ("■閱覽室", Some((3, Sort::Bullet('■')))),
            ("1. 展廳", Some((3, Sort::Number(Style::Arabic, 1)))),
            ("十二、附則", Some((9, Sort::Number(Style::Han, 12)))),
            ("（二）工程", Some((9, Sort::Number(Style::BracketedHan, 2)))),
            ("(3) works", Some((4, Sort::Number(Style::BracketedArabic, 3)))),
            ("② 次日", Some((4, Sort::Number(Style::Circled, 2)))),
            ("-5度", None),
            ("1.5倍", None),
            ("2026. 年", None),
            ("一個港口", None),
            ("***", None),
            ("●", None),
        ];
        for (line, expected) in cases {
            assert_eq!(mark(line).map(|m| (m.text, m.sort)), expected, "{line}");
        }
    }
}
