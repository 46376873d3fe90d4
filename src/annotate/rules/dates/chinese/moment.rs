//! 20日上午, 5月20日11時20分: a date with the time of day.

use super::super::super::super::line::Line;
use super::super::super::super::value::{Day, Moment, Stretch};
use super::Read;
use super::calendar::printed;
use super::distance::by_length;
use super::feasts::feast_alone;
use super::parts::{clock, part_of_day, word};
use super::pieces::piece_of;
use super::relative::relative;

/// One date, with the time of day that follows it.
pub(super) fn single(line: &Line, start: usize, today: Day) -> Option<Read> {
    let about = word(line, start, &["大约", "约", "大概", "约莫"]);
    if let Some((_, end)) = about {
        return timed(line, end, today, true).filter(|read| read.stretch.first().time.is_some());
    }
    timed(line, start, today, false)
}

/// The same, where `sure` says that a time is expected.
pub(super) fn timed(line: &Line, start: usize, today: Day, sure: bool) -> Option<Read> {
    let calendar = by_length(line, start, today)
        .or_else(|| relative(line, start, today))
        .or_else(|| printed(line, start, today))
        .or_else(|| feast_alone(line, start, today))
        .map(|read| piece_of(line, read));
    let from = calendar.map_or(start, |read| weekday_in_brackets(line, read.end));
    let dated = calendar.is_some();
    let gap = usize::from(dated && line.at(from) == Some(' '));
    let part = part_of_day(line, from + gap);
    let last = if dated { line.before(from) } else { None };
    let on_a_day = matches!(last, Some('日' | '号' | '天' | '晚' | '夜' | '早' | '晨'))
        || matches!(last, Some('一' | '二' | '三' | '四' | '五' | '六'));
    let hour_at = part.map_or(from + gap, |(_, end)| end);
    let time = clock(line, hour_at)
        .filter(|(_, _, doubtful)| !doubtful || sure || part.is_some() || on_a_day);
    let mut read = calendar.unwrap_or(Read { end: start, stretch: Stretch::default() });
    if let Some(((hour, minute, second), end, _)) = time {
        let evening = part.is_none() && matches!(last, Some('晚' | '夜'));
        // 深夜1點 and 晚上2點 lie in the small hours.
        let small = part.is_some_and(|(_, end)| {
            hour < 5 && (line.before(end) == Some('夜') || line.folded(from, end).contains('晚'))
        });
        let late = (evening || part.is_some_and(|(late, _)| late)) && hour < 12 && !small;
        // 午後15時 says the same twice: the clock is what counts.
        let restated = !dated && hour >= 13 && part.is_some();
        if restated {
            return None;
        }
        let hour = if late { hour + 12 } else { hour };
        let day = read.stretch.first().day;
        read.stretch = Stretch::At(Moment { day, time: Some((hour, minute, second)) });
        read.end = end;
    } else if dated {
        read.end = part.map_or(from, |(_, end)| end);
    } else {
        return None;
    }
    Some(read)
}

/// （星期三） after a date belongs to it.
fn weekday_in_brackets(line: &Line, end: usize) -> usize {
    let open = usize::from(line.at(end) == Some('('));
    let Some((_, after)) = word(line, end + open, &["星期", "周", "礼拜"]) else { return end };
    let weekday = line.at(after).is_some_and(|c| "一二三四五六日天".contains(c));
    match (weekday, open) {
        (true, 0) => after + 1,
        (true, _) if line.at(after + 1) == Some(')') => after + 2,
        _ => end,
    }
}
