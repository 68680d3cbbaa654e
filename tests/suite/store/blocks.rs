//! A file that is filled in whole blocks holds just what was written into it.
use std::fs;

use loket::store::blocks::Blocks;
use proptest::prelude::{ProptestConfig, any, prop, prop_assert, proptest};

use crate::store::folder::Folder;

/// Bytes of the file.
const SIZE: usize = 512 << 10;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn what_is_written_piece_by_piece_is_there(
        pieces in prop::collection::vec((1_usize..9_000, any::<bool>()), 1..24),
        large in 1_usize..200_000,
    ) {
        let place = Folder::new();
        let path = place.at("segmen");
        fs::write(&path, vec![0; SIZE]).unwrap();
        let mut expected: Vec<u8> = vec![];
        let mut file = Blocks::open(&path).unwrap();
        for (number, (size, again)) in pieces.into_iter().chain([(large, true)]).enumerate() {
            let piece: Vec<u8> = (1..=251).cycle().skip(number).take(size).collect();
            if again {
                file = Blocks::open(&path).unwrap();
            }
            file.write(expected.len() as u64, &piece).unwrap();
            file.sync().unwrap();
            expected.extend(piece);
        }
        expected.resize(SIZE, 0);
        prop_assert!(fs::read(&path).unwrap() == expected);
    }
}

#[test]
fn a_file_that_is_no_whole_number_of_blocks_is_written_as_well() {
    let place = Folder::new();
    let path = place.at("segmen");
    fs::write(&path, [0; 5000]).unwrap();
    let mut file = Blocks::open(&path).unwrap();
    file.write(4990, b"sepuluh...").unwrap();
    file.sync().unwrap();
    assert!(fs::read(&path).unwrap().ends_with(b"\0sepuluh..."));
}
