//! How a form behaves under the hands of a clerk.
use loket::tui::screen::Msg;

use crate::{clerk::Clerk, demo};

#[test]
fn a_form_looks_like_this_at_the_design_size() {
    let mut clerk = demo::form();
    insta::assert_snapshot!(clerk.types("64710545<enter>Siti Aminah<enter>p<enter>").screen());
}

#[test]
fn a_form_looks_like_this_in_a_small_window() {
    let mut clerk = demo::form();
    let screen = clerk.size(40, 12).types("64710545<enter>Siti<enter>x<enter>").screen();
    insta::assert_snapshot!(screen);
}

#[test]
fn enter_tab_and_down_go_on_up_and_shift_tab_go_back_and_none_saves() {
    let mut clerk = demo::form();
    clerk.stands_at(">           NIK:");
    clerk.types("<enter>").stands_at("Nama lengkap:").types("<tab>").stands_at("Jenis kelamin:");
    clerk.types("<down>").stands_at("Desa:").types("<up>").stands_at("Jenis kelamin:");
    clerk.types("<s-tab>").stands_at("Nama lengkap:");
    clerk.types("<enter><enter><enter><enter><enter><enter><enter><enter>").stands_at("");
    clerk.misses("Tersimpan.").sees("Permohonan baru");
}

#[test]
fn enter_at_the_last_question_says_how_to_save() {
    let mut clerk = demo::form();
    clerk.types("<pgdn>").stands_at("Keluhan:").types("<enter>");
    clerk.sees("Ini isian terakhir. Tekan F2 untuk menyimpan.");
}

#[test]
fn a_wrong_answer_is_told_when_left_forwards_and_forgiven_at_the_next_key() {
    let mut clerk = demo::form();
    clerk.types("64710545").misses("!").types("<enter>").sees("! NIK harus 16 angka, baru 8");
    clerk.types("<up>").sees("NIK harus 16 angka, baru 8.").types("0").misses("!");
    clerk.sees("16 angka, seperti pada KTP.");
}

#[test]
fn going_back_judges_nothing() {
    let mut clerk = demo::form();
    clerk.types("6471054509900001<enter><up>").misses("!");
}

#[test]
fn a_wrong_answer_never_holds_the_cursor_back() {
    demo::form().types("12<enter>").stands_at("Nama lengkap:").sees("! NIK");
}

#[test]
fn saving_goes_to_the_first_wrong_answer_and_tells_all_of_them() {
    let mut clerk = demo::form();
    clerk.types("<enter><enter>l<enter><f2>").stands_at("NIK:");
    clerk
        .sees("! NIK harus diisi")
        .sees("NIK harus diisi. Masih ada 1 isian lain yang perlu diperbaiki.")
        .sees(" ! harus diisi")
        .misses("Nama wakil harus");
}

#[test]
fn what_is_right_is_saved() {
    let mut clerk = demo::form();
    clerk.types("6471054509900001<enter>Siti<enter>p<f2>").sees("Tersimpan.").sees("Tamu 1");
}

#[test]
fn what_looks_odd_is_shown_at_its_field_and_saved_when_confirmed() {
    let mut clerk = demo::form();
    clerk.types("6471054509900001<enter>NN<enter>p<f2>").stands_at("Nama lengkap:");
    clerk.sees("? nama terlihat belum");
    clerk.sees("Nama lengkap: nama terlihat belum lengkap. Periksa, lalu tekan F2").types("<f2>");
    clerk.sees("Tersimpan.");
}

#[test]
fn what_looked_odd_is_forgotten_when_the_answer_changes() {
    let mut clerk = demo::form();
    clerk.types("6471054509900001<enter>NN<enter>p<f2>").sees(" ? ").types("a").misses(" ? ");
}

#[test]
fn a_filled_answer_is_not_erased_by_the_first_key() {
    let mut clerk = demo::form();
    clerk.types("<enter>Siti<enter><up> Aminah").sees("Siti Aminah___");
}

#[test]
fn the_cursor_goes_about_inside_an_answer() {
    let mut clerk = demo::form();
    clerk.types("<enter>iti Aminah<home>S").sees(": Siti Aminah_");
    clerk.types("<end>h<left><bs><del><home><del>s").sees(": siti Amina_");
    clerk.types("<end><c-w>").sees(": siti _").types("<c-u>").sees(": ______");
}

#[test]
fn the_cursor_of_the_terminal_stands_behind_the_answer() {
    let mut clerk = demo::form();
    let before = clerk.cursor();
    let after = clerk.types("64").cursor();
    assert_eq!((after.x - before.x, after.y), (2, before.y));
    let wide = clerk.types("<enter>愛").cursor();
    assert_eq!(wide.x, after.x);
}

#[test]
fn a_code_is_found_by_the_beginning_of_its_words() {
    let mut clerk = demo::form();
    clerk.types("<enter><enter>pE").sees("Perempuan").types("<enter>").sees("Perempuan___");
    clerk.types("<up>").stands_at("Perempuan").types("<enter>").sees("Perempuan___");
}

#[test]
fn a_word_that_fits_no_choice_stays_and_is_told() {
    let mut clerk = demo::form();
    clerk.types("<enter><enter>z").sees("Tidak ada pilihan yang cocok; F4 menampilkan semuanya.");
    clerk.types("<enter>").sees("! harus salah satu pilihan").sees(": z____");
    clerk.stands_at("Jenis kelamin:").types("<enter>").stands_at("Desa:").sees("! harus salah");
}

