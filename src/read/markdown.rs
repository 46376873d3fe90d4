//! Markdown, by `pulldown-cmark`.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::collector::Collector;
use super::seam::needs_space;
use super::sniff::stem;
use super::tags::without_tags;
use super::words::{link, tidy};
use super::{Body, Document, Given, Piece, Words, front_matter, html};
use crate::model::{Diagnostic, Picture, Styling};

/// Reads `CommonMark` 0.31 with GitHub's tables, task lists, strikethrough and footnotes, and front
/// matter in YAML or TOML before it. The story is the file: its id is the front matter's, else the
/// file's stem.
pub(super) fn read(name: &str, text: &str, diagnostics: &mut Vec<Diagnostic>) -> Document {
    let (mut given, start) = match front_matter::split(text) {
        Some((syntax, range, start)) => {
            (front_matter::fields(name, text, syntax, range, diagnostics), start)
        }
        None => (Given::default(), 0),
    };
    if given.id.is_none() {
        given.id = Some(stem(name).to_owned());
    }
    let mut builder = Builder::default();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM;
    for event in Parser::new_ext(text.get(start..).unwrap_or_default(), options) {
        builder.take(event);
    }
    builder.flush();
    let mut pieces = builder.out.pieces;
    pieces.append(&mut builder.notes);
    let before = text.get(..start).unwrap_or_default();
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    Document {
        name: name.to_owned(),
        line: u32::try_from(line).unwrap_or(u32::MAX),
        given,
        body: Body::Story(pieces),
    }
}

/// Makes flat pieces of nested events.
#[derive(Default)]
struct Builder {
    out: Collector,
    /// Footnotes, which stand at the end wherever they were written.
    notes: Vec<Piece>,
    words: Words,
    /// Code points in `words.text`, so that no style costs a count.
    length: usize,
    /// Whether a line break has come since the last text.
    line_ended: bool,
    /// Styles that have begun: where, and which; none for a link that may not be followed.
    styles: Vec<(usize, Option<Styling>)>,
    code: Option<String>,
    html: Option<String>,
    footnote: Option<String>,
    rows: Vec<Vec<Words>>,
    /// The open pictures, outermost first: one may stand in the words of another.
    images: Vec<Image>,
    /// Pictures' words, until the block that holds them ends.
    captions: Vec<Piece>,
}

struct Image {
    file: String,
    title: String,
    alt: String,
    /// Whether a line break has come since its last word.
    line_ended: bool,
}

