//! Dates and quantities one by one: what is marked of a sentence, and what it comes to on Wednesday, 20 May 2026.

use super::corpus;
use newsprint::annotate::{Corrections, annotate};
use newsprint::model::Kind;

/// The dates and quantities of a text with their values, in their order.
fn read(text: &str) -> Vec<(String, String)> {
    let mut corpus = corpus(&[text]);
    annotate(&mut corpus, &Corrections::default());
    let chars: Vec<char> = text.chars().collect();
    let marked = corpus.articles[0].mentions.iter();
    marked
        .filter(|m| matches!(m.kind, Kind::Date | Kind::Quantity))
        .map(|m| {
            let entity = corpus.entities.iter().find(|e| e.id == m.entities[0]).unwrap();
            let printed = chars[m.span.start as usize..m.span.end as usize].iter().collect();
            (printed, entity.value.clone().unwrap_or_default())
        })
        .collect()
}

/// Sentences with what is marked in them, `|`, and its value; several with `;` between them.
pub(super) fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let found: Vec<String> =
            read(text).iter().map(|(printed, value)| format!("{printed}|{value}")).collect();
        assert_eq!(found.join("; "), *expected, "in: {text}");
    }
}

#[test]
fn a_day_is_told_by_a_length_and_another_day() {
    check(&[
        ("closed for 3 weeks from June 1", "for 3 weeks from June 1|2026-06-01/2026-06-21"),
        ("shut for 2 hours from 9 a.m.", "for 2 hours from 9 a.m.|T09:00/T11:00"),
        ("the six months ended March 31", "six months ended March 31|2025-10-01/2026-03-31"),
        ("in the year to end-June 2025", "end-June 2025|2025-06"),
        (
            "profit for the fiscal year ended March 2026",
            "the fiscal year ended March 2026|2025-04-01/2026-03-31",
        ),
        ("the week of the 28th", "the week of the 28th|2026-05-25/2026-05-31"),
        ("Saturday, ten days from now", "Saturday, ten days from now|2026-05-30"),
        ("due in two weeks on Tuesday", "in two weeks on Tuesday|2026-06-02"),
        ("within the next five days", "within the next five days|2026-05-21/2026-05-25"),
        ("it fell more than three years ago", "more than three years ago|../2023-05-20"),
        ("seen 40 minutes ago", "40 minutes ago|2026-05-20"),
        ("sold a year ago today", "a year ago today|2025-05-20"),
        ("the week after next", "the week after next|2026-06-01/2026-06-07"),
        ("ten days to Christmas", "ten days|P10D; Christmas|2025-12-25"),
    ]);
}

#[test]
fn a_date_takes_what_stands_beside_it() {
    check(&[
        ("he comes tomorrow (May 21)", "tomorrow (May 21)|2026-05-21"),
        ("open on June 5 (Friday) at 3 p.m.", "June 5 (Friday) at 3 p.m.|2026-06-05T15:00"),
        ("booked July 3 for 8:30 am", "July 3 for 8:30 am|2026-07-03T08:30"),
        ("on June 1 no later than 5 pm", "June 1 no later than 5 pm|../2026-06-01T17:00"),
        ("5 pm or later on Friday", "5 pm or later on Friday|2026-05-22T17:00/.."),
        (
            "from 4 pm to tomorrow 2 pm",
            "from 4 pm to tomorrow 2 pm|2026-05-20T16:00/2026-05-21T14:00",
        ),
        (
            "between the third and the ninth of June",
            "between the third and the ninth of June|2026-06-03/2026-06-09",
        ),
        ("from 1990 to the present", "from 1990 to the present|1990/2026-05-20"),
        ("it landed at 0915 GMT", "0915 GMT|T09:15"),
        ("at 3 pm Beijing time", "3 pm Beijing time|T15:00"),
        ("sent 2026-05-01T08:30:00Z", "2026-05-01T08:30:00Z|2026-05-01T08:30:00"),
        ("in the early hours of Monday", "in the early hours of Monday|2026-05-18"),
    ]);
}

#[test]
fn parts_of_years_feasts_and_what_comes_again() {
    check(&[
        ("next year's first quarter", "next year's first quarter|2027-01/2027-03"),
        (
            "Q2 next year, 2018's second half",
            "Q2 next year|2027-04/2027-06; 2018's second half|2018-07/2018-12",
        ),
        ("the 2019/20 season, fiscal 2025", "2019/20|2019/2020; fiscal 2025|2025"),
        ("music of the late seventies", "late seventies|1970/1979"),
        ("a man in his seventies", ""),
        ("in the winter of 1986/87", "the winter of 1986/87|1986/1987"),
        ("built in 44 BC or AD 79", "44 BC|; AD 79|0079"),
        ("logged 20240229, not 20240230", "20240229|2024-02-29"),
        ("Labor Day weekend 2024", "Labor Day weekend 2024|2024-08-31/2024-09-02"),
        ("the Mid-Autumn Festival", "Mid-Autumn Festival|2026-09-25"),
        ("paid on the 3rd of every month", "the 3rd of every month|P1M"),
        ("every third Thursday", "every third Thursday|"),
        ("open Tue-Sat", "Tue-Sat|2026-05-19/2026-05-23"),
        ("call 555-2010-2015", ""),
        ("a 12-year-old girl", "12-year-old|P12Y"),
    ]);
}

