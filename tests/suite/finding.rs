//! How well people are found: ten thousand of them, and a thousand who are called for otherwise
//! than they are written.
use loket::{
    domain::{area::Area, clerk::Stamp, id::Id, moment::Moment, name_words, resident::Resident},
    form::{field::Draft, ground::Ground, resident::resident},
    store::columns::{need::How, people::People, seeking},
};

use crate::crowd::{self, Row};

const CROWD: usize = 10_000;

/// How many are called for in each way.
const EACH: usize = 200;

struct Town {
    people: People,
    rows: Vec<(Row, Resident)>,
}

fn town() -> Town {
    let mut people = People::default();
    let mut rows = vec![];
    for number in 0..CROWD {
        let row = crowd::row(number);
        let mut draft = Draft::default();
        for (id, answer) in row.answers() {
            draft.put(id, answer);
        }
        let at = Moment(1_700_000_000_000 + i64::try_from(number).unwrap() * 1_000);
        let area: Area = row.area.parse().unwrap();
        let id = Id::new(u64::try_from(at.0).unwrap(), number as u128);
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let ground = Ground { id, stamp: Stamp { at, by: Id::named("x") }, today, area };
        let who = resident(&draft, &ground).unwrap();
        people.put(&who);
        rows.push((row, who));
    }
    Town { people, rows }
}

/// A way in which a name is told otherwise than it is written; nothing where it cannot be.
type Otherwise = fn(&str, usize) -> Option<String>;

/// What was found of a thousand.
#[derive(Debug, Default)]
struct Tally {
    asked: usize,
    in_ten: usize,
    /// The first of the list is somebody else, and is not called the same.
    wrong: usize,
}

impl Town {
    fn ask(&self, otherwise: Otherwise) -> Tally {
        let mut tally = Tally::default();
        for (number, (row, who)) in self.rows.iter().enumerate().skip(17).step_by(7) {
            if tally.asked == EACH {
                break;
            }
            let Some(query) = otherwise(&row.name, number) else { continue };
            let found = seeking::find(&self.people, &query, None, 10);
            tally.asked += 1;
            // By a name alone nobody can tell apart who is called the same.
            let same = |id| self.named(id).is_some_and(|name| words(name) == words(&row.name));
            let there = found.iter().any(|hit| hit.id == who.id || same(hit.id));
            tally.in_ten += usize::from(there);
            tally.wrong += usize::from(!found.first().is_some_and(|hit| same(hit.id)));
        }
        assert_eq!(tally.asked, EACH);
        tally
    }

    fn named(&self, id: Id) -> Option<&str> {
        self.rows.iter().find(|(_, who)| who.id == id).map(|(row, _)| row.name.as_str())
    }
}

fn words(name: &str) -> Vec<String> {
    let mut words = name_words::words(name);
    words.sort();
    words
}

/// The spelling before 1972, or another way to write the same sound.
pub fn spelled(name: &str, number: usize) -> Option<String> {
    let ways: &[(&str, &str)] = &[
        ("u", "oe"),
        ("c", "tj"),
        ("j", "dj"),
        ("sy", "sj"),
        ("f", "v"),
        ("h", "kh"),
        ("i", "ie"),
        ("d", "dh"),
        ("t", "th"),
        ("n", "nn"),
        ("s", "ss"),
        ("k", "q"),
        ("iya", "ia"),
        ("Muhammad", "Moh."),
        ("Siti", "St."),
        ("Abdul", "Abd."),
        ("Nur", "Noer"),
        ("Ahmad", "Achmad"),
        ("m", "mm"),
        ("a", "a'"),
    ];
    let lower = name.to_lowercase();
    let fits = |(from, _): &&(&str, &str)| lower.contains(&from.to_lowercase());
    let ways: Vec<_> = ways.iter().filter(fits).collect();
    let (from, to) = ways.get(number % ways.len().max(1))?;
    Some(lower.replacen(&from.to_lowercase(), to, 1))
}

pub fn swapped(name: &str, _: usize) -> Option<String> {
    let mut words: Vec<&str> = name.split(' ').collect();
    words.reverse();
    (words.len() > 1).then(|| words.join(" "))
}

