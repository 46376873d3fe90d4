//! The parts of a Chinese date, each read at an index of a folded string: where it ends and what it says.

use super::super::super::super::line::Line;
use super::super::super::super::value::chinese_integer;

/// A number and how it was written.
pub(super) struct Number {
    pub(super) value: i16,
    pub(super) end: usize,
    /// In figures, not in Chinese numerals.
    pub(super) figures: bool,
    /// How many characters.
    pub(super) length: usize,
}

/// A number of at most four figures or five Chinese numerals.
pub(super) fn number(line: &Line, start: usize) -> Option<Number> {
    let run = |test: fn(&char) -> bool| {
        line.folded.iter().skip(start).take(6).take_while(|c| test(c)).count()
    };
    let figures = run(char::is_ascii_digit);
    let numerals = if figures > 0 {
        0
    } else {
        run(|c| "〇零○一二三四五六七八九十廿卅百".contains(*c))
    };
    let length = figures.max(numerals);
    let joins = figures > 0
        && (line.inside_number(start) || line.before(start).is_some_and(|c| c.is_ascii_digit()));
    if length == 0 || figures > 4 || numerals > 5 || joins {
        return None;
    }
    let text = line.folded(start, start + length);
    let value = if figures > 0 {
        text.parse().ok()?
    } else {
        i16::try_from(chinese_integer(text)?).ok()?
    };
    Some(Number { value, end: start + length, figures: figures > 0, length })
}

/// One past a space, which many set between figures and characters.
pub(super) fn gap(line: &Line, index: usize) -> usize {
    index + usize::from(line.at(index) == Some(' '))
}

/// Where a unit ends that may stand behind a space: 2010 年.
fn unit(line: &Line, number: &Number, units: &[char]) -> Option<usize> {
    let at = if number.figures { gap(line, number.end) } else { number.end };
    line.at(at).is_some_and(|c| units.contains(&c)).then_some(at + 1)
}

/// Whether a word stands at an index; where it ends.
pub(super) fn word<'a>(line: &Line, start: usize, words: &[&'a str]) -> Option<(&'a str, usize)> {
    words
        .iter()
        .filter(|word| line.has(start, word))
        .max_by_key(|word| word.len())
        .map(|word| (*word, start + word.chars().count()))
}

/// Where a number ends that may stand here.
fn number_end(line: &Line, start: usize) -> usize {
    number(line, start).map_or(start, |number| number.end)
}

/// The first year of an era less one: the Republic's, Japan's, and the later emperors' of China.
const ERAS: [(&str, i16); 30] = [
    ("民国", 1911),
    ("西元", 0),
    ("公元", 0),
    ("昭和", 1925),
    ("平成", 1988),
    ("令和", 2018),
    ("大正", 1911),
    ("明治", 1867),
    ("贞观", 626),
    ("神龙", 704),
    ("开元", 712),
    ("天宝", 741),
    ("洪武", 1367),
    ("建文", 1398),
    ("永乐", 1402),
    ("正统", 1435),
    ("成化", 1464),
    ("弘治", 1487),
    ("嘉靖", 1521),
    ("万历", 1572),
    ("崇祯", 1627),
    ("顺治", 1643),
    ("康熙", 1661),
    ("雍正", 1722),
    ("乾隆", 1735),
    ("嘉庆", 1795),
    ("道光", 1820),
    ("咸丰", 1850),
    ("同治", 1861),
    ("光绪", 1874),
];