#[test]
fn chinese_lengths_and_days_of_the_moon() {
    check(&[
        ("等了一個半小時", "一個半小時|PT1.5H"),
        ("養了十七個多月的貓", "十七個多月|P17M"),
        ("兩年多前落成", "兩年多前|2024"),
        ("判刑三年以上七年以下", "三年以上七年以下|P3Y"),
        ("須於60日內繳交", "60日內|P60D"),
        ("未來三個月內動工", "未來三個月內|2026-05-20/2026-08-20"),
        ("5分鐘前離開", "5分鐘前|2026-05-20"),
        ("2019年4月12-19日", "2019年4月12-19日|2019-04-12/2019-04-19"),
        ("6月第3個星期日", "6月第3個星期日|2026-06-21"),
        ("深夜1點", "深夜1點|T01:00"),
        ("下週三下午兩點開會", "下週三下午兩點|2026-05-27T14:00"),
        ("上月中旬動工，1980年代初期", "上月中旬|2026-04-11/2026-04-20; 1980年代初期|1980/1989"),
        ("7月1日起至8月31日止", "7月1日起至8月31日止|2026-07-01/2026-08-31"),
        ("6月25、26日演出", "6月25、26日|2026-06-25/2026-06-26"),
        ("每月15日繳費，每年三月舉行", "每月15日|P1M; 每年三月|P1Y"),
        ("每年六月至七月多雨", "每年|P1Y; 六月至七月|2026-06/2026-07"),
        ("去（108）年10月底", "去（108）年10月底|2019-10"),
        ("西元前221年統一", "西元前221年|"),
        ("農曆正月十五日賞燈", "農曆正月十五日|2026-03-03"),
        ("公告日108/08/27", "108/08/27|2019-08-27"),
        ("施工至110.12.31止", "110.12.31|2021-12-31"),
        ("中秋節團圓", "中秋節|2026-09-25"),
        ("2024年除夕", "2024年除夕|2024-02-09"),
        ("農曆八月十五", "農曆八月十五|2026-09-25"),
        ("大年初三回門", "大年初三|2026-02-19"),
        ("清明節掃墓", "清明節|2026-04-05"),
    ]);
}

#[test]
fn the_first_of_a_year_are_not_all_before_it() {
    check(&[
        ("2023年前三季獲利", "2023年前三季|2023-01/2023-09"),
        ("112年前三季營收", "112年前三季|2023-01/2023-09"),
        ("今年首兩季", "今年首兩季|2026-01/2026-06"),
        ("2023年前三名", "2023年|2023; 三名|3 名"),
        ("5月1日前3人報名", "5月1日前|../2026-05-01; 3人|3 人"),
        ("三年前5人離開", "三年前|2023; 5人|5 人"),
    ]);
}

#[test]
fn a_feast_has_its_day_in_each_year() {
    check(&[
        ("去年春節到元宵節", "去年春節到元宵節|2025-01-29/2025-02-12"),
        ("中秋節至國慶節", "中秋節至國慶節|"),
        ("雙十節與浴佛節", "雙十節|2026-10-10; 浴佛節|2026-05-24"),
        ("兒童節放假，過去5分鐘", "兒童節|; 過去5分鐘|2026-05-20"),
    ]);
}

