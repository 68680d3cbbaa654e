//! Areas: their codes, their names, and finding them as people say them.
use loket::domain::{
    area::{Area, AreaKind},
    atlas::{Atlas, Place},
    reject::Reject,
};
use proptest::{prelude::ProptestConfig, prop_assert, prop_assert_eq, proptest};

use crate::domain::hostile;

fn area(code: &str) -> Area {
    code.parse().unwrap()
}

/// What a query finds, each as `code name, district, city`.
fn found(query: &str, limit: usize) -> Vec<String> {
    let atlas = Atlas::get();
    let path = |code| atlas.path(code).unwrap();
    let tell =
        |place: Place| format!("{} {}, {}, {}", place.code, place.name, place.district, place.city);
    atlas.find(query, limit).into_iter().map(path).map(tell).collect()
}

#[test]
fn a_code_is_read_with_dots_or_without() {
    let code = Area { province: 64, city: 71, district: 6, village: 1001 };
    for typed in ["64.71.06.1001", "6471061001", " 64.71.06.1001\n", "64. 71. 06. 1001"] {
        assert_eq!(typed.parse(), Ok(code), "{typed:?}");
    }
    assert_eq!(code.to_string(), "64.71.06.1001");
    assert_eq!(bincode::serialize(&code).unwrap().len(), 5);
    for typed in [
        "64",
        "64.71",
        "64.71.06",
        "647106",
        "64.71.06.",
        "64.71.06.10011",
        "64.71.6.1001",
        "64.71.06.0001",
        "64.71.06.9001",
        "64-71-06-1001",
        "6471.06.1001",
        "٦٤.٧١.٠٦.١٠٠١",
        "Damai",
        "99999999999999999999",
    ] {
        assert_eq!(typed.parse::<Area>(), Err(Reject::NotArea), "{typed:?}");
    }
    assert_eq!("".parse::<Area>(), Err(Reject::Empty));
}

#[test]
fn the_fourth_part_tells_the_kind() {
    assert_eq!(area("64.71.05.1001").kind(), AreaKind::Kelurahan);
    assert_eq!(area("64.01.01.2001").kind(), AreaKind::Desa);
    assert_eq!(area("51.01.01.3001").kind(), AreaKind::DesaAdat);
}

#[test]
fn the_table_is_whole() {
    let atlas = Atlas::get();
    // Every code begins with two digits.
    let provinces = 11..=96_u8;
    let all: Vec<Area> = provinces
        .flat_map(|province| {
            let inside = atlas.find(&province.to_string(), usize::MAX).into_iter();
            inside.filter(move |code| code.province == province)
        })
        .collect();
    assert_eq!(all.len(), 83_762);
    assert!(all.is_sorted_by(|before, after| before.province <= after.province));
    // As many as were published: postcodes and bytes of names, added up.
    let place = |code: &Area| atlas.path(*code).unwrap();
    let sum = all.iter().map(place).fold(0, |sum, place| {
        sum + place.postcode.parse::<u64>().unwrap() + place.name.len() as u64
    });
    assert_eq!(sum, 5_018_165_105);
}

#[test]
fn areas_have_names_on_every_level() {
    let atlas = Atlas::get();
    assert_eq!(atlas.province_name(64), Some("Kalimantan Timur"));
    assert_eq!(atlas.city_name(64, 71), Some("Kota Balikpapan"));
    assert_eq!(atlas.district_name(64, 71, 6), Some("Balikpapan Kota"));
    assert_eq!(atlas.province_name(10), None);
    assert_eq!(atlas.city_name(64, 0), None);
    assert_eq!(atlas.district_name(63, 72, 1), None);
    assert_eq!(atlas.name(area("64.71.06.1999")), None);
    assert_eq!(atlas.path(area("10.71.06.1001")), None);
    let first = atlas.path(area("11.01.01.2001")).unwrap();
    assert_eq!(
        (first.name.as_str(), first.district.as_str(), first.city.as_str()),
        ("Keude Bakongan", "Bakongan", "Kabupaten Aceh Selatan")
    );
    assert_eq!((first.province.as_str(), first.postcode.as_str()), ("Aceh", "23773"));
    assert_eq!("11.01.01.2001".parse(), Ok(first));
    assert_eq!("11.01.01.2999".parse::<Place>(), Err(Reject::NotArea));
}

