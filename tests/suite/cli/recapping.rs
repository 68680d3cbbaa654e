//! The recap of a month on the command line.
use std::{fs, path::Path};

use crate::cli::program::{loket, office_with};

const INTAKES: [&str; 4] = [
    r#"{"nama":"Siti Aminah","nik":"6471064509900001","jenis":"permohonan","layanan":"SKTM"}"#,
    r#"{"nama":"Budi Santoso","alasan_tanpa_nik":"lupa","jenis":"permohonan","layanan":"SKTM"}"#,
    r#"{"nama":"Joko Susilo","alasan_tanpa_nik":"lupa","jenis":"pengaduan","uraian":"bantuan belum turun"}"#,
    r#"{"jenis":"informasi"}"#,
];

/// The month in which all of it was taken.
fn month(folder: &Path) -> String {
    let rows = loket(folder, &["ekspor", "kunjungan", "--format", "jsonl"]).done().objects();
    rows[0]["tanggal"].as_str().unwrap()[..7].to_owned()
}

#[test]
fn a_month_is_told_by_kind_and_status_in_every_format() {
    let (place, answer) = office_with(&INTAKES);
    assert_eq!(answer.rows().len(), 4, "{}", answer.told);
    let month = month(place.path());
    let csv = loket(place.path(), &["rekap", &month, "--format", "csv"]).done().out;
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines[0], "status,informasi,permohonan,pengaduan,darurat,jumlah");
    assert!(lines.contains(&"kurang_berkas,0,2,0,0,2"), "{csv}");
    assert_eq!(lines[lines.len() - 1], "jumlah,1,2,1,0,4");
    let text = loket(place.path(), &["rekap", &month]).done().out;
    assert!(text.starts_with("Rekap permohonan ") && text.contains("Kurang berkas"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    assert!(!text.contains('*'), "{text}");
    let file = place.path().join("rekap.xlsx");
    loket(place.path(), &["rekap", &month, "--ke", file.to_str().unwrap()]).done();
    assert!(fs::read(&file).unwrap().starts_with(b"PK"));
}

#[test]
fn a_month_in_which_nobody_came_is_told_too() {
    let (place, _) = office_with(&INTAKES[..1]);
    let csv = loket(place.path(), &["rekap", "2001-01", "--format", "csv"]).done().out;
    assert_eq!(csv.lines().skip(1).collect::<Vec<_>>(), ["jumlah,0,0,0,0,0"]);
}

#[test]
fn what_is_no_month_and_what_is_no_format_is_told_kindly() {
    let (place, _) = office_with(&INTAKES[..1]);
    for (words, told) in [
        (&["rekap", "2026-13"][..], "harus tahun dan bulan, misalnya 2026-11"),
        (&["rekap", "November"], "harus tahun dan bulan"),
        (&["rekap", "2026-11", "--format", "pdf"], "harus salah satu dari: teks, csv, xlsx"),
        (&["rekap", "2026-11", "--ke", "rekap.pdf"], "belum dikenal untuk rekap"),
        (&["rekap", "2026-11", "--format", "xlsx"], "Sebutkan berkasnya dengan --ke"),
    ] {
        let answer = loket(place.path(), words);
        assert_eq!((answer.status, &*answer.out), (2, ""), "{words:?}");
        assert!(answer.told.contains(told), "{}", answer.told);
    }
}
