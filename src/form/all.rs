//! Every form, by name: what the tests, the drafts and the help pages walk.
use crate::form::{
    aid, clerk, directory, field::Field, filter, genuine, glimpse, import, law, ledger, office,
    passphrase, request, resident, safekeeping, step,
};

/// A form and its questions.
#[derive(Debug)]
pub struct Form {
    /// Names its drafts on disk; never changed.
    pub name: &'static str,
    pub title: &'static str,
    pub fields: &'static [&'static Field],
}

const fn form(name: &'static str, title: &'static str, fields: &'static [&'static Field]) -> Form {
    Form { name, title, fields }
}

/// All of them.
#[rustfmt::skip]
pub const FORMS: &[Form] = &[
    form("warga",          "Data warga",        resident::FIELDS),
    form("permohonan",     "Permohonan",        request::FIELDS),
    form("ubah-permohonan", "Ubah permohonan",  request::MENDED),
    form("informasi",      "Informasi",         request::QUESTION),
    form("langkah",        "Langkah berikut",   step::FIELDS),
    form("kabar-rujukan",  "Kabar rujukan",     step::REFERRAL_FIELDS),
    form("rujukan",        "Rujukan",           step::REFERRAL),
    form("saring",         "Saring",            filter::FIELDS),
    form("saringan",       "Saringan",          filter::SAVED),
    form("bantuan",        "Bansos",            aid::FIELDS),
    form("lihat-nik",      "Melihat NIK",       glimpse::FIELDS),
    form("salinan-data",   "Salinan data",      law::COPY),
    form("batasi-data",    "Membatasi data",    law::LIMIT),
    form("hapus-data",     "Menghapus data",    law::ERASURE),
    form("periksa-surat",  "Periksa surat",     genuine::FIELDS),
    form("insiden",        "Lembar insiden",    law::BREACH),
    form("kantor",         "Kantor",            office::FIELDS),
    form("petugas",        "Petugas",           clerk::FIELDS),
    form("petugas-baru",   "Petugas baru",      clerk::NEW),
    form("masuk",          "Masuk",             passphrase::ENTER),
    form("ganti-sandi",    "Ganti kata sandi",  passphrase::OWN),
    form("sandi-petugas",  "Sandi petugas",     passphrase::REPLACED),
    form("segel",          "Menyegel data",     passphrase::SEAL),
    form("pemulihan",      "Kode pemulihan",    passphrase::SAFE),
    form("lembaga",        "Lembaga",           directory::INSTITUTION),
    form("layanan",        "Layanan",           directory::SERVICE),
    form("nomor-surat",    "Nomor surat",       ledger::NUMBERED),
    form("nomor-disisihkan", "Sisihkan nomor",  ledger::HOLD),
    form("surat-tangan",   "Surat tulis tangan", ledger::WRITTEN),
    form("batal-nomor",    "Batalkan nomor",    ledger::VOID),
    form("aturan-surat",   "Aturan surat",      directory::LETTER),
    form("folder-cadangan", "Folder cadangan",  safekeeping::FIELDS),
    form("impor-berkas",   "Impor warga",       import::FIELDS),
];
