//! Asking who hands over what to whom, and who saw it.
use crate::form::{
    field::{Field, must},
    letter::{
        parts::{CASE, SHARED, hour, list, some, some_list, words},
        referral::STATE,
    },
    offers::one,
};

pub const TIME: Field = hour("jam_serah", "Pukul", "Jam serah terima, misalnya 09.30.");
pub const OTHER: Field =
    words("nama_pihak", "Pihak lain", "Nama yang menyerahkan atau menerima, dengan gelarnya.");
pub const OTHER_AS: Field = words(
    "jabatan_pihak",
    "Sebagai",
    "Jabatan dan kantornya, atau hubungannya dengan warga, misalnya anak kandung.",
);
pub const FIRST: Field = words("saksi_1", "Saksi", "Nama yang menyaksikan.");
pub const SECOND: Field = some("saksi_2", "Saksi kedua", "Boleh kosong.");

pub const PLACE: Field = words("tempat_serah", "Tempat", "Misalnya Kantor Kelurahan Sepinggan.");
pub const THINGS: Field =
    list("diserahkan", "Diserahkan", "Orang, barang dan jumlahnya; pisahkan dengan titik koma.");
/// Questions about anything that is handed over.
pub const HANDED: &[&Field] =
    &[&CASE, &TIME, &PLACE, &OTHER, &OTHER_AS, &THINGS, &STATE, &FIRST, &SECOND, &SHARED];

pub const SHELTER: Field =
    words("rumah_singgah", "Rumah singgah", "Nama rumah singgahnya, dan kamarnya bila ada.");
pub const BELONGINGS: Field = some_list(
    "barang",
    "Barang",
    "Barang titipan yang dihitung bersama; pisahkan dengan titik koma.",
);
/// Questions about somebody who comes into a shelter.
pub const SHELTERED: &[&Field] =
    &[&CASE, &TIME, &SHELTER, &OTHER, &OTHER_AS, &STATE, &BELONGINGS, &FIRST, &SECOND, &SHARED];

crate::choices! {
    /// Where somebody goes from a shelter.
    Onward {
        Family = "keluarga", "Kembali kepada keluarga";
        Home = "pulang", "Dipulangkan ke daerah asal";
        Institution = "panti", "Dipindahkan ke panti, sentra atau LKS";
        Hospital = "faskes", "Dirawat di fasilitas kesehatan";
        Alone = "mandiri", "Hidup mandiri";
        Dead = "meninggal", "Meninggal dunia";
    }
}

pub const ONWARD: Field = Field {
    check: must::<Onward>,
    width: 40,
    ..one::<Onward>("tujuan_keluar", "Selanjutnya", "Ke mana sesudah ini. F4 melihat pilihan.")
};
/// Questions about somebody who leaves a shelter.
pub const LEFT: &[&Field] = &[
    &CASE,
    &TIME,
    &SHELTER,
    &OTHER,
    &OTHER_AS,
    &STATE,
    &ONWARD,
    &BELONGINGS,
    &FIRST,
    &SECOND,
    &SHARED,
];
