//! Groups settled parts into stories.

use super::lines::Line;
use super::overlap::{Grams, each_gram, share, share_in};
use super::roles::{Part, Role};
use super::rules::{Fired, judge};
use super::setting::Setting;
use super::shape::End;
use super::stories::{self, Run};

/// A story as it is found: indices of parts.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    /// The lines above the headline.
    pub kicker: Vec<usize>,
    /// The headline.
    pub headline: Option<usize>,
    /// The lines below it.
    pub deck: Vec<usize>,
    /// Rubrics.
    pub label: Vec<usize>,
    /// Who wrote it.
    pub byline: Vec<usize>,
    /// Where it comes from, where that has a line to itself.
    pub source: Vec<usize>,
    /// The day, likewise.
    pub date: Vec<usize>,
    /// Subheads and blocks.
    pub flow: Vec<Flow>,
    /// Words under pictures.
    pub captions: Vec<usize>,
    /// What no reader reads as the story.
    pub furniture: Vec<usize>,
}

/// What stands in a story's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    /// A subhead: its first part, and how many it is set in.
    Subhead(usize, usize),
    /// A paragraph, an item, a row, a note.
    Block(usize),
}

/// More heading lines than this together are verse or a list, not a story's head.
const MOST_HEADS: usize = 4;

/// As much of a text as tells what it speaks of.
fn opening(text: &str) -> &str {
    stories::first_chars(text, 300)
}

/// Finds the stories.
pub(super) fn compose(
    page: &str,
    lines: &[Line],
    parts: &[Part],
    setting: &Setting,
    fired: &mut Vec<Fired>,
) -> Vec<Draft> {
    let mut composer = Composer {
        page,
        lines,
        parts,
        setting,
        fired,
        done: Vec::new(),
        draft: Draft::default(),
        begun: false,
        closed: false,
        parted: None,
        signed: (0, 0),
        read: 0,
        words: Grams::default(),
        usual: (0, 0),
        subheads: Vec::new(),
    };
    let mut n = 0;
    while n < parts.len() {
        n = composer.take(n);
    }
    if composer.begun || !composer.draft.furniture.is_empty() || !composer.draft.captions.is_empty()
    {
        composer.done.push(composer.draft);
    }
    composer.done
}

struct Composer<'a> {
    page: &'a str,
    lines: &'a [Line],
    parts: &'a [Part],
    setting: &'a Setting,
    fired: &'a mut Vec<Fired>,
    done: Vec<Draft>,
    draft: Draft,
    /// Whether the draft has anything that readers read.
    begun: bool,
    /// Whether a byline or a source has closed it.
    closed: bool,
    /// What stands between its last text and here, if furniture, a rule or a caption.
    parted: Option<Role>,
    /// How many of the page's stories so far are signed under their headlines, or labelled, and how many they are.
    signed: (usize, usize),
    /// How many steps of its flow have been read for their words.
    read: usize,
    /// The words of its text so far.
    words: Grams,
    /// How much of each of its paragraphs the ones before held, summed, and how many that were.
    usual: (usize, usize),
    /// The sizes of its last subheads.
    subheads: Vec<usize>,
}

