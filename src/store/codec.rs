//! Bytes of a record: one version byte, then bincode; the only file that names it.
//!
//! # Why
//! `DefaultOptions` (small numbers in one byte, trailing bytes refused) with a limit: a damaged
//! length can then neither ask for memory nor pass. The same bytes come from bincode 2, should
//! this version ever have to be left. Damage that still decodes is caught by the vault, not here.
use bincode::Options as _;
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    fault::Fault,
    store::{cipher::ROOM, record::Record},
};

/// Room for a record of the usual size, so that its bytes are not moved about while they grow.
const USUAL: usize = 512;

/// The most bytes a record may have.
pub const RECORD_LIMIT: u64 = 1 << 20;

/// The most bytes a structure of the store itself may have: a put holds a record twice.
pub const PACK_LIMIT: u64 = 4 << 20;

fn options(limit: u64) -> impl bincode::Options {
    bincode::DefaultOptions::new().with_limit(limit)
}

/// The bytes of a record, its version first.
pub fn encode<R: Record>(record: &R) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::with_capacity(USUAL);
    bytes.push(R::VERSION);
    options(RECORD_LIMIT)
        .serialize_into(&mut bytes, record)
        .map_err(|_| Fault::Unwritable(R::NAME))?;
    Ok(bytes)
}

/// The record of these bytes, upgraded if an older program wrote them.
pub fn decode<R: Record>(bytes: &[u8]) -> Result<R, Fault> {
    let unreadable = |version| Fault::Unreadable { table: R::NAME, version };
    match bytes.split_first() {
        Some((&version, body)) if version == R::VERSION => {
            options(RECORD_LIMIT).deserialize(body).map_err(|_| unreadable(version))
        }
        Some((&version, body)) if version < R::VERSION => R::upgrade(version, body),
        Some((&version, _)) => Err(unreadable(version)),
        None => Err(unreadable(0)),
    }
}

/// The bytes of a structure of the store itself, or of an old shape of a record.
pub fn pack<T: Serialize>(value: &T) -> Result<Vec<u8>, Fault> {
    options(PACK_LIMIT).serialize(value).map_err(|_| Fault::Unwritable("jurnal"))
}

/// What [`pack`] packed, if these bytes are just that.
#[must_use]
pub fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    options(PACK_LIMIT).deserialize(bytes).ok()
}

/// The bytes of the columns, however many they are; the vault guards them. There is room for its
/// seal, so that they are not moved about.
pub fn pack_columns<T: Serialize>(columns: &T) -> Result<Vec<u8>, Fault> {
    let options = bincode::DefaultOptions::new;
    let packed = options().serialized_size(columns).and_then(|size| {
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default() + ROOM);
        options().serialize_into(&mut bytes, columns).map(|()| bytes)
    });
    packed.map_err(|_| Fault::Unwritable("kolom"))
}

/// What [`pack_columns`] packed. Only for bytes that the vault has opened.
#[must_use]
pub fn unpack_columns<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    bincode::DefaultOptions::new().deserialize(bytes).ok()
}
