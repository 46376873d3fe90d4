//! Archives that were made to deceive, or were damaged on the way.

use std::io::Write as _;

use newsprint::read::{ReadError, read, unpack};

use crate::read_archives::zipped;

/// A book whose spine names one chapter so many times.
fn repeated(times: usize, chapter: &[u8]) -> Vec<u8> {
    let container = br#"<container><rootfile full-path="book.opf"/></container>"#;
    let each = |item: fn(usize) -> String| (0..times).map(item).collect::<Vec<_>>().concat();
    let items = each(|n| format!(r#"<item id="i{n}" href="a.xhtml"/>"#));
    let spine = each(|n| format!(r#"<itemref idref="i{n}"/>"#));
    let contents = format!("<package><manifest>{items}</manifest><spine>{spine}</spine></package>");
    zipped(&[
        ("META-INF/container.xml", container),
        ("book.opf", contents.as_bytes()),
        ("a.xhtml", chapter),
    ])
}

#[test]
fn a_chapter_that_is_named_twice_is_read_once() {
    let book = repeated(50, "<html><body><p>清晨，海面平靜。</p></body></html>".as_bytes());
    assert_eq!(read("tide.epub", &book).expect("a book").documents.len(), 1);
}

/// A ZIP archive in which so many entries stand for the same bytes (APPNOTE 4.4): 2 MB, some of it noise.
fn overlapping(times: usize) -> Vec<u8> {
    // So that each alone unpacks to less than 250 times its size.
    let mut state = 1_u64;
    let noise = (0..10_000).map(|_| {
        // Knuth, TAOCP 2, 3.3.4.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        state.to_be_bytes()[0]
    });
    let content: Vec<u8> = noise.chain(std::iter::repeat_n(b'0', 2 << 20)).collect();
    let bytes = zipped(&[("a.txt", &content)]);
    let end = bytes.len() - 22;
    let start =
        u32::from_le_bytes(bytes[end + 16..end + 20].try_into().expect("four bytes")) as usize;
    let entry = &bytes[start..end];
    let mut out = bytes[..start].to_vec();
    for n in 0..times {
        let mut entry = entry.to_vec();
        // All names are of five letters.
        let name = format!("{}.txt", char::from(b'a' + u8::try_from(n).expect("few")));
        entry[46..51].copy_from_slice(name.as_bytes());
        out.write_all(&entry).expect("written");
    }
    let size = u32::try_from(entry.len() * times).expect("small");
    let mut tail = bytes[end..].to_vec();
    let count = u16::try_from(times).expect("few").to_le_bytes();
    tail[8..10].copy_from_slice(&count);
    tail[10..12].copy_from_slice(&count);
    tail[12..16].copy_from_slice(&size.to_le_bytes());
    [out, tail].concat()
}

#[test]
fn entries_that_share_their_bytes_raise_no_allowance() {
    // Were its packed size counted for each, 26 times 2 MB would come of an archive of some 15 kB.
    let bytes = overlapping(26);
    assert!((10_000..20_000).contains(&bytes.len()), "{}", bytes.len());
    match unpack("a.zip", bytes) {
        Err(ReadError::Archive { why, .. }) => {
            assert_eq!(why, "unpacks to more than 250 times its size");
        }
        Ok(unpacked) => panic!("{} files", unpacked.files.len()),
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn a_damaged_head_of_one_file_leaves_the_others() {
    let mut bytes = zipped(&[("a.txt", b"A tide."), ("b.txt", b"B tide."), ("c.txt", b"C tide.")]);
    let at = bytes.windows(5).position(|five| five == b"b.txt").expect("the second") - 30;
    bytes[at..at + 4].fill(0xFF);
    let unpacked = unpack("a.zip", bytes).expect("an archive");
    let names: Vec<_> = unpacked.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["a.zip/a.txt", "a.zip/c.txt"]);
    let told: Vec<_> =
        unpacked.diagnostics.iter().map(|it| (it.code.as_str(), it.file.as_str())).collect();
    assert_eq!(told, [("archive/damaged", "a.zip/b.txt")]);
}

#[test]
fn what_ends_at_once_in_a_book_takes_in_nothing_that_follows() {
    let anchors = r#"<a id="p7"/><span id="s7"/>"#.repeat(600);
    let chapter = format!(
        "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/><script src=\"a > b\"/></head><body>{anchors}<p>清晨<b>無風</b>，<a href=\"https://tide.example/\">海面</a><!-- <i/> --><br/>平靜。</p></body></html>"
    );
    let reading = read("tide.epub", &repeated(1, chapter.as_bytes())).expect("a book");
    let newsprint::read::Piece::Paragraph(words) = &reading.documents[0].pieces()[0] else {
        panic!("{:?}", reading.documents[0].pieces())
    };
    assert_eq!(words.text, "清晨無風，海面平靜。");
    let styled: Vec<_> = words.styles.iter().map(|(range, _)| range.clone()).collect();
    assert_eq!(styled, [2..4, 5..7]);
}
