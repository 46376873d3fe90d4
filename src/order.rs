//! Order at little cost in wasm: the standard sort takes 6 kB for each type that it sorts, a `BTreeSet` as much
//! for each type that it holds. Here sorting is compiled once for all types, and a [`Set`] is a sorted list.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::ops::Deref;

/// The items in the order that `compare` gives; what compares equal stays as it stood.
pub(crate) fn sorted<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = order(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|index| items.get_mut(index)?.take()).collect()
}

fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

/// How often each value stands in a list; sorted by value.
pub(crate) fn tally(values: Vec<&str>) -> Vec<(String, usize)> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for value in sorted(values, Ord::cmp) {
        match counts.last_mut() {
            Some((last, count)) if last == value => *count += 1,
            _ => counts.push((value.to_owned(), 1)),
        }
    }
    counts
}

/// A set of few things, in order. Putting one in, or taking one out, moves those behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set<T>(Vec<T>);

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Ord> Set<T> {
    /// Puts a thing in, unless it is in already.
    pub fn insert(&mut self, thing: T) {
        if let Err(at) = self.find(&thing) {
            self.0.insert(at, thing);
        }
    }

    /// Takes a thing out; whether it was in.
    pub fn remove<Q: Ord + ?Sized>(&mut self, thing: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.find(thing).map(|at| self.0.remove(at)).is_ok()
    }

    /// Whether a thing is in.
    #[must_use]
    pub fn contains<Q: Ord + ?Sized>(&self, thing: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.find(thing).is_ok()
    }

    fn find<Q: Ord + ?Sized>(&self, thing: &Q) -> Result<usize, usize>
    where
        T: Borrow<Q>,
    {
        self.0.binary_search_by(|own| own.borrow().cmp(thing))
    }
}

impl<T> Deref for Set<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: Ord> Extend<T> for Set<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, things: I) {
        things.into_iter().for_each(|thing| self.insert(thing));
    }
}

impl<T: Ord> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(things: I) -> Self {
        let mut set = Self::default();
        set.extend(things);
        set
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for Set<T> {
    fn from(things: [T; N]) -> Self {
        things.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Set, sorted};

    #[test]
    fn a_set_holds_each_thing_once_and_in_order() {
        let mut set = Set::from(["tide", "bay", "tide"]);
        assert_eq!(*set, ["bay", "tide"]);
        assert!(set.remove(&"bay") && !set.remove(&"bay"));
        assert!(set.contains(&"tide") && !set.contains(&"bay"));
    }

    #[test]
    fn what_compares_equal_keeps_its_order() {
        let words = vec!["sea", "wall", "tide", "bay"];
        assert_eq!(sorted(words, |a, b| a.len().cmp(&b.len())), ["sea", "bay", "wall", "tide"]);
    }
}
