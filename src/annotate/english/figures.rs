//! Numbers in figures, with what groups them: 1,234.5, 12,34,567, 1 234 567, .25.

use super::tokens::Tokens;

/// At most so many groups of figures make one number, so that reading stays linear.
const MOST_GROUPS: usize = 8;

/// A number in figures, as a plain decimal; where it ends.
pub(crate) fn figures(tokens: &Tokens, start: usize) -> Option<(String, usize)> {
    let mut text = String::new();
    let mut at = start;
    if tokens.figures(at).is_some() {
        at = by_commas(tokens, start).or_else(|| by_spaces(tokens, start)).unwrap_or(start + 1);
        for index in start..at {
            text.push_str(tokens.word(index).trim_start_matches(','));
        }
    }
    let point = tokens.is(at, &["."])
        && tokens.joined(at + 1)
        && (at == start || tokens.joined(at))
        && tokens.figures(at + 1).is_some();
    if point {
        text.push('.');
        text.push_str(tokens.word(at + 1));
        at += 2;
    }
    (at > start).then_some((text, at))
}

/// Where groups of three end that commas part, or as in India of two before the last three.
fn by_commas(tokens: &Tokens, start: usize) -> Option<usize> {
    let (_, first) = tokens.figures(start).filter(|(_, length)| *length <= 3)?;
    let group = |n: usize| {
        let comma = start + n * 2 - 1;
        let joined = tokens.is(comma, &[","]) && tokens.joined(comma) && tokens.joined(comma + 1);
        tokens.figures(comma + 1).filter(|_| joined).map(|(_, length)| length)
    };
    let threes = (1..MOST_GROUPS).take_while(|n| group(*n) == Some(3)).count();
    if threes > 0 {
        return Some(start + threes * 2 + 1);
    }
    let twos = (1..MOST_GROUPS).take_while(|n| group(*n) == Some(2)).count();
    (first <= 2 && twos > 0 && group(twos + 1) == Some(3) && group(twos + 2).is_none())
        .then_some(start + twos * 2 + 3)
}

/// Where groups of three end that thin or no-break spaces part; of plain ones there must be more than one.
fn by_spaces(tokens: &Tokens, start: usize) -> Option<usize> {
    tokens.figures(start).filter(|(value, length)| *length <= 3 && *value > 0)?;
    let group = |n: usize| {
        let three = tokens.figures(start + n).is_some_and(|(_, length)| length == 3);
        tokens.space_before(start + n).filter(|_| three)
    };
    let space = group(1)?;
    let groups = (1..MOST_GROUPS).take_while(|n| group(*n) == Some(space)).count();
    let end = start + groups + 1;
    // Of one group behind a plain space only 000 is sure to belong to the number.
    let few = groups < 2 && tokens.word(start + 1) != "000";
    let plain = space == ' ' && (few || tokens.figures(start.wrapping_sub(1)).is_some());
    let goes_on = tokens.figures(end).is_some();
    (!plain && !goes_on).then_some(end)
}
