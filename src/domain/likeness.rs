//! How far two records may be the same person: a score, and what speaks for it and against it.
//!
//! # Why
//! A score that is shared out among what is known would rise with everything that is left out, and
//! two people of whom only "Siti" is known would be the same. So a score counts what confirms, and
//! takes off for whatever does not: what is not known confirms as little as what differs, and
//! leaving an answer out never raises a score. What differs and can hardly differ in one person
//! (a whole other NIK, the other sex, another birth date or mother) bars the better bands besides,
//! but is no proof: numbers are mistyped, and one of two NIK may be somebody else's.
use chrono::NaiveDate;

use crate::domain::{
    compared::{self, Fit},
    resident::Resident,
};

/// What two records are compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Trait {
    Nik,
    Kk,
    Name,
    Alias,
    Birth,
    Sex,
    Mother,
    Street,
    Block,
    Village,
    Phone,
}

/// One row: what a trait counts.
#[derive(Debug)]
pub struct Weight {
    pub of: Trait,
    /// What it is called.
    pub name: &'static str,
    /// Points where it agrees wholly.
    pub agree: i32,
    /// Points taken off where it differs, or is not known.
    pub against: i32,
    /// Whether a whole difference bars the better bands.
    pub bars: bool,
}

const fn weight(of: Trait, name: &'static str, (agree, against): (i32, i32)) -> Weight {
    Weight { of, name, agree, against, bars: false }
}

const fn barring(of: Trait, name: &'static str, points: (i32, i32)) -> Weight {
    Weight { bars: true, ..weight(of, name, points) }
}

/// Every trait, in the order of [`Trait`].
///
/// Set so that a whole name of several words with its birth date is likely one person, a name and
/// a home, a mother or a telephone possible, and a name alone nothing. KK, home and telephone are
/// shared by families and count little.
#[rustfmt::skip]
pub const WEIGHTS: &[Weight] = &[
    barring(Trait::Nik,    "NIK",            (50, 10)),
    weight(Trait::Kk,      "nomor KK",       (10,  2)),
    weight(Trait::Name,    "nama",           (40, 20)),
    weight(Trait::Alias,   "panggilan",      ( 8,  0)),
    barring(Trait::Birth,  "tanggal lahir",  (28, 10)),
    barring(Trait::Sex,    "jenis kelamin",  ( 3,  2)),
    barring(Trait::Mother, "nama ibu",       (15,  5)),
    weight(Trait::Street,  "alamat",         (10,  3)),
    weight(Trait::Block,   "RT",             ( 6,  2)),
    weight(Trait::Village, "kelurahan/desa", ( 3,  1)),
    weight(Trait::Phone,   "telepon",        (14,  4)),
];

/// How sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    Possible,
    Likely,
    /// The same NIK.
    Sure,
}

/// The bands below [`Band::Sure`]: the least score, and how many traits may bar.
///
/// A preset, tried on 10,000 generated residents of whom 1,600 come again with something told
/// otherwise, and a thousand strangers, brothers, sisters and twins: of the first at least 91 in a
/// hundred are likely, whatever was told otherwise, and nobody is taken for somebody else. Where 45
/// was asked for, of those with a part of the name missing or day and month of birth turned it was
/// 57 to 60. Where a slip in the NIK counted for it and another mother barred nothing, twelve
/// strangers in three hundred were likely somebody; where it barred nothing beside a name of which
/// only a part is the same, every third pair of twins was one person.
const BANDS: &[(Band, u8, usize)] =
    &[(Band::Likely, 36, 0), (Band::Possible, 25, 0), (Band::Possible, 40, 1)];

/// A name that agrees less than this, in percent, is another name.
const NAMED: u8 = 50;

/// A name that agrees so far, in percent, has the same words.
const WHOLE: u8 = 75;

/// What one trait says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence {
    pub of: Trait,
    /// For it where positive, against it where negative.
    pub points: i32,
    /// How far it agrees, in percent; nothing where it is not known of both.
    pub fit: Option<u8>,
    pub words: &'static str,
}

/// How far two records may be the same person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likeness {
    /// From 0 to 100.
    pub score: u8,
    /// One row a trait, in the order of [`WEIGHTS`].
    pub evidence: Vec<Evidence>,
}

