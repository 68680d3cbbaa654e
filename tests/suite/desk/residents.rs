//! Registering residents: who is known already, what looks odd, what differs.
use loket::{
    desk::{
        residents::{amend, differences, doubts, household, known_nik, nik_tells, register},
        search::{Found, find},
    },
    domain::{doubt::Odd, resident::Resident},
    fault::Fault,
    form::resident_answers,
};

use crate::desk::counter::{Counter, answers, refused};

/// Siti, born on 17 August 1985 in Balikpapan Kota.
const NIK: &str = "6471065708850001";

fn siti() -> Vec<(&'static str, &'static str)> {
    vec![
        ("nama", "Siti Aminah"),
        ("nik", NIK),
        ("tanggal_lahir", "17-8-1985"),
        ("jenis_kelamin", "P"),
        ("hp", "0812-3456-7890"),
    ]
}

fn odd(told: Result<Resident, Fault>) -> Vec<(&'static str, Odd)> {
    let Err(Fault::Doubtful(doubts)) = told else { panic!("nothing was odd: {told:?}") };
    doubts.into_iter().map(|doubt| (doubt.field, doubt.why)).collect()
}

#[test]
fn a_known_nik_is_shown_and_never_registered_twice() {
    let mut counter = Counter::opens("2026-11-24");
    let first = register(&mut counter, &answers(&siti()), false).unwrap();
    assert_eq!(known_nik(&counter, "6471 0657 0885 0001"), Some(first.id));
    assert_eq!(known_nik(&counter, "6471065708850002"), None);
    let again = answers(&[("nama", "Sitti A."), ("nik", NIK)]);
    for confirmed in [false, true] {
        let told = register(&mut counter, &again, confirmed);
        assert!(matches!(told, Err(Fault::Taken(id)) if id == first.id));
    }
    let budi = counter.meets("Budi Santoso");
    let told = amend(&mut counter, budi, &again, true);
    assert!(matches!(told, Err(Fault::Taken(id)) if id == first.id));
}

#[test]
fn mending_a_resident_keeps_the_record_and_frees_the_old_nik() {
    let mut counter = Counter::opens("2026-11-24");
    let first = register(&mut counter, &answers(&siti()), false).unwrap();
    let mut draft = resident_answers::answers(&first);
    draft.put("nama", "Siti Aminah Zahra");
    counter.waits(1);
    let mended = amend(&mut counter, first.id, &draft, false).unwrap();
    assert_eq!((mended.id, mended.registered), (first.id, first.registered));
    assert_eq!(mended.name(), "Siti Aminah Zahra");
    draft.put("nik", "6471065708850002");
    amend(&mut counter, first.id, &draft, false).unwrap();
    assert_eq!(known_nik(&counter, NIK), None);
    assert_eq!(known_nik(&counter, "6471065708850002"), Some(first.id));
}

#[test]
fn masked_numbers_in_the_form_mean_those_that_are_known_and_no_others() {
    let mut counter = Counter::opens("2026-11-24");
    let mut told = siti();
    told.push(("kk", "6471051203070001"));
    let who = register(&mut counter, &answers(&told), false).unwrap();
    let mut form = resident_answers::answers(&who);
    assert!(!form.answers().any(|(_, answer)| answer == NIK || answer == "6471051203070001"));
    form.put("pekerjaan", "buruh");
    let now = amend(&mut counter, who.id, &form, false).unwrap();
    assert_eq!((now.nik(), now.family.kk), (who.nik(), who.family.kk));
    for (field, mask) in [("nik", "6471**0101******"), ("kk", "6471**0101******")] {
        let mut other = form.clone();
        other.put(field, mask);
        assert_eq!(refused(amend(&mut counter, who.id, &other, true)), field);
    }
    // Of somebody new nothing is known that a mask could mean.
    for (field, nik) in [("nik", ""), ("kk", NIK)] {
        let told = answers(&[("nama", "Eka"), ("nik", nik), (field, "6471**0101******")]);
        let told = register(&mut counter, &told, true);
        assert!(matches!(told, Err(Fault::Rejected { field: at, .. }) if at == field));
    }
}

