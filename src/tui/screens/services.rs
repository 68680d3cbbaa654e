//! The services of the desk and how long each may take.
use crate::{
    desk::{counter::Desk, tables},
    domain::{id::Id, promise::Clock, service::Service},
    store::record::Table,
    tui::{
        command::Command,
        listing::{Listed, Listing, Rows},
        screen::{Effect, Opened, Route},
        widget::table::Column,
    },
};

const SERVICES: Listed = Listed {
    name: "daftar-layanan",
    title: "Layanan",
    hint: "Enter mengubah nama, waktu, batas desil dan berkas layanan.",
    columns: &[Column::new("Nama", 32), Column::new("Waktu", 33), Column::new("Diubah", 10)],
    empty: "",
    commands: &[Command::Open, Command::Walkin, Command::Back, Command::History],
    rows,
    act,
};

/// Opens the list of services.
pub fn open(desk: &Desk) -> Opened {
    Ok(Box::new(Listing::new(&SERVICES, desk)))
}

fn rows(desk: &Desk) -> Rows {
    let row = |known: &Service| {
        let clock = known.clock.map_or_else(|| "tanpa janji tanggal".to_owned(), Clock::words);
        let since = known.since.map_or_else(|| "bawaan".to_owned(), |day| day.to_string());
        (known.code.clone(), vec![known.name.to_string(), clock, since])
    };
    tables::services(desk).into_iter().map(row).collect()
}

fn act(command: Command, code: &str, _: &mut Desk) -> Vec<Effect> {
    match command {
        Command::Open => vec![Effect::Go(Route::Service(code.to_owned()))],
        Command::History => vec![Effect::Go(Route::History(Table::Service, Id::named(code)))],
        _ => vec![],
    }
}
