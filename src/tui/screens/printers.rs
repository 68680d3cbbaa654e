//! Where each kind of paper is printed: the list, and the sheet of one of them.
use crate::{
    desk::{counter::Desk, printing},
    fault::Fault,
    form::{
        field::{Draft, SUBJECT},
        printing::FIELDS,
    },
    store::record::Table,
    tui::{
        command::Command,
        editing::{Editing, Plan},
        listing::{Listed, Listing, Rows},
        printout::choosing,
        screen::{Effect, Opened, Route},
        widget::table::Column,
    },
};

const PRINTERS: Listed = Listed {
    name: "daftar-printer",
    title: "Printer",
    hint: "Enter memilih printer dan kertas baris yang ditunjuk.",
    columns: &[Column::new("Kertas", 30), Column::new("Dicetak di", 0), Column::new("Diubah", 10)],
    empty: "",
    commands: &[Command::Open, Command::Walkin, Command::Back, Command::History],
    rows,
    act,
};

/// Opens the list.
pub fn list(desk: &Desk) -> Opened {
    Ok(Box::new(Listing::new(&PRINTERS, desk)))
}

fn rows(desk: &Desk) -> Rows {
    let row = |row: printing::Row| {
        let since = row.since.map_or_else(String::new, |day| day.to_string());
        let words = match row.since {
            None if row.of != printing::sort(row.of) => {
                let all = printing::title(printing::sort(row.of)).unwrap_or_default();
                format!("seperti {}", all.to_lowercase())
            }
            _ => printing::words(desk, &row.way),
        };
        (row.of.to_owned(), vec![row.title.to_owned(), words, since])
    };
    printing::rows(desk).into_iter().map(row).collect()
}

fn act(command: Command, of: &str, desk: &mut Desk) -> Vec<Effect> {
    match command {
        Command::Open => choosing(desk, of),
        Command::History => vec![match printing::record(desk, of) {
            Some(record) => Effect::Go(Route::History(Table::Printing, record)),
            None => Effect::Say("Belum pernah diubah.".to_owned()),
        }],
        _ => vec![],
    }
}

/// Opens the sheet of the papers of that name.
pub fn one(desk: &Desk, of: &str) -> Opened {
    let mut answers = printing::answers(desk, of);
    answers.put(SUBJECT, of);
    let title = printing::title(of)?.to_owned();
    Editing::open(Plan { title, form: "printer", fields: FIELDS, answers, save }, desk)
}

fn save(desk: &mut Desk, draft: &Draft) -> Result<String, Fault> {
    let of = draft.named(SUBJECT);
    printing::choose(desk, of, draft)?;
    let way = printing::way(desk, of);
    Ok(format!("{} dicetak di {}.", printing::title(of)?, printing::words(desk, &way)))
}
