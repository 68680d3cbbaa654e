//! What a kind of record must tell the store about itself.
use serde::{Serialize, de::DeserializeOwned};

use crate::{domain::id::Id, fault::Fault};

/// Declares the tables and their numbers, each said once.
macro_rules! tables {
    ($($name:ident = $number:literal,)+) => {
        /// A table. The number is the first byte of its keys in the index and of its puts in the
        /// journal: never reused for anything else.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Table {
            $($name = $number,)+
        }

        impl Table {
            /// The table of that number, if this program knows it.
            #[must_use]
            pub const fn numbered(number: u8) -> Option<Self> {
                match number {
                    $($number => Some(Self::$name),)+
                    _ => None,
                }
            }
        }
    };
}

tables! {
    Resident = 1,
    Request = 2,
    Letter = 3,
    Office = 4,
    Clerk = 5,
    Institution = 6,
    Service = 7,
    LetterRule = 8,
    Import = 16,
    Filter = 17,
    Template = 18,
    Printing = 19,
}

/// A kind of record: where it is kept and how its bytes have changed.
pub trait Record: Serialize + DeserializeOwned {
    const TABLE: Table;
    /// What a fault calls it.
    const NAME: &'static str;
    /// Raised whenever the shape of the bytes changes.
    const VERSION: u8;

    fn id(&self) -> Id;

    /// Reads bytes of an older version. A record with no history has none.
    fn upgrade(version: u8, _bytes: &[u8]) -> Result<Self, Fault> {
        Err(Fault::Unreadable { table: Self::NAME, version })
    }
}
