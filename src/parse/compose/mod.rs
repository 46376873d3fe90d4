//! Groups settled parts into stories.

mod heading;
mod told;

use told::Told;

use super::draft::{Draft, Flow};
use super::headline::is_couplet;
use super::lines::Line;
use super::roles::{Part, Role};
use super::rules::Fired;
use super::setting::Setting;

/// More heading lines than this together are verse or a list, not a story's head.
const MOST_HEADS: usize = 4;

/// Finds the stories.
pub(super) fn compose(
    page: &str,
    lines: &[Line],
    parts: &[Part],
    setting: &Setting,
    fired: &mut Vec<Fired>,
) -> Vec<Draft> {
    let mut composer = Composer {
        page,
        lines,
        parts,
        setting,
        fired,
        done: Vec::new(),
        draft: Draft::default(),
        begun: false,
        closed: false,
        parted: None,
        last_block: None,
        signed: (0, 0),
        told: Told::default(),
        subheads: Vec::new(),
        briefs: false,
    };
    let mut n = 0;
    while n < parts.len() {
        n = composer.take(n);
    }
    if composer.begun || !composer.draft.furniture.is_empty() || !composer.draft.captions.is_empty()
    {
        composer.done.push(composer.draft);
    }
    composer.done
}

struct Composer<'a> {
    page: &'a str,
    lines: &'a [Line],
    parts: &'a [Part],
    setting: &'a Setting,
    fired: &'a mut Vec<Fired>,
    done: Vec<Draft>,
    draft: Draft,
    /// Whether the draft has anything that readers read.
    begun: bool,
    /// Whether a byline or a source has closed it.
    closed: bool,
    /// What stands between its last text and here, if furniture, a rule or a caption.
    parted: Option<Role>,
    /// The last paragraph, item, row or note of the draft: a page may put any number of subheads after it.
    last_block: Option<usize>,
    /// How many of the page's stories so far are signed under their headlines, or labelled, and how many they are.
    signed: (usize, usize),
    /// What its text has told so far.
    told: Told,
    /// The sizes of its last subheads.
    subheads: Vec<usize>,
    /// Whether it stands under a rubric for short stories.
    briefs: bool,
}

impl<'a> Composer<'a> {
    /// The first line of the part at `n`.
    fn text(&self, n: usize) -> &'a str {
        self.parts.get(n).map_or("", |part| part.first(self.page))
    }

    fn role(&self, n: usize) -> Option<Role> {
        self.parts.get(n).map(|part| part.role)
    }

    /// Takes the part, or the run of parts, at `n`; gives the index after.
    fn take(&mut self, n: usize) -> usize {
        let Some(part) = self.parts.get(n) else { return n + 1 };
        match part.role {
            Role::Head | Role::Label => return self.headed(n),
            Role::Caption => {
                self.draft.captions.push(n);
                self.parted = self.parted.or(Some(Role::Caption));
            }
            Role::Furniture | Role::Rule => {
                self.draft.furniture.push(n);
                if self.parted != Some(Role::Rule) {
                    self.parted = Some(part.role);
                }
            }
            // A day above the first story is the paper's.
            Role::Date if !self.begun => self.draft.furniture.push(n),
            // And so is a name with a headline below it.
            Role::Source if !self.begun && self.heads_page(n) => self.draft.furniture.push(n),
            Role::Byline | Role::Source => self.sign(n, part.role),
            _ => self.block(n),
        }
        n + 1
    }

    /// Whether a heading, a day or furniture comes after the part at `n`, and no text.
    fn heads_page(&self, n: usize) -> bool {
        let next = self.role(n + 1);
        matches!(next, Some(Role::Head | Role::Label | Role::Date | Role::Furniture))
    }

    fn sign(&mut self, n: usize, role: Role) {
        let field = match role {
            Role::Byline => &mut self.draft.byline,
            _ => &mut self.draft.source,
        };
        field.push(n);
        self.begun = true;
        self.closed = !self.draft.flow.is_empty();
    }

    fn block(&mut self, n: usize) {
        self.begun = true;
        // A remark on the writer or the text stands behind the story's end.
        let noted = self.closed && self.role(n) == Some(Role::Note);
        self.closed = noted;
        self.parted = None;
        self.last_block = Some(n);
        self.draft.flow.push(Flow::Block(n));
    }

    fn subhead(&mut self, n: usize, lines: usize) {
        self.begun = true;
        self.draft.flow.push(Flow::Subhead(n, lines));
        if let Some(part) = self.parts.get(n) {
            self.subheads.push(part.shape.size);
        }
    }

    /// Takes the heading lines and rubrics at `n`: a story's, a subhead, or lines that only look like one; gives the index after.
    fn headed(&mut self, n: usize) -> usize {
        let heading = self.heading(n);
        let (end, signed) = (heading.end, heading.signed);
        let plain = !heading.is_signed() && heading.labels.is_empty();
        let next = heading.after.and_then(|m| self.role(m));
        let headless = plain && matches!(next, None | Some(Role::Byline | Role::Source));
        // At the end of the page and where nothing follows, lines are text: a signature, a verse.
        if headless || heading.heads.len() > MOST_HEADS {
            if !self.begun && end > n + MOST_HEADS && self.role(n) == Some(Role::Head) {
                self.begin(Self::title(n));
                return n + 1;
            }
            return self.verse(n, end, headless);
        }
        if self.opens_story(&heading) {
            self.signed.0 += usize::from(!plain);
            self.signed.1 += 1;
            self.begin(heading);
            return signed;
        }
        // Results, the lines of a form: no text has three subheads together.
        if heading.labels.is_empty() && heading.heads.len() > 2 {
            (n..end - 1).for_each(|m| self.block(m));
            self.subhead(end - 1, 1);
            return end;
        }
        let second = self.parts.get(n + 1).and_then(|part| self.lines.get(part.line));
        let close = second.is_some_and(|line| line.gap == 0);
        if heading.labels.is_empty() && close && is_couplet(&self.looks(n..end)) {
            self.subhead(n, 2);
        } else {
            (n..end).for_each(|m| self.subhead(m, 1));
        }
        end
    }

    /// Lines that look like headings and are none, but perhaps the last.
    fn verse(&mut self, n: usize, end: usize, all: bool) -> usize {
        let last = if all { end } else { end - 1 };
        for m in n..last {
            match self.role(m) {
                Some(Role::Label) => self.subhead(m, 1),
                _ => self.block(m),
            }
        }
        last
    }
}
