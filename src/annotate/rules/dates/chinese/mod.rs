//! 2026年5月20日上午, 20日, 11時20分, 5月20日至22日, 自2016年起, and where the words of `relative` join them.

mod bounds;
mod calendar;
mod distance;
mod feasts;
mod length;
mod moment;
mod moon;
mod parts;
mod pieces;
mod range;
mod relative;
mod repeated;

use std::sync::LazyLock;

use super::super::super::candidate::{Candidate, Subject};
use super::super::super::line::Line;
use super::super::super::value::{Day, Stretch};
use super::super::super::words::Letters;
use crate::model::Kind;
use bounds::bounded;
use distance::edge_stands;
use feasts::begins_feast;
use length::{between_lengths, length};
use parts::word;
use relative::placed_weekday;
use repeated::repeated;

/// A date that was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Read {
    pub(super) end: usize,
    pub(super) stretch: Stretch,
}

impl Read {
    fn day(end: usize, day: Day) -> Self {
        Self { end, stretch: day.into() }
    }
}

/// Every date, time and length of time in Chinese.
pub(super) fn find(line: &Line, today: Day, found: &mut Vec<Candidate>) {
    let mut index = 0;
    while index < line.folded.len() {
        let Some((kind, end, value)) = expression(line, index, today) else {
            index += 1;
            continue;
        };
        let rule = if kind == Kind::Date { "date" } else { "length of time" };
        let score = if kind == Kind::Date { 90 } else { 71 };
        let mut candidate = Candidate::new(index..end, kind, score, rule);
        if let Some(value) = value {
            candidate = candidate.of(Subject::Value(value));
        }
        found.push(candidate);
        index = end;
    }
}

/// What a date or a length may begin with: few characters, which is told at once.
static OPENING: LazyLock<Letters> = LazyLock::new(|| {
    Letters::of("0123456789〇零一二三四五六七八九十廿卅两半正民西公昭平令大明万历贞观神龙开元天宝洪武建文永乐统成化弘治嘉靖崇祯顺康熙雍乾隆庆道光咸丰同绪今昨前后当翌次去本上下是即这周星礼晚早凌清中傍午深夜从自每约过最近未还之此农阴元劳圣情愚妇母感复耶闰腊旧除".chars())
});

/// What begins only feasts, besides names and other words: 國慶節, 端午節.
static FEAST: LazyLock<Letters> =
    LazyLock::new(|| Letters::of("七重端冬国教父双护儿光行青记植建军佛浴台世和".chars()));

/// Where a length ends with the words that make it a bound: 三天內, 六個月以下, 三年以上七年以下.
///
/// From when 三天內 counts, the text says elsewhere, so it stays a length.
fn at_least_or_most(line: &Line, end: usize) -> usize {
    const BEHIND: [&str; 5] = ["以上", "以下", "内", "以内", "之内"];
    let behind = word(line, end, &BEHIND).filter(|(_, end)| edge_stands(line, *end));
    let Some((which, end)) = behind else { return end };
    let from = end + usize::from(line.at(end) == Some(','));
    let second = length(line, from).filter(|_| which == "以上");
    let most = second.and_then(|length| Some(word(line, length.end, &["以下"])?.1));
    most.unwrap_or(end)
}

/// What begins at an index: its kind, where it ends, its value.
fn expression(line: &Line, start: usize, today: Day) -> Option<(Kind, usize, Option<String>)> {
    if !OPENING.may_have(line.folded.get(start)) {
        let read = if line.at(start) == Some('第') {
            placed_weekday(line, start)
        } else if FEAST.may_have(line.folded.get(start)) && begins_feast(line, start) {
            bounded(line, start, today)
        } else {
            None
        };
        return read.map(|read| (Kind::Date, read.end, read.stretch.iso()));
    }
    if let Some((end, value)) = repeated(line, start, today) {
        return Some((Kind::Date, end, value));
    }
    let date = bounded(line, start, today);
    let between = between_lengths(line, start);
    if let Some(end) = between.filter(|end| date.is_none_or(|read| read.end < *end)) {
        return Some((Kind::Quantity, end, None));
    }
    let length = length(line, start).filter(|length| !length.plain);
    match (date, length) {
        (Some(read), length) if length.as_ref().is_none_or(|length| read.end >= length.end) => {
            Some((Kind::Date, read.end, read.stretch.iso()))
        }
        (_, Some(length)) => {
            let end = at_least_or_most(line, length.end);
            Some((Kind::Quantity, end, Some(length.value.iso())))
        }
        _ => None,
    }
}
