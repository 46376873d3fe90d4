//! What a page prints for its own use.

use super::lexicon::{List, phrases};
use super::shape::{Shape, is_comma, stops};
use super::{day, turns};

/// What the page prints for its own use: an invitation to scan, a share bar, a page number.
pub(super) fn is_furniture(text: &str) -> bool {
    if text.chars().nth(120).is_some() {
        return false;
    }
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric() && c != '©');
    if phrases(List::Furniture).has(bare) || phrases(List::Related).has(bare) {
        return true;
    }
    let ended = text.ends_with(['。', '，']);
    begins_as_furniture(text) && !ended && Shape::of(text).size <= 40
        || is_share_bar(text)
        || !text.ends_with(['.', '。']) && is_page_number(bare)
        || is_page_head(text)
        || is_turned(text)
        || leads_on(text)
        || is_masthead(text)
        || is_tags(text)
        || is_path(text)
        || is_menu(text)
}

/// Whether a line begins with what begins nothing else, or with a word of more uses and what tells which of them is meant:
/// to scan a code is furniture, to scan a city's trees is news.
fn begins_as_furniture(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©');
    let after = |list: List| phrases(list).start_of(text).and_then(|begun| text.get(begun.len()..));
    phrases(List::FurnitureBeginnings).start_of(text).is_some()
        || after(List::Invitations)
            .is_some_and(|rest| rest.is_empty() || phrases(List::Invited).within(rest))
        || after(List::Staff).is_some_and(names)
        || ["更多", "其他"].iter().any(|more| {
            let rest = text.strip_prefix(more).unwrap_or_default();
            ["請瀏覽", "请浏览", "請看", "请看", "請上", "請到", "請見", "請關注", "请关注"]
                .iter()
                .any(|invited| rest.contains(invited))
        })
        || after(List::Counters).is_some_and(|rest| {
            rest.trim_start_matches(is_gap).starts_with(|c: char| c.is_ascii_digit())
        })
}

/// Whether this stands between a word and what is told by it: 校對：, 閱讀量｜.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || "：:︰／/｜|".contains(c)
}

/// Whether what follows a word for those who make pages is names: behind a sign, of a few characters each, or one at once.
fn names(rest: &str) -> bool {
    let bare = rest.trim_start_matches(is_gap);
    let gap = rest.get(..rest.len() - bare.len()).unwrap_or_default();
    let size = bare.chars().count();
    let short = bare.split_whitespace().all(|word| word.chars().count() <= 4);
    match gap.trim() {
        "" if gap.is_empty() => (2..=3).contains(&size) && bare.chars().all(char::is_alphanumeric),
        "" => short && size > 1,
        _ => (1..=24).contains(&size),
    }
}

/// Names of services in a row.
fn is_share_bar(text: &str) -> bool {
    let parts = |c: char| {
        c.is_whitespace() || matches!(c, '|' | '｜' | '/' | '／' | '·' | '•' | '、' | '：' | ':')
    };
    let mut words = text.split(parts).filter(|word| !word.is_empty());
    let is_service = |word: &str| phrases(List::Furniture).has(word);
    words.next().is_some_and(is_service)
        && words.next().is_some_and(is_service)
        && words.all(is_service)
}

/// Where a site leads to, in a row: most of the words are what menus have.
pub(super) fn is_menu(text: &str) -> bool {
    let signs = |c: char| matches!(c, '\t' | '|' | '｜');
    let words: Vec<&str> = if text.contains(signs) || text.contains("  ") {
        let steps = text.split(signs).flat_map(|step| step.split("  "));
        steps.map(str::trim).filter(|step| !step.is_empty()).collect()
    } else {
        text.split_whitespace().collect()
    };
    let known = words.iter().filter(|word| phrases(List::Menu).has(word)).count();
    // Two words of a sentence may be such by chance.
    let parted = text.contains(signs) && known == words.len();
    known * 3 >= words.len() * 2 && (known > 2 || known == 2 && parted)
}

