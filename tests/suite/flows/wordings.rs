//! An office that puts its letters into its own words, by the keyboard.
use insta::assert_snapshot;

use crate::{
    clerk::Clerk,
    flows::settled::{Office, goes},
    front_desk,
};

/// The way from the settings to the pieces.
const PIECES: &str = "<down><down><down><down><down><enter>";

/// Opens a piece of the letters.
fn piece<'a>(clerk: &'a mut Clerk, name: &str) -> &'a mut Clerk {
    clerk.types("<esc><esc><esc><home>").types(PIECES).sees("Templat surat");
    goes(clerk, "<down>", name);
    clerk.types("<enter>")
}

/// The piece with the greeting.
fn head(clerk: &mut Clerk) -> &mut Clerk {
    piece(clerk, "Kepala surat korespondensi")
}

/// The piece that says who it is.
fn warga(clerk: &mut Clerk) -> &mut Clerk {
    piece(clerk, "Siapa orangnya")
}

#[test]
fn the_pieces_of_one_kind_stand_in_the_order_of_the_paper() {
    let mut office = Office::settled("templat-jenis");
    let clerk = &mut office.clerk;
    clerk.types("<down><down><down><down><enter>");
    goes(clerk, "<down>", "Surat Rujukan ");
    clerk.types("s").sees("Surat > Surat Rujukan").sees("Dari atas ke bawah surat.");
    assert_snapshot!("templat_jenis_80", clerk.screen());
    clerk.stands_at("Kop");
    goes(clerk, "<down>", "Surat Rujukan");
    clerk.types("<enter>");
    clerk.sees("dokumen: Surat Rujukan");
    office.done();
}

#[test]
fn a_word_is_changed_seen_kept_and_taken_back() {
    let mut office = Office::settled("templat");
    let clerk = head(&mut office.clerk);
    clerk.sees("F4: isian dan penanda.").types("<right>").sees("catatan bagi yang mengubah; tidak");
    clerk.types("<f2>");
    clerk.sees("Simpan belum bisa: belum ada yang diubah.").types("x<bs><f2>");
    clerk.sees("Simpan belum bisa: belum ada yang diubah.");
    goes(clerk, "<down>", "rata: Dengan hormat,");
    clerk.sees("rata: paragraf tanpa menjorok").types("<end><bs><c-w>santun,<c-y>");
    clerk.sees("Contoh, tidak dicetak.").types("<down><down><down><down><down><down>");
    clerk.sees("Dengan santun,");
    clerk.types("k").sees("F4 (215 x 330 mm)").types("<esc><f2>");
    clerk.sees("Tersimpan: Kepala surat korespondensi. Berlaku bagi surat berikutnya.");
    clerk.stands_at("Kepala surat").stands_at("24-11-2026").types("<f7>");
    clerk.types("<esc>").stands_at("Kepala surat").types("<c-z>");
    clerk.sees("Dibatalkan: templat Kepala surat korespondensi kembali seperti semula.");
    clerk.stands_at("bawaan");
    office.done();
}

#[test]
fn a_mistake_brings_the_cursor_to_its_line_and_loses_nothing() {
    let mut office = Office::settled("templat-salah");
    let clerk = warga(&mut office.clerk);
    goes(clerk, "<down>", "data: NIK");
    clerk.types("<end><bs><bs>k}}<pgdn><pgdn><f2>");
    clerk.sees("Templat surat warga.txt baris 6: isian {{nikk}} tidak dikenal.");
    clerk.stands_at("data: NIK | {{nikk}}").types("<esc>").stands_at("bawaan").types("<enter>");
    clerk.sees("Tulisan yang belum disimpan dilanjutkan di sini. F2 menyimpannya.");
    goes(clerk, "<down>", "data: NIK");
    clerk.stands_at("{{nikk}}");
    office = office.starts_again();
    let clerk = warga(&mut office.clerk);
    clerk.sees("dilanjutkan di sini");
    goes(clerk, "<down>", "data: NIK");
    clerk.types("<end><bs><bs><bs>}}<esc><enter>").misses("dilanjutkan");
    office.done();
}

#[test]
fn a_field_and_a_mark_are_chosen_from_the_list() {
    let mut office = Office::settled("templat-pilih");
    let clerk = head(&mut office.clerk);
    goes(clerk, "<down>", "rata: Dengan hormat,");
    clerk.types("<end> <f4>").sees("Isian dan penanda").types("sifat surat");
    assert_snapshot!("templat_pilih_80", clerk.screen());
    clerk.types("<enter>").stands_at("Dengan hormat, {{sifat}}");
    clerk.types("<enter><f4>label isi menjorok<enter>Ganti<right><right><right><f4>jika pengganti");
    clerk.types("<enter>ada").stands_at("data: Ganti | {{#jika pengganti}}ada{{/jika}}");
    clerk.types("<c-z>").stands_at("data: Ganti | {{#jika pengganti}}{{/jika}}");
    office.done();
}

