//! A resident.
use std::borrow::Cow;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::{
    area::Area,
    benefit::Benefit,
    clerk::Stamp,
    count::{Desil, Rt},
    date::Day,
    id::Id,
    kk::Kk,
    law::Restriction,
    nik::Nik,
    person::{Disability, Life, Marital, NoNik, Relation, Religion},
    phone::Phone,
    ppks::Ppks,
    sex::Sex,
    text::{Line, Name, Note},
};

/// A person the desk knows. Only the name (or the marks of a nameless person) and the NIK (or the
/// reason why it is missing) are certain to be there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resident {
    pub id: Id,
    pub called: Called,
    pub identity: Identity,
    pub family: Family,
    pub birth: Birth,
    pub birth_place: Option<Line>,
    pub sex: Option<Sex>,
    pub religion: Option<Religion>,
    pub occupation: Option<Line>,
    pub marital: Option<Marital>,
    /// Where the person lives: visits go there.
    pub domicile: Address,
    /// What the KTP says, where it differs: referrals follow it.
    pub card: Option<Address>,
    pub phone: Option<Phone>,
    /// Whose telephone it is; often a neighbour's.
    pub phone_owner: Option<Line>,
    pub disabilities: Vec<Disability>,
    pub kinds: Vec<Ppks>,
    pub desil: Option<Checked>,
    pub life: Life,
    pub registered: Stamp,
    /// Set while its use is restricted at the person's request.
    pub restriction: Option<Restriction>,
    /// Aid that this person, and the family or household with this person, receives.
    pub benefits: Vec<Benefit>,
    /// Residents who look alike and are somebody else: a clerk said so.
    pub unlike: Vec<Id>,
    /// The ids of records of the same person that were merged into this one.
    pub was: Vec<Id>,
}

/// What a person is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Called {
    Name {
        name: Name,
        alias: Option<Name>,
    },
    /// Nobody knows the name: how to recognise the person.
    Nameless {
        marks: Note,
        alias: Option<Name>,
    },
}

/// The NIK, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Identity {
    Nik(Nik),
    Missing(NoNik),
}

/// What binds a person to a household.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Family {
    pub kk: Option<Kk>,
    pub relation: Option<Relation>,
    /// The head as named on the KK, where it is someone else.
    pub head: Option<Name>,
    pub mother: Option<Name>,
}

/// When a person was born, as far as is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Birth {
    Unknown,
    On(Day),
    /// Looked that many years old on that day.
    About {
        age: u16,
        on: Day,
    },
}

/// Where to find a home.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    pub street: Option<Line>,
    pub rt: Option<Rt>,
    /// Some cities have none (Balikpapan).
    pub rw: Option<Rt>,
    pub area: Option<Area>,
}

/// A desil as it was seen in the ministry's data on a day: it changes every three months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    pub desil: Desil,
    pub on: Day,
    /// The clerk who looked.
    pub by: Id,
}

impl Resident {
    /// The name, or what stands for one.
    #[must_use]
    pub fn name(&self) -> &str {
        match &self.called {
            Called::Name { name, .. } => name.as_str(),
            Called::Nameless { alias: Some(alias), .. } => alias.as_str(),
            Called::Nameless { .. } => "Tanpa nama",
        }
    }

    /// By what someone is known whose name nobody knows.
    #[must_use]
    pub const fn marks(&self) -> Option<&Note> {
        match &self.called {
            Called::Name { .. } => None,
            Called::Nameless { marks, .. } => Some(marks),
        }
    }

    /// The name as it tells people apart in a list: with the marks where there is no name.
    #[must_use]
    pub fn shown(&self) -> Cow<'_, str> {
        match self.marks() {
            Some(marks) => format!("{}: {}", self.name(), marks.as_str().replace('\n', " ")).into(),
            None => self.name().into(),
        }
    }

    #[must_use]
    pub const fn alias(&self) -> Option<&Name> {
        match &self.called {
            Called::Name { alias, .. } | Called::Nameless { alias, .. } => alias.as_ref(),
        }
    }

    #[must_use]
    pub const fn nik(&self) -> Option<Nik> {
        match self.identity {
            Identity::Nik(nik) => Some(nik),
            Identity::Missing(_) => None,
        }
    }

    /// Full years on that day.
    #[must_use]
    pub fn age_on(&self, day: NaiveDate) -> Option<u32> {
        match self.birth {
            Birth::Unknown => None,
            Birth::On(born) => Some(born.age_on(day)),
            Birth::About { age, on } => Some(u32::from(age) + on.age_on(day)),
        }
    }

    /// The name as the public may see it: `S. A.`; that there is none is no secret.
    #[must_use]
    pub fn initials(&self) -> String {
        match &self.called {
            Called::Name { name, .. } | Called::Nameless { alias: Some(name), .. } => {
                name.initials()
            }
            Called::Nameless { alias: None, .. } => self.name().to_owned(),
        }
    }
}

impl Address {
    /// `Jl. Melati 3, RT 003/RW 005`, without the area.
    #[must_use]
    pub fn short(&self) -> String {
        let block = match (self.rt, self.rw) {
            (Some(rt), Some(rw)) => Some(format!("RT {:03}/RW {:03}", rt.get(), rw.get())),
            (Some(rt), None) => Some(format!("RT {:03}", rt.get())),
            (None, Some(rw)) => Some(format!("RW {:03}", rw.get())),
            (None, None) => None,
        };
        let street = self.street.as_ref().map(ToString::to_string);
        street.into_iter().chain(block).collect::<Vec<_>>().join(", ")
    }
}
