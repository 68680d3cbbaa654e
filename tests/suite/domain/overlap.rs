//! Aid that meets other aid: who is near enough, and what never meets.
use loket::domain::{
    benefit::{Benefit, Reach, Source, State},
    choice::Choice as _,
    clerk::Stamp,
    date::Day,
    home::Home,
    id::Id,
    kk::Kk,
    moment::Moment,
    overlap::{Held, Overlap, Pair, Why, overlaps},
    programme,
    resident::Address,
    service::Service,
};
use proptest::{
    collection::vec, option, prop_assert, prop_assert_eq, prop_compose, proptest, sample::select,
    test_runner::Config,
};

/// Somebody's aid, told in numbers: person, card, house, programme, reach, state.
#[derive(Debug, Clone)]
struct Told {
    who: u8,
    kk: Option<u8>,
    home: Option<u8>,
    benefit: Benefit,
}

fn benefit(programme: &str, reach: Reach, state: State) -> Benefit {
    let day = Day(chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap());
    Benefit {
        programme: programme.to_owned(),
        reach,
        state,
        since: None,
        checked: day,
        source: Source::Told,
        note: None,
        set: Stamp { at: Moment(0), by: Id::named("rina") },
    }
}

fn home(number: u8) -> Home {
    let address = Address {
        street: Some(format!("Jl. Melati No. {number}").parse().unwrap()),
        rt: Some("3".parse().unwrap()),
        rw: None,
        area: Some("64.71.06.1005".parse().unwrap()),
    };
    Home::of(&address).unwrap()
}

prop_compose! {
    fn told()(
        who in 0_u8..6,
        programme in select(vec!["PKH", "SEMBAKO", "PBI-BARU", "PBI-APBD", "YAPI"]),
        reach in select(Reach::ALL),
        state in select(State::ALL),
        kk in option::of(0_u8..3),
        home in option::of(0_u8..3),
    ) -> Told {
        // Whoever it is stands on one card and lives in one house.
        let (kk, home) = if who < 3 { (Some(who / 2), Some(who % 2)) } else { (kk, home) };
        Told { who, kk, home, benefit: benefit(programme, reach, state) }
    }
}

fn judged(all: &[Told]) -> Vec<Overlap> {
    let homes: Vec<Option<Home>> = all.iter().map(|told| told.home.map(home)).collect();
    let held: Vec<Held<'_>> = all
        .iter()
        .zip(&homes)
        .map(|(told, home)| Held {
            who: Id::new(u64::from(told.who), 0),
            kk: told.kk.and_then(|kk| Kk::of_number(6_471_061_708_090_001 + u64::from(kk))),
            home: home.as_ref(),
            benefit: &told.benefit,
        })
        .collect();
    overlaps(&held, &Pair::presets())
}

/// The overlaps without their order: who with what, and why.
fn sorted(all: &[Told], found: &[Overlap]) -> Vec<String> {
    let of = |at: usize| format!("{:?}", all[at]);
    let mut told: Vec<String> = found
        .iter()
        .map(|one| {
            let (a, b) = (of(one.places.0), of(one.places.1));
            let (a, b) = if a < b { (a, b) } else { (b, a) };
            format!("{a} {b} {:?}", one.why)
        })
        .collect();
    told.sort();
    told
}

proptest! {
    #![proptest_config(Config { cases: 256, failure_persistence: None, ..Config::default() })]

    #[test]
    fn the_order_in_which_aid_was_written_down_changes_nothing(all in vec(told(), 0..8)) {
        let turned: Vec<Told> = all.iter().rev().cloned().collect();
        prop_assert_eq!(sorted(&all, &judged(&all)), sorted(&turned, &judged(&turned)));
    }

    #[test]
    fn what_is_not_active_meets_nothing(mut all in vec(told(), 1..8), at in 0_usize..8) {
        let at = at % all.len();
        let before = judged(&all);
        all[at].benefit.state = State::Stopped;
        let after = judged(&all);
        prop_assert!(after.iter().all(|one| one.places.0 != at && one.places.1 != at));
        // And nothing else changes by it.
        let others = before.iter().filter(|one| one.places.0 != at && one.places.1 != at).count();
        prop_assert_eq!(after.len(), others);
    }

    #[test]
    fn strangers_never_meet_and_a_wider_reach_never_meets_less(mut all in vec(told(), 2..8)) {
        for one in judged(&all) {
            let (a, b) = (&all[one.places.0], &all[one.places.1]);
            let near = a.who == b.who
                || (a.kk.is_some() && a.kk == b.kk)
                || (a.home.is_some() && a.home == b.home);
            prop_assert!(near, "{a:?} {b:?}");
        }
        let before = judged(&all).len();
        all[0].benefit.reach = Reach::Household;
        prop_assert!(judged(&all).len() >= before);
    }

    #[test]
    fn whatever_is_held_by_one_person_twice_is_seen(one in told(), reach in select(Reach::ALL)) {
        let mut again = one.clone();
        again.benefit.reach = reach;
        let active = one.benefit.state == State::Active;
        prop_assert_eq!(judged(&[one, again]).len(), usize::from(active));
    }
}

