//! A line that may be a heading, and what can be said of it.

use crate::parse::roles::Role;
use crate::parse::shape::{End, Shape};
use crate::parse::wording::{calls, is_enclosed, signs_quote, small_words};

/// A line that may be a heading, with what stands around it.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that a rule may ask")]
pub(in crate::parse) struct Line<'a> {
    /// The line.
    pub text: &'a str,
    /// What it looks like.
    pub shape: Shape,
    /// What stands before it; none at the page's beginning.
    pub before: Option<Role>,
    /// How many heading lines stand right before it.
    pub heads_before: usize,
    /// Whether what stands before it is text that has not ended.
    pub hanging: bool,
    /// What stands after it; none at the page's end.
    pub after: Option<(Role, Shape)>,
    /// The line after it.
    pub next: &'a str,
    /// How much of its words the next text repeats, in hundredths.
    pub repeated: usize,
    /// Whether the two characters where it meets the next line stand together elsewhere on the page.
    pub known_seam: bool,
    /// Whether the page is set in lines of one measure, it fills that, and the next line follows at once.
    pub fills: bool,
    /// Whether more empty lines stand before it than the page usually has.
    pub apart: bool,
    /// Whether the page's headings have capitals.
    pub capitals: bool,
    /// On a page whose paragraphs begin indented, whether it does.
    pub indented: Option<bool>,
}

impl Line<'_> {
    /// Whether it calls out more than once, and the text after it says as much.
    pub(super) fn calls(&self) -> bool {
        calls(self.text) && self.repeated >= 60
    }

    /// Whether it stands after something in brackets as a whole, or is a signature below a text; below a headline, what
    /// begins with a dash is a deck.
    pub(super) fn is_remark(&self) -> bool {
        let after_text = matches!(self.before, Some(Role::Body | Role::Item(_)));
        // One label in brackets may stand before a headline, one on each line makes a form.
        let labels = [self.text, self.next].iter().all(|line| line.starts_with(['[', '［']));
        self.before.is_some() && is_enclosed(self.text)
            || after_text && signs_quote(self.text)
            || labels
    }

    /// Whether somebody speaks, asks or calls in it, or the text after it says the same in as many words.
    pub(super) fn is_spoken(&self) -> bool {
        let speaks = self.text.contains(['：', ':', '「', '“', '！', '？', '?']);
        speaks || self.shape.cjk && self.repeated >= 40
    }

    pub(super) fn small_words(&self) -> i32 {
        match small_words(self.text) {
            _ if self.shape.end != End::Bare => 0,
            0 | 1 => 0,
            2 => -2,
            _ => -4,
        }
    }
}
