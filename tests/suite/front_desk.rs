//! A clerk at a desk of Damai, Balikpapan, on a Tuesday morning in November 2026.
use std::cell::Cell;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use loket::{
    desk::{
        counter::{Chance, Clock, Desk},
        entrance::Pass,
        keys, residents, setup,
    },
    domain::{
        area::Area,
        atlas::Atlas,
        moment::{Moment, Zone},
    },
    fault::Fault,
    form::{field::Draft, office_answers},
    tui::{app::App, doors::DOORS, theme::Theme},
};

use crate::{
    clerk::Clerk,
    place::{Place, passphrase},
};

/// The office, in a folder that goes with it.
pub(crate) struct Office {
    place: Place,
    /// Sittings so far: each makes ids of its own.
    sat: Cell<u64>,
}

impl Office {
    pub(crate) fn new() -> Self {
        Self { place: Place::new(), sat: Cell::new(0) }
    }

    /// Sits down at its desk; days after the first one, at a quarter past nine.
    pub(crate) fn sit(&self, days: i64) -> Clerk {
        let mut desk = self.place.desk(Clock::Set(morning(days)));
        self.sat.set(self.sat.get() + 1);
        desk.set_chance(Chance::Seeded(self.sat.get()));
        if desk.is_new() {
            let mut person = Draft::default();
            person.put("nama_petugas", "Rina Wati");
            let place = office_answers::preset(damai());
            setup::found(&mut desk, &place, &person, &passphrase()).unwrap();
            keys::noted(&mut desk).unwrap();
        }
        Clerk::sits_down(App::new(desk, DOORS, Theme::MONO).unwrap())
    }

    /// Tries to come in; days after the first one.
    pub(crate) fn knocks(&self, pass: &Pass, days: i64) -> Result<Desk, Fault> {
        let clock = Clock::Set(morning(days));
        Desk::enter(self.place.path(), pass, clock, &mut |_| {}).map(|(desk, _)| desk)
    }

    /// Sits down where that many residents without NIK are known, `Warga Nomor 1` the oldest.
    pub(crate) fn many(&self, residents: usize) -> Clerk {
        drop(self.sit(0));
        let mut desk = self.place.desk(Clock::Set(morning(0)));
        desk.set_chance(Chance::Seeded(1_000));
        let names = (1..=residents).map(|number| format!("Warga Nomor {number}"));
        let registered = desk.batch("banyak warga", |desk| {
            let mut draft = Draft::default();
            draft.put("alasan_tanpa_nik", "lupa");
            names.into_iter().try_for_each(|name| {
                draft.put("nama", name);
                residents::register(desk, &draft, true).map(drop)
            })
        });
        registered.unwrap();
        drop(desk);
        self.sit(0)
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
