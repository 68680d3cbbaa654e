//! Setting up an office, and the ways in which commands end.
use std::fs;

use loket::{
    desk::{
        counter::{Clock, Desk},
        entrance::{Gate, gate},
        setup,
    },
    form::{clerk, field::Draft, office_answers},
};

use crate::{
    cli::program::{loket, office},
    desk::conversion::old,
    place::{Place, passphrase},
};

#[test]
fn an_office_is_set_up_once() {
    let place = office();
    let words = ["siapkan", "--wilayah", "64.71.06.1001", "--nama-petugas", "Budi"];
    let answer = loket(place.path(), &words);
    assert_eq!((answer.status, answer.out.as_str()), (1, ""));
    assert_eq!(
        answer.told,
        "folder itu sudah berisi data kantor. Pilih folder lain yang kosong.\n"
    );
}

#[test]
fn a_founding_whose_first_change_was_torn_is_repeated_and_a_whole_one_is_not() {
    let (place, cut) = (Place::new(), Place::new());
    let (mut desk, _) = Desk::open(place.path(), Clock::Wall, &mut |_| {}).unwrap();
    let office = office_answers::preset("64.71.06.1001".parse().unwrap());
    let mut person = Draft::default();
    person.put(clerk::NAME.id, "Rina Wulandari");
    setup::found(&mut desk, &office, &person, &passphrase()).unwrap();
    // The power fails: no anchor has seen the change yet.
    fs::create_dir(cut.path().join("jurnal")).unwrap();
    for name in ["kunci", "jurnal/000001"] {
        fs::copy(place.path().join(name), cut.path().join(name)).unwrap();
    }
    drop(desk);
    assert_eq!(gate(cut.path()).unwrap(), Gate::Sealed, "the change is whole");
    let mut journal = fs::read(cut.path().join("jurnal/000001")).unwrap();
    journal[4096..].fill(0);
    fs::write(cut.path().join("jurnal/000001"), &journal).unwrap();
    assert_eq!(gate(cut.path()).unwrap(), Gate::New, "only its beginning is there");
    let words = ["siapkan", "--wilayah", "64.71.06.1001", "--nama-petugas", "Budi"];
    assert!(loket(cut.path(), &words).done().out.starts_with("budi\n"));
    assert_eq!(loket(cut.path(), &["cari", "siti"]).status, 0);
    // What an anchor has seen was saved, whatever became of it.
    let mut journal = fs::read(place.path().join("jurnal/000001")).unwrap();
    journal[4096..].fill(0);
    fs::write(place.path().join("jurnal/000001"), &journal).unwrap();
    assert_eq!(gate(place.path()).unwrap(), Gate::Sealed);
}

#[test]
fn the_officer_may_choose_the_code() {
    let place = Place::new();
    let words = ["siapkan", "--wilayah", "6471061001", "--nama-petugas", "Budi", "--petugas", "b2"];
    assert!(loket(place.path(), &words).done().out.starts_with("b2\n"));
    assert_eq!(loket(place.path(), &["cari", "siti", "--petugas", "b2"]).status, 0);
    let stranger = loket(place.path(), &["cari", "siti", "--petugas", "budi"]);
    assert_eq!(stranger.status, 4);
    let told = "kode petugas atau kata sandi tidak cocok. Periksa --petugas";
    assert!(stranger.told.starts_with(told), "{}", stranger.told);
}

#[test]
fn a_command_that_makes_no_sense_is_told_what_would_with_status_two() {
    let place = office();
    let cases: &[(&[&str], &str)] = &[
        (&["rahasia"], "perintah itu tidak dikenal"),
        (&["impor", "kejadian", "x.csv"], "loket impor warga BERKAS"),
        (&["impor", "warga"], "harus disebut"),
        (&["--salah"], "pilihan --salah tidak dikenal"),
        (&["cari"], "harus disebut"),
        (&["cari", "siti", "--batas", "0"], "--batas harus angka dari 1"),
        (&["ekspor", "kejadian"], "harus salah satu dari: warga, permohonan"),
        (&["ekspor", "warga", "--format", "xlsx"], "--ke"),
        (&["ekspor", "warga", "--dari", "31-02-2026"], "--dari tidak ada di kalender"),
        (&["lacak", "PMH-202611-00001-1X"], "harus tiket yang benar"),
        (&["lacak", "PMH-202611-00001-1", "--akhir", "12x4"], "harus empat angka"),
        (&["surat", "1", "--ke", "x.doc"], ".pdf atau .txt"),
        (&["latihan", "--warga", "1000001"], "--warga harus angka"),
        (&["siapkan", "--wilayah", "64.71.06.9001", "--nama-petugas", "x"], "harus kode wilayah"),
    ];
    for (words, why) in cases {
        let answer = loket(place.path(), words);
        assert_eq!((answer.status, answer.out.as_str()), (2, ""), "{words:?}: {}", answer.told);
        assert!(answer.told.contains(why), "{words:?}: {}", answer.told);
    }
}

#[test]
fn what_is_missing_ends_with_status_one() {
    let nowhere = Place::new();
    let cases: &[&[&str]] = &[
        &["cari", "siti"],
        &["--data", "/tidak/ada/di/sini", "cari", "siti"],
        &["terima", "tidak-ada.jsonl"],
    ];
    for words in cases {
        let answer = loket(nowhere.path(), words);
        assert_eq!((answer.status, answer.out.as_str()), (1, ""), "{words:?}");
        assert!(answer.told.trim_end().ends_with('.'), "{}", answer.told);
    }
    let place = office();
    assert_eq!(loket(place.path(), &["surat", "9/9/9", "--ke", "x.pdf"]).status, 1);
}

#[test]
fn a_desk_that_is_open_elsewhere_is_left_alone() {
    let place = office();
    let _desk = place.desk(Clock::Wall);
    let answer = loket(place.path(), &["cari", "siti"]);
    assert_eq!(answer.status, 3);
    assert!(answer.told.contains("sedang dipakai"), "{}", answer.told);
}

#[test]
fn help_is_in_indonesian() {
    let place = Place::new();
    let commands = ["siapkan", "terima", "cari", "lacak", "ekspor", "surat", "latihan"];
    let whole = loket(place.path(), &["--help"]).done().out;
    for command in commands {
        assert!(whole.contains(&format!("\n  {command} ")), "{command}");
        let help = loket(place.path(), &[command, "--help"]).done().out;
        assert!(help.contains("Pemakaian: loket ") && help.contains("Pilihan:"), "{help}");
        for english in ["Usage", "Options", "Arguments", "default:", "possible", "Print", "env:"] {
            assert!(!help.contains(english), "{english} in {help}");
        }
    }
}

#[test]
fn data_from_before_sealing_is_told_to_be_sealed_at_the_desk_first() {
    let old = old();
    for words in [&["cari", "siti"][..], &["ekspor", "warga"], &["terima"]] {
        let answer = loket(old.folder.path(), words);
        assert_eq!((answer.status, answer.out.as_str()), (1, ""), "{words:?}");
        assert!(answer.told.contains("dari masa sebelum ada kata sandi"), "{}", answer.told);
        assert!(answer.told.contains("Buka layar loket"), "{}", answer.told);
    }
    let words = ["siapkan", "--wilayah", "64.71.06.1001", "--nama-petugas", "Rina"];
    let answer = loket(old.folder.path(), &words);
    assert_eq!(answer.status, 1);
    assert!(answer.told.contains("sudah berisi data kantor"), "{}", answer.told);
    assert_eq!(gate(old.folder.path()).unwrap(), Gate::Unsealed);
}
