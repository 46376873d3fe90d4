//! `newsprint search`: the page's answers in a terminal.

use expect_test::expect;

use super::{Desk, PAGE};

#[test]
fn every_place_is_shown_with_the_words_around_it() {
    let desk = Desk::new();
    desk.put("page.txt", PAGE);
    desk.run(&["search", "page.txt", "茶楼"]).ends(0).says(&expect![""]).prints(&expect![[r#"
        4 places in 1 article

        春滿茶樓月底結業 熟客天天來道別  a85cbc5b423
          春滿茶樓月底結業 熟客天天來道別
          南埗時報訊 記者周敏儀報道，6月12日清晨五時，春滿茶樓的捲閘照常拉起。這家開業四十八年的老店將於月底結業，連日來門外排起長龍，最多時有一百六十人輪候。
          茶樓東主梁志豪表示，租約將於6月30日屆滿，業主決定收回舖位重建。他曾經尋找新址，但附近舖位的租金已是現時的三倍。
          春滿茶樓的點心車將捐予民俗博物館。
    "#]]);
    desk.run(&["search", "page.txt", "火星"]).ends(0).prints(&expect![[r#"
        0 places in 0 articles
    "#]]);
}

#[test]
fn as_json_with_a_limit() {
    let desk = Desk::new();
    desk.put("page.txt", PAGE);
    let ran = desk.run(&["search", "page.txt", "茶楼", "--json", "--limit", "2"]).ends(0);
    ran.prints(&expect![[r#"
        {
          "articles": 1,
          "places": 4,
          "loose": false,
          "hits": [
            {
              "article": "a85cbc5b423",
              "title": "春滿茶樓月底結業 熟客天天來道別",
              "section": null,
              "paragraph": null,
              "excerpt": "春滿茶樓月底結業 熟客天天來道別"
            },
            {
              "article": "a85cbc5b423",
              "title": "春滿茶樓月底結業 熟客天天來道別",
              "section": 0,
              "paragraph": 0,
              "excerpt": "南埗時報訊 記者周敏儀報道，6月12日清晨五時，春滿茶樓的捲閘照常拉起。這家開業四十八年的老店將於月底結業，連日來門外排起長龍，最多時有一百六十人輪候。"
            }
          ]
        }
    "#]]);
}

#[test]
fn a_query_before_the_articles_is_told_to_come_last() {
    let desk = Desk::new();
    desk.put("in/page.txt", PAGE);
    desk.run(&["search", "茶樓", "in"]).ends(1).prints(&expect![""]).says(&expect![[r#"
        error: there is no file `茶樓`; the query comes last: newsprint search in 茶樓
    "#]]);
}
