//! What authors and programs call the fields of an article.

/// Names under which the text of an article stands, the likeliest first. In an export that has a text twice, once for
/// machines, the one with its paragraphs marked comes before.
const TEXTS: [&str; 17] = [
    "text",
    "body",
    "content",
    "article",
    "articlebody",
    "contenthtml",
    "bodyhtml",
    "html",
    "contenttext",
    "bodytext",
    "fulltext",
    "plaintext",
    "內容",
    "内容",
    "內文",
    "正文",
    "全文",
];

/// The other names, and the field that each stands for: those of our own, of front matter, of JSON Feed and schema.org, of what
/// common systems export, and Chinese ones. Written as [`normal`] has them.
const NAMES: [(&str, &str); 54] = [
    ("id", "id"),
    ("slug", "id"),
    ("guid", "id"),
    ("編號", "id"),
    ("编号", "id"),
    ("title", "title"),
    ("headline", "title"),
    ("name", "title"),
    ("標題", "title"),
    ("标题", "title"),
    ("題目", "title"),
    ("题目", "title"),
    ("kicker", "kicker"),
    ("deck", "deck"),
    ("subtitle", "deck"),
    ("subheadline", "deck"),
    ("standfirst", "deck"),
    ("副標題", "deck"),
    ("副标题", "deck"),
    ("label", "label"),
    ("rubric", "label"),
    ("category", "label"),
    ("section", "label"),
    ("標籤", "label"),
    ("标签", "label"),
    ("欄目", "label"),
    ("栏目", "label"),
    ("byline", "byline"),
    ("author", "byline"),
    ("authors", "byline"),
    ("creator", "byline"),
    ("作者", "byline"),
    ("記者", "byline"),
    ("记者", "byline"),
    ("source", "source"),
    ("publisher", "source"),
    ("來源", "source"),
    ("来源", "source"),
    ("date", "date"),
    ("published", "date"),
    ("publishedat", "date"),
    ("publishedon", "date"),
    ("publishdate", "date"),
    ("datepublished", "date"),
    ("pubdate", "date"),
    ("日期", "date"),
    ("發布日期", "date"),
    ("发布日期", "date"),
    ("時間", "date"),
    ("时间", "date"),
    ("language", "language"),
    ("lang", "language"),
    ("inlanguage", "language"),
    ("語言", "language"),
];

/// A name in lower case, without what stands between its words: `published_at`, `publishedAt` and `Published At` are one.
pub(super) fn normal(name: &str) -> String {
    let is_mark = |c: char| matches!(c, '_' | '-' | ' ');
    name.chars().filter(|c| !is_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// The field of an article that a name stands for, by the name that `Given` has for it, or `text`.
pub(super) fn field(name: &str) -> Option<&'static str> {
    let name = normal(name);
    if TEXTS.contains(&name.as_str()) {
        return Some("text");
    }
    NAMES.iter().find(|(theirs, _)| *theirs == name).map(|(_, ours)| *ours)
}

/// The likeliest of these names to be that of a text.
pub(super) fn text<'a>(names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let rank = |name: &str| TEXTS.iter().position(|text| *text == normal(name));
    names
        .filter_map(|name| Some((rank(name)?, name)))
        .min_by_key(|(rank, _)| *rank)
        .map(|(_, name)| name)
}
