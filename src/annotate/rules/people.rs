//! People: after a title, before a verb of speech, in a byline, by family name and title, around a title.

use super::super::candidate::{Candidate, Subject};
use super::super::line::{Line, is_han};
use super::super::words::{
    AFTER, BREAKS, HONORIFICS, NOT_NAMES, RARE_SURNAMES, SPEECH, SURNAMES, TITLES,
};
use super::foreign;
use crate::model::{At, InSection, Kind};

/// Everything below, for one string.
pub(crate) fn find(line: &Line, at: At, found: &mut Vec<Candidate>) {
    if matches!(at, At::Byline | At::Credit(_)) {
        byline(line, found);
    }
    let head =
        matches!(at, At::Kicker | At::Headline | At::Deck | At::Section(_, InSection::Heading));
    for index in 0..line.folded.len() {
        // 張主任 needs no name after it.
        let owned = index.checked_sub(1).is_some_and(|before| {
            surname(line, before, false).is_some()
                && (line.opens(before) || BREAKS.before(&line.folded, before).is_some())
        });
        if let Some(length) = TITLES.at(&line.folded, index).filter(|_| !owned) {
            after_title(line, index + length, found);
        }
        let opens = line.opens(index);
        if opens || BREAKS.before(&line.folded, index).is_some() {
            before_something(line, index, opens, head, found);
        }
    }
}

/// The length in code points of a family name at an index.
fn surname(line: &Line, index: usize, rare: bool) -> Option<usize> {
    // 於總統府: Traditional print tells the word from the family name 于.
    let preposition = line.chars.get(index) == Some(&'於');
    // 駐華大使: where somebody is posted.
    let posted = line.before(index) == Some('驻');
    if preposition || posted {
        return None;
    }
    let common = SURNAMES.at(&line.folded, index);
    common.or_else(|| RARE_SURNAMES.at(&line.folded, index).filter(|_| rare))
}

/// Where a Chinese name that begins at an index ends.
fn name_at(line: &Line, start: usize, rare: bool) -> Option<usize> {
    let given = start + surname(line, start, rare)?;
    let han = |index: usize| line.at(index).is_some_and(is_han);
    let word =
        NOT_NAMES.at(&line.folded, start).is_some() || AFTER.at(&line.folded, start).is_some();
    // After a title even 李在明 is a name, if it ends where a name would.
    let second = given + 1;
    let ends = || {
        line.closes(second + 1)
            || line.at(second + 1).is_some_and(|c| c.is_ascii_digit())
            || follows(line, second + 1)
    };
    // 總統蔡總統: who is meant is told by the title behind the family name.
    let title = TITLES.at(&line.folded, given).is_some_and(|length| length > 1);
    let titled = || rare && !title && han(second) && !follows(line, second) && ends();
    if word || !han(given) || particle(line, given) && !titled() {
        return None;
    }
    // 黃明和陪同: the second 和 joins nothing.
    let belongs = matches!(line.at(second), Some('和' | '年'))
        && AFTER.at(&line.folded, second + 1).is_some_and(|length| length > 1);
    // 船員關永年。: after a title, what stands before a stop belongs to the name, though 年 follows names.
    let whole = rare && line.closes(second + 1);
    let three = han(second) && (belongs || whole || !follows(line, second));
    Some(if three { second + 1 } else { second })
}

/// Whether a word begins here that no given name begins with; many that follow names are given names too.
fn particle(line: &Line, index: usize) -> bool {
    let word = AFTER.at(&line.folded, index).is_some_and(|length| length > 1)
        || SPEECH.at(&line.folded, index).is_some_and(|length| length > 1)
        || TITLES.at(&line.folded, index).is_some_and(|length| length > 1);
    word || line
        .at(index)
        .is_some_and(|c| "的是在说对了也就和与同被把将已称指及于等这那其".contains(c))
}

/// Whether a word that follows names begins here.
fn follows(line: &Line, index: usize) -> bool {
    let folded = &line.folded;
    AFTER.at(folded, index).is_some()
        || SPEECH.at(folded, index).is_some()
        || TITLES.at(folded, index).is_some_and(|length| length > 1)
}

/// A name, Chinese or foreign, whichever reads further; a foreign one if it begins with a rare family name, as 普 is in news.
fn any_name_at(line: &Line, start: usize, rare: bool) -> Option<usize> {
    let foreign = foreign::name_at(line, start);
    let rarely = SURNAMES.at(&line.folded, start).is_none();
    foreign.filter(|_| rarely).or_else(|| name_at(line, start, rare).max(foreign))
}

