//! Taking a request: where it stands afterwards, and what was promised.
use loket::{
    desk::requests::{Subject, take},
    domain::{
        date::Day,
        doubt::Odd,
        moment::{Moment, Zone},
        promise::Promise,
        request::Need,
        road::{Status, Step},
    },
    fault::Fault,
};

use crate::desk::counter::{Counter, answers, refused};

/// All that a letter of poverty asks.
const SKTM_PAPERS: &str = "pengantar_rt_rw;ktp;kk;pernyataan_tidak_mampu";

fn day(iso: &str) -> Promise {
    Promise::Day(Day(iso.parse().unwrap()))
}

#[test]
fn a_request_with_all_its_papers_is_worked_on_at_once() {
    let mut counter = Counter::opens("2026-11-24");
    let siti = counter.meets("Siti Aminah");
    let request = counter.serves(siti, "SKTM", SKTM_PAPERS);
    assert_eq!((request.status, request.promise), (Status::Working, day("2026-11-25")));
    assert_eq!(request.missing().count(), 0);
    assert!(request.papers.iter().all(|paper| paper.brought.is_some()));
    assert_eq!(counter.kept(request.id), request);
}

#[test]
fn the_clock_starts_when_the_last_paper_comes() {
    let mut counter = Counter::opens("2026-11-24");
    let siti = counter.meets("Siti Aminah");
    let request = counter.serves(siti, "SKTM", "ktp");
    assert_eq!((request.status, request.promise), (Status::Lacking, Promise::OnceComplete));
    let first = request.road.iter().map(|event| event.step).collect::<Vec<_>>();
    assert_eq!(first, [Step::Check, Step::Lack]);

    counter.waits(2);
    let some = [("langkah", "lengkapi"), ("berkas", "kk;pengantar_rt_rw")];
    let request = counter.steps(request.id, &some).unwrap();
    assert_eq!((request.status, request.promise), (Status::Lacking, Promise::OnceComplete));
    let missing: Vec<_> = request.missing().map(|paper| paper.code.as_str()).collect();
    assert_eq!(missing, ["pernyataan_tidak_mampu"]);

    counter.is("2026-11-27", "14:00:00");
    let rest = [("langkah", "lengkapi"), ("berkas", "pernyataan_tidak_mampu")];
    let request = counter.steps(request.id, &rest).unwrap();
    assert_eq!((request.status, request.promise), (Status::Working, day("2026-11-30")));
    let brought: Vec<_> = request.papers.iter().map(|paper| paper.brought.unwrap().iso()).collect();
    assert_eq!(brought, ["2026-11-26", "2026-11-24", "2026-11-26", "2026-11-27"]);
}

#[test]
fn a_clock_that_runs_since_the_report_is_not_wound_back_by_papers() {
    let mut counter = Counter::opens("2026-11-24");
    let siti = counter.meets("Siti Aminah");
    let told = [("jenis", "pengaduan"), ("layanan", "ADU"), ("uraian", "Tetangga tanpa makan")];
    let request = counter.takes(siti, &told).request;
    let within_a_day = Promise::Time(Moment(counter.now().0 + 86_400_000));
    assert_eq!((request.status, request.promise), (Status::Checking, within_a_day));
    counter.steps(request.id, &[("langkah", "kurang"), ("alasan", "belum_dibawa")]).unwrap();
    counter.waits(3);
    let all = "nama_dan_hp_pelapor;lokasi_minimal_desa_kel_kec;kronologi";
    let request = counter.steps(request.id, &[("langkah", "lengkapi"), ("berkas", all)]).unwrap();
    assert_eq!((request.status, request.promise), (Status::Working, within_a_day));
}

#[test]
fn a_question_is_answered_and_closed_in_one_go() {
    let mut counter = Counter::opens("2026-11-24");
    let told = answers(&[("jenis", "informasi"), ("uraian", "Jam layanan?"), ("nama", "Pak Budi")]);
    let request = take(&mut counter, &told, Subject::Nobody, false).unwrap().request;
    assert_eq!((request.status, request.subject), (Status::Done, None));
    assert_eq!(request.name.as_ref().map(ToString::to_string).as_deref(), Some("Pak Budi"));
    assert_eq!(request.outcome().unwrap().reason.as_deref(), Some("informasi"));
}

