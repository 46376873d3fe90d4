//! Which lines are one paragraph that the page's layout broke.

use super::contact::is_field;
use super::rules::Rule;
use super::shape::{End, Shape, begins_inside, closes, ends_inside, is_comma, stops};
use super::wording::{
    begins_alike, ends_in_article, ends_in_initials, is_enclosed, is_entry, says_when, signs_quote,
};
use crate::read::is_cjk;

/// Two lines, of which the second may go on with the first.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that a rule may ask")]
pub(super) struct Meeting<'a> {
    /// The line that may not have ended.
    pub before: &'a str,
    /// What it looks like.
    pub shape: Shape,
    /// Whether it is an item of a list.
    pub item: bool,
    /// Whether it is a day and nothing else.
    pub day: bool,
    /// The line that may go on.
    pub after: &'a str,
    /// What that looks like.
    pub next: Shape,
    /// Whether no empty line stands between.
    pub adjacent: bool,
    /// Whether the page is set in lines of one measure and the first line fills it.
    pub fills: bool,
    /// Whether the page is set in lines of one measure.
    pub set: bool,
    /// Whether the second line is indented, on a page whose paragraphs begin so.
    pub indented: bool,
    /// Whether a caption or furniture stands between.
    pub interrupted: bool,
    /// Whether the two characters where the lines meet stand together elsewhere on the page.
    pub known_seam: bool,
    /// Whether the second line, by itself, would be taken for a heading.
    pub headed: bool,
}

impl Meeting<'_> {
    fn last(&self) -> char {
        self.before.chars().next_back().unwrap_or(' ')
    }

    fn first(&self) -> char {
        self.after.chars().next().unwrap_or(' ')
    }
}

