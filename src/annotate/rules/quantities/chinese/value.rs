//! What a Chinese quantity comes to: a plain decimal, and the symbol of its unit.

use regex::Captures;

use super::super::super::super::value::{decimal, lowered, ratio, shifted};
use super::super::units::symbol;
use super::{Form, text};

/// The number as a plain decimal, and the symbol of its unit.
pub(super) fn value(captures: &Captures, form: Form) -> Option<String> {
    let number = text(captures, "number");
    let unit = text(captures, "unit");
    let sign = if text(captures, "sign").is_empty() { "" } else { "-" };
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
        Form::Part => part(captures)?,
        Form::Tenths => tenths(captures)?,
        Form::Place => {
            let place = format!("#{}", decimal(number)?);
            if unit.is_empty() { place } else { format!("{place} {unit}") }
        }
        Form::Coins => coins(captures)?,
        Form::Degrees => match unit {
            "" => format!("{} °", decimal(number)?),
            unit => format!("{} {}", decimal(number)?, if unit == "华氏" { "°F" } else { "°C" }),
        },
        Form::Counted => counted(captures)?,
        Form::Plain => decimal(number)?,
    };
    Some(format!("{sign}{plain}"))
}

/// 三分之一, 二又三分之一.
fn part(captures: &Captures) -> Option<String> {
    let (below, above) = (
        decimal(text(captures, "below"))?.parse().ok()?,
        decimal(text(captures, "number"))?.parse::<i128>().ok()?,
    );
    let whole = match text(captures, "whole") {
        "" => 0,
        whole => decimal(whole)?.parse::<i128>().ok()?,
    };
    ratio(whole.checked_mul(below)?.checked_add(above)?, below)
}

/// 九成五, 七五折: of a hundred.
fn tenths(captures: &Captures) -> Option<String> {
    let (number, unit) = (text(captures, "number"), text(captures, "unit"));
    let half = if text(captures, "half").is_empty() { "" } else { ".5" };
    let amount = match number {
        "对" | "半" => "5".to_owned(),
        _ => decimal(number)?,
    };
    // 七五折 is 75 of a hundred, as is 7.5 折.
    let numerals =
        number.chars().all(|c| "一二三四五六七八九".contains(c)) && number.chars().count() == 2;
    let hundredths = unit == "折"
        && !amount.contains('.')
        && amount.len() > 1
        && (numerals || number.starts_with(|c: char| c.is_ascii_digit()));
    let percent = if hundredths { amount } else { shifted(&format!("{amount}{half}"), 1) };
    Some(format!("{percent} %"))
}

/// 五元三毛.
fn coins(captures: &Captures) -> Option<String> {
    let part = |name: &str| decimal(text(captures, name)).unwrap_or_else(|| "0".to_owned());
    let cents = if text(captures, "hundredth").is_empty() {
        part("tenth")
    } else {
        format!("{}{}", part("tenth"), part("hundredth"))
    };
    Some(format!("{}.{cents} 元", decimal(text(captures, "number"))?))
}

/// 1.2億元, 12千米.
fn counted(captures: &Captures) -> Option<String> {
    let (number, unit) = (text(captures, "number"), text(captures, "unit"));
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
        return Some(format!("{whole}{half} {}", symbol(&unit).unwrap_or(&unit)));
    }
    Some(match unit {
        // Of 四十五億四千萬 the second power counts no hundred millions.
        "万" | "亿" => decimal(&format!("{number}{unit}"))?,
        "°C" | "°c" => format!("{amount} °C"),
        unit => format!("{amount} {}", symbol(unit).unwrap_or(unit)),
    })
}