/// A year after an era, or with four figures, or with fewer where a month follows or a nought stands in front.
pub(super) fn year(line: &Line, start: usize) -> Option<(i16, usize)> {
    let era = ERAS.iter().find_map(|(era, offset)| Some((word(line, start, &[era])?.1, *offset)));
    let from = era.map_or(start, |(end, _)| gap(line, end));
    let first = usize::from(era.is_some() && line.at(from) == Some('元'));
    if first == 1 {
        let (_, offset) = era.filter(|_| line.at(from + 1) == Some('年'))?;
        return Some((offset.checked_add(1)?, from + 2));
    }
    if let Some((_, end)) = word(line, from, &["两千年", "二千年"]) {
        return Some((2000, end));
    }
    let number = number(line, from)?;
    let end = unit(line, &number, &['年'])?;
    if !number.figures && line.folded(from, number.end).contains('百') && era.is_none() {
        return None;
    }
    let part =
        word(line, end, &["第", "前", "上半年", "下半年", "一季度", "二季度", "三季度", "四季度"]);
    let followed = month(line, gap(line, end)).is_some()
        || part.is_some_and(|(part, after)| {
            part.chars().count() > 1
                || word(line, number_end(line, after), &["季", "个月", "月"]).is_some()
        });
    let nought = matches!(line.at(from), Some('0' | '零' | '〇'));
    let value = match (era, number.length) {
        (Some((_, offset)), _) => number.value.checked_add(offset)?,
        (None, 4) => number.value,
        // The Republic's years, as Taiwan prints them.
        (None, 3) if number.figures && followed && number.value >= 100 => {
            number.value.checked_add(1911)?
        }
        (None, 2) if nought => 2000 + number.value,
        // 十年五月 is no year.
        (None, 2) if followed && line.folded(from, number.end).contains(['十', '廿', '百']) => {
            return None;
        }
        (None, 2) if followed && number.value >= 40 => 1900 + number.value,
        (None, 2) if followed => 2000 + number.value,
        _ => return None,
    };
    (value > 0).then_some((value, end))
}

/// 5月, 五月份, 正月.
pub(super) fn month(line: &Line, start: usize) -> Option<(i8, usize)> {
    let (value, end) = match number(line, start) {
        Some(number) => (number.value, unit(line, &number, &['月'])?),
        None if line.at(start) == Some('正') => {
            (1, (line.at(start + 1) == Some('月')).then_some(start + 2)?)
        }
        None => return None,
    };
    let value = i8::try_from(value).ok().filter(|month| (1..=12).contains(month))?;
    Some((value, end + usize::from(line.at(end) == Some('份'))))
}

/// 20日, 20號, 二十日; whether it can stand by itself.
pub(super) fn day(line: &Line, start: usize) -> Option<(i8, usize, bool)> {
    let number = number(line, start)?;
    let value = i8::try_from(number.value).ok().filter(|day| (1..=31).contains(day))?;
    let end = unit(line, &number, &['日', '号'])?;
    let alone = line.before(end) == Some('日') && (number.figures || number.length > 1);
    // 20日元 is money, 三日內 a stretch of time.
    let stretch = matches!(line.at(end), Some('元' | '圆' | '内' | '游'))
        || matches!(line.before(start), Some('第' | '期' | '达' | '近' | '逾' | '约'));
    Some((value, end, alone && !stretch))
}

/// 十五 of 八月十五, without 日; 初一, 廿三, which are days of the moon's months: whether it is one.
pub(super) fn bare_day(line: &Line, start: usize) -> Option<(i8, usize, bool)> {
    let lunar = usize::from(line.at(start) == Some('初'));
    let number = number(line, start + lunar)
        .filter(|number| !number.figures && (number.length > 1 || lunar == 1))?;
    let value = i8::try_from(number.value).ok().filter(|day| (1..=31).contains(day))?;
    let counts = line
        .at(number.end)
        .is_some_and(|c| "人个名项次号日多余万千百年月天周国点时分家间所位".contains(c));
    (!counts).then_some((value, number.end, lunar == 1))
}

/// The parts of a day, and whether they lie after noon.
const PARTS: [(&str, bool); 23] = [
    ("半夜", true),
    ("早间", false),
    ("午间", false),
    ("凌晨", false),
    ("清晨", false),
    ("早上", false),
    ("早晨", false),
    ("上午", false),
    ("中午", false),
    ("正午", false),
    ("下午", true),
    ("午后", true),
    ("傍晚", true),
    ("晚上", true),
    ("晚间", true),
    ("晚", true),
    ("夜间", true),
    ("深夜", true),
    ("夜", true),
    ("午夜", false),
    ("早", false),
    ("晨", false),
    ("当地时间", false),
];

