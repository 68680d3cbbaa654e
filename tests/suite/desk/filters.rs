//! Filters that the office keeps under names.
use loket::{
    desk::{
        filters, history, lists, search, setup,
        trace::{Sought, Trace},
        undo,
    },
    domain::{filter::Filter, id::Id, may::Refusal, reject::Reject, saved_filter::SavedFilter},
    fault::Fault,
    form::filter::{NAME, saved_answers},
    store::record::Table,
};

use crate::{
    desk::counter::{Counter, answers},
    place::passphrase,
};

const DAMAI: &[(&str, &str)] = &[
    ("nama_saringan", "Darurat terbuka"),
    ("saring_jenis", "darurat"),
    ("saring_keadaan", "terbuka"),
];

fn saved(counter: &mut Counter, told: &[(&str, &str)]) -> SavedFilter {
    filters::save(counter, &answers(told)).unwrap()
}

fn names(counter: &Counter) -> Vec<String> {
    filters::rows(counter).unwrap().into_iter().map(|row| row.name).collect()
}

fn found(counter: &Counter, filter: &Filter) -> usize {
    search::narrowed(counter, "", filter, 50).unwrap().len()
}

/// Somebody with an emergency.
fn emergency(counter: &mut Counter, name: &str) -> Id {
    let who = counter.meets(name);
    let told = [("jenis", "darurat"), ("uraian", "jatuh"), ("layanan", "TERLANTAR")];
    counter.takes(who, &told).request.id
}

#[test]
fn a_filter_is_there_for_every_officer_and_after_the_desk_was_closed() {
    let mut counter = Counter::opens("2026-11-24");
    emergency(&mut counter, "Siti Aminah");
    counter.meets("Bambang");
    let kept = saved(&mut counter, DAMAI);
    let told = answers(&[("nama_petugas", "Budi"), ("peran", "petugas")]);
    setup::add_clerk(&mut counter, &told, Some(&passphrase())).unwrap();
    for _ in 0..2 {
        assert!(counter.sits("budi"));
        let [row] = &filters::rows(&counter).unwrap()[..] else { panic!("not one row") };
        assert_eq!((row.id, row.name.as_str(), row.residents), (kept.id, "Darurat terbuka", 1));
        assert_eq!((&row.filter, &row.outdated), (&kept.filter, &None));
        assert_eq!(found(&counter, &row.filter), 1);
        counter.reopens();
    }
}

#[test]
fn days_that_move_along_do_so_in_what_is_kept() {
    let mut counter = Counter::opens("2026-11-24");
    emergency(&mut counter, "Siti Aminah");
    let told = [("nama_saringan", "Baru saja"), ("saring_kapan", "7_hari")];
    let moving = saved(&mut counter, &told).filter;
    let told = [("nama_saringan", "Hari itu"), ("saring_dari", "h"), ("saring_sampai", "h")];
    let fixed = saved(&mut counter, &told).filter;
    for (days, left) in [(0, [1, 1]), (6, [1, 1]), (1, [0, 1])] {
        counter.waits(days);
        assert_eq!([found(&counter, &moving), found(&counter, &fixed)], left, "{days}");
        assert_eq!([filters::count(&counter, &moving), filters::count(&counter, &fixed)], left);
    }
    // Dates that do not apply beside such days are not kept.
    let told = [("nama_saringan", "Dua"), ("saring_kapan", "hari_ini"), ("saring_dari", "h-9")];
    assert_eq!(saved(&mut counter, &told).filter.from, None);
}

#[test]
fn a_name_is_given_once_and_is_free_again_when_its_filter_is_removed() {
    let mut counter = Counter::opens("2026-11-24");
    let first = saved(&mut counter, DAMAI);
    let again = [("nama_saringan", "DARURAT  terbuka"), ("saring_jenis", "pengaduan")];
    let taken = |told: Result<SavedFilter, Fault>| {
        assert!(
            matches!(told, Err(Fault::Rejected { field, why: Reject::Taken }) if field == NAME.id)
        );
    };
    taken(filters::save(&mut counter, &answers(&again)));
    let other = saved(&mut counter, &[("nama_saringan", "Aduan"), ("saring_jenis", "pengaduan")]);
    taken(filters::change(&mut counter, other.id, &answers(&again)));
    // Its own name it may keep.
    let mut own = saved_answers(&first);
    own.put("saring_jenis", "informasi");
    filters::change(&mut counter, first.id, &own).unwrap();
    filters::remove(&mut counter, first.id).unwrap();
    assert_eq!(names(&counter), ["Aduan"]);
    filters::change(&mut counter, other.id, &answers(&again)).unwrap();
    assert_eq!(names(&counter), ["DARURAT terbuka"]);
    let gone = filters::change(&mut counter, first.id, &answers(DAMAI));
    assert!(matches!(gone, Err(Fault::Missing { what: "saringan" })));
    assert!(matches!(filters::remove(&mut counter, first.id), Err(Fault::Missing { .. })));
}

