//! The kinds of letter: who signs them and how long they are valid.
use crate::{
    desk::{counter::Desk, tables},
    domain::{id::Id, letter::Rule},
    store::record::Table,
    tui::{
        command::Command,
        listing::{Listed, Listing, Rows},
        screen::{Effect, Opened, Route},
        widget::table::Column,
    },
};

const RULES: Listed = Listed {
    name: "daftar-surat",
    title: "Surat",
    hint: "Enter mengubah penanda tangan, sifat dan masa berlaku; S kata-katanya.",
    columns: &[
        Column::new("Nama", 37),
        Column::new("Ditandatangani", 20),
        Column::new("Berlaku", 8).right(),
        Column::new("Diubah", 10),
    ],
    empty: "",
    commands: &[Command::Open, Command::Words, Command::Walkin, Command::Back, Command::History],
    rows,
    act,
};

/// Opens the list of letter kinds.
pub fn open(desk: &Desk) -> Opened {
    Ok(Box::new(Listing::new(&RULES, desk)))
}

fn rows(desk: &Desk) -> Rows {
    let row = |known: &Rule| {
        let cells = vec![
            known.name.to_string(),
            known.signer.to_string(),
            known.valid.map_or_else(|| "-".to_owned(), |days| format!("{days} hari")),
            known.since.map_or_else(|| "bawaan".to_owned(), |day| day.to_string()),
        ];
        (known.code.clone(), cells)
    };
    tables::rules(desk).into_iter().map(row).collect()
}

fn act(command: Command, code: &str, _: &mut Desk) -> Vec<Effect> {
    match command {
        Command::Open => vec![Effect::Go(Route::LetterRule(code.to_owned()))],
        Command::Words => vec![Effect::Go(Route::Wordings(Some(code.to_owned())))],
        Command::History => vec![Effect::Go(Route::History(Table::LetterRule, Id::named(code)))],
        _ => vec![],
    }
}
