//! Tells headings from text and joins broken lines, from the top of the page to its end.

use std::ops::Range;

use super::lines::Line;
use super::overlap::share_in;
use super::roles::{Part, Role};
use super::rules::{Fired, judge};
use super::setting::Setting;
use super::shape::{End, Shape, width};
use super::wording::{calls, ends_in_initials, first_chars};
use super::{heads, joins};

/// How far a heading's words are looked for in the text after it: lines, and code points.
const LEAD: (usize, usize) = (4, 400);

/// A page that is set in lines of one measure has none wider than this, in columns.
const WIDEST: usize = 110;

/// Gives each part that is [`Role::Text`] its role. A text that was broken takes its other lines in,
/// which become [`Role::Joined`].
pub(super) fn settle(
    page: &str,
    lines: &[Line],
    parts: &mut [Part],
    setting: &Setting,
    fired: &mut Vec<Fired>,
) {
    let mut state = State::default();
    for n in 0..parts.len() {
        let Some(part) = parts.get(n) else { break };
        let view = View { page, lines, parts, setting };
        match part.role {
            Role::Text => {
                let line = lines.get(part.line).map_or(0, |line| line.number);
                let head = heading_score(&view, n, state, line, fired) > 0;
                if let Some(before) = state.open
                    && joins_score(&view, before, n, (head, state.interrupted), line, fired) > 0
                {
                    join(parts, before, n);
                    state.interrupted = false;
                    continue;
                }
                let role = if head { Role::Head } else { Role::Body };
                if let Some(part) = parts.get_mut(n) {
                    part.role = role;
                }
                let open = (role == Role::Body).then_some(n);
                state = State { open, interrupted: false, before: Some(role) };
            }
            // Between the halves of a broken paragraph the layout may have put a picture.
            Role::Caption | Role::Furniture | Role::Rule => {
                state.interrupted = true;
                state.before = Some(part.role);
            }
            role => {
                let goes_on = role == Role::Note && part.shape.end != End::Stop;
                let open = (goes_on || matches!(role, Role::Item(_))).then_some(n);
                state = State { open, interrupted: false, before: Some(role) };
            }
        }
    }
    join_headings(lines, parts, setting, fired);
    set_headlines(page, lines, parts, setting, fired);
}

/// On a page that is set in lines of one measure, a heading that fills its line goes on in the next, if that
/// follows at once, ends short and ends no sentence, and a gap comes after it.
fn join_headings(lines: &[Line], parts: &mut [Part], setting: &Setting, fired: &mut Vec<Fired>) {
    for n in 1..parts.len() {
        let (Some(head), Some(rest)) = (parts.get(n - 1), parts.get(n)) else { break };
        let gap = |line: usize| lines.get(line).map(|line| line.gap);
        let after = gap(rest.line + rest.ranges.len());
        let follows = gap(rest.line) == Some(0) && rest.line == head.line + 1;
        // A kicker over a headline seldom fills its line to the last character.
        let role =
            rest.role == Role::Body || rest.role == Role::Head && setting.is_full(head.shape.width);
        let ends = role
            && rest.shape.end == End::Bare
            && rest.ranges.len() < 3
            && !setting.fills(rest.shape.width)
            && after.is_some_and(|gap| gap > 0);
        if head.role == Role::Head && setting.fills(head.shape.width) && follows && ends {
            let size = head.shape.size;
            let line = lines.get(rest.line).map_or(0, |line| line.number);
            join(parts, n - 1, n);
            if let Some(head) = parts.get_mut(n - 1) {
                head.shape.size += size;
            }
            let reason =
                "the heading before it fills its line, and it ends that with a gap after it";
            fired.push(Fired { line, rule: "head/goes-on", reason, weight: 12 });
        }
    }
}

