//! Letters of every kind: from a referral, from a request, and of the office's own accord.
use loket::{
    desk::{
        letters::{
            along, asks, confirm, correct, correction, first_answers, issue, issue_with, paper,
            writable, write,
        },
        setup,
    },
    domain::{
        id::Id,
        letter::{Letter, Outlet, State},
        paper::Paper,
    },
    fault::Fault,
    form::{
        field::{Draft, Kind as Answered, Source},
        office_answers,
    },
    letter::kind::Kind,
    print::text,
};

use crate::desk::counter::{Counter, answers};

fn desk() -> (Counter, Id) {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let id = counter.serves(who, "SKTM", "ktp").id;
    (counter, id)
}

/// An answer to every question that applies and has none yet.
fn answered(kind: &Kind, mut draft: Draft, counter: &Counter) -> Draft {
    for asked in kind.asked.iter().filter(|asked| !matches!(asked.kind, Answered::Heading)) {
        if !(asked.when)(&draft) || !draft.text(asked).is_empty() {
            continue;
        }
        let offered = match asked.kind {
            Answered::One(Source::Fixed(list)) | Answered::Many(Source::Fixed(list)) => {
                list()[0].code.clone()
            }
            _ => "DINSOS".to_owned(),
        };
        let tried = [&*offered, "sehat dan sadar", "23-11-2026", "09.30", "3", ""];
        let fits = |answer: &&&str| (asked.check)(answer, counter.today()).is_ok();
        draft.put(asked.id, *tried.iter().find(fits).expect(asked.id));
    }
    draft
}

fn words(letter: &Letter) -> String {
    let text = text::render(&paper(letter, Paper::A4).unwrap());
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_kind_that_a_request_calls_for_is_written_from_what_is_known() {
    let (mut counter, id) = desk();
    let request = counter.kept(id);
    let kinds = writable(Some(&request));
    assert!(kinds.len() > 10, "{}", kinds.len());
    for (kind, serial) in kinds.iter().zip(1..) {
        let draft = first_answers(&counter, kind, Some(id)).unwrap();
        let draft = answered(kind, draft, &counter);
        let letter = write(&mut counter, kind, Some(id), &draft).unwrap();
        assert_eq!((letter.state, letter.serial.number), (State::Reserved, serial));
        assert_eq!(letter.ticket, Some(request.ticket));
        let words = words(&letter);
        assert!(words.contains(letter.number.as_str()), "{}: {words}", kind.code);
        if kind.takes("nama") {
            assert!(words.contains("Siti Aminah"), "{}: {words}", kind.code);
        }
        let out = confirm(&mut counter, letter.id, Outlet::Printer).unwrap();
        assert_eq!(out.state, State::Final);
    }
    let request = counter.kept(id);
    assert_eq!(along(&counter, &request).unwrap().len(), kinds.len());
    counter.reopens();
    assert_eq!(along(&counter, &request).unwrap().len(), kinds.len());
}

#[test]
fn the_office_writes_of_its_own_accord_without_naming_anybody() {
    let (mut counter, _) = desk();
    for kind in writable(None) {
        assert!(!kind.takes("nama"), "{}", kind.code);
        let draft = first_answers(&counter, kind, None).unwrap();
        let draft = answered(kind, draft, &counter);
        let letter = write(&mut counter, kind, None, &draft).unwrap();
        assert_eq!((letter.request, letter.ticket), (None, None));
        assert!(letter.matter.is_some(), "{}", kind.code);
        let again = confirm(&mut counter, letter.id, Outlet::File).unwrap();
        let (_, told) = correction(&counter, again.id).unwrap();
        let new = correct(&mut counter, again.id, &told).unwrap();
        assert_eq!(new.answers, letter.answers, "a correction begins with what was told");
    }
}

#[test]
fn a_referral_to_a_hospital_asks_first_and_goes_as_a_secret() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let id = counter.serves(who, "ODGJ", "").id;
    let told = [("lembaga", "RSJ"), ("permintaan", "Perawatan"), ("cara", "surat")];
    let (_, ticket) = loket::desk::roads::refer(&mut counter, id, &answers(&told)).unwrap();
    let (kind, first) = asks(&counter, id, ticket).unwrap().unwrap();
    assert_eq!(kind.code, "RUJUK-RSJ");
    let missing = issue(&mut counter, id, ticket);
    assert!(matches!(missing, Err(Fault::Rejected { .. })), "{missing:?}");
    let draft = answered(kind, first, &counter);
    let letter = issue_with(&mut counter, id, ticket, &draft).unwrap();
    assert!(words(&letter).contains("Rahasia"), "{}", words(&letter));
    assert!(asks(&counter, id, ticket).unwrap().is_none(), "it is asked once");
    assert_eq!(issue(&mut counter, id, ticket).unwrap(), letter);
}

#[test]
fn where_others_write_in_the_same_series_the_number_is_asked() {
    let (mut counter, id) = desk();
    let mut office = office_answers::answers(counter.office().unwrap());
    office.put("seri_nomor", "bersama");
    setup::change_office(&mut counter, &office).unwrap();
    let (_, ticket) = counter.refers(id, "surat").unwrap();
    let (kind, mut first) = asks(&counter, id, ticket).unwrap().unwrap();
    assert_eq!((kind.code, first.named("nomor_urut")), ("RUJUKAN", "1"));
    first.put("nomor_urut", "12");
    let letter = issue_with(&mut counter, id, ticket, &first).unwrap();
    assert_eq!(letter.serial.number, 12);
    let kind = Kind::coded("KET").unwrap();
    let draft = first_answers(&counter, kind, Some(id)).unwrap();
    assert_eq!(draft.named("nomor_urut"), "13");
}
