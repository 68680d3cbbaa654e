//! One made-up person: what a card would say, and what the desk would note.
use chrono::{NaiveDate, TimeDelta};

use crate::{
    desk::practice::{dice::Dice, naming::Named},
    domain::{
        choice::Choice as _,
        date::Day,
        person::{Disability, Marital, NoNik, Relation, Religion},
        ppks::Ppks,
        sex::Sex,
    },
    form::{
        field::{Draft, YES},
        resident::{
            AGE, BIRTH_PLACE, BORN, DESIL, DESIL_ON, DISABILITIES, KINDS, MARITAL, MARKS, MOTHER,
            NAME, NAMELESS, NO_NIK, OCCUPATION, RELATION, RELIGION, SEX,
        },
    },
};

/// Someone who is not registered yet.
#[derive(Debug, Clone)]
pub struct Persona {
    pub named: Named,
    pub sex: Sex,
    pub born: NaiveDate,
    /// Full years on the day of registration.
    pub age: u32,
    pub relation: Relation,
    pub marital: Marital,
    pub faith: Religion,
    pub mother: Option<String>,
    pub birth_place: &'static str,
}

/// Places of birth, the likeliest several times.
pub const BIRTH_PLACES: &[&str] = &[
    "Balikpapan",
    "Balikpapan",
    "Balikpapan",
    "Balikpapan",
    "Samarinda",
    "Banjarmasin",
    "Makassar",
    "Surabaya",
    "Bone",
    "Penajam",
    "Tenggarong",
    "Kediri",
    "Blitar",
    "Semarang",
    "Bandung",
    "Medan",
    "Rantepao",
    "Denpasar",
    "Kotabaru",
    "Tarakan",
    "Palu",
    "Manado",
    "Ende",
    "Sampang",
    "Jayapura",
];

const WORK: &[&str] = &[
    "Buruh harian lepas",
    "Karyawan swasta",
    "Wiraswasta",
    "Pedagang",
    "Nelayan",
    "Sopir",
    "Tukang batu",
    "Tukang ojek",
    "Petani",
    "Penjaga malam",
    "Pemulung",
    "Satpam",
    "Guru honorer",
    "Montir",
    "Penjahit",
];
const WOMENS_WORK: &[&str] = &[
    "Mengurus rumah tangga",
    "Mengurus rumah tangga",
    "Mengurus rumah tangga",
    "Pedagang kue",
    "Asisten rumah tangga",
    "Penjahit",
    "Karyawan swasta",
    "Buruh cuci",
    "Guru honorer",
];

/// How often each kind of PPKS is seen, by its number; kinds that are not here are rarer still.
const KINDS_SEEN: &[(u8, u32)] = &[
    (24, 40),
    (8, 22),
    (9, 18),
    (23, 14),
    (5, 8),
    (2, 7),
    (13, 5),
    (7, 3),
    (19, 3),
    (6, 2),
    (12, 2),
    (17, 2),
    (22, 2),
    (1, 2),
    (15, 2),
    (20, 1),
    (25, 2),
    (4, 1),
    (21, 1),
    (16, 1),
];

/// What is seen of strangers, behind their sex and age.
const MARKS_SEEN: &[&str] = &[
    "kurus, rambut gimbal, baju kaus hitam, ditemukan di Pasar Sepinggan.",
    "berbicara sendiri, membawa karung cokelat, ditemukan di depan masjid.",
    "bekas luka di pelipis kiri, tanpa alas kaki.",
    "tato mawar di lengan kanan, membawa tas plastik biru.",
];

impl Persona {
    /// The answers about the person alone; household and address are added by the house.
    #[must_use]
    pub fn answers(&self, dice: &mut Dice, today: NaiveDate) -> Draft {
        let mut draft = Draft::default();
        draft.put(NAME.id, self.named.full.clone());
        draft.put(SEX.id, self.sex.code());
        draft.put(BORN.id, Day(self.born).to_string());
        draft.put(BIRTH_PLACE.id, self.birth_place);
        draft.put(RELATION.id, self.relation.code());
        draft.put(RELIGION.id, self.faith.code());
        draft.put(MARITAL.id, self.marital.code());
        draft.put(OCCUPATION.id, self.occupation(dice));
        if let Some(mother) = &self.mother {
            draft.put(MOTHER.id, mother.clone());
        }
        if dice.percent(if self.age >= 60 { 30 } else { 13 }) {
            self.need(dice, &mut draft);
        }
        if dice.percent(70) {
            let desil = *dice.weighed(&DESILS, |(_, weight)| *weight);
            draft.put(DESIL.id, desil.0.to_string());
            let on = today - TimeDelta::days(i64::from(dice.within(0, 80)));
            draft.put(DESIL_ON.id, Day(on).to_string());
        }
        draft
    }

    /// What a stranger is taken for.
    fn looks(&self) -> String {
        let age = match self.age {
            0..16 => "masih anak-anak",
            16..40 => "muda",
            40..60 => "setengah baya",
            60.. => "tua",
        };
        format!("{} {age}", self.sex.label())
    }

    fn occupation(&self, dice: &mut Dice) -> &'static str {
        match self.age {
            0..6 => "Belum bekerja",
            6..18 => "Pelajar",
            18..23 if dice.percent(45) => "Mahasiswa",
            66.. if dice.percent(60) => "Tidak bekerja",
            _ if self.sex == Sex::Female => dice.pick(WOMENS_WORK),
            _ => dice.pick(WORK),
        }
    }

    /// A kind of PPKS that fits age and sex, and the disability that goes with it.
    fn need(&self, dice: &mut Dice, draft: &mut Draft) {
        let (number, _) = dice.weighed(KINDS_SEEN, |(_, weight)| *weight);
        let Ok(kind) = number.to_string().parse::<Ppks>() else { return };
        if !kind.oddities(Some(self.age), Some(self.sex)).is_empty() {
            return;
        }
        draft.put(KINDS.id, kind.to_string());
        if kind.needs_disability() {
            let first = dice.pick(Disability::ALL);
            let second = dice.pick(Disability::ALL);
            let both = if dice.percent(20) && first != second {
                format!("{};{}", first.code(), second.code())
            } else {
                first.code().to_owned()
            };
            draft.put(DISABILITIES.id, both);
        }
    }
}

/// Desil and how often it is seen among who comes to the desk.
const DESILS: [(u8, u32); 10] =
    [(1, 20), (2, 18), (3, 15), (4, 13), (5, 10), (6, 8), (7, 6), (8, 4), (9, 3), (10, 3)];

/// Someone found in the street, of whom little or nothing is known.
#[must_use]
pub fn stranger(dice: &mut Dice, persona: &Persona) -> Draft {
    let mut draft = Draft::default();
    if dice.percent(50) {
        draft.put(NAMELESS.id, YES);
        draft.put(MARKS.id, format!("{}, {}", persona.looks(), dice.pick(MARKS_SEEN)));
        draft.put(NO_NIK.id, NoNik::CannotTell.code());
    } else {
        draft.put(NAME.id, persona.named.given.clone());
        draft.put(NO_NIK.id, dice.pick(&[NoNik::Lost, NoNik::NotIssued, NoNik::Declined]).code());
    }
    draft.put(SEX.id, persona.sex.code());
    draft.put(AGE.id, persona.age.to_string());
    draft.put(KINDS.id, if dice.percent(60) { "PPKS-11" } else { "PPKS-12" });
    draft
}
