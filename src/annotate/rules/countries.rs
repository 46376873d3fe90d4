//! Countries side by side under one character each: 中俄, 美日韓.

use super::super::candidate::{Candidate, Subject};
use super::super::gazetteer::GAZETTEER;
use super::super::line::Line;
use super::super::words::Words;
use crate::model::Kind;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The characters that stand for countries, folded, with a name of the country.
const SHORT: [(char, &str); 26] = [
    ('中', "中国"),
    ('俄', "俄罗斯"),
    ('美', "美国"),
    ('日', "日本"),
    ('英', "英国"),
    ('法', "法国"),
    ('德', "德国"),
    ('韩', "南韩"),
    ('朝', "北韩"),
    ('印', "印度"),
    ('澳', "澳洲"),
    ('加', "加拿大"),
    ('欧', "欧洲"),
    ('台', "台湾"),
    ('港', "香港"),
    ('越', "越南"),
    ('菲', "菲律宾"),
    ('泰', "泰国"),
    ('伊', "伊朗"),
    ('以', "以色列"),
    ('乌', "乌克兰"),
    ('巴', "巴基斯坦"),
    ('意', "意大利"),
    ('蒙', "蒙古"),
    ('苏', "苏联"),
    ('新', "新加坡"),
];

/// Pairs that are hardly ever anything else, in either order.
const PLAIN: [&str; 12] = [
    "中俄", "中美", "俄乌", "美俄", "美韩", "日韩", "朝韩", "美朝", "英美", "美英", "中韩", "美苏",
];

/// What is said of countries side by side.
static BETWEEN: LazyLock<Words> = LazyLock::new(|| {
    Words::parse(
        "兩國 三國 四國 關係 雙方 三方 兩軍 之間 元首 領導人 會談 會晤 峰會 貿易 經貿 合作 戰爭 衝突 邊境 邊界 同盟 聯盟 聯合 友好 友誼 建交 \
         戰略 外長 防長 總理 首腦 高層 外交 對話 談判 磋商 協議 協定 條約 聯合聲明 人文 文化 教育 民間 人民 交流 關稅 貿易戰 博弈 對抗 競爭 \
         共同 加強 深化 兩地 三地 兩岸 混血 航線 自貿 互利 經濟 投資 雙邊 夥伴 全面 睦鄰 青年 學者 媒體 聯軍 聯手 軍演 停火 局勢 問題 等國 多國",
    )
});

/// Runs of two to four such characters where what follows speaks of countries, or that mean nothing else.
pub(crate) fn find(line: &Line, found: &mut Vec<Candidate>) {
    let mut index = 0;
    while index < line.folded.len() {
        let run =
            line.folded.iter().skip(index).take_while(|c| country(**c).is_some()).take(5).count();
        let length = (2..=run.min(4)).rev().find(|&length| believable(line, index, index + length));
        let Some(length) = length else {
            index += 1;
            continue;
        };
        found.push(side_by_side(line, index, index + length));
        index += length;
    }
    visited(line, found);
}

/// The country that a character stands for, by name.
fn country(c: char) -> Option<&'static str> {
    SHORT.iter().find(|(short, _)| *short == c).map(|(_, name)| *name)
}

fn side_by_side(line: &Line, start: usize, end: usize) -> Candidate {
    let letters = line.folded.get(start..end).unwrap_or_default();
    let groups = letters.iter().filter_map(|c| GAZETTEER.group(country(*c)?)).collect();
    Candidate::new(start..end, Kind::Place, 75, SIDE_BY_SIDE).of(Subject::Known(groups))
}

const SIDE_BY_SIDE: &str = "countries side by side";
/// The score of a pair of which nothing says that it is spoken of as a pair.
const IN_PASSING: u8 = 72;

/// A place, or a body, of two or three characters that are one country each, as the tagger finds them, read as those countries:
/// 臺美 is taken for a body more often than it is one.
pub(crate) fn as_countries(line: &Line, found: &Candidate) -> Option<Candidate> {
    let letters = line.folded.get(found.start..found.end)?;
    let name: String = letters.iter().collect();
    let each = (2..=3).contains(&letters.len()) && letters.iter().all(|c| country(*c).is_some());
    (matches!(found.kind, Kind::Place | Kind::Organisation)
        && each
        && GAZETTEER.group(&name).is_none())
    .then(|| Candidate { score: IN_PASSING, ..side_by_side(line, found.start, found.end) })
}

