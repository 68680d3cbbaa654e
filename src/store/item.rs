//! Any record, whatever its kind.
use crate::{
    domain::{
        clerk::Clerk,
        id::Id,
        import::Import,
        institution::Institution,
        letter::{Letter, Rule},
        office::Office,
        printing::Printing,
        request::Request,
        resident::Resident,
        saved_filter::SavedFilter,
        service::Service,
        wording::Wording,
    },
    fault::Fault,
    store::{
        change::Change,
        codec,
        record::{Record, Table},
    },
};

/// A record of one of the kinds that are kept.
#[derive(Debug, Clone)]
pub enum Item {
    Resident(Box<Resident>),
    Request(Box<Request>),
    Letter(Box<Letter>),
    Office(Box<Office>),
    Clerk(Box<Clerk>),
    Institution(Box<Institution>),
    Service(Box<Service>),
    Rule(Box<Rule>),
    Import(Box<Import>),
    Filter(Box<SavedFilter>),
    Wording(Box<Wording>),
    Printing(Box<Printing>),
}

impl Item {
    /// The record of that table that these bytes hold.
    pub fn decode(table: Table, bytes: &[u8]) -> Result<Self, Fault> {
        fn boxed<R: Record>(bytes: &[u8]) -> Result<Box<R>, Fault> {
            codec::decode(bytes).map(Box::new)
        }
        match table {
            Table::Resident => boxed(bytes).map(Self::Resident),
            Table::Request => boxed(bytes).map(Self::Request),
            Table::Letter => boxed(bytes).map(Self::Letter),
            Table::Office => boxed(bytes).map(Self::Office),
            Table::Clerk => boxed(bytes).map(Self::Clerk),
            Table::Institution => boxed(bytes).map(Self::Institution),
            Table::Service => boxed(bytes).map(Self::Service),
            Table::LetterRule => boxed(bytes).map(Self::Rule),
            Table::Import => boxed(bytes).map(Self::Import),
            Table::Filter => boxed(bytes).map(Self::Filter),
            Table::Template => boxed(bytes).map(Self::Wording),
            Table::Printing => boxed(bytes).map(Self::Printing),
        }
    }

    /// Adds it to a change.
    pub fn put(&self, change: &mut Change) -> Result<(), Fault> {
        match self {
            Self::Resident(record) => change.put(&**record),
            Self::Request(record) => change.put(&**record),
            Self::Letter(record) => change.put(&**record),
            Self::Office(record) => change.put(&**record),
            Self::Clerk(record) => change.put(&**record),
            Self::Institution(record) => change.put(&**record),
            Self::Service(record) => change.put(&**record),
            Self::Rule(record) => change.put(&**record),
            Self::Import(record) => change.put(&**record),
            Self::Filter(record) => change.put(&**record),
            Self::Wording(record) => change.put(&**record),
            Self::Printing(record) => change.put(&**record),
        }
    }

    /// Its table and its id.
    #[must_use]
    pub fn key(&self) -> (Table, Id) {
        match self {
            Self::Resident(record) => (Table::Resident, record.id),
            Self::Request(record) => (Table::Request, record.id),
            Self::Letter(record) => (Table::Letter, record.id),
            Self::Office(_) => (Table::Office, Office::id()),
            Self::Clerk(record) => (Table::Clerk, record.id),
            Self::Institution(record) => (Table::Institution, Institution::id(record)),
            Self::Service(record) => (Table::Service, Service::id(record)),
            Self::Rule(record) => (Table::LetterRule, Rule::id(record)),
            Self::Import(record) => (Table::Import, record.id),
            Self::Filter(record) => (Table::Filter, record.id),
            Self::Wording(record) => (Table::Template, Wording::id(record)),
            Self::Printing(record) => (Table::Printing, Printing::id(record)),
        }
    }
}

/// A record that is an [`Item`].
pub trait Kept: Record + Clone {
    fn item(self) -> Item;
    /// The record again, where the item is of this kind.
    fn of(item: &Item) -> Option<&Self>;
}

macro_rules! kept {
    ($($record:ident => $variant:ident),+ $(,)?) => {
        $(impl Kept for $record {
            fn item(self) -> Item {
                Item::$variant(Box::new(self))
            }

            fn of(item: &Item) -> Option<&Self> {
                if let Item::$variant(record) = item { Some(record) } else { None }
            }
        })+
    };
}

kept! {
    Resident => Resident, Request => Request, Letter => Letter, Office => Office,
    Clerk => Clerk, Institution => Institution, Service => Service, Rule => Rule, Import => Import,
    SavedFilter => Filter, Wording => Wording, Printing => Printing,
}
