//! Days and times of day: every way of writing them, and what is in no calendar.
use chrono::NaiveDate;
use loket::domain::{
    clock::TimeOfDay,
    date::{Born, Day, month_name, roman_month},
    reject::Reject,
};
use proptest::{prop_assert, prop_assert_eq, proptest};

use crate::domain::hostile::{day, text, today};

fn read(typed: &str) -> Result<String, Reject> {
    Day::typed(typed, today()).map(Day::iso)
}

#[test]
fn a_day_is_read_in_every_way_it_is_written() {
    for typed in [
        "17-8-1985",
        "17/08/1985",
        "17.8.85",
        "17-08-85",
        "17081985",
        "170885",
        "1985-08-17",
        "1985/8/17",
        "17 8 1985",
        " 17 - 8 - 1985 ",
        "17 Agustus 1985",
        "17 AGUSTUS 1985",
        "17 agt 85",
        "17 Agt. 1985",
        "17-Agst-1985",
        "17agu1985",
        "17 Aug 1985",
        "17 August 1985",
        "17-VIII-1985",
        "１７-８-１９８５",
        "17\u{2013}8\u{2013}1985",
        "17\u{200b}-8-1985\n",
    ] {
        assert_eq!(read(typed).as_deref(), Ok("1985-08-17"), "{typed:?}");
    }
}

#[test]
fn every_month_is_read_by_name_short_and_old() {
    let months: [&[&str]; 12] = [
        &["Januari", "Jan", "Djanuari"],
        &["Februari", "Feb", "Pebruari", "Peb"],
        &["Maret", "Mar", "Mrt"],
        &["April", "Apr"],
        &["Mei", "May"],
        &["Juni", "Jun", "Djuni"],
        &["Juli", "Jul", "Djuli"],
        &["Agustus", "Agt", "Agst", "Agu", "Ags", "Agus"],
        &["September", "Sep", "Sept"],
        &["Oktober", "Okt", "Oct"],
        &["November", "Nov", "Nopember", "Nop"],
        &["Desember", "Des", "Dec", "December"],
    ];
    for (month, names) in (1..).zip(months) {
        for name in names {
            assert_eq!(
                read(&format!("2 {name} 1990")),
                Ok(format!("1990-{month:02}-02")),
                "{name}"
            );
        }
        let roman = roman_month(month);
        assert_eq!(read(&format!("2-{roman}-1990")), Ok(format!("1990-{month:02}-02")), "{roman}");
        assert_eq!(
            read(&format!("2 {} 1990", month_name(month))),
            Ok(format!("1990-{month:02}-02"))
        );
    }
    assert_eq!((month_name(0), month_name(13), roman_month(0)), ("", "", ""));
}

#[test]
fn h_is_today_and_counts_from_it() {
    for (typed, iso) in [
        ("h", "2026-11-24"),
        ("H", "2026-11-24"),
        ("h-1", "2026-11-23"),
        ("h+2", "2026-11-26"),
        ("H - 24", "2026-10-31"),
        ("h+365", "2027-11-24"),
    ] {
        assert_eq!(read(typed).as_deref(), Ok(iso), "{typed:?}");
    }
}

#[test]
fn two_digits_of_a_year_mean_the_latest_that_is_not_after_this_year() {
    for (typed, iso) in [
        ("1/1/70", "1970-01-01"),
        ("1/1/00", "2000-01-01"),
        ("1/1/26", "2026-01-01"),
        ("31/12/26", "2026-12-31"),
        ("1/1/27", "1927-01-01"),
        ("1/1/99", "1999-01-01"),
        ("29/2/00", "2000-02-29"),
    ] {
        assert_eq!(read(typed).as_deref(), Ok(iso), "{typed:?}");
    }
    assert_eq!(Day::typed("1/1/00", day("1999-06-01")).map(Day::iso).as_deref(), Ok("1900-01-01"));
}

#[test]
fn days_that_break_other_programs_are_days_here() {
    for iso in ["1970-01-01", "2038-01-19", "1901-12-13", "2000-02-29", "1850-01-01", "2200-12-31"]
    {
        assert_eq!(read(iso).as_deref(), Ok(iso));
    }
}

#[test]
fn what_is_in_no_calendar_is_refused() {
    for typed in [
        "31/02/1990",
        "29/02/1900",
        "29-2-23",
        "00/00/0000",
        "0-0-0",
        "45/13/9999",
        "32-1-1990",
        "1-1-10000",
        "1-1-999999999",
        "999999999",
        "17-08-1447",
        "17 Ramadan 1447",
        "31-12-1849",
        "1-1-2201",
        "33238",
        "33238,5",
        "1990",
        "8-1990",
        "1-1-1",
        "1-1-990",
        "17--8-1985",
        "-17-8-1985",
        "17-8-1985-",
        "17-8-1985 10:00",
        "17*8*1985",
        "17 8 satu",
        "17 Agustusan 1985",
        "17 ju 1985",
        "١٧-٨-١٩٨٥",
        "hari ini",
        "h1",
        "h+-1",
        "h+",
        "h--1",
        "h+999999",
        "h-99999",
        "x",
        "🇮🇩",
    ] {
        assert_eq!(read(typed), Err(Reject::NoSuchDate), "{typed:?}");
    }
    for typed in ["", "  ", "\u{200b}\n"] {
        assert_eq!(read(typed), Err(Reject::Empty), "{typed:?}");
    }
}

