//! Closing a request: with an outcome, never over the head of a referral, never twice.
use loket::{
    desk::directory::{About, offers},
    domain::{road::Status, ticket::Ticket},
    fault::Fault,
    form::field::Source,
};

use crate::desk::counter::{Counter, answers, refused};

/// Every step that closes, with a reason that it takes.
const CLOSING: &[(&str, &str)] = &[
    ("tutup", "terlayani"),
    ("batal", "permintaan_warga"),
    ("tidak_terhubung", "telepon_mati"),
    ("meninggal_pindah", "pindah"),
];

#[test]
fn nothing_closes_without_its_outcome() {
    for (step, reason) in CLOSING {
        let mut counter = Counter::opens("2026-11-24");
        let who = counter.meets("Siti Aminah");
        let id = counter.serves(who, "SKTM", "").id;
        counter.steps(id, &[("langkah", "selesai_di_tempat"), ("alasan", "terlayani")]).unwrap();
        let before = counter.kept(id);
        assert_eq!(refused(counter.steps(id, &[("langkah", step)])), "alasan");
        assert_eq!(counter.kept(id), before);
        let closed = counter.steps(id, &[("langkah", step), ("alasan", reason)]).unwrap();
        assert!(!closed.status.is_open());
        assert_eq!(closed.outcome().unwrap().reason.as_deref(), Some(*reason));
        let again = counter.steps(id, &[("langkah", step), ("alasan", reason)]);
        assert!(matches!(again, Err(Fault::OffTheRoad)), "{step} twice");
    }
}

#[test]
fn a_request_is_not_closed_while_a_referral_is_out() {
    for (step, reason) in CLOSING {
        let mut counter = Counter::opens("2026-11-24");
        let who = counter.meets("Siti Aminah");
        let id = counter.serves(who, "SKTM", "").id;
        let (_, ticket) = counter.refers(id, "surat").unwrap();
        for news in ["serahkan", "kirim", "diterima", "dilayani"] {
            counter.news(id, ticket, &[("langkah", news)]).unwrap();
            let before = counter.kept(id);
            let told = counter.steps(id, &[("langkah", step), ("alasan", reason)]);
            assert!(matches!(told, Err(Fault::ReferralOpen)), "{step} while {news}");
            assert_eq!(counter.kept(id), before);
        }
        counter.news(id, ticket, &[("langkah", "kembali"), ("alasan", "lain")]).unwrap();
        let told = counter.steps(id, &[("langkah", step), ("alasan", reason)]).unwrap();
        assert!(!told.status.is_open());
    }
}

#[test]
fn a_duplicate_names_another_ticket_that_exists() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let first = counter.hears(who, "Orang terlantar di pasar");
    let again = counter.hears(who, "Ada orang di pasar");
    let unknown = Ticket { number: 77, ..first.ticket };
    for (ticket, field) in [
        (String::new(), "tiket_induk"),
        ("PMH".to_owned(), "tiket_induk"),
        (unknown.to_string(), "tiket_induk"),
        (again.ticket.to_string(), "tiket_induk"),
    ] {
        let told = counter.steps(again.id, &[("langkah", "duplikat"), ("tiket_induk", &ticket)]);
        assert_eq!(refused(told), field, "{ticket}");
    }
    let told = [("langkah", "duplikat"), ("tiket_induk", &*first.ticket.to_string())];
    let closed = counter.steps(again.id, &told).unwrap();
    assert_eq!((closed.status, closed.same_as), (Status::Duplicate, Some(first.ticket)));
}

#[test]
fn only_complaints_are_clarified_doubled_or_untrue() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let id = counter.serves(who, "SKTM", "").id;
    let ticket = counter.hears(who, "Lain").ticket.to_string();
    for step in ["klarifikasi", "duplikat", "tidak_valid"] {
        let told = [("langkah", step), ("alasan", "tidak_jelas"), ("tiket_induk", &ticket)];
        assert!(matches!(counter.steps(id, &told), Err(Fault::OffTheRoad)), "{step}");
    }
    let complaint = counter.hears(who, "Bantuan tidak sampai").id;
    let told = counter.steps(complaint, &[("langkah", "klarifikasi")]).unwrap();
    assert_eq!(told.status, Status::Clarifying);
}

#[test]
fn someone_who_could_not_be_reached_may_come_back() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let id = counter.serves(who, "SKTM", "").id;
    let gone = [("langkah", "tidak_terhubung"), ("alasan", "telepon_mati")];
    counter.steps(id, &gone).unwrap();
    let back = counter.steps(id, &[("langkah", "lanjutkan")]).unwrap();
    assert_eq!(back.status, Status::Working);
}

#[test]
fn the_steps_on_offer_are_those_that_can_be_taken() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let request = counter.hears(who, "Bantuan tidak sampai");
    let offered = offers(&counter, Source::Step, &answers(&[]), About::Request(&request));
    assert!(offered.iter().any(|offer| offer.code == "klarifikasi"));
    assert!(offered.iter().all(|offer| offer.code != "rujuk"), "referring has a form of its own");
    assert!(matches!(counter.steps(request.id, &[("langkah", "rujuk")]), Err(Fault::OffTheRoad)));
    for offer in offered {
        let step = answers(&[("langkah", &offer.code)]);
        let reasons = offers(&counter, Source::Reason, &step, About::Request(&request));
        let known: loket::domain::road::Step = offer.code.parse().unwrap();
        assert_eq!(reasons.len(), known.reasons().len(), "{}", offer.code);
    }
}
