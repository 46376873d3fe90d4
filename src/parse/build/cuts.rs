//! What does not belong to a text and is taken off its ends: a byline, a dateline, a remark in brackets.

use std::ops::Range;

use super::Builder;
use crate::parse::brackets::trimmed;
use crate::parse::{byline, dateline, note};

impl Builder<'_> {
    /// Takes a remark in brackets off the end of a text.
    pub(super) fn cut_remark(&self, ranges: &mut [Range<usize>]) -> Option<Range<usize>> {
        let last = ranges.last_mut()?;
        let start = last.start + note::glued(self.page.get(last.clone())?)?;
        let remark = start..last.end;
        *last = trimmed(self.page, last.start..start);
        Some(remark)
    }

    /// Takes bylines in brackets off both ends of a text.
    pub(super) fn cut_bylines(&mut self, ranges: &mut Vec<Range<usize>>, first: bool) {
        if first
            && let Some(range) = ranges.first_mut()
            && let Some(found) = self.page.get(range.clone()).and_then(byline::opening)
        {
            let end = found.marks.last().map_or(found.text.end, |mark| mark.end);
            self.cut(range.start, &found);
            let said = range.start + found.text.start..range.start + found.text.end;
            self.read_dateline(std::slice::from_ref(&said));
            *range = trimmed(self.page, range.start + end..range.end);
        }
        if let Some(range) = ranges.last_mut()
            && let Some(found) = self.page.get(range.clone()).and_then(byline::closing)
        {
            let start = found.marks.first().map_or(0, |mark| mark.start);
            self.cut(range.start, &found);
            *range = trimmed(self.page, range.start..range.start + start);
        }
        ranges.retain(|range| !range.is_empty());
    }

    fn cut(&mut self, base: usize, found: &byline::Byline) {
        self.byline.push(base + found.text.start..base + found.text.end);
        self.marks.extend(found.marks.iter().map(|mark| base + mark.start..base + mark.end));
    }

    /// Reads source and date off a text.
    pub(super) fn read_dateline(&mut self, ranges: &[Range<usize>]) {
        let found = dateline::read(&self.text(ranges));
        if found != dateline::Dateline::default() {
            self.article.source = found.source;
            self.article.date = found.date;
            self.day = found.day;
        }
    }
}
