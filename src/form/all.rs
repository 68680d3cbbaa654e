//! Every form, by name: what the tests, the drafts and the help pages walk.
use crate::form::{
    aid, clerk, directory,
    field::Field,
    filter, genuine, glimpse, import, law, ledger,
    letter::{event, handout, handover, introduction, parts, person, referral},
    office, passphrase, printing, request, resident, safekeeping, step, wording,
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
    form("surat-rujukan",  "Surat Rujukan",     parts::PLAIN),
    form("nomor-disisihkan", "Sisihkan nomor",  ledger::HOLD),
    form("surat-tangan",   "Surat tulis tangan", ledger::WRITTEN),
    form("batal-nomor",    "Batalkan nomor",    ledger::VOID),
    form("aturan-surat",   "Aturan surat",      directory::LETTER),
    form("templat",        "Templat surat",     wording::FIELDS),
    form("printer",        "Printer",           printing::FIELDS),
    form("folder-cadangan", "Folder cadangan",  safekeeping::FIELDS),
    form("impor-berkas",   "Impor warga",       import::FIELDS),
    // Those of letters and slips are named after their kinds.
    form("surat-rujuk-rsj",       "Rujukan RSJ",      referral::HOSPITAL),
    form("surat-rujuk-singgah",   "Rujukan singgah",  referral::SHELTER),
    form("surat-pengantar",       "Pengantar",        introduction::PLAIN),
    form("surat-pengantar-dtsen", "Pengantar DTSEN",  introduction::WELFARE),
    form("surat-pengantar-pbi",   "Pengantar PBI-JK", introduction::COVER),
    form("surat-pengantar-sktm",  "Pengantar SKTM",   introduction::POVERTY),
    form("surat-dukcapil",        "Dukcapil",         person::PAPERLESS),
    form("surat-pulang",          "Pemulangan",       person::HOMEWARD),
    form("surat-usul-alat",       "Alat bantu",       person::AID),
    form("surat-ket",             "Keterangan",       person::STATEMENT),
    form("surat-ba-serah",        "Serah terima",     handover::HANDED),
    form("surat-ba-masuk",        "Masuk singgah",    handover::SHELTERED),
    form("surat-ba-keluar",       "Keluar singgah",   handover::LEFT),
    form("surat-undangan",        "Undangan",         event::INVITATION),
    form("surat-tugas",           "Surat tugas",      event::VISIT),
    form("surat-lap-kejadian",    "Laporan kejadian", event::INCIDENT),
    form("surat-bawa-berkas",     "Bawa berkas",      handout::ERRAND),
    form("surat-antrean",         "Nomor antrean",    handout::QUEUE),
    form("surat-tindak-lanjut",   "Tindak lanjut",    handout::FOLLOWING),
];
