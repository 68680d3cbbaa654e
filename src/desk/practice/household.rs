//! A made-up household: who lives together, on which card and where.
use chrono::{Datelike as _, NaiveDate, TimeDelta};

use crate::{
    desk::{
        counter::Desk,
        practice::{
            dice::Dice,
            naming::{Kin, Named},
            numbers::{Districts, phone},
            persona::{BIRTH_PLACES, Persona, stranger},
        },
    },
    domain::{
        area::Area,
        choice::Choice as _,
        date::Day,
        kk::Kk,
        nik::Nik,
        person::{Marital, NoNik, Relation},
        sex::Sex,
    },
    form::{
        field::Draft,
        resident::{
            AREA, BORN, CARD_AREA, CARD_RT, CARD_STREET, HEAD, KK, NIK, NO_NIK, PHONE, PHONE_OWNER,
            RT, RW, STREET,
        },
    },
};

/// Where made-up people live.
#[derive(Debug)]
pub struct Neighbourhood {
    pub area: Area,
    pub districts: Districts,
    /// How many RT there are.
    pub rts: u32,
}

/// A member, ready to be registered.
#[derive(Debug)]
pub struct Member {
    pub draft: Draft,
    pub persona: Persona,
    /// Nothing is known of where the person belongs.
    pub stranger: bool,
    /// Looks wrong on purpose, as real cards sometimes do.
    pub odd: bool,
}

const STREETS: &[&str] = &[
    "Jl. Melati",
    "Jl. Mawar",
    "Gg. Rambutan",
    "Jl. Sepinggan Baru",
    "Jl. Marsma Iswahyudi",
    "Gg. Amanah",
    "Jl. Mulawarman",
    "Gg. Swadaya",
    "Jl. Pasar Baru",
    "Jl. Projakal",
    "Gg. Manggis",
    "Jl. Pandan Wangi",
    "Gg. Al-Hikmah",
    "Jl. Strat",
    "Perum Bumi Nirwana Blok C",
    "Jl. Telagasari",
];

/// How households are made up, and how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Couple,
    Mother,
    Old,
    Single,
    Stranger,
}

const SHAPES: [(Shape, u32); 5] = [
    (Shape::Couple, 68),
    (Shape::Mother, 10),
    (Shape::Old, 9),
    (Shape::Single, 11),
    (Shape::Stranger, 2),
];

impl Neighbourhood {
    /// A household that registers on that day.
    #[must_use]
    pub fn household(&self, desk: &Desk, dice: &mut Dice, today: NaiveDate) -> Vec<Member> {
        let shape = dice.weighed(&SHAPES, |(_, weight)| *weight).0;
        let members = members(dice, shape, today);
        let home = self.home(dice);
        let card = dice.percent(6).then(|| self.elsewhere(dice)).flatten();
        let kk = (0..20)
            .filter_map(|_| Kk::of_number(self.districts.kk(dice, today)))
            .find(|kk| desk.book.people.with_kk(*kk).is_empty())
            .filter(|_| dice.percent(96));
        let head = members.first().map(|head| head.named.full.clone()).unwrap_or_default();
        let line = phone(dice);
        let mut taken: Vec<Nik> = Vec::new();
        let dressed = members.into_iter().enumerate().map(|(nth, persona)| {
            let outcast = shape == Shape::Stranger;
            let mut draft =
                if outcast { stranger(dice, &persona) } else { persona.answers(dice, today) };
            copy(&home, &mut draft);
            if outcast {
                return Member { draft, persona, stranger: true, odd: false };
            }
            if let Some(card) = &card {
                copy(card, &mut draft);
            }
            if let Some(kk) = kk {
                draft.put(KK.id, kk.to_string());
            }
            if nth > 0 {
                draft.put(HEAD.id, head.clone());
            }
            reach(dice, &mut draft, (&persona, &line));
            let odd = self.identify(desk, dice, (&mut draft, &persona, &mut taken));
            Member { draft, persona, stranger: false, odd }
        });
        dressed.collect()
    }

    /// Gives a NIK, or says why there is none; a few cards do not agree with themselves.
    fn identify(
        &self,
        desk: &Desk,
        dice: &mut Dice,
        (draft, persona, taken): (&mut Draft, &Persona, &mut Vec<Nik>),
    ) -> bool {
        let newborn = persona.age == 0 && dice.percent(40);
        if newborn || dice.percent(2) {
            const WHY: &[NoNik] =
                &[NoNik::NotBrought, NoNik::NotBrought, NoNik::Lost, NoNik::Forgotten];
            let why = match persona.age {
                _ if newborn => NoNik::Newborn,
                17.. if dice.percent(15) => NoNik::NotRecorded,
                _ => dice.pick(WHY),
            };
            draft.put(NO_NIK.id, why.code());
            return false;
        }
        let found = (0..10).find_map(|_| {
            let nik = self.districts.nik(desk, dice, (persona.born, persona.sex))?;
            (!taken.contains(&nik)).then_some(nik)
        });
        let Some(nik) = found else {
            draft.put(NO_NIK.id, NoNik::NotBrought.code());
            return false;
        };
        taken.push(nik);
        draft.put(NIK.id, nik.to_string());
        let odd = persona.age > 25 && dice.below(200) == 0;
        if odd {
            let other = persona.born.with_day(if persona.born.day() == 1 { 2 } else { 1 });
            draft.put(BORN.id, Day(other.unwrap_or(persona.born)).to_string());
        }
        odd
    }

    fn home(&self, dice: &mut Dice) -> Draft {
        let mut home = Draft::default();
        let rt = dice.within(1, self.rts);
        home.put(STREET.id, format!("{} No. {}", dice.pick(STREETS), dice.within(1, 120)));
        home.put(RT.id, rt.to_string());
        // The cities of Java count RW; Balikpapan has none.
        if (31..=36).contains(&self.area.province) {
            home.put(RW.id, ((rt - 1) / 8 + 1).to_string());
        }
        home
    }

    /// The address on the card of someone who moved here without papers.
    fn elsewhere(&self, dice: &mut Dice) -> Option<Draft> {
        let village = self.area.village + 1;
        let area = Area { village, ..self.area };
        crate::domain::atlas::Atlas::get().name(area)?;
        let mut card = Draft::default();
        card.put(CARD_STREET.id, format!("{} No. {}", dice.pick(STREETS), dice.within(1, 120)));
        card.put(CARD_RT.id, dice.within(1, 40).to_string());
        card.put(CARD_AREA.id, area.to_string());
        Some(card)
    }
}

/// How the member can be called; children have none, and some use a relative's.
fn reach(dice: &mut Dice, draft: &mut Draft, (persona, line): (&Persona, &str)) {
    if persona.relation == Relation::Head && dice.percent(82) {
        draft.put(PHONE.id, line);
    } else if persona.age >= 15 && dice.percent(55) {
        let own = dice.percent(70);
        draft.put(PHONE.id, if own { phone(dice) } else { line.to_owned() });
        draft.put(PHONE_OWNER.id, if own { "Sendiri" } else { "Keluarga serumah" });
    }
}

fn copy(from: &Draft, to: &mut Draft) {
    from.answers().filter(|(id, _)| *id != AREA.id).for_each(|(id, answer)| to.put(id, answer));
}

/// The people of a household, its head first.
fn members(dice: &mut Dice, shape: Shape, today: NaiveDate) -> Vec<Persona> {
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
