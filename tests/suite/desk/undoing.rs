//! Taking back the last change.
use loket::{
    desk::{
        acts,
        import::{taking, undoing},
        letters, lists, residents, search, setup, tables, undo,
    },
    domain::{
        id::Id, letter::Outlet, referral_road, request::Request, resident::Resident, road::Status,
    },
    fault::Fault,
    form::{directory, office_answers, resident_answers},
    store::{codec, erasing},
};
use proptest::prelude::{ProptestConfig, prop, prop_assert_eq, proptest};

use crate::{
    desk::counter::{Counter, answers},
    layers::source::sources,
};

/// What is said when nothing is taken back.
fn refused(counter: &mut Counter) -> String {
    undo::last(counter).unwrap_err().to_string()
}

/// What is said when something is taken back, pressed again where that is asked for.
fn undone(counter: &mut Counter) -> String {
    let said = undo::last(counter).unwrap();
    if said.starts_with("Ctrl-Z sekali lagi") { undo::last(counter).unwrap() } else { said }
}

#[test]
fn a_whole_request_is_named_before_it_is_cancelled_and_pressing_twice_by_mistake_is_told() {
    let mut counter = Counter::opens("2026-11-24");
    let told = answers(&[("nama", "Siti"), ("alasan_tanpa_nik", "lupa")]);
    let siti = residents::register(&mut counter, &told, true).unwrap().id;
    let request = counter.hears(siti, "bantuan berhenti");
    let open = |counter: &Counter| counter.must::<Request>(request.id).unwrap().status.is_open();
    let said = undo::last(&mut counter).unwrap();
    assert!(said.contains(&request.ticket.to_string()) && said.contains("sekali lagi"), "{said}");
    assert!(open(&counter));
    assert!(undo::last(&mut counter).unwrap().contains(&request.ticket.to_string()));
    assert!(!open(&counter));
    assert!(refused(&mut counter).contains("sudah punya permohonan"));
}

fn works_as(counter: &mut Counter, who: Id, work: &str) {
    let mut told = resident_answers::answers(&counter.must(who).unwrap());
    told.put("pekerjaan", work);
    residents::amend(counter, who, &told, true).unwrap();
}

#[test]
fn every_act_in_the_journal_has_its_words() {
    let named = [erasing::WHY, erasing::AGAIN, taking::WHY, undoing::WHY];
    let mut found: Vec<String> = named.map(ToOwned::to_owned).into();
    for source in sources("src/desk") {
        for call in
            ["commit(\"", ".note(\"", ".batch(\"", "Change::new(\"", "deed(desk, \"", "set_down(\""]
        {
            let tails = source.text.split(call).skip(1);
            found.extend(tails.map(|tail| tail.split('"').next().unwrap().to_owned()));
        }
        let seen = source.text.split("audit::seen(").skip(1);
        found.extend(seen.map(|tail| tail.split('"').nth(1).unwrap().to_owned()));
    }
    found.sort();
    found.dedup();
    let mut known: Vec<&str> = acts::ACTS.iter().map(|act| act.why).collect();
    known.sort_unstable();
    assert_eq!(found, known);
    for act in acts::ACTS {
        assert!(act.words.starts_with(char::is_lowercase) && !act.words.ends_with('.'));
        if let acts::Undo::Never(why) = act.undo {
            assert!(why.starts_with(char::is_lowercase) && !why.ends_with('.'), "{why}");
        }
    }
}

#[test]
fn nothing_is_taken_back_before_anything_was_changed() {
    let mut counter = Counter::opens("2026-11-24");
    assert!(refused(&mut counter).contains("kantor yang sudah berdiri"));
    counter.reopens();
    assert!(refused(&mut counter).contains("belum ada perubahan sejak Anda masuk"));
}

#[test]
fn a_changed_resident_is_as_before_byte_by_byte_and_found_as_before() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let before: Resident = counter.must(who).unwrap();
    let mut told = resident_answers::answers(&before);
    told.put("nama", "Siti Maimunah");
    residents::amend(&mut counter, who, &told, true).unwrap();
    let said = undone(&mut counter);
    assert_eq!(said, "Dibatalkan: data Siti Aminah kembali seperti semula.");
    let after: Resident = counter.must(who).unwrap();
    assert_eq!(codec::encode(&after).unwrap(), codec::encode(&before).unwrap());
    assert_eq!(search::residents(&counter, "maimunah", 5).unwrap(), []);
    assert_eq!(search::residents(&counter, "aminah", 5).unwrap().len(), 1);
}

#[test]
fn pressing_twice_takes_back_two_changes_and_never_brings_one_again() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    for work in ["Penjahit", "Pedagang", "Nelayan"] {
        works_as(&mut counter, who, work);
    }
    let work = |counter: &Counter| {
        let who: Resident = counter.must(who).unwrap();
        who.occupation.map(|work| work.to_string())
    };
    for expected in [Some("Pedagang"), Some("Penjahit"), None] {
        undone(&mut counter);
        assert_eq!(work(&counter).as_deref(), expected);
    }
    assert_eq!(undone(&mut counter), "Dibatalkan: pendaftaran Siti Aminah.");
    assert!(counter.must::<Resident>(who).is_err());
}

