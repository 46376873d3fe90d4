//! Which language a text is in, by its script and its characters.

use std::sync::LazyLock;

/// Characters that only the one or the other way of writing Chinese has, pair by pair.
const TRADITIONAL: &str = "國會學對這來說時為習發經過還進關長開間問門見現實業動務員無與從個們後裡麼樣點們讓歲頭難題體邊達運選區協議論設計話語調談請課講許報紙織線級約純組結給統續總縣際陸陽階隨險雙離電靜頁順預領頻題願類風飛飯館馬駐驗魚鳥麗黃齊龍臺灣灣灣東車軍轉輪輸農連遠適遲遷遺郵鄉釋針鐵銀銷鋼錄鏡鐘產畫當療盤監盡眾礎禮種積穩競筆節範築簡簽糧紅緊緣編練縮績職聯聲聽腦臨舊藝藥處號虧蘭蟲術衛補裝製複規視親覺觀訂訊訓記訪評詞試詩該詳認誰課誤諾謝識證譯護讀變貝負財貢責貨販貧購貸費資賓賞賢質賽贊贏趕跡踐躍軟較載輝辦辭達違鄰醫釐鑑閉闊隊雖響頂項顧顯";
const SIMPLIFIED: &str = "国会学对这来说时为习发经过还进关长开间问门见现实业动务员无与从个们后里么样点们让岁头难题体边达运选区协议论设计话语调谈请课讲许报纸织线级约纯组结给统续总县际陆阳阶随险双离电静页顺预领频题愿类风飞饭馆马驻验鱼鸟丽黄齐龙台湾湾湾东车军转轮输农连远适迟迁遗邮乡释针铁银销钢录镜钟产画当疗盘监尽众础礼种积稳竞笔节范筑简签粮红紧缘编练缩绩职联声听脑临旧艺药处号亏兰虫术卫补装制复规视亲觉观订讯训记访评词试诗该详认谁课误诺谢识证译护读变贝负财贡责货贩贫购贷费资宾赏贤质赛赞赢赶迹践跃软较载辉办辞达违邻医厘鉴闭阔队虽响顶项顾显";

/// How much of a text is looked at, code points: a language shows itself soon.
const ENOUGH: usize = 4000;

/// The language of a text as BCP 47: `zh-Hant`, `zh-Hans`, `ja`, `ko`, by their characters; for
/// other scripts the language most written in it, as `ru` for Cyrillic; `en` for Latin.
///
/// ```
/// use newsprint::parse::language_of;
/// assert_eq!(language_of(["港口重新面向海水的開始"]), "zh-Hant");
/// assert_eq!(language_of(["港口重新面向海水的开始"]), "zh-Hans");
/// assert_eq!(language_of(["The tide is out."]), "en");
/// ```
#[must_use]
pub fn language_of<'a>(texts: impl IntoIterator<Item = &'a str>) -> &'static str {
    let mut seen = Seen::default();
    let mut left = ENOUGH;
    for text in texts {
        for c in text.chars().filter(|c| crate::read::is_letter(*c)).take(left) {
            seen.add(c);
            left -= 1;
        }
        if left == 0 {
            break;
        }
    }
    seen.language()
}

#[derive(Default)]
struct Seen {
    han: usize,
    kana: usize,
    traditional: usize,
    simplified: usize,
    latin: usize,
    others: [usize; OTHERS.len()],
}

/// Scripts that stand for one language more than for others.
const OTHERS: [(u32, u32, &str); 9] = [
    (0x0370, 0x03FF, "el"),
    (0x0400, 0x052F, "ru"),
    (0x0590, 0x05FF, "he"),
    (0x0600, 0x077F, "ar"),
    (0x0900, 0x097F, "hi"),
    (0x0E00, 0x0E7F, "th"),
    (0x1100, 0x11FF, "ko"),
    (0xAC00, 0xD7AF, "ko"),
    (0x10A0, 0x10FF, "ka"),
];

impl Seen {
    fn add(&mut self, c: char) {
        match c {
            '\u{3040}'..='\u{30FF}' => self.kana += 1,
            '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => {
                self.han += 1;
                let (traditional, simplified) = side(c);
                self.traditional += usize::from(traditional);
                self.simplified += usize::from(simplified);
            }
            'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' => self.latin += 1,
            _ => {
                let code = u32::from(c);
                let script = OTHERS.iter().position(|(from, to, _)| (*from..=*to).contains(&code));
                if let Some(count) = script.and_then(|n| self.others.get_mut(n)) {
                    *count += 1;
                }
            }
        }
    }

    fn language(&self) -> &'static str {
        let other = self.others.iter().zip(OTHERS).max_by_key(|(count, _)| **count);
        let (others, tag) = other.map_or((0, "und"), |(count, (.., tag))| (*count, tag));
        let cjk = self.han + self.kana;
        // A Han character is about as much as three letters.
        if cjk * 3 >= self.latin.max(others) && cjk > 0 {
            return match () {
                () if self.kana * 10 >= cjk => "ja",
                () if self.simplified > self.traditional => "zh-Hans",
                () => "zh-Hant",
            };
        }
        if others > self.latin {
            return tag;
        }
        if self.latin > 0 { "en" } else { "und" }
    }
}

/// Old characters of their own besides: in both, they tell nothing.
const SHARED: &str = "后里台面范制复签筑了谷厘";

/// The first of the common ideographs, among which all of both lists are.
const FIRST: u32 = 0x4E00;

/// How many they are.
const COUNT: usize = 0x5200;

/// Whether a character is written so in Traditional only, in Simplified only.
fn side(c: char) -> (bool, bool) {
    SIDES.get(place(c)).copied().unwrap_or_default()
}

/// [`side`] of each of the common ideographs: a table, since it is asked of every character of a page.
static SIDES: LazyLock<Vec<(bool, bool)>> = LazyLock::new(|| {
    let mut sides = vec![(false, false); COUNT];
    let pairs = TRADITIONAL.chars().zip(SIMPLIFIED.chars());
    for (traditional, simplified) in pairs.filter(|(one, other)| one != other) {
        if let Some(side) = sides.get_mut(place(traditional)) {
            side.0 = true;
        }
        if let Some(side) = sides.get_mut(place(simplified)) {
            side.1 = true;
        }
    }
    for shared in SHARED.chars() {
        if let Some(side) = sides.get_mut(place(shared)) {
            *side = (false, false);
        }
    }
    sides
});

/// Where a character stands among the common ideographs; behind them all for any other.
fn place(c: char) -> usize {
    u32::from(c).wrapping_sub(FIRST) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_lists_are_pairs() {
        assert_eq!(TRADITIONAL.chars().count(), SIMPLIFIED.chars().count());
        assert!(TRADITIONAL.chars().chain(SIMPLIFIED.chars()).all(|c| place(c) < COUNT));
    }

    #[test]
    fn scripts_tell_languages() {
        let cases = [
            ("東京の潮が引いた", "ja"),
            ("조수가 빠졌다", "ko"),
            ("Вода ушла", "ru"),
            ("港口日報 Harbour", "zh-Hant"),
            ("12345", "und"),
            ("", "und"),
        ];
        for (text, tag) in cases {
            assert_eq!(language_of([text]), tag, "{text}");
        }
    }
}
