//! Aid at the desk: written down with few keys, seen to overlap, and taken over.
use crate::{clerk::Clerk, flows::settled::goes, front_desk::Office};

/// A family on one card: the father, the mother and the boy, who came in this order.
fn family(clerk: &mut Clerk) {
    clerk.types("<f3>slamet riyadi<c-n>6471051708800001<f2>").sees("Tersimpan: Slamet Riyadi.");
    clerk.types("u");
    goes(clerk, "<enter>", "Nomor KK");
    clerk.types("6471061708090001<enter>kepala_keluarga");
    goes(clerk, "<enter>", "Alamat");
    clerk.types("Jl. Melati No. 3<enter>3<f2>").sees("Tersimpan: Slamet Riyadi.");
    for (name, nik, tie) in
        [("Siti Aminah", "6471054101850001", "istri"), ("Joko", "6471050103150001", "anak")]
    {
        clerk.types("a").sees("Warga baru").sees("6471**1708******").types(nik);
        goes(clerk, "<enter>", "Nama lengkap");
        clerk.types(name);
        goes(clerk, "<enter>", "Hubungan");
        clerk.types(tie).types("<f2>").sees(&format!("Tersimpan: {name}."));
        clerk.types("<esc>").sees("Slamet Riyadi");
    }
}

#[test]
fn a_family_is_entered_from_its_first_member_and_stands_on_the_card_of_each() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    family(&mut clerk);
    clerk.sees("Istri").sees("Siti Aminah").sees("Anak").sees("Joko");
    insta::assert_snapshot!("keluarga", clerk.screen());
    goes(&mut clerk, "<down>", "Siti Aminah");
    clerk.types("<enter>").sees("istri, kepala keluarga Slamet Riyadi");
    clerk.sees("Kepala keluarga").types("u");
    goes(&mut clerk, "<enter>", "Hubungan");
    clerk.types("<c-u>kepala_keluarga<f2>").sees("KK ini sudah punya kepala keluarga");
}

#[test]
fn aid_that_a_family_has_twice_is_seen_as_soon_as_it_is_written_down() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    family(&mut clerk);
    clerk.sees("Bansos: belum tercatat").types("b").sees("Belum ada bansos tercatat");
    insta::assert_snapshot!("bansos_kosong", clerk.screen());
    clerk.types("<c-n>pkh<enter>");
    insta::assert_snapshot!("bansos_isian", clerk.screen());
    clerk.types("<f2>").sees("Tersimpan.").types("<esc>").sees("Bansos: PKH");
    goes(&mut clerk, "<down>", "Siti Aminah");
    clerk.types("<enter>b").sees("Slamet Riyadi").types("<c-n>pkh<enter><f2>");
    clerk.sees("tercatat dua kali untuk satu keluarga").sees("Tersimpan.");
    insta::assert_snapshot!("bansos_tumpang", clerk.screen());
    // Which of the two is right is for the clerk: the one of the father stopped.
    goes(&mut clerk, "<down>", "Slamet Riyadi");
    clerk.types("x").sees("berhenti hari ini?").types("<enter>").sees("dua kali");
    clerk.types("xy<enter>").sees("tercatat berhenti hari ini").misses("dua kali");
    clerk.types("x").sees("bantuan itu sudah tercatat berhenti");
    clerk.types("<c-z>").sees("dua kali untuk satu keluarga");
}

#[test]
fn the_aid_of_somebody_who_died_is_asked_about_on_the_card_of_the_family() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    family(&mut clerk);
    clerk.types("b<c-n>sembako<enter><f2>").sees("Tersimpan.").types("<esc>u");
    goes(&mut clerk, "<enter>", "Status:");
    clerk.types("<c-u>meninggal<f2>").sees("Tersimpan: Slamet Riyadi.");
    goes(&mut clerk, "<down>", "Siti Aminah");
    clerk.types("<enter>").sees("1 hal perlu ditanyakan").types("b");
    clerk.sees("yang sudah meninggal: tanyakan").sees("apakah Siti Aminah yang meneruskan");
    insta::assert_snapshot!("bansos_meninggal", clerk.screen());
}

#[test]
fn aid_that_was_not_looked_up_for_long_is_confirmed_with_one_key() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    family(&mut clerk);
    clerk.types("b<c-n>sembako<enter><f2>").sees("Tersimpan.");
    drop(clerk);
    let mut clerk = office.sit(100);
    clerk.types("<f3>slamet<enter>").sees("1 hal perlu ditanyakan").types("b");
    clerk.sees("lama tidak dicek").types("c").sees("tercatat dicek hari ini").misses("lama tidak");
    clerk.types("<down>").sees("Dicek di SIKS-NG/Cek Bansos");
}

#[test]
fn what_came_of_a_request_is_written_down_with_one_key() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    family(&mut clerk);
    clerk.types("<c-n>permohonan<enter>pkh<enter><f2>").sees("Tersimpan: register").types("<esc>");
    clerk.types("b").sees("tidak ada hasil bantuan yang belum dicatat");
    clerk.types("<f8>selesai_di_tempat<enter>terlayani<f2>").sees("Huruf b mencatat bantuannya.");
    clerk.types("b").sees("Hasil layanan kantor ini").sees("Tiket PMH-");
    insta::assert_snapshot!("bansos_hasil", clerk.screen());
    clerk.types("<f2>").sees("Tersimpan.").types("b").sees("tidak ada hasil bantuan");
}
