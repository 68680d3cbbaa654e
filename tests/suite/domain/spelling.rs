//! One key for all ways to spell a name, and none for two that are not the same.
use loket::domain::{
    name_words::words,
    slips::slips,
    spelling::{begun, key},
    text::folded,
};
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

fn same(spellings: &str) {
    let mut keys: Vec<String> = spellings.split(' ').map(key).collect();
    keys.dedup();
    assert_eq!(keys.len(), 1, "{spellings}: {keys:?}");
}

#[test]
fn the_spellings_of_a_name_have_one_key() {
    for spellings in [
        "soekarno sukarno",
        "tjahjo cahyo tjahyo",
        "djoko joko",
        "soedjono sudjono sujono",
        "njoto nyoto",
        "soenjoto sunyoto",
        "sjarif syarif sharif",
        "syamsul samsul sjamsoel",
        "chairil khairil hairil",
        "joesoef yusuf",
        "yoesoef yusuf joesoef",
        "djaja jaya",
        "gandjar ganjar",
        "arief arif",
        "taufiq taufik",
        "fathimah fatimah",
        "rahmat rachmat rakhmat",
        "rizky rizki",
        "riyanto rianto",
        "suwarno suarno",
        "novi nofi",
        "joseph josef",
        "annisa anisa",
        "dzikri zikri",
        "ramadhan ramadan",
        "moh moch muh muhammad mohamad md",
        "abd abdul abdoel",
        "st siti sitti",
        "noer nur noor",
    ] {
        same(spellings);
    }
}

#[test]
fn a_lone_j_is_read_in_the_old_way_only_beside_another_old_mark() {
    assert_eq!(key("fajar"), "fajar");
    assert_eq!(key("ganjar"), "ganjar");
    assert_eq!(key("juli"), "juli");
    assert_eq!(key("tjahjo"), "cahyo");
    assert_eq!(key("cahyo"), "cahyo");
}

#[test]
fn different_names_keep_different_keys() {
    for (one, other) in [
        ("sari", "sori"),
        ("budi", "budiman"),
        ("ani", "ina"),
        ("dewi", "dewo"),
        ("yanto", "yanti"),
        ("kardi", "hardi"),
    ] {
        assert_ne!(key(one), key(other), "{one} {other}");
    }
}

#[test]
fn what_is_being_typed_can_only_become_one_of_many_spellings() {
    assert_eq!(begun("moham"), Some("muhammad"));
    assert_eq!(begun("mucham"), Some("muhammad"));
    assert_eq!(begun("abdo"), Some("abdul"));
    assert_eq!(begun("mo"), None);
    assert_eq!(begun("budi"), None);
}

#[test]
fn titles_degrees_and_bin_are_no_words_of_a_name() {
    let told = |name: &str| words(name).join(" ");
    assert_eq!(told("H. Ahmad bin Yusuf, S.Pd., M.Si"), "ahmad yusuf");
    assert_eq!(told("Hj. St. Aminah"), "st aminah");
    assert_eq!(told("Dra. Ma'rifah"), "marifah");
    assert_eq!(told("Prof. Dr. Ir. Soekarno"), "soekarno");
    assert_eq!(told("M. Ridwan"), "m ridwan");
    assert_eq!(told("H."), "h");
    assert_eq!(told("Se Hun"), "se hun");
    assert_eq!(told("I Gusti Ayu"), "i gusti ayu");
}

#[test]
fn slips_count_swaps_as_one() {
    assert_eq!(slips("sutrisno", "sutirsno", 2), Some(1));
    assert_eq!(slips("sutrisno", "sutrino", 2), Some(1));
    assert_eq!(slips("budi", "dewi", 1), None);
    assert_eq!(slips("budi", "dewi", 3), Some(3));
    assert_eq!(slips("", "a", 1), Some(1));
}

proptest! {
    #[test]
    fn any_words_have_a_key_and_the_same_one_every_time(text in "\\PC{0,40}") {
        for word in words(&text) {
            prop_assert!(!word.is_empty());
            prop_assert_eq!(key(&word), key(&word));
        }
    }

    #[test]
    fn an_apostrophe_makes_no_difference(one in "[a-z]{1,8}", other in "[a-z]{1,8}") {
        prop_assert_eq!(folded(&format!("{one}'{other}")), folded(&format!("{one}{other}")));
    }
}
