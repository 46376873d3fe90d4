//! Events by name: 「中日文化年」, 第九屆亞洲論壇.

use std::sync::LazyLock;

use regex::Regex;

use super::super::candidate::Candidate;
use super::super::line::Line;
use super::super::words::Words;
use super::compound;
use crate::model::Kind;

/// What the name of an event in quotation marks ends in.
const QUOTED: [&str; 34] = [
    "年",
    "节",
    "展",
    "展览",
    "博览会",
    "论坛",
    "峰会",
    "锦标赛",
    "邀请赛",
    "公开赛",
    "联赛",
    "大赛",
    "比赛",
    "赛",
    "杯",
    "运动会",
    "音乐会",
    "演唱会",
    "嘉年华",
    "文化周",
    "电影周",
    "活动周",
    "文化月",
    "大会",
    "年会",
    "研讨会",
    "拉松",
    "演习",
    "军演",
    "行动",
    "革命",
    "事件",
    "运动",
    "战争",
];

/// Words that a slogan has and a name has not.
static SLOGAN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new("[的了是这那我你他着不也都，。！？：；、]|[0-9一二三四五六七八九十两几多]年").ok()
});

/// Names that need no quotation marks: an edition's number, or a state's or city's name in front.
static NUMBERED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        "第[0-9〇一二三四五六七八九十百]{1,4}[届屆][\\p{Han}]{0,12}?(?:运动会|奥运会|亚运会|电影节|艺术节|音乐节|文化节|博览会|论坛|峰会|锦标赛|书展|展览会|交易会|大会|年会)",
    )
    .ok()
});

/// Endings of events that stand after the name of a place.
static ENDINGS: LazyLock<Words> = LazyLock::new(|| {
    Words::parse(
        "電影節 音樂節 藝術節 文化節 美食節 書展 車展 航展 博覽會 論壇 峰會 馬拉松 錦標賽 公開賽 雙年展 戰爭 戰役 事變 大屠殺 起義 大地震 地震 \
         空難 海嘯 大選 總統選舉 內戰 交易會 和平會議",
    )
});

/// Quoted names, numbered editions, and names that end as events do.
pub(crate) fn find(line: &Line, known: &[Candidate], found: &mut Vec<Candidate>) {
    quoted(line, found);
    if let Some(numbered) = NUMBERED.as_ref() {
        for hit in numbered.find_iter(&line.plain) {
            let range = line.index(hit.start())..line.index(hit.end());
            found.push(Candidate::new(range, Kind::Event, 75, "numbered event"));
        }
    }
    for (start, end) in compound::after_places(line, known, &ENDINGS, 6) {
        found.push(Candidate::new(start..end, Kind::Event, 66, "event's ending"));
    }
}

fn quoted(line: &Line, found: &mut Vec<Candidate>) {
    let mut open = None;
    for (index, c) in line.folded.iter().enumerate() {
        match (c, open) {
            ('「' | '“' | '『', _) => open = Some(index),
            ('」' | '”' | '』', Some(start)) => {
                open = None;
                let name = line.folded(start + 1, index);
                let length = index - start - 1;
                let slogan = SLOGAN.as_ref().is_none_or(|slogan| slogan.is_match(name));
                let ending = QUOTED.iter().find(|ending| name.ends_with(*ending));
                let content = ending.map_or(0, |ending| length - ending.chars().count());
                if content >= 2 && length <= 16 && !slogan {
                    found.push(Candidate::new(start..index + 1, Kind::Event, 80, "quoted event"));
                }
            }
            _ => {}
        }
    }
}
