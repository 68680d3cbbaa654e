//! The number ledger: no number is given twice, and none is missing without a word.
use std::collections::BTreeSet;

use loket::{
    desk::{
        agenda, ledger,
        letters::{confirm, correct, failed, issue, leaving, paper, sent},
        setup,
    },
    domain::{
        choice::Choice as _,
        id::Id,
        letter::{End, Letter, Outlet, State},
        paper::Paper,
        printer::Printer,
        reject::Reject,
        ticket::Ticket,
    },
    fault::Fault,
    form::{field::Draft, office_answers},
    print::text,
};
use proptest::prelude::{Strategy, prop, prop_oneof};

use crate::desk::counter::{Counter, answers};

/// A desk with a request whose referrals get letters.
fn desk() -> (Counter, Id) {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let id = counter.serves(who, "SKTM", "").id;
    (counter, id)
}

fn issued(counter: &mut Counter, request: Id) -> Letter {
    let (_, ticket) = counter.refers(request, "surat").unwrap();
    issue(counter, request, ticket).unwrap()
}

fn out(counter: &mut Counter, request: Id) -> Letter {
    let letter = issued(counter, request);
    confirm(counter, letter.id, Outlet::Printer).unwrap()
}

/// What the office changes about its numbers.
fn numbers(counter: &mut Counter, told: &[(&str, &str)]) -> Result<(), Fault> {
    let mut draft = office_answers::answers(counter.office().unwrap());
    for (field, answer) in told {
        draft.put(field, *answer);
    }
    setup::change_office(counter, &draft).map(drop)
}

fn hand(serial: u32, goal: &str) -> Draft {
    answers(&[
        ("nomor_urut", &serial.to_string()),
        ("tanggal_surat", "23-11-2026"),
        ("jenis_surat", "PENGANTAR"),
        ("tujuan_surat", goal),
        ("hal_surat", "Pengantar keterangan domisili"),
    ])
}

fn reason(words: &str) -> Draft {
    answers(&[("alasan_batal", words)])
}

/// The book, a line each: the number, then what became of it.
fn book(counter: &Counter) -> Vec<String> {
    let rows = agenda::rows(counter, 2026, false).unwrap();
    rows.iter().map(|row| format!("{} {}", row.serial, row.state)).collect()
}

#[test]
fn numbers_are_set_aside_for_a_power_cut_and_written_down_afterwards() {
    let (mut counter, request) = desk();
    assert_eq!(out(&mut counter, request).serial.number, 1);
    let block = answers(&[("jenis_surat", "RUJUKAN"), ("banyak_nomor", "3")]);
    let held = ledger::hold(&mut counter, &block).unwrap();
    assert_eq!(held[2].number.as_str(), "400.9/004/PSKS/XI/2026");
    assert_eq!(out(&mut counter, request).serial.number, 5, "Loket leaves them alone");
    let (written, _) = ledger::enter(&mut counter, &hand(2, "Lurah Sepinggan")).unwrap();
    assert_eq!((written.id, written.state, written.by_hand), (held[0].id, State::Final, true));
    ledger::void(&mut counter, held[1].id, &reason("salah tulis")).unwrap();
    counter.reopens();
    let told = [
        "1 Terbit",
        "2 Terbit (tulis tangan)",
        "3 Batal: salah tulis",
        "4 Disisihkan untuk tulis tangan",
        "5 Terbit",
    ];
    assert_eq!(book(&counter), told);
}

#[test]
fn a_number_is_never_given_twice_whoever_writes_it() {
    let (mut counter, request) = desk();
    let first = out(&mut counter, request);
    let taken = |told: Result<Letter, Fault>| {
        assert!(matches!(told, Err(Fault::Rejected { why: Reject::Taken, .. })), "{told:?}");
    };
    taken(ledger::enter(&mut counter, &hand(1, "Camat")).map(|(letter, _)| letter));
    ledger::void(&mut counter, first.id, &reason("warga tidak jadi")).unwrap();
    taken(ledger::enter(&mut counter, &hand(1, "Camat")).map(|(letter, _)| letter));
    // Written otherwise than the pattern has it, but as another letter is numbered already.
    let mut other = hand(2, "Camat");
    other.put("nomor_lengkap", first.number.as_str());
    taken(ledger::enter(&mut counter, &other).map(|(letter, _)| letter));
    assert_eq!(out(&mut counter, request).serial.number, 2);
}

#[test]
fn numbers_that_were_left_out_wait_for_an_explanation() {
    let (mut counter, request) = desk();
    out(&mut counter, request);
    ledger::enter(&mut counter, &hand(4, "Camat Balikpapan Selatan")).unwrap();
    let held = "Disisihkan untuk tulis tangan";
    let told = ["1 Terbit", &format!("2 {held}"), &format!("3 {held}"), "4 Terbit (tulis tangan)"];
    assert_eq!(book(&counter), told);
    assert_eq!(issued(&mut counter, request).serial.number, 5);
}

