//! Numbers with what they count in Chinese: 30周年, 第25次, 百分之五, 三成, 1.2億元, 五元三毛, 三分之一.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::super::super::candidate::{Candidate, Subject};
use super::super::super::line::Line;
use super::super::super::value::{decimal, lowered, ratio, shifted};
use super::units::{chinese_names, symbol};
use crate::model::Kind;

/// What figures count, folded; the longer before what they begin with.
const COUNTED: &str = "周年|周岁|岁|人次|人|名|位|个半|个|项|条|件|宗|起|份|张|台|架|艘|辆|枚|只|头|匹|家|间|所|座|栋|幢|层|楼|套|款|本|册|篇|首|部|集|幅|颗|粒|株|棵|顿|场|次|届|期|轮|步|级|倍|响|种|类|国|省|对|双|句|字|页|票|席|球|队|组|支|瓶|箱|包|卷|门|道|声|圈|单|车|户家庭|户|班|航班|万|亿|里|寸|点";
/// What Chinese numerals are believed to count, too: 三千萬人, but not 兩國 or 一個.
const MEASURED: &str = "周年|周岁|岁|人次|倍|人|名|万|亿|国集团";

/// A number in figures; the powers of ten and 多 that may follow it.
const FIGURES: &str = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?";
const POWERS: &str = "[多余几]? ?[十百千万亿兆]{0,3}[多余]?";
const NUMERALS: &str = "[〇零一二三四五六七八九十百千万亿兆两廿壹贰叁肆伍陆柒捌玖拾佰仟俩](?:[〇零一二三四五六七八九十百千万亿兆两廿点多余几壹贰叁肆伍陆柒捌玖拾佰仟]*[〇零一二三四五六七八九十百千万亿兆两廿多余壹贰叁肆伍陆柒捌玖拾佰仟])?";

/// What a pattern finds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// 百分之五, 千分之二: a share, of what `base` says.
    Share,
    /// 三分之一.
    Part,
    /// 三成, 七五折.
    Tenths,
    /// 第25次.
    Place,
    /// 1.2億元.
    Counted,
    /// 五元三毛.
    Coins,
    /// 12,345, 三千五百.
    Plain,
}

static PATTERNS: LazyLock<Vec<(Regex, Form)>> = LazyLock::new(|| {
    let number = format!(
        "(?:{FIGURES}(?: ?[十百千万亿兆多余几]+(?:零?{FIGURES}[十百千万亿兆]*)*)?|{NUMERALS})"
    );
    let units = chinese_names().join("|");
    let patterns = [
        (format!("(?P<sign>负)?(?P<base>百万|千万|百|千|万|佰|仟) ?分 ?之 ?(?P<number>{number})(?P<times>[kK])?"), Form::Share),
        (format!("(?P<sign>负)?(?:(?P<whole>{number})又)?(?P<below>{number})分之(?P<number>{number})"), Form::Part),
        (format!("(?P<number>{FIGURES}|[一二三四五六七八九十两半对](?:[一二三四五六七八九]|点[一二三四五六七八九])?)(?P<unit>成|折)(?P<half>半)?"), Form::Tenths),
        ("第(?P<number>[0-9]+(?:[万亿])?)(?P<unit>次|届|个|轮|批|期|章|条|位|名|号|季|集|场|任|大)?".to_owned(), Form::Place),
        ("第(?P<number>[一二三四五六七八九十百]+)(?P<unit>届|轮|批)".to_owned(), Form::Place),
        ("第(?P<number>[一二三四五六七八九百]*十[一二三四五六七八九]|[一二三四五六七八九]十)(?P<unit>次|个|位|名|任)?".to_owned(), Form::Place),
        (format!("(?P<number>{number})(?P<unit>元|块)(?P<tenth>[一二三四五六七八九0-9])(?:毛|角)(?:(?P<hundredth>[一二三四五六七八九0-9])分)?"), Form::Coins),
        (format!("(?P<currency>人民币|港币|新台币|美元) ?(?P<number>{FIGURES}{POWERS}|{NUMERALS})(?P<unit>元)?"), Form::Counted),
        (format!("(?P<sign>负|-)?(?P<number>{FIGURES}) ?(?P<unit>%|‰|℃|°c|°C)"), Form::Counted),
        (format!("(?P<sign>负|-)?(?P<number>{FIGURES}{POWERS}) ?(?P<unit>{units})(?P<half>半)?(?P<currency>人民币)?"), Form::Counted),
        (format!("(?P<number>{FIGURES}{POWERS}) ?(?P<unit>{COUNTED})"), Form::Counted),
        (format!("(?P<sign>负)?(?P<number>{NUMERALS})(?P<unit>{units}|{MEASURED})(?P<half>半)?(?P<currency>人民币)?"), Form::Counted),
        (format!("(?P<sign>负)?(?P<number>{number})"), Form::Plain),
    ];
    patterns
        .into_iter()
        .filter_map(|(pattern, form)| Some((Regex::new(&pattern).ok()?, form)))
        .collect()
});

