//! What clerks read when something does not go as it should: plain, kind and complete.
use std::{collections::BTreeSet, io};

use loket::{
    domain::{
        choice::Choice as _,
        date::Day,
        doubt::Odd,
        id::Id,
        may::{Action, Refusal},
        misfit::Misfit,
        reject::Reject,
        road::Step,
        unfit::Unfit,
    },
    fault::Fault,
    form::all::FORMS,
};

/// One of every kind, and the place of its kind in the list: a new kind does not compile.
fn faults() -> Vec<Fault> {
    let all = vec![
        Fault::Rejected { field: "nik", why: Reject::Empty },
        Fault::Doubtful(vec![]),
        Fault::Taken(Id::named("a")),
        Fault::Missing { what: "warga" },
        Fault::OffTheRoad,
        Fault::NothingLacking,
        Fault::ReferralOpen,
        Fault::Device { name: "printer", why: io::Error::other("mati") },
        Fault::Refused { name: "printer", why: "kertas habis".to_owned() },
        Fault::Busy { holder: "Loket lain".to_owned() },
        Fault::Journal(io::Error::other("penuh")),
        Fault::Damaged { sequence: 7 },
        Fault::Landed { since: 7 },
        Fault::Index("rusak".to_owned()),
        Fault::Unwritable("warga"),
        Fault::Unreadable { table: "warga", version: 9 },
        Fault::Overflow,
        Fault::Asset("surat"),
        Fault::Stopped,
        Fault::Template {
            piece: "rujukan.txt".to_owned(),
            line: Some(3),
            why: "{{nik}} tidak dikenal".to_owned(),
        },
        Fault::TooMany { name: "berkas XLSX", most: 10 },
        Fault::NoOffice,
        Fault::Guarded,
        Fault::Forbidden(Refusal::Restricted),
        Fault::Unknown,
        Fault::Waiting { minutes: 30 },
        Fault::Sealed,
        Fault::Backup(Unfit::Damaged),
        Fault::HalfRestored,
        Fault::Lasting("surat itu sudah keluar"),
        Fault::Unsealed,
        Fault::Alike(vec![Id::named("a")]),
        Fault::Standing("ada konsep tentang warga ini".to_owned()),
        Fault::Underway,
        Fault::KeptIn("sudah batal"),
        Fault::Long("Surat Rujukan yang biasa pun menjadi 2 halaman pada A4".to_owned()),
        Fault::List { why: Misfit::Twice, about: "NIK".to_owned() },
    ];
    let kinds: BTreeSet<usize> = all.iter().map(kind).collect();
    assert_eq!(kinds, (0..all.len()).collect(), "a kind of fault is missing here");
    all
}

const fn kind(fault: &Fault) -> usize {
    match fault {
        Fault::Rejected { .. } => 0,
        Fault::Doubtful(_) => 1,
        Fault::Taken(_) => 2,
        Fault::Missing { .. } => 3,
        Fault::OffTheRoad => 4,
        Fault::ReferralOpen => 5,
        Fault::Device { .. } => 6,
        Fault::Refused { .. } => 7,
        Fault::Busy { .. } => 8,
        Fault::Journal(_) => 9,
        Fault::Damaged { .. } => 10,
        Fault::Index(_) => 11,
        Fault::Unwritable(_) => 12,
        Fault::Unreadable { .. } => 13,
        Fault::Overflow => 14,
        Fault::Asset(_) => 15,
        Fault::Stopped => 16,
        Fault::Template { .. } => 17,
        Fault::TooMany { .. } => 18,
        Fault::NoOffice => 19,
        Fault::Guarded => 20,
        Fault::Forbidden(_) => 21,
        Fault::Unknown => 22,
        Fault::Waiting { .. } => 23,
        Fault::Sealed => 24,
        Fault::Landed { .. } => 29,
        Fault::Backup(_) => 25,
        Fault::HalfRestored => 26,
        Fault::Lasting(_) => 27,
        Fault::Unsealed => 28,
        Fault::Alike(_) => 30,
        Fault::Standing(_) => 31,
        Fault::Underway => 32,
        Fault::KeptIn(_) => 34,
        Fault::List { .. } => 33,
        Fault::Long(_) => 35,
        Fault::NothingLacking => 36,
    }
}

/// Words that blame, frighten or say nothing.
const UNKIND: &[&str] = &["error", "invalid", "gagal", "ilegal", "!", "null", "panic"];

fn is_kind(text: &str) {
    let lower = text.to_lowercase();
    for word in UNKIND {
        assert!(!lower.contains(word), "{text:?} says {word:?}");
    }
}

#[test]
fn every_remedy_is_one_sentence() {
    for fault in faults() {
        let remedy = fault.remedy();
        assert!(remedy.starts_with(char::is_uppercase) && remedy.ends_with('.'), "{remedy}");
        assert!(!remedy.contains(". "), "{remedy}");
        is_kind(remedy);
    }
}

#[test]
fn what_happened_is_told_without_a_stop_and_without_blame() {
    for fault in faults() {
        let told = fault.to_string();
        assert!(!told.is_empty() && !told.ends_with('.'), "{told}");
        is_kind(&told);
    }
}

