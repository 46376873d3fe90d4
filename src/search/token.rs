//! What a query is made of: words and quoted strings, each with what stands before it.

use super::query::{Field, Term};
use crate::text::fold;

/// The colon after a field's name stands within so many code points.
const LONGEST_NAME: usize = 12;

/// What was typed without what was pasted along.
pub(super) fn meant(typed: &str) -> String {
    typed.chars().filter(|c| !is_stray(*c)).collect()
}

/// What stands between two stretches of white space, or in quotes.
pub(super) struct Token<'a> {
    not: bool,
    field: Field,
    text: &'a str,
    phrase: bool,
}

impl<'a> Token<'a> {
    /// The first token of `typed`, which does not begin with white space, and what comes after it. Looks no
    /// farther than the token, so that a query of any length is understood in one pass.
    pub(super) fn first(typed: &'a str) -> (Self, &'a str) {
        let bare = typed.strip_prefix(is_minus);
        let bare = bare.filter(|rest| rest.starts_with(|c: char| !c.is_whitespace()));
        let (not, typed) = (bare.is_some(), bare.unwrap_or(typed));
        let named = typed.char_indices().take(LONGEST_NAME).find(|&(_, c)| is_colon(c));
        let field = named.and_then(|(at, colon)| {
            let (text, phrase, rest) = value(&typed[at + colon.len_utf8()..]);
            Some((Field::meant(&typed[..at], text)?, text, phrase, rest))
        });
        let (field, text, phrase, rest) = field.unwrap_or_else(|| {
            let (text, phrase, rest) = value(typed);
            (Field::Text, text, phrase, rest)
        });
        (Self { not, field, text, phrase }, rest)
    }

    pub(super) fn is_or(&self) -> bool {
        !self.phrase && self.is("OR")
    }

    /// Whether this is wanted, and anywhere.
    pub(super) fn is(&self, text: &str) -> bool {
        !self.not && self.field == Field::Text && self.text == text
    }

    /// The term meant, if there is anything in it to search for.
    pub(super) fn term(self) -> Option<Term> {
        let Self { not, field, text, phrase } = self;
        let folded = fold(text).text;
        (!folded.is_empty()).then(|| Term { not, field, text: text.to_owned(), phrase, folded })
    }
}

/// The word or the quoted string that `typed` begins with, whether it was quoted, and what comes after it.
fn value(typed: &str) -> (&str, bool, &str) {
    let Some(quoted) = typed.strip_prefix(is_quote) else {
        let (word, rest) = typed.split_at(typed.find(char::is_whitespace).unwrap_or(typed.len()));
        return (word, false, rest);
    };
    match quoted.split_once(is_quote) {
        Some((text, rest)) => (text, true, rest),
        None => (quoted.trim_end(), true, ""),
    }
}

/// Controls and bidirectional marks: pasted along, never meant. White space is kept.
fn is_stray(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '＂')
}

fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：')
}

fn is_minus(c: char) -> bool {
    matches!(c, '-' | '－' | '−')
}
