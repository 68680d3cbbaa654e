//! The bytes of every kind of record, as the first release wrote them.
//!
//! The files in `tests/data/v1` are never edited. A new kind of record gets a file with
//! `LOKET_EMAS=tulis`, which writes what is not there yet and never what is.
use std::{
    fmt::{Debug, Write as _},
    fs,
    path::PathBuf,
};

use loket::{
    domain::{
        choice::Choice,
        letter::{Outlet, Signer, State, Weight},
        moment::Zone,
        office::Standing,
        paper,
        person::{Disability, Life, Marital, NoNik, Relation, Religion},
        promise::{Start, Unit},
        referral_road,
        request::{Basis, Channel, Kind, Need, Tie},
        road,
        sex::Sex,
        ticket::Series,
    },
    store::{codec, record::Record},
};

use crate::store::samples;

/// What a file of the first release holds.
fn golden(name: &str, now: &[u8]) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/v1").join(name);
    if !path.exists() && std::env::var_os("LOKET_EMAS").is_some_and(|told| told == "tulis") {
        fs::write(&path, now).unwrap();
    }
    fs::read(&path).unwrap_or_else(|_| panic!("{name} is missing; see this file's beginning"))
}

fn same<R: Record + PartialEq + Debug>(samples: &[R]) {
    for (number, sample) in samples.iter().enumerate() {
        let bytes = codec::encode(sample).unwrap();
        let file = format!("{}-{}.bin", R::NAME.replace(' ', "-"), number + 1);
        let kept = golden(&file, &bytes);
        assert_eq!(codec::decode::<R>(&kept).as_ref().ok(), Some(sample), "{file} is not read");
        assert_eq!(bytes, kept, "{file} is written otherwise");
    }
}

#[test]
fn every_record_has_the_bytes_it_always_had() {
    same(&samples::residents());
    same(&samples::requests());
    same(&samples::letters());
    same(&samples::offices());
    same(&samples::clerks());
    same(&samples::institutions());
    same(&samples::services());
    same(&samples::rules());
}

fn numbers<C: Choice + serde::Serialize>(name: &str, list: &mut String) {
    for choice in C::ALL {
        let bytes = codec::pack(choice).unwrap();
        let _ = writeln!(list, "{name} {} {bytes:?}", choice.code());
    }
}

#[test]
fn every_answer_keeps_its_number() {
    let mut now = String::new();
    let list = &mut now;
    numbers::<NoNik>("tanpa_nik", list);
    numbers::<Relation>("hubungan", list);
    numbers::<Religion>("agama", list);
    numbers::<Marital>("kawin", list);
    numbers::<Disability>("disabilitas", list);
    numbers::<Life>("hidup", list);
    numbers::<Sex>("kelamin", list);
    numbers::<Kind>("jenis", list);
    numbers::<Channel>("saluran", list);
    numbers::<Basis>("dasar", list);
    numbers::<Tie>("pelapor", list);
    numbers::<Need>("kebutuhan", list);
    numbers::<Unit>("satuan", list);
    numbers::<Start>("mulai", list);
    numbers::<Series>("seri", list);
    numbers::<road::Status>("status", list);
    numbers::<road::Step>("langkah", list);
    numbers::<referral_road::Status>("status_rujukan", list);
    numbers::<referral_road::Step>("langkah_rujukan", list);
    numbers::<Signer>("penanda_tangan", list);
    numbers::<Weight>("sifat", list);
    numbers::<State>("keadaan_surat", list);
    numbers::<Outlet>("keluaran", list);
    numbers::<Standing>("jabatan", list);
    numbers::<Zone>("zona", list);
    numbers::<paper::Paper>("kertas", list);
    for promise in samples::promises() {
        let _ = writeln!(list, "janji {:?}", codec::pack(&promise).unwrap());
    }
    let kept = String::from_utf8(golden("pilihan.txt", now.as_bytes())).unwrap();
    // Later releases may know more answers; none that was known may have moved.
    let known: Vec<&str> = now.lines().collect();
    for line in kept.lines() {
        assert!(known.contains(&line), "moved or gone: {line}");
    }
}
