//! Nobody is entered twice; and where it happened before, two records become one without losing a
//! paper.
use insta::assert_snapshot;
use loket::{
    desk::{entrance::Pass, residents},
    tui::{doors::work, screen::Msg, shell::Order, worker::Worker},
};

use crate::{clerk::Clerk, desk::counter::answers, front_desk::Office, place::PASSPHRASE};

/// Siti with her card, registered on another day.
fn knows_siti(office: &Office) {
    office.sit(0).types(concat!(
        "<f3>siti aminah<c-n>6471055708850001<enter><enter><enter><enter><enter>Balikpapan",
        "<f6><enter><enter><enter>Sukini<f6>Jl. Melati 12<enter>3<f6><f6>081254321098<f2>"
    ));
}

/// She comes again without it, for help; her name is spelt as it is heard.
const AGAIN: &str = concat!(
    "<c-n>3sitti aminah<c-n><enter>lupa<enter><enter><enter><enter>p<enter><enter>",
    "17-8-1985<f6><enter><enter><enter>Sukinih"
);

/// Does what was ordered last, as the worker would.
fn works(clerk: &mut Clerk) {
    let Some(Order::Run(job)) = clerk.orders.pop() else { panic!("nothing was ordered") };
    let (told, heard) = std::sync::mpsc::channel();
    let worker = Worker::start(work, told);
    worker.take(Order::Run(job));
    let mut answers = heard.iter();
    let done = answers.find(|msg| matches!(msg, Msg::Finished(_))).unwrap();
    clerk.hears(done);
}

#[test]
fn who_came_without_a_card_is_recognised_and_the_request_goes_on_with_her() {
    let office = Office::new();
    knows_siti(&office);
    let mut clerk = office.sit(1);
    clerk.types(AGAIN).types("<enter>");
    clerk.sees("Mungkin sudah terdaftar: Siti Aminah, 17-08-1985/41");
    clerk.types("<f2>").sees("Mungkin sudah terdaftar").sees("Yang tercatat");
    assert_snapshot!("review", clerk.screen());
    clerk.size(40, 12);
    assert_snapshot!("review-small", clerk.screen());
    clerk.size(80, 24).types("i").sees("Pengaduan: Siti Aminah");
    clerk.sees("Beda dari yang tercatat: Tanpa NIK, Nama lengkap, Nama ibu");
    clerk.types("Bantuan berhenti<f2>").sees("Tersimpan: register 00001/2026");
    clerk.types("<f3>aminah").sees("1").misses("Sitti");
}

#[test]
fn nothing_that_was_typed_is_lost_by_looking() {
    let office = Office::new();
    knows_siti(&office);
    let mut clerk = office.sit(1);
    clerk.types(AGAIN).types("<f2>").sees("Mungkin sudah terdaftar").types("<esc>");
    clerk.sees("Sitti Aminah").sees("Sukinih").stands_at("Nama ibu");
    clerk.types("<f2>").sees("Mungkin sudah terdaftar");
}

#[test]
fn another_siti_is_registered_all_the_same_and_never_asked_about_again() {
    let office = Office::new();
    knows_siti(&office);
    let mut clerk = office.sit(1);
    clerk.types(AGAIN).types("<f2>").sees("Mungkin sudah terdaftar").types("<f2>");
    clerk.sees("Tersimpan: Sitti Aminah. Sekarang isi permohonannya.");
    drop(clerk);
    let mut clerk = office.sit(2);
    clerk.types("<f3>sitti<enter>u<enter><enter><c-u>Sitti Aminah Putri<f2>");
    clerk.sees("Tersimpan: Sitti Aminah Putri.");
    clerk.types("<f7>");
    works(&mut clerk);
    clerk.sees("mendaftarkan warga lain yang mirip").sees("Bukan orang yang sama dengan: Siti");
}

#[test]
fn two_records_of_one_person_become_one_and_two_again() {
    let office = Office::new();
    knows_siti(&office);
    let mut clerk = office.sit(1);
    clerk.types(AGAIN).types("<f2>l").sees("Tersimpan: Sitti Aminah.");
    clerk.types("Bantuan berhenti<f2>").sees("ADU-202611-00001");
    // That she is somebody else was said by mistake.
    drop(clerk);
    let mut clerk = office.sit(2);
    clerk.types("<f3>sitti<enter>").sees("Bantuan berhenti");
    clerk.types("m").sees("Gabungkan dengan").types("siti aminah").sees("6471**5708******");
    clerk.types("<enter>").sees("Data yang tinggal");
    assert_snapshot!("merge", clerk.screen());
    clerk.size(40, 12);
    assert_snapshot!("merge-small", clerk.screen());
    // A window that grows shows no less than it can.
    clerk.types("<end>").misses("Data yang tinggal").size(80, 24).sees("Data yang tinggal");
    clerk.types("<home><down><down><space>").types("<f2>").sees("Mengapa digabung");
    clerk.types("<enter>").sees("Digabung: Sitti Aminah.").sees("6471**5708******");
    clerk.sees("Bantuan berhenti").types("<f3>aminah").misses("Siti Aminah").types("<esc>");
    clerk.types("<f7>").sees("Membaca jurnal");
    clerk.types("z").sees("Pisahkan belum bisa: jurnalnya masih dibaca.");
    works(&mut clerk);
    clerk.sees("menggabungkan dua data dari satu orang").sees("Satu orang terdaftar dua kali");
    assert_snapshot!("merged-history", clerk.screen());
    clerk.types("z").sees("Pisahkan lagi kedua data yang digabung 26-11-2026").types("y<enter>");
    clerk.sees("Dipisahkan lagi: Sitti Aminah dengan 1 permohonan.").sees("Belum ada permohonan");
}