/// One of three words is missing, or is only a letter.
pub fn shortened(name: &str, number: usize) -> Option<String> {
    let mut words: Vec<&str> = name.split(' ').collect();
    let at = number % words.len();
    if words.len() > 2 && number.is_multiple_of(2) {
        words.remove(at);
    } else if words.len() > 1 {
        words[at] = &words[at][..1];
    } else {
        return None;
    }
    Some(words.join(" "))
}

/// A letter is dropped, doubled, swapped with its neighbour or another one.
pub fn slipped(name: &str, number: usize) -> Option<String> {
    let longest = name.split(' ').max_by_key(|word| word.len()).filter(|word| word.len() > 4)?;
    let mut letters: Vec<char> = longest.to_lowercase().chars().collect();
    let at = 1 + number % (letters.len() - 2);
    match number % 4 {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, 'e'),
        2 => letters.swap(at, at + 1),
        _ => letters[at] = 'o',
    }
    Some(name.to_lowercase().replace(&longest.to_lowercase(), &letters.iter().collect::<String>()))
}

fn glued(name: &str, _: usize) -> Option<String> {
    let words: Vec<&str> = name.split(' ').collect();
    (words.len() == 2).then(|| words.concat().to_lowercase())
}

#[test]
fn a_thousand_who_are_called_for_otherwise_are_found() {
    let town = town();
    let ways: [(&str, Otherwise); 5] = [
        ("spelled", spelled),
        ("swapped", swapped),
        ("shortened", shortened),
        ("slipped", slipped),
        ("glued", glued),
    ];
    let tallies = ways.map(|(name, otherwise)| (name, town.ask(otherwise)));
    for (name, tally) in &tallies {
        eprintln!(
            "{name}: {} of {} in the first ten, {} wrong at the top",
            tally.in_ten, tally.asked, tally.wrong
        );
    }
    for (name, tally) in &tallies {
        assert!(tally.in_ten * 100 >= EACH * 97, "{name}: {} in the first ten", tally.in_ten);
    }
    // A letter for a word, or a slip in the only one, can mean several people; the others cannot.
    let clear = tallies.iter().filter(|(name, _)| ["spelled", "swapped", "glued"].contains(name));
    let (asked, wrong) =
        clear.fold((0, 0), |(asked, wrong), (_, tally)| (asked + tally.asked, wrong + tally.wrong));
    assert!(wrong * 100 <= asked * 2, "{wrong} of {asked} wrong at the top");
}

#[test]
fn whoever_is_called_for_by_a_number_is_always_found() {
    let town = town();
    for (number, (row, who)) in town.rows.iter().enumerate().step_by(37) {
        let first = |query: &str| seeking::find(&town.people, query, None, 10);
        let by_nik = first(&row.nik);
        assert_eq!(by_nik[0].id, who.id, "{number}");
        assert_eq!(by_nik[0].how, How::Typed);
        assert!(first(&row.kk).iter().any(|hit| hit.id == who.id), "KK of {number}");
        assert!(first(&row.phone).iter().any(|hit| hit.id == who.id), "telephone of {number}");
        let mut wrong = row.nik.clone().into_bytes();
        let at = 6 + number % 10;
        wrong[at] = if wrong[at] == b'9' { b'0' } else { wrong[at] + 1 };
        let near = first(std::str::from_utf8(&wrong).unwrap());
        assert!(near.iter().any(|hit| hit.id == who.id), "one digit off of {number}");
    }
}

#[test]
fn anything_can_be_searched_for() {
    let town = town();
    let long = "a".repeat(1 << 20);
    let marks = "\u{301}".repeat(200);
    let many = "siti ".repeat(1_000);
    let odd = [
        ".*",
        "(a+)+$",
        "[",
        "\\",
        "",
        " ",
        "'",
        "\u{0}",
        "\u{202e}",
        "6".repeat(40).leak(),
        "rt",
        "kel",
        "rt 0",
    ];
    for query in odd.into_iter().chain([&*long, &*marks, &*many]) {
        assert!(seeking::find(&town.people, query, None, 10).len() <= 10);
    }
    assert!(seeking::find(&town.people, "siti", None, 0).is_empty());
}
