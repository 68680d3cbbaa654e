//! Nothing that was typed is lost.
use crate::front_desk::Office;

#[test]
fn escape_keeps_what_was_typed_and_the_draft_goes_on_later() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<f3>siti aminah<c-n><enter><enter><enter><enter>Mina<esc>");
    clerk.sees("Tersimpan sebagai konsep").types("<esc>").sees("isian yang belum selesai");
    clerk.types("8").sees("Data warga").sees("Siti Aminah · Mina");
    clerk.types("<enter>").sees("Warga baru (konsep)").sees("Mina");
    clerk.types("<enter>lupa<f2>").sees("Tersimpan: Siti Aminah.");
    clerk.types("<esc>").sees("Tidak ada isian yang belum selesai");
}

#[test]
fn a_draft_survives_the_night() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<f3>siti aminah<c-n><enter><enter><enter><enter>Mina<enter><c-q>");
    assert!(clerk.has_gone());
    drop(clerk);
    let mut clerk = office.sit(1);
    clerk.sees("buka Konsep").types("8<enter>").sees("Siti Aminah").sees("Mina");
}

#[test]
fn two_half_typed_residents_do_not_mix() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<f3>siti<c-n><enter>lupa<enter><esc><esc>");
    clerk.types("<f3>budi<c-n>").sees("Budi").misses("Lupa");
    clerk.types("<enter>hilang<enter><esc><esc>");
    clerk.types("8").sees("Siti").sees("Budi");
}

#[test]
fn a_form_that_was_only_looked_at_leaves_nothing_behind() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<f3>siti<c-n><enter><enter><esc>").misses("Tersimpan").types("<esc>8");
    clerk.sees("Tidak ada isian yang belum selesai");
}

#[test]
fn a_half_typed_request_returns_for_the_same_person_only() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<f3>siti<c-n><enter>lupa<f2><esc><esc>");
    clerk.types("<f3>budi<c-n><enter>lupa<f2><esc><esc>");
    clerk.types("<c-n>2siti<enter>").types("sktm<enter>untuk sekolah<esc><esc>");
    clerk.types("<c-n>2budi<enter>").sees("Budi").misses("untuk sekolah").types("<esc><esc>");
    clerk.types("<c-n>2siti<enter>").sees("Siti (konsep)").sees("untuk sekolah");
    clerk.sees("Surat Keterangan Tidak Mampu").types("<esc><esc>");
    clerk.types("8").sees("Permohonan").sees("Siti").sees("untuk sekolah");
    clerk.types("<enter>").sees("Siti (konsep)");
}

#[test]
fn a_draft_is_thrown_away_only_after_asking() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<c-n>1jadwal bansos<esc>").sees("konsep");
    clerk.types("8").sees("jadwal bansos").types("<del>").sees("Buang isian ini");
    clerk.types("<enter>").sees("jadwal bansos");
    clerk.types("<del>y<enter>").sees("Dibuang").misses("jadwal bansos");
}

#[test]
fn a_half_typed_step_goes_on_from_the_list_of_drafts() {
    let office = Office::new();
    office.sit(0).types("<f3>siti<c-n><enter>lupa<f2>").sees("Tersimpan");
    office.sit(0).types("<c-n>3siti<enter>bantuan salah sasaran<f2>").sees("Tersimpan");
    let mut clerk = office.sit(0);
    clerk.types("6<enter><f8>klari<enter>tanya alamat<esc>");
    drop(clerk);
    let mut clerk = office.sit(1);
    clerk.types("8").sees("Langkah berikut").sees("Siti").types("<enter>").sees("Minta klari");
}

#[test]
fn a_half_typed_institution_goes_on_from_the_list_of_drafts() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("9<down><down><enter>").sees("Lembaga").types("<c-n>PSM-DAMAI<enter><esc>");
    drop(clerk);
    let mut clerk = office.sit(1);
    clerk.types("8").sees("Lembaga").types("<enter>").sees("PSM-DAMAI");
}
