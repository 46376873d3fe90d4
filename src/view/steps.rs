//! Stepping through hits, article by article, around and around.

/// A hit: the article's index, and the hit's among the article's hits.
pub type Step = (usize, usize);

/// The next hit, or the previous one. `order` lists the shown articles with how many hits each has.
/// Without a current hit, going forward begins with the article `open`, if it has any.
#[must_use]
pub fn next(
    order: &[(usize, usize)],
    current: Option<Step>,
    open: Option<usize>,
    forward: bool,
) -> Option<Step> {
    let total = total(order);
    let at = match current.and_then(|step| nth(order, step)) {
        None if forward => open.and_then(|open| nth(order, (open, 0))).unwrap_or_default(),
        None => total.checked_sub(1)?,
        Some(at) if forward => (at + 1).checked_rem(total)?,
        Some(at) => (at + total).checked_sub(1)?.checked_rem(total)?,
    };
    step_at(order, at)
}

/// How many hits there are.
#[must_use]
pub fn total(order: &[(usize, usize)]) -> usize {
    order.iter().map(|(_, hits)| hits).sum()
}

/// Which of all hits this is, from 0.
#[must_use]
pub fn nth(order: &[(usize, usize)], (article, hit): Step) -> Option<usize> {
    let place = order.iter().position(|(index, hits)| *index == article && hit < *hits)?;
    Some(total(order.get(..place)?) + hit)
}

fn step_at(order: &[(usize, usize)], mut at: usize) -> Option<Step> {
    for (article, hits) in order {
        if at < *hits {
            return Some((*article, at));
        }
        at -= hits;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORDER: [(usize, usize); 3] = [(4, 2), (1, 0), (7, 1)];

    fn walk(forward: bool) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut current = None;
        for _ in 0..4 {
            current = next(&ORDER, current, None, forward);
            steps.extend(current);
        }
        steps
    }

    #[test]
    fn steps_go_around() {
        assert_eq!(walk(true), [(4, 0), (4, 1), (7, 0), (4, 0)]);
        assert_eq!(walk(false), [(7, 0), (4, 1), (4, 0), (7, 0)]);
    }

    #[test]
    fn the_first_step_goes_to_the_open_article() {
        assert_eq!(next(&ORDER, None, Some(7), true), Some((7, 0)));
        assert_eq!(next(&ORDER, None, Some(1), true), Some((4, 0)));
    }

    #[test]
    fn without_hits_there_is_no_step() {
        assert_eq!(next(&[], None, None, true), None);
        assert_eq!(next(&[(1, 0)], Some((1, 0)), None, false), None);
    }

    #[test]
    fn a_step_is_counted_among_all() {
        assert_eq!((nth(&ORDER, (7, 0)), nth(&ORDER, (7, 1)), total(&ORDER)), (Some(2), None, 3));
    }
}
