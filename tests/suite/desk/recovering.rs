//! Coming in with the code from the safe, when passphrases are forgotten.
use loket::{
    desk::{
        counter::{Clock, Desk},
        entrance::{Pass, Recovered},
        exports::Span,
        keys, residents, setup,
        trace::{Sought, Trace},
    },
    domain::{
        class::Class,
        may::Action,
        moment::{Moment, Zone},
        passphrase::Passphrase,
        recovery::Recovery,
        reject::Reject,
        resident::Resident,
    },
    fault::Fault,
    form::office_answers,
    store::cipher::Cost,
};

use crate::{
    desk::counter::{Counter, answers, refused},
    place::{PASSPHRASE, Place, passphrase},
};

const NEW: &str = "teh manis hangat sekali";

fn clock(minutes: i64) -> Clock {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    let Moment(nine) = Moment::at(day.and_hms_opt(9, 0, 0).unwrap(), Zone::Wita);
    Clock::Set(Moment(nine + minutes * 60_000))
}

/// An office of Rina, who may do everything, and Budi, who serves; with its code.
struct Office {
    place: Place,
    code: Recovery,
}

impl Office {
    fn new() -> Self {
        let place = Place::new();
        let mut desk = place.desk(clock(0));
        let office = office_answers::preset("64.71.06.1001".parse().unwrap());
        let person = answers(&[("nama_petugas", "Rina Wati")]);
        let (_, code) = setup::found(&mut desk, &office, &person, &passphrase()).unwrap();
        keys::noted(&mut desk).unwrap();
        let budi = answers(&[("nama_petugas", "Budi"), ("peran", "petugas")]);
        setup::add_clerk(&mut desk, &budi, Some(&passphrase())).unwrap();
        drop(desk);
        Self { place, code }
    }

    fn enters(&self, code: &str, passphrase: &str) -> Result<Desk, Fault> {
        let pass = Pass::new(code, passphrase);
        let desk = Desk::enter(self.place.path(), &pass, clock(0), &mut |_| {});
        desk.map(|(mut desk, _)| {
            desk.set_cost(Cost::trifle());
            desk
        })
    }

    fn recovers(&self, code: &Recovery, officer: &str, minutes: i64) -> Result<Recovered, Fault> {
        let pass = (code, &Pass::new(officer, NEW));
        Desk::recover(self.place.path(), pass, (clock(minutes), Cost::trifle()), &mut |_| {})
    }
}

#[test]
fn the_right_code_gives_an_officer_another_passphrase_and_nobody_else() {
    let office = Office::new();
    let Recovered { desk, recovery, .. } = office.recovers(&office.code, "rina", 0).unwrap();
    assert_eq!(desk.clerk().unwrap().code, "rina");
    assert!(!keys::is_noted(&desk).unwrap(), "the code was read: another one is due");
    assert!(keys::reminder(&desk).is_some());
    assert_ne!(recovery.unwrap(), office.code);
    assert!(desk.permit(Action::Classify, Some(Class::Restricted)).is_ok());
    drop(desk);
    assert!(matches!(office.enters("rina", PASSPHRASE), Err(Fault::Unknown)));
    assert!(keys::new_recovery(&office.enters("rina", NEW).unwrap()).is_ok());
    assert_eq!(office.enters("budi", PASSPHRASE).unwrap().clerk().unwrap().code, "budi");
    // Until another one was noted it is the one in the safe.
    assert!(office.recovers(&office.code, "rina", 0).is_ok());
}

#[test]
fn the_code_gives_nobody_a_right_that_they_had_not() {
    let office = Office::new();
    let Recovered { mut desk, recovery, .. } = office.recovers(&office.code, "budi", 0).unwrap();
    assert!(recovery.is_none() && keys::reminder(&desk).is_none());
    assert!(matches!(keys::new_recovery(&desk), Err(Fault::Forbidden(_))));
    assert!(matches!(keys::take_recovery(&mut desk, &office.code), Err(Fault::Forbidden(_))));
    drop(desk);
    assert!(office.enters("budi", NEW).is_ok() && office.enters("rina", PASSPHRASE).is_ok());
    assert!(matches!(office.enters("budi", PASSPHRASE), Err(Fault::Unknown)));
}

