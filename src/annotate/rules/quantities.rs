//! Numbers with what they count: 30周年, 20項, 第25次, 百分之五, 1.2億元, US$5 million, 15 km.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::super::candidate::{Candidate, Subject};
use super::super::line::Line;
use super::super::value::decimal;
use crate::model::Kind;

/// Units that figures count, folded; the longer before what they begin with.
const UNITS: &str = "周年|周岁|岁|人次|人民币|人|名|位|个百分点|百分点|个基点|基点|个月|个半|个小时|小时|个工作天|工作天|个|项|条|件|宗|起|份|张|台|架|艘|辆|枚|只|头|匹|家|间|所|座|栋|幢|层|楼|套|款|本|册|篇|首|部|集|幅|颗|粒|株|棵|顿|场|次|届|期|轮|步|级|摄氏度|度电|度|倍|成|响|种|类|国|省|对|双|句|字|页|票|席|球|队|组|支|瓶|箱|包|卷|门|道|声|圈|米高|单|车|户|户家庭|班|航班|卡路里|千卡|分钟|秒|天|星期|周|年|季|美元|港元|港币|新台币|台币|澳门元|欧元|英镑|日元|日圆|卢布|韩元|韩圜|澳元|加元|元|卢比|法郎|万|亿|公里|千米|英里|海里|里|平方公里|平方千米|平方米|平方英尺|平方呎|立方米|厘米|毫米|公分|公尺|米|英尺|呎|英寸|寸|公顷|亩|英亩|公吨|吨|公斤|千克|毫克|克|磅|斤|毫升|升|桶|加仑|千瓦时|千瓦|兆瓦|吉瓦|瓦|赫兹|伏|微克|纳米";
/// Units that Chinese numerals are believed to count, too: 三百萬美元, but not 兩國 or 一個.
const MEASURES: &str = "周年|岁|人次|个百分点|百分点|个月|个小时|小时|分钟|多年|倍|美元|港元|港币|新台币|欧元|英镑|日元|卢布|韩元|元|公里|千米|英里|海里|平方公里|平方米|厘米|毫米|公尺|米|公顷|亩|公吨|吨|公斤|千克|克|磅|桶|千瓦|兆瓦|人|名|年|天|万|亿|国集团";
const ENGLISH: &str = "per ?cent|percent|percentage points?|thousand|million|billion|trillion|kilomet(?:re|er)s?|km|miles?|met(?:re|er)s?|centimet(?:re|er)s?|cm|mm|feet|foot|ft|inches|kilograms?|kg|grams?|tonnes?|tons?|pounds?|litres?|liters?|hectares?|acres?|square (?:kilomet(?:re|er)s?|met(?:re|er)s?|feet|miles)|hours?|minutes?|seconds?|days?|weeks?|months?|years?|people|persons?|passengers?|students?|cases?|dollars?|euros?|yuan|yen|degrees?|barrels?|MW|GW|kWh|times|flats?|units?|countries|members?|seats?|votes?|vehicles?|patients?|households?|projects?|companies|schools?|beds?|jobs?";

/// A number in figures; the powers of ten and 多 that may follow it.
const FIGURES: &str = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?";
const POWERS: &str = "[多余几]?[十百千万亿]{0,3}[多余]?";
const NUMERALS: &str = "[〇零一二三四五六七八九十百千万亿两廿](?:[〇零一二三四五六七八九十百千万亿两点多余]*[〇零一二三四五六七八九十百千万亿两多余])?";

