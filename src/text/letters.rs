//! The part of the table of characters that an edition needs, so that a reader need not fetch all of it.

use std::sync::OnceLock;

use super::fold::fold_into;
use super::table::{Class, Table, table};

/// Kana, which may be voiced by a mark that follows: those go together.
const KANA: std::ops::RangeInclusive<char> = '\u{3041}'..='\u{30FF}';

/// What a viewer must know to fold these texts and every query that can match them: characters, in order,
/// and what each is searched as, but for what goes by rule (ASCII letters, full-width signs).
///
/// A character that is searched as one that stands in none of the texts is left out: whatever it is folded to,
/// a query with it matches nothing.
#[must_use]
pub fn letters_of<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<(char, char)> {
    let mut there = vec![false; 0x11_0000];
    let (mut folded, mut drops) = (String::new(), Vec::new());
    for text in texts {
        folded.clear();
        drops.clear();
        fold_into(text, &mut folded, &mut drops);
        for c in folded.chars() {
            if let Some(there) = there.get_mut(c as usize) {
                *there = true;
            }
        }
    }
    let is_there = |c: char| there.get(c as usize) == Some(&true);
    let kana = KANA.into_iter().any(is_there);
    let needed = |to: char| is_there(to) || (kana && KANA.contains(&to));
    all().iter().copied().filter(|(_, to)| needed(*to)).collect()
}

/// The last character that is searched as another one is not beyond this: the last of the ideographs.
const LAST: char = '\u{323AF}';

/// Every character that is searched as another one, but for what goes by rule.
fn all() -> &'static [(char, char)] {
    static ALL: OnceLock<Vec<(char, char)>> = OnceLock::new();
    ALL.get_or_init(|| {
        let by_rule = Table::of(&[]);
        let class = |c| table().class(c);
        let told = |c: char| match class(c) {
            as_it @ Class::As(to) if by_rule.class(c) != as_it => Some((c, to)),
            _ => None,
        };
        ('\0'..=LAST).filter_map(told).collect()
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fold::fold_by;
    use super::*;

    /// `text` folded by what a viewer of `corpus` knows.
    fn folded(corpus: &[&str], text: &str) -> String {
        fold_by(&Table::of(&letters_of(corpus.iter().copied())), text).text
    }

    #[test]
    fn an_edition_takes_along_what_it_needs() {
        let corpus = ["習近平說：「臺灣」", "Zoë Ωmega"];
        assert!(letters_of(corpus.into_iter()).len() < 500);
        assert_eq!(folded(&corpus, "习近平"), fold_by(table(), "習近平").text);
        assert_eq!(folded(&corpus, "ＺＯＥ ω"), "zoe ω");
        // Nothing in the corpus can match this.
        assert_eq!(folded(&corpus, "髮"), "髮");
    }

    #[test]
    fn what_stands_beyond_the_last_ideograph_is_searched_as_itself() {
        for c in LAST..=char::MAX {
            assert!(!matches!(table().class(c), Class::As(to) if to != c), "{c:?}");
        }
    }

    #[test]
    fn voiced_kana_are_one() {
        assert_eq!(folded(&["ガラス"], "ｶﾞﾗｽ"), fold_by(table(), "ガラス").text);
    }

    fn text() -> impl Strategy<Value = String> {
        prop_oneof![
            "[習习近平说說臺台湾灣髮发發Ａaà Áぁガｶﾞﾊﾟ①ⅷΣσς\u{301}\u{200b}\u{ad}𝐀𐐀İẞ]{0,12}",
            any::<String>(),
        ]
    }

    proptest! {
        #[test]
        fn a_viewer_folds_its_texts_and_finds_in_them_as_the_program_does(
            texts in proptest::collection::vec(text(), 1..4),
            query in text(),
        ) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let table_of_edition = Table::of(&letters_of(texts.iter().copied()));
            let whole = |text: &str| fold_by(table(), text);
            let cut = |text: &str| fold_by(&table_of_edition, text);
            for text in &texts {
                prop_assert_eq!(cut(text), whole(text));
                prop_assert_eq!(
                    cut(text).text.contains(&cut(&query).text),
                    whole(text).text.contains(&whole(&query).text)
                );
            }
        }
    }
}
