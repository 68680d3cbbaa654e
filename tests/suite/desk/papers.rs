//! Papers that are found by a part of their numbers.
use loket::{
    desk::{
        letters::issue,
        residents,
        search::{Found, PAPERS, find},
        setup,
    },
    domain::{id::Id, ticket::Ticket},
};

use crate::{
    desk::counter::{Counter, answers},
    place::passphrase,
};

/// What is found of papers; those who are found are no papers.
fn papers(counter: &Counter, query: &str) -> Vec<Found> {
    let found = find(counter, query, 50).unwrap();
    found.into_iter().filter(|found| !matches!(found, Found::Resident(_))).collect()
}

/// Requests of one kind, the oldest first.
fn served(counter: &mut Counter, count: usize) -> Vec<Id> {
    let who = counter.meets("Siti Aminah");
    (0..count).map(|_| counter.serves(who, "SKTM", "").id).collect()
}

fn requests(ids: &[Id]) -> Vec<Found> {
    ids.iter().rev().map(|id| Found::Request(*id)).collect()
}

#[test]
fn a_ticket_is_found_as_far_as_it_is_typed_the_newest_first_and_ten_at_most() {
    let mut counter = Counter::opens("2026-10-30");
    let october = served(&mut counter, 2);
    counter.is("2026-11-24", "09:00:00");
    let november = served(&mut counter, 12);
    let newest = requests(&november[2..]);
    assert_eq!(newest.len(), PAPERS);
    for query in ["PMH-", "pmh-2026", "PMH-202611", "pmh202611-000", "202611-0"] {
        assert_eq!(papers(&counter, query), newest, "{query}");
    }
    assert_eq!(papers(&counter, "PMH-202610"), requests(&october));
    assert_eq!(papers(&counter, "PMH-202611-0001"), requests(&november[9..]));
    assert_eq!(papers(&counter, "PMH-202611-00012"), requests(&november[11..]));
    let whole = counter.kept(november[0]).ticket.to_string();
    assert_eq!(papers(&counter, &whole), requests(&november[..1]));
    let wrong =
        format!("{}{}", &whole[..whole.len() - 1], if whole.ends_with('A') { 'B' } else { 'A' });
    for query in ["PMH", "ADU-2026", "PMH-202612", "PMH-202611-1", "202611", &wrong] {
        assert_eq!(papers(&counter, query), [], "{query}");
    }
}

#[test]
fn a_referral_is_found_by_its_own_ticket() {
    let mut counter = Counter::opens("2026-11-24");
    let [request] = served(&mut counter, 1)[..] else { panic!("not one request") };
    let refer = |counter: &mut Counter| counter.refers(request, "surat").unwrap().1;
    let tickets: [Ticket; 2] = [refer(&mut counter), refer(&mut counter)];
    let [first, second] = tickets.map(|ticket| Found::Referral { request, ticket });
    assert_eq!(papers(&counter, "RJK-2026"), [second, first.clone()]);
    assert_eq!(papers(&counter, &tickets[0].to_string()), [first]);
}

#[test]
fn a_register_number_is_found_without_its_year_the_newest_first() {
    let mut counter = Counter::opens("2025-12-30");
    let before = served(&mut counter, 3);
    counter.is("2026-11-24", "09:00:00");
    let now = served(&mut counter, 3);
    let both = requests(&[before[1], now[1]]);
    for query in ["00002", "2/", "00002/", "2/2", "2/202"] {
        assert_eq!(papers(&counter, query), both, "{query}");
    }
    for query in ["2/2026", "00002/26", "002/2026"] {
        assert_eq!(papers(&counter, query), requests(&now[1..2]), "{query}");
    }
    // Fewer digits are the middle of a NIK, others a telephone.
    for query in ["2", "0002", "000002", "00009", "0/", "/", "2/2027"] {
        assert_eq!(papers(&counter, query), [], "{query}");
    }
}

#[test]
fn the_digits_of_a_register_number_are_not_looked_for_in_those_of_people() {
    let mut counter = Counter::opens("2026-11-24");
    let told = answers(&[("nama", "Siti"), ("nik", "6471055708850001"), ("hp", "0812-3410-0001")]);
    residents::register(&mut counter, &told, true).unwrap();
    let request = served(&mut counter, 1)[0];
    for query in ["00001/", "00001/2026"] {
        assert_eq!(find(&counter, query, 50).unwrap(), [Found::Request(request)], "{query}");
    }
    // Without the slash they can be both; the paper stands above.
    let found = find(&counter, "00001", 50).unwrap();
    assert!(matches!(&found[..], [Found::Request(_), Found::Resident(_)]), "{found:?}");
}

