//! Days at the desk, from the first start to a case that is closed, in a real terminal.
use std::fs;

use loket::{
    desk::{
        counter::Clock,
        entrance::{Pass, admitted},
    },
    store::vault::Vault,
};

use crate::{
    clerk::recovery_on,
    place::{PASSPHRASE, Place},
    readme,
    terminal::window::Window,
};

#[test]
fn a_walk_in_is_taken_referred_printed_found_again_and_closed() {
    let place = Place::new();
    let mut window = Window::open(place.path(), &[]);
    window.sees("Langkah 1 dari 3").types("sepinggan raya").sees("64.71.05.1009").types("<enter>");
    window.sees("Langkah 2 dari 3").types("<f2>").sees("Langkah 3 dari 3");
    window.types("Rina Wulandari<enter><enter>").begins();
    window.sees("Loket siap. Selamat bekerja, Rina Wulandari.");

    window.types("<c-n>").sees("Tamu datang untuk").types("2").sees("cari orangnya");
    window.types("siti aminah").sees("Ctrl-N mendaftarkannya").types("<c-n>").sees("Identitas");
    window.types("6471055708850001").sees("lahir 17 Agustus 1985, Perempuan");
    window.types("<enter>").sees("Diisi dari NIK").types("<f2>");
    window.sees("Permohonan layanan: Siti").types("sktm<enter>").sees("Surat Keterangan Tidak");
    window.types("<f2>").sees("TANDA TERIMA").sees("Tersimpan: register 00001/");
    let ticket = ticket(&window.screen());

    window.types("<esc>").sees("Kurang berkas. F8").types("<c-a>").sees("Lembaga tujuan");
    window.types("dinsos<enter>Mohon dibantu<enter>").sees("Rujukan dengan surat");
    window.types("<f2>").sees("Belum dipastikan tercetak").sees("Yth. Kepala Dinas Sosial");
    window.types("<f2>").sees("sudah keluar dan benar").types("<right>").sees("> Ya");
    window.types("<enter>").sees("sudah pasti");
    let saved = fs::read_dir(place.path().join("surat")).unwrap();
    let pdf =
        saved.map(|file| file.unwrap().path()).find(|file| file.extension().unwrap() == "pdf");
    assert!(fs::read(pdf.unwrap()).unwrap().starts_with(b"%PDF"));

    window.types("<f3>").sees("Cari:").types("siti").sees("6471**5708******").types("<enter>");
    window.sees("Dirujuk");
    window.types("<c-q>");
    assert!(window.ends());

    // She comes back with her receipt.
    let mut window = Window::open(place.path(), &[]);
    window.comes_in().sees("Rina Wulandari").types("<f3>").sees("Cari:").types(&ticket);
    window.sees("Siti Aminah").types("<enter>").sees("Enter membuka rujukan");
    window
        .types("<enter>")
        .sees("1 kali keluar")
        .types("<f8>")
        .sees("Kabar dari Dinas Sosial")
        .types("selesai<enter>terlayani<enter>");
    window.types("Suratnya sudah jadi<f2>").sees("Kabar tersimpan: Selesai.");
    window.types("<f8>").sees("Langkah dari Dirujuk").types("tutup<enter>terlayani<enter><f2>");
    window.sees("Tersimpan. Status sekarang: Selesai.");
    window.types("<c-q>");
    assert!(window.ends());
}

#[test]
fn a_half_typed_form_is_back_after_the_power_failed() {
    let place = Place::new();
    let mut window = Window::open(place.path(), &[]);
    window.types("sepinggan raya").sees("64.71.05.1009").types("<enter>");
    window.sees("Langkah 2 dari 3").types("<f2>").sees("Langkah 3 dari 3");
    window.types("Rina<enter><enter>").begins().sees("Loket siap").types("<c-n>2");
    window.sees("cari orangnya");
    window.types("budi").sees("Ctrl-N").types("<c-n>").sees("Identitas").types("64710517");
    window.sees("64710517________");
    kept(&place, "64710517");
    window.dies();

    let mut window = Window::open(place.path(), &[]);
    window
        .comes_in()
        .sees("8 Konsep                       1")
        .types("8")
        .sees("Data warga")
        .types("<enter>");
    window.sees("64710517________").sees("Budi");
    window.types("<c-q>");
    assert!(window.ends());
}

#[test]
fn the_screen_in_the_readme_is_the_one_that_is_shown() {
    let place = Place::new();
    let mut window = Window::open(
        place.path(),
        &["latihan", "--warga", "60", "--benih", "7", "--hari", "2026-11-24"],
    );
    window.sees("Kunjungan hari ini").sees("Ctrl-K");
    let screen = window.screen();
    window.types("<c-q>");
    assert!(window.ends());
    readme::holds("layar", &format!("```text\n{}\n```\n", screen.trim_end()));
}

/// The ticket of a request that stands on the screen.
fn ticket(screen: &str) -> String {
    let from = screen.find("PMH-").unwrap();
    screen[from..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}

/// Waits until a draft that holds these words is on the disk: only then the power may fail.
fn kept(place: &Place, words: &str) {
    let pass = Pass::new("", PASSPHRASE);
    let (_, ring) = admitted(place.path(), &pass, Clock::Wall).unwrap();
    let vault = Vault::of(ring);
    let folder = place.path().join("konsep");
    let holds = |file: fs::DirEntry| {
        let context = format!("konsep {}", file.file_name().display());
        let bytes = fs::read(file.path()).unwrap_or_default();
        let plain = vault.open(context.as_bytes(), &bytes).unwrap_or_default();
        plain.windows(words.len()).any(|part| part == words.as_bytes())
    };
    for _ in 0..10_000_000 {
        if fs::read_dir(&folder).is_ok_and(|files| files.flatten().any(holds)) {
            return;
        }
        std::thread::yield_now();
    }
    panic!("the draft was not kept");
}

#[test]
fn the_code_from_the_safe_opens_the_desk_when_the_passphrase_is_forgotten() {
    let place = Place::new();
    let mut window = Window::open(place.path(), &[]);
    window.types("sepinggan raya").sees("64.71.05.1009").types("<enter>");
    window.sees("Langkah 2 dari 3").types("<f2>").sees("Langkah 3 dari 3");
    window.types(&format!("Rina<enter><enter>{PASSPHRASE}<enter>{PASSPHRASE}<f2>"));
    let code = recovery_on(&window.sees("Tulis kode ini").screen());
    window.types(&code).types("<f2>").sees("Loket siap").types("<c-q>");
    assert!(window.ends());

    let mut window = Window::open(place.path(), &[]);
    window.sees("Loket terkunci").types("<f7>").sees("Dengan kode pemulihan").types(&code);
    window.types("<enter>rina<enter>teh manis hangat<enter>teh manis hangat<f2>");
    window.sees("Kode pemulihan tadi sudah dipakai").sees("Tulis kode ini");
    let fresh = recovery_on(&window.screen());
    assert_ne!(fresh, code);
    window.types(&fresh).types("<f2>").sees("yang baru berlaku").types("<c-q>");
    assert!(window.ends());
}
