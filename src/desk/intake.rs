//! Taking an intake that comes whole, person and request together, as the walk-in form asks it.
//!
//! # Why
//! A known NIK attaches the request to its resident. What the intake says otherwise about that
//! resident is told and never written: the counter, where the person stands, decides what is true.
//! The name must come with it all the same; a NIK with one wrong digit may belong to somebody else.
use crate::{
    desk::{
        counter::Desk,
        requests::{Subject, Taken, take},
        residents::{described, differences, holder},
    },
    domain::{
        doubt::{Doubt, Odd},
        may::Action,
        nik::Nik,
        request::Kind,
        resident::Resident,
    },
    fault::Fault,
    form::{
        field::{Draft, Field},
        request::{KIND, SERVICE, asked},
        resident::{FIELDS, MARKS, NAME, NAMELESS, NIK, NO_NIK, resident},
        resident_answers::answers,
    },
};

/// Takes the intake that these answers describe, in one change; doubts are refused until they are
/// confirmed. What nobody has to confirm stands in the notes.
pub fn receive(desk: &mut Desk, draft: &Draft, confirmed: bool) -> Result<Taken, Fault> {
    desk.permit(Action::TakeRequest, None)?;
    let draft = spelt(desk, draft);
    let today = desk.today();
    let kind: Kind = draft.must(&KIND, today)?;
    let known = draft.may::<Nik>(&NIK, today)?.and_then(|nik| desk.book.people.with_nik(nik));
    let ground = desk.ground()?;
    let (subject, notes) = match known {
        Some(id) => {
            let person = holder(desk, id)?;
            let told = told(kind, &draft, &person);
            let notes = compared(&told, &person, &resident(&told, &ground)?);
            (Subject::Known(id), notes)
        }
        None if kind == Kind::Information && !registers(&draft) => {
            (Subject::Nobody, dropped(&draft))
        }
        None => {
            asked(&draft, &ground)?;
            (Subject::New(Box::new(described(desk, &draft, confirmed)?)), vec![])
        }
    };
    let mut taken = take(desk, &draft, subject, confirmed)?;
    taken.notes.extend(notes);
    Ok(taken)
}

/// The draft with its service written as the directory writes it.
fn spelt(desk: &Desk, draft: &Draft) -> Draft {
    let mut draft = draft.clone();
    let told = draft.text(&SERVICE).trim().to_owned();
    let mut codes = desk.book.directory.services.keys();
    if let Some(code) = codes.find(|code| code.eq_ignore_ascii_case(&told)) {
        draft.put(SERVICE.id, code.clone());
    }
    draft
}

/// Whether someone with a question is registered: with a NIK and a name.
fn registers(draft: &Draft) -> bool {
    let given = |field| !draft.text(field).trim().is_empty();
    given(&NIK) && (given(&NAME) || draft.marked(&NAMELESS))
}

/// What a question says of a person who is not registered: only the name is kept.
fn dropped(draft: &Draft) -> Vec<Doubt> {
    let kept = [NAME.id, NAMELESS.id, NO_NIK.id];
    let lost = |field: &&&Field| !kept.contains(&field.id) && !draft.text(field).trim().is_empty();
    let why = Odd::Told("tidak disimpan: informasi tanpa NIK dan nama hanya dicatat dengan nama");
    FIELDS.iter().find(lost).map(|field| Doubt { field: field.id, why }).into_iter().collect()
}

/// The answers about a known person, whose name need not be said again with a question.
fn told(kind: Kind, draft: &Draft, person: &Resident) -> Draft {
    let mut told = draft.clone();
    let silent = draft.text(&NAME).trim().is_empty() && !draft.marked(&NAMELESS);
    if kind == Kind::Information && silent {
        let known = answers(person);
        for field in [&NAME, &NAMELESS, &MARKS] {
            told.put(field.id, known.text(field));
        }
    }
    told
}

/// Where what was told differs from what is known, however either is spelt.
fn compared(told: &Draft, known: &Resident, described: &Resident) -> Vec<Doubt> {
    let mut spelt = answers(described);
    for field in FIELDS.iter().filter(|field| told.text(field).trim().is_empty()) {
        spelt.put(field.id, "");
    }
    differences(&answers(known), &spelt)
}