#[test]
fn either_a_nik_or_a_reason_and_never_both() {
    let mut counter = Counter::opens("2026-11-24");
    let mut asks = |told: &[(&str, &str)]| refused(register(&mut counter, &answers(told), false));
    assert_eq!(asks(&[("nama", "Siti Aminah")]), "alasan_tanpa_nik");
    assert_eq!(
        asks(&[("nama", "Siti"), ("nik", NIK), ("alasan_tanpa_nik", "hilang")]),
        "alasan_tanpa_nik"
    );
    assert_eq!(asks(&[("nama", "Siti"), ("nik", "6471")]), "nik");
    assert_eq!(asks(&[("alasan_tanpa_nik", "hilang")]), "nama");
    assert_eq!(asks(&[("tanpa_nama", "ya"), ("alasan_tanpa_nik", "hilang")]), "ciri");
}

#[test]
fn what_does_not_agree_with_the_nik_is_asked_and_may_be_true() {
    let mut counter = Counter::opens("2026-11-24");
    let told = answers(&[
        ("nama", "Siti Aminah"),
        ("nik", NIK),
        ("tanggal_lahir", "18-8-1985"),
        ("jenis_kelamin", "L"),
        ("kk", NIK),
    ]);
    let asked = odd(register(&mut counter, &told, false));
    let fields: Vec<_> = asked.iter().map(|(field, _)| *field).collect();
    assert!(["tanggal_lahir", "jenis_kelamin", "kk"].iter().all(|field| fields.contains(field)));
    assert!(
        asked.contains(&("jenis_kelamin", Odd::NikSex)) && asked.contains(&("kk", Odd::NikIsKk))
    );
    assert!(
        find(&counter, "siti", 9).unwrap().is_empty(),
        "nothing is kept before it is confirmed"
    );
    let kept = register(&mut counter, &told, true).unwrap();
    assert!(!doubts(&counter, &kept).unwrap().is_empty());
}

#[test]
fn a_household_has_one_head() {
    let mut counter = Counter::opens("2026-11-24");
    let member = |name: &'static str, relation: &'static str| {
        let told = [("alasan_tanpa_nik", "tidak_dibawa"), ("kk", "6471062208150007")];
        answers(&[&told[..], &[("nama", name), ("hubungan_kk", relation)]].concat())
    };
    let head = register(&mut counter, &member("Ahmad Yani", "kepala_keluarga"), false).unwrap();
    let wife = register(&mut counter, &member("Siti Aminah", "istri"), false).unwrap();
    let asked = odd(register(&mut counter, &member("Budi Yani", "kepala_keluarga"), false));
    assert_eq!(asked, [("hubungan_kk", Odd::SecondHead)]);
    // The head may be mended without being taken for a second one.
    let same = resident_answers::answers(&head);
    assert!(amend(&mut counter, head.id, &same, false).is_ok());
    let all: Vec<_> = household(&counter, &wife).unwrap().iter().map(|one| one.id).collect();
    assert_eq!(all, [head.id, wife.id]);
}

#[test]
fn what_is_told_otherwise_is_named_and_what_is_not_told_is_not() {
    let mut counter = Counter::opens("2026-11-24");
    let known = register(&mut counter, &answers(&siti()), false).unwrap();
    let known = resident_answers::answers(&known);
    let same = answers(&[("nama", "SITI  aminah"), ("jenis_kelamin", "")]);
    assert_eq!(differences(&known, &same), []);
    let other = answers(&[("nama", "Siti Amina"), ("pekerjaan", "Penjual kue")]);
    let told: Vec<_> = differences(&known, &other).iter().map(|doubt| doubt.field).collect();
    assert_eq!(told, ["nama", "pekerjaan"]);
}

#[test]
fn a_nik_tells_what_is_in_it_while_it_is_typed() {
    let counter = Counter::opens("2026-11-24");
    let told = nik_tells(&counter, NIK).unwrap();
    assert!(told.contains("17 Agustus 1985") && told.contains("Perempuan"), "{told}");
    assert_eq!(nik_tells(&counter, "647106"), None);
}

#[test]
fn someone_is_found_by_name_nik_telephone_and_ticket() {
    let mut counter = Counter::opens("2026-11-24");
    let siti = register(&mut counter, &answers(&siti()), false).unwrap();
    let request = counter.serves(siti.id, "SKTM", "");
    for query in ["siti", "amin siti", "0885", "81234567890"] {
        let found = find(&counter, query, 5).unwrap();
        let [Found::Resident(found)] = &found[..] else { panic!("{query}: {found:?}") };
        assert_eq!(found.who, siti, "{query}");
    }
    let by_ticket = find(&counter, &request.ticket.to_string().to_lowercase(), 5).unwrap();
    assert_eq!(by_ticket[0], Found::Request(request.id));
    assert_eq!(find(&counter, "budi", 5).unwrap(), []);
}