/// On a page that is set in lines of one measure, a text of a few lines that ends no sentence is a headline: where
/// all its lines stay short of the measure, or where it is set as no paragraph of the page begins, with a gap after it
/// or without their indent.
fn set_headlines(
    page: &str,
    lines: &[Line],
    parts: &mut [Part],
    setting: &Setting,
    fired: &mut Vec<Fired>,
) {
    let width = |range: &Range<usize>| width(page.get(range.clone()).unwrap_or_default());
    let wrapped = parts.iter().filter(|part| part.ranges.len() > 1 && part.role == Role::Body);
    let measure = wrapped.flat_map(|part| &part.ranges).map(width).max().unwrap_or_default();
    for part in parts.iter_mut().filter(|part| part.role == Role::Body) {
        let is_set = (2..=4).contains(&part.ranges.len()) && part.shape.end == End::Bare;
        if !is_set || measure > WIDEST {
            continue;
        }
        let is_short = |range: &Range<usize>| width(range) * 4 < measure * 3;
        let line = lines.get(part.line);
        let after = lines.get(part.line + part.ranges.len());
        let adjacent = lines.get(part.line + 1).is_some_and(|line| line.gap == 0);
        let in_lines = adjacent && part.ranges.iter().all(is_short);
        let stands_apart = if setting.indents {
            line.is_some_and(|line| line.indent == 0)
        } else {
            setting.measure.is_some() && after.is_some_and(|after| after.gap > 0)
        };
        let few_stops = part
            .ranges
            .iter()
            .all(|range| !page.get(range.clone()).unwrap_or_default().contains(['。', '；']));
        if in_lines || stands_apart && adjacent && few_stops {
            part.role = Role::Head;
            let texts = part.ranges.iter().filter_map(|range| page.get(range.clone()));
            part.shape.size = texts.map(|text| Shape::of(text).size).sum();
            let line = line.map_or(0, |line| line.number);
            let reason =
                "it is set in lines as no paragraph of the page is, and it ends no sentence";
            fired.push(Fired { line, rule: "head/set-in-lines", reason, weight: 12 });
        }
    }
}

/// What stands before the line that is looked at.
#[derive(Clone, Copy, Default)]
struct State {
    /// The text or item that a line may go on with.
    open: Option<usize>,
    /// Whether a caption or furniture has come since.
    interrupted: bool,
    /// What stands right before.
    before: Option<Role>,
}

fn join(parts: &mut [Part], before: usize, n: usize) {
    let Some(part) = parts.get_mut(n) else { return };
    part.role = Role::Joined;
    let (mut ranges, mut marks) =
        (std::mem::take(&mut part.ranges), std::mem::take(&mut part.marks));
    let shape = part.shape;
    if let Some(whole) = parts.get_mut(before) {
        whole.ranges.append(&mut ranges);
        whole.marks.append(&mut marks);
        whole.shape = shape;
    }
}

/// The page as the rules see it.
struct View<'a> {
    page: &'a str,
    lines: &'a [Line],
    parts: &'a [Part],
    setting: &'a Setting,
}

