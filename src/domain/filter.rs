//! Which residents a search is narrowed to.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::{
    area::Area,
    atlas::{Atlas, short_city},
    count::Rt,
    date::Day,
    period::Period,
    ppks::Ppks,
    request::Kind,
    stand::Stand,
};

/// What must be true of a resident, as far as something is asked; what is asked of requests must be
/// true of one and the same.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// There is such a request.
    pub kind: Option<Kind>,
    /// It stands so.
    pub stand: Option<Stand>,
    /// The officer with that code took it in.
    pub officer: Option<String>,
    /// It was taken in within these days, which move along with today; asked instead of both below.
    pub period: Option<Period>,
    /// It was taken in on this day or later.
    pub from: Option<Day>,
    /// It was taken in on this day or earlier.
    pub until: Option<Day>,
    /// The person is of that kind.
    pub ppks: Option<Ppks>,
    /// The person lives there.
    pub area: Option<Area>,
    pub rt: Option<Rt>,
}

impl Filter {
    /// Whether nothing is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether something is asked of requests.
    #[must_use]
    pub const fn asks_requests(&self) -> bool {
        self.kind.is_some()
            || self.stand.is_some()
            || self.officer.is_some()
            || self.period.is_some()
            || self.from.is_some()
            || self.until.is_some()
    }

    /// The first and the last day on which a request was taken in, as far as that is asked.
    #[must_use]
    pub fn days(&self, today: NaiveDate) -> (Option<Day>, Option<Day>) {
        match self.period.map(|period| period.days(today)) {
            Some((first, last)) => (Some(first), Some(last)),
            None => (self.from, self.until),
        }
    }

    /// What is asked, in few words: `darurat, Kel. Damai, sejak 01-11-2026`. The city is named
    /// where it is not that of the office, whose area is `home`.
    #[must_use]
    pub fn words(&self, home: Option<Area>) -> String {
        let area = self.area.map(|area| place(area, home));
        let words = [
            self.kind.map(|kind| kind.to_string().to_lowercase()),
            self.stand.map(|stand| stand.to_string().to_lowercase()),
            self.ppks.map(|kind| kind.name().to_owned()),
            area,
            self.rt.map(|rt| format!("RT {rt}")),
            self.officer.as_ref().map(|code| format!("petugas {code}")),
            self.period.map(|period| period.to_string().to_lowercase()),
            self.from.map(|day| format!("sejak {day}")),
            self.until.map(|day| format!("sampai {day}")),
        ];
        words.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// `Kel. Damai`, or `Desa Prapatan (Kab. Subang)` where that is not the office's own city.
fn place(area: Area, home: Option<Area>) -> String {
    let Some(name) = Atlas::get().name(area) else { return format!("wilayah {area}") };
    let kind = area.kind().short();
    let near = home.is_some_and(|home| (home.province, home.city) == (area.province, area.city));
    let city = Atlas::get().city_name(area.province, area.city).filter(|_| !near);
    city.map_or_else(
        || format!("{kind} {name}"),
        |city| format!("{kind} {name} ({})", short_city(city)),
    )
}
