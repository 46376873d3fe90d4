//! A new story's headline told from a subhead within a story.

use super::headline::is_couplet;
use super::roles::Role;
use super::rules::Rule;
use super::shape::Shape;
use super::wording::{begins_alike, goes_on, is_shouted, says_when};

/// Heading lines that stand together, with what stands around them.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that a rule may ask")]
pub(super) struct Run<'a> {
    /// The heading lines.
    pub heads: Vec<(&'a str, Shape)>,
    /// Whether a rubric stands with them.
    pub labelled: bool,
    /// Whether a byline, a source or a day stands between them and the text.
    pub signed: bool,
    /// Whether every story before on the page is signed so, or has a rubric.
    pub usual: bool,
    /// Whether anything stands before them on the page.
    pub first: bool,
    /// Whether the story before has no heading line.
    pub headless: bool,
    /// Whether the story before has been closed by a byline or a source.
    pub closed: bool,
    /// Whether the story before stands under a rubric for short stories.
    pub briefs: bool,
    /// Whether furniture or a caption stands between the story before and them.
    pub parted: Option<Role>,
    /// Whether a line right before says that a story comes from another page or goes on there.
    pub turns: bool,
    /// Whether the text before ends in a colon.
    pub announced: bool,
    /// Whether the text before tells a telephone number or an address.
    pub contact: bool,
    /// Whether more empty lines stand before them than the page usually has.
    pub apart: bool,
    /// How many blocks the story before has.
    pub blocks: usize,
    /// How the subheads of the story before look: the sizes of the last ones.
    pub subheads: Vec<usize>,
    /// Whether the headline of the story before is in capitals.
    pub capitals: bool,
    /// What follows them; none at the page's end.
    pub after: Option<Role>,
    /// The beginning of the text that follows.
    pub lead: &'a str,
    /// How much of their words the story before holds, in hundredths.
    pub known: usize,
    /// How much of their words the text after holds, in hundredths.
    pub repeated: usize,
    /// How many of the words of the text after it the story before holds, in hundredths of what is
    /// usual from one paragraph of that story to the next.
    pub cohesion: Option<usize>,
}

impl Run<'_> {
    fn size(&self) -> usize {
        self.heads.iter().map(|(_, shape)| shape.size).max().unwrap_or_default()
    }
}

