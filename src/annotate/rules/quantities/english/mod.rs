//! Amounts of money, measures, shares and numbers in English: US$5 million, three quarters, 15 km, the 25th.

mod counted;
mod figures;
mod money;
mod number;
mod place;
mod range;
mod unit;
mod weather;

use super::super::super::candidate::{Candidate, Subject};
use super::super::super::english::{Tokens, begins_number, power};
use super::super::super::line::Line;
use super::super::super::value::shifted;
use crate::model::Kind;
use counted::counts_things;
use money::{millions_of, money};
use number::{number, vulgar};
use place::{from_end, place};
use range::range;
use unit::{measured, unit};
use weather::degrees;

/// Every quantity in English.
pub(super) fn find(line: &Line, tokens: &Tokens, found: &mut Vec<Candidate>) {
    let mut at = 0;
    while at < tokens.len() {
        let Some((value, start, end)) = quantity(line, tokens, at) else {
            at += 1;
            continue;
        };
        let range = tokens.start(start)..tokens.end(end);
        found.push(
            Candidate::new(range, Kind::Quantity, 70, "number with unit").of(Subject::Value(value)),
        );
        at = end.max(at + 1);
    }
}

/// A quantity that begins at a token: its value, and its first token and the one behind it.
fn quantity(line: &Line, tokens: &Tokens, at: usize) -> Option<(String, usize, usize)> {
    if let Some((value, end)) = range(line, tokens, at).or_else(|| money(line, tokens, at)) {
        return Some((value, at, end));
    }
    if let Some((value, end)) = from_end(tokens, at) {
        return Some((value, at, end));
    }
    let word = tokens.word(at);
    let figure = tokens.figures(at).is_some() || word == "." || word == "-";
    if !figure
        && !begins_number(word)
        && !matches!(word, "a" | "half" | "quarter")
        && vulgar(word).is_none()
        || stuck(line, tokens, at)
    {
        return None;
    }
    if let Some((value, end)) = place(line, tokens, at) {
        return Some((value, at, end));
    }
    let number = number(line, tokens, at)?;
    if let Some(currency) = millions_of(line, tokens, number.end) {
        return Some((format!("{} {currency}", shifted(&number.value, 6)), at, number.end + 1));
    }
    let measure = || unit(line, tokens, &number, figure);
    if let Some((unit, end)) = degrees(line, tokens, &number).or_else(measure) {
        return Some(measured(tokens, &number, unit, end)).map(|(value, end)| (value, at, end));
    }
    let whole = at == 0
        && (number.end == tokens.len()
            || number.end + 1 == tokens.len() && tokens.is(number.end, &["."]));
    // 192.168.1.2 and version 1.2.3 are no decimals.
    let dotted = tokens.is(number.end, &["."])
        && tokens.joined(number.end)
        && tokens.joined(number.end + 1)
        && tokens.figures(number.end + 1).is_some();
    let goes_on = dotted
        || tokens.joined(number.end)
            && !tokens.is(number.end, &[".", ",", ";", ":", ")", "!", "?", "\"", "'", "-"]);
    let telling = number.telling || counts_things(line, tokens, at, &number);
    (whole || telling && !goes_on).then_some((number.value, at, number.end))
}

/// Whether figures belong to what stands before them: a code, a telephone number, a fraction.
fn stuck(line: &Line, tokens: &Tokens, at: usize) -> bool {
    let before = line.before(tokens.start(at));
    // The million of 3-5 million counts the 5.
    if power(tokens.word(at)).is_some() && tokens.figures(at.wrapping_sub(1)).is_some() {
        return true;
    }
    let minus = tokens.is(at, &["-"]) && tokens.joined(at);
    minus
        || tokens.joined(at)
            && before.is_some_and(|c| {
                c.is_ascii_alphanumeric()
                    || matches!(c, '.' | ',' | '/' | ':' | '-' | '#' | '@' | '_' | '^' | '=' | '%')
                        && tokens.figures(at).is_some()
                        && at > 1
                        && tokens.joined(at - 1)
            })
}
