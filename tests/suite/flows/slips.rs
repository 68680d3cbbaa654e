//! Slips that visitors take home, or hold while they wait.
use std::fs;

use loket::print::spool::printers::Spool;

use crate::{
    case_desk::{Place, TODAY, work},
    clerk::Clerk,
};

const PAPERS: &str = "ktp;kk;kartu_bpjs_kis;surat_keterangan_butuh_layanan_dari_fask";

/// Everything that stands on the paper on the screen, from its first line to its last.
fn reads(clerk: &mut Clerk) -> String {
    let mut seen = clerk.types("<home>").screen();
    for _ in 0..60 {
        seen += &clerk.types("<down>").screen();
    }
    seen
}

/// The text that was saved says what is on the screen, line by line.
#[track_caller]
fn saves(place: &Place, clerk: &mut Clerk, name: &str) {
    let seen = reads(clerk);
    clerk.types("<f2>");
    work(clerk, &Spool::default());
    clerk.sees("Tersimpan di ");
    let saved = fs::read_to_string(place.letter(&format!("{name}.txt"))).unwrap();
    for line in saved.lines().filter(|line| !line.trim().is_empty()) {
        assert!(seen.contains(line.trim_end()), "{line:?} is not on\n{seen}");
    }
    assert!(fs::read(place.letter(&format!("{name}.pdf"))).unwrap().starts_with(b"%PDF"));
}

#[test]
fn a_visitor_takes_home_which_papers_to_bring() {
    let place = Place::founded();
    let ticket = place.takes_cover("ktp;kk");
    let mut clerk = place.at(TODAY);
    clerk.types("s").sees("Surat atau slip apa?").types("bawa<enter>").sees("Bawa Berkas Ini");
    insta::assert_snapshot!("bawa_berkas_tanya", clerk.screen().replace(&ticket, "TIKET"));
    clerk.types("puskesmas Sepinggan<enter>h+7<f2>").sees(&format!("Bawa Berkas {ticket}"));
    clerk.sees("MOHON BAWA BERKAS INI").sees("Selasa, 1 Desember 2026").sees("S. A.");
    clerk.misses("Aminah");
    insta::assert_snapshot!("bawa_berkas_80", clerk.screen().replace(&ticket, "TIKET"));
    saves(&place, &mut clerk, &format!("bawa-berkas-{ticket}"));
    clerk.types("<esc>").sees("Kurang berkas").types("<esc>").misses("belum selesai");
}

#[test]
fn where_no_paper_is_missing_none_is_asked_for() {
    let place = Place::founded();
    place.takes_cover(PAPERS);
    let mut clerk = place.at(TODAY);
    clerk.types("sbawa<enter>").sees("Permohonan ini tidak menunggu berkas apa pun.");
    clerk.misses("Diminta di");
}

#[test]
fn a_card_says_how_far_it_is_and_what_comes_next() {
    let place = Place::founded();
    let ticket = place.takes_cover(PAPERS);
    let mut clerk = place.at(TODAY);
    clerk.types("skartu<enter>").sees("Kartu Tindak Lanjut").sees("menunggu kabar dari loket");
    clerk.sees("Rina Wulandari").types("<f2>").sees(&format!("Kartu Tindak Lanjut {ticket}"));
    clerk.sees("KARTU TINDAK LANJUT").types("<pgdn>");
    insta::assert_snapshot!("tindak_lanjut_80", clerk.screen().replace(&ticket, "TIKET"));
    saves(&place, &mut clerk, &format!("tindak-lanjut-{ticket}"));
}

#[test]
fn a_half_typed_slip_waits_among_the_drafts_until_it_stands_there() {
    let place = Place::founded();
    place.takes_cover(PAPERS);
    let mut clerk = place.at(TODAY);
    clerk.types("skartu<enter><c-u>membawa hasil laboratorium<esc>").sees("konsep");
    drop(clerk);
    let mut clerk = place.at_home(TODAY);
    clerk.types("8").sees("Tindak lanjut").sees("Siti Aminah").sees("hasil laboratorium");
    clerk.types("<enter>").sees("membawa hasil laboratorium").types("<f2>");
    clerk.sees("KARTU TINDAK LANJUT").types("<esc>").sees("Tidak ada isian yang belum selesai");
}

#[test]
fn who_waits_gets_a_number_from_the_agenda_and_no_number_of_a_letter() {
    let place = Place::founded();
    let mut clerk = place.at_home(TODAY);
    clerk.types("a<c-n>antrean<enter>").sees("Nomor Antrean").types("A-012<f2>");
    clerk.sees("Di depan harus diisi").types("4<f2>").sees("NOMOR ANTREAN").sees("A-012");
    insta::assert_snapshot!("antrean_80", clerk.screen());
    saves(&place, &mut clerk, "antrean-A-012");
    clerk.types("k").sees("K kertas: F4").sees("Di depan Anda: 4 orang");
    clerk.types("<esc>").sees("Belum ada nomor yang terpakai tahun ini");
}
