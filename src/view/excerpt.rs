//! A place in its context, short enough for a line of a list.

use crate::model::Span;
use crate::text::clauses;

/// How long an excerpt is at most, in code points, its dots apart.
const LONGEST: usize = 80;

/// The clauses around a span of `text`, as many as fit, with dots where something is left out. The whole
/// span is in it, or its first code points where it is longer than an excerpt may be.
#[must_use]
pub fn excerpt(text: &str, span: Span) -> String {
    let [before, stretch, after] = around(text, span);
    [before, stretch, after].concat()
}

/// The same excerpt in three: what comes before the span, the span, what comes after it.
#[must_use]
pub fn around(text: &str, span: Span) -> [String; 3] {
    let (from, to, length) = bounds(text, span);
    let (start, end) = (span.start as usize, span.end as usize);
    let (start, end) = (start.clamp(from, to), end.clamp(from, to));
    let part = |from: usize, to: usize| -> String {
        text.chars().skip(from).take(to.saturating_sub(from)).collect()
    };
    let dots = |cut: bool| if cut { "…" } else { "" };
    [
        [dots(from > 0), part(from, start).trim_start()].concat(),
        part(start, end),
        [part(end, to).trim_end(), dots(to < length)].concat(),
    ]
}

/// From where to where the excerpt goes, and how long the text is, in code points.
fn bounds(text: &str, span: Span) -> (usize, usize, usize) {
    let (start, end) = (span.start as usize, span.end as usize);
    let clauses = clauses(text);
    let first = clauses.iter().rposition(|clause| clause.start as usize <= start).unwrap_or(0);
    let length = clauses.last().map_or(0, |last| last.end as usize);
    let (mut from, mut to) = match clauses.get(first) {
        Some(clause) => (clause.start as usize, (clause.end as usize).max(end).min(length)),
        None => (0, 0),
    };
    if to - from > LONGEST {
        // The clause itself is too long: what stands around the span.
        let around = LONGEST.saturating_sub(span.len());
        from = start.saturating_sub(around / 2).max(from);
        to = (from + LONGEST).min(to);
    } else {
        for clause in clauses.iter().skip(first + 1) {
            let clause_end = clause.end as usize;
            if clause_end > to && clause_end - from <= LONGEST {
                to = clause_end;
            }
        }
        for clause in clauses.iter().take(first).rev() {
            if to - clause.start as usize > LONGEST {
                break;
            }
            from = clause.start as usize;
        }
    }
    (from, to, length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_text_stands_whole() {
        assert_eq!(excerpt("潮水退去，石階露出來。", Span::new(5..7)), "潮水退去，石階露出來。");
    }

    #[test]
    fn a_long_text_is_cut_at_clauses() {
        let text = "潮".repeat(60) + "，石階露出來，" + &"浪".repeat(60) + "。";
        assert_eq!(
            excerpt(&text, Span::new(61..63)),
            "…石階露出來，".to_owned() + &"浪".repeat(60) + "。"
        );
        assert_eq!(excerpt(&text, Span::new(0..2)), "潮".repeat(60) + "，石階露出來，…");
    }

    #[test]
    fn a_clause_too_long_is_cut_around_the_span() {
        let text = "潮".repeat(200) + "石" + &"浪".repeat(200);
        let shown = excerpt(&text, Span::new(200..201));
        assert!(shown.starts_with('…') && shown.ends_with('…') && shown.contains('石'));
        assert_eq!(shown.chars().count(), LONGEST + 2);
    }

    #[test]
    fn the_span_stands_apart() {
        assert_eq!(
            around("潮水退去，石階露出來。", Span::new(5..7)),
            ["潮水退去，", "石階", "露出來。"]
        );
    }

    #[test]
    fn a_span_outside_is_no_harm() {
        assert_eq!(excerpt("", Span::new(3..9)), "");
        assert!(!excerpt("海堤。", Span::new(7..90)).contains('…'));
    }
}
