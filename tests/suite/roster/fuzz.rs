//! Any bytes as a file: they end in rows or in a reason, and never in a panic.
use loket::{
    domain::area::Area,
    fault::Fault,
    roster::{heading::Mapping, told::Teller},
};
use proptest::{
    collection::vec, prelude::any, prop_assert, proptest, sample::select, strategy::Strategy,
};

use crate::roster::parcel::{Parcel, archive, words, workbook};

const NEAR: Area = Area { province: 64, city: 71, district: 6, village: 1001 };

/// Reads a file to its end, and every row of it as answers.
fn ends(name: &str, bytes: &[u8]) -> bool {
    let parcel = Parcel::new(name, bytes);
    let seen = match parcel.glance() {
        Ok(seen) => seen,
        Err(Fault::List { .. }) => return true,
        Err(fault) => panic!("{fault}"),
    };
    let mut teller = Teller::new(Mapping::of(seen.headings.clone()), NEAR);
    match crate::roster::parcel::read(&seen) {
        Ok(rows) => rows.iter().all(|row| {
            let _ = teller.answers(row);
            row.line > 0
        }),
        Err(Fault::List { .. }) => true,
        Err(fault) => panic!("{fault}"),
    }
}

/// Pieces of lists, as they are and as they should not be.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let known: Vec<&'static [u8]> = vec![
        b"NIK",
        b"Nama",
        b"Tgl Lahir",
        b"PMKS",
        b"Alamat",
        b"RT/RW",
        b";",
        b",",
        b"\t",
        b"|",
        b"\n",
        b"\r\n",
        b"\r",
        b"\"",
        b"\"\"",
        b"\\\"",
        b"sep=;",
        b"6471055708850001",
        b"6,47E+15",
        b"'=1+1",
        b"LUT",
        b"33238",
        b"17-8-1985",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xe9",
        b"\xc3\xa9",
        b"\0",
        b" ",
        "\u{202e}\u{200b}e\u{301}".as_bytes(),
        "👨‍👩‍👧".as_bytes(),
        b"-",
        b"Balikpapan, ",
    ];
    vec(select(known), 0..80).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_bytes_end(bytes in vec(any::<u8>(), 0..2_000)) {
        prop_assert!(ends("a.csv", &bytes));
        prop_assert!(ends("a.xlsx", &bytes));
    }

    #[test]
    fn any_pieces_of_lists_end(bytes in pieces()) {
        prop_assert!(ends("a.csv", &bytes));
    }

    #[test]
    fn a_workbook_with_any_wrong_bytes_ends(place in any::<proptest::sample::Index>(), byte: u8, cut in any::<proptest::sample::Index>()) {
        let sheet = format!("{}{}", words(1, &["NIK", "Nama"]), words(2, &["1", "Budi"]));
        let mut bytes = archive(&workbook(&sheet));
        let place = place.index(bytes.len());
        bytes[place] ^= byte;
        prop_assert!(ends("a.xlsx", &bytes));
        let cut = cut.index(bytes.len());
        prop_assert!(ends("a.xlsx", &bytes[..cut]));
    }

    #[test]
    fn a_sheet_of_any_words_ends(text in "[<>&;a-z0-9/=\" ]{0,200}", sheet in "[<>&;a-z0-9/=\" ]{0,200}") {
        let _ = text;
        prop_assert!(ends("a.xlsx", &archive(&workbook(&sheet))));
    }
}
