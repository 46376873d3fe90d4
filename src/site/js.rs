//! Our own few scripts, a little smaller than they were written.

/// What loads the views of names once a reader asks for one.
pub(super) const DEMAND: &str = include_str!("demand.js");

/// The views of names, in the order in which they are to be read.
const ATLAS: [&str; 7] = [
    include_str!("atlas/reckon.js"),
    include_str!("atlas/page.js"),
    include_str!("atlas/names.js"),
    include_str!("atlas/graph.js"),
    include_str!("atlas/days.js"),
    include_str!("atlas/corrections.js"),
    include_str!("atlas/start.js"),
];

/// The views of names as one script.
pub(super) fn atlas() -> String {
    let parts: String = ATLAS.into_iter().map(slim).collect();
    ["(function(){\"use strict\";\n", &parts, "})();\n"].concat()
}

/// A script without its comment lines and indentation. Ours have no text over several lines in which either could
/// mean something.
pub(super) fn slim(script: &str) -> String {
    let mut in_comment = false;
    let mut code = String::with_capacity(script.len());
    for line in script.lines().map(str::trim_start) {
        in_comment |= line.starts_with("/**");
        if !(in_comment || line.is_empty() || line.starts_with("//")) {
            code.push_str(line);
            code.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    code
}

#[cfg(test)]
mod tests {
    use super::slim;

    #[test]
    fn only_what_says_nothing_goes() {
        let script = "// Starts.\n(function () {\n  \"use strict\";\n\n  /** A thing. */\n  /**\n   * Another.\n   */\n  run(\"//\"); // now\n})();\n";
        assert_eq!(slim(script), "(function () {\n\"use strict\";\nrun(\"//\"); // now\n})();\n");
    }
}