#[test]
fn a_month_before_the_day_is_recognised() {
    for typed in ["12/31/1990", "12311990", "123190", "12-31-90", "1/13/2000"] {
        assert_eq!(read(typed), Err(Reject::MonthFirst), "{typed:?}");
    }
    assert_eq!(read("02/30/1990"), Err(Reject::NoSuchDate));
}

#[test]
fn a_birth_is_not_to_come_and_not_beyond_all_ages() {
    let born = |typed| Born::typed(typed, today()).map(|born| born.0.iso());
    assert_eq!(born("24-11-2026").as_deref(), Ok("2026-11-24"));
    assert_eq!(born("h+1"), Err(Reject::Future));
    assert_eq!(born("25-11-2026"), Err(Reject::Future));
    assert_eq!(born("25-11-1900").as_deref(), Ok("1900-11-25"));
    assert_eq!(born("24-11-1900"), Err(Reject::TooOld));
    assert_eq!(born("31/02/1990"), Err(Reject::NoSuchDate));
    assert_eq!(born(""), Err(Reject::Empty));
}

#[test]
fn an_age_changes_on_the_birthday() {
    for (born, on, age) in [
        ("2008-11-25", "2026-11-24", 17),
        ("2008-11-24", "2026-11-24", 18),
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
        ("2026-11-24", "2026-11-24", 0),
        ("2026-11-25", "2026-11-24", 0),
    ] {
        assert_eq!(Day(day(born)).age_on(day(on)), age, "{born} on {on}");
    }
}

#[test]
fn a_day_is_written_short_long_and_by_its_weekday() {
    let independence = Day(day("1945-08-17"));
    assert_eq!(independence.to_string(), "17-08-1945");
    assert_eq!(format!("{independence:>12}|"), "  17-08-1945|");
    assert_eq!(independence.long(), "17 Agustus 1945");
    assert_eq!(Day(day("2026-03-02")).long(), "2 Maret 2026");
    assert_eq!(independence.iso(), "1945-08-17");
    let week = (22..=28).map(|date| Day(day(&format!("2026-11-{date}"))).weekday());
    let names = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];
    assert!(week.eq(names), "a week from Sunday on");
}

#[test]
fn a_time_is_read_as_offices_write_it() {
    for (typed, shown) in [
        ("08.00", "08.00"),
        ("8:00", "08.00"),
        ("0800", "08.00"),
        ("800", "08.00"),
        ("8", "08.00"),
        ("１４．３０", "14.30"),
        ("14.30", "14.30"),
        (" 14 : 30 ", "14.30"),
        ("00.00", "00.00"),
        ("23.59", "23.59"),
        ("24.00", "23.59"),
        ("2400", "23.59"),
        ("23:59:60", "23.59"),
        ("23:59:59", "23.59"),
    ] {
        assert_eq!(typed.parse::<TimeOfDay>().map(|time| time.to_string()).as_deref(), Ok(shown));
    }
    for typed in [
        "24.01",
        "25.00",
        "8.60",
        "8.5",
        "8.5.00",
        "080000",
        "-8.00",
        "8 pagi",
        "12:00:61",
        "1:2:3:4",
        "8.",
        ".8",
        "٠٨.٠٠",
    ] {
        assert_eq!(typed.parse::<TimeOfDay>(), Err(Reject::NotTime), "{typed:?}");
    }
    assert_eq!("".parse::<TimeOfDay>(), Err(Reject::Empty));
    assert_eq!(TimeOfDay::of_minutes(1439).map(TimeOfDay::minutes), Some(1439));
    assert_eq!(TimeOfDay::of_minutes(1440), None);
    let kept = bincode::serialize(&1440_u16).unwrap();
    assert!(bincode::deserialize::<TimeOfDay>(&kept).is_err());
}

proptest! {
    #[test]
    fn no_text_upsets_the_readers_of_time(text in text(), days in -800_000_i32..800_000) {
        let today = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
        if let Ok(day) = Day::typed(&text, today) {
            prop_assert_eq!(Day::typed(&day.to_string(), today), Ok(day));
            prop_assert!(!day.weekday().is_empty());
        }
        if let Ok(Born(day)) = Born::typed(&text, today) {
            prop_assert!(day.0 <= today);
        }
        if let Ok(time) = text.parse::<TimeOfDay>() {
            prop_assert_eq!(time.to_string().parse(), Ok(time));
        }
    }

    #[test]
    fn a_day_is_read_back_from_all_it_is_written_as(days in 675_700_i32..803_534) {
        let day = Day(NaiveDate::from_num_days_from_ce_opt(days).unwrap());
        for written in [day.to_string(), day.long(), day.iso(), day.to_string().replace('-', "")] {
            prop_assert_eq!(Day::typed(&written, today()), Ok(day), "{}", written);
        }
        let kept = bincode::serialize(&day).unwrap();
        prop_assert_eq!(kept.len(), 4);
        prop_assert_eq!(bincode::deserialize::<Day>(&kept).unwrap(), day);
    }
}
