//! What a line can be seen to be beside its neighbours.

use std::ops::Range;

use super::{Part, Role};
use crate::parse::lexicon::{List, phrases};
use crate::parse::lines::Line;
use crate::parse::marks::{Sort, Style};
use crate::parse::shape::{End, Shape};
use crate::parse::writer::{has_post, is_post};

/// A name over `Staff Reporter` or `Science editor` is the writer's.
pub(super) fn sign_names(page: &str, parts: &mut [Part]) {
    for n in 1..parts.len() {
        let posted = parts.get(n).is_some_and(|part| match part.role {
            Role::Byline => is_post(part.first(page)),
            Role::Text => has_post(part.first(page)),
            _ => false,
        });
        let above = n.checked_sub(1).and_then(|n| parts.get(n));
        let is_named = above.is_some_and(|above| {
            let words = above.first(page).split_whitespace();
            above.role == Role::Text
                && (2..=4).contains(&words.clone().count())
                && words.clone().all(|word| word.starts_with(char::is_uppercase))
        });
        for part in parts.iter_mut().skip(n - 1).take(2).filter(|_| posted && is_named) {
            part.role = Role::Byline;
        }
    }
}

/// A number makes an item only beside its neighbour in the list; a short line behind a bullet that
/// running text follows is a heading.
pub(super) fn settle_items(page: &str, lines: &[Line], parts: &mut [Part]) {
    for n in 0..parts.len() {
        let Some(Role::Item(sort)) = parts.get(n).map(|part| part.role) else { continue };
        let is_item = match sort {
            Sort::Number(style, value) => {
                is_numbered(parts, n, style, value)
                    && !(heads_part(parts, n) && heads_beside(parts, n))
            }
            Sort::Bullet(_) => is_bulleted(parts, n),
        };
        if let Some(part) = parts.get_mut(n)
            && !is_item
        {
            part.role = Role::Text;
            if matches!(sort, Sort::Number(..))
                && let Some(line) = lines.get(part.line)
            {
                part.marks.clear();
                part.ranges = vec![line.range.clone()];
                part.shape = Shape::of(page.get(line.range.clone()).unwrap_or_default());
            }
        }
    }
}

/// Whether a neighbour of the part at `n` has the number before its own or the one after.
fn is_numbered(parts: &[Part], n: usize, style: Style, value: u32) -> bool {
    let near = |m: Option<usize>| m.and_then(|m| parts.get(m));
    let at = |m: Option<usize>, wanted: Option<u32>| {
        near(m).is_some_and(|part| match part.role {
            Role::Item(Sort::Number(s, v)) => s == style && Some(v) == wanted,
            _ => false,
        })
    };
    let (before, after) = (value.checked_sub(1), value.checked_add(1));
    let goes_on = |m: Option<usize>| near(m).is_some_and(|part| part.shape.end != End::Stop);
    let text_before = near(n.checked_sub(1)).is_some_and(|part| part.role == Role::Text);
    at(n.checked_sub(1), before)
        || at(Some(n + 1), after)
        || (goes_on(Some(n)) || goes_on(Some(n + 1))) && at(Some(n + 2), after)
        || text_before && at(n.checked_sub(2), before)
}

/// Whether the part at `n` is a few words behind a number, with a text below that is a paragraph by itself.
fn heads_part(parts: &[Part], n: usize) -> bool {
    let (Some(part), Some(after)) = (parts.get(n), parts.get(n + 1)) else { return false };
    let few = part.shape.end == End::Bare && part.shape.size <= 12 && part.shape.commas == 0;
    let told = after.role == Role::Text && after.shape.end == End::Stop;
    few && told && after.shape.size >= part.shape.size + 8
}

/// Whether the number before or after that of the part at `n` stands over a text likewise. What has been judged before is
/// no item any more.
fn heads_beside(parts: &[Part], n: usize) -> bool {
    let same = |m: Option<usize>| {
        let part = m.and_then(|m| parts.get(m));
        part.is_some_and(|part| matches!(part.role, Role::Item(Sort::Number(..))))
            && m.is_some_and(|m| heads_part(parts, m))
    };
    same(Some(n + 2)) || same(n.checked_sub(2))
}

/// Whether the part at `n` has a neighbour with the same bullet, or is not short with text after it.
fn is_bulleted(parts: &[Part], n: usize) -> bool {
    let Some(part) = parts.get(n) else { return false };
    let (before, after) = (n.checked_sub(1).and_then(|m| parts.get(m)), parts.get(n + 1));
    let same = |other: Option<&Part>| other.is_some_and(|other| other.role == part.role);
    let headed = part.shape.end == End::Bare && part.shape.size <= 20;
    let text_follows = after.is_some_and(|after| match after.role {
        Role::Text => true,
        Role::Item(_) => after.role != part.role,
        _ => false,
    });
    same(before) || same(after) || !(headed && text_follows)
}

/// Below 相關新聞 stand headlines of stories that are not on this page: until text comes, they are
/// furniture as well.
pub(super) fn set_related_aside(page: &str, parts: &mut [Part]) {
    let mut after_related = false;
    let mut n = 0;
    while n < parts.len() {
        let follows_text = parts.get(n + 1).is_some_and(|next| {
            next.role == Role::Text && next.shape.end == End::Stop || next.role == Role::Label
        });
        let Some(part) = parts.get_mut(n) else { break };
        if !after_related && part.role != Role::Furniture {
            n += 1;
            continue;
        }
        let text = part.first(page);
        let asks = text.ends_with(['？', '！', '?', '!']) || part.shape.end == End::Bare;
        // A line in capitals alone is a heading of the paper's.
        let shouts = !part.shape.cjk && !text.contains(char::is_lowercase);
        let link = matches!(part.role, Role::Text | Role::Item(_))
            && asks
            && !shouts
            && part.shape.size <= 40
            && !text.contains(['。', '；']);
        if after_related && link && !follows_text {
            part.role = Role::Furniture;
            part.ranges = vec![whole(part)];
            part.marks.clear();
        } else {
            let names_related = || {
                phrases(List::Related)
                    .has(part.first(page).trim_matches(|c: char| !c.is_alphanumeric()))
            };
            after_related = part.role == Role::Furniture && names_related();
        }
        n += 1;
    }
}

/// The head of a letter, two lines or more at the top of a page that each say from whom, to whom, when or about what it is.
pub(super) fn set_mail_head_aside(page: &str, parts: &mut [Part]) {
    const FIELDS: [&str; 18] = [
        "From",
        "To",
        "Cc",
        "Bcc",
        "Sent",
        "Date",
        "Subject",
        "Reply-To",
        "寄件者",
        "寄件人",
        "收件者",
        "收件人",
        "副本",
        "主旨",
        "发件人",
        "抄送",
        "发送时间",
        "主题",
    ];
    let is_field = |part: &&Part| {
        let text = page.get(whole(part)).unwrap_or_default();
        let colon = text.split_once([':', '：']);
        colon.is_some_and(|(name, rest)| FIELDS.contains(&name.trim()) && !rest.trim().is_empty())
    };
    let fields = parts.iter().take_while(is_field).count();
    for part in parts.iter_mut().take(fields).filter(|_| fields > 1) {
        part.role = Role::Furniture;
        part.ranges = vec![whole(part)];
        part.marks.clear();
    }
}

/// From the first of its marks to the end of its text.
fn whole(part: &Part) -> Range<usize> {
    let starts = part.marks.iter().chain(&part.ranges).map(|range| range.start).min();
    let ends = part.marks.iter().chain(&part.ranges).map(|range| range.end).max();
    starts.unwrap_or_default()..ends.unwrap_or_default()
}
