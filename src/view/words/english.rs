//! English.

use super::{Words, between, grouped, join, parts};
use crate::model::{Kind, sets_no_spaces};
use crate::search::Field;

pub(super) const WORDS: Words = Words {
    tag: "en",
    name: "English",
    short: "EN",

    skip: "Skip to the text",
    stories: "Stories",
    search: "Search",
    outline: "Outline",
    entities: "Names",
    kinds: "Marks",
    filters: "Filters",
    tools: "Tools",
    close: "Close",
    more: "More",
    more_stories: |n| join(&["List ", &grouped(n), " more"]),
    full_version: "Open the full version",

    theme_auto: "Theme: as the system",
    theme_light: "Theme: light",
    theme_dark: "Theme: dark",
    turn_to: "Turn to English",
    marks_kinds: "Marks: by kind",
    marks_book: "Marks: as in books",
    marks_off: "Marks: none",
    print: "Print",
    help: "Help",

    search_hint: "Search stories",
    clear_search: "Clear the search",
    search_help: "How to search",
    previous_hit: "Previous place",
    next_hit: "Next place",
    found: |articles, places| join(&[&stories(articles), " · ", &places_(places)]),
    showing: |shown, all| {
        if shown == all { stories(all) } else { join(&[&grouped(shown), " of ", &stories(all)]) }
    },
    hit_of: |nth, all| join(&[&grouped(nth), " of ", &grouped(all)]),
    understood: "Understood as: ",
    field: |field| match field {
        Field::Title => "in the headline ",
        Field::Byline => "by ",
        Field::Source => "from ",
        Field::Label => "rubric ",
        Field::Named(Kind::Person) => "person ",
        Field::Named(Kind::Place) => "place ",
        Field::Named(Kind::Organisation) => "organisation ",
        Field::Named(Kind::Work) => "work ",
        Field::Date { .. } => "dated ",
        Field::Text | Field::Named(_) => "",
    },
    not: "not ",
    or: " or ",
    quoted: |text| join(&["“", text, "”"]),
    nothing_found: "No story holds these words.",
    nothing_filtered: "No story meets all of these conditions.",
    did_you_mean: "Did you mean:",
    search_failed: "The search could not be finished.",
    loose: "No story has all of this; these have the most of it.",
    load_lists: "People, places and other names",
    lists_failed: "The list could not be loaded.",
    retry: "Try again",

    label: "Rubric",
    source: "Source",
    date: "Date",
    from: "From",
    to: "To",
    clear_all: "Clear all",
    take_back: |what| join(&["Take back: ", what]),
    take_last_back: "Take the last condition back",
    days: |from, to| match (from, to) {
        (Some(from), Some(to)) if from == to => day(from),
        (Some(from), Some(to)) => join(&[&day(from), " to ", &day(to)]),
        (Some(from), None) => join(&["from ", &day(from)]),
        (None, to) => join(&["to ", &day(to.unwrap_or_default())]),
    },

    articles: stories,
    places: places_,
    mentions: |n| counted(n, "mention", "mentions"),
    length: |n, language| {
        let (one, many) =
            if sets_no_spaces(language) { ("character", "characters") } else { ("word", "words") };
        counted(n, one, many)
    },
    day,
    minutes: |n| join(&[&grouped(n), " min"]),

    untitled: "(untitled)",
    fold_all: "Fold all",
    unfold_all: "Unfold all",
    permalink: "Link to this paragraph",
    picture: "Picture",
    set_aside: "Set aside from the text",
    previous_article: "Previous story",
    next_article: "Next story",
    cite: "Copy citation",
    cited: |it| {
        let day = if it.day.is_empty() { String::new() } else { day(it.day) };
        join(&[
            &between("“", it.quote, "”\n"),
            &between("", it.author, ", "),
            &between("“", it.title, "”"),
            &between(", ", it.source, ""),
            &between(", ", &day, ""),
            &between(". ", it.address, ""),
        ])
    },
    article_loading: "The story is loading…",
    article_failed: "This story could not be loaded.",
    no_such_article: "The story that the link names is not here.",

    atlas: "Index, relations, timeline",
    company: "Mentioned together with",
    correct: "Correct this",
    find_entity: "Find a name",
    no_entities: "No name matches.",
    also: "Also",
    only_these: "Only stories that mention this",
    show_all_again: "Show all stories again",
    kind: |kind| {
        Some(match kind {
            Kind::Person => "People",
            Kind::Place => "Places",
            Kind::Organisation => "Organisations",
            Kind::Work => "Works",
            Kind::Event => "Events",
            Kind::Date => "Dates",
            Kind::Quantity => "Quantities",
            Kind::Other(_) => return None,
        })
    },

    keys: "Keys",
    key_list: &[
        ("/", "go to the search box (also Ctrl K or ⌘ K)"),
        ("Enter", "next place, in the search box"),
        ("Shift Enter", "previous place, in the search box"),
        ("Esc", "clear the search; once more to leave the box"),
        ("[ ]", "previous story, next story"),
        ("j k", "next paragraph, previous paragraph"),
        ("e", "next name that is marked"),
        ("o", "outline"),
        ("n", "index of names, and back"),
        ("?", "this help"),
    ],
    single_keys: "Use the single-letter keys",
    syntax: "How to search",
    syntax_list: &[
        ("sea wall", "both words"),
        ("\"sea wall\"", "exactly this, spaces and punctuation too"),
        ("-wall", "not this word"),
        ("wall OR pier", "either word"),
        ("title:wall", "in headlines only; also by: source: label: person: place: org: work:"),
        ("date:2026-05..2026-06", "within these days"),
    ],

    wrong: "The reading tools could not start",
    no_pack: "This page came without its stories. Its author has to build the site again.",
    other_version: "The stories and the reading tools are of two versions. Reload the page. If that does not help, its author has to build the site again.",
    damaged: "The stories came damaged. Reload the page.",
    broken: "The reading tools met an error and stopped. Reload the page.",
    still_readable: "The stories below can still be read.",
    reload: "Reload",
    dismiss: "Dismiss",
};

fn counted(number: usize, one: &str, many: &str) -> String {
    join(&[&grouped(number), "\u{a0}", if number == 1 { one } else { many }])
}

fn stories(number: usize) -> String {
    counted(number, "story", "stories")
}

fn places_(number: usize) -> String {
    counted(number, "place", "places")
}

/// Short, since a day stands in narrow lists.
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn day(iso: &str) -> String {
    let (year, month, day) = parts(iso);
    let number = month.and_then(|month| month.parse::<usize>().ok()?.checked_sub(1));
    let name = number.and_then(|number| MONTHS.get(number));
    match (name, day) {
        (Some(month), Some(day)) => join(&[day, " ", month, " ", year]),
        (Some(month), None) => join(&[month, " ", year]),
        (None, _) => iso.to_owned(),
    }
}
