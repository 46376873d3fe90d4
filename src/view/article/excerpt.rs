//! A stretch of a string with some of what stands around it.

use crate::model::Span;

/// How many code points are shown before the stretch, and after it.
const AROUND: (usize, usize) = (24, 40);

/// A stretch of a string with some of what stands around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    pub before: String,
    pub stretch: String,
    pub after: String,
}

/// The excerpt around `span`; `…` stands where the string goes on. No word written in letters that
/// stand together, as English is, is cut in two unless it is longer than the excerpt.
pub(super) fn excerpt(text: &str, span: Span) -> Excerpt {
    let chars: Vec<char> = text.chars().collect();
    let (start, end) = (span.start as usize, (span.end as usize).min(chars.len()));
    let start = start.min(end);
    let splits = |at: usize| {
        let letter = |at: usize| chars.get(at).is_some_and(char::is_ascii_alphanumeric);
        at > 0 && letter(at - 1) && letter(at)
    };
    let from = start.saturating_sub(AROUND.0);
    let space = |at: usize| chars.get(at).is_some_and(|c| c.is_whitespace());
    let from = (from..start).find(|at| !splits(*at) && !space(*at)).unwrap_or(from);
    let to = (end + AROUND.1).min(chars.len());
    let to = (end..=to).rev().find(|at| !splits(*at)).unwrap_or(to);
    let part = |from: usize, to: usize| chars.get(from..to).unwrap_or_default().iter();
    let (head, tail) = ((from > 0).then_some(&'…'), (to < chars.len()).then_some(&'…'));
    Excerpt {
        before: head.into_iter().chain(part(from, start)).collect(),
        stretch: part(start, end).collect(),
        after: part(end, to).chain(tail).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str, span: std::ops::Range<usize>) -> String {
        let Excerpt { before, stretch, after } = excerpt(text, Span::new(span));
        [&before, "[", &stretch, "]", &after].concat()
    }

    #[test]
    fn an_excerpt_says_where_the_text_goes_on() {
        assert_eq!(whole("甲乙丙丁", 1..2), "甲[乙]丙丁");
        let long = "天".repeat(100);
        let cut = ["…", &"天".repeat(24), "[天天]", &"天".repeat(40), "…"].concat();
        assert_eq!(whole(&long, 50..52), cut);
    }

    #[test]
    fn words_are_not_cut() {
        let text = "Yesterday a fisherman of the harbour said that Marlow had left the town for good this morning early";
        let cut = "…the harbour said that [Marlow] had left the town for good this morning…";
        assert_eq!(whole(text, 47..53), cut);
    }

    #[test]
    fn a_stretch_beyond_the_text_is_what_there_is_of_it() {
        assert_eq!(whole("甲乙", 1..9), "甲[乙]");
        assert_eq!(whole("甲乙", 5..9), "甲乙[]");
    }
}
