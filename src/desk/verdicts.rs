//! What is said of a letter that somebody asked about, in words for anybody.
use crate::{
    desk::{
        genuine::{Foreign, Verdict},
        imprints::Imprints,
    },
    domain::{date::Day, hallmark::Hallmark, letter::Rule},
};

/// What the square cannot do; it stands under every answer that is a yes.
pub const LIMITS: &str = "Kode ini memastikan isi pokok suratnya, bukan orang yang membawanya: \
     cocokkan dengan kartu. NIK tidak tertulis di dalamnya, tetapi dapat ditebak oleh yang sudah \
     tahu nama dan tujuannya. Kode ini bukan tanda tangan elektronik tersertifikasi.";

/// Said where nobody was told whose letter it is.
pub const UNCOMPARED: &str = "Orangnya tidak dibandingkan: sebutkan NIK dan nama dari kartunya, \
                              serta tujuan suratnya.";

/// What is said where nobody had the list of letters that were taken back.
pub const UNASKED: &str = "Belum diperiksa apakah surat ini dicabut: mintalah daftar surat yang \
     dicabut dari kantornya.";

impl Verdict {
    /// The answer in a word or two.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        match self {
            Self::Genuine(_) => "ASLI",
            Self::Mismatch(_) => "TIDAK COCOK",
            Self::Revoked(..) => "DICABUT",
            Self::Expired(_) => "KEDALUWARSA",
            Self::Foreign(_) => "BUKAN SURAT KAMI",
        }
    }

    /// What that means, and what to do.
    #[must_use]
    pub fn sentence(&self, imprints: &Imprints) -> String {
        let office = &imprints.name;
        match self {
            Self::Genuine(_) => {
                format!("Surat ini ditulis oleh {office}, dan isi pokoknya tidak berubah.")
            }
            Self::Mismatch(_) => format!(
                "Surat ini ditulis oleh {office}, tetapi untuk orang atau tujuan lain. Periksa lagi \
                 NIK, nama dan tujuan yang diketik; bila sudah benar, hubungi kantornya."
            ),
            Self::Revoked(_, since) => format!(
                "Surat ini ditulis oleh {office}, tetapi dicabut pada {}. Minta surat yang baru.",
                since.long()
            ),
            Self::Expired(mark) => {
                let until = mark.valid_until.map(Day::long).unwrap_or_default();
                format!(
                    "Surat ini ditulis oleh {office} dan berlaku sampai {until}. Minta surat baru."
                )
            }
            Self::Foreign(why) => why.sentence(office),
        }
    }

    /// What the letter says of itself, where that can be relied on.
    #[must_use]
    pub const fn mark(&self) -> Option<&Hallmark> {
        match self {
            Self::Genuine(mark)
            | Self::Mismatch(mark)
            | Self::Revoked(mark, _)
            | Self::Expired(mark) => Some(mark),
            Self::Foreign(_) => None,
        }
    }

    /// The facts of the letter, each with its label.
    #[must_use]
    pub fn facts(&self) -> Vec<(&'static str, String)> {
        let Some(mark) = self.mark() else { return vec![] };
        let rule = Rule::presets().into_iter().find(|rule| rule.code == mark.kind);
        let until = mark.valid_until.map(|day| ("Berlaku sampai", day.long()));
        let facts = [
            Some(("Nomor", mark.number.clone())),
            Some(("Jenis", rule.map_or_else(|| mark.kind.clone(), |rule| rule.name.to_string()))),
            mark.ticket.map(|ticket| ("Tiket", ticket.to_string())),
            Some(("Tanggal", mark.day.long())),
            until,
        ];
        facts.into_iter().flatten().collect()
    }
}

impl Foreign {
    fn sentence(self, office: &str) -> String {
        match self {
            Self::Unreadable => {
                "Isinya bukan kode surat dari Loket, atau tidak terbaca seluruhnya. Pindai sekali \
                 lagi dari suratnya."
                    .to_owned()
            }
            Self::OtherOffice => format!(
                "Surat ini menyebut kantor lain, bukan {office}. Pakai berkas kunci kantor itu."
            ),
            Self::OtherKey => format!(
                "Surat ini memakai kunci {office} yang tidak ada di berkas ini. Minta berkas kunci \
                 yang terbaru, lalu periksa lagi."
            ),
            Self::Changed => format!(
                "Isinya bukan seperti yang ditulis {office}. Jangan dipakai; kabari kantornya."
            ),
            Self::Practice => {
                "Surat ini dicetak untuk latihan dan tidak berlaku untuk apa pun.".to_owned()
            }
        }
    }
}
