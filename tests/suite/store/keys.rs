//! Who can open what: slots, epochs, the code in the safe.
use loket::{
    domain::{id::Id, passphrase::Passphrase, recovery::Recovery},
    store::{
        cipher::Cost,
        keys::{Holder, Keys, Shut, fresh_code},
        vault::{Ring, Vault},
    },
};
use proptest::prelude::{any, prop, prop_assert, prop_assert_eq, proptest};

use crate::store::folder::Folder;

const RINA: Id = Id::new(1, 1);
const BUDI: Id = Id::new(2, 2);

fn passphrase(text: &str) -> Passphrase {
    Passphrase::typed(text)
}

const fn holder<'a>(clerk: Id, code: &'a str, passphrase: &'a Passphrase) -> Holder<'a> {
    Holder { clerk, code, passphrase, cost: Cost::trifle() }
}

/// Rina's office; Budi may come in and not see what is restricted.
fn office() -> (Keys, Vault, Recovery) {
    let rina = passphrase("rina rina rina");
    let (mut keys, ring, code) = Keys::found(&holder(RINA, "rina", &rina)).unwrap();
    keys.admit(&ring, &holder(BUDI, "budi", &passphrase("budi budi budi")), false).unwrap();
    (keys, Vault::of(ring), code)
}

fn opened(keys: &Keys, clerk: Id, text: &str) -> Result<Vault, Shut> {
    keys.open(clerk, &passphrase(text)).map(Vault::of)
}

#[test]
fn an_officer_comes_in_with_the_own_passphrase_only() {
    let (keys, vault, _) = office();
    let sealed = vault.seal(b"di sini", b"Siti");
    assert_eq!(keys.whose(Some("budi")), Some(BUDI));
    assert_eq!((keys.whose(Some("ayu")), keys.whose(None)), (None, None));
    let budi = opened(&keys, BUDI, "budi budi budi").unwrap();
    assert_eq!(budi.open(b"di sini", &sealed).as_deref(), Some(&b"Siti"[..]));
    assert!(matches!(opened(&keys, BUDI, "rina rina rina"), Err(Shut::Wrong(BUDI))));
    assert!(matches!(opened(&keys, Id::new(3, 3), "x"), Err(Shut::Stranger)));
}

#[test]
fn what_is_restricted_is_written_by_all_and_read_by_those_with_the_right() {
    let (keys, vault, _) = office();
    let budi = opened(&keys, BUDI, "budi budi budi").unwrap();
    let sealed = budi.seal_restricted(b"di sini", b"Siti").unwrap();
    assert!(!budi.opens_restricted() && vault.opens_restricted());
    assert_eq!(budi.open_restricted(b"di sini", &sealed), None);
    assert_eq!(vault.open_restricted(b"di sini", &sealed).as_deref(), Some(&b"Siti"[..]));
    assert_eq!(vault.open_restricted(b"di sana", &sealed), None);
}

#[test]
fn whoever_left_reads_what_was_and_nothing_that_comes_later() {
    let (mut keys, vault, _) = office();
    let theirs = opened(&keys, BUDI, "budi budi budi").unwrap();
    let before = vault.seal(b"di sini", b"dulu");
    assert!(keys.turn(&vault, &[BUDI]).unwrap());
    let after = vault.seal(b"di sini", b"kini");
    assert!(theirs.open(b"di sini", &before).is_some());
    assert_eq!(theirs.open(b"di sini", &after), None);
    assert!(matches!(opened(&keys, BUDI, "budi budi budi"), Err(Shut::Stranger)));
    // Who stays opens both, without anyone's passphrase having been asked.
    let rina = opened(&keys, RINA, "rina rina rina").unwrap();
    assert!(rina.open(b"di sini", &before).is_some() && rina.open(b"di sini", &after).is_some());
    assert!(rina.opens_restricted());
}

#[test]
fn an_epoch_begun_without_the_right_leaves_what_is_restricted_to_those_who_had_it() {
    let (mut keys, vault, _) = office();
    let sealed = vault.seal_restricted(b"di sini", b"Siti").unwrap();
    let budi = opened(&keys, BUDI, "budi budi budi").unwrap();
    assert!(!keys.turn(&budi, &[]).unwrap());
    let later = budi.seal_restricted(b"di sini", b"Ani").unwrap();
    let rina = opened(&keys, RINA, "rina rina rina").unwrap();
    assert!(rina.open_restricted(b"di sini", &sealed).is_some());
    assert!(rina.open_restricted(b"di sini", &later).is_some());
    assert!(!opened(&keys, BUDI, "budi budi budi").unwrap().opens_restricted());
}

#[test]
fn a_right_is_given_and_taken_without_a_new_passphrase() {
    let (mut keys, vault, _) = office();
    keys.limit(&vault.ring(), BUDI, true).unwrap();
    let sealed = vault.seal_restricted(b"di sini", b"Siti").unwrap();
    let budi = opened(&keys, BUDI, "budi budi budi").unwrap();
    assert!(budi.open_restricted(b"di sini", &sealed).is_some());
    keys.limit(&vault.ring(), BUDI, false).unwrap();
    keys.turn(&vault, &[]).unwrap();
    let budi = opened(&keys, BUDI, "budi budi budi").unwrap();
    let later = vault.seal_restricted(b"di sini", b"Siti").unwrap();
    assert_eq!(budi.open_restricted(b"di sini", &later), None);
}

