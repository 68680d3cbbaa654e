//! Nobody is registered twice without being asked, whoever sits there.
use loket::{
    desk::{
        intake::receive,
        likeness::{self, candidates, tell_apart},
        residents::{amend, meant, register},
        setup,
        twins::Twins,
        undo,
    },
    domain::{doubt::Odd, likeness::Band, resident::Resident},
    fault::Fault,
    form::resident_answers,
};

use crate::{
    desk::counter::{Counter, answers},
    place::passphrase,
};

const SITI: &[(&str, &str)] = &[
    ("nama", "Siti Aminah"),
    ("nik", "6471055708850001"),
    ("tanggal_lahir", "17-8-1985"),
    ("jenis_kelamin", "p"),
    ("nama_ibu", "Sukini"),
];

/// Siti as she is told on a day without her card.
const AGAIN: &[(&str, &str)] = &[
    ("nama", "Sitti Aminah"),
    ("alasan_tanpa_nik", "tidak_dibawa"),
    ("tanggal_lahir", "17-8-1985"),
    ("jenis_kelamin", "p"),
];

#[test]
fn who_is_likely_known_is_stopped_once_and_told_apart_on_both_sides_for_good() {
    let mut counter = Counter::opens("2026-11-24");
    let siti = register(&mut counter, &answers(SITI), true).unwrap().id;
    let mut told = answers(AGAIN);
    let stopped = register(&mut counter, &told, false);
    assert!(matches!(&stopped, Err(Fault::Alike(who)) if who == &[siti]), "{stopped:?}");
    let found = meant(&mut counter, None, &told).unwrap();
    let found = candidates(&counter, &found, 5).unwrap();
    assert_eq!((found.len(), found[0].band), (1, Band::Likely));
    assert_eq!(counter.residents(), 1);
    tell_apart(&mut told, &[siti]);
    let other = register(&mut counter, &told, false).unwrap();
    assert_eq!(other.unlike, [siti]);
    assert_eq!(counter.must::<Resident>(siti).unwrap().unlike, [other.id]);
    // Neither is asked about the other again, on any day.
    counter.reopens();
    let kept: Resident = counter.must(siti).unwrap();
    assert_eq!(candidates(&counter, &kept, 5).unwrap(), []);
    let mut told = resident_answers::answers(&kept);
    told.put("nama", "Siti Aminah Putri");
    amend(&mut counter, siti, &told, false).unwrap();
    // Who is registered by mistake goes, and with that one what was said of both.
    let mut told = answers(AGAIN);
    tell_apart(&mut told, &[siti, other.id]);
    register(&mut counter, &told, false).unwrap();
    undo::last(&mut counter).unwrap();
    let said = undo::last(&mut counter).unwrap();
    assert_eq!(said, "Dibatalkan: pendaftaran Sitti Aminah.");
    assert_eq!(counter.must::<Resident>(siti).unwrap().unlike, [other.id]);
}

#[test]
fn a_name_alone_stops_nobody() {
    let mut counter = Counter::opens("2026-11-24");
    for _ in 0..3 {
        counter.meets("Siti Aminah");
    }
    assert_eq!(counter.residents(), 3);
}

#[test]
fn a_name_or_a_nik_that_is_changed_is_compared_and_nothing_else_is() {
    let mut counter = Counter::opens("2026-11-24");
    let siti = register(&mut counter, &answers(SITI), true).unwrap().id;
    let told = answers(&[
        ("nama", "Budi"),
        ("alasan_tanpa_nik", "lupa"),
        ("tanggal_lahir", "17-8-1985"),
        ("nama_ibu", "Sukini"),
    ]);
    let budi = register(&mut counter, &told, false).unwrap();
    let mut told = resident_answers::answers(&budi);
    told.put("nama", "Siti Aminah");
    let stopped = amend(&mut counter, budi.id, &told, false);
    assert!(matches!(&stopped, Err(Fault::Alike(who)) if who == &[siti]), "{stopped:?}");
    let same = meant(&mut counter, Some(budi.id), &told).unwrap();
    assert_eq!((same.id, same.name()), (budi.id, "Siti Aminah"));
    let mut told = resident_answers::answers(&budi);
    told.put("pekerjaan", "Penjahit");
    amend(&mut counter, budi.id, &told, false).unwrap();
}

#[test]
fn an_intake_is_warned_of_a_likely_one_without_a_name_and_confirmed() {
    let mut counter = Counter::opens("2026-11-24");
    register(&mut counter, &answers(SITI), true).unwrap();
    let mut told = answers(AGAIN);
    told.put("jenis", "pengaduan");
    told.put("uraian", "Atap bocor");
    let stopped = receive(&mut counter, &told, false);
    let Err(Fault::Doubtful(doubts)) = stopped else { panic!("{stopped:?}") };
    let [Odd::Alike(words)] = [&doubts[0].why] else { panic!("{doubts:?}") };
    assert_eq!(
        words,
        "S. A., 6471**5708****** (nama sama, lain ejaan atau urutan, tanggal lahir sama, \
         jenis kelamin sama, kelurahan/desa sama)"
    );
    assert_eq!(counter.residents(), 1);
    receive(&mut counter, &told, true).unwrap();
    assert_eq!(counter.residents(), 2);
}

#[test]
fn who_must_not_be_seen_is_no_candidate_and_an_exact_nik_says_only_so() {
    let mut counter = Counter::opens("2026-11-24");
    let budi = answers(&[("nama_petugas", "Budi"), ("peran", "petugas")]);
    setup::add_clerk(&mut counter, &budi, Some(&passphrase())).unwrap();
    let mut told = answers(SITI);
    told.put("ppks", "PPKS-19");
    register(&mut counter, &told, true).unwrap();
    assert!(counter.sits("budi"));
    let again = meant(&mut counter, None, &answers(AGAIN)).unwrap();
    assert_eq!(candidates(&counter, &again, 5).unwrap(), []);
    assert_eq!(likeness::doubt(&counter, &again).unwrap(), None);
    let same = register(&mut counter, &answers(SITI), false);
    assert!(matches!(same, Err(Fault::Guarded)), "{same:?}");
    assert!(counter.sits("rina"));
    assert_eq!(candidates(&counter, &again, 5).unwrap().len(), 1);
}

#[test]
fn all_pairs_that_are_likely_one_person_are_found_and_none_that_were_told_apart() {
    let mut counter = Counter::opens("2026-11-24");
    let siti = register(&mut counter, &answers(SITI), true).unwrap().id;
    for name in ["Budi Santoso", "Siti Maryam", "Siti Aminah"] {
        counter.meets(name);
    }
    let again = register(&mut counter, &answers(AGAIN), true).unwrap().id;
    let search = |counter: &Counter| {
        let twins = Twins::new(counter).unwrap();
        twins.read(|_, _| true).unwrap();
        twins.take().unwrap().into_iter().map(|twin| (twin.one, twin.other)).collect::<Vec<_>>()
    };
    assert_eq!(search(&counter), [(siti, again)]);
    let twins = Twins::new(&counter).unwrap();
    likeness::part(&mut counter, again, siti).unwrap();
    assert!(search(&counter).is_empty());
    assert!(matches!(twins.read(|_, _| false), Ok(0) | Err(Fault::Stopped)));
}
