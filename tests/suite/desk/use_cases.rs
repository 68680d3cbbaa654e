//! Every use case that changes something, and the scene in which each is called.
use loket::{
    desk::{
        aid_notes, bundle, erasure,
        exports::{self, Span},
        filters,
        import::{
            asking::{Differing, Wish},
            taking::Taking,
            undoing::Undoing,
        },
        intake, keys, ledger, letters, likeness, limits, mending, merging, parting, printing,
        requests, residents, roads, setup, stubs, subject, tables, undo, wordings,
    },
    domain::{
        id::Id, letter::Letter, letter::Outlet, printer::Printer, printing::LETTERS,
        recovery::Recovery, stub_answer::ANSWERS, ticket::Ticket,
    },
    fault::Fault,
    form::field::Draft,
    letter::kind::Kind,
    report::csv::Csv,
    roster::{
        glance::{Form, Glance},
        heading::Mapping,
    },
};

use crate::{
    desk::counter::{Counter, answers},
    place::passphrase,
};

/// Someone, what that one asked for, and the letter that came of it.
pub(crate) struct Scene {
    pub(crate) who: Id,
    pub(crate) request: Id,
    pub(crate) ticket: Ticket,
    pub(crate) letter: Id,
    pub(crate) number: String,
}

/// An office where Rina does everything, Ayu is the auditor, and Budi serves without the right.
pub(crate) fn office() -> Counter {
    let mut counter = Counter::opens("2026-11-24");
    for (name, roles) in [("Ayu", "auditor"), ("Budi", "petugas"), ("Tono", "admin")] {
        let told = answers(&[("nama_petugas", name), ("peran", roles)]);
        setup::add_clerk(&mut counter, &told, Some(&passphrase())).unwrap();
    }
    counter
}

/// What Rina took for someone of that kind who asked for that service.
pub(crate) fn scene(counter: &mut Counter, kind: &str, service: &str) -> Scene {
    assert!(counter.sits("rina"));
    let nik = if kind.is_empty() { "6471055708850001" } else { "6471054101900001" };
    let told = answers(&[("nama", "Siti Aminah"), ("nik", nik), ("ppks", kind)]);
    let who = residents::register(counter, &told, true).unwrap().id;
    let request = counter.serves(who, service, "ktp").id;
    let ticket = counter.refers(request, "surat").unwrap().1;
    let Letter { id: letter, number, .. } = letters::issue(counter, request, ticket).unwrap();
    // A second referral has no letter yet.
    let ticket = counter.refers(request, "surat").unwrap().1;
    Scene { who, request, ticket, letter, number: number.to_string() }
}

pub(crate) type UseCase = fn(&mut Counter, &Scene) -> Result<(), Fault>;

pub(crate) fn draft() -> Draft {
    Draft::default()
}

