//! Numbers in words and the parts of one: two and a half million, three quarters, nought point four, ½.

use super::super::super::super::english::{
    Cardinal, Tokens, cardinal, cardinal_without_and, figures, fraction, power,
};
use super::super::super::super::line::Line;
use super::super::super::super::value::ratio;
use super::super::units::symbol;
use super::figures::{below_one, in_figures};
use super::unit::closes;

/// A number that was read.
pub(super) struct Number {
    /// As a plain decimal.
    pub(super) value: String,
    pub(super) end: usize,
    /// Whether it is plain that a quantity is meant, without a word that says what is counted.
    pub(super) telling: bool,
}

/// A number: figures, words, parts, with the powers and halves behind it.
pub(super) fn number(line: &Line, tokens: &Tokens, at: usize) -> Option<Number> {
    let minus = tokens.is(at, &["minus", "negative", "-"]);
    let from = at + usize::from(minus);
    if minus && tokens.is(at, &["-"]) && (at > 0 && (tokens.joined(at) || !tokens.joined(from))) {
        return None;
    }
    let mut number = unsigned(line, tokens, from)?;
    if minus {
        number.value.insert(0, '-');
        number.telling = true;
    }
    Some(number)
}

/// A part of one that is a single character.
pub(super) fn vulgar(word: &str) -> Option<&'static str> {
    Some(match word {
        "½" => "0.5",
        "⅓" => "0.333333333333",
        "⅔" => "0.666666666667",
        "¼" => "0.25",
        "¾" => "0.75",
        "⅕" => "0.2",
        "⅖" => "0.4",
        "⅗" => "0.6",
        "⅘" => "0.8",
        "⅙" => "0.166666666667",
        "⅚" => "0.833333333333",
        "⅛" => "0.125",
        "⅜" => "0.375",
        "⅝" => "0.625",
        "⅞" => "0.875",
        _ => return None,
    })
}

fn unsigned(line: &Line, tokens: &Tokens, at: usize) -> Option<Number> {
    let told = |value: String, end: usize| Some(Number { value, end, telling: true });
    if let Some(value) = vulgar(tokens.word(at)) {
        return told(value.to_owned(), at + 1);
    }
    if let Some((text, end)) = figures(tokens, at) {
        return in_figures(line, tokens, at, &text, end);
    }
    if tokens.is(at, &["a"]) && is_dozen(tokens.word(at + 1)) {
        return told("12".to_owned(), at + 2);
    }
    let whole = cardinal(tokens, at);
    if let Some((value, end)) = whole.and_then(|whole| with_part(tokens, at, whole)) {
        return told(value, end);
    }
    // One over three, two out of five hundred.
    if let Some(above) = whole
        && let Some(from) = tokens.longest(above.end, &["over", "out of"])
        && let Some(below) = whole_at(tokens, from).filter(|below| below.value > above.value)
        && (tokens.figures(from).is_none() || tokens.is(from - 1, &["of"]))
    {
        return told(ratio(above.value, below.value)?, below.end);
    }
    if let Some(above) = whole.filter(|above| above.value == 1)
        && let Some(below) = below_one(tokens, above.end)
    {
        return told(ratio(1, below.value)?, below.end);
    }
    match (whole, fraction(tokens, at)) {
        (_, Some(part)) => part_of(tokens, at, part),
        (Some(whole), None) => in_words(tokens, at, whole),
        _ => None,
    }
}

/// A whole number in figures or in words; “a hundred” is none.
pub(super) fn whole_at(tokens: &Tokens, at: usize) -> Option<Cardinal> {
    match tokens.figures(at) {
        Some((value, _)) => {
            let goes_on = tokens.joined(at + 1)
                && (tokens.joined(at + 2) || !tokens.is(at + 1, &[".", ",", ";", ")", "?", "!"]));
            (!goes_on).then_some(Cardinal { value: value.into(), end: at + 1 })
        }
        None => cardinal(tokens, at).filter(|_| !tokens.is(at, &["a", "an"])),
    }
}

