//! Durable saves beside SQLite (WAL, `synchronous=FULL`), block by block in turns.
//!
//! Both hold the same residents and requests. SQLite is given the finished request: the very bytes
//! that the desk's codec makes of it, as one blob beside the columns that its indexes need,
//! through a prepared statement. The store is given the finished request as well, and has saved
//! it when the journal has it and the columns find it. Apart from that the whole use case is
//! measured, from the clerk's answers to the receipt's numbers, for residents who were on the
//! screen just before.
use std::{error::Error, fs::File};

use loket::{
    desk::{
        counter::{Clock, Desk},
        entrance::{Pass, admitted},
        requests,
    },
    domain::{clerk::Stamp, id::Id, request::Request, resident::Resident},
    form::field::Draft,
    store::{
        columns::book::Book,
        db::{Change, Store},
        item::Kept as _,
        vault::Vault,
    },
};
use rusqlite::Connection;

use crate::{
    figures::{Table, Times, median},
    place::{CODE, PASSPHRASE, Place},
    yardstick,
};

const BLOCKS: usize = 5;
const SAVES: usize = 200;

/// The disk and the database, each given every block after the desk.
struct Others {
    lite: Connection,
    floor: File,
}

/// What the blocks came to.
#[derive(Default)]
struct Ratios {
    halves: Vec<f64>,
    lates: Vec<f64>,
    floors: Vec<f64>,
    ours: Vec<f64>,
    theirs: Vec<f64>,
}

pub fn measure(place: &Place, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let mut desk = place.desk()?;
    let mut others =
        Others { lite: yardstick::sqlite(place, &desk)?, floor: yardstick::floor(place)? };
    let (mut taken, mut whole) = (Vec::new(), Ratios::default());
    for people in people(&desk)?.chunks(SAVES) {
        let (mut times, mut block) = (Times::default(), Vec::new());
        for who in people {
            desk.must::<Resident>(*who)?;
            block.push(take(&mut desk, *who, &mut times)?);
        }
        whole.add(times, &block, &mut others)?;
        taken.extend(block);
    }
    drop(desk);
    let (_, ring) = admitted(&place.city(), &Pass::new(CODE, PASSPHRASE), Clock::Wall)?;
    let vault = Vault::of(ring);
    let (mut store, _) = Store::open(&place.city(), &vault, &mut |_| {})?;
    let mut book = Book::open(&place.city(), &vault, store.read())?;
    let mut saves = Ratios::default();
    for block in again(taken).chunks(SAVES) {
        let mut times = Times::default();
        for request in block {
            times.of(|| save(&mut store, &mut book, request))?;
        }
        saves.add(times, block, &mut others)?;
    }
    saves.tell("durable save", ["<= 0.6 x", "<= 0.5 x"], table);
    whole.tell("taking a request, whole use case", ["told"; 2], table);
    Ok(())
}

impl Ratios {
    /// Has the others save the same block, and compares.
    fn add(
        &mut self,
        mut desk: Times,
        block: &[Request],
        others: &mut Others,
    ) -> Result<(), Box<dyn Error>> {
        let (mut lite, mut floor) = (Times::default(), Times::default());
        for request in block {
            yardstick::insert(&others.lite, request, &mut lite)?;
        }
        for request in block {
            yardstick::write(&mut others.floor, request, &mut floor)?;
        }
        let (mine, other) = (desk.quantile(0.5), lite.quantile(0.5));
        self.halves.push(mine / other);
        self.lates.push(desk.quantile(0.99) / lite.quantile(0.99));
        self.floors.push(mine / floor.quantile(0.5));
        self.ours.push(mine);
        self.theirs.push(other);
        Ok(())
    }

    fn tell(mut self, what: &str, [asked, late_asked]: [&str; 2], table: &mut Table) {
        let (mine, other) = (median(&mut self.ours), median(&mut self.theirs));
        let half = median(&mut self.halves);
        table.row(
            &format!("{what}, p50 to SQLite's"),
            format!("{half:.2} x ({mine:.3} ms to {other:.3} ms)"),
            asked,
        );
        let late = median(&mut self.lates);
        table.row(&format!("{what}, p99 to SQLite's"), format!("{late:.2} x"), late_asked);
        let floor = median(&mut self.floors);
        table.row(&format!("{what}, p50 to a bare write"), format!("{floor:.2} x"), "aim <= 1.5 x");
    }
}

/// A resident for each save, from all over the city.
fn people(desk: &Desk) -> Result<Vec<Id>, Box<dyn Error>> {
    let needed = BLOCKS * SAVES;
    let all = desk.residents();
    if all < needed {
        return Err(format!("at least {needed} residents are needed").into());
    }
    let some = desk.all::<Resident>().step_by(all / needed).take(needed);
    Ok(some.map(|who| who.map(|who| who.id)).collect::<Result<_, _>>()?)
}

fn take(desk: &mut Desk, who: Id, times: &mut Times) -> Result<Request, Box<dyn Error>> {
    let mut draft = Draft::default();
    draft.put("jenis", "permohonan");
    draft.put("layanan", "SKTM");
    draft.put("berkas", "ktp;kk");
    draft.put("uraian", "Minta surat keterangan tidak mampu untuk berobat anak yang sakit.");
    let taken = times.of(|| requests::take(desk, &draft, requests::Subject::Known(who), true))?;
    Ok(taken.request)
}

/// The same requests as if others had come with them.
fn again(requests: Vec<Request>) -> Vec<Request> {
    let others = (0..).zip(requests).map(|(nth, mut request): (u128, _)| {
        request.id = Id::new(u64::try_from(request.received.at.0).unwrap_or_default(), nth);
        request.register.number += 50_000;
        request.ticket.number += 50_000;
        request
    });
    others.collect()
}

fn save(store: &mut Store, book: &mut Book, request: &Request) -> Result<(), Box<dyn Error>> {
    let item = request.clone().item();
    let mut change = Change::new("uji banding");
    item.put(&mut change)?;
    store.commit(change, Stamp { at: request.received.at, by: request.received.by })?;
    book.put(&item);
    Ok(())
}