impl Builder {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.text(&text);
            }
            Event::Code(text) => {
                self.styles.push((self.length, Some(Styling::Code)));
                self.text(&text);
                self.close_style();
            }
            Event::SoftBreak | Event::HardBreak => match self.images.last_mut() {
                Some(image) => image.line_ended = true,
                None => self.line_ended = true,
            },
            Event::Html(html) => match &mut self.html {
                Some(open) => open.push_str(&html),
                None => self.text(&without_tags(&html)),
            },
            Event::InlineHtml(html) if has_picture(&html) => {
                self.captions.extend(html::chapter(&html));
            }
            Event::InlineHtml(html) => self.text(&without_tags(&html)),
            Event::FootnoteReference(label) => self.text(&format!("[{label}]")),
            Event::TaskListMarker(done) => self.text(if done { "☑ " } else { "☐ " }),
            Event::Rule => self.flush(),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Emphasis => self.styles.push((self.length, Some(Styling::Emphasis))),
            Tag::Strong => self.styles.push((self.length, Some(Styling::Strong))),
            Tag::Link { dest_url, .. } => self.styles.push((self.length, link(&dest_url))),
            Tag::Image { title, dest_url, .. } => {
                let (file, title) = (dest_url.to_string(), title.to_string());
                self.images.push(Image { file, title, alt: String::new(), line_ended: false });
            }
            Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {
                self.styles.push((self.length, None));
            }
            block => {
                self.flush();
                self.start_block(&block);
            }
        }
    }

    fn start_block(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => self.out.heading = Some(*level as u8),
            Tag::CodeBlock(_) => self.code = Some(String::new()),
            Tag::HtmlBlock => self.html = Some(String::new()),
            Tag::List(first) => {
                let number = first.and_then(|first| u32::try_from(first).ok());
                self.out.open_list(first.is_some(), number.unwrap_or(1));
            }
            Tag::Item => self.out.open_item(),
            Tag::BlockQuote(_) => self.out.quotes += 1,
            Tag::FootnoteDefinition(label) => self.footnote = Some(label.to_string()),
            Tag::TableHead | Tag::TableRow => self.rows.push(Vec::new()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Link
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript => self.close_style(),
            TagEnd::Image => self.close_image(),
            TagEnd::TableCell => {
                let cell = self.take_words();
                if let Some(row) = self.rows.last_mut() {
                    row.push(cell);
                }
            }
            TagEnd::Table => {
                let rows = std::mem::take(&mut self.rows);
                self.out.push(Piece::Table(rows));
            }
            TagEnd::TableHead | TagEnd::TableRow => {}
            block => {
                self.flush();
                self.end_block(block);
            }
        }
    }

    fn end_block(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => self.out.heading = None,
            TagEnd::List(_) => self.out.close_list(),
            TagEnd::BlockQuote(_) => self.out.quotes = self.out.quotes.saturating_sub(1),
            TagEnd::FootnoteDefinition => self.footnote = None,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(image) = self.images.last_mut() {
            if std::mem::take(&mut image.line_ended) && meet_with_a_space(&image.alt, text) {
                image.alt.push(' ');
            }
            image.alt.push_str(text);
        } else if let Some(code) = &mut self.code {
            code.push_str(text);
        } else {
            self.end_line(text);
            self.words.text.push_str(text);
            self.length += text.chars().count();
        }
    }

    /// A line break is a space, except between characters that are written without spaces.
    fn end_line(&mut self, next: &str) {
        if std::mem::take(&mut self.line_ended) && meet_with_a_space(&self.words.text, next) {
            self.words.text.push(' ');
            self.length += 1;
        }
    }

    fn close_style(&mut self) {
        if let Some((start, Some(styling))) = self.styles.pop()
            && start < self.length
        {
            self.words.styles.push((start..self.length, styling));
        }
    }

    fn close_image(&mut self) {
        if let Some(image) = self.images.pop() {
            let credit = Some(image.title).filter(|title| !title.trim().is_empty());
            let alt = image.alt.split_whitespace().collect::<Vec<_>>().join(" ");
            let file = image.file;
            let text = alt.as_str().into();
            let picture = Some(Picture { file, alt, width: 0, height: 0 });
            self.captions.push(Piece::Figure { picture, text, credit });
        }
    }

    fn take_words(&mut self) -> Words {
        self.length = 0;
        self.line_ended = false;
        self.styles.clear();
        tidy(std::mem::take(&mut self.words))
    }

    /// Makes a piece of the text that has come since the last one.
    fn flush(&mut self) {
        if let Some(code) = self.code.take() {
            self.out.push(Piece::Code(code));
        }
        if let Some(html) = self.html.take() {
            if has_picture(&html) {
                self.out.pieces.extend(html::chapter(&html));
            } else {
                self.text(&without_tags(&html));
            }
        }
        let words = self.take_words();
        if !words.text.is_empty() {
            self.push_words(words);
        }
        let captions = std::mem::take(&mut self.captions);
        self.out.pieces.extend(captions);
    }

    /// The words of a footnote stand at the end.
    fn push_words(&mut self, mut words: Words) {
        let Some(label) = self.footnote.as_ref().filter(|_| self.out.heading.is_none()) else {
            return self.out.words(words);
        };
        let mark = format!("[{label}] ");
        let by = mark.chars().count();
        words.text.insert_str(0, &mark);
        for (range, _) in &mut words.styles {
            *range = range.start + by..range.end + by;
        }
        self.notes.push(Piece::Note(words));
    }
}

/// Whether HTML within the text holds a picture, and so is more than its words.
fn has_picture(html: &str) -> bool {
    html.as_bytes().windows(4).any(|tag| tag.eq_ignore_ascii_case(b"<img"))
}

/// Whether a space belongs where a line of a text ended and the next begins.
fn meet_with_a_space(text: &str, next: &str) -> bool {
    let meet = text.chars().next_back().zip(next.chars().next());
    meet.is_some_and(|(last, first)| needs_space(last, first))
}
