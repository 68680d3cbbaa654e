//! The office and its tables, each behind one row.
use crate::{
    desk::{counter::Desk, directory, setup, tables},
    tui::{
        command::Command,
        listing::{Listed, Listing, Rows},
        screen::{Duty, Effect, Opened, Route},
        widget::table::Column,
    },
};

const SETTINGS: Listed = Listed {
    name: "pengaturan",
    title: "Setelan",
    hint: "Enter membuka baris yang ditunjuk.",
    columns: &[Column::new("Bagian", 11), Column::new("Sekarang", 0)],
    empty: "",
    commands: &[Command::Open, Command::Walkin, Command::Back],
    rows,
    act,
};

/// Opens the settings.
pub fn open(desk: &Desk) -> Opened {
    // The office sheet will ask for the words of its area.
    directory::unpack_areas();
    Ok(Box::new(Listing::new(&SETTINGS, desk)))
}

fn rows(desk: &Desk) -> Rows {
    let row = |name: &str, now: String| (name.to_owned(), vec![name.to_owned(), now]);
    let place = desk.office().map(|office| {
        let head =
            office.head.as_ref().map(|head| format!(" · {} {}", office.head_title, head.name));
        format!("{}{}", office.name, head.unwrap_or_default())
    });
    let clerks = setup::clerks(desk);
    let active = clerks.iter().filter(|clerk| clerk.active).count();
    let sits = desk.clerk().map(|clerk| clerk.name.to_string()).unwrap_or_default();
    vec![
        row("Kantor", place.unwrap_or_default()),
        row("Petugas", format!("{active} aktif · {sits} sedang duduk")),
        row("Lembaga", format!("{} lembaga tujuan rujukan", tables::institutions(desk).len())),
        row(
            "Layanan",
            format!("{} layanan dengan waktu dan berkasnya", tables::services(desk).len()),
        ),
        row("Surat", format!("{} jenis surat dengan penanda tangannya", tables::rules(desk).len())),
        row("Insiden", "Lembar pemberitahuan bila data bocor atau hilang".to_owned()),
        row("Folder data", desk.folder().display().to_string()),
    ]
}

fn act(command: Command, row: &str, desk: &mut Desk) -> Vec<Effect> {
    let route = match (command, row) {
        (Command::Open, "Kantor") => Route::Office,
        (Command::Open, "Petugas") => Route::Clerks,
        (Command::Open, "Lembaga") => Route::Institutions,
        (Command::Open, "Layanan") => Route::Services,
        (Command::Open, "Surat") => Route::LetterRules,
        (Command::Open, "Insiden") => Route::Duty(Duty::Breach),
        (Command::Open, _) => {
            let words = format!("Semua data kantor ini ada di folder {}", desk.folder().display());
            return vec![Effect::Say(words)];
        }
        _ => return vec![],
    };
    vec![Effect::Go(route)]
}
