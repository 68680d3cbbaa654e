//! Is a letter genuine? Asked with its square and the office's public keys alone.
use chrono::{Days, NaiveDate};
use loket::{
    desk::{
        counter::Desk,
        genuine::{self, Claim, Foreign, Known, Verdict},
        imprints::{self, Imprints},
        ledger, letters, residents,
        revoked::{self, NotRevoked, Revoked},
        setup, tables,
    },
    domain::{
        date::Day,
        hallmark::Signed,
        letter::{Letter, Outlet},
        nik::Nik,
        paper::Paper,
    },
    fault::Fault,
    form::field::Draft,
};

use crate::desk::counter::{Counter, answers};

const NIK: &str = "6471055708850001";

/// A letter for Siti, and whom it is addressed to.
pub(crate) fn issued(counter: &mut Counter) -> (Letter, String) {
    let told = answers(&[("nama", "Siti Aminah"), ("nik", NIK)]);
    let who = match residents::register(counter, &told, true) {
        Ok(who) => who.id,
        Err(Fault::Taken(known)) => known,
        Err(fault) => panic!("{fault}"),
    };
    let request = counter.serves(who, "SKTM", "").id;
    let (request, ticket) = counter.refers(request, "surat").unwrap();
    let code = &request.referral(ticket).unwrap().institution;
    let goal = tables::institution(counter, code).unwrap().addressee.to_string();
    (letters::issue(counter, request.id, ticket).unwrap(), goal)
}

pub(crate) fn square(letter: &Letter) -> String {
    let document = letters::paper(letter, Paper::A4).unwrap();
    document.pages[0].squares[0].content.clone()
}

fn keys(desk: &Desk) -> Imprints {
    imprints::own(desk).unwrap().to_string().parse().unwrap()
}

/// What is said of a square where nobody has the list of letters that were taken back.
pub(crate) fn verdict(
    square: &str,
    keys: &Imprints,
    claim: Option<&Claim<'_>>,
    today: Day,
) -> Verdict {
    genuine::verdict(square, keys, &Known { claim, revoked: None, today })
}

fn nik() -> Option<Nik> {
    NIK.parse().ok()
}

fn day(text: &str) -> Day {
    Day(text.parse::<NaiveDate>().unwrap())
}

#[test]
fn a_letter_is_genuine_for_its_person_and_its_goal_and_for_nobody_else() {
    let mut counter = Counter::opens("2026-11-24");
    let (letter, goal) = issued(&mut counter);
    let (square, keys, today) = (square(&letter), keys(&counter), day("2026-11-24"));
    let asked = |nik, name, goal| verdict(&square, &keys, Some(&Claim { nik, name, goal }), today);
    let Verdict::Genuine(mark) = verdict(&square, &keys, None, today) else { panic!("{square}") };
    assert_eq!(mark.number, letter.number.as_str());
    assert_eq!((mark.ticket, mark.valid_until), (letter.ticket, letter.valid_until));
    // As it stands on a card, and as a door has it: capitals and signs do not count.
    let shouted = goal.to_uppercase();
    for goal in [goal.as_str(), &shouted] {
        assert_eq!(asked(nik(), "SITI  AMINAH", goal).title(), "ASLI");
    }
    let other = "6471055708850002".parse().ok();
    for (nik, name, goal) in [
        (other, "Siti Aminah", goal.as_str()),
        (None, "Siti Aminah", &goal),
        (nik(), "Siti Aisyah", &goal),
        (nik(), "Siti Aminah", "RSUD lain"),
    ] {
        assert_eq!(asked(nik, name, goal).title(), "TIDAK COCOK", "{name}, {goal}");
    }
}

#[test]
fn a_letter_counts_through_its_last_day() {
    let mut counter = Counter::opens("2026-11-24");
    let (letter, _) = issued(&mut counter);
    let (square, keys, last) = (square(&letter), keys(&counter), letter.valid_until.unwrap());
    assert_eq!(verdict(&square, &keys, None, last).title(), "ASLI");
    let after = Day(last.0 + Days::new(1));
    assert_eq!(verdict(&square, &keys, None, after).title(), "KEDALUWARSA");
}

#[test]
fn the_square_tells_nothing_of_the_person() {
    let mut counter = Counter::opens("2026-11-24");
    let (letter, goal) = issued(&mut counter);
    let square = square(&letter).to_lowercase();
    for word in ["siti", "aminah", NIK, "708850001", &goal.to_lowercase(), "sktm"] {
        assert!(!square.contains(word), "{word}");
    }
    // The same letter for the same person tells nobody that they are the same.
    let (again, _) = issued(&mut counter);
    let bound = |letter: &Letter| self::square(letter).parse::<Signed>().unwrap().mark.bound;
    assert_ne!(bound(&letter), bound(&again));
}

#[test]
fn not_one_sign_of_a_square_can_be_changed() {
    let mut counter = Counter::opens("2026-11-24");
    let (letter, _) = issued(&mut counter);
    let (square, keys, today) = (square(&letter), keys(&counter), day("2026-11-24"));
    let refused = |forged: &str| {
        let answer = verdict(forged, &keys, None, today);
        assert!(matches!(answer, Verdict::Foreign(_)), "{forged}: {answer:?}");
    };
    let signs: Vec<char> = square.chars().collect();
    let mut tried = 0;
    for at in 0..signs.len() {
        for other in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*/.-%a=".chars() {
            let mut forged = signs.clone();
            if other != forged[at] {
                forged[at] = other;
                refused(&forged.iter().collect::<String>());
                tried += 1;
            }
        }
        let mut shorter = signs.clone();
        shorter.remove(at);
        refused(&shorter.iter().collect::<String>());
        let mut longer = signs.clone();
        longer.insert(at, '7');
        refused(&longer.iter().collect::<String>());
        refused(&signs[..at].iter().collect::<String>());
        tried += 3;
    }
    assert!(tried >= 10_000, "{tried} tried");
    // A scanner may put a line end behind it, and nothing else.
    assert_eq!(verdict(&format!("{square}\r\n"), &keys, None, today).title(), "ASLI");
    refused(&square.to_lowercase());
}

