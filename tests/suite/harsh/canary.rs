//! Nobody's name and number can be read in any file of a store, closed or killed.
use std::{
    collections::HashSet,
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use loket::store::columns::packed::sixteen;

use crate::{
    cli::intakes::intake,
    harsh::{
        book::name,
        machine::tell,
        office::found,
        run::{Ended, LIMIT, Running, ended, loket},
    },
    place::Place,
};

/// How many people.
const PEOPLE: u32 = 1_000;

/// The length of what is looked for; no word is shorter.
const HEAD: usize = 8;

/// Words by the bytes that they begin with.
pub struct Words {
    words: Vec<(String, Vec<u8>)>,
    heads: HashSet<[u8; HEAD]>,
}

impl Words {
    /// What must not be found of everyone, in the spellings that a program might keep.
    pub fn of_everyone() -> Self {
        let mut words = vec![];
        for number in 0..PEOPLE {
            let name = name(number);
            let nik = intake(number)["nik"].as_str().unwrap().to_owned();
            let told = told(number);
            for word in [&name, &name.to_lowercase(), &name.to_uppercase(), &nik, &told] {
                let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
                words.push((word.clone(), word.as_bytes().to_vec()));
                words.push((format!("{word} (UTF-16)"), wide));
            }
            // As the columns of an open desk keep it; bytes of zero are not looked for.
            let digits = sixteen(nik.parse().unwrap()).to_le_bytes().to_vec();
            words.push((format!("{nik} (kolom)"), digits));
        }
        let heads = words.iter().map(|(_, bytes)| *bytes.first_chunk().unwrap()).collect();
        Self { words, heads }
    }

    /// The words that stand in these bytes.
    pub fn within(&self, bytes: &[u8]) -> Vec<&str> {
        // No word begins with a zero, and most of a memory is zeros.
        let met = bytes.windows(HEAD).enumerate();
        let met = met.filter(|(_, head)| head[0] != 0 && self.heads.contains(*head));
        let places: Vec<usize> = met.map(|(at, _)| at).collect();
        let stands = |word: &[u8]| places.iter().any(|at| bytes[*at..].starts_with(word));
        let found = self.words.iter().filter(|(_, bytes)| stands(bytes));
        found.map(|(word, _)| word.as_str()).collect()
    }
}

/// A word of that number's own words.
fn told(number: u32) -> String {
    format!("kenari{}", name(number).to_lowercase().replace(' ', ""))
}

pub fn lines() -> String {
    let line = |number: u32| {
        let mut line = intake(number);
        line["nama"] = name(number).into();
        line["uraian"] = format!("Ia berkata {} dan pulang.", told(number)).into();
        format!("{line}\n")
    };
    (0..PEOPLE).map(line).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// An office that took in everyone, and then came to that end.
pub fn office(killed: bool) -> Place {
    let place = Place::new();
    found(place.path());
    let mut desk = Running::start(loket(place.path(), &["terima"]));
    desk.feed(&lines());
    desk.count(PEOPLE as usize, Instant::now() + 3 * LIMIT);
    if killed {
        desk.kill();
    }
    let end = desk.end().unwrap();
    assert_eq!(end.out.lines().count(), PEOPLE as usize, "{}", end.told);
    place
}

/// What is found where, in a store that came to that end, and in its backup.
fn legible(killed: bool) -> Vec<String> {
    let place = office(killed);
    let stick = Place::new();
    let words = Words::of_everyone();
    let read = |folder: &Path| -> Vec<_> {
        files(folder).into_iter().map(|file| (fs::read(&file).unwrap(), file)).collect()
    };
    let mut kept = read(place.path());
    assert!(kept.len() > 3);
    let backed_up = loket(place.path(), &["cadangkan", stick.path().to_str().unwrap()]);
    ended(backed_up, "").and_then(Ended::well).unwrap();
    let backup = read(stick.path());
    assert_eq!(backup.len(), 1);
    kept.extend(backup);
    let told = kept.iter().filter_map(|(bytes, file)| {
        let mut met = words.within(bytes);
        met.extend(words.within(file.to_string_lossy().as_bytes()));
        let inside = file.file_name().unwrap().to_string_lossy();
        met.first().map(|word| format!("{inside}: {} kata, misalnya {word}", met.len()))
    });
    told.collect()
}

#[test]
#[ignore = "takes a thousand intakes twice"]
fn no_file_of_a_store_shows_a_name_a_number_or_what_was_told() {
    for killed in [false, true] {
        let found = legible(killed);
        assert!(found.is_empty(), "killed: {killed}\n{}", found.join("\n"));
    }
    tell(&format!("kenari: {PEOPLE} nama, NIK dan uraian, 0 terbaca"));
}

#[test]
fn a_word_is_found_in_whatever_spelling() {
    let words = Words::of_everyone();
    let nik = intake(17)["nik"].as_str().unwrap().to_owned();
    assert_eq!(words.within(format!("..{nik}..").as_bytes()), [nik]);
    let wide: Vec<u8> = name(999).encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(words.within(&wide), [format!("{} (UTF-16)", name(999))]);
    assert!(words.within(b"nobody is here").is_empty());
}
