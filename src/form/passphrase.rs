//! Asking for what only one officer knows. None of these answers is ever kept.
//!
//! # Why
//! A half-typed form is kept on the disk and offered again; a passphrase must not be. So its
//! answers have names that begin with [`SECRET`], and whoever keeps a draft leaves them out.
use crate::{
    domain::{passphrase::Passphrase, recovery::Recovery, reject::Reject},
    fault::Fault,
    form::{
        clerk_code::Code,
        field::{Draft, Field, Kind, must},
        offers::line,
    },
};

/// What the names of answers begin with that are never kept.
pub const SECRET: &str = "rahasia_";

/// A question whose answer is not shown.
const fn secret(id: &'static str, label: &'static str, hint: &'static str) -> Field {
    Field { kind: Kind::Secret, width: 40, ..line(id, label, hint) }
}

pub const CODE: Field = Field {
    width: 16,
    ..line("kode_masuk", "Kode petugas", "Kode Anda di loket ini, misalnya rina.")
};
pub const PRESENT: Field =
    secret("rahasia_kini", "Kata sandi", "Kata sandi Anda. Huruf besar dan kecil dibedakan.");
pub const CHOSEN: Field = Field {
    check: must::<Passphrase>,
    ..secret(
        "rahasia_baru",
        "Kata sandi",
        "Paling sedikit 12 huruf; beberapa kata yang mudah Anda ingat.",
    )
};
pub const AGAIN: Field =
    secret("rahasia_ulang", "Sekali lagi", "Ketik kata sandi yang sama sekali lagi.");
pub const RECOVERY: Field = Field {
    check: must::<Recovery>,
    width: 40,
    ..line("rahasia_pulih", "Kode pemulihan", "Ketik dari kertas; tanda hubung boleh dilewati.")
};

pub const WITNESS: Field = Field {
    width: 16,
    check: must::<Code>,
    ..line("kode_saksi", "Kode saksi", "Petugas lain yang ikut membenarkan, bukan Anda.")
};
pub const WITNESS_PASS: Field =
    secret("rahasia_saksi", "Sandi saksi", "Diketik oleh saksi itu sendiri.");
const NEXT: Field = Field { label: "Sandi baru", ..CHOSEN };
const OWNERS: Field =
    Field { hint: "Diketik oleh petugas yang lupa: paling sedikit 12 huruf.", ..NEXT };

const FIRSTS: Field =
    Field { hint: "Diketik oleh petugas itu sendiri: paling sedikit 12 huruf.", ..NEXT };
const HEIR: Field =
    Field { hint: "Kode petugas yang akan masuk; boleh kosong bila hanya seorang.", ..CODE };

/// The questions of the lock screen.
pub const ENTER: &[&Field] = &[&CODE, &PRESENT];
/// Of the lock screen for whoever comes in with the code from the safe.
pub const RECOVER: &[&Field] = &[&RECOVERY, &HEIR, &NEXT, &AGAIN];
/// Of the lock in front of data that has no passphrase yet.
pub const SEAL: &[&Field] = &[&CODE, &CHOSEN, &AGAIN];
/// Of changing one's own passphrase.
pub const OWN: &[&Field] = &[&PRESENT, &NEXT, &AGAIN];
/// Of another passphrase for an officer who forgot it: two others are needed.
pub const REPLACED: &[&Field] = &[&OWNERS, &AGAIN, &WITNESS, &WITNESS_PASS];
/// Of the first passphrase of an officer who cannot come in yet.
pub const GIVEN: &[&Field] = &[&FIRSTS, &AGAIN];
/// Of the safe's code, when it is typed back.
pub const SAFE: &[&Field] = &[&RECOVERY];

/// The passphrase that was chosen, if it was typed the same way twice.
pub fn chosen(draft: &Draft) -> Result<Passphrase, Fault> {
    let reject = |field: &Field, why| Fault::Rejected { field: field.id, why };
    let chosen = draft.text(&CHOSEN).parse().map_err(|why| reject(&CHOSEN, why))?;
    if Passphrase::typed(draft.text(&AGAIN)) == chosen {
        Ok(chosen)
    } else {
        Err(reject(&AGAIN, Reject::NotTheSame))
    }
}
