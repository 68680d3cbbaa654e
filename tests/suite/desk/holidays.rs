//! Promised days: weekends, holidays, the office's own holidays and years that are not decreed yet.
use loket::{
    desk::{setup, tables},
    domain::{doubt::Odd, promise::Promise},
    form::{directory::service_answers, field::Draft, office_answers},
};

use crate::desk::counter::Counter;

/// All that the letters of these tests ask.
const ALL: &str = "ktp;kk;kartu_bpjs_kis;surat_keterangan_butuh_layanan_dari_fask";

fn promised(counter: &mut Counter, day: &str) -> (String, Vec<Odd>) {
    counter.is(day, "10:00:00");
    let who = counter.meets("Siti Aminah");
    let told = [("jenis", "permohonan"), ("layanan", "PBI-REAKT"), ("berkas", ALL)];
    let taken = counter.takes(who, &told);
    let Promise::Day(day) = taken.request.promise else { panic!("{:?}", taken.request.promise) };
    (day.iso(), taken.notes.into_iter().map(|doubt| doubt.why).collect())
}

#[test]
fn three_working_days_skip_weekends_holidays_and_bridge_days() {
    let mut counter = Counter::opens("2026-03-01");
    for (received, due) in [
        ("2026-03-02", "2026-03-05"),
        // Nyepi, Idulfitri and the bridge days around them, 18 to 24 March.
        ("2026-03-17", "2026-03-27"),
        // Independence Day is a Monday.
        ("2026-08-14", "2026-08-20"),
        // Received on a Saturday at an event: Monday is the first day.
        ("2026-11-28", "2026-12-02"),
        // Christmas, over to the new year and its holiday.
        ("2026-12-23", "2026-12-30"),
        ("2026-12-30", "2027-01-06"),
    ] {
        assert_eq!(promised(&mut counter, received), (due.to_owned(), vec![]), "{received}");
    }
}

#[test]
fn a_year_without_a_decree_counts_weekends_and_says_so() {
    let mut counter = Counter::opens("2027-12-01");
    let told = promised(&mut counter, "2027-12-30");
    assert_eq!(told, ("2028-01-04".to_owned(), vec![Odd::NoHolidays(2028)]));
}

#[test]
fn the_holidays_of_the_office_count_and_can_be_taken_back() {
    let mut counter = Counter::opens("2026-11-24");
    let plain = office_answers::answers(counter.office().unwrap());
    let mut own = plain.clone();
    own.put("libur", "25-11-2026 Hari jadi kota; 27-11-2026 Kerja bakti");
    setup::change_office(&mut counter, &own).unwrap();
    assert_eq!(promised(&mut counter, "2026-11-24").0, "2026-12-01");
    counter.reopens();
    assert_eq!(promised(&mut counter, "2026-11-24").0, "2026-12-01");
    setup::change_office(&mut counter, &plain).unwrap();
    assert_eq!(promised(&mut counter, "2026-11-24").0, "2026-11-27");
}

#[test]
fn the_office_changes_how_long_a_service_takes() {
    let mut counter = Counter::opens("2026-11-24");
    let services = loket::domain::service::Service::presets();
    let known = services.iter().find(|service| service.code == "PBI-REAKT").unwrap();
    let mut told: Draft = service_answers(known);
    told.put("waktu_nilai", "10");
    let changed = tables::change_service(&mut counter, "PBI-REAKT", &told).unwrap();
    assert_eq!(changed.since.unwrap().iso(), "2026-11-24");
    assert_eq!(changed.papers, known.papers);
    assert_eq!(promised(&mut counter, "2026-11-24").0, "2026-12-08");
}
