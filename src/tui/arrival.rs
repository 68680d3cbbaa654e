//! An officer at the closed desk: by which door they come in, and what they find behind it.
use std::path::PathBuf;

use crate::{
    desk::{
        counter::{Clock, Desk},
        entrance::{Cost, Found, Opening, Pass},
    },
    domain::recovery::Recovery,
    fault::Fault,
};

/// An officer at the closed desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Knock {
    pub folder: PathBuf,
    pub clock: Clock,
    pub pass: Pass,
    pub door: Door,
}

/// By which door somebody comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Door {
    /// With the officer's own passphrase.
    Own,
    /// The data is from before there were keys, and to be sealed first; with a passphrase that was
    /// chosen for it.
    Seal,
    /// With the code from the safe, and a passphrase that was chosen for the days after.
    Safe(Recovery),
}

/// The desk, open for an officer.
#[derive(Debug)]
pub struct Arrival {
    pub desk: Desk,
    pub found: Found,
    /// A code for the safe, to be shown at once.
    pub code: Option<Recovery>,
    /// Whether that code is the first one, and nothing can be done before it stands on paper.
    pub first: bool,
    /// What the officer should know besides; mostly nothing.
    pub words: &'static str,
}

const SPENT: &str = "Kode pemulihan tadi sudah dipakai: tulis yang baru ini di kertas, lalu \
                     musnahkan kertas yang lama.";

const SPENT_BY_OTHER: &str = "Kode pemulihan tadi sudah dipakai: minta admin yang berhak atas data \
                              terbatas menggantinya di Setelan.";

/// Opens the desk for whoever knocks. `cost` is how dear a guess is of a passphrase that was chosen
/// at the door.
pub fn admit(knock: &Knock, cost: Cost, told: &mut dyn FnMut(Opening)) -> Result<Arrival, Fault> {
    let Knock { folder, clock, pass, door } = knock;
    match door {
        Door::Own => Desk::enter(folder, pass, *clock, told).map(|(desk, found)| Arrival {
            desk,
            found,
            code: None,
            first: false,
            words: "",
        }),
        Door::Seal => Desk::convert(folder, pass, (*clock, cost), told).map(|of| Arrival {
            desk: of.desk,
            found: of.found,
            code: Some(of.recovery),
            first: true,
            words: "",
        }),
        Door::Safe(code) => {
            Desk::recover(folder, (code, pass), (*clock, cost), told).map(|of| Arrival {
                desk: of.desk,
                found: of.found,
                words: if of.recovery.is_some() { SPENT } else { SPENT_BY_OTHER },
                code: of.recovery,
                first: false,
            })
        }
    }
}
