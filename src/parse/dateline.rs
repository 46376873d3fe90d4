//! Source and day as a story's first paragraph prints them.

use super::brackets::counterpart;
use super::day::{self, Day};
use super::lexicon::{List, phrases};
use super::wording::first_chars;

/// What a dateline says, as printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Dateline {
    /// Where the story comes from.
    pub source: Option<String>,
    /// The day.
    pub date: Option<String>,
    /// The day, read.
    pub day: Day,
}

/// No dateline is longer, code points.
const LONGEST: usize = 48;

/// Whether a paragraph opens with a dateline.
pub(super) fn opens(paragraph: &str) -> bool {
    read(paragraph).source.is_some() || super::byline::opening(paragraph).is_some()
}

/// Reads the dateline that a paragraph opens with; nothing where it opens otherwise.
pub(super) fn read(paragraph: &str) -> Dateline {
    let opening = first_chars(paragraph, LONGEST);
    dispatch(opening)
        .or_else(|| named(opening))
        .or_else(|| chinese(opening))
        .or_else(|| english(opening))
        .unwrap_or_default()
}

/// `新華社北京5月20日電`, in brackets or not: an agency, a place, a day.
fn dispatch(opening: &str) -> Option<Dateline> {
    let bare = opening.trim_start_matches(['（', '(', '【', '〔']);
    let source = phrases(List::Agencies).start_of(bare)?;
    let (clause, _) = bare.split_once(['電', '电'])?;
    let rest = clause.strip_prefix(source)?;
    let short = rest.chars().count() <= 24 && !rest.contains(['，', '。']);
    let starts = rest.char_indices().map(|(at, _)| at);
    let found = starts.filter_map(|at| {
        let (length, day) = day::start(rest.get(at..)?)?;
        Some((rest.get(at..at + length)?, day))
    });
    let (printed, day) = found.into_iter().next()?;
    short.then(|| Dateline { source: Some(source.to_owned()), date: Some(printed.to_owned()), day })
}

/// `【路透社】`, `（綜合外電）`: agencies alone in brackets before a text.
fn named(opening: &str) -> Option<Dateline> {
    let close = counterpart(opening.chars().next()?)?;
    let (inner, rest) = opening.get(opening.chars().next()?.len_utf8()..)?.split_once(close)?;
    let is_source = |name: &str| phrases(List::Agencies).has(name) || super::source::is_name(name);
    let named = inner.split(['、', '／', '/', ' ']).all(is_source);
    let source = Some(inner.to_owned());
    (named && !rest.is_empty()).then(|| Dateline { source, ..Dateline::default() })
}

/// `某報訊 據某社報道，5月20日…`: who tells it, then a comma, then perhaps the day.
fn chinese(opening: &str) -> Option<Dateline> {
    let (clause, rest) = opening.split_once(['，', '：'])?;
    if !tells_source(clause) {
        return None;
    }
    let told = day::start(rest).or_else(|| day::relative(rest));
    let printed = told.and_then(|(length, _)| rest.get(..length));
    Some(Dateline {
        source: Some(clause.trim().to_owned()),
        date: printed.map(str::to_owned),
        day: told.map(|(_, day)| day).unwrap_or_default(),
    })
}

/// `某報訊`, `據某社報道`, `某報訊 據某社報道`.
fn tells_source(clause: &str) -> bool {
    let named = |part: &str| {
        let told = ["訊", "讯", "專訊", "报道", "報道", "報導", "消息", "電", "电"];
        let by = ["據", "据", "綜合", "综合"].iter().find_map(|by| part.strip_prefix(by));
        let ending = told.iter().find_map(|end| part.strip_suffix(end));
        let paper = ending.unwrap_or(part).trim_start_matches(['據', '据']);
        let known = super::source::is_name(paper)
            || phrases(List::Agencies).start_of(paper).is_some()
            || paper.ends_with(['報', '报', '社', '台', '網', '网', '刊'])
            || paper == "本報";
        let short = (2..=16).contains(&part.chars().count());
        short && known && ending.is_some() && (by.is_some() || !part.contains("記者"))
    };
    let mut parts = clause.split_whitespace().peekable();
    parts.peek().is_some() && parts.all(named)
}

/// `LONDON, May 5 (Reuters) — `, `HONG KONG — `, `SAI WAN, Oct. 16 —`.
fn english(opening: &str) -> Option<Dateline> {
    let end = [" — ", " – ", " -- ", " - "].iter().find_map(|dash| opening.find(dash))?;
    let clause = opening.get(..end)?;
    let place = clause.split([',', '(']).next()?.trim();
    let is_place = place.chars().count() > 2
        && place.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '-' | '\''));
    if !is_place {
        return None;
    }
    let source = clause.split_once('(').and_then(|(_, rest)| rest.split_once(')'));
    let source = source.map(|(name, _)| name.trim()).filter(|name| !name.is_empty());
    let told = clause.split_once(',').and_then(|(_, rest)| {
        let rest = rest.trim_start();
        let (length, day) = day::start(rest)?;
        let point = usize::from(rest.get(length..)?.starts_with('.'));
        Some((rest.get(..length + point)?.trim_end_matches('.'), day))
    });
    Some(Dateline {
        source: source.map(str::to_owned),
        date: told.map(|(printed, _)| printed.to_owned()),
        day: told.map(|(_, day)| day).unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(paragraph: &str) -> (Option<String>, Option<String>) {
        let found = read(paragraph);
        (found.source, found.date)
    }

    fn some(source: &str, date: &str) -> (Option<String>, Option<String>) {
        let own = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        (own(source), own(date))
    }

    #[test]
    fn datelines_tell_source_and_day() {
        let cases = [
            (
                "海港日報訊 據海港通訊社報道，10月18日上午，長廊開放。",
                "海港日報訊 據海港通訊社報道",
                "10月18日",
            ),
            ("據中央社報導，長廊開放。", "據中央社報導", ""),
            ("【法新社】長廊開放。", "法新社", ""),
            ("（北角）長廊開放。", "", ""),
            ("新華社北京5月20日電 長廊開放。", "新華社", "5月20日"),
            ("（新華社北京5月20日電）長廊開放。", "新華社", "5月20日"),
            ("LONDON, May 5 (Reuters) — The tide is out.", "Reuters", "May 5"),
            ("SAI WAN, Oct. 16 — Twice a month.", "", "Oct. 16"),
            ("20日上午，長廊開放。", "", ""),
            ("他說，據報道，長廊開放。", "", ""),
            ("五月的海邊，長廊開放。", "", ""),
            ("The tide - it is out.", "", ""),
        ];
        for (paragraph, source, date) in cases {
            assert_eq!(told(paragraph), some(source, date), "{paragraph}");
        }
    }
}
