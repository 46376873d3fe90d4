//! The words that an expression of time may begin with.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::super::super::super::english::begins_number;
use super::names::{month, weekday};

/// The words besides figures, numbers, months and days of the week.
static WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    "a about academic ad after afternoon all an and annually anzac april armistice around as ascension ash at \
     australia autumn bastille before beginning between bi bimonthly biweekly black bonfire boxing burns by calendar \
     canada chinese ching christmas chung cinco circa columbus coming couple current cy cyber daily day diwali dragon \
     each earlier early earth easter eid eighties election end evening every everyday fall father's final fathers few \
     fifties financial fiscal following for forties fortnightly fourth from fy good groundhog guy h half halloween \
     hanukkah holi holy hourly in inauguration independence indigenous international juneteenth kwanzaa labor labour \
     lantern last late later less lunar mardi martin maundy may memorial mid midday middle midnight mlk monthly more \
     morning mother's mothers new next night nineties no noon not noonish not on once palm passover past pentecost \
     presidents presidents' preceding previous prior q qingming quarter quarterly ramadan remainder remaining remembrance republic rest \
     rosh saint same school semi seventies several shrove since sixties some spring st start starting summer sy \
     thanksgiving that the thirties this thrice till tmrw to today tomorrow tonight tonite twelve twice until up \
     upcoming valentine's valentines vesak veterans victoria w waitangi week weekdays weekends weekly weeknights whit \
     winter within world xmas year yearly yesterday yom ½"
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
