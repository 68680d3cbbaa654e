//! A made-up household: who lives together, on which card and where.
use chrono::{Datelike as _, NaiveDate};

use crate::{
    desk::{
        counter::Desk,
        practice::{
            dice::Dice,
            kinfolk::{Shape, members},
            numbers::{Districts, phone},
            persona::{Persona, stranger},
        },
    },
    domain::{
        area::Area,
        choice::Choice as _,
        date::Day,
        kk::Kk,
        nik::Nik,
        person::{NoNik, Relation},
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

impl Neighbourhood {
    /// A household that registers on that day.
    #[must_use]
    pub fn household(&self, desk: &Desk, dice: &mut Dice, today: NaiveDate) -> Vec<Member> {
        let shape = Shape::thrown(dice);
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
                return Member { draft, persona, stranger: true };
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
            self.identify(desk, dice, (&mut draft, &persona, &mut taken));
            Member { draft, persona, stranger: false }
        });
        dressed.collect()
    }

    /// Gives a NIK, or says why there is none; a few cards do not agree with themselves.
    fn identify(
        &self,
        desk: &Desk,
        dice: &mut Dice,
        (draft, persona, taken): (&mut Draft, &Persona, &mut Vec<Nik>),
    ) {
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
            return;
        }
        let found = (0..10).find_map(|_| {
            let nik = self.districts.nik(desk, dice, (persona.born, persona.sex))?;
            (!taken.contains(&nik)).then_some(nik)
        });
        let Some(nik) = found else {
            draft.put(NO_NIK.id, NoNik::NotBrought.code());
            return;
        };
        taken.push(nik);
        draft.put(NIK.id, nik.to_string());
        if persona.age > 25 && dice.below(200) == 0 {
            let other = persona.born.with_day(if persona.born.day() == 1 { 2 } else { 1 });
            draft.put(BORN.id, Day(other.unwrap_or(persona.born)).to_string());
        }
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