/// `A2`, `A4 港聞`, `第3頁`, `3/12`, `- 5 -`, `Page 3 of 5`.
fn is_page_number(text: &str) -> bool {
    let count = text.chars().count();
    if count == 0 || count > 16 {
        return false;
    }
    let digits = |part: &str| {
        (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let framed = ["第", "Page ", "page ", "p. "].iter().find_map(|start| text.strip_prefix(start));
    let han = |part: &str| {
        let digit = |c: char| "一二三四五六七八九十".contains(c);
        let number = part.strip_prefix('第').and_then(|rest| rest.strip_suffix(['頁', '版', '页']));
        number.is_some_and(|number| number.chars().count() <= 3 && number.chars().all(digit))
    };
    let counted = framed.map(|rest| rest.trim_end_matches(['頁', '版', '页']));
    // The page's name beside its number has no more than a few characters.
    let named = text.split_once(char::is_whitespace).filter(|(_, name)| name.chars().count() <= 6);
    let number = named.map_or(text, |(number, _)| number);
    let sheet = number.trim_end_matches('版').strip_prefix(|c: char| c.is_ascii_uppercase());
    let of =
        text.split_once('/').is_some_and(|(page, all)| digits(page.trim()) && digits(all.trim()));
    counted.is_some_and(|rest| rest.split(" of ").all(digits))
        || han(number)
        || sheet.is_some_and(|rest| digits(rest.trim_start_matches('-')))
        || of
        || digits(text)
}

/// Words behind signs by which sites sort their articles: `#港口 #潮水`.
fn is_tags(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let is_tag =
        |word: &str| word.strip_prefix(['#', '＃']).is_some_and(|name| name.chars().count() > 1);
    words.all(is_tag) && text.chars().nth(80).is_none()
}

/// Where a site keeps a page: `首頁 > 新聞 > 社會`.
fn is_path(text: &str) -> bool {
    let signs = ['>', '＞', '›', '»'];
    let is_step = |step: &str| {
        let count = step.trim().chars().count();
        (1..=12).contains(&count) && !step.contains(|c| stops(c) || is_comma(c))
    };
    let home = ["首頁", "首页", "主頁", "主页", "Home"];
    let mut steps = text.split(signs);
    let first = steps.next().unwrap_or_default().trim();
    text.contains(signs)
        && (home.contains(&first) || text.matches(signs).count() > 1)
        && is_step(first)
        && steps.all(is_step)
}

/// The paper's name at one side of the page, the day at the other.
fn is_masthead(text: &str) -> bool {
    const SPACE: [&str; 4] = ["   ", "\t", "　　", " | "];
    let Some(space) = SPACE.into_iter().find(|space| text.contains(space)) else { return false };
    let sides: Vec<&str> =
        text.split(space).map(str::trim).filter(|side| !side.is_empty()).collect();
    let days = sides.iter().filter(|side| day::is_day(side)).count();
    (2..=3).contains(&sides.len())
        && days == 1
        && sides.iter().all(|side| side.chars().count() <= 32)
}

/// The number of a page as one word, `A4版` or `第3版`, without what it is counted in.
fn sheet(word: &str) -> Option<String> {
    let bare = word.trim_start_matches('第').trim_end_matches(['版', '頁', '页']);
    let number = bare.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let letters = bare.len() - number.len();
    let number = number.trim_start_matches('-');
    let counted = letters == 1 || letters == 0 && word.starts_with('第') && bare.len() < word.len();
    let is_number =
        (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    (counted && is_number).then(|| format!("{}{number}", bare.get(..letters).unwrap_or_default()))
}

/// The number of the page that a line names, as in `A4 港聞`, `Page 7` and `第3版`.
pub(super) fn sheet_of(line: &str) -> Option<String> {
    let of = |c: char| c.is_whitespace() || "|｜：:（）()・·，,。.".contains(c);
    let mut words = line.split(of).filter(|word| !word.is_empty());
    let page = line.to_lowercase();
    let paged = page.split_once("page ").map(|(_, rest)| {
        rest.trim_start().chars().take_while(char::is_ascii_alphanumeric).collect::<String>()
    });
    let paged = paged.filter(|number| number.chars().any(|c| c.is_ascii_digit()));
    words.find_map(sheet).or(paged.map(|number| number.to_uppercase()))
}

/// The line at the top of a page: its number, perhaps its section, the paper's name and the day.
fn is_page_head(text: &str) -> bool {
    let numbered = text.contains(|c: char| c.is_ascii_digit());
    if !numbered || !text.contains(|c: char| c.is_ascii_uppercase() || c == '第') {
        return false;
    }
    let day = text.char_indices().find_map(|(at, _)| {
        let (length, day) = day::start(text.get(at..)?)?;
        day.day.map(|_| at..at + length)
    });
    let (before, after) = match day {
        Some(day) => (text.get(..day.start), text.get(day.end..)),
        None => (Some(text), None),
    };
    let words = [before, after]
        .into_iter()
        .flatten()
        .flat_map(|part| part.split(|c: char| c.is_whitespace() || "|｜：:·・,，".contains(c)));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let sheets = words.iter().filter(|word| sheet(word).is_some()).count();
    let short = |word: &&str| word.chars().count() <= 6 && !word.ends_with(stops);
    sheets == 1 && words.len() <= 4 && words.iter().all(short)
}

/// `TRAM LINE, Page 7`: a few words before the page on which they stand.
fn leads_on(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [.., page, number] = words.as_slice() else { return false };
    let digits = number.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let is_number = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    matches!(*page, "PAGE" | "Page") && is_number && words.len() <= 6
}

/// `A5　上接A1版`, `A5  From page A1`: a page's number before where what stands on it comes from.
fn is_turned(text: &str) -> bool {
    let first = text.split_once(char::is_whitespace).filter(|(number, _)| sheet(number).is_some());
    first.is_some_and(|(_, rest)| turns::is_turn(rest) && rest.chars().nth(24).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_says_for_what() {
        for line in [
            "掃描二維碼 閱讀全文",
            "掃碼看更多",
            "▶點擊此處下載",
            "詳見A3版",
            "請掃描QR Code",
            "校對：沈若蘭",
            "責任編輯 黎望舒",
            "閱讀量：1203",
            "點擊 88",
            "下轉A2版",
            "首頁 > 新聞 > 社會",
            "A5　上接A1版",
            "TRAM LINE, Page 7",
            "第三版 综合",
            "海港日報\t2026年5月20日\tA1",
            "更多新聞請瀏覽本報網站",
            "編輯｜沈若蘭",
        ] {
            assert!(is_furniture(line), "{line}");
        }
        for line in [
            "掃描全城古樹 學者三年完成地圖",
            "掃碼支付普及 小販不收現金",
            "點擊率造假 三公司被罰",
            "校對員的一天",
            "責任編輯制度引爭議",
            "閱讀量下跌 書店關門",
            "詳見真章 兩隊爭冠",
            "更多老人學游泳",
            "編輯部長談取捨",
            "水位 > 警戒線",
            "Boy finds bones on page 7",
            "26.",
        ] {
            assert!(!is_furniture(line), "{line}");
        }
    }
}
