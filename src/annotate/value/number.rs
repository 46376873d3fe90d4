//! Numbers as they are printed, in figures, in Chinese numerals and mixed, to plain decimals.

/// The value of a Chinese numeral's figure.
fn figure(c: char) -> Option<i128> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' | '俩' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The power of ten a character multiplies by.
fn power(c: char) -> Option<u32> {
    Some(match c {
        '十' | '拾' => 1,
        '百' | '佰' => 2,
        '千' | '仟' => 3,
        '万' => 4,
        '亿' => 8,
        '兆' => 12,
        _ => return None,
    })
}

/// A whole number in (folded) Chinese numerals: 二〇二六, 三百二十, 廿一, 一万三. `None` where it is none or too large.
pub(crate) fn chinese_integer(text: &str) -> Option<i128> {
    if text.is_empty() {
        return None;
    }
    if text.chars().all(|c| figure(c).is_some()) {
        return text
            .chars()
            .try_fold(0_i128, |sum, c| sum.checked_mul(10)?.checked_add(figure(c)?));
    }
    let mut sum = Numerals::default();
    for c in text.chars() {
        match (figure(c), c) {
            (Some(value), _) => sum.add_figure(value)?,
            (None, '廿') => sum.add_tens(20)?,
            (None, '卅') => sum.add_tens(30)?,
            _ => sum.add_power(power(c)?)?,
        }
    }
    sum.value()
}

/// A number as its numerals are read one by one.
#[derive(Default)]
struct Numerals {
    total: i128,
    /// What is not yet multiplied by 万 or more.
    section: i128,
    /// A figure whose power has not come yet.
    pending: Option<i128>,
    /// The power that a figure counts which follows a power straight: 一万三 is 13000.
    below: u32,
}

impl Numerals {
    fn add_figure(&mut self, value: i128) -> Option<()> {
        if self.pending.is_some_and(|pending| pending != 0) {
            return None;
        }
        self.pending = Some(value);
        if value == 0 {
            self.below = 0;
        }
        Some(())
    }

    fn add_tens(&mut self, tens: i128) -> Option<()> {
        self.section = self.section.checked_add(tens)?;
        self.below = 0;
        Some(())
    }

    fn add_power(&mut self, power: u32) -> Option<()> {
        let factor = 10_i128.checked_pow(power)?;
        self.below = power.saturating_sub(1);
        if power < 4 {
            let count = self.pending.take().filter(|count| *count != 0).unwrap_or(1);
            self.section = self.section.checked_add(count.checked_mul(factor)?)?;
            return Some(());
        }
        let section = self.section.checked_add(self.pending.take().unwrap_or(0))?;
        self.section = 0;
        self.total = if power == 4 && section == 0 && self.total > 0 {
            // 四万万
            self.total.checked_mul(factor)?
        } else if power == 4 {
            self.total.checked_add(section.max(1).checked_mul(factor)?)?
        } else {
            // Of 四十五億四千萬 and 一萬億, only the second counts its ten thousands in the larger unit.
            let (larger, counted) = (self.total / factor * factor, self.total % factor);
            let count = counted.checked_add(section)?.max(1);
            larger.checked_add(count.checked_mul(factor)?)?
        };
        Some(())
    }

    fn value(self) -> Option<i128> {
        let last = self.pending.unwrap_or(0).checked_mul(10_i128.checked_pow(self.below)?)?;
        self.total.checked_add(self.section)?.checked_add(last)
    }
}

/// A number in figures, with commas, a decimal point and Chinese powers after it (`1.2亿`, `3万4000`), or in Chinese
/// numerals, as a plain decimal. The text is folded.
pub(crate) fn decimal(text: &str) -> Option<String> {
    let text: String =
        text.chars().filter(|c| !matches!(c, ',' | ' ' | '多' | '余' | '几')).collect();
    let text =
        if text.starts_with(|c: char| c.is_ascii_digit()) { text.replace('零', "") } else { text };
    let split = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let (figures, powers) = text.split_at_checked(split)?;
    if figures.is_empty() {
        return match powers.split_once('点') {
            Some((whole, part)) => {
                let part: Option<String> =
                    part.chars().map(|c| Some(figure(c)?.to_string())).collect();
                Some(shifted(&format!("{}.{}", chinese_integer(whole)?, part?), 0))
            }
            None => chinese_integer(powers).map(|value| value.to_string()),
        };
    }
    let end = powers.find(|c| power(c).is_none()).unwrap_or(powers.len());
    let (powers, rest) = powers.split_at_checked(end)?;
    let shift: u32 = powers.chars().map(power).sum::<Option<u32>>()?;
    let head = shifted(figures, shift as usize);
    if rest.is_empty() {
        return Some(head);
    }
    // 5亿1万4千6百
    if !rest.starts_with(|c: char| c.is_ascii_digit()) || figures.contains('.') {
        return None;
    }
    mixed(&text).map(|sum| sum.to_string())
}

