//! Who may do what, cell by cell.
use loket::domain::{
    choice::Choice as _,
    class::Class,
    clerk::Clerk,
    id::Id,
    may::{Action, Refusal, may},
    ppks::Ppks,
    road::{Status, Step},
    role::Role,
    service::Service,
};

use crate::store::samples;

/// The sets of hats, in the order of the columns.
const HATS: [&str; 10] = ["p", "k", "a", "d", "pk", "pa", "ka", "pd", "ad", "pka"];

/// Petugas, Koordinator, Admin, auDitor. `Y`: may; `r`: may, but what is restricted only with the
/// right to it; `-`: may not. Retired officers may nothing, so they need no columns.
#[rustfmt::skip]
const CELLS: &[(&str, &str)] = &[
    //                     p  k  a  d  pk pa ka pd ad pka
    ("baca",             " r  r  -  r  r  r  r  r  r  r "),
    ("lihat_nik",        " r  r  -  -  r  r  r  r  -  r "),
    ("daftar",           " Y  Y  -  -  Y  Y  Y  Y  -  Y "),
    ("ubah_warga",       " r  r  -  -  r  r  r  r  -  r "),
    ("terima",           " Y  Y  -  -  Y  Y  Y  Y  -  Y "),
    ("perbaiki",         " r  r  -  -  r  r  r  r  -  r "),
    ("tanda_terima",     " Y  Y  -  -  Y  Y  Y  Y  -  Y "),
    ("langkah",          " r  r  -  -  r  r  r  r  -  r "),
    ("putuskan",         " -  r  -  -  r  -  r  -  -  r "),
    ("rujuk",            " r  r  -  -  r  r  r  r  -  r "),
    ("terbitkan",        " r  r  -  -  r  r  r  r  -  r "),
    ("cetak",            " r  r  -  -  r  r  r  r  -  r "),
    ("printer",          " r  r  r  -  r  r  r  r  r  r "),
    ("ekspor",           " -  r  -  -  r  -  r  -  -  r "),
    ("ekspor_audit",     " -  r  -  r  r  -  r  r  r  r "),
    ("audit",            " -  r  -  r  r  -  r  r  r  r "),
    ("urungkan",         " r  r  -  -  r  r  r  r  -  r "),
    ("ubah_kantor",      " -  r  r  -  r  r  r  -  r  r "),
    ("ubah_tabel",       " -  r  r  -  r  r  r  -  r  r "),
    ("petugas",          " -  -  r  -  -  r  r  -  r  r "),
    ("atur_terbatas",    " -  r  -  -  r  -  r  -  -  r "),
    ("cadangkan",        " r  r  r  -  r  r  r  r  r  r "),
    ("pulihkan",         " -  -  r  -  -  r  r  -  r  r "),
    ("periksa",          " r  r  r  r  r  r  r  r  r  r "),
    ("salinan_warga",    " -  r  -  -  r  -  r  -  -  r "),
    ("batasi",           " -  r  -  -  r  -  r  -  -  r "),
    ("hapus",            " -  r  -  -  r  -  r  -  -  r "),
    ("lembar_kebocoran", " -  r  -  r  r  -  r  r  r  r "),
    ("gabung",           " r  r  -  -  r  r  r  r  -  r "),
    ("impor",            " -  Y  Y  -  Y  Y  Y  -  Y  Y "),
    ("saringan",         " r  r  -  -  r  r  r  r  -  r "),
    ("sisihkan_nomor",   " r  r  -  -  r  r  r  r  -  r "),
    ("batalkan_surat",   " r  r  -  -  r  r  r  r  -  r "),
];

const CLASSES: [Option<Class>; 3] = [None, Some(Class::General), Some(Class::Restricted)];

fn hats(letters: &str) -> Vec<Role> {
    let hat = |letter| match letter {
        'p' => Role::Clerk,
        'k' => Role::Coordinator,
        'a' => Role::Admin,
        'd' => Role::Auditor,
        other => panic!("no hat is called {other}"),
    };
    letters.chars().map(hat).collect()
}

fn officer(roles: Vec<Role>, restricted: bool, active: bool) -> Clerk {
    let [known] = samples::clerks();
    Clerk { roles, restricted, active, ..known }
}

#[test]
fn the_whole_matrix_is_as_it_is_written_here() {
    let mut seen = 0;
    for (code, cells) in CELLS {
        let action = Action::coded(code).unwrap();
        let cells: Vec<&str> = cells.split_whitespace().collect();
        assert_eq!(cells.len(), HATS.len(), "{code}");
        for (letters, cell) in HATS.iter().zip(cells) {
            for right in [false, true] {
                for class in CLASSES {
                    let here = officer(hats(letters), right, true);
                    let sealed = class == Some(Class::Restricted) && !right;
                    let wanted = match cell {
                        "r" if sealed => Err(Refusal::Restricted),
                        "Y" | "r" => Ok(()),
                        "-" => Err(Refusal::Hat(action)),
                        other => panic!("{other}"),
                    };
                    let told = format!("{code} by {letters}, right {right}, {class:?}");
                    assert_eq!(may(&here, action, class), wanted, "{told}");
                    let gone = Clerk { active: false, ..here };
                    assert_eq!(may(&gone, action, class), Err(Refusal::Retired), "{told}");
                    seen += 2;
                }
            }
        }
    }
    assert_eq!(seen, 33 * 10 * 2 * 3 * 2);
    assert_eq!(CELLS.len(), Action::ALL.len(), "an action is missing here");
}

