//! How far two records may be the same person.
use chrono::NaiveDate;
use loket::{
    domain::{
        clerk::Stamp,
        date::Day,
        id::Id,
        likeness::{Band, Likeness, Trait, WEIGHTS, likeness},
        moment::Moment,
        name_fit,
        person::NoNik,
        resident::{Address, Birth, Called, Identity, Resident},
    },
    form::{field::Draft, ground::Ground, resident::resident},
};
use proptest::prelude::{Strategy, prop, prop_assert, prop_assert_eq, proptest};

fn today() -> NaiveDate {
    "2026-11-24".parse().unwrap()
}

/// The person of these answers.
fn who(told: &[(&str, &str)]) -> Resident {
    let mut draft = Draft::default();
    for (id, answer) in told {
        draft.put(id, *answer);
    }
    if draft.named("nik").is_empty() {
        draft.put("alasan_tanpa_nik", "lupa");
    }
    let stamp = Stamp { at: Moment(0), by: Id::named("rina") };
    let area = "64.71.06.1001".parse().unwrap();
    let ground = Ground { id: Id::named("a"), stamp, today: today(), area };
    resident(&draft, &ground).unwrap()
}

fn compare(one: &[(&str, &str)], other: &[(&str, &str)]) -> Likeness {
    likeness(&who(one), &who(other), today())
}

const SITI: &[(&str, &str)] = &[
    ("nama", "Siti Aminah"),
    ("nik", "6471055708850001"),
    ("jenis_kelamin", "p"),
    ("tanggal_lahir", "17-8-1985"),
    ("nama_ibu", "Sukini"),
    ("alamat", "Jl. Melati 12"),
    ("rt", "3"),
    ("hp", "081254321098"),
];

/// Siti with other answers.
fn siti(told: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let kept = SITI.iter().filter(|(id, _)| told.iter().all(|(other, _)| id != other));
    kept.chain(told).copied().filter(|(_, answer)| !answer.is_empty()).collect()
}

#[test]
fn the_same_nik_is_sure_whatever_else_is_said() {
    let other = [("nama", "Budi Santoso"), ("nik", "6471055708850001")];
    let found = compare(SITI, &other);
    assert_eq!((found.score, found.band()), (100, Some(Band::Sure)));
    assert!(found.reasons_for().contains(&"NIK sama"));
    assert!(found.against().contains(&"nama berbeda"));
}

#[test]
fn who_came_without_a_card_is_likely_the_one_who_has_one() {
    for other in [
        siti(&[("nik", "")]),
        siti(&[
            ("nik", ""),
            ("nama", "Sitti Aminah"),
            ("alamat", ""),
            ("hp", ""),
            ("nama_ibu", ""),
        ]),
        siti(&[("nik", ""), ("nama", "Aminah Siti"), ("rt", "")]),
        siti(&[("nik", "6471055708850010"), ("hp", "")]),
    ] {
        let found = compare(SITI, &other);
        assert_eq!(found.band(), Some(Band::Likely), "{other:?} {found:?}");
    }
}

#[test]
fn two_whole_niks_speak_against_it_but_are_no_proof() {
    let found = compare(SITI, &siti(&[("nik", "3374014101700003")]));
    assert_eq!(found.band(), Some(Band::Possible), "{found:?}");
    assert_eq!(found.against(), ["NIK berbeda"]);
}

#[test]
fn a_second_siti_is_not_told_for_her_name_alone() {
    for other in [
        vec![("nama", "Siti Aminah")],
        vec![("nama", "Siti Aminah"), ("jenis_kelamin", "p"), ("rt", "3")],
        vec![("nama", "Siti Aminah"), ("tanggal_lahir", "2-3-1970"), ("rt", "3")],
        vec![("nama", "Siti"), ("jenis_kelamin", "p"), ("tanggal_lahir", "17-8-1985")],
    ] {
        let found = compare(SITI, &other);
        assert_eq!(found.band(), None, "{other:?} {found:?}");
    }
}

#[test]
fn a_name_and_a_home_a_mother_or_a_telephone_are_possible() {
    for more in [
        vec![("alamat", "Jalan Melati No. 12"), ("rt", "03")],
        vec![("nama_ibu", "Sukini"), ("jenis_kelamin", "p")],
        vec![("hp", "+62 812 5432 1098"), ("jenis_kelamin", "p")],
    ] {
        let other: Vec<_> = [("nama", "St. Aminah")].into_iter().chain(more).collect();
        let found = compare(SITI, &other);
        assert_eq!(found.band(), Some(Band::Possible), "{other:?} {found:?}");
    }
}

#[test]
fn twins_and_a_father_with_his_son_are_not_one_person() {
    let twin = siti(&[("nama", "Sri Wahyuni"), ("nik", "6471055708850002")]);
    assert_eq!(compare(SITI, &twin).band(), None);
    let home = [("kk", "6471050101200001"), ("alamat", "Jl. Melati 12"), ("rt", "3")];
    let father = [("nama", "Bambang Suryadi"), ("tanggal_lahir", "17-8-1960")];
    let son = [("nama", "Bambang Suryadi Jr"), ("tanggal_lahir", "2-1-1990")];
    let with = |who: &[(&'static str, &'static str)]| [who, &home].concat();
    assert!(compare(&with(&father), &with(&son)).band() < Some(Band::Likely));
}

