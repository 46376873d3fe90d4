//! Where tags end, in a web page and in a text that is none.

/// The text of HTML without its tags, comments, scripts and styles. What does not end is no tag.
pub(super) fn without_tags(html: &str) -> String {
    let ends = Ends::of_text(html);
    let mut text = String::new();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        let (before, from) = rest.split_at(open);
        text.push_str(before);
        let length = ends.of(from, html.len() - from.len());
        if length.is_none() {
            text.push('<');
        }
        rest = from.get(length.unwrap_or(1)..).unwrap_or_default();
    }
    text.push_str(rest);
    text
}

/// Elements whose text is not for readers and has no tags in it, and what ends them.
const HIDDEN: [(&str, &str); 2] = [("script", "</script"), ("style", "</style")];

/// Where in a text the last of what ends something stands, in bytes: nothing after that is looked for, however much
/// begins there.
pub(super) struct Ends {
    comment: Option<usize>,
    tag: Option<usize>,
    /// That of each of [`HIDDEN`].
    hidden: [Option<usize>; 2],
}

impl Ends {
    pub(super) fn of_text(html: &str) -> Self {
        let tag = html.rfind('>');
        let ended = html.get(..tag.unwrap_or_default()).unwrap_or_default();
        let last = |(_, end): (&str, &str)| {
            ended.rmatch_indices("</").map(|(at, _)| at).find(|at| is_at(ended, *at, end))
        };
        Self { comment: html.rfind("-->"), tag, hidden: HIDDEN.map(last) }
    }

    /// The length of the tag, the comment or the element without tags in it that begins `from`, which is the text from
    /// a byte on; nothing where that does not end.
    pub(super) fn of(&self, from: &str, at: usize) -> Option<usize> {
        for ((name, end), last) in HIDDEN.iter().zip(self.hidden) {
            let after = |at: usize| from.get(at..)?.chars().next();
            let named =
                is_at(from, 1, name) && !after(1 + name.len()).is_some_and(char::is_alphanumeric);
            if named {
                let mut closers = from.match_indices("</").map(|(at, _)| at);
                let close =
                    is_before(at, last).then(|| closers.find(|at| is_at(from, *at, end)))??;
                return Some(close + from.get(close..)?.find('>')? + 1);
            }
        }
        self.of_tag(from, at)
    }

    /// Likewise, where all elements have tags in them.
    pub(super) fn of_tag(&self, from: &str, at: usize) -> Option<usize> {
        let inner = from.get(1..)?;
        if inner.starts_with("!--") {
            return is_before(at, self.comment).then(|| from.find("-->").map(|end| end + 3))?;
        }
        let is_tag = inner.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
        (is_tag && is_before(at, self.tag)).then(|| from.find('>').map(|end| end + 1))?
    }
}

fn is_before(at: usize, last: Option<usize>) -> bool {
    last.is_some_and(|last| last > at)
}

/// Whether a word in small letters stands there, in letters of any case.
fn is_at(text: &str, at: usize, word: &str) -> bool {
    let found = text.as_bytes().get(at..at + word.len());
    found.is_some_and(|found| found.eq_ignore_ascii_case(word.as_bytes()))
}