/// Short strings, such as a table's cells, may have spaces in their numbers: at most so many code points.
const SHORT: usize = 40;

/// Every number that says what it counts, and those that are plainly numbers.
pub(super) fn find(line: &Line, found: &mut Vec<Candidate>) {
    find_in(line, found);
    spaced_out(line, found);
}

/// 三百 五 十 二, 六 點 五 成: a short string that is one number but for its spaces.
fn spaced_out(line: &Line, found: &mut Vec<Candidate>) {
    let length = line.folded.len();
    let space = |c: &char| c.is_whitespace();
    if length > SHORT || !line.folded.iter().any(space) {
        return;
    }
    let figures = line.folded.windows(3).any(
        |w| matches!(w, [a, s, b] if s.is_whitespace() && a.is_ascii_digit() && b.is_ascii_digit()),
    );
    let (Some(start), Some(last)) =
        (line.folded.iter().position(|c| !space(c)), line.folded.iter().rposition(|c| !space(c)))
    else {
        return;
    };
    if figures || !line.folded.iter().any(|c| super::super::super::line::is_han(*c)) {
        return;
    }
    let closed = Line::new(&line.folded.iter().filter(|c| !space(c)).collect::<String>());
    let mut inside = Vec::new();
    find_in(&closed, &mut inside);
    let whole = inside.into_iter().filter(|c| c.start == 0 && c.end == closed.folded.len());
    found.extend(whole.map(|c| Candidate { start, end: last + 1, ..c }));
}

fn find_in(line: &Line, found: &mut Vec<Candidate>) {
    for (pattern, form) in PATTERNS.iter() {
        for captures in pattern.captures_iter(&line.plain) {
            let Some(whole) = captures.get(0) else { continue };
            let (start, end) = (line.index(whole.start()), line.index(whole.end()));
            if stands(line, &captures, *form, start, end) {
                let (score, rule) = match form {
                    Form::Plain => (55, "number"),
                    _ => (70, "number with unit"),
                };
                let candidate = Candidate::new(start..end, Kind::Quantity, score, rule);
                found.push(match value(&captures, *form) {
                    Some(value) => candidate.of(Subject::Value(value)),
                    None => candidate,
                });
            }
        }
    }
}

fn text<'a>(captures: &Captures<'a>, name: &str) -> &'a str {
    captures.name(name).map_or("", |group| group.as_str())
}