#[test]
fn a_part_of_the_number_of_a_letter_is_enough() {
    let mut counter = Counter::opens("2026-11-24");
    let [id] = served(&mut counter, 1)[..] else { panic!("not one request") };
    let mut letters = vec![];
    for _ in 0..12 {
        let (_, ticket) = counter.refers(id, "surat").unwrap();
        let letter = issue(&mut counter, id, ticket).unwrap();
        letters.push((letter.id, letter.number.to_string()));
    }
    assert_eq!(letters[0].1, "400.9/001/PSKS/XI/2026");
    let found = |query: &str| papers(&counter, query);
    let newest: Vec<Found> =
        letters.iter().rev().take(PAPERS).map(|(id, _)| Found::Letter(*id)).collect();
    for query in ["/PSKS/XI", "/psks/", "400.9/", "psks/xi/2026"] {
        assert_eq!(found(query), newest, "{query}");
    }
    assert_eq!(found("/012/psks"), newest[..1]);
    assert_eq!(found("12/PSKS"), newest[..1]);
    let whole = [Found::Letter(letters[0].0), Found::Request(id)];
    assert_eq!(found(&letters[0].1.to_lowercase()), whole);
    for query in ["/", "/x", "/PSKS/XII", "PSKS", "013/"] {
        assert_eq!(found(query), [], "{query}");
    }
}

#[test]
fn ten_papers_stand_there_at_most_however_their_numbers_are_written() {
    let mut counter = Counter::opens("2026-11-24");
    let mut office = loket::form::office_answers::answers(counter.office().unwrap());
    office.put("pola_nomor", "{nomor}/12/{tahun}");
    setup::change_office(&mut counter, &office).unwrap();
    let ids = served(&mut counter, 12);
    let mut letters = vec![];
    for _ in 0..11 {
        let (_, ticket) = counter.refers(ids[0], "surat").unwrap();
        letters.push(issue(&mut counter, ids[0], ticket).unwrap().id);
    }
    // The request of that register number first, then the letters that have it as a part.
    let newest = letters.iter().rev().map(|id| Found::Letter(*id));
    let expected: Vec<Found> =
        [Found::Request(ids[11])].into_iter().chain(newest).take(PAPERS).collect();
    assert_eq!(papers(&counter, "12/2026"), expected);
}

#[test]
fn nobody_learns_by_searching_that_there_is_something_restricted() {
    let mut counter = Counter::opens("2026-11-24");
    let told = answers(&[("nama_petugas", "Budi"), ("peran", "petugas;koordinator")]);
    setup::add_clerk(&mut counter, &told, Some(&passphrase())).unwrap();
    let who = counter.meets("Siti Aminah");
    let told = [("jenis", "permohonan"), ("layanan", "SKTM"), ("terbatas", "ya")];
    let request = counter.takes(who, &told).request;
    let (_, ticket) = counter.refers(request.id, "surat").unwrap();
    let number = issue(&mut counter, request.id, ticket).unwrap().number.to_string();
    let open = served(&mut counter, 1)[0];
    let (_, other) = counter.refers(open, "surat").unwrap();
    let letter = issue(&mut counter, open, other).unwrap().id;
    let (whole, rjk) = (request.ticket.to_string(), ticket.to_string());
    let queries = [
        &whole,
        &rjk,
        &number,
        "PMH-202611-00001",
        "RJK-202611-00001",
        "00001/2026",
        "00001",
        "/001/",
    ];
    for query in queries {
        assert_ne!(papers(&counter, query), [], "{query}");
    }
    assert!(counter.sits("budi"));
    for query in queries {
        assert_eq!(papers(&counter, query), [], "{query}");
    }
    // What is not restricted stands there as if there were nothing else.
    assert_eq!(papers(&counter, "PMH-"), [Found::Request(open)]);
    assert_eq!(papers(&counter, "RJK-"), [Found::Referral { request: open, ticket: other }]);
    assert_eq!(papers(&counter, "/PSKS/"), [Found::Letter(letter)]);
    counter.reopens();
    assert!(counter.sits("budi"));
    assert_eq!(papers(&counter, "/PSKS/"), [Found::Letter(letter)]);
}
