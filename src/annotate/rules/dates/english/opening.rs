//! The words that an expression of time may begin with.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::super::super::super::english::begins_number;
use super::names::{month, weekday};

/// The words besides figures, numbers, months and days of the week.
static WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    "a about academic ad after afternoon all an and annually anzac april armistice around as ascension ash at autumn \
     bastille before beginning between bi bimonthly biweekly black boxing by calendar canada chinese ching christmas chung \
     cinco circa columbus coming couple current cy cyber daily day diwali dragon each earlier early earth easter eid \
     eighties end evening every everyday fall father's few fifties financial fiscal following for forties fortnightly from \
     fy good groundhog h half halloween hanukkah hourly in independence international juneteenth labor labour last late \
     later less lunar martin maundy may memorial mid midday middle midnight mlk monthly more morning mother's new next night \
     nineties no noon noonish not once palm past presidents presidents' previous prior q qingming quarter quarterly \
     remaining rest rosh saint same school semi seventies several since sixties some spring st start starting summer sy \
     thanksgiving that the thirties this till tmrw to today tomorrow tonight tonite twelve until up upcoming valentine's \
     valentines veterans w week weekdays weekends weekly weeknights whit winter within xmas year yearly yesterday yom ½"
        .split(' ')
        .collect()
});

/// Whether a word can begin an expression of time; most words cannot, which is told here at once.
pub(super) fn may_begin(word: &str) -> bool {
    let first = word.as_bytes().first().copied().unwrap_or(b' ');
    first.is_ascii_digit()
        || WORDS.contains(word)
        || month(word).is_some()
        || weekday(word.strip_suffix('s').unwrap_or(word)).is_some()
        || begins_number(word)
}
