//! The unit behind a number, and what a smaller one adds to it: 15 km, 5 ft 2 in, 15 dollars 50.

use super::super::super::super::english::{Tokens, cardinal, power};
use super::super::super::super::line::Line;
use super::super::super::super::value::{ratio, shifted};
use super::super::currencies::is_money;
use super::super::units::symbol;
use super::number::Number;

/// The unit behind a number, the longest name that stands there, and where it ends.
pub(super) fn unit(
    line: &Line,
    tokens: &Tokens,
    number: &Number,
    figure: bool,
) -> Option<(&'static str, usize)> {
    let from = tokens.past(number.end, &["-"]);
    if from > number.end && !tokens.joined(from) {
        return None;
    }
    let mut name = String::new();
    let mut best = None;
    for at in from..(from + 5).min(tokens.len()) {
        if at > from {
            name.push(' ');
        }
        // m2 is square metres, and m 2 is not.
        if tokens.figures(at).is_some() && !tokens.joined(at) {
            break;
        }
        name.push_str(tokens.word(at));
        if let Some(symbol) = symbol(&name) {
            best = Some((symbol, at + 1));
        }
    }
    let (symbol, end) = best?;
    // m, g and l are units only behind figures, and “in” is mostly a word.
    let short = name_length(tokens, from, end) == 1 && !"%°″‰".contains(tokens.word(from));
    let letter = short
        && (!figure
            || !tokens.joined(from)
                && line.at(tokens.start(from)).is_some_and(|c| c.is_ascii_uppercase()));
    let stuck =
        tokens.joined(end) && line.at(tokens.end(end)).is_some_and(|c| c.is_ascii_alphanumeric());
    (!letter && !stuck).then_some((symbol, end))
}

fn name_length(tokens: &Tokens, from: usize, end: usize) -> usize {
    tokens.end(end) - tokens.start(from)
}

/// The value, and what a smaller unit behind adds to it: 15 dollars 50, 5 ft 2 in.
pub(super) fn measured(
    tokens: &Tokens,
    number: &Number,
    unit: &str,
    end: usize,
) -> (String, usize) {
    let and = tokens.past(end, &["and"]);
    // 5 ft 2 in
    if unit == "ft"
        && let (Ok(feet), Some((inches, _))) = (number.value.parse::<i128>(), tokens.figures(and))
        && tokens.is(and + 1, &["in", "inch", "inches"])
        && let Some(value) = ratio(feet.saturating_mul(12).saturating_add(inches.into()), 12)
    {
        return (format!("{value} ft"), and + 2);
    }
    // 361 million pounds are money, where nothing follows that has the weight.
    let millions = power(tokens.word(number.end - 1)).is_some_and(|power| power >= 1_000_000);
    let unit = if unit == "lb" && millions && tokens.is(end - 1, &["pounds"]) && closes(tokens, end)
    {
        "GBP"
    } else {
        unit
    };
    if is_money(unit)
        && let Some(amount) = amount_of_money(tokens, number, unit, end)
    {
        return amount;
    }
    // 50 litres per minute, 3 km/s.
    match rate(tokens, end).filter(|_| !is_money(unit) && !unit.starts_with('%')) {
        Some((time, end)) => (format!("{} {unit}/{time}", number.value), end),
        None => (format!("{} {unit}", number.value), end),
    }
}

/// What a measure is divided by, where that is time: litres per minute, miles an hour.
fn rate(tokens: &Tokens, at: usize) -> Option<(&'static str, usize)> {
    const TIMES: [(&str, &str); 14] = [
        ("millisecond", "ms"),
        ("ms", "ms"),
        ("second", "s"),
        ("sec", "s"),
        ("s", "s"),
        ("minute", "min"),
        ("min", "min"),
        ("hour", "h"),
        ("hr", "h"),
        ("h", "h"),
        ("day", "d"),
        ("week", "week"),
        ("month", "month"),
        ("year", "year"),
    ];
    let slash = tokens.is(at, &["/"]) && tokens.joined(at) && tokens.joined(at + 1);
    // Barrels a day are barrels, but 60 miles an hour is a speed.
    let speed = tokens.is(at, &["a", "an"]) && tokens.is(at + 1, &["hour", "minute", "second"]);
    let said = speed || tokens.is(at, &["per"]) && tokens.word(at + 1).len() > 2;
    let (time, end) = tokens.any(at + 1, &TIMES).filter(|_| slash || said)?;
    let goes_on = tokens.joined(end) && tokens.is(end, &["-", "/"]);
    (!goes_on).then_some((*time, end))
}

/// Whether what follows goes on with the sentence, and does not say of what there is so much.
pub(super) fn closes(tokens: &Tokens, at: usize) -> bool {
    const BEHIND: [&str; 17] = [
        ",", ".", ";", ")", "?", "!", "a", "and", "at", "by", "for", "from", "in", "last", "on",
        "this", "to",
    ];
    at >= tokens.len() || tokens.is(at, &BEHIND)
}

/// 75 USD million, 15 dollars 50, 3 euros and 20 cents.
fn amount_of_money(
    tokens: &Tokens,
    number: &Number,
    unit: &str,
    end: usize,
) -> Option<(String, usize)> {
    if let Some(power) = power(tokens.word(end)).filter(|_| number.end + 1 == end) {
        let shift = usize::try_from(power.ilog10()).unwrap_or(0);
        return Some((format!("{} {unit}", shifted(&number.value, shift)), end + 1));
    }
    let and = tokens.past(end, &["and"]);
    let cents = match tokens.figures(and) {
        Some((cents, 2)) => (i128::from(cents), and + 1),
        _ => cardinal(tokens, and).map(|number| (number.value, number.end))?,
    };
    let (cents, last) = Some(cents).filter(|(cents, _)| (1..100).contains(cents))?;
    let said = tokens.is(last, &["cents", "cent"]);
    let point = tokens.is(last, &["."]) && tokens.joined(last) && tokens.joined(last + 1);
    // 15 dollars and 15 are all of them money, 15 dollars and two may be anything.
    let in_figures = tokens.figures(and).is_some_and(|(_, length)| length == 2);
    let bare = (and == end || in_figures)
        && !point
        && (last == tokens.len() || tokens.is(last, &[".", ",", "more", "?", "!"]));
    let whole = !number.value.contains('.') && (said || bare);
    let amount = || shifted(&format!("{}.{cents:02}", number.value), 0);
    whole.then(|| (format!("{} {unit}", amount()), last + usize::from(said)))
}
