//! Why a file cannot be read as a list of residents.
use crate::{choices, domain::choice::Choice as _};

choices! {
    /// A reason, said as "berkas ini …".
    Misfit {
        Empty = "kosong", "kosong";
        OnlyHeading = "judul_saja", "hanya berisi baris judul";
        NoHeading = "tanpa_judul", "tidak mempunyai judul kolom yang dikenal";
        Twice = "judul_ganda", "mempunyai dua kolom untuk isian yang sama";
        NotText = "bukan_teks", "bukan teks dan bukan lembar kerja";
        Pdf = "pdf", "sebuah PDF";
        Workbook = "xlsx", "sebenarnya lembar kerja XLSX, tetapi namanya lain";
        Packed = "zip", "sebuah arsip ZIP, bukan lembar kerja";
        OldExcel = "xls", "memakai bentuk Excel lama (.xls), atau dilindungi kata sandi";
        OpenDocument = "ods", "memakai bentuk OpenDocument (.ods)";
        Macros = "xlsm", "memuat makro";
        Utf16 = "utf16", "memakai UTF-16 tanpa tanda di awalnya";
        Utf32 = "utf32", "memakai UTF-32";
        Windows = "1252", "tampaknya memakai sandi huruf Windows-1252";
        Damaged = "rusak", "tidak dapat dibaca sebagai lembar kerja";
        Bomb = "bom", "terlalu besar bila dibuka";
        Entities = "entitas", "memuat perintah yang tidak ditulis oleh Excel";
        Paths = "jalur", "memuat nama berkas yang menunjuk ke luar arsipnya";
        NoSheet = "lembar", "tidak mempunyai lembar dengan nama itu";
        LostDigits = "angka_hilang", "NIK-nya kehilangan angka terakhir: banyak yang berakhir 0";
        Changed = "berubah", "sudah berubah sejak diperiksa";
    }
}

impl Misfit {
    /// What to do now, in one sentence.
    #[must_use]
    pub const fn remedy(self) -> &'static str {
        match self {
            Self::Empty | Self::OnlyHeading => "Periksa apakah ini berkas yang dimaksud.",
            Self::NoHeading => "Tulis judul kolom di baris pertama, misalnya NIK dan Nama.",
            Self::Twice => "Hapus atau ganti judul salah satu kolomnya.",
            Self::NotText | Self::Pdf | Self::Packed => "Mintalah daftarnya sebagai CSV atau XLSX.",
            Self::Workbook => "Ganti akhiran namanya menjadi .xlsx.",
            Self::OldExcel | Self::OpenDocument | Self::Macros => {
                "Buka berkasnya, lalu simpan sebagai .xlsx tanpa kata sandi."
            }
            Self::Utf16 | Self::Utf32 => "Simpan lagi sebagai CSV UTF-8.",
            Self::Windows => "Periksa contohnya; bila benar, pilih sandi huruf 1252 dan ulangi.",
            Self::Damaged => "Buka dengan Excel, simpan sebagai .xlsx yang baru, lalu ulangi.",
            Self::Bomb => "Simpan sebagai CSV, yang boleh sebesar apa pun.",
            Self::Entities | Self::Paths => "Jangan pakai berkas ini; tanyakan kepada pengirimnya.",
            Self::NoSheet => "Periksa nama lembarnya.",
            Self::LostDigits => {
                "Ubah format kolom NIK menjadi Teks di Excel, lalu ambil lagi angkanya dari sumbernya."
            }
            Self::Changed => "Periksa lagi dari awal.",
        }
    }

    /// The reason as a fault that names more of it: a column, a sheet.
    #[must_use]
    pub fn about(self, what: &str) -> String {
        if what.is_empty() { self.label().to_owned() } else { format!("{} ({what})", self.label()) }
    }
}
