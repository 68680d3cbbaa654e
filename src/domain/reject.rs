//! Why a value cannot be accepted.
use std::fmt;

/// A reason, said to the clerk as "LABEL harus …": its words are the tail of that sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reject {
    /// Nothing was given.
    Empty,
    /// A number of digits that does not fit.
    Length { want: usize, got: usize },
    /// A code of another length than this.
    Signs { want: usize, got: usize },
    /// More characters than the field keeps.
    TooLong { most: usize },
    /// Too few characters to keep anyone out.
    TooShort { least: usize },
    /// A passphrase that is guessed first.
    Guessable,
    /// Not the same as what was typed before.
    NotTheSame,
    /// Not the initials and the year of birth of the person it is about.
    NotThisPerson,
    /// Something else than digits.
    NotDigits,
    /// A letter that looks like a digit: what was typed, what was probably meant.
    Lookalike { typed: char, meant: char },
    /// The same digit all over.
    AllAlike,
    /// A day that is in no calendar.
    NoSuchDate,
    /// Month and day changed places.
    MonthFirst,
    /// A date that has not come yet.
    Future,
    /// A year that no living person was born in.
    TooOld,
    /// A number outside its range.
    Range { least: u32, most: u32 },
    /// None of the answers that are offered.
    NotOffered,
    /// Several of the answers that are offered.
    Ambiguous,
    /// The same answer twice.
    Twice,
    /// A code or number that something else goes by already.
    Taken,
    /// Not a telephone number.
    NotPhone,
    /// Not an area code, or one that does not exist.
    NotArea,
    /// Not a ticket, or its check sign does not agree.
    NotTicket,
    /// A ticket that no other request has.
    NoOther,
    /// A sign that this answer may not hold.
    Sign(char),
    /// Not a time of day.
    NotTime,
    /// Not a letter-number pattern: the serial is missing.
    NoSerial,
    /// Not a letter-number pattern: without the year its numbers come again.
    NoYear,
    /// Not a pattern for a series of each kind: two kinds would have the same numbers.
    NoKind,
    /// Not the first number of a year.
    NoFirst,
    /// Not what the square of a letter holds.
    NoSquare,
    /// Not the address of a printer in the network.
    NoAddress,
    /// Not a way to print by an address: pages need a queue.
    PagesByQueue,
    /// No such file, or not the whole of one.
    NotThatFile,
    /// A closing time that is not after the opening time.
    ClosesFirst,
    /// The code of nobody who works here.
    NotOfficer,
    /// A recovery code that opens nothing, or nothing any more.
    NotRecovery,
    /// A passphrase that is the one before.
    NotNew,
    /// An answer that means nothing without another one.
    Alone,
    /// An answer that another answer calls for.
    CalledFor { by: &'static str },
    /// An answer that another answer rules out.
    RuledOut { by: &'static str },
}

impl fmt::Display for Reject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Empty => write!(f, "harus diisi"),
            Self::Length { want, got } if got < want => write!(f, "harus {want} angka, baru {got}"),
            Self::Length { want, got } => write!(f, "harus {want} angka, tertulis {got}"),
            Self::Signs { want, got } => write!(f, "harus {want} huruf dan angka, tertulis {got}"),
            Self::TooLong { most } => write!(f, "paling panjang {most} huruf"),
            Self::TooShort { least } => write!(f, "harus {least} huruf atau lebih"),
            Self::Guessable => write!(f, "terlalu mudah ditebak; pakai beberapa kata"),
            Self::NotTheSame => write!(f, "harus sama dengan yang diketik sebelumnya"),
            Self::NotThisPerson => {
                write!(f, "harus inisial dan tahun lahir warga ini, tahunnya hanya bila tercatat")
            }
            Self::NotDigits => write!(f, "hanya boleh berisi angka 0 sampai 9"),
            Self::Lookalike { typed, meant } => {
                write!(f, "memuat huruf {typed}; mungkin maksudnya angka {meant}")
            }
            Self::AllAlike => write!(f, "tidak boleh angka yang sama semua"),
            Self::NoSuchDate => write!(f, "tidak ada di kalender; tulis tanggal-bulan-tahun"),
            Self::MonthFirst => write!(f, "harus tanggal dahulu, baru bulan: 31-12-1990"),
            Self::Future => write!(f, "tidak boleh sesudah hari ini"),
            Self::TooOld => write!(f, "terlalu lama; periksa tahunnya"),
            Self::Range { least, most } => write!(f, "harus antara {least} dan {most}"),
            Self::NotOffered => write!(f, "harus salah satu pilihan; tekan F4 untuk melihatnya"),
            Self::Ambiguous => write!(f, "cocok dengan beberapa pilihan; ketik lebih lengkap"),
            Self::Twice => write!(f, "tidak boleh disebut dua kali"),
            Self::Taken => write!(f, "sudah dipakai; pilih yang lain"),
            Self::NotPhone => write!(f, "harus nomor telepon, misalnya 0812-3456-7890"),
            Self::NotArea => write!(f, "harus kode wilayah yang ada, misalnya 64.71.06.1001"),
            Self::NotTicket => write!(f, "harus tiket yang benar, misalnya PMH-202611-00001-K"),
            Self::NoOther => write!(f, "harus tiket laporan lain yang tercatat di sini"),
            Self::Sign(sign) => write!(f, "tidak boleh memuat tanda {sign}"),
            Self::NotTime => write!(f, "harus jam, misalnya 08.00"),
            Self::NoSerial => write!(f, "harus memuat {{nomor}}"),
            Self::NoYear => write!(f, "harus memuat {{tahun}}, agar nomor tahun depan berbeda"),
            Self::NoKind => {
                write!(f, "harus memuat {{jenis}} bila tiap jenis surat berseri sendiri")
            }
            Self::NoSquare => write!(f, "harus isi kotak QR pada surat dari Loket"),
            Self::NoAddress => write!(f, "harus alamat IP printer, misalnya 192.168.1.50"),
            Self::PagesByQueue => {
                write!(
                    f,
                    "harus dot-matrix atau slip; untuk halaman, pasang printernya di komputer"
                )
            }
            Self::NotThatFile => write!(f, "harus berkas yang utuh dari kantor itu"),
            Self::NoFirst => write!(f, "harus nomor urut dan tahun, misalnya 57/2026"),
            Self::ClosesFirst => write!(f, "harus sesudah jam buka"),
            Self::NotOfficer => write!(f, "harus kode petugas yang masih bekerja di sini"),
            Self::NotRecovery => write!(f, "tidak berlaku; periksa setiap huruf di kertas"),
            Self::NotNew => write!(f, "harus lain dari yang sekarang"),
            Self::Alone => write!(f, "harus disertai sedikitnya satu isian lain"),
            Self::CalledFor { by } => write!(f, "harus diisi karena {by}"),
            Self::RuledOut { by } => write!(f, "harus kosong karena {by}"),
        }
    }
}

impl std::error::Error for Reject {}
