use std::fmt;

use serde::{Deserialize, Serialize};

/// The text of an id. Where a corpus is made, all mentions of a thing share one: it has some hundred thousand.
#[cfg(not(target_arch = "wasm32"))]
type Text = std::sync::Arc<str>;
/// The text of an id. A browser holds few mentions at once, and sharing would be more code to load.
#[cfg(target_arch = "wasm32")]
type Text = String;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Text);

        impl $name {
            /// Takes an id as it stands. White space becomes `_`, since ids are listed with spaces
            /// between them in an HTML attribute.
            #[must_use]
            pub fn new(id: &str) -> Self {
                let id = id.chars().map(|c| if c.is_whitespace() { '_' } else { c });
                Self(id.collect::<String>().into())
            }

            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id! {
    /// Names an article for good: given by the author, or derived from what the article says. Only
    /// articles whose ids would be the same are told apart by a number, in the order in which they come.
    ArticleId
}

id! {
    /// Names an entity: its kind and its principal name, as in `person:王小明`.
    EntityId
}
