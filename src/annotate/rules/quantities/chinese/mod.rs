//! Numbers with what they count in Chinese: 30周年, 第25次, 百分之五, 三成, 1.2億元, 五元三毛, 三分之一.

mod stands;
mod value;

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::super::super::candidate::{Candidate, Subject};
use super::super::super::line::Line;
use super::units::chinese_names;
use crate::model::Kind;
use stands::stands;
use value::value;

/// What figures count, folded; the longer before what they begin with.
const COUNTED: &str = "周年|周岁|岁|人次|人|名|位|个半|个|项|条|件|宗|起|份|张|台|架|艘|辆|枚|只|头|匹|家|间|所|座|栋|幢|层|楼|套|款|本|册|篇|首|部|集|幅|颗|粒|株|棵|顿|场|次|届|期|轮|步|级|倍|响|种|类|国|省|对|双|句|字|页|票|席|球|队|组|支|瓶|箱|包|卷|门|道|声|圈|单|车|户家庭|户|班|航班|万|亿|里|寸|点";
/// What Chinese numerals are believed to count, too: 三千萬人, but not 兩國 or 一個.
const MEASURED: &str = "周年|周岁|岁|人次|倍|人|名|万|亿|国集团";

/// A number in figures; the powers of ten and 多 that may follow it.
const FIGURES: &str = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?";
const NUMERALS: &str = "[〇零一二三四五六七八九十百千万亿兆两廿壹贰叁肆伍陆柒捌玖拾佰仟俩](?:[〇零一二三四五六七八九十百千万亿兆两廿点多余几壹贰叁肆伍陆柒捌玖拾佰仟]*[〇零一二三四五六七八九十百千万亿兆两廿多余壹贰叁肆伍陆柒捌玖拾佰仟])?";

/// What a pattern finds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// 百分之五, 千分之二: a share, of what `base` says.
    Share,
    /// 三分之一.
    Part,
    /// 三成, 七五折.
    Tenths,
    /// 第25次.
    Place,
    /// 1.2億元.
    Counted,
    /// 攝氏零下5度, 華氏100度.
    Degrees,
    /// 五元三毛.
    Coins,
    /// 12,345, 三千五百.
    Plain,
}

static PATTERNS: LazyLock<Vec<(Regex, Form)>> = LazyLock::new(|| {
    let number = format!(
        "(?:{FIGURES}(?: ?[十百千万亿兆多余几]+(?:零?{FIGURES}[十百千万亿兆]*){{0,6}})?|{NUMERALS})"
    );
    // 3億5千萬
    let figures = format!(
        "{FIGURES}(?: ?[十百千万亿兆]+(?:零?{FIGURES}[十百千万亿兆]+){{0,6}})?[多余几]?[十百千万亿兆]{{0,3}}[多余]?"
    );
    // 三分之二多數
    let exact = number.replace("多余", "");
    let units = chinese_names().join("|");
    let patterns = [
        (format!("(?P<sign>负)?(?P<base>百万|千万|百|千|万|佰|仟) ?分 ?之 ?(?P<number>{number})(?P<times>[kK])?"), Form::Share),
        (format!("(?P<sign>负)?(?:(?P<whole>{number})又)?(?P<below>{exact})分之(?P<number>{exact})"), Form::Part),
        (format!("(?P<number>{FIGURES}|[一二三四五六七八九十两半对](?:[一二三四五六七八九]|点[一二三四五六七八九])?)(?P<unit>成|折)(?P<half>半)?"), Form::Tenths),
        ("第(?P<number>[0-9]+(?:[万亿])?)(?P<unit>次|届|个|轮|批|期|章|条|位|名|号|季|集|场|任|大)?".to_owned(), Form::Place),
        ("第(?P<number>[一二三四五六七八九十百]+)(?P<unit>届|轮|批)".to_owned(), Form::Place),
        ("第(?P<number>[一二三四五六七八九百]*十[一二三四五六七八九]|[一二三四五六七八九]十)(?P<unit>次|个|位|名|任)?".to_owned(), Form::Place),
        (format!("(?P<number>{number})(?P<unit>元|块)(?P<tenth>[一二三四五六七八九0-9])(?:毛|角)(?:(?P<hundredth>[一二三四五六七八九0-9])分)?"), Form::Coins),
        (format!("(?P<currency>人民币|港币|新台币|台币|美元|美金|欧元|日元|日圆|英镑|澳币) ?(?P<number>{figures}|{NUMERALS})(?P<unit>元)?"), Form::Counted),
        (format!("(?P<unit>摄氏|华氏)(?:温度)? ?(?P<sign>零下|负|-)?(?P<number>{number}) ?度"), Form::Degrees),
        (format!("(?P<sign>零下|负|-)(?P<number>{number}) ?(?P<unit>摄氏|华氏)?度"), Form::Degrees),
        (format!("(?P<sign>负|-)?(?P<number>{FIGURES}) ?(?P<unit>%|‰|℃|°c|°C)"), Form::Counted),
        (format!("(?P<sign>负|-)?(?P<number>{figures}) ?(?P<unit>{units})(?P<half>半)?(?P<currency>人民币)?"), Form::Counted),
        (format!("(?P<number>{figures}) ?(?P<unit>{COUNTED})"), Form::Counted),
        (format!("(?P<sign>负)?(?P<number>{NUMERALS})(?P<unit>{units}|{MEASURED})(?P<half>半)?(?P<currency>人民币)?"), Form::Counted),
        (format!("(?P<sign>负)?(?P<number>{number})"), Form::Plain),
    ];
    patterns
        .into_iter()
        .filter_map(|(pattern, form)| Some((Regex::new(&pattern).ok()?, form)))
        .collect()
});

