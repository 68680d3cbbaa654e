//! What becomes of one row: somebody new, somebody known, or a refusal.
use std::{collections::HashSet, fmt};

use crate::{
    desk::{
        counter::Desk,
        facts::{self, Difference},
        import::reading::{Person, Said},
        likeness, residents,
    },
    domain::{
        class::Class,
        doubt::{Doubt, Odd},
        id::Id,
        may::Action,
        nik::Nik,
        resident::{Birth, Resident},
    },
    fault::Fault,
    form::{
        field::{Draft, Field},
        ground::Ground,
        resident::{FIELDS, MARKS, NAME, NAMELESS, NIK, RELATION, resident},
        resident_answers::{answers, kept, unasked},
    },
    roster::told,
    store::{columns::likely::Likely, item::Kept as _},
};

/// What is wrong with a row, or odd about it: the name of a question, or `-` for the whole row, and
/// the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    pub field: &'static str,
    pub label: &'static str,
    pub words: String,
    /// What files are told instead, where the words name somebody who is not in the list.
    pub discreet: Option<String>,
}

/// What a row is.
#[derive(Debug)]
pub enum Verdict {
    New(Box<Resident>, Vec<Remark>),
    /// Known, and the file says the same.
    Same,
    /// Known, and the file says something else: what they would become, and in what that differs.
    Differs(Box<Resident>, Vec<Difference>, Vec<Remark>),
    Refused(Vec<Remark>),
}

/// Of the whole row.
pub const ROW: &str = "-";

/// A remark about a whole row.
#[must_use]
pub fn row(words: impl Into<String>) -> Remark {
    Remark { field: ROW, label: "Baris ini", words: words.into(), discreet: None }
}

fn about(id: &'static str, words: String) -> Remark {
    let field: Option<&&Field> = FIELDS.iter().find(|field| field.id == id);
    Remark { field: id, label: field.map_or("Isian", |field| field.label), words, discreet: None }
}

/// What a row is, given everybody who is known before this list.
pub(crate) fn judged(
    desk: &mut Desk,
    (before, met): (&Likely, &mut HashSet<Id>),
    said: Said,
) -> Result<Verdict, Fault> {
    match said {
        Said::Flawed(flaw) => Ok(Verdict::Refused(vec![row(flaw.to_string())])),
        Said::Wrong(blames) => {
            let remarks = blames.into_iter();
            let remarks = remarks.map(|(field, why)| about(field.id, told::said(field, why)));
            Ok(Verdict::Refused(remarks.collect()))
        }
        Said::Who(person) => who(desk, (before, met), *person),
    }
}

fn who(
    desk: &mut Desk,
    (before, met): (&Likely, &mut HashSet<Id>),
    person: Person,
) -> Result<Verdict, Fault> {
    let nik = person.resident.nik();
    let hidden = |nik: Nik| desk.book.people.with_print(desk.vault.print(nik.number()));
    // Most officers see everybody, and a print costs more than all else about a row.
    let veiled = desk.book.people.hidden() > 0 && nik.and_then(hidden).is_some();
    if veiled {
        return Ok(guarded());
    }
    if let Some(id) = nik.and_then(|nik| desk.book.people.with_nik(nik)) {
        return known(desk, &person, id);
    }
    let mut best: Option<(usize, Id, Verdict)> = None;
    for id in person.known.iter().filter(|id| !met.contains(id)) {
        let verdict = known(desk, &person, *id)?;
        let others = match &verdict {
            Verdict::Same => 0,
            Verdict::Differs(_, differences, _) => differences.len(),
            Verdict::New(..) | Verdict::Refused(_) => usize::MAX,
        };
        if best.as_ref().is_none_or(|(least, ..)| others < *least) {
            best = Some((others, *id, verdict));
        }
    }
    if let Some((_, id, verdict)) = best {
        if person.known.len() > 1 {
            met.insert(id);
        }
        return Ok(verdict);
    }
    let mut remarks = warnings(desk, &person.resident)?;
    remarks.extend(alike(desk, before, &person.resident)?);
    Ok(Verdict::New(Box::new(person.resident), remarks))
}

