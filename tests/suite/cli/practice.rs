//! The practice desk: lifelike, in every state, and the same every time.
use std::{collections::BTreeSet, path::Path};

use chrono::NaiveDate;
use loket::{
    desk::{
        aid_card::{self, AidCard, Matter},
        counter::Clock,
        exports::{self, Span, Table},
        lists::{Which, count},
        practice::make::{Wish, fill},
        residents,
        search::residents as find,
        twins::Twins,
    },
    domain::{area::Area, choice::Choice as _, referral_road, road::Status},
    report::jsonl::JsonLines,
    tui::{app::App, doors::DOORS, theme::Theme},
};
use serde_json::Value;

use crate::{clerk::Clerk, cli::program::loket, place::Place, terminal::window::Window};

const PRAPATAN: Area = Area { province: 64, city: 71, district: 6, village: 1001 };

pub fn made(
    residents: u32,
    seed: u64,
    today: (i32, u32, u32),
) -> (Place, loket::desk::counter::Desk) {
    let place = Place::new();
    let mut desk = place.desk(Clock::Wall);
    let today = NaiveDate::from_ymd_opt(today.0, today.1, today.2).unwrap();
    fill(&mut desk, Wish { residents, seed, today, area: PRAPATAN }).unwrap();
    (place, desk)
}

fn rows(desk: &mut loket::desk::counter::Desk, table: Table) -> Vec<Value> {
    let mut bytes = Vec::new();
    exports::export(desk, table, Span::default(), &mut JsonLines::new(&mut bytes)).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn seen<'a>(rows: &'a [Value], key: &str) -> BTreeSet<&'a str> {
    rows.iter().filter_map(|row| row[key].as_str()).collect()
}

#[test]
fn every_state_of_requests_and_referrals_is_there() {
    let (_place, mut desk) = made(240, 3, (2026, 11, 24));
    let requests = rows(&mut desk, Table::Requests);
    assert_eq!(seen(&requests, "jenis").len(), 4);
    // A request does not rest where it is only taken.
    let states = Status::ALL.iter().filter(|status| **status != Status::Received);
    let states: BTreeSet<&str> = states.map(|status| status.code()).collect();
    assert_eq!(seen(&requests, "status"), states);
    let referrals = rows(&mut desk, Table::Referrals);
    let states: BTreeSet<&str> =
        referral_road::Status::ALL.iter().map(|status| status.code()).collect();
    assert_eq!(seen(&referrals, "status"), states);
    let letters = rows(&mut desk, Table::Letters);
    assert_eq!(seen(&letters, "status"), BTreeSet::from(["dipesan", "terbit"]));
    for which in [Which::Today, Which::Lacking, Which::Silent, Which::DueToday, Which::Overdue] {
        assert!(count(&desk, which) > 0, "{which:?}");
    }
    assert!(count(&desk, Which::Open) < requests.len() / 2, "most things have ended");
}

#[test]
fn the_residents_are_as_many_as_wished_and_hardly_any_looks_odd() {
    let (_place, mut desk) = made(3_000, 5, (2026, 11, 24));
    assert_eq!(desk.residents(), 3_000);
    let everyone = find(&desk, "6", 10_000).unwrap();
    assert!(everyone.len() > 2_500, "nearly all have a NIK");
    let doubted: Vec<_> = everyone
        .iter()
        .filter(|found| !residents::doubts(&desk, &found.who).unwrap().is_empty())
        .collect();
    assert!((1..30).contains(&doubted.len()), "{}", doubted.len());
    let aided = everyone.iter().filter(|found| !found.who.benefits.is_empty());
    let cards: Vec<_> = aided.map(|found| aid_card::card(&desk, found.who.id).unwrap()).collect();
    assert!((150..900).contains(&cards.len()), "{}", cards.len());
    let overlaps = |card: &&AidCard| card.asks.iter().any(|ask| ask.matter == Matter::Overlap);
    let overlapping = cards.iter().filter(overlaps).count();
    assert!((1..60).contains(&overlapping), "{overlapping}");
    let people = rows(&mut desk, Table::Residents);
    let niks: Vec<&str> = people.iter().filter_map(|row| row["nik"].as_str()).collect();
    assert_eq!(niks.iter().collect::<BTreeSet<_>>().len(), niks.len());
    assert!(niks.iter().filter(|nik| nik.starts_with("647106")).count() > niks.len() / 2);
    let single = people.iter().filter_map(|row| row["nama"].as_str()).filter(|n| !n.contains(' '));
    assert!(single.count() > 50, "some people have one name");
    assert!(seen(&people, "agama").len() >= 5 && seen(&people, "alasan_tanpa_nik").len() >= 5);
    assert!(people.iter().any(|row| row["tanpa_nama"] == true));
}

