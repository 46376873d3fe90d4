//! Days as English papers print them.

use super::Day;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 14] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
];

/// `May 5, 2026`, `5 May 2026`, `Oct. 16`, `Monday, May 5`.
pub(super) fn english(text: &str) -> Option<(usize, Day)> {
    let mut words = words(text).peekable();
    if words.peek().is_some_and(|(_, word)| is_weekday(word)) {
        words.next();
    }
    let (first, second) = (words.next()?, words.next()?);
    let (month, day) = match (month(first.1), month(second.1)) {
        (Some(month), _) => (month, ordinal(second.1)?),
        (_, Some(month)) => (month, ordinal(first.1)?),
        _ => return None,
    };
    let year = words
        .next()
        .filter(|(_, word)| word.len() == 4)
        .and_then(|(end, word)| Some((end, word.parse::<i16>().ok()?)))
        .filter(|(_, year)| (1000..=2999).contains(year));
    let end = year.map_or(second.0, |(end, _)| end);
    let year = year.map(|(_, year)| year);
    Some((end, Day { year, month: Some(month), day: Some(day), back: None }))
}

/// `26-FEB-1987`, as wires and databases print a day.
pub(super) fn hyphened(text: &str) -> Option<(usize, Day)> {
    // Asked in the midst of long lines: nothing is looked for further than it can stand.
    let part = |text: &str, is_of: fn(&u8) -> bool| text.bytes().take(10).take_while(is_of).count();
    let (first, rest) = text.split_at_checked(part(text, u8::is_ascii_digit))?;
    let rest = rest.strip_prefix('-')?;
    let (second, rest) = rest.split_at_checked(part(rest, u8::is_ascii_alphabetic))?;
    let rest = rest.strip_prefix('-')?;
    let digits = part(rest, u8::is_ascii_digit);
    let year = rest.get(..digits).filter(|_| digits == 4)?.parse().ok()?;
    let (day, month) = (ordinal(first)?, month(second)?);
    let end = first.len() + second.len() + digits + 2;
    Some((end, Day { year: Some(year), month: Some(month), day: Some(day), back: None }))
}

/// Words with the byte at which each ends, the point and comma after it apart.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(' ').take(5).map(move |piece| {
        let word = piece.trim_end_matches(['.', ',', '，', '。', '—', '–', ':', ';', ')']);
        let end = at + word.len();
        at += piece.len() + 1;
        (end, word)
    })
}

fn month(word: &str) -> Option<i8> {
    if word.len() < 3 {
        return None;
    }
    // `sept` begins its month as every other short form does.
    let begins = |month: &&str| {
        month.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    i8::try_from(MONTHS.iter().position(begins)? + 1).ok()
}

/// Whether a word names a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    WEEKDAYS.iter().any(|day| day.eq_ignore_ascii_case(word))
}

fn ordinal(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}