/// Every set of hats, none and all of them too.
fn every_set() -> Vec<Vec<Role>> {
    let picked = |set: u32| {
        let all = Role::ALL.iter().enumerate();
        all.filter(|(place, _)| set >> place & 1 == 1).map(|(_, role)| *role).collect()
    };
    (0..16).map(picked).collect()
}

#[test]
fn another_hat_or_the_right_takes_nothing_away() {
    for roles in every_set() {
        for action in Action::ALL.iter().copied() {
            for class in CLASSES {
                for right in [false, true] {
                    if may(&officer(roles.clone(), right, true), action, class).is_err() {
                        continue;
                    }
                    let told = format!("{action:?} {class:?} {roles:?}");
                    assert_eq!(may(&officer(roles.clone(), true, true), action, class), Ok(()));
                    for more in Role::ALL {
                        let wider = roles.iter().copied().chain([*more]).collect();
                        assert_eq!(
                            may(&officer(wider, right, true), action, class),
                            Ok(()),
                            "{told}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn without_a_hat_or_retired_nothing_is_allowed() {
    for action in Action::ALL.iter().copied() {
        assert_eq!(may(&officer(vec![], true, true), action, None), Err(Refusal::Hat(action)));
        for roles in every_set() {
            assert_eq!(may(&officer(roles, true, false), action, None), Err(Refusal::Retired));
        }
    }
}

#[test]
fn a_refusal_says_who_may_and_who_helps() {
    let decide = Refusal::Hat(Action::Decide);
    assert_eq!(decide.to_string(), "hanya koordinator yang boleh memberi keputusan");
    assert_eq!(decide.remedy(), "Panggil koordinator.");
    let register = Refusal::Hat(Action::Register);
    assert_eq!(
        register.to_string(),
        "hanya petugas atau koordinator yang boleh mendaftarkan warga"
    );
    assert_eq!(Refusal::Hat(Action::Restore).remedy(), "Panggil admin.");
}

#[test]
fn only_an_outcome_of_what_was_asked_of_the_coordinator_is_a_decision() {
    let decided: Vec<Step> = Status::AwaitsDecision
        .steps(true)
        .into_iter()
        .filter(|step| Status::AwaitsDecision.decides(*step))
        .collect();
    assert_eq!(
        decided,
        [
            Step::Lack,
            Step::AwaitResident,
            Step::Resume,
            Step::Refer,
            Step::Forward,
            Step::Settle,
            Step::Refuse,
            Step::MarkUntrue,
        ]
    );
    for status in Status::ALL.iter().filter(|status| **status != Status::AwaitsDecision) {
        assert!(Step::ALL.iter().all(|step| !status.decides(*step)), "{status}");
    }
}

#[test]
fn a_resident_is_restricted_by_any_of_the_kinds_of_the_office() {
    let [known, _] = samples::residents();
    let kinds =
        |numbers: &[&str]| -> Vec<Ppks> { numbers.iter().map(|one| samples::say(one)).collect() };
    assert_eq!(known.kinds, kinds(&["2", "26"]));
    assert_eq!(known.class(&kinds(&[])), Class::General);
    assert_eq!(known.class(&kinds(&["6", "16"])), Class::General);
    assert_eq!(known.class(&kinds(&["6", "26"])), Class::Restricted);
}

#[test]
fn a_request_is_restricted_by_its_mark_its_service_or_its_subject() {
    let [marked, plain] = samples::requests();
    let [restricted] = samples::services();
    let open = Service { restricted: false, ..restricted.clone() };
    assert_eq!(marked.class(None, None), Class::Restricted);
    assert_eq!(plain.class(None, None), Class::General);
    assert_eq!(plain.class(Some(&open), Some(Class::General)), Class::General);
    assert_eq!(plain.class(Some(&restricted), None), Class::Restricted);
    assert_eq!(plain.class(Some(&open), Some(Class::Restricted)), Class::Restricted);
}

#[test]
fn the_presets_name_what_the_law_names() {
    let services: Vec<String> = Service::presets()
        .into_iter()
        .filter(|service| service.restricted)
        .map(|service| service.code)
        .collect();
    assert_eq!(services, ["PASUNG", "ANAK", "PPA", "NAPZA", "PMI"]);
    let kinds: Vec<u8> = Ppks::restricted_presets().into_iter().map(Ppks::number).collect();
    assert_eq!(kinds, [3, 6, 7, 16, 17, 18, 19]);
}

#[test]
fn the_id_of_an_officer_is_not_the_code() {
    let [known] = samples::clerks();
    assert_ne!(known.id, Id::named(&known.code));
}