#[test]
fn a_village_is_found_as_people_say_it() {
    for (query, first) in [
        ("damai", "12.14.34.2008 Damai, "),
        ("damai balikpapan", "64.71.06.1005 Damai, Balikpapan Kota, Kota Balikpapan"),
        ("BALIKPAPAN, Damai", "64.71.06.1005 Damai, Balikpapan Kota, Kota Balikpapan"),
        ("kel. damai kec. balikpapan kota", "64.71.06.1005 Damai, Balikpapan Kota, Kota"),
        ("klandasan ulu", "64.71.06.1003 Klandasan Ulu, Balikpapan Kota, Kota Balikpapan"),
        ("ulu klandasan", "64.71.06.1003 Klandasan Ulu, Balikpapan Kota, Kota Balikpapan"),
        ("klan il", "64.71.06.1004 Klandasan Ilir, Balikpapan Kota, Kota Balikpapan"),
        ("sungai nangka balikpapan", "64.71.05.1010 Sungainangka, Balikpapan Selatan"),
        ("sumberrejo balikpapan", "64.71.04.1006 Sumber Rejo, Balikpapan Tengah"),
        ("64.71.06.1005", "64.71.06.1005 Damai, "),
        ("6471061005", "64.71.06.1005 Damai, "),
        ("64.71.06", "64.71.06.1001 Prapatan, "),
        ("64.71.06 damai", "64.71.06.1005 Damai, "),
        ("76113", "64.71.06.1004 Klandasan Ilir, "),
        ("keude bakongan", "11.01.01.2001 Keude Bakongan, Bakongan, Kabupaten Aceh Selatan"),
        ("regapu'u", "53.07.01.2021 Regapu’u, "),
        ("mekarsari balikpapan", "64.71.04.1005 Mekar Sari, Balikpapan Tengah"),
    ] {
        let found = found(query, 5);
        assert!(found.first().is_some_and(|told| told.starts_with(first)), "{query}: {found:#?}");
    }
}

#[test]
fn villages_of_one_name_are_all_found_with_their_paths() {
    let mulyasari = found("mulyasari", 100);
    let same = mulyasari.iter().take_while(|told| told[14..].starts_with("Mulyasari, "));
    assert_eq!(same.count(), 19);
    assert_eq!(found("mulyasari", 3).len(), 3);
    let spelled = found("mulyasari", 100).iter().any(|told| told.contains(" Mulya Sari, "));
    assert!(spelled, "the same name in two words is found too");
    let near = found("sukamaju kutai kartanegara", 100);
    assert!(near.iter().all(|told| told.contains("Kutai Kartanegara")), "{near:#?}");
}

#[test]
fn a_kota_and_a_kabupaten_of_one_name_are_told_apart() {
    let (kota, kabupaten) = (found("kota bogor", 1000), found("kabupaten bogor", 1000));
    assert_eq!(kota.iter().filter(|told| told.ends_with("Kota Bogor")).count(), 68);
    assert!(kabupaten.iter().filter(|told| told.ends_with("Kabupaten Bogor")).count() > 400);
    assert!(kabupaten.iter().all(|told| !told.ends_with("Kota Bogor")));
}

#[test]
fn exact_names_come_before_beginnings_and_those_before_parts() {
    let found = found("damai", 200);
    let rank = |told: &String| match told[14..].split(',').next().unwrap().to_lowercase() {
        name if name == "damai" => 0,
        name if name.starts_with("damai ") => 1,
        name if name.starts_with("damai") => 2,
        name if name.contains(" damai") => 3,
        name if name.contains("damai") => 4,
        _ => 5,
    };
    let ranks: Vec<u8> = found.iter().map(rank).collect();
    assert!(ranks.is_sorted(), "{ranks:?} {found:#?}");
    assert!([0, 1, 3, 4, 5].iter().all(|rank| ranks.contains(rank)), "{ranks:?}");
}

#[test]
fn a_query_that_means_nothing_finds_nothing() {
    for query in [
        "",
        "  ",
        "...",
        "\u{200b}",
        "zzzz",
        ".*",
        "[",
        "\\",
        "damai zzzz",
        "99.99",
        "64710610050",
        "00000000000000000000000",
    ] {
        assert_eq!(found(query, 10), Vec::<String>::new(), "{query:?}");
    }
    assert_eq!(found("damai", 0), Vec::<String>::new());
    assert_eq!(found(&"a".repeat(1_000_000), 10), Vec::<String>::new());
    for letter in ["a", "(a+)+$"] {
        assert_eq!(found(letter, 10).len(), 10, "{letter:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_text_upsets_the_atlas(text in hostile::text()) {
        let found = Atlas::get().find(&text, 20);
        prop_assert!(found.len() <= 20);
        for code in found {
            prop_assert_eq!(code.to_string().parse(), Ok(code));
            prop_assert!(Atlas::get().path(code).is_some());
        }
        if let Ok(code) = text.parse::<Area>() {
            prop_assert_eq!(code.to_string().parse(), Ok(code));
        }
    }
}

#[test]
fn of_areas_that_fit_alike_those_around_the_office_come_first() {
    let atlas = Atlas::get();
    let first = |query: &str, home: &str| {
        let home = (!home.is_empty()).then(|| area(home));
        atlas.near(query, home, 1)[0].to_string()
    };
    // Damai and Prapatan of Balikpapan Kota; other villages of either name lie all over the country.
    assert!(first("prap", "64.71.06.1001").starts_with("64.71."));
    assert!(!first("prap", "").starts_with("64."));
    let kinds = |home: &str| first("sukamaju", home);
    assert!(kinds("64.03.01.2001").starts_with("64."), "{}", kinds("64.03.01.2001"));
    assert!(kinds("32.13.01.2001").starts_with("32."), "{}", kinds("32.13.01.2001"));
    // What fits better comes first wherever it lies.
    assert!(atlas.near("prapatan subang", Some(area("64.71.06.1001")), 9)[0].province == 32);
}
