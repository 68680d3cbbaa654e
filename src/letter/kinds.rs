//! Every kind of letter and slip: one row each.
use crate::{
    fault::Fault,
    letter::{
        field::{Field, Fields},
        filled::Filled,
        office::OFFICE,
        rujukan, tanda_terima,
        template::{self, Source},
    },
};

/// A kind of letter.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// How settings, exports and the register name it; never changed.
    pub code: &'static str,
    /// How the clerk reads it.
    pub label: &'static str,
    /// Its template, in pieces that several kinds may share.
    pub template: &'static [Source<'static>],
    /// What its template may name: what the office knows of itself, and what is its own.
    fields: [&'static [Field]; 2],
}

/// The letterhead, the same on every letter.
const KOP: Source<'_> =
    Source { name: "kop.txt", text: include_str!("../../assets/surat/kop.txt") };

/// A referral to an institution.
pub const RUJUKAN: Kind = Kind {
    code: "RUJUKAN",
    label: "Surat Rujukan",
    template: &[
        KOP,
        Source { name: "rujukan.txt", text: include_str!("../../assets/surat/rujukan.txt") },
    ],
    fields: [OFFICE, rujukan::FIELDS],
};

/// The slip that a visitor takes home.
pub const TANDA_TERIMA: Kind = Kind {
    code: "TANDA-TERIMA",
    label: "Tanda Terima",
    template: &[Source {
        name: "tanda-terima.txt",
        text: include_str!("../../assets/surat/tanda-terima.txt"),
    }],
    fields: [OFFICE, tanda_terima::FIELDS],
};

/// Every kind.
pub const KINDS: &[Kind] = &[RUJUKAN, TANDA_TERIMA];

impl Kind {
    /// The kind with that code.
    #[must_use]
    pub fn coded(code: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.code == code)
    }

    /// Its fields.
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> + Clone {
        self.fields.into_iter().flatten()
    }

    /// Writes a letter of this kind with those values, ready to be kept and laid out.
    pub fn filled<'a, T: Into<String>>(
        &self,
        given: impl IntoIterator<Item = (&'a str, T)>,
    ) -> Result<Filled, Fault> {
        template::fill(self.template, &Fields::of(self.fields(), given)?)
    }

    /// A usual letter of this kind, to look at.
    pub fn sample(&self) -> Result<Filled, Fault> {
        self.filled(self.fields().map(|field| (field.name, field.sample)))
    }

    /// The fullest letter of this kind that its paper must still have room for.
    pub fn longest(&self) -> Result<Filled, Fault> {
        self.filled(self.fields().map(|field| (field.name, field.longest)))
    }
}
