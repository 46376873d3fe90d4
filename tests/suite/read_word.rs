//! Word files as people make them: text boxes, layout tables, tracked moves, notes at the end.

use std::fmt::Write as _;

use newsprint::model::{Article, Block};
use newsprint::parse::parse;
use newsprint::read::{Options, Piece, read, source};

use crate::read_archives::{word, word_with};

const HEADED: &str = r#"<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>碼頭</w:t></w:r></w:p>"#;

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn boxed(text: &str, inner: &str) -> String {
    format!(
        "<w:p><w:r><w:t>{text}</w:t></w:r><w:r><w:drawing><w:txbxContent>{inner}</w:txbxContent></w:drawing></w:r></w:p>"
    )
}

fn picture(alt: &str) -> String {
    format!(
        r#"<w:p><w:r><w:drawing><wp:inline xmlns:wp="wp"><wp:docPr descr="{alt}"/><a:blip xmlns:a="a" r:embed="rId5"/></wp:inline></w:drawing></w:r></w:p>"#
    )
}

fn article(bytes: &[u8]) -> Article {
    let reading = read("tide.docx", bytes).expect("a Word file");
    let document = reading.documents.into_iter().next().expect("a document");
    parse(document).0.into_iter().next().expect("an article")
}

/// The text of each paragraph and what stands for each picture, in order; without the notes.
fn told(body: &str) -> Vec<String> {
    let reading = read("tide.docx", &word(&format!("{HEADED}{body}"))).expect("a Word file");
    let of = |piece: &Piece| match piece {
        Piece::Paragraph(words) => Some(words.text.clone()),
        Piece::Figure { picture: Some(picture), .. } => Some(format!("[{}]", picture.alt)),
        Piece::Table(rows) => {
            let cells = rows.iter().flatten().map(|cell| cell.text.as_str());
            Some(cells.collect::<Vec<_>>().join("|"))
        }
        _ => None,
    };
    reading.documents[0].pieces().iter().filter_map(of).collect()
}

#[test]
fn boxes_within_boxes_are_read_once_each() {
    let nested = (0..40).rev().fold(String::new(), |inner, n| boxed(&format!("第{n}層"), &inner));
    let wanted: Vec<String> = (0..40).map(|n| format!("第{n}層")).collect();
    assert_eq!(told(&nested), wanted);
}

#[test]
fn a_picture_in_a_box_comes_once_and_with_its_own_words() {
    let body = boxed("外面", &(picture("漁船") + &paragraph("裏面"))) + &picture("燈塔");
    assert_eq!(told(&body), ["外面", "[漁船]", "裏面", "[燈塔]"]);
}

#[test]
fn what_stands_in_cells_besides_words_comes_after_the_table() {
    let cell = |inner: &str| format!("<w:tc>{inner}</w:tc>");
    let row = |cells: &str| format!("<w:tr>{cells}</w:tr>");
    let inner = format!("<w:tbl>{}</w:tbl>", row(&cell(&picture("內表"))));
    let body = [
        "<w:tbl>".to_owned(),
        row(&(cell(&(picture("漁船") + &paragraph("圖說"))) + &cell(&paragraph("正文")))),
        // A row that a form control holds is a row too.
        format!(
            "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
            row(&cell(&(boxed("乙", &paragraph("框中")) + &inner)))
        ),
        "</w:tbl>".to_owned(),
        paragraph("表後"),
    ]
    .concat();
    assert_eq!(told(&body), ["圖說|正文|乙", "[漁船]", "[內表]", "框中", "表後"]);
}

#[test]
fn what_an_older_word_reads_instead_is_left_out() {
    let body = format!(
        "<mc:AlternateContent xmlns:mc=\"mc\"><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
        paragraph("新"),
        paragraph("舊")
    );
    assert_eq!(told(&body), ["新"]);
}

#[test]
fn text_that_was_moved_stands_where_it_was_moved_to() {
    let moved = |tag: &str| format!("<w:p><w:{tag}><w:r><w:t>退潮</w:t></w:r></w:{tag}></w:p>");
    let body = moved("moveFrom") + &paragraph("清晨") + &moved("moveTo");
    assert_eq!(told(&body), ["清晨", "退潮"]);
    let said = source("tide.docx", &word(&body), &Options::default()).expect("a Word file");
    assert_eq!(said.matches("退潮").count(), 1);
}

#[test]
fn notes_at_the_end_are_read_like_those_at_the_foot() {
    let notes = r#"<w:endnotes xmlns:w="w"><w:endnote w:type="separator"><w:p/></w:endnote><w:endnote w:id="1"><w:p><w:r><w:t>見港志。</w:t></w:r></w:p></w:endnote></w:endnotes>"#;
    let bytes = word_with(HEADED, &[("word/endnotes.xml", notes.as_bytes())]);
    let blocks: Vec<Block> = article(&bytes).sections.into_iter().flat_map(|s| s.blocks).collect();
    let notes = ["據潮汐表。", "見港志。"].map(|text| Block::Note { text: text.to_owned() });
    assert_eq!(blocks, notes);
    assert!(source("a.docx", &bytes, &Options::default()).expect("read").contains("見港志。"));
}

#[test]
fn a_paragraph_of_links_alone_is_read_in_one_go() {
    let count = 60_000;
    let links = (0..count).fold(String::new(), |mut links, n| {
        let _ = write!(links, r#"<Relationship Id="r{n}" Target="https://tide.example/{n}"/>"#);
        links
    });
    let links = format!("<Relationships>{links}</Relationships>");
    let runs = (0..count).fold(String::new(), |mut runs, n| {
        let _ = write!(runs, r#"<w:hyperlink r:id="r{n}"><w:r><w:t>潮</w:t></w:r></w:hyperlink>"#);
        runs
    });
    let body = format!("{HEADED}<w:p>{runs}</w:p>");
    let bytes = word_with(&body, &[("word/_rels/document.xml.rels", links.as_bytes())]);
    assert_eq!(article(&bytes).styles.len(), count);
}
