//! Whether what looks like a Chinese quantity is one: no part of another number, no year, no word.

use regex::Captures;

use super::super::super::super::line::Line;
use super::super::super::super::value::decimal;
use super::{COUNTED, Form, MEASURED, text};

/// Weeds out parts of other numbers, years, and numerals that are words.
pub(super) fn stands(
    line: &Line,
    captures: &Captures,
    form: Form,
    start: usize,
    end: usize,
) -> bool {
    let (number, unit) = (text(captures, "number"), text(captures, "unit"));
    let figures = number.starts_with(|c: char| c.is_ascii_digit());
    let part_of_more = line.before(start).is_some_and(|c| {
        c.is_ascii_digit()
            || matches!(c, '=' | '%') && figures
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
        Form::Share | Form::Part | Form::Place | Form::Coins | Form::Degrees => true,
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
