//! Half-typed forms.
use std::fs;

use loket::{fault::Fault, store::drafts::Drafts};

use crate::store::folder::{Folder, vault};

fn kept(folder: &Folder) -> Vec<(String, Vec<u8>)> {
    Drafts::open(&folder.at("konsep"), &vault()).unwrap().all()
}

#[test]
fn the_latest_typing_survives() {
    let folder = Folder::new();
    let drafts = Drafts::open(&folder.at("konsep"), &vault()).unwrap();
    for typed in ["B", "Bu", "Bud", "Budi"] {
        drafts.keep("warga-baru", typed.into(), false).unwrap();
    }
    drafts.keep("permohonan", b"surat".to_vec(), false).unwrap();
    drop(drafts);
    let both =
        [("permohonan".to_owned(), b"surat".to_vec()), ("warga-baru".to_owned(), b"Budi".to_vec())];
    assert_eq!(kept(&folder), both);
}

#[test]
fn what_is_settled_is_on_the_disk_before_the_drafts_are_closed() {
    let folder = Folder::new();
    let drafts = Drafts::open(&folder.at("konsep"), &vault()).unwrap();
    drafts.settle();
    drafts.keep("warga-baru", b"Budi".to_vec(), false).unwrap();
    drafts.settle();
    assert_eq!(kept(&folder), [("warga-baru".to_owned(), b"Budi".to_vec())]);
    drafts.forget("warga-baru").unwrap();
    drafts.settle();
    assert_eq!(kept(&folder), []);
}

#[test]
fn a_disk_that_refuses_does_not_hold_up_whoever_settles() {
    let folder = Folder::new();
    let drafts = Drafts::open(&folder.at("konsep"), &vault()).unwrap();
    fs::remove_dir(folder.at("konsep")).unwrap();
    drafts.keep("warga-baru", b"Budi".to_vec(), false).unwrap();
    drafts.settle();
    assert!(drafts.troubled());
    drafts.settle();
    fs::create_dir(folder.at("konsep")).unwrap();
    drafts.settle();
    assert!(!drafts.troubled());
    assert_eq!(kept(&folder), [("warga-baru".to_owned(), b"Budi".to_vec())]);
}

#[test]
fn what_was_kept_is_told_before_it_is_written() {
    let folder = Folder::new();
    let drafts = Drafts::open(&folder.at("konsep"), &vault()).unwrap();
    drafts.keep("warga-baru", b"Budi".to_vec(), false).unwrap();
    assert_eq!(drafts.all(), [("warga-baru".to_owned(), b"Budi".to_vec())]);
    assert!(!drafts.troubled());
}

#[test]
fn a_forgotten_draft_is_gone() {
    let folder = Folder::new();
    Drafts::open(&folder.at("konsep"), &vault())
        .unwrap()
        .keep("warga-baru", b"Budi".to_vec(), false)
        .unwrap();
    Drafts::open(&folder.at("konsep"), &vault()).unwrap().forget("warga-baru").unwrap();
    assert_eq!(kept(&folder), []);
    assert!(!folder.at("konsep/warga-baru").exists());
}

#[test]
fn a_damaged_draft_is_set_aside_and_not_deleted() {
    let folder = Folder::new();
    Drafts::open(&folder.at("konsep"), &vault())
        .unwrap()
        .keep("warga-baru", b"Budi".to_vec(), false)
        .unwrap();
    folder.change("konsep/warga-baru", |bytes| bytes[3] ^= 1);
    let damaged = fs::read(folder.at("konsep/warga-baru")).unwrap();
    assert_eq!(kept(&folder), []);
    assert_eq!(fs::read(folder.at("konsep/warga-baru.rusak-1")).unwrap(), damaged);
}

#[test]
fn a_draft_in_the_place_of_another_is_not_believed() {
    let folder = Folder::new();
    Drafts::open(&folder.at("konsep"), &vault())
        .unwrap()
        .keep("warga-baru", b"Budi".to_vec(), false)
        .unwrap();
    fs::rename(folder.at("konsep/warga-baru"), folder.at("konsep/permohonan")).unwrap();
    assert_eq!(kept(&folder), []);
}

#[test]
fn a_write_that_was_cut_off_leaves_the_draft_before_it() {
    let folder = Folder::new();
    Drafts::open(&folder.at("konsep"), &vault())
        .unwrap()
        .keep("warga-baru", b"Budi".to_vec(), false)
        .unwrap();
    fs::write(folder.at("konsep/warga-baru.baru"), "setengah").unwrap();
    assert_eq!(kept(&folder), [("warga-baru".to_owned(), b"Budi".to_vec())]);
}

#[test]
fn a_name_that_is_a_path_is_refused() {
    let folder = Folder::new();
    let drafts = Drafts::open(&folder.at("konsep"), &vault()).unwrap();
    for name in ["", "../kunci", "Warga", "a.b", "a b"] {
        assert!(matches!(drafts.keep(name, vec![], false), Err(Fault::Asset(_))), "{name}");
    }
}
