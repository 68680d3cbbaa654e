//! Two records of one person become one, and two again.
use std::collections::BTreeSet;

use crate::{
    desk::{
        counter::{Counter, answers},
        law::everything,
    },
    place::passphrase,
};
use loket::{
    desk::{
        erasure, history, letters, limits, lists,
        lists::Which,
        merging::{Why, merge, pair},
        parting, residents, search, setup, subject,
        trace::{Found, Sought, Trace},
        undo,
    },
    domain::{
        id::Id,
        letter::{Letter, Outlet},
        request::Request,
        resident::Resident,
        sides::preset,
    },
    fault::Fault,
    form::resident_answers,
    print::text,
    store::{codec, record::Table},
};

const NIK: &str = "6471055708850001";

/// Somebody with these answers.
pub(crate) fn registers(counter: &mut Counter, told: &[(&str, &str)]) -> Id {
    let mut told = answers(told);
    if told.named("nik").is_empty() {
        told.put("alasan_tanpa_nik", "tidak_dibawa");
    }
    residents::register(counter, &told, true).unwrap().id
}

/// Siti with her card, and Siti as she came without it, each with a request; the second one was
/// referred with a letter.
fn twice(counter: &mut Counter) -> (Id, Id, Request, Letter) {
    let known =
        registers(counter, &[("nama", "Siti Aminah"), ("nik", NIK), ("pekerjaan", "Penjahit")]);
    counter.serves(known, "SKTM", "ktp");
    counter.waits(1);
    let told = [("nama", "Sitti Aminah"), ("hp", "081254321098"), ("pekerjaan", "Pedagang")];
    let again = registers(counter, &told);
    let request = counter.hears(again, "Atap bocor");
    let ticket = counter.refers(request.id, "surat").unwrap().1;
    let letter = letters::issue(counter, request.id, ticket).unwrap();
    letters::confirm(counter, letter.id, Outlet::Printer).unwrap();
    let letter = counter.must(letter.id).unwrap();
    (known, again, request, letter)
}

/// Merges as the presets say.
pub(crate) fn merges(counter: &mut Counter, one: Id, other: Id) -> Result<Resident, Fault> {
    let found = pair(counter, one, other)?;
    let taken = preset(&found.keep, &found.other);
    merge(counter, (one, other), &taken, Why::Twice)
}

/// Everything that happened to a record.
fn deeds(counter: &Counter, id: Id) -> Vec<Found> {
    let trace = Trace::new(counter, Sought::Record(Table::Resident, id));
    trace.read(|_, _| true).unwrap();
    trace.take().unwrap()
}

pub(crate) fn standing(counter: &Counter, id: Id) -> Vec<u64> {
    let who: Resident = counter.must(id).unwrap();
    parting::standing(counter, &who, &deeds(counter, id))
}

pub(crate) fn about(counter: &Counter, id: Id) -> BTreeSet<Id> {
    lists::ids(counter, Which::About(id)).into_iter().collect()
}

#[test]
fn one_person_has_one_record_with_everything_of_both() {
    let mut counter = Counter::opens("2026-11-24");
    let (known, again, request, letter) = twice(&mut counter);
    let found = pair(&counter, again, known).unwrap();
    assert_eq!((found.keep.id, found.other.id), (known, again));
    let ticket = request.ticket.to_string();
    assert_eq!(found.moves, ["1 permohonan, 1 rujukan, 1 surat".to_owned(), ticket]);
    let one = merges(&mut counter, again, known).unwrap();
    assert_eq!((one.id, one.was.as_slice()), (known, [again].as_slice()));
    assert_eq!(
        (one.name(), one.occupation.as_ref().unwrap().as_str()),
        ("Siti Aminah", "Penjahit")
    );
    assert!(one.phone.is_some());
    assert_eq!(counter.residents(), 1);
    assert_eq!(about(&counter, known).len(), 2);
    assert_eq!(counter.kept(request.id).subject, Some(known));
    // What was issued is as it was, byte by byte.
    let now: Letter = counter.must(letter.id).unwrap();
    assert_eq!(codec::encode(&now).unwrap(), codec::encode(&letter).unwrap());
    assert_eq!(search::residents(&counter, "aminah", 5).unwrap().len(), 1);
    assert_eq!(counter.now_kept(again), known);
    counter.reopens();
    assert_eq!(counter.now_kept(again), known);
    // Its history, and what the person is told, begin with both.
    let told = history::of(&counter, (Table::Resident, known), &deeds(&counter, known)).unwrap();
    let acts: Vec<&str> = told.iter().map(|one| one.act.as_str()).collect();
    let merged = "menggabungkan dua data dari satu orang";
    assert_eq!(acts, [merged, "mendaftarkan warga", "mendaftarkan warga"]);
    assert_eq!(told[0].reason, "Satu orang terdaftar dua kali");
    assert!(told[0].merge.is_some());
    let draft = answers(&[("peminta", "warga"), ("bukti_diri", "KTP")]);
    let copy = subject::copy(&mut counter, known, &draft).unwrap();
    let paper = text::render(&copy.lay(counter.office().unwrap().paper).unwrap());
    assert_eq!(paper.matches("warga baru").count(), 2, "{paper}");
}

