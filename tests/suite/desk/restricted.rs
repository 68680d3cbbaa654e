//! What is restricted: written by every officer, read by few, and in nobody else's memory.
use std::fs;

use loket::{
    desk::{
        entrance::{Pass, admitted},
        exports::{self, Span},
        keeping, key_files, letters, portrait, residents, revoked, slips, subject,
    },
    domain::{id::Id, may::Refusal, paper::Paper, request::Request, resident::Resident},
    fault::Fault,
    form::resident_answers,
    print::text,
    report::csv::Csv,
    store::{columns::cases::Which, cover, db::Store, reader::Deed, record::Table, vault::Vault},
};

use crate::{
    desk::counter::{Counter, answers},
    place::{PASSPHRASE, passphrase},
};

/// An office with Budi, who serves visitors without the right to what is restricted.
fn office() -> Counter {
    let mut counter = Counter::opens("2026-11-24");
    let budi = answers(&[("nama_petugas", "Budi"), ("peran", "petugas;koordinator")]);
    loket::desk::setup::add_clerk(&mut counter, &budi, Some(&passphrase())).unwrap();
    counter
}

/// Someone whose kind is restricted, registered by whoever sits there.
fn registers_siti(counter: &mut Counter) -> Id {
    let told = [("nama", "Siti Terlindung"), ("nik", "6471054101900001"), ("ppks", "PPKS-19")];
    residents::register(counter, &answers(&told), true).unwrap().id
}

/// Every name that stands in the frames of the journal, for the keys of an officer.
fn frames(counter: &mut Counter, code: &str) -> String {
    let mut told = String::new();
    let code = code.to_owned();
    counter.reopens_after(|folder| {
        let pass = Pass::new(&code, PASSPHRASE);
        let (_, ring) = admitted(folder, &pass, loket::desk::counter::Clock::Wall).unwrap();
        let (store, _) = Store::open(folder, &Vault::of(ring), &mut |_| {}).unwrap();
        let tell = |deed: &Deed| {
            for put in &deed.entry.puts {
                let bytes = put.new.as_ref().map_or(&[][..], |new| &new.0);
                if let Ok(open) = store.read().open(put.key, bytes) {
                    told.push_str(&String::from_utf8_lossy(&open));
                }
                told.push_str(&String::from_utf8_lossy(bytes));
            }
        };
        store.read().deeds(tell).unwrap();
    });
    told
}

#[test]
fn who_has_the_right_reads_it_and_who_has_not_finds_nothing_anywhere() {
    let mut counter = office();
    let siti = registers_siti(&mut counter);
    let request = counter.serves(siti, "PPA", "");
    assert_eq!(counter.opened::<Resident>(siti).unwrap().name(), "Siti Terlindung");
    assert!(frames(&mut counter, "rina").contains("Siti Terlindung"));
    assert!(!frames(&mut counter, "budi").contains("Terlindung"));
    assert!(counter.sits("budi"));
    assert!(matches!(counter.opened::<Resident>(siti), Err(Fault::Forbidden(_))));
    assert!(matches!(counter.opened::<Request>(request.id), Err(Fault::Forbidden(_))));
    assert_eq!(counter.residents(), 0);
    for table in [exports::Table::Residents, exports::Table::Requests] {
        let mut bytes = vec![];
        let handed =
            exports::export(&mut counter, table, Span::default(), &mut Csv::new(&mut bytes))
                .unwrap();
        assert_eq!((handed, String::from_utf8(bytes).unwrap().contains("Terlindung")), (0, false));
    }
    assert_eq!(loket::desk::lists::ids(&counter, Which::All), []);
}

#[test]
fn who_sees_a_restricted_person_is_told_that_others_must_not_hear_of_it() {
    let mut counter = office();
    let siti = registers_siti(&mut counter);
    let marked = |counter: &Counter, who| {
        let facts = portrait::card(counter, &counter.must::<Resident>(who).unwrap()).unwrap();
        facts.iter().any(|(name, _)| *name == "TERBATAS")
    };
    assert!(marked(&counter, siti));
    let told = answers(&[("peminta", "warga"), ("bukti_diri", "KTP")]);
    let sheets = subject::copy(&mut counter, siti, &told).unwrap();
    let paper = text::render(&sheets.lay(Paper::A4).unwrap());
    assert!(paper.contains("Siti Terlindung") && !paper.contains("TERBATAS"), "{paper}");
    let request = counter.hears(siti, "tidak berani pulang");
    assert!(counter.is_restricted(&request).unwrap());
    let eka = answers(&[("nama", "Eka"), ("alasan_tanpa_nik", "lupa")]);
    let eka = residents::register(&mut counter, &eka, true).unwrap().id;
    assert!(!marked(&counter, eka));
    let request = counter.hears(eka, "bantuan berhenti");
    assert!(!counter.is_restricted(&request).unwrap());
}

#[test]
fn numbers_go_on_and_the_same_nik_is_not_taken_in_again() {
    let mut counter = office();
    let siti = registers_siti(&mut counter);
    let hidden = counter.serves(siti, "PPA", "");
    assert!(counter.sits("budi"));
    let again = answers(&[("nama", "Siti"), ("nik", "6471054101900001")]);
    let told = residents::register(&mut counter, &again, true);
    assert!(matches!(told, Err(Fault::Guarded)), "{told:?}");
    let joko = counter.meets("Joko");
    let open = counter.serves(joko, "SKTM", "");
    assert_eq!(open.register.number, hidden.register.number + 1);
    assert_eq!(open.ticket.number, hidden.ticket.number + 1);
}

