//! Filters: the days that move along, how requests stand, and what is asked in words.
use chrono::NaiveDate;
use loket::domain::{
    choice::Choice as _, filter::Filter, period::Period, road::Status, stand::Stand,
};

use crate::store::sample_filters;

fn days(period: Period, today: &str) -> (String, String) {
    let today: NaiveDate = today.parse().unwrap();
    let (first, last) = period.days(today);
    (first.iso(), last.iso())
}

#[test]
fn days_move_along_with_today() {
    let told = [
        (Period::Today, "2026-11-24", "2026-11-24", "2026-11-24"),
        (Period::Yesterday, "2026-12-01", "2026-11-30", "2026-11-30"),
        (Period::Week, "2026-11-03", "2026-10-28", "2026-11-03"),
        (Period::ThirtyDays, "2026-11-30", "2026-11-01", "2026-11-30"),
        (Period::ThisMonth, "2026-11-24", "2026-11-01", "2026-11-24"),
        (Period::ThisMonth, "2026-12-01", "2026-12-01", "2026-12-01"),
        (Period::LastMonth, "2027-01-31", "2026-12-01", "2026-12-31"),
        (Period::LastMonth, "2028-03-31", "2028-02-01", "2028-02-29"),
        (Period::ThisYear, "2026-11-24", "2026-01-01", "2026-11-24"),
    ];
    for (period, today, first, last) in told {
        assert_eq!(days(period, today), (first.to_owned(), last.to_owned()), "{period} {today}");
    }
}

#[test]
fn days_that_move_along_are_asked_instead_of_two_dates() {
    let [dated, ..] = sample_filters::filters().map(|known| known.filter);
    let today: NaiveDate = "2027-02-24".parse().unwrap();
    assert_eq!(dated.days(today), (dated.from, dated.until));
    let moving = Filter { period: Some(Period::Today), ..dated };
    let (first, last) = Period::Today.days(today);
    assert_eq!(moving.days(today), (Some(first), Some(last)));
}

#[test]
fn a_request_is_open_until_it_is_closed() {
    for status in Status::ALL {
        assert_ne!(Stand::Open.fits(*status), Stand::Closed.fits(*status), "{status}");
        assert_eq!(Stand::Open.fits(*status), status.is_open(), "{status}");
        assert!(Stand::At(*status).fits(*status));
    }
    assert!(!Stand::At(Status::Working).fits(Status::Done));
    for stand in Stand::all() {
        assert_eq!(stand.code().parse(), Ok(stand));
    }
}

#[test]
fn what_is_asked_is_told_in_few_words() {
    let home = |code: &str| code.parse::<loket::domain::area::Area>().unwrap();
    let kariangau = home("64.71.01.1001");
    let words = sample_filters::filters().map(|known| known.filter.words(Some(kariangau)));
    let dated = "laporan darurat, diproses, Penyandang Disabilitas, Kel. Kariangau, RT 5, \
                 petugas siti, sejak 01-11-2026, sampai 30-11-2026";
    assert_eq!(words[0], dated);
    assert_eq!(&words[1..], ["terbuka, 7 hari terakhir", "sudah ditutup"]);
    let nowhere = loket::domain::area::Area { province: 64, city: 71, district: 99, village: 9999 };
    let gone = Filter { area: Some(nowhere), ..Filter::default() };
    assert_eq!(gone.words(None), "wilayah 64.71.99.9999");
    let desa = Filter { area: Some(home("64.03.01.2001")), ..Filter::default() };
    assert!(desa.words(Some(kariangau)).ends_with(" (Kab. Berau)"), "{}", desa.words(None));
    assert!(desa.words(desa.area).starts_with("Desa ") && !desa.words(desa.area).contains('('));
}
