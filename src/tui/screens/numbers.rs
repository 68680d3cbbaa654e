//! The forms of the number ledger: numbers set aside, a letter written by hand, a number that is
//! void.
use crate::{
    desk::{counter::Desk, ledger},
    domain::{date::Day, id::Id, letter::Letter},
    fault::Fault,
    form::{
        field::{Draft, SUBJECT},
        ledger::{COUNT, DAY, HOLD, KIND, SERIAL, VOID, WRITTEN},
    },
    letter::kinds::RUJUKAN,
    tui::{
        editing::{Editing, Plan},
        screen::Opened,
    },
};

/// Asks how many numbers are set aside for handwriting.
pub fn hold(desk: &Desk) -> Opened {
    let mut answers = Draft::default();
    answers.put(KIND.id, RUJUKAN.code);
    answers.put(COUNT.id, "10");
    let title = "Sisihkan nomor".to_owned();
    Editing::open(Plan { title, form: "nomor-disisihkan", fields: HOLD, answers, save: held }, desk)
}

fn held(desk: &mut Desk, draft: &Draft) -> Result<String, Fault> {
    let held = ledger::hold(desk, draft)?;
    let number = |letter: Option<&Letter>| letter.map(|letter| letter.number.to_string());
    let ends = [number(held.first()), number(held.last())];
    let [first, last] = ends.map(Option::unwrap_or_default);
    Ok(format!("Disisihkan: {first} sampai {last}. Catat di sini sesudah dipakai."))
}

/// Asks about a letter that was written by hand.
pub fn hand(desk: &Desk, serial: Option<u32>) -> Opened {
    let mut answers = Draft::default();
    answers.put(KIND.id, RUJUKAN.code);
    answers.put(DAY.id, Day(desk.today()).to_string());
    answers.put(SERIAL.id, serial.map_or_else(|| ledger::coming(desk), Ok)?.to_string());
    answers.put(SUBJECT, serial.map(|serial| serial.to_string()).unwrap_or_default());
    let title = "Surat tulis tangan".to_owned();
    Editing::open(
        Plan { title, form: "surat-tangan", fields: WRITTEN, answers, save: written },
        desk,
    )
}

fn written(desk: &mut Desk, draft: &Draft) -> Result<String, Fault> {
    let (letter, waiting) = ledger::enter(desk, draft)?;
    Ok(match waiting {
        0 => format!("Tercatat: {}.", letter.number),
        many => format!(
            "Tercatat: {}. {many} nomor sebelumnya menunggu dicatat di buku agenda.",
            letter.number
        ),
    })
}

/// Asks why a number is void.
pub fn void(desk: &Desk, id: Id) -> Opened {
    let letter: Letter = desk.opened(id)?;
    let mut answers = Draft::default();
    answers.put(SUBJECT, letter.number.to_string());
    let title = format!("Batalkan {}", letter.number);
    Editing::open(Plan { title, form: "batal-nomor", fields: VOID, answers, save: voided }, desk)
}

fn voided(desk: &mut Desk, draft: &Draft) -> Result<String, Fault> {
    let number = draft.named(SUBJECT);
    let id = desk.book.letters.with_number(number).ok_or(Fault::Missing { what: "surat itu" })?;
    let letter = ledger::void(desk, id, draft)?;
    Ok(format!("Batal: {}. Nomor ini tidak dipakai lagi.", letter.number))
}
