//! Where in a JSON file the articles are: it is one, an array of them, or what a service answers, which holds them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::names;

/// Objects within objects in which articles are looked for, as in `{"response": {"docs": […]}}`.
const DEPTH: usize = 3;

/// The values that may be articles, each as it is written.
///
/// # Errors
/// Where the text is not JSON.
pub(super) fn values(text: &str) -> Result<Vec<&RawValue>, serde_json::Error> {
    if text.trim_start().starts_with('[') {
        return serde_json::from_str(text);
    }
    let value = serde_json::from_str(text)?;
    Ok(within(value, DEPTH).unwrap_or_else(|| vec![value]))
}

/// The longest array of objects within an object that is no article, or within one of its objects.
fn within(value: &RawValue, depth: usize) -> Option<Vec<&RawValue>> {
    let fields: BTreeMap<Cow<'_, str>, &RawValue> = serde_json::from_str(value.get()).ok()?;
    let is_article = |name: &str| name == "sections" || names::field(name) == Some("text");
    if depth == 0 || fields.keys().any(|name| is_article(name)) {
        return None;
    }
    let lists = fields.values().filter(|value| value.get().starts_with('['));
    let longest = lists.filter_map(|list| objects(list)).max_by_key(|list| written(list));
    let below = || {
        let inner = fields.values().filter(|value| value.get().starts_with('{'));
        inner.filter_map(|value| within(value, depth - 1)).max_by_key(|list| written(list))
    };
    longest.or_else(below)
}

/// The objects of an array of nothing else, the first of which has a title or a text.
fn objects(list: &RawValue) -> Option<Vec<&RawValue>> {
    let values: Vec<&RawValue> = serde_json::from_str(list.get()).ok()?;
    let first: BTreeMap<Cow<'_, str>, &RawValue> =
        serde_json::from_str(values.first()?.get()).ok()?;
    let says = |name: &str| matches!(names::field(name), Some("title" | "text"));
    let are_objects = values.iter().all(|value| value.get().starts_with('{'));
    (are_objects && first.keys().any(|name| says(name))).then_some(values)
}

/// The length of some values as they are written, in bytes.
fn written(values: &[&RawValue]) -> usize {
    values.iter().map(|value| value.get().len()).sum()
}
