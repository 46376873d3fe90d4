//! What a reader is looking at, and how it is presented: plain data, each half of it one half of the URL.

use crate::order::Set;

/// What a reader is looking at. Lives in the hash of the URL: see [`super::url`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The id of the article that is open.
    pub article: Option<String>,
    /// The place in it that a link led to.
    pub target: Option<Target>,
    /// What stands in the search box.
    pub query: String,
    /// Ids of entities; only articles that mention every one are shown.
    pub entities: Vec<String>,
    /// Labels; only articles with one of them are shown.
    pub labels: Vec<String>,
    /// Sources; only articles with one of them are shown.
    pub sources: Vec<String>,
    /// The first day, as `2026`, `2026-05` or `2026-05-20`.
    pub from: Option<String>,
    /// The last day, likewise; `2026-05` means until the end of May.
    pub to: Option<String>,
    /// Names of the kinds whose mentions are not marked; `None` is as the author set it.
    pub hidden_kinds: Option<Set<String>>,
    /// Folded sections: the article's id and the section's number, from 0.
    pub folded: Set<(String, usize)>,
    /// The id of the entity whose card is open.
    pub card: Option<String>,
    /// What stands in place of the articles: a view of the names, and after colons what it shows of them. The script that
    /// draws it (`src/site/atlas`) reads it.
    pub view: Option<String>,
}

/// A place in an article that a link can lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A section's number, from 0.
    Section(usize),
    /// A block's number, from 0, counted through the whole article: paragraphs, lists, notes, quotes,
    /// code and tables alike.
    Paragraph(usize),
}

impl Reading {
    /// Whether anything narrows the list of stories.
    #[must_use]
    pub fn narrows(&self) -> bool {
        !self.query.trim().is_empty() || self.filters()
    }

    /// Whether a filter is set.
    #[must_use]
    pub fn filters(&self) -> bool {
        !(self.entities.is_empty() && self.labels.is_empty() && self.sources.is_empty())
            || self.from.is_some()
            || self.to.is_some()
    }

    /// Whether it needs all entities of an edition, and who mentions them.
    #[must_use]
    pub fn wants_names(&self) -> bool {
        self.card.is_some() || self.view.is_some() || !self.entities.is_empty()
    }

    /// Takes every filter and the query back.
    pub fn widen(&mut self) {
        self.query.clear();
        self.entities.clear();
        self.labels.clear();
        self.sources.clear();
        self.from = None;
        self.to = None;
    }
}

/// How the page presents itself. Lives in the query of the URL, and what a reader chose by hand in the
/// browser's storage; what a URL brought is never stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presentation {
    /// Whether the page stands in a frame of another page.
    pub embed: bool,
    /// Light, dark, or as the system has it.
    pub theme: Theme,
    /// The interface's language as BCP 47; `None` is as the browser asks.
    pub lang: Option<String>,
    /// How much of the page is shown.
    pub ui: Ui,
    /// Whether the page shows its title.
    pub title: bool,
    /// The article that has the page to itself, as on the page made for it: some hosts of frames cut the hash off.
    pub article: Option<String>,
    /// The kinds whose mentions are marked, apart by commas, where the hash does not say; `0` is none.
    pub entities: Option<String>,
}

impl Default for Presentation {
    fn default() -> Self {
        Self {
            embed: false,
            theme: Theme::Auto,
            lang: None,
            ui: Ui::Full,
            title: true,
            article: None,
            entities: None,
        }
    }
}

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Black on white.
    Light,
    /// White on black.
    Dark,
}

impl Theme {
    /// The theme's name in URLs, in `newsprint.toml` and in `data-theme`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Auto, Self::Light, Self::Dark].into_iter().find(|theme| theme.as_str() == name)
    }

    /// The one that a click on the theme button turns to.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Auto => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Auto,
        }
    }
}

/// How much of the page is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ui {
    /// Everything.
    #[default]
    Full,
    /// The text and its outline, without search and lists.
    Article,
    /// The text alone.
    Minimal,
}

impl Ui {
    /// The name in URLs and in `data-ui`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Article => "article",
            Self::Minimal => "minimal",
        }
    }

    /// The one with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Full, Self::Article, Self::Minimal].into_iter().find(|ui| ui.as_str() == name)
    }
}

/// Which sheet is open where there is no room for rails.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// None: the text.
    #[default]
    None,
    /// The list of stories and the filters.
    Stories,
    /// The search box.
    Search,
    /// The outline.
    Outline,
    /// The entities.
    Entities,
}

impl Panel {
    /// The name in `data-panel`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Stories => "stories",
            Self::Search => "search",
            Self::Outline => "outline",
            Self::Entities => "entities",
        }
    }
}

/// How mentions are marked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Marks {
    /// By a line of each kind's own, in its colour.
    #[default]
    Kinds,
    /// As Chinese books mark them: proper names by a straight line (專名號), titles by a wavy one (書名號), in ink.
    Book,
    /// Not at all.
    Off,
}

impl Marks {
    /// The name in `data-marks` and in the browser's storage.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Kinds => "on",
            Self::Book => "book",
            Self::Off => "off",
        }
    }

    /// The one with this name; any other name is none of ours.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        match name {
            "book" => Self::Book,
            "off" => Self::Off,
            _ => Self::Kinds,
        }
    }

    /// The one that a click on the button turns to.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Kinds => Self::Book,
            Self::Book => Self::Off,
            Self::Off => Self::Kinds,
        }
    }
}