/// What a row is about somebody who is known.
fn known(desk: &mut Desk, person: &Person, id: Id) -> Result<Verdict, Fault> {
    let before: Resident = match desk.allowed(id, Action::Read) {
        Ok(before) => before,
        Err(Fault::Forbidden(_)) => return Ok(guarded()),
        Err(fault) => return Err(fault),
    };
    let draft = overlaid(&before, &person.draft);
    let ground = Ground { id: before.id, stamp: person.resident.registered, ..desk.ground()? };
    let mut now = match resident(&draft, &ground) {
        Ok(now) => now,
        Err(Fault::Rejected { field, why }) => {
            return Ok(Verdict::Refused(vec![about(field, why.to_string())]));
        }
        Err(fault) => return Err(fault),
    };
    settle(&mut now, &before);
    if now == before {
        return Ok(Verdict::Same);
    }
    let differences =
        facts::differences(desk, Some(&before.clone().item()), Some(&now.clone().item()));
    if differences.is_empty() {
        return Ok(Verdict::Same);
    }
    if let Err(Fault::Forbidden(why)) = desk
        .permit(Action::ChangeResident, Some(desk.class_of_resident(&before)))
        .and_then(|()| desk.unlimited(Some(before.id)))
    {
        return Ok(Verdict::Refused(vec![row(format!("sudah terdaftar; {why}"))]));
    }
    let remarks = warnings(desk, &now)?;
    Ok(Verdict::Differs(Box::new(now), differences, remarks))
}

fn guarded() -> Verdict {
    let words = "sudah terdaftar, panggil petugas yang berwenang".to_owned();
    Verdict::Refused(vec![about(NIK.id, words)])
}

/// What is known of somebody, with what the file says of them put over it.
fn overlaid(before: &Resident, told: &Draft) -> Draft {
    let mut draft = kept(&answers(before), before);
    if !told.text(&NAME).trim().is_empty() {
        draft.put(NAMELESS.id, "");
        draft.put(MARKS.id, "");
    }
    for (id, answer) in told.answers().filter(|(_, answer)| !answer.trim().is_empty()) {
        draft.put(id, answer);
    }
    draft
}

/// What no list changes, and what is only told anew.
fn settle(now: &mut Resident, before: &Resident) {
    unasked(now, before);
    now.restriction.clone_from(&before.restriction);
    if let (Birth::About { age, .. }, Birth::About { age: known, .. }) = (now.birth, before.birth)
        && age == known
    {
        now.birth = before.birth;
    }
}

/// What looks odd about somebody in a list: the one place where that is asked.
fn warnings(desk: &Desk, who: &Resident) -> Result<Vec<Remark>, Fault> {
    Ok(residents::doubts(desk, who)?.iter().map(doubted).collect())
}

/// That somebody new is likely known already: on the screen who that is, in files by initials, and
/// of somebody restricted nothing.
fn alike(desk: &Desk, before: &Likely, who: &Resident) -> Result<Option<Remark>, Fault> {
    let Some(found) = likeness::likeliest(desk, before, who)? else { return Ok(None) };
    if desk.class_of_resident(&found.who) == Class::Restricted {
        let words = "mirip warga yang datanya terbatas; panggil petugas yang berwenang";
        return Ok(Some(about(NAME.id, words.to_owned())));
    }
    let nik = found.who.nik().map_or_else(|| "tanpa NIK".to_owned(), Nik::masked);
    let born = match found.who.birth {
        Birth::On(day) => format!(", lahir {day}"),
        Birth::Unknown | Birth::About { .. } => String::new(),
    };
    let why = found.why();
    let told = |who: &str| Odd::Alike(format!("{who} ({why})")).to_string();
    let name = found.who.shown();
    let words = told(&format!("{name}, {nik}{born}"));
    let discreet = Some(told(&format!("{}, {nik}", found.who.initials())));
    Ok(Some(Remark { discreet, ..about(NAME.id, words) }))
}

fn doubted(doubt: &Doubt) -> Remark {
    about(doubt.field, doubt.why.to_string())
}

/// That a second head of a household stands in the list.
#[must_use]
pub fn second_head() -> Remark {
    about(RELATION.id, Odd::SecondHead.to_string())
}

impl Remark {
    /// The sentence for a file.
    #[must_use]
    pub fn filed(&self) -> String {
        format!("{} {}", self.label, self.discreet.as_ref().unwrap_or(&self.words))
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.label, self.words)
    }
}
