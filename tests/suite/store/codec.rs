//! Bytes of records: their version, their limits.
use loket::{
    domain::id::Id,
    fault::Fault,
    store::{
        codec,
        record::{Record, Table},
    },
};
use serde::{Deserialize, Serialize};

use crate::store::folder::{Slip, slip};

#[test]
fn a_record_is_its_version_and_then_its_fields() {
    let bytes = codec::encode(&slip(1, "ya")).unwrap();
    assert_eq!(bytes[0], 2);
    assert_eq!(bytes[bytes.len() - 3..], *b"\x02ya");
    assert_eq!(codec::decode::<Slip>(&bytes).unwrap(), slip(1, "ya"));
}

#[test]
fn bytes_too_few_or_too_many_are_refused() {
    let bytes = codec::encode(&slip(1, "ya")).unwrap();
    for length in 0..bytes.len() {
        assert!(codec::decode::<Slip>(&bytes[..length]).is_err(), "{length} bytes");
    }
    let longer = [&bytes[..], &[0]].concat();
    assert!(codec::decode::<Slip>(&longer).is_err());
}

#[test]
fn a_newer_version_is_refused_and_named() {
    let mut bytes = codec::encode(&slip(1, "ya")).unwrap();
    bytes[0] = 3;
    let refused = codec::decode::<Slip>(&bytes).unwrap_err();
    assert!(matches!(refused, Fault::Unreadable { table: "carik", version: 3 }));
}

#[test]
fn an_older_version_is_read_by_its_upgrade() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Label(String);
    impl Record for Label {
        const TABLE: Table = Table::Clerk;
        const NAME: &'static str = "label";
        const VERSION: u8 = 2;

        fn id(&self) -> Id {
            Id::named("label")
        }

        fn upgrade(version: u8, bytes: &[u8]) -> Result<Self, Fault> {
            let unreadable = Fault::Unreadable { table: Self::NAME, version };
            let number: u8 = codec::unpack(bytes).ok_or(unreadable)?;
            Ok(Self(format!("nomor {number}")))
        }
    }
    assert_eq!(codec::decode::<Label>(&[1, 7]).unwrap(), Label("nomor 7".to_owned()));
    assert!(codec::decode::<Label>(&[1, 7, 7]).is_err());
}

#[test]
fn a_record_larger_than_the_limit_is_refused_before_it_is_saved() {
    let large = slip(1, &"a".repeat(1 << 20));
    assert!(matches!(codec::encode(&large), Err(Fault::Unwritable("carik"))));
}
