//! Since August, before 2018, a day or later: stretches with one end.

use super::super::super::super::value::{Day, Moment, Stretch};
use super::{Read, Reader};

/// What stands before an end, and whether it begins there.
const BEFORE: [(&str, bool); 24] = [
    ("since", true),
    ("after", true),
    ("later than", true),
    ("as early as", true),
    ("starting from", true),
    ("starting on", true),
    ("starting", true),
    ("beginning on", true),
    ("before", false),
    ("prior to", false),
    ("until", false),
    ("till", false),
    ("by", false),
    ("no later than", false),
    ("as late as", false),
    ("earlier than", false),
    ("up to", false),
    ("not later than", false),
    ("no earlier than", true),
    ("not earlier than", true),
    ("no sooner than", true),
    ("not before", true),
    ("on or after", true),
    ("on or before", false),
];

/// What stands behind an end, and whether it begins there.
const BEHIND: [(&str, bool); 11] = [
    ("or later", true),
    ("and later", true),
    ("onwards", true),
    ("onward", true),
    ("or after", true),
    ("and after", true),
    ("or earlier", false),
    ("and earlier", false),
    ("or before", false),
    ("and before", false),
    ("or prior", false),
];

/// All from a stretch on, or up to its end.
fn open(read: Read, since: bool) -> Read {
    let stretch = match read.stretch {
        Stretch::Since(_) | Stretch::Until(_) => read.stretch,
        inner if since => Stretch::Since(inner.first()),
        inner => Stretch::Until(inner.last()),
    };
    Read { stretch, ..read }
}

impl Reader<'_> {
    /// Since August, before 2018, a day or later, or a stretch or a moment.
    pub(super) fn bounded(&self, at: usize) -> Option<Read> {
        if let Some(read) = self.year_to_date(at) {
            return Some(read);
        }
        if let Some((since, from)) = self.tokens.any(at, &BEFORE) {
            let year = self.tokens.phrase(from, "the year").map(|end| end - 1);
            let from = year.unwrap_or_else(|| self.without_article(from));
            return self.stretch(from).map(|read| open(read, *since));
        }
        let read = self.stretch(at)?;
        Some(match self.tokens.any(read.end, &BEHIND) {
            Some((since, end))
                if end >= self.tokens.len()
                    || !self.tokens.is(end, &["my", "the", "his", "her", "a", "than"]) =>
            {
                self.bound_on_a_day(open(Read { end, ..read }, *since))
            }
            _ => read,
        })
    }

    /// 3 p.m. or later on Monday: an open time with the day behind it.
    fn bound_on_a_day(&self, read: Read) -> Read {
        let on = self.tokens.phrase(read.end, "on").and_then(|at| self.day(at));
        let Some(Read { stretch: Stretch::At(day), end }) = on.filter(|_| {
            let first = read.stretch.first();
            first.time.is_some() && first.day == Day::default()
        }) else {
            return read;
        };
        let at = |moment: Moment| Moment { day: day.day, ..moment };
        let stretch = match read.stretch {
            Stretch::Since(first) => Stretch::Since(at(first)),
            Stretch::Until(last) => Stretch::Until(at(last)),
            other => other,
        };
        Read { stretch, end }
    }

    /// One past “the”, where what follows says which part of a month or year is meant.
    pub(super) fn without_article(&self, at: usize) -> usize {
        let the = self.tokens.is(at, &["the"])
            && self.tokens.is(at + 1, &["end", "beginning", "start", "middle"]);
        at + usize::from(the)
    }
}
