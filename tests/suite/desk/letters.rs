//! Letters of referrals: a number is reserved once and final when the paper came out.
use loket::{
    desk::{
        letters::{confirm, issue, paper},
        search::{Found, find},
    },
    domain::{
        letter::{Letter, Outlet, State},
        paper::Paper,
        referral_road,
    },
    fault::Fault,
    print::text,
};

use crate::desk::counter::Counter;

#[test]
fn a_failed_print_costs_no_number() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let id = counter.serves(who, "SKTM", "").id;
    let (_, ticket) = counter.refers(id, "surat").unwrap();
    let letter = issue(&mut counter, id, ticket).unwrap();
    assert_eq!(
        (letter.state, letter.serial.number, letter.serial.year),
        (State::Reserved, 1, 2026)
    );
    assert_eq!(letter.number.as_str(), "400.9/001/PSKS/XI/2026");
    counter.reopens();
    counter.waits(1);
    assert_eq!(issue(&mut counter, id, ticket).unwrap(), letter);
    let (_, other) = counter.refers(id, "surat").unwrap();
    assert_eq!(issue(&mut counter, id, other).unwrap().serial.number, 2);
}

#[test]
fn a_letter_that_came_out_is_final_and_its_referral_is_on_the_way() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let id = counter.serves(who, "SKTM", "").id;
    let (_, ticket) = counter.refers(id, "surat").unwrap();
    let letter = issue(&mut counter, id, ticket).unwrap();
    let printed = confirm(&mut counter, letter.id, Outlet::Printer).unwrap();
    assert_eq!((printed.state, printed.copies.len()), (State::Final, 1));
    let status = |counter: &Counter| counter.kept(id).referral(ticket).unwrap().status;
    assert_eq!(status(&counter), referral_road::Status::Handed);
    let copied = confirm(&mut counter, letter.id, Outlet::File).unwrap();
    assert_eq!((copied.number, copied.copies.len()), (printed.number, 2));
    assert_eq!(status(&counter), referral_road::Status::Handed);
    let by_number = find(&counter, letter.number.as_str(), 5).unwrap();
    assert_eq!(by_number[0], Found::Letter(letter.id));
    assert_eq!(counter.must::<Letter>(letter.id).unwrap().text, letter.text);
}

#[test]
fn no_letter_is_issued_for_pointing_the_way() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let id = counter.serves(who, "SKTM", "").id;
    let (_, ticket) = counter.refers(id, "arahan").unwrap();
    assert!(matches!(issue(&mut counter, id, ticket), Err(Fault::OffTheRoad)));
}

#[test]
fn the_series_of_letters_starts_again_with_the_year() {
    let mut counter = Counter::opens("2026-12-31");
    let who = counter.meets("Siti Aminah");
    let id = counter.serves(who, "SKTM", "").id;
    for (day, number) in [
        ("2026-12-31", "400.9/001/PSKS/XII/2026"),
        ("2026-12-31", "400.9/002/PSKS/XII/2026"),
        ("2027-01-04", "400.9/001/PSKS/I/2027"),
    ] {
        counter.is(day, "09:00:00");
        let (_, ticket) = counter.refers(id, "surat").unwrap();
        assert_eq!(issue(&mut counter, id, ticket).unwrap().number.as_str(), number);
    }
}

#[test]
fn the_receipt_names_papers_and_promise_and_hides_the_person() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let request = counter.serves(who, "SKTM", "ktp");
    let slip = counter.hands("TANDA-TERIMA", request.id, &[]);
    let words = slip.split_whitespace().collect::<Vec<_>>().join(" ");
    let ticket = request.ticket.to_string();
    for told in ["GRATIS", &ticket, "00001/2026", "S. A.", "Pengantar RT/RW"] {
        assert!(words.contains(told), "{told} is not on the slip:\n{slip}");
    }
    assert!(words.contains("dihitung sejak berkas lengkap"), "{slip}");
    assert!(!words.contains("Siti Aminah"), "{slip}");
}

#[test]
fn an_issued_letter_prints_the_same_after_the_resident_changed() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let id = counter.serves(who, "SKTM", "").id;
    let (_, ticket) = counter.refers(id, "surat").unwrap();
    let letter = issue(&mut counter, id, ticket).unwrap();
    let before = text::render(&paper(&letter, Paper::A4).unwrap());
    let other = crate::desk::counter::answers(&[("nama", "Sri"), ("alasan_tanpa_nik", "hilang")]);
    loket::desk::residents::amend(&mut counter, who, &other, true).unwrap();
    let kept: Letter = counter.must(letter.id).unwrap();
    assert_eq!(text::render(&paper(&kept, Paper::A4).unwrap()), before);
    assert!(before.contains("Siti Aminah"));
}

#[test]
fn a_letter_that_is_printed_again_says_which_copy_it_is() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let id = counter.serves(who, "SKTM", "").id;
    let (_, ticket) = counter.refers(id, "surat").unwrap();
    let letter = issue(&mut counter, id, ticket).unwrap();
    let read = |letter: &Letter| text::render(&paper(letter, Paper::A4).unwrap());
    assert!(!read(&letter).contains("Salinan"));
    let out = confirm(&mut counter, letter.id, Outlet::Printer).unwrap();
    let (first, again) = (read(&letter), read(&out));
    assert!(again.trim_start().starts_with("Salinan ke-2\n"), "{again}");
    let rest = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(rest(&again), format!("Salinan ke-2 {}", rest(&first)));
}
