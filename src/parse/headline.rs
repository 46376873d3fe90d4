//! Which of the heading lines of a story is what: kicker, headline or deck, or a subhead set in two lines.

use super::shape::Shape;
use super::wording::is_shouted;

/// Whether heading lines are a subhead that is set in two short lines.
pub(super) fn is_couplet(heads: &[(&str, Shape)]) -> bool {
    let is_half = |(text, shape): &(&str, Shape)| {
        shape.cjk && (3..=8).contains(&shape.size) && !text.ends_with(['？', '！'])
    };
    heads.len() == 2 && heads.iter().all(is_half)
}

/// Which of the heading lines of a new story is the headline: the lines before it are kickers, those
/// after it decks. A paper prints a kicker over a headline more often than a deck below it; in
/// English it is the other way round.
pub(super) fn of(heads: &[(&str, Shape)]) -> usize {
    let score = |n: usize| {
        let Some((text, shape)) = heads.get(n) else { return i32::MIN };
        let colon = text.chars().take(10).any(|c| matches!(c, '：' | ':'));
        let shortest = heads.iter().map(|(_, shape)| shape.size).min() == Some(shape.size);
        let usual = if shape.cjk { usize::from(heads.len() > 1) } else { 0 };
        let shouts = heads.iter().filter(|(text, _)| is_shouted(text)).count();
        let alone = shouts == 1 && n > 0 && is_shouted(text);
        4 * i32::from(alone) + 2 * i32::from(colon)
            + i32::from(shape.spaces > 0)
            + i32::from(text.ends_with(['！', '？', '!', '?']))
            + i32::from(shortest && shape.cjk)
            - i32::from(shape.size > 36)
            // A dash begins the line below a headline.
            - 8 * i32::from(n > 0 && text.starts_with(['—', '─', '－']))
            + 2 * i32::from(n == usual)
            + kicked(heads, n)
    };
    (0..heads.len().min(3)).max_by_key(|n| (score(*n), std::cmp::Reverse(*n))).unwrap_or_default()
}

/// In English, a kicker is a few words over a longer line.
fn kicked(heads: &[(&str, Shape)], n: usize) -> i32 {
    match (heads.first(), heads.get(1)) {
        (Some((first, shape)), Some((_, second))) if n == 1 && !shape.cjk => {
            let few = first.split_whitespace().count() <= 3;
            4 * i32::from(few && second.size > shape.size)
        }
        _ => 0,
    }
}
