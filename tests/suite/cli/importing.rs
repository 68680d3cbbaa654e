//! Lists of residents on the command line.
use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Child,
};

use crate::{
    cli::program::{Answer, fed, loket, office, started},
    place::Place,
};

/// A file beside an office.
fn written(place: &Place, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = place.path().with_extension("berkas");
    fs::create_dir_all(&path).unwrap();
    fs::write(path.join(name), content).unwrap();
    path.join(name)
}

fn import(place: &Place, file: &Path, more: &[&str]) -> Answer {
    let words: Vec<&str> = ["impor", "warga", file.to_str().unwrap()]
        .into_iter()
        .chain(more.iter().copied())
        .collect();
    loket(place.path(), &words)
}

/// The number under a name in the summary.
fn count(answer: &Answer, what: &str) -> u64 {
    let rows = answer.rows();
    let row = rows.iter().find(|row| row[0] == what).unwrap_or_else(|| panic!("{}", answer.told));
    row[1].parse().unwrap()
}

fn residents(place: &Place) -> usize {
    loket(place.path(), &["ekspor", "warga", "--format", "jsonl"]).done().out.lines().count()
}

/// Rows whose NIK agree with nothing that is told: nothing to doubt.
fn rows(from: u32, upto: u32) -> String {
    let mut list = String::new();
    for n in from..upto {
        let (serial, day) = (n % 9_000 + 1, n / 9_000 % 28 + 1);
        let _ = writeln!(list, "647105{day:02}0890{serial:04};Warga Nomor {n};Jl. Melati {n}");
    }
    list
}

/// Said of a row without a NIK that does not say why.
const EMPTY: &str =
    "NIK kosong; isi NIK, atau kolom Tanpa NIK dengan alasannya, misalnya tidak dibawa";

#[test]
fn a_list_without_any_nik_is_told_so_and_taken_for_one_reason() {
    let place = office();
    let file = written(&place, "warga.csv", "Nama;Alamat\nSiti Aminah;Jl. Melati 1\n");
    let answer = import(&place, &file, &["--uji"]);
    assert!(answer.told.contains("catatan\tTidak ada kolom NIK: sebut"), "{}", answer.told);
    assert_eq!(count(&answer, "ditolak"), 1);
    let answer = import(&place, &file, &["--tanpa-nik", "tidak_dibawa"]).done();
    assert_eq!(count(&answer, "baru"), 1);
    assert!(!answer.told.contains("catatan"), "{}", answer.told);
}

#[test]
fn a_trial_only_tells_and_an_import_takes_the_good_rows() {
    let place = office();
    let list = "NIK;Nama;Catatan\n6471055708850001;Siti Aminah;\n123;Budi;\n;Tanpa;\n";
    let file = written(&place, "warga.csv", list);
    for (more, kept) in [(&["--uji"][..], 0), (&[], 1)] {
        let answer = import(&place, &file, more);
        assert_eq!(answer.status, 2, "{}", answer.told);
        assert_eq!(
            (count(&answer, "baris"), count(&answer, "baru"), count(&answer, "ditolak")),
            (3, 1, 2)
        );
        let told = answer.told("ditolak");
        assert_eq!(told[0][1..3], ["3", "nik"]);
        assert_eq!(told[0][3], "NIK harus 16 angka, baru 3");
        assert_eq!(told[1][1..], ["4", "nik", EMPTY]);
        assert_eq!(
            answer.told("catatan"),
            [["catatan", "Kolom Catatan tidak dikenal dan dibiarkan."]]
        );
        assert_eq!(residents(&place), kept);
    }
}

#[test]
fn an_import_that_is_repeated_doubles_nobody() {
    let place = office();
    let list = "NIK;Nama;Tgl Lahir;Alasan tanpa NIK\n6471055708850001;Siti Aminah;;\n;Pak Tua;1-2-1940;lupa\n";
    let file = written(&place, "warga.csv", list);
    let first = import(&place, &file, &[]).done();
    assert_eq!(count(&first, "baru"), 2);
    let again = import(&place, &file, &[]).done();
    assert_eq!((count(&again, "baru"), count(&again, "sama")), (0, 2));
    assert_eq!(residents(&place), 2);
}

#[test]
fn what_the_office_hands_out_it_knows_when_it_comes_back() {
    let place = office();
    let intake = r#"{"nama":"=2+3 Siti","alias":"@iti","nik":"6471055708850001","kk":"6471051203070001","hubungan_kk":"istri","jenis_kelamin":"P","tanggal_lahir":"17-08-1985","alamat":"+Jl. Melati 3","rt":"3","rw":"5","hp":"+6598765432","ppks":["PPKS-23","PPKS-24"],"desil":"2","agama":"islam","pekerjaan":"＝CMD()","jenis":"permohonan","layanan":"SKTM"}"#;
    let nobody = r#"{"tanpa_nama":true,"ciri":"- berjaket biru, 50 tahun","alasan_tanpa_nik":"tidak_dapat_berkomunikasi","perkiraan_umur":"50","jenis":"permohonan","layanan":"SKTM"}"#;
    fed(place.path(), &["terima"], format!("{intake}\n{nobody}\n").as_bytes());
    assert_eq!(residents(&place), 2);
    for format in ["csv", "xlsx"] {
        let file = written(&place, &format!("keluar.{format}"), "");
        loket(place.path(), &["ekspor", "warga", "--ke", file.to_str().unwrap()]).done();
        if format == "csv" {
            let told = fs::read_to_string(&file).unwrap();
            for cell in [
                "'=2+3 Siti",
                "'@iti",
                "'+Jl. Melati 3",
                "'＝CMD()",
                "\"'- berjaket",
                ",+6598765432,",
            ] {
                assert!(told.contains(cell), "{cell}: {told}");
            }
        }
        let answer = import(&place, &file, &[]);
        assert_eq!(answer.status, 0, "{format}: {}", answer.told);
        assert_eq!(
            (count(&answer, "sama"), count(&answer, "baris")),
            (2, 2),
            "{format}: {}",
            answer.told
        );
    }
    assert_eq!(residents(&place), 2);
}