#[test]
fn a_void_letter_stays_void_and_its_referral_gets_a_new_one() {
    let (mut counter, request) = desk();
    let (_, ticket) = counter.refers(request, "surat").unwrap();
    let first = issue(&mut counter, request, ticket).unwrap();
    ledger::void(&mut counter, first.id, &reason("salah lembaga")).unwrap();
    assert!(matches!(leaving(&counter, first.id), Err(Fault::KeptIn(_))));
    let again = ledger::void(&mut counter, first.id, &reason("lagi"));
    assert!(matches!(again, Err(Fault::OffTheRoad)), "{again:?}");
    let second = issue(&mut counter, request, ticket).unwrap();
    assert_eq!(second.serial.number, 2);
    let kept: Letter = counter.must(first.id).unwrap();
    assert_eq!(kept.voided.unwrap().reason.as_str(), "salah lembaga");
}

#[test]
fn a_correction_is_a_new_letter_that_names_the_old_one() {
    let (mut counter, request) = desk();
    let reserved = issued(&mut counter, request);
    assert!(
        matches!(correct(&mut counter, reserved.id, &Draft::default()), Err(Fault::OffTheRoad)),
        "not out yet"
    );
    let old = confirm(&mut counter, reserved.id, Outlet::Printer).unwrap();
    let new = correct(&mut counter, old.id, &Draft::default()).unwrap();
    assert_eq!((new.serial.number, new.replaces), (2, Some(old.id)));
    let words = text::render(&paper(&new, Paper::A4).unwrap());
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let named = "menggantikan surat nomor 400.9/001/PSKS/XI/2026 tanggal 24 November 2026";
    assert!(words.contains(named), "{words}");
    assert!(matches!(leaving(&counter, old.id), Err(Fault::KeptIn(_))), "the old one stays in");
    let told = [
        "1 Terbit, diganti 400.9/002/PSKS/XI/2026",
        "2 Belum dipastikan tercetak, menggantikan 400.9/001/PSKS/XI/2026",
    ];
    assert_eq!(book(&counter), told);
}

#[test]
fn every_try_to_print_is_noted_with_what_came_of_it() {
    let (mut counter, request) = desk();
    let letter = issued(&mut counter, request);
    let printer = Printer::Queue("EPSON".to_owned());
    sent(&mut counter, letter.id, Outlet::Printer, &printer).unwrap();
    counter.reopens();
    let known: Letter = counter.must(letter.id).unwrap();
    assert_eq!(known.copies[0].end, End::Waiting, "nobody has said yet");
    failed(&mut counter, letter.id).unwrap();
    sent(&mut counter, letter.id, Outlet::Printer, &printer).unwrap();
    let known = confirm(&mut counter, letter.id, Outlet::Printer).unwrap();
    let ends: Vec<End> = known.copies.iter().map(|copy| copy.end).collect();
    assert_eq!((ends, known.outs()), (vec![End::Failed, End::Out], 1));
    assert_eq!((known.state, known.serial.number), (State::Final, 1));
}

#[test]
fn each_kind_can_have_a_series_of_its_own() {
    let (mut counter, request) = desk();
    let refused = numbers(&mut counter, &[("seri_nomor", "per_jenis")]);
    assert!(matches!(refused, Err(Fault::Rejected { why: Reject::NoKind, .. })), "{refused:?}");
    let pattern = "{kode}/{jenis}/{nomor}/{tahun}";
    numbers(&mut counter, &[("seri_nomor", "per_jenis"), ("pola_nomor", pattern)]).unwrap();
    assert_eq!(out(&mut counter, request).number.as_str(), "400.9/RUJUKAN/001/2026");
    let (written, _) = ledger::enter(&mut counter, &hand(1, "Camat")).unwrap();
    assert_eq!(written.number.as_str(), "400.9/PENGANTAR/001/2026");
    assert_eq!(out(&mut counter, request).serial.number, 2);
}

#[test]
fn an_office_whose_book_had_begun_goes_on_in_it() {
    let (mut counter, request) = desk();
    numbers(&mut counter, &[("nomor_awal", "57/2026")]).unwrap();
    assert_eq!(out(&mut counter, request).serial.number, 57);
    assert_eq!(book(&counter), ["57 Terbit"], "what is before it stands in another book");
    counter.is("2027-01-04", "09:00:00");
    assert_eq!(issued(&mut counter, request).serial.number, 1);
}

#[test]
fn the_book_on_paper_tells_nothing_of_what_is_restricted() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let open = counter.serves(who, "SKTM", "").id;
    let closed = counter.serves(who, "PPA", "").id;
    out(&mut counter, open);
    out(&mut counter, closed);
    let sheets = agenda::printed(&counter, 2026).unwrap();
    let words = text::render(&sheets.lay(Paper::A4).unwrap());
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("BUKU AGENDA SURAT TAHUN 2026"), "{words}");
    assert!(words.contains("400.9/002/PSKS/XI/2026 · 24-11-2026 · Rahasia · Rahasia"), "{words}");
    assert!(words.contains("Rujukan"), "{words}");
}

