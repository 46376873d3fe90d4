//! Arbitrary corpora, for properties that hold of every one.

use newsprint::model::{
    Article, ArticleId, At, Block, Caption, Corpus, Entity, EntityId, Facts, Kind, KindFacts,
    Mention, Picture, Section, Span, Style, Styling, Sublist,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// Text in which folding has something to do and words come again: few characters, each for a reason.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let drawn = prop_oneof![
        8 => proptest::sample::select("習习近平臺台干乾幹后後里裏裡中國国".chars().collect::<Vec<_>>()),
        6 => proptest::sample::select("abcABCéÉñｅＡx１①2".chars().collect::<Vec<_>>()),
        3 => proptest::sample::select(" 　\n，。、；！？「」《》-–\"“”'’.,:…".chars().collect::<Vec<_>>()),
        2 => proptest::sample::select(
            "\u{301}\u{308}\u{200b}\u{ad}\u{202e}\u{feff}ｶﾞﾊﾟカガ\u{3099}\u{fe0f}".chars().collect::<Vec<_>>()),
        1 => any::<char>(),
    ];
    vec(drawn, 0..24).prop_map(|chars| chars.into_iter().collect())
}

/// A corpus whose mentions may point anywhere and name anything.
pub(crate) fn corpus() -> impl Strategy<Value = Corpus> {
    (facts(), vec(article(), 0..6), vec(entity(), 0..5)).prop_map(
        |(facts, articles, mut entities)| {
            entities.sort_by(|a, b| a.id.cmp(&b.id));
            entities.dedup_by(|a, b| a.id == b.id);
            Corpus { facts, articles, entities }
        },
    )
}

pub(crate) fn article() -> impl Strategy<Value = Article> {
    let head = (
        (text(), language(), option::of(text()), option::of(text()), option::of(text())),
        (
            option::of(word()),
            option::of(word()),
            option::of(word()),
            option::of(word()),
            option::of(day()),
        ),
    );
    let rest = (
        vec(section(), 0..4),
        vec(caption(), 0..3),
        (vec(text(), 0..3), vec(word(), 0..3)),
        vec(mention(), 0..8),
        vec((at(), span(), styling()), 0..4),
    );
    (head, rest).prop_map(
        |((first, second), (sections, captions, (furniture, markers), mentions, styles))| {
            let (id, language, kicker, headline, deck) = first;
            let (label, byline, source, date, day) = second;
            Article {
                id: ArticleId::new(&id),
                language,
                kicker,
                headline,
                deck,
                label,
                byline,
                source,
                date,
                day,
                sections,
                captions,
                furniture,
                markers,
                mentions,
                styles: styles
                    .into_iter()
                    .map(|(at, span, styling)| Style { at, span, styling })
                    .collect(),
            }
        },
    )
}

fn caption() -> impl Strategy<Value = Caption> {
    let picture = (word(), text(), any::<u32>(), any::<u32>())
        .prop_map(|(file, alt, width, height)| Picture { file, alt, width, height });
    (text(), option::of(word()), option::of(picture)).prop_map(|(text, credit, picture)| Caption {
        text,
        credit,
        picture,
    })
}

fn facts() -> impl Strategy<Value = Facts> {
    let kinds = (kind(), option::of(text()), option::of(text()), any::<bool>())
        .prop_map(|(kind, name, colour, shown)| KindFacts { kind, name, colour, shown });
    (text(), language(), word(), vec(kinds, 0..4))
        .prop_map(|(title, language, theme, kinds)| Facts { title, language, theme, kinds })
}

fn section() -> impl Strategy<Value = Section> {
    (option::of(text()), any::<u8>(), vec(block(), 0..4))
        .prop_map(|(heading, level, blocks)| Section { heading, level, blocks })
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        5 => text().prop_map(|text| Block::Paragraph { text }),
        1 => text().prop_map(|text| Block::Note { text }),
        1 => text().prop_map(|text| Block::Quote { text }),
        1 => text().prop_map(|text| Block::Code { text }),
        1 => list(),
        1 => vec(vec(text(), 0..3), 0..3).prop_map(|rows| Block::Table { rows }),
        1 => (0..4_u32).prop_map(|caption| Block::Figure { caption }),
    ]
}

fn list() -> impl Strategy<Value = Block> {
    let sublist = (any::<bool>(), 0..4_u32, 0..6_u32).prop_map(|(ordered, start, end)| Sublist {
        ordered,
        start,
        end,
    });
    (any::<bool>(), 0..9_u32, vec(text(), 0..4), vec(sublist, 0..3))
        .prop_map(|(ordered, first, items, nested)| Block::List { ordered, first, items, nested })
}

fn mention() -> impl Strategy<Value = Mention> {
    (at(), span(), kind(), vec(entity_id(), 0..3)).prop_map(|(at, span, kind, entities)| Mention {
        at,
        span,
        kind,
        entities,
    })
}

fn entity() -> impl Strategy<Value = Entity> {
    (entity_id(), kind(), text(), vec(text(), 0..3), option::of(text()))
        .prop_map(|(id, kind, name, aliases, value)| Entity { id, kind, name, aliases, value })
}

fn at() -> impl Strategy<Value = At> {
    prop_oneof![
        Just(At::Kicker),
        Just(At::Headline),
        Just(At::Deck),
        Just(At::Label),
        Just(At::Byline),
        Just(At::Source),
        Just(At::Date),
        (0..3_usize).prop_map(At::heading),
        (0..3_usize, 0..3_usize).prop_map(|(s, b)| At::text(s, b)),
        (0..3_usize, 0..3_usize, 0..3_usize).prop_map(|(s, b, i)| At::item(s, b, i)),
        (0..3_usize, 0..3_usize, 0..3_usize, any::<u32>())
            .prop_map(|(s, b, r, c)| At::cell(s, b, r, c as usize)),
        any::<u32>().prop_map(At::Caption),
        any::<u32>().prop_map(At::Credit),
    ]
}

fn span() -> impl Strategy<Value = Span> {
    prop_oneof![
        4 => (0..20_u32, 0..6_u32).prop_map(|(start, length)| Span { start, end: start + length }),
        1 => any::<(u32, u32)>().prop_map(|(start, end)| Span { start, end }),
    ]
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        4 => proptest::sample::select(Kind::ALL.to_vec()),
        1 => text().prop_map(Kind::Other),
    ]
}

fn styling() -> impl Strategy<Value = Styling> {
    prop_oneof![
        Just(Styling::Emphasis),
        Just(Styling::Strong),
        Just(Styling::Code),
        text().prop_map(Styling::Link),
    ]
}

fn entity_id() -> impl Strategy<Value = EntityId> {
    prop_oneof![
        4 => proptest::sample::select(vec!["person:習近平", "place:臺灣", "work:後記"]).prop_map(EntityId::new),
        1 => text().prop_map(|id| EntityId::new(&id)),
    ]
}

fn language() -> impl Strategy<Value = String> {
    proptest::sample::select(vec!["zh-Hant", "en", ""]).prop_map(str::to_owned)
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        proptest::sample::select(vec!["特寫", "新華社", "中新社", "Reuters"])
            .prop_map(str::to_owned),
        text(),
    ]
}

fn day() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => proptest::sample::select(vec!["2026", "2026-05", "2026-05-20", "2025-12-31"]).prop_map(str::to_owned),
        1 => text(),
    ]
}
