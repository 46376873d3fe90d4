//! `newsprint search`: the page's answers in a terminal.

use expect_test::expect;

use super::{Desk, PAGE};

#[test]
fn every_place_is_shown_with_the_words_around_it() {
    let desk = Desk::new();
    desk.put("page.txt", PAGE);
    desk.run(&["search", "page.txt", "茶楼"]).ends(0).says(&expect![""]).prints(&expect![[r#"
        4 places in 1 article

        清晨五時的蒸籠 守了四十八年  清晨五時的蒸籠_守了四十八年
             ¶0  春滿茶樓月底結業 熟客天天來道別
             ¶1  …儀報道，6月12日清晨五時，春滿茶樓的捲閘照常拉起。這家開業四十八年的老店將於月底結業，連日…
             ¶4  茶樓東主梁志豪表示，租約將於6月30日屆滿，業主決定收回舖位…
             ¶7  春滿茶樓的點心車將捐予民俗博物館。（南埗時報資料圖片）
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
          "hits": [
            {
              "article": "清晨五時的蒸籠_守了四十八年",
              "title": "清晨五時的蒸籠 守了四十八年",
              "section": null,
              "paragraph": 0,
              "excerpt": "春滿茶樓月底結業 熟客天天來道別"
            },
            {
              "article": "清晨五時的蒸籠_守了四十八年",
              "title": "清晨五時的蒸籠 守了四十八年",
              "section": null,
              "paragraph": 1,
              "excerpt": "…儀報道，6月12日清晨五時，春滿茶樓的捲閘照常拉起。這家開業四十八年的老店將於月底結業，連日…"
            }
          ]
        }
    "#]]);
}
