//! The fields of slips: what a visitor takes home, or holds while waiting.
//!
//! A name comes masked from the desk, and a service only where its name gives nothing away: a slip
//! is lost easily.
use crate::letter::field::{Field, may, must};

/// Whose slip it is.
#[rustfmt::skip]
pub const HOLDER: &[Field] = &[
    must("tiket", "Tiket", "PMH-202611-00123-7", "ADU-202609-00123-4"),
    must("nama", "Nama", "S*** A*****", "R**** A**** S*** N******** K************** P************"),
    may("layanan", "Layanan",
        "Reaktivasi kepesertaan PBI-JK",
        "Rehabilitasi sosial dasar penyandang disabilitas terlantar di dalam balai"),
    may("kontak", "Kontak bertanya",
        "WA 0812-3456-7890",
        "WA 0812-3456-7890 atau telepon (0410) 321 456, hari kerja pukul 08.00–15.00 WITA"),
];

/// Who serves, and what proves whose ticket it is.
#[rustfmt::skip]
pub const SERVED: &[Field] = &[
    must("petugas", "Petugas", "Rina Wulandari", "Andi Muhammad Fachruddin Daeng Mattawang"),
    may("bukti", "Angka pengenal", "NIK atau nomor HP", "NIK atau nomor HP"),
];

/// The papers that are still missing, one a line.
#[rustfmt::skip]
pub const LACKING: &[Field] = &[
    may("berkas_kurang", "Berkas kurang",
        "Surat keterangan faskes",
        "Surat keterangan sehat dan hasil pemeriksaan dokter\nPasfoto berwarna ukuran 4 x 6 dua lembar\nSurat pernyataan keluarga bermeterai"),
];

/// A receipt.
#[rustfmt::skip]
pub const RECEIPT: &[Field] = &[
    must("jenis", "Jenis", "PERMOHONAN", "PENGADUAN"),
    must("register", "Nomor register", "00123/2026", "00123/2026"),
    must("waktu", "Diterima pada",
        "24 November 2026, 09.15 WITA",
        "24 September 2026, 09.15 WITA"),
    may("berkas_diterima", "Berkas diterima",
        "Fotokopi KTP\nFotokopi Kartu Keluarga",
        "Fotokopi KTP pemohon dan kuasa\nFotokopi Kartu Keluarga\nSurat keterangan tidak mampu dari kelurahan"),
    may("selesai", "Perkiraan selesai",
        "dihitung sejak berkas lengkap",
        "Jumat, 4 September 2026 (3 hari kerja sejak berkas lengkap)"),
];

/// What to bring, and from where.
#[rustfmt::skip]
pub const ERRAND: &[Field] = &[
    may("asal_berkas", "Diminta di",
        "puskesmas atau rumah sakit tempat berobat",
        "puskesmas atau rumah sakit tempat berobat, studio foto mana saja, dan kantor kelurahan untuk meterainya"),
    may("hari_datang", "Datang lagi", "Selasa, 1 Desember 2026", "Kamis, 24 September 2026"),
];

/// A number in the queue: nobody's name, nobody's matter.
#[rustfmt::skip]
pub const QUEUE: &[Field] = &[
    must("nomor_antrean", "Nomor antrean", "A-001", "P-123"),
    must("waktu", "Waktu", "24 November 2026, 09.15 WITA", "24 September 2026, 09.15 WITA"),
    must("di_depan", "Orang di depan", "4", "118"),
];

/// How far it is and what comes next.
#[rustfmt::skip]
pub const FOLLOWING: &[Field] = &[
    must("tanggal", "Per tanggal", "24 November 2026", "24 September 2026"),
    must("tahap", "Keadaannya sekarang",
        "Surat rujukannya sudah dikirim ke lembaga tujuan",
        "Surat rujukannya sudah diserahkan. Silakan membawanya ke lembaga tujuan"),
    must("berikutnya", "Berikutnya",
        "menunggu kabar dari lembaga tujuan",
        "membawa hasil pemeriksaan dokter, lalu petugas mengunjungi rumah bersama ketua RT"),
    may("hari_datang", "Datang lagi", "Selasa, 1 Desember 2026", "Kamis, 24 September 2026"),
    may("menemui", "Menemui", "Rina Wulandari", "Andi Muhammad Fachruddin Daeng Mattawang, loket 2"),
];
