//! Tickets: what they tell to anyone, and what only to their owner.
use std::path::Path;

use crate::cli::program::{loket, office_with};

const SITI: &str = r#"{"nama":"Siti Aminah","nik":"6471064509900001","hp":"081234567890","alamat":"Jl. Melati 3","jenis":"permohonan","layanan":"SKTM","pelapor":"Budi Santoso","hubungan_pelapor":"keluarga","hp_pelapor":"081355551111","uraian":"tidak punya beras"}"#;

fn ticket(folder: &Path) -> String {
    let rows = loket(folder, &["ekspor", "permohonan", "--format", "jsonl"]).done().objects();
    rows[0]["tiket"].as_str().unwrap().to_owned()
}

#[test]
fn a_ticket_alone_tells_the_state_and_nothing_about_a_person() {
    let (place, _) = office_with(&[SITI]);
    let ticket = ticket(place.path());
    let told = loket(place.path(), &["lacak", &ticket]).done().out;
    assert!(told.contains("berkas yang kurang"), "{told}");
    for private in
        ["Siti", "Aminah", "Budi", "6471", "0812", "Melati", "beras", "SKTM", "Tidak Mampu"]
    {
        assert!(!told.contains(private), "{private} in {told}");
    }
    let loose = ticket.to_lowercase().replace('-', " ");
    assert_eq!(loket(place.path(), &["lacak", &loose]).done().out, told);
}

#[test]
fn four_digits_of_the_resident_or_the_caller_open_the_matter() {
    let (place, _) = office_with(&[SITI]);
    let ticket = ticket(place.path());
    for last in ["0001", "7890", "1111"] {
        let told = loket(place.path(), &["lacak", &ticket, "--akhir", last]).done().out;
        assert!(told.contains("Surat Keterangan Tidak Mampu"), "{told}");
        assert!(!told.contains("Siti"), "{told}");
    }
    let other = loket(place.path(), &["lacak", &ticket, "--akhir", "1234"]);
    assert_eq!(other.status, 2);
    assert!(!other.out.contains("Jenis") && other.out.contains("Keadaan"), "{}", other.out);
}

#[test]
fn a_ticket_that_nobody_has_is_answered_kindly() {
    let (place, _) = office_with(&[SITI]);
    let sign = loket::domain::ticket::check_sign("PMH-202001-00001");
    let unknown = loket(place.path(), &["lacak", &format!("PMH-202001-00001-{sign}")]);
    assert_eq!((unknown.status, unknown.out.as_str()), (1, ""));
    assert!(unknown.told.starts_with("tiket itu tidak ditemukan."), "{}", unknown.told);
}

#[test]
fn the_ticket_of_a_referral_tells_how_far_the_referral_is() {
    let place = crate::place::Place::new();
    let folder = place.path().join("latihan");
    let folder = folder.as_path();
    let words =
        ["latihan", "--buat", folder.to_str().unwrap(), "--warga", "60", "--hari", "2026-11-24"];
    loket(place.path(), &words).done();
    let rows = loket(folder, &["ekspor", "rujukan", "--format", "jsonl"]).done().objects();
    let row = rows.iter().find(|row| row["status"] == "ditolak").unwrap();
    let ticket = row["tiket"].as_str().unwrap();
    let told = loket(folder, &["lacak", ticket]).done().out;
    assert!(told.contains("belum dapat melayani") && !told.contains("Lembaga  :"), "{told}");
    let nik = row["nik"].as_str().unwrap_or("0000000000000000");
    let told = loket(folder, &["lacak", ticket, "--akhir", &nik[12..]]);
    if row["nik"].is_string() {
        assert!(told.done().out.contains(row["nama_lembaga"].as_str().unwrap()));
    }
}
