//! Whatever a file holds, reading it ends, asks for little memory, and believes nothing.
use std::{io::Read, sync::LazyLock};

use loket::{
    fault::Fault,
    store::{
        backup::{name::Name, scan::read},
        cipher,
        segment::LATER,
    },
};
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};

use crate::safekeeping::store::Office;

static SOUND: LazyLock<Vec<u8>> = LazyLock::new(|| Office::with(3).bytes());

fn is_refused(bytes: &[u8], size: u64) -> bool {
    matches!(read(bytes, size, &mut |_, _| Ok(())), Err(Fault::Backup(_)))
}

/// A reader that has zeros for ever, and counts what was asked of it.
struct Endless(u64);

impl Read for Endless {
    fn read(&mut self, to: &mut [u8]) -> std::io::Result<usize> {
        to.fill(0);
        self.0 += to.len() as u64;
        Ok(to.len())
    }
}

fn cut() -> impl Strategy<Value = (usize, usize, Vec<u8>)> {
    let bytes = prop_oneof![
        Just(vec![]),
        Just(vec![0xff; 4]),
        proptest::collection::vec(any::<u8>(), 1..64)
    ];
    (0..SOUND.len(), 0..128_usize, bytes)
}

proptest! {
    #[test]
    fn no_heap_of_bytes_is_taken_for_a_backup(
        bytes in proptest::collection::vec(any::<u8>(), 0..2_000),
        front in 0..200_usize,
        size in any::<u64>(),
    ) {
        let begun: Vec<u8> = SOUND.iter().take(front).copied().chain(bytes).collect();
        prop_assert!(is_refused(&begun, begun.len() as u64));
        prop_assert!(is_refused(&begun, size));
    }

    #[test]
    fn no_backup_with_another_piece_in_it_is_believed((at, cut, piece) in cut(), again: bool) {
        let mut forged = SOUND.clone();
        let end = (at + cut).min(forged.len());
        forged.splice(at..end, piece);
        if again && forged.len() > 32 {
            forged.truncate(forged.len() - 32);
            forged.extend(cipher::digest(&[&forged]));
        }
        let told = read(&*forged, forged.len() as u64, &mut |_, _| Ok(()));
        // What is not covered by the chain is the keys and the seals: those need a key to prove.
        let sealed = told.is_ok_and(|found| again && found.facts.sequence == 3);
        prop_assert!(sealed || forged == *SOUND || is_refused(&forged, forged.len() as u64));
    }

    #[test]
    fn a_length_that_lies_asks_for_no_more_than_a_segment(keys: u32, size in any::<u64>()) {
        let mut front = SOUND[..100].to_vec();
        front[54..58].copy_from_slice(&keys.to_le_bytes());
        let mut endless = Endless(0);
        let told = read((&*front).chain(&mut endless), size, &mut |_, _| Ok(()));
        prop_assert!(matches!(told, Err(Fault::Backup(_))));
        prop_assert!(endless.0 <= LATER);
    }

    #[test]
    fn only_names_that_the_desk_gives_are_read(text in "\\PC{0,60}", millis in 0..4_000_000_000_000_i64) {
        if let Some(name) = Name::read(&text) {
            prop_assert_eq!(name.file(), text);
        }
        let made = chrono::DateTime::from_timestamp_millis(millis / 1_000 * 1_000).unwrap().naive_utc();
        let name = Name { made, area: "64.71.06.1001".parse().unwrap() };
        prop_assert_eq!(Name::read(&name.file()), Some(name));
        prop_assert_eq!(Name::half(&name.half_file()), Some(name));
        prop_assert_eq!((Name::read(&name.half_file()), Name::half(&name.file())), (None, None));
        prop_assert!(!name.half_file().contains([':', '\\', '/', '*', '?', '"', '<', '>', '|']));
    }
}
