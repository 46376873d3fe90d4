//! The heading lines at which a story begins: whether one does, and which of them is what.

use std::cmp::Ordering;

use super::Composer;
use super::told::opening;
use crate::parse::draft::Flow;
use crate::parse::lexicon::{List, phrases};
use crate::parse::overlap::share_in;
use crate::parse::roles::Role;
use crate::parse::rules::judge;
use crate::parse::shape::{End, Shape};
use crate::parse::stories::Run;
use crate::parse::wording::is_shouted;
use crate::parse::{contact, headline, turns};

/// Heading lines and rubrics that stand together, with what stands below them: indices of parts.
pub(super) struct Heading {
    /// The first of them.
    pub start: usize,
    /// The part after the last of them.
    pub end: usize,
    /// The part after the byline, the source and the day below them.
    pub signed: usize,
    /// What follows, captions and furniture left out; none at the page's end.
    pub after: Option<usize>,
    /// The heading lines.
    pub heads: Vec<usize>,
    /// The rubrics.
    pub labels: Vec<usize>,
}

impl Heading {
    /// Whether a byline, a source or a day stands below.
    pub(super) fn is_signed(&self) -> bool {
        self.signed > self.end
    }
}

impl<'a> Composer<'a> {
    /// The heading that begins at `n`.
    pub(super) fn heading(&self, n: usize) -> Heading {
        let role = |m: usize| self.role(m);
        let mut end = n;
        while matches!(role(end), Some(Role::Head | Role::Label)) {
            end += 1;
        }
        let mut signed = end;
        while matches!(role(signed), Some(Role::Byline | Role::Source | Role::Date)) {
            signed += 1;
        }
        let after = (signed..self.parts.len())
            .find(|m| !matches!(role(*m), Some(Role::Caption | Role::Furniture | Role::Rule)));
        let heads = (n..end).filter(|m| role(*m) == Some(Role::Head)).collect();
        let labels = (n..end).filter(|m| role(*m) == Some(Role::Label)).collect();
        Heading { start: n, end, signed, after, heads, labels }
    }

    /// The line at `n` alone as the title of the lines below it.
    pub(super) fn title(n: usize) -> Heading {
        let (start, end) = (n, n + 1);
        Heading { start, end, signed: end, after: Some(end), heads: vec![n], labels: Vec::new() }
    }

    /// The texts of parts and what they look like.
    pub(super) fn looks(&self, parts: impl Iterator<Item = usize>) -> Vec<(&'a str, Shape)> {
        let parts = parts.filter_map(|m| self.parts.get(m));
        parts.map(|part| (part.first(self.page), part.shape)).collect()
    }

    /// Whether a heading opens a story.
    pub(super) fn opens_story(&mut self, heading: &Heading) -> bool {
        self.told.read_on(self.page, self.parts, &self.draft.flow);
        let line = self.parts.get(heading.start).and_then(|part| self.lines.get(part.line));
        let apart = line.is_some_and(|line| line.gap > self.setting.gap);
        let case = self.case(heading, apart);
        judge(&Run::RULES, &case, line.map_or(0, |line| line.number), self.fired) > 0
    }

