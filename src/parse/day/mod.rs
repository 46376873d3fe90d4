//! Days as papers print them, and as ISO 8601.

mod chinese;
mod clock;
mod english;

use jiff::civil::Date;

use chinese::{chinese, digit, number};
pub(super) use clock::clock;
use clock::{before_update, is_zone};
use english::{english, hyphened, is_weekday};

/// A day as far as a text tells it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_field_names, reason = "the day of a day has no other name")]
pub(super) struct Day {
    /// In the common era.
    pub year: Option<i16>,
    /// From 1.
    pub month: Option<i8>,
    /// From 1.
    pub day: Option<i8>,
    /// How many days before the page's own, for 昨日 and `yesterday`.
    pub back: Option<i8>,
}

/// What stands before the day on which a page went out.
const PUBLISHED: [&str; 14] = [
    "發布時間",
    "發佈時間",
    "发布时间",
    "發布日期",
    "發佈日期",
    "发布日期",
    "更新時間",
    "更新时间",
    "出版日期",
    "刊登日期",
    "Published on",
    "Published",
    "Updated",
    "Posted",
];

impl Day {
    /// As ISO 8601, as far as it is known, and only if there is such a day: a day needs its month,
    /// a month its year.
    pub(super) fn iso(self) -> Option<String> {
        let year = self.year?;
        match (self.month, self.day) {
            (Some(month), Some(day)) => {
                Date::new(year, month, day).ok().map(|date| date.to_string())
            }
            (Some(month), None) => {
                Date::new(year, month, 1).ok().map(|_| format!("{year:04}-{month:02}"))
            }
            _ => Some(format!("{year:04}")),
        }
    }

    /// With what it leaves open taken from another day, the page's. Papers tell what has been: a day or month that
    /// the page's own has not reached is that of the month or the year before.
    pub(super) fn within(self, page: Option<Self>) -> Self {
        let Some(page) = page.filter(|_| self.year.is_none()) else { return self };
        if let (Some(back), Some(date)) = (self.back, page.date()) {
            let days = jiff::Span::new().days(back);
            return date.checked_sub(days).map_or(self, Self::from);
        }
        let mut found =
            Self { year: page.year, month: self.month.or(page.month), day: self.day, back: None };
        let (Some(now), Some(then)) = (page.date(), found.date()) else { return found };
        // What is announced for the days to come stays in front of the page's day.
        let ahead = then.since(now).map_or(0, |span| span.get_days());
        let earlier = match self.month {
            None if ahead > 7 => then.checked_sub(jiff::Span::new().months(1)),
            Some(_) if ahead > 183 => then.checked_sub(jiff::Span::new().years(1)),
            Some(_) if ahead < -183 => then.checked_add(jiff::Span::new().years(1)),
            _ => Ok(then),
        };
        if let Ok(date) = earlier {
            found = Self::from(date);
        }
        found
    }

    /// The day in the calendar, where it is told whole and there is such a day.
    fn date(self) -> Option<Date> {
        Date::new(self.year?, self.month?, self.day?).ok()
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self {
            year: Some(date.year()),
            month: Some(date.month()),
            day: Some(date.day()),
            back: None,
        }
    }
}

/// Words for days by the page's own, and how many days before it they are.
const RELATIVE: [(&str, i8); 18] = [
    ("今日", 0),
    ("今天", 0),
    ("今早", 0),
    ("今晨", 0),
    ("今午", 0),
    ("今晚", 0),
    ("昨日", 1),
    ("昨天", 1),
    ("昨早", 1),
    ("昨晨", 1),
    ("昨午", 1),
    ("昨晚", 1),
    ("昨夜", 1),
    ("前日", 2),
    ("前天", 2),
    ("前晚", 2),
    ("yesterday", 1),
    ("Yesterday", 1),
];

