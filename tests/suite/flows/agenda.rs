//! The agenda book and the stub that comes back, with the keyboard alone.
use loket::{
    domain::{letter::State, referral_road::Status},
    print::spool::printers::Spool,
};

use crate::{
    case_desk::{Place, TODAY, work},
    clerk::Clerk,
    flows::printing::{TAKES, letter, printer},
};

fn prints(clerk: &mut Clerk, spool: &Spool) {
    clerk.types("<f9>");
    work(clerk, spool);
    clerk.types("y<enter>").sees("sudah pasti");
}

/// The book, from the first screen.
fn book(place: &Place) -> Clerk {
    let mut clerk = place.at_home(TODAY);
    clerk.types("a").sees("Buku agenda 2026");
    clerk
}

#[test]
fn the_book_shows_every_number_and_takes_in_what_was_written_by_hand() {
    let place = Place::founded();
    let (mut clerk, _) = letter(&place);
    prints(&mut clerk, &printer(&place, TAKES));
    drop(clerk);
    let mut clerk = book(&place);
    clerk.sees("Terbit").sees("Kepala Cabang");
    clerk
        .types("s")
        .sees("Sisihkan nomor")
        .types("<enter><c-u>2<f2>")
        .sees("Disisihkan: 400.9/002");
    clerk.sees("Disisihkan untuk tulis").types("<end><home>");
    insta::assert_snapshot!("agenda_80", clerk.screen());
    clerk.size(40, 12);
    insta::assert_snapshot!("agenda_40", clerk.screen());
    clerk.size(80, 24);
    // The newest stands first: it was written on during the power cut.
    clerk.types("<enter>").sees("CATATAN NOMOR SURAT").types("<c-e>").sees("Surat tulis tangan");
    clerk.types("<enter><enter><enter>Camat Balikpapan Kota<enter>Undangan rapat<f2>");
    clerk.sees("Tercatat: 400.9/003/PSKS/XI/2026").sees("Terbit (tulis tangan)");
    clerk.types("<down><enter>x").sees("Batalkan 400.9/002").types("tidak jadi dipakai<f2>");
    clerk.sees("Batal: tidak jadi dipakai");
    clerk.types("<f9>").sees("BUKU AGENDA SURAT TAHUN 2026");
    insta::assert_snapshot!("agenda_kertas", clerk.screen());
}

#[test]
fn a_letter_that_came_out_wrong_is_replaced_by_one_that_names_it() {
    let place = Place::founded();
    let (mut clerk, ticket) = letter(&place);
    clerk.types("g").sees("surat ini belum terbit");
    prints(&mut clerk, &printer(&place, TAKES));
    clerk.types("g").sees("Ganti surat 400.9/001/PSKS/XI/2026?").types("<enter>");
    clerk
        .types("g")
        .types("y<enter>")
        .sees("Surat 400.9/002/PSKS/XI/2026 menggantikan 400.9/001/PSKS/XI/2026.");
    drop(clerk);
    let mut clerk = book(&place);
    clerk.sees("Terbit, diganti 400.9").sees("Belum dipastikan").types("<down><enter>");
    clerk.types("<f9>").sees("sudah diganti dengan surat lain");
    drop(clerk);
    let letters = &place.request(&ticket).referrals[0].letters;
    assert_eq!(place.issued(letters[0]).replaced_by, Some(letters[1]));
    assert_eq!(place.issued(letters[1]).state, State::Reserved);
}

#[test]
fn the_code_of_a_stub_and_one_digit_bring_the_result_back() {
    let place = Place::founded();
    let (mut clerk, ticket) = letter(&place);
    prints(&mut clerk, &printer(&place, TAKES));
    drop(clerk);
    let issued = place.issued(place.request(&ticket).referrals[0].letters[0]);
    let code = issued.stub.unwrap().to_string().to_lowercase().replace('-', "");
    let mut clerk = place.at(TODAY);
    clerk.types(&format!("<f3>{code}<enter>")).sees("Potongan surat 400.9/001").sees("BPJS");
    insta::assert_snapshot!("potongan_80", clerk.screen().replace(&ticket, "TIKET"));
    clerk.types("2").sees("Tersimpan: Selesai.");
    clerk.types(&format!("<esc><f3>{code}<enter><enter>")).sees("sudah tercatat");
    drop(clerk);
    assert_eq!(place.request(&ticket).referrals[0].status, Status::Finished);
}

