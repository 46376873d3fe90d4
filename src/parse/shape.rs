//! What a line looks like, before anyone asks what it is.

use super::wording::is_title;
use crate::read::{is_cjk, is_han};

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// With a full stop, a question mark or an exclamation mark, whatever closes after it.
    Stop,
    /// With a colon: something is announced.
    Colon,
    /// With a comma, an opening bracket, a dash: the sentence goes on.
    Open,
    /// With none of these.
    Bare,
}

/// How many columns of a fixed-width font a line takes; a wide character takes two.
pub(super) fn width(line: &str) -> usize {
    line.chars().map(|c| 1 + usize::from(is_cjk(c))).sum()
}

/// What can be measured of a line without asking what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that a rule may ask")]
pub(super) struct Shape {
    /// How it ends.
    pub end: End,
    /// Roughly how many Han characters wide it is; a Latin letter is two fifths of one.
    pub size: usize,
    /// Columns in a fixed-width font.
    pub width: usize,
    /// Whether most letters are Han, kana and the like.
    pub cjk: bool,
    /// Full stops and the like before its end.
    pub stops: usize,
    /// Commas.
    pub commas: usize,
    /// How many characters stand before the first comma, where there is one.
    pub first_comma: Option<usize>,
    /// Spaces between Han characters, as headlines have them.
    pub spaces: usize,
    /// Whether an opening bracket or quotation mark has no counterpart.
    pub unclosed: bool,
    /// Whether a closing bracket or quotation mark has no counterpart.
    pub unopened: bool,
    /// Words that begin with a capital, and words.
    pub capitals: (usize, usize),
    /// Whether there is a letter or a digit in it.
    pub wordy: bool,
}

/// Characters with which a line of Chinese text may break off and no heading ends: particles,
/// prepositions, conjunctions. Measured on titles and texts of press releases: each ends a title at
/// most a twelfth as often as it stands before a random break.
const ENDS_INSIDE: &str = "的及是不之以也並并經经對对於于自各依或這这其而將将和與与再此別该該她每即很非但還还們且就從从被把讓让使由向在為为至所因像仍卻更最";

/// Characters with which no paragraph begins, measured likewise: second characters of words.
const BEGINS_INSIDE: &str = "的及者力額额情件欄了率供式量界獎需濟济源劃划務务題题治域信價价等證种種質质哲們们標步權权話療組组署支條条勢场場顯才型確督夠障具係集益止必級级識识色念容府態态習习括否銷責责狀拉察範画理物望罩勵境估導业業見能單共作使領取";

/// Whether a line of Chinese ends as no heading does.
pub(super) fn ends_inside(line: &str) -> bool {
    line.ends_with(|c| ENDS_INSIDE.contains(c))
}

/// Whether a line of Chinese begins as no paragraph does.
pub(super) fn begins_inside(line: &str) -> bool {
    line.starts_with(|c| BEGINS_INSIDE.contains(c))
}

/// Whether a character opens a bracket or a quotation.
pub(super) fn opens(c: char) -> bool {
    matches!(
        c,
        '「' | '『'
            | '（'
            | '《'
            | '〈'
            | '【'
            | '〔'
            | '［'
            | '｛'
            | '“'
            | '‘'
            | '('
            | '['
            | '{'
    )
}

/// Whether a character closes a bracket or a quotation.
pub(super) fn closes(c: char) -> bool {
    matches!(
        c,
        '」' | '』'
            | '）'
            | '》'
            | '〉'
            | '】'
            | '〕'
            | '］'
            | '｝'
            | '”'
            | '’'
            | ')'
            | ']'
            | '}'
    )
}

/// Whether a character stops a sentence.
pub(super) fn stops(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?' | '．' | '｡' | '…')
}

/// Whether a character, at the end of a line, says that the sentence goes on; at the beginning of
/// one, that it went on. Chinese typesetting keeps them off the line's beginning (W3C clreq, 3.1.3).
pub(super) fn is_comma(c: char) -> bool {
    matches!(c, '，' | '、' | '；' | ',' | ';' | '﹐' | '﹑' | '､')
}

impl Shape {
    /// Whether it is in capitals, or most of its words begin with one, as English headings do.
    pub(super) fn is_titled(&self) -> bool {
        let (capitals, words) = self.capitals;
        !self.cjk && words > 1 && capitals * 3 >= words * 2
    }

    /// Measures a line.
    pub(super) fn of(line: &str) -> Self {
        let mut counts = Counts::default();
        let (mut unclosed, mut unopened) = (0_usize, false);
        let mut previous = ' ';
        for (n, c) in line.chars().enumerate() {
            if is_han(c) {
                counts.add_han(previous);
            } else {
                counts.add(n, c, previous);
            }
            if opens(c) {
                unclosed += 1;
            } else if closes(c) && !(c == '’' && previous.is_alphanumeric()) {
                unopened |= unclosed == 0;
                unclosed = unclosed.saturating_sub(1);
            }
            previous = c;
        }
        let cjk = counts.cjk > 0 && counts.cjk * 3 >= counts.letters;
        let end = end(line, cjk, unclosed > 0);
        let stops = counts.stops.saturating_sub(usize::from(end == End::Stop));
        Self {
            end,
            size: counts.cjk + counts.others * 2 / 5,
            width: counts.width,
            cjk,
            stops,
            commas: counts.commas,
            first_comma: counts.first_comma,
            spaces: counts.spaces,
            unclosed: unclosed > 0,
            unopened,
            capitals: (counts.capitals, counts.words),
            wordy: counts.wordy,
        }
    }
}

