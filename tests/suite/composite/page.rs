//! A page of several stories, and what a careful reader would see in it.

use serde_json::{Value, json};

use super::chance::Chance;
use super::dress;
use super::releases::{Release, Releases, Source};

/// How a page is set. Chances are in a hundred.
pub(super) struct Manner {
    pub(super) name: &'static str,
    sources: &'static [Source],
    /// Empty lines between paragraphs.
    gap: usize,
    /// Empty lines before a story.
    apart: usize,
    /// How likely a paragraph is broken in two.
    broken: usize,
    /// How near its ends a paragraph may be broken, code points.
    near: usize,
    /// Empty lines between its halves.
    seam: usize,
    /// The measure in which everything is set, in columns.
    measure: Option<(usize, usize)>,
    /// Whether paragraphs are indented.
    indent: bool,
    subheads: usize,
    rubrics: usize,
    bylines: usize,
    lists: usize,
    captions: usize,
    furniture: usize,
}

const PLAIN: Manner = Manner {
    name: "",
    sources: &[Source::President],
    gap: 1,
    apart: 1,
    broken: 8,
    near: 25,
    seam: 1,
    measure: None,
    indent: false,
    subheads: 0,
    rubrics: 0,
    bylines: 0,
    lists: 0,
    captions: 0,
    furniture: 0,
};

const BOTH: &[Source] = &[Source::President, Source::City];

pub(super) const MANNERS: [Manner; 11] = [
    Manner { name: "composite", ..PLAIN },
    Manner { name: "city", sources: &[Source::City], ..PLAIN },
    Manner { name: "broken", sources: BOTH, broken: 30, near: 8, ..PLAIN },
    Manner { name: "close", sources: BOTH, gap: 0, seam: 0, broken: 15, ..PLAIN },
    Manner { name: "seamless", sources: BOTH, gap: 0, apart: 0, seam: 0, broken: 8, ..PLAIN },
    Manner {
        name: "newspaper",
        sources: BOTH,
        subheads: 25,
        rubrics: 25,
        bylines: 60,
        lists: 8,
        captions: 8,
        furniture: 8,
        ..PLAIN
    },
    Manner {
        name: "newspaper-0",
        sources: BOTH,
        gap: 0,
        seam: 0,
        subheads: 20,
        rubrics: 20,
        bylines: 80,
        lists: 6,
        captions: 6,
        furniture: 6,
        ..PLAIN
    },
    Manner { name: "set", sources: BOTH, measure: Some((32, 60)), seam: 0, ..PLAIN },
    Manner {
        name: "set-indent",
        sources: BOTH,
        measure: Some((30, 80)),
        gap: 0,
        seam: 0,
        indent: true,
        bylines: 40,
        ..PLAIN
    },
    Manner {
        name: "english",
        sources: &[Source::Agency],
        broken: 12,
        bylines: 50,
        furniture: 5,
        captions: 4,
        ..PLAIN
    },
    Manner {
        name: "english-set",
        sources: &[Source::Agency],
        measure: Some((56, 76)),
        seam: 0,
        broken: 0,
        bylines: 50,
        ..PLAIN
    },
];

/// The `n`th page of a manner, and its gold in the form of `pages-composite`.
pub(super) fn page(manner: &Manner, releases: &Releases, n: u64) -> (String, Value) {
    let seed = manner.name.bytes().fold(n, |seed, byte| seed * 31 + u64::from(byte));
    let mut chance = Chance::new(seed);
    let source = manner.sources[chance.below(manner.sources.len())];
    let measure = manner.measure.map(|(from, to)| from + chance.below(to - from + 1));
    let english = source == Source::Agency;
    let mut setter =
        Setter { manner, measure, english, text: String::new(), blocks: Vec::new(), story: 0 };
    let all = releases.from(source);
    let first = chance.below(all.len());
    let stories = 2 + chance.below(4);
    // Stories of one page differ; neighbours in time are alike.
    let step = 1 + chance.below(7);
    for story in 0..stories {
        setter.story = story;
        setter.tell(&all[(first + story * step) % all.len()], &mut chance);
    }
    (setter.text, json!({ "stories": stories, "blocks": setter.blocks }))
}

struct Setter<'a> {
    manner: &'a Manner,
    measure: Option<usize>,
    english: bool,
    text: String,
    blocks: Vec<Value>,
    story: usize,
}

