//! What stands in a section: paragraphs, lists, notes, quotes, code, tables.

use leptos::prelude::*;

use super::story::Story;
use super::text::text;
use crate::model::{At, Block};
use crate::view::state::Target;
use crate::view::url;

/// Block `b` of section `s`, which is number `n` counted through the whole article.
pub(super) fn block(story: &Story, s: usize, b: usize, n: usize) -> AnyView {
    let block = story.article.sections.get(s).and_then(|section| section.blocks.get(b));
    let Some(block) = block else { return ().into_any() };
    let id = url::element_id(story.id(), Some(Target::Paragraph(n)));
    let link = permalink(story, n);
    let own = || text(story, At::text(s, b));
    match block {
        Block::Paragraph { .. } => view! { <p class="para" id=id>{own()}{link}</p> }.into_any(),
        Block::Note { .. } => view! { <p class="note" id=id>{own()}{link}</p> }.into_any(),
        Block::Quote { .. } => {
            view! { <blockquote class="quote" id=id>{own()}{link}</blockquote> }.into_any()
        }
        Block::Code { .. } => {
            view! { <pre class="code" id=id><code>{own()}</code>{link}</pre> }.into_any()
        }
        Block::List { ordered, items } => {
            let items = list(story, s, b, items.len(), link);
            if *ordered {
                view! { <ol class="list" id=id>{items}</ol> }.into_any()
            } else {
                view! { <ul class="list" id=id>{items}</ul> }.into_any()
            }
        }
        Block::Table { rows } => {
            view! { <div class="table-wrap" id=id>{table(story, s, b, rows)}{link}</div> }
                .into_any()
        }
    }
}

/// The mark in the margin that links to a block. It holds no text, so that copying and finding in the
/// page meet nothing but the article's own words.
fn permalink(story: &Story, n: usize) -> AnyView {
    let href = url::link(story.id(), Some(Target::Paragraph(n)));
    view! { <a class="para-link" href=href aria-label=story.words.permalink></a> }.into_any()
}

/// The items; the list's permalink stands in the first, since a list holds nothing but items.
fn list(story: &Story, s: usize, b: usize, length: usize, link: AnyView) -> Vec<AnyView> {
    let mut link = Some(link);
    let items = (0..length)
        .map(|i| view! { <li>{text(story, At::item(s, b, i))}{link.take()}</li> }.into_any());
    items.collect()
}

fn table(story: &Story, s: usize, b: usize, rows: &[Vec<String>]) -> AnyView {
    let row = |r: usize| -> Vec<AnyView> {
        let length = rows.get(r).map_or(0, Vec::len);
        let cells = (0..length).map(|c| {
            let cell = text(story, At::cell(s, b, r, c));
            if r == 0 {
                view! { <th scope="col">{cell}</th> }.into_any()
            } else {
                view! { <td>{cell}</td> }.into_any()
            }
        });
        cells.collect()
    };
    let body: Vec<_> = (1..rows.len()).map(|r| view! { <tr>{row(r)}</tr> }).collect();
    view! {
        <table>
            <thead>
                <tr>{row(0)}</tr>
            </thead>
            <tbody>{body}</tbody>
        </table>
    }
    .into_any()
}
