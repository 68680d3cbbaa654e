//! What the square on a letter says, so that anybody can ask whether the letter is genuine.
//!
//! # Why
//! Whoever holds a telephone over the square reads plain words: the office, the number and the days
//! of the letter. Nothing of the person stands there but a hash of NIK, name and destination with
//! salt of its own, which tells whether the letter was written for whoever shows it. It does not
//! hide them from somebody who knows the name and tries all NIK; the reader of the letter has the
//! paper anyway. Only the signs of a QR square's short mode are used, so that the square stays
//! coarse enough for an old printer.
use std::{borrow::Cow, fmt, str::FromStr};

use data_encoding::BASE32_NOPAD;

use crate::domain::{area::Area, date::Day, ticket::Ticket};

/// What parts the fields.
const BREAK: char = '*';

/// What a hallmark begins with: the office's, and one that was printed for practice.
const KINDS: [&str; 2] = ["LOKET1", "LATIHAN1"];

/// The fields that are signed, the kind among them.
const FIELDS: usize = 11;

/// What a letter is proved by, without its signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hallmark {
    /// Whether it was printed by a practice desk.
    pub practice: bool,
    pub office: Area,
    /// Which of the office's keys signed, counted from 0.
    pub key: u16,
    /// The number as it stands on the letter.
    pub number: String,
    /// Code of the letter's kind.
    pub kind: String,
    /// Of the matter it was written for; nothing where there is none.
    pub ticket: Option<Ticket>,
    pub day: Day,
    pub valid_until: Option<Day>,
    /// How far the office's books were when it was written: the beginning of the chain's head.
    pub head: [u8; 8],
    pub salt: [u8; 8],
    /// The beginning of the hash of whom it is about and where it goes.
    pub bound: [u8; 16],
}

/// a hallmark with its signature, as it stands in the square.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    pub mark: Hallmark,
    pub signature: [u8; 64],
}

/// The text is no hallmark of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoHallmark;

impl Hallmark {
    /// Reads the fields that are signed.
    fn read(words: &str) -> Option<Self> {
        let fields: Vec<&str> = words.split(BREAK).collect();
        let [kind, office, key, number, sort, ticket, day, until, head, salt, bound] =
            <[&str; FIELDS]>::try_from(fields).ok()?;
        Some(Self {
            practice: KINDS.iter().position(|known| *known == kind)? == 1,
            office: office.parse().ok()?,
            key: key.parse().ok()?,
            number: unescaped(number)?,
            kind: unescaped(sort)?,
            ticket: if ticket.is_empty() { None } else { Some(ticket.parse().ok()?) },
            day: read_day(day)?,
            valid_until: if until.is_empty() { None } else { Some(read_day(until)?) },
            head: bytes(head)?,
            salt: bytes(salt)?,
            bound: bytes(bound)?,
        })
    }
}

impl fmt::Display for Hallmark {
    /// The words that are signed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let until = self.valid_until.map(written_day).unwrap_or_default();
        let fields = [
            KINDS[usize::from(self.practice)].to_owned(),
            format!("{:010}", self.office.number()),
            self.key.to_string(),
            escaped(&self.number).into_owned(),
            escaped(&self.kind).into_owned(),
            self.ticket.map(|ticket| ticket.to_string()).unwrap_or_default(),
            written_day(self.day),
            until,
            BASE32_NOPAD.encode(&self.head),
            BASE32_NOPAD.encode(&self.salt),
            BASE32_NOPAD.encode(&self.bound),
        ];
        f.write_str(&fields.join("*"))
    }
}

impl fmt::Display for Signed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{BREAK}{}", self.mark, BASE32_NOPAD.encode(&self.signature))
    }
}

impl FromStr for Signed {
    type Err = NoHallmark;

    /// Reads it as a scanner gives it: with blanks or a line end around it. There is one way only
    /// in which a hallmark can be written.
    fn from_str(text: &str) -> Result<Self, NoHallmark> {
        let text = text.trim();
        let (words, signature) = text.rsplit_once(BREAK).ok_or(NoHallmark)?;
        let mark = Hallmark::read(words).ok_or(NoHallmark)?;
        let signed = Self { mark, signature: bytes(signature).ok_or(NoHallmark)? };
        if signed.to_string() == text { Ok(signed) } else { Err(NoHallmark) }
    }
}

/// Whether a text sets out to be a hallmark, whole or not.
#[must_use]
pub fn is_hallmark_like(text: &str) -> bool {
    KINDS.iter().any(|kind| text.trim().starts_with(kind))
}

fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    BASE32_NOPAD.decode(text.as_bytes()).ok()?.try_into().ok()
}

fn written_day(day: Day) -> String {
    day.0.format("%Y%m%d").to_string()
}

fn read_day(text: &str) -> Option<Day> {
    chrono::NaiveDate::parse_from_str(text, "%Y%m%d").ok().map(Day)
}

/// Signs that stand as they are; all others as `%` and two hexadecimal digits a byte.
const fn is_plain(byte: u8) -> bool {
    byte.is_ascii_digit()
        || byte.is_ascii_uppercase()
        || matches!(byte, b' ' | b'$' | b'+' | b'-' | b'.' | b'/' | b':')
}

fn escaped(text: &str) -> Cow<'_, str> {
    if text.bytes().all(is_plain) {
        return text.into();
    }
    let sign = |byte: u8| {
        if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    };
    text.bytes().map(sign).collect::<String>().into()
}

fn unescaped(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut signs = text.bytes();
    while let Some(sign) = signs.next() {
        bytes.push(match sign {
            b'%' => {
                let digits = [signs.next()?, signs.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            sign => sign,
        });
    }
    String::from_utf8(bytes).ok()
}
