//! One line for each thing a reader would mark, and for what a reader would not.

use super::{corpus, marked};
use newsprint::annotate::{Corrections, annotate};
use newsprint::model::{Article, Block, Corpus, Section};

/// Texts with what is to be marked in them, and nothing else.
fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(marked(text), *expected, "in: {text}");
    }
}

#[test]
fn works_keep_their_brackets_and_the_outer_pair_wins() {
    check(&[
        ("他重讀《山海與人》和〈春雨〉。", "《山海與人》/work 〈春雨〉/work"),
        ("論文《讀〈秋聲賦〉札記》刊出", "《讀〈秋聲賦〉札記》/work"),
        ("沒有關上的《括號", ""),
        ("空的《》不是作品", ""),
    ]);
}

#[test]
fn dates_and_times_of_day() {
    check(&[
        ("2026年5月20日上午宣布", "2026年5月20日上午/date"),
        ("會議於5月20日至22日舉行", "5月20日至22日/date"),
        ("民國115年5月20日", "民國115年5月20日/date"),
        ("昨日下午3時15分開始", "昨日下午3時15分/date"),
        ("由2020至2025年", "2020至2025年/date"),
        ("去年底動工，今明年完成", "去年底/date 今明年/date"),
        ("二○二六年五月二十日", "二○二六年五月二十日/date"),
        ("上周三和本月", "上周三/date 本月/date"),
        ("總統今（22）日上午接見", "今（22）日上午/date"),
        ("有四點意見，一日不見", ""),
        ("on May 20, 2026 at noon", "May 20, 2026 at noon/date"),
        (
            "自2016年起、2015年前、2019年8月6日或之後",
            "自2016年起/date 2015年前/date 2019年8月6日或之後/date",
        ),
        ("兩年前、過去十年、未來三個月", "兩年前/date 過去十年/date 未來三個月/date"),
        ("每年一次，每周一下午八點", "每年/date 每周一下午八點/date"),
        ("去年春節和聖誕節；聖誕樹下", "去年春節/date 聖誕節/date"),
        ("20日前往北京，後來返回；一起離開", "20日/date 北京/place"),
        (
            "last Tuesday, two weeks ago and since 2010",
            "last Tuesday/date two weeks ago/date since 2010/date",
        ),
        (
            "from June to August; the first week of May",
            "from June to August/date the first week of May/date",
        ),
        ("He may march on; it may not be right", ""),
        ("20 May 2026 and 2026-05-21", "20 May 2026/date 2026-05-21/date"),
        ("at 10.30 a.m. yesterday", "10.30 a.m. yesterday/date"),
    ]);
}

#[test]
fn dates_have_the_value_that_the_articles_day_gives_them() {
    let cases = [
        ("昨日", "2026-05-19"),
        ("5月2日", "2026-05-02"),
        ("20日上午", "2026-05-20"),
        ("去年", "2025"),
        ("上月", "2026-04"),
        ("民國115年5月20日", "2026-05-20"),
        ("5月20日至22日", "2026-05-20/2026-05-22"),
        ("今明年", "2026/2027"),
        ("昨日下午3時15分", "2026-05-19T15:15"),
        ("今晚6點", "2026-05-20T18:00"),
        ("2026-05-21或之後", "2026-05-21/.."),
        ("2010年前", "../2010"),
        ("12月30日", "2025-12-30"),
        ("兩年前", "2024"),
        ("3天後", "2026-05-23"),
        ("三個月以來", "2026-02-20/2026-05-20"),
        ("去年元旦", "2025-01-01"),
        ("2024年復活節", "2024-03-31"),
        ("母親節", "2026-05-10"),
        ("十九世紀七十年代", "1870/1879"),
        ("康熙二十年9月", "1681-09"),
        ("2021年的第三個月", "2021-03"),
        ("18年10月1日到19年2月3日", "2018-10-01/2019-02-03"),
        ("本周", "2026-05-18/2026-05-24"),
        ("上周三", "2026-05-13"),
        ("2026年上半年", "2026-01/2026-06"),
        ("May 20, 2025", "2025-05-20"),
        ("10 p.m.", "T22:00"),
        ("last Tuesday", "2026-05-12"),
        ("three days after Christmas 2025", "2025-12-28"),
        ("between 7 and 9:30 last night", "2026-05-19T19:00/2026-05-19T21:30"),
        ("Q1 2019", "2019-01/2019-03"),
        ("the 1990s", "1990/1999"),
        ("no later than June 3", "../2026-06-03"),
        ("every two weeks", "P2W"),
        ("2 weeks starting June 1", "2026-06-01/2026-06-14"),
        ("from 2 p.m. for 3 hours", "T14:00/T17:00"),
        ("later this week", "2026-05-20/2026-05-24"),
        ("earlier this month", "2026-05-01/2026-05-20"),
    ];
    for (text, value) in cases {
        let mut corpus = corpus(&[text]);
        annotate(&mut corpus, &Corrections::default());
        let values: Vec<Option<&str>> =
            corpus.entities.iter().map(|e| e.value.as_deref()).collect();
        assert_eq!(values, [Some(value)], "{text}");
    }
}

