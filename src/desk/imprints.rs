//! The office's public keys as a file, for institutions that want to know whether a letter is
//! genuine.
use std::{collections::BTreeMap, fmt, fmt::Write as _};

use data_encoding::BASE32_NOPAD;

use crate::{
    desk::{counter::Desk, letterhead},
    domain::area::Area,
    fault::Fault,
    store::signet::Imprint,
};

/// What the file begins with.
const HEAD: &str = "LOKET-KUNCI1";

/// What it tells whoever opens it.
const REMARK: &str = "# Dengan berkas ini siapa pun dapat memeriksa apakah surat dari kantor ini asli:\n\
     #   loket verifikasi ISI-KOTAK-QR --kunci BERKAS-INI\n\
     # Berkas ini bukan rahasia. Mintalah lagi bila kantor ini menyebut kunci yang lebih baru.\n";

/// What tells an office's letters from all others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imprints {
    pub office: Area,
    /// `Kelurahan Sepinggan`.
    pub name: String,
    /// By the numbers that letters name them by.
    pub keys: BTreeMap<u16, Imprint>,
}

/// The text is no file of keys, or not the whole of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoImprints;

/// Those of this office.
pub fn own(desk: &Desk) -> Result<Imprints, Fault> {
    let office = desk.office()?;
    let keys = desk.vault.imprints().into_iter().collect();
    Ok(Imprints { office: office.area, name: letterhead::village(office), keys })
}

impl fmt::Display for Imprints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut keys = String::new();
        for (number, key) in &self.keys {
            writeln!(keys, "kunci {number} {}", BASE32_NOPAD.encode(key.bytes()))?;
        }
        write!(f, "{HEAD}\n{REMARK}kantor {} {}\n{keys}", self.office, self.name)
    }
}

impl std::str::FromStr for Imprints {
    type Err = NoImprints;

    fn from_str(text: &str) -> Result<Self, NoImprints> {
        read(text).ok_or(NoImprints)
    }
}

fn read(text: &str) -> Option<Imprints> {
    let mut lines = text.lines().map(str::trim);
    lines.next().filter(|head| *head == HEAD)?;
    let (mut office, mut keys) = (None, BTreeMap::new());
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (what, rest) = line.split_once(' ')?;
        let (first, second) = rest.split_once(' ')?;
        match what {
            "kantor" => office = Some((first.parse().ok()?, second.to_owned())),
            "kunci" => {
                let bytes = BASE32_NOPAD.decode(second.as_bytes()).ok()?.try_into().ok()?;
                keys.insert(first.parse().ok()?, Imprint::of(&bytes)?);
            }
            _ => return None,
        }
    }
    let (office, name) = office?;
    (!keys.is_empty()).then_some(Imprints { office, name, keys })
}
