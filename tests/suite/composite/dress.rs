//! What newspapers put around a text: bylines, rubrics, captions, furniture. In many forms, so that no one of them decides.

use super::chance::Chance;

const SURNAMES: &str = "陳林黃張李王吳劉蔡楊許鄭謝郭洪邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾彭游詹胡施沈余趙盧梁顏柯孫魏翁戴";
const GIVEN: &str =
    "志明俊傑建宏家豪淑芬美玲雅婷怡君宗翰承恩冠宇品妤詩涵子晴宥廷思穎若蘭照庭望舒曉東文華國棟";

const RUBRICS: [&str; 12] = [
    "特寫",
    "專家解讀",
    "社評",
    "【焦點】",
    "新聞分析",
    "專訪",
    "記者手記",
    "■ 觀點",
    "〈短評〉",
    "話你知",
    "［特稿］",
    "時評",
];

const BYLINES: [&str; 22] = [
    "●本報記者 {}",
    "■本報記者{}",
    "【本報記者{}台北報導】",
    "記者{}／台中報導",
    "〔記者{}／高雄報導〕",
    "（中央社記者{}台北5日電）",
    "文／{}",
    "撰文：{}",
    "文：{} 圖：{}",
    "文、圖／記者{}",
    "特約記者 {}",
    "【記者 {} 報道】",
    "本報駐京記者 {}",
    "［記者{}綜合報導］",
    "採訪、撰文：{}",
    "本報記者 {} 實習記者 {}",
    "●香港文匯報記者 {} 北京報道",
    "◎記者{}",
    "記者 {} 台北報導",
    "作者：{}",
    "【本報綜合報道】",
    "撰文 | {}",
];

const ENGLISH_BYLINES: [&str; 8] = [
    "By {}",
    "BY {}",
    "By {} and {}",
    "By {}, Staff Reporter",
    "By {} in London",
    "Reporting by {}",
    "Words: {}",
    "Story by {}",
];

const NAMES: [&str; 10] = [
    "Jane Doe",
    "Peter Lam",
    "Anna K. Ruiz",
    "Tom O’Hara",
    "Mei-ling Chow",
    "R. J. Walsh",
    "Ines de la Cruz",
    "Omar Haddad",
    "Lucy van Dijk",
    "Grace Ho",
];

const FURNITURE: [&str; 26] = [
    "分享",
    "掃碼閱全文",
    "廣告",
    "A4 要聞",
    "第3頁",
    "Facebook Twitter LINE",
    "責任編輯：{}",
    "版權所有 不得轉載",
    "下載App看更多新聞",
    "更新時間：2026-05-20 10:30",
    "上一篇　下一篇",
    "掃描二維碼觀看影片",
    "訂閱電子報",
    "按讚　留言　分享",
    "字級：小　中　大",
    "點我看更多",
    "回首頁",
    "瀏覽人次：1234",
    "下轉A5版",
    "※ 本網站內容未經授權請勿轉載",
    "▼ 繼續閱讀 ▼",
    "#總統府 #外交 #國際",
    "編輯：{} 美編：{}",
    "圖文包",
    "收藏本文",
    "加入LINE好友",
];

const ENGLISH_FURNITURE: [&str; 12] = [
    "Advertisement",
    "Share this article",
    "Read more",
    "Sign up for our newsletter",
    "Page 3 of 12",
    "Facebook Twitter Email",
    "© 2026 Harbour Times. All rights reserved.",
    "Continued on Page 7",
    "Most read",
    "Print this page",
    "5 min read",
    "Follow us on X",
];

const CAPTIONS: [&str; 9] = [
    "▲{}。（{n}攝）",
    "圖為{}。 本報記者 {n} 攝",
    "{}。（總統府提供）",
    "圖：{}",
    "▲ {}。圖／{n}",
    "{}。記者{n}／攝影",
    "●{}。（資料圖片）",
    "（圖／市政府提供）",
    "上圖：{}。（記者{n}攝）",
];

/// A person's name in Chinese.
pub(super) fn name(chance: &mut Chance) -> String {
    let pick = |chance: &mut Chance, from: &str| {
        let all: Vec<char> = from.chars().collect();
        all[chance.below(all.len())]
    };
    let given = if chance.percent(90) { 2 } else { 1 };
    let mut name = String::from(pick(chance, SURNAMES));
    (0..given).for_each(|_| name.push(pick(chance, GIVEN)));
    name
}

/// A form with a name in each gap.
fn filled(chance: &mut Chance, form: &str, gap: &str, english: bool) -> String {
    let mut text = form.to_owned();
    while text.contains(gap) {
        let name = if english { chance.one_of(&NAMES).to_owned() } else { name(chance) };
        text = text.replacen(gap, &name, 1);
    }
    text
}

pub(super) fn rubric(chance: &mut Chance) -> String {
    chance.one_of(&RUBRICS).to_owned()
}

pub(super) fn byline(chance: &mut Chance, english: bool) -> String {
    let form = if english { chance.one_of(&ENGLISH_BYLINES) } else { chance.one_of(&BYLINES) };
    filled(chance, form, "{}", english)
}

pub(super) fn furniture(chance: &mut Chance, english: bool) -> String {
    let form = if english { chance.one_of(&ENGLISH_FURNITURE) } else { chance.one_of(&FURNITURE) };
    filled(chance, form, "{}", english)
}

pub(super) fn caption(chance: &mut Chance, shown: &str, english: bool) -> String {
    if english {
        let credit = chance.one_of(&["Reuters", "AFP", "Handout"]);
        return format!("Pictured: {shown}. Photo: {credit}");
    }
    let form = chance.one_of(&CAPTIONS).replace("{}", shown);
    filled(chance, &form, "{n}", false)
}
