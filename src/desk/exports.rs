//! Handing tables out: which records, in which columns.
use std::collections::HashMap;

use crate::{
    choices,
    desk::{audit, counter::Desk, deeds},
    domain::{
        choice::Choice as _, class::Class, clerk::Stamp, id::Id, letter::Letter, may::Action,
        request::Request, resident::Resident,
    },
    fault::Fault,
    report::{
        audit as trail,
        cell::{Column, cells, names},
        letters, referrals, requests, residents,
        sheet::Sheet,
        visits,
    },
    store::columns::cases::Which,
};

pub use crate::desk::span::Span;

choices! {
    /// A table that can be handed out.
    Table {
        Residents = "warga", "Warga";
        Requests = "permohonan", "Permohonan";
        Referrals = "rujukan", "Rujukan";
        Visits = "kunjungan", "Kunjungan";
        Letters = "surat", "Surat";
        Audit = "audit", "Jejak audit";
    }
}

/// Writes a table, the oldest row first (requests by their register), and says how many rows it has.
///
/// What is restricted is only among them where the officer who sits here has the right to it, and
/// nothing of a person whose data must not be used now.
/// Residents count by the day of their registration, letters by their date, deeds by the day on
/// which they were done, everything else by the day on which it was taken in. That the table leaves
/// is noted before its first row is told, and how many rows there were after the last.
pub fn export(
    desk: &mut Desk,
    table: Table,
    span: Span,
    sheet: &mut dyn Sheet,
) -> Result<u64, Fault> {
    let action = if table == Table::Audit { Action::ExportAudit } else { Action::Export };
    desk.permit(action, None)?;
    let what = format!("{}{span}", table.code());
    audit::leaving(desk, &what)?;
    let rows = rows(desk, table, span, sheet)?;
    sheet.end()?;
    audit::left(desk, &what, rows)?;
    Ok(rows)
}

fn rows(desk: &Desk, table: Table, span: Span, sheet: &mut dyn Sheet) -> Result<u64, Fault> {
    match table {
        Table::Residents => {
            let rows = desk.all().filter_map(|who| resident(desk, who, span));
            written(residents::COLUMNS, rows, sheet)
        }
        Table::Requests => {
            let origins = desk.origins::<Request>()?;
            let rows = taken(desk, span).map(|request| row(desk, request?, &origins));
            written(requests::COLUMNS, rows, sheet)
        }
        Table::Visits => {
            let origins = HashMap::new();
            let rows = taken(desk, span).map(|request| row(desk, request?, &origins));
            written(visits::COLUMNS, rows, sheet)
        }
        Table::Referrals => {
            let rows = taken(desk, Span::default());
            let rows = rows.flat_map(|request| referred(desk, request, span));
            written(referrals::COLUMNS, rows, sheet)
        }
        Table::Letters => {
            let rows = desk.all().filter_map(|letter| issued(desk, letter, span));
            written(letters::COLUMNS, rows, sheet)
        }
        Table::Audit => {
            sheet.head(&names(trail::COLUMNS))?;
            deeds::export(desk, span, &mut |row| sheet.row(&cells(trail::COLUMNS, row)))
        }
    }
}

/// Writes these residents as rows of the table of residents.
pub fn people(desk: &mut Desk, found: Vec<Resident>, sheet: &mut dyn Sheet) -> Result<u64, Fault> {
    desk.permit(Action::Export, None)?;
    audit::leaving(desk, "hasil pencarian warga")?;
    let rows = told(desk, found, sheet)?;
    audit::left(desk, "hasil pencarian warga", rows)?;
    Ok(rows)
}

fn told(desk: &Desk, found: Vec<Resident>, sheet: &mut dyn Sheet) -> Result<u64, Fault> {
    let zone = desk.zone();
    let free = |who: &Resident| who.restriction.is_none();
    let found =
        found.into_iter().filter(|who| free(who) && desk.shows(desk.class_of_resident(who)));
    let rows = found.map(|who| Ok(residents::Row { by: code(desk, who.registered), who, zone }));
    let rows = written(residents::COLUMNS, rows, sheet)?;
    sheet.end()?;
    Ok(rows)
}

fn written<R>(
    columns: &[Column<R>],
    rows: impl Iterator<Item = Result<R, Fault>>,
    sheet: &mut dyn Sheet,
) -> Result<u64, Fault> {
    sheet.head(&names(columns))?;
    let mut count = 0;
    for row in rows {
        sheet.row(&cells(columns, &row?))?;
        count += 1;
    }
    Ok(count)
}