#[test]
fn quantities_with_their_units() {
    check(&[
        ("校慶30周年，來了1,200人", "30周年/quantity 1,200人/quantity"),
        ("第25次比賽，升百分之五", "第25次/quantity 百分之五/quantity"),
        ("耗資1.2億元，增長3.5%", "1.2億元/quantity 3.5%/quantity"),
        ("捐出三百萬美元，近20多項工程", "三百萬美元/quantity 20多項/quantity"),
        ("US$5 million for 15 km of track", "US$5 million/quantity 15 km/quantity"),
        ("兩國、一個、第二，首先", ""),
        ("三天半、半小時、8天20小時", "三天半/quantity 半小時/quantity 8天20小時/quantity"),
        ("先等三年,200天後再說", "三年/quantity 200天後/date"),
        ("需時3至6個月，先等13—18天", "3至6個月/quantity 13—18天/quantity"),
        (
            "九成、七五折、三分之一、負40%",
            "九成/quantity 七五折/quantity 三分之一/quantity 負40%/quantity",
        ),
        (
            "a quarter million euros, the 25th floor",
            "a quarter million euros/quantity 25th/quantity",
        ),
        ("電話2525-1234，A12出口", ""),
    ]);
    let mut corpus = corpus(&["1.2億元、百分之五、US$5 million、１５公里"]);
    annotate(&mut corpus, &Corrections::default());
    let values: Vec<&str> = corpus.entities.iter().filter_map(|e| e.value.as_deref()).collect();
    assert_eq!(values, ["120000000 元", "5000000 USD", "5 %", "15 km"]);
    let values = |text: &str| {
        let mut corpus = super::corpus(&[text]);
        annotate(&mut corpus, &Corrections::default());
        corpus.entities.into_iter().filter_map(|e| e.value).collect::<Vec<String>>()
    };
    assert_eq!(values("三千五百；五元三毛"), ["3500", "5.3 元"]);
    assert_eq!(values("九成"), ["90 %"]);
    assert_eq!(values("第25次"), ["#25 次"]);
    assert_eq!(values("1.5 hours"), ["PT1.5H"]);
    assert_eq!(values("三刻鐘"), ["PT45M"]);
    assert_eq!(values("35,000個鐘頭"), ["PT35000H"]);
    assert_eq!(values("2000萬小時"), ["PT20000000H"]);
    assert_eq!(values("SGD 500 and INR 20"), ["20 INR", "500 SGD"]);
    assert_eq!(values("PHP 8"), Vec::<String>::new());
    assert_eq!(values("12千米，12 km，十二公里"), ["12 km"]);
}

#[test]
fn people_after_titles_before_verbs_and_in_bylines() {
    check(&[
        ("校長陳文山致辭", "陳文山/person"),
        ("記者 林小雨、何家欣", "林小雨/person 何家欣/person"),
        ("李家明表示，事情已了結。", "李家明/person"),
        ("總統卡瓦列羅抵達", "卡瓦列羅/person"),
        ("作家伊薩克·貝爾曼的小說", "伊薩克·貝爾曼/person"),
        ("與張主任商量", "張主任/person"),
        ("高官表示，方面指出", ""),
        ("President Maria Lopez said so", "Maria Lopez/person"),
    ]);
}

#[test]
fn places_and_bodies_by_name_and_by_ending() {
    check(&[
        ("訪問法国和紐西蘭", "法国/place 紐西蘭/place"),
        ("美日兩國的關係", "美日/place"),
        ("其中印度人最多", "印度/place"),
        ("她在青松圖書館工作", "青松圖書館/organisation"),
        ("前往白沙灣核電站", "白沙灣核電站/place"),
        ("法國外交部回應", "法國外交部/organisation"),
        ("多間上市公司和一所大學", ""),
        ("the United Nations and Germany", "United Nations/organisation Germany/place"),
        ("the Ministry of Coastal Affairs", "Ministry of Coastal Affairs/organisation"),
    ]);
}

#[test]
fn a_dispatch_begins_with_its_place() {
    check(&[
        (
            "SAI WAN, Oct. 16 — The tide rose at Sai Wan.",
            "SAI WAN/place Oct. 16/date Sai Wan/place",
        ),
        ("COVE BAY (Harbour Press) - The tide rose.", "COVE BAY/place Harbour Press/organisation"),
        ("BREAKING — The tide rose.", ""),
    ]);
}

