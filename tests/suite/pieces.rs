//! What is drawn around stretches of a string: nothing is lost, whatever overlaps.

use newsprint::model::{Span, Styling};
use newsprint::view::article::{Piece, Wrap, pieces};
use proptest::prelude::*;

/// Writes a tree as text: `[m0 …]` a mention (`M` within a link), `[h0 …]` a hit, `[l0 …]` a link.
fn drawn(text: &str, tree: &[Piece]) -> String {
    tree.iter()
        .map(|piece| match piece {
            Piece::Text(range) => text[range.clone()].to_owned(),
            Piece::Around(wrap, within) => format!("[{} {}]", name(*wrap), drawn(text, within)),
        })
        .collect()
}

fn name(wrap: Wrap) -> String {
    match wrap {
        Wrap::Link(n) => format!("l{n}"),
        Wrap::Mention { index, linked: false } => format!("m{index}"),
        Wrap::Mention { index, linked: true } => format!("M{index}"),
        Wrap::Code => "c".to_owned(),
        Wrap::Strong => "s".to_owned(),
        Wrap::Emphasis => "e".to_owned(),
        Wrap::Hit(n) => format!("h{n}"),
    }
}

struct Case {
    name: &'static str,
    mentions: &'static [(usize, usize)],
    styles: &'static [(usize, usize, char)],
    hits: &'static [(usize, usize)],
    drawn: &'static str,
}

const TEXT: &str = "春風又綠江南岸𠀀月";

const CASES: &[Case] = &[
    Case { name: "nothing to draw", mentions: &[], styles: &[], hits: &[], drawn: TEXT },
    Case {
        name: "a hit in the middle of a mention",
        mentions: &[(1, 6)],
        styles: &[],
        hits: &[(3, 4)],
        drawn: "春[m0 風又[h0 綠]江南]岸𠀀月",
    },
    Case {
        name: "a mention within a hit",
        mentions: &[(3, 4)],
        styles: &[],
        hits: &[(1, 6)],
        drawn: "春[h0 風又[m0 綠]江南]岸𠀀月",
    },
    Case {
        name: "a hit and a mention in the same place",
        mentions: &[(7, 9)],
        styles: &[],
        hits: &[(7, 9)],
        drawn: "春風又綠江南岸[m0 [h0 𠀀月]]",
    },
    Case {
        name: "a hit that crosses two mentions cuts both",
        mentions: &[(0, 3), (4, 6)],
        styles: &[],
        hits: &[(2, 5)],
        drawn: "[m0 春風][h0 [m0 又]綠[m1 江]][m1 南]岸𠀀月",
    },
    Case {
        name: "of two hits the later begun is on top, and the first goes on after it",
        mentions: &[],
        styles: &[],
        hits: &[(0, 6), (1, 2), (5, 8)],
        drawn: "[h0 春][h1 風][h0 又綠江][h2 南岸𠀀]月",
    },
    Case {
        name: "a mention over a link and more is no link within it",
        mentions: &[(0, 4)],
        styles: &[(1, 3, 'l')],
        hits: &[],
        drawn: "[m0 春][l0 [M0 風又]][m0 綠]江南岸𠀀月",
    },
    Case {
        name: "emphasis nests, and is cut where it crosses",
        mentions: &[(2, 4)],
        styles: &[(0, 3, 'e'), (0, 9, 's'), (5, 6, 'c')],
        hits: &[],
        drawn: "[s [e 春風][m0 [e 又]綠]江[c 南]岸𠀀月]",
    },
    Case {
        name: "spans that reach beyond the text or cover nothing",
        mentions: &[(8, 40), (3, 3)],
        styles: &[(50, 60, 'l')],
        hits: &[(9, 10)],
        drawn: "春風又綠江南岸𠀀[m0 月]",
    },
];

fn styling(letter: char) -> Styling {
    match letter {
        'l' => Styling::Link("https://example.org/".to_owned()),
        'c' => Styling::Code,
        's' => Styling::Strong,
        _ => Styling::Emphasis,
    }
}

#[test]
fn stretches_nest_or_are_cut() {
    for case in CASES {
        let span = |&(start, end): &(usize, usize)| Span::new(start..end);
        let mentions: Vec<Span> = case.mentions.iter().map(span).collect();
        let hits: Vec<Span> = case.hits.iter().map(span).collect();
        let stylings: Vec<(Span, Styling)> =
            case.styles.iter().map(|&(s, e, how)| (Span::new(s..e), styling(how))).collect();
        let styles: Vec<(Span, &Styling)> = stylings.iter().map(|(s, how)| (*s, how)).collect();
        let tree = pieces(TEXT, &mentions, &styles, &hits);
        assert_eq!(drawn(TEXT, &tree), case.drawn, "{}", case.name);
    }
}

