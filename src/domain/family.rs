//! What looks odd about a family on one card, seen from one of its members.
//!
//! # Why
//! A card is typed member by member, often from a bad copy, so what cannot be is asked and never
//! refused: a card may be wrong, and an adoption or a second marriage looks odd and is true.
use chrono::NaiveDate;

use crate::domain::{
    doubt::Odd,
    person::Relation,
    resident::{Birth, Resident},
    sex::Sex,
};

/// The answer at which a doubt stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    Relation,
    Sex,
    Birth,
}

/// Said where nobody on a card is its head.
pub const NO_HEAD: Odd = Odd::Told("KK ini belum punya kepala keluarga; tulis namanya bila tahu");
/// Said of a husband who is a woman.
pub const HUSBAND: Odd = Odd::Told("suami tercatat perempuan");
/// Said of a wife who is a man.
pub const WIFE: Odd = Odd::Told("istri tercatat laki-laki");
/// Said of a couple of one sex.
pub const COUPLE: Odd = Odd::Told("jenis kelamin sama dengan pasangannya pada KK ini");
/// Said of a child or grandchild who is older than the head.
pub const OLDER: Odd = Odd::Told("lebih tua dari kepala keluarga, padahal anak atau cucunya");
/// Said of a parent who is younger than the head.
pub const YOUNGER: Odd = Odd::Told("lebih muda dari kepala keluarga, padahal orang tuanya");
/// Said of a head of whom a child is older, or a parent younger.
pub const HEAD_AGE: Odd = Odd::Told("umur tidak cocok dengan anak atau orang tua pada KK ini");

/// Everything odd about a member among the others on the card.
#[must_use]
pub fn oddities(who: &Resident, others: &[Resident], today: NaiveDate) -> Vec<(About, Odd)> {
    let tie = who.family.relation;
    let is_head = |one: &&Resident| one.family.relation == Some(Relation::Head);
    let head = others.iter().find(is_head);
    let mut odd = Vec::new();
    match (tie, head) {
        (Some(Relation::Head), Some(_)) => odd.push((About::Relation, Odd::SecondHead)),
        (Some(Relation::Head), None) => {}
        (Some(_), None) if !others.is_empty() && who.family.head.is_none() => {
            odd.push((About::Relation, NO_HEAD));
        }
        _ => {}
    }
    match (tie, who.sex) {
        (Some(Relation::Husband), Some(Sex::Female)) => odd.push((About::Sex, HUSBAND)),
        (Some(Relation::Wife), Some(Sex::Male)) => odd.push((About::Sex, WIFE)),
        _ if others.iter().any(|other| is_couple(who, other) && same_sex(who, other)) => {
            odd.push((About::Sex, COUPLE));
        }
        _ => {}
    }
    match (tie, head) {
        (Some(Relation::Head), None) if others.iter().any(|other| clash(who, other, today)) => {
            odd.push((About::Birth, HEAD_AGE));
        }
        (Some(Relation::Parent), Some(head)) if clash(head, who, today) => {
            odd.push((About::Birth, YOUNGER));
        }
        (Some(_), Some(head)) if clash(head, who, today) => odd.push((About::Birth, OLDER)),
        _ => {}
    }
    odd
}

/// Whether one is the head and the other the spouse.
fn is_couple(one: &Resident, other: &Resident) -> bool {
    let spouse = |tie| matches!(tie, Some(Relation::Husband | Relation::Wife));
    let (one, other) = (one.family.relation, other.family.relation);
    (one == Some(Relation::Head) && spouse(other)) || (other == Some(Relation::Head) && spouse(one))
}

fn same_sex(one: &Resident, other: &Resident) -> bool {
    one.sex.is_some() && one.sex == other.sex
}

/// Whether the ages of a head and a member contradict what the member is.
fn clash(head: &Resident, member: &Resident, today: NaiveDate) -> bool {
    match member.family.relation {
        Some(Relation::Child | Relation::Grandchild) => is_older(member, head, today),
        Some(Relation::Parent) => is_older(head, member, today),
        _ => false,
    }
}

/// Whether one is older than the other, as far as both ages are known.
fn is_older(one: &Resident, other: &Resident, today: NaiveDate) -> bool {
    match (one.birth, other.birth) {
        (Birth::On(one), Birth::On(other)) => one < other,
        _ => one.age_on(today).zip(other.age_on(today)).is_some_and(|(one, other)| one > other),
    }
}
