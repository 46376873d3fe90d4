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
