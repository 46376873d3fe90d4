//! Which elements of a page stand open, as the parser of HTML sees it (HTML Standard, 13.2.4.2 and 13.2.4.3). Where this
//! is not exact it takes more to be open than are, never many fewer.

use std::collections::BTreeMap;

/// Elements that set text and stand open until they are closed by name, whatever is closed around them.
const SETTING: [&str; 14] = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];

/// Elements that nest in one another and end with what they stand in. Those whose end may be left out, `p` and `li`, end
/// where the next one begins.
const NESTING: [&str; 24] = [
    "article",
    "aside",
    "bdi",
    "bdo",
    "blockquote",
    "center",
    "cite",
    "details",
    "div",
    "dl",
    "figure",
    "form",
    "kbd",
    "main",
    "nav",
    "ol",
    "pre",
    "q",
    "samp",
    "section",
    "span",
    "sub",
    "sup",
    "ul",
];

/// Elements within which nothing is closed that was opened outside.
const CLOSED: [&str; 9] =
    ["applet", "marquee", "math", "object", "svg", "table", "td", "template", "th"];

/// What stands open.
#[derive(Default)]
pub(super) struct Open {
    /// What was opened outside of any of [`CLOSED`].
    outside: Scope,
    /// Each of those that are open, outermost first.
    scopes: Vec<Scope>,
    depth: usize,
    tables: usize,
    drawings: usize,
}

/// What was opened within an element within which nothing outside is closed.
#[derive(Default)]
struct Scope {
    name: &'static str,
    /// How deep it stands itself.
    depth: usize,
    /// In the order in which they were opened; without those that set text.
    order: Vec<&'static str>,
    /// How deep each of a name stands.
    depths: BTreeMap<&'static str, Vec<usize>>,
}

fn listed(names: &'static [&'static str], name: &str) -> Option<&'static str> {
    names.binary_search(&name).ok().and_then(|n| names.get(n)).copied()
}

fn is_drawing(name: &str) -> bool {
    matches!(name, "svg" | "math")
}

fn is_cell(name: &str) -> bool {
    matches!(name, "td" | "th")
}

impl Open {
    /// Whether a drawing or a formula is open.
    pub(super) fn is_drawing(&self) -> bool {
        self.drawings > 0
    }

    fn scope(&mut self) -> &mut Scope {
        self.scopes.last_mut().unwrap_or(&mut self.outside)
    }

    /// Opens an element and gives how deep it stands; nothing where it does not nest. `ends` is whether its tag has a stroke
    /// at its end, which counts in drawings alone.
    pub(super) fn open(&mut self, name: &str, ends: bool) -> Option<usize> {
        if let Some(name) = listed(&CLOSED, name) {
            return (!(ends && is_drawing(name))).then(|| self.enter(name));
        }
        let sets = listed(&SETTING, name);
        let name = sets.or_else(|| listed(&NESTING, name))?;
        let depth = self.depth + 1;
        let scope = self.scope();
        let same = scope.depths.entry(name).or_default();
        // A link in a link ends it.
        if let Some(depth) = same.last().filter(|_| name == "a") {
            return Some(*depth);
        }
        same.push(depth);
        if sets.is_none() {
            scope.order.push(name);
        }
        self.depth = depth;
        Some(depth)
    }

    fn enter(&mut self, name: &'static str) -> usize {
        if is_cell(name) && is_cell(self.scope().name) {
            self.leave();
        }
        // A cell is counted with its table.
        self.depth += usize::from(!is_cell(name));
        self.tables += usize::from(name == "table");
        self.drawings += usize::from(is_drawing(name));
        self.scopes.push(Scope { name, depth: self.depth, ..Scope::default() });
        self.depth
    }

    /// Leaves the innermost scope with all that is open in it; gives its element.
    fn leave(&mut self) -> Option<(&'static str, usize)> {
        let Scope { name, depth, .. } = self.scopes.pop()?;
        self.depth = depth.saturating_sub(usize::from(!is_cell(name)));
        self.tables -= usize::from(name == "table");
        self.drawings -= usize::from(is_drawing(name));
        Some((name, depth))
    }

    /// Closes an element, with what stands open in it, and gives how deep it stood; nothing where there is none.
    pub(super) fn close(&mut self, name: &str) -> Option<usize> {
        if let Some(name) = listed(&CLOSED, name) {
            let inner = self.scope().name;
            let may = inner == name || name == "table" && self.tables > 0;
            while may && let Some((left, depth)) = self.leave() {
                if left == name {
                    return Some(depth);
                }
            }
            return None;
        }
        let sets = listed(&SETTING, name).is_some();
        let scope = self.scope();
        let depth = *scope.depths.get(name)?.last()?;
        let mut closed = 1;
        if sets {
            scope.depths.get_mut(name)?.pop();
        } else {
            closed = scope.close(name);
        }
        self.depth = self.depth.saturating_sub(closed);
        Some(depth)
    }
}

impl Scope {
    /// Closes the last element of a name, which is open, and all that were opened after it; gives how many.
    fn close(&mut self, name: &str) -> usize {
        let mut closed = 0;
        while let Some(last) = self.order.pop() {
            self.depths.get_mut(last).and_then(Vec::pop);
            closed += 1;
            if last == name {
                break;
            }
        }
        closed
    }
}
