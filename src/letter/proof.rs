//! Whether letters can still be written when an office has its own words for a piece of them.
//!
//! # Why
//! A mistake is found when the words are saved, by whoever wrote them, and never while a visitor
//! waits. So letters of every kind are written and laid out on every paper, and one without
//! anything that may be missing is searched for what none may lack: by what it is kept and found,
//! whom it is about and for, who answers for it, and the square that proves it. All else is the
//! office's to say or to leave out. What a file says of itself stays as it is: it is told where no
//! personal data may be.
use crate::{
    domain::{choice::Choice as _, wording::Words},
    fault::Fault,
    letter::{
        field::Field,
        filled::{Filled, Row},
        kind::Kind,
        mark::Mark,
        person::CASE,
        piece::{Piece, worded},
        room::{Excess, Load},
        template::Source,
    },
};

/// Fields that stay on the paper where the program's own words have them: at every time, or when
/// they have a value.
const KEPT: &[&str] = &[
    "kantor",
    "nomor",
    "register",
    "tanggal",
    "tiket",
    "nama",
    "nik",
    "tujuan",
    "nama_koordinator",
    "nama_pihak",
    "nomor_antrean",
    "kode_kasus",
    "pengganti",
    "potongan",
    "jawaban",
];

/// What a practice letter says of itself.
const PRACTICE: &str = "LATIHAN";

/// Refuses words of a piece with which some letter could not be written, and returns what takes the
/// most paper too much. `own` are the office's words for the other pieces, by their codes.
pub fn proof<'a>(
    piece: &Piece,
    words: &'a Words,
    own: &dyn Fn(&str) -> Option<&'a str>,
) -> Result<Option<Excess>, Fault> {
    let others = |code: &str| own(code).filter(|_| code != piece.code());
    let with = |code: &str| if code == piece.code() { Some(words.as_str()) } else { own(code) };
    let refused = |(why, mark): Flaw| {
        let line = mark.and_then(|mark| line(words, mark));
        Fault::Template { piece: piece.code().to_owned(), line, why }
    };
    let mut excess = Vec::new();
    for (place, kind) in piece.kinds().enumerate() {
        let (old, new) = (worded(kind, others), worded(kind, with));
        let longest = written(kind, &new, full);
        let longest =
            longest.map_err(|fault| if place > 0 { of_kind(fault, kind) } else { fault })?;
        let usual = kind.worded(&new, kind.usual())?;
        let (was, is) = (read(kind, &old)?, read(kind, &new)?);
        flaw(kind, &was, &is).map_or(Ok(()), |flaw| Err(refused(flaw)))?;
        for (letter, load) in [(usual, Load::Usual), (longest, Load::Fullest)] {
            let found = Excess::of(kind, &letter, load);
            excess.extend(found.map_err(|why| refused((why, None)))?);
        }
    }
    Ok(excess.into_iter().max_by_key(Excess::weight))
}

/// What is wrong, and whose line is to blame where one is.
type Flaw = (String, Option<Mark>);

/// The value of a field in the fullest letter.
fn full(field: &Field) -> String {
    field.longest.to_owned()
}

/// Its value in a letter that is searched for what it has: a sign that nothing else makes.
fn signed(field: &Field) -> String {
    if field.name == CASE { String::new() } else { sign(field.name) }
}

/// Its value in such a letter that is a secret.
fn secret(field: &Field) -> String {
    sign(field.name)
}

/// Its value in such a letter without all that may be missing.
fn bare(field: &Field) -> String {
    if field.required { sign(field.name) } else { String::new() }
}

fn sign(name: &str) -> String {
    format!("\u{ab}{name}\u{bb}")
}

fn written(
    kind: &Kind,
    sources: &[Source<'_>],
    value: fn(&Field) -> String,
) -> Result<Filled, Fault> {
    kind.worded(sources, kind.fields().map(|field| (field.name, value(field))))
}

/// The letters that are searched: with everything, as a secret, and bare.
fn read(kind: &Kind, sources: &[Source<'_>]) -> Result<[Vec<Row>; 3], Fault> {
    let read = |value| written(kind, sources, value)?.rows();
    Ok([read(signed)?, read(secret)?, read(bare)?])
}

/// Says of a mistake that is none in another kind, in which it is one.
fn of_kind(fault: Fault, kind: &Kind) -> Fault {
    match fault {
        Fault::Template { piece, line, why } => {
            Fault::Template { piece, line, why: format!("{why} ({})", kind.label) }
        }
        other => other,
    }
}

/// What the letters lack that those in the program's own words have, or have too much.
fn flaw(kind: &Kind, was: &[Vec<Row>], is: &[Vec<Row>]) -> Option<Flaw> {
    for mark in [Mark::Document, Mark::Slip, Mark::Square] {
        let lines = |rows: &Vec<Row>| -> Vec<Row> {
            rows.iter().filter(|row| row.mark == mark).cloned().collect()
        };
        if was.iter().map(lines).ne(is.iter().map(lines)) {
            let code = mark.code();
            return Some((format!("baris {code}: harus tetap seperti bawaannya"), Some(mark)));
        }
    }
    let squares = |rows: &Vec<Row>| {
        rows.iter().filter(|row| matches!(row.mark, Mark::Code | Mark::CodeRight)).count()
    };
    if was.iter().map(squares).ne(is.iter().map(squares)) {
        return Some(("kotak QR harus ada satu, dan tanpa syarat".to_owned(), None));
    }
    let lacks = |words: &str| {
        let both = was.iter().zip(is);
        both.into_iter().any(|(was, is)| says(was, words) && !says(is, words))
    };
    if lacks(PRACTICE) {
        return Some((format!("tulisan {PRACTICE} bagi surat latihan harus tetap ada"), None));
    }
    let lost = |field: &&Field| KEPT.contains(&field.name) && lacks(&sign(field.name));
    kind.fields().find(lost).map(|Field { name, label, required, .. }| {
        let always = if *required { ", dan tanpa syarat" } else { "" };
        (format!("isian {{{{{name}}}}} ({label}) harus tetap ada{always}"), None)
    })
}

/// Whether that stands on the paper.
fn says(rows: &[Row], words: &str) -> bool {
    let printed = rows.iter().filter(|row| row.mark != Mark::Document);
    printed.flat_map(|row| &row.parts).any(|part| part.contains(words))
}

/// The last line with that mark, counted from 1.
fn line(words: &Words, mark: Mark) -> Option<usize> {
    let marked = |text: &str| {
        text.trim().split_once(':').is_some_and(|(code, _)| code.trim() == mark.code())
    };
    let lines: Vec<bool> = words.as_str().lines().map(marked).collect();
    lines.iter().rposition(|marked| *marked).map(|place| place + 1)
}