/// Names after a title, one or several: 總統甲, 記者 乙、丙.
fn after_title(line: &Line, from: usize, found: &mut Vec<Candidate>) {
    let mut start = from;
    if line.at(start) == Some(' ') {
        start += 1;
    }
    let mut first = true;
    while let Some(end) = any_name_at(line, start, first) {
        let closes = line.closes(end) || follows(line, end);
        if !first && !closes {
            return;
        }
        let score = if closes { 84 } else { 70 };
        found.push(Candidate::new(start..end, Kind::Person, score, "name after a title"));
        if !matches!(line.at(end), Some('、' | ',' | '和' | '及' | '与')) {
            return;
        }
        start = end + 1;
        first = false;
    }
}

/// A name before a verb of speech, a colon or a title; a family name before a title.
fn before_something(
    line: &Line,
    start: usize,
    opens: bool,
    head: bool,
    found: &mut Vec<Candidate>,
) {
    if let Some(end) = name_at(line, start, false) {
        if opens && SPEECH.at(&line.folded, end).is_some() {
            found.push(Candidate::new(
                start..end,
                Kind::Person,
                72,
                "name before a verb of speech",
            ));
        }
        if HONORIFICS.at(&line.folded, end).is_some() {
            found.push(Candidate::new(start..end, Kind::Person, 70, "name before a title"));
        }
    }
    if head && start == 0 {
        let end = any_name_at(line, start, false).filter(|&end| line.at(end) == Some(':'));
        found.extend(
            end.map(|end| Candidate::new(start..end, Kind::Person, 64, "speaker in a headline")),
        );
    }
    // 上週夫人: the week before.
    if line.at(start) == Some('周')
        && matches!(line.before(start), Some('上' | '下' | '本' | '这' | '每' | '今'))
    {
        return;
    }
    found.extend(family_name_and_title(line, start));
    found.extend(name_around_title(line, start));
}

/// 陳主席, and with a title that was: 李前總統, 蔣故總統.
pub(crate) fn family_name_and_title(line: &Line, start: usize) -> Option<Candidate> {
    let length = surname(line, start, false)?;
    let (_, end) = title_behind(line, start + length)?;
    let whole = Candidate::new(start..end, Kind::Person, 68, "family name and title");
    Some(whole.of(Subject::Surname(length)))
}

/// Where a title begins and ends that stands at an index or behind what says that it was: 前總統; or is a deputy's: 副執行長.
fn title_behind(line: &Line, index: usize) -> Option<(usize, usize)> {
    let was = (index..index + 2).take_while(|&at| matches!(line.at(at), Some('前' | '故')));
    let begin = index + was.count();
    // Whoever is a deputy of something holds an office, whichever it is.
    let deputy = || Some(1 + TITLES.at(&line.folded, begin + 1)?);
    let length = HONORIFICS
        .at(&line.folded, begin)
        .or_else(|| deputy().filter(|_| line.at(begin) == Some('副')))?;
    Some((begin, begin + length))
}

/// 李總統登輝: in Taiwan a title may stand between the family name and the given name, which is two characters long and ends where
/// a name would.
pub(crate) fn name_around_title(line: &Line, start: usize) -> Option<Candidate> {
    let length = surname(line, start, false)?;
    let (title, given) = title_behind(line, start + length)?;
    let end = given + 2;
    let han = (given..end).all(|index| line.at(index).is_some_and(is_han));
    let word =
        follows(line, given) || particle(line, given) || BREAKS.at(&line.folded, given).is_some();
    let ends = line.closes(end) || follows(line, end) || HONORIFICS.at(&line.folded, end).is_some();
    // 委員長 is a title of its own.
    let longer = TITLES.at(&line.folded, title).is_some_and(|length| title + length > given);
    (han && !word && !longer && ends).then(|| {
        Candidate::new(start..end, Kind::Person, 84, "name around a title")
            .of(Subject::Around(length, end - given))
    })
}

/// A byline that is nothing but names.
fn byline(line: &Line, found: &mut Vec<Candidate>) {
    let mut start = 0;
    while start < line.folded.len() {
        let parted = |c: &char| !is_han(*c) && *c != '·';
        let end = line
            .folded
            .iter()
            .skip(start)
            .position(parted)
            .map_or(line.folded.len(), |n| start + n);
        if any_name_at(line, start, true) == Some(end) {
            found.push(Candidate::new(start..end, Kind::Person, 80, "name in a byline"));
        }
        start = end + 1;
    }
}
