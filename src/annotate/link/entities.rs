//! The entities that were gathered: each with its name, its id and its other names.

use std::collections::BTreeMap;

use super::super::corrections::Corrections;
use super::super::gazetteer::GAZETTEER;
use super::super::line::{fold, is_han};
use super::Key;
use super::files::{Files, Gathered};
use super::titles::normal_title;
use crate::model::{Entity, EntityId, Kind};

/// The id and the kind of what was gathered, by its number.
pub(super) type Ids = Vec<Option<(EntityId, Kind)>>;

/// Gives every gathered thing its entity and id.
pub(super) fn name_all(
    files: &Files,
    corrections: &Corrections,
    simplified: bool,
) -> (Ids, BTreeMap<EntityId, Entity>) {
    let mut ids: Ids = vec![None; files.len()];
    let mut entities: BTreeMap<EntityId, Entity> = BTreeMap::new();
    for (key, number, gathered) in files.each() {
        let Some(kind) = gathered.kind.clone() else { continue };
        let mut name = principal(key, gathered, corrections, simplified);
        let value = value(key);
        let mut id = Entity::id_for(&kind, &name);
        // 今日 of two days cannot both go by that name.
        let other = entities.get(&id).filter(|other| other.value != value);
        if let (Some(_), Some(value)) = (other, &value) {
            name.clone_from(value);
            id = Entity::id_for(&kind, &name);
        }
        if let Some(own) = ids.get_mut(number) {
            *own = Some((id.clone(), kind.clone()));
        }
        let aliases = Vec::new();
        let new = Entity { id: id.clone(), kind, name, aliases, value };
        add_aliases(entities.entry(id).or_insert(new), key, gathered, corrections);
    }
    (ids, entities)
}

/// The value of a date or a quantity, the item of what our lists know.
fn value(key: &Key) -> Option<String> {
    match key {
        Key::Value(_, value) => Some(value.clone()),
        Key::Known(group) => {
            GAZETTEER.groups.get(*group).and_then(|group| group.item).map(str::to_owned)
        }
        _ => None,
    }
}

/// Adds what else an entity is called.
fn add_aliases(entity: &mut Entity, key: &Key, gathered: &Gathered, corrections: &Corrections) {
    entity.aliases.extend(gathered.forms.keys().cloned());
    if let Key::Declared(index) = key {
        let declared = corrections.entities.get(*index).into_iter();
        entity.aliases.extend(declared.flat_map(|d| d.aliases.clone()));
    }
    entity.aliases.retain(|alias| *alias != entity.name);
    entity.aliases.sort_unstable();
    entity.aliases.dedup();
}

/// The name a heading would print.
fn principal(
    key: &Key,
    gathered: &Gathered,
    corrections: &Corrections,
    simplified: bool,
) -> String {
    let commonest = |test: &dyn Fn(&str) -> bool| {
        let forms = gathered.forms.iter().filter(|(form, _)| test(form));
        forms.max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(a.0))).map(|(form, _)| form.clone())
    };
    let name = match key {
        Key::Declared(index) => {
            corrections.entities.get(*index).map(|declared| declared.name.clone())
        }
        Key::Known(group) => known_name(*group, gathered, simplified),
        Key::Named(_, name) => commonest(&|form| fold(form) == *name)
            .or_else(|| commonest(&|form| normal_title(&fold(form)) == *name)),
        // A date whose year is known is the same in every language.
        Key::Value(Kind::Date, value) if value.starts_with(|c: char| c.is_ascii_digit()) => {
            Some(value.clone())
        }
        Key::Value(..) => commonest(&|_| true),
    };
    name.or_else(|| commonest(&|_| true)).unwrap_or_default()
}

/// The gazetteer's name in the corpus's language, as the corpus spells it.
fn known_name(group: usize, gathered: &Gathered, simplified: bool) -> Option<String> {
    let group = GAZETTEER.groups.get(group)?;
    let chinese = gathered.forms.keys().next().is_none()
        || gathered.forms.keys().any(|form| form.chars().any(is_han));
    let name = if chinese { &group.chinese } else { &group.english };
    let printed = gathered.forms.keys().find(|form| fold(form) == fold(name));
    let city = group.kind == Kind::Place && !group.state;
    let called = || city.then(|| called_otherwise(gathered, &fold(name), chinese)).flatten();
    let name = match printed.or_else(called) {
        Some(printed) => printed.clone(),
        None if chinese && simplified => fold(name),
        None => name.clone(),
    };
    (!name.is_empty()).then_some(name)
}

/// What a corpus calls a place most where it has our list's name nowhere, not even in a longer one: a list of
/// cities has many names for one, and which comes first is chance.
fn called_otherwise<'a>(gathered: &'a Gathered, name: &str, chinese: bool) -> Option<&'a String> {
    let forms = || gathered.forms.iter().filter(|(form, _)| form.contains(is_han) == chinese);
    let longer = forms().any(|(form, _)| fold(form).contains(name));
    let commonest = forms().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(a.0)));
    commonest.filter(|_| !longer).map(|(form, _)| form)
}
