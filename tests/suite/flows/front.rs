//! The first screens: home, search, visitors, questions.
use crate::front_desk::Office;

#[test]
fn a_question_is_counted_and_closed_at_once() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<c-n>").sees("Tamu datang untuk").types("1").sees("Informasi");
    clerk.types("jadwal bansos<enter>info<f2>");
    clerk.sees("Tersimpan dan terhitung: register 00001/2026, tiket INF-202611-00001");
    clerk.stands_at("Kunjungan hari ini").stands_at(" 1 ");
    clerk.types("6").sees("Tidak ada yang terbuka");
}

#[test]
fn the_search_finds_a_part_of_name_nik_and_telephone() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<f3>siti aminah<c-n>6471055708850001<f6><f6><f6><f6>081254321098<f2>");
    clerk.sees("0812-5432-1098").types("<esc><esc>");
    for typed in ["amin", "AMINAH siti", "70885", "5432109"] {
        clerk.types("<f3>").types(typed).sees("Siti Aminah").sees("6471**5708******");
        clerk.types("<esc>");
    }
    clerk.types("<f3>5432109").sees("HP 0812-5432-1098").types("<esc>");
    clerk.types("<f3>budi").misses("Siti Aminah").sees("Tidak ada yang cocok");
    clerk.types("<f3>").misses("budi").sees("sebagian cukup");
}

#[test]
fn a_search_for_a_request_opens_the_form_of_the_one_who_was_found() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<f3>suharto<c-n><enter>tidak dibawa<f2><esc><esc>");
    clerk.types("<c-n>3suh<enter>").sees("Pengaduan: Suharto");
    clerk.types("<esc>").sees("cari orangnya").types("<esc>").sees("Hari ini");
}

#[test]
fn escape_on_the_first_screen_says_how_to_leave() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<esc>").sees("Ctrl-Q menutup Loket");
    assert!(!clerk.has_gone());
}

#[test]
fn a_pasted_nik_is_searched_in_one_go() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<f3>siti<c-n>6471055708850001<f2><esc><esc><f3>");
    clerk.pastes("6471055708850001\n").sees("Siti");
    clerk.types("<esc><f3>").pastes("9999\n").types("<c-n>").sees("9999");
}

#[test]
fn an_exact_name_comes_before_a_newer_longer_one() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    for name in ["siti", "siti aminah", "nur siti", "susiti"] {
        clerk.types("<f3>").types(name).types("<c-n><enter>lupa<f2><esc><esc>");
    }
    clerk.types("<f3>siti");
    let screen = clerk.screen();
    let at = |name: &str| screen.find(&format!(" {name} ")).unwrap();
    assert!(at("Siti") < at("Siti Aminah"), "{screen}");
    assert!(at("Siti Aminah") < at("Nur Siti") && at("Nur Siti") < at("Susiti"), "{screen}");
}

#[test]
fn a_search_over_many_blocks_still_finds_the_oldest_and_the_mended() {
    let office = Office::new();
    let mut clerk = office.many(9_000);
    clerk.types("<f3>warga nomor 17").sees("> Warga Nomor 17 ");
    clerk.types("<f3>17x").sees("Tidak ada yang cocok");
    clerk
        .types("<f3>n")
        .sees("50 yang paling cocok")
        .types("<f3>nomor 8999")
        .sees("> Warga Nomor 8999");
    clerk
        .types("<enter>u")
        .types("<enter><enter>")
        .stands_at("Nama lengkap")
        .types("<c-u>Zainab<f2>")
        .sees("Tersimpan: Zainab.");
    clerk.types("<esc><f3>zain").sees("Zainab").types("<f3>nomor 8999").misses("Nomor 8999 ");
}

#[test]
fn a_ticket_that_is_mistyped_is_no_new_resident() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    for typed in ["PMH-202611-00001-X", "rjk-2026", "PMH-", "pgd-202611", "ADU 202611"] {
        clerk.types("<f3>").types(typed).misses("warga baru");
        clerk.sees("Tiket itu belum cocok; periksa angkanya, atau minta petugas lain");
        clerk.types("<c-n>").sees("Nama lengkap").misses("2026-").misses(typed).types("<esc><esc>");
    }
    clerk.types("<f3>00009/2026").sees("Nomor itu belum cocok").types("<esc>");
    clerk.types("<f3>adu").sees("Ctrl-N mendaftarkannya");
}

#[test]
fn a_telephone_is_found_with_the_country_and_without() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<f3>siti aminah<c-n>6471055708850001<f6><f6><f6><f6>081254321098<f2><esc><esc>");
    for typed in ["0812543", "+62812543", "+62 812-5432-1098", "+62 0812"] {
        clerk.types("<f3>").types(typed).sees("> Siti Aminah").sees("HP 0812-5432-1098");
        clerk.types("<esc>");
    }
}

#[test]
fn a_visitor_is_received_from_every_list_and_other_screens_say_why_not() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    for list in ["1", "6", "9", "9<down><down><down><enter>"] {
        clerk.types(list).types("<c-n>").sees("Tamu datang untuk");
        clerk.types("<esc><esc><esc>").sees("Hari ini");
    }
    clerk.types("<f3>siti<c-n><enter>lupa<f2>").sees("Tersimpan: Siti.");
    clerk.types("<f9>").sees("Cetak tidak ada di layar ini. Ctrl-K: semua yang bisa.");
    clerk.types("<up>").misses("Cetak tidak").types("<c-k><c-n>").sees("Tamu baru tidak ada");
}

#[test]
fn a_remark_without_room_is_a_sign_and_the_line_below_says_it() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("9<enter><c-u><f2>").sees("harus diisi.").misses("! h").stands_at("__ !");
}
