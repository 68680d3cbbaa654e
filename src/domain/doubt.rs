//! What looks wrong but may be right: told to the clerk, who confirms it.
use std::fmt;

use crate::domain::date::Day;

/// A warning about the answer of one field. Confirmed once, it is no obstacle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The field it is about.
    pub field: &'static str,
    pub why: Odd,
}

/// What is odd about an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Odd {
    /// The first digits of the NIK name no area of today's table (old areas are legitimate).
    NikArea,
    /// The date inside the NIK is in no calendar.
    NikDate,
    /// The serial inside the NIK is 0000.
    NikSerial,
    /// The birth date inside the NIK, where it differs from the one that was entered.
    NikBorn(Day),
    /// The NIK says the other sex.
    NikSex,
    /// NIK and KK are the same number.
    NikIsKk,
    /// The two digits of the year fit two centuries.
    NikCentury,
    /// The date inside the KK number is in no calendar.
    KkDate,
    /// An age above 110 years.
    VeryOld,
    /// A name of one or two signs, or one that stands for no name.
    NameOdd,
    /// Letters of two scripts that look alike.
    MixedScript,
    /// The age does not fit this kind of PPKS (its number).
    PpksAge(u8),
    /// The sex does not fit this kind of PPKS (its number).
    PpksSex(u8),
    /// The desil is above what the service asks.
    Desil { most: u8 },
    /// Head of the household, but someone else of this KK is the head already.
    SecondHead,
    /// What was typed of a known resident differs from the record: the name of the field.
    Differs(&'static str),
    /// No holidays are known for this year: only weekends were skipped.
    NoHolidays(i32),
    /// Somebody who is very much alike is registered: initials, masked NIK, and what is the same.
    Alike(String),
    /// A younger mother, a married child: the sentence says it.
    Told(&'static str),
}

impl fmt::Display for Odd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NikArea => write!(f, "kode wilayah pada NIK tidak dikenal"),
            Self::NikDate => write!(f, "tanggal lahir pada NIK tidak ada di kalender"),
            Self::NikSerial => write!(f, "nomor urut pada NIK 0000"),
            Self::NikBorn(day) => write!(f, "NIK menunjuk lahir {day}, berbeda dari isian"),
            Self::NikSex => write!(f, "NIK menunjuk jenis kelamin lain"),
            Self::NikIsKk => write!(f, "NIK sama dengan nomor KK"),
            Self::NikCentury => write!(f, "tahun pada NIK dapat berarti 1900-an atau 2000-an"),
            Self::KkDate => write!(f, "tanggal pada nomor KK tidak ada di kalender"),
            Self::VeryOld => write!(f, "usia lebih dari 110 tahun"),
            Self::NameOdd => write!(f, "nama terlihat belum lengkap"),
            Self::MixedScript => write!(f, "ada huruf dari aksara lain yang mirip"),
            Self::PpksAge(kind) => write!(f, "usia tidak lazim untuk PPKS-{kind:02}"),
            Self::PpksSex(kind) => write!(f, "jenis kelamin tidak lazim untuk PPKS-{kind:02}"),
            Self::Desil { most } => write!(f, "desil di atas {most}, batas layanan ini"),
            Self::SecondHead => write!(f, "KK ini sudah punya kepala keluarga"),
            Self::Differs(what) => write!(f, "{what} berbeda dari data yang tersimpan"),
            Self::NoHolidays(year) => {
                write!(f, "libur tahun {year} belum ada; hanya Sabtu dan Minggu dilewati")
            }
            Self::Alike(known) => write!(f, "mirip warga yang sudah terdaftar: {known}"),
            Self::Told(sentence) => f.write_str(sentence),
        }
    }
}
