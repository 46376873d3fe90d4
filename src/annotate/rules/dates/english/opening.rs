//! The words that an expression of time may begin with.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::super::super::super::english::begins_number;
use super::names::{month, weekday};

/// The words besides figures, numbers, months and days of the week.
static WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    "a about academic after all an and annually april armistice around as at before beginning between bi \
     bimonthly biweekly black boxing by calendar christmas circa coming couple current cy daily day each \
     earlier early earth easter end every everyday father's few financial fiscal following fortnightly from \
     fy good h half halloween hourly in independence international juneteenth labor last late later less may \
     memorial mid midday middle midnight monthly more mother's new next no noon noonish not once past \
     previous prior q quarter quarterly remaining rest same school semi several since some st start starting \
     sy thanksgiving that the this till tmrw to today tomorrow tonight tonite twelve until up upcoming \
     valentine's valentines veterans week weekly within xmas year yearly yesterday ½"
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
