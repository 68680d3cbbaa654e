//! A store from before there were keys becomes a sealed one, once and for good.
//!
//! # Why
//! Everything that was ever done is written again: the same frames in the same order, with the
//! same officers and moments, so that history goes on where it was. What is restricted is covered
//! in every frame, not only in the last: a record is taken for restricted where it was so at that
//! time, and also where it is so in the end. The new journal is read back and proved before the
//! old one is touched; how the one takes the place of the other is told in `store/exchange`.
//!
//! Only the officer who converts comes in afterwards. The others are given passphrases by that
//! officer; nobody could have chosen one for them.
use std::{collections::HashMap, fs, io, path::Path};

use crate::{
    desk::{
        counter::{Clock, Desk},
        entrance::{Gate, Pass, gate},
        kinship::Kinship,
    },
    domain::recovery::Recovery,
    fault::Fault,
    store::{
        anchor::Anchors,
        cipher::Cost,
        cover,
        db::{Opened, Opening},
        drafts, ending,
        entry::{Bytes, Entry, Key},
        exchange::{self, Exchange},
        ground::is_there,
        keys::{Holder, Keys},
        lock::Lock,
        rewrite::Rewrite,
        sync, unsealed,
        vault::{Ring, Vault},
    },
};

/// A desk whose store has just been sealed.
#[derive(Debug)]
pub struct Converted {
    pub desk: Desk,
    pub found: Opened,
    /// For the office's safe; never told again.
    pub recovery: Recovery,
}

impl Desk {
    /// Seals the store of a folder from before there were keys, and opens the desk for the officer
    /// of that code (or the only one who works there), who comes in with that passphrase from now
    /// on and may open what is restricted. `cost` is how dear one guess of the passphrase is.
    ///
    /// A damaged store is refused and left exactly as it is.
    pub fn convert(
        folder: &Path,
        pass: &Pass,
        (clock, cost): (Clock, Cost),
        told: &mut dyn FnMut(Opening),
    ) -> Result<Converted, Fault> {
        let lock = Lock::take(folder)?;
        if gate(folder)? != Gate::Unsealed {
            return Err(Fault::Sealed);
        }
        told(Opening::Journal);
        let old = unsealed::Journal::prove(folder)?;
        let kinship = Kinship::of(&old)?;
        let clerk = pass.officer(kinship.clerks())?;
        let passphrase = &pass.passphrase;
        let holder = Holder { clerk: clerk.id, code: &clerk.code, passphrase, cost };
        let (keys, ring, recovery) = Keys::found(&holder)?;
        let exchange = Exchange::begin(folder)?;
        let made = make(folder, &exchange, (&old, kinship), (keys, ring), told);
        let vault = made.inspect_err(|_| {
            // What is left of it is thrown away by the next one at the latest.
            let _ = exchange.give_up();
        })?;
        exchange.settle()?;
        exchange::finish(folder, told)?;
        let (mut desk, mut found) = Self::furnish(folder, (lock, vault), clock, told)?;
        found.torn = old.torn;
        desk.seat(clerk.id);
        Ok(Converted { desk, found, recovery })
    }
}

/// Makes the whole new store in the folder of an exchange, and proves it.
fn make(
    folder: &Path,
    exchange: &Exchange,
    (old, kinship): (&unsealed::Journal, Kinship),
    (mut keys, ring): (Keys, Ring),
    told: &mut dyn FnMut(Opening),
) -> Result<Vault, Fault> {
    let vault = Vault::of(ring);
    let making = exchange.making();
    let mut rewrite = Rewrite::begin(making, &vault)?;
    let mut covers = Covers { vault: &vault, kinship, covered: HashMap::new() };
    old.replay(&mut |header, entry| {
        let entry = covers.cover(entry)?;
        rewrite.add(header.stamp, (&entry, header.part, header.more))?;
        told(Opening::Convert { done: header.sequence, of: old.sequence });
        Ok(())
    })?;
    let (segments, last) = rewrite.end()?;
    let device = |why| Fault::Device { name: "folder data", why };
    let mut anchors = Anchors::read(making);
    anchors.write(last, false).map_err(device)?;
    anchors.write(last, true).map_err(device)?;
    let proof = ending::verify(&segments, &vault, &Anchors::read(making));
    if !proof.is_ok_and(|proof| proof.sequence == old.sequence) {
        return Err(device(io::Error::other("yang tertulis tidak terbaca kembali")));
    }
    reseal(&folder.join("konsep"), &making.join("konsep"), &vault)?;
    keys.write(making, &vault.ring())?;
    Ok(vault)
}

/// Seals the half-typed forms. One that cannot be read any more is left out.
fn reseal(from: &Path, to: &Path, vault: &Vault) -> Result<(), Fault> {
    let device = |why| Fault::Device { name: "folder konsep", why };
    sync::make_folder(to).map_err(device)?;
    if !is_there(from) {
        return Ok(());
    }
    for file in fs::read_dir(from).map_err(device)? {
        let file = file.map_err(device)?;
        let name = file.file_name();
        let Some(name) = name.to_str().filter(|_| file.path().is_file()) else { continue };
        let bytes = fs::read(file.path()).map_err(device)?;
        let context = drafts::context(name);
        if let Some(plain) = unsealed::marked(&context, &bytes) {
            sync::write_atomically(&to.join(name), &vault.seal(&context, plain)).map_err(device)?;
        }
    }
    Ok(())
}

/// Covers what is restricted, frame after frame.
struct Covers<'a> {
    vault: &'a Vault,
    kinship: Kinship,
    /// The restricted records as they were covered last.
    covered: HashMap<Key, Vec<u8>>,
}

impl Covers<'_> {
    fn cover(&mut self, mut entry: Entry) -> Result<Entry, Fault> {
        for put in &mut entry.puts {
            if let (Some(old), Some(covered)) = (&mut put.old, self.covered.remove(&put.key)) {
                *old = Bytes(covered);
            }
            let Some(new) = &mut put.new else { continue };
            if let Some(stub) = self.kinship.restricted(put.key, &new.0, self.vault)? {
                let covered = cover::covered(self.vault, put.key, stub, &new.0)?;
                self.covered.insert(put.key, covered.clone());
                *new = Bytes(covered);
            }
        }
        Ok(entry)
    }
}
