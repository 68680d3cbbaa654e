//! Every use case asks whether the officer may, before it does anything.
use loket::{
    desk::{
        aid_notes, erasure,
        exports::{self, Span},
        intake, ledger, letters, likeness, lists, mending, merging, requests, residents, roads,
        search, setup, slips, subject, tables, tracking,
    },
    domain::{
        institution::Institution, letter::Letter, letter::Outlet, may::Refusal, printer::Printer,
        request::Request, resident::Resident,
    },
    fault::Fault,
    letter::kinds::ANTREAN,
    report::csv::Csv,
};

use crate::{
    desk::{
        counter::{Counter, answers},
        use_cases::{CHANGES, UseCase, draft, office, scene},
    },
    layers::source::{places, sources},
    place::passphrase,
};

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
    |desk, on| slips::slip(desk, on.request).map(drop),
    |desk, _| slips::handed(desk, &ANTREAN, None, &draft()).map(drop),
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
    |desk, on| letters::correct(desk, on.letter, &draft()).map(drop),
    |desk, on| letters::failed(desk, on.letter).map(drop),
    |desk, on| letters::sent(desk, on.letter, Outlet::File, &Printer::Default).map(drop),
    |desk, on| ledger::void(desk, on.letter, &draft()).map(drop),
    |desk, on| letters::leaving(desk, on.letter).map(drop),
    |desk, on| letters::with_number(desk, &on.number).map(drop),
    |desk, on| aid_notes::note(desk, (on.who, None), &draft(), true).map(drop),
];

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
            if kind.is_empty() && [0, 3, 4, 5, 6, 7, 8, 9, 10, 24].contains(&place) {
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
    let text = counter.hands("TANDA-TERIMA", taken.id, &[]);
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
