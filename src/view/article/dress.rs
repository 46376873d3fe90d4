//! What is drawn over one string: worked out apart from drawing it, so that a string is drawn anew only
//! when something about it changed.

use crate::model::{Article, At, Mention, Span, Style, sets_no_spaces};
use crate::order::Set;
use crate::search::Hit;

/// What changes about a string while it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Dress {
    /// The hits in it.
    pub hits: Vec<Span>,
    /// Which of `hits` the reader stepped to.
    pub current: Option<usize>,
    /// The kinds that occur in it and whose mentions are not marked.
    pub hidden: Set<String>,
}

impl Dress {
    /// What is drawn over the string at `at`; `hits` and `current` are those of the article, in reading
    /// order.
    pub(super) fn of(
        article: &Article,
        at: At,
        hits: &[Hit],
        current: Option<usize>,
        hidden: &Set<String>,
    ) -> Self {
        let first = hits.partition_point(|hit| hit.at < at);
        let here = hits.iter().skip(first).take_while(|hit| hit.at == at);
        let hits: Vec<Span> = here.map(|hit| hit.span).collect();
        let current = current.and_then(|n| n.checked_sub(first)).filter(|n| *n < hits.len());
        let kinds = mentions_at(article, at).iter().map(|mention| mention.kind.as_str());
        let is_hidden = |kind: &&str| hidden.iter().any(|hidden| hidden == kind);
        Self { hits, current, hidden: kinds.filter(is_hidden).map(str::to_owned).collect() }
    }
}

/// The mentions in one string.
pub(super) fn mentions_at(article: &Article, at: At) -> &[Mention] {
    let (from, to) = stretch(&article.mentions, at, |mention| mention.at);
    article.mentions.get(from..to).unwrap_or_default()
}

/// The styles of one string.
pub(super) fn styles_at(article: &Article, at: At) -> &[Style] {
    let (from, to) = stretch(&article.styles, at, |style| style.at);
    article.styles.get(from..to).unwrap_or_default()
}

/// Where the items of `at` stand in a list that is sorted by place.
fn stretch<T>(items: &[T], at: At, place: impl Fn(&T) -> At) -> (usize, usize) {
    let from = items.partition_point(|item| place(item) < at);
    (from, items.partition_point(|item| place(item) <= at))
}

/// How many hits stand in a section.
pub(super) fn hits_in(hits: &[Hit], section: usize) -> usize {
    hits.iter().filter(|hit| hit.at.section() == Some(section)).count()
}

/// Whether a section's text is out of sight. What the query found is seen, whatever the reader had
/// folded before, unless the reader folded it again (`shut`) while the query stands.
pub(super) fn is_closed(folded: bool, hits: usize, shut: bool) -> bool {
    folded && (hits == 0 || shut)
}

/// The minutes that reading takes, at least one: 400 Han characters a minute, or 200 words (Brysbaert 2019 gives 238 words
/// of English and 260 of Chinese for silent reading; a newspaper is read with more care).
pub(super) fn minutes(language: &str, length: usize) -> usize {
    let pace = if sets_no_spaces(language) { 400 } else { 200 };
    length.div_ceil(pace).max(1)
}

/// `rtl` for a language that is written from right to left: those that have the property in the Unicode CLDR
/// (`likelySubtags` and the scripts' direction), or whose tag names such a script.
pub(super) fn direction(language: &str) -> Option<&'static str> {
    const LANGUAGES: [&str; 12] =
        ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi"];
    const SCRIPTS: [&str; 5] = ["Arab", "Hebr", "Nkoo", "Syrc", "Thaa"];
    let mut parts = language.split('-');
    let own = parts.next().is_some_and(|own| LANGUAGES.contains(&own));
    let script = parts.find(|part| part.len() == 4);
    script.map_or(own, |script| SCRIPTS.contains(&script)).then_some("rtl")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Kind;

    fn hit(at: At, start: usize) -> Hit {
        Hit { at, span: Span::new(start..start + 1) }
    }

    #[test]
    fn a_string_gets_its_own_hits_and_kinds() {
        let at = At::text(0, 1);
        let mention = |at, kind| Mention { at, span: Span::new(0..2), kind, entities: Vec::new() };
        let article = Article {
            mentions: vec![mention(At::Headline, Kind::Date), mention(at, Kind::Person)],
            ..Article::default()
        };
        let hits = [hit(At::Headline, 0), hit(at, 3), hit(at, 7), hit(At::text(1, 0), 0)];
        let hidden = Set::from(["person".to_owned(), "date".to_owned()]);
        let dress = Dress::of(&article, at, &hits, Some(2), &hidden);
        assert_eq!(dress.hits, [Span::new(3..4), Span::new(7..8)]);
        assert_eq!(dress.current, Some(1));
        assert_eq!(dress.hidden, Set::from(["person".to_owned()]));
        assert_eq!(Dress::of(&article, at, &hits, Some(0), &hidden).current, None);
        assert_eq!(Dress::of(&article, at, &hits, Some(3), &hidden).current, None);
        assert_eq!(Dress::of(&article, At::Kicker, &[], None, &hidden), Dress::default());
    }

    #[test]
    fn what_was_found_is_seen_unless_folded_again() {
        assert!(!is_closed(false, 0, false));
        assert!(is_closed(true, 0, false));
        assert!(!is_closed(true, 2, false));
        assert!(is_closed(true, 2, true));
        assert!(!is_closed(false, 2, true));
    }

    #[test]
    fn languages_run_their_own_way() {
        let right_to_left = |tag| direction(tag) == Some("rtl");
        assert!(right_to_left("ar") && right_to_left("he-IL") && right_to_left("pa-Arab"));
        assert!(!right_to_left("zh-Hant") && !right_to_left("en") && !right_to_left("az"));
        assert!(!right_to_left("ur-Latn") && !right_to_left(""));
    }

    #[test]
    fn reading_takes_at_least_a_minute() {
        assert_eq!(minutes("zh-Hant", 401), 2);
        assert_eq!(minutes("en", 401), 3);
        assert_eq!(minutes("en", 0), 1);
    }
}
