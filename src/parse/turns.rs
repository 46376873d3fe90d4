//! Stories that begin on one page and go on, on another: 下轉A5版, 上接A1版, Continued on Page 7.

use std::collections::{BTreeMap, BTreeSet};
use std::iter;

use super::furniture::sheet_of;
use crate::model::{Article, Section};

/// Where a story goes on, or from where it comes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turn {
    /// The article's index.
    pub article: usize,
    /// The day of the article, in ISO 8601, where it is known.
    pub day: Option<String>,
    /// The number of the page it stands on, as in `A1`, where that is printed.
    pub page: Option<String>,
    /// The page on which it goes on.
    pub to: Option<String>,
    /// The page on which it begins.
    pub from: Option<String>,
}

const TO: [&str; 8] =
    ["下轉", "下转", "轉", "转", "Continued on", "CONTINUED ON", "Turn to", "Please turn to"];
const FROM: [&str; 6] = ["上接", "接", "續", "Continued from", "CONTINUED FROM", "From page"];

/// The turns of a page's stories, by what they print of them.
pub(super) fn turns(articles: &[Article]) -> Vec<Turn> {
    let printed = articles.iter().flat_map(|article| &article.furniture);
    let page = printed.filter(|line| !is_turn(line)).find_map(|line| sheet_of(line));
    let of = |article: &Article, words: &[&str]| {
        article.furniture.iter().find_map(|line| sheet_of(after(line, words)?))
    };
    let turns = articles.iter().enumerate().map(|(n, article)| Turn {
        article: n,
        day: article.day.clone(),
        page: page.clone(),
        to: of(article, &TO),
        from: of(article, &FROM),
    });
    turns.filter(|turn| turn.to.is_some() || turn.from.is_some()).collect()
}

/// Whether a line says that a story goes on elsewhere or comes from elsewhere.
pub(super) fn is_turn(line: &str) -> bool {
    after(line, &TO).or(after(line, &FROM)).and_then(sheet_of).is_some()
}

/// Whether a line says that what follows it comes from another page.
pub(super) fn comes(line: &str) -> bool {
    after(line, &FROM).and_then(sheet_of).is_some()
}

/// What follows one of the words at the beginning of a line.
fn after<'a>(line: &'a str, words: &[&str]) -> Option<&'a str> {
    let bare = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    words.iter().find_map(|word| bare.strip_prefix(word))
}

/// For each article that is the rest of another, that other: the turns of each name the page of the other's, where it prints
/// one, and no third article is in question. Pages of one day are put together first, then those whose day is not known
/// with the others.
///
/// ```
/// use newsprint::parse::{Turn, continued};
///
/// let page = |name: &str| Some(name.to_owned());
/// let first = Turn { article: 0, page: page("A1"), to: page("A5"), ..Turn::default() };
/// let rest = Turn { article: 3, page: page("A5"), from: page("A1"), ..Turn::default() };
/// assert_eq!(Vec::from_iter(continued(&[first, rest])), [(3, 0)]);
/// ```
#[must_use]
pub fn continued(turns: &[Turn]) -> BTreeMap<usize, usize> {
    let mut by_day: BTreeMap<Option<&str>, Vec<&Turn>> = BTreeMap::new();
    for turn in turns {
        by_day.entry(turn.day.as_deref()).or_default().push(turn);
    }
    let mut found: BTreeMap<usize, usize> = BTreeMap::new();
    for of_day in by_day.values() {
        found.extend(pairs(of_day));
    }
    let begun: BTreeSet<usize> = found.values().copied().collect();
    let open = |turn: &&Turn| {
        turn.from.is_some() && !found.contains_key(&turn.article)
            || turn.to.is_some() && !begun.contains(&turn.article)
    };
    let open: Vec<&Turn> = turns.iter().filter(open).collect();
    let late = pairs(&open).into_iter();
    let late: Vec<(usize, usize)> = late
        .filter(|(rest, before)| !found.contains_key(rest) && !begun.contains(before))
        .collect();
    found.extend(late);
    found
}

/// Turns by the page on which the story begins and the one on which it goes on.
type ByPages<'a> = BTreeMap<(Option<&'a str>, Option<&'a str>), Vec<&'a Turn>>;

