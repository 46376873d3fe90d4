//! Highs of 25C, minus 3C outside: degrees without their sign, where the sentence speaks of how warm it is.

use super::super::super::super::english::Tokens;
use super::super::super::super::line::Line;
use super::number::Number;

/// How far from the figures a word of the weather may stand.
const NEAR: usize = 8;

/// Words that speak of how warm something is.
const WARM: [&str; 24] = [
    "temperature",
    "temperatures",
    "high",
    "highs",
    "low",
    "lows",
    "heat",
    "heatwave",
    "hot",
    "hottest",
    "warm",
    "warmer",
    "warmest",
    "warming",
    "cold",
    "colder",
    "coldest",
    "cool",
    "freezing",
    "frost",
    "weather",
    "thermometer",
    "thermometers",
    "mercury",
];

/// The degrees that a single C or F right behind figures stands for, and where it ends.
pub(super) fn degrees(
    line: &Line,
    tokens: &Tokens,
    number: &Number,
) -> Option<(&'static str, usize)> {
    let (at, end) = (number.end, number.end + 1);
    let unit = match tokens.word(at) {
        "c" => "°C",
        "f" => "°F",
        _ => return None,
    };
    let capital = line.at(tokens.start(at)).is_some_and(|c| c.is_ascii_uppercase());
    let alone = tokens.joined(at)
        && !line.at(tokens.end(end)).is_some_and(|c| c.is_alphanumeric() || c == '+' || c == '#');
    let near = at.saturating_sub(NEAR + 1)..(end + NEAR).min(tokens.len());
    let minus = number.value.starts_with('-');
    let warm = minus || near.into_iter().any(|index| tokens.is(index, &WARM));
    (capital && alone && warm).then_some((unit, end))
}