#[test]
fn every_unfit_backup_is_told_kindly_with_what_to_do_instead() {
    for unfit in Unfit::ALL {
        let (told, remedy) = (unfit.label(), unfit.remedy());
        is_kind(told);
        is_kind(remedy);
        assert!(!told.ends_with('.'), "{told}");
        assert!(remedy.ends_with('.') && !remedy.contains(". "), "{remedy}");
    }
}

#[test]
fn every_unusable_list_is_told_kindly_with_what_to_do_instead() {
    for why in Misfit::ALL {
        let (told, remedy) = (why.label(), why.remedy());
        is_kind(told);
        is_kind(remedy);
        assert!(!told.ends_with('.'), "{told}");
        assert!(remedy.ends_with('.') && !remedy.contains(". "), "{remedy}");
    }
}

#[test]
fn every_refused_action_is_told_kindly_and_names_who_can_help() {
    let hats = Action::ALL.iter().map(|action| Refusal::Hat(*action));
    for refusal in hats.chain([Refusal::Retired, Refusal::Restricted]) {
        let (told, remedy) = (refusal.to_string(), refusal.remedy());
        is_kind(&told);
        is_kind(remedy);
        assert!(told.starts_with(char::is_lowercase) && !told.ends_with('.'), "{told}");
        let calls = remedy.starts_with("Panggil ") || remedy.starts_with("Minta ");
        assert!(calls && remedy.ends_with('.') && !remedy.contains(". "), "{remedy}");
        assert!(told.len() + remedy.len() < 158, "{told}. {remedy}");
    }
}

/// How the tail of "LABEL …" may begin.
const TAILS: &[&str] =
    &["harus ", "hanya ", "tidak ", "paling ", "memuat ", "terlalu ", "cocok ", "sudah "];

fn rejects() -> Vec<Reject> {
    vec![
        Reject::Empty,
        Reject::Length { want: 16, got: 8 },
        Reject::Length { want: 16, got: 17 },
        Reject::TooLong { most: 80 },
        Reject::NotDigits,
        Reject::Lookalike { typed: 'O', meant: '0' },
        Reject::AllAlike,
        Reject::NoSuchDate,
        Reject::MonthFirst,
        Reject::Future,
        Reject::TooOld,
        Reject::Range { least: 1, most: 10 },
        Reject::NotOffered,
        Reject::Ambiguous,
        Reject::Twice,
        Reject::NotPhone,
        Reject::NotArea,
        Reject::NotTicket,
        Reject::NoOther,
        Reject::Sign('#'),
        Reject::NotTime,
        Reject::NoSerial,
        Reject::NoYear,
        Reject::NoKind,
        Reject::NoFirst,
        Reject::NoSquare,
        Reject::NotThatFile,
        Reject::CalledFor { by: "NIK kosong" },
        Reject::ClosesFirst,
        Reject::RuledOut { by: "NIK sudah diisi" },
        Reject::NoAddress,
        Reject::PagesByQueue,
        Reject::Taken,
        Reject::Alone,
        Reject::Signs { want: 32, got: 30 },
        Reject::TooShort { least: 12 },
        Reject::Guessable,
        Reject::NotTheSame,
        Reject::NotOfficer,
        Reject::NotThisPerson,
        Reject::NotRecovery,
        Reject::NotNew,
    ]
}

#[test]
fn every_refusal_is_the_tail_of_a_sentence() {
    for why in rejects() {
        let tail = why.to_string();
        assert!(TAILS.iter().any(|begins| tail.starts_with(begins)), "{tail}");
        assert!(!tail.ends_with('.'), "{tail}");
        is_kind(&tail);
    }
}

#[test]
fn no_refusal_is_forgotten_here() {
    let text = std::fs::read_to_string("src/domain/reject.rs").unwrap();
    let body = text.split_once("pub enum Reject {").unwrap().1.split_once("\n}").unwrap().0;
    let declared = body.lines().filter(|line| line.trim().starts_with(char::is_uppercase)).count();
    let kinds: BTreeSet<String> = rejects()
        .iter()
        .map(|why| format!("{why:?}").chars().take_while(char::is_ascii_alphabetic).collect())
        .collect();
    assert_eq!(kinds.len(), declared);
}

#[test]
fn every_doubt_is_told_without_blame() {
    let day = Day(chrono::NaiveDate::from_ymd_opt(1985, 8, 17).unwrap());
    for odd in [
        Odd::NikArea,
        Odd::NikDate,
        Odd::NikSerial,
        Odd::NikBorn(day),
        Odd::NikSex,
        Odd::NikIsKk,
        Odd::NikCentury,
        Odd::KkDate,
        Odd::VeryOld,
        Odd::NameOdd,
        Odd::MixedScript,
        Odd::PpksAge(8),
        Odd::PpksSex(12),
        Odd::Desil { most: 5 },
        Odd::SecondHead,
        Odd::Differs("Nama ibu"),
        Odd::NoHolidays(2028),
        Odd::Alike("S. A., NIK 6471**5708******: nama sama".to_owned()),
    ] {
        let told = odd.to_string();
        assert!(!told.is_empty() && !told.ends_with('.'), "{told}");
        is_kind(&told);
    }
}

#[test]
fn no_question_and_no_step_blames_or_shouts() {
    for field in FORMS.iter().flat_map(|form| form.fields) {
        is_kind(field.label);
        is_kind(field.hint);
    }
    for step in Step::ALL {
        is_kind(step.label());
    }
}
