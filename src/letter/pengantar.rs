//! The fields of letters that ask a competent office to issue or to grant something.
use crate::letter::field::{Field, may, must};

/// What the letter is needed for.
#[rustfmt::skip]
pub const PURPOSE: &[Field] = &[
    must("keperluan", "Keperluan",
        "pendaftaran sekolah jalur afirmasi",
        "persyaratan pendaftaran Sekolah Menengah Kejuruan Negeri melalui jalur afirmasi tahun ajaran 2026/2027 beserta keringanan uang seragam"),
];

/// An introduction of any kind.
#[rustfmt::skip]
pub const PLAIN: &[Field] = &[
    must("dimohon", "Yang dimohon",
        "pelatihan membuat roti dan kue",
        "pelatihan keterampilan membuat roti dan kue beserta pinjaman peralatan usaha rumah tangga"),
];

/// Asking for a certificate of the welfare data.
#[rustfmt::skip]
pub const WELFARE: &[Field] = &[
    may("kepala_keluarga", "Kepala keluarga",
        "Abdul Rahman",
        "Raden Mas Abdurrahman Wahid Prawirodirdjo Tjokroadisoerjo"),
    may("pemohon", "Diminta oleh",
        "SMP Negeri 5 Balikpapan",
        "Sekolah Menengah Kejuruan Negeri 2 Liukang Tupabbiring Utara"),
];

/// Asking for health cover to be restored.
#[rustfmt::skip]
pub const COVER: &[Field] = &[
    may("peserta", "Peserta, bila orang lain",
        "",
        "Muhammad Rizky Ramadhan Prawirodirdjo, NIK 6471 0514 0514 0003"),
    may("nomor_kartu", "Nomor kartu", "0001 2345 6789 0", "0001 2345 6789 0"),
    may("tanggal_nonaktif", "Nonaktif sejak", "1 Oktober 2026", "1 September 2026"),
    may("alasan_pbi", "Alasan", "Sakit kronis", "Sakit katastropik"),
    may("faskes", "Faskes",
        "Puskesmas Sepinggan",
        "Rumah Sakit Umum Daerah Batara Siang Pangkajene dan Kepulauan"),
    may("surat_faskes", "Nomor surat faskes",
        "445/210/PKM/XI/2026",
        "445.1/00210/RSUD-BATARASIANG/POLI-DALAM/IX/2026"),
    may("darurat", "Keadaan darurat", "", "ya"),
];

/// Asking the head of the area for a certificate of poverty.
#[rustfmt::skip]
pub const POVERTY: &[Field] = &[
    may("tanggungan", "Tanggungan", "3", "12"),
    may("pengantar_rt", "Pengantar RT/RW",
        "014/RT14/XI/2026",
        "014/RT001-RW002/LINGK-MATTIROBAJI-TIMUR/IX/2026 tanggal 21 September 2026"),
];

/// Asking for papers of somebody who has none.
#[rustfmt::skip]
pub const PAPERLESS: &[Field] = &[
    must("dokumen_ada", "Dokumen yang ada",
        "tidak ada",
        "surat keterangan lahir dari bidan tahun 1985, sudah sobek dan tidak terbaca sebagian"),
    may("tanggal_tinggal", "Tinggal sejak", "1 Juni 2026", "1 September 2024"),
    may("pengampu", "Penanggung jawab",
        "Rumah Singgah Dinas Sosial",
        "Lembaga Kesejahteraan Sosial Anak Harapan Mattiro Baji, diwakili pimpinannya"),
    must("dokumen_dimohon", "Dokumen yang dimohon",
        "Biodata dan NIK, KTP-el",
        "Biodata dan NIK, Kartu Keluarga, KTP-el, Kartu Identitas Anak, Akta kelahiran, Surat keterangan pengganti tanda identitas"),
];

/// Asking for a stranded person to be brought home.
#[rustfmt::skip]
pub const HOMEWARD: &[Field] = &[
    must("asal", "Daerah asal",
        "Kabupaten Kutai Timur",
        "Desa Sumber Rejeki Makmur, Kecamatan Muara Wahau, Kabupaten Kutai Timur"),
    may("keluarga", "Keluarga di sana",
        "adik kandung, 0812-3456-7890",
        "adik kandung, sudah dihubungi lewat Dinas Sosial setempat, 0812-3456-7890"),
    must("keadaan", "Keadaan",
        "Sehat, dapat berangkat sendiri",
        "Perlu pendamping selama perjalanan"),
    may("surat_polisi", "Surat kepolisian",
        "STPL/45/XI/2026/Polsek",
        "STPL/00045/IX/2026/SPKT/POLSEK LIUKANG TUPABBIRING UTARA"),
    may("hari_berangkat", "Rencana berangkat", "Kamis, 26 November 2026", "Kamis, 24 September 2026"),
    may("kendaraan", "Angkutan", "bus antarkota", "kapal penyeberangan, dilanjutkan bus antarkota"),
    may("riwayat", "Bantuan sebelumnya",
        "belum pernah dari kantor ini",
        "pernah dibantu pulang satu kali pada Maret 2024"),
];

/// Proposing an aid for somebody with a disability.
#[rustfmt::skip]
pub const AID: &[Field] = &[
    must("alat", "Alat yang diusulkan",
        "kursi roda standar",
        "kursi roda khusus palsi serebral untuk anak dengan sandaran kepala dan sabuk pengaman"),
    may("ukuran", "Ukuran",
        "lebar dudukan 40 cm",
        "lebar dudukan 32 cm, tinggi badan 118 cm, berat badan 21 kg"),
    may("guna", "Kegunaan",
        "berpindah di dalam dan di luar rumah",
        "berpindah di dalam dan di luar rumah, bersekolah, dan menjalani terapi setiap Selasa"),
    may("surat_dokter", "Keterangan dokter",
        "445/118/PKM/XI/2026",
        "445.1/00118/RSUD-BATARASIANG/REHAB-MEDIK/IX/2026"),
    may("tanggal_kunjungan", "Dikunjungi", "20 November 2026", "20 September 2026"),
];

/// What the office certifies of its own knowledge.
#[rustfmt::skip]
pub const STATEMENT: &[Field] = &[
    must("keterangan", "Yang diterangkan",
        "Yang bersangkutan telah dikunjungi petugas kami pada 20 November 2026 dan tinggal di alamat tersebut bersama dua orang anak.",
        "Yang bersangkutan telah dikunjungi petugas kami pada 20 September 2026, menumpang di rumah saudaranya bersama empat orang anak yang masih bersekolah, dan sejak kebakaran 14 Agustus 2026 belum memiliki tempat tinggal sendiri."),
];
