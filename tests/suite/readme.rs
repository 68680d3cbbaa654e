//! The README says what the program does: its tables are made from the program's own.
//!
//! `LOKET_README=tulis cargo test readme` writes them anew.
use std::{
    fmt::Write as _,
    fs,
    sync::{Mutex, PoisonError},
};

use loket::{
    domain::{choice::Choice as _, may::Action, referral_road, road, role::Role},
    letter::{filled::lay, kinds::KINDS},
    print::{page::Paper, text},
    tui::command,
};

#[test]
fn the_key_card_is_the_table_of_commands() {
    holds("tombol", &command::card());
}

#[test]
fn the_road_of_a_request_is_the_table_of_steps() {
    let mut table = "| dari | langkah | menjadi | ditanya |\n|---|---|---|---|\n".to_owned();
    for turn in road::ROAD {
        let from: Vec<_> = turn.from.iter().map(|status| status.label()).collect();
        let star = if turn.complaints_only { " *" } else { "" };
        let asked = match turn.step {
            road::Step::MarkDuplicate => "tiket laporan pertama",
            step if step.reasons().is_empty() => "",
            road::Step::Close | road::Step::Settle => "hasil",
            _ => "alasan",
        };
        let (step, to) = (turn.step.label(), turn.to.label());
        let _ = writeln!(table, "| {} | {step}{star} | {to} | {asked} |", from.join(", "));
    }
    holds("jalan", &table);
}

#[test]
fn the_road_of_a_referral_is_the_table_of_its_steps() {
    let mut table = "| dari | kabar | menjadi | ditanya |\n|---|---|---|---|\n".to_owned();
    for turn in referral_road::ROAD {
        let from: Vec<_> = turn.from.iter().map(|status| status.label()).collect();
        let asked = if turn.step.reasons().is_empty() { "" } else { "alasan atau hasil" };
        let (step, to) = (turn.step.label(), turn.to.label());
        let _ = writeln!(table, "| {} | {step} | {to} | {asked} |", from.join(", "));
    }
    holds("jalan-rujukan", &table);
}

#[test]
fn who_may_do_what_is_the_table_of_rights() {
    let mut table =
        "| | petugas | koordinator | admin | auditor |\n|---|---|---|---|---|\n".to_owned();
    for action in Action::ALL {
        let star = if action.is_exempt() { " *" } else { "" };
        let cells =
            Role::ALL.iter().map(|role| if action.roles().contains(role) { "ya" } else { "" });
        let cells = cells.collect::<Vec<_>>().join(" | ");
        let _ = writeln!(table, "| {}{star} | {cells} |", action.label());
    }
    holds("hak", &table);
}

#[test]
fn the_gallery_is_every_kind_of_letter() {
    let mut gallery = String::new();
    for kind in KINDS {
        let letter = lay(&kind.sample().unwrap(), Paper::A4, None).unwrap();
        let (label, code) = (kind.label, kind.code);
        let _ = write!(
            gallery,
            "<details><summary>{label} ({code})</summary>\n\n```\n{}```\n\n</details>\n",
            text::render(&letter)
        );
    }
    holds("galeri", &gallery);
}

/// The part of the README between the marks of that name is this text.
pub(crate) fn holds(name: &str, text: &str) {
    static WRITING: Mutex<()> = Mutex::new(());
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let _writing = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    let readme = fs::read_to_string(file).unwrap();
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->\n"));
    let (before, rest) = readme.split_once(&open).expect("the opening mark");
    let (found, after) = rest.split_once(&close).expect("the closing mark");
    if std::env::var("LOKET_README").is_ok_and(|wish| wish == "tulis") {
        fs::write(file, format!("{before}{open}{text}{close}{after}")).unwrap();
        return;
    }
    assert_eq!(found, text, "README differs at {name}; LOKET_README=tulis cargo test readme");
}
