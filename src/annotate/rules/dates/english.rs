//! May 20, 2026; 20 May; 2026-05-20; 10 a.m.; yesterday; last week.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::super::super::candidate::{Candidate, Subject};
use super::super::super::line::Line;
use super::super::super::value::{Day, Moment};
use crate::model::Kind;

/// Months as they are written out and cut short.
const MONTH: &str = r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)";
const DAY: &str = r"(?P<day>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?";
const WEEKDAY: &str = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?";
const FULL_WEEKDAY: &str = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
const TIME: &str =
    r"(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5][0-9]))? ?(?P<half>[ap])\.?m(?-u:\b)\.?";

/// What an expression is, which tells how its value is found.
#[derive(Clone, Copy)]
enum Form {
    Printed,
    Relative,
    Plain,
}

static PATTERNS: LazyLock<Vec<(Regex, Form)>> = LazyLock::new(|| {
    let year = "(?P<year>[12][0-9]{3})";
    let patterns = [
        (format!(r"(?-u:\b)(?:{WEEKDAY},? )?{MONTH} {DAY}(?-u:\b)(?:,? {year}(?-u:\b))?(?:,? (?:at )?{TIME})?"), Form::Printed),
        (format!(r"(?-u:\b)(?:{WEEKDAY},? )?{DAY} (?:of )?{MONTH}(?-u:\b)(?:,? {year}(?-u:\b))?"), Form::Printed),
        (format!(r"(?-u:\b){MONTH},? {year}(?-u:\b)"), Form::Printed),
        (format!(r"(?-u:\b){year}[-/](?P<number>1[0-2]|0?[1-9])[-/]{DAY}(?-u:\b)(?:[T ](?P<clock>[0-2][0-9]):(?P<minute>[0-5][0-9]))?"), Form::Printed),
        (format!(r"(?-u:\b){TIME}"), Form::Printed),
        (format!(r"(?i)(?-u:\b)(?:today|yesterday|tomorrow|tonight|(?:last|this|next) (?:week|month|year|night|{FULL_WEEKDAY}))(?-u:\b)"), Form::Relative),
        (format!(r"(?-u:\b){FULL_WEEKDAY}(?-u:\b)"), Form::Plain),
        (r"(?-u:\b)(?:the )?(?:early |late |mid-)?(?:1[5-9]|20)[0-9]0s(?-u:\b)".to_owned(), Form::Plain),
        (format!(r"(?-u:\b)(?:[Ii]n|[Ss]ince|[Bb]y|of|[Ff]rom|[Uu]ntil|[Dd]uring|[Bb]efore|[Aa]fter|to|and|in early|in late) (?P<only>{year})(?-u:\b)"), Form::Printed),
        (r"(?-u:\b)(?:in|since|until|by|last|next|this|early|late) (?P<only>January|February|March|April|June|July|August|September|October|November|December)(?-u:\b)".to_owned(), Form::Plain),
    ];
    patterns
        .into_iter()
        .filter_map(|(pattern, form)| Some((Regex::new(&pattern).ok()?, form)))
        .collect()
});

/// Every date and time in English.
pub(super) fn find(line: &Line, today: Day, found: &mut Vec<Candidate>) {
    if !line.plain.bytes().any(|b| b.is_ascii_alphanumeric()) {
        return;
    }
    for (pattern, form) in PATTERNS.iter() {
        for captures in pattern.captures_iter(&line.plain) {
            let Some(hit) = captures.name("only").or_else(|| captures.get(0)) else { continue };
            let range = line.index(hit.start())..line.index(hit.end());
            let value = match form {
                Form::Printed => printed(&captures, today),
                Form::Relative => relative(hit.as_str(), today),
                Form::Plain => None,
            };
            let candidate = Candidate::new(range, Kind::Date, 88, "date");
            found.push(match value {
                Some(value) => candidate.of(Subject::Value(value)),
                None => candidate,
            });
        }
    }
}

fn printed(captures: &Captures, today: Day) -> Option<String> {
    let small = |name: &str| captures.name(name).and_then(|text| text.as_str().parse::<i8>().ok());
    let month =
        captures.name("month").and_then(|name| month(name.as_str())).or_else(|| small("number"));
    let year = captures.name("year").and_then(|year| year.as_str().parse().ok());
    let day =
        Day { year: year.or(today.year.filter(|_| month.is_some())), month, day: small("day") };
    let afternoon = captures.name("half").is_some_and(|half| half.as_str() == "p");
    let hour = small("hour")
        .map(|hour| hour % 12 + if afternoon { 12 } else { 0 })
        .or_else(|| small("clock"));
    Moment { day, time: hour.map(|hour| (hour, small("minute"), None)) }.iso()
}

fn month(name: &str) -> Option<i8> {
    let months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let head = name.get(..3)?.to_ascii_lowercase();
    months.iter().position(|month| *month == head).and_then(|n| i8::try_from(n + 1).ok())
}

fn relative(words: &str, today: Day) -> Option<String> {
    let words = words.to_ascii_lowercase();
    let day = match words.as_str() {
        "today" | "tonight" => today.plus_days(0),
        "yesterday" | "last night" => today.plus_days(-1),
        "tomorrow" => today.plus_days(1),
        "last month" => today.plus_months(-1),
        "this month" => today.plus_months(0),
        "next month" => today.plus_months(1),
        "last year" => today.plus_years(-1),
        "this year" => today.plus_years(0),
        "next year" => today.plus_years(1),
        "last week" | "this week" | "next week" => return week(&words, today),
        _ => None,
    };
    day?.iso()
}

fn week(words: &str, today: Day) -> Option<String> {
    let offset = i64::from(words.starts_with("next")) - i64::from(words.starts_with("last"));
    let monday = today.monday(offset)?;
    Some(format!("{}/{}", monday.iso()?, monday.plus_days(6)?.iso()?))
}
