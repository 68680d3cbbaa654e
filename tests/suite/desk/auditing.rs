//! Who saw, made and changed what: history, audit and its table, read from the journal.
use loket::{
    desk::{
        audit, deeds,
        exports::{self, Span},
        history::{self, Happening},
        residents, setup,
        trace::{Found, Sought, Trace},
    },
    domain::{id::Id, may::Refusal, office::Office, request::Request, resident::Resident},
    fault::Fault,
    form::resident_answers,
    report::csv::Csv,
    store::record::Table,
};

use crate::{
    desk::counter::{Counter, answers},
    place::passphrase,
};

/// An office where Rina does everything, Ayu only looks, and Budi serves; neither has the right to
/// what is restricted.
fn office() -> Counter {
    let mut counter = Counter::opens("2026-11-24");
    for (name, roles) in [("Ayu", "auditor"), ("Budi", "petugas")] {
        let told = answers(&[("nama_petugas", name), ("peran", roles)]);
        setup::add_clerk(&mut counter, &told, Some(&passphrase())).unwrap();
    }
    counter
}

fn siti(counter: &mut Counter, kinds: &str) -> Id {
    let told = answers(&[
        ("nama", "Siti Aminah"),
        ("nik", "6471054101900001"),
        ("kk", "6471051203070001"),
        ("hp", "081234567890"),
        ("ppks", kinds),
    ]);
    residents::register(counter, &told, true).unwrap().id
}

fn found(counter: &Counter, sought: Sought) -> Vec<Found> {
    let trace = Trace::new(counter, sought);
    trace.read(|_, _| true).unwrap();
    trace.take().unwrap()
}

fn history(counter: &Counter, record: (Table, Id)) -> Vec<Happening> {
    let found = found(counter, Sought::Record(record.0, record.1));
    history::of(counter, record, &found).unwrap()
}

fn changes(happening: &Happening) -> Vec<String> {
    happening.changes.iter().map(|one| format!("{}: {}", one.label, one.words())).collect()
}