#[test]
fn the_wider_reach_of_two_decides_who_is_near() {
    use Reach::{Family, Household, Person};
    let at = |who, kk, home, reach| Told {
        who,
        kk: Some(kk),
        home: Some(home),
        benefit: benefit("SEMBAKO", reach, State::Active),
    };
    let met = |one: Told, other: Told| judged(&[one, other]).first().map(|one| one.why.clone());
    assert_eq!(met(at(1, 1, 1, Person), at(2, 1, 1, Person)), None);
    assert_eq!(met(at(1, 1, 1, Person), at(2, 1, 1, Family)), Some(Why::Twice(Family)));
    assert_eq!(met(at(1, 1, 1, Family), at(2, 2, 1, Family)), None);
    assert_eq!(met(at(1, 1, 1, Family), at(2, 2, 1, Household)), Some(Why::Twice(Household)));
    assert_eq!(met(at(1, 1, 1, Household), at(2, 2, 2, Household)), None);
}

#[test]
fn every_pair_and_every_programme_of_the_tables_is_a_service() {
    let services = Service::presets();
    let is_aid = |code: &str| {
        let service = services.iter().find(|service| service.code == code);
        programme::is_aid(service.unwrap_or_else(|| panic!("no service is called {code}")))
    };
    let rows = include_str!("../../../assets/ref/tumpang.tsv").lines().skip(1);
    let pairs = Pair::presets();
    assert_eq!(rows.clone().count(), pairs.len());
    assert!(pairs.iter().all(|pair| is_aid(&pair.one) && is_aid(&pair.other)));
    assert!(rows.clone().all(|row| row.split('\t').count() == 5 && !row.ends_with('\t')));
    let known = include_str!("../../../assets/ref/bantuan.tsv").lines().skip(1);
    for row in known {
        let code = row.split('\t').next().unwrap();
        assert!(is_aid(code) && programme::known(code).is_some(), "{row}");
        assert!(!row.split('\t').nth(4).unwrap().is_empty(), "{row} has no source");
    }
    let told: Vec<&str> = services
        .iter()
        .filter(|service| programme::is_aid(service))
        .map(|service| service.code.as_str())
        .collect();
    assert!(told.contains(&"PKH") && !told.contains(&"NAPZA") && !told.contains(&"PBI-REAKT"));
    assert_eq!(programme::given_by("PBI-REAKT"), "PBI-BARU");
    assert_eq!(programme::given_by("PKH"), "PKH");
}

#[test]
fn a_home_is_a_house_with_a_number_however_it_is_written() {
    let of = |street: &str, rt: &str| {
        Home::of(&Address {
            street: street.parse().ok(),
            rt: rt.parse().ok(),
            rw: None,
            area: "64.71.06.1005".parse().ok(),
        })
    };
    let one = of("Jl. Melati No. 3", "5");
    assert!(one.is_some());
    for same in
        ["Jalan Melati 3", "Jl Melati No 3 RT 005 RW 2", "jln melati nomor 3", "JL MELATI NO.3"]
    {
        assert_eq!(of(same, "005"), one, "{same}");
    }
    for (street, rt) in
        [("Jl. Melati No. 4", "5"), ("Jl. Melati No. 3", "6"), ("Gg. Melati 3", "5")]
    {
        assert_ne!(of(street, rt), one, "{street} {rt}");
    }
    assert_eq!(of("Jl. Melati 12 A", "1"), of("Jalan Melati No 12 A", "1"));
    assert!(of("Jl. Strat No. 5", "1").is_some());
    assert!(of("Perum Bumi Nirwana Blok C No. 7", "1").is_some());
    for street in [
        "",
        "Jl. Melati",
        "Gang 5",
        "Jl. Strat 5",
        "Jl. Sudirman Gg. 5",
        "Dusun 3",
        "Jl. 17 Agustus",
    ] {
        assert_eq!(of(street, "5"), None, "{street}");
    }
}
