//! The full check of an office's data, as `loket periksa` makes it: nobody else has them open, and
//! nothing is mended before it was told.
use std::path::Path;

pub use crate::store::check::{finding::Finding, full::Report};

use crate::{
    desk::{
        counter::Clock,
        entrance::{Pass, admitted},
    },
    domain::{
        clerk::Clerk,
        may::{Action, may},
    },
    fault::Fault,
    store::{check::full, codec, entry::Key, exchange, lock::Lock, record::Table, vault::Vault},
};

/// Checks everything in a folder for the officer whose passphrase this is; `told` hears how far it
/// is, and of how much. Who that officer is stands in the journal itself: where that part of it is
/// damaged, the passphrase has to do.
pub fn verify(
    folder: &Path,
    pass: &Pass,
    clock: Clock,
    told: &mut dyn FnMut(u64, u64),
) -> Result<Report, Fault> {
    let _lock = Lock::take(folder)?;
    exchange::finish(folder, &mut |_| {})?;
    let (id, ring) = admitted(folder, pass, clock)?;
    let wanted = Key::new(Table::Clerk as u8, id);
    let report = full::at_rest(folder, &Vault::of(ring), Some(wanted), &mut |done, of| {
        told(done, of);
        true
    })?;
    match report.wanted.as_deref().map(codec::decode::<Clerk>) {
        Some(Ok(officer)) => may(&officer, Action::Verify, None).map_err(Fault::Forbidden)?,
        None if report.is_sound() => return Err(Fault::Unknown),
        Some(Err(_)) | None => {}
    }
    Ok(report)
}

/// How many residents, requests, letters and other records there are.
#[must_use]
pub fn counts(report: &Report) -> [(&'static str, u64); 4] {
    let of = |table: Table| report.records.get(&(table as u8)).copied().unwrap_or_default();
    let known = [Table::Resident, Table::Request, Table::Letter].map(of);
    let all: u64 = report.records.values().sum();
    let [residents, requests, letters] = known;
    let others = all - known.iter().sum::<u64>();
    [("warga", residents), ("permohonan", requests), ("surat", letters), ("lainnya", others)]
}
