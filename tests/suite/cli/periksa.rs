//! `loket periksa`: sound or not, and what to do about it.
use std::{fs, path::Path};

use crate::{
    cli::program::{Answer, loket, office_with},
    place::Place,
};

const LINES: [&str; 2] = [
    r#"{"nama":"Siti Aminah","nik":"6471055708850001","jenis":"darurat"}"#,
    r#"{"jenis":"informasi"}"#,
];

fn change(folder: &Path, name: &str, change: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(folder.join(name)).unwrap();
    change(&mut bytes);
    fs::write(folder.join(name), bytes).unwrap();
}

/// A check that must find something, each on a line of its own; says which files it names.
fn damaged(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.status, 1, "{}{}", answer.out, answer.told);
    assert!(answer.told.lines().all(|line| line.ends_with('.') && line.contains(". ")));
    assert!(!answer.told.contains("Siti") && !answer.told.contains("6471"), "{}", answer.told);
    let place = |line: &str| line.split(": ").next().unwrap().to_owned();
    answer.told.lines().map(place).collect()
}

#[test]
fn a_sound_office_is_told_with_its_counts_sequence_and_head() {
    let (place, _) = office_with(&LINES);
    let told = loket(place.path(), &["periksa"]).done().out;
    for words in ["Urutan : 3\n", "Data   : 1 warga, 2 permohonan, 0 surat", "Hasil  : semua utuh"]
    {
        assert!(told.contains(words), "{told}");
    }
    let head = told.lines().find_map(|line| line.strip_prefix("Kepala : ")).unwrap();
    assert!(head.len() == 64 && head.bytes().all(|byte| byte.is_ascii_hexdigit()));
    // A check changes nothing: the next one says the same.
    assert_eq!(loket(place.path(), &["periksa"]).done().out, told);
}

#[test]
fn a_backup_is_checked_without_a_passphrase_to_its_last_byte() {
    let (place, _) = office_with(&LINES);
    let elsewhere = Place::new();
    let stick = elsewhere.path();
    loket(place.path(), &["cadangkan", stick.to_str().unwrap()]).done();
    let backup = fs::read_dir(stick).unwrap().next().unwrap().unwrap().path();
    let file = backup.to_str().unwrap();
    let nobody = stick.join("bukan");
    let told = loket(&nobody, &["periksa", file]).done().out;
    let head =
        |told: &str| told.lines().find(|line| line.starts_with("Kepala")).unwrap().to_owned();
    assert_eq!(head(&told), head(&loket(place.path(), &["periksa"]).done().out));
    let sound = fs::read(&backup).unwrap();
    for at in (0..sound.len()).step_by(97).chain([sound.len() - 1]) {
        let mut bytes = sound.clone();
        bytes[at] ^= 1;
        fs::write(&backup, bytes).unwrap();
        let answer = loket(&nobody, &["periksa", file]);
        assert_eq!(answer.status, 1, "byte {at}: {}", answer.out);
        assert!(answer.out.is_empty() && answer.told.contains("cadangan"), "{}", answer.told);
    }
}

#[test]
fn every_file_that_was_changed_is_named_with_what_to_do() {
    let (place, _) = office_with(&LINES);
    let folder = place.path();
    let files = ["kunci.lama", "kepala.a", "kepala.b", "kolom.terbatas", "jurnal/000001"];
    for name in files {
        let sound = fs::read(folder.join(name)).unwrap();
        change(folder, name, |bytes| bytes[100] ^= 1);
        let told = damaged(&loket(folder, &["periksa"]));
        let place = name.split('/').next().unwrap();
        assert!(told.iter().any(|told| told == place), "{name}: {told:?}");
        fs::write(folder.join(name), sound).unwrap();
    }
    // In the space that was prepared for later, too.
    change(folder, "jurnal/000001", |bytes| bytes[1_000_000] ^= 1);
    assert_eq!(damaged(&loket(folder, &["periksa"])), ["jurnal"]);
    change(folder, "jurnal/000001", |bytes| bytes[1_000_000] ^= 1);
    // The index was opened by each of these checks, and by none of them mended or broken.
    loket(folder, &["periksa"]).done();
}

#[test]
fn damaged_keys_are_told_and_the_ones_before_still_let_in() {
    let (place, _) = office_with(&LINES);
    let folder = place.path();
    change(folder, "kunci", |bytes| bytes[60] ^= 1);
    assert_eq!(damaged(&loket(folder, &["periksa"])), ["kunci"]);
    change(folder, "kunci.lama", |bytes| bytes[60] ^= 1);
    let answer = loket(folder, &["periksa"]);
    assert_eq!((answer.status, answer.out.as_str()), (1, ""));
    assert!(answer.told.contains("kunci"), "{}", answer.told);
}

#[test]
fn an_office_that_cannot_be_opened_is_checked_all_the_same() {
    let (place, _) = office_with(&LINES);
    let folder = place.path();
    fs::remove_dir_all(folder.join("indeks")).unwrap();
    // Who sits here stands in the first frame.
    change(folder, "jurnal/000001", |bytes| bytes[50] ^= 1);
    let answer = loket(folder, &["periksa"]);
    assert_eq!(damaged(&answer), ["jurnal", "indeks"]);
    assert!(
        answer.out.contains("2 permohonan"),
        "what stands behind it is counted: {}",
        answer.out
    );
    let refused = loket(folder, &["cari", "siti"]);
    assert_eq!(refused.status, 1);
    assert!(refused.told.starts_with("jurnal rusak pada urutan 1."), "{}", refused.told);
}

#[test]
fn a_journal_whose_begin_was_zeroed_is_no_new_office() {
    let (place, _) = office_with(&LINES);
    let folder = place.path();
    let keys = fs::read(folder.join("kunci")).unwrap();
    change(folder, "jurnal/000001", |bytes| bytes[..4096].fill(0));
    let told = damaged(&loket(folder, &["periksa"]));
    assert!(told.contains(&"jurnal".to_owned()), "{told:?}");
    let words = ["siapkan", "--wilayah", "64.71.06.1001", "--nama-petugas", "Orang Lain"];
    assert_eq!(loket(folder, &words).status, 1);
    assert!(fs::read(folder.join("kunci")).unwrap() == keys);
}

#[test]
fn only_officers_of_this_office_may_check() {
    let (place, _) = office_with(&LINES);
    let answer = loket(place.path(), &["--petugas", "orang-lain", "periksa"]);
    assert_eq!((answer.status, answer.out.as_str()), (4, ""));
    let nowhere = place.path().join("tidak ada");
    assert_eq!(loket(&nowhere, &["periksa"]).status, 1);
}