#[test]
fn a_merge_by_mistake_is_taken_back_with_one_key() {
    let office = Office::new();
    knows_siti(&office);
    let mut clerk = office.sit(1);
    clerk.types("<f3>joko<c-n><enter>lupa<f2>").sees("Tersimpan: Joko.");
    clerk.types("m").sees("Belum ada yang mirip").types("siti<enter><f2><enter>");
    clerk.sees("Digabung: Siti Aminah.").types("<c-z>").sees("Dipisahkan lagi: Joko.");
    clerk.types("<esc><f3>joko").sees("Joko");
}

#[test]
fn the_newest_of_two_merges_is_taken_back_from_the_top_of_the_history() {
    let office = Office::new();
    knows_siti(&office);
    let mut clerk = office.sit(1);
    for name in ["joko", "tono"] {
        clerk.types(&format!("<f3>{name}<c-n><enter>lupa<f2>")).sees("Tersimpan");
        clerk.types("msiti<enter><f2><enter>").sees("Digabung: Siti Aminah.").types("<esc>");
    }
    clerk.types("<f3>siti<enter><f7>");
    works(&mut clerk);
    clerk.stands_at("kejadian").types("zy<enter>").sees("Dipisahkan lagi: Tono");
}

#[test]
fn whoever_is_plainly_somebody_else_becomes_one_only_after_a_question_that_says_so() {
    let office = Office::new();
    knows_siti(&office);
    let mut clerk = office.sit(1);
    clerk.types("<f3>joko<c-n><enter>lupa<enter><enter><enter><enter>l<enter><enter>1-2-1950<f2>");
    clerk.sees("Tersimpan: Joko.").types("m").types("siti<enter><f2><enter>");
    clerk.sees("Keduanya tampak dua orang: nama berbeda, tanggal lahir berbeda, jenis");
    assert_snapshot!("merge-strangers", clerk.screen());
    clerk.types("<enter>").sees("Gabung: Siti Aminah").types("<f2><enter>y<enter>");
    clerk.sees("Digabung: Siti Aminah.");
}

#[test]
fn what_is_half_typed_about_one_of_two_is_told_before_anything_is_chosen() {
    let office = Office::new();
    knows_siti(&office);
    let mut clerk = office.sit(1);
    clerk.types("<f3>joko<c-n><enter>lupa<f2>").sees("Tersimpan: Joko.");
    clerk.types("u<enter>joko susilo<esc>m").types("siti<enter>");
    clerk.sees("Ada isian setengah jadi tentang salah satunya: selesaikan dulu di Konsep.");
    clerk.types("<f2>").sees("Gabungkan belum bisa: ada isian setengah jadi");
}

#[test]
fn whoever_was_entered_twice_is_found_in_a_list_to_work_through() {
    let office = Office::new();
    knows_siti(&office);
    let mut clerk = office.sit(1);
    clerk.types(AGAIN).types("<f2>l").sees("Tersimpan: Sitti Aminah.");
    drop(clerk);
    // A list from elsewhere, of which nobody was asked.
    let mut desk = office.knocks(&Pass::new("rina", PASSPHRASE), 1).unwrap();
    for born in ["1-2-1970", "2-1-1970"] {
        let told = [("nama", "Joko Susilo"), ("alasan_tanpa_nik", "lupa"), ("rt", "3")];
        let mut told = answers(&told);
        told.put("tanggal_lahir", born);
        told.put("nama_ibu", "Sumi");
        residents::register(&mut desk, &told, true).unwrap();
    }
    drop(desk);
    let mut clerk = office.sit(2);
    clerk.types("<c-k>kembar<enter>");
    clerk.sees("Membandingkan semua warga");
    works(&mut clerk);
    clerk.sees("Joko Susilo").misses("Aminah");
    assert_snapshot!("twins", clerk.screen());
    clerk.types("<enter>").sees("Gabung: Joko Susilo").types("l");
    clerk.sees("Catat bahwa keduanya bukan orang yang sama?").types("<enter>").sees("Gabung: Joko");
    clerk.types("ly<enter>").sees("Tercatat: bukan orang");
    clerk.sees("Tidak ada dua data yang mungkin satu orang");
}