#[test]
fn a_resident_who_was_registered_by_mistake_is_forgotten_by_everything() {
    let mut counter = Counter::opens("2026-11-24");
    counter.meets("Ahmad Fauzi");
    let told = answers(&[("nama", "Siti Aminah"), ("nik", "6471055708850001")]);
    residents::register(&mut counter, &told, true).unwrap();
    undone(&mut counter);
    for _ in 0..2 {
        assert_eq!(counter.residents(), 1);
        assert_eq!(search::residents(&counter, "siti", 5).unwrap(), []);
        assert_eq!(search::residents(&counter, "ahmad", 5).unwrap().len(), 1);
        assert_eq!(residents::known_nik(&counter, "6471055708850001"), None);
        counter.reopens();
    }
    // Without the file of the columns they are made anew, and know as little.
    counter.reopens_after(|folder| std::fs::remove_file(folder.join("kolom.terbatas")).unwrap());
    assert_eq!(counter.residents(), 1);
    residents::register(&mut counter, &told, true).unwrap();
}

#[test]
fn a_forgotten_resident_stays_forgotten_where_the_columns_only_catch_up() {
    let mut counter = Counter::opens("2026-11-24");
    counter.meets("Ahmad Fauzi");
    counter.reopens();
    let folder = counter.folder().to_owned();
    let columns = std::fs::read(folder.join("kolom.terbatas")).unwrap();
    counter.meets("Siti Aminah");
    undone(&mut counter);
    counter.meets("Dewi Lestari");
    counter.reopens_after(|folder| std::fs::write(folder.join("kolom.terbatas"), columns).unwrap());
    assert_eq!(counter.residents(), 2);
    assert_eq!(search::residents(&counter, "siti", 5).unwrap(), []);
    assert_eq!(search::residents(&counter, "dewi", 5).unwrap().len(), 1);
}

#[test]
fn a_resident_whom_something_is_about_is_not_forgotten() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    counter.serves(who, "SKTM", "ktp");
    let said = undone(&mut counter);
    assert!(said.contains("nomornya tidak dipakai lagi"), "{said}");
    assert!(refused(&mut counter).contains("sudah punya permohonan"));
}

#[test]
fn a_request_taken_by_mistake_is_cancelled_and_its_numbers_are_not_given_again() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let first = counter.serves(who, "SKTM", "ktp");
    undone(&mut counter);
    let kept = counter.kept(first.id);
    assert_eq!(kept.status, Status::Cancelled);
    assert_eq!(kept.road.last().unwrap().reason.as_deref(), Some("salah_input"));
    let next = counter.serves(who, "SKTM", "ktp");
    assert!(next.register > first.register && next.ticket > first.ticket);
}

#[test]
fn a_step_is_taken_back_with_its_status() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let before = counter.hears(who, "Jalan rusak");
    counter.steps(before.id, &[("langkah", "proses")]).unwrap();
    let said = undone(&mut counter);
    let (ticket, status) = (before.ticket, before.status);
    assert_eq!(said, format!("Dibatalkan: permohonan {ticket} kembali ke {status}."));
    assert_eq!(counter.kept(before.id), before);
    assert_eq!(lists::line(&counter, before.id).unwrap().status, status);
}

#[test]
fn a_referral_is_cancelled_and_keeps_its_ticket_and_the_request_goes_on() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let before = counter.hears(who, "Butuh kursi roda");
    let (_, ticket) = counter.refers(before.id, "surat").unwrap();
    let said = undone(&mut counter);
    assert!(said.contains(&format!("rujukan {ticket}; permohonan kembali ke")), "{said}");
    let after = counter.kept(before.id);
    assert_eq!((after.status, &after.road), (before.status, &before.road));
    assert_eq!(after.referral(ticket).unwrap().status, referral_road::Status::Cancelled);
    // What came before the referral would take the ticket along.
    assert!(refused(&mut counter).contains("sudah berubah lagi"));
    let (_, next) = counter.refers(before.id, "surat").unwrap();
    assert!(next > ticket);
    counter.refers(before.id, "arahan").unwrap();
    assert!(refused(&mut counter).contains("sudah disampaikan"));
}

#[test]
fn news_of_a_referral_are_taken_back_but_no_letter_is() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let request = counter.hears(who, "Butuh kursi roda").id;
    let (_, ticket) = counter.refers(request, "surat").unwrap();
    let letter = letters::issue(&mut counter, request, ticket).unwrap();
    assert!(refused(&mut counter).contains("nomor surat itu sudah dipesan"));
    letters::confirm(&mut counter, letter.id, Outlet::Printer).unwrap();
    assert!(refused(&mut counter).contains("surat itu sudah keluar"));
    counter.news(request, ticket, &[("langkah", "diterima")]).unwrap();
    let said = undone(&mut counter);
    assert_eq!(said, format!("Dibatalkan: rujukan {ticket} kembali ke Diserahkan ke warga."));
    assert!(refused(&mut counter).contains("surat itu sudah keluar"));
}

