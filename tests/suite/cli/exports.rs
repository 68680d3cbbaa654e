//! Tables as files: what stands in them, and that spreadsheets cannot be led astray by them.
use std::fs;

use crate::cli::{
    intakes::{intake, lines},
    program::{fed, loket, office, office_with},
};

#[test]
fn each_table_has_the_columns_that_others_rely_on() {
    let place = office();
    fed(place.path(), &["terima"], lines(0..3).as_bytes()).done();
    let wanted: &[(&str, &[&str])] = &[
        ("warga", &["nama", "nik", "kk", "tanggal_lahir", "jenis_kelamin", "alamat", "ppks"]),
        (
            "permohonan",
            &["seq", "register", "tiket", "nama", "nik", "jenis", "layanan", "status", "dibuat"],
        ),
        ("rujukan", &["tiket", "permohonan", "lembaga", "status", "dibuat"]),
        ("kunjungan", &["tanggal", "jam", "register", "nama", "layanan"]),
        ("surat", &["nomor", "jenis", "tanggal", "tiket"]),
        ("audit", &["urut", "waktu", "petugas", "perbuatan", "tabel", "nomor", "alasan", "isian"]),
    ];
    for (table, columns) in wanted {
        let answer = loket(place.path(), &["ekspor", table]).done();
        let head: Vec<&str> = answer.out.lines().next().unwrap().split(',').collect();
        for column in *columns {
            assert!(head.contains(column), "{column} in {table}: {head:?}");
        }
        assert!(table == &"permohonan" || table == &"warga" || !head.contains(&"kk"), "{table}");
    }
}

#[test]
fn what_was_told_comes_out_in_every_format() {
    let place = office();
    fed(place.path(), &["terima"], lines(0..8).as_bytes()).done();
    let told = intake(7);
    let json = loket(place.path(), &["ekspor", "warga", "--format", "jsonl"]).done().objects();
    assert_eq!(json.len(), 8);
    for key in ["nama", "nik", "jenis_kelamin", "ppks", "alamat"] {
        assert_eq!(json[7][key], told[key], "{key}");
    }
    let csv = loket(place.path(), &["ekspor", "warga"]).done().out;
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let head = reader.headers().unwrap().clone();
    let row = reader.records().nth(7).unwrap().unwrap();
    let cell = |name: &str| &row[head.iter().position(|known| known == name).unwrap()];
    assert_eq!(cell("nik"), told["nik"].as_str().unwrap());
    assert_eq!(cell("ppks"), "PPKS-09;PPKS-24");
    let file = place.path().join("warga.xlsx");
    loket(place.path(), &["ekspor", "warga", "--ke", file.to_str().unwrap()]).done();
    assert!(fs::read(&file).unwrap().starts_with(b"PK"), "the ending says what it is");
}

#[test]
fn a_cell_is_never_a_formula_and_a_telephone_stays_one() {
    let lines = [
        r#"{"nama":"=cmd|'/c calc'!A1","alasan_tanpa_nik":"lupa","jenis":"pengaduan","alamat":"@SUM(1)","uraian":"-2+3, \"kata\"","hp":"+6598765432"}"#,
    ];
    let (place, answer) = office_with(&lines);
    answer.done();
    let csv = loket(place.path(), &["ekspor", "warga"]).done().out;
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let row = reader.records().next().unwrap().unwrap();
    for cell in ["'=cmd|'/c calc'!A1", "'@SUM(1)", "+6598765432"] {
        assert!(row.iter().any(|known| known == cell), "{cell} in {row:?}");
    }
    let csv = loket(place.path(), &["ekspor", "permohonan"]).done().out;
    assert!(csv.contains("\"'-2+3, \"\"kata\"\"\""), "{csv}");
    let json = loket(place.path(), &["ekspor", "warga", "--format", "jsonl"]).done().objects();
    assert_eq!(json[0]["nama"], "=cmd|'/c calc'!A1", "no spreadsheet reads JSON");
}

#[test]
fn days_limit_an_export_on_both_sides() {
    let (place, answer) = office_with(&[r#"{"jenis":"informasi"}"#]);
    answer.done();
    let count = |words: &[&str]| {
        let words = [&["ekspor", "kunjungan", "--format", "jsonl"], words].concat();
        loket(place.path(), &words).done().objects().len()
    };
    assert_eq!(count(&["--dari", "h", "--sampai", "h"]), 1);
    assert_eq!((count(&["--dari", "h+1"]), count(&["--sampai", "h-1"])), (0, 0));
}

#[test]
fn an_export_that_fails_leaves_the_old_file_alone() {
    let place = office();
    let inside = place.path().join("tidak-ada").join("x.csv");
    let answer = loket(place.path(), &["ekspor", "warga", "--ke", inside.to_str().unwrap()]);
    assert_eq!(answer.status, 1);
    assert!(answer.told.contains("berkas tidak dapat dipakai"), "{}", answer.told);
    let file = place.path().join("warga.csv");
    fs::write(&file, "lama").unwrap();
    loket(place.path(), &["ekspor", "warga", "--ke", file.to_str().unwrap()]).done();
    assert!(fs::read_to_string(&file).unwrap().starts_with("nama,"));
    assert!(!place.path().join("warga.csv.sebagian").exists());
}

#[test]
fn a_span_that_ends_before_it_begins_and_a_folder_that_is_not_there_are_told() {
    let place = office();
    let span = ["ekspor", "warga", "--dari", "2026-11-24", "--sampai", "2026-11-01"];
    let answer = loket(place.path(), &span);
    assert_eq!(answer.status, 2);
    assert!(answer.told.contains("--dari lebih akhir daripada --sampai"), "{}", answer.told);
    let nowhere = place.path().join("tidak/ada.csv");
    let answer = loket(place.path(), &["ekspor", "warga", "--ke", nowhere.to_str().unwrap()]);
    assert_eq!(answer.status, 1);
    assert!(answer.told.contains("tidak dapat dipakai: tidak ada"), "{}", answer.told);
}

#[test]
fn the_audit_tells_who_handed_out_what_and_names_nobody() {
    let place = office();
    fed(place.path(), &["terima"], lines(0..3).as_bytes()).done();
    loket(place.path(), &["ekspor", "warga", "--dari", "2026-01-01"]).done();
    loket(place.path(), &["cari", intake(0)["nama"].as_str().unwrap(), "--json"]).done();
    let rows = loket(place.path(), &["ekspor", "audit", "--format", "jsonl"]).done().objects();
    let of = |act: &str| rows.iter().filter(|row| row["perbuatan"] == act).collect::<Vec<_>>();
    let left = of("ekspor selesai");
    assert_eq!(left[0]["alasan"], "warga dari 2026-01-01: 3 baris");
    assert_eq!(left[1]["alasan"], "hasil pencarian warga: 1 baris");
    assert_eq!(left[0]["petugas"], "rina");
    // This very export has begun, and not ended yet.
    assert_eq!(of("ekspor").len(), left.len() + 1);
    assert_eq!(of("permohonan baru").len(), 6);
    let whole = format!("{rows:?}");
    for told in (0..3).map(intake) {
        for key in ["nama", "nik", "hp"] {
            let answer = told[key].as_str().unwrap_or_default();
            assert!(answer.is_empty() || !whole.contains(answer), "{answer} in {whole}");
        }
    }
    let later = loket(place.path(), &["ekspor", "audit", "--dari", "2090-01-01"]).done();
    assert_eq!(later.out.lines().count(), 1);
}