/// Every code point of the text with all that is drawn around it, from the outside in.
fn flat(text: &str, tree: &[Piece]) -> Vec<(char, Vec<Wrap>)> {
    fn walk(text: &str, tree: &[Piece], around: &mut Vec<Wrap>, out: &mut Vec<(char, Vec<Wrap>)>) {
        for piece in tree {
            match piece {
                Piece::Text(range) => {
                    assert!(!range.is_empty());
                    out.extend(text[range.clone()].chars().map(|c| (c, around.clone())));
                }
                Piece::Around(wrap, within) => {
                    assert!(!within.is_empty());
                    around.push(*wrap);
                    walk(text, within, around, out);
                    around.pop();
                }
            }
        }
    }
    let mut out = Vec::new();
    walk(text, tree, &mut Vec::new(), &mut out);
    out
}

fn spans() -> impl Strategy<Value = Vec<Span>> {
    prop::collection::vec((0_usize..40, 0_usize..12), 0..12).prop_map(|spans| {
        spans.into_iter().map(|(start, len)| Span::new(start..start + len)).collect()
    })
}

fn stylings() -> impl Strategy<Value = Vec<Styling>> {
    prop::collection::vec(prop::sample::select(vec!['l', 'c', 's', 'e']).prop_map(styling), 12)
}

proptest! {
    #[test]
    fn nothing_is_lost_and_every_point_knows_what_covers_it(
        text in "[a漢𠀀 é]{0,36}",
        mentions in spans(),
        styled in spans(),
        stylings in stylings(),
        hits in spans(),
    ) {
        let styles: Vec<(Span, &Styling)> = styled.iter().copied().zip(&stylings).collect();
        let tree = pieces(&text, &mentions, &styles, &hits);
        let flat = flat(&text, &tree);
        prop_assert_eq!(flat.iter().map(|(c, _)| c).collect::<String>(), text);
        for (point, (_, around)) in flat.iter().enumerate() {
            let covers = |span: &Span| (span.start as usize..span.end as usize).contains(&point);
            let of = |wanted: fn(&Wrap) -> Option<usize>| -> Vec<usize> {
                around.iter().filter_map(wanted).collect()
            };
            let hit = of(|wrap| match wrap { Wrap::Hit(n) => Some(*n), _ => None });
            prop_assert_eq!(hit.len(), usize::from(hits.iter().any(covers)));
            prop_assert!(hit.iter().all(|n| covers(&hits[*n])));
            let mention = of(|wrap| match wrap { Wrap::Mention { index, .. } => Some(*index), _ => None });
            prop_assert_eq!(mention.len(), usize::from(mentions.iter().any(covers)));
            prop_assert!(mention.iter().all(|n| covers(&mentions[*n])));
            let link = of(|wrap| match wrap { Wrap::Link(n) => Some(*n), _ => None });
            let linked = |(span, how): &(Span, &Styling)| matches!(how, Styling::Link(_)) && covers(span);
            prop_assert_eq!(link.len(), usize::from(styles.iter().any(linked)));
            for (outer, wrap) in around.iter().enumerate() {
                if let Wrap::Mention { linked, .. } = wrap {
                    prop_assert_eq!(*linked, !link.is_empty());
                }
                if matches!(wrap, Wrap::Link(_)) {
                    let named = |it: &Wrap| matches!(it, Wrap::Mention { .. });
                    let within_one = around[..outer].iter().any(named);
                    prop_assert!(!within_one);
                }
            }
            for (wrap, how) in [(Wrap::Strong, Styling::Strong), (Wrap::Code, Styling::Code), (Wrap::Emphasis, Styling::Emphasis)] {
                let wanted = styles.iter().any(|(span, it)| **it == how && covers(span));
                prop_assert_eq!(around.contains(&wrap), wanted);
            }
        }
    }

    #[test]
    fn a_hit_that_overlaps_no_other_is_drawn_once(
        text in "[a漢]{20,36}",
        mentions in spans(),
        starts in prop::collection::btree_set(0_usize..6, 0..6),
    ) {
        let hits: Vec<Span> = starts.iter().map(|n| Span::new(n * 3..n * 3 + 2)).collect();
        let tree = pieces(&text, &mentions, &[], &hits);
        let marks = drawn(&text, &tree).matches("[h").count();
        prop_assert_eq!(marks, hits.len());
    }
}

#[test]
fn many_mentions_are_arranged_at_once() {
    let text = "甲乙丙丁".repeat(50_000);
    let mentions: Vec<Span> = (0..50_000).map(|n| Span::new(n * 4..n * 4 + 2)).collect();
    let hits: Vec<Span> = (0..50_000).map(|n| Span::new(n * 4 + 1..n * 4 + 3)).collect();
    let tree = pieces(&text, &mentions, &[], &hits);
    assert_eq!(flat(&text, &tree).len(), 200_000);
}