/// Short strings, such as a table's cells, may have spaces in their numbers: at most so many code points.
const SHORT: usize = 40;

/// Every number that says what it counts, and those that are plainly numbers.
pub(super) fn find(line: &Line, found: &mut Vec<Candidate>) {
    find_in(line, found);
    spaced_out(line, found);
}

/// 三百 五 十 二, 六 點 五 成: a short string that is one number but for its spaces.
fn spaced_out(line: &Line, found: &mut Vec<Candidate>) {
    let length = line.folded.len();
    let space = |c: &char| c.is_whitespace();
    if length > SHORT || !line.folded.iter().any(space) {
        return;
    }
    let figures = line.folded.windows(3).any(
        |w| matches!(w, [a, s, b] if s.is_whitespace() && a.is_ascii_digit() && b.is_ascii_digit()),
    );
    let (Some(start), Some(last)) =
        (line.folded.iter().position(|c| !space(c)), line.folded.iter().rposition(|c| !space(c)))
    else {
        return;
    };
    if figures || !line.folded.iter().any(|c| super::super::super::line::is_han(*c)) {
        return;
    }
    let closed = Line::new(&line.folded.iter().filter(|c| !space(c)).collect::<String>());
    let mut inside = Vec::new();
    find_in(&closed, &mut inside);
    let whole = inside.into_iter().filter(|c| c.start == 0 && c.end == closed.folded.len());
    found.extend(whole.map(|c| Candidate { start, end: last + 1, ..c }));
}

fn find_in(line: &Line, found: &mut Vec<Candidate>) {
    for (pattern, form) in PATTERNS.iter() {
        for captures in pattern.captures_iter(&line.plain) {
            let Some(whole) = captures.get(0) else { continue };
            let (start, end) = (line.index(whole.start()), line.index(whole.end()));
            // 8%-13% has no minus in it.
            let joint = text(&captures, "sign") == "-" && line.before(start) == Some('%');
            let start = start + usize::from(joint);
            if stands(line, &captures, *form, start, end) {
                let (score, rule) = match form {
                    Form::Plain => (55, "number"),
                    _ => (70, "number with unit"),
                };
                let candidate = Candidate::new(start..end, Kind::Quantity, score, rule);
                found.push(match value(&captures, *form) {
                    Some(value) if joint => {
                        candidate.of(Subject::Value(value.trim_start_matches('-').to_owned()))
                    }
                    Some(value) => candidate.of(Subject::Value(value)),
                    None => candidate,
                });
            }
        }
    }
}

fn text<'a>(captures: &Captures<'a>, name: &str) -> &'a str {
    captures.name(name).map_or("", |group| group.as_str())
}
