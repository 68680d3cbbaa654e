//! The people of a made-up household: who they are to each other, and how old.
use chrono::{NaiveDate, TimeDelta};

use crate::{
    desk::practice::{
        dice::Dice,
        naming::{Kin, Named},
        persona::{BIRTH_PLACES, Persona},
    },
    domain::{
        choice::Choice as _,
        date::Day,
        person::{Marital, Relation},
        sex::Sex,
    },
};

/// How households are made up, and how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// With children, and now and then a grandmother.
    Couple,
    /// Alone with her children.
    Mother,
    /// Old and alone.
    Old,
    Single,
    /// Found in the street.
    Stranger,
}

const SHAPES: [(Shape, u32); 5] = [
    (Shape::Couple, 68),
    (Shape::Mother, 10),
    (Shape::Old, 9),
    (Shape::Single, 11),
    (Shape::Stranger, 2),
];

impl Shape {
    /// A shape, as often as it is found.
    #[must_use]
    pub fn thrown(dice: &mut Dice) -> Self {
        dice.weighed(&SHAPES, |(_, weight)| *weight).0
    }
}

/// The people of a household, its head first.
#[must_use]
pub fn members(dice: &mut Dice, shape: Shape, today: NaiveDate) -> Vec<Persona> {
    let kin = Kin::thrown(dice);
    let person = |dice: &mut Dice, kin: &Kin, (sex, age): (Sex, u32), relation: Relation| {
        let days = i64::from(age) * 365 + i64::from(age / 4) + 2 + i64::from(dice.below(350));
        let born = today - TimeDelta::days(days);
        Persona {
            named: kin.name(dice, sex, (None, dice.clone().below(4))),
            sex,
            born,
            age: Day(born).age_on(today),
            relation,
            marital: Marital::Single,
            faith: kin.faith,
            mother: None,
            birth_place: dice.pick(BIRTH_PLACES),
        }
    };
    let (sex, age) = match shape {
        Shape::Couple => (Sex::Male, dice.within(23, 66)),
        Shape::Mother => (Sex::Female, dice.within(22, 58)),
        Shape::Old => (dice.pick(Sex::ALL), dice.within(60, 88)),
        Shape::Single => (dice.pick(Sex::ALL), dice.within(18, 59)),
        Shape::Stranger => (dice.pick(Sex::ALL), dice.within(20, 70)),
    };
    let mut head = person(dice, &kin, (sex, age), Relation::Head);
    head.marital = match shape {
        Shape::Couple => Marital::Married,
        Shape::Mother => dice.pick(&[Marital::Divorced, Marital::Widowed]),
        Shape::Old if dice.percent(80) => Marital::Widowed,
        _ => Marital::Single,
    };
    let mut house = vec![head];
    if shape == Shape::Couple {
        let hers = Kin::thrown(dice);
        let younger = dice.below(9);
        let age = house[0].age.saturating_sub(younger).max(19);
        let mut wife = person(dice, &hers, (Sex::Female, age), Relation::Wife);
        (wife.marital, wife.faith) = (Marital::Married, kin.faith);
        house.push(wife);
    }
    if matches!(shape, Shape::Couple | Shape::Mother) {
        children(dice, &kin, (&mut house, today));
    }
    if shape == Shape::Couple && house[0].age < 55 && dice.percent(9) {
        let age = (house[0].age + dice.within(20, 34)).min(92);
        let mut parent = person(dice, &kin, (Sex::Female, age), Relation::Parent);
        parent.marital = Marital::Widowed;
        house.push(parent);
    }
    house
}

/// Children of the woman of the house, as long as they live with her.
fn children(dice: &mut Dice, kin: &Kin, (house, today): (&mut Vec<Persona>, NaiveDate)) {
    let Some(mother) = house.iter().rfind(|one| one.sex == Sex::Female).cloned() else { return };
    let father: Option<Named> =
        house.first().filter(|head| head.sex == Sex::Male).map(|head| head.named.clone());
    let mut age_at_birth = dice.within(19, 27);
    for nth in 0..dice.below(5) {
        let Some(age) = mother.age.checked_sub(age_at_birth) else { return };
        age_at_birth += dice.within(2, 5);
        if age > 24 || age_at_birth > 46 {
            continue;
        }
        let sex = dice.pick(&[Sex::Male, Sex::Female]);
        let born = today
            - TimeDelta::days(i64::from(age) * 365 + i64::from(age / 4 + dice.below(360)) + 2);
        house.push(Persona {
            named: kin.name(dice, sex, (father.as_ref(), nth)),
            sex,
            born,
            age: Day(born).age_on(today),
            relation: Relation::Child,
            marital: Marital::Single,
            faith: kin.faith,
            mother: Some(mother.named.full.clone()),
            birth_place: BIRTH_PLACES[0],
        });
    }
}