/// Takes pairs apart that an article names once and in passing: 中美 is then two countries, while 中俄關係, or 中俄 again and again,
/// is what the article is about, and is marked as one.
pub(crate) fn apart<'a>(lines: impl Iterator<Item = (&'a Line, &'a mut Vec<Candidate>)>) {
    let sorted = |line: &Line, c: &Candidate| {
        let mut letters = line.folded.get(c.start..c.end).unwrap_or_default().to_vec();
        letters.sort_unstable();
        letters
    };
    let mut lines: Vec<(&Line, &mut Vec<Candidate>)> = lines.collect();
    let mut counts: BTreeMap<Vec<char>, usize> = BTreeMap::new();
    for (line, found) in &lines {
        for pair in found.iter().filter(|c| c.rule == SIDE_BY_SIDE) {
            *counts.entry(sorted(line, pair)).or_default() += 1;
        }
    }
    for (line, found) in &mut lines {
        let once = |c: &Candidate| {
            c.rule == SIDE_BY_SIDE
                && c.score == IN_PASSING
                && counts.get(&sorted(line, c)) == Some(&1)
        };
        let (pairs, mut others): (Vec<_>, Vec<_>) =
            std::mem::take(*found).into_iter().partition(once);
        for pair in pairs {
            let Subject::Known(groups) = &pair.subject else { continue };
            others.retain(|c| (c.start, c.end) != (pair.start, pair.end));
            let each = (pair.start..pair.end).zip(groups);
            others.extend(each.map(|(at, group)| known(at, *group, pair.score)));
        }
        **found = others;
    }
}

fn known(at: usize, group: usize, score: u8) -> Candidate {
    let subject = Subject::Known(vec![group]);
    Candidate::new(at..at + 1, Kind::Place, score, "country by one character").of(subject)
}

/// One character for a place after one for going there or being there: 駐美, 在華, 抵京.
fn visited(line: &Line, found: &mut Vec<Candidate>) {
    for index in 1..line.folded.len() {
        let (Some(before), Some(here)) = (line.before(index), line.at(index)) else { continue };
        let group = match here {
            '华' => Some("中国"),
            '京' => Some("北京"),
            '中' | '加' | '以' | '新' | '意' | '蒙' | '巴' => None,
            _ => country(here),
        };
        let Some(group) = group.and_then(|name| GAZETTEER.group(name)) else { continue };
        // 訪華 and 來華 have become verbs.
        let goes = matches!(before, '驻' | '抵' | '赴' | '离') || before == '访' && here != '华';
        let other = matches!(
            (before, here),
            ('来', '京' | '台' | '港')
                | ('在', '华' | '京' | '台' | '港')
                | ('对', '华' | '台' | '美' | '日' | '俄')
                | ('抗', '日')
                | ('援', '俄' | '华')
                | ('旅', '美' | '日' | '德' | '法')
        );
        if (goes || other) && !goes_on(line, index) {
            found.push(known(index, group, 78));
        }
    }
}

/// Whether a word goes on after a character that also stands for a place: 對美好, 來日方長, 在華盛頓, 在台上.
fn goes_on(line: &Line, index: usize) -> bool {
    let rest = match line.at(index) {
        Some('美') => "国好丽满味术感容元食妙洲学",
        Some('日') => "本前后子常夜益内起方记期出程报元益夕",
        Some('华') => "为盛夏山南北东中沙尔丽人侨",
        Some('京') => "东都剧城",
        Some('台') => "上下风湾北中南阶东面词",
        Some('港') => "口珠股",
        Some('澳') => "门洲大",
        Some('俄') => "罗国",
        _ => "国",
    };
    line.at(index + 1).is_some_and(|next| rest.contains(next))
}

/// How many characters at the beginning of a title stand for two countries, as in 《中法公約》; 0 where none do.
pub(crate) fn leading_pair(line: &Line) -> usize {
    let country =
        |index: usize| line.at(index).filter(|c| SHORT.iter().any(|(short, _)| short == c));
    match (country(0), country(1)) {
        (Some(first), Some(second)) if first != second => 2,
        _ => 0,
    }
}

fn believable(line: &Line, start: usize, end: usize) -> bool {
    let letters = line.folded.get(start..end).unwrap_or_default();
    let distinct = letters.iter().enumerate().all(|(n, c)| !letters.iter().take(n).any(|d| d == c));
    let text = line.folded(start, end);
    let plain = PLAIN.iter().any(|pair| *pair == text || pair.chars().rev().eq(text.chars()));
    // 今日美國, 其中印度, 方法德國: the first character belongs to the word before.
    let cut = matches!(
        (line.before(start), line.at(start)),
        (
            Some('今' | '昨' | '近' | '每' | '明' | '当' | '即' | '生' | '0'..='9' | '一' | '十'),
            Some('日')
        ) | (Some('其' | '当' | '集' | '之' | '从' | '高' | '初'), Some('中'))
            | (Some('方' | '办' | '宪' | '立' | '司' | '执'), Some('法'))
            | (Some('道' | '品'), Some('德'))
            | (Some('增' | '参' | '更'), Some('加'))
            | (Some('香'), Some('港'))
    );
    distinct && !cut && (plain || BETWEEN.at(&line.folded, end).is_some())
}
