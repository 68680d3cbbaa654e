//! Lists of residents at the desk: who may, what stays hidden, and what goes back.
use std::{fs, path::PathBuf, thread};

use loket::{
    desk::{
        import::{
            asking::{Differing, Wish, look},
            past,
            reading::{Piece, Reading},
            report::{Note, Report, What},
            taking::Taking,
            undoing::{Back, Undoing},
        },
        limits, residents, search, setup,
    },
    domain::{id::Id, may::Refusal, resident::Resident},
    fault::Fault,
    roster::glance::Named,
};

use crate::{
    desk::counter::{Counter, answers},
    place::{Place, passphrase},
};

/// An office where Rina does everything, and Budi coordinates without the right.
pub fn office() -> (Counter, Place) {
    let mut counter = Counter::opens("2026-11-24");
    for (name, roles) in [("Budi", "petugas;koordinator"), ("Ayu", "petugas"), ("Tono", "admin")] {
        let told = answers(&[("nama_petugas", name), ("peran", roles)]);
        setup::add_clerk(&mut counter, &told, Some(&passphrase())).unwrap();
    }
    (counter, Place::new())
}

pub fn file(place: &Place, list: &str) -> PathBuf {
    let path = place.path().join("daftar.csv");
    fs::write(&path, list).unwrap();
    path
}

pub fn wish(counter: &Counter, place: &Place, list: &str) -> Wish {
    let named = Named { path: file(place, list), letters: None, sheet: None };
    let wish = look(counter, &named).unwrap();
    Wish { confirmed: true, differing: Differing::Take, ..wish }
}

/// The pieces of a list, as a job hands them over.
pub fn pieces(counter: &Counter, wish: &Wish) -> Vec<Piece> {
    let (reading, pieces) = Reading::new(counter, wish).unwrap();
    let reader = thread::spawn(move || reading.read(|_, _| true));
    let pieces = pieces.into_iter().collect();
    reader.join().unwrap().unwrap();
    pieces
}

pub fn takes(counter: &mut Counter, place: &Place, list: &str) -> (Report, Vec<Note>) {
    let wish = wish(counter, place, list);
    let pieces = pieces(counter, &wish);
    let rejects = place.path().join("daftar-ditolak.csv");
    let mut taking = Taking::begin(counter, wish, rejects).unwrap();
    let mut notes = vec![];
    for piece in pieces {
        taking.take(counter, piece, |note| notes.push(note)).unwrap();
    }
    (taking.end(counter).unwrap(), notes)
}

pub fn undoes(counter: &mut Counter, id: Id) -> Back {
    let mut undoing = Undoing::begin(counter, id).unwrap();
    while undoing.step(counter).unwrap() {}
    undoing.end(counter).unwrap()
}

pub fn named(counter: &Counter, name: &str) -> Vec<Resident> {
    let found = search::residents(counter, name, 5).unwrap().into_iter();
    found.map(|found| found.who).filter(|who| who.name() == name).collect()
}

pub const PLAIN: &str =
    "NIK;Nama;Alamat\n6471055708850001;Siti Aminah;Jl. A\n6471051208900002;Joko Susilo;Jl. B\n";

#[test]
fn coordinators_and_admins_import_and_nobody_else_does() {
    let (mut counter, place) = office();
    let path = file(&place, PLAIN);
    let named = Named { path, letters: None, sheet: None };
    for (code, may) in [("rina", true), ("budi", true), ("tono", true), ("ayu", false)] {
        assert!(counter.sits(code));
        let told = look(&counter, &named);
        let refused = matches!(told, Err(Fault::Forbidden(Refusal::Hat(_))));
        assert_eq!((told.is_ok(), refused), (may, !may), "{code}");
        assert_eq!(past::imports(&counter).is_ok(), may);
    }
}

#[test]
fn who_has_no_right_brings_in_what_is_restricted_and_sees_nothing_of_it() {
    let (mut counter, place) = office();
    let told = [("nama", "Siti Terlindung"), ("nik", "6471054101900001"), ("ppks", "PPKS-19")];
    residents::register(&mut counter, &answers(&told), true).unwrap();
    assert!(counter.sits("budi"));
    let list = "NIK;Nama;PPKS\n6471054101900001;Siti Lain;\n6471055708850001;Ani Rahasia;19\n6471051208900002;Joko;\n";
    let (report, notes) = takes(&mut counter, &place, list);
    assert_eq!((report.counts.new, report.counts.refused), (2, 1));
    let refused = notes.iter().find(|note| matches!(note.what, What::Refused(_))).unwrap();
    assert_eq!(refused.words(), "NIK sudah terdaftar, panggil petugas yang berwenang");
    assert!(named(&counter, "Ani Rahasia").is_empty() && named(&counter, "Joko").len() == 1);
    counter.reopens_after(|_| {});
    assert!(counter.sits("budi"));
    assert!(named(&counter, "Ani Rahasia").is_empty());
    // Taking it back leaves what this officer may not see to those who may.
    let id = past::imports(&counter).unwrap()[0].id;
    let back = undoes(&mut counter, id);
    assert_eq!((back.back, back.kept, &*back.names), (1, 1, &["data terbatas".to_owned()][..]));
    assert!(counter.sits("rina"));
    assert_eq!(named(&counter, "Ani Rahasia").len(), 1);
    assert!(named(&counter, "Joko").is_empty());
}

