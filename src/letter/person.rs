//! What a letter says of a person, and what a secret one leaves out.
//!
//! # Why
//! A letter about violence, a child, HIV or a disturbed mind passes through hands that have nothing
//! to do with it. So whoever is to help finds who it is and a code to ask about, and nothing else;
//! it is left out here, below every template and every desk, so that neither can forget it.
use crate::{
    domain::{choice::Choice as _, letter::Weight},
    letter::field::{Field, Fields, may, must},
};

/// Who it is, in every letter about a person.
#[rustfmt::skip]
pub const IDENTITY: &[Field] = &[
    must("nama", "Nama warga",
        "Siti Aminah",
        "Raden Ajeng Siti Nurhaliza Kusumawardhani Prawirodirdjo Tjokroadisoerjo"),
    may("ciri", "Ciri-ciri", "", "laki-laki, tato jangkar di lengan kiri"),
    may("nik", "NIK", "6471 0554 0585 0003", "belum ada (belum pernah direkam)"),
    may("ttl", "Tempat, tanggal lahir",
        "Balikpapan, 14 Mei 1985",
        "Liukang Tupabbiring, 14 September 1985 (perkiraan)"),
    may("jenis_kelamin", "Jenis kelamin", "Perempuan", "Perempuan"),
    // Given to a secret letter only, which then leaves out the rest.
    may(CASE, "Kode kasus", "", ""),
];

/// Where somebody belongs.
#[rustfmt::skip]
pub const HOME: &[Field] = &[
    must("yang_dirujuk", "Siapa orangnya",
        "warga Kelurahan Sepinggan",
        "warga Kelurahan Mattiro Baji Pulau Satando Kecil"),
    may("kk", "Nomor KK", "6471 0512 0110 0087", "6471 0512 0110 0087"),
    may("alamat_ktp", "Alamat KTP",
        "Jalan Sepinggan Baru III No. 21 RT 014, Kelurahan Sepinggan",
        "Jalan Poros Pelabuhan Rakyat Blok C-12 Nomor 118 B RT 001 RW 002, Desa Mattiro Deceng, Kecamatan Liukang Tupabbiring"),
    may("domisili", "Alamat domisili",
        "Jalan Mulawarman No. 5 RT 020, Kelurahan Sepinggan",
        "Menumpang di rumah Bapak Baharuddin, Lingkungan Mattiro Baji Timur RT 003 RW 001"),
];

/// What a letter tells of somebody's civil state, where its reader needs it.
#[rustfmt::skip]
pub const CIVIL: &[Field] = &[
    may("agama", "Agama", "Islam", "Kepercayaan terhadap Tuhan Yang Maha Esa"),
    may("pekerjaan", "Pekerjaan",
        "Mengurus rumah tangga",
        "Buruh bongkar muat dan pengumpul rumput laut"),
    may("status_kawin", "Status perkawinan", "Cerai mati", "Cerai hidup belum tercatat"),
];

/// What a secret letter is to be asked about with.
pub const CASE: &str = "kode_kasus";

/// What a secret letter does without, by the names of the fields of all kinds.
const LEFT_OUT: &[&str] = &[
    "agama",
    "alamat_ktp",
    "alasan_pbi",
    "berkas",
    "dimohon",
    "domisili",
    "faskes",
    "guna",
    "kepala_keluarga",
    "keperluan",
    "kesehatan",
    "kk",
    "layanan",
    "lokasi",
    "pekerjaan",
    "status_kawin",
    "surat_dokter",
    "surat_faskes",
];

/// The values as they may stand on paper; `matter` is what a secret letter says that it is about.
/// A letter about somebody is a secret one if its weight says so, or if it was given a code to ask
/// about; without one its ticket is that.
pub(crate) fn spared(mut fields: Fields, matter: &str) -> Fields {
    let told = |name: &str| fields.get(name).map(str::to_owned);
    let (Some(case), Some(ticket)) = (told(CASE), told("tiket")) else { return fields };
    if case.is_empty() {
        if fields.get("sifat") != Some(Weight::Secret.label()) {
            return fields;
        }
        fields.change(CASE, &ticket);
    }
    for name in LEFT_OUT {
        fields.change(name, "");
    }
    fields.change("hal", matter);
    fields
}
