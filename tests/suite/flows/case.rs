//! A request from its missing papers to its outcome.
use std::fs;

use loket::{
    desk::lists::Which,
    domain::{letter::State, road::Status},
    print::spool::printers::Spool,
};

use crate::case_desk::{Place, TODAY, work};

const NUMBER: &str = "400.9/001/PSKS/XI/2026";
const FILE: &str = "400.9-001-PSKS-XI-2026";

#[test]
fn a_request_goes_from_missing_papers_by_a_letter_to_its_outcome() {
    let place = Place::founded();
    let ticket = place.takes_cover("ktp;kk");
    let mut clerk = place.at(TODAY);
    clerk.sees("Kurang berkas").sees("Siti Aminah").sees("6471").misses("6471055405850003");
    clerk.sees("[x] KTP").sees("[ ] kartu BPJS/KIS").sees("dihitung sejak berkas lengkap");

    // The papers come.
    clerk.types("<f8>").sees("Terima berkas yang kurang").types("terima<enter>");
    clerk.types("<f2>").sees("Sudah dibawa harus diisi").stands_at("Sudah dibawa:");
    clerk.types("<f4>").misses("KK").types("<space><down><space><enter>");
    clerk.types("<f2>").sees("Tersimpan. Status sekarang: Diproses.");
    clerk
        .types("<end>")
        .sees("Terima berkas yang kurang")
        .types("<home>")
        .sees("[x] kartu BPJS/KIS");

    // It is referred, and the letter is seen and saved.
    clerk.types("r").sees("berobat; Kartu KIS mati").types("bpjs<enter>");
    clerk
        .types("<f2>")
        .sees(&format!("Surat {NUMBER}"))
        .sees("Belum dipastikan tercetak. K kertas: A4");
    clerk.sees("PEMERINTAH KOTA BALIKPAPAN").types("<pgdn>").sees("Siti Aminah");
    clerk.types("<f2>");
    work(&mut clerk, &Spool::default());
    clerk.sees("sudah keluar dan benar?").sees(FILE);
    clerk
        .types("y<enter>")
        .sees(&format!("Nomor {NUMBER} sudah pasti. Rujukan sekarang: Diserahkan"));
    assert_eq!(place.letters(), [format!("{FILE}.pdf"), format!("{FILE}.txt")]);
    assert!(fs::read(place.letter(&format!("{FILE}.pdf"))).unwrap().starts_with(b"%PDF"));
    let text = fs::read_to_string(place.letter(&format!("{FILE}.txt"))).unwrap();
    assert!(text.contains("6471 0554 0585 0003") && text.contains(NUMBER), "{text}");

    // It cannot be closed while nobody knows what came of it.
    clerk.types("<esc>").sees("Dirujuk").sees("Diserahkan ke warga");
    clerk.types("<f8>tutup<enter>terlayani<enter><f2>");
    clerk.sees("Masih ada rujukan yang belum berakhir. Catat dahulu kabar rujukannya");
    clerk.types("<esc>").sees("Dirujuk");
    drop(clerk);

    // A week later.
    let mut clerk = place.at("2026-12-01 10:30");
    clerk.sees(&ticket).types("<enter>").sees("BPJS Kesehatan").sees("1 kali keluar");
    clerk.types("<f8>").sees("Kabar dari BPJS Kesehatan").types("selesai<enter>terlayani<enter>");
    clerk.pastes("Kartu aktif lagi,\nkata Bu Siti").types("<f2>");
    clerk.sees("Kabar tersimpan: Selesai. Tekan F8 untuk menutup permohonan ini.");
    clerk.sees("Kartu aktif lagi, kata Bu Siti");
    // What she tried a week ago still stands there.
    clerk.types("<f8>").sees("Langkah dari Dirujuk").sees("Tutup dengan hasil").types("<f2>");
    clerk.sees("Tersimpan. Status sekarang: Selesai.");
    clerk.types("<f8>").sees("Langkah belum bisa");
    clerk.types("<esc>").sees("Kebutuhan warga terlayani").types("r").sees("sudah ditutup");
    drop(clerk);
    assert_eq!((place.counts(Which::Open), place.counts(Which::All)), (0, 1));
    let request = place.request(&ticket);
    assert_eq!(request.status, Status::Done);
}

