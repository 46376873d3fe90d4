//! The style sheets: contrast in both themes, and the rules they are written by.

use std::collections::{BTreeMap, BTreeSet};

/// The sheets in the order in which they are joined.
const SHEETS: [(&str, &str); 15] = [
    ("layers.css", include_str!("../../style/layers.css")),
    ("tokens.css", include_str!("../../style/tokens.css")),
    ("theme.css", include_str!("../../style/theme.css")),
    ("base.css", include_str!("../../style/base.css")),
    ("layout.css", include_str!("../../style/layout.css")),
    ("article.css", include_str!("../../style/article.css")),
    ("foot.css", include_str!("../../style/foot.css")),
    ("marks.css", include_str!("../../style/marks.css")),
    ("controls.css", include_str!("../../style/controls.css")),
    ("notices.css", include_str!("../../style/notices.css")),
    ("atlas.css", include_str!("../../style/atlas.css")),
    ("atlas-drawings.css", include_str!("../../style/atlas-drawings.css")),
    ("atlas-corrections.css", include_str!("../../style/atlas-corrections.css")),
    ("print.css", include_str!("../../style/print.css")),
    ("dialogs.css", include_str!("../../style/dialogs.css")),
];

/// Where colours may be written.
const COLOUR_SHEETS: [&str; 2] = ["tokens.css", "theme.css"];

/// The kinds every edition knows; each is a role in `theme.css`.
pub(crate) const KINDS: [&str; 7] =
    ["person", "place", "organisation", "work", "event", "date", "quantity"];

#[derive(Clone, Copy, Debug)]
pub(crate) enum Theme {
    Light,
    Dark,
}

pub(crate) const THEMES: [Theme; 2] = [Theme::Light, Theme::Dark];

/// A sheet without its comments.
fn code(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |code, part| code + part.split_once("*/").map_or("", |(_, after)| after))
}

/// Every `property: value` of a sheet, in order.
fn declarations(css: &str) -> Vec<(String, String)> {
    let code = code(css);
    let pieces = code.split(['{', '}', ';']).filter_map(|piece| piece.split_once(':'));
    pieces
        .map(|(property, value)| (property.trim().to_owned(), value.trim().to_owned()))
        .filter(|(property, _)| {
            property.chars().all(|c| c.is_ascii_lowercase() || "-0123456789".contains(c))
        })
        .collect()
}

/// The first value of each custom property: what holds before any media query.
fn properties() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (_, css) in SHEETS {
        for (property, value) in declarations(css) {
            if property.starts_with("--") {
                found.entry(property).or_insert(value);
            }
        }
    }
    found
}

/// A role's colour in a theme, as `#rrggbb`.
pub(crate) fn colour(role: &str, theme: Theme) -> String {
    let properties = properties();
    let mut value = format!("var(--{role})");
    for _ in 0..8 {
        if let Some(both) = value.strip_prefix("light-dark(").and_then(|v| v.strip_suffix(')')) {
            let (light, dark) = both.split_once(',').unwrap_or((both, both));
            value = match theme {
                Theme::Light => light.trim().to_owned(),
                Theme::Dark => dark.trim().to_owned(),
            };
        }
        match value.strip_prefix("var(").and_then(|v| v.strip_suffix(')')) {
            Some(name) => value = properties.get(name).cloned().unwrap_or_default(),
            None => break,
        }
    }
    value
}

/// Relative luminance of `#rrggbb`: WCAG 2.2, "relative luminance".
fn luminance(hex: &str) -> f64 {
    let digits = hex.strip_prefix('#').unwrap_or_default();
    assert_eq!(digits.len(), 6, "{hex:?} is no #rrggbb");
    let channel = |at: usize| {
        let value = u8::from_str_radix(&digits[at..at + 2], 16).map_or(f64::NAN, f64::from) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}

/// Contrast ratio, 1 to 21: WCAG 2.2, "contrast ratio".
pub(crate) fn contrast(one: &str, other: &str) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The pairs that fall short in either theme.
fn too_faint(pairs: &[(&str, &str)], least: f64) -> Vec<String> {
    let mut faint = Vec::new();
    for theme in THEMES {
        for (front, back) in pairs {
            let ratio = contrast(&colour(front, theme), &colour(back, theme));
            if ratio < least {
                faint.push(format!("{front} on {back}, {theme:?}: {ratio:.2} < {least}"));
            }
        }
    }
    faint
}

const NONE: [String; 0] = [];

#[test]
fn contrast_is_what_the_standard_says() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    assert!((contrast("#777777", "#ffffff") - 4.478).abs() < 1e-3);
}

