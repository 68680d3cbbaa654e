//! What the shell does around every screen.
use loket::{
    fault::Fault,
    tui::{job::Job, screen::Msg, shell::Order},
};

use crate::demo::{KEPT, desk, form};

#[test]
fn a_list_looks_like_this_at_the_design_size() {
    insta::assert_snapshot!(desk().types("<down><down>").screen());
}

#[test]
fn a_list_looks_like_this_in_a_small_window() {
    insta::assert_snapshot!(desk().size(40, 12).types("<end>").screen());
}

#[test]
fn the_path_grows_with_every_screen_and_the_clerk_and_the_day_stand_beside_it() {
    let mut clerk = form();
    clerk.sees("Permohonan baru").sees("Rina · 17 Agu 2026");
    clerk.types("<f1>").sees("Permohonan baru > Bantuan").types("<esc>").misses("> Bantuan");
}

#[test]
fn help_begins_with_the_question_and_ends_with_all_keys() {
    let mut clerk = form();
    clerk.types("<f1>").sees("NIK\n  16 angka, seperti pada KTP.").sees("F2        Simpan");
    clerk.types("<f1>").sees("Semua tombol").sees("Simpan        F2, Ctrl-S").types("<esc>");
    clerk.stands_at("NIK:");
}

#[test]
fn the_palette_names_every_command_and_does_the_chosen_one() {
    let mut clerk = form();
    clerk.types("<c-k>").sees("Simpan        F2, Ctrl-S").sees("Keluar").misses("Lanjut");
    clerk.sees("(belum bisa: permohonan ini belum disimpan)");
    clerk.types("bag").sees("> Bagian").misses("Simpan").types("<enter>").stands_at("Diwakili:");
    clerk.types("<f10>bantu<enter>").sees("> Bantuan");
}

#[test]
fn a_refused_command_stays_in_the_footer_and_answers_with_the_reason() {
    let mut clerk = form();
    clerk.sees("(F9 Cetak)").types("<f9>");
    clerk.sees("Cetak belum bisa: permohonan ini belum disimpan.").types("x").misses("belum bisa");
}

#[test]
fn the_footer_shows_only_what_works_here() {
    let mut clerk = desk();
    clerk.misses("Simpan").types("<f2>").sees("Tamu 1").types("<f3>").sees("F2 Simpan");
}

#[test]
fn a_narrow_footer_keeps_the_way_to_all_commands() {
    form().size(40, 12).sees("F1 Bantuan  Esc Kembali  Ctrl-K Semua").misses("Ulangi");
}

#[test]
fn letters_are_commands_in_lists_and_letters_in_forms() {
    let mut clerk = desk();
    clerk.types("t").sees("Tanda terima tampil.").types("<f3><enter>t").sees(": t____");
}

#[test]
fn a_list_is_walked_with_arrows_and_pages_and_the_cursor_follows() {
    let mut clerk = desk();
    clerk.stands_at("> Tamu 1").sees("1/40").types("<down>").stands_at("> Tamu 2");
    clerk
        .types("<end>")
        .stands_at("> Tamu 40")
        .sees("40/40")
        .types("<pgup>")
        .stands_at("> Tamu 22");
    clerk.types("<home>").stands_at("> Tamu 1 ").types("<up>").stands_at("> Tamu 1 ");
}

#[test]
fn the_place_in_a_list_is_kept_while_another_screen_is_open() {
    desk()
        .types("<pgdn><down><enter>")
        .sees("NIK:")
        .size(80, 24)
        .types("<esc>")
        .stands_at("> Tamu 20");
}

#[test]
fn a_question_is_answered_with_no_unless_yes_is_chosen() {
    let mut clerk = desk();
    clerk.types("<del>").sees("Hapus tamu ini untuk selamanya?").stands_at("> Tidak");
    clerk.types("<enter>").misses("dihapus").types("<del><right>").stands_at("> Ya");
    clerk.types("<enter>").sees("Tamu dihapus.").types("<del>y<esc>").misses("dihapus");
}

#[test]
fn control_c_says_how_to_quit_and_control_q_quits() {
    let mut clerk = desk();
    clerk.types("<c-c>").sees("Ctrl-Q menutup Loket; Ctrl-C tidak.");
    assert!(!clerk.has_gone());
    clerk.types("<esc>").sees("Ini layar pertama.");
    assert!(!clerk.has_gone());
    clerk.types("<c-q>");
    assert!(clerk.has_gone());
}

#[test]
fn a_job_shows_how_far_it_is_and_can_be_stopped() {
    let mut clerk = desk();
    clerk.types("<c-x>").sees("Hentikan belum bisa").types("<f9>");
    assert!(matches!(&clerk.orders[..], [Order::Run(Job::Save { .. })]));
    clerk.hears(Msg::Progress { done: 1_200, of: 2_400 });
    clerk.sees("1.200 dari 2.400 [##########          ]").sees("Ctrl-X menghentikan");
    clerk.types("<c-x>");
    assert_eq!(clerk.orders.last(), Some(&Order::Stop));
    clerk.hears(Msg::Finished(Ok("Tercetak.".to_owned()))).sees("Tercetak.").misses("Hentikan");
}

#[test]
fn a_job_that_fails_says_what_happened_and_what_to_do() {
    let mut clerk = desk();
    let why = std::io::Error::other("kertas habis");
    clerk.hears(Msg::Finished(Err(Fault::Device { name: "printer", why })));
    clerk.sees("Printer tidak dapat dipakai: kertas habis. Periksa alat atau foldernya, lalu");
    clerk.sees("ulangi; tidak ada yang hilang.").stands_at("> Tamu 1");
}

#[test]
fn a_draft_is_kept_at_every_key_and_only_when_it_changed() {
    let mut clerk = form();
    let kept = || KEPT.with_borrow(Vec::len);
    clerk.types("<down><up>");
    assert_eq!(kept(), 0);
    clerk.types("12<enter>");
    assert_eq!(kept(), 2);
    clerk.types("<up><down><f1><esc>");
    assert_eq!(kept(), 2);
    clerk.types("Siti<esc>").sees("Tamu 1");
    assert_eq!(KEPT.with_borrow(|kept| kept.last().unwrap().named("nama").to_owned()), "Siti");
}

#[test]
fn a_draft_is_kept_when_the_terminal_goes() {
    let mut clerk = form();
    clerk.types("12").hears(Msg::Gone);
    assert!(clerk.has_gone());
    assert_eq!(KEPT.with_borrow(|kept| kept.last().unwrap().named("nik").to_owned()), "12");
}

#[test]
fn the_last_cell_of_the_window_stays_blank() {
    for (width, height) in [(80, 24), (40, 12), (53, 20)] {
        let screen = form().size(width, height).screen();
        let last = screen.lines().last().unwrap();
        assert!(last.chars().count() < usize::from(width), "{last}");
    }
}

#[test]
fn help_and_palette_look_like_this_in_both_windows() {
    for (name, key) in [("bantuan", "<f1>"), ("semua", "<c-k>")] {
        for (width, height) in [(80, 24), (40, 12)] {
            let mut clerk = form();
            let screen = clerk.size(width, height).types(key).screen();
            insta::assert_snapshot!(format!("{name}_{width}"), screen);
        }
    }
}
