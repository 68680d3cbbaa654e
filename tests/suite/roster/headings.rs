//! What columns are called, and what is made of it.
use loket::{
    domain::misfit::Misfit,
    roster::heading::{Mapping, named},
};

use crate::roster::parcel::why;

fn mapping(headings: &[&str]) -> Mapping {
    Mapping::of(headings.iter().map(|heading| (*heading).to_owned()).collect())
}

#[test]
fn headings_are_known_however_they_are_spelt() {
    for (heading, field) in [
        ("NIK", "nik"),
        ("\u{feff}NIK ", "nik"),
        ("No.\u{a0}KTP", "nik"),
        ("no ktp", "nik"),
        ("N I K", "nik"),
        ("N.I.K.", "nik"),
        ("No. K.K.", "kk"),
        ("Nama Lengkap", "nama"),
        ("NAMA", "nama"),
        ("tgl_lahir", "tanggal_lahir"),
        ("Tempat/Tgl. Lahir", "tanggal_lahir"),
        ("Tgl. Lhr", "tanggal_lahir"),
        ("L/P", "jenis_kelamin"),
        ("Jenis Kelamin", "jenis_kelamin"),
        ("RT/RW", "rt"),
        ("No. KK", "kk"),
        ("Kelurahan/Desa", "kelurahan"),
        ("No HP/WA", "hp"),
        ("kode_kategori", "ppks"),
        ("jenis_disabilitas", "ragam_disabilitas"),
        ("alasan_tanpa_nik", "alasan_tanpa_nik"),
        ("alasan_ditolak", ""),
        ("Catatan", ""),
        ("", ""),
    ] {
        assert_eq!(named(heading).map_or("", |field| field.id), field, "{heading:?}");
    }
}

#[test]
fn the_same_question_twice_or_none_at_all_is_no_list() {
    assert_eq!(why(mapping(&["NIK", "NIK", "Nama"]).judge()), Misfit::Twice);
    assert_eq!(why(mapping(&["No. KTP", "nik", "Nama"]).judge()), Misfit::Twice);
    assert_eq!(why(mapping(&["a", "b"]).judge()), Misfit::NoHeading);
    assert_eq!(why(mapping(&["Agama", "RT"]).judge()), Misfit::NoHeading);
    mapping(&["Nama", "apa saja"]).judge().unwrap();
    let left = mapping(&["No", "NIK", "alasan_ditolak", "Catatan"]);
    assert_eq!(left.left().collect::<Vec<_>>(), ["No", "Catatan"]);
}

#[test]
fn a_mapping_by_hand_replaces_what_the_headings_say() {
    let ids = ["nama".to_owned(), String::new(), "nik".to_owned()];
    let by_hand = mapping(&["A", "NIK", "C"]).with(&ids);
    assert_eq!(by_hand.ids().collect::<Vec<_>>(), ["nama", "", "nik"]);
}
