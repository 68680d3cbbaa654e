//! The checks, run over this repository.
use std::{fs, path::Path};

use crate::layers::{
    chain, circles,
    fences::{self, FENCES, TEST_FENCES},
    habits, imports,
    plan::Plan,
    ranks,
    source::{Source, files, sources},
};

/// Stops with every complaint, one a line.
fn none(complaints: impl IntoIterator<Item = String>) {
    let all: Vec<String> = complaints.into_iter().collect();
    assert!(all.is_empty(), "\n{}\n", all.join("\n"));
}

fn program() -> Vec<Source> {
    sources("src")
}

fn everything() -> Vec<Source> {
    program().into_iter().chain(sources("tests")).collect()
}

fn plan() -> Plan {
    Plan::of(&program(), &["crate", "loket"])
}

#[test]
fn layers_use_only_what_is_below() {
    none(ranks::upward(&plan()));
    none(program().iter().filter_map(ranks::homeless));
}

#[test]
fn screens_stand_in_their_chain() {
    none(chain::breaks(&plan()));
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    none(circles::circles(&plan()));
    none(circles::circles(&Plan::of(&sources("tests/suite"), &["crate"])));
}

#[test]
fn every_name_comes_alone_and_from_the_root() {
    none(everything().iter().flat_map(imports::hidden));
    none(plan().vague());
}

#[test]
fn fenced_names_stay_where_they_belong() {
    none(program().iter().flat_map(|source| fences::crossed(FENCES, source)));
    none(sources("tests").iter().flat_map(|source| fences::crossed(TEST_FENCES, source)));
}

#[test]
fn every_file_keeps_the_habits_of_the_house() {
    none(everything().iter().flat_map(habits::lapses));
}

#[test]
fn nothing_names_a_folder_of_one_machine() {
    let shown =
        files(Path::new("assets")).into_iter().chain(["README.md", "Cargo.toml"].map(Into::into));
    // Fonts and packed tables are no text, and README.md comes last of all.
    let texts = shown.filter_map(|path| Some((fs::read_to_string(&path).ok()?, path)));
    none(texts.filter_map(|(text, path)| habits::of_one_machine(&path.to_string_lossy(), &text)));
}

#[test]
fn every_dependency_says_why_it_is_needed() {
    none(habits::unexplained(&fs::read_to_string("Cargo.toml").unwrap()));
}

#[test]
fn the_checks_see_the_whole_house() {
    let plan = plan();
    assert!(plan.files.len() > 80 && plan.files.contains_key("desk::requests"));
    assert!(plan.uses["src/desk/requests.rs"].contains("domain::promise"));
    assert!(plan.uses["src/main.rs"].contains("cli::args"));
    assert!(plan.uses["src/domain/road.rs"].contains("domain::choice"), "macros lead home");
}