impl Meeting<'_> {
    /// Above zero, the lines are one paragraph.
    pub(super) const RULES: [Rule<Self>; 26] = [
        Rule {
            name: "join/unfinished",
            reason: "the line before ends within its sentence",
            weigh: |m| match m.shape.end {
                End::Open => 6,
                End::Bare if m.item => 1,
                End::Bare => 3,
                _ => 0,
            },
        },
        Rule {
            name: "join/finished",
            reason: "the line before ends its sentence",
            weigh: |m| if m.shape.end == End::Stop { -6 } else { 0 },
        },
        Rule {
            name: "join/initials",
            reason: "the point that the line before ends in is that of initials, and more of the sentence may follow",
            weigh: |m| {
                let inside = m.first().is_lowercase() || m.fills && m.adjacent;
                if inside && m.shape.end == End::Stop && ends_in_initials(m.before) { 6 } else { 0 }
            },
        },
        Rule {
            name: "join/entry",
            reason: "one of the lines begins with a year or an hour and a gap, as an entry of a list does",
            weigh: |m| if is_entry(m.after) || !m.fills && is_entry(m.before) { -7 } else { 0 },
        },
        Rule {
            name: "join/labelled",
            reason: "the line begins with a label in square brackets, as a line of a form does",
            weigh: |m| {
                let labelled = m.after.starts_with(['【', '[']) && !m.fills;
                if labelled && m.shape.end == End::Bare { -6 } else { 0 }
            },
        },
        Rule {
            name: "join/enclosed",
            reason: "one of the lines is in brackets as a whole, as a remark or a signature is",
            weigh: |m| {
                let ends = m.shape.end != End::Open && !m.fills;
                if is_enclosed(m.before) || ends && is_enclosed(m.after) { -6 } else { 0 }
            },
        },
        Rule {
            name: "join/announces",
            reason: "the line before ends in a colon: what it announces stands by itself",
            weigh: |m| if m.shape.end == End::Colon { -6 } else { 0 },
        },
        Rule {
            name: "join/day",
            reason: "a day alone on its line is no broken sentence",
            weigh: |m| if m.day { -9 } else { 0 },
        },
        Rule {
            name: "join/contact",
            reason: "one of the lines tells a telephone number, an address or another field of a form",
            weigh: |m| {
                let contact = super::contact::is_contact;
                // A sentence too may end in a number or an address.
                let alone = m.next.end != End::Stop && contact(m.after) || is_field(m.after);
                if contact(m.before) || m.shape.end == End::Bare && alone { -5 } else { 0 }
            },
        },
        Rule {
            name: "join/turn",
            reason: "the line is a question or an answer, marked as one",
            weigh: |m| if is_turn(m.after) { -7 } else { 0 },
        },
        Rule {
            name: "join/signed",
            reason: "a dash and a name sign the words before, and nothing goes on from them",
            weigh: |m| if signs_quote(m.before) { -6 } else { 0 },
        },
        Rule {
            name: "join/begins-inside",
            reason: "the line begins with a sign that begins no line",
            weigh: |m| {
                let first = m.first();
                let inside = is_comma(first) || closes(first) || stops(first) && first != '…';
                if inside && m.shape.end != End::Stop { 6 } else { 0 }
            },
        },
        Rule {
            name: "join/small-letter",
            reason: "the line begins with a small letter",
            weigh: |m| if m.first().is_lowercase() && m.shape.end != End::Colon { 4 } else { 0 },
        },
        Rule {
            name: "join/open-bracket",
            reason: "a bracket opened before is closed here",
            weigh: |m| {
                if m.shape.unclosed && m.next.unopened && m.shape.end != End::Stop { 4 } else { 0 }
            },
        },
        Rule {
            name: "join/known-seam",
            reason: "the characters where the lines meet stand together elsewhere on the page",
            weigh: |m| if m.known_seam { 2 } else { 0 },
        },
        Rule {
            name: "join/inside",
            reason: "the one ends, or the other begins, with a character that stands within sentences",
            weigh: |m| {
                let cut = ends_inside(m.before) || begins_inside(m.after);
                if m.shape.cjk && cut && m.shape.end != End::Stop { 2 } else { 0 }
            },
        },
        Rule {
            name: "join/function-word",
            reason: "the line before ends in a word that ends no sentence",
            weigh: |m| if !m.shape.cjk && ends_in_article(m.before) { 4 } else { 0 },
        },
        Rule {
            name: "join/number",
            reason: "a number is cut from what it counts",
            weigh: |m| {
                if m.last().is_ascii_digit() && is_cjk(m.first()) && !m.item { 2 } else { 0 }
            },
        },
        Rule {
            name: "join/full-measure",
            reason: "the page is set in lines of one measure, and the line before fills it",
            weigh: |m| if m.fills && m.adjacent { 7 } else { 0 },
        },
        Rule {
            name: "join/short-line",
            reason: "the page is set in lines of one measure, and the line before ends short of it",
            weigh: |m| {
                let short = m.set && !m.fills && m.shape.end == End::Bare;
                if short { if m.adjacent { -4 } else { -6 } } else { 0 }
            },
        },
        Rule {
            name: "join/begins-alike",
            reason: "both lines begin with the same words, as a headline and its text do",
            weigh: |m| {
                if m.shape.end == End::Bare && begins_alike(m.before, m.after) { -3 } else { 0 }
            },
        },
        Rule {
            name: "join/when",
            reason: "the line says when, as a story's first sentence does",
            weigh: |m| {
                if m.shape.end == End::Bare && m.next.end == End::Stop && says_when(m.after) {
                    -1
                } else {
                    0
                }
            },
        },
        Rule {
            name: "join/indented",
            reason: "the line is indented as a paragraph's first",
            weigh: |m| if m.indented { -8 } else { 0 },
        },
        Rule {
            name: "join/interrupted",
            reason: "something else stands between the lines",
            weigh: |m| if m.interrupted { -3 } else { 0 },
        },
        Rule {
            name: "join/item-short",
            reason: "an item may end without a full stop",
            weigh: |m| if m.item && m.shape.end == End::Bare && m.shape.size < 30 { -3 } else { 0 },
        },
        Rule {
            name: "join/heading-follows",
            reason: "the line would be a heading by itself",
            weigh: |m| if m.headed { -2 } else { 0 },
        },
    ];
}

/// `問：`, `Q: `: a turn of an interview.
fn is_turn(line: &str) -> bool {
    let speaker = line.split(['：', ':']).next().unwrap_or_default();
    let marked = speaker.len() < line.len();
    marked
        && matches!(speaker.trim(), "問" | "问" | "答" | "Q" | "A" | "記" | "记" | "記者" | "记者")
}