impl Composer<'_> {
    /// Takes the part, or the run of parts, at `n`; gives the index after.
    fn take(&mut self, n: usize) -> usize {
        let Some(part) = self.parts.get(n) else { return n + 1 };
        match part.role {
            Role::Head | Role::Label => return self.run(n),
            Role::Byline | Role::Source => self.sign(n, part.role),
            Role::Caption => {
                self.draft.captions.push(n);
                self.parted = self.parted.or(Some(Role::Caption));
            }
            Role::Furniture | Role::Rule => {
                self.draft.furniture.push(n);
                if self.parted != Some(Role::Rule) {
                    self.parted = Some(part.role);
                }
            }
            // A day above the first story is the paper's.
            Role::Date if !self.begun => self.draft.furniture.push(n),
            _ => self.block(n),
        }
        n + 1
    }

    fn sign(&mut self, n: usize, role: Role) {
        let field = match role {
            Role::Byline => &mut self.draft.byline,
            _ => &mut self.draft.source,
        };
        field.push(n);
        self.begun = true;
        self.closed = !self.draft.flow.is_empty();
    }

    fn block(&mut self, n: usize) {
        self.begun = true;
        self.closed = false;
        self.parted = None;
        self.draft.flow.push(Flow::Block(n));
    }

    /// Reads the words of what the draft has taken in since: where no further heading comes, nobody asks for them.
    fn read_on(&mut self) {
        for flow in self.draft.flow.get(self.read..).unwrap_or_default() {
            let Flow::Block(n) = flow else { continue };
            let Some(part) = self.parts.get(*n) else { continue };
            if !self.words.is_empty() {
                self.usual.0 += share(opening(part.first(self.page)), &self.words);
                self.usual.1 += 1;
            }
            for range in &part.ranges {
                let text = self.page.get(range.clone()).unwrap_or_default();
                each_gram(text, |gram| {
                    self.words.insert(gram);
                });
            }
        }
        self.read = self.draft.flow.len();
    }

    fn subhead(&mut self, n: usize, lines: usize) {
        self.begun = true;
        self.draft.flow.push(Flow::Subhead(n, lines));
        if let Some(part) = self.parts.get(n) {
            self.subheads.push(part.shape.size);
        }
    }

    /// Heading lines and rubrics that stand together, with the byline, source and day below them.
    fn run(&mut self, n: usize) -> usize {
        let role = |m: usize| self.parts.get(m).map(|part| part.role);
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
        let heads: Vec<usize> = (n..end).filter(|m| role(*m) == Some(Role::Head)).collect();
        let labels: Vec<usize> = (n..end).filter(|m| role(*m) == Some(Role::Label)).collect();
        let headless = after.is_none_or(|m| matches!(role(m), Some(Role::Byline | Role::Source)))
            && signed == end
            && labels.is_empty();
        // At the end of the page and where nothing follows, lines are text: a signature, a verse.
        if headless || heads.len() > MOST_HEADS {
            return self.verse(n, end, headless);
        }
        if self.opens_story(n, &heads, !labels.is_empty(), signed > end, after) {
            self.signed.0 += usize::from(signed > end || !labels.is_empty());
            self.signed.1 += 1;
            self.begin(&heads, labels, after);
            for m in end..signed {
                match role(m) {
                    Some(Role::Byline) => self.draft.byline.push(m),
                    Some(Role::Source) => self.draft.source.push(m),
                    _ => self.draft.date.push(m),
                }
            }
            signed
        } else {
            let lines: Vec<_> = (n..end)
                .filter_map(|m| self.parts.get(m))
                .map(|part| (part.first(self.page), part.shape))
                .collect();
            let second = self.parts.get(n + 1).and_then(|part| self.lines.get(part.line));
            let close = second.is_some_and(|line| line.gap == 0);
            if labels.is_empty() && close && stories::is_couplet(&lines) {
                self.subhead(n, 2);
            } else {
                (n..end).for_each(|m| self.subhead(m, 1));
            }
            end
        }
    }

    /// Lines that look like headings and are none, but perhaps the last.
    fn verse(&mut self, n: usize, end: usize, all: bool) -> usize {
        let last = if all { end } else { end - 1 };
        for m in n..last {
            match self.parts.get(m).map(|part| part.role) {
                Some(Role::Label) => self.subhead(m, 1),
                _ => self.block(m),
            }
        }
        last
    }

    fn opens_story(
        &mut self,
        n: usize,
        heads: &[usize],
        labelled: bool,
        signed: bool,
        after: Option<usize>,
    ) -> bool {
        self.read_on();
        let text = |m: usize| self.parts.get(m).map_or("", |part| part.first(self.page));
        let line = self.parts.get(n).and_then(|part| self.lines.get(part.line));
        let joined: String = heads.iter().map(|m| text(*m)).collect::<Vec<_>>().join(" ");
        let lead = after.map(text).unwrap_or_default();
        let (sum, count) = self.usual;
        let cohesion = (share(opening(lead), &self.words) * 100 * count).checked_div(sum);
        let last_block = self.draft.flow.iter().rev().find_map(|flow| match flow {
            Flow::Block(m) => self.parts.get(*m),
            Flow::Subhead(..) => None,
        });
        let blocks = self.draft.flow.iter().rev().take(3);
        let case = Run {
            heads: heads
                .iter()
                .filter_map(|m| Some((text(*m), self.parts.get(*m)?.shape)))
                .collect(),
            labelled,
            signed,
            usual: self.signed.1 > 0 && self.signed.0 == self.signed.1,
            first: !self.begun,
            closed: self.closed,
            parted: self.parted,
            turns: n.checked_sub(1).is_some_and(|before| {
                let part = self.parts.get(before);
                part.is_some_and(|part| super::turns::is_turn(part.first(self.page)))
            }),
            announced: last_block.is_some_and(|part| part.shape.end == End::Colon),
            contact: last_block
                .is_some_and(|part| super::contact::is_contact(part.last(self.page))),
            apart: line.is_some_and(|line| line.gap > self.setting.gap),
            blocks: blocks.filter(|flow| matches!(flow, Flow::Block(_))).count(),
            subheads: self.subheads.iter().rev().take(3).copied().collect(),
            after: after.and_then(|m| self.parts.get(m)).map(|part| part.role),
            lead,
            known: share(&joined, &self.words),
            repeated: share_in(&joined, opening(lead)),
            cohesion: cohesion.filter(|_| count > 2),
        };
        judge(&Run::RULES, &case, line.map_or(0, |line| line.number), self.fired) > 0
    }

    /// Ends the story before and begins a new one with these heading lines.
    fn begin(&mut self, heads: &[usize], labels: Vec<usize>, after: Option<usize>) {
        if self.begun {
            // What says that a story comes from another page stands before it.
            let last = self.draft.furniture.last().copied();
            let comes = last.filter(|last| {
                *last + 1 == heads.first().copied().unwrap_or_default()
                    && self
                        .parts
                        .get(*last)
                        .is_some_and(|p| super::turns::comes(p.first(self.page)))
            });
            self.draft
                .furniture
                .truncate(self.draft.furniture.len() - usize::from(comes.is_some()));
            self.done.push(std::mem::take(&mut self.draft));
            self.draft.furniture.extend(comes);
        }
        self.begun = true;
        self.closed = false;
        self.parted = None;
        self.read = 0;
        self.words.clear();
        self.usual = (0, 0);
        self.subheads.clear();
        self.draft.label = labels;
        let (heads, trailing) = self.split_subhead(heads, after);
        let lines: Vec<_> = heads
            .iter()
            .filter_map(|m| self.parts.get(*m))
            .map(|part| (part.first(self.page), part.shape))
            .collect();
        let main = stories::headline_of(&lines);
        for (n, head) in heads.iter().enumerate() {
            match n.cmp(&main) {
                std::cmp::Ordering::Less => self.draft.kicker.push(*head),
                std::cmp::Ordering::Equal => self.draft.headline = Some(*head),
                std::cmp::Ordering::Greater => self.draft.deck.push(*head),
            }
        }
        if let Some(head) = trailing {
            self.subhead(head, 1);
        }
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
