//! Names, addresses and notes: what is cleaned, refused, told and found.
use loket::domain::{
    doubt::Odd,
    reject::Reject,
    text::{Line, Name, Note, clean, folded, oddities_of_name},
};
use proptest::{prop_assert, prop_assert_eq, proptest};
use unicode_normalization::UnicodeNormalization as _;

use crate::domain::hostile;

#[test]
fn names_stay_as_they_are_written() {
    for name in [
        "Suharto",
        "Ma'ruf",
        "D'Angelo",
        "I Gusti Ayu",
        "Siti Aminah, S.Pd., M.Si",
        "Ahmad bin Yusuf",
        "SITI AMINAH",
        "siti aminah",
        "José Ñandú",
        "林美麗",
        "ＳＩＴＩ",
        "أحمد",
    ] {
        assert_eq!(name.parse::<Name>().unwrap().as_str(), name);
        assert_eq!(name.parse::<Name>().unwrap().to_string(), name);
    }
    assert_eq!(format!("{:<8}|", "Siti".parse::<Name>().unwrap()), "Siti    |");
}

#[test]
fn whatever_moves_the_screen_or_hides_is_taken_out() {
    for (typed, kept) in [
        ("  Siti   Aminah  ", "Siti Aminah"),
        ("\u{1b}[2JSiti", "Siti"),
        ("Si\u{1b}[1;31mti\u{1b}[0m", "Siti"),
        ("\u{1b}]0;judul\u{7}Siti", "Siti"),
        ("\u{1b}]0;judul\u{1b}\\Siti", "Siti"),
        ("\u{1b}]52;c;aGFsbG8=\u{7}Siti", "Siti"),
        ("\u{1b}[6nSiti", "Siti"),
        ("\u{1b}P1$r0m\u{1b}\\Siti", "Siti"),
        ("\u{1b}_apc\u{1b}\\\u{1b}^pm\u{1b}\\\u{1b}Xsos\u{9c}Siti", "Siti"),
        ("\u{9b}31mSiti", "Siti"),
        ("\u{9d}0;judul\u{9c}Siti", "Siti"),
        ("\u{90}q\u{9c}Siti", "Siti"),
        // An end is missing: the words may be somebody's.
        ("\u{1b}]Siti Aminah", "Siti Aminah"),
        ("Siti\u{1b}", "Siti"),
        ("Siti\u{1b}[", "Siti"),
        ("\u{1b}Siti", "Siti"),
        ("Siti\u{7}", "Siti"),
        ("Siti\u{8}\u{8}", "Siti"),
        ("Siti\rBudi", "Siti Budi"),
        ("Jl. A\r\nRT 1", "Jl. A RT 1"),
        ("Siti\tAminah\u{b}\u{c}", "Siti Aminah"),
        ("Siti\u{7f}", "Siti"),
        ("Si\0ti", "Siti"),
        ("\u{202e}gnp.exe", "gnp.exe"),
        ("\u{2066}Siti\u{2069}\u{2067}", "Siti"),
        ("Si\u{200b}ti", "Siti"),
        ("Si\u{200c}t\u{200d}i\u{2060}\u{feff}", "Siti"),
        ("Siti\u{e0041}\u{e0042}\u{e007f}", "Siti"),
        ("Siti\u{ad}\u{34f}\u{61c}", "Siti"),
        ("Siti\u{2028}Aminah\u{2029}binti\u{85}Ali", "Siti Aminah binti Ali"),
        ("Siti\u{a0}Aminah\u{3000}", "Siti Aminah"),
        ("Jose\u{301}", "José"),
        ("Siti\u{fffd}\u{ffff}", "Siti"),
        ("\u{e000}Siti\u{f8ff}", "Siti"),
        ("\u{301}\u{302}Siti \u{303}Aminah", "Siti Aminah"),
    ] {
        assert_eq!(clean(typed), kept, "{typed:?}");
    }
    assert_eq!(clean(&format!("A{}", "\u{fe0f}".repeat(100))), "A");
    assert_eq!(clean(&"\u{1b}]x".repeat(100_000)), "x".repeat(100_000));
}

#[test]
fn a_letter_keeps_two_marks_of_a_thousand() {
    let zalgo = clean(&format!("q{}z", "\u{327}\u{301}\u{5bf}\u{30b}".repeat(250)));
    assert_eq!(zalgo.chars().count(), 4);
    assert!(zalgo.starts_with('q') && zalgo.ends_with('z'));
    assert_eq!(clean("👍🏽🏽🏽🏽").chars().count(), 3);
    assert_eq!(clean(&"\u{301}".repeat(1000)), "");
}