#[test]
fn a_rubric_names_nobody() {
    let article = Article { label: Some("Feature".into()), ..Article::default() };
    let mut corpus = Corpus { articles: vec![article], ..Corpus::default() };
    annotate(&mut corpus, &Corrections::default());
    assert_eq!(corpus.entities, []);
}

#[test]
fn events_in_quotation_marks_and_by_number() {
    check(&[
        ("「中法文化年」開幕", "「中法文化年」/event"),
        ("第九屆山城電影節", "第九屆山城電影節/event"),
        ("二戰結束後", "二戰/event"),
        ("他說「這是難忘的一年」", ""),
    ]);
}

#[test]
fn what_is_called_after_somebody_is_nobody() {
    check(&[
        ("Typhoon Wanda passed and Wanda weakened", "Typhoon Wanda/event Wanda/event"),
        ("Hurricane warnings of Storm Centre", ""),
        ("the ferry Maria Lopez sank", ""),
        ("超強颱風杜蘇芮登陸福建，杜蘇芮減弱", "超強颱風杜蘇芮/event 福建/place 杜蘇芮/event"),
        ("颱風「山竹」襲港", "颱風「山竹」/event"),
        ("颱風吹襲期間", ""),
        ("工程曾三度因颱風停工，最長一次達46天", "46天/quantity"),
    ]);
}

#[test]
fn two_characters_that_only_happen_to_meet_are_no_known_name() {
    check(&[
        ("本港大部分商戶照常營業。", ""),
        ("貨車駛上人行道。", ""),
        ("他負責物業管理大廈的工作。", ""),
        ("兩間店舖在網上合作。", ""),
        ("港大昨日公布收生安排。", "港大/organisation 昨日/date"),
        ("人行宣布下調利率。", "人行/organisation"),
        ("中國人愛喝茶。", "中國/place"),
        ("獅子山精神是什麼？", "獅子山/place"),
    ]);
}

#[test]
fn what_is_found_once_is_marked_everywhere() {
    let mut corpus = corpus(&["校長陳文山來了。人們喜歡陳文山。", "不久，陳文山走了。"]);
    annotate(&mut corpus, &Corrections::default());
    assert_eq!(super::marks(&corpus), ["陳文山/person 陳文山/person", "陳文山/person"]);
}

#[test]
fn what_only_stands_where_a_name_would_is_none() {
    check(&[
        ("總統特別強調，市民的安全最重要。", ""),
        ("市民可先上網預約，再到區公所洽公。", ""),
        ("李前總統昨日出院。", "李前總統/person 昨日/date"),
        ("總統府召開李前總統治喪大員會議。", "總統府/organisation 李前總統/person"),
        ("感謝臺美之間的合作，促進臺日友好。", "臺美/place 臺日/place"),
        ("Unit 220-229, Tai Po", "Tai Po/place"),
        ("店家聽說價格調整後，於總統府前表達關心。", "總統府/organisation"),
        ("畫面顯示 showMsg，請按 hideMsg 關閉。", ""),
    ]);
}

#[test]
fn a_title_may_stand_between_family_name_and_given_name() {
    check(&[
        ("林總統明達先生上月退休。", "林總統明達/person 上月/date"),
        ("她與林副總統若蘭女士同行。", "林副總統若蘭/person"),
        ("林總統伉儷抵達，林總統祝賀選手。", "林總統/person 林總統/person"),
        ("林副執行長致詞", "林副執行長/person"),
    ]);
}

#[test]
fn a_place_is_nobody_beside_a_district_of_its_name() {
    let mut corpus = corpus(&["溪美區公所在溪美區中山路。溪美的老街很熱鬧，溪美有好山水。"]);
    annotate(&mut corpus, &Corrections::default());
    let people = super::marks(&corpus).concat().matches("/person").count();
    assert_eq!(people, 0);
    check(&[("他從花蓮搭車到屏東探望親友。", "花蓮/place 屏東/place")]);
}

#[test]
fn what_names_the_columns_of_a_table_is_no_name() {
    let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
    let rows = vec![
        row(["Name", "Address"]),
        row(["Kwong Fuk Community Hall", "Kwong Fuk Estate, Tai Po"]),
    ];
    let sections =
        vec![Section { level: 1, blocks: vec![Block::Table { rows }], ..Section::default() }];
    let article = Article { sections, ..Article::default() };
    let mut corpus = Corpus { articles: vec![article], ..Corpus::default() };
    annotate(&mut corpus, &Corrections::default());
    let marks = super::marks(&corpus).remove(0);
    assert!(marks.starts_with("Kwong Fuk Community Hall/organisation"), "{marks}");
}