#[test]
fn the_code_in_the_safe_opens_everything_until_there_is_another() {
    let (mut keys, vault, code) = office();
    for _ in 0..3 {
        keys.turn(&vault, &[]).unwrap();
    }
    let sealed = vault.seal(b"di sini", b"Siti");
    let rescued = Vault::of(keys.recover(&code).unwrap().unwrap());
    assert!(rescued.open(b"di sini", &sealed).is_some() && rescued.opens_restricted());
    assert!(keys.recover(&fresh_code().unwrap()).unwrap().is_none());
    let other = fresh_code().unwrap();
    keys.recover_by(&vault.ring(), &other).unwrap();
    assert!(keys.recover(&code).unwrap().is_none());
    assert!(keys.recover(&other).unwrap().is_some());
}

#[test]
fn a_changed_passphrase_keeps_the_slot_and_its_rights() {
    let (mut keys, _, _) = office();
    let (old, new) = (passphrase("rina rina rina"), passphrase("lain sekali lagi"));
    assert!(matches!(keys.change(&new, &holder(RINA, "rina", &new)), Err(Shut::Wrong(RINA))));
    keys.change(&old, &holder(RINA, "rina", &new)).unwrap();
    assert!(matches!(opened(&keys, RINA, "rina rina rina"), Err(Shut::Wrong(_))));
    assert!(opened(&keys, RINA, "lain sekali lagi").unwrap().opens_restricted());
}

#[test]
fn the_file_before_is_there_while_the_last_one_is_torn() {
    let folder = Folder::new();
    let (mut keys, vault, _) = office();
    keys.write(folder.path(), &vault.ring()).unwrap();
    keys.turn(&vault, &[BUDI]).unwrap();
    keys.write(folder.path(), &vault.ring()).unwrap();
    let (read, old) = Keys::read(folder.path()).unwrap().unwrap();
    assert_eq!((read.len(), read.serial(), old), (1, 2, false));
    folder.change("kunci", |bytes| bytes.truncate(100));
    let (read, old) = Keys::read(folder.path()).unwrap().unwrap();
    assert_eq!((read.len(), read.serial(), old), (2, 1, true));
    folder.change("kunci.lama", |bytes| bytes[7] ^= 1);
    assert!(Keys::read(folder.path()).is_err());
}

#[test]
fn a_file_that_somebody_without_keys_wrote_is_not_ours() {
    let folder = Folder::new();
    let (mut keys, vault, _) = office();
    keys.write(folder.path(), &vault.ring()).unwrap();
    let bytes = std::fs::read(folder.at("kunci")).unwrap();
    assert!(Keys::is_ours(&bytes, &vault.ring()).unwrap());
    let (mut foreign, other, _) = office();
    foreign.write(folder.path(), &other.ring()).unwrap();
    let bytes = std::fs::read(folder.at("kunci")).unwrap();
    assert!(Keys::parse(&bytes).is_some());
    assert!(!Keys::is_ours(&bytes, &vault.ring()).unwrap());
}

#[test]
fn neither_a_code_nor_a_passphrase_stands_in_the_file() {
    let folder = Folder::new();
    let (mut keys, vault, code) = office();
    keys.write(folder.path(), &vault.ring()).unwrap();
    let bytes = std::fs::read(folder.at("kunci")).unwrap();
    let holds = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    assert!(!holds(b"rina") && !holds(b"budi") && !holds(&code.bytes()[..8]));
}

/// Seals that are made with the same keys in another run of the program.
fn again(ring: &Ring) -> Vault {
    let epoch = ring.newest().unwrap();
    let general = loket::store::cipher::Key::of(epoch.general.secret().clone()).unwrap();
    let epoch = loket::store::vault::Epoch { general, public: epoch.public, restricted: None };
    Vault::of(Ring::of(1, vec![epoch]).unwrap())
}

proptest! {
    #[test]
    fn what_is_sealed_comes_back_in_its_own_place_alone(
        plain in prop::collection::vec(any::<u8>(), 0..300),
        context in prop::collection::vec(any::<u8>(), 0..40),
        other in prop::collection::vec(any::<u8>(), 0..40),
        flip in any::<prop::sample::Index>(),
    ) {
        let vault = crate::store::folder::vault();
        let mut sealed = vault.seal(&context, &plain);
        prop_assert_eq!(vault.open(&context, &sealed), Some(plain.clone()));
        prop_assert_eq!(again(&vault.ring()).open(&context, &sealed), Some(plain.clone()));
        prop_assert!(context == other || vault.open(&other, &sealed).is_none());
        prop_assert!(vault.seal(&context, &plain) != sealed, "never the same bytes twice");
        let at = flip.index(sealed.len());
        sealed[at] ^= 1;
        prop_assert!(vault.open(&context, &sealed).is_none());
    }

    #[test]
    fn a_recovery_code_survives_paper(bytes in any::<[u8; 20]>()) {
        let code = Recovery::of(bytes);
        let written = code.to_string();
        prop_assert_eq!(written.parse(), Ok(code.clone()));
        let copied = written.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        prop_assert_eq!(copied.parse(), Ok(code));
    }
}
