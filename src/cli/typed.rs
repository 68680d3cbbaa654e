//! Reading what was typed after an option; the words of a refusal follow the option's name.
use crate::domain::{
    area::Area, atlas::Place, choice::Choice, month::Month, reject::Reject, ticket::Ticket,
};

/// One of a fixed list of answers, by its code.
pub fn choice<C: Choice>(typed: &str) -> Result<C, String> {
    let codes = || C::ALL.iter().map(|choice| choice.code()).collect::<Vec<_>>().join(", ");
    C::told(typed).ok_or_else(|| format!("harus salah satu dari: {}", codes()))
}

/// The code of a kelurahan or desa that exists.
pub fn place(typed: &str) -> Result<Area, Reject> {
    typed.parse::<Place>().map(|place| place.code)
}

/// A ticket, with its check sign.
pub fn ticket(typed: &str) -> Result<Ticket, Reject> {
    typed.parse()
}

/// A month of a year.
pub fn month(typed: &str) -> Result<Month, &'static str> {
    Month::read(typed).ok_or("harus tahun dan bulan, misalnya 2026-11")
}

/// The last four digits of a number.
pub fn last_four(typed: &str) -> Result<u16, &'static str> {
    let four = typed.len() == 4 && typed.bytes().all(|byte| byte.is_ascii_digit());
    typed.parse().ok().filter(|_| four).ok_or("harus empat angka")
}

/// A whole number from 1 to `MOST`.
pub fn count<const MOST: u32>(typed: &str) -> Result<u32, String> {
    let number = typed.parse().ok().filter(|number| (1..=MOST).contains(number));
    number.ok_or_else(|| format!("harus angka dari 1 sampai {MOST}"))
}

/// A whole number.
pub fn whole(typed: &str) -> Result<u64, &'static str> {
    typed.parse().map_err(|_| "harus angka")
}