impl<'a> View<'a> {
    fn line(&self, part: &Part) -> Option<&'a Line> {
        self.lines.get(part.line)
    }

    /// How many columns the last line of a part takes, with the indent and the mark before it, which no line but a part's
    /// first has.
    fn columns(&self, part: &Part) -> usize {
        let line = self.line(part).filter(|_| part.ranges.len() == 1);
        let before = line.zip(part.ranges.first()).and_then(|(line, range)| {
            let text = self.page.get(line.range.start..range.start);
            text.map(|mark| line.inset + width(mark))
        });
        part.shape.width + before.unwrap_or_default()
    }

    /// Whether a part's last line ends where it does because the page's measure does.
    fn ends_full(&self, part: &Part, next: &str) -> bool {
        let columns = self.columns(part);
        self.setting.fills(columns)
            || (part.shape.end != End::Stop || ends_in_initials(part.last(self.page)))
                && self.setting.had_no_room(columns, part.last(self.page), next)
    }

    fn next(&self, n: usize) -> Option<&'a Part> {
        self.parts.get(n + 1)
    }

    fn gap(&self, n: usize) -> Option<u32> {
        self.parts.get(n).and_then(|part| self.line(part)).map(|line| line.gap)
    }

    fn together(&self, last: &str, first: &str) -> bool {
        match (last.chars().next_back(), first.chars().next()) {
            (Some(last), Some(first)) => self.setting.together(last, first),
            _ => false,
        }
    }

    /// Whether the text that is open at a part has not ended.
    fn hangs(&self, n: usize, open: &Part) -> bool {
        // In lines of one measure, a short one ends what it ends.
        let parted = self.gap(n) != Some(0) || self.setting.indents;
        let ended =
            self.setting.measure.is_some() && !self.setting.fills(self.columns(open)) && parted;
        matches!(open.shape.end, End::Bare | End::Open) && open.role == Role::Body && !ended
    }

    /// How many heading lines stand right before a part; from three on it no longer matters.
    fn heads_before(&self, n: usize) -> usize {
        let before = self.parts.get(..n).unwrap_or_default().iter().rev().take(3);
        before.take_while(|part| part.role == Role::Head).count()
    }

    /// The text after a part, as far as a heading's words are looked for in it.
    fn lead(&self, n: usize) -> String {
        let (most_lines, most_chars) = LEAD;
        let mut lead = String::new();
        let mut left = most_chars;
        for part in self.parts.iter().skip(n + 1).take(most_lines) {
            let text = first_chars(part.first(self.page), left);
            left -= text.chars().count();
            lead.push_str(text);
        }
        lead
    }
}

fn heading_score(
    view: &View<'_>,
    n: usize,
    state: State,
    line: u32,
    fired: &mut Vec<Fired>,
) -> i32 {
    let Some(part) = view.parts.get(n) else { return 0 };
    let text = part.first(view.page);
    let next = view.next(n);
    let next_text = next.map_or("", |next| next.first(view.page));
    let open = state.open.and_then(|open| view.parts.get(open));
    // A long line and a whole sentence are no headings whatever they say.
    let may_head = part.shape.end == End::Bare || calls(text);
    let repeated =
        if part.shape.size <= 70 && may_head { share_in(text, &view.lead(n)) } else { 0 };
    let case = heads::Line {
        text,
        shape: part.shape,
        before: state.before,
        heads_before: view.heads_before(n),
        hanging: open.is_some_and(|open| view.hangs(n, open)),
        after: next.map(|next| (next.role, next.shape)),
        next: if next.is_some_and(|next| next.role == Role::Text) { next_text } else { "" },
        repeated,
        known_seam: next.is_some_and(|next| next.role == Role::Text)
            && view.together(text, next_text),
        fills: view.ends_full(part, next_text) && view.gap(n + 1) == Some(0),
        apart: view.gap(n).is_some_and(|gap| gap > view.setting.gap),
        capitals: view.setting.capitals,
        indented: view.setting.indents.then(|| view.line(part).is_some_and(|line| line.indent > 1)),
    };
    judge(&heads::Line::RULES, &case, line, fired)
}

fn joins_score(
    view: &View<'_>,
    before: usize,
    n: usize,
    (headed, interrupted): (bool, bool),
    line: u32,
    fired: &mut Vec<Fired>,
) -> i32 {
    let (Some(first), Some(part)) = (view.parts.get(before), view.parts.get(n)) else { return 0 };
    let last = first.last(view.page);
    let indent = |part: &Part| view.line(part).map_or(0, |line| line.indent);
    let case = joins::Meeting {
        before: last,
        shape: first.shape,
        item: matches!(first.role, Role::Item(_)),
        day: super::day::is_day(last),
        after: part.first(view.page),
        next: part.shape,
        adjacent: view.gap(n) == Some(0),
        fills: view.ends_full(first, part.first(view.page)),
        set: view.setting.measure.is_some(),
        indented: view.setting.indents && indent(part) > 1,
        interrupted,
        known_seam: view.together(last, part.first(view.page)),
        headed,
    };
    judge(&joins::Meeting::RULES, &case, line, fired)
}
