//! Makes an article of a story's parts, and notes where each string stood.

mod blocks;
mod cuts;

use std::ops::Range;

use super::brackets::trimmed;
use super::day::{self, Day};
use super::draft::{Draft, Flow};
use super::language::language_of;
use super::marks::Sort;
use super::roles::Part;
use super::{Origin, Place};
use crate::model::{Article, At, Caption, Section};
use crate::read::needs_space;

/// The article of a draft, and where its strings stood. `page_day` lends the year to days without one.
pub(super) fn article(
    page: &str,
    parts: &[Part],
    draft: &Draft,
    index: usize,
    page_day: Option<Day>,
) -> (Article, Vec<Origin>) {
    let mut builder = Builder {
        page,
        parts,
        index,
        article: Article::default(),
        origins: Vec::new(),
        marks: Vec::new(),
        section: None,
        list: None,
        day: Day::default(),
        byline: Vec::new(),
    };
    builder.body(&draft.flow);
    builder.head(draft);
    builder.captions(&draft.captions);
    builder.set_aside(&draft.furniture);
    let mut article = builder.article;
    let told = builder.day != Day::default();
    // What says no day of its own is of the page's.
    let day = if told { builder.day.within(page_day) } else { page_day.unwrap_or_default() };
    article.day = day.iso();
    article.language = language_of(article.texts().map(|(_, text)| text)).to_owned();
    builder.origins.sort_by_key(|origin| origin.place);
    (article, builder.origins)
}

struct Builder<'a> {
    page: &'a str,
    parts: &'a [Part],
    index: usize,
    article: Article,
    origins: Vec<Origin>,
    /// Marks, to be put in order at the end.
    marks: Vec<Range<usize>>,
    section: Option<Section>,
    /// The mark of the list that is open.
    list: Option<Sort>,
    day: Day,
    /// Bylines cut out of paragraphs.
    byline: Vec<Range<usize>>,
}

impl Builder<'_> {
    /// The text of ranges, joined as their ends ask for.
    fn text(&self, ranges: &[Range<usize>]) -> String {
        let mut text = String::new();
        for range in ranges {
            let piece = self.page.get(range.clone()).unwrap_or_default();
            if let (Some(last), Some(first)) = (text.chars().next_back(), piece.chars().next())
                && needs_space(last, first)
            {
                text.push(' ');
            }
            text.push_str(piece);
        }
        text
    }

    fn origin(&mut self, place: Place, ranges: Vec<Range<usize>>) {
        self.origins.push(Origin { article: self.index, place, ranges });
    }

    /// The texts of several parts as one string, with a space between them.
    fn field(&mut self, at: At, parts: &[usize], cut: Vec<Range<usize>>) -> Option<String> {
        let mut wholes: Vec<Vec<Range<usize>>> = Vec::new();
        for part in parts.iter().filter_map(|n| self.parts.get(*n)) {
            wholes.push(part.ranges.clone());
            self.marks.extend(part.marks.iter().cloned());
        }
        wholes.extend(cut.into_iter().map(|range| vec![range]));
        wholes.sort_by_key(|ranges| ranges.first().map_or(0, |range| range.start));
        let texts: Vec<String> = wholes.iter().map(|ranges| self.text(ranges)).collect();
        let text = texts.join(" ");
        if text.is_empty() {
            return None;
        }
        self.origin(Place::At(at), wholes.concat());
        Some(text)
    }

    fn head(&mut self, draft: &Draft) {
        self.article.kicker = self.field(At::Kicker, &draft.kicker, Vec::new());
        let headline: Vec<usize> = draft.headline.into_iter().collect();
        self.article.headline = self.field(At::Headline, &headline, Vec::new());
        self.article.deck = self.field(At::Deck, &draft.deck, Vec::new());
        self.article.label = self.field(At::Label, &draft.label, Vec::new());
        let cut = std::mem::take(&mut self.byline);
        self.article.byline = self.field(At::Byline, &draft.byline, cut);
        if let Some(source) = self.field(At::Source, &draft.source, Vec::new()) {
            self.article.source = Some(source);
        }
        if let Some(date) = self.field(At::Date, &draft.date, Vec::new()) {
            self.day = day::of_field(&date);
            self.article.date = Some(date);
        }
    }

    fn body(&mut self, flow: &[Flow]) {
        let mut first = true;
        for step in flow {
            match step {
                Flow::Subhead(n, lines) => self.subhead(*n, *lines),
                Flow::Block(n) => {
                    let Some(part) = self.parts.get(*n) else { continue };
                    self.block(part, std::mem::take(&mut first));
                }
            }
        }
        self.close_section();
    }

    fn subhead(&mut self, n: usize, lines: usize) {
        self.close_section();
        let parts: Vec<usize> = (n..n + lines).collect();
        let heading = self.field(At::heading(self.article.sections.len()), &parts, Vec::new());
        self.section = Some(Section { heading, level: 1, blocks: Vec::new() });
    }

    fn close_section(&mut self) {
        self.list = None;
        if let Some(section) = self.section.take() {
            self.article.sections.push(section);
        }
    }

    fn captions(&mut self, parts: &[usize]) {
        for part in parts.iter().filter_map(|n| self.parts.get(*n)) {
            let n = crate::model::small(self.article.captions.len());
            self.marks.extend(part.marks.iter().cloned());
            let text = self.text(&part.ranges);
            self.origin(Place::At(At::Caption(n)), part.ranges.clone());
            let credit = part.credit.clone().map(|range| {
                let credit = self.text(std::slice::from_ref(&range));
                self.origin(Place::At(At::Credit(n)), vec![range]);
                credit
            });
            self.article.captions.push(Caption { text, credit, picture: None });
        }
    }

    /// Furniture and markers, in the order of the page.
    fn set_aside(&mut self, furniture: &[usize]) {
        for part in furniture.iter().filter_map(|n| self.parts.get(*n)) {
            let place = Place::Furniture(self.article.furniture.len());
            self.article.furniture.push(self.text(&part.ranges));
            self.origin(place, part.ranges.clone());
            self.marks.extend(part.marks.iter().cloned());
        }
        let mut marks = std::mem::take(&mut self.marks);
        marks.sort_by_key(|mark| mark.start);
        for mark in marks {
            let mark = trimmed(self.page, mark);
            if mark.is_empty() {
                continue;
            }
            let place = Place::Marker(self.article.markers.len());
            self.article.markers.push(self.text(std::slice::from_ref(&mark)));
            self.origin(place, vec![mark]);
        }
    }
}
