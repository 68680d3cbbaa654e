//! Asking what stands on a slip.
use crate::{
    domain::{count::Count, date::Day},
    form::{
        field::{Field, may, must},
        letter::parts::{Words, day, some, words},
        offers::{digits, line},
    },
};

pub const FROM: Field = some(
    "asal_berkas",
    "Diminta di",
    "Di mana berkas yang kurang itu dapat diminta. Boleh kosong.",
);
pub const BY: Field = Field {
    check: may::<Day>,
    ..day("hari_datang", "Datang lagi", "Sebaiknya kapan, misalnya h+7. Boleh kosong.")
};
/// Questions for the slip of papers to bring.
pub const ERRAND: &[&Field] = &[&FROM, &BY];

pub const NUMBER: Field = Field {
    check: must::<Words>,
    width: 8,
    ..line("nomor_antrean", "Nomor", "Misalnya A-001; P-001 untuk yang didahulukan.")
};
pub const AHEAD: Field = Field {
    check: must::<Count<0, 999>>,
    ..digits("di_depan", "Di depan", "Berapa orang yang masih menunggu sebelumnya.", 3)
};
/// Questions for a number in the queue.
pub const QUEUE: &[&Field] = &[&NUMBER, &AHEAD];

pub const NEXT: Field =
    words("berikutnya", "Berikutnya", "Apa yang terjadi atau dilakukan warga berikutnya.");
pub const WHOM: Field = some("menemui", "Menemui", "Petugas atau loket yang dicari. Boleh kosong.");
/// Questions for a card that follows a request.
pub const FOLLOWING: &[&Field] = &[&NEXT, &BY, &WHOM];
