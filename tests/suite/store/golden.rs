//! The bytes of every kind of record, as each version of it was written.
//!
//! The files in `tests/data` are never edited; `v1` holds records of version 1, and so on. A new
//! kind or version of record gets a file with `LOKET_EMAS=tulis`, which writes what is not there
//! yet and never what is.
use std::{
    fmt::{Debug, Write as _},
    fs,
    path::PathBuf,
};

use loket::{
    domain::{
        benefit::{self, Reach, Source},
        choice::Choice,
        clerk::Clerk,
        id::Id,
        law::Asker,
        letter::{End, Letter, Outlet, Printed, Signer, State, Weight},
        moment::Zone,
        office::{Office, Standing},
        paper,
        period::Period,
        person::{Disability, Life, Marital, NoNik, Relation, Religion},
        ppks::Ppks,
        promise::{Start, Unit},
        referral_road,
        request::{Basis, Channel, Kind, Need, Request, Tie},
        resident::Resident,
        road,
        role::Role,
        serial::Scope,
        service::Service,
        sex::Sex,
        ticket::Series,
    },
    store::{codec, record::Record},
};

use crate::store::{sample_filters, sample_letters, sample_printings, sample_wordings, samples};

/// What a file of that version holds.
fn golden(version: u8, name: &str, now: &[u8]) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/v{version}"));
    let path = folder.join(name);
    if !path.exists() && std::env::var_os("LOKET_EMAS").is_some_and(|told| told == "tulis") {
        fs::create_dir_all(&folder).unwrap();
        fs::write(&path, now).unwrap();
    }
    fs::read(&path).unwrap_or_else(|_| panic!("{name} is missing; see this file's beginning"))
}

fn file<R: Record>(number: usize) -> String {
    format!("{}-{}.bin", R::NAME.replace(' ', "-"), number + 1)
}

fn same<R: Record + PartialEq + Debug>(samples: &[R]) {
    for (number, sample) in samples.iter().enumerate() {
        let bytes = codec::encode(sample).unwrap();
        let file = file::<R>(number);
        let kept = golden(R::VERSION, &file, &bytes);
        assert_eq!(codec::decode::<R>(&kept).as_ref().ok(), Some(sample), "{file} is not read");
        assert_eq!(bytes, kept, "{file} is written otherwise");
    }
}

#[test]
fn every_record_has_the_bytes_it_always_had() {
    same(&samples::residents());
    same(&samples::requests());
    same(&sample_letters::letters());
    same(&samples::offices());
    same(&samples::clerks());
    same(&samples::institutions());
    same(&samples::services());
    same(&samples::rules());
    same(&samples::imports());
    same(&sample_filters::filters());
    same(&sample_wordings::wordings());
    same(&sample_printings::printings());
}

/// Files of the first version hold these records, as they are understood today.
fn upgraded<R: Record + PartialEq + Debug>(samples: &[R]) {
    assert!(R::VERSION > 1);
    for (number, sample) in samples.iter().enumerate() {
        let kept = golden(1, &file::<R>(number), &[]);
        assert_eq!(kept[0], 1);
        assert_eq!(codec::decode::<R>(&kept).as_ref().ok(), Some(sample), "{} {number}", R::NAME);
    }
}

#[test]
fn what_the_first_version_wrote_is_understood_as_the_upgrade_says() {
    upgraded(&first(samples::residents()));
    let requests = samples::requests();
    upgraded(&requests.map(|request| Request { confidential: false, ..request }));
    let kinds: Vec<Ppks> = [3, 6, 7, 16, 17, 18, 19].map(kind).to_vec();
    let offices = samples::offices();
    let offices = offices.map(plainly_numbered);
    upgraded(&offices.map(|office| Office { restricted_kinds: kinds.clone(), ..office }));
    let [printed, reserved, _] = sample_letters::letters().map(first_letter);
    upgraded(&[printed, reserved]);
    let services = samples::services();
    upgraded(&services.map(|service| Service { restricted: false, ..service }));
    upgraded(&samples::clerks().map(|clerk| Clerk {
        id: Id::named("siti"),
        roles: vec![Role::Clerk, Role::Coordinator, Role::Admin],
        ..clerk
    }));
}

/// A letter as the first version knew it.
fn first_letter(letter: Letter) -> Letter {
    let out = |copy: Printed| Printed { printer: None, end: End::Out, ..copy };
    Letter {
        by_hand: false,
        goal: None,
        matter: None,
        answers: vec![],
        copies: letter.copies.into_iter().map(out).collect(),
        replaces: None,
        stub: None,
        ..letter
    }
}

/// An office when all letters were in one series.
fn plainly_numbered(office: Office) -> Office {
    Office { scope: Scope::One, first: None, ..office }
}

#[test]
fn an_office_of_the_second_version_has_one_series_for_all() {
    for (number, sample) in samples::offices().map(plainly_numbered).into_iter().enumerate() {
        let kept = golden(2, &file::<Office>(number), &[]);
        assert_eq!(kept[0], 2);
        assert_eq!(codec::decode::<Office>(&kept).unwrap(), sample);
    }
}

/// The residents as the first version knew them.
fn first(residents: [Resident; 2]) -> [Resident; 2] {
    second(residents).map(|who| Resident { restriction: None, ..who })
}

/// The residents as the second version knew them.
fn second(residents: [Resident; 2]) -> [Resident; 2] {
    residents.map(|who| Resident { benefits: vec![], unlike: vec![], was: vec![], ..who })
}

#[test]
fn a_resident_of_the_second_version_receives_nothing_yet_and_was_never_merged() {
    for (number, sample) in second(samples::residents()).into_iter().enumerate() {
        let kept = golden(2, &file::<Resident>(number), &[]);
        assert_eq!(kept[0], 2);
        assert_eq!(codec::decode::<Resident>(&kept).unwrap(), sample);
    }
}

fn kind(number: u8) -> Ppks {
    number.to_string().parse().unwrap()
}

#[test]
fn a_service_of_the_first_version_becomes_restricted_by_its_code() {
    for (code, restricted) in [("PPA", true), ("ANAK", true), ("PKH", false), ("BARU", false)] {
        let [sample] = samples::services();
        let sample = Service { code: code.to_owned(), ..sample };
        let mut bytes = codec::encode(&sample).unwrap();
        // The first version ended where the mark is now.
        assert_eq!((bytes.pop(), bytes[0]), (Some(1), 2));
        bytes[0] = 1;
        let known: Service = codec::decode(&bytes).unwrap();
        assert_eq!(known, Service { restricted, ..sample });
    }
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
    numbers::<End>("keadaan_salinan", list);
    numbers::<Scope>("seri_nomor", list);
    numbers::<Standing>("jabatan", list);
    numbers::<Zone>("zona", list);
    numbers::<paper::Paper>("kertas", list);
    numbers::<Role>("peran", list);
    numbers::<Asker>("peminta", list);
    numbers::<Reach>("jangkauan", list);
    numbers::<benefit::State>("keadaan_bantuan", list);
    numbers::<Source>("sumber_bantuan", list);
    numbers::<Period>("kapan", list);
    for promise in samples::promises() {
        let _ = writeln!(list, "janji {:?}", codec::pack(&promise).unwrap());
    }
    // Later versions may know more answers; none that was known may have moved.
    let known: Vec<&str> = now.lines().collect();
    for version in [1, 2, 3, 4, 5] {
        let kept = String::from_utf8(golden(version, "pilihan.txt", now.as_bytes())).unwrap();
        for line in kept.lines() {
            assert!(known.contains(&line), "moved or gone: {line}");
        }
    }
}
