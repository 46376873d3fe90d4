//! What a paper or a site prints above its first story.

use super::{Part, Role};
use crate::parse::lexicon::{List, phrases};
use crate::parse::shape::End;

/// As far down as a paper's name and a menu stand, lines.
const TOP: usize = 40;

/// A menu that is copied with one word a line: three and more of its words together, above all text.
pub(super) fn set_menu_aside(page: &str, parts: &mut [Part]) {
    let above = |part: &&mut Part| part.role != Role::Text || part.shape.end != End::Stop;
    let mut run: Vec<&mut Part> = Vec::new();
    for part in parts.iter_mut().take(TOP).take_while(above) {
        if phrases(List::Menu).has(part.first(page)) {
            run.push(part);
            continue;
        }
        set_aside(&mut run);
    }
    set_aside(&mut run);
}

fn set_aside(run: &mut Vec<&mut Part>) {
    let is_menu = run.len() > 2;
    for part in run.drain(..).filter(|_| is_menu) {
        part.role = Role::Furniture;
    }
}

/// A paper's English name on the page's first line, or the first below its menu, with something other than text below it.
pub(super) fn set_paper_aside(page: &str, parts: &mut [Part]) {
    let Some(at) = parts.iter().position(|part| part.role != Role::Furniture) else { return };
    let below = parts.get(at + 1).is_some_and(|below| match below.role {
        Role::Text => below.shape.end == End::Bare,
        role => matches!(role, Role::Date | Role::Furniture | Role::Label | Role::Rule),
    });
    if let Some(first) = parts.get_mut(at)
        && below
        && first.role == Role::Text
        && is_paper(first.first(page))
    {
        first.role = Role::Furniture;
    }
}

/// `The Selby Bay Herald`, `WELLMOUTH COURIER`: two words to five, each with a capital, the last what papers are called.
fn is_paper(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase) || matches!(*word, "of" | "&");
    let called = words.last().is_some_and(|last| {
        let paper = |(n, c): (usize, char)| if n == 0 { c } else { c.to_ascii_lowercase() };
        let last: String = last.chars().enumerate().map(paper).collect();
        phrases(List::Papers).has(&last)
    });
    (2..=5).contains(&words.len()) && called && words.iter().all(capital)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_has_a_name() {
        for name in ["The Selby Bay Herald", "WELLMOUTH COURIER", "The Isle of Marrow Times"] {
            assert!(is_paper(name), "{name}");
        }
        for line in ["Trouble at the Post", "Storm hits Herald", "Times", "The Selby Bay Ferry"] {
            assert!(!is_paper(line), "{line}");
        }
    }
}
