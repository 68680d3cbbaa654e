//! What one frame of the journal says: which records changed, from what to what.
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::{
    domain::id::Id,
    store::record::{Record, Table},
};

/// Where a record is kept: its table's number, then its id; sorts as they do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Key([u8; 17]);

/// Bytes that are kept and compared, never looked into here.
#[derive(Clone, PartialEq, Eq)]
pub struct Bytes(pub Vec<u8>);

/// One record before and after a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Put {
    pub key: Key,
    /// The sequence of the frame that wrote `old`; 0 where there was no record.
    pub before: u64,
    /// The record's bytes as they were, if there was one.
    pub old: Option<Bytes>,
    /// The record's bytes from now on, unless it was removed.
    pub new: Option<Bytes>,
}

/// The body of a frame that changes records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The use case that made the change.
    pub why: String,
    /// The reason that was given for it; mostly none was asked.
    pub reason: String,
    /// Records that were only looked at.
    pub seen: Vec<Key>,
    pub puts: Vec<Put>,
}

/// What is still known of a frame whose body was blanked: which records it wrote, not what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blank {
    pub sequence: u64,
    /// The chain value of the frame: the vouching counts for that very frame alone.
    pub chain: [u8; 32],
    /// The use case that had made the change.
    pub why: String,
    pub seen: Vec<Key>,
    /// The other records in it, each with the sequence that had written it before.
    pub rest: Vec<(Key, u64)>,
}

/// The body of the frame that ends an erasure: what it removes, and the earlier frames for whose
/// blank bodies it vouches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    pub entry: Entry,
    pub blanks: Vec<Blank>,
}

impl Blank {
    /// The entry that the frame still tells: a put without bytes for each record that stays.
    #[must_use]
    pub fn entry(&self) -> Entry {
        let put = |&(key, before): &(Key, u64)| Put { key, before, old: None, new: None };
        Entry {
            why: self.why.clone(),
            reason: String::new(),
            seen: self.seen.clone(),
            puts: self.rest.iter().map(put).collect(),
        }
    }
}

impl Key {
    /// The key of a record.
    #[must_use]
    pub fn of<R: Record>(id: Id) -> Self {
        Self::new(R::TABLE as u8, id)
    }

    /// The key of an id in the table of that number.
    #[must_use]
    pub fn new(table: u8, id: Id) -> Self {
        let mut bytes = [table; 17];
        bytes[1..].copy_from_slice(&id.bytes());
        Self(bytes)
    }

    /// The key that these bytes are, if they are one.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// The table, if this program knows it.
    #[must_use]
    pub const fn table(self) -> Option<Table> {
        Table::numbered(self.0[0])
    }

    /// The record's id.
    #[must_use]
    pub fn id(self) -> Id {
        let mut id = [0; 16];
        id.copy_from_slice(&self.0[1..]);
        Id::of_bytes(id)
    }

    /// The seventeen bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 17] {
        &self.0
    }
}

impl std::fmt::Debug for Bytes {
    /// Never shows them: they are a person's.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Whole;
        impl de::Visitor<'_> for Whole {
            type Value = Bytes;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("bytes")
            }

            fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Bytes, E> {
                Ok(Bytes(bytes.to_vec()))
            }

            fn visit_byte_buf<E: de::Error>(self, bytes: Vec<u8>) -> Result<Bytes, E> {
                Ok(Bytes(bytes))
            }
        }
        from.deserialize_byte_buf(Whole)
    }
}
