//! Archives, books and Word files: what is in them is read as if it lay in a folder, and nothing unpacks without end.

use std::io::{Cursor, Write as _};

use flate2::Compression;
use flate2::write::GzEncoder;
use newsprint::model::{Article, Block, Styling};
use newsprint::parse::parse;
use newsprint::read::{ReadError, read, unpack, unpack_each};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const PAGE: &str = "潮水退去 老船員認得舊碼頭\n\n清晨，海面平靜。\n";

/// What `xz -9` makes of [`PAGE`].
const PAGE_XZ: &[u8] = include_bytes!("fixtures/page.txt.xz");

/// A ZIP archive of these files.
pub(crate) fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a file");
        writer.write_all(content).expect("written");
    }
    writer.finish().expect("an archive").into_inner()
}

fn gzipped(content: &[u8]) -> Vec<u8> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(content).expect("written");
    writer.finish().expect("an archive")
}

fn names(name: &str, bytes: Vec<u8>) -> Vec<String> {
    let unpacked = unpack(name, bytes).expect("an archive");
    unpacked.files.into_iter().map(|file| file.name).collect()
}

fn articles(name: &str, bytes: &[u8]) -> Vec<Article> {
    let reading = read(name, bytes).expect("read");
    reading.documents.into_iter().flat_map(|document| parse(document).0).collect()
}

#[test]
fn what_is_packed_is_read_like_what_is_not() {
    for (name, bytes) in [
        ("page.txt", PAGE.as_bytes().to_vec()),
        ("page.txt.gz", gzipped(PAGE.as_bytes())),
        ("page.txt.xz", PAGE_XZ.to_vec()),
        ("page.txt.gz.gz", gzipped(&gzipped(PAGE.as_bytes()))),
    ] {
        let unpacked = unpack(name, bytes).expect("an archive");
        assert_eq!(unpacked.files.len(), 1, "{name}");
        assert_eq!(unpacked.files[0].bytes, PAGE.as_bytes(), "{name}");
        assert!(unpacked.files[0].name.starts_with("page.txt"), "{name}");
    }
}

#[test]
fn the_files_of_an_archive_keep_their_names_and_order() {
    let inner = zipped(&[("c.md", b"# C\n\nText.")]);
    let packed = gzipped(b"A page.");
    let bytes = zipped(&[
        ("b/two.txt", b"Two."),
        ("b/one.txt.gz", &packed),
        ("inner.zip", &inner),
        (".hidden.txt", b"Hidden."),
        ("__MACOSX/._two.txt", b"\0\x05"),
        ("b/picture.tif", b"\x89PNG"),
    ]);
    let found = names("all.zip", bytes.clone());
    assert_eq!(found, ["all.zip/b/two.txt", "all.zip/b/one.txt", "all.zip/inner.zip/c.md"]);
    let notes = unpack("all.zip", bytes).expect("an archive").diagnostics;
    assert_eq!(notes[0].message, "1 file that is no text in the archive left aside");
}

#[test]
fn names_that_are_not_in_unicode_are_read_too() {
    // 潮水.txt in Big5, as an archiver on an old Windows writes it.
    let mut bytes = zipped(&[("abcd.txt", PAGE.as_bytes())]);
    let big5 = b"\xBC\xE9\xA4\xF4";
    let places: Vec<usize> =
        (0..bytes.len() - 4).filter(|at| bytes[*at..].starts_with(b"abcd")).collect();
    for at in places {
        bytes[at..at + 4].copy_from_slice(big5);
    }
    assert_eq!(names("a.zip", bytes), ["a.zip/潮水.txt"]);
}

