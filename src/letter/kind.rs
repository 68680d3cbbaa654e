//! A kind of letter or slip: what it is written from, what it says, and what is asked for it.
use chrono::NaiveDate;

use crate::{
    fault::Fault,
    form::{
        field::{Draft, Field as Question, Kind as Answered},
        letter::written::written,
    },
    letter::{
        field::{Field, Fields},
        filled::Filled,
        person::spared,
        template::{self, Source},
    },
};

/// The shapes of regional tata naskah dinas (Permendagri 1/2023), and slips.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Place and date, number, matter and addressee above.
    Correspondence,
    /// A title in the middle, the number below it.
    Title,
    /// A third of a page, without a number.
    Slip,
}

/// What a letter is written from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// A referral of a request.
    Referral,
    /// A request.
    Request,
    /// A request, or the office of its own accord.
    Either,
    /// The office alone.
    Office,
}

impl Occasion {
    /// Whether it is written for a request, where there is one, or else of the office's own accord.
    #[must_use]
    pub const fn suits(self, request: bool) -> bool {
        match self {
            Self::Either => true,
            Self::Request => request,
            Self::Office => !request,
            Self::Referral => false,
        }
    }
}

/// To whom a letter goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// To nobody: whoever holds it.
    Nobody,
    /// To the institution of its referral.
    Referred,
    /// To an institution that is asked; the code of the usual one, if there is one.
    Institution(Option<&'static str>),
    /// To the head of the office's own area, who issues what is asked for.
    Head,
    /// To whomever the clerk names.
    Named,
}

/// A kind of letter.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// How settings, exports and the register name it; never changed.
    pub code: &'static str,
    /// How the clerk reads it.
    pub label: &'static str,
    pub shape: Shape,
    pub occasion: Occasion,
    pub goal: Goal,
    /// Its template, in pieces that several kinds may share.
    pub template: &'static [Source<'static>],
    /// What its template may name, in groups that several kinds may share.
    pub fields: &'static [&'static [Field]],
    /// The questions about what no record holds. An answer fills the field of its name; an answer
    /// that is no field, such as the code of an institution, is for the desk.
    pub asked: &'static [&'static Question],
    /// Values that suit a sample of this kind better than those of the fields it shares.
    pub examples: &'static [(&'static str, &'static str)],
}

/// What kinds have in common that ask Dinas Sosial something for whoever made a request.
pub const REQUESTED: Kind = Kind {
    code: "",
    label: "",
    shape: Shape::Correspondence,
    occasion: Occasion::Request,
    goal: Goal::Institution(Some("DINSOS")),
    template: &[],
    fields: &[],
    asked: &[],
    examples: &[],
};

impl Kind {
    /// Its fields.
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> + Clone + use<> {
        self.fields.iter().copied().flatten()
    }

    /// Whether it has a field of that name.
    #[must_use]
    pub fn takes(&self, name: &str) -> bool {
        self.fields().any(|field| field.name == name)
    }

    /// What the answers give its fields, in the words of letters; a question that does not apply
    /// gives an empty value. The first answer that its own question refuses is refused by its id.
    pub fn answers(
        &self,
        draft: &Draft,
        today: NaiveDate,
    ) -> Result<Vec<(&'static str, String)>, Fault> {
        let mut values = Vec::new();
        for question in self.asked.iter().filter(|asked| !matches!(asked.kind, Answered::Heading)) {
            let applies = (question.when)(draft);
            let value = if applies { written(question, draft, today)? } else { String::new() };
            if self.takes(question.id) {
                values.push((question.id, value));
            }
        }
        Ok(values)
    }

    /// Writes a letter of this kind with those values, ready to be kept and laid out. A secret one
    /// says less, see [`crate::letter::person`].
    pub fn filled<'a, T: Into<String>>(
        &self,
        given: impl IntoIterator<Item = (&'a str, T)>,
    ) -> Result<Filled, Fault> {
        self.worded(self.template, given)
    }

    /// The same in other words than those of its template.
    pub fn worded<'a, T: Into<String>>(
        &self,
        sources: &[Source<'_>],
        given: impl IntoIterator<Item = (&'a str, T)>,
    ) -> Result<Filled, Fault> {
        let fields = Fields::of(self.fields(), given)?;
        let hidden = match self.occasion {
            Occasion::Referral => "Rujukan",
            _ => "Permohonan layanan",
        };
        template::fill(sources, &spared(fields, hidden))
    }

    /// What a letter of this kind is about, where nothing more is told.
    #[must_use]
    pub fn matter(&self) -> &'static str {
        self.label.strip_prefix("Surat ").unwrap_or(self.label)
    }

    /// The values of a usual letter; of a name given twice the later value counts.
    pub fn usual(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        let usual = self.fields().map(|field| (field.name, field.sample));
        let matter = self.takes("hal").then_some(("hal", self.matter()));
        usual.chain(matter).chain(self.examples.iter().copied())
    }

    /// A usual letter of this kind, to look at.
    pub fn sample(&self) -> Result<Filled, Fault> {
        self.filled(self.usual())
    }

    /// The fullest letter of this kind that its paper must still have room for.
    pub fn longest(&self) -> Result<Filled, Fault> {
        self.filled(self.fields().map(|field| (field.name, field.longest)))
    }
}
