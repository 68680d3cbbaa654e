//! The reference tables: every row is read, and nothing in a row is dropped.
use std::collections::BTreeSet;

use loket::domain::{
    institution::Institution, letter::Rule, ppks::Ppks, service::Service, workday::Calendar,
};

/// The cells of a table without its heading.
fn rows(table: &'static str) -> Vec<Vec<&'static str>> {
    table.lines().skip(1).map(|line| line.split('\t').collect()).collect()
}

/// Whether a record says something where the table does.
fn agree(row: &[&str], cell: usize, kept: bool) {
    assert_eq!(!row[cell].is_empty(), kept, "column {} of {row:?} is not kept", cell + 1);
}

#[test]
fn every_service_is_read_with_its_clock_and_its_limits() {
    let table = rows(include_str!("../../../assets/ref/layanan.tsv"));
    let services = Service::presets();
    assert_eq!((table.len(), services.len()), (45, 45));
    for (row, service) in table.iter().zip(&services) {
        assert_eq!((row[0], row[1]), (service.code.as_str(), service.name.as_str()));
        agree(row, 9, service.clock.is_some());
        agree(row, 7, service.desil_most.is_some());
        agree(row, 14, service.note.is_some());
        agree(row, 13, service.emergency);
        agree(row, 16, service.restricted);
        assert_eq!(Service::restricted_preset(&service.code), service.restricted);
        if let Some(clock) = service.clock {
            assert_eq!(row[9], clock.amount.to_string());
        }
    }
}

#[test]
fn every_paper_is_read_with_its_service() {
    let table = rows(include_str!("../../../assets/ref/layanan_syarat.tsv"));
    let services = Service::presets();
    let papers: Vec<_> = services
        .iter()
        .flat_map(|service| service.papers.iter().map(|paper| (service.code.as_str(), paper)))
        .collect();
    assert_eq!((table.len(), papers.len()), (148, 148));
    for row in &table {
        let [service, _, code, name, duty] = row[..] else { panic!("{row:?}") };
        assert!(["wajib", "opsional"].contains(&duty), "{row:?}");
        let kept = papers.iter().any(|(of, paper)| {
            *of == service
                && paper.code == code
                && paper.name.as_str() == name
                && paper.required == (duty == "wajib")
        });
        assert!(kept, "{row:?}");
    }
}

#[test]
fn every_institution_is_read() {
    let table = rows(include_str!("../../../assets/ref/lembaga.tsv"));
    let institutions = Institution::presets();
    assert_eq!((table.len(), institutions.len()), (32, 32));
    for (row, known) in table.iter().zip(&institutions) {
        assert_eq!((row[0], row[1]), (known.code.as_str(), known.name.as_str()));
        assert_eq!((row[2], row[3]), (known.sort.as_str(), known.addressee.as_str()));
        agree(row, 4, known.address.is_some());
        agree(row, 5, known.phone.is_some());
        agree(row, 6, known.hours.is_some());
    }
}

#[test]
fn every_kind_of_letter_is_read() {
    let table = rows(include_str!("../../../assets/ref/surat.tsv"));
    let rules = Rule::presets();
    assert_eq!((table.len(), rules.len()), (17, 17));
    for (row, rule) in table.iter().zip(&rules) {
        assert_eq!((row[0], row[1]), (rule.code.as_str(), rule.name.as_str()));
        agree(row, 5, rule.knows.is_some());
        agree(row, 7, rule.valid.is_some());
        assert_eq!(row[8], rule.class.as_str());
    }
}

#[test]
fn every_kind_of_ppks_is_read() {
    let table = rows(include_str!("../../../assets/ref/ppks.tsv"));
    let kinds = Ppks::rows();
    assert_eq!((table.len(), kinds.len()), (26, 26));
    for (row, kind) in table.iter().zip(kinds) {
        assert_eq!((row[1], row[3]), (kind.kind.to_string().as_str(), kind.name));
        agree(row, 5, kind.ages.0.is_some());
        agree(row, 6, kind.ages.1.is_some());
        agree(row, 7, kind.sex.is_some());
        agree(row, 10, kind.sensitive);
        agree(row, 13, kind.restricted);
        assert_eq!(kind.kind.row().map(|found| found.name), Some(kind.name));
    }
}

#[test]
fn every_holiday_is_read() {
    let table = rows(include_str!("../../../assets/ref/hari_libur.tsv"));
    assert_eq!(table.len(), 51);
    for row in table {
        let calendar = Calendar::national();
        let holiday = calendar.holiday(row[0].parse().unwrap()).expect(row[0]);
        assert_eq!((row[1], row[2] == "cuti_bersama"), (holiday.name.as_str(), holiday.joint));
    }
}

#[test]
fn no_two_rows_share_a_record() {
    let mut ids = BTreeSet::new();
    assert!(Service::presets().iter().all(|row| ids.insert(row.id())));
    ids.clear();
    assert!(Institution::presets().iter().all(|row| ids.insert(row.id())));
    ids.clear();
    assert!(Rule::presets().iter().all(|row| ids.insert(row.id())));
}
