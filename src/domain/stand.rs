//! How a request stands that is looked for.
use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::domain::{choice::Choice as _, reject::Reject, road::Status};

/// Where a request must stand: anywhere before its end, behind it, or at one place of its road.
///
/// ```
/// # use loket::domain::{road::Status, stand::Stand};
/// assert_eq!("terbuka".parse(), Ok(Stand::Open));
/// assert_eq!("diproses".parse(), Ok(Stand::At(Status::Working)));
/// assert!(Stand::Open.fits(Status::Working) && !Stand::Open.fits(Status::Done));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stand {
    /// Not closed yet.
    Open,
    Closed,
    At(Status),
}

impl Stand {
    /// Every answer: the wide ones first.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::Open, Self::Closed].into_iter().chain(Status::ALL.iter().copied().map(Self::At))
    }

    /// How forms write it; never changed.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "terbuka",
            Self::Closed => "tertutup",
            Self::At(status) => status.code(),
        }
    }

    /// How the clerk reads it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Open => "Terbuka (belum ditutup)",
            Self::Closed => "Sudah ditutup",
            Self::At(status) => status.label(),
        }
    }

    /// Whether a request that stands there is looked for.
    #[must_use]
    pub fn fits(self, status: Status) -> bool {
        match self {
            Self::Open => status.is_open(),
            Self::Closed => !status.is_open(),
            Self::At(wanted) => wanted == status,
        }
    }
}

impl FromStr for Stand {
    type Err = Reject;

    fn from_str(text: &str) -> Result<Self, Reject> {
        let text = text.trim();
        let wide = [Self::Open, Self::Closed].into_iter().find(|stand| stand.code() == text);
        wide.map_or_else(|| text.parse().map(Self::At), Ok)
    }
}

impl fmt::Display for Stand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Open => "terbuka",
            other => other.label(),
        })
    }
}
