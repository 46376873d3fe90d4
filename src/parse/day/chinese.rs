//! Days as Chinese papers print them.

use super::Day;

/// The year before the first of the Republic's calendar (民國).
const MINGUO: i16 = 1911;

/// `2026年5月20日`, `民國115年5月20日`, `二○二六年五月二十日`, `5月20日`, `20日`.
pub(super) fn chinese(text: &str) -> Option<(usize, Day)> {
    let era = ["中華民國", "民國", "民国"].iter().find(|era| text.starts_with(**era));
    let mut at = era.map_or(0, |era| era.len());
    let mut found = Day::default();
    for unit in ["年", "月", "日"] {
        let rest = text.get(at..)?.trim_start();
        let begin = text.len() - rest.len();
        let Some((length, number)) = number(rest) else { break };
        let after = rest.get(length..)?.trim_start();
        let sign = match unit {
            "日" if after.starts_with('號') => "號",
            _ => unit,
        };
        if !after.starts_with(sign) {
            continue;
        }
        match unit {
            "年" => found.year = year(number, era.is_some()),
            "月" => found.month = i8::try_from(number).ok().filter(|m| (1..=12).contains(m)),
            _ => found.day = i8::try_from(number).ok().filter(|d| (1..=31).contains(d)),
        }
        at = begin + length + (rest.len() - length - after.len()) + sign.len();
        if found == Day::default() {
            return None;
        }
    }
    (found.day.is_some() || found.month.is_some() && found.year.is_some()).then_some((at, found))
}

fn year(number: u32, minguo: bool) -> Option<i16> {
    let year = i16::try_from(number).ok()?;
    if minguo || (80..=200).contains(&year) {
        // Papers in Taiwan leave 民國 out.
        return year.checked_add(MINGUO);
    }
    (1000..=2999).contains(&year).then_some(year)
}

/// A number in Arabic digits, wide or not, or in Han ones, by place (二○二六) or by tens (二十).
pub(super) fn number(text: &str) -> Option<(usize, u32)> {
    let digits: String =
        text.chars().take_while(|c| digit(*c).is_some() || *c == '十').take(5).collect();
    let length = digits.len();
    let value = match digits.split_once('十') {
        None => digits.chars().try_fold(0_u32, |n, c| Some(n * 10 + digit(c)?))?,
        Some((tens, ones)) => {
            let one = |part: &str, empty| match part.chars().next() {
                None => Some(empty),
                Some(c) if part.chars().count() == 1 => digit(c),
                _ => None,
            };
            one(tens, 1)? * 10 + one(ones, 0)?
        }
    };
    (length > 0).then_some((length, value))
}

/// What a digit stands for: Arabic, wide or not, or Han.
pub(super) fn digit(c: char) -> Option<u32> {
    match c {
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        '○' | '〇' | '零' => Some(0),
        _ if c.is_ascii_digit() => c.to_digit(10),
        '一' => Some(1),
        '二' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        _ => None,
    }
}