#[test]
fn an_admin_who_may_not_open_what_is_restricted_does_not_renew_the_code() {
    let office = Office::new();
    let mut desk = office.enters("rina", PASSPHRASE).unwrap();
    let told = answers(&[("nama_petugas", "Tono"), ("peran", "admin")]);
    setup::add_clerk(&mut desk, &told, None).unwrap();
    drop(desk);
    let Recovered { desk, recovery, .. } = office.recovers(&office.code, "tono", 0).unwrap();
    assert!(recovery.is_none(), "the keys of the code are gone again");
    assert!(desk.permit(Action::ManageOfficers, None).is_ok());
}

#[test]
fn that_the_code_was_used_is_noted_or_told_where_it_cannot_be() {
    let office = Office::new();
    let Recovered { desk, .. } = office.recovers(&office.code, "rina", 0).unwrap();
    let trace = Trace::new(&desk, Sought::Officer(None, Span::default()));
    trace.read(|_, _| true).unwrap();
    let last = trace.take().unwrap().pop().unwrap();
    assert_eq!((&*last.why, last.stamp.by), ("kunci pulih", desk.clerk().unwrap().id));
    assert_eq!(desk.alarm(), "");
    drop(desk);
    let journal = office.place.path().join("jurnal/000001");
    let mut bytes = std::fs::read(&journal).unwrap();
    let end = bytes.iter().rposition(|byte| *byte != 0).unwrap();
    bytes[end - 8] ^= 1;
    std::fs::write(&journal, bytes).unwrap();
    let Recovered { desk, found, .. } = office.recovers(&office.code, "rina", 0).unwrap();
    assert!(found.read_only.is_some());
    assert!(desk.alarm().contains("jurnal tidak dapat mencatatnya"), "{}", desk.alarm());
}

#[test]
fn a_wrong_code_opens_nothing_and_six_of_them_make_everyone_wait() {
    let office = Office::new();
    let wrong = Recovery::of([7; 20]);
    for _ in 0..6 {
        let told = office.recovers(&wrong, "rina", 0).unwrap_err();
        assert!(matches!(told, Fault::Rejected { why: Reject::NotRecovery, .. }), "{told:?}");
    }
    let told = office.recovers(&office.code, "rina", 1).unwrap_err();
    assert!(matches!(told, Fault::Waiting { minutes: 29 }), "{told:?}");
    assert!(office.enters("rina", PASSPHRASE).is_ok(), "the officers do not wait for that");
    assert!(office.recovers(&office.code, "rina", 31).is_ok());
}

#[test]
fn an_officer_who_guessed_too_often_does_not_wait_with_the_right_code() {
    let office = Office::new();
    for _ in 0..6 {
        assert!(office.enters("rina", "bukan yang ini").is_err());
    }
    assert!(matches!(office.enters("rina", PASSPHRASE), Err(Fault::Waiting { .. })));
    drop(office.recovers(&office.code, "rina", 0).unwrap());
    assert!(office.enters("rina", NEW).is_ok());
}

#[test]
fn the_code_opens_also_what_was_sealed_in_later_epochs() {
    let office = Office::new();
    let mut desk = office.enters("rina", PASSPHRASE).unwrap();
    let siti = answers(&[("nama", "Siti"), ("alasan_tanpa_nik", "lupa"), ("ppks", "PPKS-19")]);
    let id = setup::with_code(&desk, "budi").unwrap();
    let mut budi = setup::clerk_answers(&desk, id).unwrap();
    budi.put("tidak_aktif", "ya");
    setup::change_clerk(&mut desk, id, &budi).unwrap();
    let siti = residents::register(&mut desk, &siti, true).unwrap().id;
    drop(desk);
    let recovered = office.recovers(&office.code, "", 0).unwrap();
    let found = recovered.desk.opened::<Resident>(siti);
    assert_eq!(found.unwrap().name().to_string(), "Siti");
}