/// Weeds out parts of other numbers, years, and numerals that are words.
fn stands(line: &Line, captures: &Captures, form: Form, start: usize, end: usize) -> bool {
    let (number, unit) = (text(captures, "number"), text(captures, "unit"));
    let figures = number.starts_with(|c: char| c.is_ascii_digit());
    let part_of_more = line.before(start).is_some_and(|c| {
        c.is_ascii_digit()
            || c == '=' && figures
            || c == '第' && form != Form::Place
            || line.inside_number(start)
            || figures
                && form != Form::Place
                && (c.is_ascii_alphabetic()
                    || matches!(c, '-' | '_' | '/' | ':' | '#') && joined_code(line, start))
            || !figures && "〇零一二三四五六七八九十百千万亿两每几数第".contains(c)
    });
    if part_of_more {
        return false;
    }
    match form {
        Form::Plain => plainly_number(line, number, start, end),
        Form::Tenths => {
            // 一成不變, 完成; 對折 is half; what is written 摺 in Traditional is a fold in paper or dough.
            let idiom = line.at(end).is_some_and(|c| "不立员为功本果就长熟套语都".contains(c));
            let fold = line.chars.get(end - 1) == Some(&'摺');
            !idiom
                && !fold
                && (figures
                    || line.before(start).is_none_or(|c| !"打完达组构形变".contains(c))
                    || number == "对")
                && (number != "对" && number != "半" || unit == "折")
        }
        Form::Counted => counts(line, captures, end),
        Form::Share | Form::Part | Form::Place | Form::Coins => true,
    }
}

/// Whether a mark before figures joins them to a code, as in A-12 or 138-2010.
fn joined_code(line: &Line, start: usize) -> bool {
    let before = start.checked_sub(1).and_then(|mark| line.before(mark));
    before.is_some_and(|c| c.is_ascii_alphanumeric())
}

fn counts(line: &Line, captures: &Captures, end: usize) -> bool {
    let (number, unit) = (text(captures, "number"), text(captures, "unit"));
    let figures = number.starts_with(|c: char| c.is_ascii_digit());
    let calendar = unit == "个" && line.at(end) == Some('月')
        || unit == "点" && !text(captures, "number").contains('.');
    // 一人, 兩名: too plain to be marked; 三千萬人 is not.
    let plain = !figures
        && text(captures, "sign").is_empty()
        && matches!(
            number,
            "一" | "两" | "万" | "千" | "百" | "十" | "千万" | "百万" | "亿" | "百年"
        )
        && (COUNTED.split('|').any(|counted| counted == unit)
            || MEASURED.split('|').any(|measured| measured == unit));
    let word = !figures && matches!(unit, "万" | "亿") && number.chars().count() < 2;
    // 四川, 三米 are fine; 百度, 千克拉, 一度 and 八卦 are words.
    let degree = !figures
        && (unit == "度"
            && line.before(end - 2).is_none_or(|c| c != '温')
            && number.chars().count() < 2
            || matches!(
                unit,
                "两" | "块"
                    | "圆"
                    | "升"
                    | "瓦"
                    | "伏"
                    | "桶"
                    | "码"
                    | "坪"
                    | "克"
                    | "磅"
                    | "马克"
                    | "斤"
            ) && number.chars().count() < 2
                && matches!(number, "一" | "两" | "万" | "千" | "百" | "三" | "半")
                && unit != "斤"
                && unit != "两");
    let calendar_degree = unit == "度" && figures && number.len() == 4;
    !calendar && !plain && !word && !degree && !calendar_degree
}

/// A number without a unit: grouped or broken figures, large numerals, or a string that is nothing else.
fn plainly_number(line: &Line, number: &str, start: usize, end: usize) -> bool {
    let rest = |range: std::ops::Range<usize>| {
        line.folded.get(range).unwrap_or_default().iter().any(|c| c.is_alphanumeric())
    };
    let whole = !rest(0..start) && !rest(end..line.folded.len());
    let figures = number.starts_with(|c: char| c.is_ascii_digit());
    if figures {
        let telling =
            number.contains([',', '.']) || number.contains(|c| "十百千万亿兆".contains(c));
        let goes_on =
            line.at(end).is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, ':' | '/'))
                || matches!(line.at(end), Some('.' | '-' | ','))
                    && line.at(end + 1).is_some_and(|c| c.is_ascii_digit());
        return !goes_on && (whole || telling);
    }
    let powers = number.chars().filter(|c| "十百千万亿兆拾佰仟".contains(*c)).count();
    let figures_in =
        number.chars().filter(|c| "一二三四五六七八九两壹贰叁肆伍陆柒捌玖".contains(*c)).count();
    let numeral = decimal(number).is_some();
    let word = line.at(end).is_some_and(|c| "分年月日号点时刻周届世".contains(c));
    numeral
        && !word
        && (whole
            || figures_in > 0
                && powers > 0
                && (powers + figures_in > 2 || number.contains(['万', '亿', '兆'])))
}

