//! An article as bytes. Each `write_…` stands above the `read_…` that mirrors it.

use crate::model::{
    Article, ArticleId, At, Block, Caption, EntityId, InSection, Mention, Picture, Section, Span,
    Style, Styling, Sublist,
};

use super::bytes::{Reader, Writer};
use super::edition::{read_kind, write_kind};

pub(super) fn write(writer: &mut Writer, article: &Article) {
    writer.text(article.id.as_str());
    writer.word(&article.language);
    writer.maybe(article.kicker.as_deref());
    writer.maybe(article.headline.as_deref());
    writer.maybe(article.deck.as_deref());
    writer.maybe_word(article.label.as_deref());
    writer.maybe_word(article.byline.as_deref());
    writer.maybe_word(article.source.as_deref());
    writer.maybe_word(article.date.as_deref());
    writer.maybe_word(article.day.as_deref());
    writer.list(&article.sections, write_section);
    writer.list(&article.captions, write_caption);
    writer.list(&article.furniture, |writer, line| writer.word(line));
    writer.list(&article.markers, |writer, marker| writer.word(marker));
    let mut before = Place::default();
    writer.list(&article.mentions, |writer, mention| {
        before.write(writer, mention.at, mention.span);
        write_kind(writer, &mention.kind);
        writer.list(&mention.entities, |writer, id| writer.word(id.as_str()));
    });
    let mut before = Place::default();
    writer.list(&article.styles, |writer, style| {
        before.write(writer, style.at, style.span);
        write_styling(writer, &style.styling);
    });
}

pub(super) fn read(reader: &mut Reader) -> Option<Article> {
    Some(Article {
        id: ArticleId::new(&reader.text()?),
        language: reader.word()?.to_owned(),
        kicker: reader.maybe()?,
        headline: reader.maybe()?,
        deck: reader.maybe()?,
        label: reader.maybe_word()?,
        byline: reader.maybe_word()?,
        source: reader.maybe_word()?,
        date: reader.maybe_word()?,
        day: reader.maybe_word()?,
        sections: reader.list(read_section)?,
        captions: reader.list(read_caption)?,
        furniture: reader.list(|reader| reader.word().map(str::to_owned))?,
        markers: reader.list(|reader| reader.word().map(str::to_owned))?,
        mentions: read_mentions(reader)?,
        styles: read_styles(reader)?,
    })
}

fn write_caption(writer: &mut Writer, caption: &Caption) {
    writer.text(&caption.text);
    writer.maybe_word(caption.credit.as_deref());
    writer.maybe(caption.picture.as_ref().map(|picture| picture.file.as_str()));
    if let Some(picture) = &caption.picture {
        writer.text(&picture.alt);
        writer.number(u64::from(picture.width));
        writer.number(u64::from(picture.height));
    }
}

fn read_caption(reader: &mut Reader) -> Option<Caption> {
    Some(Caption {
        text: reader.text()?,
        credit: reader.maybe_word()?,
        picture: match reader.maybe()? {
            Some(file) => Some(Picture {
                file,
                alt: reader.text()?,
                width: reader.small()?,
                height: reader.small()?,
            }),
            None => None,
        },
    })
}

fn read_mentions(reader: &mut Reader) -> Option<Vec<Mention>> {
    let mut before = Place::default();
    reader.list(|reader| {
        let (at, span) = before.read(reader)?;
        let kind = read_kind(reader)?;
        let entities = reader.list(|reader| reader.word().map(EntityId::new))?;
        Some(Mention { at, span, kind, entities })
    })
}

fn read_styles(reader: &mut Reader) -> Option<Vec<Style>> {
    let mut before = Place::default();
    reader.list(|reader| {
        let (at, span) = before.read(reader)?;
        Some(Style { at, span, styling: read_styling(reader)? })
    })
}

fn write_section(writer: &mut Writer, section: &Section) {
    writer.maybe(section.heading.as_deref());
    writer.bytes.push(section.level);
    writer.list(&section.blocks, write_block);
}

fn read_section(reader: &mut Reader) -> Option<Section> {
    Some(Section {
        heading: reader.maybe()?,
        level: reader.byte()?,
        blocks: reader.list(read_block)?,
    })
}

fn write_block(writer: &mut Writer, block: &Block) {
    match block {
        Block::Paragraph { text } => write_tagged(writer, 0, text),
        Block::Note { text } => write_tagged(writer, 1, text),
        Block::Quote { text } => write_tagged(writer, 2, text),
        Block::Code { text } => write_tagged(writer, 3, text),
        Block::List { ordered, first, items, nested } => {
            writer.bytes.push(if *ordered { 5 } else { 4 });
            writer.number(u64::from(*first));
            writer.list(items, |writer, item| writer.text(item));
            writer.list(nested, |writer, list| {
                writer.number(u64::from(list.start) * 2 + u64::from(list.ordered));
                writer.number(u64::from(list.end));
            });
        }
        Block::Table { rows } => {
            writer.bytes.push(6);
            writer.list(rows, |writer, row| writer.list(row, |writer, cell| writer.text(cell)));
        }
        Block::Figure { caption } => {
            writer.bytes.push(7);
            writer.number(u64::from(*caption));
        }
    }
}

