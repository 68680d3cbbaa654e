//! What every letter says of the office that writes it.
use crate::letter::field::{Field, may, must};

/// Fields that every kind of letter and slip has.
#[rustfmt::skip]
pub const OFFICE: &[Field] = &[
    may("latihan", "Tanda latihan",
        "",
        "ya"),
    must("pemda", "Pemerintah daerah",
        "PEMERINTAH KOTA BALIKPAPAN",
        "PEMERINTAH KABUPATEN PANGKAJENE DAN KEPULAUAN"),
    must("kecamatan", "Kecamatan",
        "KECAMATAN BALIKPAPAN SELATAN",
        "KECAMATAN LIUKANG TUPABBIRING UTARA"),
    must("kantor", "Nama kantor",
        "KELURAHAN SEPINGGAN",
        "KELURAHAN MATTIRO BAJI PULAU SATANDO KECIL"),
    may("puskesos", "Nama Puskesos",
        "PUSAT KESEJAHTERAAN SOSIAL (PUSKESOS)",
        "PUSAT KESEJAHTERAAN SOSIAL (PUSKESOS) MATTIRO BAJI"),
    must("alamat_kantor", "Alamat kantor",
        "Jalan Marsma R. Iswahyudi No. 12, Balikpapan 76115",
        "Jalan Poros Pelabuhan Rakyat Pulau Satando Kecil No. 118 B, RT 001 RW 002, Lingkungan Mattiro Baji Timur, 90671"),
    may("kontak_kantor", "Kontak kantor",
        "Telepon (0542) 760 123 · Pos-el puskesos.sepinggan@example.go.id",
        "WA 0812-3456-7890 · Pos-el puskesos.mattirobaji@example.go.id"),
    must("tanggal_iso", "Tanggal (2026-11-24)",
        "2026-11-24",
        "2026-11-24"),
    may("hari", "Hari surat ditulis",
        "Selasa",
        "Selasa"),
    may("zona", "Zona waktu",
        "WITA",
        "WITA"),
];