#[test]
fn whoever_writes_it_hands_out_the_slip_and_then_knows_no_more() {
    let mut counter = office();
    assert!(counter.sits("budi"));
    let joko = counter.meets("Joko");
    let request = counter.serves(joko, "PPA", "").id;
    assert!(slips::slip(&counter, request).is_ok());
    assert!(matches!(counter.opened::<Request>(request), Err(Fault::Forbidden(_))));
    counter.meets("Tuti");
    assert!(matches!(slips::slip(&counter, request), Err(Fault::Forbidden(_))));
    assert!(counter.sits("rina"));
    assert_eq!(counter.opened::<Request>(request).unwrap().id, request);
}

#[test]
fn the_list_of_what_was_taken_back_is_signed_only_by_who_sees_every_letter() {
    let mut counter = office();
    assert!(key_files::files(&counter).unwrap().list.is_some());
    assert_eq!(key_files::written(&counter).unwrap().len(), 2);
    assert!(counter.sits("budi"));
    assert!(matches!(revoked::own(&counter), Err(Fault::Forbidden(Refusal::Restricted))));
    let files = key_files::written(&counter).unwrap();
    assert_eq!(files.len(), 1, "the keys are no secret");
    assert!(String::from_utf8(files[0].1.clone()).unwrap().contains("kunci 1 "));
}

#[test]
fn a_resident_who_becomes_restricted_takes_requests_and_letters_along() {
    let mut counter = office();
    let told = [("nama", "Siti Terlindung"), ("nik", "6471054101900001")];
    let siti = residents::register(&mut counter, &answers(&told), true).unwrap();
    let request = counter.serves(siti.id, "SKTM", "").id;
    let ticket = counter.refers(request, "surat").unwrap().1;
    let letter = letters::issue(&mut counter, request, ticket).unwrap().id;
    let mut draft = resident_answers::answers(&siti);
    draft.put("ppks", "PPKS-19");
    residents::amend(&mut counter, siti.id, &draft, true).unwrap();
    counter.reopens();
    assert!(counter.sits("budi"));
    assert!(counter.opened::<Request>(request).is_err());
    assert!(counter.opened::<loket::domain::letter::Letter>(letter).is_err());
    assert!(counter.sits("rina"));
    draft.put("ppks", "");
    residents::amend(&mut counter, siti.id, &draft, true).unwrap();
    assert!(counter.sits("budi"));
    assert_eq!(counter.opened::<Request>(request).unwrap().id, request);
    assert_eq!(counter.residents(), 1);
}

#[test]
fn the_columns_of_both_are_kept_apart_and_agree_after_a_quick_start() {
    let mut counter = office();
    registers_siti(&mut counter);
    counter.meets("Joko");
    assert!(counter.sits("budi"));
    counter.meets("Tuti");
    assert_eq!(counter.residents(), 2);
    assert!(counter.sits("rina"));
    assert_eq!(counter.residents(), 3);
    counter.reopens_after(|folder| {
        for name in ["kolom", "kolom.terbatas"] {
            assert!(!fs::read(folder.join(name)).unwrap().is_empty(), "{name}");
        }
    });
    assert_eq!(counter.residents(), 3);
    // Without the files everything is read from the records.
    counter.reopens_after(|folder| {
        fs::remove_file(folder.join("kolom")).unwrap();
        fs::remove_file(folder.join("kolom.terbatas")).unwrap();
    });
    assert_eq!(counter.residents(), 3);
    assert!(counter.sits("budi"));
    assert_eq!(counter.residents(), 2);
}

#[test]
fn a_cover_shows_numbers_and_prints_only() {
    let mut counter = office();
    let siti = registers_siti(&mut counter);
    let mut stubs = vec![];
    counter.reopens_after(|folder| {
        let pass = Pass::new("budi", PASSPHRASE);
        let (_, ring) = admitted(folder, &pass, loket::desk::counter::Clock::Wall).unwrap();
        let (store, _) = Store::open(folder, &Vault::of(ring), &mut |_| {}).unwrap();
        let mut tell = |deed: &Deed| {
            let puts =
                deed.entry.puts.iter().filter(|put| put.key.table() == Some(Table::Resident));
            stubs.extend(puts.filter_map(|put| cover::stub(&put.new.as_ref()?.0)));
        };
        store.read().deeds(&mut tell).unwrap();
    });
    let [cover::Stub::Resident { print: Some(print) }] = stubs[..] else { panic!("{stubs:?}") };
    assert!(counter.sits("rina"));
    assert_ne!(print, 6_471_054_101_900_001);
    assert_eq!(counter.opened::<Resident>(siti).unwrap().id, siti);
}

#[test]
fn a_half_typed_form_about_what_is_restricted_is_kept_from_others_too() {
    let mut counter = office();
    let mut draft = answers(&[("nama", "Siti Terlindung"), ("ppks", "PPKS-19")]);
    keeping::keep(&counter, "warga", &draft).unwrap();
    draft.put("ppks", "");
    draft.put(keeping::APART, "2");
    keeping::keep(&counter, "warga", &draft).unwrap();
    assert_eq!(keeping::unfinished(&counter).len(), 2);
    assert!(counter.sits("budi"));
    assert_eq!(keeping::unfinished(&counter).len(), 1);
    assert!(counter.sits("rina"));
    assert_eq!(keeping::unfinished(&counter).len(), 2);
    // It becomes general, and then everyone's.
    draft.put(keeping::APART, "");
    keeping::keep(&counter, "warga", &draft).unwrap();
    assert!(counter.sits("budi"));
    assert_eq!(keeping::unfinished(&counter).len(), 2);
}
