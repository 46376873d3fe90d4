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

/// The day in a file's name, as in `2026-05-21-a2.txt` and `20260521.txt`.
pub(super) fn day_in(name: &str) -> Option<Day> {
    let starts = name.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at);
    let spelled = |at: usize| {
        let rest = name.get(at..)?;
        let plain = rest.get(..8).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
        let dashed = plain.and_then(|digits| {
            Some(format!("{}-{}-{}", digits.get(..4)?, digits.get(4..6)?, digits.get(6..)?))
        });
        let (_, day) = day::start(dashed.as_deref().unwrap_or(rest))?;
        day.iso().filter(|_| day.year.is_some()).map(|_| day)
    };
    starts.into_iter().find_map(spelled)
}
