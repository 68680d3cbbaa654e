//! Letters that waited for the power, printed in one go.
use std::fs;

use insta::assert_snapshot;
use loket::{
    domain::letter::{End, State},
    print::spool::printers::Spool,
};

use crate::{
    case_desk::{Place, TODAY, work},
    clerk::Clerk,
    flows::{
        printers::lpstat,
        printing::{TAKES, letter, printer},
    },
};

/// Three letters with their numbers reserved, and the list of them on the screen.
fn waiting(place: &Place) -> Clerk {
    let (mut clerk, _) = letter(place);
    clerk.types("<esc>rdinas sosial kota<enter><f2>").sees("Surat 400.9/002");
    clerk.types("<esc>ssurat keterangan<enter>Tinggal di alamat itu<f2>").sees("Surat 400.9/003");
    drop(clerk);
    let mut clerk = place.at_home(TODAY);
    clerk.types("ac").sees("3 dari 3 surat");
    clerk
}

/// How each letter of the year stands: its state, and how its last copy ended.
fn standing(place: &Place) -> Vec<(State, Option<End>)> {
    place.posted().iter().map(|one| (one.state, one.copies.last().map(|copy| copy.end))).collect()
}

#[test]
fn all_that_wait_are_printed_and_certain_with_one_answer() {
    let place = Place::founded();
    let mut clerk = waiting(&place);
    clerk.types("<down> ").sees("2 dari 3 surat");
    assert_snapshot!("cetak_semua_80", clerk.screen());
    clerk.types("<f9>").types("<esc>").sees("Ctrl-X menghentikannya");
    work(&mut clerk, &printer(&place, TAKES));
    clerk
        .sees("2 dari 2 surat dikirim ke printer.")
        .sees("2 surat sudah keluar dan semuanya benar?");
    clerk.types("y<enter>").sees("2 surat tercatat keluar.").types("<down>").sees("0 dari 1 surat");
    drop(clerk);
    let out = (State::Final, Some(End::Out));
    assert_eq!(standing(&place), [out, (State::Reserved, None), out]);
}

#[test]
fn a_printer_that_stops_halfway_leaves_every_number_where_it_was() {
    let place = Place::founded();
    let mut clerk = waiting(&place);
    let once =
        format!("[ -e \"$0.pdf\" ] && {{ echo 'lp: Error - kertas' >&2; exit 1; }}\n{TAKES}");
    clerk.types("<f9>");
    work(&mut clerk, &printer(&place, &once));
    clerk.sees("printer menolak").sees("1 surat sudah keluar dan semuanya benar?");
    clerk.types("y<enter>").sees("1 surat tercatat keluar.").types("<down>").sees("2 dari 2 surat");
    // The others can be saved instead, and it may turn out that they are wrong.
    clerk.types("<f2>");
    work(&mut clerk, &Spool::default());
    clerk.sees("2 dari 2 surat disimpan sebagai PDF di folder surat.").types("t<enter>");
    clerk.sees("nomornya tetap dipesan").types("<down>").sees("2 dari 2 surat");
    drop(clerk);
    let waits = (State::Reserved, Some(End::Failed));
    assert_eq!(standing(&place), [(State::Final, Some(End::Out)), waits, waits]);
    let saved = place.letters();
    assert_eq!(saved.len(), 2, "{saved:?}");
    assert!(fs::read(place.letter(&saved[0])).unwrap().starts_with(b"%PDF"));
}

#[test]
fn a_year_without_letters_that_wait_says_so() {
    let place = Place::founded();
    let mut clerk = place.at_home(TODAY);
    clerk.types("ac").sees("Tidak ada surat yang menunggu dicetak.").types("<f9>");
    clerk.sees("tidak ada surat yang ditandai");
}

#[test]
fn a_printer_that_stands_still_is_given_nothing() {
    let place = Place::founded();
    let mut clerk = waiting(&place);
    let spool = printer(&place, TAKES);
    lpstat(
        &place,
        "case \"$*\" in\n*-d*) echo 'system default destination: KANTOR';;\n\
         *-p*) printf 'printer KANTOR disabled since today -\\n\\tkertas habis\\n';;\nesac",
    );
    clerk.types("<f9>");
    work(&mut clerk, &spool);
    clerk.sees("Berhenti sesudah 0 surat: ").sees("kertas habis").misses("semuanya benar?");
    drop(clerk);
    assert!(!place.folder().join("printer/lp.pdf").exists());
    assert!(standing(&place).iter().all(|(state, _)| *state == State::Reserved));
}
