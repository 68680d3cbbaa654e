//! A store from before there were keys becomes a sealed one: everything stays, nothing is readable.
use std::{
    fs,
    path::{Path, PathBuf},
};

use loket::{
    desk::{
        conversion::Converted,
        counter::{Clock, Desk},
        entrance::{Gate, Opening, Pass, admitted, gate},
        exports::{self, Span},
        keeping, keys, letters, residents, setup,
    },
    domain::{id::Id, moment::Moment, resident::Resident},
    fault::Fault,
    form::{field::Draft, resident_answers},
    report::csv::Csv,
    store::{
        cipher::Cost, codec, columns::cases::Which, db::Store, keys::Keys, reader::Deed,
        vault::Vault,
    },
};

use crate::{
    desk::counter::{Counter, answers},
    place::{PASSPHRASE, passphrase},
    store::{
        folder::Folder,
        unsealed::{marked, write},
    },
};

/// A morning in November 2026.
pub(crate) const CLOCK: Clock = Clock::Set(Moment(1_795_482_900_000));

/// What must not be found in a sealed folder.
const NAMES: &[&str] = &["Terlindung", "Biasa", "Kemudian", "Wati", "Terpotong", "Setengah"];

/// An old store, and what was put into it.
pub(crate) struct Old {
    pub(crate) folder: Folder,
    /// All exports, as far as they cannot differ.
    tables: Vec<String>,
    /// How many frames its journal has.
    frames: u64,
    /// Who is restricted in the end.
    hidden: [Id; 2],
}

