//! Kinds of mentions are told apart by those who see colours otherwise: by their lines, and by their inks as far as that goes.

use std::collections::BTreeSet;

use super::style::{KINDS, THEMES, colour, contrast};

const THEME: &str = include_str!("../../style/theme.css");

/// What is seen of linear red, green and blue without one sort of cones: Machado, Oliveira and Fernandes, "A Physiologically-based
/// Model for Simulation of Color Vision Deficiency" (2009), severity 1.0.
const EYES: [(&str, [[f64; 3]; 3]); 3] = [
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// The style and the weight of a kind's line; of the author's own kinds where none is named.
fn line(kind: Option<&str>) -> (String, f64) {
    let value = |name: &str| {
        let of = |selector: &str| {
            let (_, rule) = THEME.split_once(&format!("{selector} {{"))?;
            let (_, value) = rule.split_once('}')?.0.split_once(&format!("{name}: "))?;
            Some(value.split(';').next().unwrap_or_default().to_owned())
        };
        let own = kind.and_then(|kind| of(&format!("[data-kind=\"{kind}\"]")));
        own.or_else(|| of("  [data-kind]")).unwrap_or_default()
    };
    let weight = value("--kind-weight");
    (value("--kind-line"), weight.trim_end_matches("em").parse().unwrap_or(f64::NAN))
}

#[test]
fn no_two_kinds_have_the_same_line() {
    let mut lines: Vec<(&str, String, f64)> = Vec::new();
    for kind in KINDS.map(Some).into_iter().chain([None]) {
        let (style, weight) = line(kind);
        let name = kind.unwrap_or("the author's own");
        for (other, its_style, its_weight) in &lines {
            let (thin, thick) = (weight.min(*its_weight), weight.max(*its_weight));
            // In the smallest reading type, 17 px, one is then a pixel and the other two.
            assert!(
                style != *its_style
                    || (thin * 17.0 < 1.5 && thick * 17.0 > 1.5 && thick >= 1.6 * thin),
                "{name} and {other} are both {style}, {weight} and {its_weight}"
            );
        }
        lines.push((name, style, weight));
    }
    let styles: BTreeSet<String> = lines.into_iter().map(|(_, style, _)| style).collect();
    assert_eq!(
        styles.into_iter().collect::<Vec<_>>(),
        ["dashed", "dotted", "double", "solid", "wavy"]
    );
}

fn linear(hex: &str) -> [f64; 3] {
    let digits = hex.strip_prefix('#').unwrap_or_default();
    [0, 2, 4].map(|at| {
        let value = u8::from_str_radix(&digits[at..at + 2], 16).map_or(f64::NAN, f64::from) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255")]
fn hex(linear: [f64; 3]) -> String {
    let digits = linear.map(|value| {
        let value = value.clamp(0.0, 1.0);
        let value = if value <= 0.003_130_8 {
            value * 12.92
        } else {
            1.055 * value.powf(1.0 / 2.4) - 0.055
        };
        format!("{:02x}", (value * 255.0).round() as u8)
    });
    format!("#{}", digits.concat())
}

fn seen(hex_colour: &str, eyes: &[[f64; 3]; 3]) -> String {
    let [r, g, b] = linear(hex_colour);
    hex(eyes.map(|row| row[0] * r + row[1] * g + row[2] * b))
}

#[test]
fn every_ink_stands_out_to_all_eyes() {
    let mut faint = Vec::new();
    for theme in THEMES {
        for (name, eyes) in &EYES {
            let paper = seen(&colour("paper", theme), eyes);
            for kind in KINDS {
                let ratio = contrast(&seen(&colour(kind, theme), eyes), &paper);
                if ratio < 4.5 {
                    faint.push(format!("{kind}, {theme:?}, {name}: {ratio:.2}"));
                }
            }
        }
    }
    assert!(faint.is_empty(), "{faint:?}");
}

/// CIE 1976 colour difference of two colours (CIE 15:2004), D65.
fn difference(one: &str, other: &str) -> f64 {
    let lab = |hex: &str| {
        let [red, green, blue] = linear(hex);
        let root = |t: f64| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
        let x = root((0.412_456 * red + 0.357_576 * green + 0.180_437 * blue) / 0.950_47);
        let y = root(0.212_673 * red + 0.715_152 * green + 0.072_175 * blue);
        let z = root((0.019_334 * red + 0.119_192 * green + 0.950_304 * blue) / 1.088_83);
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    };
    lab(one).iter().zip(lab(other)).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

/// Where two kinds have lines of one style, and only the weight tells them apart, the inks help to all eyes.
#[test]
fn kinds_of_one_line_style_differ_in_ink_to_all_eyes() {
    let mut alike = Vec::new();
    for theme in THEMES {
        for (name, eyes) in &EYES {
            for (nth, one) in KINDS.iter().enumerate() {
                for other in KINDS.iter().skip(nth + 1) {
                    if line(Some(one)).0 != line(Some(other)).0 {
                        continue;
                    }
                    let [a, b] = [one, other].map(|kind| seen(&colour(kind, theme), eyes));
                    let apart = difference(&a, &b);
                    if apart < 10.0 {
                        alike.push(format!("{one} and {other}, {theme:?}, {name}: {apart:.1}"));
                    }
                }
            }
        }
    }
    assert!(alike.is_empty(), "{alike:?}");
}
