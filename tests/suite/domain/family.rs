//! A family on one card: what cannot be, seen from each of its members, and who takes over.
use std::slice::from_ref;

use chrono::NaiveDate;
use loket::domain::{
    choice::Choice as _,
    date::Day,
    doubt::Odd,
    family::{self, COUPLE, HEAD_AGE, NO_HEAD, OLDER, YOUNGER},
    id::Id,
    person::{Life, Marital, Relation},
    resident::{Birth, Resident},
    sex::Sex,
    successor::successor,
};
use proptest::{
    collection::vec, option, prop_assert, prop_assert_eq, prop_compose, proptest, sample::select,
    test_runner::Config,
};

use crate::store::samples;

const fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

/// Somebody of whom nothing is known but these.
fn person(nth: u8, tie: Relation, sex: Option<Sex>, born: Option<i32>) -> Resident {
    let [mut who, _] = samples::residents();
    who.id = Id::new(u64::from(nth), 0);
    who.family.relation = Some(tie);
    who.family.head = None;
    who.sex = sex;
    let day = |year| Birth::On(Day(NaiveDate::from_ymd_opt(year, 5, 1).unwrap()));
    who.birth = born.map_or(Birth::Unknown, day);
    (who.marital, who.life) = (None, Life::Alive);
    who
}

fn odd(who: &Resident, others: &[Resident]) -> Vec<Odd> {
    family::oddities(who, others, today()).into_iter().map(|(_, odd)| odd).collect()
}

prop_compose! {
    fn member()(
        nth in 2_u8..200,
        tie in select(Relation::ALL),
        sex in option::of(select(Sex::ALL)),
        born in option::of(1930..2026),
    ) -> Resident {
        person(nth, tie, sex, born)
    }
}

proptest! {
    #![proptest_config(Config { cases: 256, failure_persistence: None, ..Config::default() })]

    #[test]
    fn what_is_odd_between_two_is_seen_from_both(other in member(), born in option::of(1930..2026)) {
        let head = person(1, Relation::Head, Some(Sex::Male), born);
        let (own, his) = (odd(&other, from_ref(&head)), odd(&head, from_ref(&other)));
        for both in [COUPLE, Odd::SecondHead] {
            // A husband who is a woman, or a wife who is a man, is told so instead.
            let wrong = own.contains(&family::WIFE) || own.contains(&family::HUSBAND);
            prop_assert!(wrong || own.contains(&both) == his.contains(&both), "{own:?} {his:?}");
        }
        let age = own.contains(&OLDER) || own.contains(&YOUNGER);
        prop_assert_eq!(age, his.contains(&HEAD_AGE));
    }

    #[test]
    fn where_nothing_is_known_nothing_is_odd(others in vec(member(), 0..5)) {
        let mut who = person(1, Relation::Child, None, None);
        who.family.relation = None;
        prop_assert_eq!(odd(&who, &others), []);
    }

    #[test]
    fn who_takes_over_is_alive_grown_and_of_the_family(mut all in vec(member(), 0..6), dead in 0_usize..6) {
        if let Some(who) = all.get_mut(dead) {
            who.life = Life::Dead;
        }
        let next = successor("PKH", all.iter(), today());
        if let Some(next) = next {
            prop_assert!(next.life == Life::Alive && next.age_on(today()).is_none_or(|age| age >= 18));
            let woman = |one: &&Resident| {
                let grown = one.age_on(today()).is_some_and(|age| age >= 18);
                one.sex == Some(Sex::Female) && one.life == Life::Alive && grown
            };
            prop_assert!(next.sex == Some(Sex::Female) || !all.iter().any(|one| woman(&one)));
        }
    }
}

#[test]
fn a_card_without_a_head_is_asked_for_one_unless_the_name_is_told() {
    let wife = person(1, Relation::Wife, Some(Sex::Female), None);
    let child = person(2, Relation::Child, None, None);
    assert_eq!(odd(&child, &[]), []);
    assert_eq!(odd(&child, from_ref(&wife)), [NO_HEAD]);
    let mut told = child;
    told.family.head = "Slamet Riyadi".parse().ok();
    assert_eq!(odd(&told, &[wife]), []);
}

#[test]
fn the_mother_takes_over_pkh_and_the_head_what_is_not_for_mothers() {
    let father = person(1, Relation::Head, Some(Sex::Male), Some(1980));
    let mother = person(2, Relation::Wife, Some(Sex::Female), Some(1985));
    let girl = person(3, Relation::Child, Some(Sex::Female), Some(2015));
    let all = [father.clone(), mother.clone(), girl.clone()];
    let next =
        |code: &str, all: &[Resident]| successor(code, all.iter(), today()).map(|one| one.id);
    assert_eq!(next("PKH", &all), Some(mother.id));
    assert_eq!(next("SEMBAKO", &all), Some(father.id));
    assert_eq!(next("PKH", &[father.clone(), girl.clone()]), Some(father.id));
    assert_eq!(next("PKH", from_ref(&girl)), None);
    // Who is married is grown.
    let mut bride = girl;
    bride.marital = Some(Marital::Married);
    assert_eq!(next("PKH", &[bride.clone()]), Some(bride.id));
}
