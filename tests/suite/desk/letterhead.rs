//! What papers say of the office and of a person: nothing twice, and nothing that nobody told.
use loket::{
    desk::{
        letters::{issue, paper},
        residents, roads, setup,
        tables::add_institution,
    },
    domain::{id::Id, paper::Paper, request::Request},
    form::office_answers,
    print::text,
};

use crate::desk::counter::{Counter, answers};

/// A paper in one line, however its lines were broken.
fn flat(page: &str) -> String {
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn letter(counter: &mut Counter, request: Id) -> String {
    let (_, ticket) = counter.refers(request, "surat").unwrap();
    let letter = issue(counter, request, ticket).unwrap();
    flat(&text::render(&paper(&letter, Paper::A4).unwrap()))
}

fn slip(counter: &Counter, request: &Request) -> String {
    flat(&counter.hands("TANDA-TERIMA", request.id, &[]))
}

/// Someone registered with these answers, whose NIK is not known.
fn someone(counter: &mut Counter, told: &[(&str, &str)]) -> Id {
    let mut draft = answers(told);
    draft.put("alasan_tanpa_nik", "tidak_dibawa");
    residents::register(counter, &draft, false).unwrap().id
}

const NAMELESS: &[(&str, &str)] = &[("tanpa_nama", "ya"), ("ciri", "Tato jangkar di lengan kiri")];

/// The office with more answers.
fn settles(counter: &mut Counter, told: &[(&str, &str)]) {
    let mut draft = office_answers::preset("64.71.06.1001".parse().unwrap());
    for (id, answer) in told {
        draft.put(id, *answer);
    }
    setup::change_office(counter, &draft).unwrap();
}

#[test]
fn the_letterhead_tells_the_postcode_once() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let request = counter.serves(who, "SKTM", "");
    settles(&mut counter, &[("alamat_kantor", "Jl. Dr. Semeru No. 25, Bogor 16111")]);
    let told = slip(&counter, &request);
    assert!(told.contains("Bogor 16111 =") || told.contains("Bogor 16111 T"), "{told}");
    settles(&mut counter, &[("alamat_kantor", "Jl. Dr. Semeru No. 25")]);
    let told = slip(&counter, &request);
    assert!(told.contains("Semeru No. 25 76"), "{told}");
}

#[test]
fn a_rank_stands_between_the_name_and_the_number() {
    let mut counter = Counter::opens("2026-11-24");
    let official = [
        ("nama_koordinator", "Rina Wulandari"),
        ("pangkat_koordinator", "Penata Tk. I"),
        ("nip_koordinator", "198505142010012003"),
    ];
    settles(&mut counter, &official);
    let who = counter.meets("Siti Aminah");
    let id = counter.serves(who, "SKTM", "").id;
    let told = letter(&mut counter, id);
    assert!(told.contains("Rina Wulandari Penata Tk. I NIP 19850514 201001 2 003"), "{told}");
}

#[test]
fn a_letter_states_no_address_that_nobody_told() {
    let mut counter = Counter::opens("2026-11-24");
    let who = someone(&mut counter, NAMELESS);
    let id = counter.serves(who, "SKTM", "").id;
    let told = letter(&mut counter, id);
    for part in [
        "kami merujuk seseorang dengan data",
        "Nama : Tanpa nama Ciri-ciri : Tato jangkar di lengan kiri",
        "Alamat KTP : tidak diketahui Layanan",
    ] {
        assert!(told.contains(part), "{part} is not in:\n{told}");
    }
    let who = someone(&mut counter, &[("nama", "Siti Aminah"), ("alamat", "Jl. Melati 3")]);
    let id = counter.serves(who, "SKTM", "").id;
    let told = letter(&mut counter, id);
    assert!(told.contains("merujuk warga Kelurahan"), "{told}");
    assert!(told.contains("Alamat KTP : Jl. Melati 3, Kelurahan"), "{told}");
    assert!(!told.contains("Ciri-ciri") && !told.contains("Domisili"), "{told}");
}

#[test]
fn a_letter_that_cannot_wait_says_so() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    for (told, weight) in [
        ([("jenis", "permohonan"), ("layanan", "SKTM")], "Sifat : Biasa"),
        ([("jenis", "darurat"), ("uraian", "Terlantar di pasar")], "Sifat : Segera"),
    ] {
        let id = counter.takes(who, &told).request.id;
        let told = letter(&mut counter, id);
        assert!(told.contains(weight), "{weight} is not in:\n{told}");
    }
    let urgent = [("jenis", "permohonan"), ("layanan", "SKTM"), ("mendesak", "ya")];
    let id = counter.takes(who, &urgent).request.id;
    assert!(letter(&mut counter, id).contains("Sifat : Segera"));
}

#[test]
fn a_receipt_asks_only_for_digits_that_somebody_told() {
    let mut counter = Counter::opens("2026-11-24");
    let report = [("jenis", "darurat"), ("uraian", "Orang terlantar di pasar")];
    let who = someone(&mut counter, NAMELESS);
    let request = counter.takes(who, &report).request;
    let told = slip(&counter, &request);
    assert!(told.contains("sebutkan tiket.") && !told.contains("empat angka"), "{told}");
    let who = someone(&mut counter, &[("nama", "Siti"), ("hp", "0812-3456-7890")]);
    let request = counter.serves(who, "SKTM", "");
    let told = slip(&counter, &request);
    assert!(told.contains("sebutkan tiket dan empat angka terakhir nomor HP."), "{told}");
}

#[test]
fn a_receipt_for_a_nameless_person_says_that_there_is_no_name() {
    let mut counter = Counter::opens("2026-11-24");
    let who = someone(&mut counter, NAMELESS);
    let request = counter.serves(who, "SKTM", "");
    assert!(slip(&counter, &request).contains("Nama : Tanpa nama"));
}

#[test]
fn an_address_stands_in_place_of_di_tempat() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let id = counter.serves(who, "SKTM", "").id;
    for (code, home, told) in [
        ("PANTI-A", "Jl. Mawar 9", "Yth. Pimpinan Panti Jl. Mawar 9 Dengan hormat"),
        ("PANTI-B", "", "Yth. Pimpinan Panti di tempat Dengan hormat"),
    ] {
        let own = [
            ("kode", code),
            ("nama_baris", "Panti Asuhan"),
            ("jenis_lembaga", "lks"),
            ("yth", "Pimpinan Panti"),
            ("alamat_lembaga", home),
        ];
        add_institution(&mut counter, &answers(&own)).unwrap();
        let there = answers(&[("lembaga", code), ("permintaan", "Mohon"), ("cara", "surat")]);
        let (_, ticket) = roads::refer(&mut counter, id, &there).unwrap();
        let letter = issue(&mut counter, id, ticket).unwrap();
        let page = flat(&text::render(&paper(&letter, Paper::A4).unwrap()));
        assert!(page.contains(told), "{told} is not in:\n{page}");
    }
}

#[test]
fn very_long_marks_are_cut_short_to_fit_the_paper() {
    let mut counter = Counter::opens("2026-11-24");
    let marks = "tato jangkar di lengan kiri, ".repeat(100);
    let who = someone(&mut counter, &[("tanpa_nama", "ya"), ("ciri", &marks)]);
    let id = counter.serves(who, "SKTM", "").id;
    assert!(letter(&mut counter, id).contains(" … NIK :"));
}
