//! In the late afternoon, in the morning at 7, the morning of May 5: parts of a day.

use super::super::super::super::value::{Day, Moment, Stretch};
use super::{Read, Reader};

impl Reader<'_> {
    /// In the morning, in the late afternoon, in the morning at 7.
    pub(super) fn part_of_day(&self, at: usize) -> Option<Read> {
        const PARTS: [(&str, bool); 17] = [
            ("in the morning", false),
            ("in the early hours", false),
            ("in the mornings", false),
            ("in the early morning", false),
            ("in the late morning", false),
            ("in the afternoon", true),
            ("in the afternoons", true),
            ("in the early afternoon", true),
            ("in the late afternoon", true),
            ("in the evening", true),
            ("in the evenings", true),
            ("in the early evening", true),
            ("in the late evening", true),
            ("in the daytime", false),
            ("in the night - time", true),
            ("in the small hours", false),
            ("at night", true),
        ];
        let tokens = self.tokens;
        let from = tokens.past(at, &["early", "late", "later", "earlier"]);
        let (late, end) = tokens.any(from, &PARTS)?;
        let link = tokens.past(end, &["at"]);
        let stretch = match self.clock(link, link > end) {
            Some(time) => {
                let time = time.in_half(*late);
                return Some(Read {
                    stretch: Stretch::At(Moment { day: Day::default(), time: Some(time.time()) }),
                    end: time.end,
                });
            }
            None => Stretch::default(),
        };
        // In the early hours of Monday.
        let day = tokens.longest(end, &["of", "on"]).and_then(|at| self.day(at));
        let day = day.filter(|day| {
            let first = day.stretch.first();
            first.time.is_none() && (first.day.day.is_some() || first.day == Day::default())
        });
        Some(day.unwrap_or(Read { stretch, end }))
    }

    /// The morning of May 5, the early afternoon of Tuesday.
    pub(super) fn part_of_a_day(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let from = tokens.past(tokens.past(at, &["the"]), &["early", "late"]);
        let parts = ["morning of", "afternoon of", "evening of", "night of"];
        let of = tokens.longest(from, &parts)?;
        let day = self.calendar(of).or_else(|| self.weekday_alone(of))?;
        let first = day.stretch.first();
        (matches!(day.stretch, Stretch::At(_)) && first.day.day.is_some()).then_some(day)
    }
}
