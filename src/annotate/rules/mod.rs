//! The recognisers: each a small module with one function from a string to candidates.

mod bodies;
mod compound;
mod countries;
mod dates;
mod english;
mod events;
mod foreign;
mod namesakes;
mod people;
mod places;
mod quantities;
mod same_name;
mod works;

use super::candidate::Candidate;
use super::english::Tokens;
use super::gazetteer::GAZETTEER;
use super::line::Line;
use super::value::Day;
use crate::model::At;

pub(crate) use countries::{apart, as_countries};
pub(crate) use english::{DATELINE_RULE, in_small_letters, kind_by_ending};
pub(crate) use foreign::in_own_letters;
pub(crate) use namesakes::{STORM_RULE, is_namesake, storm_word};
pub(crate) use people::{family_name_and_title, name_around_title};
pub(crate) use places::{not_people, spoken_of};
pub(crate) use same_name::told_apart;
pub(crate) use works::bare_names;

/// What all the rules propose for one string.
pub(crate) fn propose(line: &Line, at: At, day: Day) -> Vec<Candidate> {
    let mut found = GAZETTEER.find(line);
    countries::find(line, &mut found);
    let known = found.clone();
    works::find(line, &mut found);
    events::find(line, &known, &mut found);
    namesakes::find(line, &mut found);
    let tokens = Tokens::of(line);
    dates::find(line, &tokens, day, &mut found);
    quantities::find(line, &tokens, &mut found);
    people::find(line, at, &mut found);
    foreign::find(line, &mut found);
    places::find(line, &known, &mut found);
    bodies::find(line, &known, &mut found);
    english::find(line, &mut found);
    found
}

/// The first day a string names in figures.
pub(crate) fn first_day(line: &Line) -> Option<Day> {
    let mut found = Vec::new();
    dates::find(line, &Tokens::of(line), Day::default(), &mut found);
    found.into_iter().find_map(|candidate| match candidate.subject {
        super::candidate::Subject::Value(value) => {
            Some(Day::parse(value.split(['T', '/']).next()?))
        }
        _ => None,
    })
}

/// How many code points at the beginning of a title are names of states, with 和, 與, 同 between them.
pub(crate) fn leading_states(line: &Line) -> usize {
    let mut known = GAZETTEER.find(line);
    countries::find(line, &mut known);
    let mut end = 0;
    loop {
        let from =
            end + usize::from(end > 0 && matches!(line.at(end), Some('和' | '与' | '同' | '、')));
        let places =
            known.iter().filter(|c| c.start == from && c.kind == crate::model::Kind::Place);
        match places.map(|c| c.end).max() {
            Some(next) => end = next,
            None if end == 0 => return countries::leading_pair(line),
            None => return end,
        }
    }
}