#[test]
fn parts_of_two_genuine_squares_make_no_third() {
    let mut counter = Counter::opens("2026-11-24");
    let pair = [issued(&mut counter).0, issued(&mut counter).0].map(|letter| square(&letter));
    let fields = pair.each_ref().map(|square| square.split('*').collect::<Vec<_>>());
    for at in 0..fields[0].len() {
        if fields[0][at] != fields[1][at] {
            let mut mixed = fields[0].clone();
            mixed[at] = fields[1][at];
            let answer = verdict(&mixed.join("*"), &keys(&counter), None, day("2026-11-24"));
            assert_eq!(answer, Verdict::Foreign(Foreign::Changed), "{at}");
        }
    }
}

#[test]
fn another_office_cannot_write_in_this_ones_name() {
    let [mut own, mut other] = [Counter::opens("2026-11-24"), Counter::opens("2026-11-24")];
    let (letter, _) = issued(&mut other);
    let answer = verdict(&square(&letter), &keys(&own), None, day("2026-11-24"));
    assert_eq!(answer, Verdict::Foreign(Foreign::Changed));
    let mut keys = keys(&own);
    keys.office = "64.71.06.1002".parse().unwrap();
    let (letter, _) = issued(&mut own);
    let answer = verdict(&square(&letter), &keys, None, day("2026-11-24"));
    assert_eq!(answer, Verdict::Foreign(Foreign::OtherOffice));
    for nothing in ["", "RJK-202611-00001-X", "https://example.go.id", "LOKET1*6471061001"] {
        let answer = verdict(nothing, &keys, None, day("2026-11-24"));
        assert_eq!(answer, Verdict::Foreign(Foreign::Unreadable), "{nothing}");
    }
}

#[test]
fn new_keys_leave_the_letters_of_the_old_ones_genuine() {
    let mut counter = Counter::opens("2026-11-24");
    let (before, today) = (issued(&mut counter).0, day("2026-11-24"));
    let handed_out = keys(&counter);
    let told = answers(&[("nama_petugas", "Budi"), ("peran", "petugas")]);
    let budi = setup::add_clerk(&mut counter, &told, Some(&crate::place::passphrase())).unwrap();
    let mut gone = setup::clerk_answers(&counter, budi.id).unwrap();
    gone.put("tidak_aktif", "ya");
    setup::change_clerk(&mut counter, budi.id, &gone).unwrap();
    let after = issued(&mut counter).0;
    let of = |letter, keys| verdict(&square(letter), keys, None, today);
    assert_eq!(of(&after, &handed_out), Verdict::Foreign(Foreign::OtherKey));
    let renewed = keys(&counter);
    for letter in [&before, &after] {
        assert_eq!(of(letter, &renewed).title(), "ASLI");
    }
}

#[test]
fn a_file_of_keys_that_is_not_whole_is_no_file_of_keys() {
    let counter = Counter::opens("2026-11-24");
    let file = imprints::own(&counter).unwrap().to_string();
    assert_eq!(file.parse::<Imprints>().unwrap(), imprints::own(&counter).unwrap());
    let key = file.lines().last().unwrap();
    for other in [
        file.replace("LOKET-KUNCI1", "LOKET-KUNCI9"),
        file.replace(key, ""),
        file.replace(key, &key[..key.len() - 1]),
        file.replace("kantor", "kator"),
        String::new(),
    ] {
        assert!(other.parse::<Imprints>().is_err(), "{other}");
    }
}

#[test]
fn what_was_taken_back_after_it_went_out_is_on_the_list_that_the_office_signs() {
    let mut counter = Counter::opens("2026-11-24");
    let today = day("2026-11-24");
    let [void, old, kept, never] = [0; 4].map(|_| issued(&mut counter).0);
    for letter in [&void, &old, &kept] {
        letters::confirm(&mut counter, letter.id, Outlet::Printer).unwrap();
    }
    let why = answers(&[("alasan_batal", "salah orang")]);
    ledger::void(&mut counter, void.id, &why).unwrap();
    ledger::void(&mut counter, never.id, &why).unwrap();
    let new = letters::correct(&mut counter, old.id, &Draft::default()).unwrap();
    let (file, keys) = (revoked::own(&counter).unwrap(), keys(&counter));
    let list = Revoked::read(&file, &keys).unwrap();
    let title = |letter: &Letter| {
        let known = Known { claim: None, revoked: Some(&list), today };
        genuine::verdict(&square(letter), &keys, &known).title()
    };
    assert_eq!([&void, &old, &kept, &new].map(title), ["DICABUT", "DICABUT", "ASLI", "ASLI"]);
    assert_eq!(list.letters.len(), 2, "what was never out is nobody's business: {file}");
    assert!(!file.contains("salah orang") && !file.contains("Siti"), "{file}");
    let number = void.number.as_str();
    let forged = [
        file.replace(number, kept.number.as_str()),
        file.lines().filter(|line| !line.contains(number)).collect::<Vec<_>>().join("\n"),
        file.replace("sampai 2026-11-24", "sampai 2026-11-25"),
        file.split("tanda").next().unwrap().to_owned(),
        String::new(),
    ];
    for forged in forged {
        assert_eq!(Revoked::read(&forged, &keys), Err(NotRevoked), "{forged}");
    }
}
