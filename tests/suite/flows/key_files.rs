//! The files with which others check the letters of this office.
use std::{env, path::Path};

use loket::print::spool::printers::Spool;

use crate::{
    case_desk::{Place, TODAY, work},
    clerk::Clerk,
    cli::program::loket,
    flows::settled::goes,
};

const FILES: [&str; 2] = ["dicabut-64.71.05.1002.txt", "kunci-64.71.05.1002.txt"];
const NUMBER: &str = "400.9/001/PSKS/XI/2026";

/// An invitation, which counts for ever, goes out; answers with what its square holds.
fn invites(place: &Place) -> String {
    let mut clerk = place.at_home(TODAY);
    clerk.types("a<c-n>undangan<enter>Ketua RT 14<enter>di tempat<enter>Musyawarah<enter>");
    clerk.types("h+7<enter>9<enter>Balai Kelurahan<f2>").sees(&format!("Surat {NUMBER}"));
    clerk.types("<f2>");
    work(&mut clerk, &Spool::default());
    clerk.types("y<enter>").sees("sudah pasti");
    drop(clerk);
    let text = place.numbered(NUMBER).text;
    text.lines().find_map(|line| line.strip_prefix("tanda\t")).unwrap().to_owned()
}

/// The settings, with the files of keys open.
fn opens(place: &Place) -> Clerk {
    let mut clerk = place.at_home(TODAY);
    clerk.types("9").sees("Setelan");
    goes(&mut clerk, "<down>", "Kunci surat");
    clerk.types("<enter>").sees(FILES[1]);
    clerk
}

fn saves(place: &Place) {
    let mut clerk = opens(place);
    clerk.types("<f2><f2>").sees("masih ditulis");
    work(&mut clerk, &Spool::default());
    clerk.sees("Tersimpan di ").types("<f2>");
    work(&mut clerk, &Spool::default());
    clerk.sees("Tersimpan di ").types("<esc>").sees("Setelan");
}

/// What an institution is told that has nothing but the two files.
fn asks(place: &Place, square: &str) -> (i32, String) {
    let [list, keys] = FILES.map(|name| place.letter(name).display().to_string());
    let words = ["verifikasi", square, "--kunci", &keys, "--dicabut", &list];
    let answer = loket(Path::new("/nonexistent"), &words);
    (answer.status, answer.out.lines().next().unwrap_or(&answer.told).to_owned())
}

#[test]
fn the_files_that_are_saved_tell_others_whether_a_letter_is_genuine() {
    let place = Place::founded();
    let square = invites(&place);
    saves(&place);
    assert_eq!(place.letters()[2..], FILES.map(str::to_owned));
    assert_eq!(asks(&place, &square), (0, "ASLI".to_owned()));
    // It is written anew, and nobody who has the old files can know.
    let mut clerk = place.at_home(TODAY);
    clerk.types("a<enter>").sees(&format!("Surat {NUMBER}")).types("g").sees("Undangan");
    clerk.types("<f2>").sees("Surat 400.9/002");
    drop(clerk);
    assert_eq!(asks(&place, &square), (0, "ASLI".to_owned()));
    saves(&place);
    assert_eq!(asks(&place, &square), (1, "DICABUT".to_owned()));
}

#[test]
fn what_the_files_are_for_and_who_gets_them_is_told_where_they_are_saved() {
    let place = Place::founded();
    let mut clerk = opens(&place);
    clerk.sees("Berikan kepada lembaga").sees(FILES[0]).sees("F2 menyimpannya di");
    let folder = env::temp_dir().display().to_string();
    let seen = |clerk: &mut Clerk| {
        let screen = clerk.screen();
        screen.lines().filter(|line| !line.contains(&folder)).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!("kunci_surat_80", seen(&mut clerk));
    insta::assert_snapshot!("kunci_surat_40", seen(clerk.size(40, 12)));
    for (width, height) in [(1, 1), (7, 3), (30, 8), (100, 40)] {
        clerk.size(width, height).types("<down><pgdn><end>").screen();
    }
}
