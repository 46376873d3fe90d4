//! Numbers in words: two hundred and six, twenty-first, three quarters.

use super::tokens::Tokens;

/// A whole number in words.
#[derive(Clone, Copy)]
pub(crate) struct Cardinal {
    pub(crate) value: i128,
    /// The index of the token behind it.
    pub(crate) end: usize,
}

/// At most so many tokens make one number, so that reading stays linear.
const LONGEST: usize = 16;

/// Zero to nineteen, and the tens.
fn small(word: &str) -> Option<i128> {
    Some(match word {
        "zero" | "nought" | "naught" => 0,
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}

/// Hundred, thousand, million: what it multiplies by.
pub(crate) fn power(word: &str) -> Option<i128> {
    Some(match word {
        "hundred" => 100,
        "thousand" => 1000,
        "lakh" => 100_000,
        "million" | "mln" | "mil" => 1_000_000,
        "crore" => 10_000_000,
        "billion" | "bn" | "bln" => 1_000_000_000,
        "trillion" | "tn" | "tln" => 1_000_000_000_000,
        _ => return None,
    })
}

/// The place in a row that a word ends: first, twelfth, thirtieth, hundredth.
fn place(word: &str) -> Option<i128> {
    let plain = match word {
        "first" => return Some(1),
        "second" => return Some(2),
        "third" => return Some(3),
        "fifth" => return Some(5),
        "eighth" => return Some(8),
        "ninth" | "nineth" => return Some(9),
        "twelfth" => return Some(12),
        _ => word.strip_suffix("th")?,
    };
    let tens = plain.strip_suffix("ie").and_then(|stem| small(&format!("{stem}y")));
    tens.or_else(|| small(plain)).or_else(|| power(plain))
}

/// Whether a word can begin a number in words.
pub(crate) fn begins_number(word: &str) -> bool {
    small(word).is_some()
        || power(word).is_some()
        || place(word).is_some()
        || matches!(word, "minus" | "negative")
}

/// A number as it grows word by word.
#[derive(Default)]
struct Sum {
    total: i128,
    /// What is not yet multiplied by thousand, million and so on.
    part: i128,
    any: bool,
}

impl Sum {
    /// Adds a small number where one can stand: after nothing, after hundreds, or units after tens.
    fn add(&mut self, value: i128) -> bool {
        let units = value < 10 && value > 0 && self.part % 10 == 0 && self.part % 100 >= 20;
        let fits = !self.any || self.part % 100 == 0 && (self.part > 0 || self.total > 0) || units;
        if fits {
            self.part += value;
            self.any = true;
        }
        fits
    }

    fn multiply(&mut self, power: i128) {
        self.any = true;
        if power == 100 {
            self.part = self.part.max(1).saturating_mul(100);
        } else {
            let sum = if self.part == 0 && self.total > 0 {
                std::mem::take(&mut self.total)
            } else {
                self.part.max(1)
            };
            self.total = self.total.saturating_add(sum.saturating_mul(power));
            self.part = 0;
        }
    }

    fn value(&self) -> i128 {
        self.total.saturating_add(self.part)
    }
}

/// The words of a number up to where they end, and the sum so far; with “and” within it, or not.
fn words(tokens: &Tokens, start: usize, with_and: bool) -> (Sum, usize) {
    let mut sum = Sum::default();
    let mut at = start;
    while at < start + LONGEST {
        // Twenty-one, and two hundred and six.
        let linked = with_and && tokens.is(at, &["and"]) && at > start;
        let mark = usize::from(at > start && (linked || tokens.is(at, &["-"])));
        let word = tokens.word(at + mark);
        if let Some(value) = small(word) {
            let after_power = sum.part % 100 == 0 && (sum.part > 0 || sum.total > 0);
            if linked && !after_power || !sum.add(value) {
                break;
            }
        } else if let Some(power) = power(word).filter(|_| sum.any && mark == 0) {
            sum.multiply(power);
        } else {
            break;
        }
        at += mark + 1;
    }
    (sum, at)
}

/// A whole number in words. “A hundred” begins with its article; “hundreds” is none.
pub(crate) fn cardinal(tokens: &Tokens, start: usize) -> Option<Cardinal> {
    whole(tokens, start, true)
}

/// The same without “and” in it: two million of “two million and three fifths”.
pub(crate) fn cardinal_without_and(tokens: &Tokens, start: usize) -> Option<Cardinal> {
    whole(tokens, start, false)
}

fn whole(tokens: &Tokens, start: usize, with_and: bool) -> Option<Cardinal> {
    let article = usize::from(tokens.is(start, &["a", "an"]));
    if article == 1 || power(tokens.word(start)).is_some_and(|power| power < 1_000_000_000) {
        let (mut sum, mut at) = (Sum::default(), start + article);
        while let Some(power) = power(tokens.word(at)).filter(|_| at < start + LONGEST) {
            sum.multiply(power);
            at += 1;
        }
        return sum.any.then(|| Cardinal { value: sum.value(), end: at });
    }
    let (sum, end) = words(tokens, start, with_and);
    sum.any.then(|| Cardinal { value: sum.value(), end })
}

/// A place in a row, in words or in figures: twenty-first, 21st.
pub(crate) fn ordinal(tokens: &Tokens, start: usize) -> Option<Cardinal> {
    if let Some((value, length)) = tokens.figures(start) {
        let suffix = length < 10
            && tokens.joined(start + 1)
            && tokens.is(start + 1, &["st", "nd", "rd", "th"]);
        return suffix.then(|| Cardinal { value: value.into(), end: start + 2 });
    }
    let article =
        usize::from(tokens.is(start, &["a", "an"]) && power(tokens.word(start + 1)).is_some());
    let (mut sum, mut at) = words(tokens, start + article, true);
    if article == 1 {
        let head = cardinal(tokens, start)?;
        (sum, at) = (Sum { total: 0, part: head.value, any: true }, head.end);
    }
    let mark = usize::from(at > start && tokens.is(at, &["-", "and"]));
    let last = place(tokens.word(at + mark))?;
    if last >= 100 {
        sum.multiply(last);
    } else if !sum.add(last) {
        return None;
    }
    Some(Cardinal { value: sum.value(), end: at + mark + 1 })
}

/// A part of one in words: two thirds, a half, three quarters: above, below, and where it ends.
pub(crate) fn fraction(tokens: &Tokens, start: usize) -> Option<(i128, i128, usize)> {
    let (above, at) = match tokens.word(start) {
        "a" | "an" if power(tokens.word(start + 1)).is_none() => (1, start + 1),
        "half" | "quarter" => (1, start),
        _ => {
            let number = cardinal(tokens, start)?;
            (number.value, number.end)
        }
    };
    let at = tokens.past(at, &["-"]);
    // One twenty-fifth, three twenty-firsts.
    let tens = small(tokens.word(at)).filter(|tens| *tens >= 20 && tokens.is(at + 1, &["-"]));
    if let Some(tens) = tens {
        let word = tokens.word(at + 2);
        let units = place(word.strip_suffix('s').unwrap_or(word)).filter(|units| *units < 10)?;
        let many = above > 0 && (above > 1) == word.ends_with('s');
        return many.then_some((above, tens + units, at + 3));
    }
    let word = tokens.word(at);
    let below = match word {
        "half" | "halves" => 2,
        "quarter" | "quarters" => 4,
        // A second and a third are places, or a time, more often than parts.
        _ => place(word.strip_suffix('s').unwrap_or(word))
            .filter(|&below| below > 2 && (above > 1) == word.ends_with('s') && (above > 0))?,
    };
    Some((above, below, at + 1))
}

/// Fifths, hundredths, millionths: how many of them make one.
pub(crate) fn parts(word: &str) -> Option<i128> {
    place(word.strip_suffix('s')?).filter(|below| *below > 2)
}
