//! The benefit card: what a person, the family and the household receive, and what to ask about it.
//!
//! # Why
//! It is a value, computed anew whenever it is looked at: what overlaps depends on who is on the
//! card and under the roof today. Only what the officer who sits here may see goes into it, so a
//! member who is restricted is neither shown nor counted, and no overlap hints at one.
use crate::{
    desk::{
        aid::{self, Near, Tie},
        counter::Desk,
    },
    domain::{
        benefit::{Benefit, Reach, State},
        id::Id,
        overlap::{Overlap, Why},
        person::Life,
        resident::Resident,
        successor::successor,
    },
    fault::Fault,
};

/// An aid as the card shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// On whom it is written, and at which place of that one's list.
    pub who: Id,
    pub place: usize,
    pub name: String,
    pub tie: Tie,
    /// What the programme is called.
    pub called: String,
    pub benefit: Benefit,
}

/// What is to be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matter {
    /// Two aids meet.
    Overlap,
    /// It is still active, but the one on whom it is written has died or moved.
    Gone,
    /// It was looked up too long ago.
    Stale,
}

/// A question about some of the aids, by their places on the card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    pub matter: Matter,
    pub about: Vec<usize>,
    pub words: String,
}

/// The card.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AidCard {
    /// The person's own first, then the family's, then what others under the roof have.
    pub given: Vec<Given>,
    pub asks: Vec<Ask>,
}

/// The benefit card of a resident.
pub fn card(desk: &Desk, id: Id) -> Result<AidCard, Fault> {
    let people = aid::household(desk, desk.opened(id)?)?;
    Ok(of(desk, &people))
}

/// The benefit card of people who belong together.
#[must_use]
pub fn of(desk: &Desk, people: &[Near]) -> AidCard {
    let held = aid::held(people);
    let mut given = Vec::new();
    for Near { who, tie, .. } in people {
        given.extend(who.benefits.iter().enumerate().map(|(place, benefit)| Given {
            who: who.id,
            place,
            name: who.name().to_owned(),
            tie: *tie,
            called: aid::called(desk, &benefit.programme),
            benefit: benefit.clone(),
        }));
    }
    let mut asks: Vec<Ask> =
        aid::met(&held).iter().filter_map(|overlap| meets(&given, overlap)).collect();
    asks.extend(gone(desk, people, &given));
    // What concerns only others under the roof is asked on their own card.
    let near = |at: &usize| given.get(*at).is_some_and(|one| one.tie != Tie::House);
    asks.retain(|ask| ask.about.iter().any(near));
    asks.extend(stale(desk, &given));
    AidCard { given, asks }
}

fn meets(given: &[Given], overlap: &Overlap) -> Option<Ask> {
    let (first, second) = overlap.places;
    let (one, other) = (given.get(first)?, given.get(second)?);
    let both = if one.who == other.who {
        one.name.clone()
    } else {
        format!("{} dan {}", one.name, other.name)
    };
    let words = match &overlap.why {
        Why::Twice(reach) => {
            let among = match reach {
                Reach::Person => "orang yang sama",
                Reach::Family => "satu keluarga",
                Reach::Household => "satu rumah",
            };
            format!("{} tercatat dua kali untuk {among}: {both}", one.called)
        }
        Why::Pair(pair) => {
            format!("{} dan {} pada {both}. Tanyakan: {}", one.called, other.called, pair.ask)
        }
    };
    Some(Ask { matter: Matter::Overlap, about: vec![first, second], words })
}

/// What is still active on those who have died or moved, and who could receive it next.
fn gone(desk: &Desk, people: &[Near], given: &[Given]) -> Vec<Ask> {
    let today = desk.today();
    let mut asks = Vec::new();
    for (place, one) in given.iter().enumerate() {
        let near = people.iter().find(|near| near.who.id == one.who);
        let Some(who) = near.map(|near| &near.who).filter(|who| who.life != Life::Alive) else {
            continue;
        };
        if one.benefit.state != State::Active {
            continue;
        }
        let family = people.iter().map(|near| &near.who);
        let same = |other: &&Resident| other.id != who.id && other.family.kk == who.family.kk;
        let next = successor(&one.benefit.programme, family.filter(same), today)
            .filter(|_| who.family.kk.is_some() && one.benefit.reach != Reach::Person);
        let then = match next {
            Some(next) => format!("tanyakan apakah {} yang meneruskan", next.name()),
            None => "laporkan ke pendampingnya, lalu catat berhenti".to_owned(),
        };
        let life = who.life.to_string().to_lowercase();
        let words =
            format!("{} masih aktif pada {}, yang sudah {life}: {then}", one.called, one.name);
        asks.push(Ask { matter: Matter::Gone, about: vec![place], words });
    }
    asks
}

/// What was looked up too long ago: one question for all of them.
fn stale(desk: &Desk, given: &[Given]) -> Option<Ask> {
    let today = desk.today();
    let old = |one: &Given| one.tie != Tie::House && one.benefit.is_stale(today);
    let about: Vec<usize> =
        (0..).zip(given).filter(|(_, one)| old(one)).map(|(at, _)| at).collect();
    let many = about.len();
    let words = format!("{many} bantuan lama tidak dicek: lihat lagi di SIKS-NG, lalu tekan c");
    (many > 0).then_some(Ask { matter: Matter::Stale, about, words })
}

impl AidCard {
    /// Whether an aid of the card is to be asked about.
    #[must_use]
    pub fn asks_about(&self, place: usize) -> Option<Matter> {
        self.asks.iter().find(|ask| ask.about.contains(&place)).map(|ask| ask.matter)
    }

    /// The card in one line: what reaches the person, and how much is to be asked.
    #[must_use]
    pub fn line(&self) -> String {
        let mut codes: Vec<&str> = Vec::new();
        for one in self.given.iter().filter(|one| reaches(one.tie, &one.benefit)) {
            let code = one.benefit.programme.as_str();
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        let asks = match self.asks.len() {
            0 => String::new(),
            many => format!("; {many} hal perlu ditanyakan"),
        };
        let codes = if codes.is_empty() { "belum tercatat".to_owned() } else { codes.join(", ") };
        format!("{codes}{asks}")
    }
}

/// Whether an active aid of somebody that near reaches the person too.
#[must_use]
pub fn reaches(tie: Tie, benefit: &Benefit) -> bool {
    let within = match tie {
        Tie::Own => true,
        Tie::Family => benefit.reach != Reach::Person,
        Tie::House => benefit.reach == Reach::Household,
    };
    within && benefit.state == State::Active
}
