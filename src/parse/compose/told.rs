//! What a story has told so far, to tell whether another text speaks of the same.

use crate::parse::draft::Flow;
use crate::parse::overlap::{Grams, each_gram, share};
use crate::parse::roles::Part;
use crate::parse::wording::first_chars;

/// The words of a story's text so far.
#[derive(Default)]
pub(super) struct Told {
    /// How many steps of its flow have been read for their words.
    read: usize,
    words: Grams,
    /// How much of each of its paragraphs the ones before held, summed, and how many that were.
    usual: (usize, usize),
}

/// As much of a text as tells what it speaks of.
pub(super) fn opening(text: &str) -> &str {
    first_chars(text, 300)
}

impl Told {
    /// Forgets all for the next story.
    pub(super) fn clear(&mut self) {
        self.read = 0;
        self.words.clear();
        self.usual = (0, 0);
    }

    /// Reads the words of what the story has taken in since: where no further heading comes, nobody asks for them.
    pub(super) fn read_on(&mut self, page: &str, parts: &[Part], flow: &[Flow]) {
        for step in flow.get(self.read..).unwrap_or_default() {
            let Flow::Block(n) = step else { continue };
            let Some(part) = parts.get(*n) else { continue };
            if !self.words.is_empty() {
                self.usual.0 += share(opening(part.first(page)), &self.words);
                self.usual.1 += 1;
            }
            for range in &part.ranges {
                let text = page.get(range.clone()).unwrap_or_default();
                each_gram(text, |gram| {
                    self.words.insert(gram);
                });
            }
        }
        self.read = flow.len();
    }

    /// How much of a text's words it holds, in hundredths.
    pub(super) fn share(&self, text: &str) -> usize {
        share(text, &self.words)
    }

    /// How much of a text's words it holds, in hundredths of what is usual from one of its paragraphs to the next; none
    /// where it has too few to tell.
    pub(super) fn cohesion(&self, text: &str) -> Option<usize> {
        let (sum, count) = self.usual;
        let cohesion = (self.share(opening(text)) * 100 * count).checked_div(sum);
        cohesion.filter(|_| count > 2)
    }
}
