//! Headings told from lines of text that layout broke off: neither ends in a full stop.

mod line;

pub(super) use line::Line;

use super::contact::is_contact;
use super::lexicon::{List, phrases};
use super::roles::Role;
use super::rules::Rule;
use super::shape::{End, begins_inside, closes, ends_inside, is_comma};
use super::wording::{
    begins_alike, ends_in_article, enumerates, is_entry, reports, says_when, tells_hour,
};

impl Line<'_> {
    /// Above zero, the line is a heading.
    pub(in crate::parse) const RULES: [Rule<Self>; 33] = [
        Rule {
            name: "head/sentence",
            reason: "it ends as a sentence does",
            weigh: |l| match l.shape.end {
                // Text tells, headlines call.
                End::Stop if l.calls() => 0,
                End::Stop if l.text.ends_with(['！', '？', '!', '?']) && l.shape.size <= 30 => -5,
                End::Stop => -12,
                End::Colon => -8,
                End::Open => -9,
                End::Bare => 0,
            },
        },
        Rule {
            name: "head/length",
            reason: "headings are short",
            weigh: |l| match l.shape.size {
                0..=26 => 3,
                27..=40 => 2,
                41..=54 => 0,
                55..=70 => -3,
                _ => -9,
            },
        },
        Rule {
            name: "head/inner-stop",
            reason: "it holds the end of a sentence",
            weigh: |l| match l.shape.stops {
                0 => 0,
                // A question and its answer are a headline.
                1 if l.shape.size <= 40 && l.text.contains(['？', '！']) || l.calls() => -1,
                _ => -4,
            },
        },
        Rule {
            name: "head/commas",
            reason: "text has commas, headings have spaces",
            weigh: |l| -2 * i32::try_from(l.shape.commas.min(3)).unwrap_or(3),
        },
        Rule {
            name: "head/early-comma",
            reason: "it begins with a clause set off by a comma, as text does",
            weigh: |l| {
                if l.shape.first_comma.is_some_and(|at| at <= 5) && l.shape.cjk { -2 } else { 0 }
            },
        },
        Rule {
            name: "head/reporting",
            reason: "someone says something in it, before a comma",
            weigh: |l| if l.text.contains('，') && reports(l.text) { -3 } else { 0 },
        },
        Rule {
            name: "head/spaced",
            reason: "spaces between its clauses stand for commas, as in headlines",
            weigh: |l| if l.shape.cjk && l.shape.spaces > 0 { 3 } else { 0 },
        },
        Rule {
            name: "head/brackets",
            reason: "a bracket or quotation is open at its end or its beginning",
            weigh: |l| {
                if l.shape.unclosed {
                    -5
                } else if l.shape.unopened {
                    -4
                } else {
                    0
                }
            },
        },
        Rule {
            name: "head/next-begins-inside",
            reason: "the next line begins as no line does",
            weigh: |l| {
                let first = l.next.chars().next().unwrap_or(' ');
                if is_comma(first) || closes(first) || first.is_lowercase() { -7 } else { 0 }
            },
        },
        Rule {
            name: "head/known-seam",
            reason: "with the next line it makes a word that stands elsewhere on the page",
            weigh: |l| match (l.known_seam, l.shape.commas) {
                (true, 0) => -2,
                (true, _) => -3,
                _ => 0,
            },
        },
        Rule {
            name: "head/ends-inside",
            reason: "it ends in a character that ends no heading",
            weigh: |l| if l.shape.cjk && ends_inside(l.text) { -5 } else { 0 },
        },
        Rule {
            name: "head/next-inside",
            reason: "the next line begins with a character that begins no paragraph",
            weigh: |l| if l.shape.cjk && begins_inside(l.next) { -2 } else { 0 },
        },
        Rule {
            name: "head/when",
            reason: "it says at what hour or on which day, as a first sentence does",
            weigh: |l| if tells_hour(l.text) { -3 } else { 0 },
        },
        Rule {
            name: "head/continuing",
            reason: "it begins as a sentence that goes on from another",
            weigh: |l| {
                if phrases(List::Continuing).start_of(l.text).is_some() && !enumerates(l.text) {
                    -2
                } else {
                    0
                }
            },
        },
        Rule {
            name: "head/many",
            reason: "two heading lines stand before it already",
            weigh: |l| if l.heads_before > 1 { -2 } else { 0 },
        },
        Rule {
            name: "head/enumerated",
            reason: "it begins with a number as headings of parts do",
            weigh: |l| if enumerates(l.text) && l.shape.end == End::Bare { 3 } else { 0 },
        },
        Rule {
            name: "head/contact",
            reason: "it tells a telephone number, an address or another field of a form",
            weigh: |l| if is_contact(l.text) { -16 } else { 0 },
        },
        Rule {
            name: "head/small-words",
            reason: "it has some of the small words that hold a sentence together, which headlines leave out unless somebody speaks",
            weigh: |l| if l.is_spoken() || l.shape.is_titled() { 0 } else { l.small_words() },
        },
        Rule {
            name: "head/aside",
            reason: "it is an entry of a list, by its year or hour, or as a whole a remark in brackets, a signature behind a dash or a line of a form",
            weigh: |l| if is_entry(l.text) || l.is_remark() { -12 } else { 0 },
        },
        Rule {
            name: "head/speaker",
            reason: "it names a speaker before a colon and says what was said, as headlines do",
            weigh: |l| {
                let colon = l.text.chars().take(12).position(|c| matches!(c, '：' | ':'));
                let quoted = || l.text.contains("：「") || l.text.contains("：“");
                let named = colon.is_some_and(|at| at > 1);
                if named && l.shape.stops == 0 && !quoted() { 2 } else { 0 }
            },
        },
        Rule {
            name: "head/number-cut",
            reason: "it ends in a number whose unit is on the next line",
            weigh: |l| {
                if l.shape.cjk && l.text.ends_with(|c: char| c.is_ascii_digit()) { -4 } else { 0 }
            },
        },
        Rule {
            name: "head/function-word",
            reason: "it ends in a word that ends no sentence",
            weigh: |l| if !l.shape.cjk && ends_in_article(l.text) { -5 } else { 0 },
        },
        Rule {
            name: "head/repeated",
            reason: "the text after it takes its words up again",
            weigh: |l| match l.repeated {
                60.. => 5,
                50..=59 if l.shape.cjk => 3,
                40..=59 => 2,
                30..=39 if l.shape.cjk => 1,
                20..=39 => 0,
                _ => -1,
            },
        },
        Rule {
            name: "head/begins-alike",
            reason: "the text after it begins with the same words",
            weigh: |l| {
                if l.shape.end == End::Bare && begins_alike(l.text, l.next) { 2 } else { 0 }
            },
        },
        Rule {
            name: "head/next-when",
            reason: "the text after it says when, as a story's first sentence does",
            weigh: |l| {
                let lead = l.after.is_some_and(|(_, shape)| shape.end == End::Stop);
                if lead && l.shape.end == End::Bare && says_when(l.next) { 2 } else { 0 }
            },
        },
        Rule {
            name: "head/indent",
            reason: "the page's paragraphs begin indented, and it does or does not",
            weigh: |l| match l.indented {
                Some(true) => -5,
                Some(false) if !l.hanging => 3,
                _ => 0,
            },
        },
        Rule {
            name: "head/before-structure",
            reason: "a list, a rubric, a byline or another heading follows, and no broken text could go on",
            weigh: |l| match l.after {
                Some((
                    Role::Item(_) | Role::Label | Role::Byline | Role::Source | Role::Row,
                    _,
                )) => 4,
                Some((Role::Text, shape)) if shape.end == End::Bare && shape.size <= 40 => 1,
                _ => 0,
            },
        },
        Rule {
            name: "head/opens-page",
            reason: "it opens the page",
            weigh: |l| if l.before.is_none() { 3 } else { 0 },
        },
        Rule {
            name: "head/after-ending",
            reason: "a story has just ended or a rubric stands before it",
            weigh: |l| match l.before {
                Some(Role::Label) => 4,
                Some(
                    Role::Byline
                    | Role::Source
                    | Role::Furniture
                    | Role::Caption
                    | Role::Rule
                    | Role::Note
                    | Role::Date,
                ) => 2,
                _ => 0,
            },
        },
        Rule {
            name: "head/hanging",
            reason: "the text before it has not ended",
            weigh: |l| if l.hanging { -4 } else { 0 },
        },
        Rule {
            name: "head/full-measure",
            reason: "it fills the page's measure and the next line follows at once",
            weigh: |l| if l.fills { -6 } else { 0 },
        },
        Rule {
            name: "head/apart",
            reason: "it stands apart or its words begin with capitals",
            weigh: |l| i32::from(l.apart) * 2 + i32::from(l.shape.is_titled()) * 2,
        },
        Rule {
            name: "head/uncapitalised",
            reason: "the page's headings have capitals, and it has not",
            weigh: |l| {
                let (_, words) = l.shape.capitals;
                let plain = !l.shape.cjk && words > 3 && !l.shape.is_titled();
                if l.capitals && plain { -6 } else { 0 }
            },
        },
    ];
}
