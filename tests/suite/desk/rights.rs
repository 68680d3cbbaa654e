//! Every use case asks whether the officer may, before it does anything.
use loket::{
    desk::{
        aid_notes, erasure,
        exports::{self, Span},
        filters,
        import::{
            asking::{Differing, Wish},
            taking::Taking,
            undoing::Undoing,
        },
        intake, keys, letters, likeness, limits, lists, mending, merging, parting, requests,
        residents, roads, search, setup, subject, tables, tracking, undo,
    },
    domain::{
        id::Id, institution::Institution, letter::Letter, letter::Outlet, may::Refusal,
        recovery::Recovery, request::Request, resident::Resident, ticket::Ticket,
    },
    fault::Fault,
    form::field::Draft,
    report::csv::Csv,
    roster::{
        glance::{Form, Glance},
        heading::Mapping,
    },
};

use crate::{
    desk::counter::{Counter, answers},
    layers::source::{places, sources},
    place::passphrase,
};

/// Someone, what that one asked for, and the letter that came of it.
struct Scene {
    who: Id,
    request: Id,
    ticket: Ticket,
    letter: Id,
    number: String,
}

/// An office where Rina does everything, Ayu is the auditor, and Budi serves without the right.
fn office() -> Counter {
    let mut counter = Counter::opens("2026-11-24");
    for (name, roles) in [("Ayu", "auditor"), ("Budi", "petugas"), ("Tono", "admin")] {
        let told = answers(&[("nama_petugas", name), ("peran", roles)]);
        setup::add_clerk(&mut counter, &told, Some(&passphrase())).unwrap();
    }
    counter
}

