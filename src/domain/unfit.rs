//! Why a file cannot be used as a backup.
use crate::choices;

choices! {
    /// What is wrong with it: the tail of "berkas cadangan ini …".
    Unfit {
        Stranger = "asing", "bukan cadangan Loket";
        Newer = "baru", "dibuat oleh Loket yang lebih baru";
        Damaged = "rusak", "rusak atau terpotong";
        Foreign = "lain", "tidak dibuat dengan kunci kantor ini";
        Unproved = "beda", "tidak terbaca kembali seperti yang ditulis";
        TooLarge = "besar", "lebih besar daripada yang dapat dimuat satu berkas di sana";
    }
}

impl Unfit {
    /// What to do instead, in one sentence.
    #[must_use]
    pub const fn remedy(self) -> &'static str {
        match self {
            Self::Stranger => "Pilih berkas yang namanya berakhir dengan .cadangan.",
            Self::Newer => "Pasang dahulu Loket yang terbaru; berkas itu tidak diubah.",
            Self::Damaged => "Pakailah cadangan yang lain; berkas itu tidak diubah.",
            Self::Foreign => "Pakailah cadangan dari kantor ini.",
            Self::Unproved => "Pakailah stick atau folder lain; cadangan yang lama tetap ada.",
            Self::TooLarge => "Pakailah diska berformat exFAT atau NTFS.",
        }
    }
}
