//! What `entities` proposes, and that the proposal can be taken.

use expect_test::expect;

use super::{Desk, PAGE};

#[test]
fn doubts_come_first() {
    let desk = Desk::new();
    desk.put("page.txt", PAGE);
    desk.run(&["entities", "page.txt"]).ends(0).prints(&expect![[r#"
        kind          mentions  articles  name      doubts
        organisation         3         2  南埗時報  most mentions are not sure
        place                1         1  老街坊    found once, and not surely
        person               2         2  周敏儀
        person               1         1  梁志豪
        person               1         1  羅錦榮
        work                 1         1  茶經
    "#]]);
}

#[test]
fn names_do_not_steer_the_terminal() {
    let desk = Desk::new();
    desk.put("page.txt", "潮水退去\n\n周敏儀讀了《茶\u{1b}]0;經\u{7}》。\n");
    let ran = desk.run(&["entities", "page.txt"]).ends(0);
    assert!(!ran.out.contains(['\u{1b}', '\u{7}']), "{:?}", ran.out);
    desk.put("page.json", r#"{"id":"\u001b]0;x\u0007","title":"Tide","text":"The tide is out."}"#);
    let ran = desk.run(&["search", "page.json", "tide"]).ends(0);
    assert!(!ran.out.contains(['\u{1b}', '\u{7}']), "{:?}", ran.out);
}

#[test]
fn the_proposed_file_says_what_the_recogniser_said() {
    let desk = Desk::new();
    desk.put("page/page.txt", PAGE);
    let before = desk.run(&["entities", "page"]).out;
    let proposed = desk.run(&["entities", "--toml", "page"]).ends(0).out.clone();
    desk.put("page/entities.toml", &proposed);
    let after = desk.run(&["entities", "page"]).ends(0).out.clone();
    let names = |out: &str| {
        let mut names: Vec<String> =
            out.lines().skip(1).map(|line| line.chars().take(34).collect()).collect();
        names.sort();
        names
    };
    assert_eq!(names(&before), names(&after));
    assert!(!after.contains("not sure"), "{after}");
}