impl Run<'_> {
    /// Above zero, the lines open a story.
    pub(super) const RULES: [Rule<Self>; 27] = [
        Rule {
            name: "story/opens-page",
            reason: "no story stands before it",
            weigh: |r| if r.first { 20 } else { 0 },
        },
        Rule {
            name: "story/closed",
            reason: "a byline or a source has closed the story before",
            weigh: |r| if r.closed { 7 } else { 0 },
        },
        Rule {
            name: "story/briefs",
            reason: "the page has a column of short stories here, each with a line over it",
            weigh: |r| if r.briefs && r.blocks > 0 { 9 } else { 0 },
        },
        Rule {
            name: "story/hour",
            reason: "it is a figure alone, as the hour over an entry of a live report",
            weigh: |r| {
                let figure = |(text, _): &(&str, Shape)| !text.contains(char::is_alphabetic);
                if r.heads.len() == 1 && r.heads.iter().all(figure) { -9 } else { 0 }
            },
        },
        Rule {
            name: "story/heads-together",
            reason: "heading lines stand together: kicker, headline, deck",
            weigh: |r| if r.heads.len() > 1 { 6 } else { 0 },
        },
        Rule {
            name: "story/couplet",
            reason: "two very short lines together are one subhead set in two",
            weigh: |r| {
                let couplet = is_couplet(&r.heads) && !r.labelled && !r.signed && !r.closed;
                if couplet && r.blocks > 0 { -6 } else { 0 }
            },
        },
        Rule {
            name: "story/labelled",
            reason: "a rubric stands with it",
            weigh: |r| if r.labelled { 7 } else { 0 },
        },
        Rule {
            name: "story/signed",
            reason: "a byline, a source or a day comes before the text",
            weigh: |r| if r.signed { 5 } else { 0 },
        },
        Rule {
            name: "story/unsigned",
            reason: "the page signs its stories, and this is short, not signed, and its text does not say when",
            weigh: |r| {
                let bare = !r.signed && !r.labelled && r.heads.len() == 1;
                if r.usual && bare && r.size() <= 13 && !says_when(r.lead) { -2 } else { 0 }
            },
        },
        Rule {
            name: "story/headless",
            reason: "the page is pasted without its headline, and so this is rather a subhead",
            weigh: |r| if r.headless && !r.signed && !r.labelled { -6 } else { 0 },
        },
        Rule {
            name: "story/parted",
            reason: "furniture, a rule or a caption stands between it and the story before",
            weigh: |r| match r.parted {
                Some(Role::Rule | Role::Note) => 3,
                Some(Role::Furniture | Role::Caption) => 2,
                _ => 0,
            },
        },
        Rule {
            name: "story/turns",
            reason: "the page says that the story before goes on elsewhere, or this one comes from elsewhere",
            weigh: |r| if r.turns { 9 } else { 0 },
        },
        Rule {
            name: "story/contact",
            reason: "the story before has ended in a telephone number or an address, as releases do",
            weigh: |r| if r.contact { 4 } else { 0 },
        },
        Rule {
            name: "story/apart",
            reason: "it stands apart from what is before it",
            weigh: |r| if r.apart { 2 } else { 0 },
        },
        Rule {
            name: "story/unended",
            reason: "nothing has ended the story before",
            weigh: |r| {
                let ended = r.first || r.closed || r.parted.is_some() || r.apart || r.contact;
                if ended { 0 } else { -1 }
            },
        },
        Rule {
            name: "story/announced",
            reason: "the text before announces it with a colon",
            weigh: |r| if r.announced { -4 } else { 0 },
        },
        Rule {
            name: "story/dateline",
            reason: "the text after it opens with a source or a place and a day",
            weigh: |r| if super::dateline::opens(r.lead) { 5 } else { 0 },
        },
        Rule {
            name: "story/when",
            reason: "the text after it says when, as a story's first sentence does",
            weigh: |r| if says_when(r.lead) && !goes_on(r.lead) { 5 } else { 0 },
        },
        Rule {
            name: "story/goes-on",
            reason: "the text after it goes on from what has been told",
            weigh: |r| if goes_on(r.lead) { -4 } else { 0 },
        },
        Rule {
            name: "story/length",
            reason: "headlines are longer than subheads",
            weigh: |r| match r.size() {
                // Of a few words in English; its headlines are shorter to the eye than Chinese ones.
                12..=13 if r.heads.iter().all(|(_, shape)| !shape.cjk) => 1,
                14..=17 if r.heads.iter().all(|(_, shape)| !shape.cjk) => 2,
                0..=8 => -3,
                9..=13 => -1,
                14..=17 => 0,
                18..=21 => 1,
                22..=26 => 2,
                _ => 3,
            },
        },
        Rule {
            name: "story/new-words",
            reason: "its words are new, or the story before has used them",
            weigh: |r| match (r.known, r.repeated) {
                (0..=24, 30..) if r.blocks > 2 => 3,
                (0..=34, 30..) if r.blocks > 2 => 2,
                (0..=34, 30..) => 1,
                (60.., _) => -2,
                _ => 0,
            },
        },
        Rule {
            name: "story/begins-alike",
            reason: "the text after it begins with its first word, as an English story names at once who its headline is about",
            weigh: |r| {
                let alike =
                    |(text, shape): &(&str, Shape)| !shape.cjk && begins_alike(text, r.lead);
                if r.heads.first().is_some_and(alike) { 2 } else { 0 }
            },
        },
        Rule {
            name: "story/capitals",
            reason: "it is in capitals as the headline of the story before is",
            weigh: |r| {
                let alike = r.capitals && r.heads.iter().all(|(text, _)| is_shouted(text));
                if alike && r.heads.len() == 1 { 3 } else { 0 }
            },
        },
        Rule {
            name: "story/cohesion",
            reason: "the text after it speaks of the same things as the story before, or of others",
            weigh: |r| match r.cohesion {
                Some(0..=39) => 4,
                Some(40..=59) => 2,
                Some(80..) => -2,
                _ => 0,
            },
        },
        Rule {
            name: "story/like-subheads",
            reason: "it looks like the subheads of the story before",
            weigh: |r| {
                let like = r.subheads.iter().any(|size| size.abs_diff(r.size()) <= 3);
                if like && r.heads.len() == 1 { -2 } else { 0 }
            },
        },
        Rule {
            name: "story/young",
            reason: "the story before has only begun",
            weigh: |r| if r.blocks < 2 { -2 } else { 0 },
        },
        Rule {
            name: "story/list-follows",
            reason: "a list follows at once",
            weigh: |r| if matches!(r.after, Some(Role::Item(_) | Role::Row)) { -1 } else { 0 },
        },
    ];
}
