//! One string of an article, with its mentions, its styles and its hits.

use leptos::prelude::*;

use super::dress::{Dress, mentions_at, styles_at};
use super::pieces::{Piece, Wrap, pieces};
use super::story::Story;
use crate::model::{Article, At, EntityId, InSection, Mention, Span, Style, Styling};
use crate::view::element::el;
use crate::view::{live, url};

/// The string at a place. It is drawn anew when its own hits or its own kinds change, and only then.
pub(super) fn text(story: &Story, at: At) -> AnyView {
    let Story { article, drawn, current, hidden, .. } = story.clone();
    let dress = live::memo({
        let article = article.clone();
        move || Dress::of(&article, at, &drawn.read(), current.get(), &hidden.read())
    });
    live::part(move || live::all(draw(&article, at, &dress.read())))
}

/// What the elements of one string are made from.
struct Drawing<'a> {
    text: &'a str,
    mentions: Vec<&'a Mention>,
    styles: &'a [Style],
    current: Option<usize>,
    /// Whether the whole string stands in a button, as a subhead does: nothing in it is a link.
    in_button: bool,
}

fn draw(article: &Article, at: At, dress: &Dress) -> Vec<AnyView> {
    let text = article.text_at(at).unwrap_or_default();
    let mentions = mentions_at(article, at).iter();
    let mentions: Vec<&Mention> =
        mentions.filter(|mention| !dress.hidden.contains(mention.kind.as_str())).collect();
    let styles = styles_at(article, at);
    let spans: Vec<Span> = mentions.iter().map(|mention| mention.span).collect();
    let set: Vec<(Span, &Styling)> = styles.iter().map(|it| (it.span, &it.styling)).collect();
    let tree = pieces(text, &spans, &set, &dress.hits);
    let in_button = matches!(at, At::Section(_, InSection::Heading));
    Drawing { text, mentions, styles, current: dress.current, in_button }.all(&tree)
}

impl Drawing<'_> {
    fn all(&self, tree: &[Piece]) -> Vec<AnyView> {
        tree.iter().map(|piece| self.one(piece)).collect()
    }

    fn one(&self, piece: &Piece) -> AnyView {
        match piece {
            Piece::Text(range) => {
                live::text(self.text.get(range.clone()).unwrap_or_default().to_owned())
            }
            // A lone part needs no list, which would cost a node of its own in the page.
            Piece::Around(wrap, within) => match &within[..] {
                [part] => self.around(*wrap, self.one(part)),
                parts => self.around(*wrap, live::all(self.all(parts))),
            },
        }
    }

    fn around(&self, wrap: Wrap, within: AnyView) -> AnyView {
        match wrap {
            Wrap::Hit(n) => {
                let current = (self.current == Some(n)).then(|| "true".to_owned());
                el("mark").class("hit").set_some("data-current", current).child(within).into()
            }
            Wrap::Mention { index, linked } => match self.mentions.get(index) {
                Some(mention) => named(mention, linked || self.in_button, within),
                None => within,
            },
            Wrap::Link(n) => match self.styles.get(n).map(|style| &style.styling) {
                Some(Styling::Link(target)) if leads_out(target) && !self.in_button => el("a")
                    .set("href", target.clone())
                    .set("rel", "noopener noreferrer")
                    .set("target", "_blank")
                    .child(within)
                    .into(),
                _ => within,
            },
            Wrap::Code => el("code").child(within).into(),
            Wrap::Strong => el("strong").child(within).into(),
            Wrap::Emphasis => el("em").child(within).into(),
        }
    }
}

/// A mention. It is reached by pointer and from the list of entities, not by Tab, which would stop at
/// every name of a long text; within a link or a button it is no link itself.
fn named(mention: &Mention, linked: bool, within: AnyView) -> AnyView {
    let kind = mention.kind.as_str().to_owned();
    let ids: Vec<&str> = mention.entities.iter().map(EntityId::as_str).collect();
    let ids = ids.join(" ");
    let mention = if linked {
        el("span")
    } else {
        let card = mention.entities.first().map(|id| url::card_link(id.as_str()));
        el("a").set("tabindex", "-1").set_some("href", card)
    };
    mention.class("mention").set("data-kind", kind).set("data-entity", ids).child(within).into()
}

/// Whether a link is of a sort that is followed: what a page may run or read is never linked to.
fn leads_out(target: &str) -> bool {
    ["http://", "https://", "mailto:"].iter().any(|scheme| {
        target.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    })
}
