//! Amounts of money, measures, shares and numbers in English: US$5 million, three quarters, 15 km, the 25th.

use super::super::super::candidate::{Candidate, Subject};
use super::super::super::english::{
    Tokens, begins_number, cardinal, figures, fraction, ordinal, power,
};
use super::super::super::line::Line;
use super::super::super::value::{ratio, shifted};
use super::units::{BEFORE_AMOUNT, currency_code, is_money, symbol};
use crate::model::Kind;

/// A number that was read.
struct Number {
    /// As a plain decimal.
    value: String,
    end: usize,
    /// Whether it is plain that a quantity is meant, without a word that says what is counted.
    telling: bool,
}

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
    if let Some((value, end)) = money(line, tokens, at) {
        return Some((value, at, end));
    }
    let word = tokens.word(at);
    let figure = tokens.figures(at).is_some() || word == "." || word == "-";
    if !figure
        && !begins_number(word)
        && !matches!(word, "a" | "half" | "quarter" | "½" | "¼" | "¾")
        || stuck(line, tokens, at)
    {
        return None;
    }
    if let Some(place) =
        ordinal(tokens, at).filter(|place| place.value > 10 || tokens.figures(at).is_some())
    {
        return Some((format!("#{}", place.value), at, place.end));
    }
    let number = number(line, tokens, at)?;
    if let Some((unit, end)) = unit(line, tokens, &number, figure) {
        return Some(measured(tokens, &number, unit, end)).map(|(value, end)| (value, at, end));
    }
    let whole = at == 0
        && (number.end == tokens.len()
            || number.end + 1 == tokens.len() && tokens.is(number.end, &["."]));
    let goes_on = tokens.joined(number.end)
        && !tokens.is(number.end, &[".", ",", ";", ":", ")", "!", "?", "\"", "'", "-"]);
    (whole || number.telling && !goes_on).then_some((number.value, at, number.end))
}