/// Compares two records, as it is on that day.
#[must_use]
pub fn likeness(one: &Resident, other: &Resident, today: NaiveDate) -> Likeness {
    let homes = compared::homes(one, other);
    let home = homes.into_iter().max_by_key(|home| {
        let rows = [Trait::Street, Trait::Block, Trait::Village].into_iter().zip(home);
        rows.map(|(of, fit)| points(of, *fit)).sum::<i32>()
    });
    let [street, block, village] = home.unwrap_or_default();
    let evidence: Vec<Evidence> = WEIGHTS
        .iter()
        .map(|row| {
            let fit = match row.of {
                Trait::Nik => compared::nik(one, other),
                Trait::Kk => compared::kk(one, other),
                Trait::Name => compared::name(one, other),
                Trait::Alias => compared::alias(one, other),
                Trait::Birth => compared::birth(one, other, today),
                Trait::Sex => compared::sex(one, other),
                Trait::Mother => compared::mother(one, other),
                Trait::Street => street,
                Trait::Block => block,
                Trait::Village => village,
                Trait::Phone => compared::phone(one, other),
            };
            let words = fit.map_or("", |fit| fit.words);
            Evidence {
                of: row.of,
                points: points(row.of, fit),
                fit: fit.map(|fit| fit.percent),
                words,
            }
        })
        .collect();
    let sum: i32 = evidence.iter().map(|row| row.points).sum();
    let score = u8::try_from(sum.clamp(0, 100)).unwrap_or_default();
    let mut likeness = Likeness { score, evidence };
    if likeness.same_nik() {
        likeness.score = 100;
    }
    likeness
}

/// What a trait counts that agrees so far.
fn points(of: Trait, fit: Option<Fit>) -> i32 {
    let row = &WEIGHTS[of as usize];
    let percent = i32::from(fit.map_or(0, |fit| fit.percent));
    (row.agree + row.against) * percent / 100 - row.against
}

impl Evidence {
    /// What the trait is called.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        WEIGHTS[self.of as usize].name
    }

    /// Whether the trait is known of both, and speaks for it.
    #[must_use]
    pub fn confirms(&self) -> bool {
        self.fit.is_some_and(|percent| percent >= 50)
    }

    /// Whether the trait is known of both, and speaks against it.
    #[must_use]
    pub fn denies(&self) -> bool {
        self.fit.is_some_and(|percent| percent < 50)
    }
}

impl Likeness {
    fn percent(&self, of: Trait) -> u8 {
        self.evidence.get(of as usize).and_then(|row| row.fit).unwrap_or_default()
    }

    fn same_nik(&self) -> bool {
        self.percent(Trait::Nik) == 100
    }

    /// Whether they may be twins: two NIK that are a slip apart, and a name that is not wholly the
    /// same. What differs beside a name that is, is a slip of the finger.
    fn twins(&self) -> bool {
        let nik = self.evidence.get(Trait::Nik as usize).and_then(|row| row.fit);
        nik.is_some_and(|nik| 0 < nik && nik < 100) && self.percent(Trait::Name) < WHOLE
    }

    /// How sure it is; nothing where it is not worth telling.
    #[must_use]
    pub fn band(&self) -> Option<Band> {
        if self.same_nik() {
            return Some(Band::Sure);
        }
        let named = self.percent(Trait::Name).max(self.percent(Trait::Alias)) >= NAMED;
        let bars = |row: &&Evidence| WEIGHTS[row.of as usize].bars && row.fit == Some(0);
        let bars = self.evidence.iter().filter(bars).count() + usize::from(self.twins());
        let found = BANDS.iter().find(|(_, least, most)| self.score >= *least && bars <= *most);
        found.filter(|_| named).map(|(band, ..)| *band)
    }

    /// What speaks for it, in words.
    #[must_use]
    pub fn reasons_for(&self) -> Vec<&'static str> {
        self.told(Evidence::confirms)
    }

    /// What speaks against it, in words.
    #[must_use]
    pub fn against(&self) -> Vec<&'static str> {
        self.told(Evidence::denies)
    }

    /// What is not known of both.
    #[must_use]
    pub fn unknown(&self) -> Vec<&'static str> {
        let silent = self.evidence.iter().filter(|row| row.fit.is_none());
        silent.map(Evidence::name).collect()
    }

    fn told(&self, wanted: impl Fn(&Evidence) -> bool) -> Vec<&'static str> {
        self.evidence.iter().filter(|row| wanted(row)).map(|row| row.words).collect()
    }
}

impl Band {
    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Sure => "pasti orang yang sama",
            Self::Likely => "kemungkinan besar orang yang sama",
            Self::Possible => "mungkin orang yang sama",
        }
    }
}

/// The table cannot stand in another order than the list of traits.
const _: () = {
    let mut place = 0;
    while place < WEIGHTS.len() {
        assert!(WEIGHTS[place].of as usize == place);
        place += 1;
    }
};
