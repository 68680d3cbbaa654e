//! Telephone numbers: how they are written, shown and searched.
use loket::domain::{phone::Phone, reject::Reject};
use proptest::{prop_assert, prop_assert_eq, proptest};

use crate::domain::hostile;

#[test]
fn a_mobile_number_is_the_same_however_it_is_written() {
    for typed in [
        "081234567890",
        "0812 3456 7890",
        "0812-3456-7890",
        "0812.3456.7890",
        "(0812) 3456 7890",
        "6281234567890",
        "+6281234567890",
        "+62 812-3456-7890",
        "+62 (0)812 3456 7890",
        "006281234567890",
        "81234567890",
        "'081234567890",
        "０８１２３４５６７８９０",
        "\u{202a}+62 812\u{2011}3456\u{2011}7890\u{202c}",
    ] {
        let phone: Phone = typed.parse().unwrap();
        assert_eq!(phone.digits(), "081234567890", "{typed:?}");
        assert_eq!(phone.to_string(), "0812-3456-7890", "{typed:?}");
        assert_eq!(phone.international(), "+6281234567890", "{typed:?}");
        assert_eq!(phone.last_four(), 7890, "{typed:?}");
    }
}

#[test]
fn numbers_are_shown_in_groups() {
    for (typed, shown) in [
        ("0812345678", "0812-345-678"),
        ("08123456789", "0812-3456-789"),
        ("0812345678901", "0812-3456-78901"),
        ("0542-123456", "0542-123456"),
        ("(0542) 7654321", "0542-7654321"),
        ("021 1234567", "021-1234567"),
        ("+62 21 1234 5678", "021-12345678"),
        ("0541 741234", "0541-741234"),
        ("112", "112"),
        ("119", "119"),
        ("129", "129"),
        ("171", "171"),
        ("14000", "14000"),
        ("1500-771", "1500771"),
        ("+60 12-345 6789", "+60123456789"),
    ] {
        assert_eq!(typed.parse::<Phone>().unwrap().to_string(), shown, "{typed:?}");
    }
    assert_eq!("112".parse::<Phone>().unwrap().international(), "112");
    assert_eq!("0542-120007".parse::<Phone>().unwrap().last_four(), 7);
    assert_eq!("112".parse::<Phone>().unwrap().last_four(), 112);
}

#[test]
fn what_cannot_be_dialled_is_refused() {
    for typed in [
        "0812",
        "08123456",
        "08123456789012",
        "0812345678901234567890",
        "12",
        "212",
        "99999",
        "12345678",
        "000812345678",
        "0112345678",
        "+62112",
        "+0812345678",
        "+",
        "+62",
        "0812-3456-789O",
        "0812/0813",
        "081234567890 / 081234567891",
        "tidak ada",
        "8,12346E+10",
        "٠٨١٢٣٤٥٦٧٨٩٠",
        "62",
        "0",
    ] {
        assert_eq!(typed.parse::<Phone>(), Err(Reject::NotPhone), "{typed:?}");
    }
    for typed in ["", "  ", "-", "\u{200b}"] {
        assert_eq!(typed.parse::<Phone>(), Err(Reject::Empty), "{typed:?}");
    }
}

#[test]
fn a_number_is_kept_with_the_code_of_the_country() {
    for (typed, kept) in
        [("0812-3456-7890", "+6281234567890"), ("112", "112"), ("+60123456789", "+60123456789")]
    {
        let phone: Phone = typed.parse().unwrap();
        let bytes = bincode::serialize(&phone).unwrap();
        assert_eq!(bytes, bincode::serialize(kept).unwrap());
        assert_eq!(bincode::deserialize::<Phone>(&bytes).unwrap(), phone);
    }
}

proptest! {
    #[test]
    fn no_text_upsets_the_reader_of_numbers_to_dial(text in hostile::text()) {
        if let Ok(phone) = text.parse::<Phone>() {
            prop_assert_eq!(phone.to_string().parse(), Ok(phone.clone()));
            prop_assert_eq!(phone.international().parse(), Ok(phone.clone()));
            prop_assert!(phone.last_four() < 10_000);
        }
    }

    #[test]
    fn every_number_is_read_back_as_it_is_shown(digits in "(0|62|\\+|\\+62|1)?[0-9]{1,14}") {
        if let Ok(phone) = digits.parse::<Phone>() {
            prop_assert_eq!(phone.to_string().parse(), Ok(phone.clone()));
            let kept = bincode::serialize(&phone).unwrap();
            prop_assert_eq!(bincode::deserialize::<Phone>(&kept).unwrap(), phone);
        }
    }

    #[test]
    fn no_kept_text_upsets_a_phone(text in hostile::text()) {
        let phone: Phone = bincode::deserialize(&bincode::serialize(&text).unwrap()).unwrap();
        prop_assert!(phone.last_four() < 10_000);
        prop_assert!(phone.to_string().len() <= text.len() + 4);
    }
}