    /// A heading with what stands around it.
    fn case(&self, heading: &Heading, apart: bool) -> Run<'a> {
        let heads = self.looks(heading.heads.iter().copied());
        let joined = heads.iter().map(|(text, _)| *text).collect::<Vec<_>>().join(" ");
        let lead = heading.after.map(|m| self.text(m)).unwrap_or_default();
        let last = self.draft.flow.iter().rev().take(3);
        let last_block = self.last_block.and_then(|m| self.parts.get(m));
        Run {
            heads,
            labelled: !heading.labels.is_empty(),
            signed: heading.is_signed(),
            usual: self.signed.1 > 0 && self.signed.0 == self.signed.1,
            first: !self.begun,
            headless: self.begun && self.draft.headline.is_none() && self.draft.label.is_empty(),
            closed: self.closed,
            briefs: self.briefs,
            parted: self.parted,
            turns: heading.start.checked_sub(1).is_some_and(|m| turns::is_turn(self.text(m))),
            announced: last_block.is_some_and(|part| part.shape.end == End::Colon),
            contact: last_block.is_some_and(|part| contact::is_contact(part.last(self.page))),
            apart,
            blocks: last.filter(|step| matches!(step, Flow::Block(_))).count(),
            subheads: self.subheads.iter().rev().take(3).copied().collect(),
            capitals: self.draft.headline.is_some_and(|m| is_shouted(self.text(m))),
            after: heading.after.and_then(|m| self.role(m)),
            lead,
            known: self.told.share(&joined),
            repeated: share_in(&joined, opening(lead)),
            cohesion: self.told.cohesion(lead),
        }
    }

    /// Ends the story before and begins a new one with this heading.
    pub(super) fn begin(&mut self, heading: Heading) {
        if self.begun {
            self.end(heading.heads.first().copied());
        }
        self.begun = true;
        self.closed = false;
        self.parted = None;
        self.last_block = None;
        self.told.clear();
        self.subheads.clear();
        // What is signed below is the story's head as a whole.
        let (heads, trailing) = if heading.is_signed() {
            (heading.heads.as_slice(), None)
        } else {
            self.split_subhead(&heading.heads, heading.after)
        };
        let main = headline::of(&self.looks(heads.iter().copied()));
        for (n, head) in heads.iter().enumerate() {
            match n.cmp(&main) {
                Ordering::Less => self.draft.kicker.push(*head),
                Ordering::Equal => self.draft.headline = Some(*head),
                Ordering::Greater => self.draft.deck.push(*head),
            }
        }
        if let Some(head) = trailing {
            self.subhead(head, 1);
        }
        // A rubric holds until the next, or until a story is signed as short ones are not.
        if !heading.labels.is_empty() || heading.is_signed() {
            let brief = |m: &usize| phrases(List::Briefs).has(self.text(*m));
            self.briefs = heading.labels.iter().any(brief);
        }
        self.draft.label = heading.labels;
        for m in heading.end..heading.signed {
            match self.role(m) {
                Some(Role::Byline) => self.draft.byline.push(m),
                Some(Role::Source) => self.draft.source.push(m),
                _ => self.draft.date.push(m),
            }
        }
    }

    /// Ends the story before the heading line `next`.
    fn end(&mut self, next: Option<usize>) {
        // What says that a story comes from another page stands before it.
        let last = self.draft.furniture.last().copied();
        let comes = last.filter(|last| Some(*last + 1) == next && turns::comes(self.text(*last)));
        let kept = self.draft.furniture.len() - usize::from(comes.is_some());
        self.draft.furniture.truncate(kept);
        self.done.push(std::mem::take(&mut self.draft));
        self.draft.furniture.extend(comes);
    }

    /// The last of several heading lines is a subhead if it is short, and either a list follows or
    /// the next heading looks like it.
    fn split_subhead<'h>(
        &self,
        heads: &'h [usize],
        after: Option<usize>,
    ) -> (&'h [usize], Option<usize>) {
        let size = |m: usize| self.parts.get(m).map_or(0, |part| part.shape.size);
        let Some((last, before)) = heads.split_last() else { return (heads, None) };
        let tallest = before.iter().map(|m| size(*m)).max().unwrap_or_default();
        if before.is_empty() || size(*last) > 12 || tallest < size(*last) + 4 {
            return (heads, None);
        }
        let listed = after
            .and_then(|m| self.parts.get(m))
            .is_some_and(|part| matches!(part.role, Role::Item(_) | Role::Row));
        let next = after.and_then(|after| {
            let mut later = self.parts.iter().enumerate().skip(after).take(24);
            later.find(|(_, part)| matches!(part.role, Role::Head | Role::Label | Role::Byline))
        });
        let alike = next.is_some_and(|(m, part)| {
            let alone =
                self.parts.get(m + 1).is_some_and(|p| !matches!(p.role, Role::Head | Role::Label));
            part.role == Role::Head && alone && part.shape.size.abs_diff(size(*last)) <= 3
        });
        if listed || alike { (before, Some(*last)) } else { (heads, None) }
    }
}