#[test]
fn a_letter_is_checked_at_the_desk_by_what_its_square_holds() {
    let place = Place::founded();
    let (mut clerk, ticket) = letter(&place);
    prints(&mut clerk, &printer(&place, TAKES));
    drop(clerk);
    let issued = place.issued(place.request(&ticket).referrals[0].letters[0]);
    let square = issued.text.lines().find_map(|line| line.strip_prefix("tanda\t")).unwrap();
    let mut clerk = book(&place);
    clerk.types("v").sees("Periksa surat").types("bukan<f2>").sees("isi kotak QR");
    clerk.types("<c-u>").pastes(square).types("<f2>").sees("ASLI").sees("400.9/001");
    insta::assert_snapshot!("periksa_surat_80", clerk.screen().replace(&ticket, "TIKET"));
}

#[test]
fn a_letter_of_any_kind_is_written_from_the_request_and_stays_a_draft_until_then() {
    let place = Place::founded();
    let ticket =
        place.takes_cover("ktp;kk;kartu_bpjs_kis;surat_keterangan_butuh_layanan_dari_fask");
    let mut clerk = place.at(TODAY);
    clerk
        .types("s")
        .sees("Surat atau slip apa?")
        .types("surat keterangan<enter>")
        .sees("Surat Keterangan");
    clerk.types("Tinggal di alamat itu bersama dua orang anak<esc>").sees("konsep");
    clerk.types("ssurat keterangan<enter>").sees("bersama dua orang anak").types("<f2>");
    clerk.sees("Surat 400.9/001/PSKS/XI/2026");
    clerk.sees("SURAT KETERANGAN");
    prints(&mut clerk, &printer(&place, TAKES));
    clerk.types("<esc>").sees("400.9/001/PSKS/XI/2026 · Keterangan");
    insta::assert_snapshot!("permohonan_bersurat", clerk.screen().replace(&ticket, "TIKET"));
    drop(clerk);
    let mut clerk = book(&place);
    clerk.types("<c-n>").sees("Surat tulis tangan").types("undangan<enter>").sees("Undangan");
}

#[test]
fn what_was_told_wrong_is_told_again_for_the_letter_that_replaces_it() {
    let place = Place::founded();
    place.takes_cover("ktp;kk;kartu_bpjs_kis;surat_keterangan_butuh_layanan_dari_fask");
    let mut clerk = place.at(TODAY);
    clerk.types("ssurat keterangan<enter>Tinggal di alamat lama<f2>").sees("Surat 400.9/001");
    prints(&mut clerk, &printer(&place, TAKES));
    clerk.types("g").sees("Surat Keterangan").sees("Tinggal di alamat lama");
    // Half-typed it is a draft like any other, and of no consequence for the old one.
    clerk.types(" sekali<esc>").sees("konsep");
    drop(clerk);
    let mut clerk = book(&place);
    clerk.types("<esc>8").sees("400.9/001").types("<enter>").sees("Tinggal di alamat lama");
    clerk.types("<c-u>Tinggal di alamat baru<f2>").sees("Surat 400.9/002");
    drop(clerk);
    let letters = place.posted();
    assert_eq!(letters[0].replaced_by, Some(letters[1].id));
    assert!(letters[1].text.contains("Tinggal di alamat baru"));
    assert!(letters[1].text.contains("400.9/001/PSKS/XI/2026"));
}

#[test]
fn a_list_that_was_looked_at_still_shows_only_what_was_typed() {
    let place = Place::founded();
    place.takes_cover("ktp;kk;kartu_bpjs_kis;surat_keterangan_butuh_layanan_dari_fask");
    let mut clerk = place.at(TODAY);
    clerk.types("r<c-u>sosial<f4>").sees("Dinas Sosial Provinsi").misses("Babinsa");
    clerk.types("<esc><f4>").sees("Dinas Sosial Provinsi").misses("Babinsa");
}