#[test]
fn reading_text_stands_out_seven_to_one() {
    let pairs = [
        ("ink", "paper"),
        ("quiet", "paper"),
        ("ink", "sunk"),
        ("paper", "ink"),
        ("hit-ink", "hit"),
        ("hit-now-ink", "hit-now"),
    ];
    assert_eq!(too_faint(&pairs, 7.0), NONE);
}

#[test]
fn accent_and_kinds_stand_out_four_and_a_half_to_one() {
    let mut pairs = vec![("accent", "paper"), ("accent", "sunk")];
    pairs.extend(KINDS.map(|kind| (kind, "paper")));
    pairs.extend(KINDS.map(|kind| (kind, "hit")));
    assert_eq!(too_faint(&pairs, 4.5), NONE);
}

/// WCAG 2.2, 1.4.11: what tells that something is a control.
#[test]
fn edges_of_controls_stand_out_three_to_one() {
    assert_eq!(too_faint(&[("edge", "paper"), ("edge", "sunk")], 3.0), NONE);
}

#[test]
fn colours_are_written_in_tokens_and_theme_only() {
    let functions = ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch("];
    let names = ["black", "white", "red", "green", "blue", "yellow", "orange", "gray", "grey"];
    let mut literals = Vec::new();
    for (sheet, css) in SHEETS.iter().filter(|(sheet, _)| !COLOUR_SHEETS.contains(sheet)) {
        for (property, value) in declarations(css) {
            let mut words = value.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
            let literal = value.contains('#')
                || functions.iter().any(|function| value.contains(function))
                || words.any(|word| names.contains(&word));
            if literal {
                literals.push(format!("{sheet}: {property}: {value}"));
            }
        }
    }
    assert_eq!(literals, NONE);
}

/// What names a side of the screen would stand wrong in a text that runs from right to left.
#[test]
fn sides_are_named_by_the_direction_of_the_text() {
    let sides = ["left", "right", "top", "bottom", "width", "height"];
    let stems = ["", "margin-", "padding-", "border-", "inset-", "min-", "max-"];
    let physical: BTreeSet<String> = stems
        .iter()
        .flat_map(|stem| sides.map(|side| format!("{stem}{side}")))
        .chain(["overflow-x", "overflow-y", "float", "clear"].map(str::to_owned))
        .collect();
    let mut found = Vec::new();
    for (sheet, css) in SHEETS {
        for (property, value) in declarations(css) {
            let aligned = ["text-align", "justify-content", "justify-self"].contains(&&*property)
                && ["left", "right"].contains(&&*value);
            if physical.contains(&property) || aligned {
                found.push(format!("{sheet}: {property}: {value}"));
            }
        }
    }
    assert_eq!(found, NONE);
}

#[test]
fn nothing_outweighs_the_rest_but_for_a_reason() {
    for (sheet, css) in SHEETS {
        let count = code(css).matches("!important").count();
        assert!(count == 0 || ["base.css", "print.css"].contains(&sheet), "{sheet}: !important");
    }
}

#[test]
fn every_sheet_stands_in_a_layer_and_in_the_list() {
    let (_, list) = SHEETS[0];
    let declared = code(list);
    for (sheet, css) in SHEETS.iter().skip(1) {
        assert!(list.contains(sheet), "layers.css does not list {sheet}");
        let code = code(css);
        let mut depth = 0_i32;
        let mut outside = String::new();
        for c in code.chars() {
            depth += i32::from(c == '{') - i32::from(c == '}');
            if depth == 0 && c != '}' {
                outside.push(c);
            } else if depth == 1 && c == '{' {
                outside.push('\n');
            }
        }
        assert_eq!(depth, 0, "{sheet}: a brace is missing");
        for line in outside.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let layer = line.strip_prefix("@layer ").unwrap_or_default();
            let known = declared.split([' ', ',', ';']).any(|name| name == layer);
            assert!(known && !layer.is_empty(), "{sheet}: {line:?} stands in no layer of the list");
        }
    }
}

#[test]
fn every_token_is_defined_and_used() {
    let defined: BTreeSet<String> = properties().into_keys().collect();
    let mut used = BTreeSet::new();
    for (_, css) in SHEETS {
        let code = code(css);
        for after in code.split("var(").skip(1) {
            let name = after.split([')', ',']).next().unwrap_or_default();
            used.insert(name.trim().to_owned());
        }
    }
    assert_eq!(used.difference(&defined).cloned().collect::<Vec<_>>(), NONE);
    assert_eq!(defined.difference(&used).cloned().collect::<Vec<_>>(), NONE);
}
