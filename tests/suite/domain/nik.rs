//! NIK and KK: what is refused, what is told, what is read out of them.
use chrono::NaiveDate;
use loket::domain::{date::Day, digits, doubt::Odd, kk::Kk, nik::Nik, reject::Reject, sex::Sex};
use proptest::{prop_assert, prop_assert_eq, proptest};

use crate::domain::hostile::{day, text, today};

fn nik(digits: &str) -> Nik {
    digits.parse().unwrap()
}

#[test]
fn a_number_is_taken_however_it_was_copied() {
    for typed in [
        "6471054509900001",
        "6471 0545 0990 0001",
        "6471.0545.0990.0001",
        "6471-0545-0990-0001",
        "'6471054509900001",
        "’6471054509900001",
        " 6471054509900001\n",
        "６４７１０５４５０９９００００１",
        "6471\u{a0}0545\u{200b}0990\u{2011}0001\u{feff}",
        "\u{1b}[31m6471054509900001\u{1b}[0m",
    ] {
        assert_eq!(nik(typed).number(), 6_471_054_509_900_001, "{typed:?}");
        assert_eq!(typed.parse::<Kk>().unwrap().number(), 6_471_054_509_900_001, "{typed:?}");
    }
}

#[test]
fn only_what_cannot_be_sixteen_digits_is_refused() {
    let length = |got| Reject::Length { want: 16, got };
    let letter = |typed, meant| Reject::Lookalike { typed, meant };
    for (typed, why) in [
        ("", Reject::Empty),
        ("   ", Reject::Empty),
        (" - . ", Reject::Empty),
        ("\u{200b}\0\u{202e}", Reject::Empty),
        ("647105450990001", length(15)),
        ("64710545099000011", length(17)),
        ("0", length(1)),
        ("９９", length(2)),
        ("٦٤٧١٠٥٤٥٠٩٩٠٠٠٠١", Reject::NotDigits),
        ("64710545099OO001", letter('O', '0')),
        ("64710545099oo001", letter('o', '0')),
        ("647l054509900001", letter('l', '1')),
        ("647I054509900001", letter('I', '1')),
        ("6471OS4S09900001", letter('O', '0')),
        ("6471S54509900001", letter('S', '5')),
        ("6471B54509900001", letter('B', '8')),
        ("6471O5450990X001", Reject::NotDigits),
        ("6,47105E+15", Reject::NotDigits),
        ("6.47E+15", Reject::NotDigits),
        ("0000000000000000", Reject::AllAlike),
        ("9999999999999999", Reject::AllAlike),
        ("6471 0545 0990 ABCD", Reject::NotDigits),
        ("-6471054509900001'", Reject::NotDigits),
    ] {
        assert_eq!(typed.parse::<Nik>(), Err(why), "{typed:?}");
        assert_eq!(typed.parse::<Kk>(), Err(why), "{typed:?}");
        assert_eq!(digits::sixteen(typed), Err(why), "{typed:?}");
    }
    assert_eq!("9".repeat(1_000_000).parse::<Nik>(), Err(length(1_000_000)));
}

