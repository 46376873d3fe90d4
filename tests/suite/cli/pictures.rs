//! Pictures beside the articles: which come along, and what is said of those that do not.

use expect_test::expect;
use serde_json::Value;

use super::Desk;

/// A picture in which each pixel differs from the one beside it.
fn picture(width: u32, height: u32) -> Vec<u8> {
    let level = |n: u32| u8::try_from(n % 251).unwrap_or_default();
    let picture = image::RgbImage::from_fn(width, height, |x, y| {
        image::Rgb([level(x), level(y), level(x + y)])
    });
    let mut bytes = Vec::new();
    picture.write_with_encoder(image::codecs::png::PngEncoder::new(&mut bytes)).unwrap();
    bytes
}

/// The articles' captions, and the codes of the diagnostics.
fn inspected(desk: &Desk, input: &str) -> (Vec<Value>, Vec<String>) {
    let found: Value = serde_json::from_str(&desk.run(&["inspect", "--json", input]).out).unwrap();
    let articles = found["articles"].as_array().unwrap().iter();
    let captions = articles.flat_map(|article| article["captions"].as_array().unwrap().clone());
    let codes = found["diagnostics"].as_array().unwrap().iter();
    let codes = codes.map(|found| found["code"].as_str().unwrap().to_owned());
    (captions.collect(), codes.filter(|code| code.starts_with("picture/")).collect())
}

#[test]
fn a_picture_beside_an_article_comes_along() {
    let desk = Desk::new();
    desk.put(
        "a/tide.md",
        "# Tide\n\n![The pier at low tide](pics/pier%20one.png \"A. Lim\")\n\nThe tide is out.",
    );
    desk.put("a/pics/pier one.png", picture(2000, 300));
    let (captions, codes) = inspected(&desk, "a");
    let [caption] = &captions[..] else { panic!("{captions:?}") };
    assert_eq!(caption["text"], "The pier at low tide");
    assert_eq!(caption["credit"], "A. Lim");
    assert_eq!(caption["picture"]["alt"], "The pier at low tide");
    assert_eq!(
        (&caption["picture"]["width"], &caption["picture"]["height"]),
        (&1600.into(), &240.into())
    );
    assert!(caption["picture"]["file"].as_str().unwrap().starts_with("assets/picture-"));
    assert!(codes.is_empty(), "{codes:?}");
}

#[test]
fn a_web_page_shows_its_pictures_under_their_captions() {
    let desk = Desk::new();
    let text =
        "<p>The tide is out, and the old hands know the pier again by its nails.</p>".repeat(12);
    let page = format!(
        "<html><body><article><h1>Tide</h1>{text}<figure><img src='tide_files/pier.png' alt='Pier'><figcaption>The \
         pier.</figcaption></figure>{text}<p><img src='https://example.org/x.png' alt='Far'></p></article></body></html>"
    );
    desk.put("tide.html", page).put("tide_files/pier.png", picture(64, 64));
    let (captions, codes) = inspected(&desk, "tide.html");
    let told: Vec<_> = captions
        .iter()
        .map(|it| (it["text"].as_str().unwrap(), it["picture"].is_object()))
        .collect();
    assert_eq!(told, [("The pier.", true), ("Far", false)]);
    assert_eq!(codes, ["picture/remote"]);
}

#[test]
fn a_picture_that_cannot_come_is_told_and_its_words_stay() {
    let desk = Desk::new();
    let names = [
        "gone.png",
        "../outside.png",
        "drawn.svg",
        "broken.png",
        "/etc/passwd",
        "https://example.org/x.png",
    ];
    let page: String =
        names.iter().flat_map(|name| ["![words of ", name, "](", name, ")\n\n"]).collect();
    desk.put("a/tide.md", format!("# Tide\n\n{page}The tide is out."));
    desk.put("outside.png", picture(64, 64));
    desk.put(
        "a/drawn.svg",
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    );
    desk.put("a/broken.png", &picture(64, 64)[..200]);
    let (captions, codes) = inspected(&desk, "a/tide.md");
    let told: Vec<String> =
        captions.iter().map(|it| it["text"].as_str().unwrap().to_owned()).collect();
    assert_eq!(told, names.map(|name| format!("words of {name}")));
    assert!(captions.iter().all(|caption| caption["picture"].is_null()));
    let expected = ["missing", "outside", "not-read", "not-read", "outside", "remote"];
    assert_eq!(codes, expected.map(|code| format!("picture/{code}")));
}

#[test]
fn a_picture_may_lie_anywhere_in_a_folder_that_was_named() {
    let desk = Desk::new();
    desk.put("a/texts/tide.md", "# Tide\n\n![Pier](../pics/pier.png)\n\nThe tide is out.");
    desk.put("a/pics/pier.png", picture(64, 64));
    let (captions, _) = inspected(&desk, "a");
    assert!(captions[0]["picture"].is_object());
    let (captions, codes) = inspected(&desk, "a/texts/tide.md");
    assert!(captions[0]["picture"].is_null(), "named alone, the file has its own folder only");
    assert_eq!(codes, ["picture/outside"]);
}

#[test]
fn a_missing_picture_is_told_without_a_line_that_is_not_in_the_file() {
    let desk = Desk::new();
    desk.put("tide.md", "# Tide\n\n![Pier](gone.png)\n\nThe tide is out.");
    desk.run(&["inspect", "tide.md"]).ends(0).says(&expect![[r#"
        warning[picture/missing]: gone.png: the picture is not there and was left out
        --> tide.md

        1 warning
    "#]]);
}
