//! Frames of the journal: their exact bytes, and that nothing else passes for one.
use loket::{
    domain::{clerk::Stamp, id::Id, moment::Moment},
    store::{
        cipher, codec,
        entry::{Bytes, Entry, Key, Put},
        frame::{self, ALIGN, HEADER, Header},
    },
};
use proptest::prelude::{any, prop, prop_assert, proptest};

use crate::store::folder::vault;

/// As the first release with keys wrote it; never edited.
const GOLDEN: &[u8] = include_bytes!("../../data/v2/frame.bin");

const STAMP: Stamp = Stamp { at: Moment(1_763_792_723_456), by: Id::new(5, 5) };

fn entry() -> Entry {
    let put = |table, old: Option<&[u8]>, new: Option<&[u8]>| Put {
        key: Key::new(table, Id::new(1_763_792_723_000, 0x1234_5678)),
        before: if old.is_some() { 41 } else { 0 },
        old: old.map(|bytes| Bytes(bytes.to_vec())),
        new: new.map(|bytes| Bytes(bytes.to_vec())),
    };
    Entry {
        why: "terima permohonan".to_owned(),
        reason: "diminta warga".to_owned(),
        seen: vec![Key::new(1, Id::new(7, 7))],
        puts: vec![
            put(1, Some(b"\x01lama"), Some(b"\x01baru")),
            put(2, None, Some(b"\x01permohonan")),
            put(3, Some(b"\x01dihapus"), None),
        ],
    }
}

fn golden() -> Vec<u8> {
    let vault = vault();
    let body = frame::seal(&vault, 42, &codec::pack(&entry()).unwrap());
    let header = Header {
        length: u32::try_from(body.len()).unwrap(),
        sequence: 42,
        kind: 0,
        more: true,
        part: 3,
        previous: [0xa5; 32],
        body: cipher::digest(&[&body]),
        stamp: frame::sign(&vault, 42, STAMP),
    };
    let mut bytes = vec![];
    frame::write(&header, &body, &mut bytes);
    bytes
}

#[test]
fn a_frame_has_the_size_and_the_begin_it_always_had() {
    let golden = golden();
    if std::env::var_os("LOKET_EMAS").is_some() && GOLDEN.is_empty() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/v2/frame.bin");
        std::fs::write(file, &golden).unwrap();
    }
    // What is sealed is never the same twice.
    assert_eq!((golden.len(), &golden[..54]), (GOLDEN.len(), &GOLDEN[..54]));
    assert_eq!(GOLDEN.len() % ALIGN, 0);
}

#[test]
fn a_frame_of_the_first_release_is_still_read() {
    let (header, body) = frame::read(GOLDEN).unwrap();
    assert_eq!((header.sequence, header.first(), header.more), (42, 39, true));
    assert_eq!(frame::signed(&vault(), &header), Some(STAMP));
    assert_eq!(frame::open(&vault(), &header, body), Some(entry()));
}

#[test]
fn no_flipped_bit_is_accepted() {
    let mut bytes = golden();
    for at in 0..bytes.len() {
        for bit in 0..8 {
            bytes[at] ^= 1 << bit;
            assert!(frame::read(&bytes).is_none(), "bit {bit} of byte {at}");
            bytes[at] ^= 1 << bit;
        }
    }
    assert!(frame::read(&bytes).is_some());
}

#[test]
fn a_body_in_the_place_of_another_is_refused() {
    let (mut header, body) = frame::read(GOLDEN).unwrap();
    header.sequence = 43;
    assert!(frame::open(&vault(), &header, body).is_none());
}

#[test]
fn a_frame_of_a_newer_program_is_recognised() {
    let mut bytes = golden();
    assert!(!frame::is_newer(&bytes));
    bytes[3] = b'3';
    assert!(frame::is_newer(&bytes));
    assert!(!frame::is_newer(&[0; HEADER]));
}

proptest! {
    #[test]
    fn random_bytes_are_no_frame(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        prop_assert!(frame::read(&bytes).is_none());
        prop_assert!(codec::unpack::<Entry>(&bytes).is_none_or(|entry| entry.puts.len() < 600));
    }

    #[test]
    fn a_frame_that_was_cut_or_overwritten_is_refused(
        at in 0..GOLDEN.len(),
        over in prop::collection::vec(any::<u8>(), 1..80),
    ) {
        prop_assert!(frame::read(&GOLDEN[..at]).is_none());
        let mut bytes = GOLDEN.to_vec();
        for (to, from) in bytes[at..].iter_mut().zip(&over) {
            *to = *from;
        }
        prop_assert!(bytes == GOLDEN || frame::read(&bytes).is_none());
    }
}