#[test]
fn numbers_are_whole() {
    check(&[
        ("two and a half million people", "two and a half million people|2500000 people"),
        ("two million and three quarters", "two million and three quarters|2750000"),
        ("4 thousand 3 hundred and 21 in all", "4 thousand 3 hundred and 21|4321"),
        ("between 50 million and 100", "50 million|50000000"),
        ("half a dozen eggs, 3 out of 10", "half a dozen|6; 3 out of 10|0.3"),
        ("two thirds of a billion", "two thirds of a billion|666666666.666666666667"),
        ("12,34,567 rupees", "12,34,567 rupees|1234567 rupee"),
        ("1 234 567 and 22,24,26", "1 234 567|1234567"),
        ("1.5x10^3 and 2e6 and 2^5", "1.5x10^3|1500; 2e6|2000000; 2^5|32"),
        ("2½ miles, 7 3/4 percent", "2½ miles|2.5 mi; 7 3/4 percent|7.75 %"),
        ("50 million pounds in cash", "50 million pounds|50000000 GBP"),
        ("50 million pounds of copper", "50 million pounds|50000000 lb"),
        (
            "300 million guilders, MEUR 12",
            "300 million guilders|300000000 NLG; MEUR 12|12000000 EUR",
        ),
        ("50 litres per minute, version 1.2.3", "50 litres per minute|50 L/min"),
        ("one twenty-fifth of it", "one twenty-fifth|0.04"),
        ("120 μg on 20 m2", "120 μg|120 μg; 20 m2|20 m²"),
        ("新台幣3億5千萬元，美金500元", "新台幣3億5千萬元|350000000 TWD; 美金500元|500 USD"),
        ("售得5千6百萬元", "5千6百萬元|56000000 元"),
        ("三分之二多數同意", "三分之二|0.666666666667"),
        ("約8%-13%", "8%|8 %; 13%|13 %"),
        ("零下5度，華氏100度", "零下5度|-5 °; 華氏100度|100 °F"),
        ("四十五億四千萬人", "四十五億四千萬人|4540000000 人"),
        ("https://example.org/?q=a%20b%25", ""),
    ]);
}

#[test]
fn places_in_a_row_are_counted_from_either_end() {
    check(&[
        ("its fourth-largest lender, the 4th time", "fourth|#4; 4th|#4"),
        ("Sixth in the race, on the first lap", "Sixth|#6"),
        ("shops on Fifth Avenue, a third party, third-world debt", ""),
        ("the penultimate lap", "penultimate|#-2"),
        ("she came next to last", "next to last|#-2"),
        ("the third-to-last bend", "third-to-last|#-3"),
    ]);
}

#[test]
fn a_part_of_something_is_a_number() {
    check(&[
        ("a third of the crew left", "a third|0.333333333333"),
        ("a quarter of the seats", "a quarter|0.25"),
        ("more than half of them", "half|0.5"),
        ("exports fell by a third.", "a third|0.333333333333"),
        ("a fifth term", "fifth|#5"),
        ("nine out of 10 farmers", "nine out of 10|0.9"),
        ("one over 3, one over 3 years", "one over 3|0.333333333333; 3 years|P3Y"),
    ]);
}

#[test]
fn large_numbers_dozens_and_units_are_read_to_their_end() {
    check(&[
        ("a dozen eggs and 5 doz more", "a dozen|12; 5 doz|60"),
        ("over 30 000 people came", "30 000 people|30000 people"),
        (
            "two crore and five hundred, 2 crore and five hundred",
            "two crore and five hundred|20000500; 2 crore and five hundred|20000500",
        ),
        ("valued at $3-5 million", "$3-5 million|3000000–5000000 $"),
        ("it cost 20 dollars and 75.", "20 dollars and 75|20.75 $"),
        ("worth 900 Kenyan shillings", "900 Kenyan shillings|900 KES"),
        ("a 250-horsepower engine of 1,800 cc", "250-horsepower|250 hp; 1,800 cc|1800 cm³"),
        ("it made 75 miles an hour", "75 miles an hour|75 mi/h"),
        ("pumping 900 barrels a day", "900 barrels|900 bbl"),
        ("on a 40 Mbps line, 6 gigawatt hours", "40 Mbps|40 Mbit/s; 6 gigawatt hours|6 GWh"),
    ]);
}

#[test]
fn a_stretch_does_not_run_backwards() {
    check(&[
        ("open Monday from 11 to 3", "Monday from 11 to 3|2026-05-18T11:00/2026-05-18T15:00"),
        (
            "from the 28th to the 2nd of June",
            "from the 28th to the 2nd of June|2026-05-28/2026-06-02",
        ),
        (
            "sales rose 4 percent in the year to date",
            "4 percent|4 %; year to date|2026-01-01/2026-05-20",
        ),
        (
            "up year-to-date to 4.5 billion",
            "year-to-date|2026-01-01/2026-05-20; 4.5 billion|4500000000",
        ),
        ("she retires in a year's time", "in a year's time|2027-05-20"),
        ("ready in two weeks' time", "in two weeks' time|2026-06-03"),
        (
            "they meet for 20 minutes later this week",
            "20 minutes|PT20M; later this week|2026-05-20/2026-05-24",
        ),
        (
            "idle for the last 2 months and 3 days ago sold",
            "last 2 months|2026-03-20/2026-05-20; 3 days ago|2026-05-17",
        ),
        ("fell in the third qtr", "the third qtr|2026-07/2026-09"),
        ("a club for 60-year-olds", "60-year-olds|P60Y"),
    ]);
}
