//! Our own few scripts, a little smaller than they were written.

/// A script without its comment lines and indentation. Ours have no text over several lines in which either could
/// mean something.
pub(super) fn slim(script: &str) -> String {
    let lines = script.lines().map(str::trim_start);
    let code = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    let code = code.filter(|line| !(line.starts_with("/**") && line.ends_with("*/")));
    code.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::slim;

    #[test]
    fn only_what_says_nothing_goes() {
        let script = "// Starts.\n(function () {\n  \"use strict\";\n\n  /** A thing. */\n  run(\"//\"); // now\n})();\n";
        assert_eq!(slim(script), "(function () {\n\"use strict\";\nrun(\"//\"); // now\n})();\n");
    }
}