/// Whether figures belong to what stands before them: a code, a telephone number, a fraction.
fn stuck(line: &Line, tokens: &Tokens, at: usize) -> bool {
    let before = line.before(tokens.start(at));
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

/// $ 1.2 million, USD 200, 75 USD million.
fn money(line: &Line, tokens: &Tokens, at: usize) -> Option<(String, usize)> {
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
    let end =
        if currency == "$" { tokens.past(number.end, &["dollars", "dollar"]) } else { number.end };
    Some((format!("{} {currency}", number.value), end))
}

/// A number: figures, words, parts, with the powers and halves behind it.
fn number(line: &Line, tokens: &Tokens, at: usize) -> Option<Number> {
    let minus = tokens.is(at, &["minus", "negative", "-"]);
    let from = at + usize::from(minus);
    if minus && tokens.is(at, &["-"]) && (at > 0 && tokens.joined(at) || !tokens.joined(from)) {
        return None;
    }
    let mut number = unsigned(line, tokens, from)?;
    if minus {
        number.value.insert(0, '-');
        number.telling = true;
    }
    Some(number)
}

fn unsigned(line: &Line, tokens: &Tokens, at: usize) -> Option<Number> {
    const SIGNS: [(&str, &str); 6] = [
        ("½", "0.5"),
        ("¼", "0.25"),
        ("¾", "0.75"),
        ("⅓", "0.333333333333"),
        ("⅔", "0.666666666667"),
        ("⅛", "0.125"),
    ];
    if let Some((value, end)) = tokens.any(at, &SIGNS) {
        return Some(Number { value: (*value).to_owned(), end, telling: true });
    }
    if let Some((text, end)) = figures(tokens, at) {
        return in_figures(line, tokens, at, &text, end);
    }
    let whole = cardinal(tokens, at);
    // One over three, two out of five hundred.
    if let Some(above) = whole
        && let Some(from) = tokens.longest(above.end, &["over", "out of"])
        && let Some(below) = cardinal(tokens, from)
            .filter(|below| below.value > above.value && !tokens.is(from, &["a", "an"]))
    {
        return Some(Number {
            value: ratio(above.value, below.value)?,
            end: below.end,
            telling: true,
        });
    }
    let part = fraction(tokens, at);
    match (whole, part) {
        (_, Some((above, below, end))) => {
            // Three quarters of a million, half a billion.
            let mut value = ratio(above, below)?;
            let over = tokens.past(end, &["a"]);
            let power = power(tokens.word(over)).filter(|_| below == 2 || below == 4);
            let end = if let Some(power) = power {
                value = ratio(above.checked_mul(power)?, below)?;
                over + 1
            } else {
                end
            };
            Some(Number { value, end, telling: power.is_some() || below > 4 || above > 1 })
        }
        (Some(number), None) => {
            let mixed =
                tokens.is(number.end, &["and"]).then(|| fraction(tokens, number.end + 1)).flatten();
            if let Some((above, below, end)) = mixed {
                let value = ratio(number.value.checked_mul(below)?.checked_add(above)?, below)?;
                return Some(Number { value, end, telling: true });
            }
            if let Some((part, end)) = tokens
                .is(number.end, &["point"])
                .then(|| decimals(tokens, number.end + 1))
                .flatten()
            {
                return Some(Number {
                    value: format!("{}.{part}", number.value),
                    end,
                    telling: true,
                });
            }
            let dozen = tokens.is(number.end, &["dozen", "dozens"]);
            let value = number.value.checked_mul(if dozen { 12 } else { 1 })?;
            let several = number.end > at + 1 && !tokens.is(at, &["a", "an"]);
            let end = number.end + usize::from(dozen);
            Some(Number {
                value: value.to_string(),
                end,
                telling: several || dozen || value >= 13 && value != 100 && value != 1000,
            })
        }
        _ => None,
    }
}

/// The figures after a spoken point: seventy-one, nought four.
fn decimals(tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    let mut text = String::new();
    let mut end = at;
    while let Some(number) =
        cardinal(tokens, end).filter(|number| number.value < 100 && end < at + 8)
    {
        text.push_str(&number.value.to_string());
        end = number.end;
    }
    (!text.is_empty()).then_some((text, end))
}

/// Figures and what belongs to them: 2 1/4, 10k, 2.5 million, 3 million and a half, 3 dozen.
fn in_figures(line: &Line, tokens: &Tokens, at: usize, text: &str, end: usize) -> Option<Number> {
    let dotted = text.contains('.');
    let grouped = tokens.is(at + 1, &[","]) && end > at + 1;
    let mut number = Number { value: shifted(text, 0), end, telling: dotted || grouped };
    // 1/2, and 2 1/4.
    let slash = |from: usize| {
        let (above, _) = tokens.figures(from)?;
        let (below, _) = tokens.figures(from + 2)?;
        let stands =
            tokens.is(from + 1, &["/"]) && tokens.joined(from + 1) && tokens.joined(from + 2);
        let date = tokens.is(from + 3, &["/"]) && tokens.joined(from + 3);
        (stands && below > 0 && !date).then_some((i128::from(above), i128::from(below), from + 3))
    };
    if !dotted && let Some((above, below, end)) = slash(at) {
        return Some(Number {
            value: ratio(above, below)?,
            end,
            telling: above < below && below <= 10,
        });
    }
    if !dotted
        && !tokens.joined(end)
        && let Some((above, below, end)) = slash(end).filter(|(above, below, _)| above < below)
    {
        let whole: i128 = number.value.parse().ok()?;
        return Some(Number {
            value: ratio(whole.checked_mul(below)?.checked_add(above)?, below)?,
            end,
            telling: true,
        });
    }
    let capital = line.at(tokens.start(number.end)).is_some_and(|c| c.is_ascii_uppercase());
    let joined = tokens.joined(number.end);
    let shift = match tokens.word(number.end) {
        "k" if joined || !capital => Some(3),
        "m" if capital => Some(6),
        "b" if joined => Some(9),
        "g" if joined && capital => Some(9),
        "t" if joined && capital => Some(12),
        word => power(word).and_then(|power| usize::try_from(power.ilog10()).ok()),
    };
    if let Some(shift) = shift {
        number =
            Number { value: shifted(&number.value, shift), end: number.end + 1, telling: true };
        while let Some(power) = power(tokens.word(number.end)).filter(|_| number.end < at + 12) {
            number.value = shifted(&number.value, usize::try_from(power.ilog10()).unwrap_or(0));
            number.end += 1;
        }
        if let Some(end) = tokens.phrase(number.end, "and a half") {
            number.value = shifted(&format!("{}.5", shifted(text, 0)), shift);
            number.end = end;
        }
    } else if tokens.is(number.end, &["dozen", "dozens"]) {
        let dozens: i128 = number.value.parse().ok()?;
        number = Number {
            value: dozens.checked_mul(12)?.to_string(),
            end: number.end + 1,
            telling: true,
        };
    }
    Some(number)
}

/// The unit behind a number, the longest name that stands there, and where it ends.
fn unit(
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
fn measured(tokens: &Tokens, number: &Number, unit: &str, end: usize) -> (String, usize) {
    let and = tokens.past(end, &["and"]);
    // 5 ft 2 in
    if unit == "ft"
        && let (Ok(feet), Some((inches, _))) = (number.value.parse::<i128>(), tokens.figures(and))
        && tokens.is(and + 1, &["in", "inch", "inches"])
        && let Some(value) = ratio(feet.saturating_mul(12).saturating_add(inches.into()), 12)
    {
        return (format!("{value} ft"), and + 2);
    }
    if is_money(unit) {
        // 75 USD million
        if let Some(power) = power(tokens.word(end)).filter(|_| number.end + 1 == end) {
            let shift = usize::try_from(power.ilog10()).unwrap_or(0);
            return (format!("{} {unit}", shifted(&number.value, shift)), end + 1);
        }
        let whole = !number.value.contains('.');
        let cents = tokens
            .figures(and)
            .filter(|(_, length)| *length == 2)
            .map(|(n, _)| (i128::from(n), and + 1));
        let cents = cents
            .or_else(|| cardinal(tokens, and).map(|n| (n.value, n.end)))
            .filter(|(n, _)| (1..100).contains(n));
        let said = cents
            .filter(|(_, end)| tokens.is(*end, &["cents", "cent"]))
            .map(|(n, end)| (n, end + 1));
        let bare = cents.filter(|(_, end)| {
            and == *end - 1
                && and > 0
                && !tokens.is(and - 1, &["and"])
                && (*end == tokens.len() || tokens.is(*end, &[".", ",", "more", "?", "!"]))
        });
        if let Some((cents, end)) = said.or(bare).filter(|_| whole) {
            let part = format!("{cents:02}");
            return (format!("{} {unit}", shifted(&format!("{}.{part}", number.value), 0)), end);
        }
    }
    (format!("{} {unit}", number.value), end)
}