fn write_tagged(writer: &mut Writer, tag: u8, text: &str) {
    writer.bytes.push(tag);
    writer.text(text);
}

fn read_block(reader: &mut Reader) -> Option<Block> {
    Some(match reader.byte()? {
        0 => Block::Paragraph { text: reader.text()? },
        1 => Block::Note { text: reader.text()? },
        2 => Block::Quote { text: reader.text()? },
        3 => Block::Code { text: reader.text()? },
        tag @ (4 | 5) => Block::List {
            ordered: tag == 5,
            first: reader.small()?,
            items: reader.list(Reader::text)?,
            nested: reader.list(|reader| {
                let start = reader.small()?;
                Some(Sublist { ordered: start % 2 == 1, start: start / 2, end: reader.small()? })
            })?,
        },
        6 => Block::Table { rows: reader.list(|reader| reader.list(Reader::text))? },
        7 => Block::Figure { caption: reader.small()? },
        _ => return None,
    })
}

fn write_styling(writer: &mut Writer, styling: &Styling) {
    match styling {
        Styling::Emphasis => writer.bytes.push(0),
        Styling::Strong => writer.bytes.push(1),
        Styling::Code => writer.bytes.push(2),
        Styling::Link(to) => write_tagged(writer, 3, to),
    }
}

fn read_styling(reader: &mut Reader) -> Option<Styling> {
    Some(match reader.byte()? {
        0 => Styling::Emphasis,
        1 => Styling::Strong,
        2 => Styling::Code,
        3 => Styling::Link(reader.text()?),
        _ => return None,
    })
}

/// The place before, from which the next is reckoned: mentions mostly stand in one string after another.
struct Place {
    at: At,
    end: u32,
}

impl Default for Place {
    fn default() -> Self {
        Self { at: At::Headline, end: 0 }
    }
}

impl Place {
    fn write(&mut self, writer: &mut Writer, at: At, span: Span) {
        if at == self.at {
            writer.bytes.push(0);
        } else {
            write_at(writer, at);
            self.end = 0;
        }
        writer.near(span.start, self.end);
        writer.near(span.end, span.start);
        *self = Self { at, end: span.end };
    }

    fn read(&mut self, reader: &mut Reader) -> Option<(At, Span)> {
        let at = match reader.byte()? {
            0 => self.at,
            tag => {
                self.end = 0;
                read_at(reader, tag)?
            }
        };
        let start = reader.near(self.end)?;
        let end = reader.near(start)?;
        *self = Self { at, end };
        Some((at, Span { start, end }))
    }
}

fn write_at(writer: &mut Writer, at: At) {
    let (tag, numbers) = match at {
        At::Kicker => (1, vec![]),
        At::Headline => (2, vec![]),
        At::Deck => (3, vec![]),
        At::Label => (4, vec![]),
        At::Byline => (5, vec![]),
        At::Source => (6, vec![]),
        At::Date => (7, vec![]),
        At::Caption(caption) => (8, vec![caption]),
        At::Credit(caption) => (9, vec![caption]),
        At::Section(section, InSection::Heading) => (10, vec![section]),
        At::Section(section, InSection::Text(block)) => (11, vec![section, block]),
        At::Section(section, InSection::Item(block, item)) => (12, vec![section, block, item]),
        At::Section(section, InSection::Cell(block, row, column)) => {
            (13, vec![section, block, row, column])
        }
    };
    writer.bytes.push(tag);
    for number in numbers {
        writer.number(u64::from(number));
    }
}

fn read_at(reader: &mut Reader, tag: u8) -> Option<At> {
    let mut next = || reader.small();
    Some(match tag {
        1 => At::Kicker,
        2 => At::Headline,
        3 => At::Deck,
        4 => At::Label,
        5 => At::Byline,
        6 => At::Source,
        7 => At::Date,
        8 => At::Caption(next()?),
        9 => At::Credit(next()?),
        10 => At::Section(next()?, InSection::Heading),
        11 => At::Section(next()?, InSection::Text(next()?)),
        12 => At::Section(next()?, InSection::Item(next()?, next()?)),
        13 => At::Section(next()?, InSection::Cell(next()?, next()?, next()?)),
        _ => return None,
    })
}