#[test]
fn a_known_resident_changes_only_where_that_was_asked_for() {
    let place = office();
    let file = written(&place, "a.csv", "NIK;Nama;Alamat\n6471055708850001;Siti Aminah;Jl. A\n");
    import(&place, &file, &[]).done();
    let file = written(&place, "b.csv", "NIK;Nama;Alamat\n6471055708850001;Siti Aminah;Jl. B\n");
    let left = import(&place, &file, &[]);
    assert_eq!((left.status, count(&left, "dibiarkan")), (0, 1));
    assert_eq!(left.told("beda"), [["beda", "2", "alamat", "dibiarkan"]]);
    let taken = import(&place, &file, &["--ambil-beda"]);
    assert_eq!((taken.status, count(&taken, "diubah")), (0, 1));
    let told = loket(place.path(), &["ekspor", "warga", "--format", "jsonl"]).done();
    assert_eq!(told.objects()[0]["alamat"], "Jl. B");
}

#[test]
fn doubts_are_refused_until_they_are_confirmed() {
    let place = office();
    let list = "NIK;Nama;L/P\n6471055708850001;Siti Aminah;L\n";
    let file = written(&place, "warga.csv", list);
    let refused = import(&place, &file, &[]);
    assert_eq!((refused.status, count(&refused, "peringatan")), (2, 1));
    assert!(refused.told("ditolak")[0][3].contains("jenis kelamin lain"), "{}", refused.told);
    let taken = import(&place, &file, &["--abaikan-peringatan"]);
    assert_eq!((taken.status, count(&taken, "baru")), (0, 1));
    assert_eq!(taken.told("peringatan").len(), 1);
}

#[test]
fn whole_files_are_refused_with_the_reason() {
    let place = office();
    let nik = |end: &str| format!("647105120890{end};Budi {end}\n");
    let lost: String = (1..=20).map(|n| nik(&format!("{:04}", n * 10))).collect();
    for (name, content, why) in [
        ("a.csv", String::new(), "kosong"),
        ("a.csv", "NIK;Nama\n".to_owned(), "hanya berisi baris judul"),
        ("a.csv", "NIK;NIK;Nama\n1;2;3\n".to_owned(), "dua kolom untuk isian yang sama (NIK)"),
        ("a.csv", "apa;saja\n1;2\n".to_owned(), "tidak mempunyai judul kolom yang dikenal"),
        ("a.csv", "%PDF-1.4".to_owned(), "sebuah PDF"),
        ("a.csv", format!("NIK;Nama\n{lost}"), "kehilangan angka terakhir"),
        ("a.xlsx", "NIK;Nama\n".to_owned(), "tidak dapat dibaca sebagai lembar kerja"),
    ] {
        let file = written(&place, name, content);
        let answer = import(&place, &file, &["--abaikan-peringatan"]);
        assert_eq!(answer.status, 2, "{why}: {}", answer.told);
        assert!(answer.told.contains(why), "{why}: {}", answer.told);
    }
    assert_eq!(residents(&place), 0);
    let missing = import(&place, Path::new("/tidak/ada.csv"), &[]);
    assert!(missing.status == 1 && missing.told.contains("tidak ada"), "{}", missing.told);
}

#[test]
fn old_windows_letters_are_asked_about_and_read_when_they_are_named() {
    let place = office();
    let file = written(&place, "a.csv", b"NIK;Nama\n6471055708850001;Ren\xe9e\n");
    let asked = import(&place, &file, &[]);
    assert_eq!(asked.status, 2);
    assert!(
        asked.told.contains("--sandi-huruf 1252") && !asked.told.contains("Ren"),
        "{}",
        asked.told
    );
    import(&place, &file, &["--sandi-huruf", "1252"]).done();
    assert!(loket(place.path(), &["cari", "Ren\u{e9}e"]).done().out.contains("Ren\u{e9}e"));
}

#[test]
fn an_import_that_is_killed_leaves_nothing_and_can_be_repeated() {
    let place = office();
    let list = format!("NIK;Nama;Alamat\n{}12;Salah;\n{}", rows(0, 3_000), rows(3_000, 8_000));
    let file = written(&place, "banyak.csv", list);
    let words = ["impor", "warga", file.to_str().unwrap(), "--abaikan-peringatan"];
    let mut child: Child = started(place.path(), &words);
    // The wrong row stands behind frames that are written.
    let mut told = std::io::BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    while !line.starts_with("ditolak") {
        line.clear();
        assert!(
            std::io::BufRead::read_line(&mut told, &mut line).unwrap() > 0,
            "it ended too soon"
        );
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(residents(&place), 0);
    assert_eq!(loket(place.path(), &["periksa"]).status, 0);
    let answer = import(&place, &file, &["--abaikan-peringatan"]);
    assert_eq!(count(&answer, "baru"), 8_000);
    assert_eq!(residents(&place), 8_000);
}
