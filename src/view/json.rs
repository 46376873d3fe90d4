//! What scripts are told, as JSON. The browser reads it faster than values that are built one by one from here, and it
//! takes a tenth of the code: see `docs/newsprint.d.ts` for the shapes.

use crate::model::{Edition, Head};
use crate::search::{Listing, Place};

/// An answer and its places.
#[must_use]
pub fn listing(listing: &Listing) -> String {
    object(&[
        ("articles", listing.articles.to_string()),
        ("places", listing.places.to_string()),
        ("loose", listing.loose.to_string()),
        ("hits", list(listing.hits.iter().map(place))),
    ])
}

fn place(place: &Place) -> String {
    let number = |number: Option<usize>| number.map_or_else(null, |it| it.to_string());
    object(&[
        ("article", string(&place.article)),
        ("title", string(&place.title)),
        ("section", number(place.section)),
        ("paragraph", number(place.paragraph)),
        ("excerpt", string(&place.excerpt)),
    ])
}

/// Every article, in the edition's order.
#[must_use]
pub fn articles(edition: &Edition) -> String {
    list(edition.heads.iter().map(article))
}

fn article(head: &Head) -> String {
    let maybe = |text: &Option<String>| text.as_deref().map_or_else(null, string);
    object(&[
        ("id", string(head.id.as_str())),
        ("title", string(&head.title)),
        ("language", string(&head.language)),
        ("label", maybe(&head.label)),
        ("byline", maybe(&head.byline)),
        ("source", maybe(&head.source)),
        ("date", maybe(&head.date)),
        ("day", maybe(&head.day)),
        ("length", head.length.to_string()),
    ])
}

/// Every entity, sorted by id.
#[must_use]
pub fn entities(edition: &Edition) -> String {
    let mut counts = vec![(0, 0); edition.entities.len()];
    for (entity, mentions) in edition.heads.iter().flat_map(|head| &head.entities) {
        if let Some(count) = counts.get_mut(*entity as usize) {
            count.0 += 1;
            count.1 += *mentions as usize;
        }
    }
    let pairs = edition.entities.iter().zip(counts);
    list(pairs.map(|(entity, (articles, mentions))| {
        object(&[
            ("id", string(entity.id.as_str())),
            ("kind", string(entity.kind.as_str())),
            ("name", string(&entity.name)),
            ("aliases", list(entity.aliases.iter().map(|alias| string(alias)))),
            ("articles", articles.to_string()),
            ("mentions", mentions.to_string()),
        ])
    }))
}

fn null() -> String {
    "null".to_owned()
}

fn list(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.collect();
    ["[", &items.join(","), "]"].concat()
}

fn object(fields: &[(&str, String)]) -> String {
    let fields: Vec<String> =
        fields.iter().map(|(name, value)| ["\"", name, "\":", value].concat()).collect();
    ["{", &fields.join(","), "}"].concat()
}

/// RFC 8259, section 7: quotation marks, backslashes and controls are escaped.
fn string(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\0'..' ' => {
                let digit = |n: u32| char::from_digit(n, 16).unwrap_or_default();
                let code = u32::from(c);
                quoted.extend(['\\', 'u', '0', '0', digit(code >> 4), digit(code & 0xF)]);
            }
            _ => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(json: &str) -> serde_json::Value {
        serde_json::from_str(json).expect("what is written is JSON")
    }

    proptest! {
        #[test]
        fn an_answer_is_what_the_program_prints(texts in any::<(String, String, String)>(), section in any::<Option<u16>>(), loose: bool) {
            let (article, title, excerpt) = texts;
            let section = section.map(usize::from);
            let place = Place { article, title, excerpt, section, ..Place::default() };
            let found = Listing { articles: 1, places: 2, loose, hits: vec![place.clone(), place] };
            let printed = serde_json::to_value(&found).expect("it is plain data");
            prop_assert_eq!(read(&listing(&found)), printed);
        }
    }

    #[test]
    fn what_is_absent_is_null() {
        let head = Head { title: "a\n\"b\\".to_owned(), ..Head::default() };
        let edition = Edition { heads: vec![head], ..Edition::default() };
        let articles = read(&articles(&edition));
        assert_eq!(articles[0]["title"], "a\n\"b\\");
        assert!(articles[0]["label"].is_null());
        assert_eq!(entities(&edition), "[]");
    }
}
