//! Every way to fail: what happened, and what the clerk should do then.
use std::{borrow::Cow, io};

use crate::domain::{
    doubt::Doubt, id::Id, may::Refusal, misfit::Misfit, reject::Reject, unfit::Unfit,
};

/// A failure that a person reads. Its `Display` says what happened, [`Fault::remedy`] what to do
/// now. Neither ever carries personal data: both may end in a log.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// A value the clerk can mend where the cursor stands.
    #[error("{field} {why}")]
    Rejected { field: &'static str, why: Reject },
    /// Answers that look wrong but may be right: to be confirmed.
    #[error("ada isian yang perlu diperiksa lagi")]
    Doubtful(Vec<Doubt>),
    /// Another resident holds this NIK.
    #[error("NIK ini sudah terdaftar")]
    Taken(Id),
    /// A resident whose data are restricted holds this NIK.
    #[error("NIK ini sudah terdaftar, dan datanya terbatas")]
    Guarded,
    /// Somebody who may be the same person is registered already: who.
    #[error("warga yang mirip sudah terdaftar")]
    Alike(Vec<Id>),
    /// Something stands against it: what.
    #[error("belum dapat dilakukan: {0}")]
    Standing(String),
    /// The officer who sits here may not do that.
    #[error("{0}")]
    Forbidden(Refusal),
    /// No record is known by that number, ticket or name.
    #[error("{what} tidak ditemukan")]
    Missing { what: &'static str },
    /// Nobody has said yet which office this is, and who works there.
    #[error("kantor dan petugasnya belum diisi")]
    NoOffice,
    /// The road of a request or a referral has no such step from here.
    #[error("langkah itu tidak dapat diambil dari keadaan sekarang")]
    OffTheRoad,
    /// A request waits for no papers that could be asked for.
    #[error("permohonan ini tidak menunggu berkas apa pun")]
    NothingLacking,
    /// A request cannot be closed while one of its referrals is out.
    #[error("masih ada rujukan yang belum berakhir")]
    ReferralOpen,
    /// The last change cannot be taken back: why.
    #[error("tidak dapat dibatalkan: {0}")]
    Lasting(&'static str),
    /// A printer, a disk or a file outside the program refused.
    #[error("{name} tidak dapat dipakai: {}", reason(why))]
    Device { name: &'static str, why: io::Error },
    /// A printer or another program answered with words of its own.
    #[error("{name} menolak: {why}")]
    Refused { name: &'static str, why: String },
    /// A letter template has a mistake: in which piece, in which line of it where one is to blame,
    /// and what is wrong there.
    #[error("templat surat {piece}{}: {why}", at_line(*line))]
    Template { piece: String, line: Option<usize>, why: String },
    /// More rows than a file of that kind can hold.
    #[error("{name} memuat paling banyak {most} baris")]
    TooMany { name: &'static str, most: u32 },
    /// Another desk works on this folder: who holds it.
    #[error("data ini sedang dipakai: {holder}")]
    Busy { holder: String },
    /// The journal could not be written; what was to be saved is not saved.
    #[error("belum tersimpan: jurnal tidak dapat ditulis ({})", reason(.0))]
    Journal(io::Error),
    /// What could not be judged when it was to be saved, behind that sequence, had been saved after
    /// all; nothing else was.
    #[error("isian sebelumnya ternyata sudah tersimpan")]
    Landed { since: u64 },
    /// A large change is being written, or made ready to be read; nothing else can be saved now.
    #[error("impor masih berjalan")]
    Underway,
    /// A part of the journal is damaged.
    #[error("jurnal rusak pada urutan {sequence}")]
    Damaged { sequence: u64 },
    /// The index refused; it can be rebuilt.
    #[error("indeks tidak dapat dibaca: {0}")]
    Index(String),
    /// A record of this table cannot be turned into bytes, or is too large.
    #[error("data {0} tidak dapat disimpan")]
    Unwritable(&'static str),
    /// These bytes are damaged, or newer than this program.
    #[error("data {table} versi {version} tidak terbaca")]
    Unreadable { table: &'static str, version: u8 },
    /// No officer has that code, or the passphrase is another one; which of both is not told.
    #[error("kode petugas atau kata sandi tidak cocok")]
    Unknown,
    /// Too many wrong passphrases: for so many minutes nothing more is tried.
    #[error("terlalu sering salah; tunggu {minutes} menit")]
    Waiting { minutes: u32 },
    /// The data is sealed, and nobody said who comes in.
    #[error("data ini disegel")]
    Sealed,
    /// A file cannot be used as a backup.
    #[error("berkas cadangan ini {0}")]
    Backup(Unfit),
    /// A file cannot be read as a list of residents; which part of it, where that helps.
    #[error("berkas ini {}", why.about(about))]
    List { why: Misfit, about: String },
    /// A restore into this folder was cut off.
    #[error("pemulihan ke folder ini belum selesai")]
    HalfRestored,
    /// The data was saved before there were keys, and has to be sealed first.
    #[error("data ini dari masa sebelum ada kata sandi")]
    Unsealed,
    /// The clerk stopped a job.
    #[error("pekerjaan dihentikan")]
    Stopped,
    /// A letter is not to be let out: why, as the tail of "surat itu …".
    #[error("surat itu {0}")]
    KeptIn(&'static str),
    /// A letter does not fit its paper.
    #[error("isi surat tidak muat pada kertas")]
    Overflow,
    /// In these words a letter becomes longer than it should be, and how: to be confirmed.
    #[error("{0}")]
    Long(String),
    /// A template asset or an embedded table is broken: a fault of the program itself.
    #[error("bagian program rusak: {0}")]
    Asset(&'static str),
}

/// What is said when the program stops of itself; a panic's own words may quote an answer.
pub const STOPPED: &str =
    "Loket berhenti karena kesalahan di dalam program. Konsep tetap tersimpan.";

impl Fault {
    /// What happened and what to do now, as two sentences.
    #[must_use]
    pub fn told(&self) -> String {
        let told = self.to_string();
        let mut signs = told.chars();
        let first = signs.next().map(|first| first.to_uppercase().to_string());
        format!("{}{}. {}", first.unwrap_or_default(), signs.as_str(), self.remedy())
    }

    /// What to do now, in one sentence.
    #[must_use]
    pub const fn remedy(&self) -> &'static str {
        match self {
            Self::Rejected { .. } => "Perbaiki isian ini.",
            Self::Doubtful(_) => "Periksa, lalu tekan F2 sekali lagi bila memang benar.",
            Self::Taken(_) => "Tekan F4 untuk membuka data warga itu.",
            Self::Alike(_) => "Bandingkan dahulu; mungkin ini orang yang sama.",
            Self::Standing(_) => "Selesaikan itu dahulu, lalu ulangi.",
            Self::Guarded => Refusal::Restricted.remedy(),
            Self::Forbidden(refusal) => refusal.remedy(),
            Self::Missing { .. } => "Periksa tulisannya, atau cari dengan F3.",
            Self::NoOffice => "Isi dahulu di layar awal; setelah itu warga dapat dilayani.",
            Self::OffTheRoad => "Tekan F8 untuk melihat langkah yang dapat diambil.",
            Self::NothingLacking => "Kartu tindak lanjut menjelaskan apa yang berikutnya.",
            Self::ReferralOpen => "Catat dahulu kabar rujukannya, lalu tutup permohonan ini.",
            Self::Lasting(_) => "Bila perlu, perbaiki datanya dengan cara biasa.",
            Self::Device { .. } | Self::Refused { .. } => {
                "Periksa alat atau foldernya, lalu ulangi; tidak ada yang hilang."
            }
            Self::Template { line: Some(_), .. } => "Perbaiki templat itu pada baris yang disebut.",
            Self::Template { line: None, .. } => {
                "Perbaiki templatnya, atau ambil lagi teks bawaan."
            }
            Self::TooMany { .. } => "Persempit tanggalnya, atau pilih bentuk CSV.",
            Self::Busy { .. } => "Tutup Loket yang lain dahulu, lalu buka lagi.",
            Self::Journal(_) => "Biarkan layar ini terbuka, periksa diska, lalu simpan lagi.",
            Self::Landed { .. } => {
                "Jangan simpan lagi: tekan Esc, lalu periksa di daftar kunjungan hari ini."
            }
            Self::Underway => "Tunggu sampai selesai, lalu ulangi.",
            Self::Damaged { .. } | Self::Unreadable { .. } => {
                "Jangan menyimpan apa pun; pulihkan dari cadangan terakhir."
            }
            Self::Index(_) => "Tutup lalu buka lagi Loket; indeks akan disusun ulang.",
            Self::Unwritable(_) => "Pendekkan isiannya, lalu simpan lagi.",
            Self::Unknown => "Periksa keduanya, termasuk huruf besar, lalu ulangi.",
            Self::Waiting { .. } => "Setelah itu coba lagi; data tetap aman.",
            Self::Sealed => "Masukkan kode petugas dan kata sandinya.",
            Self::Backup(unfit) => unfit.remedy(),
            Self::List { why, .. } => why.remedy(),
            Self::HalfRestored => "Jalankan lagi loket pulihkan ke folder ini sampai selesai.",
            Self::Unsealed => {
                "Buka layar loket (perintah loket saja); di sana data ini disegel dahulu."
            }
            Self::Stopped => "Ulangi bila masih diperlukan; tidak ada yang tersimpan.",
            Self::KeptIn(_) => "Lihat keadaannya di buku agenda; terbitkan surat baru bila perlu.",
            Self::Overflow => "Pendekkan isinya, atau pilih kertas yang lebih panjang.",
            Self::Long(_) => {
                "Pendekkan kalimatnya, atau tekan F2 sekali lagi bila memang harus begitu."
            }
            Self::Asset(_) => "Pasang ulang program ini; data kantor tetap aman.",
        }
    }
}

/// The line of a template, where one is to blame.
fn at_line(line: Option<usize>) -> String {
    line.map(|line| format!(" baris {line}")).unwrap_or_default()
}

/// Why the system refused, in words that a clerk can do something with. Words of our own stay.
fn reason(why: &io::Error) -> Cow<'_, str> {
    use io::ErrorKind as Kind;
    if why.raw_os_error().is_none() && why.get_ref().is_some() {
        return why.to_string().into();
    }
    match why.kind() {
        Kind::NotFound => "tidak ada".into(),
        Kind::PermissionDenied => "tidak diizinkan oleh komputer ini".into(),
        Kind::AlreadyExists => "sudah ada".into(),
        Kind::StorageFull | Kind::QuotaExceeded => "diska penuh".into(),
        Kind::ReadOnlyFilesystem => "diskanya hanya bisa dibaca".into(),
        Kind::IsADirectory => "itu sebuah folder".into(),
        Kind::NotADirectory => "foldernya bukan folder".into(),
        Kind::BrokenPipe => "yang menerima sudah berhenti".into(),
        _ => format!("ditolak sistem, {why}").into(),
    }
}
