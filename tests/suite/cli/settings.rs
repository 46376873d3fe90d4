//! `newsprint.toml` and `entities.toml`.

use expect_test::expect;

use super::{Desk, PAGE};

fn title(desk: &Desk, args: &[&str]) -> String {
    let args = [&["inspect"], args].concat();
    desk.run(&args).ends(0).out.lines().next().unwrap().to_owned()
}

#[test]
fn the_title_is_the_one_given_or_set_or_the_name_of_the_input() {
    let desk = Desk::new();
    desk.put("paper/articles/page.txt", PAGE);
    assert_eq!(title(&desk, &["paper/articles"]), "articles");
    assert_eq!(title(&desk, &["paper/articles/page.txt"]), "page");
    desk.put("paper/newsprint.toml", "title = 'The Harbour Gazette'");
    assert_eq!(title(&desk, &["paper/articles"]), "The Harbour Gazette");
    desk.put("paper/articles/newsprint.toml", "title = 'Nearer'");
    assert_eq!(title(&desk, &["paper/articles"]), "Nearer");
    assert_eq!(title(&desk, &["paper/articles/page.txt"]), "Nearer");
    assert_eq!(
        title(&desk, &["paper/articles", "--config", "paper/newsprint.toml"]),
        "The Harbour Gazette"
    );
    assert_eq!(title(&desk, &["paper/articles", "--title", "Given"]), "Given");
}

#[test]
fn a_slip_in_the_settings_is_shown_where_it_stands() {
    let desk = Desk::new();
    desk.put("page.txt", PAGE).put("newsprint.toml", "# 設定\ntitel = '茶樓'\n");
    desk.run(&["inspect", "page.txt"]).ends(1).prints(&expect![""]).says(&expect![[r#"
        error[settings/wrong]: unknown field `titel`, expected one of `title`, `language`, `theme`, `kind`, `encoding`, `fields`
         --> newsprint.toml:2:1
          |
        2 | titel = '茶樓'
          | ^^^^^
          |
          = help: did you mean `title`?
    "#]]);
    desk.put("newsprint.toml", "title = 'a\n");
    desk.run(&["inspect", "page.txt"]).ends(1).says(&expect![[r#"
        error[settings/wrong]: invalid literal string, expected `'`
         --> newsprint.toml:1:11
          |
        1 | title = 'a
          |           ^
    "#]]);
    desk.put("newsprint.toml", "[[kind]]\nname = '船'\ncolour = 'blue'");
    desk.run(&["inspect", "page.txt"]).ends(1).says(&expect![[r#"
        error[settings/wrong]: this is not a colour
         --> newsprint.toml:3:10
          |
        3 | colour = 'blue'
          |          ^^^^^^
          |
          = help: write it as six hexadecimal digits, as in `#a3341f`
    "#]]);
    desk.put("newsprint.toml", b"title = '\xff'");
    desk.run(&["inspect", "page.txt"]).ends(1).says(&expect![[r#"
        error: newsprint.toml cannot be read
         |
         = note: stream did not contain valid UTF-8
    "#]]);
    desk.run(&["inspect", "page.txt", "--config", "other.toml"]).ends(1).says(&expect![[r#"
        error: other.toml cannot be read
         |
         = note: No such file or directory (os error 2)
    "#]]);
}

#[test]
fn the_author_has_the_last_word_on_names() {
    let desk = Desk::new();
    desk.put("page.txt", PAGE);
    desk.put(
        "entities.toml",
        "[[entity]]\nname = '春滿茶樓'\nkind = 'teahouse'\naliases = ['茶樓']\n",
    );
    let ran = desk.run(&["inspect", "page.txt"]).ends(0);
    assert!(ran.out.contains("teahouse"), "{}", ran.out);

    desk.put("entities.toml", "[[entity]]\nname = '春滿餅家'\nkind = 'shop'\n");
    desk.run(&["inspect", "page.txt", "-v"]).ends(0).says(&expect![[r#"
        note[entities/unused]: no article mentions `春滿餅家`
         --> entities.toml:2:8
          |
        2 | name = '春滿餅家'
          |        ^^^^^^^^^^
          |
          = help: check the spelling, or add the spelling of the articles to `aliases`

        1 note
    "#]]);
    desk.put("entities.toml", "not = ['茶樓']\n\n[[entity]]\nname = '茶樓'\n");
    desk.run(&["inspect", "page.txt"]).ends(1).says(&expect![[r#"
        error[settings/wrong]: `茶樓` is said to be no entity on line 1: keep one of the two
         --> entities.toml:4:8
          |
        4 | name = '茶樓'
          |        ^^^^^^
          |
         ::: entities.toml:1:1
          |
        1 | not = ['茶樓']
          | -------------- no entity, it says here
    "#]]);
}

#[test]
fn the_author_says_what_stands_in_which_column() {
    let desk = Desk::new();
    desk.put("rows.csv", "hed,body copy,when\nTide,The tide is out.,2026-05-20\n")
        .put("item.json", r#"{"meta":{"hed":"Quay"},"Body Copy":["The quay is dry."]}"#)
        .put("newsprint.toml", "fields = { title = 'Hed', text = 'body copy', date = 'when' }");
    assert_eq!(desk.headlines(&["rows.csv"]), ["Tide"]);
    desk.put("newsprint.toml", "[fields]\ntitle = 'meta.hed'\ntext = 'body copy'");
    assert_eq!(desk.headlines(&["item.json"]), ["Quay"]);
    desk.put("newsprint.toml", "[fields]\nheadline = 'hed'");
    let ran = desk.run(&["inspect", "rows.csv"]).ends(1);
    assert!(ran.err.contains("unknown field `headline`"), "{}", ran.err);
}

#[test]
fn the_author_has_the_last_word_on_encodings() {
    let desk = Desk::new();
    // 潮水 in Big5, too short to tell it by its bytes.
    desk.put("page.txt", b"\xBC\xE9\xA4\xF4\n").put("newsprint.toml", "encoding = 'big5'");
    let ran = desk.run(&["inspect", "-v", "page.txt"]).ends(0);
    assert!(ran.err.contains("read as Big5, as its author says"), "{}", ran.err);
    desk.put("quay.txt", b"\xBC\xE9\xA4\xF4\n");
    let ran = desk.run(&["inspect", "page.txt", "quay.txt"]).ends(0);
    let told = "\nread as Big5, as its author says: page.txt and 1 more\n";
    assert!(ran.out.contains(told), "{}", ran.out);
    desk.put("newsprint.toml", "encoding = 'big6'");
    let ran = desk.run(&["inspect", "page.txt"]).ends(1);
    assert!(ran.err.contains("this is no encoding that is known"), "{}", ran.err);
}