/// What may happen to the numbers of an office.
#[derive(Debug, Clone)]
enum Happens {
    Issued,
    Out,
    Corrected(usize),
    Held(u32),
    ByHand(u32),
    Void(usize),
    PowerCut,
}

fn happens() -> impl Strategy<Value = Happens> {
    prop_oneof![
        proptest::strategy::Just(Happens::Issued),
        proptest::strategy::Just(Happens::Out),
        (0..40_usize).prop_map(Happens::Corrected),
        (1..5_u32).prop_map(Happens::Held),
        (1..30_u32).prop_map(Happens::ByHand),
        (0..40_usize).prop_map(Happens::Void),
        proptest::strategy::Just(Happens::PowerCut),
    ]
}

fn nth(counter: &Counter, nth: usize) -> Option<Id> {
    let rows = agenda::rows(counter, 2026, false).unwrap();
    rows.get(nth % rows.len().max(1)).and_then(|row| row.letter)
}

fn happen(counter: &mut Counter, (request, ticket): (Id, Ticket), what: &Happens) {
    match what {
        Happens::Issued => drop(issue(counter, request, ticket)),
        Happens::Out => {
            if let Ok(letter) = issue(counter, request, ticket) {
                drop(confirm(counter, letter.id, Outlet::Printer));
            }
        }
        Happens::Corrected(which) => {
            drop(nth(counter, *which).map(|id| correct(counter, id, &Draft::default())));
        }
        Happens::Held(count) => {
            let block = answers(&[("jenis_surat", "KET"), ("banyak_nomor", &count.to_string())]);
            ledger::hold(counter, &block).unwrap();
        }
        Happens::ByHand(serial) => drop(ledger::enter(counter, &hand(*serial, "Camat"))),
        Happens::Void(which) => {
            drop(nth(counter, *which).map(|id| ledger::void(counter, id, &reason("keliru"))));
        }
        Happens::PowerCut => counter.reopens(),
    }
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config { cases: 24, ..Default::default() })]

    #[test]
    fn whatever_happens_every_number_is_there_once(all in prop::collection::vec(happens(), 1..16)) {
        let (mut counter, request) = desk();
        let (_, ticket) = counter.refers(request, "surat").unwrap();
        let mut given: BTreeSet<(u32, String)> = BTreeSet::new();
        for what in &all {
            happen(&mut counter, (request, ticket), what);
            let rows = agenda::rows(&counter, 2026, false).unwrap();
            // From the first to the last, each once, and no number stands for two letters.
            let serials: Vec<u32> = rows.iter().map(|row| row.serial).collect();
            let last = u32::try_from(serials.len()).unwrap();
            proptest::prop_assert_eq!(serials, (1..=last).collect::<Vec<_>>());
            let numbers: BTreeSet<&str> = rows.iter().map(|row| row.number.as_str()).collect();
            proptest::prop_assert_eq!(numbers.len(), rows.len());
            // What once went out under a number is still what the number stands for.
            for (serial, id) in &given {
                let row = rows.iter().find(|row| row.serial == *serial).unwrap();
                proptest::prop_assert_eq!(&format!("{:?}", row.letter), id);
            }
            given = rows.iter().map(|row| (row.serial, format!("{:?}", row.letter))).collect();
        }
    }
}

#[test]
fn a_slip_of_a_finger_does_not_use_up_a_thousand_numbers() {
    let mut counter = Counter::opens("2026-11-24");
    let far = ledger::enter(&mut counter, &hand(1157, "Camat"));
    let why = Reject::Range { least: 1, most: 101 };
    assert!(matches!(far, Err(Fault::Rejected { field: "nomor_urut", why: said }) if said == why));
    let (letter, waiting) = ledger::enter(&mut counter, &hand(4, "Camat")).unwrap();
    assert_eq!((letter.serial.number, waiting), (4, 3));
}

#[test]
fn a_book_of_any_length_is_printed_whole_and_signed_under_its_last_rows() {
    let mut counter = Counter::opens("2026-11-24");
    for _ in 0..4 {
        ledger::hold(&mut counter, &answers(&[("jenis_surat", "RUJUKAN"), ("banyak_nomor", "50")]))
            .unwrap();
    }
    for paper in Paper::ALL {
        let book = agenda::printed(&counter, 2026).unwrap().lay(*paper).unwrap();
        let read = text::render(&book);
        for serial in 1..=200 {
            assert!(read.contains(&format!("400.9/{serial:03}/")), "{serial} on {paper}");
        }
        let last = book.pages.last().unwrap();
        let lines: Vec<_> = last.lines.iter().map(|line| line.text.as_str()).collect();
        assert!(book.pages.len() > 3 && lines.iter().any(|line| line.contains("400.9/200/")));
        assert!(lines.iter().any(|line| line.ends_with("24 November 2026")), "{lines:?}");
    }
}
