//! Pages made by script of real press releases and dispatches, in the manner of `pages-composite` and in harsher ones: stories
//! joined, paragraphs broken, with and without empty lines, with bylines, lists, captions and furniture put in. Half of the
//! texts is for writing rules by, the other half for measuring them: no text is in both.

mod chance;
mod dress;
mod page;
mod releases;

use serde_json::Value;

use crate::parse_score::{Score, score};
use page::{MANNERS, Manner, page};
pub(crate) use releases::Half;
use releases::Releases;

/// Pages of each manner.
const PAGES: u64 = 40;

/// How each manner's pages are read, and how they differ from their gold.
pub(crate) fn score_manners(half: Half) -> Vec<(&'static str, Score, Vec<String>)> {
    let Some(releases) = Releases::of(half) else { return Vec::new() };
    MANNERS.iter().map(|manner| score_manner(manner, &releases)).collect()
}

fn score_manner(manner: &Manner, releases: &Releases) -> (&'static str, Score, Vec<String>) {
    let mut sum = Score::default();
    let mut differences = Vec::new();
    for n in 0..PAGES {
        let (text, gold): (String, Value) = page(manner, releases, n);
        let name = format!("{}-{n:02}.txt", manner.name);
        if let Some(folder) = std::env::var_os("NEWSPRINT_KEEP") {
            let folder = std::path::Path::new(&folder);
            std::fs::write(folder.join(&name), &text).expect("written");
        }
        let (score, mut more) = score(&name, &text, &gold);
        sum.add(score);
        differences.append(&mut more);
    }
    (manner.name, sum, differences)
}

/// `NEWSPRINT_HALF=train` shows the other half, and each difference.
#[test]
fn pages_in_many_manners_are_read_well() {
    let train = std::env::var_os("NEWSPRINT_HALF").is_some_and(|half| half == "train");
    let half = if train { Half::Train } else { Half::HeldOut };
    let only = std::env::var("NEWSPRINT_MANNER").unwrap_or_default();
    let mut all = Score::default();
    for (name, score, differences) in score_manners(half) {
        if train && name.contains(&only) {
            for difference in differences {
                println!("{difference}");
            }
        }
        println!("{name:12} {score}");
        assert_eq!(score.kept.right, score.kept.wanted, "{name}: nothing is lost");
        if name == "composite" {
            assert!(score.stories.f1() >= 0.98 && score.kinds.f1() >= 0.97, "{score}");
            assert!(score.joins.precision() >= 0.98 && score.joins.recall() >= 0.97, "{score}");
        }
        all.add(score);
    }
    println!("{:12} {all}", "all");
    // Harsher than what papers do to their readers; a fall below says that a rule fits only some pages.
    assert!(all.stories.f1() >= 0.96 && all.kinds.f1() >= 0.98, "{all}");
    assert!(all.joins.precision() >= 0.98 && all.joins.recall() >= 0.98, "{all}");
}