fn resident(
    desk: &Desk,
    who: Result<Resident, Fault>,
    span: Span,
) -> Option<Result<residents::Row, Fault>> {
    let zone = desk.zone();
    let wanted = |who: &Resident| {
        who.restriction.is_none()
            && span.holds_moment(who.registered.at, zone)
            && desk.shows(desk.class_of_resident(who))
    };
    let row = |who: Resident| residents::Row { by: code(desk, who.registered), who, zone };
    who.map(|who| wanted(&who).then(|| row(who))).transpose()
}

fn issued(
    desk: &Desk,
    letter: Result<Letter, Fault>,
    span: Span,
) -> Option<Result<letters::Row, Fault>> {
    let zone = desk.zone();
    let wanted = |letter: &Letter| -> Result<bool, Fault> {
        let within = span.holds(letter.day);
        Ok(within
            && (sees_all(desk)
                || desk.class_of_letter(letter)?.is_none_or(|class| desk.shows(class)))
            && !desk.limits_letter(letter)?)
    };
    let row = |letter: Letter| letters::Row { by: code(desk, letter.issued), letter, zone };
    letter.and_then(|letter| Ok(wanted(&letter)?.then(|| row(letter)))).transpose()
}

fn taken(desk: &Desk, span: Span) -> impl Iterator<Item = Result<Request, Fault>> {
    let zone = desk.zone();
    let wanted = desk.book.cases.list(Which::All, desk.now(), zone).into_iter();
    let mut wanted: Vec<_> = wanted
        .filter(|case| span.holds_moment(case.received, zone))
        .map(|case| (case.register, case.id))
        .collect();
    wanted.sort_unstable();
    let all = sees_all(desk);
    let shown = move |request: &Request| -> Result<bool, Fault> {
        let sees = all || desk.shows(desk.class_of_request(request)?);
        Ok(sees && !desk.is_limited(request.subject)?)
    };
    wanted.into_iter().filter_map(move |(_, id)| {
        let request = desk.must::<Request>(id);
        request.and_then(|request| Ok(shown(&request)?.then_some(request))).transpose()
    })
}

/// Whether nothing has to be left out: then nobody needs to ask about each row.
fn sees_all(desk: &Desk) -> bool {
    desk.shows(Class::Restricted)
}

fn row(desk: &Desk, request: Request, origins: &HashMap<Id, u64>) -> Result<requests::Row, Fault> {
    let service = request.service.as_ref().and_then(|code| desk.book.directory.services.get(code));
    Ok(requests::Row {
        sequence: origins.get(&request.id).copied().unwrap_or_default(),
        who: subject(desk, &request)?,
        service: service.map(|service| service.name.to_string()),
        by: code(desk, request.received),
        zone: desk.zone(),
        request,
    })
}

fn referred(
    desk: &Desk,
    request: Result<Request, Fault>,
    span: Span,
) -> Vec<Result<referrals::Row, Fault>> {
    let rows = request.and_then(|request| {
        let zone = desk.zone();
        let made = referrals::made(&request).into_iter();
        let wanted = request.referrals.iter().zip(made);
        let wanted = wanted.filter(|(_, made)| span.holds_moment(made.at, zone));
        wanted
            .map(|(referral, made)| {
                let letters = referral.letters.iter();
                let letters = letters.map(|id| Ok(desk.must::<Letter>(*id)?.number.to_string()));
                Ok(referrals::Row {
                    referral: referral.clone(),
                    by: code(desk, made),
                    made,
                    who: subject(desk, &request)?,
                    letters: letters.collect::<Result<_, Fault>>()?,
                    request: request.clone(),
                    zone,
                })
            })
            .collect::<Result<Vec<_>, Fault>>()
    });
    match rows {
        Ok(rows) => rows.into_iter().map(Ok).collect(),
        Err(fault) => vec![Err(fault)],
    }
}

/// The code of the officer who signed, if the office knows one.
fn code(desk: &Desk, stamp: Stamp) -> Option<String> {
    desk.book.directory.clerks.get(&stamp.by).map(|clerk| clerk.code.clone())
}

fn subject(desk: &Desk, request: &Request) -> Result<Option<Resident>, Fault> {
    request.subject.map(|id| desk.must(id)).transpose()
}
