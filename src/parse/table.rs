//! Tables as they come out of a browser or a word processor: cells with a tab between them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::brackets::trimmed;
use super::furniture::is_menu;
use super::lines::Line;
use super::shape::{is_comma, stops};

/// Longer stretches are text, code points.
const LONGEST: usize = 40;

/// The cells of each line that is a row of a table, by the line's index; in bytes of the page.
pub(super) fn rows(page: &str, lines: &[Line]) -> BTreeMap<usize, Vec<Range<usize>>> {
    let mut found = BTreeMap::new();
    let mut run: Vec<(usize, Vec<Range<usize>>)> = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        if line.gap > 0 {
            keep(&mut run, &mut found);
        }
        let is_menu = || page.get(line.range.clone()).is_some_and(is_menu);
        match cells(page, line).filter(|_| !is_menu()) {
            Some(cells) => run.push((n, cells)),
            None => keep(&mut run, &mut found),
        }
    }
    keep(&mut run, &mut found);
    found
}

/// Keeps lines that follow one another if they are a table: two of three cells, or three of two.
fn keep(run: &mut Vec<(usize, Vec<Range<usize>>)>, found: &mut BTreeMap<usize, Vec<Range<usize>>>) {
    let widest = run.iter().map(|(_, cells)| cells.len()).max().unwrap_or_default();
    if run.len() > 2 || run.len() > 1 && widest > 2 {
        found.extend(run.drain(..));
    }
    run.clear();
}

/// The stretches of a line between tabs, if none of them is running text.
fn cells(page: &str, line: &Line) -> Option<Vec<Range<usize>>> {
    let text = page.get(line.range.clone()).filter(|text| text.contains('\t'))?;
    let is_cell = |cell: &str| {
        cell.chars().nth(LONGEST).is_none()
            && !cell.trim_end().ends_with(|c| stops(c) || is_comma(c))
    };
    let mut start = line.range.start;
    let mut cells = Vec::new();
    // Where no cell follows another at a single tab, two tabs stand for one.
    let doubled = text.split('\t').skip(1).step_by(2).all(|cell| cell.trim().is_empty());
    for cell in text.split('\t') {
        if !is_cell(cell) {
            return None;
        }
        cells.push(trimmed(page, start..start + cell.len()));
        start += cell.len() + 1;
    }
    let step = if doubled && cells.len() > 2 { 2 } else { 1 };
    Some(cells.into_iter().step_by(step).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::lines::lines;

    #[test]
    fn rows_stand_together() {
        let of = |page: &str| rows(page, &lines(page)).into_keys().collect::<Vec<_>>();
        assert_eq!(of("年份\t班次\t乘客\n二〇二五\t12\t800\n\n潮水退去。"), [0, 1]);
        assert_eq!(of("甲\t1\n乙\t2\n丙\t3"), [0, 1, 2]);
        let page = "甲\t\t1\t\tx\n乙\t\t2\t\ty";
        assert!(rows(page, &lines(page)).values().all(|cells| cells.len() == 3));
        assert!(of("海港日報\t2026年5月20日\nA1\t要聞").is_empty());
        assert!(of("甲\t乙\t丙\n\n丁\t戊\t己").is_empty());
        assert!(of("潮水退去，\t海面平靜。\t天亮了。\n他走了。\t她也走了。\t船在。").is_empty());
    }
}
