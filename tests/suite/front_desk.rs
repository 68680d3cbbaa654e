//! A clerk at a desk of Damai, Balikpapan, on a Tuesday morning in November 2026.
use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use loket::{
    desk::{
        counter::{Chance, Clock, Desk},
        setup,
    },
    domain::{
        area::Area,
        atlas::Atlas,
        moment::{Moment, Zone},
    },
    form::{field::Draft, office_answers},
    tui::{app::App, doors::DOORS, theme::Theme},
};

use crate::clerk::Clerk;

/// A folder of its own, gone when the test ends.
pub(crate) struct Place(PathBuf);

impl Place {
    pub(crate) fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("loket-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        Self(folder)
    }

    /// Sits down at the desk in this folder; days after the first one, at a quarter past nine.
    pub(crate) fn sit(&self, days: i64) -> Clerk {
        let mut desk = Desk::open(&self.0, Clock::Set(morning(days)), &mut |_| {}).unwrap().0;
        desk.set_chance(Chance::Seeded(7));
        if desk.is_new() {
            let mut person = Draft::default();
            person.put("nama_petugas", "Rina Wati");
            setup::found(&mut desk, &office_answers::preset(damai()), &person).unwrap();
        }
        Clerk::sits_down(App::new(desk, DOORS, Theme::MONO).unwrap())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn damai() -> Area {
    Atlas::get().find("damai balikpapan kota", 1)[0]
}

fn morning(days: i64) -> Moment {
    let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap() + TimeDelta::days(days);
    let local: NaiveDateTime = day.and_hms_opt(9, 15, 0).unwrap();
    Moment::at(local, Zone::Wita)
}
