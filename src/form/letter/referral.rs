//! Asking about somebody who is referred to a hospital or a shelter.
use crate::{
    domain::count::Days,
    form::{
        field::{Field, may},
        letter::parts::{CASE, SHARED, day, past, some, words},
        offers::digits,
    },
};

pub const STATE: Field = words(
    "keadaan",
    "Keadaan",
    "Yang terlihat sekarang, misalnya sadar dan berjalan sendiri. Tanpa diagnosis.",
);
pub const ESCORT: Field =
    some("pendamping", "Pendamping", "Siapa yang mengantar dan nomor HP-nya. Boleh kosong.");
pub const TRANSPORT: Field =
    some("kendaraan", "Kendaraan", "Misalnya ambulans puskesmas. Boleh kosong.");
pub const INSURANCE: Field = some(
    "jaminan",
    "Jaminan",
    "Misalnya JKN-KIS aktif, atau belum ada dan sedang diurus. Boleh kosong.",
);
/// Questions about somebody who is referred to a mental hospital.
pub const HOSPITAL: &[&Field] = &[&CASE, &STATE, &INSURANCE, &ESCORT, &TRANSPORT, &SHARED];

pub const FOUND: Field = Field {
    check: past,
    ..day("tanggal_temu", "Ditemukan", "Kapan ditemukan, misalnya h-1 untuk kemarin.")
};
pub const WHERE: Field =
    some("lokasi", "Ditemukan di", "Tempat ditemukan, misalnya Pasar Sepinggan. Boleh kosong.");
pub const HEALTH: Field = some(
    "kesehatan",
    "Pemeriksaan",
    "Di mana dan kapan diperiksa; banyak rumah singgah memintanya dulu. Boleh kosong.",
);
pub const BELONGINGS: Field =
    some("barang", "Barang bawaan", "Misalnya satu tas pakaian. Boleh kosong.");
pub const STAY: Field = Field {
    check: may::<Days>,
    ..digits("lama_hari", "Berapa hari", "Lama tinggal yang dimohon. Boleh kosong.", 3)
};
/// Questions about somebody who is referred to a shelter.
pub const SHELTER: &[&Field] =
    &[&CASE, &FOUND, &WHERE, &STATE, &HEALTH, &BELONGINGS, &ESCORT, &STAY, &SHARED];