#[test]
fn the_office_and_its_tables_are_as_before_unless_that_shows_or_hides_something() {
    let mut counter = Counter::opens("2026-11-24");
    let mut office = office_answers::answers(counter.office().unwrap());
    let before = counter.office().unwrap().clone();
    office.put("libur", "25-11-2026 Hari Jadi");
    setup::change_office(&mut counter, &office).unwrap();
    let changed = counter.office().unwrap() != &before;
    undone(&mut counter);
    assert!(changed && counter.office().unwrap() == &before);
    office.put("ppks_terbatas", "PPKS-19");
    setup::change_office(&mut counter, &office).unwrap();
    assert!(refused(&mut counter).contains("siapa yang boleh melihat"));
    let known = tables::service(&counter, "SKTM").unwrap().clone();
    let mut service = directory::service_answers(&known);
    service.put("waktu_nilai", "9");
    tables::change_service(&mut counter, "SKTM", &service).unwrap();
    undone(&mut counter);
    assert_eq!(tables::service(&counter, "SKTM").unwrap(), &known);
    setup::add_clerk(&mut counter, &answers(&[("nama_petugas", "Budi")]), None).unwrap();
    assert!(refused(&mut counter).contains("siapa yang boleh masuk"));
}

#[test]
fn who_may_see_a_resident_is_not_changed_by_taking_back() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let mut told = resident_answers::answers(&counter.must(who).unwrap());
    told.put("ppks", "PPKS-19");
    residents::amend(&mut counter, who, &told, true).unwrap();
    assert!(refused(&mut counter).contains("siapa yang boleh melihat"));
}

#[test]
fn another_officer_takes_back_nothing_of_the_first_and_an_auditor_nothing_at_all() {
    let mut counter = Counter::opens("2026-11-24");
    for (name, roles) in [("Budi", "petugas"), ("Ayu", "auditor")] {
        let told = answers(&[("nama_petugas", name), ("peran", roles)]);
        setup::add_clerk(&mut counter, &told, Some(&crate::place::passphrase())).unwrap();
    }
    let who = counter.meets("Siti Aminah");
    assert!(counter.sits("budi"));
    assert!(refused(&mut counter).contains("belum ada perubahan sejak Anda masuk"));
    works_as(&mut counter, who, "Penjahit");
    undone(&mut counter);
    assert!(counter.sits("ayu"));
    assert!(matches!(undo::last(&mut counter), Err(Fault::Forbidden(_))));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Whatever was changed: taken back one by one, every record is again what it was.
    #[test]
    fn changes_taken_back_one_by_one_leave_the_same_bytes(
        acts in prop::collection::vec(0_u8..4, 1..8),
    ) {
        let mut counter = Counter::opens("2026-11-24");
        let who = counter.meets("Siti Aminah");
        let request = counter.hears(who, "Jalan rusak").id;
        let bytes = |counter: &Counter| {
            let who = counter.must::<Resident>(who).unwrap();
            let request = counter.must::<Request>(request).unwrap();
            (codec::encode(&who).unwrap(), codec::encode(&request).unwrap())
        };
        let mut before = Vec::new();
        for (place, act) in acts.into_iter().enumerate() {
            let stood = bytes(&counter);
            match act {
                0 => works_as(&mut counter, who, &format!("Penjahit {place}")),
                1 if counter.steps(request, &[("langkah", "proses")]).is_err() => continue,
                2 if counter.steps(request, &[("langkah", "tunggu_kunjungan"), ("alasan", "jadwal")])
                    .is_err() => continue,
                3 if counter.steps(request, &[("langkah", "lanjutkan")]).is_err() => continue,
                _ => {}
            }
            before.push(stood);
        }
        for stood in before.into_iter().rev() {
            undone(&mut counter);
            prop_assert_eq!(bytes(&counter), stood);
        }
    }
}

#[test]
fn an_officer_without_the_right_takes_back_nothing_that_is_restricted() {
    let mut counter = Counter::opens("2026-11-24");
    let told = answers(&[("nama_petugas", "Budi"), ("peran", "petugas")]);
    setup::add_clerk(&mut counter, &told, Some(&crate::place::passphrase())).unwrap();
    assert!(counter.sits("budi"));
    let told =
        answers(&[("nama", "Siti Aminah"), ("nik", "6471055708850001"), ("ppks", "PPKS-19")]);
    residents::register(&mut counter, &told, true).unwrap();
    assert!(matches!(undo::last(&mut counter), Err(Fault::Forbidden(_))));
}
