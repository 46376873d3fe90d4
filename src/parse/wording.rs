//! What the words of a line tell, whatever it looks like: whether it calls out, says when, goes on from another.

use std::sync::LazyLock;

use super::brackets::bracketed;
use super::lexicon::{List, Words, phrases};
use super::{day, marks};

/// So many code points of a text from its beginning on, or all of it.
pub(super) fn first_chars(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// Whether a first sentence says when: a day, a part of the day, 今 or 昨, early in it.
pub(super) fn says_when(lead: &str) -> bool {
    static DAYS: LazyLock<Words> = LazyLock::new(|| {
        Words::new(&[
            "今天",
            "今日",
            "昨天",
            "昨日",
            "昨晚",
            "今早",
            "今晨",
            "日前",
            "近日",
            "上午",
            "下午",
            "本月",
            "本週",
            "本周",
            "上周",
            "上週",
            "明天",
            "明日",
            " today",
            "yesterday",
        ])
    });
    let opening = first_chars(lead, 32);
    DAYS.within(opening)
        || is_numbered_day(opening)
        || opening.char_indices().any(|(at, _)| {
            opening.get(at..).and_then(day::start).is_some_and(|(_, day)| day.month.is_some())
        })
}

/// `今（6）日`, `本（4）月`: a day or a month with its number; not `今（109）年度`.
fn is_numbered_day(opening: &str) -> bool {
    let days = ["今", "昨", "本", "明", "上"];
    let mut opened = opening.match_indices(['（', '(']);
    opened.any(|(at, bracket)| {
        let named =
            opening.get(..at).is_some_and(|before| days.iter().any(|day| before.ends_with(day)));
        let rest = opening.get(at + bracket.len()..).unwrap_or_default();
        let number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let closed = number.strip_prefix(['）', ')']);
        named
            && number.len() < rest.len()
            && closed.is_some_and(|c| c.starts_with(['日', '月', '晚', '早', '午']))
    })
}

/// Whether a text goes on: it begins with a connective, or with someone already introduced who speaks.
pub(super) fn goes_on(lead: &str) -> bool {
    let opening = first_chars(lead, 14);
    if says_when(opening.split(['，', '：']).next().unwrap_or_default()) {
        return false;
    }
    if phrases(List::Continuing).start_of(lead).is_some() {
        return true;
    }
    let Some((speaker, _)) = opening.split_once(['，', '：']) else { return false };
    let from = speaker.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
    let verb = speaker.get(from..).unwrap_or_default();
    let last = speaker.char_indices().next_back().map_or(0, |(at, _)| at);
    phrases(List::Reporting).has(verb)
        || phrases(List::Reporting).has(speaker.get(last..).unwrap_or_default())
}

/// Whether a line calls out or asks, more than once and at its end.
pub(super) fn calls(text: &str) -> bool {
    let called = |c| matches!(c, '！' | '？' | '!' | '?');
    text.ends_with(called) && text.chars().filter(|c| called(*c)).count() > 1
}

/// Whether two texts begin with the same word: two Han characters, or a Latin word of three letters that is no article.
pub(super) fn begins_alike(one: &str, other: &str) -> bool {
    let word = |text: &str| -> String {
        let is_letter = |c: &char| crate::read::is_letter(*c) || c.is_alphanumeric();
        let mut chars = text.chars().skip_while(|c| !is_letter(c)).peekable();
        match chars.peek() {
            Some(c) if crate::read::is_cjk(*c) => chars.take(2).collect(),
            _ => chars.take_while(is_letter).flat_map(char::to_lowercase).collect(),
        }
    };
    let first = word(one);
    let long = first.chars().next().is_some_and(crate::read::is_cjk) || first.len() > 2;
    long && !phrases(List::Articles).has(&first) && first == word(other)
}

/// Whether the last word of a line is an article, a preposition or the like.
pub(super) fn ends_in_article(text: &str) -> bool {
    let word = text.rsplit(' ').next().unwrap_or_default();
    phrases(List::Articles).has(&word.to_lowercase())
}

/// Whether one of a line's clauses but the last ends in a word for saying.
pub(super) fn reports(text: &str) -> bool {
    let reporting = phrases(List::Reporting);
    // Where the last two characters of the clause begin.
    let (mut last, mut before) = (0, 0);
    text.char_indices().any(|(at, c)| {
        if matches!(c, '，' | '：' | ',') {
            let end = text.get(before..at).unwrap_or_default();
            (last, before) = (at + c.len_utf8(), at + c.len_utf8());
            return reporting.has(end);
        }
        before = last;
        last = at;
        false
    })
}

/// Whether words are in capitals altogether.
pub(super) fn is_shouted(text: &str) -> bool {
    text.contains(' ') && text.contains(char::is_uppercase) && !text.contains(char::is_lowercase)
}

/// `1953年　碼頭啟用`, `10:30 Doors open`: a year or an hour, a gap, and what was or will be then.
pub(super) fn is_entry(text: &str) -> bool {
    let Some((when, what)) = text.split_once(char::is_whitespace) else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let year = when.strip_suffix('年').is_some_and(|year| year.len() == 4 && digits(year));
    let hour = when.split_once([':', '：']).is_some_and(|(hour, minute)| {
        hour.len() <= 2 && digits(hour) && minute.len() == 2 && digits(minute)
    });
    (year || hour) && !what.trim().is_empty()
}

/// `——某人`: a dash and a name that sign the words before.
pub(super) fn signs_quote(text: &str) -> bool {
    (text.starts_with("——") || text.starts_with("— ")) && text.chars().count() <= 16
}

/// Whether a short line is in round brackets from its beginning to its end.
pub(super) fn is_enclosed(text: &str) -> bool {
    let short = text.chars().nth(24).is_none() && !text.contains("://");
    let round = short && text.starts_with(['（', '(']) && text.ends_with(['）', ')']);
    round && bracketed(text, 0..text.len()).is_some()
}

/// Words that hold sentences together in English, which headlines leave out, and past tenses, where they tell in the present.
const SMALL: [&str; 18] = [
    "has", "have", "been", "that", "which", "its", "it", "they", "he", "she", "also", "was",
    "were", "had", "said", "told", "would", "could",
];

/// Those of [`SMALL`] from here on are tenses that headlines do without: each counts for two.
const PAST: usize = 11;

/// How many small words that headlines leave out a line has: characters for 的、了、其, which measured on titles and
/// texts of press releases stand in the one at most a fifth as often as in the other, or English words, and an article at its beginning. Three stand for more.
pub(super) fn small_words(text: &str) -> usize {
    let place = |word: &str| SMALL.iter().position(|small| small.eq_ignore_ascii_case(word));
    let english = text.split_whitespace().filter_map(place);
    let english: usize = english.take(3).map(|n| if n < PAST { 1 } else { 2 }).sum();
    let article = ["The ", "A ", "An ", "In "].iter().any(|article| text.starts_with(article));
    let small = text.chars().filter(|c| SMALL_HAN.contains(*c));
    small.take(3).count() + english + usize::from(article)
}

/// See [`small_words`].
const SMALL_HAN: &str = "這这了個个已而其他她此於于在們们是由並并則则該该及也因很又都曾仍且";

/// Whether a line tells a time as reports do: 今（22）日上午.
pub(super) fn tells_hour(text: &str) -> bool {
    static HOURS: LazyLock<Words> = LazyLock::new(|| {
        Words::new(&["今天", "昨天", "上午", "下午", "中午", "晚間", "日前", "近日", "）日", ")日"])
    });
    // Each of them has a Han character in it: no text in Latin letters has one.
    HOURS.within(text)
}

/// `第一、`, `一、`, `（一）`: a part of a whole that is told in parts.
pub(super) fn enumerates(text: &str) -> bool {
    let text = text.strip_prefix('第').unwrap_or(text);
    matches!(marks::mark(text).map(|mark| mark.sort), Some(marks::Sort::Number(..)))
}

/// `Mr.`, `Sen.`: a name follows, and no sentence ends.
pub(super) fn is_title(word: &str) -> bool {
    const TITLES: [&str; 18] = [
        "Mr", "Mrs", "Ms", "Messrs", "Dr", "Prof", "Sen", "Rep", "Gov", "Gen", "Lt", "Col", "Capt",
        "Sgt", "Rev", "Hon", "St", "Mt",
    ];
    TITLES.contains(&word)
}

/// Whether a line ends in initials, `U.S.`: its last point may or may not end the sentence.
pub(super) fn ends_in_initials(line: &str) -> bool {
    let word = line.rsplit(' ').next().unwrap_or_default();
    let mut parts = word.split_terminator('.');
    let is_initial =
        |part: &str| part.len() == 1 && part.starts_with(|c: char| c.is_ascii_uppercase());
    word.ends_with('.') && word.len() > 3 && parts.all(is_initial)
}