static PATTERNS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let money = r"(?:US|HK|NT|A|C|S)?[$]|€|£|¥|RMB ?|HKD ?|USD ?";
    let patterns = [
        format!("(?P<unit>百分之)(?P<number>{NUMERALS}|{FIGURES})"),
        format!(
            "(?P<unit>{money})(?P<number>{FIGURES}(?:[万亿]+)?)(?: ?(?P<times>thousand|million|billion|trillion|bn|m)(?-u:\\b))?元?"
        ),
        "第(?P<number>[0-9]+)(?P<unit>次|届|个|轮|批|期|章|条|位|名|号|季|集|场|任|大)".to_owned(),
        "第(?P<number>[一二三四五六七八九十百]+)(?P<unit>届|轮|批)".to_owned(),
        format!("(?P<number>{FIGURES}) ?(?P<unit>%|‰|℃|°C)"),
        format!("(?P<number>{FIGURES}{POWERS}) ?(?P<unit>{UNITS})(?P<tail>人民币)?"),
        format!("(?P<number>{NUMERALS})(?P<unit>{MEASURES})"),
        format!(
            r"(?-u:\b)(?P<number>{FIGURES})[ -]?(?:(?P<times>thousand|million|billion|trillion) )?(?P<unit>{ENGLISH})(?-u:\b)"
        ),
    ];
    patterns.iter().filter_map(|pattern| Regex::new(pattern).ok()).collect()
});

/// Every number that says what it counts.
pub(crate) fn find(line: &Line, found: &mut Vec<Candidate>) {
    for pattern in PATTERNS.iter() {
        for captures in pattern.captures_iter(&line.plain) {
            let Some(whole) = captures.get(0) else { continue };
            let (start, end) = (line.index(whole.start()), line.index(whole.end()));
            if stands(line, &captures, start, end) {
                let candidate = Candidate::new(start..end, Kind::Quantity, 70, "number with unit");
                found.push(match value(line, &captures) {
                    Some(value) => candidate.of(Subject::Value(value)),
                    None => candidate,
                });
            }
        }
    }
}

/// Weeds out parts of other numbers, years, and numerals that are words.
fn stands(line: &Line, captures: &Captures, start: usize, end: usize) -> bool {
    let text = |name: &str| captures.name(name).map_or("", |group| group.as_str());
    let (number, unit) = (text("number"), text("unit"));
    let figures = number.starts_with(|c: char| c.is_ascii_digit());
    let part_of_more = line.before(start).is_some_and(|c| {
        c.is_ascii_digit()
            || c == '第'
            || line.inside_number(start)
            || figures && c.is_ascii_alphabetic() && c != '$'
            || !figures && "〇零一二三四五六七八九十百千万亿两每几数第".contains(c)
    });
    let calendar = unit == "年"
        && (number.chars().count() > 3
            || matches!(line.at(end), Some('代' | '级' | '度' | '月' | '前' | '底' | '初')))
        || unit == "周"
            && matches!(line.at(end), Some('一' | '二' | '三' | '四' | '五' | '六' | '日'))
        || unit == "个" && line.at(end) == Some('月');
    // 一人, 兩年: too plain to be marked; 三千萬人 is not.
    let plain = !figures
        && text("times").is_empty()
        && matches!(
            number,
            "一" | "两" | "万" | "千" | "百" | "十" | "千万" | "百万" | "亿" | "百年"
        )
        && unit != "百分之";
    let word = !figures && matches!(unit, "万" | "亿") && number.chars().count() < 2;
    !part_of_more && !calendar && !plain && !word
}

/// The number as a plain decimal, and its unit as printed.
fn value(line: &Line, captures: &Captures) -> Option<String> {
    let number = captures.name("number")?;
    let unit = captures.name("unit")?;
    let times = captures.name("times").map_or("", |times| match times.as_str() {
        "thousand" => "千",
        "million" | "m" => "百万",
        "billion" | "bn" => "十亿",
        _ => "万亿",
    });
    let amount = decimal(&format!("{}{times}", number.as_str()))?;
    let printed = line.text(line.index(unit.start()), line.index(unit.end()));
    Some(
        match printed.trim() {
            "百分之" | "percent" | "per cent" | "%" => format!("{amount} %"),
            "million" => format!("{} ", decimal(&format!("{amount}百万"))?),
            "billion" => format!("{} ", decimal(&format!("{amount}十亿"))?),
            unit => format!("{amount} {unit}"),
        }
        .trim_end()
        .to_owned(),
    )
}
