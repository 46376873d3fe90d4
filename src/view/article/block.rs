//! What stands in a section: paragraphs, lists, notes, quotes, code, tables, figures.

use leptos::prelude::*;

use super::story::{Story, figure};
use super::text::text;
use crate::model::{At, Block, Sublist, small};
use crate::view::element::{El, el};
use crate::view::state::Target;
use crate::view::url;

/// Block `b` of section `s`, which is number `n` counted through the whole article.
pub(super) fn block(story: &Story, s: usize, b: usize, n: usize) -> Option<El> {
    let block = story.article.sections.get(s).and_then(|section| section.blocks.get(b))?;
    let id = url::element_id(story.id(), Some(Target::Paragraph(n)));
    let own = || text(story, At::text(s, b));
    let (tag, class) = match block {
        Block::Paragraph { .. } => ("p", "para"),
        Block::Note { .. } => ("p", "note"),
        Block::Quote { .. } => ("blockquote", "quote"),
        Block::Code { .. } => ("pre", "code"),
        Block::List { ordered: true, .. } => ("ol", "list"),
        Block::List { .. } => ("ul", "list"),
        Block::Table { .. } => ("div", "table-wrap"),
        Block::Figure { caption } => return Some(figure(story, *caption).set("id", id)),
    };
    let around = el(tag).class(class).set("id", id);
    let link = permalink(story, n);
    Some(match block {
        Block::Paragraph { .. } | Block::Note { .. } | Block::Quote { .. } => {
            around.child(own()).child(link)
        }
        Block::Code { .. } => around.child(el("code").child(own())).child(link),
        Block::List { first, items, nested, .. } => {
            let start = (*first != 1).then(|| first.to_string());
            let mut list = List { story, s, b, nested, link: Some(link) };
            around.set_some("start", start).children(list.items(0, small(items.len())))
        }
        Block::Table { rows } => around.child(table(story, s, b, rows)).child(link),
        Block::Figure { .. } => around,
    })
}

/// The mark in the margin that links to a block. It holds no text, so that copying and finding in the
/// page meet nothing but the article's own words.
fn permalink(story: &Story, n: usize) -> El {
    let href = url::link(story.id(), Some(Target::Paragraph(n)));
    el("a").class("para-link").set("href", href).set("aria-label", story.words.permalink)
}

/// A list that is being drawn.
struct List<'a> {
    story: &'a Story,
    s: usize,
    b: usize,
    /// The lists within it that are not drawn yet.
    nested: &'a [Sublist],
    /// The permalink. It stands in the first item, since a list holds nothing but items.
    link: Option<El>,
}

impl List<'_> {
    /// The items from `start` up to `end`, each with the lists that belong to it.
    fn items(&mut self, start: u32, end: u32) -> Vec<AnyView> {
        let mut drawn = Vec::new();
        let mut i = start;
        while i < end {
            let mut item = vec![text(self.story, At::item(self.s, self.b, i as usize))];
            item.extend(self.link.take().map(Into::into));
            i += 1;
            while let Some((inner, rest)) = self.nested.split_first()
                && inner.start == i
                && i < end
            {
                self.nested = rest;
                i = inner.end.clamp(i, end);
                let tag = if inner.ordered { "ol" } else { "ul" };
                item.push(el(tag).class("list").children(self.items(inner.start, i)).into());
            }
            drawn.push(el("li").children(item).into());
        }
        drawn
    }
}

fn table(story: &Story, s: usize, b: usize, rows: &[Vec<String>]) -> El {
    let row = |r: usize| {
        let length = rows.get(r).map_or(0, Vec::len);
        let cell = |c| {
            let cell = if r == 0 { el("th").set("scope", "col") } else { el("td") };
            cell.child(text(story, At::cell(s, b, r, c))).into()
        };
        el("tr").children((0..length).map(cell).collect())
    };
    let body = (1..rows.len()).map(|r| row(r).into()).collect();
    el("table").child(el("thead").child(row(0))).child(el("tbody").children(body))
}
