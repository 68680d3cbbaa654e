//! What stays when a list is taken back: whoever was used since, in whatever way.
use loket::{
    desk::{
        aid_notes,
        import::{past, undoing::Undoing},
        keeping, likeness,
        merging::{Why, merge},
        residents,
    },
    domain::{id::Id, may::Refusal, resident::Resident, sides::preset},
    fault::Fault,
};

use crate::{
    desk::{
        counter::{Counter, answers},
        importing::{named, office, takes, undoes},
        merging::registers,
    },
    place::Place,
};

const LIST: &str = "NIK;Nama\n6471055708850001;Siti Aminah\n6471051208900002;Joko Susilo\n";

/// An office that took the list in; Siti, Joko and the import.
fn taken() -> (Counter, Place, Id, Id, Id) {
    let (mut counter, place) = office();
    takes(&mut counter, &place, LIST);
    let [siti, joko] = ["Siti Aminah", "Joko Susilo"].map(|name| named(&counter, name)[0].id);
    let import = past::imports(&counter).unwrap()[0].id;
    (counter, place, siti, joko, import)
}

/// Takes the list back: Siti stays under that name, and Joko goes.
fn keeps(counter: &mut Counter, import: Id, name: &str) {
    let back = undoes(counter, import);
    assert_eq!((back.back, back.kept, &*back.names), (1, 1, &[name.to_owned()][..]));
    assert!(named(counter, "Joko Susilo").is_empty());
    counter.reopens();
    assert_eq!(named(counter, name).len(), 1);
}

#[test]
fn whoever_became_one_with_somebody_else_stays_and_is_named() {
    let (mut counter, _place, siti, _, import) = taken();
    let other = registers(&mut counter, &[("nama", "Sitti Aminah Putri")]);
    // Siti has a NIK and lives on: her record is another one now.
    let pair = |counter: &Counter, one: Id| counter.must::<Resident>(one).unwrap();
    let taken = preset(&pair(&counter, siti), &pair(&counter, other));
    merge(&mut counter, (siti, other), &taken, Why::Twice).unwrap();
    keeps(&mut counter, import, "Siti Aminah");
}

#[test]
fn whoever_lives_on_in_an_older_record_stays_and_is_named() {
    let (mut counter, place) = office();
    let told = [("nama", "Siti Lama"), ("nik", "6471055708850009")];
    let older = registers(&mut counter, &told);
    takes(&mut counter, &place, LIST);
    let siti = named(&counter, "Siti Aminah")[0].id;
    let import = past::imports(&counter).unwrap()[0].id;
    let none = vec![false; loket::domain::sides::PARTS.len()];
    let one = merge(&mut counter, (older, siti), &none, Why::Twice).unwrap();
    assert_eq!(one.id, older);
    keeps(&mut counter, import, "Siti Lama");
}

#[test]
fn whoever_was_told_apart_or_receives_aid_or_is_half_typed_about_stays() {
    type Use = fn(&mut Counter, Id);
    let uses: [Use; 3] = [
        |counter, siti| {
            let other = counter.meets("Siti Aminah Lain");
            likeness::part(counter, other, siti).unwrap();
        },
        |counter, siti| {
            let told = answers(&[
                ("program_bantuan", "PKH"),
                ("jangkauan_bantuan", "perorangan"),
                ("keadaan_bantuan", "aktif"),
                ("bantuan_dicek", "1-11-2026"),
                ("bantuan_sumber", "dituturkan"),
                ("bantuan_sejak", "1-2-2026"),
            ]);
            aid_notes::note(counter, (siti, None), &told, true).unwrap();
        },
        |counter, siti| {
            let mut draft = answers(&[("uraian", "Atap")]);
            draft.put(keeping::APART, format!("{siti:?}-pengaduan"));
            keeping::keep(counter, "pengaduan", &draft).unwrap();
        },
    ];
    for used in uses {
        let (mut counter, _place, siti, _, import) = taken();
        used(&mut counter, siti);
        keeps(&mut counter, import, "Siti Aminah");
    }
}

#[test]
fn a_request_that_the_officer_must_not_see_is_never_left_about_nobody() {
    let (mut counter, _place, siti, joko, import) = taken();
    let told = [("jenis", "permohonan"), ("layanan", "SKTM"), ("terbatas", "ya")];
    let request = counter.takes(siti, &told).request;
    assert!(counter.sits("budi"));
    let refused = Undoing::begin(&mut counter, import);
    assert!(matches!(refused, Err(Fault::Forbidden(Refusal::Restricted))), "{refused:?}");
    // The desk goes on, and who sees everything takes it back.
    residents::register(
        &mut counter,
        &answers(&[("nama", "Edi"), ("alasan_tanpa_nik", "lupa")]),
        true,
    )
    .unwrap();
    assert!(counter.sits("rina"));
    let back = undoes(&mut counter, import);
    assert_eq!((back.back, back.kept), (1, 1));
    assert_eq!(counter.kept(request.id).subject, Some(siti));
    assert!(counter.get::<Resident>(siti).unwrap().is_some());
    assert!(counter.get::<Resident>(joko).unwrap().is_none());
}

#[test]
fn an_older_request_that_the_officer_must_not_see_is_no_obstacle() {
    let (mut counter, place) = office();
    let ani = counter.meets("Ani");
    let told = [("jenis", "permohonan"), ("layanan", "SKTM"), ("terbatas", "ya")];
    counter.takes(ani, &told);
    takes(&mut counter, &place, LIST);
    assert!(counter.sits("budi"));
    let import = past::imports(&counter).unwrap()[0].id;
    assert_eq!(undoes(&mut counter, import).back, 2);
}