/// The pairs, rest and beginning, of which neither fits a third.
fn pairs(turns: &[&Turn]) -> Vec<(usize, usize)> {
    let (mut befores, mut afters) = (ByPages::new(), ByPages::new());
    for turn in turns {
        let page = turn.page.as_deref();
        // A page that does not print its number fits every number, but two such could be any two.
        if let to @ Some(_) = turn.to.as_deref() {
            befores.entry((page, to)).or_default().push(turn);
            if page.is_some() {
                befores.entry((page, None)).or_default().push(turn);
            }
        }
        if let from @ Some(_) = turn.from.as_deref() {
            afters.entry((from, page)).or_default().push(turn);
            if page.is_some() {
                afters.entry((None, page)).or_default().push(turn);
            }
        }
    }
    let before_of = |after: &Turn| {
        let (from, page) = (after.from.as_deref(), after.page.as_deref());
        from.and_then(|_| only(after, &befores, (from, page), page.map(|_| (None, page))))
    };
    let after_of = |before: &Turn| {
        let (page, to) = (before.page.as_deref(), before.to.as_deref());
        only(before, &afters, (page, to), page.map(|_| (page, None)))
    };
    let of = |after: &&Turn| {
        let before = before_of(after)?;
        after_of(before).map(|_| (after.article, before.article))
    };
    turns.iter().filter_map(of).collect()
}

/// The one turn of another article that fits, if there is one and its day may be the same.
fn only<'a>(
    turn: &Turn,
    others: &ByPages<'a>,
    pages: (Option<&str>, Option<&str>),
    unnumbered: Option<(Option<&str>, Option<&str>)>,
) -> Option<&'a Turn> {
    let fit = iter::once(pages).chain(unnumbered).filter_map(|pages| others.get(&pages)).flatten();
    let mut fit = fit.filter(|other| other.article != turn.article);
    let one = fit.next().filter(|_| fit.next().is_none())?;
    let day = turn.day.is_none() || one.day.is_none() || turn.day == one.day;
    day.then_some(one)
}

/// Puts the rest of a story after its beginning. The rest's own head lines become a subhead.
pub fn go_on(article: &mut Article, rest: Article) {
    let heads = [rest.kicker, rest.headline, rest.deck, rest.label];
    let heads: Vec<String> = heads.into_iter().flatten().collect();
    let mut sections = rest.sections;
    if !heads.is_empty() {
        let heading = Some(heads.join(" "));
        match sections.first_mut().filter(|first| first.heading.is_none()) {
            Some(first) => first.heading = heading,
            None => sections.insert(0, Section { heading, level: 1, blocks: Vec::new() }),
        }
    }
    // Without a subhead the text goes on where it stopped.
    let same = sections.first().is_some_and(|first| first.heading.is_none());
    if let Some(last) = article.sections.last_mut().filter(|_| same) {
        last.blocks.append(&mut sections.remove(0).blocks);
    }
    article.sections.append(&mut sections);
    article.byline = match (article.byline.take(), rest.byline) {
        (Some(first), Some(second)) if first != second => Some(format!("{first} {second}")),
        (first, second) => once(first, second, &mut article.furniture),
    };
    article.source = once(article.source.take(), rest.source, &mut article.furniture);
    if article.date.is_none() {
        article.day = rest.day;
    }
    article.date = once(article.date.take(), rest.date, &mut article.furniture);
    article.captions.extend(rest.captions);
    article.furniture.extend(rest.furniture);
    article.markers.extend(rest.markers);
}

/// What a story says of itself once: where the rest says it again, or otherwise, that is kept beside the story.
fn once(
    first: Option<String>,
    second: Option<String>,
    furniture: &mut Vec<String>,
) -> Option<String> {
    match (first, second) {
        (Some(first), Some(second)) => {
            furniture.push(second);
            Some(first)
        }
        (first, second) => first.or(second),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_rest_says_of_itself_once_more_stands_beside_the_story() {
        let said = |text: &str| Some(text.to_owned());
        let of = |byline: &str, source: &str, date: &str| Article {
            byline: said(byline),
            source: said(source),
            date: said(date),
            day: said(date),
            ..Article::default()
        };
        let mut whole = of("沈若蘭", "海港通訊社", "2026-05-20");
        go_on(&mut whole, of("沈若蘭", "港口日報", "2026-05-21"));
        assert_eq!(whole.byline.as_deref(), Some("沈若蘭"));
        assert_eq!(whole.source.as_deref(), Some("海港通訊社"));
        assert_eq!(whole.day.as_deref(), Some("2026-05-20"));
        assert_eq!(whole.furniture, ["沈若蘭", "港口日報", "2026-05-21"]);
        let mut bare = Article::default();
        go_on(&mut bare, of("沈若蘭", "港口日報", "2026-05-21"));
        assert_eq!(bare.source.as_deref(), Some("港口日報"));
        assert_eq!((bare.day.as_deref(), bare.furniture.len()), (Some("2026-05-21"), 0));
    }
}