#[test]
fn what_is_taken_back_is_as_before_byte_by_byte() {
    let mut counter = Counter::opens("2026-11-24");
    let (known, again, request, _) = twice(&mut counter);
    let bytes = |counter: &Counter| {
        let people = [known, again].map(|id| codec::encode(&counter.must::<Resident>(id).unwrap()));
        let request = codec::encode(&counter.kept(request.id)).unwrap();
        (people.map(Result::unwrap), request)
    };
    let before = bytes(&counter);
    merges(&mut counter, known, again).unwrap();
    let said = undo::last(&mut counter).unwrap();
    assert_eq!(said, "Dipisahkan lagi: Sitti Aminah dengan 1 permohonan.");
    assert_eq!(bytes(&counter), before);
    assert_eq!((counter.residents(), counter.now_kept(again)), (2, again));
    assert_eq!(search::residents(&counter, "aminah", 5).unwrap().len(), 2);
    // The change before it can still be taken back: it is the letter, and letters cannot.
    let told = undo::last(&mut counter).unwrap_err().to_string();
    assert!(told.contains("surat itu sudah keluar"), "{told}");
    counter.reopens();
    assert_eq!(bytes(&counter), before);
}

#[test]
fn a_merge_is_taken_back_months_later_and_what_came_since_stays() {
    let mut counter = Counter::opens("2026-11-24");
    let (known, again, request, _) = twice(&mut counter);
    merges(&mut counter, known, again).unwrap();
    counter.waits(90);
    counter.reopens();
    let later = counter.hears(known, "Bantuan berhenti");
    let mut told = resident_answers::answers(&counter.must(known).unwrap());
    told.put("pekerjaan", "Nelayan");
    residents::amend(&mut counter, known, &told, true).unwrap();
    let [sequence] = standing(&counter, known)[..] else { panic!() };
    parting::part(&mut counter, sequence).unwrap();
    let one: Resident = counter.must(known).unwrap();
    assert_eq!(one.occupation.unwrap().as_str(), "Nelayan");
    assert_eq!((one.phone, one.was), (None, vec![]));
    assert!(about(&counter, known).contains(&later.id));
    assert_eq!(about(&counter, again), [request.id].into());
    assert!(standing(&counter, known).is_empty());
    let told = parting::part(&mut counter, sequence).unwrap_err().to_string();
    assert!(told.contains("sudah dipisahkan"), "{told}");
    let told = undo::last(&mut counter).unwrap_err().to_string();
    assert!(told.contains("gabungkan lagi"), "{told}");
    // Merged once more, only the new merge can be taken back.
    merges(&mut counter, known, again).unwrap();
    let [second] = standing(&counter, known)[..] else { panic!() };
    assert!(second > sequence);
}

#[test]
fn what_stands_against_it_is_named() {
    let mut counter = Counter::opens("2026-11-24");
    let (known, again, ..) = twice(&mut counter);
    let third = registers(&mut counter, &[("nama", "Aminah"), ("nik", "6471054101900001")]);
    let refused =
        |counter: &mut Counter, sequence| parting::part(counter, sequence).unwrap_err().to_string();
    merges(&mut counter, known, again).unwrap();
    let [first] = standing(&counter, known)[..] else { panic!() };
    merges(&mut counter, known, third).unwrap();
    let keep = counter.now_kept(known);
    assert_ne!(counter.now_kept(again), again);
    if keep == known {
        parting::part(&mut counter, first).unwrap();
    } else {
        assert!(refused(&mut counter, first).contains("digabung lagi"));
    }
    // The NIK of the one that went is somebody else's now.
    let mut counter = Counter::opens("2026-11-24");
    let keep = registers(&mut counter, &[("nama", "Siti"), ("nik", NIK)]);
    counter.waits(1);
    let gone = registers(&mut counter, &[("nama", "Siti A"), ("nik", "6471054101900001")]);
    merge(&mut counter, (keep, gone), &[], Why::Mistyped).unwrap();
    let [sequence] = standing(&counter, keep)[..] else { panic!() };
    registers(&mut counter, &[("nama", "Dewi"), ("nik", "6471054101900001")]);
    assert!(refused(&mut counter, sequence).contains("milik warga lain"));
    // Erased, both are gone for good.
    let told =
        answers(&[("dasar_hapus", "permintaan"), ("pemutus", "Berita acara 4"), ("yakin", "S")]);
    erasure::erase(&mut counter, keep, &told).unwrap();
    assert!(refused(&mut counter, sequence).contains("dikosongkan"));
}