#[test]
fn what_was_noted_wrongly_of_a_request_is_corrected_on_its_file() {
    let place = Place::founded();
    let ticket = place.takes_cover("ktp;kk");
    let mut clerk = place.at(TODAY);
    clerk.sees("[x] KK").types("<c-e>").sees(&format!("Ubah {ticket}")).stands_at("Lewat:");
    clerk.types("<tab><c-u>kartu mati sejak Oktober").types("<f6><f6>").stands_at("Sudah dibawa:");
    insta::assert_snapshot!("ubah_permohonan", clerk.screen());
    clerk.types("<f4><down><space><enter><f2>").sees("Masih kurang: KK, kartu BPJS/KIS");
    clerk.sees("[ ] KK").types("<c-e><esc>").sees("[ ] KK");
    clerk.types("<pgdn>").sees("kartu mati sejak Oktober").types("<f7>");
    work(&mut clerk, &Spool::default());
    clerk.sees("kartu mati sejak Oktober").sees("Berkas KK: 24-11-2026 menjadi belum dibawa");
    // What was left half-typed waits for this very request.
    clerk.types("<esc><c-e><tab>.<esc>").sees("Status").types("<c-e>");
    clerk.sees(&format!("Ubah {ticket}")).sees("kartu mati sejak Oktober.");
}

#[test]
fn a_letter_that_did_not_come_out_keeps_its_number_until_it_does() {
    let place = Place::founded();
    place.takes_cover("ktp;kk;kartu_bpjs_kis;surat_keterangan_butuh_layanan_dari_fask");
    let mut clerk = place.at(TODAY);
    clerk.types("rbpjs<enter><f2>").sees(NUMBER).types("<f2>");
    work(&mut clerk, &Spool::default());
    clerk.types("<enter>").sees("tetap dipesan. F9 mencetak lagi;").sees(NUMBER);
    clerk.types("<esc><enter>").sees("Draf").sees("Belum dipastikan tercetak");
    clerk.types("<f8>").sees("F4 memilih: Batalkan rujukan.").types("<esc>");
    clerk.types("s").sees(NUMBER).types("<f8>").sees("sudah keluar dan benar?");
    clerk.types("y<enter>").sees("sudah pasti").types("<f8>").sees("surat ini sudah terbit");
    clerk.types("<esc>").sees("Diserahkan ke warga").sees("Terbit");

    // A second referral takes the next number, a copy of the first letter does not.
    clerk.types("<enter><f2>");
    work(&mut clerk, &Spool::default());
    clerk.sees("salinan ke-2.").types("<esc><esc>");
    clerk.types("rdinas sosial kota<enter><f2>").sees("Surat 400.9/002/PSKS/XI/2026");
}

#[test]
fn letters_ask_for_their_command_with_caps_lock_too() {
    let place = Place::founded();
    place.takes_cover("ktp;kk;kartu_bpjs_kis;surat_keterangan_butuh_layanan_dari_fask");
    let mut clerk = place.at(TODAY);
    clerk.types("RBPJS<enter><f2>").sees(NUMBER).types("K").sees("F4 (215 x 330 mm)");
    clerk.types("<f2>");
    work(&mut clerk, &Spool::default());
    clerk.types("Y<enter>").sees("sudah pasti").types("<esc>").sees("Diserahkan ke warga");
    clerk.types("<esc>").types("<f3>RATNA").sees("RATNA");
}

#[test]
fn the_paper_of_a_letter_changes_with_a_key() {
    let place = Place::founded();
    place.takes_cover("ktp;kk;kartu_bpjs_kis;surat_keterangan_butuh_layanan_dari_fask");
    let mut clerk = place.at(TODAY);
    clerk.types("rbpjs<enter><f2>").sees("A4 (210 x 297 mm)").types("k").sees("F4 (215 x 330 mm)");
    clerk.types("k").sees("F4 sempit").types("k").sees("A4").types("<c-k>kertas<enter>").sees("F4");
}

