//! Asking about a meeting, a visit, something that happened.
use crate::{
    domain::clock::TimeOfDay,
    form::{
        field::{Field, Kind, may, must},
        letter::{
            parts::{SHARED, Tale, day, hour, list, past, some, some_list, words},
            referral::TRANSPORT,
        },
        offers::line,
        step::INSTITUTION,
    },
};

pub const GUEST: Field =
    words("tujuan", "Yang diundang", "Misalnya Ketua RT 014, atau Bapak/Ibu wali murid.");
pub const GUEST_AT: Field =
    words("alamat_tujuan", "Alamatnya", "Alamat yang diundang, atau di tempat.");
pub const SUBJECT: Field =
    words("acara", "Acara", "Misalnya musyawarah usulan data kesejahteraan.");
pub const DAY: Field = day("hari_acara", "Hari", "Tanggal acaranya, misalnya h+7.");
pub const HOUR: Field = hour("jam_acara", "Pukul", "Jam mulai, misalnya 09.00.");
pub const PLACE: Field = words("tempat_acara", "Tempat", "Misalnya Balai Kelurahan Sepinggan.");
pub const BRING: Field =
    some("bawaan", "Dibawa", "Yang perlu dibawa, misalnya Kartu Keluarga. Boleh kosong.");
/// Questions for an invitation.
pub const INVITATION: &[&Field] =
    &[&GUEST, &GUEST_AT, &SUBJECT, &DAY, &HOUR, &PLACE, &BRING, &SHARED];

pub const VISITORS: Field = list(
    "petugas_tugas",
    "Petugas",
    "Nama dan jabatan yang ditugaskan; pisahkan dengan titik koma.",
);
pub const VISIT_DAY: Field = day("hari_kunjungan", "Hari", "Tanggal kunjungan, misalnya h+1.");
pub const VISIT_HOUR: Field = Field {
    check: may::<TimeOfDay>,
    ..hour("jam_kunjungan", "Pukul", "Jam kunjungan. Boleh kosong.")
};
pub const ADDRESS: Field = words("alamat_kunjungan", "Alamat", "Alamat yang dikunjungi.");
pub const AIM: Field = words(
    "maksud",
    "Keperluan",
    "Misalnya verifikasi keadaan rumah; surat ini diperlihatkan di pintu.",
);
/// Questions for an order to visit a home.
pub const VISIT: &[&Field] =
    &[&VISITORS, &VISIT_DAY, &VISIT_HOUR, &ADDRESS, &AIM, &TRANSPORT, &SHARED];

pub const WHAT: Field = words("kejadian", "Kejadian", "Misalnya kebakaran rumah, temuan pasung.");
pub const HAPPENED: Field =
    Field { check: past, ..day("hari_kejadian", "Hari", "Tanggal kejadian, misalnya h-1.") };
pub const HAPPENED_AT: Field = Field {
    check: may::<TimeOfDay>,
    ..hour("jam_kejadian", "Pukul", "Jam kejadian, bila diketahui.")
};
pub const WHERE: Field = words("lokasi", "Tempat", "Tempat kejadian dan patokannya.");
pub const AFFECTED: Field = some(
    "terdampak",
    "Terdampak",
    "Berapa orang, dengan inisial atau kode kasus; jangan nama lengkap.",
);
pub const TALE: Field = Field {
    check: must::<Tale>,
    kind: Kind::Long(5),
    width: 58,
    ..line("uraian", "Uraian", "Apa yang terjadi, berurutan. Tanpa nama lengkap dan diagnosis.")
};
pub const DONE: Field =
    list("tindakan", "Tindakan", "Yang sudah dilakukan; pisahkan dengan titik koma.");
pub const WANTED: Field =
    some_list("usul", "Diperlukan", "Yang masih diperlukan; pisahkan dengan titik koma.");
/// Questions for a report of something that happened.
pub const INCIDENT: &[&Field] = &[
    &INSTITUTION,
    &WHAT,
    &HAPPENED,
    &HAPPENED_AT,
    &WHERE,
    &AFFECTED,
    &TALE,
    &DONE,
    &WANTED,
    &SHARED,
];
