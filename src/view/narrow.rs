//! Which articles are shown, and how many a further filter would leave.

use std::collections::BTreeMap;

use super::library::Library;
use super::reading::Reading;
use crate::model::{Edition, Head};
use crate::search::Answer;

/// One way to narrow: what [`counts`] counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// Articles that mention an entity.
    Entity,
    /// Articles with a label.
    Label,
    /// Articles from a source.
    Source,
    /// Articles of a time.
    Day,
}

/// The articles that the query and the filters leave, as indices. A small edition keeps its order,
/// since the articles stand one under another and must not move while the reader types; a large one
/// lists what answers best first.
#[must_use]
pub fn shown(library: &Library, reading: &Reading, answer: Option<&Answer>) -> Vec<usize> {
    let edition = &library.edition;
    let mut left: Vec<usize> = match answer {
        Some(answer) => answer.found.iter().map(|found| found.article).collect(),
        None => (0..edition.heads.len()).collect(),
    };
    if library.is_small() {
        left.sort_unstable();
    }
    let test = Test::of(edition, reading);
    left.retain(|&index| edition.heads.get(index).is_some_and(|head| test.passes(head, None)));
    left
}

/// The articles that stand in the reading pane: all that are shown in a small edition, and the open one
/// even where query and filters leave it out; the open one alone in a large edition, or where the page
/// is not shown in `full`; the one whose page this is, else the first that is
/// shown, where none is open.
#[must_use]
pub fn pane(library: &Library, reading: &Reading, full: bool, shown: &[usize]) -> Vec<usize> {
    let open = reading.article.as_ref().and_then(|id| library.edition.position(id));
    if library.is_small() && (full || open.is_none()) {
        let mut pane = shown.to_vec();
        pane.extend(open.filter(|index| !shown.contains(index)));
        pane.sort_unstable();
        return pane;
    }
    let home = library.home.filter(|index| shown.contains(index));
    open.or(home).or(shown.first().copied()).into_iter().collect()
}

/// The values of a facet in the whole edition, those of the most articles first.
#[must_use]
pub fn values(edition: &Edition, facet: Facet) -> Vec<String> {
    let counts = count(edition, edition.heads.iter(), facet);
    let mut values: Vec<_> = counts.into_iter().collect();
    if facet == Facet::Day {
        values.sort();
    } else {
        values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    }
    values.into_iter().map(|(value, _)| value).collect()
}

/// How many articles each value of a facet would leave, given the query and every *other* facet.
#[must_use]
pub fn counts(
    edition: &Edition,
    reading: &Reading,
    answer: Option<&Answer>,
    facet: Facet,
) -> BTreeMap<String, usize> {
    // Entities narrow one another (each must be mentioned); the values of the other facets widen.
    let apart = (facet != Facet::Entity).then_some(facet);
    let test = Test::of(edition, reading);
    let asked: Vec<usize> = match answer {
        Some(answer) => answer.found.iter().map(|found| found.article).collect(),
        None => (0..edition.heads.len()).collect(),
    };
    let heads = asked.into_iter().filter_map(|index| edition.heads.get(index));
    count(edition, heads.filter(|head| test.passes(head, apart)), facet)
}

fn count<'a>(
    edition: &'a Edition,
    heads: impl Iterator<Item = &'a Head>,
    facet: Facet,
) -> BTreeMap<String, usize> {
    let precision = if facet == Facet::Day { day_precision(edition) } else { 0 };
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for head in heads {
        for value in values_of(edition, head, facet, precision) {
            *counts.entry(value).or_default() += 1;
        }
    }
    counts.into_iter().map(|(value, number)| (value.to_owned(), number)).collect()
}

/// How much of the days tells the articles apart into the fewest groups: years, else months, else days.
fn day_precision(edition: &Edition) -> usize {
    let days = || edition.heads.iter().filter_map(|head| head.day.as_deref());
    let differ = |length: &usize| {
        let mut cut = days().map(|day| day.get(..*length).unwrap_or(day));
        let first = cut.next();
        cut.any(|day| Some(day) != first)
    };
    [4, 7].into_iter().find(differ).unwrap_or(10)
}

/// The values of a facet that one article has.
fn values_of<'a>(
    edition: &'a Edition,
    head: &'a Head,
    facet: Facet,
    precision: usize,
) -> Vec<&'a str> {
    let one = match facet {
        Facet::Entity => {
            let known = head.entities.iter().filter_map(|(e, _)| edition.entities.get(*e as usize));
            return known.map(|entity| entity.id.as_str()).collect();
        }
        Facet::Label => head.label.as_deref(),
        Facet::Source => head.source.as_deref(),
        Facet::Day => head.day.as_deref().map(|day| day.get(..precision).unwrap_or(day)),
    };
    one.into_iter().collect()
}

/// Adds a value, or takes it away.
pub fn toggle(values: &mut Vec<String>, value: &str) {
    let before = values.len();
    values.retain(|own| own != value);
    if values.len() == before {
        values.push(value.to_owned());
    }
}

/// What a head must meet.
struct Test<'a> {
    reading: &'a Reading,
    /// Indices into the edition's entities; `None` for one that this edition does not know.
    entities: Vec<Option<u32>>,
}

impl<'a> Test<'a> {
    fn of(edition: &Edition, reading: &'a Reading) -> Self {
        let index = |id: &String| u32::try_from(edition.entity(id)?).ok();
        Self { reading, entities: reading.entities.iter().map(index).collect() }
    }

    /// Whether a head meets every condition but those of one facet.
    fn passes(&self, head: &Head, but: Option<Facet>) -> bool {
        let is_left = |facet: Facet| but == Some(facet);
        (is_left(Facet::Label) || one_of(&self.reading.labels, head.label.as_ref()))
            && (is_left(Facet::Source) || one_of(&self.reading.sources, head.source.as_ref()))
            && (is_left(Facet::Day) || self.within(head.day.as_deref()))
            && (is_left(Facet::Entity)
                || self.entities.iter().all(|entity| mentions(head, *entity)))
    }

    /// An article without a day is of no time.
    fn within(&self, day: Option<&str>) -> bool {
        let (from, to) = (self.reading.from.as_deref(), self.reading.to.as_deref());
        if from.is_none() && to.is_none() {
            return true;
        }
        // ISO days compare as text; cut to the same length, `2026-05-20` is not after `2026-05`.
        day.is_some_and(|day| {
            from.is_none_or(|from| cut(day, from) >= cut(from, day))
                && to.is_none_or(|to| cut(day, to) <= cut(to, day))
        })
    }
}

fn one_of(values: &[String], own: Option<&String>) -> bool {
    values.is_empty() || own.is_some_and(|own| values.contains(own))
}

fn mentions(head: &Head, entity: Option<u32>) -> bool {
    entity.is_some_and(|entity| head.entities.binary_search_by_key(&entity, |own| own.0).is_ok())
}

fn cut<'a>(text: &'a str, like: &str) -> &'a str {
    text.get(..like.len()).unwrap_or(text)
}
