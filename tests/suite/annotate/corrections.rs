//! The author has the last word.

use super::{corpus, marks};
use newsprint::annotate::{Corrections, annotate};

fn parse(toml: &str) -> Corrections {
    Corrections::parse(toml).unwrap_or_else(|error| unreachable!("{error}"))
}

#[test]
fn declared_names_win_over_every_rule() {
    let mut corpus = corpus(&["海燕號駛離法國，記者陳文山登上海燕。"]);
    let corrections = parse(
        r#"
        not = ["法國"]
        [[entity]]
        name = "海燕號"
        kind = "ship"
        aliases = ["海燕"]
        [[entity]]
        name = "阿山"
        aliases = ["陳文山"]
        "#,
    );
    assert_eq!(annotate(&mut corpus, &corrections), []);
    assert_eq!(marks(&corpus), ["海燕號/ship 陳文山/person 海燕/ship"]);
    let ids: Vec<&str> = corpus.entities.iter().map(|entity| entity.id.as_str()).collect();
    assert_eq!(ids, ["person:阿山", "ship:海燕號"]);
    assert_eq!(corpus.entities[0].aliases, ["陳文山"]);
}

#[test]
fn a_declared_entity_without_mentions_is_kept_and_reported() {
    let mut corpus = corpus(&["無事"]);
    let notes = annotate(&mut corpus, &parse("[[entity]]\nname = \"海燕號\"\nkind = \"ship\"\n"));
    assert_eq!(corpus.entities.len(), 1);
    assert_eq!((notes[0].code.as_str(), notes[0].line), ("entities/unused", 2));
}

#[test]
fn errors_name_the_line_and_the_way_out() {
    let cases = [
        ("[[entity]]\nname = ", "line 2"),
        (
            "not = [\"甲\"]\n[[entity]]\nname = \"甲\"\n",
            "line 3: `甲` is said to be no entity on line 1",
        ),
        (
            "[[entity]]\nname = \"甲\"\n[[entity]]\nname = \"乙\"\naliases = [\"甲\"]\n",
            "line 5: `甲` already names another entity on line 2",
        ),
        ("[[entity]]\nname = \"\"\n", "line 2: a name is empty"),
        ("[[entity]]\nname = \"甲\"\ncolor = 1\n", "line 3: unknown field `color`"),
    ];
    for (toml, expected) in cases {
        let error = Corrections::parse(toml)
            .map_or_else(|error| error.to_string(), |_| "no error".to_owned());
        assert!(error.contains(expected), "{toml}: {error}");
    }
}
