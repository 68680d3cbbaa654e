//! Slips that are handed over the counter.
use crate::{
    form::letter::handout,
    letter::{
        kind::{Goal, Kind, Occasion, REQUESTED, Shape},
        office::OFFICE,
        pieces::{self},
        slip,
    },
};

/// The slip that a visitor takes home.
pub const TANDA_TERIMA: Kind = Kind {
    code: "TANDA-TERIMA",
    label: "Tanda Terima",
    shape: Shape::Slip,
    goal: Goal::Nobody,
    template: &[pieces::TANDA_TERIMA],
    fields: &[OFFICE, slip::HOLDER, slip::SERVED, slip::LACKING, slip::RECEIPT],
    ..REQUESTED
};

pub const BAWA_BERKAS: Kind = Kind {
    code: "BAWA-BERKAS",
    label: "Bawa Berkas Ini",
    template: &[pieces::BAWA_BERKAS],
    fields: &[OFFICE, slip::HOLDER, slip::LACKING, slip::ERRAND],
    asked: handout::ERRAND,
    ..TANDA_TERIMA
};

/// A number in the queue.
pub const ANTREAN: Kind = Kind {
    code: "ANTREAN",
    label: "Nomor Antrean",
    occasion: Occasion::Office,
    template: &[pieces::ANTREAN],
    fields: &[OFFICE, slip::QUEUE],
    asked: handout::QUEUE,
    ..TANDA_TERIMA
};

pub const TINDAK_LANJUT: Kind = Kind {
    code: "TINDAK-LANJUT",
    label: "Kartu Tindak Lanjut",
    template: &[pieces::TINDAK_LANJUT],
    fields: &[OFFICE, slip::HOLDER, slip::SERVED, slip::FOLLOWING],
    asked: handout::FOLLOWING,
    ..TANDA_TERIMA
};
