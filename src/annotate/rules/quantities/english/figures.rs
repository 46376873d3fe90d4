//! Numbers in figures and what belongs to them: 2 1/4, 10k, 2.5 million, 4 thousand 3 hundred and 21, 1.3x10^6.

use super::super::super::super::english::{Cardinal, Tokens, cardinal, parts, power};
use super::super::super::super::line::Line;
use super::super::super::super::value::{lowered, ratio, shifted};
use super::number::{Number, is_dozen, vulgar, whole_at};
use super::unit::closes;

/// A number whose figures were read already.
pub(super) fn in_figures(
    line: &Line,
    tokens: &Tokens,
    at: usize,
    text: &str,
    end: usize,
) -> Option<Number> {
    let dotted = text.contains('.');
    let grouped = end > at + 1;
    let plain = Number { value: shifted(text, 0), end, telling: dotted || grouped };
    if !dotted && let Some(part) = with_slash(tokens, at, &plain.value, end) {
        return Some(part);
    }
    // 2½
    if let Some(part) = vulgar(tokens.word(end)).filter(|_| tokens.joined(end) && !dotted) {
        let value = format!("{}{}", plain.value, part.trim_start_matches('0'));
        return Some(Number { value, end: end + 1, telling: true });
    }
    if let Some((value, end)) = exponent(tokens, &plain.value, end) {
        return Some(Number { value, end, telling: true });
    }
    if let Some(part) = whole_part(tokens, &plain) {
        return Some(part);
    }
    multiplied(line, tokens, at, text, plain)
}

/// 1/2, and 2 1/4.
fn with_slash(tokens: &Tokens, at: usize, whole: &str, end: usize) -> Option<Number> {
    let slash = |from: usize| {
        let (above, _) = tokens.figures(from)?;
        let (below, _) = tokens.figures(from + 2)?;
        let stands =
            tokens.is(from + 1, &["/"]) && tokens.joined(from + 1) && tokens.joined(from + 2);
        let date = tokens.is(from + 3, &["/"]) && tokens.joined(from + 3);
        (stands && below > 0 && above < 100 && !date).then_some((
            i128::from(above),
            i128::from(below),
            from + 3,
        ))
    };
    if let Some((above, below, end)) = slash(at) {
        let telling = above < below && below <= 10;
        return Some(Number { value: ratio(above, below)?, end, telling });
    }
    let (above, below, last) = slash(end).filter(|(above, below, _)| above < below)?;
    let whole: i128 = whole.parse().ok().filter(|_| !tokens.joined(end))?;
    let value = ratio(whole.checked_mul(below)?.checked_add(above)?, below)?;
    Some(Number { value, end: last, telling: true })
}

/// 3 fifths, 100 millionths, 3 out of 10.
fn whole_part(tokens: &Tokens, number: &Number) -> Option<Number> {
    let above: i128 = number.value.parse().ok()?;
    if let Some(below) = parts(tokens.word(number.end)).filter(|_| !tokens.joined(number.end)) {
        return Some(Number { value: ratio(above, below)?, end: number.end + 1, telling: true });
    }
    // 1 over twenty-one, and 1 over 3 where nothing follows that there could be three of.
    if above == 1
        && let Some(below) = below_one(tokens, number.end)
    {
        return Some(Number { value: ratio(above, below.value)?, end: below.end, telling: true });
    }
    let from = tokens.phrase(number.end, "out of")?;
    let (below, _) = tokens.figures(from)?;
    let below = i128::from(below);
    let goes_on = tokens.joined(from + 1) && !tokens.is(from + 1, &[".", ",", ";", ")", "?", "!"])
        || tokens.figures(from + 2).is_some();
    let value = ratio(above, below).filter(|_| above < below && !goes_on)?;
    Some(Number { value, end: from + 1, telling: true })
}

/// What stands under one, behind “over”.
pub(super) fn below_one(tokens: &Tokens, at: usize) -> Option<Cardinal> {
    let below = whole_at(tokens, tokens.phrase(at, "over")?)?;
    (below.value > 1 && closes(tokens, below.end)).then_some(below)
}

