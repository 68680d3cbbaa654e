//! Checking a letter at the desk: this office's own by its books, another's by its files.
use std::fs;

use crate::{
    desk::{
        counter::Desk,
        genuine::{self, Claim, Known, Verdict},
        imprints::{self, Imprints, NoImprints},
        paperwork,
        revoked::{self, NotRevoked, Revoked},
        verdicts::LIMITS,
    },
    domain::{date::Day, reject::Reject, text::Line},
    fault::Fault,
    form::{
        field::{Draft, Field},
        genuine::{Asked, KEYS, REVOKED, asked},
    },
    print::pages::Sheets,
};

/// What is known of the letter that these answers describe, as a sheet to be read and printed.
pub fn check(desk: &Desk, draft: &Draft) -> Result<Sheets, Fault> {
    let today = desk.today();
    let asked = asked(draft, today)?;
    let (imprints, revoked) = office(desk, &asked)?;
    let Asked { nik, name, goal, .. } = &asked;
    let told = name.as_ref().zip(goal.as_ref());
    let claim =
        told.map(|(name, goal)| Claim { nik: *nik, name: name.as_str(), goal: goal.as_str() });
    let known = Known { claim: claim.as_ref(), revoked: revoked.as_ref(), today: Day(today) };
    let verdict = genuine::verdict(&asked.square.0, &imprints, &known);
    let facts = verdict.facts().into_iter().map(|(label, fact)| (label.to_owned(), fact)).collect();
    let mut body = vec![paperwork::words(verdict.sentence(&imprints))];
    body.extend(paperwork::section(verdict.title(), facts));
    if matches!(verdict, Verdict::Genuine(_)) {
        body.push(paperwork::words(looked_at(claim.is_some(), revoked.is_some())));
        body.push(paperwork::words(LIMITS));
    }
    paperwork::sheets(desk, "Hasil pemeriksaan surat", body)
}

/// What was looked at, and what was not.
const fn looked_at(claim: bool, revoked: bool) -> &'static str {
    match (claim, revoked) {
        (true, true) => "Diperiksa: tanda kantornya, orang dan tujuannya, dan surat yang dicabut.",
        (false, true) => "Diperiksa: tanda kantornya dan surat yang dicabut; orangnya belum.",
        (true, false) => "Diperiksa: tanda kantornya, orang dan tujuannya; yang dicabut belum.",
        (false, false) => "Diperiksa: tanda kantornya; orangnya dan yang dicabut belum.",
    }
}

/// The keys of the office that wrote it and what it took back: this one's, where no other is named.
fn office(desk: &Desk, asked: &Asked) -> Result<(Imprints, Option<Revoked>), Fault> {
    let Some(keys) = &asked.keys else {
        return Ok((imprints::own(desk)?, Some(revoked::list(desk)?)));
    };
    let imprints: Imprints = file(keys, &KEYS)?.parse().map_err(|NoImprints| wrong(&KEYS))?;
    let revoked = asked.revoked.as_ref().map(|told| {
        let read = Revoked::read(&file(told, &REVOKED)?, &imprints);
        read.map_err(|NotRevoked| wrong(&REVOKED))
    });
    let revoked = revoked.transpose()?;
    Ok((imprints, revoked))
}

fn file(told: &Line, field: &Field) -> Result<String, Fault> {
    fs::read_to_string(told.as_str()).map_err(|_| wrong(field))
}

const fn wrong(field: &Field) -> Fault {
    Fault::Rejected { field: field.id, why: Reject::NotThatFile }
}
