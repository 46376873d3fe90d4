//! Christmas, Thanksgiving 2019, Labor Day weekend: feasts in the year that is told or the nearest.

use std::sync::LazyLock;

use jiff::civil::Weekday;
use rustc_hash::FxHashSet;

use super::super::super::super::english::Tokens;
use super::super::super::super::value::{Day, Feast, Stretch};
use super::{Read, Reader};

const FEASTS: [(&str, Feast); 115] = [
    ("black friday", Feast::AfterNth(11, 4, Weekday::Thursday)),
    ("new year", Feast::On(1, 1)),
    ("new year's", Feast::On(1, 1)),
    ("new year day", Feast::On(1, 1)),
    ("new year's day", Feast::On(1, 1)),
    ("new years day", Feast::On(1, 1)),
    ("new year's eve", Feast::On(12, 31)),
    ("new years eve", Feast::On(12, 31)),
    ("valentine's day", Feast::On(2, 14)),
    ("valentines day", Feast::On(2, 14)),
    ("international women's day", Feast::On(3, 8)),
    ("st patrick's day", Feast::On(3, 17)),
    ("april fool's day", Feast::On(4, 1)),
    ("earth day", Feast::On(4, 22)),
    ("may day", Feast::On(5, 1)),
    ("international workers' day", Feast::On(5, 1)),
    ("international workers ' day", Feast::On(5, 1)),
    ("juneteenth", Feast::On(6, 19)),
    ("independence day", Feast::On(7, 4)),
    ("halloween", Feast::On(10, 31)),
    ("armistice day", Feast::On(11, 11)),
    ("veterans day", Feast::On(11, 11)),
    ("christmas", Feast::On(12, 25)),
    ("christmas day", Feast::On(12, 25)),
    ("xmas", Feast::On(12, 25)),
    ("christmas eve", Feast::On(12, 24)),
    ("boxing day", Feast::On(12, 26)),
    ("mother's day", Feast::Nth(5, 2, Weekday::Sunday)),
    ("father's day", Feast::Nth(6, 3, Weekday::Sunday)),
    ("memorial day", Feast::Nth(5, -1, Weekday::Monday)),
    ("labor day", Feast::Nth(9, 1, Weekday::Monday)),
    ("thanksgiving", Feast::Nth(11, 4, Weekday::Thursday)),
    ("thanksgiving day", Feast::Nth(11, 4, Weekday::Thursday)),
    ("good friday", Feast::Easter(-2)),
    ("easter", Feast::Easter(0)),
    ("easter sunday", Feast::Easter(0)),
    ("easter monday", Feast::Easter(1)),
    ("martin luther king day", Feast::Nth(1, 3, Weekday::Monday)),
    ("mlk day", Feast::Nth(1, 3, Weekday::Monday)),
    ("groundhog day", Feast::On(2, 2)),
    ("presidents' day", Feast::Nth(2, 3, Weekday::Monday)),
    ("presidents ' day", Feast::Nth(2, 3, Weekday::Monday)),
    ("st patrick", Feast::On(3, 17)),
    ("st . patrick's day", Feast::On(3, 17)),
    ("saint patrick", Feast::On(3, 17)),
    ("saint patrick's day", Feast::On(3, 17)),
    ("april fools ' day", Feast::On(4, 1)),
    ("anzac day", Feast::On(4, 25)),
    ("cinco de mayo", Feast::On(5, 5)),
    ("canada day", Feast::On(7, 1)),
    ("bastille day", Feast::On(7, 14)),
    ("columbus day", Feast::Nth(10, 2, Weekday::Monday)),
    ("all saints ' day", Feast::On(11, 1)),
    ("all souls ' day", Feast::On(11, 2)),
    ("cyber monday", Feast::AfterNth(11, 4, Weekday::Sunday)),
    ("ash wednesday", Feast::Easter(-46)),
    ("palm sunday", Feast::Easter(-7)),
    ("maundy thursday", Feast::Easter(-3)),
    ("ascension day", Feast::Easter(39)),
    ("whit monday", Feast::Easter(50)),
    ("labour day", Feast::Elsewhere),
    ("lunar new year", Feast::Moon(1, 1)),
    ("lunar new year's day", Feast::Moon(1, 1)),
    ("lunar new year's eve", Feast::MoonEve),
    ("chinese new year", Feast::Moon(1, 1)),
    ("chinese new year's eve", Feast::MoonEve),
    ("dragon boat festival", Feast::Moon(5, 5)),
    ("mid - autumn festival", Feast::Moon(8, 15)),
    ("chung yeung festival", Feast::Moon(9, 9)),
    ("ching ming festival", Feast::ClearBright),
    ("qingming festival", Feast::ClearBright),
    ("eid al fitr", Feast::Elsewhere),
    ("eid al - fitr", Feast::Elsewhere),
    ("eid al adha", Feast::Elsewhere),
    ("eid al - adha", Feast::Elsewhere),
    ("diwali", Feast::Elsewhere),
    ("hanukkah", Feast::Elsewhere),
    ("yom kippur", Feast::Elsewhere),
    ("rosh hashanah", Feast::Elsewhere),
    ("presidents day", Feast::Nth(2, 3, Weekday::Monday)),
    ("remembrance day", Feast::On(11, 11)),
    ("australia day", Feast::On(1, 26)),
    ("guy fawkes day", Feast::On(11, 5)),
    ("guy fawkes night", Feast::On(11, 5)),
    ("bonfire night", Feast::On(11, 5)),
    ("mardi gras", Feast::Easter(-47)),
    ("shrove tuesday", Feast::Easter(-47)),
    ("pentecost", Feast::Easter(49)),
    ("whit sunday", Feast::Easter(49)),
    ("holy saturday", Feast::Easter(-1)),
    ("st george's day", Feast::On(4, 23)),
    ("st . george's day", Feast::On(4, 23)),
    ("st andrew's day", Feast::On(11, 30)),
    ("st . andrew's day", Feast::On(11, 30)),
    ("st david's day", Feast::On(3, 1)),
    ("st . david's day", Feast::On(3, 1)),
    ("waitangi day", Feast::On(2, 6)),
    ("burns night", Feast::On(1, 25)),
    ("kwanzaa", Feast::On(12, 26)),
    ("indigenous peoples ' day", Feast::Nth(10, 2, Weekday::Monday)),
    ("world aids day", Feast::On(12, 1)),
    ("fourth of july", Feast::On(7, 4)),
    ("mothers ' day", Feast::Nth(5, 2, Weekday::Sunday)),
    ("fathers ' day", Feast::Nth(6, 3, Weekday::Sunday)),
    ("veterans ' day", Feast::On(11, 11)),
    ("martin luther king jr . day", Feast::Nth(1, 3, Weekday::Monday)),
    ("lantern festival", Feast::Moon(1, 15)),
    ("ramadan", Feast::Elsewhere),
    ("passover", Feast::Elsewhere),
    ("election day", Feast::Elsewhere),
    ("victoria day", Feast::Elsewhere),
    ("republic day", Feast::Elsewhere),
    ("inauguration day", Feast::Elsewhere),
    ("holi", Feast::Elsewhere),
    ("vesak", Feast::Elsewhere),
];

