//! Whether a value of ours says what a set has marked by hand.

use jiff::civil::Date;
use serde_json::Value;

/// A day, month or year as its first day, its last day, and the day after.
fn unit(printed: &str) -> Option<[Date; 3]> {
    let printed = printed.split('T').next()?;
    let mut parts = printed.split('-').map(str::parse::<i16>);
    let year = parts.next()?.ok()?;
    let month = parts.next().and_then(Result::ok).and_then(|m| i8::try_from(m).ok());
    let day = parts.next().and_then(Result::ok).and_then(|d| i8::try_from(d).ok());
    let first = Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
    let last = match (month, day) {
        (_, Some(_)) => first,
        (Some(_), None) => first.last_of_month(),
        _ => first.last_of_year(),
    };
    Some([first, last, last.tomorrow().ok()?])
}

/// Whether an end of a stretch is the one that gold names, which may or may not be a part of the stretch.
pub(super) fn same_end(ours: &str, gold: &str, last: bool) -> bool {
    let ours = ours.trim_start_matches('T');
    if let Some((day, time)) = gold.split_once(' ') {
        if !ours.contains([':', 'T']) {
            return same_end(ours, day, last);
        }
        return ours
            .replace('T', " ")
            .starts_with(&format!("{day} {}", time.get(..5).unwrap_or(time)));
    }
    if gold.contains(':') {
        return ours.starts_with(gold.get(..5).unwrap_or(gold));
    }
    let Some(days) = unit(ours) else { return false };
    let gold = unit(gold).map(|unit| unit[0]);
    if last { days.iter().any(|d| Some(*d) == gold) } else { Some(days[0]) == gold }
}

/// Whether a value says what one of gold's readings says; `None` where gold has none to compare.
fn same_time(ours: &str, gold: &Value) -> Option<bool> {
    let text = |name: &str| gold[name].as_str().filter(|text| *text != "not resolved");
    let timex = gold["timex"].as_str().unwrap_or_default();
    if timex.starts_with('P') && timex != "PRESENT_REF" {
        return Some(ours == timex);
    }
    let (first, last) = ours.split_once('/').unwrap_or((ours, ours));
    match (text("value"), text("start"), text("end")) {
        (Some(value), ..) => Some(!ours.contains('/') && same_end(ours, value, false)),
        (None, Some(start), Some(end)) => {
            // 20日上午 has the value of its day: the parts of a day have no names in ISO 8601.
            let part = ["TMO", "TAF", "TEV", "TNI", "TDT"].iter().any(|part| timex.ends_with(part));
            if part && !ours.contains('/') {
                return Some(timex.starts_with(ours) || start.starts_with(ours));
            }
            Some(same_end(first, start, false) && same_end(last, end, true))
        }
        (None, Some(start), None) => {
            Some(last == ".." && (same_end(first, start, false) || same_end(first, start, true)))
        }
        (None, None, Some(end)) => {
            Some(first == ".." && (same_end(last, end, true) || same_end(last, end, false)))
        }
        (None, None, None) => None,
    }
}

/// A number as gold prints it, or the leading number of a value, be it a length of time in ISO 8601.
fn amount(text: &str) -> Option<f64> {
    if let Some(length) = text.strip_prefix('P') {
        return length.trim_matches(|c: char| c.is_ascii_uppercase()).parse().ok();
    }
    text.trim_start_matches('#').split([' ', '%']).next()?.parse().ok()
}

fn same_amount(ours: &str, gold: &Value) -> Option<bool> {
    let value = gold["value"].as_str().and_then(amount)?;
    let near = |ours: f64| (ours - value).abs() <= 1e-6 * value.abs().max(1e-6);
    let unit = ours.split_once(' ').map_or("", |(_, unit)| unit);
    let code = gold["isoCurrency"].as_str().filter(|_| unit.len() == 3 && unit.is_ascii());
    Some(amount(ours).is_some_and(near) && code.is_none_or(|code| code == unit))
}

/// Whether a value is right; `None` where gold has none.
pub(super) fn right(ours: Option<&str>, result: &Value, dates: bool) -> Option<bool> {
    let ours = ours.unwrap_or("");
    if dates {
        let readings = result["Resolution"]["values"].as_array()?;
        let mut scored = readings.iter().filter_map(|gold| same_time(ours, gold)).peekable();
        scored.peek()?;
        return Some(scored.any(|same| same));
    }
    same_amount(ours, &result["Resolution"])
}
