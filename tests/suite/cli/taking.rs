//! Intakes that are taken, and what they become.
use crate::cli::program::{fed, loket, office, office_with};

const SITI: &str = r#"{"nama":"Siti Aminah","nik":"6471064509900001","jenis_kelamin":"P","tanggal_lahir":"05-09-1990","alamat":"Jl. Melati 3","hp":"0812-3456-7890","jenis":"permohonan","layanan":"sktm","berkas":["ktp","lainnya: kartu veteran; asli"]}"#;

#[test]
fn an_intake_becomes_a_resident_and_a_request() {
    let (place, answer) = office_with(&[SITI]);
    let answer = answer.done();
    let [row] = &answer.rows()[..] else { panic!("{}", answer.out) };
    let requests = loket(place.path(), &["ekspor", "permohonan", "--format", "jsonl"]).done();
    let request = &requests.objects()[0];
    assert_eq!(row[..2], ["tersimpan", &request["seq"].to_string()]);
    assert_eq!(
        (row[2], row[3]),
        (request["register"].as_str().unwrap(), request["tiket"].as_str().unwrap())
    );
    assert_eq!((&request["nama"], &request["layanan"]), (&"Siti Aminah".into(), &"SKTM".into()));
    assert_eq!(request["berkas"].as_array().unwrap().len(), 2, "{request}");
    let residents = loket(place.path(), &["ekspor", "warga", "--format", "jsonl"]).done();
    let resident = &residents.objects()[0];
    for (key, value) in [
        ("nik", "6471064509900001"),
        ("tanggal_lahir", "1990-09-05"),
        ("hp", "081234567890"),
        ("kelurahan", "64.71.06.1001"),
    ] {
        assert_eq!(resident[key], value, "{key}");
    }
}

#[test]
fn a_known_nik_attaches_and_what_differs_is_told_and_not_written() {
    let again = r#"{"nama":"SITI  AMINAH","nik":"6471 0645 0990 0001","jenis_kelamin":"perempuan","tanggal_lahir":"5-9-90","alamat":"Jl. Mawar 9","hp":"+62 812 3456 7890","jenis":"pengaduan"}"#;
    let (place, answer) = office_with(&[SITI, again]);
    assert_eq!(answer.status, 0);
    assert_eq!(answer.rows().len(), 2);
    assert_eq!(
        answer.told("peringatan"),
        [["peringatan", "2", "alamat", "Alamat berbeda dari data yang tersimpan"]],
        "only what means something else differs"
    );
    let residents = loket(place.path(), &["ekspor", "warga", "--format", "jsonl"]).done();
    let [resident] = &residents.objects()[..] else { panic!("one resident: {}", residents.out) };
    assert_eq!(resident["alamat"], "Jl. Melati 3");
}

#[test]
fn a_question_needs_no_name_and_keeps_nothing_but_one() {
    let lines = [
        r#"{"jenis":"informasi","uraian":"jadwal bantuan"}"#,
        r#"{"jenis":"informasi","nama":"Budi","alamat":"Jl. Melati 3"}"#,
        r#"{"jenis":"informasi","nik":"6471060509900001"}"#,
        r#"{"jenis":"informasi","nama":"Agus","nik":"6471060509900001"}"#,
        r#"{"jenis":"informasi","nik":"6471060509900001"}"#,
    ];
    let (place, answer) = office_with(&lines);
    assert_eq!((answer.status, answer.rows().len()), (0, 5), "{}", answer.told);
    let lost: Vec<(&str, &str)> =
        answer.told("peringatan").iter().map(|row| (row[1], row[2])).collect();
    assert_eq!(lost, [("2", "alamat"), ("3", "nik")]);
    let rows = loket(place.path(), &["ekspor", "permohonan", "--format", "jsonl"]).done().objects();
    let names: Vec<&serde_json::Value> = rows.iter().map(|row| &row["nama"]).collect();
    let null = serde_json::Value::Null;
    assert_eq!(names, [&null, &"Budi".into(), &null, &"Agus".into(), &"Agus".into()]);
    let residents = loket(place.path(), &["ekspor", "warga", "--format", "jsonl"]).done();
    assert_eq!(residents.objects().len(), 1);
}

#[test]
fn someone_without_a_name_is_taken_by_the_marks() {
    let line = r#"{"tanpa_nama":true,"ciri":"kurus, baju hitam","alasan_tanpa_nik":"tidak_dapat_berkomunikasi","perkiraan_umur":40,"jenis":"darurat","layanan":"TERLANTAR","kanal":112,"mendesak":true,"pelapor":"Pak RT","hubungan_pelapor":"lainnya: pemilik toko"}"#;
    let (place, answer) = office_with(&[line]);
    answer.done();
    let resident = &loket(place.path(), &["ekspor", "warga", "--format", "jsonl"]).objects()[0];
    assert_eq!(
        (&resident["nama"], &resident["ciri"]),
        (&serde_json::Value::Null, &"kurus, baju hitam".into())
    );
    let request = &loket(place.path(), &["ekspor", "permohonan", "--format", "jsonl"]).objects()[0];
    assert_eq!(request["hubungan_pelapor"], "lainnya: pemilik toko");
    assert_eq!((&request["kanal"], &request["mendesak"]), (&"112".into(), &true.into()));
}

#[test]
fn files_are_read_as_editors_leave_them() {
    let place = office();
    let file = place.path().join("masuk.jsonl");
    let question = r#"{"jenis":"informasi"}"#;
    std::fs::write(&file, format!("\u{feff}{question}\r\n\r\n   \n{question}")).unwrap();
    let answer = loket(place.path(), &["terima", file.to_str().unwrap()]).done();
    assert_eq!(answer.rows().len(), 2);
    assert_eq!(fed(place.path(), &["terima", "-"], b"").done().out, "");
}
