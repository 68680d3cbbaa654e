//! A disk that fills up by and by, and one that can only be read.
use std::{
    fs::{self, File, OpenOptions},
    io::Write as _,
    path::{Path, PathBuf},
    time::Instant,
};

use crate::{
    harsh::{
        book::Book,
        machine::{is_root, skip, tell, tool},
        office::{cheapen, found, found_anew},
        run::{Ended, FOUND, LIMIT, Running, ended, loket},
        volume::Volume,
    },
    place::Place,
};

/// KiB of the disk; a journal's second segment does not fit beside much else.
const SIZE: u64 = 24 << 10;

/// Steps of 4 KiB.
const STEPS: u64 = 48;

/// Intakes at each of them; their stories are long, so that few fill a segment.
const EACH: u32 = 8;

/// A disk with a file on it that takes the room that others should not have.
struct Crowded {
    volume: Volume,
    filler: PathBuf,
}

impl Crowded {
    fn new() -> Result<Self, String> {
        let volume = Volume::in_memory(SIZE)?;
        let filler = volume.root().join("isi");
        File::create(&filler).map_err(|why| why.to_string())?;
        Ok(Self { volume, filler })
    }

    fn free(&self) -> u64 {
        let root = self.volume.root();
        let told = tool(&["stat", "-f", "-c", "%a %S", root.to_str().unwrap()]).unwrap();
        let (blocks, size) = told.trim().split_once(' ').unwrap();
        blocks.parse::<u64>().unwrap() * size.parse::<u64>().unwrap() / 1024
    }

    /// Leaves so many KiB.
    fn leave(&self, room: u64) {
        let filled = fs::metadata(&self.filler).unwrap().len() / 1024;
        let free = self.free();
        if free > room {
            let mut file = OpenOptions::new().append(true).open(&self.filler).unwrap();
            let block = vec![7; 1024];
            (room..free).for_each(|_| file.write_all(&block).unwrap());
        } else {
            let file = OpenOptions::new().write(true).open(&self.filler).unwrap();
            file.set_len((filled - (room - free).min(filled)) << 10).unwrap();
        }
    }
}

/// What must be true of a desk that could not save all.
fn plain(end: Ended, handed_in: usize, said: usize) -> Result<(), String> {
    let end = end.calm()?;
    let told = end.told.contains("tersimpan") || end.told.contains("diska");
    let fits =
        if said == handed_in { end.status == Some(0) } else { end.status == Some(1) && told };
    if fits { Ok(()) } else { Err(format!("{said} dari {handed_in}: {end:?}")) }
}

fn fill_up() -> Result<String, String> {
    let disk = Crowded::new()?;
    let data = disk.volume.root().join("data");
    // Nowhere to found an office, then more and more room for one.
    let mut founded = false;
    let mut room = 0;
    while !founded {
        disk.leave(room);
        let end = ended(loket(&data, &FOUND), "")?.calm()?;
        founded = end.status == Some(0);
        if !founded && (end.status != Some(1) || end.told.is_empty()) {
            return Err(format!("{room} KiB: {end:?}"));
        }
        if !founded && end.told.contains("sudah berisi") {
            founded = true;
        }
        room += 64;
    }
    disk.leave(SIZE);
    found_anew(&data)?;
    cheapen(&data);
    let mut book = Book::of_long_stories();
    let (mut short, mut met) = (0, 0);
    for step in 0..STEPS * 2 {
        // The room shrinks to nothing and grows again.
        let room = 4 * if step < STEPS { STEPS - 1 - step } else { step - STEPS };
        disk.leave(room);
        let lines = book.lines(EACH);
        let end = ended(loket(&data, &["terima"]), &lines)?;
        let said = book.hear(&end.out);
        short += u32::from(said < EACH as usize);
        book.cut();
        plain(end, EACH as usize, said).map_err(|why| format!("{room} KiB: {why}"))?;
        // Still full, and yet everything is to be read.
        disk.leave(0);
        met += book.check(&data).map_err(|why| format!("penuh sesudah {room} KiB: {why}"))?;
    }
    if short == 0 {
        return Err("the disk was never full".to_owned());
    }
    disk.leave(SIZE);
    let lines = book.lines(50);
    let end = ended(loket(&data, &["terima"]), &lines)?.well()?;
    let again = book.hear(&end.out);
    let all = book.check_all(&data)?;
    if again != 50 || met == 0 {
        return Err(format!("only {again} of 50 with room again"));
    }
    Ok(format!("{} langkah, {short} kali tak muat, {all} tersimpan, 0 hilang", STEPS * 2))
}

#[test]
#[ignore = "needs root"]
fn a_full_disk_loses_nothing_and_everything_can_still_be_read() {
    let what = "diska penuh";
    if !is_root(what) {
        return;
    }
    if let Err(why) = Volume::in_memory(SIZE) {
        return skip(what, &why);
    }
    tell(&format!("{what}: {}", fill_up().unwrap()));
}

/// Everything that only reads works; what would write says that nothing was saved.
fn read_only(data: &Path, book: &mut Book) -> Result<(), String> {
    book.check_all(data)?;
    let found = ended(loket(data, &["cari", "Sejati"]), "")?.well()?;
    let requests =
        ended(loket(data, &["ekspor", "permohonan", "--format", "jsonl"]), "")?.well()?;
    let first = requests.out.lines().next().unwrap_or_default();
    let row: serde_json::Value = serde_json::from_str(first).map_err(|why| why.to_string())?;
    let ticket = row["tiket"].as_str().unwrap_or_default();
    let tracked = ended(loket(data, &["lacak", ticket]), "")?.well()?;
    if found.out.is_empty() || tracked.out.is_empty() {
        return Err(format!("nothing found: {found:?} {tracked:?}"));
    }
    let lines = book.lines(3);
    let end = ended(loket(data, &["terima"]), &lines)?.calm()?;
    let told = end.told.contains("tersimpan") || end.told.contains("hanya");
    if end.status != Some(1) || !end.out.is_empty() || !told {
        return Err(format!("terima: {end:?}"));
    }
    book.check_all(data).map(drop)
}

#[test]
#[ignore = "needs root"]
fn a_disk_that_can_only_be_read_is_read_and_says_that_nothing_was_saved() {
    let what = "diska hanya baca";
    if !is_root(what) {
        return;
    }
    let mut tries = 0;
    for killed in [false, true] {
        let place = Place::new();
        let mut book = Book::default();
        found(place.path());
        let mut desk = Running::start(loket(place.path(), &["terima"]));
        desk.feed(&book.lines(12));
        desk.count(12, Instant::now() + LIMIT);
        if killed {
            desk.kill();
            book.cut();
        }
        book.hear(&desk.end().unwrap().out);
        let disk = match Volume::read_only(place.path()) {
            Ok(disk) => disk,
            Err(why) => return skip(what, &why),
        };
        read_only(&disk.root(), &mut book)
            .unwrap_or_else(|why| panic!("sesudah mati: {killed}: {why}"));
        tries += 1;
    }
    tell(&format!("{what}: {tries} toko dibaca, tidak ada yang tertulis"));
}
