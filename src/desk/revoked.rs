//! The letters that the office takes back, as a file that it signs.
//!
//! # Why
//! A letter that was void or corrected after it went out still bears a good signature. So whoever
//! checks letters asks for this list now and then, beside the file of keys. It names numbers and
//! days and nobody; a number that was never out is not on it. It is signed by an officer who sees
//! every letter: one that is missing on it would pass for good.
use std::{collections::BTreeMap, fmt};

use chrono::NaiveDate;
use data_encoding::BASE32_NOPAD;

use crate::{
    desk::{counter::Desk, imprints::Imprints},
    domain::{
        area::Area,
        class::Class,
        clerk::Stamp,
        date::Day,
        id::Id,
        letter::{Letter, State},
        may::Action,
    },
    fault::Fault,
};

/// What the file begins with.
const HEAD: &str = "LOKET-CABUT1";

/// What it tells whoever opens it.
const REMARK: &str = "# Surat yang dicabut kantor ini, untuk diperiksa bersama berkas kuncinya:\n\
     #   loket verifikasi ISI-KOTAK-QR --kunci BERKAS-KUNCI --dicabut BERKAS-INI\n";

/// The letters that an office took back until a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revoked {
    pub office: Area,
    pub until: Day,
    /// By their numbers, the day on which each was taken back.
    pub letters: BTreeMap<String, Day>,
}

/// The text is no such file, not the whole of one, or not of that office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotRevoked;

/// Refuses an officer who does not see every letter.
pub(crate) fn may_tell(desk: &Desk) -> Result<(), Fault> {
    desk.permit(Action::Read, Some(Class::Restricted))
}

/// Those of this office, as a signed file.
pub fn own(desk: &Desk) -> Result<String, Fault> {
    may_tell(desk)?;
    let (key, signet) = desk.vault.signet().ok_or(Fault::Asset("kunci"))?;
    let words = list(desk)?.to_string();
    let signature = BASE32_NOPAD.encode(&signet.sign(words.as_bytes()));
    let (head, rest) = words.split_once('\n').unwrap_or_default();
    Ok(format!("{head}\n{REMARK}{rest}tanda {key} {signature}\n"))
}

/// Those of this office.
pub fn list(desk: &Desk) -> Result<Revoked, Fault> {
    let mut letters = BTreeMap::new();
    for letter in desk.all::<Letter>() {
        match letter {
            Ok(letter) => letters.extend(taken_back(desk, &letter)?),
            // What this officer must not see is told by one who may.
            Err(Fault::Forbidden(_)) => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(Revoked { office: desk.office()?.area, until: Day(desk.today()), letters })
}

/// The number of a letter that counts no more, and since when.
fn taken_back(desk: &Desk, letter: &Letter) -> Result<Option<(String, Day)>, Fault> {
    let day = |stamp: Stamp| stamp.at.day(desk.zone());
    let newer = |id: Id| desk.must::<Letter>(id).map(|newer| day(newer.issued));
    let since = match (&letter.voided, letter.replaced_by) {
        _ if letter.text.is_empty() || letter.copies.is_empty() => None,
        (Some(voided), _) if letter.state == State::Void => Some(day(voided.stamp)),
        (_, Some(newer_letter)) => Some(newer(newer_letter)?),
        _ => None,
    };
    Ok(since.map(|since| (letter.number.to_string(), since)))
}

impl fmt::Display for Revoked {
    /// The words that are signed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEAD}\nkantor {}\nsampai {}", self.office, self.until.iso())?;
        for (number, day) in &self.letters {
            writeln!(f, "cabut {} {number}", day.iso())?;
        }
        Ok(())
    }
}

impl Revoked {
    /// Reads the file of the office that has these keys.
    pub fn read(text: &str, imprints: &Imprints) -> Result<Self, NotRevoked> {
        let (revoked, key, signature) = parts(text).ok_or(NotRevoked)?;
        let key = imprints.keys.get(&key).ok_or(NotRevoked)?;
        let whole = key.signed(revoked.to_string().as_bytes(), &signature);
        if whole && revoked.office == imprints.office { Ok(revoked) } else { Err(NotRevoked) }
    }
}

fn parts(text: &str) -> Option<(Revoked, u16, [u8; 64])> {
    let mut lines = text.lines().map(str::trim);
    lines.next().filter(|head| *head == HEAD)?;
    let (mut office, mut until, mut tail) = (None, None, None);
    let mut letters = BTreeMap::new();
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (what, rest) = line.split_once(' ')?;
        match what {
            "kantor" => office = Some(rest.parse().ok()?),
            "sampai" => until = Some(day(rest)?),
            "cabut" => {
                let (since, number) = rest.split_once(' ')?;
                letters.insert(number.to_owned(), day(since)?);
            }
            "tanda" => {
                let (key, signature) = rest.split_once(' ')?;
                let signature = BASE32_NOPAD.decode(signature.as_bytes()).ok()?;
                tail = Some((key.parse().ok()?, signature.try_into().ok()?));
            }
            _ => return None,
        }
    }
    let (key, signature) = tail?;
    Some((Revoked { office: office?, until: until?, letters }, key, signature))
}

fn day(text: &str) -> Option<Day> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(Day)
}