fn table(counter: &mut Counter, span: Span) -> String {
    let mut bytes = vec![];
    exports::export(counter, exports::Table::Audit, span, &mut Csv::new(&mut bytes)).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// How often an act stands in the journal, and the reasons that were given.
fn reasons(counter: &Counter, why: &str) -> Vec<String> {
    let all = found(counter, Sought::Officer(None, Span::default()));
    all.into_iter().filter(|deed| deed.why == why).map(|deed| deed.reason).collect()
}

#[test]
fn the_history_of_a_resident_tells_what_changed_and_masks_the_numbers() {
    let mut counter = office();
    let who = siti(&mut counter, "");
    counter.is("2026-11-25", "10:30:00");
    let mut told = resident_answers::answers(&counter.must(who).unwrap());
    told.put("pekerjaan", "Penjahit");
    told.put("nik", "6471054101900002");
    told.put("kk", "6471051203070002");
    told.put("hp", "081234567899");
    told.put("status_kawin", "kawin");
    residents::amend(&mut counter, who, &told, true).unwrap();
    let told = answers(&[("alasan_nik", "kartu")]);
    residents::show_nik(&mut counter, who, &told).unwrap();
    let all = history(&counter, (Table::Resident, who));
    let acts: Vec<&str> = all.iter().map(|one| one.act.as_str()).collect();
    assert_eq!(acts, ["melihat NIK lengkap", "mengubah data warga", "mendaftarkan warga"]);
    assert_eq!(
        (all[0].reason.as_str(), all[0].by.as_str()),
        ("Mencocokkan dengan kartu", "Rina Wati")
    );
    let told = changes(&all[1]);
    for expected in [
        "NIK: 6471**4101******, angkanya diganti",
        "7890 menjadi **********7899",
        "Pekerjaan: Penjahit",
    ] {
        assert!(told.iter().any(|one| one.contains(expected)), "{told:?}");
    }
    let whole = format!("{all:?}");
    for number in ["6471054101900001", "6471054101900002", "647105120307000", "0812345678"] {
        assert!(!whole.contains(number), "{number} in {whole}");
    }
    assert_eq!(told.len(), 5, "{told:?}");
}

#[test]
fn the_history_of_a_request_tells_its_steps_with_reasons() {
    let mut counter = office();
    let who = counter.meets("Siti Aminah");
    let request = counter.hears(who, "Jalan rusak").id;
    counter.steps(request, &[("langkah", "proses")]).unwrap();
    let last = [("langkah", "tunggu_kunjungan"), ("alasan", "jadwal"), ("catatan", "Hari Kamis")];
    counter.steps(request, &last).unwrap();
    let all = history(&counter, (Table::Request, request));
    let told = changes(&all[0]);
    assert!(
        told.contains(&"Status: Diproses menjadi Menunggu kunjungan rumah".to_owned()),
        "{told:?}"
    );
    let step = "Langkah: Jadwalkan kunjungan rumah · Menunggu jadwal · Hari Kamis".to_owned();
    assert!(told.contains(&step), "{told:?}");
    assert_eq!(all[2].act, "menerima permohonan");
}

#[test]
fn a_note_is_on_the_disk_before_anything_is_shown() {
    let mut counter = office();
    let who = siti(&mut counter, "PPKS-19");
    audit::opened(&mut counter, (Table::Resident, who)).unwrap();
    counter.reopens();
    let all = history(&counter, (Table::Resident, who));
    assert_eq!(all[0].act, "membuka data terbatas");
}

#[test]
fn opening_is_noted_of_what_is_restricted_and_of_nothing_else() {
    let mut counter = office();
    let open = counter.meets("Ahmad");
    let restricted = siti(&mut counter, "PPKS-19");
    let request = counter.serves(open, "PPA", "ktp").id;
    let opens = |counter: &mut Counter| {
        for record in
            [(Table::Resident, open), (Table::Resident, restricted), (Table::Request, request)]
        {
            audit::opened(counter, record).unwrap();
        }
        audit::opened(counter, (Table::Office, Office::id())).unwrap();
    };
    opens(&mut counter);
    assert_eq!(reasons(&counter, "buka terbatas").len(), 2);
    // Who may not open it does not open it.
    assert!(counter.sits("budi"));
    opens(&mut counter);
    assert_eq!(reasons(&counter, "buka terbatas").len(), 2);
}

#[test]
fn an_export_is_noted_before_and_after_with_what_left() {
    let mut counter = office();
    siti(&mut counter, "");
    let day = "2026-11-24".parse().ok();
    let span = Span { from: day, to: day };
    let mut bytes = vec![];
    exports::export(&mut counter, exports::Table::Residents, span, &mut Csv::new(&mut bytes))
        .unwrap();
    let what = "warga dari 2026-11-24 sampai 2026-11-24";
    assert_eq!(reasons(&counter, "ekspor"), [what]);
    assert_eq!(reasons(&counter, "ekspor selesai"), [format!("{what}: 1 baris")]);
    let found = vec![counter.must::<Resident>(found_siti(&counter)).unwrap()];
    exports::people(&mut counter, found, &mut Csv::new(&mut bytes)).unwrap();
    assert_eq!(
        reasons(&counter, "ekspor selesai").last().unwrap(),
        "hasil pencarian warga: 1 baris"
    );
}

fn found_siti(counter: &Counter) -> Id {
    loket::desk::search::residents(counter, "siti", 1).unwrap()[0].who.id
}

#[test]
fn who_may_not_see_a_record_does_not_see_its_history() {
    let mut counter = office();
    let who = siti(&mut counter, "PPKS-19");
    assert!(counter.sits("budi"));
    let told = history::permit(&counter, (Table::Resident, who));
    assert!(matches!(told, Err(Fault::Forbidden(Refusal::Restricted))), "{told:?}");
    let all = found(&counter, Sought::Record(Table::Resident, who));
    assert!(history::of(&counter, (Table::Resident, who), &all).is_err());
}

#[test]
fn what_was_restricted_once_is_not_told_to_others_when_it_is_no_more() {
    let mut counter = office();
    let who = siti(&mut counter, "PPKS-19");
    let mut told = resident_answers::answers(&counter.must(who).unwrap());
    told.put("ppks", "PPKS-24");
    residents::amend(&mut counter, who, &told, true).unwrap();
    let rina = format!("{:?}", history(&counter, (Table::Resident, who)));
    assert!(rina.contains("PPKS"), "{rina}");
    assert!(counter.sits("budi"));
    let all = history(&counter, (Table::Resident, who));
    assert_eq!(all.len(), 2);
    assert!(all.iter().all(|one| one.changes.is_empty()), "{all:?}");
}

#[test]
fn an_auditor_reads_every_deed_but_neither_numbers_nor_what_is_restricted() {
    let mut counter = office();
    let who = siti(&mut counter, "PPKS-19");
    counter.serves(who, "SKTM", "ktp");
    let ahmad = counter.meets("Ahmad Fauzi");
    let mut told = resident_answers::answers(&counter.must(ahmad).unwrap());
    told.put("nik", "6471052303880002");
    told.put("alasan_tanpa_nik", "");
    residents::amend(&mut counter, ahmad, &told, true).unwrap();
    let given = answers(&[("alasan_nik", "lainnya"), ("alasan_lain", "tentang Siti")]);
    residents::show_nik(&mut counter, who, &given).unwrap();
    assert!(counter.sits("ayu"));
    let all = found(&counter, Sought::Officer(None, Span::default()));
    let lines: Vec<_> = all.iter().map(|deed| deeds::line(&counter, deed).unwrap()).collect();
    let screen = format!("{lines:?}");
    assert!(screen.contains("Ahmad Fauzi") && screen.contains("Terbatas"), "{screen}");
    let csv = table(&mut counter, Span::default());
    assert!(csv.contains("terbatas") && csv.contains("A. F."), "{csv}");
    for hidden in ["Siti", "S. A.", "PMH-", "6471054101900001", "6471052303880002"] {
        assert!(!screen.contains(hidden) && !csv.contains(hidden), "{hidden}: {screen}\n{csv}");
    }
    assert!(csv.contains("6471**6303******") || csv.contains("6471**2303******"), "{csv}");
}

#[test]
fn the_audit_is_for_who_audits_and_as_a_table_for_who_may_hand_it_out() {
    let mut counter = office();
    assert!(counter.sits("budi"));
    let all = found(&counter, Sought::Officer(None, Span::default()));
    assert!(matches!(deeds::line(&counter, &all[0]), Err(Fault::Forbidden(Refusal::Hat(_)))));
    let told = exports::export(
        &mut counter,
        exports::Table::Audit,
        Span::default(),
        &mut Csv::new(&mut vec![]),
    );
    assert!(matches!(told, Err(Fault::Forbidden(Refusal::Hat(_)))));
}

#[test]
fn deeds_are_sought_by_officer_and_by_day() {
    let mut counter = office();
    counter.meets("Ahmad");
    counter.is("2026-11-26", "08:00:00");
    assert!(counter.sits("budi"));
    counter.meets("Dewi");
    let budi = setup::with_code(&counter, "budi");
    let of = |by, from: &str, to: &str| {
        let span = Span { from: from.parse().ok(), to: to.parse().ok() };
        found(&counter, Sought::Officer(by, span)).len()
    };
    assert_eq!((of(budi, "", ""), of(budi, "", "2026-11-25")), (1, 0));
    assert_eq!((of(None, "2026-11-26", ""), of(None, "", "2026-11-25")), (1, 6));
}

#[test]
fn the_table_of_the_audit_has_a_row_for_each_record_and_names_what_changed() {
    let mut counter = office();
    let told = answers(&[("jenis", "informasi"), ("nama", "Ahmad"), ("uraian", "jam buka")]);
    let taken = loket::desk::intake::receive(&mut counter, &told, true).unwrap().request;
    let who = counter.meets("Siti Aminah");
    let mut told = resident_answers::answers(&counter.must(who).unwrap());
    told.put("pekerjaan", "Penjahit");
    residents::amend(&mut counter, who, &told, true).unwrap();
    let _: Request = counter.must(taken.id).unwrap();
    let csv = table(&mut counter, Span::default());
    let head = csv.lines().next().unwrap();
    assert_eq!(head, "urut,waktu,petugas,perbuatan,tabel,nomor,alasan,isian,perubahan");
    let row = csv.lines().find(|line| line.contains("ubah warga")).unwrap();
    assert!(row.contains(",rina,ubah warga,warga,S. A.,,Pekerjaan,Pekerjaan: Penjahit"), "{row}");
    assert!(row.contains("2026-11-24T09:00:00"), "{row}");
    let row = csv.lines().find(|line| line.contains("permohonan baru")).unwrap();
    assert!(row.contains(&taken.ticket.to_string()), "{row}");
    assert!(csv.lines().last().unwrap().contains("ekspor"), "the export itself is the last deed");
}

#[test]
fn a_search_that_is_not_wanted_any_more_stops_and_has_found_nothing() {
    let mut counter = office();
    for _ in 0..1_100 {
        counter.note("ekspor", &[(Table::Office, Office::id())], "").unwrap();
    }
    let trace = Trace::new(&counter, Sought::Officer(None, Span::default()));
    assert!(matches!(trace.read(|_, _| false), Err(Fault::Stopped)));
    assert!(trace.take().is_none());
    trace.read(|_, _| true).unwrap();
    assert!(trace.take().unwrap().len() > 1_100);
}