#[test]
fn what_unpacks_without_end_is_refused() {
    let zeros = vec![b'0'; 40 << 20];
    for (name, bytes) in
        [("bomb.gz", gzipped(&zeros)), ("bomb.zip", zipped(&[("bomb.txt", &zeros)]))]
    {
        let Err(ReadError::Archive { why, .. }) = unpack(name, bytes) else {
            panic!("{name} is a bomb")
        };
        assert_eq!(why, "unpacks to more than 250 times its size", "{name}");
    }
    // Each of these is harmless alone.
    let some = vec![b'0'; 20 << 20];
    let many = zipped(&[("a.txt", &some), ("b.txt", &some), ("c.txt", &some)]);
    let Err(ReadError::Archive { why, .. }) = unpack("many.zip", many) else {
        panic!("together they are a bomb")
    };
    assert_eq!(why, "unpacks to more than 250 times its size");
    // An archive in an archive in an archive…
    let mut nested = PAGE.as_bytes().to_vec();
    for _ in 0..10 {
        nested = gzipped(&nested);
    }
    let unpacked = unpack("page.txt.gz", nested).expect("an archive");
    assert!(unpacked.files.is_empty());
    assert_eq!(unpacked.diagnostics[0].code, "archive/left-aside");
}

#[test]
fn files_are_given_away_one_by_one_and_pictures_come_first() {
    let inner = zipped(&[("c.md", b"# C\n\nText.")]);
    let bytes = zipped(&[
        ("a.txt", PAGE.as_bytes()),
        ("inner.zip", &inner),
        ("b.txt", b"B."),
        ("z.png", b"\x89PNG"),
    ]);
    let mut taken = Vec::new();
    let left = unpack_each("all.zip", bytes, |entry| {
        taken.push((entry.file.name, entry.among, entry.pictures.len()));
    });
    let files = ["all.zip/a.txt", "all.zip/inner.zip/c.md", "all.zip/b.txt"];
    assert_eq!(taken, files.map(|name| (name.to_owned(), 3, 1)));
    assert!(left.expect("an archive").files.is_empty());
}

#[test]
fn a_damaged_file_leaves_the_others() {
    let mut bytes = zipped(&[("a.txt", PAGE.repeat(50).as_bytes()), ("b.txt", b"B.")]);
    bytes[60..70].fill(0xFF);
    let unpacked = unpack("a.zip", bytes).expect("an archive");
    assert_eq!(unpacked.files.len(), 1);
    assert_eq!(unpacked.diagnostics[0].code, "archive/damaged");
    for bytes in [&b"PK\x03\x04"[..], b"\x1F\x8B", b"\xFD7zXZ\0", b"PK\x03\x04\0\0\0\0"] {
        assert!(matches!(unpack("a", bytes.to_vec()), Err(ReadError::Archive { .. })));
    }
}

/// A book of two chapters.
pub(crate) fn book() -> Vec<u8> {
    let container = br#"<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
        <rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"#;
    let contents = r#"<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <metadata><dc:title>潮汐志</dc:title><dc:creator>沈若蘭</dc:creator><dc:language>zh-Hant</dc:language>
        <dc:date>2026-05-20</dc:date></metadata>
        <manifest><item id="nav" href="nav.xhtml" properties="nav"/><item id="b" href="text/b%20b.xhtml"/>
        <item id="a" href="text/a.xhtml"/></manifest>
        <spine><itemref idref="nav"/><itemref idref="a"/><itemref idref="b"/></spine></package>"#;
    let chapter = |title: &str| {
        format!("<html><body><h1>{title}</h1><p>清晨，海面<em>平靜</em>。</p></body></html>")
    };
    zipped(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", container),
        ("OEBPS/book.opf", contents.as_bytes()),
        ("OEBPS/nav.xhtml", b"<html><body><ol><li>Contents</li></ol></body></html>"),
        ("OEBPS/text/a.xhtml", chapter("潮水").as_bytes()),
        ("OEBPS/text/b b.xhtml", chapter("碼頭").as_bytes()),
    ])
}

#[test]
fn a_book_is_read_by_chapters() {
    let bytes = book();
    assert_eq!(names("tide.epub", bytes.clone()), ["tide.epub"]);
    let found = articles("tide.epub", &bytes);
    let heads: Vec<_> = found.iter().map(|a| a.headline.as_deref().unwrap_or_default()).collect();
    assert_eq!(heads, ["潮水", "碼頭"]);
    let first = &found[0];
    assert_eq!(first.source.as_deref(), Some("潮汐志"));
    assert_eq!(first.byline.as_deref(), Some("沈若蘭"));
    assert_eq!(first.day.as_deref(), Some("2026-05-20"));
    assert_eq!(first.id.as_str(), "tide-a");
    assert_eq!(first.styles[0].styling, Styling::Emphasis);
}

