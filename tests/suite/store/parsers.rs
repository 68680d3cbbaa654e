//! Bytes that nobody wrote: whatever reads them says no, and never stops the desk.
use loket::store::{anchor, check::full, keys::Keys, roll::Roll, tries::Tries};
use proptest::prelude::{ProptestConfig, any, prop, prop_assert, proptest};

use crate::store::{
    check::{checked, keyed},
    folder::{Folder, save, slip, vault},
};

proptest! {
    #[test]
    fn random_bytes_are_neither_keys_nor_anchors_nor_a_roll(
        bytes in prop::collection::vec(any::<u8>(), 0..700),
        begin in prop::sample::select(vec![&b""[..], b"LKTS1", b"LKTK1", b"LKTD1"]),
    ) {
        let bytes = [begin, &bytes].concat();
        prop_assert!(Keys::parse(&bytes).is_none());
        prop_assert!(anchor::parse(&bytes).is_none());
        prop_assert!(anchor::parse(&bytes[..bytes.len().min(256)]).is_none());
        prop_assert!(Roll::open(&vault(), &bytes).is_none());
    }

    #[test]
    fn keys_and_anchors_that_were_overwritten_or_cut_are_refused(
        at in any::<prop::sample::Index>(),
        over in prop::collection::vec(any::<u8>(), 1..60),
        cut in any::<prop::sample::Index>(),
    ) {
        for (name, sound) in [("kunci", &golden().0), ("kepala", &golden().1)] {
            let read = |bytes: &[u8]| match name {
                "kunci" => Keys::parse(bytes).is_some(),
                _ => anchor::parse(bytes).is_some(),
            };
            prop_assert!(read(sound));
            let mut bytes = sound.clone();
            let from = at.index(bytes.len());
            for (to, new) in bytes[from..].iter_mut().zip(&over) {
                *to = *new;
            }
            prop_assert!(bytes == *sound || !read(&bytes), "{name}");
            prop_assert!(!read(&sound[..cut.index(sound.len())]), "{name}");
            prop_assert!(!read(&[&sound[..], &over].concat()), "{name}");
        }
    }
}

/// The bytes of a file of keys and of an anchor, made once.
fn golden() -> &'static (Vec<u8>, Vec<u8>) {
    static GOLDEN: std::sync::OnceLock<(Vec<u8>, Vec<u8>)> = std::sync::OnceLock::new();
    GOLDEN.get_or_init(|| {
        let (folder, _) = keyed();
        let (mut store, _) = folder.open();
        save(&mut store, &[slip(1, "satu")]);
        drop(store);
        let read = |name| std::fs::read(folder.at(name)).unwrap();
        (read("kunci"), read("kepala.a"))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn a_folder_of_garbage_is_checked_and_named(
        files in prop::collection::vec(prop::collection::vec(any::<u8>(), 1..3_000), 7),
        begins in any::<bool>(),
    ) {
        let folder = Folder::light();
        let names = ["jurnal/000001", "jurnal/000002", "kunci", "kepala.a", "daftar", "indeks/db", "kunci.coba"];
        for part in ["jurnal", "indeks"] {
            std::fs::create_dir(folder.at(part)).unwrap();
        }
        for (name, bytes) in names.iter().zip(files) {
            let begin = if begins { &b"LKT2"[..] } else { b"" };
            std::fs::write(folder.at(name), [begin, &bytes].concat()).unwrap();
        }
        prop_assert!(checked(&folder, &vault()).findings.len() > 4);
        prop_assert!(full::at_rest(folder.path(), &vault(), None, &mut |_, _| false).is_err());
        let _ = Tries::read(folder.path());
    }
}