/// The day by the page's own that a text begins with, and how many bytes tell it: `昨日`, `今（5）日`.
pub(super) fn relative(text: &str) -> Option<(usize, Day)> {
    if let Some((word, back)) = RELATIVE.iter().find(|(word, _)| text.starts_with(word)) {
        return Some((word.len(), Day { back: Some(*back), ..Day::default() }));
    }
    let rest = text.strip_prefix(['今', '昨', '前'])?.strip_prefix(['（', '('])?;
    let (length, number) = number(rest)?;
    let after = rest.get(length..)?.strip_prefix(['）', ')'])?;
    let after = after.strip_prefix(['日', '天']).unwrap_or(after);
    let day = i8::try_from(number).ok().filter(|day| (1..=31).contains(day))?;
    Some((text.len() - after.len(), Day { day: Some(day), ..Day::default() }))
}

/// The day that a text begins with, and how many bytes of it tell the day.
pub(super) fn start(text: &str) -> Option<(usize, Day)> {
    // Asked at every character of a line: few can begin a day.
    match text.chars().next()? {
        '0'..='9' => {
            chinese(text).or_else(|| iso(text)).or_else(|| english(text)).or_else(|| hyphened(text))
        }
        'A'..='Z' | 'a'..='z' | '+' => english(text),
        c if c.is_whitespace() || matches!(c, '中' | '民' | '十') || digit(c).is_some() => {
            chinese(text)
        }
        _ => None,
    }
}

/// Whether a line tells a day and nothing else, the day of the week apart.
pub(super) fn is_day(line: &str) -> bool {
    let line = before_update(line);
    let bare = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    if line.chars().nth(40).is_some() {
        return false;
    }
    let named = PUBLISHED.iter().find_map(|name| bare.strip_prefix(name));
    let bare = named.unwrap_or(bare).trim_start_matches(|c: char| !c.is_alphanumeric());
    let Some((length, day)) = start(bare) else { return false };
    let rest = bare.get(length..).unwrap_or_default();
    let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
    let rest = rest.get(clock(rest)..).unwrap_or_default();
    let weekday = rest.is_empty()
        || is_zone(rest.trim_start())
        || ["星期", "週", "周", "禮拜"]
            .iter()
            .any(|name| rest.strip_prefix(name).is_some_and(|rest| rest.chars().count() <= 1))
        || is_weekday(rest);
    // With a full stop it is the end of a sentence; `p.m.` has one of its own.
    let stopped = line.ends_with(['。', '，']) || line.ends_with('.') && !line.ends_with("m.");
    weekday && day.month.is_some() && day.day.is_some() && !stopped
}

/// The day that a date field tells, whatever stands before it.
pub(super) fn of_field(field: &str) -> Day {
    let field = field.trim();
    if let Some(day) = basic(field) {
        return day;
    }
    let starts = field.char_indices().map(|(at, _)| at).take(40);
    let mut days = starts.filter_map(|at| start(field.get(at..)?));
    if let Some((_, day)) = days.next() {
        return day;
    }
    match field.parse::<i16>() {
        Ok(year) if (1000..=2999).contains(&year) => Day { year: Some(year), ..Day::default() },
        _ => Day::default(),
    }
}

/// `20260520`, with a time after it or nothing: ISO 8601's basic format.
fn basic(field: &str) -> Option<Day> {
    let (digits, time) = field.split_at_checked(8)?;
    let alone =
        digits.bytes().all(|b| b.is_ascii_digit()) && (time.is_empty() || time.starts_with('T'));
    let date: Date = digits.parse().ok().filter(|_| alone)?;
    Some(Day::from(date))
}

