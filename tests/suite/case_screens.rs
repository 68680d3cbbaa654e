//! What the screens of a case look like, and that they stand in any window.
use loket::print::spool::printers::Spool;

use crate::{
    case_desk::{Place, TODAY, work},
    clerk::Clerk,
};

/// How each screen is reached from the case file.
const SCREENS: &[(&str, &str)] = &[
    ("berkas", ""),
    ("riwayat", "<f6><f6><f6><f6><f6>"),
    ("langkah", "<f8>"),
    ("langkah_tutup", "<f8>tutup<enter>"),
    ("rujuk", "r"),
    ("rujukan", "<enter>"),
    ("kabar", "<enter><f8>"),
    ("kabar_selesai", "<enter><f8>selesai<enter>"),
    ("surat", "<enter>s"),
    ("surat_bertanya", "rdinas sosial kota<enter><f2><f8>"),
    ("tanda_terima", "t"),
];

const WIDTHS: &[u16] = &[1, 2, 3, 7, 20, 29, 30, 31, 40, 59, 60, 61, 80, 100];
const HEIGHTS: &[u16] = &[1, 2, 3, 4, 7, 8, 9, 12, 24, 40];

/// A case with papers missing, an advice, and a referral whose letter is out.
fn case(place: &Place) -> Clerk {
    place.takes_cover("ktp;kk");
    let mut clerk = place.at(TODAY);
    clerk.types("rbpjs<enter><f2><f2>");
    work(&mut clerk, &Spool::default());
    clerk.types("y<enter><esc>");
    clerk
}

#[test]
fn the_screens_of_a_case_at_the_design_size() {
    for (name, keys) in SCREENS {
        let place = Place::founded();
        let mut clerk = case(&place);
        insta::assert_snapshot!(format!("case_{name}"), clerk.types(keys).screen());
    }
}

#[test]
fn the_papers_that_came_are_ticked_among_those_that_are_missing() {
    let place = Place::founded();
    place.takes_cover("ktp;kk");
    let mut clerk = place.at(TODAY);
    insta::assert_snapshot!("case_langkah_berkas", clerk.types("<f8>terima<enter>").screen());
    insta::assert_snapshot!("case_pilih_berkas", clerk.types("<f4><space>").screen());
}

#[test]
fn the_screens_of_a_case_in_a_small_window() {
    for (name, keys) in SCREENS {
        let place = Place::founded();
        let mut clerk = case(&place);
        clerk.size(40, 12).screen();
        insta::assert_snapshot!(format!("case_{name}_kecil"), clerk.types(keys).screen());
    }
}

#[test]
fn no_screen_of_a_case_panics_in_any_window() {
    let place = Place::founded();
    let mut clerk = case(&place);
    for (_, keys) in SCREENS {
        clerk.size(80, 24).types(keys);
        for (width, height) in WIDTHS.iter().flat_map(|w| HEIGHTS.iter().map(move |h| (*w, *h))) {
            clerk.size(width, height).types("<down><pgdn><end>").screen();
            clerk.types("<home>").screen();
        }
        clerk.types("<esc><esc><esc>");
    }
}