impl Setter<'_> {
    fn tell(&mut self, release: &Release, chance: &mut Chance) {
        let manner = self.manner;
        if !self.text.is_empty() {
            self.space(manner.apart);
        }
        if chance.percent(manner.rubrics) {
            let rubric = dress::rubric(chance);
            self.lines("label", &rubric, manner.gap);
        }
        self.heads(release, chance);
        let signed = chance.percent(manner.bylines);
        let ends_signed = signed && chance.percent(25);
        if signed && !ends_signed {
            let byline = dress::byline(chance, self.english);
            self.lines("byline", &byline, manner.gap);
        }
        let mut since = 0;
        for (n, paragraph) in release.paragraphs.iter().enumerate() {
            let sub = clause(paragraph, self.english)
                .filter(|_| n > 1 && since > 1 && n + 1 < release.paragraphs.len());
            if let Some(sub) = sub.filter(|_| chance.percent(manner.subheads)) {
                self.lines("subhead", &sub, manner.gap);
                since = 0;
            }
            since += 1;
            let dated =
                n == 0 && self.english && !release.dateline.is_empty() && chance.percent(50);
            if dated {
                let place = release.dateline.trim_end_matches('-').trim_end();
                self.paragraph(&format!("{place} - {paragraph}"), chance);
            } else if chance.percent(manner.lists) && self.list(paragraph, chance) {
                since = 0;
            } else {
                self.paragraph(paragraph, chance);
            }
            self.between(paragraph, n + 1 == release.paragraphs.len(), chance);
        }
        if ends_signed {
            let byline = dress::byline(chance, self.english);
            self.lines("byline", &byline, manner.gap);
        }
    }

    fn heads(&mut self, release: &Release, chance: &mut Chance) {
        let title =
            if self.english { cased(&release.title, chance) } else { release.title.clone() };
        let gap = self.manner.gap;
        self.lines("headline", &title, gap);
        if !release.subtitle.is_empty() {
            self.lines("subhead", &release.subtitle, gap);
        }
    }

    /// Captions and furniture between paragraphs.
    fn between(&mut self, paragraph: &str, last: bool, chance: &mut Chance) {
        let gap = self.manner.gap;
        if chance.percent(self.manner.captions) && !last {
            let shown = clause(paragraph, self.english).unwrap_or_else(|| "會場".to_owned());
            let caption = dress::caption(chance, &shown, self.english);
            self.lines("caption", &caption, gap);
        }
        if chance.percent(self.manner.furniture) {
            let furniture = dress::furniture(chance, self.english);
            self.lines("furniture", &furniture, gap);
        }
    }

    fn paragraph(&mut self, text: &str, chance: &mut Chance) {
        let gap = self.manner.gap;
        if self.measure.is_some() {
            return self.lines("para", text, gap);
        }
        match broken(text, self.manner.near, self.english, chance)
            .filter(|_| chance.percent(self.manner.broken))
        {
            Some((first, second)) => {
                self.lines("para", first, gap);
                // The second half stands as far off as paragraphs do, or at once.
                self.lines("continuation", second, self.manner.seam);
            }
            None => self.lines("para", text, gap),
        }
    }

    /// The sentences of a paragraph as a list.
    fn list(&mut self, paragraph: &str, chance: &mut Chance) -> bool {
        let sentences: Vec<&str> = paragraph.split_inclusive('。').collect();
        let fits = (3..=6).contains(&sentences.len())
            && sentences.iter().all(|s| (8..80).contains(&s.chars().count()) && s.ends_with('。'));
        if !fits || self.english {
            return false;
        }
        self.lines("para", "重點如下：", self.manner.gap);
        let marks = chance.below(6);
        for (n, sentence) in sentences.iter().enumerate() {
            let han: Vec<char> = "一二三四五六".chars().collect();
            let mark = match marks {
                0 => "●".to_owned(),
                1 => "- ".to_owned(),
                2 => format!("{}. ", n + 1),
                3 => format!("{}、", han[n]),
                4 => format!("（{}）", han[n]),
                _ => "◆ ".to_owned(),
            };
            self.lines("item", &format!("{mark}{sentence}"), self.manner.gap);
        }
        true
    }

    fn space(&mut self, lines: usize) {
        while !self.text.is_empty() && !self.text.ends_with(&"\n".repeat(lines + 1)) {
            self.text.push('\n');
        }
    }

    /// Sets a text, after so many empty lines.
    fn lines(&mut self, kind: &str, text: &str, gap: usize) {
        self.space(gap);
        let Some(measure) = self.measure else { return self.line(kind, text) };
        let indent = self.manner.indent && kind == "para";
        let lines = set(text, measure, if indent { 4 } else { 0 });
        for (n, line) in lines.iter().enumerate() {
            if indent && n == 0 {
                self.text.push_str("\u{3000}\u{3000}");
            }
            let kind = if n > 0 && matches!(kind, "para" | "item") { "continuation" } else { kind };
            self.line(kind, line);
        }
    }

    fn line(&mut self, kind: &str, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
        self.blocks.push(json!({ "story": self.story, "type": kind, "text": text }));
    }
}

