//! Complaints: to be cleared up, told before, or not true.
use loket::domain::road::Status;

use crate::case_desk::{Place, TODAY};

fn complains(place: &Place, words: &str) -> String {
    place.takes(&[("jenis", "pengaduan"), ("uraian", words)])
}

#[test]
fn a_complaint_is_cleared_up_and_found_untrue() {
    let place = Place::founded();
    let ticket = complains(&place, "Lansia terlantar di pasar");
    let mut clerk = place.at(TODAY);
    clerk.sees("Pengaduan").sees("Lansia terlantar di pasar").types("<f8>klarifikasi<enter>");
    clerk.types("Hubungi RT 14<f2>").sees("Status sekarang: Klarifikasi.").sees("Hubungi RT 14");
    clerk.types("<f8>").stands_at("Langkah:").types("tandai tidak<enter>tidak terbukti<enter><f2>");
    clerk.sees("Status sekarang: Tidak valid.").sees("Tidak terbukti setelah diperiksa");
    drop(clerk);
    assert_eq!(place.request(&ticket).status, Status::Untrue);
}

#[test]
fn a_complaint_told_twice_names_the_first_one() {
    let place = Place::founded();
    let first = complains(&place, "Lansia terlantar di pasar");
    let second = complains(&place, "Nenek di pasar, tidak ada keluarga");
    let mut clerk = place.at(TODAY);
    clerk.types("<f8>tandai duplikat<enter>").stands_at("Duplikat dari:");
    clerk.types("<f2>").sees("Duplikat dari harus diisi");
    clerk
        .types(&second)
        .types("<f2>")
        .sees("Duplikat dari harus tiket laporan lain")
        .stands_at("Duplikat dari:");
    clerk.types(&"<bs>".repeat(second.len())).types(&first).types("<f2>");
    clerk.sees("Status sekarang: Duplikat.").sees(&first);
    drop(clerk);
    let second = place.request(&second);
    assert_eq!((second.status, second.same_as), (Status::Duplicate, first.parse().ok()));
}

#[test]
fn an_application_knows_nothing_of_duplicates() {
    let place = Place::founded();
    place.takes_cover("ktp");
    let mut clerk = place.at(TODAY);
    clerk.types("<f8>duplikat<enter>").sees("! harus salah satu").types("<up><f4>");
    clerk.misses("Minta klarifikasi");
}
