//! Money whose currency stands in front: $1.2 million, USD 200, MEUR 3.

use super::super::super::super::english::{Tokens, power};
use super::super::super::super::line::Line;
use super::super::super::super::value::shifted;
use super::super::currencies::{BEFORE_AMOUNT, currency_code};
use super::number::{Number, number};
use super::stuck;

/// $ 1.2 million, USD 200, 75 USD million.
pub(super) fn money(line: &Line, tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    if let Some(currency) = millions_of(line, tokens, at)
        && let Some(number) =
            number(line, tokens, at + 1).filter(|_| tokens.figures(at + 1).is_some())
    {
        return Some((format!("{} {currency}", shifted(&number.value, 6)), number.end));
    }
    let (currency, from) = tokens
        .any(at, &BEFORE_AMOUNT)
        .map(|(currency, end)| (*currency, end))
        .or_else(|| Some((currency_code(tokens.word(at))?, at + 1)))?;
    if tokens.before(at) == "'" {
        return None;
    }
    if stuck(line, tokens, at)
        && tokens.figures(at).is_none()
        && tokens.word(at).bytes().all(|b| b.is_ascii_alphabetic())
    {
        return None;
    }
    // A $1 billion loan is no Australian one.
    let letter = from == at + 2 && tokens.word(at).len() == 1 && !tokens.joined(at + 1);
    if letter
        && line.at(tokens.start(at)).is_some_and(|c| c.is_ascii_lowercase())
        && !tokens.is(at, &["c"])
    {
        return None;
    }
    let code = tokens.word(from - 1).bytes().all(|b| b.is_ascii_lowercase());
    let number = number(line, tokens, from)
        .filter(|_| tokens.figures(from).is_some() || tokens.is(from, &["."]) || !code)?;
    let number = with_power_of_money(tokens, number);
    let end =
        if currency == "$" { tokens.past(number.end, &["dollars", "dollar"]) } else { number.end };
    Some((format!("{} {currency}", number.value), end))
}

/// £5m, $10-million: what multiplies an amount whose currency stands before it, so that “m” can be no metre.
pub(super) fn with_power_of_money(tokens: &Tokens, number: Number) -> Number {
    let end = number.end;
    let whole = |end: usize| !tokens.joined(end) || !tokens.is(end, &["/", "²", "³", "2", "3"]);
    if tokens.is(end, &["m", "mn"]) && tokens.joined(end) && whole(end + 1) {
        return Number { value: shifted(&number.value, 6), end: end + 1, ..number };
    }
    let dashed = tokens.is(end, &["-"]) && tokens.joined(end) && tokens.joined(end + 1);
    match power(tokens.word(end + 1)).filter(|_| dashed) {
        Some(power) => {
            let places = usize::try_from(power.ilog10()).unwrap_or(0);
            Number { value: shifted(&number.value, places), end: end + 2, ..number }
        }
        None => number,
    }
}

/// The currency of MEUR and MUSD, in capitals, which are millions of it.
pub(super) fn millions_of(line: &Line, tokens: &Tokens, at: usize) -> Option<&'static str> {
    let code = tokens.word(at).strip_prefix('m').filter(|code| code.len() == 3)?;
    let printed = line.folded(tokens.start(at), tokens.end(at + 1));
    currency_code(code).filter(|_| printed.bytes().all(|byte| byte.is_ascii_uppercase()))
}
