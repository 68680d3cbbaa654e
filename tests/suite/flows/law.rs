//! What a person can ask for about their own data, and what the desk owes after a breach.
use crate::{clerk::Clerk, front_desk::Office};

fn meets_siti(clerk: &mut Clerk) {
    clerk.types("<f3>siti aminah<c-n>6471054101900001<f2>").sees("Tersimpan: Siti Aminah.");
}

#[test]
fn a_person_gets_a_copy_of_what_is_kept() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    meets_siti(&mut clerk);
    clerk.types("h").sees("Hak warga atas datanya").types("<enter>").sees("Diminta oleh");
    insta::assert_snapshot!("salinan_tanya", clerk.screen());
    clerk.types("<f2>").sees("Diminta oleh harus diisi");
    clerk.types("warga<enter>KTP asli<f2>").sees("APA YANG KAMI SIMPAN TENTANG ANDA");
    insta::assert_snapshot!("salinan", clerk.screen());
    clerk
        .types("<down><down><down><down><down><down><down>")
        .sees("6471**4101******")
        .types("<esc>")
        .sees("6471**4101******");
}

#[test]
fn somebody_is_erased_after_the_initials_were_typed_and_it_was_asked_again() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    meets_siti(&mut clerk);
    clerk.types("<c-e><f6>").types("<esc>");
    clerk.types("hhapus<enter>").sees("Ketik ulang");
    insta::assert_snapshot!("hapus_tanya", clerk.screen());
    clerk.types("permintaan<enter>Koordinator, nota 4<enter>xy<f2>").sees("akan dihapus untuk");
    insta::assert_snapshot!("hapus_yakin", clerk.screen());
    clerk.types("y<enter>").sees("harus inisial");
    clerk.types("<c-u>sa<f2>y<enter>").sees("BERITA ACARA PENGHAPUSAN DATA");
    clerk.types("<down><down><down><down><down><down><down>").sees(": S. A.");
    clerk.types("<esc>").sees("belum dicetak atau disimpan").types("<esc>").sees("BERITA ACARA");
    clerk.types("<esc>y<enter>").sees("Tamu").types("<f3>siti").sees("Tidak ada yang cocok");
}

#[test]
fn the_sheet_about_a_breach_is_made_from_the_settings() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    meets_siti(&mut clerk);
    clerk
        .types("<esc><esc><esc><end><enter>")
        .sees("Setelan")
        .types("<down><down><down><down><down><down><down>")
        .stands_at("Insiden")
        .types("<enter>");
    clerk.sees("Lembar insiden").sees("Yang terjadi");
    insta::assert_snapshot!("insiden_tanya", clerk.screen());
    clerk.types("Stik cadangan hilang<c-s>").sees("Sejak harus diisi");
    clerk.types("24-11-2026<enter>24-11-2026<enter>24-11-2026<enter>09.00<enter> <enter>");
    clerk.types("Polisi diberi tahu<f2>").sees("LEMBAR INSIDEN DATA PRIBADI");
    clerk
        .types("<down><down><down><down><down><down><down>")
        .sees("27 November 2026 pukul 09.00")
        .sees("1 orang");
    clerk.types("<f2>");
    assert!(!clerk.orders.is_empty());
}

#[test]
fn the_use_of_somebodys_data_is_restricted_and_the_card_says_so() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    meets_siti(&mut clerk);
    clerk.types("hbatasi<enter>").sees("Alasannya").types("warga<enter>desil dibantah<f2>");
    clerk.sees("DIBATASI: sejak 24-11-2026").sees("desil dibantah");
    insta::assert_snapshot!("dibatasi", clerk.screen());
    clerk.types("<c-e><enter> Wati<f2>").sees("sedang dibatasi").types("<esc>");
    clerk.types("hcabut<enter>").sees("Pembatasan dicabut").misses("DIBATASI");
}
