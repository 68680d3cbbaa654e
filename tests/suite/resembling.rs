//! How well it is told who is known already: ten thousand residents, sixteen hundred of them once
//! more with something told otherwise, and a thousand who are nobody of them.
use std::collections::HashMap;

use chrono::NaiveDate;
use loket::{
    domain::{
        area::Area,
        clerk::Stamp,
        id::Id,
        likeness::{Band, likeness},
        moment::Moment,
        resident::Resident,
    },
    form::{field::Draft, ground::Ground, resident::resident},
    store::columns::{likely::Likely, people::People},
};

use crate::{
    crowd::{self, Row},
    finding::{shortened, slipped, spelled, swapped},
};

const CROWD: usize = 10_000;

/// How many are told otherwise in each way.
const EACH: usize = 200;

/// Of those told otherwise so many in a hundred must be among the candidates at the counter: of
/// those of whom nothing is lost, and of the others. One word with a slip in it proves too little.
const AT_ENTRY: (usize, usize) = (97, 95);

/// So many must be likely, at the counter and in a list.
const LIKELY: usize = 90;

/// At most so many in a hundred of those whom nothing but the clerk's word would let in are wrong.
const WRONG: usize = 2;

/// Records that are compared fully at the counter, and for a row of a list.
const SHORT: (usize, usize) = (40, 5);

struct Town {
    people: People,
    rows: Vec<(Row, Resident)>,
    places: HashMap<Id, usize>,
    before: Likely,
}