/// An old store with two officers, three residents of whom one is restricted and one becomes so,
/// their requests, a letter, a draft, and what a broken index and a power cut leave.
pub(crate) fn old() -> Old {
    let mut counter = Counter::opens("2026-11-24");
    let budi = answers(&[("nama_petugas", "Budi"), ("peran", "petugas")]);
    setup::add_clerk(&mut counter, &budi, None).unwrap();
    let told = [("nama", "Siti Terlindung"), ("nik", "6471054101900001"), ("ppks", "PPKS-19")];
    let siti = residents::register(&mut counter, &answers(&told), true).unwrap().id;
    counter.serves(siti, "PPA", "");
    let joko = counter.meets("Joko Biasa");
    counter.serves(joko, "SKTM", "");
    let told = [("nama", "Tuti Kemudian"), ("nik", "6471054101900002")];
    let tuti = residents::register(&mut counter, &answers(&told), true).unwrap();
    let request = counter.serves(tuti.id, "SKTM", "").id;
    let ticket = counter.refers(request, "surat").unwrap().1;
    letters::issue(&mut counter, request, ticket).unwrap();
    let mut draft = resident_answers::answers(&tuti);
    draft.put("ppks", "PPKS-19");
    residents::amend(&mut counter, tuti.id, &draft, true).unwrap();
    let (folder, tables) = (Folder::new(), tables(&mut counter));
    let mut frames = 0;
    counter.reopens_after(|from| {
        let (_, ring) = admitted(from, &Pass::new("rina", PASSPHRASE), CLOCK).unwrap();
        frames = write(folder.path(), from, &Vault::of(ring));
    });
    let mut half = Draft::default();
    half.put("nama", "Setengah Jadi");
    let half = marked(b"konsep warga", &codec::pack(&half).unwrap());
    for (file, bytes) in [
        ("konsep/warga", &*half),
        ("konsep/warga.rusak-1", b"Setengah"),
        ("indeks/db", b"Joko Biasa"),
        ("indeks/blobs/1", b"Joko Biasa"),
        ("indeks.rusak/db", b"Joko Biasa"),
        ("daftar", b"Joko Biasa"),
        ("kolom", b"Joko Biasa"),
        ("jurnal/robek-3", b"Joko Biasa"),
    ] {
        let path = folder.at(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    Old { folder, tables, frames, hidden: [siti, tuti.id] }
}

fn tables(desk: &mut Desk) -> Vec<String> {
    use exports::Table::{Letters, Referrals, Requests, Residents, Visits};
    let table = |table| {
        let mut bytes = vec![];
        exports::export(desk, table, Span::default(), &mut Csv::new(&mut bytes)).unwrap();
        let rows = String::from_utf8(bytes).unwrap();
        let rows = rows.lines().map(|row| {
            // Last the officer, who had another id; first the frame, of which there were fewer.
            let (row, _) = row.rsplit_once(',').unwrap();
            match table {
                Requests => row.split_once(',').unwrap().1.to_owned(),
                // Whom a letter goes to and what it is about was not kept apart from its text.
                Letters => row.split(',').take(3).collect::<Vec<_>>().join(","),
                _ => row.to_owned(),
            }
        });
        rows.collect::<Vec<_>>().join("\n")
    };
    [Residents, Requests, Referrals, Visits, Letters].map(table).to_vec()
}

fn convert(folder: &Path, told: &mut dyn FnMut(Opening)) -> Result<Converted, Fault> {
    let pass = Pass::new("rina", PASSPHRASE);
    Desk::convert(folder, &pass, (CLOCK, Cost::trifle()), told)
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

/// Nothing that was typed stands in any file of a folder.
#[track_caller]
pub(crate) fn hides_everything(folder: &Path) {
    let mut found = vec![];
    files(folder, &mut found);
    assert!(!found.is_empty());
    for path in found {
        let bytes = fs::read(&path).unwrap();
        for name in NAMES {
            let there = memchr::memmem::find(&bytes, name.as_bytes()).is_some();
            assert!(!there, "{name} stands in {}", path.display());
        }
        assert!(!bytes.starts_with(b"LKT1"), "{}", path.display());
    }
}

#[test]
fn an_old_store_shows_what_this_test_looks_for() {
    let old = old();
    let mut found = vec![];
    files(old.folder.path(), &mut found);
    let all: Vec<u8> = found.iter().flat_map(|path| fs::read(path).unwrap()).collect();
    for name in NAMES {
        assert!(all.windows(name.len()).any(|part| part == name.as_bytes()), "{name}");
    }
    assert_eq!(gate(old.folder.path()).unwrap(), Gate::Unsealed);
    assert!(old.folder.at("jurnal/000002").exists());
    assert!(old.tables.iter().all(|table| table.lines().count() > 1));
}

#[test]
fn conversion_keeps_everything_and_leaves_nothing_readable() {
    let old = old();
    let mut told = vec![];
    let Converted { mut desk, found, recovery } =
        convert(old.folder.path(), &mut |opening| told.push(opening)).unwrap();
    assert_eq!((found.sequence, found.torn, found.read_only), (old.frames, true, None));
    assert!(told.contains(&Opening::Convert { done: old.frames, of: old.frames }));
    assert_eq!(tables(&mut desk), old.tables);
    let rina = desk.clerk().unwrap().id;
    let siti: Resident = desk.must(old.hidden[0]).unwrap();
    assert_eq!((rina, siti.registered.by), (Id::named("rina"), rina));
    let half = keeping::unfinished(&desk);
    assert_eq!(
        half.iter().map(|half| half.draft.named("nama")).collect::<Vec<_>>(),
        ["Setengah Jadi"]
    );
    let budi = setup::with_code(&desk, "budi").unwrap();
    let told = answers(&[("nama", "Baru Sekali"), ("alasan_tanpa_nik", "lupa")]);
    residents::register(&mut desk, &told, true).unwrap();
    assert_eq!(setup::clerks(&desk).len(), 2);
    drop(desk);
    hides_everything(old.folder.path());
    let (keys, _) = Keys::read(old.folder.path()).unwrap().unwrap();
    assert!(keys.recover(&recovery).unwrap().is_some());
    assert!((keys.len(), keys.has(budi), keys.noted()) == (1, false, false));
    let pass = Pass::new("", PASSPHRASE);
    let (desk, found) = Desk::enter(old.folder.path(), &pass, CLOCK, &mut |_| {}).unwrap();
    // One change, and two notes for each of the five tables that were handed out.
    assert_eq!((found.sequence, found.read_only, desk.residents()), (old.frames + 11, None, 4));
}

#[test]
fn the_same_frames_say_the_same_and_who_is_restricted_is_covered_in_all_of_them() {
    let old = old();
    drop(convert(old.folder.path(), &mut |_| {}).unwrap());
    let (_, ring) = admitted(old.folder.path(), &Pass::new("rina", PASSPHRASE), CLOCK).unwrap();
    let (store, _) = Store::open(old.folder.path(), &Vault::of(ring), &mut |_| {}).unwrap();
    let (mut deeds, mut covered, mut last) = (vec![], vec![], std::collections::HashMap::new());
    let tell = |deed: &Deed| {
        deeds.push((deed.sequence, deed.stamp.by, deed.entry.why.clone()));
        for put in &deed.entry.puts {
            let (before, old) = (put.before, put.old.clone());
            let known = last.insert(put.key, (deed.sequence, put.new.clone()));
            assert_eq!(known.unwrap_or((0, None)), (before, old), "{:?}", put.key);
            let new = &put.new.as_ref().unwrap().0;
            if new[0] == 0 {
                covered.push(u16::from(put.key.bytes()[0]));
            }
            for name in ["Terlindung", "Kemudian"] {
                assert!(!new.windows(name.len()).any(|part| part == name.as_bytes()), "{name}");
            }
        }
    };
    store.read().deeds(tell).unwrap();
    assert_eq!(deeds.len() as u64, old.frames);
    assert!(deeds.iter().zip(1..).all(|((sequence, ..), nth)| *sequence == nth));
    let founded = |why: &str| why == "kantor baru";
    assert!(deeds.iter().all(|(_, by, why)| founded(why) || *by == Id::named("rina")));
    assert!(deeds.iter().filter(|(.., why)| founded(why)).count() > 2);
    // Both residents, two requests and a letter, each as often as it was written.
    covered.sort_unstable();
    let count = |table| covered.iter().filter(|found| **found == table).count();
    assert!((count(1), count(3)) == (3, 2), "{covered:?}");
    assert!(count(2) >= 3 && count(4) + count(5) == 0, "{covered:?}");
}

#[test]
fn an_officer_without_the_right_who_is_let_in_afterwards_finds_only_the_others() {
    let old = old();
    let mut desk = convert(old.folder.path(), &mut |_| {}).unwrap().desk;
    let id = setup::with_code(&desk, "budi").unwrap();
    let mut draft = setup::clerk_answers(&desk, id).unwrap();
    draft.put("terbatas", "");
    setup::change_clerk(&mut desk, id, &draft).unwrap();
    let witness = Pass::new("rina", PASSPHRASE);
    let budi = setup::clerks(&desk).into_iter().find(|clerk| clerk.id == id).unwrap();
    assert!(keys::replace(&mut desk, &budi, (&passphrase(), &witness)).is_err());
    drop(desk);
    let (mut keys, _) = Keys::read(old.folder.path()).unwrap().unwrap();
    let (_, ring) = admitted(old.folder.path(), &witness, CLOCK).unwrap();
    let passphrase = passphrase();
    let holder = loket::store::keys::Holder {
        clerk: id,
        code: "budi",
        passphrase: &passphrase,
        cost: Cost::trifle(),
    };
    keys.admit(&ring, &holder, false).unwrap();
    keys.write(old.folder.path(), &ring).unwrap();
    let pass = Pass::new("budi", PASSPHRASE);
    let (mut desk, _) = Desk::enter(old.folder.path(), &pass, CLOCK, &mut |_| {}).unwrap();
    assert_eq!(desk.residents(), 1);
    assert_eq!(loket::desk::lists::ids(&desk, Which::All).len(), 1);
    for id in old.hidden {
        assert!(matches!(desk.opened::<Resident>(id), Err(Fault::Forbidden(_))));
    }
    assert!(residents::known_nik(&desk, "6471054101900001").is_some());
    assert!(tables(&mut desk).iter().all(|table| !table.contains("Terlindung")));
}

#[test]
fn power_cut_at_any_step_leaves_a_store_that_is_whole() {
    let old = old();
    let mut cuts = vec![];
    drop(convert(old.folder.path(), &mut |opening| cuts.push((opening, old.folder.copy()))));
    let (mut unsealed, mut sealed) = (0_u64, 0_u64);
    let steps = |opening: &Opening| {
        matches!(opening, Opening::Convert { .. } | Opening::Exchange { .. } | Opening::Journal)
    };
    for (at, folder) in cuts.iter().filter(|(opening, _)| steps(opening)) {
        let mut desk = match gate(folder.path()).unwrap() {
            Gate::Unsealed => {
                unsealed += 1;
                convert(folder.path(), &mut |_| {}).unwrap().desk
            }
            Gate::Sealed => {
                sealed += 1;
                let pass = Pass::new("rina", PASSPHRASE);
                Desk::enter(folder.path(), &pass, CLOCK, &mut |_| {}).unwrap().0
            }
            Gate::New => panic!("{at:?}"),
        };
        assert_eq!(tables(&mut desk), old.tables, "{at:?}");
        assert_eq!(keeping::unfinished(&desk).len(), 1, "{at:?}");
        drop(desk);
        hides_everything(folder.path());
        assert!(!folder.at("alih-segel").exists() && !folder.at("alih-segel.baru").exists());
    }
    assert!(unsealed > old.frames && sealed > 12, "{unsealed} {sealed}");
}

/// All files of a folder, the lock aside.
fn bytes(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = vec![];
    files(folder, &mut found);
    found.sort();
    found.retain(|path| !path.file_name().unwrap().to_str().unwrap().starts_with("gembok"));
    found.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

#[test]
fn a_damaged_old_store_is_refused_and_left_as_it_is() {
    let old = old();
    for (file, at) in [("jurnal/000001", 3_000), ("jurnal/000002", 200)] {
        let folder = old.folder.copy();
        folder.change(file, |bytes| bytes[at] ^= 4);
        let before = bytes(folder.path());
        let refused = convert(folder.path(), &mut |_| {});
        assert!(matches!(refused, Err(Fault::Damaged { .. })), "{file}");
        assert_eq!(bytes(folder.path()), before, "{file}");
    }
}

#[test]
fn whoever_works_there_is_asked_for_and_a_sealed_store_is_not_sealed_again() {
    let old = old();
    let before = bytes(old.folder.path());
    for code in ["", "siapa"] {
        let pass = Pass::new(code, PASSPHRASE);
        let refused = Desk::convert(old.folder.path(), &pass, (CLOCK, Cost::trifle()), &mut |_| {});
        let Err(Fault::Rejected { field: "kode_masuk", .. }) = refused else {
            panic!("{code:?} was taken")
        };
    }
    assert_eq!(bytes(old.folder.path()), before);
    drop(convert(old.folder.path(), &mut |_| {}).unwrap());
    assert!(matches!(convert(old.folder.path(), &mut |_| {}), Err(Fault::Sealed)));
}
