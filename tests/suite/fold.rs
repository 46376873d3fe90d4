use newsprint::text::{clauses, fold, sentences};
use proptest::prelude::*;

use crate::strategies::text;

/// Each line is one string in several dresses.
#[test]
fn what_readers_call_the_same_folds_the_same() {
    let same: &[&[&str]] = &[
        &["習近平", "习近平"],
        &["臺灣", "台灣", "台湾"],
        &["裏面", "裡面", "里面"],
        &["幹部", "干部", "乾部"],
        &["皇后", "皇後"],
        &["啟動", "啓動", "启动"],
        &["為", "爲", "为"],
        &["說明", "説明", "说明"],
        &["綫上", "線上", "线上"],
        &["Café", "CAFE", "cafe\u{301}", "ｃａｆｅ"],
        &["İstanbul", "istanbul"],
        &["ΣΟΦΟΣ", "σοφος", "Σοφός"],
        &["Ёлка", "елка"],
        &["ﾊﾞｽ", "バス", "ハ\u{3099}ス"],
        &["ﾊﾟﾝ", "パン"],
        &["①２", "12"],
        &["𝐀𝐛𝟗", "Ab9"],
        &["don’t", "don't"],
        &["“a”", "\"a\""],
        &["A–B", "a-b"],
        &["。｡", "。。"],
        &["中，英", "中,英"],
        &["a\u{ad}b\u{200b}c", "abc"],
        &["\u{202e}abc\u{feff}", "abc"],
        &["會議　部署\n工作", "會議部署工作"],
        &["工作，\n部署", "工作，部署"],
        &["a \t\n b", "a b"],
        &["\u{f9dc}", "隆"],
        &["⼈民", "人民"],
    ];
    for dresses in same {
        for dress in *dresses {
            assert_eq!(fold(dress).text, fold(dresses[0]).text, "{dress}");
        }
    }
}

#[test]
fn what_readers_tell_apart_stays_apart() {
    let apart = [
        ("はは", "ばば"),
        ("か", "カ"),
        ("a b", "ab"),
        ("中 a", "中a"),
        ("人", "入"),
        ("≠", "="),
        ("𠀀", "一"),
    ];
    for (one, other) in apart {
        assert_ne!(fold(one).text, fold(other).text, "{one} {other}");
    }
}

#[test]
fn an_accent_belongs_to_the_letter_it_stands_on() {
    let text = "x e\u{301}\u{302}t";
    assert_eq!(fold(text).text, "x et");
    assert_eq!(fold(text).source(2, 3).of(text), "e\u{301}\u{302}");
    assert_eq!(fold("會議\u{301}　部").source(0, 2).of("會議\u{301}　部"), "會議\u{301}");
}

#[test]
fn sentences_end_where_a_reader_pauses() {
    let cases: &[(&str, &[&str])] = &[
        ("他說：「好！」她走了。", &["他說：「好！」", "她走了。"]),
        ("真的？！是的…", &["真的？！", "是的…"]),
        (
            "It rose 3.5 percent. \"Why?\" he asked.",
            &["It rose 3.5 percent. ", "\"Why?\" ", "he asked."],
        ),
        ("J. Smith met Dr. Lee. They left", &["J. Smith met Dr. Lee. ", "They left"]),
        ("", &[]),
    ];
    for (text, expected) in cases {
        let found: Vec<&str> = sentences(text).iter().map(|span| span.of(text)).collect();
        assert_eq!(&found, expected);
    }
    let text = "今天，小雨；明天、後天：晴。Yes, 10,000: no";
    let found: Vec<&str> = clauses(text).iter().map(|span| span.of(text)).collect();
    assert_eq!(found, ["今天，", "小雨；", "明天、", "後天：", "晴。", "Yes, ", "10,000: ", "no"]);
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in text()) {
        let once = fold(&text).text;
        prop_assert_eq!(&fold(&once).text, &once);
        prop_assert!(!once.contains('\n'));
    }

    #[test]
    fn every_code_point_is_kept_or_dropped(text in text()) {
        let folded = fold(&text);
        prop_assert_eq!(folded.text.chars().count() + folded.drops.len(), text.chars().count());
    }

    #[test]
    fn a_place_maps_back_to_what_folds_to_it(text in text(), start in 0..24_usize, length in 1..24_usize) {
        let folded = fold(&text);
        let chars: Vec<char> = folded.text.chars().collect();
        let start = start.min(chars.len());
        let end = chars.len().min(start + length);
        let wanted: String = chars[start..end].iter().collect();
        let span = folded.source(start, end);
        prop_assert_eq!(fold(span.of(&text)).text, wanted);
    }

    #[test]
    fn sentences_and_clauses_are_the_whole_text(text in text()) {
        let whole = |spans: Vec<newsprint::model::Span>| -> String { spans.iter().map(|span| span.of(&text)).collect() };
        prop_assert_eq!(whole(sentences(&text)), text.clone());
        prop_assert_eq!(whole(clauses(&text)), text.clone());
    }
}