const WORD: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;

fn paragraph(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A Word file of this body.
pub(crate) fn word(body: &str) -> Vec<u8> {
    word_with(body, &[])
}

/// A Word file of this body, with further parts, or others in the place of its own.
pub(crate) fn word_with(body: &str, further: &[(&str, &[u8])]) -> Vec<u8> {
    let text = format!("<w:document {WORD}><w:body>{body}<w:sectPr/></w:body></w:document>");
    let styles = format!(
        r#"<w:styles {WORD}><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>
        <w:style w:styleId="a3"><w:name w:val="Title"/></w:style></w:styles>"#
    );
    let links = r#"<Relationships><Relationship Id="rId5" Target="https://tide.example/"/></Relationships>"#;
    let notes = format!(
        r#"<w:footnotes {WORD}><w:footnote w:type="separator"><w:p/></w:footnote>
        <w:footnote w:id="1"><w:p><w:r><w:t>據潮汐表。</w:t></w:r></w:p></w:footnote></w:footnotes>"#
    );
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", text.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
        ("word/_rels/document.xml.rels", links.as_bytes()),
        ("word/footnotes.xml", notes.as_bytes()),
    ];
    parts.retain(|(name, _)| further.iter().all(|(other, _)| other != name));
    parts.extend(further);
    zipped(&parts)
}

#[test]
fn a_word_file_keeps_headings_lists_tables_and_links() {
    let item = r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>"#;
    let body = [
        paragraph(r#"<w:pStyle w:val="a3"/>"#, "潮水退去"),
        paragraph("", "清晨，海面平靜。"),
        paragraph(r#"<w:pStyle w:val="1"/>"#, "碼頭"),
        r#"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">老船員</w:t></w:r><w:hyperlink r:id="rId5"><w:r><w:t>認得</w:t></w:r></w:hyperlink><w:del><w:r><w:delText>刪去</w:delText></w:r></w:del></w:p>"#.to_owned(),
        paragraph(item, "甲"),
        paragraph(item, "乙"),
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>時</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>米</w:t></w:r></w:p></w:tc></w:tr></w:tbl>".to_owned(),
    ]
    .concat();
    let found = articles("tide.docx", &word(&body));
    let article = &found[0];
    assert_eq!(article.headline.as_deref(), Some("潮水退去"));
    assert_eq!(article.sections.len(), 2);
    let section = &article.sections[1];
    assert_eq!(section.heading.as_deref(), Some("碼頭"));
    assert_eq!(section.blocks[0], Block::Paragraph { text: "老船員認得".to_owned() });
    let items = ["甲", "乙"].map(str::to_owned).to_vec();
    assert_eq!(
        section.blocks[1],
        Block::List { ordered: false, first: 1, items, nested: Vec::new() }
    );
    let row = ["時", "米"].map(str::to_owned).to_vec();
    assert_eq!(section.blocks[2], Block::Table { rows: vec![row] });
    assert_eq!(section.blocks[3], Block::Note { text: "據潮汐表。".to_owned() });
    let stylings: Vec<_> = article.styles.iter().map(|style| style.styling.clone()).collect();
    assert_eq!(stylings, [Styling::Strong, Styling::Link("https://tide.example/".to_owned())]);
}

#[test]
fn a_page_pasted_into_word_is_a_page() {
    let lines = PAGE.lines().filter(|line| !line.is_empty());
    let body: String = lines.map(|line| paragraph("", line)).collect();
    let found = articles("page.docx", &word(&body));
    assert_eq!(found[0].headline.as_deref(), Some("潮水退去 老船員認得舊碼頭"));
}

#[test]
fn damaged_packages_are_told() {
    for (name, files) in [
        ("a.docx", vec![("word/document.xml", &b"<w:document"[..])]),
        ("a.epub", vec![("META-INF/container.xml", &b"<container/>"[..])]),
    ] {
        assert!(matches!(read(name, &zipped(&files)), Err(ReadError::Archive { .. })), "{name}");
    }
}
