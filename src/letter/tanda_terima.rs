//! The fields of a receipt slip.
use crate::letter::field::{Field, may, must};

/// What a receipt says, beside the office's own fields. The name comes masked from the desk: a slip
/// is lost easily.
#[rustfmt::skip]
pub const FIELDS: &[Field] = &[
    must("tiket", "Tiket", "PMH-202611-00123-7", "ADU-202609-00123-4"),
    must("jenis", "Jenis", "PERMOHONAN", "PENGADUAN"),
    must("register", "Nomor register", "00123/2026", "00123/2026"),
    must("waktu", "Diterima pada",
        "24 November 2026, 09.15 WITA",
        "24 September 2026, 09.15 WITA"),
    must("nama", "Nama", "S*** A*****", "R**** A**** S*** N******** K************** P************"),
    may("layanan", "Layanan",
        "Reaktivasi kepesertaan PBI-JK",
        "Rehabilitasi sosial dasar penyandang disabilitas terlantar di dalam balai"),
    may("berkas_diterima", "Berkas diterima",
        "Fotokopi KTP\nFotokopi Kartu Keluarga",
        "Fotokopi KTP pemohon dan kuasa\nFotokopi Kartu Keluarga\nSurat keterangan tidak mampu dari kelurahan"),
    may("berkas_kurang", "Berkas kurang",
        "Surat keterangan faskes",
        "Surat keterangan sehat dan hasil pemeriksaan dokter\nPasfoto berwarna ukuran 4 x 6 dua lembar\nSurat pernyataan keluarga bermeterai"),
    may("selesai", "Perkiraan selesai",
        "dihitung sejak berkas lengkap",
        "Jumat, 4 September 2026 (3 hari kerja sejak berkas lengkap)"),
    must("petugas", "Petugas", "Rina Wulandari", "Andi Muhammad Fachruddin Daeng Mattawang"),
    may("bukti", "Angka pengenal", "NIK atau nomor HP", "NIK atau nomor HP"),
    may("kontak", "Kontak bertanya",
        "WA 0812-3456-7890",
        "WA 0812-3456-7890 atau telepon (0410) 321 456, hari kerja pukul 08.00–15.00 WITA"),
];