#[test]
fn a_case_is_found_by_every_number_on_its_papers() {
    let place = Place::founded();
    let ticket =
        place.takes_cover("ktp;kk;kartu_bpjs_kis;surat_keterangan_butuh_layanan_dari_fask");
    let mut clerk = place.at(TODAY);
    clerk.types("rbpjs<enter><f2>").sees(NUMBER).types("<esc>");
    for typed in [&ticket, "00001/2026", "pmh-202611-00001", "PMH20261100001", "pmh-2026"] {
        clerk.types("<f3>").types(typed).sees("Tiket").sees(&format!("> {ticket} "));
        clerk.sees("Dirujuk").misses("Lahir/umur").types("<enter>").sees("BPJS Kesehatan");
        clerk.types("<esc><esc>");
    }
    for typed in ["RJK-202611-00001", "rjk-"] {
        clerk.types("<f3>").types(typed).sees("> RJK-202611-00001-").sees("BPJS Kesehatan");
        clerk.misses("Lahir/umur").types("<enter>").sees("Enter membuka surat");
        clerk.types("<esc><esc>");
    }
    for typed in [NUMBER, "400.9/001/psks/xi/2026"] {
        clerk.types("<f3>").types(typed).sees(&ticket).sees("RJK-202611-00001-");
        clerk.sees("surat").types("<down><enter>").sees("BPJS Kesehatan").types("<esc><esc>");
    }
}

#[test]
fn mere_advice_leaves_no_letter_and_the_request_as_it_was() {
    let place = Place::founded();
    let ticket = place.takes_cover("ktp");
    let mut clerk = place.at(TODAY);
    clerk.types("rpuskesmas<enter><enter>").stands_at("Cara:").types("<f4><down><enter><f2>");
    clerk.sees("Arahan ke Puskesmas tercatat, tanpa surat.").sees("Kurang berkas");
    clerk.types("<enter>").sees("Hanya arahan").sees("Tanpa surat.").types("s");
    clerk.sees("ini hanya arahan, tanpa surat");
    drop(clerk);
    let request = place.request(&ticket);
    assert_eq!((request.status, request.referrals[0].letters.len()), (Status::Lacking, 0));
}

#[test]
fn what_was_half_typed_comes_back_for_its_own_request_only() {
    let place = Place::founded();
    place.takes_cover("ktp;kk");
    let mut clerk = place.at(TODAY);
    clerk.types("<f8>batalkan<enter>permintaan<enter>Sudah dapat di tempat lain<esc>");
    clerk.types("<f8>").sees("Sudah dapat di tempat lain").sees("Permintaan warga").types("<esc>");
    drop(clerk);
    place.takes_cover("ktp");
    let mut clerk = place.at(TODAY);
    clerk.sees("PMH-202611-00002").types("<f8>").sees("Langkah dari Kurang").misses("Sudah dapat");
}

#[test]
fn another_step_asks_its_reason_anew() {
    let place = Place::founded();
    place.takes_cover("ktp;kk");
    let mut clerk = place.at(TODAY);
    clerk.types("<f8>batalkan<enter>permintaan<enter><up><up>").stands_at("Batalkan");
    clerk.types("<f4>hubungi<enter>").stands_at("Alasan/hasil:").misses("Permintaan warga");
    clerk.types("<f2>").sees("Alasan/hasil harus diisi");
}

#[test]
fn the_receipt_is_seen_and_saved() {
    let place = Place::founded();
    let ticket = place.takes_cover("ktp;kk");
    let mut clerk = place.at(TODAY);
    clerk.types("t").sees("Tanda Terima 00001/2026").sees("S. A.").sees("kartu BPJS/KIS");
    clerk.misses("Aminah").types("<f2>").types("<f2>").sees("masih berjalan");
    work(&mut clerk, &Spool::default());
    clerk.sees("Tersimpan di ").types("<pgdn>").sees("GRATIS");
    let names: Vec<_> = ["pdf", "txt"].map(|e| format!("tanda-terima-{ticket}.{e}")).into();
    assert_eq!(place.letters(), names);
    clerk.types("<esc>").sees("Kurang berkas").types("<c-q>");
    assert!(clerk.has_gone());
}

#[test]
fn a_job_whose_screen_was_left_asks_nobody() {
    let place = Place::founded();
    let ticket =
        place.takes_cover("ktp;kk;kartu_bpjs_kis;surat_keterangan_butuh_layanan_dari_fask");
    let mut clerk = place.at(TODAY);
    clerk.types("rbpjs<enter><f2><f2><f1>");
    work(&mut clerk, &Spool::default());
    clerk.sees("Bantuan").types("<esc>").sees("sudah keluar dan benar?").types("<esc><f2><esc>");
    work(&mut clerk, &Spool::default());
    clerk.sees("Tersimpan di ").sees("Dirujuk").misses("sudah keluar dan benar?");
    drop(clerk);
    let letters = &place.request(&ticket).referrals[0].letters;
    assert_eq!(letters.len(), 1);
    assert_eq!(place.issued(letters[0]).state, State::Reserved);
}
