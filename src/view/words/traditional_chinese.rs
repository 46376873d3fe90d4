//! 繁體中文。

use super::{Words, between, grouped, join, parts};
use crate::model::Kind;
use crate::search::Field;

pub(super) const WORDS: Words = Words {
    tag: "zh-Hant",
    name: "繁體中文",
    short: "中",

    skip: "跳到正文",
    stories: "文章",
    search: "搜尋",
    outline: "大綱",
    entities: "人物與名詞",
    kinds: "標示",
    filters: "篩選",
    tools: "工具",
    close: "關閉",
    more: "更多",
    more_stories: |n| join(&["再列出 ", &grouped(n), " 篇"]),
    full_version: "開啟完整版",

    theme_auto: "外觀：跟隨系統",
    theme_light: "外觀：淺色",
    theme_dark: "外觀：深色",
    turn_to: "改用繁體中文",
    marks_kinds: "標示：分類",
    marks_book: "標示：專名號、書名號",
    marks_off: "標示：無",
    print: "列印",
    help: "說明",

    search_hint: "搜尋文章",
    clear_search: "清除搜尋",
    search_help: "搜尋方法",
    previous_hit: "上一處",
    next_hit: "下一處",
    found: |articles, places| join(&[&grouped(articles), " 篇 · ", &grouped(places), " 處"]),
    showing: |shown, all| {
        if shown == all {
            join(&[&grouped(all), " 篇"])
        } else {
            join(&[&grouped(all), " 篇中的 ", &grouped(shown), " 篇"])
        }
    },
    hit_of: |nth, all| join(&[&grouped(nth), " / ", &grouped(all)]),
    understood: "理解為：",
    field: |field| match field {
        Field::Title => "標題",
        Field::Byline => "作者",
        Field::Source => "來源",
        Field::Label => "欄目",
        Field::Named(Kind::Person) => "人物",
        Field::Named(Kind::Place) => "地方",
        Field::Named(Kind::Organisation) => "機構",
        Field::Named(Kind::Work) => "作品",
        Field::Date { .. } => "日期",
        Field::Text | Field::Named(_) => "",
    },
    not: "不含",
    or: "或",
    quoted: |text| join(&["「", text, "」"]),
    nothing_found: "沒有文章含有這些字。",
    nothing_filtered: "沒有文章同時符合這些條件。",
    did_you_mean: "是不是要找：",
    search_failed: "搜尋未能完成。",
    loose: "沒有一篇全部都有；以下各篇有其中最多。",
    load_lists: "人物、地點與其他名稱",
    lists_failed: "清單載入不了。",
    retry: "再試一次",

    label: "欄目",
    source: "來源",
    date: "日期",
    from: "由",
    to: "至",
    clear_all: "全部清除",
    take_back: |what| join(&["取消篩選：", what]),
    take_last_back: "取消最後一項條件",
    days: |from, to| match (from, to) {
        (Some(from), Some(to)) if from == to => day(from),
        (Some(from), Some(to)) => join(&[&day(from), "至", &until(from, to)]),
        (Some(from), None) => join(&["由", &day(from), "起"]),
        (None, to) => join(&["至", &day(to.unwrap_or_default())]),
    },

    articles: |n| join(&[&grouped(n), " 篇"]),
    places: |n| join(&[&grouped(n), " 處"]),
    mentions: |n| join(&[&grouped(n), " 次"]),
    length: |n, _| join(&[&grouped(n), " 字"]),
    day,
    minutes: |n| join(&["約 ", &grouped(n), " 分鐘"]),

    untitled: "（無題）",
    fold_all: "全部收起",
    unfold_all: "全部展開",
    permalink: "此段連結",
    picture: "圖片",
    set_aside: "未排入正文的字句",
    previous_article: "上一篇",
    next_article: "下一篇",
    cite: "複製引文",
    cited: |it| {
        let day = if it.day.is_empty() { String::new() } else { day(it.day) };
        join(&[
            &between("「", it.quote, "」\n"),
            &between("", it.author, "："),
            &between("〈", it.title, "〉"),
            &between("，", it.source, ""),
            &between("，", &day, ""),
            &between("。", it.address, ""),
        ])
    },
    article_loading: "正在載入文章…",
    article_failed: "這篇文章未能載入。",
    no_such_article: "這裏沒有連結所指的文章。",

    atlas: "索引、關係、時間",
    company: "常與之同見",
    correct: "更正",
    find_entity: "尋找名稱",
    no_entities: "沒有符合的名稱。",
    also: "又稱",
    only_these: "只看提及的文章",
    show_all_again: "恢復顯示所有文章",
    kind: |kind| {
        Some(match kind {
            Kind::Person => "人物",
            Kind::Place => "地方",
            Kind::Organisation => "機構",
            Kind::Work => "作品",
            Kind::Event => "事件",
            Kind::Date => "日期",
            Kind::Quantity => "數量",
            Kind::Other(_) => return None,
        })
    },

    keys: "鍵盤",
    key_list: &[
        ("/", "跳到搜尋框（亦可用 Ctrl K 或 ⌘ K）"),
        ("Enter", "下一處（在搜尋框內）"),
        ("Shift Enter", "上一處（在搜尋框內）"),
        ("Esc", "清除搜尋，再按一次離開搜尋框"),
        ("[ ]", "上一篇、下一篇"),
        ("j k", "下一段、上一段"),
        ("e", "下一個標示的名詞"),
        ("o", "大綱"),
        ("n", "名稱索引，再按返回"),
        ("?", "這份說明"),
    ],
    single_keys: "使用單鍵快速鍵",
    syntax: "搜尋方法",
    syntax_list: &[
        ("海堤 工程", "兩個詞都有"),
        ("\"海堤 工程\"", "連空格標點一字不差"),
        ("-工程", "沒有這個詞"),
        ("海堤 OR 碼頭", "有其中一個"),
        ("標題:海堤", "只找標題；亦可用 作者: 來源: 標籤: 人物: 地點: 機構: 作品:"),
        ("日期:2026-05..2026-06", "這段日期內"),
    ],

    wrong: "閱讀工具未能啟動",
    no_pack: "這一頁沒有附上文章。請作者重新建立網站。",
    other_version: "文章與閱讀工具的版本不同。請重新載入。如仍不行，請作者重新建立網站。",
    damaged: "文章損壞，可能下載不全。請重新載入。",
    broken: "閱讀工具發生錯誤，已經停下。請重新載入。",
    still_readable: "下面的文章仍可閱讀。",
    reload: "重新載入",
    dismiss: "知道了",
};

fn day(iso: &str) -> String {
    match parts(iso) {
        (year, Some(month), Some(day)) => join(&[year, "年", month, "月", day, "日"]),
        (year, Some(month), None) => join(&[year, "年", month, "月"]),
        (year, ..) => join(&[year, "年"]),
    }
}

/// The end of a time, without the year and the month that it has from the beginning.
fn until(from: &str, to: &str) -> String {
    match (parts(from), parts(to)) {
        ((year, Some(month), Some(_)), (last, Some(same), Some(day)))
            if (year, month) == (last, same) =>
        {
            join(&[day, "日"])
        }
        ((year, Some(_), _), (last, Some(month), Some(day))) if year == last => {
            join(&[month, "月", day, "日"])
        }
        _ => day(to),
    }
}
