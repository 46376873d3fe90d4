//! Which key does what.

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Go to the search box.
    Search,
    /// The article before or after.
    Article {
        /// After.
        forward: bool,
    },
    /// The paragraph before or after.
    Paragraph {
        /// After.
        forward: bool,
    },
    /// The next mention.
    Mention,
    /// The outline.
    Outline,
    /// The index of names, or back from it.
    Names,
    /// The help.
    Help,
    /// Close the sheet that is open.
    Close,
}

/// A key as it was pressed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Press<'a> {
    /// `KeyboardEvent.key`.
    pub key: &'a str,
    /// Ctrl or ⌘ is down.
    pub command: bool,
    /// Alt is down.
    pub alt: bool,
    /// The reader is writing: in a field, or with an input method.
    pub writing: bool,
}

/// What a key asks for, given whether single letters are keys. Shift is not looked at, since `?` and on
/// some keyboards `/` need it; Ctrl F stays the browser's.
#[must_use]
pub fn action(press: Press<'_>, letters: bool) -> Option<Action> {
    if press.command {
        return (!press.alt && press.key.eq_ignore_ascii_case("k")).then_some(Action::Search);
    }
    if press.alt || press.writing {
        return None;
    }
    if press.key == "Escape" {
        return Some(Action::Close);
    }
    if !letters {
        return None;
    }
    Some(match press.key {
        "/" => Action::Search,
        "[" => Action::Article { forward: false },
        "]" => Action::Article { forward: true },
        "j" => Action::Paragraph { forward: true },
        "k" => Action::Paragraph { forward: false },
        "e" => Action::Mention,
        "o" => Action::Outline,
        "n" => Action::Names,
        "?" => Action::Help,
        _ => return None,
    })
}

/// Whether a key or an input belongs to an input method that is composing.
///
/// While it composes, `isComposing` or the key code 229 says so; Safari ends the composition *before* the
/// key that ended it, so keys that follow within 50 ms belong to it too.
#[derive(Clone, Copy, Debug, Default)]
pub struct Composing {
    /// Between `compositionstart` and `compositionend`.
    pub now: bool,
    /// When it ended last, in the milliseconds of `Event.timeStamp`.
    pub ended: Option<f64>,
}

impl Composing {
    /// Whether a key press at `time` is the input method's.
    #[must_use]
    pub fn takes(self, is_composing: bool, key_code: u32, time: f64) -> bool {
        self.now
            || is_composing
            || key_code == 229
            || self.ended.is_some_and(|ended| (0.0..50.0).contains(&(time - ended)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: &str) -> Press<'_> {
        Press { key, ..Press::default() }
    }

    #[test]
    fn letters_are_keys_until_they_are_switched_off() {
        assert_eq!(action(press("j"), true), Some(Action::Paragraph { forward: true }));
        assert_eq!(action(press("/"), true), Some(Action::Search));
        for key in ["j", "/", "?", "["] {
            assert_eq!(action(press(key), false), None);
        }
        assert_eq!(action(press("Escape"), false), Some(Action::Close));
    }

    #[test]
    fn with_ctrl_only_k_is_ours() {
        let command = |key| action(Press { command: true, ..press(key) }, true);
        assert_eq!(command("k"), Some(Action::Search));
        assert_eq!(command("K"), Some(Action::Search));
        assert_eq!((command("f"), command("["), command("e")), (None, None, None));
    }

    #[test]
    fn nothing_is_taken_from_one_who_writes() {
        for key in ["j", "/", "Escape"] {
            assert_eq!(action(Press { writing: true, ..press(key) }, true), None);
        }
        assert_eq!(action(Press { alt: true, ..press("e") }, true), None);
        let command = Press { writing: true, command: true, ..press("k") };
        assert_eq!(action(command, true), Some(Action::Search));
    }

    #[test]
    fn the_key_that_ends_a_composition_is_the_input_methods() {
        let ended = Composing { now: false, ended: Some(1_000.0) };
        assert!(ended.takes(false, 13, 1_010.0));
        assert!(!ended.takes(false, 13, 1_060.0));
        assert!(Composing::default().takes(false, 229, 5.0));
        assert!(Composing { now: true, ended: None }.takes(false, 13, 5.0));
    }
}
