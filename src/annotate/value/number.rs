//! Numbers as they are printed, in figures, in Chinese numerals and mixed, to plain decimals.

/// The value of a Chinese numeral's figure.
fn figure(c: char) -> Option<i128> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The power of ten a character multiplies by.
fn power(c: char) -> Option<u32> {
    Some(match c {
        '十' => 1,
        '百' => 2,
        '千' => 3,
        '万' => 4,
        '亿' => 8,
        '兆' => 12,
        _ => return None,
    })
}

/// A whole number in (folded) Chinese numerals: 二〇二六, 三百二十, 廿一. `None` where it is none or too large.
pub(crate) fn chinese_integer(text: &str) -> Option<i128> {
    if text.is_empty() {
        return None;
    }
    if text.chars().all(|c| figure(c).is_some()) {
        return text
            .chars()
            .try_fold(0_i128, |sum, c| sum.checked_mul(10)?.checked_add(figure(c)?));
    }
    let (mut total, mut section, mut pending) = (0_i128, 0_i128, None);
    for c in text.chars() {
        if let Some(value) = figure(c) {
            pending = Some(value);
        } else if c == '廿' {
            section = section.checked_add(20)?;
        } else if c == '卅' {
            section = section.checked_add(30)?;
        } else {
            let power = power(c)?;
            let factor = 10_i128.checked_pow(power)?;
            if power < 4 {
                section = section.checked_add(pending.take().unwrap_or(1).checked_mul(factor)?)?;
                continue;
            }
            section = section.checked_add(pending.take().unwrap_or(0))?;
            if power == 4 {
                let count = if section == 0 && total == 0 { 1 } else { section };
                total = total.checked_add(count.checked_mul(factor)?)?;
            } else {
                total = total.checked_add(section)?.max(1).checked_mul(factor)?;
            }
            section = 0;
        }
    }
    total.checked_add(section)?.checked_add(pending.unwrap_or(0))
}

/// A number in figures, with commas, a decimal point and Chinese powers after it (`1.2亿`), or in Chinese numerals,
/// as a plain decimal. The text is folded.
pub(crate) fn decimal(text: &str) -> Option<String> {
    let text: String =
        text.chars().filter(|c| !matches!(c, ',' | ' ' | '多' | '余' | '几')).collect();
    let split = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let (figures, powers) = text.split_at_checked(split)?;
    if figures.is_empty() {
        return match powers.split_once('点') {
            Some((whole, part)) => {
                let part: Option<String> =
                    part.chars().map(|c| Some(figure(c)?.to_string())).collect();
                Some(format!("{}.{}", chinese_integer(whole)?, part?))
            }
            None => chinese_integer(powers).map(|value| value.to_string()),
        };
    }
    let shift: u32 = powers.chars().map(power).sum::<Option<u32>>()?;
    Some(shifted(figures, shift as usize))
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
        ];
        for (printed, value) in cases {
            assert_eq!(decimal(printed).as_deref(), Some(value), "{printed}");
        }
        assert_eq!(decimal("九".repeat(60).as_str()), None);
    }
}
