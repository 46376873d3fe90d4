//! Countries side by side under one character each: 中俄, 美日韓.

use super::super::candidate::{Candidate, Subject};
use super::super::gazetteer::GAZETTEER;
use super::super::line::Line;
use super::super::words::Words;
use crate::model::Kind;
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
    let country = |c: char| SHORT.iter().find(|(short, _)| *short == c).map(|(_, name)| *name);
    let mut index = 0;
    while index < line.folded.len() {
        let run =
            line.folded.iter().skip(index).take_while(|c| country(**c).is_some()).take(5).count();
        let length = (2..=run.min(4)).rev().find(|&length| believable(line, index, index + length));
        let Some(length) = length else {
            index += 1;
            continue;
        };
        let letters = line.folded.get(index..index + length).unwrap_or_default();
        let groups: Vec<usize> =
            letters.iter().filter_map(|c| GAZETTEER.group(country(*c)?)).collect();
        let subject = Subject::Known(groups);
        found.push(
            Candidate::new(index..index + length, Kind::Place, 75, "countries side by side")
                .of(subject),
        );
        index += length;
    }
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