/// 1e10, 1.3x10^6, 2^5.
fn exponent(tokens: &Tokens, figures: &str, end: usize) -> Option<(String, usize)> {
    let signed = |at: usize| {
        let sign = tokens.is(at, &["-", "+"]) && tokens.joined(at);
        let from = at + usize::from(sign);
        let (value, length) = tokens.figures(from)?;
        let goes_on = tokens.joined(from + 1)
            && tokens.word(from + 1).starts_with(|c: char| c.is_ascii_alphanumeric());
        let value = i32::try_from(value).ok().filter(|_| length <= 2 && !goes_on)?;
        let negative = sign && tokens.is(at, &["-"]);
        tokens.joined(from).then_some((if negative { -value } else { value }, from + 1))
    };
    let scaled = |(by, end): (i32, usize)| {
        let places = usize::try_from(by.abs()).ok().filter(|places| *places <= 30)?;
        let value = if by < 0 { lowered(figures, places) } else { shifted(figures, places) };
        Some((value, end))
    };
    if tokens.is(end, &["e"]) && tokens.joined(end) {
        return scaled(signed(end + 1)?);
    }
    if tokens.is(end, &["x", "×", "*"]) && tokens.phrase(end + 1, "10 ^").is_some() {
        return scaled(signed(end + 3)?);
    }
    let (by, last) =
        (tokens.is(end, &["^"]) && tokens.joined(end)).then(|| signed(end + 1)).flatten()?;
    let value = figures.parse::<f64>().ok()?.powi(by);
    let printable = (1e-6..1e15).contains(&value);
    printable.then(|| (shifted(&format!("{value:.12}"), 0), last))
}

/// 10k, 2.5 million, 3 million and a half, 3 dozen, 4 thousand 3 hundred and 21.
fn multiplied(
    line: &Line,
    tokens: &Tokens,
    at: usize,
    text: &str,
    number: Number,
) -> Option<Number> {
    let capital = line.at(tokens.start(number.end)).is_some_and(|c| c.is_ascii_uppercase());
    let joined = tokens.joined(number.end);
    let shift = match tokens.word(number.end) {
        "k" if joined || !capital => 3,
        "m" if capital => 6,
        "b" if joined => 9,
        "g" if joined && capital => 9,
        "t" if joined && capital => 12,
        word if is_dozen(word) => {
            let dozens: i128 = number.value.parse().ok()?;
            let value = dozens.checked_mul(12)?.to_string();
            return Some(Number { value, end: number.end + 1, telling: true });
        }
        word => match power(word).and_then(|power| usize::try_from(power.ilog10()).ok()) {
            Some(shift) => shift,
            None => return Some(number),
        },
    };
    let value = shifted(&number.value, shift);
    let mut product = Number { value, end: number.end + 1, telling: true };
    let limit = product.end + 8;
    while let Some(power) = power(tokens.word(product.end)).filter(|_| product.end < limit) {
        product.value = shifted(&product.value, usize::try_from(power.ilog10()).unwrap_or(0));
        product.end += 1;
    }
    if let Some((part, end)) =
        tokens.any(product.end, &[("and a half", "5"), ("and a quarter", "25")])
    {
        product.value = shifted(&format!("{}.{part}", shifted(text, 0)), shift);
        product.end = end;
    }
    Some(summed(tokens, at, product))
}

/// What smaller powers add behind a power: 3 hundred and 21, 4 thousand 3 hundred.
fn summed(tokens: &Tokens, at: usize, mut number: Number) -> Number {
    for _ in 0..3 {
        let Some(last) = power(tokens.word(number.end - 1)) else { break };
        let and = tokens.past(number.end, &["and"]);
        let counted = tokens
            .figures(and)
            .map(|(value, _)| (i128::from(value), and + 1))
            .or_else(|| cardinal(tokens, and).map(|number| (number.value, number.end)));
        let Some((count, end)) = counted.filter(|_| !tokens.is(and, &["a", "an"])) else { break };
        let scale = power(tokens.word(end)).filter(|_| tokens.figures(and).is_some());
        let end = end + usize::from(scale.is_some());
        // 5 million and two others: only hundreds and thousands take units behind them.
        let pair = tokens.before(at) == "between" && and > number.end;
        let hundreds = count >= 100 && tokens.figures(and).is_none();
        let fits = !pair && (scale.is_some() || and > number.end && (last <= 1000 || hundreds));
        let point = tokens.joined(end)
            && tokens.word(end).starts_with(['.', ',', '/', '-', ':', '%'])
            && tokens.joined(end + 1);
        let sum = number.value.parse::<i128>().ok().and_then(|sum| {
            let more = count.checked_mul(scale.unwrap_or(1)).filter(|more| *more < last)?;
            sum.checked_add(more)
        });
        let Some(sum) = sum.filter(|_| fits && !point) else { break };
        (number.value, number.end) = (sum.to_string(), end);
    }
    number
}
