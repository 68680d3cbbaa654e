//! The words of the letters: the program's own, or what the office made of them.
use crate::{
    desk::{counter::Desk, letterhead},
    domain::{
        date::Day,
        id::Id,
        may::Action,
        paper::Paper,
        wording::{Wording, Words},
    },
    fault::Fault,
    form::{field::Draft, wording::words},
    letter::{
        filled::{Filled, lay},
        kind::Kind,
        piece::{Piece, worded},
        proof::proof,
        room::Excess,
    },
    print::page::Document,
    store::item::Kept as _,
};

/// One line of the list of pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Names the piece.
    pub code: &'static str,
    pub title: String,
    /// In how many kinds of letter it stands.
    pub kinds: usize,
    /// Since when the office has its own words; nothing while they are the program's.
    pub since: Option<Day>,
}

/// Every piece of the letters, or those of one kind in the order of the paper.
#[must_use]
pub fn rows(desk: &Desk, kind: Option<&Kind>) -> Vec<Row> {
    let row = |piece: Piece| Row {
        code: piece.code(),
        title: piece.title().into_owned(),
        kinds: piece.kinds().count(),
        since: own(desk, piece.code()).map(|(_, since)| since),
    };
    kind.map_or_else(Piece::all, Piece::of).into_iter().map(row).collect()
}

/// The piece of that code.
pub fn piece(code: &str) -> Result<Piece, Fault> {
    Piece::coded(code).ok_or(Fault::Missing { what: "templat surat" })
}

/// The words that letters are written in now.
pub fn text(desk: &Desk, code: &str) -> Result<String, Fault> {
    let original = piece(code)?.original();
    Ok(own(desk, code).map_or(original, |(words, _)| words.as_str()).to_owned())
}

/// The record of a piece that was ever changed.
#[must_use]
pub fn record(desk: &Desk, code: &str) -> Option<Id> {
    desk.book.directory.wordings.get(code).map(Wording::id)
}

/// The office's own words for a piece, and since when it has them.
fn own<'a>(desk: &'a Desk, code: &str) -> Option<(&'a Words, Day)> {
    let known = desk.book.directory.wordings.get(code)?;
    known.words.as_ref().map(|words| (words, known.since))
}

fn own_text<'a>(desk: &'a Desk, code: &str) -> Option<&'a str> {
    own(desk, code).map(|(words, _)| words.as_str())
}

/// Writes a letter of a kind in the words that are in use.
pub(crate) fn filled(
    desk: &Desk,
    kind: &Kind,
    values: letterhead::Values,
) -> Result<Filled, Fault> {
    kind.worded(&worded(kind, |code| own_text(desk, code)), values)
}

/// A made-up letter of this office in which that text stands for the piece, on that paper.
pub fn sample(desk: &Desk, code: &str, text: &str, paper: Paper) -> Result<Document, Fault> {
    let piece = piece(code)?;
    let kind = piece.kinds().next().ok_or(Fault::Missing { what: "jenis surat" })?;
    let own = |other: &str| if other == code { Some(text) } else { own_text(desk, other) };
    let known = letterhead::office(desk, Day(desk.today()), "")?;
    // Of the ticket there is only a made-up one.
    let known = known.into_iter().filter(|(name, _)| kind.takes(name) && *name != "tiket");
    let usual = kind.usual().map(|(name, value)| (name, value.to_owned()));
    let filled = kind.worded(&worded(kind, own), usual.chain(known))?;
    lay(&filled, paper, Some(kind.code))
}

/// Refuses words with which letters could not be written any more, and returns what takes too much
/// paper in them.
pub(crate) fn proofread(desk: &Desk, wording: &Wording) -> Result<Option<Excess>, Fault> {
    let piece = piece(&wording.piece)?;
    let words = wording.words.clone().map_or_else(|| piece.original().parse(), Ok);
    let words = words.map_err(|_| Fault::Asset("templat surat"))?;
    proof(&piece, &words, &|code| own_text(desk, code))
}

/// Has letters written in these words from now on; those that were issued stay as they are. The
/// program's own words are taken up again by giving just those. Where a letter becomes longer than
/// it should be, that is to be `confirmed`.
pub fn keep(desk: &mut Desk, code: &str, draft: &Draft, confirmed: bool) -> Result<Wording, Fault> {
    desk.permit(Action::ChangeTables, None)?;
    let piece = piece(code)?;
    let words = Some(words(draft, desk.today())?).filter(|words| !piece.is_original(words));
    let new = Wording { piece: code.to_owned(), words, since: Day(desk.today()) };
    if let Some(excess) = proofread(desk, &new)?.filter(|_| !confirmed) {
        return Err(Fault::Long(excess.to_string()));
    }
    let items = vec![new.clone().item()];
    if new.words.is_some() {
        desk.commit("ubah templat", items)?;
    } else {
        desk.commit("templat bawaan", items)?;
    }
    Ok(new)
}