/// Two and a half, five and a half million, two million and three quarters, whose part is one of a million.
fn with_part(tokens: &Tokens, at: usize, whole: Cardinal) -> Option<(String, usize)> {
    let with = |whole: Cardinal| {
        let part = tokens.is(whole.end, &["and"]).then(|| fraction(tokens, whole.end + 1))??;
        Some((whole, part))
    };
    // One hundred and thirty-two fifths have the hundred in them, two million and three fifths not the million.
    let without = || {
        (whole.end > at + 3).then_some(())?;
        let whole = cardinal_without_and(tokens, at)?;
        power(tokens.word(whole.end - 1)).filter(|power| *power >= 1000)?;
        with(whole)
    };
    let (whole, (above, below, end)) = with(whole).or_else(without)?;
    let last = power(tokens.word(whole.end - 1)).filter(|power| *power >= 1000);
    let next = power(tokens.word(end));
    let part_of = next.or(last).unwrap_or(1);
    // The power behind counts both, unless the whole has its own.
    let whole_of = if last.is_none() { next.unwrap_or(1) } else { 1 };
    let whole = whole.value.checked_mul(whole_of)?.checked_mul(below)?;
    let value = ratio(whole.checked_add(above.checked_mul(part_of)?)?, below)?;
    Some((value, end + usize::from(next.is_some())))
}

/// Three quarters, three quarters of a million, half a billion, half a dozen.
fn part_of(tokens: &Tokens, at: usize, (above, below, end): (i128, i128, usize)) -> Option<Number> {
    let of = tokens.longest(end, &["of a", "a"]).unwrap_or(end);
    if below == 2 && of > end && is_dozen(tokens.word(of)) {
        return Some(Number { value: ratio(above * 12, below)?, end: of + 1, telling: true });
    }
    let halves = below == 2 || below == 4 || tokens.is(end, &["of"]);
    if let Some(power) = power(tokens.word(of)).filter(|_| halves) {
        let value = ratio(above.checked_mul(power)?, below)?;
        return Some(Number { value, end: of + 1, telling: true });
    }
    // Half a mile, a quarter of a percent.
    if (below == 2 || below == 4) && of > end && symbol(tokens.word(of)).is_some() {
        return Some(Number { value: ratio(above, below)?, end: of, telling: false });
    }
    let telling = above > 1 || one_part_tells(tokens, at, below, end);
    Some(Number { value: ratio(above, below)?, end, telling })
}

/// Whether one part of something is meant: a third of the seats, more than half of them, by a fifth; but not a fifth term, the
/// first half of the year.
fn one_part_tells(tokens: &Tokens, at: usize, below: i128, end: usize) -> bool {
    const ABOUT: [&str; 14] = [
        "",
        "about",
        "almost",
        "approximately",
        "around",
        "by",
        "exactly",
        "least",
        "less",
        "nearly",
        "only",
        "over",
        "roughly",
        "than",
    ];
    let about = ABOUT.contains(&tokens.before(at));
    let counted = !tokens.is(at, &["half", "quarter"]);
    match tokens.word(end) {
        "of" => counted || about,
        _ => {
            counted && closes(tokens, end) && (about || below > 4)
                || tokens.is(at, &["one"]) && below > 4
        }
    }
}

/// Twelve, written out or cut short.
pub(super) fn is_dozen(word: &str) -> bool {
    matches!(word, "dozen" | "dozens" | "doz" | "dozs" | "dz" | "dzs")
}

/// A whole number in words, with what follows a spoken point, or dozens.
fn in_words(tokens: &Tokens, at: usize, whole: Cardinal) -> Option<Number> {
    if let Some((part, end)) =
        tokens.is(whole.end, &["point"]).then(|| decimals(tokens, whole.end + 1)).flatten()
    {
        return Some(Number { value: format!("{}.{part}", whole.value), end, telling: true });
    }
    let dozen = is_dozen(tokens.word(whole.end));
    let value = whole.value.checked_mul(if dozen { 12 } else { 1 })?;
    let several = whole.end > at + 1 && !tokens.is(at, &["a", "an"]);
    Some(Number {
        value: value.to_string(),
        end: whole.end + usize::from(dozen),
        telling: several || dozen || value >= 13 && value != 100 && value != 1000,
    })
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
