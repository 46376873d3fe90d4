//! Lists within lists, and lists that go on behind something else, in every format that has them.

use std::fmt::Write as _;

use newsprint::model::Sublist;
use newsprint::read::{Piece, read};

use crate::read_archives::word_with;

/// Each piece on a line of its own; an item behind its number or `-`, two spaces deeper for each list around it.
fn outline(name: &str, bytes: &[u8]) -> String {
    let reading = read(name, bytes).expect("a text");
    let mut lines = Vec::new();
    for piece in reading.documents[0].pieces() {
        match piece {
            Piece::List { ordered, first, items, nested } => {
                let whole = Sublist { ordered: *ordered, start: 0, end: u32::MAX };
                let mut open = vec![(whole, *first)];
                let mut inner = nested.iter().peekable();
                for (i, item) in (0..).zip(items) {
                    open.retain(|(list, _)| i < list.end);
                    open.extend(
                        inner.next_if(|list| list.start == i).map(|list| (list.clone(), 1)),
                    );
                    let depth = open.len() - 1;
                    let (list, number) = &mut open[depth];
                    let mark = if list.ordered { format!("{number}.") } else { "-".to_owned() };
                    *number += 1;
                    lines.push(format!("{}{mark} {}", "  ".repeat(depth), item.text));
                }
            }
            Piece::Paragraph(words) => lines.push(words.text.clone()),
            Piece::Code(text) => lines.push(format!("`{}`", text.trim())),
            Piece::Heading(_, words) => lines.push(format!("# {}", words.text)),
            Piece::Note(_) => {}
            other => panic!("{other:?}"),
        }
    }
    lines.join("\n")
}

#[test]
fn a_list_within_a_list_stays_within_it() {
    let wanted = "- 海堤\n  1. 石階\n  2. 燈塔\n    - 東側\n- 碼頭\n  - 渡輪";
    let markdown = "- 海堤\n  1. 石階\n  2. 燈塔\n     - 東側\n- 碼頭\n  * 渡輪\n";
    assert_eq!(outline("a.md", markdown.as_bytes()), wanted);
    let html = "<ul><li>海堤<ol><li>石階</li><li>燈塔<ul><li>東側</li></ul></li></ol></li>\
        <li>碼頭<ul><li>渡輪</li></ul></li></ul>";
    assert_eq!(outline("a.html", html.as_bytes()), wanted);
    let item = |id, level, text| {
        format!(
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{id}"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#
        )
    };
    let body = [
        (5, 0, "海堤"),
        (6, 1, "石階"),
        (6, 1, "燈塔"),
        (5, 2, "東側"),
        (5, 0, "碼頭"),
        (5, 1, "渡輪"),
    ];
    let body: String = body.map(|(id, level, text)| item(id, level, text)).concat();
    let levels = |form| {
        (0..9).fold(String::new(), |mut levels, n| {
            let _ = write!(levels, r#"<w:lvl w:ilvl="{n}"><w:numFmt w:val="{form}"/></w:lvl>"#);
            levels
        })
    };
    let numbering = format!(
        r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="1">{}</w:abstractNum><w:abstractNum w:abstractNumId="2">{}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="2"/></w:num></w:numbering>"#,
        levels("bullet"),
        levels("decimal"),
    );
    let word = word_with(&body, &[("word/numbering.xml", numbering.as_bytes())]);
    assert_eq!(outline("a.docx", &word), wanted);
}

#[test]
fn a_list_goes_on_with_its_number_behind_what_stands_in_it() {
    let markdown = "1. 水\n2. 火\n\n   ```\n   x\n   ```\n\n   再燒\n3. 木\n";
    assert_eq!(outline("a.md", markdown.as_bytes()), "1. 水\n2. 火\n`x`\n再燒\n3. 木");
    assert_eq!(outline("a.md", "潮\n\n4. 退\n5. 漲\n".as_bytes()), "潮\n4. 退\n5. 漲");
    assert_eq!(
        outline("a.html", "<p>潮</p><ol start=0><li>退<li>漲</ol>".as_bytes()),
        "潮\n0. 退\n1. 漲"
    );
}

#[test]
fn what_stands_behind_an_inner_list_belongs_to_no_item_of_it() {
    let markdown = "- 海堤\n  - 石階\n\n  還有\n- 碼頭\n";
    assert_eq!(outline("a.md", markdown.as_bytes()), "- 海堤\n  - 石階\n還有\n- 碼頭");
    assert_eq!(outline("a.md", "- 一\n\n  二\n- 三\n".as_bytes()), "- 一 二\n- 三");
}

#[test]
fn a_list_without_an_item_before_it_is_no_deeper() {
    assert_eq!(outline("a.md", "- - 海\n  - 堤\n- 碼頭\n".as_bytes()), "- 海\n- 堤\n- 碼頭");
    let html = "<ul><li>堤</li><ul><li>階</li></ul></ul>";
    assert_eq!(outline("a.html", html.as_bytes()), "- 堤\n  - 階");
}

#[test]
fn lists_that_go_deeper_than_anybody_draws_keep_their_items() {
    let markdown = (0..30).fold(String::new(), |lines, n| lines + &"  ".repeat(n) + "- 層\n");
    let outline = outline("a.md", markdown.as_bytes());
    assert_eq!(outline.lines().count(), 30);
    assert!(outline.ends_with(&format!("\n{}- 層", "  ".repeat(8))), "{outline}");
}
