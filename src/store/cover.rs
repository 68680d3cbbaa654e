//! A restricted record as it is stored: covered, with a stub that says what everybody must know.
//!
//! # Why
//! An officer without the right to what is restricted still must not give the same register number
//! twice, or register the same NIK again. So beside the sealed record stands a stub with just
//! that: numbers, and a print of the NIK. A record's bytes begin with its version, which is never
//! 0; a cover begins with 0, so one can always be told from the other.
use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        may::Refusal,
        serial::Serial,
        ticket::{Register, Ticket},
    },
    fault::Fault,
    store::{
        codec,
        entry::{Bytes, Key},
        vault::Vault,
    },
};

/// What a cover begins with.
const COVERED: u8 = 0;

/// What is missing where a record was erased.
const ERASED: &str = "data yang sudah dihapus";

/// What everybody at the desk must know of a restricted record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stub {
    /// The print of the NIK, if there is one.
    Resident { print: Option<u64> },
    /// The numbers that are given: the register's, and the tickets of the request and its referrals.
    Request { register: Register, tickets: Vec<Ticket> },
    /// The number that is given, as it was noted before there were several series.
    Letter { number: String, year: u16, serial: u32 },
    /// The number that is given.
    Numbered { number: String, serial: Serial },
}

#[derive(Serialize, Deserialize)]
struct Cover {
    stub: Stub,
    sealed: Bytes,
}

/// The bytes of a record, covered.
pub fn covered(vault: &Vault, key: Key, stub: Stub, bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let sealed = Bytes(vault.seal_restricted(&context(key), bytes)?);
    let mut out = vec![COVERED];
    out.extend(codec::pack(&Cover { stub, sealed })?);
    Ok(out)
}

/// What is kept of a record that was erased: its stub, and a cover over nothing.
pub fn emptied(stub: Stub) -> Result<Vec<u8>, Fault> {
    let mut out = vec![COVERED];
    out.extend(codec::pack(&Cover { stub, sealed: Bytes(vec![]) })?);
    Ok(out)
}

/// Whether these are the bytes of a record that was erased.
#[must_use]
pub fn is_emptied(bytes: &[u8]) -> bool {
    let packed = bytes.strip_prefix(&[COVERED]);
    packed.and_then(codec::unpack).is_some_and(|cover: Cover| cover.sealed.0.is_empty())
}

/// The bytes of a record, without a cover; a restricted one only for officers with that right.
pub fn uncovered<'a>(vault: &Vault, key: Key, bytes: &'a [u8]) -> Result<Cow<'a, [u8]>, Fault> {
    let Some(packed) = bytes.strip_prefix(&[COVERED]) else { return Ok(Cow::Borrowed(bytes)) };
    let broken = Fault::Unreadable { table: "terbatas", version: 0 };
    let cover: Cover = codec::unpack(packed).ok_or(broken)?;
    if cover.sealed.0.is_empty() {
        return Err(Fault::Missing { what: ERASED });
    }
    if !vault.opens_restricted() {
        return Err(Fault::Forbidden(Refusal::Restricted));
    }
    let broken = Fault::Unreadable { table: "terbatas", version: 0 };
    vault.open_restricted(&context(key), &cover.sealed.0).map(Cow::Owned).ok_or(broken)
}

/// The stub of a covered record.
#[must_use]
pub fn stub(bytes: &[u8]) -> Option<Stub> {
    codec::unpack(bytes.strip_prefix(&[COVERED])?).map(|cover: Cover| cover.stub)
}

fn context(key: Key) -> Vec<u8> {
    [&b"terbatas"[..], key.bytes()].concat()
}
