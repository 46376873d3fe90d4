//! What the tagger proposes: the names it has learnt to see, each as sure as its margin says.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::candidate::{Candidate, Subject};
use super::gazetteer::{GAZETTEER, KNOWN};
use super::line::{Line, is_han};
use super::rules::{
    as_countries, family_name_and_title, kind_by_ending, name_around_title, spoken_of,
};
use super::tagger::{
    Tagger,
    features::View,
    is_chinese,
    tokens::{Token, tokens},
};
use super::words::{BODY_ENDINGS, ENGLISH_TITLES, HONORIFICS, NOT_NAMES, NOTHING, TITLES, Words};
use crate::model::Kind;

/// The rule that the tagger's names are found by.
const LEARNT: &str = "learnt from texts";

/// Rules that go by the form of a word alone: beside a tagger they count where it agrees.
const WEAK: [&str; 10] = [
    "organisation's ending",
    "state organ",
    "place's ending",
    "locality",
    "name after a title",
    "name before a title",
    "name before a verb of speech",
    "speaker in a headline",
    "English ending",
    "English name",
];

/// Adds the names that the tagger of the string's language finds, and takes away what it knows better.
pub(super) fn find(line: &Line, found: &mut Vec<Candidate>) {
    let tokens = tokens(&line.folded);
    let Some(tagger) = tagger(is_chinese(&tokens)) else { return };
    let view = tagger.view(&line.folded, &tokens);
    let learnt = names(tagger, line, &tokens, &view);
    found.retain(|c| !is_chance(line, &tokens, &view, &learnt, c));
    let names = weighed(line, found, learnt);
    // Names stand apart, so that no two begin at one place.
    let by_start: BTreeMap<usize, &Candidate> =
        names.iter().map(|name| (name.start, name)).collect();
    found.retain(|c| by_start.get(&c.start).map_or(!is_weak(c), |name| stands_beside(c, name)));
    let rest = RulesByStart::new(found);
    let mut new = Vec::new();
    for name in &names {
        let same = |c: &&Candidate| c.end == name.end;
        if let Some(pair) = as_countries(line, name) {
            new.extend((!rest.at(name.start).any(|c| same(&c))).then_some(pair));
        } else {
            // A rule that knows what is meant, as of 陳主席, knows more than that it is a name.
            let known = |c: &Candidate| c.kind == name.kind && c.subject != Subject::Named;
            new.extend((!rest.at(name.start).filter(same).any(known)).then(|| name.clone()));
        }
    }
    found.extend(new);
    found.retain(|c| !is_word(tagger, line, c) && !is_title_and_word(tagger, line, c));
}

/// Whether what was taken for a given name behind a title is a word, as in 李總統伉儷: a way to address people behind it, or the
/// lexicon's knowing the whole name, says that it is none.
fn is_title_and_word(tagger: &Tagger, line: &Line, c: &Candidate) -> bool {
    let Subject::Around(surname, given) = c.subject else { return false };
    let part = |start: usize, end: usize| line.folded.get(start..end).unwrap_or_default();
    let given = part(c.end - given, c.end);
    let whole = [part(c.start, c.start + surname), given].concat();
    HONORIFICS.at(&line.folded, c.end).is_none()
        && tagger.is_listed(given)
        && !tagger.is_person(&whole)
}

/// Whether what is taken for somebody's name by where it stands is a common word: 總統特別強調.
fn is_word(tagger: &Tagger, line: &Line, c: &Candidate) -> bool {
    c.kind == Kind::Person
        && c.subject == Subject::Named
        && (c.rule == LEARNT || WEAK.contains(&c.rule))
        && line.folded.get(c.start..c.end).is_some_and(|word| tagger.is_common(word))
}

/// Whether a known name is two characters that only happen to meet: 港大 in 本港大部分. Where the tagger sees it too, it is one.
fn is_chance(
    line: &Line,
    tokens: &[Token],
    view: &View,
    learnt: &[Candidate],
    c: &Candidate,
) -> bool {
    let unit = |at: usize| tokens.partition_point(|token| token.start < at);
    c.rule == KNOWN
        && c.end - c.start == 2
        && line.at(c.start).is_some_and(is_han)
        && view.cuts_through(unit(c.start)..unit(c.end))
        && !learnt.iter().any(|name| (name.start, name.end) == (c.start, c.end))
}

fn is_weak(c: &Candidate) -> bool {
    WEAK.contains(&c.rule) && c.score < 76
}

