//! What days and times in English come to, in sentences of our own; the page is of Wednesday, 20 May 2026.

use super::values::check;

#[test]
fn a_day_is_told_by_the_one_beside_it() {
    check(&[
        ("closed the day after Christmas", "the day after Christmas|2025-12-26"),
        ("the Monday before Easter", "the Monday before Easter|2026-03-30"),
        ("the week after June 5", "the week after June 5|2026-06-06/2026-06-12"),
        (
            "the weekend before Thanksgiving",
            "the weekend before Thanksgiving|2025-11-22/2025-11-23",
        ),
        ("the day after the storm", ""),
    ]);
}

#[test]
fn a_stretch_of_days_or_hours_is_the_one_that_is_meant() {
    check(&[
        ("from today to Sunday", "from today to Sunday|2026-05-20/2026-05-24"),
        ("from Friday to Sunday", "from Friday to Sunday|2026-05-22/2026-05-24"),
        ("they met Friday, 3-5pm", "Friday|2026-05-22; 3-5pm|T15:00/T17:00"),
        (
            "this afternoon at 3, tonight at 2",
            "this afternoon at 3|2026-05-20T15:00; tonight at 2|2026-05-20T02:00",
        ),
        ("on Monday 7-6 with him", "Monday 7-6|2026-07-06"),
        ("jobs for 18 to 24-year-olds", "24-year-olds|P24Y"),
    ]);
}

#[test]
fn an_hour_stands_with_its_part_of_the_day() {
    check(&[
        ("set for 10 tomorrow morning", "10 tomorrow morning|2026-05-21T10:00"),
        ("due by 6 tomorrow evening", "by 6 tomorrow evening|../2026-05-21T18:00"),
        ("police arrested 12 last night", "last night|2026-05-19"),
        ("ten minutes after midnight", "ten minutes after midnight|T00:10"),
        ("it left at 17h30", "17h30|T17:30"),
        ("open daily at 6", "daily at 6|P1D"),
        ("Earlier today she left", "Earlier today|2026-05-20"),
    ]);
}

#[test]
fn years_and_their_parts_are_told_apart_from_hours_and_games() {
    check(&[
        ("built around 1900", "around 1900|1900"),
        ("it fell at around 1730", "around 1730|T17:30"),
        ("the 1914-18 war and the '60s", "1914-18|1914/1918; the '60s|1960/1969"),
        ("room 2015-78", ""),
        ("fourth-quarter 2019 profit", "fourth-quarter 2019|2019-10/2019-12"),
        (
            "in the 2019 fourth quarter, in Q4 FY19",
            "2019 fourth quarter|2019-10/2019-12; Q4 FY19|2019-10/2019-12",
        ),
        ("a first-half goal", ""),
    ]);
}

#[test]
fn weekends_feasts_and_how_often() {
    check(&[
        ("the last weekend of May", "the last weekend of May|2026-05-30/2026-05-31"),
        ("the weekend of 9 May", "the weekend of 9 May|2026-05-09/2026-05-10"),
        (
            "Remembrance Day, Presidents Day",
            "Remembrance Day|2026-11-11; Presidents Day|2026-02-16",
        ),
        ("twice a week, three times a year", "twice a week|; three times a year|"),
        ("each weekday", "each weekday|"),
    ]);
}

#[test]
fn lengths_are_read_in_their_own_units() {
    check(&[
        ("three quarters of an hour", "three quarters of an hour|PT45M"),
        ("a time of 2h 15m", "2h 15m|PT2H15M"),
        ("it took more than an hour", "more than an hour|PT1H"),
    ]);
}

#[test]
fn a_date_goes_with_the_year_that_is_told_from_the_pages_own() {
    check(&[
        ("built in June last year", "June last year|2025-06"),
        ("on May 5 this year", "May 5 this year|2026-05-05"),
        ("from March to May next year", "from March to May next year|2027-03/2027-05"),
        ("prices may this year rise", "this year|2026"),
        ("three weeks ago yesterday", "three weeks ago yesterday|2026-04-28"),
        ("two weeks ago Friday", "two weeks ago Friday|2026-05-08"),
    ]);
}

#[test]
fn an_end_lies_open_on_the_side_that_is_said() {
    check(&[
        ("no earlier than June 1", "no earlier than June 1|2026-06-01/.."),
        ("not before June", "not before June|2026-06/.."),
        ("on or before June 1", "on or before June 1|../2026-06-01"),
        ("the remainder of the year", "remainder of the year|2026-05-20/2026-12-31"),
    ]);
}

#[test]
fn halves_of_months_and_years_in_short() {
    check(&[
        ("in the second half of May", "the second half of May|2026-05-16/2026-05-31"),
        (
            "by mid-2019, in FY2019 and 2019/2020",
            "by mid-2019|../2019; FY2019|2019; 2019/2020|2019/2020",
        ),
        ("sales of 1H19 and 4Q 2019", "1H19|2019-01/2019-06; 4Q 2019|2019-10/2019-12"),
        ("the final week of May", "the final week of May|2026-05-25/2026-05-31"),
        ("the whole week, every June 5", "the whole week|P1W; every June 5|P1Y"),
    ]);
}