#[test]
fn emoji_lose_their_joiners_and_keep_their_columns() {
    assert_eq!(clean("👨‍👩‍👧‍👦"), "👨👩👧👦");
    assert_eq!(clean("🇮🇩 ❤️ 👍🏽"), "🇮🇩 ❤ 👍🏽");
}

#[test]
fn words_are_missing_or_too_many_as_a_reader_counts_them() {
    for nothing in ["", "   ", "\u{200b}", "\n\t", "\u{1b}[2J", "\u{301}", "\0"] {
        assert_eq!(nothing.parse::<Name>(), Err(Reject::Empty), "{nothing:?}");
    }
    let accented = "ẹ́";
    assert!("a".repeat(80).parse::<Name>().is_ok());
    assert!(accented.repeat(80).parse::<Name>().is_ok());
    assert_eq!("a".repeat(81).parse::<Name>(), Err(Reject::TooLong { most: 80 }));
    assert_eq!(accented.repeat(81).parse::<Name>(), Err(Reject::TooLong { most: 80 }));
    assert_eq!("a".repeat(10_000).parse::<Name>(), Err(Reject::TooLong { most: 80 }));
    assert!("a".repeat(200).parse::<Line>().is_ok());
    assert_eq!("a".repeat(201).parse::<Line>(), Err(Reject::TooLong { most: 200 }));
    assert!("a".repeat(4000).parse::<Note>().is_ok());
    assert_eq!("a".repeat(4001).parse::<Note>(), Err(Reject::TooLong { most: 4000 }));
    // One "character" of thousands of joined letters is no way around it.
    assert_eq!("\u{1100}".repeat(5000).parse::<Name>(), Err(Reject::TooLong { most: 80 }));
}

#[test]
fn what_stands_for_no_name_is_told() {
    for odd in [
        "-",
        ".",
        "x",
        "X",
        "NN",
        "n.n.",
        "xx",
        "xxx",
        "---",
        "A",
        "Al",
        "...",
        "123",
        "?",
        "Tidak diketahui",
        "TIDAK DIKETAHUI",
        "tanpa nama",
        "Tanpa Nama",
        "Mr. X",
        "林",
    ] {
        assert_eq!(oddities_of_name(odd), [Odd::NameOdd], "{odd:?}");
    }
    for name in ["Suharto", "Ali", "Ma'ruf", "I Gusti Ayu", "S. Bagyo", "林美麗", "Ñandú"] {
        assert_eq!(oddities_of_name(name), [], "{name:?}");
    }
}

#[test]
fn letters_of_another_script_among_latin_ones_are_told() {
    for name in ["Ѕіtі", "Sіti", "Αhmad Yusuf", "Buԁi Santoso"] {
        assert_eq!(oddities_of_name(name), [Odd::MixedScript], "{name:?}");
    }
    for name in ["Siti", "José Ñandú", "Владимир", "Ελένη"] {
        assert_eq!(oddities_of_name(name), [], "{name:?}");
    }
}

#[test]
fn names_are_found_without_case_accents_and_signs() {
    for (name, key) in [
        ("SITI Aminah", "siti aminah"),
        ("Si\u{200b}ti", "siti"),
        ("  José   Ñandú ", "jose nandu"),
        ("Ma'ruf, S.Pd.", "maruf s pd"),
        ("ＳＩＴＩ", "siti"),
        ("Jl. MT. Haryono No.5/RT-53", "jl mt haryono no 5 rt 53"),
        ("ﬁqih", "fiqih"),
        ("İbrahim", "ibrahim"),
        ("Lubuk Pakam I,II", "lubuk pakam i ii"),
        ("!!!", ""),
        ("", ""),
    ] {
        assert_eq!(folded(name), key, "{name:?}");
    }
}

proptest! {
    #[test]
    fn clean_text_is_clean_for_good(text in hostile::text()) {
        let line = clean(&text);
        prop_assert_eq!(clean(&line), line.clone());
        prop_assert_eq!(line.nfc().collect::<String>(), line.clone());
        prop_assert!(!line.chars().any(char::is_control));
        prop_assert_eq!(line.trim(), line.as_str());
        prop_assert!(oddities_of_name(&text).len() <= 2);
    }

    #[test]
    fn a_key_is_its_own_key(text in hostile::text()) {
        let key = folded(&text);
        prop_assert_eq!(folded(&key), key.clone());
        prop_assert!(key.split(' ').all(|word| !word.is_empty()) || key.is_empty());
    }

    #[test]
    fn a_name_is_read_back_as_it_is_shown(text in hostile::text()) {
        if let Ok(name) = text.parse::<Name>() {
            prop_assert_eq!(name.to_string().parse(), Ok(name.clone()));
            let kept = bincode::serialize(&name).unwrap();
            prop_assert_eq!(bincode::deserialize::<Name>(&kept).unwrap(), name);
        }
    }
}
