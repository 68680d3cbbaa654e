//! A month's requests by kind and status, beside SQLite's `GROUP BY`.
//!
//! SQLite gets an index that holds all that is asked, so that it reads no row: nothing quicker can
//! be done there without keeping counts.
use std::error::Error;

use loket::{
    desk::recap::recap,
    domain::{
        moment::{Moment, Zone},
        month::Month,
    },
    report::recap::Line,
};
use rusqlite::params;

use crate::{
    figures::{Table, Times},
    place::Place,
    yardstick,
};

const TURNS: usize = 200;

pub fn measure(place: &Place, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let desk = place.desk()?;
    let lite = yardstick::opened(&place.peer())?;
    lite.execute("CREATE INDEX bulan ON permohonan (dibuat, jenis, status)", [])?;
    let (mut own, mut other, mut all) = (Times::default(), Times::default(), 0);
    {
        let mut group = lite.prepare(
            "SELECT jenis, status, count(*) FROM permohonan
             WHERE dibuat >= ?1 AND dibuat < ?2 GROUP BY jenis, status",
        )?;
        let last: Vec<Month> = months(desk.today())?;
        for turn in 0..TURNS {
            let month = last[turn % last.len()];
            let (from, to) = (midnight(month)?, midnight(after(month))?);
            let rows = own.of(|| recap(&desk, month))?;
            let counts = other.of(|| {
                let rows = group.query_map(params![from, to], |row| {
                    Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, u32>(2)?))
                })?;
                rows.collect::<Result<Vec<_>, _>>()
            })?;
            let sum =
                rows.iter().find(|row| row.line == Line::All).map_or([0; 4], |row| row.counts);
            let (sum, theirs) = (sum.iter().sum(), counts.iter().map(|row| row.2).sum::<u32>());
            if sum != theirs {
                return Err(format!("{month}: {sum} and {theirs} requests").into());
            }
            all = all.max(sum);
        }
    }
    lite.execute("DROP INDEX bulan", [])?;
    let (mine, theirs) = (own.quantile(0.5), other.quantile(0.5));
    table.row(
        "a month's recap by kind and status, p50 to SQLite's GROUP BY",
        format!("{:.3} x ({mine:.4} ms to {theirs:.3} ms; up to {all} requests)", mine / theirs),
        "<= 0.1 x",
    );
    Ok(())
}

/// This month and the five before it.
fn months(today: chrono::NaiveDate) -> Result<Vec<Month>, Box<dyn Error>> {
    use chrono::Datelike as _;
    let of = |ago: u32| {
        let day = today.checked_sub_months(chrono::Months::new(ago)).ok_or("no such month")?;
        Ok(Month { year: u16::try_from(day.year())?, month: u8::try_from(day.month())? })
    };
    (0..6).map(of).collect()
}

const fn after(month: Month) -> Month {
    if month.month == 12 {
        Month { year: month.year + 1, month: 1 }
    } else {
        Month { year: month.year, month: month.month + 1 }
    }
}

/// The first moment of a month on the clocks of the office.
fn midnight(month: Month) -> Result<i64, Box<dyn Error>> {
    let first = chrono::NaiveDate::from_ymd_opt(month.year.into(), month.month.into(), 1);
    Ok(Moment::midnight(first.ok_or("no such month")?, Zone::Wita).0)
}
