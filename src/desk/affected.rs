//! The breach sheet: who is affected, what must be said, and until when (UU 27/2022, 3x24 hours).
//!
//! # Why
//! Whose data was touched, seen or handed out in a period stands in the journal; where the whole
//! store was lost it is everybody. The list holds initials, a masked NIK and the telephone: enough
//! to call people, and no second leak. That the list was made is noted itself.
use std::collections::BTreeSet;

use chrono::TimeDelta;

use crate::{
    desk::{
        audit,
        counter::Desk,
        paperwork::{section, sheets, words},
    },
    domain::{
        choice::Choice as _, id::Id, law::NOTICE_HOURS, letter::Letter, may::Action,
        moment::Moment, nik::Nik, office::Office, reject::Reject, request::Request,
        resident::Resident,
    },
    fault::Fault,
    form::{
        field::Draft,
        law::{self, Breach, OFFICER, UNTIL},
    },
    print::pages::Sheets,
    report::{
        cell::{self, Column, column, text},
        sheet::Sheet,
    },
    store::record::Table,
};

/// What is told of somebody who is affected.
const COLUMNS: &[Column<Resident>] = &[
    column("inisial", |who| text(Some(who.initials()))),
    column("nik", |who| text(who.nik().map(Nik::masked))),
    column("hp", |who| text(who.phone.as_ref())),
    column("pemilik_hp", |who| text(who.phone_owner.as_ref())),
];

/// The cover of a breach and everybody who is affected by it, by these answers.
pub fn sheet(desk: &mut Desk, draft: &Draft) -> Result<(Sheets, Vec<Resident>), Fault> {
    desk.permit(Action::BreachSheet, None)?;
    let breach = law::breach(draft, &desk.ground()?)?;
    if breach.until.0 < breach.since.0 {
        return Err(Fault::Rejected { field: UNTIL.id, why: Reject::NotOffered });
    }
    audit::seen(desk, (Table::Office, Office::id()), "lembar insiden", &span(&breach))?;
    let (people, hidden) = affected(desk, &breach)?;
    let cover = cover(desk, &breach, (people.len(), hidden))?;
    Ok((cover, people))
}

/// Hands the list of those affected out, row by row.
pub fn list(people: &[Resident], sheet: &mut dyn Sheet) -> Result<(), Fault> {
    sheet.head(&cell::names(COLUMNS))?;
    for who in people {
        sheet.row(&cell::cells(COLUMNS, who))?;
    }
    sheet.end()
}

fn span(breach: &Breach) -> String {
    let through = breach.officer.as_ref().map(|code| format!(", lewat petugas {code}"));
    let whole = if breach.lost { ", semua data" } else { "" };
    format!("{} sampai {}{whole}{}", breach.since, breach.until, through.unwrap_or_default())
}

/// Those affected whom the officer who sits here may see, and how many are hidden.
fn affected(desk: &Desk, breach: &Breach) -> Result<(Vec<Resident>, usize), Fault> {
    if breach.lost {
        let all: Vec<Resident> = desk.all::<Resident>().collect::<Result<_, _>>()?;
        let hidden = if desk.vault.opens_restricted() { 0 } else { desk.book.people.hidden() };
        return Ok((all, hidden));
    }
    let zone = desk.zone();
    let officer = breach.officer.as_ref().map(|code| {
        let clerks = &desk.book.directory.clerks;
        let known = clerks.values().find(|clerk| clerk.code == code.as_str());
        known
            .map(|clerk| clerk.id)
            .ok_or(Fault::Rejected { field: OFFICER.id, why: Reject::NotOffered })
    });
    let officer = officer.transpose()?;
    let mut touched = BTreeSet::new();
    desk.reader().deeds(|deed| {
        let day = deed.stamp.at.day(zone).0;
        let within = (breach.since.0..=breach.until.0).contains(&day);
        if within && officer.is_none_or(|officer| officer == deed.stamp.by) {
            let puts = deed.entry.puts.iter().map(|put| put.key);
            touched.extend(deed.entry.seen.iter().copied().chain(puts));
        }
    })?;
    let mut people: BTreeSet<Id> = BTreeSet::new();
    let mut hidden = 0;
    for key in touched {
        let who = match key.table() {
            Some(Table::Resident) => Ok(Some(desk.now_kept(key.id()))),
            Some(Table::Request) => desk.get::<Request>(key.id()).map(|found| found?.subject),
            Some(Table::Letter) => letter_about(desk, key.id()),
            _ => Ok(None),
        };
        match who {
            Ok(who) => people.extend(who),
            Err(Fault::Forbidden(_)) => hidden += 1,
            Err(fault) => return Err(fault),
        }
    }
    let mut found = vec![];
    for id in people {
        match desk.get::<Resident>(id) {
            Ok(who) => found.extend(who),
            Err(Fault::Forbidden(_)) => hidden += 1,
            Err(fault) => return Err(fault),
        }
    }
    Ok((found, hidden))
}

fn letter_about(desk: &Desk, id: Id) -> Result<Option<Id>, Fault> {
    let Some(letter) = desk.get::<Letter>(id)? else { return Ok(None) };
    let request = letter.request.map(|id| desk.get::<Request>(id)).transpose()?.flatten();
    Ok(request.and_then(|request| request.subject))
}

/// When those affected and the authority must have been told.
fn deadline(desk: &Desk, breach: &Breach) -> Option<Moment> {
    let (day, time) = breach.known;
    let begin = day.0.and_hms_opt(0, 0, 0)? + TimeDelta::minutes(i64::from(time.minutes()));
    Some(Moment::at(begin + TimeDelta::hours(NOTICE_HOURS), desk.zone()))
}

fn cover(desk: &Desk, breach: &Breach, (seen, hidden): (usize, usize)) -> Result<Sheets, Fault> {
    let row = |name: &str, words: String| (name.to_owned(), words);
    let zone = desk.zone();
    let until = deadline(desk, breach)
        .map(|at| format!("{} pukul {} {}", at.day(zone).long(), at.clock(zone), zone.code()));
    let more = if hidden > 0 {
        format!(", dan paling banyak {hidden} catatan terbatas yang tidak dapat dibuka petugas ini")
    } else {
        String::new()
    };
    let count = format!("{seen} orang, menurut daftar terlampir{more}");
    let facts = vec![
        row("Peristiwa", breach.what.to_string()),
        row("Masa", span(breach)),
        row("Diketahui", format!("{} pukul {}", breach.known.0.long(), breach.known.1)),
        row("Batas waktu", until.unwrap_or_default()),
        row("Terdampak", count),
        row("Jenis data", "identitas (nama, NIK, KK, lahir, alamat, telepon), keadaan sosial (PPKS, disabilitas, desil), permohonan, rujukan dan surat".into()),
        row("Tindakan", breach.done.to_string()),
    ];
    let mut body = vec![words(
        "Pemberitahuan tertulis kepada orang yang terdampak dan kepada lembaga pelindungan data \
         pribadi paling lambat 3x24 jam sejak diketahui (UU 27/2022), memuat data yang terbuka, kapan \
         dan bagaimana terbukanya, dan upaya penanganannya.",
    )];
    body.extend(section("Yang terjadi", facts));
    body.extend(section(
        "Sudah diberitahukan",
        vec![
            row(
                "Orang terdampak",
                "tanggal ............ pukul ........ cara ....................".into(),
            ),
            row("Lembaga", "tanggal ............ pukul ........ nomor ..................".into()),
        ],
    ));
    sheets(desk, "Lembar insiden data pribadi", body)
}
