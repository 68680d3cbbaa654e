//! The stub of a referral letter: eight signs bring the result back.
use loket::{
    desk::{
        letters::{confirm, issue, paper},
        search::{Found, find},
        stubs::{answer, returned},
    },
    domain::{
        letter::{Letter, Outlet},
        paper::Paper,
        reason,
        referral_road::Status,
        stub::StubCode,
        stub_answer::ANSWERS,
    },
    fault::Fault,
    print::text,
};
use proptest::{prelude::any, prop_assert, prop_assert_eq, proptest};

use crate::desk::counter::Counter;

fn referred(counter: &mut Counter) -> Letter {
    let who = counter.meets("Siti Aminah");
    let id = counter.serves(who, "SKTM", "").id;
    let (_, ticket) = counter.refers(id, "surat").unwrap();
    issue(counter, id, ticket).unwrap()
}

#[test]
fn the_code_on_the_paper_finds_the_referral_and_a_tick_ends_it() {
    let mut counter = Counter::opens("2026-11-24");
    let letter = referred(&mut counter);
    confirm(&mut counter, letter.id, Outlet::Printer).unwrap();
    let code = letter.stub.unwrap().to_string();
    let words = text::render(&paper(&letter, Paper::A4).unwrap());
    assert!(words.contains(&code), "{words}");
    assert!(words.contains("1 Selesai dilayani"), "{words}");
    counter.reopens();
    counter.waits(9);
    for typed in [code.clone(), code.to_lowercase().replace('-', ""), format!(" {code} ")] {
        assert_eq!(find(&counter, &typed, 5).unwrap()[0], Found::Stub(letter.id), "{typed}");
    }
    let back = returned(&counter, letter.id).unwrap();
    let request = answer(&mut counter, &back, &ANSWERS[0]).unwrap();
    let referral = request.referral(back.ticket).unwrap();
    assert_eq!(referral.status, Status::Finished);
    assert_eq!(referral.road.last().unwrap().reason.as_deref(), Some("terlayani"));
    let back = returned(&counter, letter.id).unwrap();
    let again = answer(&mut counter, &back, &ANSWERS[0]);
    assert!(matches!(again, Err(Fault::OffTheRoad)), "{again:?}");
}

#[test]
fn a_stub_that_comes_back_shows_that_its_letter_came_out() {
    let mut counter = Counter::opens("2026-11-24");
    let letter = referred(&mut counter);
    let back = returned(&counter, letter.id).unwrap();
    let request = answer(&mut counter, &back, &ANSWERS[6]).unwrap();
    assert_eq!(request.referral(back.ticket).unwrap().status, Status::Full);
    assert_eq!(counter.must::<Letter>(letter.id).unwrap().outs(), 1);
}

#[test]
fn every_tick_is_a_step_with_a_reason_that_it_knows() {
    for answer in ANSWERS {
        assert!(Status::Handed.after(answer.step).is_some(), "{answer:?}");
        let words = reason::words(answer.step.reasons(), answer.reason);
        assert_ne!(words, answer.reason, "{answer:?}");
    }
}

proptest! {
    #[test]
    fn one_wrong_sign_or_two_that_changed_places_are_always_seen(
        lot in any::<[u8; 7]>(), at in 0..8_usize, by in 1..32_usize, swap in 0..7_usize,
    ) {
        const SIGNS: &[u8] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        let code = StubCode::drawn(lot);
        let told: Vec<u8> = code.to_string().bytes().filter(|sign| *sign != b'-').collect();
        let read = |signs: &[u8]| String::from_utf8(signs.to_vec()).unwrap().parse::<StubCode>();
        prop_assert_eq!(read(&told), Ok(code));
        let mut wrong = told.clone();
        let value = SIGNS.iter().position(|sign| *sign == told[at]).unwrap();
        wrong[at] = SIGNS[(value + by) % 32];
        prop_assert!(read(&wrong).is_err());
        let mut swapped = told.clone();
        swapped.swap(swap, swap + 1);
        prop_assert!(swapped == told || read(&swapped).is_err());
    }
}
