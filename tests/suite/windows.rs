//! Every screen in every window.
use crate::demo;

/// Keys that lead from the first screen to one of every kind.
const ROADS: &[&str] = &[
    "",
    "<end>",
    "<del>",
    "<f1>",
    "<f1><f1><end>",
    "<c-k>sim",
    "<f3>",
    "<f3>64710545<enter>Siti<enter>zz<enter><pgdn>abc def ",
    "<f3><enter>12345678901234567890123456789012345678901234567890",
    "<f3><down><down><f4>",
    "<f3><f6><down><f4><space><down>",
];

#[test]
fn no_screen_panics_and_the_cursor_stands_inside_at_any_size() {
    for road in ROADS {
        let mut clerk = demo::desk();
        clerk.types(road);
        for width in 1..=100 {
            for height in 1..=40 {
                assert!(clerk.fits(width, height), "{road:?} at {width} x {height}");
            }
        }
    }
}

#[test]
fn a_window_that_is_too_small_asks_for_more_and_loses_nothing() {
    let mut clerk = demo::form();
    clerk.types("6471").size(29, 24).sees("Perbesar jendela ini.").misses("NIK");
    clerk.types("05").size(80, 7).sees("Perbesar").size(80, 24).stands_at("NIK: 647105__");
}

#[test]
fn nothing_but_plain_signs_is_drawn() {
    for road in ROADS {
        let screen = demo::desk().types(road).screen();
        let strange = |c: &char| !c.is_ascii() && !"─│┌┐└┘·…".contains(*c);
        assert_eq!(screen.chars().find(strange), None, "{screen}");
    }
}
