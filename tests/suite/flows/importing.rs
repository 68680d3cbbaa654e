//! A list of residents taken in with the keyboard, mended, and taken back.
use std::{fs, path::PathBuf};

use loket::print::spool::printers::Spool;

use crate::{case_desk::work, clerk::Clerk, front_desk::Office, place::Place};

const LIST: &str = "\
No;No. KTP;Nama;Tgl Lahir;L/P;Alamat;PMKS;Catatan
1;6471055708850001;Siti Aminah;17-08-1985;P;Jl. Melati 3;;
2;6471051208900002;Budi Santoso;12 Agustus 1990;Laki-laki;Jl. Mawar 1;;
3;6,47105E+15;Rusak Excel;1-1-1990;L;;;
4;6471055208900003;Rina Lestari;13-08-1990;P;;;
5;6471051208900002;Budi Lagi;12-08-1990;L;;;
6;;Tanpa Nomor;1-2-1970;L;Jl. X;RTLH;
";

/// A list on the disk, beside the desk.
struct Desk {
    office: Office,
    place: Place,
}

impl Desk {
    fn with(list: &str) -> (Self, Clerk) {
        let place = Place::new();
        fs::write(place.path().join("warga.csv"), list).unwrap();
        let office = Office::new();
        let clerk = office.sit(0);
        (Self { office, place }, clerk)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    /// Goes from the first screen to the columns of a list.
    fn opens(&self, clerk: &mut Clerk, name: &str) {
        clerk.types("i").sees("Impor warga").types("<c-n>").sees("CSV atau XLSX");
        clerk.types(&self.file(name).display().to_string()).types("<f2>");
        jobs(clerk);
    }
}

fn jobs(clerk: &mut Clerk) {
    work(clerk, &Spool::default());
}

#[test]
fn a_list_is_judged_taken_in_mended_and_taken_in_again() {
    let (desk, mut clerk) = Desk::with(LIST);
    desk.opens(&mut clerk, "warga.csv");
    clerk.sees("CSV UTF-8, dipisah ;").sees("6 dari 8 kolom dikenal");
    clerk.sees("No. KTP").sees("NIK").sees("Catatan").sees("(dibiarkan)");
    insta::assert_snapshot!(
        "impor_kolom",
        clerk.screen().replace(&desk.place.path().display().to_string(), "…")
    );
    clerk.types("<f2>");
    jobs(&mut clerk);
    clerk.sees("6 baris: 2 baru, 4 ditolak.").sees("ditolak").sees("meragukan");
    insta::assert_snapshot!("impor_periksa", clerk.screen());
    clerk.stands_at("Rusak Excel").sees("ubah format kolom menjadi Teks");
    assert!(!desk.file("warga-ditolak.csv").exists(), "nothing was taken in yet");
    clerk.types("<f2>");
    jobs(&mut clerk);
    clerk.sees("6 baris: 2 baru, 4 ditolak.").sees("Tersimpan.").sees("Yang ditolak ada di");
    // What was refused is mended and taken in as it is.
    let rejects = fs::read_to_string(desk.file("warga-ditolak.csv")).unwrap();
    assert!(rejects.contains("alasan_ditolak") && rejects.lines().count() == 5, "{rejects}");
    let mended =
        rejects.replace("6,47105E+15", "'6471050101900004").replace("13-08-1990", "12-08-1990");
    fs::write(desk.file("warga-ditolak.csv"), mended).unwrap();
    clerk.types("<esc><esc><esc><esc>");
    desk.opens(&mut clerk, "warga-ditolak.csv");
    clerk.types("<f2>");
    jobs(&mut clerk);
    clerk.sees("4 baris: 2 baru, 1 berbeda dan dibiarkan, 1 ditolak.");
    clerk.types("<f2>");
    jobs(&mut clerk);
    clerk.sees("2 baru").types("<esc><esc><esc>").types("<f3>rusak excel").sees("Rusak Excel");
}

#[test]
fn what_differs_is_shown_and_taken_only_where_the_clerk_says_so() {
    let (desk, mut clerk) = Desk::with(LIST);
    clerk
        .types("<f3>siti aminah<c-n>6471055708850001<f2>")
        .sees("Tersimpan")
        .types("<esc><esc><esc>");
    let list = "NIK;Nama;Alamat\n6471055708850001;Siti Aminah;Jl. Kenanga 9\n6471051208900002;Budi;Jl. A\n";
    fs::write(desk.file("warga.csv"), list).unwrap();
    desk.opens(&mut clerk, "warga.csv");
    clerk.types("<f2>");
    jobs(&mut clerk);
    clerk.sees("2 baris: 1 baru, 1 berbeda dan dibiarkan.").sees("Alamat: Jl. Kenanga 9");
    clerk
        .stands_at("berbeda")
        .types("<space>")
        .stands_at("* diambil")
        .types("<space>")
        .stands_at("berbeda");
    clerk.types("<space><f2>");
    jobs(&mut clerk);
    clerk.sees("2 baris: 1 baru, 1 diubah.");
    clerk.types("<esc><esc><esc><f3>siti aminah<enter>").sees("Jl. Kenanga 9");
}

#[test]
fn who_is_likely_known_is_shown_and_waits_until_the_clerk_has_looked() {
    let (desk, mut clerk) = Desk::with(
        "NIK;Nama;Tgl Lahir;L/P;Alasan tanpa NIK\n;Aminah Sitti;17-8-1985;P;lupa\n;Budi;1-2-1990;L;lupa\n",
    );
    let known = "NIK;Nama;Tgl Lahir;L/P\n6471055708850001;Siti Aminah;17-8-1985;P\n";
    fs::write(desk.file("dulu.csv"), known).unwrap();
    desk.opens(&mut clerk, "dulu.csv");
    for _ in 0..2 {
        clerk.types("<f2>");
        jobs(&mut clerk);
    }
    clerk.sees("1 baru").types("<esc><esc><esc>");
    desk.opens(&mut clerk, "warga.csv");
    clerk.types("<f2>");
    jobs(&mut clerk);
    clerk.sees("2 baris: 1 baru, 1 ditolak.").sees("1 di antaranya meragukan dan ditolak.");
    clerk.stands_at("Aminah Sitti").sees("mirip warga yang sudah terdaftar: Siti Aminah,");
    clerk.sees("lahir 17-08-1985");
    insta::assert_snapshot!("impor_mirip", clerk.screen());
    clerk.types("<f4>terima juga<enter>").sees("meragukan dan diterima").types("<f2>");
    jobs(&mut clerk);
    clerk.sees("2 baris: 2 baru.");
}

#[test]
fn an_import_goes_back_as_one_and_what_was_used_since_stays() {
    let (desk, mut clerk) = Desk::with(
        "NIK;Nama\n6471055708850001;Siti Aminah\n6471051208900002;Budi Santoso\n6471051208900003;Joko Susilo\n",
    );
    desk.opens(&mut clerk, "warga.csv");
    clerk.types("<f2>");
    jobs(&mut clerk);
    clerk.types("<f2>");
    jobs(&mut clerk);
    clerk.sees("3 baru").types("<esc><esc><esc>");
    clerk.types("<c-n>2siti aminah<enter>").sees("Permohonan layanan: Siti Aminah");
    clerk
        .types("sktm<enter>anak sakit<f2>")
        .sees("Tersimpan: register 00001/2026")
        .types("<esc><esc><esc>");
    clerk
        .types("i")
        .sees("warga.csv")
        .sees("3 baru")
        .types("<del>")
        .sees("Batalkan seluruh impor ini?");
    clerk
        .types("y<enter>")
        .sees("2 data kembali")
        .sees("Tetap: Siti Aminah")
        .sees("dibatalkan, 1 tetap");
    clerk.types("<esc><f3>budi").misses("Budi Santoso").types("<esc><f3>siti").sees("Siti Aminah");
    drop(clerk);
    // The list is true the next day, too.
    let mut clerk = desk.office.sit(1);
    clerk.types("i").sees("dibatalkan, 1 tetap");
}

#[test]
fn the_last_change_of_the_sitting_is_an_import_that_ctrl_z_takes_back() {
    let (desk, mut clerk) = Desk::with("NIK;Nama\n6471055708850001;Siti Aminah\n");
    desk.opens(&mut clerk, "warga.csv");
    clerk.types("<f2>");
    jobs(&mut clerk);
    clerk.types("<f2>");
    jobs(&mut clerk);
    clerk.sees("1 baru").types("<esc><esc><esc>");
    clerk.types("<c-z>").sees("Ctrl-Z sekali lagi membatalkan impor ").sees("1 orang: warga.csv.");
    clerk.types("<c-z>").sees("Dibatalkan: impor warga.csv, 1 data kembali seperti semula.");
    clerk.types("<f3>siti").misses("Siti Aminah");
}

#[test]
fn a_list_without_a_nik_is_told_so_before_it_is_judged_and_has_one_reason_for_all() {
    let (desk, mut clerk) = Desk::with("Nama;Alamat\nSiti Aminah;Jl. Melati 1\nBudi;\n");
    desk.opens(&mut clerk, "warga.csv");
    clerk.sees("! Tidak ada kolom NIK.").sees("F2 Periksa");
    insta::assert_snapshot!("impor_tanpa_nik", clerk.screen());
    clerk.types("<f2>");
    jobs(&mut clerk);
    clerk.sees("2 ditolak").sees("NIK kosong; isi NIK").types("<esc>");
    clerk.types("<f4>tidak dibawa<enter>").sees("Baris tanpa NIK dicatat: Tidak dibawa.");
    clerk.misses("Tidak ada kolom NIK").types("<f2>");
    jobs(&mut clerk);
    clerk.sees("2 baru").types("<f2>");
    jobs(&mut clerk);
    clerk.sees("Tersimpan.").types("<f3>budi").sees("Budi");
}

#[test]
fn a_list_that_brought_nothing_is_not_what_ctrl_z_takes_back() {
    let (desk, mut clerk) = Desk::with("NIK;Nama\n6471055708850001;Siti Aminah\n");
    for said in ["Tersimpan. Ctrl-Z", "Tidak ada yang berubah."] {
        desk.opens(&mut clerk, "warga.csv");
        clerk.types("<f2>");
        jobs(&mut clerk);
        clerk.types("<f2>");
        jobs(&mut clerk);
        clerk.sees(said).types("<esc><esc><esc>");
    }
    clerk.types("<c-z>").sees("1 orang: warga.csv.");
    for other in ["<f1><esc>", "i<esc>", "<down>"] {
        clerk.types(other).types("<c-z>").sees("Ctrl-Z sekali lagi").misses("Dibatalkan");
    }
    clerk.types("<c-z>").sees("Dibatalkan: impor warga.csv, 1 data");
}

#[test]
fn a_column_is_mapped_by_hand_and_remembered_for_the_next_list() {
    let (desk, mut clerk) = Desk::with("Kode;Sapaan\n6471055708850001;Siti Aminah\n");
    desk.opens(&mut clerk, "warga.csv");
    clerk.sees("0 dari 2 kolom dikenal").types("<f2>").sees("tidak mempunyai judul kolom");
    clerk.types("<enter>NIK<enter>").sees("1 dari 2 kolom dikenal");
    clerk.types("<down><enter>Nama lengkap<enter>").sees("2 dari 2 kolom dikenal").types("<f2>");
    jobs(&mut clerk);
    clerk.types("<f2>");
    jobs(&mut clerk);
    clerk.sees("1 baru").types("<esc><esc><esc>");
    fs::write(desk.file("lain.csv"), "KODE;SAPAAN\n6471051208900002;Budi\n").unwrap();
    desk.opens(&mut clerk, "lain.csv");
    clerk.sees("2 dari 2 kolom dikenal");
}

#[test]
fn a_stopped_import_leaves_nothing_and_the_desk_goes_on() {
    use loket::tui::{screen::Msg, shell::Order};
    let rows: Vec<String> =
        (0..6_000).map(|n| format!("64710512089{n:05};Warga Nomor {n}")).collect();
    let rows = rows.join("\n");
    let (desk, mut clerk) = Desk::with(&format!("NIK;Nama\n{rows}"));
    desk.opens(&mut clerk, "warga.csv");
    clerk.types("<f2>");
    jobs(&mut clerk);
    clerk.types("<f4>terima juga<enter>").types("<f2>");
    let job = clerk.orders.pop();
    let Some(Order::Run(job)) = job else { panic!("{job:?}") };
    let (told, heard) = std::sync::mpsc::channel();
    let worker = loket::tui::worker::Worker::start(
        move |job, watch| loket::tui::doors::work_through(&Spool::default(), job, watch),
        told,
    );
    worker.take(Order::Run(job));
    let mut ready = 0;
    loop {
        let msg = heard.recv().unwrap();
        let last = matches!(msg, Msg::Finished(_));
        ready += usize::from(matches!(msg, Msg::Ready));
        clerk.hears(msg);
        if ready == 2 {
            clerk.types("<f3>").sees("Cari belum bisa: impor sedang berjalan");
            clerk.types("<c-x>");
            clerk.orders.drain(..).for_each(|order| worker.take(order));
        }
        if last {
            break;
        }
    }
    clerk.sees("Pekerjaan dihentikan").types("<esc><esc><esc>");
    clerk.types("<f3>warga nomor").sees("Tidak ada yang cocok");
    clerk.types("<c-n>").sees("Warga baru");
}

#[test]
fn old_letters_are_shown_and_asked_about_and_what_is_no_list_is_told() {
    let (desk, mut clerk) = Desk::with("NIK;Nama\n");
    desk.opens(&mut clerk, "warga.csv");
    clerk.sees("Berkas ini hanya berisi baris judul.").sees("Sandi 1252: [ ]");
    fs::write(desk.file("warga.csv"), b"NIK;Nama\n6471055708850001;Siti Ren\xe9e\n").unwrap();
    clerk.types("<f2>");
    jobs(&mut clerk);
    clerk.sees("Windows-1252 (Siti Renée)");
    clerk.types("<down><down><space><f2>");
    jobs(&mut clerk);
    clerk.sees("CSV Windows-1252, dipisah ;").types("<f2>");
    jobs(&mut clerk);
    clerk.sees("1 baris: 1 baru.");
    clerk.types("<esc><esc>").stands_at("Sandi 1252");
    fs::remove_file(desk.file("warga.csv")).unwrap();
    clerk.types("<f2>");
    jobs(&mut clerk);
    clerk.sees("Berkas itu tidak dapat dipakai: tidak ada.");
}
