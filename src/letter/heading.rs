//! What letters say before and after their matter: number, day, addressee, enclosures, ticket.
use crate::letter::field::{Field, may, must};

/// Fields of every letter that has a number.
#[rustfmt::skip]
pub const NUMBERED: &[Field] = &[
    must("nomor", "Nomor surat",
        "400.9/017/PSK-SPG/XI/2026",
        "400.9.14.2/00117/PUSKESOS-MATTIROBAJI/XXVIII/2026"),
    must("tempat", "Tempat surat", "Balikpapan", "Liukang Tupabbiring Utara"),
    must("tanggal", "Tanggal surat", "24 November 2026", "24 September 2026"),
    must("sifat", "Sifat surat", "Biasa", "Sangat Segera / Rahasia"),
    may("pengganti", "Menggantikan surat nomor … tanggal …",
        "",
        "400.9.14.2/00116/PUSKESOS-MATTIROBAJI/XXVIII/2026 tanggal 21 September 2026"),
];

/// How long a letter is good for.
#[rustfmt::skip]
pub const VALID: &[Field] = &[
    may("berlaku_sampai", "Berlaku sampai", "24 Desember 2026", "24 September 2026"),
];

/// Fields of a letter that is addressed.
#[rustfmt::skip]
pub const ADDRESSED: &[Field] = &[
    must("lampiran", "Lampiran", "1 (satu) berkas", "6 (enam) berkas"),
    must("hal", "Hal surat",
        "Permohonan Layanan Sosial",
        "Rujukan Layanan Rehabilitasi Sosial Dasar bagi Penyandang Disabilitas Ganda Terlantar"),
    must("tujuan", "Lembaga tujuan",
        "Kepala Dinas Sosial Kota Balikpapan",
        "Kepala Unit Pelaksana Teknis Daerah Pusat Pelayanan Sosial Rehabilitasi Penyandang Disabilitas Provinsi Sulawesi Selatan"),
    must("alamat_tujuan", "Alamat lembaga, atau di tempat",
        "Jalan Ruhui Rahayu I, Balikpapan",
        "Jalan Jenderal Ahmad Yani Nomor 1234 Kilometer 17, Biringkanaya, Makassar"),
];

/// What goes with a letter.
#[rustfmt::skip]
pub const ENCLOSED: &[Field] = &[
    may("berkas", "Berkas terlampir",
        "Fotokopi KTP\nFotokopi Kartu Keluarga\nSurat keterangan faskes",
        "Fotokopi KTP pemohon dan kuasa\nFotokopi Kartu Keluarga\nSurat keterangan tidak mampu dari kelurahan\nSurat keterangan sehat dan hasil pemeriksaan dokter puskesmas\nPasfoto berwarna ukuran 4 x 6 sebanyak dua lembar\nSurat pernyataan keluarga bermeterai tentang kesediaan dirawat"),
];

/// The ticket of a referral.
#[rustfmt::skip]
pub const REFERRAL_TICKET: &[Field] = &[
    must("tiket", "Tiket rujukan", "RJK-202611-00017-5", "RJK-202611-00017-5"),
];

/// The ticket of a request.
#[rustfmt::skip]
pub const TICKET: &[Field] = &[
    must("tiket", "Tiket", "PMH-202611-00123-7", "PMH-202611-00123-7"),
];

/// The ticket of a letter that the office may write of its own accord.
#[rustfmt::skip]
pub const TICKET_IF_ANY: &[Field] = &[
    may("tiket", "Tiket", "", "PMH-202611-00123-7"),
];

/// Who signs. Both parties of a record of handing over sign: this is the office's side.
#[rustfmt::skip]
pub const SIGNED: &[Field] = &[
    must("jabatan_koordinator", "Jabatan penanda tangan",
        "Koordinator Puskesos Sepinggan",
        "Plt. Koordinator Puskesos Kelurahan Mattiro Baji"),
    must("nama_koordinator", "Nama penanda tangan",
        "Rina Wulandari, S.Sos.",
        "Andi Muhammad Fachruddin Daeng Mattawang, S.Sos., M.Si."),
    may("nip_koordinator", "Pangkat dan NIP penanda tangan", "", "Penata Tk. I\nNIP 19850514 201001 2 003"),
];

/// Who stands beside the signer, and who else gets the letter.
#[rustfmt::skip]
pub const KNOWN: &[Field] = &[
    may("jabatan_lurah", "Jabatan yang mengetahui",
        "Lurah Sepinggan",
        "a.n. Lurah Mattiro Baji\nSekretaris Kelurahan"),
    may("nama_lurah", "Nama yang mengetahui",
        "Ahmad Fauzi, S.STP.",
        "Dra. Hj. Andi Nurhayati Tenriawaru Petta Lolo Sulthani, M.A.P."),
    may("nip_lurah", "Pangkat dan NIP yang mengetahui",
        "Penata Tk. I\nNIP 19780312 200212 1 004",
        "Pembina Utama Muda\nNIP 19780312 200212 2 004"),
    may("tembusan", "Tembusan",
        "Camat Balikpapan Selatan",
        "Kepala Dinas Sosial Kab. Pangkajene dan Kepulauan\nCamat Liukang Tupabbiring Utara"),
];