#[test]
fn a_nik_tells_what_looks_wrong_with_it_and_is_taken_all_the_same() {
    let cases: &[(&str, &[Odd])] = &[
        ("6471054509900001", &[]),
        ("6471050102000001", &[]),
        ("6471052902000001", &[]),
        ("6471057112900001", &[]),
        ("1234567890123456", &[Odd::NikArea, Odd::NikDate]),
        ("6471050009900001", &[Odd::NikDate]),
        ("6471053209900001", &[Odd::NikDate]),
        ("6471054009900001", &[Odd::NikDate]),
        ("6471057209900001", &[Odd::NikDate]),
        ("6471059909900001", &[Odd::NikDate]),
        ("6471054500900001", &[Odd::NikDate]),
        ("6471054513900001", &[Odd::NikDate]),
        ("6471053104900001", &[Odd::NikDate]),
        ("6471057104900001", &[Odd::NikDate]),
        ("6471052902230001", &[Odd::NikDate]),
        // 29 February 2024 or 1924.
        ("6471052902240001", &[Odd::NikCentury]),
        ("6471051708160001", &[Odd::NikCentury]),
        // 1915 would make an age of 111.
        ("6471051708150001", &[]),
        ("6471054509900000", &[Odd::NikSerial]),
        ("1071054509900001", &[Odd::NikArea]),
        ("0071054509900001", &[Odd::NikArea]),
        ("6400054509900001", &[Odd::NikArea]),
        ("6471004509900001", &[Odd::NikArea]),
        // Banjarbaru has had no kecamatan 01 since it was divided.
        ("6372014509900001", &[Odd::NikArea]),
        ("6472014509900001", &[]),
        ("0000000000000001", &[Odd::NikArea, Odd::NikDate]),
        ("0000000000010000", &[Odd::NikArea, Odd::NikDate, Odd::NikSerial]),
    ];
    for (digits, odd) in cases {
        assert_eq!(nik(digits).oddities(today()), *odd, "{digits}");
    }
}

#[test]
fn the_birth_date_is_the_latest_that_is_not_to_come() {
    for (digits, born) in [
        ("6471051708850001", Some("1985-08-17")),
        ("6471055708850001", Some("1985-08-17")),
        ("6471057112900001", Some("1990-12-31")),
        ("6471052411260001", Some("2026-11-24")),
        ("6471052511260001", Some("1926-11-25")),
        ("6471051708270001", Some("1927-08-17")),
        ("6471052902000001", Some("2000-02-29")),
        ("6471052902230001", None),
        ("6471053104900001", None),
    ] {
        assert_eq!(nik(digits).born(today()), born.map(day), "{digits}");
    }
    let earlier = day("1999-12-31");
    assert_eq!(nik("6471051708850001").born(earlier), Some(day("1985-08-17")));
    assert_eq!(nik("6471051708000001").born(earlier), Some(day("1900-08-17")));
}

#[test]
fn a_nik_is_compared_with_what_was_entered() {
    let (man, woman) = (nik("6471051708850001"), nik("6471055708850001"));
    let said = |iso| Some(Day(day(iso)));
    let read = Odd::NikBorn(Day(day("1985-08-17")));
    for (nik, born, sex, odd) in [
        (man, said("1985-08-17"), Some(Sex::Male), vec![]),
        (man, None, None, vec![]),
        (woman, said("1985-08-17"), Some(Sex::Female), vec![]),
        (woman, said("1985-08-17"), Some(Sex::Male), vec![Odd::NikSex]),
        (man, None, Some(Sex::Female), vec![Odd::NikSex]),
        (man, said("1985-08-18"), Some(Sex::Male), vec![read.clone()]),
        (woman, said("1958-08-17"), Some(Sex::Male), vec![read, Odd::NikSex]),
        // Both centuries are in the NIK, so neither differs from it.
        (nik("6471052902240001"), said("1924-02-29"), Some(Sex::Male), vec![]),
        (nik("6471052902240001"), said("2024-02-29"), Some(Sex::Male), vec![]),
        // An impossible date says nothing about the date, and day 35 nothing about the sex.
        (nik("6471053104900001"), said("1990-05-01"), Some(Sex::Male), vec![]),
        (nik("6471053504900001"), None, Some(Sex::Female), vec![]),
    ] {
        assert_eq!(nik.compared(born, sex, today()), odd, "{nik} {born:?} {sex:?}");
    }
}

