//! Which sets are scored, and that nothing is learnt from them.
#![allow(dead_code, reason = "the trainer, the evaluation and a test each use a part")]

use std::collections::BTreeSet;

/// The sets that `make eval` scores, under the shared corpora: a name, the file, and what the set's labels mean.
pub(crate) const SCORED: [(&str, &str); 9] = [
    ("UNER-GSD dev (Traditional)", "ner/zh-hant-uner-gsd/dev.jsonl"),
    ("MSRA (Simplified)", "ner/zh-msra/hans.jsonl"),
    ("MSRA (Traditional)", "ner/zh-msra/hant-hk-opencc.jsonl"),
    ("People's Daily dev", "ner/zh-peoplesdaily-dev/hans.jsonl"),
    ("Weibo", "ner/zh-weibo/hans.jsonl"),
    ("Weibo (Traditional)", "ner/zh-weibo/hant-hk-opencc.jsonl"),
    ("CLUENER people", "ner/zh-cluener/hans.jsonl"),
    ("CoNLL 2003 dev", "ner/en-conll2003/dev.jsonl"),
    ("IEER", "ner/en-ieer/docs.jsonl"),
];

/// Whether a file may be learnt from: none that is scored, and none whose licence keeps its labels to research.
#[must_use]
pub(crate) fn may_teach(path: &str) -> bool {
    let scored = SCORED.iter().any(|(_, file)| path.ends_with(file));
    let research = ["conll2003", "ieer", "msra", "peoplesdaily", "cluener"];
    !scored && !research.iter().any(|name| path.contains(name))
}

/// One of three kinds for a label of any set: 0 a person, 1 a place, 2 an organisation; `None` for everything else.
#[must_use]
pub(crate) fn kind(label: &str) -> Option<usize> {
    match label {
        "PER" | "PER.NAM" | "PERSON" | "person" | "name" => Some(0),
        "LOC" | "LOC.NAM" | "GPE.NAM" | "LOCATION" | "location" => Some(1),
        "ORG" | "ORG.NAM" | "ORGANIZATION" | "corporation" | "group" => Some(2),
        _ => None,
    }
}

/// The characters of a text that tell it from others: no white space, no signs.
#[must_use]
pub(crate) fn essence(folded: &[char]) -> String {
    folded.iter().filter(|c| c.is_alphanumeric()).collect()
}

/// Texts that are scored, so that the same text in a set to learn from is left out.
#[derive(Default)]
pub(crate) struct Scored(BTreeSet<String>);

impl Scored {
    /// Adds a text.
    pub(crate) fn add(&mut self, folded: &[char]) {
        self.0.insert(essence(folded));
    }

    /// Whether a text is among them; very short ones are nobody's.
    #[must_use]
    pub(crate) fn has(&self, folded: &[char]) -> bool {
        let essence = essence(folded);
        essence.chars().count() > 8 && self.0.contains(&essence)
    }
}
