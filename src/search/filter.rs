//! Narrowing by what the heads say.

use crate::model::Head;

/// What a reader narrowed the list to. Its parts together narrow; an empty part admits all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Indices into [`crate::model::Edition::entities`]: the article mentions all of them.
    pub entities: Vec<u32>,
    /// The article has one of these rubrics.
    pub labels: Vec<String>,
    /// The article is from one of these sources.
    pub sources: Vec<String>,
    /// The first day, as ISO 8601 as far as given: `2026`, `2026-05`, `2026-05-20`.
    pub from: Option<String>,
    /// The last day, likewise, inclusive.
    pub to: Option<String>,
}

impl Filter {
    /// Whether the article of this head is to be shown.
    #[must_use]
    pub fn admits(&self, head: &Head) -> bool {
        let one_of = |wanted: &[String], value: Option<&String>| {
            wanted.is_empty() || value.is_some_and(|value| wanted.contains(value))
        };
        let mentions =
            |entity: &u32| head.entities.binary_search_by_key(entity, |&(id, _)| id).is_ok();
        self.entities.iter().all(mentions)
            && one_of(&self.labels, head.label.as_ref())
            && one_of(&self.sources, head.source.as_ref())
            && within(head.day.as_deref(), self.from.as_deref(), self.to.as_deref())
    }

    /// Whether it admits every article.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Whether `day` may lie between `from` and `to`, both inclusive. A day of which only the month is known lies
/// within that month; without bounds any article does, and within bounds none of unknown day.
pub(super) fn within(day: Option<&str>, from: Option<&str>, to: Option<&str>) -> bool {
    if from.is_none() && to.is_none() {
        return true;
    }
    // ISO 8601 sorts as text, and what one has in common with the other is in the same year or month.
    day.is_some_and(|day| {
        from.is_none_or(|from| day >= from || from.starts_with(day))
            && to.is_none_or(|to| day <= to || day.starts_with(to))
    })
}