/// `2026-05-20`, `2026/5/20`, `2026.5.20`.
fn iso(text: &str) -> Option<(usize, Day)> {
    let mut fields = [0_i16; 3];
    let mut at = 0;
    let mut sign = None;
    for (n, field) in fields.iter_mut().enumerate() {
        let rest = text.get(at..)?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 || digits > 4 || n == 0 && digits != 4 || n > 0 && digits > 2 {
            return None;
        }
        *field = rest.get(..digits)?.parse().ok()?;
        at += digits;
        if n < 2 {
            let next = text.get(at..)?.chars().next()?;
            if !matches!(next, '-' | '/' | '.') || *sign.get_or_insert(next) != next {
                return None;
            }
            at += 1;
        }
    }
    let [year, month, day] = fields;
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some((at, Day::from(date)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_many_forms() {
        let cases = [
            ("2026年5月20日上午", "2026年5月20日", Some("2026-05-20")),
            ("民國115年5月20日", "民國115年5月20日", Some("2026-05-20")),
            ("中華民國八十二年十月十四日", "中華民國八十二年十月十四日", Some("1993-10-14")),
            ("二○二六年五月二十日", "二○二六年五月二十日", Some("2026-05-20")),
            ("110年4月23日", "110年4月23日", Some("2021-04-23")),
            ("5月20日，", "5月20日", None),
            ("20日上午", "20日", None),
            ("2026-05-20", "2026-05-20", Some("2026-05-20")),
            ("May 5, 2026", "May 5, 2026", Some("2026-05-05")),
            ("Oct. 16 — Twice", "Oct. 16", None),
            ("5 May 2026", "5 May 2026", Some("2026-05-05")),
            ("05-MAY-2026 15:01", "05-MAY-2026", Some("2026-05-05")),
            ("Monday, May 5th", "Monday, May 5th", None),
            ("2026年2月30日", "2026年2月30日", None),
        ];
        for (text, printed, iso) in cases {
            let (length, day) = start(text).expect(text);
            assert_eq!((&text[..length], day.iso().as_deref()), (printed, iso), "{text}");
        }
        assert_eq!(start("五月的海"), None);
        assert_eq!(start("二十億"), None);
        assert_eq!(start("may I"), None);
    }

    #[test]
    fn a_line_may_be_a_day_alone() {
        assert!(is_day("2026年5月20日　星期三"));
        assert!(is_day("Wednesday, May 20, 2026"));
        assert!(is_day("2026-05-20 10:32"));
        assert!(is_day("發布時間：2026年5月20日 10:32"));
        assert!(is_day("Published May 20, 2026 9:05 pm"));
        assert!(is_day("2026/5/20 14:32（5/20 15:10 更新）"));
        assert!(is_day("Wed 20 May 2026 06.00 BST"));
        assert!(!is_day("December 31, 1989."));
        assert!(!is_day("5月20日晚舉行茶敘"));
        assert!(!is_day("May 20 in the harbour"));
    }

    #[test]
    fn a_page_lends_its_year() {
        let page = start("2026年5月3日").map(|(_, day)| day);
        let within = |text: &str| {
            let (_, day) = relative(text).or_else(|| start(text)).expect("a day");
            day.within(page).iso()
        };
        assert_eq!(within("3日").as_deref(), Some("2026-05-03"));
        assert_eq!(within("20日").as_deref(), Some("2026-04-20"));
        assert_eq!(within("8日").as_deref(), Some("2026-05-08"));
        assert_eq!(within("12月30日").as_deref(), Some("2025-12-30"));
        assert_eq!(within("May 20").as_deref(), Some("2026-05-20"));
        assert_eq!(within("昨日").as_deref(), Some("2026-05-02"));
        assert_eq!(within("今（3）日").as_deref(), Some("2026-05-03"));
        assert_eq!(within("昨（30）日").as_deref(), Some("2026-04-30"));
        let day = start("20日").expect("a day").1;
        assert_eq!(day.within(None).iso(), None);
        assert_eq!(of_field("發稿時間：109年12月10日").iso().as_deref(), Some("2020-12-10"));
        assert_eq!(of_field("20260520").iso().as_deref(), Some("2026-05-20"));
        assert_eq!(of_field("20260520T0550+0800").iso().as_deref(), Some("2026-05-20"));
        assert_eq!(of_field("20260599").iso(), None);
    }
}