#[test]
fn a_complaint_is_checked_first_and_an_emergency_is_worked_on() {
    let mut counter = Counter::opens("2026-11-24");
    let siti = counter.meets("Siti Aminah");
    let complaint = counter.hears(siti, "Bantuan tidak sampai");
    assert_eq!(complaint.status, Status::Checking);
    // Without a service it follows the clock of complaints: one day and night.
    assert_eq!(complaint.promise.day(Zone::Wita).unwrap().iso(), "2026-11-25");
    let told = [("jenis", "darurat"), ("layanan", "TERLANTAR"), ("mendesak", "ya")];
    let emergency = counter.takes(siti, &told).request;
    assert_eq!(emergency.status, Status::Working);
    assert_eq!(emergency.promise, Promise::Time(Moment(counter.now().0 + 45 * 60_000)));
    assert!(emergency.urgent);
}

#[test]
fn a_service_without_a_clock_promises_nothing() {
    let mut counter = Counter::opens("2026-11-24");
    let siti = counter.meets("Siti Aminah");
    let taken = counter.takes(siti, &[("jenis", "permohonan"), ("layanan", "PKH")]);
    assert_eq!((taken.request.promise, taken.notes), (Promise::Open, vec![]));
}

#[test]
fn papers_that_are_not_on_the_list_are_kept_below_it() {
    let mut counter = Counter::opens("2026-11-24");
    let siti = counter.meets("Siti Aminah");
    let request = counter.serves(siti, "SKTM", "ktp;lainnya: kartu veteran");
    let last = request.papers.last().unwrap();
    assert_eq!((last.code.as_str(), last.name.as_str()), ("", "kartu veteran"));
    assert!(!last.required && last.brought.is_some());
    let wrong = [("jenis", "permohonan"), ("layanan", "SKTM"), ("berkas", "surat_ajaib")];
    let told = take(&mut counter, &answers(&wrong), Subject::Known(siti), false);
    assert_eq!(refused(told), "berkas");
}

#[test]
fn what_is_missing_is_asked_at_its_field() {
    let mut counter = Counter::opens("2026-11-24");
    let siti = counter.meets("Siti Aminah");
    let mut asks =
        |told: &[(&str, &str)], who| refused(take(&mut counter, &answers(told), who, false));
    let known = || Subject::Known(siti);
    assert_eq!(asks(&[], known()), "jenis");
    assert_eq!(asks(&[("jenis", "permohonan")], known()), "layanan");
    assert_eq!(asks(&[("jenis", "permohonan"), ("layanan", "TIDAK-ADA")], known()), "layanan");
    assert_eq!(asks(&[("jenis", "pengaduan")], Subject::Nobody), "nama");
    assert_eq!(asks(&[("jenis", "pengaduan"), ("hp_pelapor", "12")], known()), "hp_pelapor");
}

#[test]
fn a_desil_above_the_limit_is_asked_once_and_never_refused() {
    let mut counter = Counter::opens("2026-11-24");
    let told = [("nama", "Budi"), ("alasan_tanpa_nik", "hilang"), ("desil", "8")];
    let budi = loket::desk::residents::register(&mut counter, &answers(&told), false).unwrap().id;
    let wish = answers(&[("jenis", "permohonan"), ("layanan", "SKDTSEN")]);
    let Err(Fault::Doubtful(doubts)) = take(&mut counter, &wish, Subject::Known(budi), false)
    else {
        panic!("not asked")
    };
    assert_eq!(doubts.len(), 1);
    assert_eq!((doubts[0].field, &doubts[0].why), ("desil", &Odd::Desil { most: 5 }));
    assert!(take(&mut counter, &wish, Subject::Known(budi), true).is_ok());
}

#[test]
fn health_cover_asks_its_own_few_questions() {
    let mut counter = Counter::opens("2026-11-24");
    let siti = counter.meets("Siti Aminah");
    let told = [
        ("jenis", "permohonan"),
        ("layanan", "PBI-REAKT"),
        ("pbi_kartu", "0001234567890"),
        ("pbi_alasan", "kronis"),
        ("pbi_nonaktif", "1-10-2026"),
    ];
    let cover = counter.takes(siti, &told).request.cover.unwrap();
    assert_eq!(cover.need, Some(Need::Chronic));
    assert_eq!(cover.ended.unwrap().iso(), "2026-10-01");
    assert_eq!(cover.card.unwrap().as_str(), "0001234567890");
    assert_eq!(counter.serves(siti, "SKTM", "").cover, None);
}