/// Every public function of the desk that changes something, once.
#[rustfmt::skip]
pub(crate) const CHANGES: &[(&str, UseCase)] = &[
    ("aid_notes::confirm",       |desk, on| aid_notes::confirm(desk, on.who, 0).map(drop)),
    ("aid_notes::note",          |desk, on| aid_notes::note(desk, (on.who, None), &draft(), true).map(drop)),
    ("aid_notes::stop",          |desk, on| aid_notes::stop(desk, on.who, 0).map(drop)),
    ("bundle::begin",            |desk, on| bundle::begin(desk, &[on.letter], Outlet::File).map(drop)),
    ("bundle::end",              |desk, on| { let bundle = bundle::begin(desk, &[on.letter], Outlet::File)?; bundle::end(desk, &bundle, true).map(drop) }),
    ("erasure::erase",           |desk, on| erasure::erase(desk, on.who, &draft()).map(drop)),
    ("exports::export",          |desk, _| exports::export(desk, exports::Table::Residents, Span::default(), &mut Csv::new(&mut vec![])).map(drop)),
    ("exports::people",          |desk, _| exports::people(desk, vec![], &mut Csv::new(&mut vec![])).map(drop)),
    ("filters::change",          |desk, on| filters::change(desk, on.who, &draft()).map(drop)),
    ("filters::remove",          |desk, on| filters::remove(desk, on.who).map(drop)),
    ("filters::save",            |desk, _| filters::save(desk, &draft()).map(drop)),
    ("import::taking::begin",    |desk, _| Taking::begin(desk, wish(), "/tidak/ada".into()).map(drop)),
    ("import::undoing::begin",   |desk, on| Undoing::begin(desk, on.who).map(drop)),
    ("intake::receive",          |desk, _| intake::receive(desk, &draft(), true).map(drop)),
    ("keys::begin",              |desk, _| { let own = desk.clerk().cloned().unwrap(); keys::begin(desk, &own, &passphrase()).map(drop) }),
    ("keys::take_recovery",      |desk, _| keys::take_recovery(desk, &Recovery::of([7; 20]))),
    ("ledger::enter",            |desk, _| ledger::enter(desk, &draft()).map(drop)),
    ("ledger::hold",             |desk, _| ledger::hold(desk, &draft()).map(drop)),
    ("ledger::void",             |desk, on| ledger::void(desk, on.letter, &draft()).map(drop)),
    ("letters::confirm",         |desk, on| letters::confirm(desk, on.letter, Outlet::File).map(drop)),
    ("letters::copied",          |desk, on| letters::copied(desk, on.letter)),
    ("letters::correct",         |desk, on| letters::correct(desk, on.letter, &draft()).map(drop)),
    ("letters::failed",          |desk, on| letters::failed(desk, on.letter).map(drop)),
    ("letters::issue",           |desk, on| letters::issue(desk, on.request, on.ticket).map(drop)),
    ("letters::issue_with",      |desk, on| letters::issue_with(desk, on.request, on.ticket, &draft()).map(drop)),
    ("letters::sent",            |desk, on| letters::sent(desk, on.letter, Outlet::File, &Printer::Default).map(drop)),
    ("letters::write",           |desk, on| letters::write(desk, Kind::coded("KET").unwrap(), Some(on.request), &draft()).map(drop)),
    ("likeness::part",           |desk, on| likeness::part(desk, on.who, on.who)),
    ("limits::lift",             |desk, on| limits::lift(desk, on.who).map(drop)),
    ("limits::restrict",         |desk, on| limits::restrict(desk, on.who, &draft()).map(drop)),
    ("mending::mend",            |desk, on| mending::mend(desk, on.request, &draft()).map(drop)),
    ("merging::merge",           |desk, on| merging::merge(desk, (on.who, on.who), &[], merging::Why::Twice).map(drop)),
    ("parting::part",            |desk, _| parting::part(desk, 1).map(drop)),
    ("printing::choose",         |desk, _| printing::choose(desk, LETTERS, &draft()).map(drop)),
    ("requests::take",           |desk, on| requests::take(desk, &draft(), requests::Subject::Known(on.who), true).map(drop)),
    ("residents::amend",         |desk, on| residents::amend(desk, on.who, &draft(), true).map(drop)),
    ("residents::described",     |desk, _| residents::described(desk, &draft(), true).map(drop)),
    ("residents::meant",         |desk, on| residents::meant(desk, Some(on.who), &draft()).map(drop)),
    ("residents::register",      |desk, _| residents::register(desk, &draft(), true).map(drop)),
    ("residents::show_nik",      |desk, on| residents::show_nik(desk, on.who, &draft()).map(drop)),
    ("roads::news",              |desk, on| roads::news(desk, on.request, on.ticket, &draft()).map(drop)),
    ("roads::refer",             |desk, on| roads::refer(desk, on.request, &draft()).map(drop)),
    ("roads::step",              |desk, on| roads::step(desk, on.request, &draft()).map(drop)),
    ("setup::add_clerk",         |desk, _| setup::add_clerk(desk, &draft(), None).map(drop)),
    ("setup::change_clerk",      |desk, _| { let id = sits(desk); setup::change_clerk(desk, id, &draft()).map(drop) }),
    ("setup::change_office",     |desk, _| setup::change_office(desk, &draft()).map(drop)),
    ("stubs::answer",            |desk, on| { let back = stubs::returned(desk, on.letter)?; stubs::answer(desk, &back, &ANSWERS[0]).map(drop) }),
    ("subject::copy",            |desk, on| subject::copy(desk, on.who, &draft()).map(drop)),
    ("tables::add_institution",  |desk, _| tables::add_institution(desk, &draft()).map(drop)),
    ("tables::change_institution", |desk, _| tables::change_institution(desk, "DINSOS", &draft()).map(drop)),
    ("tables::change_rule",      |desk, _| tables::change_rule(desk, "RUJUKAN", &draft()).map(drop)),
    ("tables::change_service",   |desk, _| tables::change_service(desk, "SKTM", &draft()).map(drop)),
    ("undo::last",               |desk, _| undo::last(desk).map(drop)),
    ("wordings::keep",           |desk, _| wordings::keep(desk, "rujukan", &draft(), true).map(drop)),
];

/// A list that is nowhere.
pub(crate) fn wish() -> Wish {
    let headings = vec!["NIK".to_owned(), "Nama".to_owned()];
    let form = Form::Sheet { name: "Daftar".to_owned() };
    let (path, notes) = ("/tidak/ada.xlsx".into(), vec![]);
    let mapping = Mapping::of(headings.clone());
    let glance = Glance { path, form, line: 1, headings, size: 0, print: 0, notes };
    Wish { glance, mapping, confirmed: false, differing: Differing::Leave }
}

pub(crate) fn sits(counter: &Counter) -> Id {
    counter.clerk().unwrap().id
}
