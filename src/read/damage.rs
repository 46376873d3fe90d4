//! Where bytes were no text.

use super::Place;
use crate::model::{Diagnostic, Severity};

/// More findings of damaged bytes than this are summed up in one.
const MOST_FINDINGS: usize = 20;

/// Places where bytes were no text: in the decoded text and in the file.
#[derive(Default)]
pub(super) struct Damage {
    /// How many places.
    pub(super) count: usize,
    places: Vec<(usize, usize)>,
}

impl Damage {
    /// Puts U+FFFD at the end of the text for the bytes at `offset` of the file.
    pub(super) fn replace(&mut self, text: &mut String, offset: usize) {
        self.count += 1;
        if self.places.len() < MOST_FINDINGS {
            self.places.push((text.len(), offset));
        }
        text.push(char::REPLACEMENT_CHARACTER);
    }

    /// A warning for each place, the last of them for all that follow.
    pub(super) fn findings(&self, name: &str, text: &str) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        for (n, (at, offset)) in self.places.iter().enumerate() {
            let range = *at..*at + char::REPLACEMENT_CHARACTER.len_utf8();
            let rest = self.count - n;
            let message = if n + 1 == MOST_FINDINGS && rest > 1 {
                format!(
                    "bytes that are no text at byte {offset}, and {} more such places",
                    rest - 1
                )
            } else {
                format!("bytes that are no text at byte {offset} are shown as U+FFFD")
            };
            let help = "save the file as UTF-8, or mend the place";
            let code = "encoding/replaced";
            let place = Place::new(name, text, range);
            findings.push(place.finding(Severity::Warning, code, message, help));
        }
        findings
    }
}