#[test]
fn what_asks_nothing_has_no_name_or_a_long_one_is_not_kept() {
    let mut counter = Counter::opens("2026-11-24");
    let long = "x".repeat(31);
    let tries = [
        (vec![("nama_saringan", "Kosong")], Reject::Alone),
        (vec![("saring_jenis", "darurat")], Reject::Empty),
        (vec![("nama_saringan", long.as_str()), ("saring_rt", "5")], Reject::TooLong { most: 30 }),
    ];
    for (told, wrong) in tries {
        let told = filters::save(&mut counter, &answers(&told));
        assert!(
            matches!(&told, Err(Fault::Rejected { field, why }) if *field == NAME.id && *why == wrong),
            "{told:?}"
        );
    }
    assert!(names(&counter).is_empty());
}

#[test]
fn keeping_changing_and_removing_are_taken_back_step_by_step() {
    let mut counter = Counter::opens("2026-11-24");
    let kept = saved(&mut counter, DAMAI);
    let mut other = saved_answers(&kept);
    other.put("nama_saringan", "Darurat");
    filters::change(&mut counter, kept.id, &other).unwrap();
    filters::remove(&mut counter, kept.id).unwrap();
    assert!(names(&counter).is_empty());
    let told = undo::last(&mut counter).unwrap();
    assert_eq!(told, "Dibatalkan: saringan Darurat kembali seperti semula.");
    assert_eq!(names(&counter), ["Darurat"]);
    undo::last(&mut counter).unwrap();
    assert_eq!(names(&counter), ["Darurat terbuka"]);
    assert_eq!(filters::filter(&counter, kept.id).unwrap(), &kept);
    let told = undo::last(&mut counter).unwrap();
    assert_eq!(told, "Dibatalkan: saringan Darurat terbuka dihapus lagi.");
    assert!(names(&counter).is_empty());
    counter.reopens();
    assert!(names(&counter).is_empty());
    // What happened stays readable.
    let record = (Table::Filter, kept.id);
    let trace = Trace::new(&counter, Sought::Record(record.0, record.1));
    trace.read(|_, _| true).unwrap();
    let told = history::of(&counter, record, &trace.take().unwrap()).unwrap();
    assert_eq!(told.len(), 6);
    let renamed = told.iter().flat_map(|one| &one.changes).find(|one| !one.old.is_empty());
    assert_eq!(renamed.unwrap().words(), "Darurat menjadi Darurat terbuka");
}

#[test]
fn an_officer_or_an_area_that_is_gone_is_told_and_finds_nobody() {
    let mut counter = Counter::opens("2026-11-24");
    emergency(&mut counter, "Siti Aminah");
    let told = answers(&[("nama_petugas", "Budi"), ("peran", "petugas")]);
    let budi = setup::add_clerk(&mut counter, &told, Some(&passphrase())).unwrap().id;
    let filter =
        saved(&mut counter, &[("nama_saringan", "Milik Budi"), ("saring_petugas", "budi")]);
    assert_eq!(filters::outdated(&counter, &filter.filter), None);
    let gone = answers(&[("nama_petugas", "Budi"), ("peran", "petugas"), ("tidak_aktif", "ya")]);
    setup::change_clerk(&mut counter, budi, &gone).unwrap();
    let told = filters::outdated(&counter, &filter.filter);
    assert_eq!(told.as_deref(), Some("petugas budi tidak aktif lagi"));
    let stranger = Filter { officer: Some("tono".to_owned()), ..Filter::default() };
    let told = filters::outdated(&counter, &stranger);
    assert_eq!(told.as_deref(), Some("petugas tono tidak ada di sini"));
    assert_eq!(found(&counter, &stranger), 0);
    let area = loket::domain::area::Area { province: 64, city: 71, district: 99, village: 9999 };
    let nowhere = Filter { area: Some(area), ..Filter::default() };
    let told = filters::outdated(&counter, &nowhere);
    assert_eq!(told.as_deref(), Some("wilayah 64.71.99.9999 tidak ada lagi"));
    assert_eq!(found(&counter, &nowhere), 0);
}

#[test]
fn a_filter_counts_only_whom_the_officer_may_see() {
    let mut counter = Counter::opens("2026-11-24");
    let told = answers(&[("nama_petugas", "Budi"), ("peran", "petugas;admin")]);
    setup::add_clerk(&mut counter, &told, Some(&passphrase())).unwrap();
    let told = answers(&[("nama_petugas", "Tono"), ("peran", "admin")]);
    setup::add_clerk(&mut counter, &told, Some(&passphrase())).unwrap();
    let who = counter.meets("Siti Aminah");
    let told = [("jenis", "permohonan"), ("layanan", "SKTM"), ("terbatas", "ya")];
    let request = counter.takes(who, &told).request.id;
    let kept = saved(&mut counter, &[("nama_saringan", "SKTM"), ("saring_jenis", "permohonan")]);
    let count = |counter: &Counter| filters::rows(counter).unwrap()[0].residents;
    assert_eq!((count(&counter), lists::ids(&counter, lists::Which::All)), (1, vec![request]));
    assert!(counter.sits("budi"));
    assert_eq!((count(&counter), found(&counter, &kept.filter)), (0, 0));
    assert!(counter.sits("tono"));
    let told = filters::rows(&counter);
    assert!(matches!(told, Err(Fault::Forbidden(Refusal::Hat(_)))), "{told:?}");
}
