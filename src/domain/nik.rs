//! NIK: the sixteen digits that identify a resident.
//!
//! # Why
//! Kept as a number, not as text: half the bytes, and sorted by where people were registered first.
//! Its leading zeros are not lost, since a NIK always shows all sixteen digits.
use std::{fmt, str::FromStr};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::{atlas::Atlas, date::Day, digits, doubt::Odd, reject::Reject, sex::Sex};

/// Sixteen digits, not all alike; whatever else looks wrong is told by [`Nik::oddities`].
///
/// ```
/// # use loket::domain::{nik::Nik, sex::Sex};
/// # use chrono::NaiveDate;
/// let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
/// let nik: Nik = "6471 0557 0885 0001".parse()?;
/// assert_eq!(nik.to_string(), "6471055708850001");
/// assert_eq!(nik.masked(), "6471**5708******");
/// assert_eq!(nik.born(today), NaiveDate::from_ymd_opt(1985, 8, 17));
/// assert_eq!(nik.sex(), Sex::Female);
/// # Ok::<(), loket::domain::reject::Reject>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u64", into = "u64")]
pub struct Nik(u64);

/// Above this age, in years, a reading of the birth year is not believed.
const OLDEST: u32 = 110;

impl Nik {
    /// The digits as a number.
    #[must_use]
    pub const fn number(self) -> u64 {
        self.0
    }

    /// The NIK with this number, if it has at most sixteen digits that are not all alike.
    #[must_use]
    pub fn of_number(number: u64) -> Option<Self> {
        digits::checked(number).ok().map(Self)
    }

    /// The NIK as screens show it until a reason is given: `6471**5708******`.
    #[must_use]
    pub fn masked(self) -> String {
        digits::masked(self.0)
    }

    /// Province, city and district of the first registration; a resident who moves keeps them.
    #[must_use]
    pub const fn district(self) -> (u8, u8, u8) {
        (digits::pair(self.0, 14), digits::pair(self.0, 12), digits::pair(self.0, 10))
    }

    /// The birth date inside the NIK: of the years that its two digits can mean, the latest one
    /// that is not after today.
    #[must_use]
    pub fn born(self, today: NaiveDate) -> Option<NaiveDate> {
        self.births(today).next()
    }

    /// The sex inside the NIK: women carry their day of birth plus forty.
    #[must_use]
    pub const fn sex(self) -> Sex {
        if digits::pair(self.0, 8) > 40 { Sex::Female } else { Sex::Male }
    }

    /// The serial among those of one district, sex and birth date; from 1.
    #[must_use]
    pub const fn serial(self) -> u16 {
        self.last_four()
    }

    /// The last four digits, which a resident gives to ask about a ticket.
    #[must_use]
    pub const fn last_four(self) -> u16 {
        (self.0 % 10_000) as u16
    }

    /// What looks wrong with the NIK alone.
    #[must_use]
    pub fn oddities(self, today: NaiveDate) -> Vec<Odd> {
        let mut odd = Vec::new();
        let (province, city, district) = self.district();
        if Atlas::get().district_name(province, city, district).is_none() {
            odd.push(Odd::NikArea);
        }
        match self.births(today).filter(|day| Day(*day).age_on(today) <= OLDEST).count() {
            0 if self.born(today).is_none() => odd.push(Odd::NikDate),
            0 | 1 => {}
            _ => odd.push(Odd::NikCentury),
        }
        if self.serial() == 0 {
            odd.push(Odd::NikSerial);
        }
        odd
    }

    /// Where the NIK does not agree with what was entered beside it.
    #[must_use]
    pub fn compared(self, born: Option<Day>, sex: Option<Sex>, today: NaiveDate) -> Vec<Odd> {
        let mut odd = Vec::new();
        if let (Some(said), Some(read)) = (born, self.born(today))
            && self.births(today).all(|day| day != said.0)
        {
            odd.push(Odd::NikBorn(Day(read)));
        }
        if (1..=31).contains(&self.day()) && sex.is_some_and(|said| said != self.sex()) {
            odd.push(Odd::NikSex);
        }
        odd
    }

    /// The day of the month, without the forty of women.
    const fn day(self) -> u8 {
        let day = digits::pair(self.0, 8);
        if day > 40 { day - 40 } else { day }
    }

    fn births(self, today: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        digits::days(self.0, self.day(), today)
    }
}

impl FromStr for Nik {
    type Err = Reject;

    fn from_str(text: &str) -> Result<Self, Reject> {
        digits::sixteen(text).map(Self)
    }
}

impl TryFrom<u64> for Nik {
    type Error = Reject;

    fn try_from(number: u64) -> Result<Self, Reject> {
        digits::checked(number).map(Self)
    }
}

impl From<Nik> for u64 {
    fn from(nik: Nik) -> Self {
        nik.0
    }
}

impl fmt::Display for Nik {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:016}", self.0))
    }
}
