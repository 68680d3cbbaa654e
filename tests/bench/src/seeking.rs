//! The search by itself, over a crowd in memory, beside SQLite's.
use std::error::Error;

use loket::{
    domain::{area::Area, clerk::Stamp, id::Id, moment::Moment, resident::Resident},
    form::{field::Draft, ground::Ground, resident::resident},
    store::columns::{people::People, seeking},
};
use rusqlite::{Connection, params};

use crate::{
    crowd::{self, Row},
    figures::{Table, Times},
    place::Place,
};

/// Rows that a screen reads for one key.
const ROWS: usize = 50;

/// How many are looked for in each way.
const ASKED: usize = 200;

/// What the desk makes of a row.
pub fn described(row: &Row, number: u64) -> Result<Resident, Box<dyn Error>> {
    let mut draft = Draft::default();
    for (id, answer) in row.answers() {
        draft.put(id, answer);
    }
    let at = served(number)?;
    let area: Area = row.area.parse().map_err(|_| "no area")?;
    let ground = Ground {
        id: Id::new(u64::try_from(at.0)?, 0),
        stamp: Stamp { at, by: Id::named("x") },
        today: chrono::NaiveDate::from_ymd_opt(2026, 11, 22).ok_or("no day")?,
        area,
    };
    Ok(resident(&draft, &ground)?)
}

fn served(number: u64) -> Result<Moment, Box<dyn Error>> {
    Ok(Moment(1_700_000_000_000 + i64::try_from(number)? * 1_000))
}

/// The crowd here and there, and those of it who are looked for.
struct Crowd {
    people: People,
    lite: Connection,
    some: Vec<Resident>,
}

fn crowd(place: &Place, count: usize) -> Result<Crowd, Box<dyn Error>> {
    let mut lite = Connection::open(place.beside(&format!("nama-{count}.sqlite")))?;
    lite.pragma_update(None, "journal_mode", "WAL")?;
    lite.pragma_update(None, "synchronous", "FULL")?;
    lite.execute_batch(
        "CREATE TABLE warga (id INTEGER PRIMARY KEY, nama TEXT, dilayani INTEGER);
         CREATE VIRTUAL TABLE cari USING fts5 (nama, content='warga', content_rowid='id', tokenize='trigram');",
    )?;
    let load = lite.transaction()?;
    let (mut people, mut some) = (People::default(), vec![]);
    {
        let mut insert = load.prepare("INSERT INTO warga VALUES (?1, ?2, ?3)")?;
        for number in 0..count {
            let row = crowd::row(number);
            insert.execute(params![i64::try_from(number)?, row.name, served(number as u64)?.0])?;
            let who = described(&row, number as u64)?;
            people.put(&who);
            if number % (count / ASKED) == 7 {
                some.push(who);
            }
        }
    }
    load.execute("INSERT INTO cari (cari) VALUES ('rebuild')", [])?;
    load.commit()?;
    Ok(Crowd { people, lite, some })
}

pub fn measure(place: &Place, count: usize, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let Crowd { people, lite, some } = crowd(place, count)?;
    eprintln!("{count} residents, {} words", people.lexicon.len());
    let mut like = lite.prepare(
        "SELECT id FROM warga WHERE nama LIKE '%' || ?1 || '%' ORDER BY dilayani DESC LIMIT 50",
    )?;
    let mut fts = lite.prepare(
        "SELECT warga.id FROM cari JOIN warga ON warga.id = cari.rowid
         WHERE cari MATCH '\"' || ?1 || '\"' ORDER BY dilayani DESC LIMIT 50",
    )?;
    let (mut own, mut by_like, mut by_fts) = (Times::default(), Times::default(), Times::default());
    for (number, who) in some.iter().enumerate() {
        let part = part(who.name(), number);
        let rows = |rows: rusqlite::Result<rusqlite::Rows<'_>>| -> rusqlite::Result<usize> {
            Ok(rows?.mapped(|row| row.get::<_, i64>(0)).count())
        };
        let found = own.of(|| seeking::find(&people, &part, None, ROWS)).len();
        let liked = by_like.of(|| rows(like.query([&part])))?;
        let matched = by_fts.of(|| rows(fts.query([&part])))?;
        if liked != matched || found < liked {
            return Err(format!("{part}: {found}, {liked}, {matched} found").into());
        }
    }
    let ratio = own.quantile(0.5) / by_like.quantile(0.5);
    table.row(
        "key to result, part of a name",
        format!(
            "p50 {:.2} ms, p99 {:.2}; {ratio:.3} x LIKE ({:.1} ms); FTS5 trigram {:.2} ms",
            own.quantile(0.5),
            own.quantile(0.99),
            by_like.quantile(0.5),
            by_fts.quantile(0.5)
        ),
        "<= 1 ms (8 at a million), <= 0.03 x LIKE, <= FTS5",
    );
    let mut slips = Times::default();
    for (number, who) in some.iter().enumerate() {
        let slip = slip(who.name(), number);
        slips.of(|| seeking::find(&people, &slip, None, ROWS));
    }
    table.row(
        "key to result, folded and with slips",
        format!("p50 {:.2} ms, p99 {:.2} ms", slips.quantile(0.5), slips.quantile(0.99)),
        "p99 <= 5 ms (30 at a million)",
    );
    let mut letters = Times::default();
    for who in some.iter().take(50) {
        let name = who.name().to_lowercase();
        for end in 1..=name.len() {
            letters.of(|| seeking::find(&people, &name[..end], None, ROWS));
        }
    }
    table.row(
        "every letter of a name as it is typed",
        format!("p50 {:.2} ms, p99 {:.2} ms", letters.quantile(0.5), letters.quantile(0.99)),
        "within a frame of 16 ms",
    );
    Ok(())
}

/// Five letters out of the middle of a word, or so many as it has.
fn part(name: &str, number: usize) -> String {
    let words: Vec<&str> = name.split(' ').collect();
    let word = words[number % words.len()].to_lowercase();
    let from = usize::from(word.len() > 5);
    word[from..word.len().min(from + 5)].to_owned()
}

/// The name with two letters swapped in its longest word.
pub fn slip(name: &str, number: usize) -> String {
    let name = name.to_lowercase();
    let longest = name.split(' ').max_by_key(|word| word.len()).unwrap_or_default();
    let mut letters: Vec<char> = longest.chars().collect();
    if letters.len() > 2 {
        let at = 1 + number % (letters.len() - 2);
        letters.swap(at, at + 1);
    }
    name.replace(longest, &letters.into_iter().collect::<String>())
}