/// Whether what a rule proposed stays where the tagger found a name that begins at the same place.
fn stands_beside(c: &Candidate, name: &Candidate) -> bool {
    let same = c.end == name.end;
    // 徐大堡 in 徐大堡核電站.
    let goes_on = c.rule != "locality" && name.end < c.end;
    let weak = is_weak(c) && !(same && c.kind == name.kind) && !goes_on;
    let listed = c.rule == KNOWN && same && c.kind != name.kind;
    !weak && !listed
}

/// What the rules proposed, by where it begins.
struct RulesByStart<'a>(BTreeMap<usize, Vec<&'a Candidate>>);

impl<'a> RulesByStart<'a> {
    fn new(found: &'a [Candidate]) -> Self {
        let mut by_start: BTreeMap<usize, Vec<&Candidate>> = BTreeMap::new();
        for candidate in found {
            by_start.entry(candidate.start).or_default().push(candidate);
        }
        Self(by_start)
    }

    fn at(&self, start: usize) -> impl Iterator<Item = &'a Candidate> {
        self.0.get(&start).into_iter().flatten().copied()
    }
}

/// The tagger's names, with what the rules know of bodies.
fn weighed(line: &Line, found: &[Candidate], mut names: Vec<Candidate>) -> Vec<Candidate> {
    let rules = RulesByStart::new(found);
    names.retain(|name| {
        let word = line.folded.get(name.start..name.end).unwrap_or_default();
        // One character may stand for a state or a city, and for nobody.
        let single = word.len() == 1 && word.iter().all(|c| is_han(*c)) && name.kind != Kind::Place;
        let title = name.kind == Kind::Person && TITLES.contains(word);
        let nothing = single || title || NOTHING.contains(word);
        let part = is_code(line, name) || within_word(line, name);
        !nothing
            && !part
            && !overlong(line, &rules, name)
            && !is_state(line, &rules, name)
            && !is_known_place(line, &rules, name)
    });
    for name in names.iter_mut().filter(|name| name.kind == Kind::Person) {
        let last = line.folded(name.start, name.end).rsplit_once(' ').map(|(_, last)| last);
        if let Some(kind) = last.and_then(kind_by_ending) {
            name.kind = kind;
        }
        abbreviated_state(line, name);
        addressed(line, name);
    }
    // A library is a building as well: what it is called after decides.
    for name in names.iter_mut().filter(|name| name.kind == Kind::Place) {
        let body = |c: &Candidate| c.rule == "organisation's ending" && c.end == name.end;
        if rules.at(name.start).any(body) {
            name.kind = Kind::Organisation;
        }
    }
    names
}

/// Takes 李總統, and 李前 in 李前總統, for what it is: a family name and a title; and 女士 from a name that it stands behind.
fn addressed(line: &Line, name: &mut Candidate) {
    let around = name_around_title(line, name.start).filter(|whole| whole.end <= name.end);
    let was = matches!(line.before(name.end), Some('前' | '故' | '副'));
    let titled = family_name_and_title(line, name.start).filter(|whole| {
        whole.end == name.end || was && whole.subject == Subject::Surname(name.end - name.start - 1)
    });
    if let Some(whole) = around.or(titled) {
        name.end = whole.end;
        name.subject = whole.subject;
    }
}

/// Takes 克國 for a place: a state's first character and 國.
fn abbreviated_state(line: &Line, name: &mut Candidate) {
    let state = |first: char| GAZETTEER.begins_state(first);
    if name.end - name.start == 2
        && line.before(name.end) == Some('国')
        && line.at(name.start).is_some_and(state)
        && !spoken_of(line, name)
    {
        name.kind = Kind::Place;
    }
}

/// Whether a name is what programs and tables write: popUpTitle, and the unit of 5 cts. Names of people and places begin with a
/// capital if they have one at all.
fn is_code(line: &Line, name: &Candidate) -> bool {
    let word = line.folded.get(name.start..name.end).unwrap_or_default();
    let small = word.first().is_some_and(char::is_ascii_lowercase);
    let hump = |pair: &[char]| matches!(pair, [a, b] if a.is_lowercase() && b.is_uppercase());
    let humps = name.kind != Kind::Organisation && word.windows(2).any(hump);
    let single = !word.contains(&' ');
    let space = usize::from(line.before(name.start) == Some(' '));
    let figure = line.before(name.start - space).is_some_and(|c| c.is_ascii_digit());
    let plain = word.iter().all(char::is_ascii_lowercase);
    small && single && (humps || plain && figure)
}

/// Whether a name is the beginning of a longer common word: 新南 of 新南向.
fn within_word(line: &Line, name: &Candidate) -> bool {
    let word = NOT_NAMES.at(&line.folded, name.start);
    let length = name.end - name.start;
    length > 1 && word.is_some_and(|word| word > length)
}

