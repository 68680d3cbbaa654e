//! Letters of every shape, for the bytes that are kept of them.
use loket::domain::{
    letter::{End, Letter, Outlet, Printed, State, Voided},
    serial::Serial,
    stub::StubCode,
    ticket::Series,
};

use crate::store::samples::{day, id, say, stamp, ticket, told};

/// One that came out, one that is reserved, and one that is void.
pub fn letters() -> [Letter; 3] {
    let printed = Letter {
        id: id(5),
        kind: "RUJUKAN".to_owned(),
        serial: Serial { series: String::new(), year: 2026, number: 41 },
        number: say("400/041/PSKS/XI/2026"),
        day: day(2026, 11, 22),
        request: Some(id(3)),
        ticket: Some(ticket(Series::Referral, 5)),
        state: State::Final,
        by_hand: false,
        goal: told("Kepala Dinas Contoh"),
        matter: told("Rujukan contoh"),
        answers: vec![("tempat".to_owned(), "Kantor contoh".to_owned())],
        text: "# SURAT\nIsi surat.".to_owned(),
        valid_until: Some(day(2026, 12, 22)),
        issued: stamp(),
        copies: vec![
            Printed {
                to: Outlet::Printer,
                stamp: stamp(),
                printer: told("EPSON"),
                end: End::Failed,
            },
            Printed { to: Outlet::File, stamp: stamp(), printer: None, end: End::Out },
        ],
        voided: None,
        replaces: Some(id(4)),
        replaced_by: None,
        stub: Some(StubCode::drawn([7, 19, 3, 20, 9, 23, 29])),
    };
    let reserved = Letter {
        id: id(6),
        state: State::Reserved,
        valid_until: None,
        copies: vec![],
        ..printed.clone()
    };
    let voided = Letter {
        state: State::Void,
        by_hand: true,
        request: None,
        ticket: None,
        goal: None,
        matter: None,
        answers: vec![],
        text: String::new(),
        voided: Some(Voided { reason: say("salah tulis"), stamp: stamp() }),
        replaces: None,
        replaced_by: Some(id(5)),
        stub: None,
        ..reserved.clone()
    };
    [printed, reserved, voided]
}
