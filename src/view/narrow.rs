//! Which articles are shown, and how many a further filter would leave.

use super::library::Library;
use super::reading::Reading;
use crate::model::{Edition, Head};
use crate::order::{sorted, tally};
use crate::search::{Answer, Filter};

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
        left = sorted(left, usize::cmp);
    }
    let filter = filter(edition, reading, None);
    left.retain(|&index| edition.heads.get(index).is_some_and(|head| filter.admits(head)));
    left
}

/// What a reading narrows to, but for one facet.
fn filter(edition: &Edition, reading: &Reading, but: Option<Facet>) -> Filter {
    // No article mentions an entity that the edition does not know, so none is left.
    let index = |id: &String| edition.entity(id).and_then(|it| u32::try_from(it).ok());
    let mut filter = Filter {
        entities: reading.entities.iter().map(|id| index(id).unwrap_or(u32::MAX)).collect(),
        labels: reading.labels.clone(),
        sources: reading.sources.clone(),
        from: reading.from.clone(),
        to: reading.to.clone(),
    };
    match but {
        Some(Facet::Entity) => filter.entities.clear(),
        Some(Facet::Label) => filter.labels.clear(),
        Some(Facet::Source) => filter.sources.clear(),
        Some(Facet::Day) => (filter.from, filter.to) = (None, None),
        None => {}
    }
    filter
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
        return sorted(pane, usize::cmp);
    }
    let home = library.home.filter(|index| shown.contains(index));
    open.or(home).or(shown.first().copied()).into_iter().collect()
}

/// The values of a facet in the whole edition, those of the most articles first.
#[must_use]
pub fn values(edition: &Edition, facet: Facet) -> Vec<String> {
    let counts = count(edition, edition.heads.iter(), facet);
    // They come sorted by value, as days are to stay.
    let values = if facet == Facet::Day { counts } else { sorted(counts, |a, b| b.1.cmp(&a.1)) };
    values.into_iter().map(|(value, _)| value).collect()
}

/// How many articles each value of a facet would leave, given the query and every *other* facet; sorted by
/// value.
#[must_use]
pub fn counts(
    edition: &Edition,
    reading: &Reading,
    answer: Option<&Answer>,
    facet: Facet,
) -> Vec<(String, usize)> {
    // Entities narrow one another (each must be mentioned); the values of the other facets widen.
    let filter = filter(edition, reading, (facet != Facet::Entity).then_some(facet));
    let asked: Vec<usize> = match answer {
        Some(answer) => answer.found.iter().map(|found| found.article).collect(),
        None => (0..edition.heads.len()).collect(),
    };
    let heads = asked.into_iter().filter_map(|index| edition.heads.get(index));
    count(edition, heads.filter(|head| filter.admits(head)), facet)
}

fn count<'a>(
    edition: &'a Edition,
    heads: impl Iterator<Item = &'a Head>,
    facet: Facet,
) -> Vec<(String, usize)> {
    let precision = if facet == Facet::Day { day_precision(edition) } else { 0 };
    let mut values = Vec::new();
    heads.for_each(|head| values.extend(values_of(edition, head, facet, precision)));
    tally(values)
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