#[test]
fn a_word_that_fits_several_choices_asks_for_more() {
    let mut clerk = demo::form();
    clerk.types("<enter><enter><enter>desa 1").sees("119 cocok: Desa 1 · Desa 10 · Desa 11");
    clerk.types("<c-u>des<enter>").sees("! cocok dengan").types("<up>");
    clerk.sees("Desa cocok dengan beberapa pilihan; ketik lebih lengkap.");
    clerk.types("a 199<enter>").misses("! Desa").sees("Desa 199__");
}

#[test]
fn the_list_of_choices_opens_with_what_was_typed() {
    let mut clerk = demo::form();
    clerk.types("<enter><enter><enter>sa 19<f4>").sees("Permohonan baru > Desa").sees("1/12");
    clerk.types("<down><down><enter>").sees("Desa 190___").stands_at("Diwakili:");
}

#[test]
fn several_choices_are_ticked_in_their_list() {
    let mut clerk = demo::form();
    clerk.types("<f6><down><f4>").sees("> [ ] Fotokopi KTP");
    clerk.types("<space><down><down><space>").sees("[x] Fotokopi KTP").sees("> [x] Surat");
    clerk.types("<enter>").sees("Fotokopi KTP; Surat keterangan, asli_");
    clerk.types("<up><f4>").sees("[x] Fotokopi KTP").sees("[ ] Fotokopi KK");
    clerk.types("<esc>").sees("Fotokopi KTP; Surat");
}

#[test]
fn several_choices_can_be_typed_with_signs_between() {
    let mut clerk = demo::form();
    clerk.types("<f6><down>ktp; foto r<enter>").sees("Fotokopi KTP; Foto rumah_");
    clerk.types("<up><c-u>kk;kk<enter>").sees("! tidak boleh disebut");
}

#[test]
fn a_mark_is_set_and_taken_off_with_the_space_bar() {
    let mut clerk = demo::form();
    clerk.types("<f6>").stands_at("[ ]").types(" ").stands_at("[x]").types(" ").stands_at("[ ]");
    let x = clerk.cursor().x;
    assert_eq!(clerk.row().chars().nth(usize::from(x) - 1), Some('['));
}

#[test]
fn a_question_that_does_not_apply_stays_in_its_place_and_is_skipped() {
    let mut clerk = demo::form();
    clerk.types("<f6>").sees("Nama wakil: ------").types("<enter>").stands_at("Berkas:");
    clerk.types("<up>").stands_at("Diwakili:").types(" ").sees("Nama wakil: ______");
    clerk
        .types("<enter>")
        .stands_at("Nama wakil:")
        .types("<enter>")
        .sees("! Nama wakil harus diisi");
    clerk.types("<up><up> ").sees("Nama wakil: ------").misses("! Nama wakil");
}

#[test]
fn the_next_part_comes_with_f6_and_the_first_after_the_last() {
    let mut clerk = demo::form();
    clerk.types("<f6>").stands_at("Diwakili:").types("<c-b>").stands_at("NIK:");
}

#[test]
fn a_paste_is_one_line_and_goes_nowhere_else() {
    let mut clerk = demo::form();
    clerk
        .types("<enter>")
        .pastes("Siti\r\nAminah\tbinti\u{1b}Ali\n\u{202e}")
        .stands_at("Nama lengkap:");
    clerk.sees(": Siti Aminah bintiAli _");
}

#[test]
fn a_paste_into_digits_leaves_the_digits() {
    let mut clerk = demo::form();
    clerk.pastes("NIK: 6471.0545-0990 ０００１\n").sees("6471054509900001").stands_at("NIK:");
}

#[test]
fn blanks_dots_and_dashes_between_digits_are_not_taken() {
    demo::form().types("64.71-05 45").sees(": 64710545_").types("O").sees(": 64710545O_");
}

#[test]
fn a_long_answer_is_broken_between_words_and_rolls_with_the_cursor() {
    let mut clerk = demo::form();
    clerk.types("<pgdn>").pastes(&"Atap rumah bocor sejak banjir bulan lalu. ".repeat(6));
    clerk.stands_at("banjir bulan lalu.").misses("Keluhan: Atap rumah");
    clerk.types("<home>").stands_at("Keluhan: Atap rumah");
}

#[test]
fn the_focus_stays_in_sight_in_a_short_window_and_says_where_it_is() {
    let mut clerk = demo::form();
    clerk.size(80, 8).sees("1/8").types("<pgdn>").sees("8/8").stands_at("Keluhan:");
    clerk.types("<pgup>").sees("1/8").sees("── Warga").stands_at("NIK:");
}

#[test]
fn the_last_answer_to_a_question_comes_again_with_f5() {
    let mut clerk = demo::form();
    clerk.types("<f5>").sees("Ulangi belum bisa: isian ini belum pernah dijawab.");
    clerk.types("6471054509900001<enter>Siti<enter>p<f2><f3><down><f5>").sees("Siti____");
    clerk.stands_at("Jenis kelamin:").types("<c-r>").sees("Perempuan__");
}

#[test]
fn other_messages_leave_a_form_as_it_is() {
    let mut clerk: Clerk = demo::form();
    let before = clerk.types("12").screen();
    assert_eq!(clerk.hears(Msg::Again).hears(Msg::Resize).screen(), before);
}
