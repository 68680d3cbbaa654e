//! Asking what a competent office is asked for.
use crate::{
    domain::{count::Count, request::Need},
    form::{
        field::{Field, may},
        letter::parts::{CASE, SHARED, Words, day, past_if_any, some, words},
        offers::{digits, mark, one},
        step::INSTITUTION,
    },
};

pub const PURPOSE: Field =
    words("keperluan", "Keperluan", "Untuk apa, misalnya pendaftaran sekolah jalur afirmasi.");
pub const WANTED: Field =
    words("dimohon", "Yang dimohon", "Misalnya pelatihan membuat roti dan kue.");
/// Questions for an introduction of any kind.
pub const PLAIN: &[&Field] = &[&INSTITUTION, &CASE, &WANTED, &PURPOSE, &SHARED];

pub const HEAD: Field = some(
    "kepala_keluarga",
    "Kepala KK",
    "Nama kepala keluarga pada KK, bila bukan orangnya sendiri. Boleh kosong.",
);
pub const ASKED_BY: Field =
    some("pemohon", "Diminta oleh", "Sekolah, kampus atau kantor yang memintanya. Boleh kosong.");
/// Questions before a certificate of the welfare data is asked for.
pub const WELFARE: &[&Field] = &[&INSTITUTION, &CASE, &PURPOSE, &HEAD, &ASKED_BY, &SHARED];

pub const MEMBER: Field =
    some("peserta", "Peserta", "Nama dan NIK peserta, bila bukan orangnya sendiri. Boleh kosong.");
pub const CARD: Field = Field {
    check: may::<Words>,
    ..digits("nomor_kartu", "Nomor kartu", "13 angka pada kartu JKN-KIS. Boleh kosong.", 13)
};
pub const ENDED: Field = Field {
    check: past_if_any,
    ..day("tanggal_nonaktif", "Nonaktif sejak", "Tanggal nonaktif, bila diketahui.")
};
pub const REASON: Field = Field {
    check: may::<Need>,
    ..one::<Need>("alasan_pbi", "Alasan", "Mengapa layanan diperlukan. F4 melihat pilihan.")
};
pub const FACILITY: Field =
    some("faskes", "Faskes", "Puskesmas atau rumah sakit yang memberi keterangan.");
pub const FACILITY_LETTER: Field =
    some("surat_faskes", "Surat faskes", "Nomor surat keterangan butuh layanan.");
pub const URGENT: Field = mark("darurat", "Darurat", "Spasi bila perlu diproses dalam 1 x 24 jam.");
/// Questions before health cover is asked to be restored; the request answers most of them.
pub const COVER: &[&Field] = &[
    &INSTITUTION,
    &CASE,
    &MEMBER,
    &CARD,
    &ENDED,
    &REASON,
    &FACILITY,
    &FACILITY_LETTER,
    &URGENT,
    &SHARED,
];

pub const DEPENDANTS: Field = Field {
    check: may::<Count<0, 30>>,
    ..digits("tanggungan", "Tanggungan", "Berapa orang yang ditanggung. Boleh kosong.", 2)
};
pub const NEIGHBOURS: Field =
    some("pengantar_rt", "Pengantar RT", "Nomor surat pengantar RT/RW, bila sudah ada.");
/// Questions before a certificate of poverty is asked for.
pub const POVERTY: &[&Field] = &[&CASE, &PURPOSE, &DEPENDANTS, &NEIGHBOURS, &SHARED];