/// What Rina took for someone of that kind who asked for that service.
fn scene(counter: &mut Counter, kind: &str, service: &str) -> Scene {
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

type UseCase = fn(&mut Counter, &Scene) -> Result<(), Fault>;

fn draft() -> Draft {
    Draft::default()
}

/// Every public function of the desk that changes something, once.
#[rustfmt::skip]
const CHANGES: &[(&str, UseCase)] = &[
    ("aid_notes::confirm",       |desk, on| aid_notes::confirm(desk, on.who, 0).map(drop)),
    ("aid_notes::note",          |desk, on| aid_notes::note(desk, (on.who, None), &draft(), true).map(drop)),
    ("aid_notes::stop",          |desk, on| aid_notes::stop(desk, on.who, 0).map(drop)),
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
    ("letters::confirm",         |desk, on| letters::confirm(desk, on.letter, Outlet::File).map(drop)),
    ("letters::copied",          |desk, on| letters::copied(desk, on.letter)),
    ("letters::issue",           |desk, on| letters::issue(desk, on.request, on.ticket).map(drop)),
    ("likeness::part",           |desk, on| likeness::part(desk, on.who, on.who)),
    ("limits::lift",             |desk, on| limits::lift(desk, on.who).map(drop)),
    ("limits::restrict",         |desk, on| limits::restrict(desk, on.who, &draft()).map(drop)),
    ("mending::mend",            |desk, on| mending::mend(desk, on.request, &draft()).map(drop)),
    ("merging::merge",           |desk, on| merging::merge(desk, (on.who, on.who), &[], merging::Why::Twice).map(drop)),
    ("parting::part",            |desk, _| parting::part(desk, 1).map(drop)),
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
    ("subject::copy",            |desk, on| subject::copy(desk, on.who, &draft()).map(drop)),
    ("tables::add_institution",  |desk, _| tables::add_institution(desk, &draft()).map(drop)),
    ("tables::change_institution", |desk, _| tables::change_institution(desk, "DINSOS", &draft()).map(drop)),
    ("tables::change_rule",      |desk, _| tables::change_rule(desk, "RUJUKAN", &draft()).map(drop)),
    ("tables::change_service",   |desk, _| tables::change_service(desk, "SKTM", &draft()).map(drop)),
    ("undo::last",               |desk, _| undo::last(desk).map(drop)),
];

/// A list that is nowhere.
fn wish() -> Wish {
    let headings = vec!["NIK".to_owned(), "Nama".to_owned()];
    let form = Form::Sheet { name: "Daftar".to_owned() };
    let (path, notes) = ("/tidak/ada.xlsx".into(), vec![]);
    let mapping = Mapping::of(headings.clone());
    let glance = Glance { path, form, line: 1, headings, size: 0, print: 0, notes };
    Wish { glance, mapping, confirmed: false, differing: Differing::Leave }
}

/// What was begun was asked for then. Where nobody is there to be asked; the note that others ask for; and what concerns the officer's
/// own way in, or that of a colleague who forgot it and asks two others. The sheet about a breach is
/// the auditor's too.
const UNASKED: &[&str] = &[
    "affected::sheet",
    "audit::found",
    "audit::leaving",
    "audit::left",
    "audit::opened",
    "audit::seen",
    "import::taking::abandon",
    "import::taking::end",
    "import::taking::take",
    "import::undoing::abandon",
    "import::undoing::end",
    "import::undoing::step",
    "keys::change_own",
    "keys::noted",
    "keys::replace",
    "setup::found",
];

/// What hands data out without changing any.
#[rustfmt::skip]
const HANDS_OUT: &[UseCase] = &[
    |desk, on| letters::leaving(desk, on.letter).map(drop),
    |desk, on| letters::with_number(desk, &on.number).map(drop),
    |desk, on| letters::slip(desk, on.request).map(drop),
];

/// What is done with one record, so that its class counts.
#[rustfmt::skip]
const ON_A_RECORD: &[UseCase] = &[
    |desk, on| desk.opened::<Resident>(on.who).map(drop),
    |desk, on| desk.opened::<Request>(on.request).map(drop),
    |desk, on| desk.opened::<Letter>(on.letter).map(drop),
    |desk, on| requests::take(desk, &answers(&[("jenis", "permohonan"), ("layanan", "SKTM")]), requests::Subject::Known(on.who), true).map(drop),
    |desk, on| residents::amend(desk, on.who, &draft(), true).map(drop),
    |desk, on| residents::show_nik(desk, on.who, &draft()).map(drop),
    |desk, on| residents::meant(desk, Some(on.who), &draft()).map(drop),
    |desk, on| likeness::part(desk, on.who, on.who),
    |desk, on| merging::pair(desk, on.who, on.who).map(drop),
    |desk, on| subject::copy(desk, on.who, &draft()).map(drop),
    |desk, on| erasure::erase(desk, on.who, &draft()).map(drop),
    |desk, on| mending::mend(desk, on.request, &draft()).map(drop),
    |desk, on| roads::step(desk, on.request, &draft()).map(drop),
    |desk, on| roads::refer(desk, on.request, &draft()).map(drop),
    |desk, on| roads::news(desk, on.request, on.ticket, &draft()).map(drop),
    |desk, on| letters::issue(desk, on.request, on.ticket).map(drop),
    |desk, on| letters::confirm(desk, on.letter, Outlet::File).map(drop),
    |desk, on| letters::copied(desk, on.letter),
    |desk, on| letters::leaving(desk, on.letter).map(drop),
    |desk, on| letters::with_number(desk, &on.number).map(drop),
    |desk, on| aid_notes::note(desk, (on.who, None), &draft(), true).map(drop),
];

fn sits(counter: &Counter) -> Id {
    counter.clerk().unwrap().id
}

#[test]
fn the_list_of_use_cases_that_change_something_is_whole() {
    let mut found = Vec::new();
    let desk = sources("src/desk");
    for source in desk.iter().filter(|source| !source.path.contains("/practice/")) {
        let file = source.module().trim_start_matches("desk::").to_owned();
        for tail in places(&source.code, "pub fn") {
            let (head, _) = tail.split_once(')').unwrap();
            if head.contains("desk: &mut Desk") {
                let name = head.trim().split(['(', '<']).next().unwrap();
                found.push(format!("{file}::{name}"));
            }
        }
    }
    found.retain(|name| !UNASKED.contains(&name.as_str()));
    let known: Vec<&str> = CHANGES.iter().map(|(name, _)| *name).collect();
    found.sort();
    assert_eq!(found, known, "name the use case here, and how it is called");
}

#[test]
fn an_auditor_changes_nothing_and_hands_nothing_out() {
    let mut counter = office();
    let scene = scene(&mut counter, "", "SKTM");
    assert!(counter.sits("ayu"));
    let changes = CHANGES.iter().map(|(name, work)| (*name, work));
    for (name, work) in changes.chain(HANDS_OUT.iter().map(|work| ("hands out", work))) {
        let told = work(&mut counter, &scene);
        assert!(matches!(told, Err(Fault::Forbidden(Refusal::Hat(_)))), "{name}: {told:?}");
    }
    // What an auditor may do is look.
    assert_eq!(search::residents(&counter, "siti", 5).unwrap().len(), 1);
    counter.opened::<Request>(scene.request).unwrap();
}

#[test]
fn nobody_who_is_retired_does_anything() {
    let mut counter = office();
    let scene = scene(&mut counter, "", "SKTM");
    assert!(counter.sits("budi"));
    let budi = setup::with_code(&counter, "budi").unwrap();
    let gone = answers(&[("nama_petugas", "Budi"), ("peran", "petugas"), ("tidak_aktif", "ya")]);
    let refused = setup::change_clerk(&mut counter, budi, &gone);
    assert!(matches!(refused, Err(Fault::Forbidden(Refusal::Hat(_)))));
    assert!(counter.sits("rina"));
    setup::change_clerk(&mut counter, budi, &gone).unwrap();
    assert!(!counter.sits("budi"), "who is retired does not sit down");
    assert!(counter.opened::<Request>(scene.request).is_ok());
}

#[test]
fn what_is_restricted_is_only_for_those_who_have_the_right() {
    let mut counter = office();
    for (kind, service) in [("PPKS-19", "SKTM"), ("", "PPA")] {
        let scene = scene(&mut counter, kind, service);
        for work in ON_A_RECORD.iter().skip(usize::from(kind.is_empty())) {
            assert!(counter.sits("rina"));
            let told = work(&mut counter, &scene);
            assert!(!matches!(told, Err(Fault::Forbidden(_))), "{told:?}");
        }
        assert!(counter.sits("budi"));
        for (place, work) in ON_A_RECORD.iter().enumerate() {
            // The person who asks for a restricted service is not restricted.
            if kind.is_empty() && [0, 3, 4, 5, 6, 7, 8, 9, 10, 20].contains(&place) {
                continue;
            }
            let told = work(&mut counter, &scene);
            let sealed = matches!(told, Err(Fault::Forbidden(Refusal::Restricted)));
            assert!(sealed, "{place} of {service}: {told:?}");
        }
    }
}

#[test]
fn whoever_takes_something_restricted_gives_a_slip_that_tells_nothing() {
    let mut counter = office();
    let siti = counter.meets("Siti Aminah");
    assert!(counter.sits("budi"));
    let told = answers(&[("jenis", "permohonan"), ("layanan", "NAPZA")]);
    let taken =
        requests::take(&mut counter, &told, requests::Subject::Known(siti), true).unwrap().request;
    assert!(matches!(
        counter.opened::<Request>(taken.id),
        Err(Fault::Forbidden(Refusal::Restricted))
    ));
    let slip = letters::slip(&counter, taken.id).unwrap();
    let paper = letters::receipt(&counter, &slip, counter.office().unwrap().paper).unwrap();
    let text = loket::print::text::render(&paper);
    assert!(text.contains("S. A.") && text.contains(&taken.ticket.to_string()), "{text}");
    assert!(!text.contains("NAPZA") && !text.contains("Siti"), "{text}");
}

#[test]
fn a_mark_of_the_clerk_restricts_a_request() {
    let mut counter = office();
    let siti = counter.meets("Siti Aminah");
    let told = [("jenis", "permohonan"), ("layanan", "SKTM"), ("terbatas", "ya")];
    let taken = counter.takes(siti, &told).request;
    assert!(taken.confidential);
    assert!(counter.sits("budi"));
    assert!(counter.opened::<Request>(taken.id).is_err());
    assert!(matches!(lists::line(&counter, taken.id), Err(Fault::Forbidden(_))));
    assert_eq!(lists::ids(&counter, lists::Which::All), []);
}

#[test]
fn who_is_restricted_is_neither_found_nor_named_nor_handed_out_but_not_taken_in_twice() {
    let mut counter = office();
    let scene = scene(&mut counter, "PPKS-19", "SKTM");
    let handed = |counter: &mut Counter, table| {
        let mut bytes = vec![];
        exports::export(counter, table, Span::default(), &mut Csv::new(&mut bytes)).unwrap()
    };
    let tables = [exports::Table::Residents, exports::Table::Requests, exports::Table::Letters];
    assert_eq!(tables.map(|table| handed(&mut counter, table)), [1, 1, 1]);
    let told = answers(&[("nama_petugas", "Dewi"), ("peran", "koordinator;petugas")]);
    setup::add_clerk(&mut counter, &told, Some(&passphrase())).unwrap();
    assert!(counter.sits("dewi"));
    assert_eq!(tables.map(|table| handed(&mut counter, table)), [0, 0, 0]);
    assert_eq!(search::residents(&counter, "siti", 5).unwrap(), []);
    assert!(matches!(lists::resident_name(&counter, scene.who), Err(Fault::Forbidden(_))));
    assert!(matches!(lists::posted(&counter, scene.letter), Err(Fault::Forbidden(_))));
    let again = answers(&[("nama", "Siti"), ("nik", "6471054101900001")]);
    let told = residents::register(&mut counter, &again, true);
    assert!(matches!(told, Err(Fault::Guarded)), "{told:?}");
    let whole = answers(&[("nama", "Siti"), ("nik", "6471054101900001"), ("jenis", "informasi")]);
    assert!(matches!(intake::receive(&mut counter, &whole, true), Err(Fault::Guarded)));
    let told = tracking::track(&counter, scene.ticket, Some(1));
    assert!(matches!(told, Err(Fault::Forbidden(_))), "{told:?}");
    assert!(counter.sits("rina"));
    let told = tracking::track(&counter, scene.ticket, Some(1)).unwrap();
    let tracking::Matter::Shown { kind, institution } = told.matter else { panic!("{told:?}") };
    assert_eq!((kind.as_str(), institution), ("Permohonan layanan", None));
}

#[test]
fn an_admin_alone_keeps_the_desk_and_knows_no_resident() {
    let mut counter = office();
    let scene = scene(&mut counter, "", "SKTM");
    assert!(counter.sits("tono"));
    assert!(search::residents(&counter, "siti", 5).is_err());
    assert!(counter.opened::<Resident>(scene.who).is_err());
    assert_eq!(lists::line(&counter, scene.request).unwrap().name, lists::HIDDEN);
    let told = answers(&[("nama_petugas", "Sri")]);
    let sri = setup::add_clerk(&mut counter, &told, Some(&passphrase())).unwrap();
    assert_eq!(sri.roles, [loket::domain::role::Role::Clerk]);
    assert!(!sri.restricted);
}

#[test]
fn what_is_restricted_is_settled_by_a_coordinator_who_has_the_right() {
    let mut counter = office();
    let known: Vec<Institution> = tables::institutions(&counter).into_iter().cloned().collect();
    assert!(!known.is_empty());
    let mut service =
        loket::form::directory::service_answers(tables::service(&counter, "SKTM").unwrap());
    let mut office = loket::form::office_answers::answers(counter.office().unwrap());
    assert!(counter.sits("tono"));
    tables::change_service(&mut counter, "SKTM", &service).unwrap();
    setup::change_office(&mut counter, &office).unwrap();
    service.put("layanan_terbatas", "ya");
    office.put("ppks_terbatas", "PPKS-19");
    for told in [
        tables::change_service(&mut counter, "SKTM", &service).map(drop),
        setup::change_office(&mut counter, &office).map(drop),
    ] {
        assert!(matches!(told, Err(Fault::Forbidden(Refusal::Hat(_)))), "{told:?}");
    }
    assert!(counter.sits("rina"));
    assert!(tables::change_service(&mut counter, "SKTM", &service).unwrap().restricted);
    assert_eq!(setup::change_office(&mut counter, &office).unwrap().restricted_kinds.len(), 1);
}

#[test]
fn a_decision_that_was_asked_for_is_taken_by_a_coordinator() {
    let mut counter = office();
    let siti = counter.meets("Siti Aminah");
    let request = counter.serves(siti, "SKTM", "").id;
    for step in ["lengkapi", "tunggu_keputusan"] {
        let missing: Vec<String> =
            counter.kept(request).missing().map(|paper| paper.code.clone()).collect();
        counter
            .steps(
                request,
                &[("langkah", step), ("berkas", &missing.join(";")), ("alasan", "data")],
            )
            .unwrap();
    }
    assert!(counter.sits("budi"));
    let told = counter.steps(request, &[("langkah", "lanjutkan")]);
    assert!(matches!(told, Err(Fault::Forbidden(Refusal::Hat(_)))), "{told:?}");
    let told = counter.refers(request, "surat");
    assert!(matches!(told, Err(Fault::Forbidden(Refusal::Hat(_)))), "{told:?}");
    assert!(counter.sits("rina"));
    counter.steps(request, &[("langkah", "lanjutkan")]).unwrap();
}

#[test]
fn screens_and_commands_read_a_record_only_where_its_class_is_asked() {
    for source in ["src/tui", "src/cli"].into_iter().flat_map(sources) {
        for way in ["desk.must", "desk.get", "desk.all", "desk.has"] {
            assert!(!source.code.contains(way), "{}: {way}", source.path);
        }
    }
}
