//! Working days: what is skipped, where the count begins, and what is not decreed yet.
use chrono::{Datelike as _, NaiveDate, TimeDelta, Weekday};
use loket::domain::{
    date::Day,
    workday::{Calendar, Holiday},
};
use proptest::{prop_assert, prop_assert_eq, proptest};

use crate::domain::hostile::day;

fn after(from: &str, working_days: u32) -> (String, Option<i32>) {
    let reckoned = Calendar::national().after(day(from), working_days);
    (reckoned.day.iso(), reckoned.unknown_year)
}

#[test]
fn the_count_begins_on_the_next_working_day() {
    for (from, working_days, last) in [
        // A Tuesday.
        ("2026-11-24", 0, "2026-11-24"),
        ("2026-11-24", 1, "2026-11-25"),
        ("2026-11-24", 3, "2026-11-27"),
        ("2026-11-24", 4, "2026-11-30"),
        ("2026-11-24", 14, "2026-12-14"),
        // A Saturday.
        ("2026-11-28", 0, "2026-11-28"),
        ("2026-11-28", 1, "2026-11-30"),
        // Independence Day is a Monday.
        ("2026-08-14", 1, "2026-08-18"),
        // Nyepi, Idulfitri and the bridge days around them.
        ("2026-03-17", 1, "2026-03-25"),
        // The year ends with cuti bersama and Christmas, and begins with a holiday.
        ("2026-12-23", 1, "2026-12-28"),
        ("2026-12-31", 1, "2027-01-04"),
        ("2027-01-04", 1, "2027-01-06"),
    ] {
        assert_eq!(
            after(from, working_days),
            (last.to_owned(), None),
            "{working_days} after {from}"
        );
    }
}

#[test]
fn a_year_without_a_decree_is_told_and_only_its_weekends_are_skipped() {
    assert_eq!(after("2027-12-31", 0), ("2027-12-31".to_owned(), None));
    assert_eq!(after("2027-12-31", 1), ("2028-01-03".to_owned(), Some(2028)));
    assert_eq!(after("2027-12-30", 1), ("2027-12-31".to_owned(), None));
    assert_eq!(after("2025-08-15", 1), ("2025-08-18".to_owned(), Some(2025)));
    let nothing = Calendar::default().after(day("2026-08-14"), 1);
    assert_eq!((nothing.day.iso().as_str(), nothing.unknown_year), ("2026-08-17", Some(2026)));
}

#[test]
fn the_decrees_of_two_years_are_known() {
    let calendar = Calendar::national();
    let days = |year: i32, joint: bool| {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let days = first.iter_days().take_while(move |day| day.year() == year);
        days.filter(|day| calendar.holiday(*day).is_some_and(|it| it.joint == joint)).count()
    };
    assert_eq!((days(2026, false), days(2026, true)), (17, 8));
    assert_eq!((days(2027, false), days(2027, true)), (18, 8));
    let holiday = calendar.holiday(day("2026-08-17")).unwrap();
    assert_eq!((holiday.name.as_str(), holiday.joint), ("Proklamasi Kemerdekaan", false));
    assert!(!calendar.is_working(day("2026-12-24")), "cuti bersama closes offices");
    assert!(!calendar.is_working(day("2026-11-28")), "a Saturday");
    assert!(calendar.is_working(day("2026-11-27")));
}

#[test]
fn a_local_holiday_is_skipped_and_decrees_no_year() {
    let local =
        |iso| Holiday { day: Day(day(iso)), name: "Hari jadi kota".to_owned(), joint: false };
    let calendar =
        Calendar::national().with_local([local("2026-11-25"), local("2028-02-10")].into_iter());
    assert!(!calendar.is_working(day("2026-11-25")));
    assert_eq!(calendar.after(day("2026-11-24"), 1).day.iso(), "2026-11-26");
    assert_eq!(calendar.after(day("2028-02-09"), 1).unknown_year, Some(2028));
    assert_eq!(calendar.after(day("2028-02-09"), 1).day.iso(), "2028-02-11");
}

#[test]
fn the_count_ends_with_the_calendar() {
    let reckoned = Calendar::national().after(NaiveDate::MAX, 5);
    assert_eq!(reckoned.day, Day(NaiveDate::MAX));
}

proptest! {
    #[test]
    fn spans_add_up(offset in 0_i64..1500, first in 0_u32..120, second in 0_u32..120) {
        let calendar = Calendar::national();
        let from = day("2025-06-01") + TimeDelta::days(offset);
        let there = calendar.after(from, first);
        let on = calendar.after(there.day.0, second);
        let at_once = calendar.after(from, first + second);
        prop_assert_eq!(on.day, at_once.day);
        prop_assert_eq!(there.unknown_year.or(on.unknown_year), at_once.unknown_year);
        if first > 0 {
            prop_assert!(calendar.is_working(there.day.0));
            prop_assert!(!matches!(there.day.0.weekday(), Weekday::Sat | Weekday::Sun));
            let between = from.iter_days().skip(1).take_while(|day| *day <= there.day.0);
            prop_assert_eq!(between.filter(|day| calendar.is_working(*day)).count(), first as usize);
        }
    }
}
