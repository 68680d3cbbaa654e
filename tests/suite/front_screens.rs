//! The first screens as a clerk sees them, at the size of design and at the smallest.
use insta::assert_snapshot;

use crate::front_desk::Office;

/// What happened at the desk before, one sitting each.
const BEFORE: &[&str] = &[
    concat!(
        "<f3>siti aminah<c-n>6471055708850001<enter><enter><enter>Mina<enter><enter>Balikpapan",
        "<f6>6471050101200001<enter>istri<enter>Bambang Suryadi<enter>Sukini<f6>Jl. Melati 12",
        "<enter>3<f6><f6>081254321098<enter>anak<f6>9;17<enter>fisik<enter>2<enter>h<f2>"
    ),
    "<f3>bambang suryadi<c-n>6471051708800001<f6>6471050101200001<enter>kepala<f2>",
    "<f3>siti rahma<c-n><enter>lupa<f2>",
    "<c-n>2siti aminah<enter>sktm<enter>perlu surat untuk sekolah<f2>",
    "<c-n>3rahma<enter>bantuan salah sasaran<f2>",
    "<c-n>1jadwal bansos<f2>",
    "<f3>siti aminah<enter>b<c-n>sembako<enter><f2>",
    "<f3>bambang suryadi<enter>b<c-n>sembako<enter><f2>",
];

/// A desk that knows a family and a woman without NIK, and has served three visitors.
fn busy() -> Office {
    let office = Office::new();
    for keys in BEFORE {
        office.sit(0).types(keys).sees("Tersimpan");
    }
    office.sit(0).types("<f3>joko susilo<c-n><enter>hilang<enter><enter><enter>Jokem<enter>");
    office
}

/// The keys from the first screen to each screen.
const WAYS: &[(&str, &str)] = &[
    ("home", "<up>"),
    ("walkin", "<c-n>"),
    ("question", "<c-n>1"),
    ("find", "<f3>siti"),
    ("find-slipped", "<f3>stii aminah"),
    ("find-nobody", "<f3>jalan kenanga"),
    ("filter", "<f3>siti<f6>"),
    ("filtered", "<f3><f6>pengaduan<f2>"),
    ("card", "<f3>siti aminah<enter>"),
    ("aid", "<f3>siti aminah<enter>b"),
    ("aid-note", "<f3>siti aminah<enter>b<enter>"),
    ("list", "6"),
    ("drafts", "8"),
    ("new-resident", "<f3>budi<c-n>6471051212990002<enter>"),
    ("find-paper", "<f3>00001/2026"),
    ("edit-resident", "<f3>siti aminah<enter>u"),
    ("new-request", "<c-n>2bambang<enter>reakt<enter>"),
];

#[test]
fn every_screen_looks_as_it_did() {
    let office = busy();
    for (name, keys) in WAYS {
        let mut clerk = office.sit(0);
        clerk.types(keys);
        assert_snapshot!(*name, clerk.screen());
        clerk.size(40, 12);
        assert_snapshot!(format!("{name}-small"), clerk.screen());
    }
}

#[test]
fn no_screen_panics_at_any_size() {
    let office = busy();
    for (_, keys) in WAYS {
        let mut clerk = office.sit(0);
        clerk.types(keys);
        for (width, height) in sizes() {
            clerk.size(width, height).screen();
        }
    }
}

/// Every height at a few widths, every width at a few heights.
fn sizes() -> impl Iterator<Item = (u16, u16)> {
    let tall = [1, 30, 40, 60, 100].into_iter().flat_map(|w| (1..=40).map(move |h| (w, h)));
    let wide = [1, 8, 24].into_iter().flat_map(|h| (1..=100).map(move |w| (w, h)));
    tall.chain(wide)
}
