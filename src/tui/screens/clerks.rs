//! Who works at the desk, and who sits at it now.
use crate::{
    desk::{counter::Desk, setup},
    domain::{clerk::Clerk, id::Id},
    tui::{
        command::Command,
        listing::{Listed, Listing, Rows},
        screen::{Effect, Opened, Route},
        widget::table::Column,
    },
};

const CLERKS: Listed = Listed {
    name: "daftar-petugas",
    title: "Petugas",
    hint: "Enter mengubah nama, g mendudukkan petugas yang ditunjuk.",
    columns: &[Column::new("Kode", 10), Column::new("Nama", 40), Column::new("Keterangan", 13)],
    empty: "",
    commands: &[Command::Open, Command::Sit, Command::New, Command::Back],
    rows,
    act,
};

/// Opens the list of officers.
pub fn open(desk: &Desk) -> Opened {
    Ok(Box::new(Listing::new(&CLERKS, desk)))
}

fn rows(desk: &Desk) -> Rows {
    let sits = desk.clerk().map(|clerk| clerk.code.clone());
    let row = |clerk: Clerk| {
        let note = match clerk.active {
            _ if sits.as_ref() == Some(&clerk.code) => "sedang duduk",
            true => "",
            false => "tidak aktif",
        };
        (clerk.code.clone(), vec![clerk.code, clerk.name.to_string(), note.to_owned()])
    };
    setup::clerks(desk).into_iter().map(row).collect()
}

fn act(command: Command, code: &str, _: &mut Desk) -> Vec<Effect> {
    match command {
        Command::Open => vec![Effect::Go(Route::Clerk(Some(Id::named(code))))],
        Command::New => vec![Effect::Go(Route::Clerk(None))],
        Command::Sit => vec![Effect::Lock(code.to_owned())],
        _ => vec![],
    }
}
