//! 5-10%, two or three people, $3-5 million: two amounts of which only the second says of what.

use super::super::super::super::english::{Tokens, begins_number, power};
use super::super::super::super::line::Line;
use super::super::super::super::value::shifted;
use super::money::{money, with_power_of_money};
use super::number::{Number, number};
use super::stuck;
use super::unit::{measured, unit};

/// Two amounts with a word or a dash between them, as one: its value, and where it ends.
pub(super) fn range(line: &Line, tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    if stuck(line, tokens, at) {
        return None;
    }
    if let Some((value, end)) = money(line, tokens, at) {
        return amounts(line, tokens, at, &value, end);
    }
    let first = plain(line, tokens, at)?;
    let to = joint(tokens, first.end, tokens.before(at) == "between")?;
    let second = number(line, tokens, to).filter(|second| rises(&first.value, &second.value))?;
    let figure = tokens.figures(to).is_some();
    let (unit, end) = unit(line, tokens, &second, figure)?;
    let (value, end) = measured(tokens, &second, unit, end);
    // Two of three million people are two million.
    let value = if alone(tokens, to, &second) {
        format!("{}–{value}", first.value)
    } else {
        format!("{}–{value}", scaled(tokens, &first.value, &second))
    };
    Some((value, end))
}

/// $3-5 million and $3 to $5 million: what multiplies the second amount counts the first as well.
fn amounts(
    line: &Line,
    tokens: &Tokens,
    at: usize,
    first: &str,
    end: usize,
) -> Option<(String, usize)> {
    let (amount, currency) = first.split_once(' ')?;
    let whole = tokens.figures(end - 1).is_some() && !tokens.is(end, &["dollars"]);
    let to = joint(tokens, end, tokens.before(at) == "between").filter(|_| whole)?;
    let (value, last) = if let Some((value, last)) = money(line, tokens, to) {
        (value.strip_suffix(currency)?.trim_end().to_owned(), last)
    } else {
        let second = number(line, tokens, to).filter(|_| tokens.figures(to).is_some())?;
        let second = with_power_of_money(tokens, second);
        (second.value, second.end)
    };
    let million = tokens.is(last - 1, &["m", "mn"]).then_some(1_000_000);
    let places = power(tokens.word(last - 1)).or(million)?.ilog10();
    let first = shifted(amount, usize::try_from(places).ok()?);
    rises(&first, &value).then(|| (format!("{first}–{value} {currency}"), last))
}

/// A number without a power or a part: figures, or a single word.
fn plain(line: &Line, tokens: &Tokens, at: usize) -> Option<Number> {
    let word = tokens.word(at);
    let begins = tokens.figures(at).is_some() || begins_number(word) && power(word).is_none();
    let first = number(line, tokens, at).filter(|_| begins)?;
    let single = tokens.figures(first.end - 1).is_some() || first.end == at + 1;
    (single && !first.value.contains('/')).then_some(first)
}

/// One past what joins two amounts: a dash without space, to, or; “and” behind “between”.
fn joint(tokens: &Tokens, at: usize, between: bool) -> Option<usize> {
    let dash = tokens.is(at, &["-", "–", "~"]) && tokens.joined(at) == tokens.joined(at + 1);
    // A 5-to-10-mile walk.
    if let Some(end) =
        tokens.phrase(at, "- to -").filter(|end| (at..=*end).all(|n| tokens.joined(n)))
    {
        return Some(end);
    }
    let word = tokens.is(at, &["to", "or"]) || between && tokens.is(at, &["and"]);
    (dash || word).then_some(at + 1)
}

/// Whether the second is the larger one: a range, and no score or sum.
fn rises(first: &str, second: &str) -> bool {
    matches!((first.parse::<f64>(), second.parse::<f64>()), (Ok(first), Ok(second)) if first < second)
}

/// Whether a number has no power behind it.
fn alone(tokens: &Tokens, at: usize, number: &Number) -> bool {
    number.end == at + 1 || power(tokens.word(number.end - 1)).is_none()
}

/// A first amount times the power behind the second.
fn scaled(tokens: &Tokens, first: &str, second: &Number) -> String {
    let places = power(tokens.word(second.end - 1)).map_or(0, i128::ilog10);
    shifted(first, usize::try_from(places).unwrap_or(0))
}
