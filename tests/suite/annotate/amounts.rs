//! What amounts in English come to, in sentences of our own.

use super::values::check;

#[test]
fn money_is_multiplied_by_what_stands_behind_it() {
    check(&[
        ("a £5m loan and $40m more", "£5m|5000000 GBP; $40m|40000000 $"),
        ("a $10-million bridge", "$10-million|10000000 $"),
        ("plots at $5m² each", "$5|5 $"),
        ("Rs. 500 or RM20", "Rs. 500|500 rupee; RM20|20 MYR"),
        ("900 kroner, 12 dirhams", "900 kroner|900 krone; 12 dirhams|12 dirham"),
    ]);
}

#[test]
fn two_amounts_of_one_thing_are_one_mark() {
    check(&[
        ("cut by 5-10%", "5-10%|5–10 %"),
        ("between 5 and 10 percent of it", "5 and 10 percent|5–10 %"),
        ("two or three people on 3 to 4 km", "two or three people|2–3 people; 3 to 4 km|3–4 km"),
        ("a 5-to-10-mile walk", "5-to-10-mile|5–10 mi"),
        ("3 to 5 million barrels", "3 to 5 million barrels|3000000–5000000 bbl"),
        (
            "worth $3 to $5 million, £3-4m",
            "$3 to $5 million|3000000–5000000 $; £3-4m|3000000–4000000 GBP",
        ),
        ("from $5 to $10", "$5|5 $; $10|10 $"),
        ("it lost 5-2 metres away", ""),
    ]);
}

#[test]
fn half_a_measure_is_half_of_it() {
    check(&[
        ("down half a percentage point", "half a percentage point|0.5 percentage points"),
        ("a quarter of a mile off", "a quarter of a mile|0.25 mi"),
    ]);
}

#[test]
fn degrees_without_their_sign_are_read_where_the_weather_is_spoken_of() {
    check(&[
        ("highs of 25C in the south", "25C|25 °C"),
        ("it was minus 3C outside", "minus 3C|-3 °C"),
        ("a thermometer showed 75F", "75F|75 °F"),
        ("she sat in 25C and took bus 7F", ""),
    ]);
}

#[test]
fn figures_before_a_plural_are_marked_and_those_behind_a_name_are_not() {
    check(&[
        ("27 soldiers and 14 police officers left", "27|27; 14|14"),
        ("Some 300 protesters came", "300|300"),
        ("Route 66 drivers, page 15 notes, a Boeing 747 jets past", ""),
        ("in 2019 troops left; he turned 18 and sells cars", "2019|2019"),
    ]);
}
