//! Markdown as people write it, and as nobody does.

use newsprint::read::{Piece, read};

fn pieces(text: &str) -> Vec<Piece> {
    let reading = read("a.md", text.as_bytes()).expect("text");
    reading.documents.into_iter().flat_map(|document| document.pieces().to_vec()).collect()
}

/// The paragraphs, and each picture's file and words.
fn told(text: &str) -> Vec<String> {
    let of = |piece: Piece| match piece {
        Piece::Paragraph(words) => words.text,
        Piece::Figure { picture, text, .. } => {
            format!("{} {}", picture.map(|it| it.file).unwrap_or_default(), text.text)
        }
        other => format!("{other:?}"),
    };
    pieces(text).into_iter().map(of).collect()
}

#[test]
fn a_picture_in_the_words_of_another_takes_nothing_away() {
    assert_eq!(told("![a ![b](c.png) d](e.png)"), ["c.png b", "e.png a d"]);
    assert_eq!(told("x ![![b](c.png)](e.png) y"), ["x  y", "c.png b", "e.png "]);
}

#[test]
fn a_line_may_break_in_the_words_of_a_picture() {
    assert_eq!(told("![foo\nbar](c.png)"), ["c.png foo bar"]);
    assert_eq!(told("![潮水\n退去](c.png)"), ["c.png 潮水退去"]);
    assert_eq!(told("foo\n![x](c.png)bar"), ["foo bar", "c.png x"]);
    assert_eq!(told("foo![x\n](c.png)bar"), ["foobar", "c.png x"]);
}

#[test]
fn tags_that_never_end_are_looked_for_once() {
    for (opens, kept) in [("<!--", "<!--"), ("<script", "<script"), ("<style x ", "<style x")] {
        let text = format!("<div>\n{}", opens.repeat(60_000));
        let told = told(&text);
        assert!(told[0].starts_with(kept), "{:.40}", told[0]);
        assert!(told[0].len() >= kept.len() * 60_000);
    }
    assert_eq!(
        told("<div>\n<!-- a --> 潮水 <SCRIPT>x</SCRIPT> 退去 <!-- b"),
        ["潮水  退去 <!-- b"]
    );
}
