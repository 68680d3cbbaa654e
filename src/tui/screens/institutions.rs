//! The institutions to which residents are referred.
use crate::{
    desk::{counter::Desk, tables},
    domain::{id::Id, institution::Institution},
    store::record::Table,
    tui::{
        command::Command,
        listing::{Listed, Listing, Rows},
        screen::{Effect, Opened, Route},
        widget::table::Column,
    },
};

const INSTITUTIONS: Listed = Listed {
    name: "daftar-lembaga",
    title: "Lembaga",
    hint: "Enter mengubah lembaga; Ctrl-N menambah yang baru.",
    columns: &[
        Column::new("Nama", 37),
        Column::new("Kode", 16),
        Column::new("Alamat", 6),
        Column::new("Telepon", 7),
        Column::new("Dipakai", 7),
    ],
    empty: "Belum ada lembaga. Ctrl-N menambah yang pertama.",
    commands: &[Command::Open, Command::New, Command::Back, Command::History],
    rows,
    act,
};

/// Opens the list of institutions.
pub fn open(desk: &Desk) -> Opened {
    Ok(Box::new(Listing::new(&INSTITUTIONS, desk)))
}

fn rows(desk: &Desk) -> Rows {
    let there = |filled: bool| if filled { "ada" } else { "belum" }.to_owned();
    let row = |known: &Institution| {
        let cells = vec![
            known.name.to_string(),
            known.code.clone(),
            there(known.address.is_some()),
            there(known.phone.is_some()),
            if known.closed { "tidak" } else { "ya" }.to_owned(),
        ];
        (known.code.clone(), cells)
    };
    tables::institutions(desk).into_iter().map(row).collect()
}

fn act(command: Command, code: &str, _: &mut Desk) -> Vec<Effect> {
    let code = match command {
        Command::Open if !code.is_empty() => Some(code.to_owned()),
        Command::New => None,
        Command::History if !code.is_empty() => {
            return vec![Effect::Go(Route::History(Table::Institution, Id::named(code)))];
        }
        _ => return vec![],
    };
    vec![Effect::Go(Route::Institution(code))]
}
