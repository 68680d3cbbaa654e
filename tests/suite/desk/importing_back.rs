//! What the office hands out it knows again, whatever it is.
use std::{fs::File, path::Path, thread};

use loket::{
    desk::{
        counter::Desk,
        exports::{self, Span, Table},
        import::{asking::look, reading::Reading, taking::Taking},
        residents,
    },
    report::{csv::Csv, xlsx::Xlsx},
    roster::glance::Named,
};

use crate::{cli::practice::made, desk::counter::answers, place::Place};

/// People of whom everything is known that can be, or next to nothing.
const ODD: &[&[(&str, &str)]] = &[
    &[
        ("nama", "=2+3 Dr. H. Moh. Yusuf, S.Pd., M.Si"),
        ("alias", "@Ucup"),
        ("nik", "6471051708850001"),
        ("kk", "6471051203070001"),
        ("hubungan_kk", "kepala_keluarga"),
        ("nama_ibu", "Nn. D'Angelo"),
        ("tempat_lahir", "Kutai, Barat"),
        ("tanggal_lahir", "17-08-1985"),
        ("jenis_kelamin", "L"),
        ("agama", "kepercayaan"),
        ("pekerjaan", "-pedagang; \"asongan\""),
        ("status_kawin", "cerai_mati"),
        ("hp", "+65 9876 5432"),
        ("pemilik_hp", "tetangga, RT 3"),
        ("alamat", "+Jl. Melati 3 | kiri"),
        ("rt", "3"),
        ("rw", "5"),
        ("alamat_ktp", "Jl. Lama 1"),
        ("rt_ktp", "001"),
        ("kelurahan_ktp", "33.74.01.1001"),
        ("ppks", "PPKS-05;PPKS-24"),
        ("ragam_disabilitas", "fisik;mental"),
        ("desil", "2"),
        ("desil_dicek", "1-11-2026"),
    ],
    &[
        ("tanpa_nama", "ya"),
        ("ciri", "- berjaket biru\n'kira' 50 tahun"),
        ("alias", "Mbah"),
        ("alasan_tanpa_nik", "tidak_dapat_berkomunikasi"),
        ("perkiraan_umur", "50"),
    ],
    &[
        ("tanpa_nama", "ya"),
        ("ciri", "- berjaket biru\n'kira' 50 tahun"),
        ("alasan_tanpa_nik", "tidak_dapat_berkomunikasi"),
        ("perkiraan_umur", "20"),
    ],
    &[("nama", "Siti"), ("alasan_tanpa_nik", "lupa")],
    &[("nama", "Siti"), ("alasan_tanpa_nik", "hilang"), ("alias", "Iti")],
    &[("nama", "x"), ("alasan_tanpa_nik", "lupa"), ("hp", "112")],
];

/// Hands all residents out and takes them back: what is told of the rows.
fn back(desk: &mut Desk, path: &Path) -> (u64, Vec<String>) {
    let mut file = File::create(path).unwrap();
    let folder = path.parent().unwrap();
    let whole = (Table::Residents, Span::default());
    let rows = if path.extension().is_some_and(|end| end == "csv") {
        exports::export(desk, whole.0, whole.1, &mut Csv::new(&mut file)).unwrap()
    } else {
        let mut sheet = Xlsx::new(&mut file, "warga", folder).unwrap();
        exports::export(desk, whole.0, whole.1, &mut sheet).unwrap()
    };
    drop(file);
    let wish = look(desk, &Named { path: path.to_owned(), letters: None, sheet: None }).unwrap();
    let (reading, pieces) = Reading::new(desk, &wish).unwrap();
    let reader = thread::spawn(move || reading.read(|_, _| true));
    let mut taking = Taking::judge(desk, wish).unwrap();
    let mut notes = vec![];
    for piece in pieces {
        let tell = |note: loket::desk::import::report::Note| {
            notes.push(format!("{} {}: {}", note.line, note.who, note.words()));
        };
        taking.take(desk, piece, tell).unwrap();
    }
    reader.join().unwrap().unwrap();
    let counts = taking.end(desk).unwrap().counts;
    assert_eq!(counts.rows, rows);
    (counts.rows - counts.same, notes)
}

#[test]
fn all_that_the_office_hands_out_comes_back_as_known_and_no_different() {
    let (_office, mut desk) = made(400, 11, (2026, 11, 24));
    for told in ODD {
        residents::register(&mut desk, &answers(told), true).unwrap();
    }
    let place = Place::new();
    for name in ["warga.csv", "warga.xlsx"] {
        let (others, notes) = back(&mut desk, &place.path().join(name));
        assert_eq!((others, &*notes), (0, &[][..]), "{name}");
    }
}
