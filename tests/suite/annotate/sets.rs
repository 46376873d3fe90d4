//! What is scored is not learnt from.

#[path = "../../../scripts/teach/sets/mod.rs"]
#[expect(clippy::module_inception, reason = "it is the teacher's")]
mod sets;

use sets::{SCORED, Scored, kind, may_teach};

fn chars(text: &str) -> Vec<char> {
    text.chars().collect()
}

#[test]
fn no_scored_set_may_teach() {
    for (_, file) in SCORED {
        assert!(!may_teach(file), "{file}");
        assert!(!may_teach(&format!("../shared/corpora/{file}")), "{file}");
    }
    for file in ["ner/en-conll2003/train.jsonl", "ner/zh-cluener/train-hans.jsonl"] {
        assert!(!may_teach(file), "{file} is for research");
    }
    for file in [
        "ner/zh-hant-uner-gsd/train.jsonl",
        "ner/zh-weibo/train-hans.jsonl",
        "target/teach/zh-press.jsonl",
    ] {
        assert!(may_teach(file), "{file}");
    }
}

#[test]
fn a_text_that_is_scored_is_known_again_however_it_is_spaced() {
    let mut scored = Scored::default();
    scored.add(&chars("王小明今天在台北发表谈话。"));
    assert!(scored.has(&chars("王小明 今天在台北，发表谈话")));
    assert!(!scored.has(&chars("王小明昨天在台北发表谈话")));
    assert!(!scored.has(&chars("")));
}

#[test]
fn labels_of_all_sets_are_three_kinds() {
    assert_eq!(["PERSON", "GPE.NAM", "ORG", "MISC"].map(kind), [Some(0), Some(1), Some(2), None]);
}