/// 一 to 六, 日 and 天 behind 星期, counted from Monday as nought.
pub(super) fn weekday(c: char) -> Option<i64> {
    let place = "一二三四五六日天".chars().position(|day| day == c)?;
    i64::try_from(place.min(6)).ok()
}

/// 上午, 晚: where it ends and whether it lies after noon.
pub(super) fn part_of_day(line: &Line, start: usize) -> Option<(bool, usize)> {
    let found =
        PARTS.iter().filter_map(|(part, late)| Some((*late, word(line, start, &[part])?.1)));
    let (late, end) = found.max_by_key(|(_, end)| *end)?;
    // 晚會, 早前 and the like are other words.
    let other = end == start + 1
        && matches!(
            line.at(end),
            Some('会' | '宴' | '前' | '已' | '年' | '期' | '餐' | '于' | '报' | '市')
        );
    (!other).then_some((late, end))
}

/// A clock's reading: hour, minute, second.
pub(super) type Clock = (i8, Option<i8>, Option<i8>);

/// 11時20分, 下午3時, 14:30; whether it needs a part of the day in front to be believed.
pub(super) fn clock(line: &Line, start: usize) -> Option<(Clock, usize, bool)> {
    // 兩點 is no numeral elsewhere in a date.
    let two = line.at(start) == Some('两');
    let hour = if two {
        Number { value: 2, end: start + 1, figures: false, length: 1 }
    } else {
        number(line, start)?
    };
    let value = i8::try_from(hour.value).ok().filter(|hour| (0..=24).contains(hour))?;
    match line.at(hour.end)? {
        ':' if hour.figures => in_figures(line, value, hour.end),
        mark @ ('时' | '点') => {
            let small = (!hour.figures || mark == '点') && value <= 12;
            Some(in_words(line, value, hour.end + 1, small))
        }
        _ => None,
    }
}

/// 14:30, 9:05:10, behind the hour.
fn in_figures(line: &Line, hour: i8, from: usize) -> Option<(Clock, usize, bool)> {
    let sixtieth = |value: i64| i8::try_from(value).ok().filter(|part| (0..60).contains(part));
    let minutes = number(line, from + 1).filter(|n| n.figures && n.length == 2)?;
    let minute = sixtieth(minutes.value.into())?;
    let seconds =
        (line.at(minutes.end) == Some(':')).then(|| number(line, minutes.end + 1)).flatten();
    let second = seconds.as_ref().and_then(|s| sixtieth(s.value.into()));
    let end = second.and(seconds).map_or(minutes.end, |s| s.end);
    let ratio = line.at(end) == Some(':') || line.at(end).is_some_and(|c| c.is_ascii_digit());
    (!ratio).then_some(((hour, Some(minute), second), end, false))
}

/// 三點二十分, 三點半, 三點正, behind 點; an hour alone may be of either half of the day where it is `small`.
fn in_words(line: &Line, hour: i8, from: usize, small: bool) -> (Clock, usize, bool) {
    let minute = number(line, from).and_then(|number| {
        let minute = i8::try_from(number.value).ok().filter(|minute| (0..60).contains(minute))?;
        (line.at(number.end) == Some('分')).then_some((minute, number.end + 1))
    });
    if let Some((minute, end)) = minute {
        let second = number(line, end).filter(|s| line.at(s.end) == Some('秒'));
        let seconds = second.as_ref().and_then(|s| i8::try_from(s.value).ok());
        let end = second.map_or(end, |s| s.end + 1);
        return ((hour, Some(minute), seconds), end, false);
    }
    let quarter = line.at(from + 1) == Some('刻');
    match line.at(from) {
        Some('半') => ((hour, Some(30), None), from + 1, false),
        Some('一' | '1') if quarter => ((hour, Some(15), None), from + 2, false),
        Some('三' | '3') if quarter => ((hour, Some(45), None), from + 2, false),
        Some('正' | '整' | '许' | '钟') => ((hour, Some(0), None), from + 1, false),
        _ => ((hour, None, None), from, small),
    }
}
