//! Judgements by small named rules, each with its reason, so that one can ask why.

/// One consideration in a judgement about what `C` shows.
pub(super) struct Rule<C> {
    /// A stable name, as in `head/short`.
    pub name: &'static str,
    /// Why it speaks for or against, as a reader would say it.
    pub reason: &'static str,
    /// How much it speaks for (above zero) or against (below); zero where it does not apply.
    pub weigh: fn(&C) -> i32,
}

/// A rule that decided something, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fired {
    /// The page's line concerned, from 1.
    pub line: u32,
    /// The rule's name, as in `join/unfinished`; before the stroke, what was judged.
    pub rule: &'static str,
    /// Why it speaks for or against.
    pub reason: &'static str,
    /// How much it spoke for (above zero) or against (below).
    pub weight: i32,
}

/// The sum of what the rules say of `case`; those that speak are noted.
pub(super) fn judge<C>(rules: &[Rule<C>], case: &C, line: u32, fired: &mut Vec<Fired>) -> i32 {
    let mut sum = 0;
    for rule in rules {
        let weight = (rule.weigh)(case);
        if weight != 0 {
            fired.push(Fired { line, rule: rule.name, reason: rule.reason, weight });
            sum += weight;
        }
    }
    sum
}
