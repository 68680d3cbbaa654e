//! Intakes that are refused: each by its line, its key and a sentence; the others go on.
use crate::cli::program::{Answer, fed, office, office_with};

/// What the program says against a line, between two that are good.
fn against(line: &str) -> (String, String) {
    let good = r#"{"jenis":"informasi"}"#;
    let (_place, answer) = office_with(&[good, line, good]);
    refused(&answer)
}

fn refused(answer: &Answer) -> (String, String) {
    assert_eq!((answer.status, answer.rows().len()), (2, 2), "{}", answer.told);
    let [row] = &answer.told("ditolak")[..] else { panic!("{}", answer.told) };
    assert_eq!((row.len(), row[1]), (4, "2"), "{}", answer.told);
    (row[2].to_owned(), row[3].to_owned())
}

#[test]
fn an_answer_that_cannot_be_is_refused_by_its_key_in_a_sentence() {
    let cases = [
        (r#"{"nama":"A B C","nik":"123","jenis":"darurat"}"#, "nik", "NIK harus 16 angka, baru 3"),
        (r#"{"nama":"A B C","jenis":"darurat"}"#, "alasan_tanpa_nik", "karena NIK kosong"),
        (r#"{"alasan_tanpa_nik":"lupa","jenis":"darurat"}"#, "nama", "Nama lengkap harus diisi"),
        (
            r#"{"tanpa_nama":true,"alasan_tanpa_nik":"lupa","jenis":"darurat"}"#,
            "ciri",
            "harus diisi",
        ),
        (r#"{"nama":"A B C","alasan_tanpa_nik":"lupa"}"#, "jenis", "Jenis harus diisi"),
        (r#"{"jenis":"apa saja"}"#, "jenis", "harus salah satu dari: informasi, permohonan"),
        (r#"{"jenis":"informasi","kanal":"merpati"}"#, "kanal", "datang, telepon, wa, 112"),
        (
            r#"{"nama":"A B C","alasan_tanpa_nik":"lupa","jenis":"permohonan"}"#,
            "layanan",
            "harus diisi",
        ),
        (
            r#"{"nama":"A B C","alasan_tanpa_nik":"lupa","jenis":"permohonan","layanan":"XX"}"#,
            "layanan",
            "direktori",
        ),
        (
            r#"{"nama":"A B C","alasan_tanpa_nik":"lupa","jenis":"darurat","kelurahan":"99.99.99.1001"}"#,
            "kelurahan",
            "kode wilayah yang ada",
        ),
        (
            r#"{"nama":"A B C","alasan_tanpa_nik":"lupa","jenis":"darurat","tanggal_lahir":"31/02/1990"}"#,
            "tanggal_lahir",
            "tidak ada di kalender",
        ),
        (
            r#"{"nama":"A B C","alasan_tanpa_nik":"lupa","jenis":"darurat","ppks":["PPKS-09"]}"#,
            "ragam_disabilitas",
            "karena ada PPKS-09",
        ),
        (
            r#"{"nama":"A B C","alasan_tanpa_nik":"lupa","jenis":"darurat","ppks":["PPKS-08","8"]}"#,
            "ppks",
            "dua kali",
        ),
    ];
    for (line, key, why) in cases {
        let (field, reason) = against(line);
        assert_eq!(field, key, "{line}");
        assert!(reason.contains(why) && !reason.contains("F4"), "{line}: {reason}");
    }
}

#[test]
fn what_is_not_an_intake_is_refused_by_what_is_wrong_with_it() {
    let long = format!(r#"{{"jenis":"informasi","uraian":"{}"}}"#, "x".repeat(2 << 20));
    let cases = [
        ("bukan json", "-", "objek JSON"),
        ("[1]", "-", "objek JSON"),
        (r#"{"jenis":"informasi"} {}"#, "-", "objek JSON"),
        (r#"{"jenis":"informasi","nik":"#, "-", "objek JSON"),
        (long.as_str(), "-", "1 MiB"),
        (r#"{"jenis":"informasi","nmaa":"x"}"#, "nmaa", "tidak dikenal"),
        (r#"{"jenis":"informasi","bagian_kontak":"x"}"#, "bagian_kontak", "tidak dikenal"),
        (r#"{"jenis":"informasi","a\tb\n":"x"}"#, "a b", "tidak dikenal"),
        (r#"{"jenis":"informasi","jenis":"darurat"}"#, "jenis", "dua kali"),
        (r#"{"jenis":"informasi","nik":6.471e15}"#, "nik", "tanda kutip"),
        (r#"{"jenis":"informasi","nama":true}"#, "nama", "harus teks"),
        (r#"{"jenis":"informasi","nama":["A"]}"#, "nama", "bukan daftar"),
        (r#"{"jenis":"informasi","nama":{"a":1}}"#, "nama", "harus teks"),
        (r#"{"jenis":"informasi","ppks":[["8"]]}"#, "ppks", "daftar teks"),
        (r#"{"jenis":"informasi","mendesak":"mungkin"}"#, "mendesak", "true atau false"),
    ];
    for (line, key, why) in cases {
        let (field, reason) = against(line);
        let head: String = line.chars().take(80).collect();
        assert_eq!(field, key, "{head}");
        assert!(reason.contains(why), "{head}: {reason}");
    }
}

#[test]
fn bytes_that_are_no_text_are_refused_and_the_next_line_is_read() {
    let place = office();
    let good = br#"{"jenis":"informasi"}"#;
    for bad in [&b"{\"nama\":\"\xc0\xaf\"}"[..], b"\xff\xfe{\x00", b"\x00\x00"] {
        let answer = fed(place.path(), &["terima"], &[good, bad, good].join(&b'\n'));
        let (field, _) = refused(&answer);
        assert_eq!(field, "-");
    }
}

#[test]
fn a_warning_refuses_until_it_is_confirmed() {
    let line = r#"{"nama":"Abdul","nik":"6471063104900001","jenis":"darurat"}"#;
    let (field, reason) = against(line);
    assert_eq!(
        (field.as_str(), reason.as_str()),
        ("nik", "tanggal lahir pada NIK tidak ada di kalender")
    );
    let (_place, answer) =
        office_with(&[&line.replace("\"jenis\"", "\"abaikan_peringatan\":true,\"jenis\"")]);
    assert_eq!(answer.done().rows().len(), 1);
}
