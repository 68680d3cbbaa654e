//! History, the trail of officers and taking back, with the keyboard.
use loket::print::spool::printers::Spool;

use crate::{
    case_desk::{Place, TODAY, work},
    clerk::Clerk,
    flows::settled::{Office as Settled, goes},
    front_desk::Office,
};

/// Lets the job that reads the journal come to its end.
pub(crate) fn reads(clerk: &mut Clerk) -> &mut Clerk {
    work(clerk, &Spool::default());
    clerk
}

fn meets_siti(clerk: &mut Clerk) {
    clerk.types("<f3>siti aminah<c-n>6471055708850001<f2>").sees("Tersimpan: Siti Aminah.");
}

#[test]
fn the_card_of_a_resident_tells_who_changed_what() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    meets_siti(&mut clerk);
    clerk.types("<c-e><f6>").stands_at("Nomor KK").types("6471051203070001<f2>").sees("Tersimpan");
    clerk.types("nkartu<f2>").sees("6471055708850001").types("<f7>").sees("Membaca jurnal");
    reads(&mut clerk).sees("Siti Aminah (3 kejadian)").sees("Rina Wati melihat NIK lengkap");
    clerk.sees("Alasan: Mencocokkan dengan kartu").sees("Nomor KK: 6471**1203******");
    clerk.misses("6471055708850001").misses("6471051203070001");
    insta::assert_snapshot!("riwayat_80", clerk.screen());
    clerk.size(40, 12);
    insta::assert_snapshot!("riwayat_40", clerk.screen());
    clerk.size(80, 24).types("<f1>").sees("tidak dapat diubah atau dihapus").types("<esc><esc>");
    clerk.sees("NIK: 6471055708850001").types("<f7><esc><f7>");
    reads(&mut clerk).sees("(3 kejadian)");
}

#[test]
fn requests_referrals_letters_and_tables_have_their_history() {
    let place = Place::founded();
    place.takes_cover("ktp;kk;kartu_bpjs_kis;surat_keterangan_butuh_layanan_dari_fask");
    let mut clerk = place.at(TODAY);
    clerk.types("<f7>");
    reads(&mut clerk).sees("menerima permohonan").types("<esc>rbpjs<enter><f2>").sees("Surat 400");
    clerk.types("<f7>");
    reads(&mut clerk).sees("400.9/001/PSKS/XI/2026 (1 kejadian)").sees("menerbitkan surat");
    clerk.types("<esc><esc>").types("<enter>").sees("Lembaga").types("<f7>");
    reads(&mut clerk).sees("merujuk").sees("Status: Diproses menjadi Dirujuk");
    drop(clerk);
    let mut office = Settled::settled("riwayat");
    let clerk = &mut office.clerk;
    clerk.types("<enter><enter><f2>").types("<f7>");
    reads(clerk).sees("Kantor (").sees("mendirikan kantor").types("<esc><down><f7>");
    clerk.sees("Enter, lalu F7").types("<enter><f7>");
    reads(clerk).sees("mendirikan kantor").types("<esc><esc>");
    for row in ["Lembaga", "Layanan", "Surat"] {
        goes(clerk, "<down>", row);
        clerk.types("<enter><f7>");
        reads(clerk).sees("(1 kejadian)").sees("mendirikan kantor").types("<esc><esc>");
    }
    office.done();
}

#[test]
fn the_trail_of_an_officer_is_chosen_by_officer_and_by_days() {
    let mut office = Settled::settled("jejak");
    let clerk = &mut office.clerk;
    clerk.types("<down><enter><c-n>Budi<enter>budi<enter><enter><enter>");
    clerk.chooses_passphrase().sees("Tersimpan: Budi");
    clerk.types("<end>j").sees("Jejak petugas");
    reads(clerk).sees("Rina Wulandari, hari ini").sees("menambah petugas").sees("Budi");
    insta::assert_snapshot!("jejak_80", clerk.screen());
    clerk.size(40, 12);
    insta::assert_snapshot!("jejak_40", clerk.screen());
    clerk.size(80, 24).types("<f6>").sees("menghentikan");
    reads(clerk)
        .sees("7 hari terakhir")
        .stands_at("memberi kata sandi pertama")
        .types("<f4>budi<enter>")
        .sees("Membaca");
    reads(clerk)
        .sees("Budi, 7 hari")
        .sees("Tidak ada yang tercatat")
        .types("<enter>")
        .sees("Buka belum bisa");
    clerk.types("<f4>semua<enter>").sees("menghentikan");
    reads(clerk).sees("Semua petugas").sees("menambah petugas").types("<enter>").sees("Riwayat");
    reads(clerk).sees("Peran: Petugas").types("<esc>").stands_at("memberi kata sandi pertama");
    // Without that hat there is no trail.
    clerk.types("<esc><home>");
    goes(clerk, "<down>", "Budi");
    clerk.types("glatihan-latihan<enter>").sees("Budi ·").types("<down><enter>j");
    clerk.sees("Hanya auditor atau koordinator").misses("menambah petugas");
    office.done();
}