#[test]
fn an_erasure_reaches_the_frames_of_both_ids() {
    let mut counter = Counter::opens("2026-11-24");
    let (known, again, ..) = twice(&mut counter);
    merges(&mut counter, known, again).unwrap();
    let told =
        answers(&[("dasar_hapus", "permintaan"), ("pemutus", "Berita acara 4"), ("yakin", "SA")]);
    erasure::erase(&mut counter, known, &told).unwrap();
    assert_eq!(counter.residents(), 0);
    let left = everything(&mut counter);
    assert!(!left.contains("Sitti") && !left.contains("Aminah"), "{left}");
}

#[test]
fn only_who_sees_all_may_merge_and_nobody_whose_data_rest() {
    let mut counter = Counter::opens("2026-11-24");
    let budi = answers(&[("nama_petugas", "Budi"), ("peran", "petugas")]);
    setup::add_clerk(&mut counter, &budi, Some(&passphrase())).unwrap();
    let (known, again, ..) = twice(&mut counter);
    assert!(counter.sits("budi"));
    assert!(pair(&counter, known, again).is_ok());
    assert!(matches!(merges(&mut counter, known, again), Err(Fault::Forbidden(_))));
    assert!(counter.sits("rina"));
    let told = answers(&[("peminta", "warga"), ("alasan_batas", "Data salah")]);
    limits::restrict(&mut counter, again, &told).unwrap();
    assert!(matches!(merges(&mut counter, known, again), Err(Fault::Forbidden(_))));
    limits::lift(&mut counter, again).unwrap();
    merges(&mut counter, known, again).unwrap();
}

#[test]
fn who_is_restricted_makes_the_other_restricted_with_all_requests_and_letters() {
    let mut counter = Counter::opens("2026-11-24");
    let budi = answers(&[("nama_petugas", "Budi"), ("peran", "petugas")]);
    setup::add_clerk(&mut counter, &budi, Some(&passphrase())).unwrap();
    let (known, again, request, letter) = twice(&mut counter);
    let hidden = registers(
        &mut counter,
        &[("nama", "Siti A"), ("nik", "6471054101900001"), ("ppks", "PPKS-19")],
    );
    merges(&mut counter, known, again).unwrap();
    merges(&mut counter, known, hidden).unwrap();
    assert!(counter.sits("budi"));
    assert_eq!(counter.residents(), 0);
    assert!(matches!(counter.opened::<Resident>(known), Err(Fault::Forbidden(_))));
    assert!(matches!(counter.opened::<Request>(request.id), Err(Fault::Forbidden(_))));
    assert!(matches!(counter.opened::<Letter>(letter.id), Err(Fault::Forbidden(_))));
    assert!(counter.sits("rina"));
    let last = *standing(&counter, known).last().unwrap();
    parting::part(&mut counter, last).unwrap();
    assert!(counter.sits("budi"));
    assert_eq!(counter.residents(), 1);
    counter.opened::<Request>(request.id).unwrap();
    counter.opened::<Letter>(letter.id).unwrap();
    assert!(counter.opened::<Resident>(hidden).is_err());
}

#[test]
fn whoever_was_told_apart_from_one_is_told_apart_from_both() {
    let mut counter = Counter::opens("2026-11-24");
    let (known, again, ..) = twice(&mut counter);
    let third = registers(&mut counter, &[("nama", "Siti Aminah")]);
    loket::desk::likeness::part(&mut counter, third, again).unwrap();
    let unlike = |counter: &Counter, id| counter.must::<Resident>(id).unwrap().unlike;
    merges(&mut counter, known, again).unwrap();
    assert_eq!((unlike(&counter, known), unlike(&counter, third)), (vec![third], vec![known]));
    undo::last(&mut counter).unwrap();
    assert_eq!((unlike(&counter, known), unlike(&counter, third)), (vec![], vec![again]));
    assert_eq!(unlike(&counter, again), [third]);
}
