//! Who works at the desk, and who sits at it now.
use crate::{
    desk::{counter::Desk, keys, setup},
    domain::clerk::Clerk,
    store::record::Table,
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
    hint: "Enter mengubah, g mendudukkan, j jejak petugas yang ditunjuk.",
    columns: &[
        Column::new("Kode", 8),
        Column::new("Nama", 16),
        Column::new("Peran", 0),
        Column::new("Keterangan", 12),
    ],
    empty: "",
    commands: &[
        Command::Open,
        Command::Sit,
        Command::Passphrase,
        Command::New,
        Command::Back,
        Command::Deeds,
        Command::History,
    ],
    rows,
    act,
};

/// Opens the list of officers.
pub fn open(desk: &Desk) -> Opened {
    Ok(Box::new(Listing::new(&CLERKS, desk)))
}

fn rows(desk: &Desk) -> Rows {
    let sits = desk.clerk().map(|clerk| clerk.code.clone());
    let waiting = keys::waiting(desk).unwrap_or_default();
    let row = |clerk: Clerk| {
        let note = match clerk.active {
            _ if sits.as_ref() == Some(&clerk.code) => "sedang duduk",
            true if waiting.contains(&clerk.id) => "tanpa sandi",
            true => "",
            false => "tidak aktif",
        };
        let hats = hats(&clerk);
        (clerk.code.clone(), vec![clerk.code, clerk.name.to_string(), hats, note.to_owned()])
    };
    setup::clerks(desk).into_iter().map(row).collect()
}

/// What an officer may do, in a few words.
fn hats(clerk: &Clerk) -> String {
    let hats: Vec<String> =
        clerk.roles.iter().map(|role| role.to_string().to_lowercase()).collect();
    let right = if clerk.restricted { ", terbatas" } else { "" };
    hats.join(", ") + right
}

fn act(command: Command, code: &str, desk: &mut Desk) -> Vec<Effect> {
    match command {
        Command::Open => {
            let route = setup::with_code(desk, code).map(|id| Route::Clerk(Some(id)));
            route.map(Effect::Go).into_iter().collect()
        }
        Command::Deeds => vec![Effect::Go(Route::Deeds(setup::with_code(desk, code)))],
        Command::History => {
            let route = setup::with_code(desk, code).map(|id| Route::History(Table::Clerk, id));
            route.map(Effect::Go).into_iter().collect()
        }
        Command::New => vec![Effect::Go(Route::Clerk(None))],
        Command::Passphrase => {
            let route = setup::with_code(desk, code).map(Route::Passphrase);
            route.map(Effect::Go).into_iter().collect()
        }
        Command::Sit => vec![Effect::Lock(code.to_owned())],
        _ => vec![],
    }
}
