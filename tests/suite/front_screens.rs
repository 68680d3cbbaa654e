//! The first screens as a clerk sees them, at the size of design and at the smallest.
use insta::assert_snapshot;

use crate::{clerk::Clerk, front_desk::Place};

/// A desk that knows a family and a man without NIK, and has served three visitors.
fn busy(place: &Place) -> Clerk {
    let mut clerk = place.sit(0);
    clerk.types("<f3>siti aminah<c-n>6471055708850001<enter><enter><enter>Mina<enter><enter>");
    clerk.types("Balikpapan<f6>6471050101200001<enter>istri<enter>Bambang Suryadi<enter>Sukini");
    clerk.types("<f6>Jl. Melati 12<enter>3<f6><f6>081254321098<enter>anak<f6>9<enter>fisik");
    clerk.types("<enter>2<enter>h<f2>").sees("Tersimpan: Siti Aminah").types("<esc><esc>");
    clerk.types("<f3>bambang suryadi<c-n>6471051708800001<f6>6471050101200001<enter>kepala<f2>");
    clerk.sees("Tersimpan: Bambang").types("<esc><esc>");
    clerk.types("<f3>siti rahma<c-n><enter>lupa<f2>").sees("Tersimpan: Siti R").types("<esc><esc>");
    clerk.types("<c-n>2siti aminah<enter>sktm<enter>perlu surat untuk sekolah<f2>");
    clerk.sees("Tersimpan: register").types("<esc><esc><esc><esc>");
    clerk.types("<c-n>3rahma<enter>adu<enter>bantuan salah sasaran<f2>");
    clerk.sees("Tersimpan: register").types("<esc><esc><esc><esc>");
    clerk.types("<c-n>1<enter>jadwal bansos<f2>").sees("terhitung");
    clerk.types("<f3>joko susilo<c-n><enter>hilang<enter><enter><enter>Jokem<enter><esc><esc>");
    clerk
}

/// The keys from the first screen to each screen.
const WAYS: &[(&str, &str)] = &[
    ("home", "<up>"),
    ("walkin", "<c-n>"),
    ("question", "<c-n>1"),
    ("find", "<f3>siti"),
    ("card", "<f3>siti aminah<enter>"),
    ("new-resident", "<f3>budi<c-n>6471051212990002<enter>"),
    ("edit-resident", "<f3>siti aminah<enter>u"),
    ("new-request", "<c-n>2bambang<enter>pbi<enter>"),
    ("list", "6"),
    ("drafts", "8"),
];

#[test]
fn every_screen_looks_as_it_did() {
    let place = Place::new("looks");
    drop(busy(&place));
    for (name, keys) in WAYS {
        let mut clerk = place.sit(0);
        clerk.types(keys);
        assert_snapshot!(*name, clerk.screen());
        clerk.size(40, 12);
        assert_snapshot!(format!("{name}-small"), clerk.screen());
    }
}

#[test]
fn no_screen_panics_at_any_size() {
    let place = Place::new("sizes");
    drop(busy(&place));
    for (_, keys) in WAYS {
        let mut clerk = place.sit(0);
        clerk.types(keys);
        for (width, height) in (1..=100).step_by(9).flat_map(|w| (1..=40).map(move |h| (w, h))) {
            clerk.size(width, height).screen();
        }
        for (width, height) in (1..=100).flat_map(|w| (1..=40).step_by(9).map(move |h| (w, h))) {
            clerk.size(width, height).screen();
        }
    }
}
