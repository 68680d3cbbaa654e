//! When something was promised.
use serde::{Deserialize, Serialize};

use crate::{
    choices,
    domain::{
        count::Days,
        date::Day,
        moment::{Moment, Zone},
        workday::{Calendar, Reckoned},
    },
};

choices! {
    /// The unit of a service's clock.
    Unit {
        Minute = "menit", "menit";
        Hour = "jam", "jam";
        Day = "hari", "hari";
        WorkingDay = "hk", "hari kerja";
    }
}

choices! {
    /// When a service's clock starts.
    Start {
        Arrival = "datang", "sejak datang";
        Report = "lapor", "sejak dilaporkan";
        Complete = "lengkap", "sejak berkas lengkap";
        Admission = "masuk", "sejak masuk";
        Referral = "rujuk", "sejak dirujuk";
    }
}

/// How long a service may take. Every number is the office's to change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    pub amount: Days,
    pub unit: Unit,
    pub start: Start,
}

/// What the resident was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Promise {
    /// The service has no clock.
    Open,
    /// The clock starts when the papers are complete.
    OnceComplete,
    /// By the end of that day.
    Day(Day),
    /// By that moment.
    Time(Moment),
}

impl Clock {
    /// In words: `3 hari kerja sejak berkas lengkap`.
    #[must_use]
    pub fn words(self) -> String {
        match (self.amount.get(), self.unit) {
            (0, Unit::WorkingDay | Unit::Day) => "pada hari yang sama".to_owned(),
            (amount, unit) => format!("{amount} {unit} {}", self.start),
        }
    }

    /// What can be promised to someone who is here now, and a year whose holidays are unknown.
    ///
    /// Working days count from the next working day. A clock that starts elsewhere (admission,
    /// referral) promises nothing at the desk.
    #[must_use]
    pub fn promise(
        self,
        now: Moment,
        complete: bool,
        zone: Zone,
        calendar: &Calendar,
    ) -> (Promise, Option<i32>) {
        match self.start {
            Start::Admission | Start::Referral => return (Promise::Open, None),
            Start::Complete if !complete => return (Promise::OnceComplete, None),
            _ => {}
        }
        let amount = i64::from(self.amount.get());
        let today = now.day(zone);
        match self.unit {
            Unit::Minute => (Promise::Time(Moment(now.0 + amount * 60_000)), None),
            Unit::Hour => (Promise::Time(Moment(now.0 + amount * 3_600_000)), None),
            Unit::Day => {
                let day = today.0 + chrono::TimeDelta::days(amount);
                (Promise::Day(Day(day)), None)
            }
            Unit::WorkingDay => {
                let Reckoned { day, unknown_year } =
                    calendar.after(today.0, u32::from(self.amount.get()));
                (Promise::Day(day), unknown_year)
            }
        }
    }
}

impl Promise {
    /// The last day of the promise.
    #[must_use]
    pub fn day(self, zone: Zone) -> Option<Day> {
        match self {
            Self::Open | Self::OnceComplete => None,
            Self::Day(day) => Some(day),
            Self::Time(moment) => Some(moment.day(zone)),
        }
    }

    /// In words, as they stand on the receipt.
    #[must_use]
    pub fn words(self, zone: Zone) -> String {
        match self {
            Self::Open => "belum dapat dijanjikan; kami kabari".to_owned(),
            Self::OnceComplete => "dihitung sejak berkas lengkap".to_owned(),
            Self::Day(day) => format!("{}, {}", day.weekday(), day.long()),
            Self::Time(moment) => {
                format!("{}, pukul {}", moment.day(zone).long(), moment.clock(zone))
            }
        }
    }
}
