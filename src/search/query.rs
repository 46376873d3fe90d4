//! What a reader typed, as terms.

use super::token::{Token, meant};
use crate::model::Kind;
use crate::text::fold;

/// How many terms are searched for at most; those beyond are counted in [`Query::left_out`]. One pass over the
/// text a term: with 64 the longest query takes no longer than a reader waits, and no reader types more.
pub(super) const MAX_TERMS: usize = 64;

/// What is asked: every clause must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub(super) clauses: Vec<Clause>,
    pub(super) left_out: usize,
}

/// Terms of which one must hold: what `OR` joins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Never empty.
    pub any: Vec<Term>,
}

/// One thing asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Whether the article must not have it.
    pub not: bool,
    /// Where it must stand.
    pub field: Field,
    /// As typed, without quotes and the field's name.
    pub text: String,
    /// Whether it stood in quotes.
    pub phrase: bool,
    /// As searched.
    pub(super) folded: String,
}

/// Where a term must stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// Anywhere in the article.
    Text,
    /// In the headline, the line above or the lines below it.
    Title,
    /// In the byline.
    Byline,
    /// In the source.
    Source,
    /// In the rubric.
    Label,
    /// In a name of an entity of this kind that the article mentions.
    Named(Kind),
    /// The article's day, from and to, both inclusive, as ISO 8601 as far as given; an empty end is open.
    Date {
        /// `2026`, `2026-05` or `2026-05-20`.
        from: String,
        /// Likewise.
        to: String,
    },
}

impl Field {
    /// The names a field has in a query, folded when they are compared; the first is the one to show. Both scripts
    /// stand here, since an edition in which no 標 occurs cannot tell that 标 is one.
    const NAMES: [(Self, &'static [&'static str]); 8] = [
        (Self::Title, &["title", "標題", "标题"]),
        (Self::Byline, &["by", "author", "作者"]),
        (Self::Source, &["source", "來源", "来源"]),
        (Self::Label, &["label", "標籤", "标签"]),
        (Self::Named(Kind::Person), &["person", "人物"]),
        (Self::Named(Kind::Place), &["place", "地點", "地点"]),
        (Self::Named(Kind::Organisation), &["org", "機構", "机构"]),
        (Self::Named(Kind::Work), &["work", "作品"]),
    ];
    const DATE: [&'static str; 2] = ["date", "日期"];

    /// The field's name in a query; nothing for [`Field::Text`].
    #[must_use]
    pub fn name(&self) -> Option<&'static str> {
        match self {
            Self::Date { .. } => Some("date"),
            _ => Self::NAMES.iter().find(|(field, _)| field == self)?.1.first().copied(),
        }
    }

    /// The field that `name` and a value mean, if they mean one.
    pub(super) fn meant(name: &str, value: &str) -> Option<Self> {
        if value.is_empty() {
            return None;
        }
        let name = fold(name).text;
        let is = |other: &&str| fold(other).text == name;
        if Self::DATE.iter().any(&is) {
            return dates(value).map(|(from, to)| Self::Date { from, to });
        }
        Self::NAMES.iter().find(|(_, names)| names.iter().any(&is)).map(|(field, _)| field.clone())
    }
}

