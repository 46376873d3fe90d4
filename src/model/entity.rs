use std::fmt;

use serde::{Deserialize, Serialize};

use super::EntityId;

/// What sort of thing an entity is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Kind {
    /// A human being, by name.
    Person,
    /// A country, city, building, region.
    Place,
    /// A body of people: a state organ, a company, a newspaper.
    Organisation,
    /// A book, treaty, song, film: what 《》 encloses.
    Work,
    /// Something that happens once, with a name.
    Event,
    /// A day, a time, a period.
    Date,
    /// A number with what it counts.
    Quantity,
    /// A kind that the author declared.
    Other(String),
}

impl Kind {
    /// The kinds every edition knows, in the order the interface lists them.
    pub const ALL: [Self; 7] = [
        Self::Person,
        Self::Place,
        Self::Organisation,
        Self::Work,
        Self::Event,
        Self::Date,
        Self::Quantity,
    ];

    /// The kind's name in JSON, in `data-kind` and in URLs.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organisation => "organisation",
            Self::Work => "work",
            Self::Event => "event",
            Self::Date => "date",
            Self::Quantity => "quantity",
            Self::Other(name) => name,
        }
    }
}

impl From<&str> for Kind {
    fn from(name: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == name)
            .unwrap_or_else(|| Self::Other(name.to_owned()))
    }
}

impl From<String> for Kind {
    fn from(name: String) -> Self {
        Self::from(name.as_str())
    }
}

impl From<Kind> for String {
    fn from(kind: Kind) -> Self {
        kind.as_str().to_owned()
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One person, place, work… under all its names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// See [`EntityId`].
    pub id: EntityId,
    /// What sort of thing it is.
    pub kind: Kind,
    /// The principal name, as a heading would print it.
    pub name: String,
    /// Other names under which the articles speak of it, sorted, without `name`.
    pub aliases: Vec<String>,
    /// What it comes to. Of a date: ISO 8601, as far as it is known: a date, a time, an interval `first/last` with its ends
    /// included, `first/..` and `../last` for what lies open, a length `P1W` for what comes again. Of a quantity: a plain decimal
    /// with the symbol of its unit (ISO 4217 for money, SI), `#25` for a place in a row, ISO 8601's `PT3H` for a length of time. Of
    /// a place that our lists know there: its item in Wikidata, `Q148`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

impl Entity {
    /// The address of its item in Wikidata, where its value is one.
    #[must_use]
    pub fn wikidata(&self) -> Option<String> {
        let item = self.value.as_deref().filter(|_| self.kind == Kind::Place)?;
        item.starts_with('Q').then(|| ["https://www.wikidata.org/wiki/", item].concat())
    }

    /// The id an entity gets from its kind and principal name.
    #[must_use]
    pub fn id_for(kind: &Kind, name: &str) -> EntityId {
        EntityId::new(&format!("{kind}:{name}"))
    }
}
