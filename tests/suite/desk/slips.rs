//! Slips: what stands on them, when they are refused, and that nothing remains of them.
use loket::{
    desk::{letters::along, slips},
    domain::{paper::Paper, request::Request},
    fault::Fault,
    form::field::Draft,
    letter::kinds::{ANTREAN, BAWA_BERKAS, Kind},
    print::text,
};

use crate::desk::{
    counter::{Counter, answers},
    use_cases::office,
};

const NEXT: &[(&str, &str)] = &[("berikutnya", "menunggu kabar")];

/// A paper in one line, however its lines were broken.
fn flat(page: &str) -> String {
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the card that follows a request says of where it stands.
fn stage(counter: &Counter, request: &Request) -> String {
    let card = flat(&counter.hands("TINDAK-LANJUT", request.id, NEXT));
    let (_, after) = card.split_once("Sekarang : ").unwrap();
    after.split_once(" Berikutnya : ").unwrap().0.to_owned()
}

/// What the card says comes next, before the clerk says otherwise.
fn next(counter: &Counter, request: &Request) -> String {
    let card = Kind::coded("TINDAK-LANJUT").unwrap();
    let first = slips::first_answers(counter, card, Some(request.id)).unwrap();
    assert_eq!(first.named("menemui"), "Rina Wati");
    first.named("berikutnya").to_owned()
}

#[test]
fn papers_are_asked_for_only_while_some_are_missing() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let request = counter.serves(who, "SKTM", "ktp");
    let told = [("asal_berkas", "ketua RT"), ("hari_datang", "h+7")];
    let slip = flat(&counter.hands("BAWA-BERKAS", request.id, &told));
    for part in ["Pengantar RT/RW", "Diminta di: ketua RT", "Selasa, 1 Desember 2026", "S. A."] {
        assert!(slip.contains(part), "{part} is not in:\n{slip}");
    }
    assert!(!slip.contains("Aminah"), "{slip}");
    let hand = |counter: &Counter, request: &Request| {
        slips::handed(counter, &BAWA_BERKAS, Some(request.id), &Draft::default())
    };
    assert!(hand(&counter, &request).is_ok(), "where and when may stay untold");
    counter.steps(request.id, &[("langkah", "batal"), ("alasan", "permintaan_warga")]).unwrap();
    assert!(matches!(hand(&counter, &request), Err(Fault::NothingLacking)), "it is closed");
    let complaint = counter.hears(who, "bantuan berhenti");
    assert!(matches!(hand(&counter, &complaint), Err(Fault::NothingLacking)));
    let first = slips::first_answers(&counter, &BAWA_BERKAS, Some(complaint.id));
    assert!(matches!(first, Err(Fault::NothingLacking)), "it is said before anything is asked");
}

#[test]
fn a_card_says_how_far_it_is_and_proposes_what_comes_next() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let request = counter.serves(who, "SKTM", "");
    let missing = "Masih ada berkas yang kurang. Silakan membawanya ke loket";
    assert_eq!(stage(&counter, &request), missing);
    assert_eq!(next(&counter, &request), "membawa berkas yang masih kurang ke loket");
    let (request, ticket) = counter.refers(request.id, "surat").unwrap();
    assert_eq!(stage(&counter, &request), "Surat rujukannya sedang disiapkan");
    assert_eq!(next(&counter, &request), "membawa surat rujukan ke lembaga tujuan");
    for (step, now, then) in [
        ("kirim", "Surat rujukannya sudah dikirim ke lembaga tujuan", "menunggu kabar dari"),
        ("dilayani", "Sedang dilayani lembaga tujuan", "menunggu kabar dari"),
        ("selesai", "Sudah selesai dilayani lembaga tujuan", ""),
    ] {
        let reason = if step == "selesai" { "terlayani" } else { "" };
        let told = [("langkah", step), ("alasan", reason)];
        let request = counter.news(request.id, ticket, &told).unwrap();
        assert_eq!(stage(&counter, &request), now);
        assert!(next(&counter, &request).starts_with(then));
    }
}

#[test]
fn no_slip_names_what_is_discreet_or_where_somebody_was_sent() {
    let mut counter = office();
    let who = counter.meets("Siti Aminah");
    for (service, named) in [("SKTM", true), ("NAPZA", false), ("ODGJ", false)] {
        let request = counter.serves(who, service, "").id;
        let (request, _) = counter.refers(request, "surat").unwrap();
        let card = flat(&counter.hands("TINDAK-LANJUT", request.id, NEXT));
        assert_eq!(card.contains("Layanan :"), named, "{card}");
        for word in ["Aminah", "Dinas Sosial", "NAPZA"] {
            assert!(!card.contains(word), "{word} is in:\n{card}");
        }
    }
}

#[test]
fn a_card_is_handed_out_by_whoever_sits_there_and_a_receipt_by_whoever_took_it_in() {
    let mut counter = office();
    let who = counter.meets("Siti Aminah");
    let request = counter.serves(who, "SKTM", "ktp").id;
    assert!(counter.sits("budi"));
    counter.is("2026-12-01", "10:30:00");
    let receipt = flat(&counter.hands("TANDA-TERIMA", request, &[]));
    assert!(receipt.contains("24 November 2026, 09.00 WITA"), "{receipt}");
    assert!(receipt.contains("Petugas : Rina"), "{receipt}");
    let card = flat(&counter.hands("TINDAK-LANJUT", request, NEXT));
    assert!(card.contains("Per tanggal : 1 Desember 2026"), "{card}");
    assert!(card.contains("Petugas : Budi"), "{card}");
}

#[test]
fn a_number_in_the_queue_names_nobody_and_needs_no_request() {
    let counter = Counter::opens("2026-11-24");
    assert_eq!(slips::first_answers(&counter, &ANTREAN, None).unwrap(), Draft::default());
    let told = answers(&[("nomor_antrean", "P-001"), ("di_depan", "4")]);
    let slip = slips::handed(&counter, &ANTREAN, None, &told).unwrap();
    assert_eq!(slip.file, "antrean-P-001");
    let read = flat(&text::render(&slip.lay(Paper::A4).unwrap()));
    assert!(read.contains("P-001 24 November 2026, 09.00 WITA Di depan Anda: 4 orang"), "{read}");
}

#[test]
fn slips_leave_nothing_in_the_ledger() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let request = counter.serves(who, "SKTM", "");
    for (kind, told) in [("TANDA-TERIMA", &[][..]), ("BAWA-BERKAS", &[]), ("TINDAK-LANJUT", NEXT)] {
        counter.hands(kind, request.id, told);
    }
    assert_eq!(along(&counter, &request).unwrap(), []);
    assert_eq!(counter.kept(request.id), request);
}
