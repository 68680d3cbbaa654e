//! Register numbers and tickets: which series they belong to, and that none is given twice.
use std::collections::BTreeSet;

use loket::desk::{
    lists,
    requests::{Subject, take},
};

use crate::desk::counter::{Counter, answers};

/// Register and ticket, the ticket without its check sign.
fn numbers(counter: &mut Counter, kind: &str) -> (String, String) {
    let who = counter.meets("Siti Aminah");
    let told = [("jenis", kind), ("layanan", "TERLANTAR")];
    let request = counter.takes(who, &told).request;
    let ticket = request.ticket.to_string();
    (request.register.to_string(), ticket[..ticket.len() - 2].to_owned())
}

fn is(told: &(String, String), register: &str, ticket: &str) {
    assert_eq!((told.0.as_str(), told.1.as_str()), (register, ticket));
}

#[test]
fn one_register_over_all_kinds_and_one_series_a_prefix() {
    let mut counter = Counter::opens("2026-11-24");
    is(&numbers(&mut counter, "permohonan"), "00001/2026", "PMH-202611-00001");
    is(&numbers(&mut counter, "pengaduan"), "00002/2026", "ADU-202611-00001");
    is(&numbers(&mut counter, "permohonan"), "00003/2026", "PMH-202611-00002");
    is(&numbers(&mut counter, "darurat"), "00004/2026", "DRT-202611-00001");
    is(&numbers(&mut counter, "informasi"), "00005/2026", "INF-202611-00001");
}

#[test]
fn a_new_month_starts_the_tickets_and_a_new_year_the_register() {
    let mut counter = Counter::opens("2026-11-30");
    is(&numbers(&mut counter, "permohonan"), "00001/2026", "PMH-202611-00001");
    counter.is("2026-12-01", "08:00:00");
    is(&numbers(&mut counter, "permohonan"), "00002/2026", "PMH-202612-00001");
    // The last minute of the year at the office is no longer the last one in Jakarta.
    counter.is("2026-12-31", "23:59:00");
    is(&numbers(&mut counter, "permohonan"), "00003/2026", "PMH-202612-00002");
    counter.is("2027-01-01", "00:00:00");
    is(&numbers(&mut counter, "permohonan"), "00001/2027", "PMH-202701-00001");
    // A clock that was set back by mistake goes on in the series of its day.
    counter.is("2026-12-31", "12:00:00");
    is(&numbers(&mut counter, "permohonan"), "00004/2026", "PMH-202612-00003");
}

#[test]
fn the_series_go_on_when_the_desk_opens_again() {
    let mut counter = Counter::opens("2026-11-24");
    is(&numbers(&mut counter, "permohonan"), "00001/2026", "PMH-202611-00001");
    counter.reopens();
    is(&numbers(&mut counter, "permohonan"), "00002/2026", "PMH-202611-00002");
}

#[test]
fn referrals_have_a_series_of_their_own() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let request = counter.serves(who, "SKTM", "");
    let (_, first) = counter.refers(request.id, "surat").unwrap();
    let (_, second) = counter.refers(request.id, "arahan").unwrap();
    assert!(first.to_string().starts_with("RJK-202611-00001-"));
    assert!(second.to_string().starts_with("RJK-202611-00002-"));
    for ticket in [request.ticket, first, second] {
        assert_eq!(lists::with_ticket(&counter, &ticket.to_string()), Some(request.id));
    }
    assert_eq!(lists::with_ticket(&counter, "RJK-202611-00003-A"), None);
}

#[test]
fn no_number_is_given_twice_not_even_in_a_batch() {
    let mut counter = Counter::opens("2026-11-24");
    let kinds = ["informasi", "pengaduan", "darurat"];
    let told: Vec<_> = counter
        .batch("uji", |desk| {
            (0..150)
                .map(|at| {
                    let draft = answers(&[
                        ("jenis", kinds[at % 3]),
                        ("nama", "Siti Aminah"),
                        ("alasan_tanpa_nik", "lupa"),
                    ]);
                    let who = loket::desk::residents::described(desk, &draft, true)?;
                    let subject = Subject::New(Box::new(who));
                    Ok(take(desk, &draft, subject, true)?.request)
                })
                .collect()
        })
        .unwrap();
    counter.reopens();
    let registers: BTreeSet<_> = told.iter().map(|request| request.register).collect();
    let tickets: BTreeSet<_> = told.iter().map(|request| request.ticket).collect();
    assert_eq!((registers.len(), tickets.len()), (150, 150));
    assert_eq!(registers.last().unwrap().number, 150);
    assert!(told.iter().all(|request| counter.kept(request.id) == *request));
}
