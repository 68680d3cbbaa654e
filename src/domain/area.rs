//! The code of a kelurahan or desa: `64.71.06.1001`.
use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{
    choices,
    domain::{reject::Reject, tidy},
};

choices! {
    /// The three kinds of village; the first digit of the fourth part tells them apart.
    AreaKind {
        Kelurahan = "kelurahan", "Kelurahan";
        Desa = "desa", "Desa";
        DesaAdat = "desa_adat", "Desa Adat";
    }
}

/// An area code of the home ministry (Kepmendagri 300.2.2-2138/2025). Whether the area exists is
/// for the atlas to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Area {
    /// 11 to 97.
    pub province: u8,
    /// Kabupaten from 01, kota from 71.
    pub city: u8,
    /// Kecamatan or distrik.
    pub district: u8,
    /// Kelurahan from 1001, desa from 2001, desa adat from 3001.
    pub village: u16,
}

impl AreaKind {
    /// The kind that the fourth part of a code tells.
    #[must_use]
    pub const fn of(village: u16) -> Self {
        match village / 1000 {
            1 => Self::Kelurahan,
            3 => Self::DesaAdat,
            _ => Self::Desa,
        }
    }

    /// As it stands before a name in little room: `Kel.`.
    #[must_use]
    pub const fn short(self) -> &'static str {
        match self {
            Self::Kelurahan => "Kel.",
            Self::Desa => "Desa",
            Self::DesaAdat => "Desa Adat",
        }
    }
}

impl Area {
    /// Whether it is a kelurahan, a desa or a desa adat.
    #[must_use]
    pub const fn kind(self) -> AreaKind {
        AreaKind::of(self.village)
    }

    /// The ten digits of the code as a number, which sorts as the codes do.
    #[must_use]
    pub fn number(self) -> u64 {
        let Self { province, city, district, village } = self;
        [city, district]
            .into_iter()
            .fold(u64::from(province), |sum, part| sum * 100 + u64::from(part))
            * 10_000
            + u64::from(village)
    }
}

impl FromStr for Area {
    type Err = Reject;

    /// Reads the ten digits of all four parts, with dots or without.
    fn from_str(raw: &str) -> Result<Self, Reject> {
        let typed = tidy::plain(raw);
        if typed.is_empty() {
            return Err(Reject::Empty);
        }
        let digits: String = if typed.contains('.') {
            let parts: Vec<&str> = typed.split('.').map(str::trim).collect();
            if !parts.iter().map(|part| part.len()).eq([2, 2, 2, 4]) {
                return Err(Reject::NotArea);
            }
            parts.concat()
        } else {
            typed
        };
        if digits.len() != 10 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Reject::NotArea);
        }
        let number: u64 = digits.parse().map_err(|_| Reject::NotArea)?;
        let part = |after: u32| u8::try_from(number / 10_u64.pow(after) % 100);
        let village = u16::try_from(number % 10_000);
        match (part(8), part(6), part(4), village) {
            (Ok(province), Ok(city), Ok(district), Ok(village @ 1000..4000)) => {
                Ok(Self { province, city, district, village })
            }
            _ => Err(Reject::NotArea),
        }
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { province, city, district, village } = self;
        f.pad(&format!("{province:02}.{city:02}.{district:02}.{village:04}"))
    }
}