/// The person of these answers.
fn who(number: usize, told: &[(&'static str, String)]) -> Resident {
    let mut draft = Draft::default();
    for (id, answer) in told {
        draft.put(id, answer.as_str());
    }
    if draft.named("nik").is_empty() {
        draft.put("alasan_tanpa_nik", "lupa");
    }
    let at = Moment(1_700_000_000_000 + i64::try_from(number).unwrap() * 1_000);
    let area: Area = "64.71.01.1001".parse().unwrap();
    let id = Id::new(u64::try_from(at.0).unwrap(), number as u128);
    let today = today();
    resident(&draft, &Ground { id, stamp: Stamp { at, by: Id::named("x") }, today, area }).unwrap()
}

const fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn town() -> Town {
    let mut people = People::default();
    let rows: Vec<(Row, Resident)> = (0..CROWD)
        .map(|number| {
            let row = crowd::row(number);
            let known = who(number, &row.answers());
            people.put(&known);
            (row, known)
        })
        .collect();
    let places = rows.iter().enumerate().map(|(place, (_, known))| (known.id, place)).collect();
    let before = Likely::of(&people);
    Town { people, rows, places, before }
}

/// Some answers that somebody gives.
type Told = Vec<(&'static str, String)>;

/// A way to tell somebody otherwise; nothing where it cannot be.
type Otherwise = fn(&Row, usize) -> Option<Told>;

/// What somebody tells at the counter without any paper: name, birth, sex and village, of every
/// second one also the mother, of every third the telephone.
fn spoken(row: &Row, number: usize) -> Told {
    let mut told = row.answers().to_vec();
    let silent = |id: &str| match id {
        "nik" | "kk" | "alamat" | "rt" => true,
        "nama_ibu" => !number.is_multiple_of(2),
        "hp" => !number.is_multiple_of(3),
        _ => false,
    };
    told.retain(|(id, _)| !silent(id));
    told
}

fn with(mut told: Told, id: &'static str, answer: String) -> Told {
    told.retain(|(known, _)| *known != id);
    told.push((id, answer));
    told
}

fn renamed(row: &Row, number: usize, name: Option<String>) -> Option<Told> {
    Some(with(spoken(row, number), "nama", name?))
}

/// A digit of the serial is another one; all else is on the card.
fn misnumbered(row: &Row, number: usize) -> Told {
    let mut nik = row.nik.clone().into_bytes();
    let at = 12 + number % 4;
    nik[at] = if nik[at] == b'9' { b'0' } else { nik[at] + 1 };
    with(row.answers().to_vec(), "nik", String::from_utf8(nik).unwrap())
}

fn turned(row: &Row, number: usize) -> Option<Told> {
    let parts: Vec<&str> = row.born.split('-').collect();
    let [day, month, year] = parts[..] else { return None };
    let fits = day != month && day.parse::<u32>().is_ok_and(|day| day <= 12);
    fits.then(|| with(spoken(row, number), "tanggal_lahir", format!("{month}-{day}-{year}")))
}

/// The first so many of them lose nothing.
const WHOLE: usize = 4;

/// The decade of the birth is another one; there is everything but the NIK.
fn aged(row: &Row, number: usize) -> Option<Told> {
    let (rest, year) = row.born.rsplit_once('-')?;
    let year = match (year.strip_prefix("19"), number.is_multiple_of(2)) {
        (Some(rest), true) => format!("197{}", &rest[1..]),
        (Some(rest), false) => format!("198{}", &rest[1..]),
        (None, _) => format!("200{}", &year[3..]),
    };
    let told = with(row.answers().to_vec(), "nik", String::new());
    let born = format!("{rest}-{year}");
    (born != row.born).then(|| with(told, "tanggal_lahir", born))
}

const WAYS: [(&str, Otherwise); 8] = [
    ("spelt otherwise", |row, number| renamed(row, number, spelled(&row.name, number))),
    ("words swapped", |row, number| renamed(row, number, swapped(&row.name, number))),
    ("NIK one digit off", |row, number| Some(misnumbered(row, number))),
    ("NIK missing", |row, number| Some(spoken(row, number))),
    ("a part missing", |row, number| renamed(row, number, shortened(&row.name, number))),
    ("a slip in the name", |row, number| renamed(row, number, slipped(&row.name, number))),
    ("day and month turned", turned),
    ("born in another decade", aged),
];

/// What came of some who were told otherwise.
#[derive(Debug, Default)]
struct Tally {
    asked: usize,
    /// Among the candidates at the counter; likely there; likely as a row of a list.
    entry: usize,
    likely: usize,
    import: usize,
    /// The likeliest is another one.
    wrong: usize,
}

impl Town {
    /// The likeliest first, with its band.
    fn scored(&self, who: &Resident, short: Vec<Id>) -> Vec<(Band, u8, Id)> {
        let known = |id: Id| &self.rows[self.places[&id]].1;
        let scored = short.into_iter().filter_map(|id| {
            let found = likeness(who, known(id), today());
            Some((found.band()?, found.score, id))
        });
        let mut scored: Vec<_> = scored.collect();
        scored.sort_by_key(|one| std::cmp::Reverse(*one));
        scored
    }

    fn at_entry(&self, who: &Resident) -> Vec<(Band, u8, Id)> {
        self.scored(who, self.people.alike(who, SHORT.0))
    }

    fn at_import(&self, who: &Resident) -> Option<Id> {
        let found = self.scored(who, self.before.find(&self.people, who, SHORT.1));
        found.first().filter(|(band, ..)| *band >= Band::Likely).map(|(.., id)| *id)
    }

    fn ask(&self, otherwise: Otherwise) -> Tally {
        let mut tally = Tally::default();
        for (number, (row, known)) in self.rows.iter().enumerate().skip(11) {
            if tally.asked == EACH {
                break;
            }
            let wanted = number % 7 == 4 || number % 5 == 3;
            let Some(told) = Some(()).filter(|()| wanted).and_then(|()| otherwise(row, number))
            else {
                continue;
            };
            let again = who(CROWD + number, &told);
            tally.asked += 1;
            let entry = self.at_entry(&again);
            tally.entry += usize::from(entry.iter().take(5).any(|(.., id)| *id == known.id));
            let likeliest = entry.first().filter(|(band, ..)| *band >= Band::Likely);
            tally.likely += usize::from(likeliest.is_some_and(|(.., id)| *id == known.id));
            tally.wrong += usize::from(likeliest.is_some_and(|(.., id)| *id != known.id));
            let import = self.at_import(&again);
            tally.import += usize::from(import == Some(known.id));
            tally.wrong += usize::from(import.is_some_and(|id| id != known.id));
        }
        assert_eq!(tally.asked, EACH);
        tally
    }
}

/// Somebody else: a stranger, or of the family of somebody who is known.
fn other(town: &Town, number: usize) -> Told {
    let stranger = crowd::row(CROWD + 1_000 + number);
    if number % 10 < 6 {
        let told = stranger.answers().to_vec();
        return if number.is_multiple_of(2) { with(told, "nik", String::new()) } else { told };
    }
    let (row, _) = &town.rows[number * 7];
    let mut told = row.answers().to_vec();
    for (id, answer) in stranger.answers() {
        if ["nama", "nik", "tanggal_lahir", "jenis_kelamin"].contains(&id) {
            told = with(told, id, answer);
        }
    }
    match number % 10 {
        // A brother or sister, whose name begins alike.
        6 | 7 => {
            let first = row.name.split(' ').next().unwrap();
            let name = format!("{first} {}", stranger.name);
            with(told, "nama", name)
        }
        // A twin: the names end alike, and the NIK are neighbours.
        8 => {
            let serial: u32 = row.nik[12..].parse().unwrap();
            let nik = format!("{}{:04}", &row.nik[..12], serial % 9_998 + 1);
            let (first, _) = stranger.name.split_once(' ').unwrap_or((&stranger.name, ""));
            let last = row.name.split_once(' ').map_or("", |(_, last)| last);
            let twin = with(with(told, "nik", nik), "tanggal_lahir", row.born.clone());
            let twin = with(twin, "nama", format!("{first} {last}").trim().to_owned());
            with(twin, "jenis_kelamin", row.sex.to_owned())
        }
        // A child that is named after the father.
        _ => {
            let name = format!("{} {}", stranger.name, row.name.split(' ').next().unwrap());
            with(with(told, "nama", name), "nik", String::new())
        }
    }
}

#[test]
fn who_is_known_already_is_told_whatever_is_told_otherwise() {
    let town = town();
    let tallies = WAYS.map(|(name, otherwise)| (name, town.ask(otherwise)));
    for (name, tally) in &tallies {
        let Tally { asked, entry, likely, import, wrong } = tally;
        eprintln!(
            "{name}: of {asked} asked about at the counter {entry}, likely there {likely}, \
             likely in a list {import}; {wrong} taken for somebody else"
        );
    }
    for (place, (name, tally)) in tallies.iter().enumerate() {
        let least = if place < WHOLE { AT_ENTRY.0 } else { AT_ENTRY.1 };
        assert!(tally.entry * 100 >= EACH * least, "{name}: {tally:?}");
        assert!(tally.likely.min(tally.import) * 100 >= EACH * LIKELY, "{name}: {tally:?}");
        assert!(tally.wrong * 100 <= EACH * WRONG, "{name}: {tally:?}");
    }
}

#[test]
fn strangers_brothers_sisters_and_twins_are_taken_for_nobody() {
    let town = town();
    let (mut asked, mut likely, mut stopped) = (0, 0, 0);
    for number in 0..1_000 {
        let who = who(CROWD * 3 + number, &other(&town, number));
        let entry = town.at_entry(&who);
        asked += usize::from(!entry.is_empty());
        likely += usize::from(entry.first().is_some_and(|(band, ..)| *band >= Band::Likely));
        stopped += usize::from(town.at_import(&who).is_some());
    }
    eprintln!(
        "of 1000 others: {asked} asked about at the counter, {likely} likely there, {stopped} \
         likely in a list"
    );
    assert!(likely.max(stopped) * 100 <= 1_000 * WRONG, "{likely} and {stopped} wrong");
}
