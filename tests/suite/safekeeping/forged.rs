//! No changed byte is missed, and nobody without a key writes a backup.
use loket::{
    domain::unfit::Unfit,
    fault::Fault,
    store::{
        backup::{
            layout::{END, FRONT, SEAL},
            scan::{Scanned, prove, read, scan},
        },
        cipher,
        frame::Header,
    },
};

use crate::{safekeeping::store::Office, store::folder::vault};

fn found(bytes: &[u8]) -> Result<Scanned, Fault> {
    read(bytes, bytes.len() as u64, &mut |_, _| Ok(()))
}

/// What a forger can do without a key: put the hash right again.
fn hashed_again(bytes: &mut Vec<u8>) {
    bytes.truncate(bytes.len() - 32);
    let hash = cipher::digest(&[bytes]);
    bytes.extend(hash);
}

/// Where the first frame begins.
fn frames(bytes: &[u8]) -> usize {
    let keys = u32::from_le_bytes(bytes[54..58].try_into().unwrap());
    FRONT + usize::try_from(keys).unwrap()
}

#[test]
fn every_changed_byte_is_found_without_a_key() {
    let mut bytes = Office::with(3).bytes();
    found(&bytes).unwrap();
    for at in 0..bytes.len() {
        for bit in [1, 0x80] {
            bytes[at] ^= bit;
            assert!(matches!(found(&bytes), Err(Fault::Backup(_))), "byte {at}, bit {bit}");
            bytes[at] ^= bit;
        }
    }
}

#[test]
fn a_backup_that_was_cut_off_anywhere_or_goes_on_is_refused() {
    let mut bytes = Office::with(3).bytes();
    for length in 0..bytes.len() {
        assert!(matches!(found(&bytes[..length]), Err(Fault::Backup(_))), "{length} bytes");
    }
    bytes.push(0);
    assert!(matches!(found(&bytes), Err(Fault::Backup(Unfit::Damaged))));
}

#[test]
fn swapped_repeated_and_missing_frames_are_refused_even_with_the_hash_put_right() {
    let bytes = Office::with(3).bytes();
    let start = frames(&bytes);
    let size = |at: usize| Header::read(&bytes[at..]).unwrap().size();
    let (first, second) = (start, start + size(start));
    let third = second + size(second);
    let parts = [&bytes[first..second], &bytes[second..third], &bytes[third..]];
    for order in [[1, 0, 2].as_slice(), &[0, 0, 1, 2], &[1, 2], &[0, 2], &[0, 1]] {
        let mut forged = bytes[..start].to_vec();
        for part in order {
            forged.extend(parts[*part]);
        }
        if !order.contains(&2) {
            forged.extend(&bytes[bytes.len() - END..]);
        }
        hashed_again(&mut forged);
        assert!(matches!(found(&forged), Err(Fault::Backup(Unfit::Damaged))), "{order:?}");
    }
}

#[test]
fn nobody_without_a_key_writes_one() {
    let office = Office::with(3);
    let bytes = office.bytes();
    prove(&office.lays(&bytes), &office.vault, &mut |_, _| Ok(())).unwrap();
    // The place of the front's own seal, of the keys, and of the seal over all.
    for at in [FRONT - SEAL, FRONT + 9, bytes.len() - END + 5] {
        let mut forged = bytes.clone();
        forged[at] ^= 1;
        hashed_again(&mut forged);
        let path = office.lays(&forged);
        scan(&path, &mut |_, _| Ok(())).unwrap();
        let told = prove(&path, &office.vault, &mut |_, _| Ok(()));
        assert!(matches!(told, Err(Fault::Backup(Unfit::Foreign))), "byte {at}");
    }
}

#[test]
fn the_backup_of_another_office_is_whole_but_not_ours() {
    let office = Office::with(2);
    let path = office.lays(&office.bytes());
    scan(&path, &mut |_, _| Ok(())).unwrap();
    let told = prove(&path, &vault(), &mut |_, _| Ok(()));
    assert!(matches!(told, Err(Fault::Backup(Unfit::Foreign))), "{told:?}");
}

#[test]
fn newer_backups_and_other_files_are_told_apart_from_damage() {
    let mut bytes = Office::with(1).bytes();
    bytes[4] = b'2';
    assert!(matches!(found(&bytes), Err(Fault::Backup(Unfit::Newer))));
    bytes[0] = b'X';
    assert!(matches!(found(&bytes), Err(Fault::Backup(Unfit::Stranger))));
}
