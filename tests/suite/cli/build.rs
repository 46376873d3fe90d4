//! `build`, `serve` and what they leave behind. These need a program that carries the viewer; one that was
//! built without it says so, and the tests pass over what they cannot see.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use expect_test::expect;

use super::{Desk, PAGE, Ran};

/// Whether the program carries a viewer; says on stdout where it does not.
fn has_viewer() -> bool {
    let carries = !newsprint::site::Viewer::default().is_empty();
    if !carries {
        println!(
            "skipped: this program was built without the viewer (`make test` builds it first)"
        );
    }
    carries
}

#[test]
fn a_site_needs_a_place() {
    let desk = Desk::new();
    desk.put("page.txt", PAGE);
    desk.run(&["build", "page.txt"]).ends(2).says(&expect![[r#"
        error: the following required arguments were not provided:
          <--output <FOLDER>|--single <FILE>>

        Usage: newsprint build <--output <FOLDER>|--single <FILE>> <INPUT>...

        For more information, try '--help'.
    "#]]);
}

#[test]
fn an_input_is_never_overwritten() {
    let desk = Desk::new();
    desk.put("page.txt", PAGE);
    desk.run(&["build", "page.txt", "--single", "page.txt"]).ends(1).says(&expect![[r#"
        error: page.txt is there and no page of newsprint's; name another file to write
    "#]]);
    assert_eq!(fs::read_to_string(desk.path("page.txt")).unwrap(), PAGE);
    desk.put("in/story.html", "<h1>Tide</h1><p>The tide went out.</p>");
    desk.run(&["build", "in", "--single", "in/story.html"]).ends(1).says(&expect![[r#"
        error: in/story.html is there and no page of newsprint's; name another file to write
    "#]]);
}

#[test]
fn nothing_is_written_where_there_are_no_articles() {
    let desk = Desk::new();
    desk.put("blank.txt", "\n");
    desk.run(&["build", "blank.txt", "-o", "site", "--single", "page.html"]).ends(1);
    assert!(!desk.path("site").exists());
    assert!(!desk.path("page.html").exists());
}

#[test]
fn both_forms_at_once_and_again() {
    if !has_viewer() {
        return;
    }
    let desk = Desk::new();
    desk.run(&["init"]).ends(0);
    // The second time, the site lies in the folder it is made of.
    for _ in 0..2 {
        let ran = desk.run(&["build", ".", "-o", "site", "--single", "page.html"]).ends(0);
        assert_eq!(ran.err, "");
        assert_eq!(ran.out.lines().count(), 2, "{}", ran.out);
        assert!(ran.out.starts_with("wrote site (2 articles, "), "{}", ran.out);
    }
    for page in ["site/index.html", "page.html"] {
        assert!(fs::read_to_string(desk.path(page)).unwrap().contains("青石灣渡輪復航"));
    }
}

#[test]
fn what_could_be_built_is_built() {
    if !has_viewer() {
        return;
    }
    let desk = Desk::new();
    desk.put("page.txt", PAGE);
    desk.run(&["build", "page.txt", "nowhere.txt", "-o", "site"]).ends(3);
    assert!(desk.path("site/index.html").exists());
}

/// Ends the server with the test, however that ends.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

fn get(address: &str, path: &str) -> String {
    get_as(address, address, path)
}

/// What a server answers that is asked under this name.
fn get_as(host: &str, address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut response = Vec::new();
    stream.read_to_end(&mut response).unwrap();
    String::from_utf8_lossy(&response).into_owned()
}

#[test]
fn the_served_page_follows_its_files() {
    if !has_viewer() {
        return;
    }
    let desk = Desk::new();
    desk.put("page.txt", PAGE);
    let mut command = desk.command(&["serve", "page.txt", "--port", "0"]);
    // The server is killed in the end, and does not tidy up.
    command.env("TMPDIR", desk.folder.path());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let _server = Server(child);
    let line = lines.find_map(|line| line.unwrap().strip_prefix("http://").map(str::to_owned));
    let line = line.unwrap();
    let address = line.split('/').next().unwrap();

    let page = get(address, "/");
    assert!(page.contains("春滿茶樓月底結業"), "{page}");
    assert!(page.contains("cache-control: no-store"), "{page}");
    assert!(page.contains("src=\"/.newsprint/reload.js\""), "{page}");
    assert!(get(address, "/.newsprint/reload.js").contains("EventSource"));
    assert!(get(address, "/nowhere").starts_with("HTTP/1.1 404"));
    // A page whose own name leads to this machine gets nothing.
    for path in ["/", "/edition.json", "/.newsprint/editions"] {
        assert!(get_as("news.example", address, path).starts_with("HTTP/1.1 421"), "{path}");
    }
    assert!(get_as("localhost", address, "/").starts_with("HTTP/1.1 200"));

    desk.put("page.txt", PAGE.replace("月底結業", "延期結業"));
    let begun = Instant::now();
    while !get(address, "/").contains("春滿茶樓延期結業") {
        assert!(begun.elapsed() < Duration::from_secs(30), "the change was not seen");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_port_that_is_taken_is_said_to_be() {
    let desk = Desk::new();
    desk.put("page.txt", PAGE);
    let taken = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let Ran { code, err, .. } = desk.run(&["serve", "page.txt", "--port", &port]);
    assert_eq!(code, Some(1));
    assert!(err.starts_with(&format!("error: port {port} cannot be used")), "{err}");
    desk.run(&["serve", "-"]).ends(1).says(&expect![[r#"
        error: standard input cannot be watched; name a file, or use `newsprint build -`
    "#]]);
}

#[test]
fn the_same_articles_give_the_same_bytes_in_any_folder_locale_and_time_zone() {
    if !has_viewer() {
        return;
    }
    let build = |folder: &str, language: &str, zone: &str| {
        let desk = Desk::new();
        desk.put(&format!("{folder}/in/page.txt"), PAGE);
        let args = ["build", "in", "-o", "site", "--single", "page.html", "--compressed"];
        let mut command = desk.command(&args);
        command.current_dir(desk.path(folder)).env("LC_ALL", language).env("TZ", zone);
        Ran::from(command.output().unwrap()).ends(0);
        // The manifest holds the sum of every other file.
        let read = |name: &str| fs::read(desk.path(folder).join(name)).unwrap();
        (read("site/edition.json"), read("page.html"))
    };
    assert_eq!(build("a", "C", "UTC"), build("b/c", "zh_TW.UTF-8", "Pacific/Kiritimati"));
}