#[test]
fn somebody_whose_data_must_not_be_used_is_not_changed_by_a_list() {
    let (mut counter, place) = office();
    takes(&mut counter, &place, PLAIN);
    let siti = named(&counter, "Siti Aminah").remove(0);
    let told = answers(&[("pemohon_hak", "warga"), ("alasan_batasi", "data dipertanyakan")]);
    let mut draft = told;
    for field in loket::form::law::LIMIT {
        if draft.text(field).is_empty() && matches!(field.kind, loket::form::field::Kind::One(_)) {
            if let loket::form::field::Kind::One(loket::form::field::Source::Fixed(list)) =
                field.kind
            {
                draft.put(field.id, list()[0].code.clone());
            }
        } else if draft.text(field).is_empty() {
            draft.put(field.id, "data dipertanyakan");
        }
    }
    limits::restrict(&mut counter, siti.id, &draft).unwrap();
    let list = PLAIN.replace("Jl. A", "Jl. Lain");
    let (report, notes) = takes(&mut counter, &place, &list);
    assert_eq!((report.counts.same, report.counts.refused), (1, 1));
    assert!(notes[0].words().contains("pemakaian data warga ini sedang dibatasi"), "{notes:?}");
}

#[test]
fn an_import_that_is_abandoned_leaves_neither_people_nor_a_file() {
    let (mut counter, place) = office();
    let list = format!("{PLAIN}123;Salah;\n");
    let wish = wish(&counter, &place, &list);
    let pieces = pieces(&counter, &wish);
    let rejects = place.path().join("tolakan.csv");
    let mut taking = Taking::begin(&mut counter, wish, rejects.clone()).unwrap();
    for piece in pieces {
        taking.take(&mut counter, piece, |_| {}).unwrap();
    }
    assert!(rejects.exists());
    let told = answers(&[("nama", "Orang Lain"), ("alasan_tanpa_nik", "lupa")]);
    let other = residents::register(&mut counter, &told, true);
    assert!(matches!(other, Err(Fault::Underway)), "{other:?}");
    taking.abandon(&mut counter).unwrap();
    assert!(!rejects.exists());
    assert!(
        named(&counter, "Siti Aminah").is_empty() && past::imports(&counter).unwrap().is_empty()
    );
    residents::register(&mut counter, &told, true).unwrap();
    counter.reopens();
    assert!(named(&counter, "Siti Aminah").is_empty() && named(&counter, "Orang Lain").len() == 1);
    assert_eq!(counter.residents(), 1);
}

#[test]
fn taking_back_restores_what_was_changed_and_keeps_what_was_changed_since() {
    let (mut counter, place) = office();
    takes(&mut counter, &place, PLAIN);
    let before = named(&counter, "Siti Aminah").remove(0);
    let list = "NIK;Nama;Alamat\n6471055708850001;Siti Aminah;Jl. Baru\n6471051208900002;Joko Susilo;Jl. Baru\n6471051208900003;Edi;\n";
    let (report, _) = takes(&mut counter, &place, list);
    assert_eq!((report.counts.changed, report.counts.new), (2, 1));
    // Somebody mends Joko at the counter.
    let joko = named(&counter, "Joko Susilo").remove(0);
    let mut draft = loket::form::resident_answers::answers(&joko);
    draft.put("hp", "0812-3456-7890");
    residents::amend(&mut counter, joko.id, &draft, true).unwrap();
    let id = past::imports(&counter).unwrap()[0].id;
    let back = undoes(&mut counter, id);
    assert_eq!((back.back, back.kept, &*back.names), (2, 1, &["Joko Susilo".to_owned()][..]));
    counter.reopens();
    assert_eq!(named(&counter, "Siti Aminah"), [before]);
    assert!(named(&counter, "Edi").is_empty());
    assert_eq!(
        named(&counter, "Joko Susilo")[0].domicile.street.as_ref().unwrap().as_str(),
        "Jl. Baru"
    );
    assert!(matches!(Undoing::begin(&mut counter, id), Err(Fault::Lasting(_))));
    // The same list can come in again.
    assert_eq!(takes(&mut counter, &place, list).0.counts.new, 1);
}

#[test]
fn the_journal_knows_which_list_came_in_and_nothing_of_anybody() {
    let (mut counter, place) = office();
    takes(&mut counter, &place, PLAIN);
    let import = past::imports(&counter).unwrap().remove(0);
    assert_eq!((import.file.as_str(), import.counts.words()), ("daftar.csv", "2 baru".to_owned()));
    assert_eq!(import.taken.by, counter.clerk().unwrap().id);
    assert_eq!(import.columns, ["nik", "nama", "alamat"]);
}

#[test]
fn a_second_head_of_a_household_in_the_list_is_told() {
    let (mut counter, place) = office();
    let list = "NIK;Nama;No KK;SHDK\n\
        6471055708850001;Siti;6471051203070001;Kepala\n6471051208900002;Joko;6471051203070001;Kepala\n";
    let (_, notes) = takes(&mut counter, &place, list);
    let [note] = &notes[..] else { panic!("{notes:?}") };
    assert_eq!(note.line, 3);
    assert!(matches!(note.what, What::Warned(_)) && note.words().contains("Hubungan"), "{notes:?}");
}