/// Whether a name is in Chinese that of a state, which is nobody's and nothing else's.
fn is_state(line: &Line, rules: &RulesByStart, name: &Candidate) -> bool {
    let state = |c: &Candidate| match c.subject {
        Subject::Known(ref groups) => {
            groups.iter().all(|group| GAZETTEER.groups.get(*group).is_some_and(|g| g.state))
        }
        _ => false,
    };
    let listed = |c: &Candidate| c.end == name.end && c.kind != name.kind && state(c);
    line.at(name.start).is_some_and(is_han) && rules.at(name.start).any(listed)
}

/// Whether what is taken for somebody's name is that of a known place: in a list of addresses every line looks like a list of
/// people.
fn is_known_place(line: &Line, rules: &RulesByStart, name: &Candidate) -> bool {
    let place = |c: &Candidate| c.rule == KNOWN && c.end == name.end && c.kind == Kind::Place;
    // 安南 is a district, and was Secretary-General of the United Nations.
    let short = name.end - name.start == 2 && line.at(name.start).is_some_and(is_han);
    name.kind == Kind::Person
        && rules.at(name.start).any(place)
        && !(short && spoken_of(line, name))
}

/// Whether a name is a known body and words that belong to no name: 聯合國安理會常任理事國.
fn overlong(line: &Line, rules: &RulesByStart, name: &Candidate) -> bool {
    let body = BODY_ENDINGS.0.before(&line.folded, name.end).is_some()
        || BODY_ENDINGS.1.before(&line.folded, name.end).is_some();
    let within = |c: &Candidate| c.rule == KNOWN && c.kind == name.kind && c.end < name.end;
    let square = || {
        let known = rules.at(name.start).filter(|c| within(c)).map(|c| c.end).max();
        // 人民大會堂東廣場 is a side of 人民大會堂.
        known.is_some_and(|end| {
            let rest = line.folded.get(end..name.end).unwrap_or_default();
            rest.first().is_some_and(|c| SIDES.has(*c))
                && SIDES_END.contains(rest.get(1..).unwrap_or_default())
        })
    };
    name.kind == Kind::Organisation && !body && rules.at(name.start).any(within)
        || name.kind == Kind::Place && square()
}

/// Directions, and what a side of a building or a square is called with one in front.
static SIDES: LazyLock<Words> = LazyLock::new(|| Words::parse("東 南 西 北 前 後 內 外 正 側"));
static SIDES_END: LazyLock<Words> =
    LazyLock::new(|| Words::parse("廣場 門 門外 門廣場 側 座 翼 大門 樓 廳 入口"));

/// What the tagger finds, as candidates.
fn names(tagger: &Tagger, line: &Line, tokens: &[Token], view: &View) -> Vec<Candidate> {
    let mut found = Vec::new();
    for name in tagger.names(&line.folded, tokens, view) {
        let kind = match name.kind {
            0 => Kind::Person,
            1 => Kind::Place,
            _ => Kind::Organisation,
        };
        // Mr and Mrs are no part of a name.
        let titles =
            if kind == Kind::Person { titles_before(line, name.start, name.end) } else { 0 };
        let sure = u8::try_from((name.margin / 40).clamp(0, 20)).unwrap_or(0);
        found.push(Candidate::new(name.start + titles..name.end, kind, 56 + sure, LEARNT));
    }
    found
}

/// How many code points of a name in English are titles and the spaces behind them, and not all of it.
fn titles_before(line: &Line, start: usize, end: usize) -> usize {
    let text = line.folded(start, end);
    let mut length = 0;
    while let Some((word, _)) = text.get(length..).and_then(|rest| rest.split_once(' ')) {
        if !ENGLISH_TITLES.contains(&word.chars().collect::<Vec<char>>()) {
            break;
        }
        length += word.len() + 1;
    }
    text.get(..length).map_or(0, |titles| titles.chars().count())
}

/// The tagger of a language.
fn tagger(chinese: bool) -> Option<&'static Tagger> {
    if chinese { CHINESE.as_ref() } else { ENGLISH.as_ref() }
}

macro_rules! tagger {
    ($name:ident, $file:literal, $chinese:literal) => {
        static $name: LazyLock<Option<Tagger>> = LazyLock::new(|| {
            let words = include_bytes!(concat!("../../data/learnt/", $file, ".words.br"));
            let weights = include_bytes!(concat!("../../data/learnt/", $file, ".weights.br"));
            Tagger::read(words, weights, $chinese)
        });
    };
}

tagger!(CHINESE, "zh", true);
tagger!(ENGLISH, "en", false);
