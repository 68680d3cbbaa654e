//! Lists that name somebody who is likely known, or somebody twice.
use std::fs;

use loket::desk::{
    import::{
        asking::Wish,
        report::{Note, Report, What},
        taking::Taking,
    },
    residents,
};

use crate::{
    desk::{
        counter::{Counter, answers},
        importing::{named, office, pieces, takes, wish},
    },
    place::Place,
};

const SITI: &[(&str, &str)] = &[
    ("nama", "Siti Aminah"),
    ("nik", "6471055708850001"),
    ("tanggal_lahir", "17-8-1985"),
    ("jenis_kelamin", "p"),
    ("nama_ibu", "Sukini"),
];

/// A list whose odd rows nobody has confirmed, only judged or taken in.
fn comes(
    counter: &mut Counter,
    place: &Place,
    list: &str,
    write: bool,
) -> (Report, Vec<(u64, What)>) {
    let wish = Wish { confirmed: false, ..wish(counter, place, list) };
    let pieces = pieces(counter, &wish);
    let rejects = place.path().join("daftar-ditolak.csv");
    let mut taking = if write {
        Taking::begin(counter, wish, rejects).unwrap()
    } else {
        Taking::judge(counter, wish).unwrap()
    };
    let mut notes = vec![];
    for piece in pieces {
        taking.take(counter, piece, |note: Note| notes.push((note.line, note.what))).unwrap();
    }
    (taking.end(counter).unwrap(), notes)
}

/// What is told of a row that waits for the clerk.
fn held(what: &What) -> String {
    let What::Held(remarks) = what else { panic!("{what:?}") };
    remarks.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

#[test]
fn who_is_likely_known_waits_for_the_clerk_with_what_speaks_for_it_and_against() {
    let (mut counter, place) = office();
    residents::register(&mut counter, &answers(SITI), true).unwrap();
    let list = "NIK;Nama;Tgl Lahir;L/P;Alamat;Alasan tanpa NIK\n\
        ;Aminah Sitti;8-17-1985;P;;lupa\n\
        ;Aminah Sitti;17-8-1985;P;;lupa\n\
        6471055708850002;Sri Wahyuni;17-8-1985;P;;\n\
        ;Siti Aminah;2-3-1970;P;;lupa\n\
        ;Siti;17-8-1985;P;;lupa\n";
    for write in [false, true] {
        let (report, notes) = comes(&mut counter, &place, list, write);
        assert_eq!((report.counts.new, report.counts.refused), (3, 2), "{notes:?}");
        let [(2, What::Refused(_)), (3, what)] = &notes[..] else { panic!("{notes:?}") };
        assert_eq!(
            held(what),
            "Nama lengkap mirip warga yang sudah terdaftar: Siti Aminah, 6471**5708******, lahir \
             17-08-1985 (nama sama, lain ejaan atau urutan, tanggal lahir sama, jenis kelamin \
             sama, kelurahan/desa sama)"
        );
    }
    assert_eq!(counter.residents(), 4);
    // In a file she has initials, and nobody learns when she was born.
    let told = fs::read_to_string(place.path().join("daftar-ditolak.csv")).unwrap();
    assert!(told.contains("terdaftar: S. A., 6471**5708****** (nama sama"), "{told}");
    assert!(!told.contains("Siti Aminah"), "{told}");
    // The clerk has looked, and knows better.
    let list = "NIK;Nama;Tgl Lahir;L/P\n6471055708850011;Siti Aminah;17-8-1985;P\n";
    let (report, notes) = takes(&mut counter, &place, list);
    assert_eq!((report.counts.new, report.warned), (1, 1));
    let [Note { what: What::Warned(remarks), .. }] = &notes[..] else { panic!("{notes:?}") };
    assert!(
        remarks[0].words.ends_with("; tetapi NIK beda satu angka, atau dua angka bertukar)"),
        "{remarks:?}"
    );
    assert_eq!(counter.residents(), 5);
}

#[test]
fn who_is_restricted_is_told_without_a_name_and_only_to_those_who_may_see_it() {
    let (mut counter, place) = office();
    let mut told = answers(SITI);
    told.put("ppks", "PPKS-19");
    residents::register(&mut counter, &told, true).unwrap();
    let list = "NIK;Nama;Tgl Lahir;L/P;Alasan tanpa NIK\n;Siti Aminah;17-8-1985;P;lupa\n";
    let (report, notes) = comes(&mut counter, &place, list, false);
    assert_eq!(report.counts.refused, 1);
    assert_eq!(
        held(&notes[0].1),
        "Nama lengkap mirip warga yang datanya terbatas; panggil petugas yang berwenang"
    );
    assert!(counter.sits("budi"));
    let (report, notes) = comes(&mut counter, &place, list, false);
    assert_eq!((report.counts.new, &notes[..]), (1, &[][..]));
}

#[test]
fn a_list_that_names_somebody_twice_says_on_which_line() {
    let (mut counter, place) = office();
    let list = "NIK;Nama;Tgl Lahir;L/P;Alamat;Alasan tanpa NIK\n\
        6471055708850001;Siti Aminah;17-8-1985;P;\"Jl. A\nRT 1\";\n\
        ;Sitti Aminah;17-8-1985;P;;lupa\n\
        6471054101700009;Aminah, Siti;17-8-1985;;;\n\
        6471051708850007;Siti Aminah;17-8-1985;L;;\n\
        6471055808850005;Siti Aminah;18-8-1985;P;;\n\
        6471051708850010;Suharto;17-8-1985;L;;\n\
        6471051708850020;Suharto;17-8-1985;L;;\n\
        ;Suharto;17-8-1985;L;;lupa\n";
    for write in [false, true] {
        let (report, mut notes) = comes(&mut counter, &place, list, write);
        notes.retain(|(_, what)| held(what).contains("berkas ini"));
        let told: Vec<(u64, String)> =
            notes.iter().map(|(line, what)| (*line, held(what))).collect();
        let lines: Vec<u64> = told.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [4, 5, 10], "{told:?}");
        assert_eq!(
            told[0].1,
            "Baris ini mirip orang di baris 2 berkas ini (nama dan tanggal lahir sama; NIK tidak \
             ada pada salah satunya)"
        );
        assert!(
            told[1].1.contains("baris 2 berkas ini (nama dan tanggal lahir sama; NIK berbeda)")
        );
        assert!(told[2].1.contains("baris 8 berkas ini"), "{told:?}");
        assert_eq!((report.counts.new, report.counts.refused), (5, 3));
    }
    assert_eq!(named(&counter, "Siti Aminah").len(), 3);
}