#[test]
fn a_code_that_was_renewed_meanwhile_opens_nothing() {
    let office = Office::new();
    let mut desk = office.enters("rina", PASSPHRASE).unwrap();
    let fresh = keys::new_recovery(&desk).unwrap();
    keys::take_recovery(&mut desk, &fresh).unwrap();
    assert!(keys::is_noted(&desk).unwrap());
    drop(desk);
    assert_eq!(refused(office.recovers(&office.code, "rina", 0)), "rahasia_pulih");
    assert!(office.recovers(&fresh, "rina", 0).is_ok());
}

#[test]
fn it_must_be_said_which_officer_comes_in() {
    let office = Office::new();
    assert_eq!(refused(office.recovers(&office.code, "", 0)), "kode_masuk");
    assert_eq!(refused(office.recovers(&office.code, "siapa", 0)), "kode_masuk");
    assert!(office.enters("rina", PASSPHRASE).is_ok(), "nothing has changed");
}

#[test]
fn an_officer_without_a_passphrase_gets_the_first_one_from_an_admin_alone() {
    let office = Office::new();
    let mut desk = office.enters("rina", PASSPHRASE).unwrap();
    let told = answers(&[("nama_petugas", "Tono"), ("peran", "admin"), ("hak_terbatas", "ya")]);
    let tono = setup::add_clerk(&mut desk, &told, None).unwrap();
    let told = answers(&[("nama_petugas", "Ayu"), ("hak_terbatas", "ya")]);
    let ayu = setup::add_clerk(&mut desk, &told, None).unwrap();
    assert_eq!(keys::waiting(&desk).unwrap().len(), 2);
    let given: Passphrase = NEW.parse().unwrap();
    assert!(keys::begin(&mut desk, &tono, &given).unwrap(), "with the right that is due");
    let again = keys::begin(&mut desk, &tono, &given);
    assert!(matches!(again, Err(Fault::Missing { .. })), "the second one takes a witness");
    drop(desk);
    // Who serves gives nobody a passphrase.
    let mut desk = office.enters("budi", PASSPHRASE).unwrap();
    assert!(matches!(keys::begin(&mut desk, &ayu, &given), Err(Fault::Forbidden(_))));
    drop(desk);
    let mut desk = office.enters("tono", NEW).unwrap();
    assert!(keys::begin(&mut desk, &ayu, &given).unwrap());
    assert_eq!(keys::waiting(&desk).unwrap(), []);
    drop(desk);
    assert!(office.enters("ayu", NEW).is_ok());
}

#[test]
fn who_has_no_right_to_what_is_restricted_gives_none_with_a_first_passphrase() {
    let office = Office::new();
    let mut desk = office.enters("rina", PASSPHRASE).unwrap();
    let told = answers(&[("nama_petugas", "Tono"), ("peran", "admin")]);
    setup::add_clerk(&mut desk, &told, Some(&passphrase())).unwrap();
    let told =
        answers(&[("nama_petugas", "Ayu"), ("peran", "koordinator"), ("hak_terbatas", "ya")]);
    let ayu = setup::add_clerk(&mut desk, &told, None).unwrap();
    drop(desk);
    let mut desk = office.enters("tono", PASSPHRASE).unwrap();
    assert!(!keys::begin(&mut desk, &ayu, &passphrase()).unwrap());
    drop(desk);
    assert_eq!(office.enters("ayu", PASSPHRASE).unwrap().clerk().unwrap().code, "ayu");
    // Whoever has it gives it again.
    let mut desk = office.enters("rina", PASSPHRASE).unwrap();
    for answer in ["", "ya"] {
        let mut told = setup::clerk_answers(&desk, ayu.id).unwrap();
        told.put("hak_terbatas", answer);
        setup::change_clerk(&mut desk, ayu.id, &told).unwrap();
    }
    let told = answers(&[("nama", "Siti"), ("nik", "6471054101900001"), ("ppks", "PPKS-19")]);
    let siti = residents::register(&mut desk, &told, true).unwrap().id;
    drop(desk);
    assert!(office.enters("ayu", PASSPHRASE).unwrap().opened::<Resident>(siti).is_ok());
}

#[test]
fn a_passphrase_is_not_exchanged_for_itself() {
    let mut counter = Counter::opens("2026-11-24");
    let told = keys::change_own(&mut counter, &passphrase(), &passphrase());
    assert!(matches!(told, Err(Fault::Rejected { why: Reject::NotNew, .. })), "{told:?}");
}
