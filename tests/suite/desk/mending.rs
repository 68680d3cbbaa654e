//! Correcting what was noted of a request.
use loket::{
    desk::{
        history, limits, mending, requests, residents,
        trace::{Sought, Trace},
        undo,
    },
    domain::{id::Id, request::Request},
    fault::Fault,
    form::{field::Draft, request_answers},
    store::record::Table,
};

use crate::desk::counter::{Counter, answers};

const MEMBER: &str = "6471055405850003";

/// Siti asks for her health cover; the clerk ticked her family card, which she had not brought.
fn asked() -> (Counter, Request) {
    let mut counter = Counter::opens("2026-11-24");
    let told = answers(&[("nama", "Siti Aminah"), ("alasan_tanpa_nik", "lupa")]);
    let siti = residents::register(&mut counter, &told, true).unwrap().id;
    let told = [
        ("jenis", "permohonan"),
        ("layanan", "PBI-REAKT"),
        ("uraian", "kartu mati sejak jauh hari"),
        ("berkas", "ktp;kk;lainnya: kartu veteran"),
        ("pbi_nik", MEMBER),
    ];
    let request = counter.takes(siti, &told).request;
    (counter, request)
}

fn mended(request: &Request, told: &[(&str, &str)]) -> Draft {
    let mut draft = request_answers::answers(request);
    for (id, answer) in told {
        draft.put(id, *answer);
    }
    draft
}

fn brought(request: &Request) -> Vec<(String, String)> {
    let papers = request.papers.iter().filter_map(|paper| Some((paper, paper.brought?)));
    papers.map(|(paper, day)| (paper.name.to_string(), day.to_string())).collect()
}

fn history(counter: &Counter, id: Id) -> Vec<String> {
    let trace = Trace::new(counter, Sought::Record(Table::Request, id));
    trace.read(|_, _| true).unwrap();
    let found = trace.take().unwrap();
    let all = history::of(counter, (Table::Request, id), &found).unwrap();
    all[0].changes.iter().map(|one| format!("{}: {}", one.label, one.words())).collect()
}

#[test]
fn the_answers_of_a_saved_request_make_it_again() {
    let (mut counter, request) = asked();
    assert!(!request_answers::answers(&request).answers().any(|(_, answer)| answer == MEMBER));
    let same = mending::mend(&mut counter, request.id, &mended(&request, &[])).unwrap();
    assert_eq!(same, request);
}

#[test]
fn words_reporter_and_papers_are_corrected_and_the_history_tells_what_stood_there() {
    let (mut counter, request) = asked();
    counter.is("2026-11-25", "09:00:00");
    let told = mended(
        &request,
        &[
            ("uraian", "kartu mati sejak Oktober"),
            ("hubungan_pelapor", "keluarga"),
            ("pelapor", "Rahmat"),
            ("hp_pelapor", "081234567890"),
            ("berkas", "ktp;kartu_bpjs_kis"),
            // What the number and the promise hang on stays, whatever a form says.
            ("jenis", "pengaduan"),
            ("layanan", "SKTM"),
        ],
    );
    let now = mending::mend(&mut counter, request.id, &told).unwrap();
    assert_eq!(now.words.as_ref().unwrap().as_str(), "kartu mati sejak Oktober");
    assert_eq!(
        (now.ticket, now.kind, &now.service),
        (request.ticket, request.kind, &request.service)
    );
    assert_eq!(now.cover, request.cover, "the masked number is the one that was known");
    let papers = brought(&now);
    let days: Vec<&str> = papers.iter().map(|(_, day)| day.as_str()).collect();
    assert_eq!(days, ["24-11-2026", "25-11-2026"], "{papers:?}");
    let told = history(&counter, request.id);
    for words in [
        "Kata warga: kartu mati sejak jauh hari menjadi kartu mati sejak Oktober",
        "Nama pelapor: Rahmat",
        "HP pelapor: **********7890",
    ] {
        assert!(told.iter().any(|one| one == words), "{words} in {told:?}");
    }
    assert!(told.iter().any(|one| one.contains("kartu veteran: dikosongkan")), "{told:?}");
    undo::last(&mut counter).unwrap();
    assert_eq!(counter.must::<Request>(request.id).unwrap(), request);
}

#[test]
fn a_correction_that_says_nothing_or_names_another_paper_is_refused() {
    let (mut counter, request) = asked();
    let told = mended(&request, &[("berkas", "ktp;sk_veteran")]);
    assert!(matches!(
        mending::mend(&mut counter, request.id, &told),
        Err(Fault::Rejected { field: "berkas", .. })
    ));
    let complaint = counter.hears(request.subject.unwrap(), "bantuan berhenti");
    let told = mended(&complaint, &[("uraian", " ")]);
    assert!(matches!(
        mending::mend(&mut counter, complaint.id, &told),
        Err(Fault::Rejected { field: "uraian", .. })
    ));
    assert_eq!(counter.must::<Request>(request.id).unwrap(), request);
}

#[test]
fn nothing_is_corrected_while_the_use_of_the_data_is_restricted() {
    let (mut counter, request) = asked();
    let told = answers(&[("peminta", "warga"), ("alasan_batas", "dibantah")]);
    limits::restrict(&mut counter, request.subject.unwrap(), &told).unwrap();
    let told = mended(&request, &[]);
    assert!(matches!(mending::mend(&mut counter, request.id, &told), Err(Fault::Forbidden(_))));
}

#[test]
fn a_question_of_nobody_can_be_corrected_too() {
    let mut counter = Counter::opens("2026-11-24");
    let told = answers(&[("jenis", "informasi"), ("uraian", "syarat SKTM")]);
    let asked = requests::take(&mut counter, &told, requests::Subject::Nobody, false).unwrap();
    let told = mended(&asked.request, &[("uraian", "syarat pindah")]);
    let now = mending::mend(&mut counter, asked.request.id, &told).unwrap();
    assert_eq!(now.words.unwrap().as_str(), "syarat pindah");
}