#[derive(Default)]
struct Counts {
    cjk: usize,
    letters: usize,
    others: usize,
    width: usize,
    stops: usize,
    commas: usize,
    first_comma: Option<usize>,
    capitals: usize,
    words: usize,
    spaces: usize,
    /// Whether the last character but for white space is Han, kana and the like.
    after_cjk: bool,
    /// Small letters in a row.
    small: usize,
    wordy: bool,
}

impl Counts {
    /// Adds a common ideograph, which is a letter, is wide, and is nothing else that counts.
    fn add_han(&mut self, previous: char) {
        self.width += 2;
        self.cjk += 1;
        self.small = 0;
        self.wordy = true;
        self.space_before(true, previous);
    }

    /// Counts white space between two wide characters, of which this is the second.
    fn space_before(&mut self, wide: bool, previous: char) {
        self.spaces += usize::from(wide && self.after_cjk && previous.is_whitespace());
        self.after_cjk = wide;
    }

    fn add(&mut self, n: usize, c: char, previous: char) {
        let wide = is_cjk(c);
        self.width += 1 + usize::from(wide);
        if c.is_whitespace() {
            // A full stop after a word in small letters; not after `Mr` or an initial.
            self.stops += usize::from(matches!(previous, '.' | '!' | '?') && self.small > 2);
            return;
        }
        self.space_before(wide, previous);
        if !matches!(c, '.' | '!' | '?') {
            self.small = if c.is_lowercase() { self.small + 1 } else { 0 };
        }
        if wide {
            self.cjk += 1;
        } else {
            self.others += 1;
            self.letters += usize::from(c.is_alphabetic());
            if c.is_alphabetic() && !previous.is_alphanumeric() && !matches!(previous, '\'' | '’')
            {
                self.words += 1;
                self.capitals += usize::from(c.is_uppercase());
            }
        }
        self.wordy = self.wordy || c.is_alphanumeric();
        self.stops += usize::from(matches!(c, '。' | '；' | '！' | '？'));
        if is_comma(c) && c != '；' {
            self.commas += 1;
            self.first_comma.get_or_insert(n);
        }
    }
}

fn end(line: &str, cjk: bool, unclosed: bool) -> End {
    let bare =
        line.trim_end_matches(|c: char| closes(c) || matches!(c, '"' | '\'') || c.is_whitespace());
    let Some(last) = bare.chars().next_back() else { return End::Bare };
    let closed = bare.len() < line.len();
    // Brackets after a full stop hold a remark; the sentence has ended before them.
    if closed
        && let Some(open) = line.rfind(['（', '(', '【', '〔'])
        && line.get(..open).is_some_and(|before| before.trim_end().ends_with(stops))
    {
        return End::Stop;
    }
    match last {
        _ if stops(last) => End::Stop,
        '.' => {
            // A full stop after Latin words; not the point of an initial in a Chinese sentence.
            let word = bare.trim_end_matches('.').rsplit(|c: char| !c.is_alphanumeric()).next();
            let initial = word.is_some_and(|word| word.chars().count() < 2);
            let cut = if cjk { initial || unclosed } else { word.is_some_and(is_title) };
            if cut { End::Open } else { End::Stop }
        }
        '：' | ':' | '︰' if !closed => End::Colon,
        '—' | '–' | '-' | '─' if !closed => End::Open,
        _ if is_comma(last) && !closed => End::Open,
        _ if unclosed && line.ends_with(opens) => End::Open,
        _ => End::Bare,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_as_its_last_mark_says() {
        let cases = [
            ("潮水退去。", End::Stop),
            ("他說：「潮水退去。」", End::Stop),
            ("接見議長（Kenneth A.", End::Open),
            ("The tide is out.", End::Stop),
            ("\"Nobody announces it.\"", End::Stop),
            ("The tide was seen by Mr.", End::Open),
            ("設施如下：", End::Colon),
            ("人員增加，", End::Open),
            ("潮水退去", End::Bare),
            ("《潮水》", End::Bare),
            ("潮水退去。（完）", End::Stop),
            ("潮水退去（完）", End::Bare),
            ("", End::Bare),
        ];
        for (line, end) in cases {
            assert_eq!(Shape::of(line).end, end, "{line}");
        }
    }

    #[test]
    fn a_line_is_measured() {
        let shape = Shape::of("潮水退去 老船員「認得碼頭");
        assert_eq!((shape.size, shape.spaces, shape.unclosed), (12, 1, true));
        let shape = Shape::of("The Night Market, later");
        assert_eq!((shape.cjk, shape.commas, shape.capitals), (false, 1, (3, 4)));
    }
}
