//! `newsprint init`: what it writes can be used.

use std::fs;

use expect_test::expect;

use super::Desk;

#[test]
fn what_init_writes_can_be_used_and_is_never_overwritten() {
    let desk = Desk::new();
    desk.run(&["init", "paper"]).ends(0).prints(&expect![[r#"
        wrote paper/newsprint.toml
        wrote paper/entities.toml
        wrote paper/articles/sample.txt

        Look at it with
          newsprint serve paper/articles
    "#]]);
    let outline = desk.run(&["inspect", "paper/articles"]).ends(0).out;
    assert!(outline.starts_with("articles\n2 articles, "), "{outline}");
    desk.put("paper/newsprint.toml", "title = 'Mine'\n");
    desk.run(&["init", "paper"]).ends(0).prints(&expect![[r#"
        kept  paper/newsprint.toml
        kept  paper/entities.toml
        kept  paper/articles/sample.txt

        Look at it with
          newsprint serve paper/articles
    "#]]);
    assert_eq!(fs::read_to_string(desk.path("paper/newsprint.toml")).unwrap(), "title = 'Mine'\n");
}

#[test]
fn every_setting_that_init_shows_is_one() {
    for file in ["newsprint.toml", "entities.toml"] {
        let desk = Desk::new();
        desk.run(&["init"]).ends(0);
        let shown = fs::read_to_string(desk.path(file)).unwrap();
        let is_setting = |line: &&str| line.starts_with("[[") || line.contains(" = ");
        let settings: Vec<&str> =
            shown.lines().filter_map(|line| line.strip_prefix("# ")).filter(is_setting).collect();
        desk.put(file, settings.join("\n"));
        desk.run(&["inspect", "articles"]).ends(0).says(&expect![""]);
    }
}