/// The number as a plain decimal, and the symbol of its unit.
fn value(captures: &Captures, form: Form) -> Option<String> {
    let number = text(captures, "number");
    let unit = text(captures, "unit");
    let sign = if matches!(text(captures, "sign"), "负" | "-") { "-" } else { "" };
    let plain = match form {
        Form::Share => {
            let base = decimal(&text(captures, "base").replace('佰', "百").replace('仟', "千"))?;
            let amount = decimal(number)?;
            let amount =
                if text(captures, "times").is_empty() { amount } else { shifted(&amount, 3) };
            let percent =
                if base == "100" { amount } else { lowered(&amount, base.len().checked_sub(3)?) };
            format!("{percent} %")
        }
        Form::Part => {
            let (below, above) = (
                decimal(text(captures, "below"))?.parse().ok()?,
                decimal(number)?.parse::<i128>().ok()?,
            );
            let whole = match text(captures, "whole") {
                "" => 0,
                whole => decimal(whole)?.parse::<i128>().ok()?,
            };
            ratio(whole.checked_mul(below)?.checked_add(above)?, below)?
        }
        Form::Tenths => {
            let half = if text(captures, "half").is_empty() { "" } else { ".5" };
            let amount = match number {
                "对" | "半" => "5".to_owned(),
                _ => decimal(number)?,
            };
            // 七五折 is 75 of a hundred, as is 7.5 折.
            let numerals = number.chars().all(|c| "一二三四五六七八九".contains(c))
                && number.chars().count() == 2;
            let hundredths = unit == "折"
                && !amount.contains('.')
                && amount.len() > 1
                && (numerals || number.starts_with(|c: char| c.is_ascii_digit()));
            let percent = if hundredths { amount } else { shifted(&format!("{amount}{half}"), 1) };
            format!("{percent} %")
        }
        Form::Place => {
            let place = format!("#{}", decimal(number)?);
            if unit.is_empty() { place } else { format!("{place} {unit}") }
        }
        Form::Coins => {
            let part = |name: &str| decimal(text(captures, name)).unwrap_or_else(|| "0".to_owned());
            let cents = if text(captures, "hundredth").is_empty() {
                part("tenth")
            } else {
                format!("{}{}", part("tenth"), part("hundredth"))
            };
            format!("{}.{cents} 元", decimal(number)?)
        }
        Form::Counted => {
            let half = if text(captures, "half").is_empty() { "" } else { ".5" };
            let amount = format!("{}{half}", decimal(number)?);
            let unit = match text(captures, "currency") {
                "" => unit,
                currency => currency,
            };
            // 12千米 is 12 km, and the same length as 12000 米.
            let thousands = ["米", "克", "瓦", "卡"].contains(&unit)
                && number.ends_with('千')
                && number.chars().count() > 1;
            if thousands {
                let whole = decimal(number.strip_suffix('千')?)?;
                let unit = format!("千{unit}");
                return Some(format!("{sign}{whole}{half} {}", symbol(&unit).unwrap_or(&unit)));
            }
            match unit {
                "万" => shifted(&amount, 4),
                "亿" => shifted(&amount, 8),
                "°C" | "°c" => format!("{amount} °C"),
                unit => format!("{amount} {}", symbol(unit).unwrap_or(unit)),
            }
        }
        Form::Plain => decimal(number)?,
    };
    Some(format!("{sign}{plain}"))
}