#[test]
fn names_agree_in_any_order_and_spelling_and_with_initials() {
    for (one, other, least) in [
        ("Siti Aminah", "Aminah, Sitti", 100),
        ("H. Moh. Yusuf bin Ali", "Muhammad Yusup Ali", 90),
        ("Soekarno", "Sukarno", 75),
        ("Ahmad Fauzi", "A. Fauzi", 75),
        ("Dewi Lestari Ningsih", "Dewi Lestari", 75),
        ("Siti Aminah", "Siti", 50),
    ] {
        let found = name_fit::fit(one, other);
        assert!(found >= least, "{one} and {other}: {found}");
    }
    for (one, other) in
        [("Siti Aminah", "Siti Maryam"), ("Muhammad Ali", "Muhammad Arif"), ("Budi", "Rudi")]
    {
        assert!(name_fit::fit(one, other) < 50, "{one} and {other}");
    }
}

#[test]
fn every_trait_is_told_for_against_or_not_known() {
    let found = compare(SITI, &siti(&[("hp", ""), ("nama_ibu", "Marlina")]));
    assert_eq!(found.against(), ["nama ibu berbeda"]);
    assert_eq!(found.unknown(), ["nomor KK", "panggilan", "telepon"]);
    assert_eq!(found.evidence.len(), WEIGHTS.len());
    let points: i32 = found.evidence.iter().map(|row| row.points).sum();
    assert_eq!(found.evidence[Trait::Nik as usize].points, 50);
    assert!(points < 100 + 50 && found.score == 100);
}

/// One of these, or nothing.
fn some(all: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop::sample::select(all)
}

/// Somebody of whom some things are known, often the same as of somebody else.
fn person() -> impl Strategy<Value = Resident> {
    let first = (
        some(&["Siti Aminah", "Sitti Aminah", "Aminah", "S. Aminah", "Budi Santoso", "Moh Yusuf"]),
        some(&["", "Mina", "Aminah", "Budi"]),
        some(&["", "6471055708850001", "6471055708850010", "6471055708850002", "3374014101700003"]),
        some(&["", "6471050101200001", "6471050101200002"]),
        some(&["", "17-8-1985", "1-1-1985", "7-8-1985", "18-7-1985", "3-4-1950"]),
        some(&["", "40", "41", "70"]),
        some(&["", "l", "p"]),
    );
    let more = (
        some(&["", "Sukini", "Sukinah", "Marlina"]),
        some(&["", "Jl. Melati 12", "Melati 12", "Jl. Mawar 1"]),
        some(&["", "3", "4"]),
        some(&["", "64.71.06.1002"]),
        some(&["", "Jl. Melati 12", "Jl. Kenanga"]),
        some(&["", "081254321098", "081254321099"]),
    );
    (first, more).prop_map(|(first, more)| {
        let (name, alias, nik, kk, born, age, sex) = first;
        let (mother, street, rt, village, card, phone) = more;
        let age = if born.is_empty() { age } else { "" };
        who(&[
            ("nama", name),
            ("alias", alias),
            ("nik", nik),
            ("kk", kk),
            ("tanggal_lahir", born),
            ("perkiraan_umur", age),
            ("jenis_kelamin", sex),
            ("nama_ibu", mother),
            ("alamat", street),
            ("rt", rt),
            ("kelurahan", village),
            ("alamat_ktp", card),
            ("hp", phone),
        ])
    })
}

/// Every way to leave an answer out.
#[rustfmt::skip]
const LEFT_OUT: &[fn(&mut Resident)] = &[
    |who| who.identity = Identity::Missing(NoNik::Lost),
    |who| who.family.kk = None,
    |who| who.family.mother = None,
    |who| if let Called::Name { alias, .. } = &mut who.called { *alias = None },
    |who| who.called = Called::Nameless { marks: "Baju merah".parse().unwrap(), alias: who.alias().cloned() },
    |who| who.birth = Birth::Unknown,
    |who| who.sex = None,
    |who| who.domicile.street = None,
    |who| who.domicile.rt = None,
    |who| who.domicile.area = None,
    |who| who.domicile = Address::default(),
    |who| who.card = None,
    |who| who.phone = None,
];

proptest! {
    #[test]
    fn leaving_an_answer_out_never_raises_the_score(
        one in person(),
        other in person(),
        what in 0..LEFT_OUT.len(),
        mine in prop::bool::ANY,
    ) {
        let before = likeness(&one, &other, today());
        let (mut one, mut other) = (one, other);
        LEFT_OUT[what](if mine { &mut one } else { &mut other });
        let after = likeness(&one, &other, today());
        prop_assert!(after.score <= before.score, "{after:?} after {before:?}");
    }

    #[test]
    fn it_is_the_same_from_both_sides(one in person(), other in person()) {
        prop_assert_eq!(likeness(&one, &other, today()), likeness(&other, &one, today()));
    }
}

#[test]
fn a_guessed_age_is_weak_and_a_swapped_date_strong_evidence() {
    let born = |birth| {
        let mut other = who(SITI);
        other.birth = birth;
        likeness(&who(SITI), &other, today()).evidence[Trait::Birth as usize].fit
    };
    let day = |text: &str| Birth::On(Day(text.parse().unwrap()));
    assert_eq!(born(day("1985-08-17")), Some(100));
    assert_eq!(born(day("1985-08-11")), Some(65));
    assert_eq!(born(day("1986-01-01")), Some(50));
    assert_eq!(born(day("1985-02-28")), Some(25));
    assert_eq!(born(day("1960-02-28")), Some(0));
    assert_eq!(born(Birth::About { age: 40, on: Day(today()) }), Some(50));
    assert_eq!(born(Birth::About { age: 70, on: Day(today()) }), Some(0));
    assert_eq!(born(Birth::Unknown), None);
    let swapped = compare(
        &[("nama", "Siti"), ("tanggal_lahir", "7-8-1985")],
        &[("nama", "Siti"), ("tanggal_lahir", "8-7-1985")],
    );
    assert!(swapped.reasons_for().contains(&"hari dan bulan lahir tertukar"));
}
