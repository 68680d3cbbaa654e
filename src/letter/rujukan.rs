//! The fields of letters that send somebody on to an institution.
use crate::letter::field::{Field, may, must};

/// The stub of a referral that comes back.
#[rustfmt::skip]
pub const STUB: &[Field] = &[
    may("potongan", "Kode potongan", "7K3M-9QXA", "7K3M-9QXA"),
    may("jawaban", "Pilihan pada potongan",
        "[ ] 1 Selesai dilayani  [ ] 2 Dilayani sebagian  [ ] 3 Masuk daftar tunggu\n[ ] 4 Berkas kurang  [ ] 5 Tidak memenuhi syarat  [ ] 6 Bukan wewenang kami\n[ ] 7 Penuh",
        "[ ] 1 Selesai dilayani  [ ] 2 Dilayani sebagian  [ ] 3 Masuk daftar tunggu\n[ ] 4 Berkas kurang  [ ] 5 Tidak memenuhi syarat  [ ] 6 Bukan wewenang kami\n[ ] 7 Penuh"),
];

/// A referral to any institution.
#[rustfmt::skip]
pub const REFERRAL: &[Field] = &[
    must("layanan", "Layanan",
        "Reaktivasi kepesertaan PBI-JK",
        "Rehabilitasi sosial dasar penyandang disabilitas terlantar"),
    must("keperluan", "Keperluan",
        "kartu KIS nonaktif sejak 1 Oktober 2026, sedang menjalani cuci darah dua kali seminggu di RSUD",
        "tidak mampu mengurus diri, tanpa keluarga yang dapat merawat, rumahnya roboh; memerlukan kursi roda dan tempat tinggal yang aman"),
];

/// A referral to a mental hospital.
#[rustfmt::skip]
pub const HOSPITAL: &[Field] = &[
    must("keadaan", "Keadaan saat dirujuk",
        "tenang, dapat diajak bicara",
        "gelisah, perlu pengawalan dua petugas laki-laki"),
    may("jaminan", "Jaminan kesehatan",
        "JKN-KIS aktif",
        "JKN-KIS nonaktif, reaktivasinya sedang diurus oleh kantor ini"),
    may("pendamping", "Pendamping",
        "kakak kandung, 0812-3456-7890",
        "kakak kandung, pekerja sosial dan Bhabinkamtibmas, 0812-3456-7890"),
    may("kendaraan", "Kendaraan", "ambulans puskesmas", "ambulans puskesmas, dikawal mobil Satpol PP"),
];

/// A referral to a shelter.
#[rustfmt::skip]
pub const SHELTER: &[Field] = &[
    must("tanggal_temu", "Ditemukan tanggal", "23 November 2026", "23 September 2026"),
    may("lokasi", "Ditemukan di",
        "Pasar Sepinggan",
        "emperan ruko sebelah barat Terminal Penyeberangan Mattiro Baji"),
    must("keadaan", "Keadaan",
        "sadar dan dapat berjalan sendiri",
        "sadar, berjalan dengan bantuan, luka lama di kaki kanan sudah dibalut"),
    may("kesehatan", "Pemeriksaan kesehatan",
        "diperiksa di puskesmas 23 November 2026",
        "diperiksa di puskesmas 23 September 2026, tidak perlu rawat inap"),
    may("barang", "Barang bawaan",
        "satu tas pakaian",
        "satu tas pakaian, satu telepon genggam rusak, uang Rp35.000 dalam amplop bersegel"),
    may("pendamping", "Diantar oleh",
        "petugas TRC Dinas Sosial",
        "petugas TRC Dinas Sosial bersama Bhabinkamtibmas Mattiro Baji"),
    may("lama_hari", "Lama dalam hari", "14", "14"),
];
