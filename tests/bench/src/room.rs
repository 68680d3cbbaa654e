//! What the store takes on the disk, beside SQLite's file with the same in it: after the import, and
//! after years of changes.
//!
//! The years: a fifth of the residents is changed five times, and a fifth more requests are taken.
//! SQLite's log is brought into its file, which is then made anew by `VACUUM`; the desk's index is
//! made anew at an opening where it has grown too large. The journal keeps all that ever was, which
//! SQLite does not.
use std::{error::Error, fs, path::Path};

use loket::{
    desk::{
        counter::Clock,
        entrance::{Pass, admitted},
    },
    domain::{clerk::Stamp, resident::Resident},
    store::{
        codec,
        db::{Change, Store},
        item::Kept as _,
        vault::Vault,
    },
};
use rusqlite::params;

use crate::{
    figures::{Table, Times},
    filling::{requests, run},
    importing::checkpoint,
    place::{CODE, PASSPHRASE, Place},
    yardstick,
};

/// Changes of each.
const ROUNDS: u32 = 5;

/// Residents of one change.
const TOGETHER: usize = 100;

pub fn measure(place: &Place, residents: usize, table: &mut Table) -> Result<(), Box<dyn Error>> {
    checkpoint(&place.peer())?;
    table.row("`indeks` on disk after the import", told(place)?, "<= 1.4 x SQLite");
    change(place)?;
    let more = requests(place, (residents / 20).min(6_000), 60_000)?;
    let lite = yardstick::opened(&place.peer())?;
    let mut times = Times::default();
    lite.execute_batch("BEGIN")?;
    for request in &more {
        yardstick::insert(&lite, request, &mut times)?;
    }
    lite.execute_batch("COMMIT")?;
    drop(lite);
    let before = size(&place.city().join("indeks"))?;
    // Whoever opens it next makes it smaller where it has grown too large.
    run(place, &["cari", "siti", "--batas", "1"])?;
    yardstick::opened(&place.peer())?.execute_batch("VACUUM")?;
    checkpoint(&place.peer())?;
    let after = size(&place.city().join("indeks"))?;
    let compacted = if after < before * 9 / 10 {
        format!("; {} before it was made anew", megabytes(before))
    } else {
        "; not large enough to be made anew".to_owned()
    };
    let told = told(place)? + &compacted;
    table.row("`indeks` on disk after churn and compaction", told, "<= 1.4 x SQLite");
    Ok(())
}

/// Changes a fifth of the residents, in both.
fn change(place: &Place) -> Result<(), Box<dyn Error>> {
    let some = place.desk()?.all::<Resident>().step_by(5).collect::<Result<Vec<_>, _>>()?;
    let mut lite = yardstick::opened(&place.peer())?;
    let (clerk, ring) = admitted(&place.city(), &Pass::new(CODE, PASSPHRASE), Clock::Wall)?;
    let (mut store, _) = Store::open(&place.city(), &Vault::of(ring), &mut |_| {})?;
    for round in 0..ROUNDS {
        for (number, part) in some.chunks(TOGETHER).enumerate() {
            let stamp = Stamp { at: Clock::Wall.now(), by: clerk };
            let mut change = Change::new("uji banding");
            let load = lite.transaction()?;
            for who in part {
                let mut who = who.clone();
                let phone = format!("0813{round}{number:07}");
                who.phone = Some(phone.parse().map_err(|_| "no telephone")?);
                let nik = who.nik().map(|nik| nik.to_string());
                load.prepare_cached("UPDATE warga SET isi = ?2 WHERE nik = ?1")?
                    .execute(params![nik, codec::encode(&who)?])?;
                who.item().put(&mut change)?;
            }
            store.commit(change, stamp)?;
            load.commit()?;
        }
    }
    Ok(())
}

/// What both take now.
fn told(place: &Place) -> Result<String, Box<dyn Error>> {
    let city = place.city();
    let (index, lite) = (size(&city.join("indeks"))?, size(&place.peer())?);
    #[allow(clippy::cast_precision_loss, reason = "two digits of it are told")]
    let ratio = index as f64 / lite as f64;
    Ok(format!(
        "{ratio:.2} x ({} to {}); journal {}, whole folder {}",
        megabytes(index),
        megabytes(lite),
        megabytes(size(&city.join("jurnal"))?),
        megabytes(size(&city)?)
    ))
}

fn size(path: &Path) -> Result<u64, Box<dyn Error>> {
    if !path.is_dir() {
        return Ok(path.metadata()?.len());
    }
    let mut sum = 0;
    for file in fs::read_dir(path)? {
        sum += size(&file?.path())?;
    }
    Ok(sum)
}

fn megabytes(bytes: u64) -> String {
    format!("{} MB", (bytes + 500_000) / 1_000_000)
}