#[test]
fn an_auditor_finds_the_trail_on_the_first_screen() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    meets_siti(&mut clerk);
    clerk.types("<esc><esc><esc>").misses("Jejak petugas");
    clerk.types("9<down><enter><c-n>Ayu<enter>ayu<enter><c-u>auditor<enter><enter>");
    clerk.chooses_passphrase().types("glatihan-latihan<enter>").sees("Ayu ·");
    clerk.types("<esc><esc><esc>").sees("Jejak petugas").types("9").sees("Membaca jurnal");
    reads(&mut clerk)
        .sees("Semua petugas, hari ini")
        .sees("mendaftarkan warga")
        .sees("Siti Aminah")
        .types("<esc>0");
    clerk.sees("Setelan");
}

#[test]
fn the_last_change_is_taken_back_from_any_screen_but_a_form() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    meets_siti(&mut clerk);
    clerk.types("<c-e>").stands_at("NIK").types("<enter> Wati").types("<c-z>");
    clerk.sees("Batalkan belum bisa: tutup isian ini dahulu dengan Esc").types("<f2>");
    clerk.sees("Tersimpan: Siti Aminah Wati.").sees("> Siti Aminah Wati").types("<c-z>");
    clerk.sees("Dibatalkan: data Siti Aminah kembali seperti semula.").misses("Aminah Wati");
    clerk.types("<f7>");
    reads(&mut clerk).sees("membatalkan perubahan").sees("Alasan: mengubah data warga");
    // The registration goes as well, and what showed it closes.
    clerk.types("<c-z>").sees("Ctrl-Z sekali lagi membatalkan pendaftaran Siti Aminah.");
    clerk.types("<c-z>").sees("Dibatalkan: pendaftaran Siti Aminah.");
    reads(&mut clerk);
    clerk.types("<esc>").misses("6471**").types("<f3><c-u>siti").sees("Tidak ada yang cocok");
    clerk.types("<s-f5>").sees("kantor yang sudah berdiri");
    clerk
        .types("<esc><c-k>batalkan")
        .sees("Ctrl-Z")
        .types("<enter>")
        .sees("Tidak dapat dibatalkan");
}

#[test]
fn a_step_is_taken_back_on_the_case_file() {
    let place = Place::founded();
    let ticket =
        place.takes_cover("ktp;kk;kartu_bpjs_kis;surat_keterangan_butuh_layanan_dari_fask");
    let mut clerk = place.at(TODAY);
    clerk.types("<f8>batalkan<enter>permintaan<enter><f2>").sees("Status sekarang: Batal.");
    clerk.types("<c-z>").sees(&format!("Dibatalkan: permohonan {ticket} kembali ke Diproses."));
    clerk.sees("Status: Diproses").types("<c-z>").sees("belum ada perubahan sejak Anda masuk");
    clerk.types("rbpjs<enter><f2>").sees("Surat 400").types("<c-z>").sees("sudah dipesan");
    clerk.types("<f8>").sees("sudah keluar dan benar?").types("<c-z>").sees("tutup dahulu");
}

#[test]
fn opening_what_is_restricted_is_noted_once_each_time() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    meets_siti(&mut clerk);
    clerk
        .types("<c-e><f6><f6><f6><f6><f6>")
        .stands_at("Jenis PPKS")
        .types("19<f2>")
        .sees("Tersimpan");
    clerk.types("<down><up><f1><esc><esc><f3>siti<enter>").sees("PPKS: 19");
    clerk.types("<c-e><esc>").types("<f7>");
    reads(&mut clerk).types("<home>");
    // Card, form and history; the card was restricted only after it was opened first.
    let opened = clerk.screen().matches("membuka data terbatas").count();
    assert_eq!(opened, 3, "{}", clerk.screen());
}
