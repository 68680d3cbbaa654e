//! Records as they were: read from the frames of the journal that wrote them.
use crate::{
    desk::counter::Desk,
    fault::Fault,
    store::{
        entry::{Bytes, Key},
        item::Item,
    },
};

/// A record as it was at one time.
pub(crate) fn version(desk: &Desk, key: Key, bytes: Option<&Bytes>) -> Result<Option<Item>, Fault> {
    let Some((table, bytes)) = key.table().zip(bytes) else { return Ok(None) };
    Item::decode(table, &desk.reader().open(key, &bytes.0)?).map(Some)
}