#[test]
fn words_that_are_too_many_are_told_before_they_are_kept() {
    let mut office = Office::settled("templat-panjang");
    let clerk = head(&mut office.clerk);
    goes(clerk, "<down>", "rata: Dengan hormat,");
    clerk.types("<end>").pastes(&"\npar: Kami mohon perhatian Bapak atau Ibu.".repeat(25));
    clerk.types("<f2>").sees("yang biasa pun menjadi 2 halaman pada A4").sees("F2 sekali lagi");
    // What it comes to is looked at before it is kept.
    clerk.types("<c-y>").sees("Contoh, tidak dicetak.").types("<end>").sees("halaman 2 dari 2");
    clerk
        .types("<pgup><pgup><pgup><up><up><up><up><up>")
        .sees("Bersambung ke halaman 2")
        .types("<esc>");
    // Whoever goes on typing is told again.
    clerk.types("<enter><bs><f2>").sees("menjadi 2 halaman pada A4").types("<f2>");
    clerk.sees("Tersimpan:");
    office.done();
}

#[test]
fn a_slip_too_long_to_be_cut_off_is_told_before_it_is_kept() {
    let mut office = Office::settled("templat-slip");
    let clerk = piece(&mut office.clerk, "Tanda Terima");
    clerk.types("<pgdn><pgdn><end>").pastes(&"\nrata: Terima kasih.".repeat(20));
    clerk.types("<f2>").sees("lebih panjang dari sepertiga halaman").sees("F2 sekali lagi");
    clerk.types("<f2>").sees("Tersimpan:");
    office.done();
}

#[test]
fn the_programs_own_words_are_looked_at_and_taken_up_again() {
    let mut office = Office::settled("templat-bawaan");
    let clerk = head(&mut office.clerk);
    goes(clerk, "<down>", "rata: Dengan hormat,");
    clerk.types("<end> Salam.<f2>").stands_at("24-11-2026").types("<enter><f6>");
    clerk.sees("Ini teks bawaan program.").sees("rata: Dengan hormat,").misses("Salam.");
    clerk.types("<esc>").sees("Dengan hormat, Salam.").types("<f6><f2>");
    clerk.sees("Teks bawaan ada di layar.").misses("Salam.").types("<c-z>");
    clerk.types("<pgup><pgup><pgup><pgup><pgup><pgup>");
    goes(clerk, "<down>", "Dengan hormat, Salam.");
    clerk.types("<f6><f2><f2>").sees("memakai kata-kata bawaan lagi.");
    clerk.stands_at("Kepala surat").stands_at("bawaan");
    office.done();
}

#[test]
fn a_piece_left_half_changed_is_among_the_drafts() {
    let office = front_desk::Office::new();
    let mut clerk = office.sit(0);
    clerk.types("9<home>").types(PIECES).types("<f7>");
    clerk.sees("Belum pernah diubah: kata-katanya masih bawaan.").types("<enter>");
    clerk.types("# kop kami<enter><esc><esc><esc><esc>8").stands_at("Templat surat");
    clerk.stands_at("# kop kami").types("<enter>").sees("dilanjutkan di sini");
    clerk.types("<f2>").sees("Tersimpan: Kop.").sees("Tidak ada isian yang belum selesai");
}

#[test]
fn the_words_look_like_this_and_no_window_is_too_small() {
    let mut office = Office::settled("templat-layar");
    let clerk = &mut office.clerk;
    for (name, keys) in [
        ("templat", ""),
        ("templat_salah", "<down><down><down><down><down><down><down>x<f2>"),
        ("templat_bawaan", "<bs><f6>"),
        ("templat_contoh", "<esc><c-y>"),
    ] {
        if name == "templat" {
            head(clerk);
        }
        clerk.types(keys);
        assert_snapshot!(format!("{name}_80"), clerk.screen());
        clerk.size(40, 12);
        assert_snapshot!(format!("{name}_40"), clerk.screen());
        for width in (1..=100).step_by(9) {
            for height in (1..=40).step_by(3) {
                clerk.size(width, height).screen();
            }
        }
        clerk.size(80, 24);
    }
    office.done();
}