#[test]
fn children_are_younger_than_their_mothers_and_live_with_them() {
    let (_place, mut desk) = made(600, 8, (2026, 11, 24));
    let people = rows(&mut desk, Table::Residents);
    let children: Vec<&Value> =
        people.iter().filter(|row| row["hubungan_kk"] == "anak" && !row["kk"].is_null()).collect();
    assert!(children.len() > 100);
    for child in children {
        let mother = people.iter().find(|row| {
            row["kk"] == child["kk"]
                && row["nama"] == child["nama_ibu"]
                && row["jenis_kelamin"] == "P"
        });
        let mother = mother.unwrap_or_else(|| panic!("no mother for {child}"));
        assert_eq!((&mother["alamat"], &mother["rt"]), (&child["alamat"], &child["rt"]));
        let year =
            |row: &Value| row["tanggal_lahir"].as_str().unwrap()[..4].parse::<u32>().unwrap();
        assert!(year(mother) + 17 < year(child), "{child}");
    }
}

#[test]
fn a_few_are_registered_twice_so_that_merging_can_be_practised() {
    for seed in [1, 3, 5] {
        let (_place, desk) = made(240, seed, (2026, 11, 24));
        let pairs = Twins::new(&desk).unwrap().read(|_, _| true).unwrap();
        assert!((4..8).contains(&pairs), "{pairs} of seed {seed}");
    }
}

#[test]
fn strangers_look_as_old_as_they_are_and_of_their_sex() {
    let (_place, mut desk) = made(3_000, 5, (2026, 11, 24));
    let people = rows(&mut desk, Table::Residents);
    let marked: Vec<&Value> = people.iter().filter(|row| row["tanpa_nama"] == true).collect();
    assert!(!marked.is_empty());
    for row in marked {
        let sex = if row["jenis_kelamin"] == "P" { "Perempuan " } else { "Laki-laki " };
        assert!(row["ciri"].as_str().unwrap().starts_with(sex), "{row}");
    }
}

#[test]
fn the_smallest_desk_and_a_sunday_are_fine_too() {
    for residents in [1, 2, 7] {
        let (_place, desk) = made(residents, 1, (2026, 11, 22));
        assert_eq!(desk.residents(), residents as usize);
        assert!(count(&desk, Which::All) > 0);
    }
}

fn exported(folder: &Path) -> Vec<String> {
    let tables = ["warga", "permohonan", "rujukan", "kunjungan", "surat"];
    tables.iter().map(|table| loket(folder, &["ekspor", table]).done().out).collect()
}

#[test]
fn the_same_seed_and_day_make_the_same_exports() {
    let place = Place::new();
    let make = |name: &str, seed: &str| {
        let folder = place.path().join(name);
        let words =
            ["latihan", "--warga", "150", "--hari", "2026-11-24", "--benih", seed, "--buat"];
        let words = [&words[..], &[folder.to_str().unwrap()]].concat();
        assert_eq!(loket(place.path(), &words).done().out, "150 warga, 50 permohonan\n");
        exported(&folder)
    };
    let first = make("a", "7");
    assert_eq!(first, make("b", "7"));
    assert_ne!(first, make("c", "8"));
    let folder = place.path().join("a");
    let again = loket(place.path(), &["latihan", "--buat", folder.to_str().unwrap()]);
    assert_eq!(again.status, 1, "a practice desk is never made over another one");
    assert_eq!(loket(&folder, &["cari", "a", "--petugas", "latihan"]).status, 0);
}

#[test]
fn an_issued_letter_can_be_written_again_on_any_paper() {
    let (place, mut desk) = made(60, 2, (2026, 11, 24));
    let letter = &rows(&mut desk, Table::Letters)[0];
    drop(desk);
    let number = letter["nomor"].as_str().unwrap();
    for (name, paper) in [("s.pdf", "a4"), ("s.txt", "f4"), ("t.pdf", "f4-210")] {
        let file = place.path().join(name);
        let words = ["surat", number, "--ke", file.to_str().unwrap(), "--kertas", paper];
        loket(place.path(), &words).done();
        let bytes = std::fs::read(&file).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(bytes.starts_with(b"%PDF") || text.contains(number), "{name}");
    }
    let letters = loket(place.path(), &["ekspor", "surat", "--format", "jsonl"]).done().objects();
    assert_eq!(letters[0]["salinan"].as_u64(), letter["salinan"].as_u64().map(|n| n + 3));
}

#[test]
fn practice_is_said_on_the_first_line_of_every_window() {
    let (place, desk) = made(20, 1, (2026, 11, 24));
    let mut clerk = Clerk::sits_down(App::new(desk, DOORS, Theme::MONO).unwrap()).at(place);
    for (width, height) in [(80, 24), (60, 20), (40, 12), (30, 8)] {
        for screen in ["<f1><esc>", "6", "<enter>", "<f3>"] {
            clerk.size(width, height).types(screen);
            let seen = clerk.screen();
            assert!(seen.lines().next().unwrap().contains("LATIHAN"), "{seen}");
        }
        clerk.types("<esc><esc><esc>");
    }
}

#[test]
fn practice_opens_on_a_desk_that_says_so_and_leaves_nothing_behind() {
    let place = Place::new();
    let words = ["latihan", "--warga", "40", "--hari", "2026-11-24"];
    let mut window = Window::open(place.path(), &words);
    window.sees("LATIHAN").types("<c-q>");
    assert!(window.ends());
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 0);
}