/// Figures with Chinese powers between them: 5亿1万4千6百, 5千6百万.
fn mixed(text: &str) -> Option<i128> {
    let (mut total, mut section) = (0_i128, 0_i128);
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (figures, behind) = rest.split_at_checked(end)?;
        let end = behind.find(|c| power(c).is_none()).unwrap_or(behind.len());
        let (powers, behind) = behind.split_at_checked(end)?;
        let product = |large: bool| {
            let of = powers.chars().filter_map(power).filter(|power| (*power >= 4) == large);
            10_i128.checked_pow(of.sum())
        };
        section =
            section.checked_add(figures.parse::<i128>().ok()?.checked_mul(product(false)?)?)?;
        // 萬 and 億 multiply all since the last of them.
        if product(true)? > 1 {
            total = total.checked_add(section.checked_mul(product(true)?)?)?;
            section = 0;
        }
        rest = behind;
    }
    total.checked_add(section)
}

/// A quotient as a plain decimal, rounded to twelve places; `None` where it has no value or is too large.
pub(crate) fn ratio(above: i128, below: i128) -> Option<String> {
    const SCALE: i128 = 1_000_000_000_000;
    let scaled = above
        .checked_mul(SCALE)?
        .checked_mul(2)?
        .checked_add(below)?
        .checked_div(below.checked_mul(2)?)?;
    Some(shifted(&format!("{}.{:012}", scaled / SCALE, scaled % SCALE), 0))
}

/// Moves the decimal point to the left.
pub(crate) fn lowered(figures: &str, by: usize) -> String {
    let (whole, part) = figures.split_once('.').unwrap_or((figures, ""));
    let padded = format!("{}{whole}", "0".repeat((by + 1).saturating_sub(whole.len())));
    let (whole, moved) = padded.split_at_checked(padded.len() - by).unwrap_or((&padded, ""));
    shifted(&format!("{whole}.{moved}{part}"), 0)
}

/// Moves the decimal point to the right.
pub(crate) fn shifted(figures: &str, by: usize) -> String {
    let (whole, part) = figures.split_once('.').unwrap_or((figures, ""));
    let kept: String = part.chars().skip(by).collect();
    let moved: String = part.chars().chain(std::iter::repeat('0')).take(by).collect();
    let whole = format!("{whole}{moved}");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let kept = kept.trim_end_matches('0');
    if kept.is_empty() { whole.to_owned() } else { format!("{whole}.{kept}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_to_plain_decimals() {
        let cases = [
            ("1,234", "1234"),
            ("1.2亿", "120000000"),
            ("三百二十", "320"),
            ("一万两千", "12000"),
            ("二〇二六", "2026"),
            ("十五", "15"),
            ("廿一", "21"),
            ("3.50", "3.5"),
            ("20多", "20"),
            ("两亿三千万", "230000000"),
            ("三点五", "3.5"),
            ("2千万", "20000000"),
            ("万", "10000"),
            ("一万三", "13000"),
            ("二百五", "250"),
            ("一千零五", "1005"),
            ("四万万", "400000000"),
            ("五十五兆一十二亿四万五千二", "55001200045200"),
            ("四十五亿四千零四万", "4540040000"),
            ("二十一万亿", "21000000000000"),
            ("壹佰伍拾", "150"),
            ("5亿1万4千6百", "500014600"),
            ("3万4000", "34000"),
            ("5千6百万", "56000000"),
            ("1兆3,640亿", "1364000000000"),
        ];
        for (printed, value) in cases {
            assert_eq!(decimal(printed).as_deref(), Some(value), "{printed}");
        }
        assert_eq!(decimal("九".repeat(60).as_str()), None);
    }
}
