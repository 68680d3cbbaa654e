//! Everything that is ever noted in the journal: its words, and whether it can be taken back.
//!
//! # Why
//! One row an act, so that history, audit and undo cannot speak of different things. What left the
//! house, what gave a number to somebody and who may come in are never taken back: paper does not
//! come back, and a number that was given is never given again. So a request or a referral that
//! should not be is not removed but cancelled, as a clerk would do it by hand, and keeps its
//! number; only a resident whom nothing is about yet is forgotten, and a filter that was not there
//! before goes out of use.

/// How an act is taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undo {
    /// The records become what they were.
    Restore,
    /// The new record goes.
    Forget,
    /// What has a number now is cancelled as a mistake, and keeps it.
    Cancel,
    /// The two records that became one are two again.
    Part,
    /// Everything that a list brought goes back, as far as nothing was done with it since.
    Import,
    /// It stays: why, as the tail of "tidak dapat dibatalkan: …".
    Never(&'static str),
    /// It changed nothing.
    Nothing,
}

/// Something that an officer does.
#[derive(Debug)]
pub struct Act {
    /// What the journal calls it; never changed.
    pub why: &'static str,
    /// What the officer did, as the history says it.
    pub words: &'static str,
    pub undo: Undo,
}

const fn act(why: &'static str, words: &'static str, undo: Undo) -> Act {
    Act { why, words, undo }
}

const NUMBERED: Undo =
    Undo::Never("nomor surat itu sudah dipesan; batalkan rujukannya bila memang tidak jadi");
const BOOKED: Undo = Undo::Never("buku agenda tidak dihapus; batalkan nomornya bila memang keliru");
const OUT: Undo = Undo::Never("surat itu sudah keluar dan nomornya pasti");
const KEYS: Undo = Undo::Never("itu menyangkut siapa yang boleh masuk; ubah lagi di Setelan");
const FOUNDED: Undo = Undo::Never("kantor yang sudah berdiri tidak dibubarkan");
const LISTED: Undo = Undo::Never("lembaga tidak dihapus; tandai saja Tidak dipakai");
const LIMITED: Undo = Undo::Never("itu menyangkut hak warga; ubah lagi dengan h pada kartunya");
const PARTED: Undo = Undo::Never("gabungkan lagi bila memang orang yang sama");
const MANY: Undo = Undo::Never("itu mengubah banyak data sekaligus");

/// All of them.
#[rustfmt::skip]
pub const ACTS: &[Act] = &[
    act("warga baru",        "mendaftarkan warga",             Undo::Forget),
    act("warga baru mirip",  "mendaftarkan warga lain yang mirip", Undo::Forget),
    act("ubah warga",        "mengubah data warga",            Undo::Restore),
    act("bantuan dicatat",   "mencatat bantuan warga",         Undo::Restore),
    act("bukan kembar",      "mencatat bahwa dua warga bukan orang yang sama", Undo::Restore),
    act("gabung warga",      "menggabungkan dua data dari satu orang", Undo::Part),
    act("pisah warga",       "memisahkan lagi data yang digabung", PARTED),
    act("permohonan baru",   "menerima permohonan",            Undo::Cancel),
    act("ubah permohonan",   "mengubah permohonan",            Undo::Restore),
    act("langkah",           "memindahkan permohonan",         Undo::Restore),
    act("rujukan baru",      "merujuk",                        Undo::Cancel),
    act("kabar rujukan",     "mencatat kabar rujukan",         Undo::Restore),
    act("surat terbit",      "menerbitkan surat",              NUMBERED),
    act("surat keluar",      "mengeluarkan surat",             OUT),
    act("surat dikirim",     "mengirim surat ke printer atau berkas", OUT),
    act("surat gagal",       "mencatat bahwa surat tidak keluar", OUT),
    act("surat pengganti",   "menerbitkan surat pengganti",    NUMBERED),
    act("surat tulis tangan", "mencatat surat tulis tangan",   BOOKED),
    act("nomor disisihkan",  "menyisihkan nomor surat",        BOOKED),
    act("surat batal",       "membatalkan nomor surat",        BOOKED),
    act("kantor baru",       "mendirikan kantor",              FOUNDED),
    act("ubah kantor",       "mengubah data kantor",           Undo::Restore),
    act("petugas baru",      "menambah petugas",               KEYS),
    act("ubah petugas",      "mengubah petugas",               KEYS),
    act("kunci petugas",     "memberi kata sandi pertama",     KEYS),
    act("kunci ganti",       "mengganti sandinya sendiri",     KEYS),
    act("kunci pengganti",   "memberi sandi pengganti",        KEYS),
    act("kunci pulih",       "memakai kode pemulihan",         KEYS),
    act("kunci kode",        "mengganti kode pemulihan",       KEYS),
    act("kunci cabut",       "mencabut kunci petugas",         KEYS),
    act("kunci terbatas",    "mengatur kunci terbatas",        KEYS),
    act("kunci mundur",      "mendapati kunci yang lama",      KEYS),
    act("lembaga baru",      "menambah lembaga",               LISTED),
    act("ubah lembaga",      "mengubah lembaga",               Undo::Restore),
    act("ubah layanan",      "mengubah layanan",               Undo::Restore),
    act("ubah aturan surat", "mengubah aturan surat",          Undo::Restore),
    act("ubah printer",      "memilih printer",               Undo::Restore),
    act("ubah templat",      "mengubah kata-kata surat",       Undo::Restore),
    act("templat bawaan",    "memakai lagi kata-kata bawaan",  Undo::Restore),
    act("saringan baru",     "menyimpan saringan",             Undo::Restore),
    act("ubah saringan",     "mengubah saringan",              Undo::Restore),
    act("hapus saringan",    "menghapus saringan",             Undo::Restore),
    act("latihan",           "membuat data latihan",           MANY),
    act("urung",             "membatalkan perubahan",          Undo::Never("itu sendiri sudah sebuah pembatalan")),
    act("lihat NIK",         "melihat NIK lengkap",            Undo::Nothing),
    act("buka terbatas",     "membuka data terbatas",          Undo::Nothing),
    act("cari terbatas",     "menemukan data terbatas",        Undo::Nothing),
    act("batasi data",       "membatasi data warga",           LIMITED),
    act("cabut pembatasan",  "mencabut pembatasan data",       LIMITED),
    act("hapus data",        "menghapus data untuk selamanya", Undo::Never("yang dihapus untuk selamanya tidak dapat kembali")),
    act("simpan ulang",      "menyimpan ulang data yang tetap", MANY),
    act("salinan data",      "membuat salinan data",           Undo::Nothing),
    act("lembar insiden",    "membuat lembar insiden",         Undo::Nothing),
    act("impor warga",       "mengimpor daftar warga",         Undo::Import),
    act("urung impor",       "membatalkan impor",              Undo::Never("itu sendiri sudah sebuah pembatalan")),
    act("ekspor",            "mulai mengeluarkan tabel",       Undo::Nothing),
    act("ekspor selesai",    "selesai mengeluarkan tabel",     Undo::Nothing),
];

/// The row of an act, if this program knows it.
#[must_use]
pub fn named(why: &str) -> Option<&'static Act> {
    ACTS.iter().find(|act| act.why == why)
}

/// The words for an act; the journal's own where it is unknown.
#[must_use]
pub fn words(why: &str) -> &str {
    named(why).map_or(why, |act| act.words)
}