/// As large papers' headlines are set: in capitals, or each longer word with one.
fn cased(title: &str, chance: &mut Chance) -> String {
    if chance.percent(30) {
        return title.to_owned();
    }
    let words = title.split_whitespace().map(|word| {
        let mut chars = word.chars();
        let first = chars.next().unwrap_or_default();
        format!("{first}{}", chars.as_str().to_lowercase())
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Two halves of a paragraph, broken within a sentence.
fn broken<'a>(
    text: &'a str,
    near: usize,
    english: bool,
    chance: &mut Chance,
) -> Option<(&'a str, &'a str)> {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let last = places.len().checked_sub(near + 1).filter(|last| *last > near)?;
    let at = places[near + chance.below(last - near)];
    let at = if english { at + text.get(at..)?.find(' ')? } else { at };
    let (first, second) = text.split_at(at);
    let ends = first.ends_with(['。', '！', '？', '.', '」', '』', '；', '：', '”', '"']);
    let second = second.trim_start();
    let begins = second.starts_with(['。', '！', '？', '」', '』']);
    (!ends && !begins && !second.is_empty()).then_some((first.trim_end(), second))
}

/// What no subhead begins with.
const NO_BEGINNING: [char; 41] = [
    '並', '也', '而', '但', '更', '以', '讓', '及', '使', '是', '則', '由', '到', '前', '即', '隨',
    '今', '於', '在', '向', '對', '為', '就', '將', '已', '故', '雖', '因', '如', '若', '當', '這',
    '他', '她', '我', '有', '所', '其', '同', '不', '此',
];

/// A clause that a subhead or a caption may be made of.
fn clause(text: &str, english: bool) -> Option<String> {
    if english {
        return None;
    }
    let clauses = text.split(['，', '。', '、', '；', '「', '」', '：', '《', '》']);
    let mut fit = clauses.skip(1).filter(|clause| {
        (6..=13).contains(&clause.chars().count())
            && clause.chars().all(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c))
            && !clause.ends_with(['的', '是', '之', '及', '與', '和', '在', '說', '示', '等'])
            && !clause.starts_with(NO_BEGINNING)
    });
    fit.next().map(str::to_owned)
}

/// A text in lines of at most so many columns; a comma may hang at a line's end. No Latin word is cut.
fn set(text: &str, measure: usize, indent: usize) -> Vec<String> {
    let width = |c: char| if c.is_ascii() || ('\u{A0}'..'\u{2E80}').contains(&c) { 1 } else { 2 };
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut columns = indent;
    let mut units: Vec<String> = Vec::new();
    for c in text.chars() {
        match units.last_mut() {
            Some(unit)
                if c.is_ascii_graphic() && unit.ends_with(|c: char| c.is_ascii_graphic()) =>
            {
                unit.push(c);
            }
            _ => units.push(c.to_string()),
        }
    }
    for unit in units {
        let wide: usize = unit.chars().map(width).sum();
        let hangs =
            unit.starts_with(['，', '。', '、', '」', '；', '：', '）', '』', '！', '？', '》']);
        if columns + wide > measure && !hangs && !line.trim().is_empty() {
            lines.push(std::mem::take(&mut line).trim().to_owned());
            columns = 0;
        }
        columns += wide;
        line.push_str(&unit);
    }
    if !line.trim().is_empty() {
        lines.push(line.trim().to_owned());
    }
    lines
}