#[test]
fn a_nik_shows_its_parts() {
    let woman = nik("6471055708850012");
    assert_eq!(woman.district(), (64, 71, 5));
    assert_eq!(woman.sex(), Sex::Female);
    assert_eq!(nik("6471051708850012").sex(), Sex::Male);
    assert_eq!((woman.serial(), woman.last_four()), (12, 12));
    assert_eq!(woman.masked(), "6471**5708******");
    assert_eq!(nik("0101055708850002").masked(), "0101**5708******");
    assert_eq!(nik("0101055708850002").to_string(), "0101055708850002");
    assert_eq!(format!("{woman:>18}|"), "  6471055708850012|");
}

#[test]
fn the_day_of_a_kk_is_never_shifted() {
    for (digits, odd) in [
        ("6471051708120001", vec![]),
        ("6471052902000001", vec![]),
        ("6471055708120001", vec![Odd::KkDate]),
        ("6471053104120001", vec![Odd::KkDate]),
        ("6471050013120001", vec![Odd::KkDate]),
    ] {
        assert_eq!(digits.parse::<Kk>().unwrap().oddities(today()), odd, "{digits}");
    }
    assert_eq!("6471051708120001".parse::<Kk>().unwrap().masked(), "6471**1708******");
}

#[test]
fn a_kept_number_that_is_no_nik_is_not_read_back() {
    let kept = |number: u64| bincode::deserialize::<Nik>(&bincode::serialize(&number).unwrap());
    assert_eq!(kept(6_471_054_509_900_001).unwrap(), nik("6471054509900001"));
    assert!(kept(10_000_000_000_000_000).is_err());
    assert!(kept(u64::MAX).is_err());
    assert!(kept(1_111_111_111_111_111).is_err());
    assert_eq!(Nik::of_number(10_000_000_000_000_000), None);
    assert_eq!(Kk::of_number(0), None);
    assert_eq!(bincode::serialize(&nik("6471054509900001")).unwrap().len(), 8);
}

proptest! {
    #[test]
    fn no_text_upsets_the_reader_of_numbers(text in text()) {
        let read = text.parse::<Nik>();
        prop_assert_eq!(read.map(Nik::number), text.parse::<Kk>().map(Kk::number));
        if let Ok(nik) = read {
            prop_assert_eq!(nik.to_string().parse(), Ok(nik));
        }
    }

    #[test]
    fn every_number_of_sixteen_digits_can_be_asked_anything(
        number in 1_u64..10_000_000_000_000_000,
        days in -800_000_i32..800_000,
    ) {
        let today = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
        if let Some(nik) = Nik::of_number(number) {
            prop_assert_eq!(nik.to_string().parse(), Ok(nik));
            prop_assert_eq!(nik.masked().len(), 16);
            prop_assert!(nik.oddities(today).len() <= 3);
            prop_assert!(nik.compared(Some(Day(today)), Some(Sex::Male), today).len() <= 2);
            prop_assert!(Kk::of_number(number).unwrap().oddities(today).len() <= 1);
        }
    }
}

#[test]
fn a_text_on_the_screen_hides_every_number_of_a_person_and_nothing_else() {
    for (text, shown) in [
        ("NIK  : 6471055405850003", "NIK  : 6471**5405******"),
        ("NIK 6471 0554 0585 0003.", "NIK 6471 **54 05** ****."),
        ("6471.0554.0585.0003 x", "6471.**54.05**.**** x"),
        ("a 6471055405850003 24-11-2026", "a 6471**5405****** 24-11-2026"),
        ("HP 0812-3456-7890, 24 November 2026", "HP 0812-3456-7890, 24 November 2026"),
        ("Nomor 400.9/001/PSKS/XI/2026", "Nomor 400.9/001/PSKS/XI/2026"),
        ("NIP 19850312 201001 1 001", "NIP 19850312 201001 1 001"),
        ("NIP 198503122010011001", "NIP 198503122010011001"),
        ("2026 11 24 0815", "2026 11 24 0815"),
        ("6471 0554 0585 0003 0554", "6471 **54 05** **** 0554"),
        ("", ""),
    ] {
        assert_eq!(digits::hidden(text), shown);
    }
}