impl Query {
    /// Understands what was typed; any text is a query.
    ///
    /// - Words apart by white space must all be there; each is a substring.
    /// - `"…"`, straight or curly, is one string with its spaces and signs; unclosed, it goes to the end.
    /// - `-x` must not be there. `a OR b` is either; it binds closer than a space.
    /// - `title:x` and the like, with `:` or `：`, look in one field. An unknown field, a field without a
    ///   value and a date that is none are plain words.
    ///
    /// ```
    /// use newsprint::search::Query;
    /// assert_eq!(Query::parse("標題：天氣 -“大雨 警告” a OR b").to_string(), r#"title:天氣 -"大雨 警告" a OR b"#);
    /// ```
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        let typed = meant(typed);
        let mut query = Self::default();
        let (mut rest, mut or) = (typed.trim_start(), false);
        while !rest.is_empty() {
            let (token, after) = Token::first(rest);
            let dangling = or || query.clauses.is_empty();
            if token.is_or() && !dangling {
                or = true;
            } else if let Some(term) = token.term() {
                query.add(term, std::mem::take(&mut or));
            }
            rest = after.trim_start();
        }
        query.settle();
        query
    }

    /// What was understood: every clause must hold.
    #[must_use]
    pub fn understood(&self) -> &[Clause] {
        &self.clauses
    }

    /// How many terms are not searched for, since the query has too many.
    #[must_use]
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// Whether nothing is asked; every article answers that.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// What was typed, with another word wherever `word` is asked for by itself.
    ///
    /// ```
    /// use newsprint::search::Query;
    /// assert_eq!(Query::with_another("tide tides -tide", "tide", "tie"), "tie tides -tide");
    /// ```
    #[must_use]
    pub fn with_another(typed: &str, word: &str, other: &str) -> String {
        let typed = meant(typed);
        let mut rest = typed.trim_start();
        let mut with = String::new();
        while !rest.is_empty() {
            let (token, after) = Token::first(rest);
            let next = after.trim_start();
            let (whole, _) = rest.split_at(rest.len() - next.len());
            with.push_str(&if token.is(word) { whole.replace(word, other) } else { whole.into() });
            rest = next;
        }
        with
    }

    fn add(&mut self, term: Term, or: bool) {
        if !or {
            self.settle();
        }
        if self.clauses.iter().map(|clause| clause.any.len()).sum::<usize>() >= MAX_TERMS {
            self.left_out += 1;
            return;
        }
        match self.clauses.last_mut() {
            Some(last) if or && last.any.contains(&term) => {}
            Some(last) if or => last.any.push(term),
            _ => self.clauses.push(Clause { any: vec![term] }),
        }
    }

    /// Forgets the last clause, now that it is whole, where it says what one before it said.
    fn settle(&mut self) {
        if let Some((last, before)) = self.clauses.split_last()
            && before.contains(last)
        {
            self.clauses.pop();
        }
    }
}

impl std::fmt::Display for Query {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (index, clause) in self.clauses.iter().enumerate() {
            f.write_str(if index > 0 { " " } else { "" })?;
            for (index, term) in clause.any.iter().enumerate() {
                f.write_str(if index > 0 { " OR " } else { "" })?;
                write!(f, "{term}")?;
            }
        }
        Ok(())
    }
}

impl std::fmt::Display for Term {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let quote = if self.phrase { "\"" } else { "" };
        f.write_str(if self.not { "-" } else { "" })?;
        if let Some(name) = self.field.name() {
            write!(f, "{name}:")?;
        }
        write!(f, "{quote}{}{quote}", self.text)
    }
}

/// The days meant: `2026`, `2026-05`, `2026-05-20`, also with `/`, `.` or 年月日; `from..to`, either end open.
fn dates(value: &str) -> Option<(String, String)> {
    let value = fold(value).text;
    let (from, to) =
        value.split_once("..").or_else(|| value.split_once('~')).unwrap_or((&value, &value));
    let from = if from.is_empty() { String::new() } else { date(from)? };
    let to = if to.is_empty() { String::new() } else { date(to)? };
    (!from.is_empty() || !to.is_empty()).then_some((from, to))
}

fn date(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches(['年', '月', '日', '號']);
    let mut numbers = text.split(['-', '/', '.', '年', '月']);
    let digits = |text: &str, most: u32| {
        let number: u32 = text.trim().parse().ok()?;
        (1..=most).contains(&number).then_some(number)
    };
    let mut date = format!("{:04}", digits(numbers.next()?, 9999)?);
    for most in [12, 31] {
        if let Some(number) = numbers.next() {
            date = format!("{date}-{:02}", digits(number, most)?);
        }
    }
    numbers.next().is_none().then_some(date)
}
