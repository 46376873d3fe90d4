//! What is called after somebody, or as somebody could be: storms, ships, streets.

use std::sync::LazyLock;

use regex::Regex;

use super::super::candidate::Candidate;
use super::super::line::{Line, is_han};
use super::super::words::{AFTER, NOT_NAMES, SPEECH, Words};
use super::foreign;
use crate::model::Kind;

/// A storm's word and its name.
static STORM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?-u:\b)(?:(?:Super|Severe|Tropical|Subtropical|Extratropical) )*(?:Typhoon|Hurricane|Cyclone|Storm|Depression) (?P<name>[A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?-u:\b)",
    )
    .ok()
});

/// What stands behind a storm's word and is no name.
static NOT_STORMS: LazyLock<Words> = LazyLock::new(|| {
    Words::parse(
        "Surge Surges Warning Warnings Watch Signal Signals Season Center Centre Shelter Shelters Water Drain Drains Damage Force Prediction \
         Committee Relief Level Information News Track Alert Island Islands Road Street Troopers Front Lake Chaser Chasers",
    )
});

/// What the name of a storm follows in Chinese, folded; of several that fit, the longest counts.
const STORMS: [&str; 14] = [
    "超强台风",
    "强烈台风",
    "强台风",
    "台风",
    "强烈热带风暴",
    "热带风暴",
    "热带低气压",
    "热带气旋",
    "飓风",
    "强飓风",
    "气旋",
    "风暴",
    "温带风暴",
    "冬季风暴",
];

/// What storms do, bring and stop, which no name of one ends in.
static LANDS: LazyLock<Words> = LazyLock::new(|| {
    Words::parse(
        "登陸 襲 停工 停課 停市 停業 停航 停駛 停賽 停電 取消 改期 延期 延誤 受阻 吹 破壞 毀 吹襲 襲擊 來襲 逼近 期間 信號 警告 消息 影響 過後 過境 季節 災害 災情 路徑 中心 眼 天氣 委員會 庇護 假 威脅 肆虐 預警 重創 掠過",
    )
});

/// Words before the name of a ship.
static SHIPS: LazyLock<Words> = LazyLock::new(|| {
    Words::parse(
        "USS HMS HMAS HMCS HMNZS INS MV MS SS RMS RRS RV MT ship ships ferry vessel yacht tanker trawler submarine frigate destroyer cruiser \
         schooner liner freighter warship battleship icebreaker lifeboat steamer carrier",
    )
});

/// Whatever has one of these right behind a person's name is called after that person.
const BEHIND: &str = "号舰轮艇杯奖";

/// The storms that have names.
pub(crate) fn find(line: &Line, found: &mut Vec<Candidate>) {
    if let Some(storm) = STORM.as_ref() {
        for hit in storm.captures_iter(&line.plain) {
            let (Some(whole), Some(name)) = (hit.get(0), hit.name("name")) else { continue };
            let word: Vec<char> = name.as_str().chars().collect();
            if !NOT_STORMS.contains(&word) {
                let range = line.index(whole.start())..line.index(whole.end());
                found.push(Candidate::new(range, Kind::Event, 84, STORM_RULE));
            }
        }
    }
    let mut index = 0;
    while index < line.folded.len() {
        let storms = STORMS.iter().filter(|word| line.has(index, word));
        let Some(length) = storms.map(|word| word.chars().count()).max() else {
            index += 1;
            continue;
        };
        let from = index + length;
        if let Some(end) = quoted(line, from).or_else(|| bare(line, from)) {
            found.push(Candidate::new(index..end, Kind::Event, 84, STORM_RULE));
        }
        index = from;
    }
}

/// The rule that finds storms; what it finds has its own name without the storm's word.
pub(crate) const STORM_RULE: &str = "named storm";

/// 「山竹」, behind the word.
fn quoted(line: &Line, start: usize) -> Option<usize> {
    let close = match line.at(start)? {
        '「' => '」',
        '“' => '”',
        '『' => '』',
        '"' => '"',
        '(' => ')',
        _ => return None,
    };
    let length = line.folded.iter().skip(start + 1).take(7).position(|c| *c == close)?;
    let han = line.folded.get(start + 1..start + 1 + length)?.iter().all(|c| is_han(*c));
    (han && length > 1).then_some(start + length + 2)
}

/// 杜蘇芮, behind the word: a name written by sound, or two or three characters before a word that follows names.
fn bare(line: &Line, start: usize) -> Option<usize> {
    let ends = |end: usize| {
        line.at(end).is_none_or(|c| !is_han(c))
            || AFTER.at(&line.folded, end).is_some()
            || LANDS.at(&line.folded, end).is_some()
            || SPEECH.at(&line.folded, end).is_some()
    };
    let word =
        [&AFTER, &NOT_NAMES, &LANDS].iter().any(|words| words.at(&line.folded, start).is_some());
    let han = |end: usize| {
        line.folded
            .get(start..end)
            .is_some_and(|name| name.len() == end - start && name.iter().all(|c| is_han(*c)))
    };
    let by_sound = foreign::name_at(line, start).filter(|end| (3..=5).contains(&(*end - start)));
    let short = || {
        (start + 2..=start + 3)
            .find(|&end| han(end) && ends(end) && LANDS.before(&line.folded, end).is_none())
    };
    by_sound.or_else(short).filter(|_| !word)
}

/// The length in code points of what says that a storm is meant, at the beginning of its name.
pub(crate) fn storm_word(name: &str) -> usize {
    let han =
        STORMS.iter().filter(|word| name.starts_with(**word)).map(|word| word.chars().count());
    han.max().unwrap_or_else(|| {
        let last = name.rfind(' ').map_or(0, |space| space + 1);
        name.get(..last).unwrap_or_default().chars().count()
    })
}

/// Whether what was taken for a person is a ship, a prize or a cup.
pub(crate) fn is_namesake(line: &Line, c: &Candidate) -> bool {
    if c.kind != Kind::Person {
        return false;
    }
    let behind = line.at(c.end).is_some_and(|next| BEHIND.contains(next));
    // 毛澤東號召: another word.
    let other = behind && AFTER.at(&line.folded, c.end).is_some_and(|length| length > 1)
        || matches!(
            (line.at(c.end), line.at(c.end + 1)),
            (Some('号'), Some('召' | '称' | '码' | '令' | '角'))
                | (Some('轮'), Some('流' | '换' | '值' | '到'))
        );
    let before: String = line
        .folded(c.start.saturating_sub(14), c.start)
        .trim_end()
        .rsplit([' ', '('])
        .next()
        .unwrap_or_default()
        .to_owned();
    let ship = SHIPS.contains(&before.chars().collect::<Vec<char>>());
    behind && !other && line.at(c.start).is_some_and(is_han) || ship
}
