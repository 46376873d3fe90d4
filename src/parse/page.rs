//! The articles of a pasted page.

use super::day::{self, Day};
use super::roles::{Part, Role};
use super::{Parsed, build, compose, lines, roles, setting, settle, turns};
use crate::read::Document;

/// Finds the stories in a page.
pub(super) fn parse(document: &Document, page: &str) -> Parsed {
    let lines = lines::lines(page);
    let mut setting = setting::Setting::of(page, &lines);
    let mut fired = Vec::new();
    let mut parts = roles::first_sight(page, &lines);
    setting.look_at(&parts);
    settle::settle(page, &lines, &mut parts, &setting, &mut fired);
    parts.retain(|part| part.role != Role::Joined);
    let drafts = compose::compose(page, &lines, &parts, &setting, &mut fired);
    fired.sort_by_key(|fired| fired.line);
    let page_day = day_of(page, &parts).or_else(|| day_in(&document.name));
    let mut parsed = Parsed { fired, ..Parsed::default() };
    for draft in &drafts {
        let index = parsed.articles.len();
        let (article, mut origins) = build::article(page, &parts, draft, index, page_day);
        parsed.articles.push(article);
        parsed.origins.append(&mut origins);
    }
    parsed.turns = turns::turns(&parsed.articles);
    parsed
}

/// The day that the page prints in its head or alone on a line, with its year.
fn day_of(page: &str, parts: &[Part]) -> Option<Day> {
    let tells = |part: &&Part| matches!(part.role, Role::Date | Role::Furniture);
    let days = parts.iter().filter(tells).map(|part| part.first(page));
    days.map(day::of_field).find(|day| day.year.is_some() && day.month.is_some())
}

/// Papers before this have no files that are called by their days.
const YEARS: std::ops::RangeInclusive<i16> = 1600..=2199;

/// The day in a file's name, as in `2026-05-21-a2.txt` and `20260521.txt`: eight digits by themselves, or a day that is
/// written out. More digits are a number of something.
pub(super) fn day_in(name: &str) -> Option<Day> {
    let mut in_number = false;
    let mut begins =
        |c: char| !std::mem::replace(&mut in_number, c.is_ascii_digit()) && c.is_ascii_digit();
    let starts: Vec<usize> =
        name.char_indices().filter_map(|(at, c)| begins(c).then_some(at)).collect();
    let spelled = |at: usize| {
        let rest = name.get(at..)?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let plain = rest.get(..8).filter(|_| digits == 8);
        let dashed = plain.and_then(|digits| {
            Some(format!("{}-{}-{}", digits.get(..4)?, digits.get(4..6)?, digits.get(6..)?))
        });
        let (_, day) = day::start(dashed.as_deref().unwrap_or(rest))?;
        day.iso().filter(|_| day.year.is_some_and(|year| YEARS.contains(&year))).map(|_| day)
    };
    starts.into_iter().find_map(spelled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_by_its_day_or_by_some_number() {
        for (name, day) in [
            ("2026-05-21-a2.txt", Some("2026-05-21")),
            ("20260521.txt", Some("2026-05-21")),
            ("pages/a2_19890312T0550.html", Some("1989-03-12")),
            ("1912012345.html", None),
            ("10000101.html", None),
            ("120260521.txt", None),
            ("99990101.txt", None),
            ("20261399.txt", None),
        ] {
            assert_eq!(day_in(name).and_then(Day::iso).as_deref(), day, "{name}");
        }
    }
}
