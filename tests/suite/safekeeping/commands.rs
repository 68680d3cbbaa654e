//! `loket cadangkan` and `loket pulihkan`, as a technician runs them.
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    cli::{
        intakes::lines,
        program::{Answer, fed, loket, office, started},
    },
    place::{PASSPHRASE, Place},
};

/// An office that has taken so many intakes.
fn busy(intakes: u32) -> Place {
    let place = office();
    fed(place.path(), &["terima"], lines(0..intakes).as_bytes()).done();
    place
}

/// Backs an office up; the file, and what was printed of it.
fn backed_up(place: &Place, stick: &Place) -> (PathBuf, Vec<String>) {
    let answer = loket(place.path(), &["cadangkan", text(stick.path())]).done();
    assert_eq!(answer.out.lines().count(), 1, "{}", answer.out);
    let row: Vec<String> = answer.rows()[0].iter().map(ToString::to_string).collect();
    (PathBuf::from(&row[0]), row)
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn restores(place: &Place, file: &Path, to: &Path) -> Answer {
    loket(place.path(), &["pulihkan", text(file), "--ke", text(to)])
}

/// Everything that can be exported.
fn exports(folder: &Path) -> Vec<String> {
    let tables = ["warga", "permohonan", "rujukan", "kunjungan", "surat"];
    let export = |table: &&str| loket(folder, &["ekspor", table, "--format", "jsonl"]).done().out;
    tables.iter().map(export).collect()
}

#[test]
fn a_restored_office_exports_the_same_and_goes_on_numbering() {
    let (place, stick) = (busy(12), Place::new());
    let (file, row) = backed_up(&place, &stick);
    assert_eq!((row.len(), row[2].len()), (3, 64));
    let to = stick.path().join("baru");
    let answer = restores(&place, &file, &to).done();
    assert!(answer.out.contains("cadangan sah: "), "{}", answer.out);
    assert!(answer.out.contains("sama dengan data di "), "{}", answer.out);
    let last = answer.out.lines().last().unwrap();
    assert_eq!(last, format!("pulih\t{}\t{}\t{}", to.display(), row[1], row[2]));
    assert_eq!(exports(&to), exports(place.path()));
    let [there, here] = [to.as_path(), place.path()]
        .map(|folder| fed(folder, &["terima"], lines(12..13).as_bytes()).done().out);
    assert_eq!(there.split('\t').nth(1), here.split('\t').nth(1), "the next sequence");
    assert_eq!(there.split('\t').nth(2), here.split('\t').nth(2), "the next register");
}

#[test]
fn it_is_said_how_far_the_office_goes_back() {
    let (place, stick) = (busy(3), Place::new());
    let (file, row) = backed_up(&place, &stick);
    fed(place.path(), &["terima"], lines(3..8).as_bytes()).done();
    let answer = restores(&place, &file, &stick.path().join("a")).done();
    assert!(answer.out.contains("mundur 5 kejadian sejak "), "{}", answer.out);
    // The other way round: what was restored from the older one has fewer than the newer.
    let (newer, _) = backed_up(&place, &stick);
    let (a, b) = (stick.path().join("a"), stick.path().join("b"));
    let answer = loket(&a, &["pulihkan", text(&newer), "--ke", text(&b)]).done();
    assert!(answer.out.contains("maju 5 kejadian dari data di "), "{}", answer.out);
    let other = busy(9);
    let answer = restores(&other, &file, &stick.path().join("c")).done();
    assert!(answer.out.contains("bukan dari data di "), "{}", answer.out);
    assert!(row[1].parse::<u64>().unwrap() < 9, "or the other office could not disagree");
}

#[test]
fn what_cannot_be_restored_is_told_before_anything_is_written() {
    let (place, stick) = (busy(2), Place::new());
    let (file, _) = backed_up(&place, &stick);
    let to = stick.path().join("baru");
    let good = fs::read(&file).unwrap();
    let mut bad = good.clone();
    bad[good.len() / 2] ^= 1;
    fs::write(&file, bad).unwrap();
    let answer = restores(&place, &file, &to);
    assert_eq!(answer.status, 1);
    assert!(answer.told.starts_with("berkas cadangan ini rusak atau terpotong."));
    fs::write(&file, &good).unwrap();
    let answer = restores(&place, &place.path().join("kunci"), &to);
    assert!(answer.told.contains("bukan cadangan Loket"), "{}", answer.told);
    let answer = restores(&place, &stick.path().join("hilang"), &to);
    assert_eq!(answer.status, 1);
    assert!(!to.exists());
    let answer = restores(&place, &file, place.path());
    assert_eq!(answer.status, 1);
    assert!(answer.told.contains("pilih folder yang kosong"), "{}", answer.told);
}

#[test]
fn only_an_admin_with_the_passphrase_restores() {
    let (place, stick) = (office(), Place::new());
    let (file, _) = backed_up(&place, &stick);
    let to = stick.path().join("baru");
    let secret = stick.path().join("sandi");
    fs::write(&secret, "bukan kata sandinya").unwrap();
    let words = ["pulihkan", text(&file), "--ke", text(&to), "--sandi-dari", text(&secret)];
    let answer = loket(place.path(), &words);
    assert_eq!((answer.status, answer.out.as_str()), (4, ""));
    let words = ["pulihkan", text(&file), "--ke", text(&to), "--petugas", "orang-lain"];
    assert_eq!(loket(place.path(), &words).status, 4);
    assert!(!to.exists());
    let practice = Place::new();
    let words = ["latihan", "--buat", text(practice.path()), "--warga", "3"];
    loket(practice.path(), &words).done();
    let words = ["cadangkan", text(stick.path()), "--petugas", "latihan"];
    let answer = loket(practice.path(), &words).done();
    let file = answer.rows()[0][0].to_owned();
    let again = ["pulihkan", &file, "--ke", text(&to), "--petugas", "latihan"];
    loket(practice.path(), &again).done();
    assert!(to.join("latihan").exists(), "it is a practice desk still");
}

#[test]
fn a_backup_needs_a_folder_that_is_there_and_outside() {
    let place = office();
    let answer = loket(place.path(), &["cadangkan", text(&place.path().join("stick"))]);
    assert_eq!(answer.status, 1);
    assert!(answer.told.starts_with("folder cadangan tidak dapat dipakai: tidak ada."));
    let answer = loket(place.path(), &["cadangkan", text(place.path())]);
    assert_eq!(answer.status, 1);
    assert!(answer.told.contains("harus di luar folder data"), "{}", answer.told);
    assert_eq!(loket(place.path(), &["cadangkan"]).status, 2);
}

#[test]
fn a_restore_that_was_killed_is_no_office_until_it_was_repeated() {
    let (place, stick) = (busy(40), Place::new());
    let (file, _) = backed_up(&place, &stick);
    let to = stick.path().join("baru");
    let mut cut = 0;
    for millis in (0..400).step_by(40) {
        let words = ["pulihkan", text(&file), "--ke", text(&to)];
        let mut child = started(place.path(), &words);
        // Somewhere in it: where does not matter, since every state must do.
        let begun = std::time::Instant::now();
        while begun.elapsed().as_millis() < millis && child.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        let _ = child.kill();
        child.wait().unwrap();
        if to.join("pulih.belum").exists() {
            cut += 1;
            let answer = loket(&to, &["ekspor", "warga"]);
            assert_eq!(answer.status, 1, "{}", answer.out);
            assert!(answer.told.contains("belum selesai"), "{}", answer.told);
        } else if to.join("kunci").exists() {
            break;
        }
    }
    if cut > 0 || !to.join("kunci").exists() {
        restores(&place, &file, &to).done();
    }
    assert_eq!(exports(&to), exports(place.path()));
}

#[test]
fn a_restore_that_was_cut_off_at_its_very_end_is_repeated() {
    let (place, stick) = (busy(3), Place::new());
    let (file, _) = backed_up(&place, &stick);
    let to = stick.path().join("baru");
    restores(&place, &file, &to).done();
    // All of it is there, and only the mark was not taken away any more.
    fs::write(to.join("pulih.belum"), "").unwrap();
    restores(&place, &file, &to).done();
    assert_eq!(exports(&to), exports(place.path()));
}

/// A limit on the size of files is the honest stand-in for a stick that is full: the system refuses
/// the write in the middle.
#[cfg(unix)]
#[test]
fn a_stick_that_fills_up_leaves_the_backup_before_it_and_says_why() {
    let (place, stick) = (busy(2), Place::new());
    let (before, _) = backed_up(&place, &stick);
    let script = "trap '' XFSZ; ulimit -f 4; exec \"$0\" cadangkan \"$1\"";
    let told = Command::new("sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_loket"), text(stick.path())])
        .env("LOKET_DATA", place.path())
        .env("LOKET_SANDI", PASSPHRASE)
        .output()
        .unwrap();
    assert_eq!(told.status.code(), Some(1), "{told:?}");
    let words = String::from_utf8(told.stderr).unwrap();
    assert!(words.contains("tidak dapat dipakai"), "{words}");
    let files: Vec<_> =
        fs::read_dir(stick.path()).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(files, [before], "the half one is gone, the good one stays");
}
