//! The search by itself, over a crowd in memory.
use std::error::Error;

use loket::{
    domain::{area::Area, clerk::Stamp, id::Id, moment::Moment, resident::Resident},
    form::{field::Draft, ground::Ground, resident::resident},
    store::columns::{people::People, seeking},
};

use crate::{
    crowd::{self, Row},
    figures::Times,
};

/// What the desk makes of a row.
pub fn described(row: &Row, number: u64) -> Result<Resident, Box<dyn Error>> {
    let mut draft = Draft::default();
    for (id, answer) in row.answers() {
        draft.put(id, answer);
    }
    let at = Moment(1_700_000_000_000 + i64::try_from(number)? * 1_000);
    let area: Area = row.area.parse().map_err(|_| "no area")?;
    let ground = Ground {
        id: Id::new(u64::try_from(at.0)?, 0),
        stamp: Stamp { at, by: Id::named("x") },
        today: chrono::NaiveDate::from_ymd_opt(2026, 11, 22).ok_or("no day")?,
        area,
    };
    Ok(resident(&draft, &ground)?)
}

pub fn scratch(count: usize) -> Result<(), Box<dyn Error>> {
    let mut people = People::default();
    let mut some = vec![];
    for number in 0..count {
        let who = described(&crowd::row(number), number as u64)?;
        people.put(&who);
        if number % (count / 200) == 7 {
            some.push(who);
        }
    }
    eprintln!("{count}: {} words, {} areas", people.lexicon.len(), people.areas.len());
    let queries = [
        "a",
        "su",
        "sut",
        "wati",
        "siti",
        "nurhayati",
        "muhammad",
        "tri wa",
        "6471",
        "0812",
        "4567",
        "budi san",
        "rahma",
        "bambang sus",
        "damai",
    ];
    for query in queries {
        let mut times = Times::default();
        let mut found = 0;
        for _ in 0..15 {
            found = times.of(|| seeking::find(&people, query, None, 50)).len();
        }
        eprintln!("{query}: {found} in {:.3} ms", times.quantile(0.5));
    }
    let (mut typed, mut slip) = (Times::default(), Times::default());
    for who in &some {
        let name = who.name().to_lowercase();
        for end in 1..=name.len() {
            typed.of(|| seeking::find(&people, &name[..end], None, 50));
        }
        let mut wrong: Vec<char> = name.chars().collect();
        let at = wrong.len() / 2;
        wrong.swap(at, at - 1);
        let wrong: String = wrong.into_iter().collect();
        slip.of(|| seeking::find(&people, &wrong, None, 50));
    }
    eprintln!(
        "typed p50 {:.3} p99 {:.3}; slip p50 {:.3} p99 {:.3}",
        typed.quantile(0.5),
        typed.quantile(0.99),
        slip.quantile(0.5),
        slip.quantile(0.99)
    );
    let mut alike = Times::default();
    for who in some.iter().take(50) {
        alike.of(|| people.alike(who, 10));
    }
    eprintln!("alike p50 {:.3} p99 {:.3}", alike.quantile(0.5), alike.quantile(0.99));
    Ok(())
}
