//! Names that two things bear, told apart by what stands around: 德州 in 山東 is no Texas, and Peru's Congress not that of the United States.

use super::super::candidate::{Candidate, Subject};
use super::super::gazetteer::GAZETTEER;
use super::super::line::Line;

/// What an article about the city of 德州 speaks of, and what one about the state does, folded.
const CITY: [&str; 1] = ["山东"];
const STATE: [&str; 3] = ["美国", "得州", "得克萨斯"];

/// Words before “Congress” that make it another one.
const OTHER: [&str; 9] =
    ["Jewish", "National", "Party", "People's", "Union", "World", "Youth", "Indian", "Argentine"];

/// Gives names that two things bear to the one that the article speaks of.
pub(crate) fn told_apart<'a>(lines: impl Iterator<Item = (&'a Line, &'a mut Vec<Candidate>)>) {
    let mut lines: Vec<(&Line, &mut Vec<Candidate>)> = lines.collect();
    let speaks = |words: &[&str]| {
        words.iter().any(|word| lines.iter().any(|(line, _)| line.plain.contains(word)))
    };
    let city = (speaks(&CITY) && !speaks(&STATE)).then(|| GAZETTEER.group("Dezhou")).flatten();
    for (line, found) in &mut lines {
        found.retain(|c| !is_known(c) || !is_other_congress(line, c));
        let Some(city) = city else { continue };
        let named = |c: &&mut Candidate| is_known(c) && line.folded(c.start, c.end) == "德州";
        for candidate in found.iter_mut().filter(named) {
            candidate.subject = Subject::Known(vec![city]);
        }
    }
}

fn is_known(candidate: &Candidate) -> bool {
    matches!(candidate.subject, Subject::Known(_))
}

/// Whether “Congress” belongs to somebody else by the word before it: Peru's, Peruvian, World Jewish.
fn is_other_congress(line: &Line, c: &Candidate) -> bool {
    if line.folded(c.start, c.end) != "Congress" {
        return false;
    }
    let before = line.folded(0, c.start).trim_end();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default().replace('’', "'");
    let word = word.as_str();
    let nation = (word.ends_with("ian") || word.ends_with("can") || word.ends_with("'s"))
        && word.starts_with(char::is_uppercase)
        && !matches!(word, "American" | "America's" | "Republican" | "Washington's" | "Can");
    nation || OTHER.contains(&word)
}
