//! The edition as bytes. Each `write_…` stands above the `read_…` that mirrors it.

use crate::model::{ArticleId, Edition, Entity, EntityId, Facts, Head, Kind, KindFacts};

use super::bytes::{Reader, Writer};

pub(super) fn write(writer: &mut Writer, edition: &Edition) {
    write_facts(writer, &edition.facts);
    writer.list(&edition.heads, write_head);
    write_entities(writer, &edition.entities);
}

pub(super) fn read(reader: &mut Reader) -> Option<Edition> {
    let edition = Edition {
        facts: read_facts(reader)?,
        heads: reader.list(read_head)?,
        entities: read_entities(reader)?,
    };
    reader.is_empty().then_some(edition)
}

pub(super) fn write_entities(writer: &mut Writer, entities: &[Entity]) {
    writer.list(entities, write_entity);
}

pub(super) fn read_entities(reader: &mut Reader) -> Option<Vec<Entity>> {
    reader.list(read_entity)
}

pub(super) fn write_letters(writer: &mut Writer, letters: &[(char, char)]) {
    let mut before = (0, 0);
    writer.list(letters, |writer, &(c, to)| {
        let (c, to) = (u32::from(c), u32::from(to));
        writer.near(c, before.0);
        writer.near(to, before.1);
        before = (c, to);
    });
}

pub(super) fn read_letters(reader: &mut Reader) -> Option<Vec<(char, char)>> {
    let mut before = (0, 0);
    reader.list(|reader| {
        before = (reader.near(before.0)?, reader.near(before.1)?);
        Some((char::from_u32(before.0)?, char::from_u32(before.1)?))
    })
}

fn write_facts(writer: &mut Writer, facts: &Facts) {
    writer.text(&facts.title);
    writer.text(&facts.language);
    writer.text(&facts.theme);
    writer.list(&facts.kinds, |writer, kind| {
        write_kind(writer, &kind.kind);
        writer.maybe(kind.name.as_deref());
        writer.maybe(kind.colour.as_deref());
        writer.flag(kind.shown);
    });
}

fn read_facts(reader: &mut Reader) -> Option<Facts> {
    Some(Facts {
        title: reader.text()?,
        language: reader.text()?,
        theme: reader.text()?,
        kinds: reader.list(|reader| {
            Some(KindFacts {
                kind: read_kind(reader)?,
                name: reader.maybe()?,
                colour: reader.maybe()?,
                shown: reader.flag()?,
            })
        })?,
    })
}

pub(super) fn write_head(writer: &mut Writer, head: &Head) {
    writer.text(head.id.as_str());
    writer.word(&head.language);
    writer.text(&head.title);
    writer.maybe_word(head.label.as_deref());
    writer.maybe_word(head.byline.as_deref());
    writer.maybe_word(head.source.as_deref());
    writer.maybe_word(head.date.as_deref());
    writer.maybe_word(head.day.as_deref());
    writer.number(u64::from(head.length));
    let mut before = 0;
    writer.list(&head.entities, |writer, &(entity, times)| {
        writer.near(entity, before);
        writer.number(u64::from(times));
        before = entity;
    });
}

pub(super) fn read_head(reader: &mut Reader) -> Option<Head> {
    let mut before = 0;
    Some(Head {
        id: ArticleId::new(&reader.text()?),
        language: reader.word()?.to_owned(),
        title: reader.text()?,
        label: reader.maybe_word()?,
        byline: reader.maybe_word()?,
        source: reader.maybe_word()?,
        date: reader.maybe_word()?,
        day: reader.maybe_word()?,
        length: reader.small()?,
        entities: reader.list(|reader| {
            before = reader.near(before)?;
            Some((before, reader.small()?))
        })?,
    })
}

fn write_entity(writer: &mut Writer, entity: &Entity) {
    writer.text(entity.id.as_str());
    write_kind(writer, &entity.kind);
    writer.text(&entity.name);
    writer.list(&entity.aliases, |writer, alias| writer.text(alias));
    writer.maybe(entity.value.as_deref());
}

fn read_entity(reader: &mut Reader) -> Option<Entity> {
    Some(Entity {
        id: EntityId::new(&reader.text()?),
        kind: read_kind(reader)?,
        name: reader.text()?,
        aliases: reader.list(Reader::text)?,
        value: reader.maybe()?,
    })
}

/// A kind that every edition knows is its number in [`Kind::ALL`]; one of the author's is the number after.
pub(super) fn write_kind(writer: &mut Writer, kind: &Kind) {
    let known = Kind::ALL.iter().position(|known| known == kind).unwrap_or(Kind::ALL.len());
    writer.count(known);
    if let Kind::Other(name) = kind {
        writer.word(name);
    }
}

pub(super) fn read_kind(reader: &mut Reader) -> Option<Kind> {
    match reader.count()? {
        number if number == Kind::ALL.len() => {
            reader.word().map(|name| Kind::Other(name.to_owned()))
        }
        number => Kind::ALL.get(number).cloned(),
    }
}
