//! Spans of days that move along with today.
use chrono::{Datelike as _, Days, Months, NaiveDate};

use crate::{choices, domain::date::Day};

choices! {
    /// Which days, counted from today; the first and the last one are among them.
    ///
    /// ```
    /// # use loket::domain::{date::Day, period::Period};
    /// # use chrono::NaiveDate;
    /// let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    /// let (first, last) = Period::Week.days(today);
    /// assert_eq!((first.iso(), last.iso()), ("2026-11-18".into(), "2026-11-24".into()));
    /// ```
    Period {
        Today = "hari_ini", "Hari ini";
        Yesterday = "kemarin", "Kemarin";
        Week = "7_hari", "7 hari terakhir";
        ThirtyDays = "30_hari", "30 hari terakhir";
        ThisMonth = "bulan_ini", "Bulan ini";
        LastMonth = "bulan_lalu", "Bulan lalu";
        ThisYear = "tahun_ini", "Tahun ini";
    }
}

impl Period {
    /// The first and the last day, where that is today.
    #[must_use]
    pub fn days(self, today: NaiveDate) -> (Day, Day) {
        let back = |days| today.checked_sub_days(Days::new(days)).unwrap_or(today);
        let month = today.with_day(1).unwrap_or(today);
        let (first, last) = match self {
            Self::Today => (today, today),
            Self::Yesterday => (back(1), back(1)),
            Self::Week => (back(6), today),
            Self::ThirtyDays => (back(29), today),
            Self::ThisMonth => (month, today),
            Self::LastMonth => (
                month.checked_sub_months(Months::new(1)).unwrap_or(month),
                month.pred_opt().unwrap_or(month),
            ),
            Self::ThisYear => (NaiveDate::from_yo_opt(today.year(), 1).unwrap_or(today), today),
        };
        (Day(first), Day(last))
    }
}