/// The first word of each name, which tells at once where none stands.
static FIRST: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| FEASTS.iter().filter_map(|(name, _)| name.split(' ').next()).collect());

/// A feast that is named here, and where its name ends.
pub(super) fn feast(tokens: &Tokens, start: usize) -> Option<(Feast, usize)> {
    let stands = FIRST.contains(tokens.word(start));
    stands.then(|| tokens.any(start, &FEASTS)).flatten().map(|(feast, end)| (*feast, end))
}

impl Reader<'_> {
    /// A feast, in the year that follows its name or the one that brings it nearest.
    pub(super) fn feast(&self, at: usize) -> Option<Read> {
        let (feast, end) = feast(self.tokens, at)?;
        if let Some((year, end)) = self.year_behind(end) {
            let day = feast.in_year(year).unwrap_or_default();
            if self.tokens.is(end, &["weekend"]) {
                return Some(Read { stretch: weekend_around(day), end: end + 1 });
            }
            return Some(Read { stretch: day.into(), end });
        }
        if self.tokens.is(end, &["weekend"]) {
            return Some(self.feast_weekend(feast, end + 1));
        }
        let of = self.tokens.past(end, &["of"]);
        let relative = [("this year", 0), ("last year", -1), ("next year", 1)];
        if let Some((offset, end)) = self.tokens.any(of, &relative) {
            let day =
                self.today.year.and_then(|year| feast.in_year(year + offset)).unwrap_or_default();
            return Some(Read { stretch: day.into(), end });
        }
        Some(Read { stretch: self.nearest_feast(feast).into(), end })
    }

    /// A feast's day in the year that brings it nearest.
    fn nearest_feast(&self, feast: Feast) -> Day {
        let day = self.today.year.and_then(|year| feast.in_year(year));
        let nearest =
            day.and_then(|day| feast.in_year(Day::nearest(day.month?, day.day, self.today).year?));
        nearest.unwrap_or_default()
    }

    /// Labor Day weekend, Easter weekend 2021, behind the word.
    fn feast_weekend(&self, feast: Feast, end: usize) -> Read {
        let (day, end) = match self.year_behind(end) {
            Some((year, end)) => (feast.in_year(year).unwrap_or_default(), end),
            None => (self.nearest_feast(feast), end),
        };
        Read { stretch: weekend_around(day), end }
    }
}

/// The weekend nearest to a feast, with the feast where that makes it longer.
fn weekend_around(feast: Day) -> Stretch {
    let nearest = || {
        let known = feast.known()?;
        let weekday = i64::from(known.weekday().to_monday_zero_offset());
        // Monday and Tuesday lie nearer to the weekend before.
        let saturday = feast.plus_days(if weekday < 2 { -2 - weekday } else { 5 - weekday })?;
        let sunday = saturday.plus_days(1)?;
        Some(Stretch::days(saturday.min(feast), sunday.max(feast)))
    };
    nearest().unwrap_or_default()
}
