//! Intakes as offices write them: many, different, and the same every time.
use serde_json::{Value, json};

const NAMES: [&str; 10] = [
    "Suharto",
    "Siti Aminah",
    "I Gusti Ayu Ratna",
    "Ma'ruf D'Angelo",
    "Nurhayati binti Yusuf",
    "Parlindungan Simanjuntak",
    "Ni Luh Suartini",
    "Baharuddin",
    "Maria Fernandez",
    "Endang",
];
const SERVICES: [&str; 6] = ["SKTM", "PBI-REAKT", "cekdt", "PKH", "ALATBANTU", "USULDT"];

/// The intake of that number; each number has a NIK of its own, that agrees with what it says.
pub fn intake(number: u32) -> Value {
    let (day, month, year) = (number % 28 + 1, number / 28 % 12 + 1, number / 336 % 30 + 60);
    let woman = number.is_multiple_of(2);
    let shift = if woman { 40 } else { 0 };
    let serial = number / 10_080 + 1;
    let nik = format!("647106{:02}{month:02}{year:02}{serial:04}", day + shift);
    let kind = ["permohonan", "permohonan", "pengaduan", "darurat"][number as usize / 3 % 4];
    let channel = ["datang", "wa", "telepon"][number as usize % 3];
    let mut intake = json!({
        "nama": NAMES[number as usize % NAMES.len()],
        "nik": nik,
        "jenis_kelamin": if woman { "P" } else { "L" },
        "tanggal_lahir": format!("{day:02}-{month:02}-19{year}"),
        "alamat": format!("Jl. Melati No. {number}"),
        "rt": number % 40 + 1,
        "hp": format!("0812{number:08}"),
        "jenis": kind,
        "kanal": channel,
        "uraian": "KIS tidak aktif; ibu harus kontrol.\nMohon dibantu.",
        "persetujuan": "lisan",
    });
    if kind == "permohonan" {
        intake["layanan"] = json!(SERVICES[number as usize % SERVICES.len()]);
        intake["berkas"] = json!(["ktp", "kk"]);
    }
    if number.is_multiple_of(7) {
        intake["ppks"] = json!(["PPKS-09", "PPKS-24"]);
        intake["ragam_disabilitas"] = json!(["fisik"]);
    }
    intake
}

/// Intakes of these numbers, one a line.
pub fn lines(numbers: std::ops::Range<u32>) -> String {
    numbers.map(|number| intake(number).to_string() + "\n").collect()
}
