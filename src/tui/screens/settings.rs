//! The office and its tables, each behind one row.
use crate::{
    desk::{
        counter::Desk, directory, import::past, keys, printing, safekeeping, setup, tables,
        wordings,
    },
    domain::{office::Office, printing::LETTERS},
    store::record::Table,
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
    columns: &[Column::new("Bagian", 14), Column::new("Sekarang", 0)],
    empty: "",
    commands: &[Command::Open, Command::Walkin, Command::Back, Command::History],
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
        row("Templat surat", templates(desk)),
        row("Printer", printing::words(desk, &printing::way(desk, LETTERS))),
        row("Insiden", "lembar pemberitahuan bila data bocor atau hilang".to_owned()),
        row("Impor warga", imports(desk)),
        row("Kunci surat", "agar lembaga lain dapat memeriksa surat kantor ini".to_owned()),
        row("Pemeriksaan", checked(desk)),
        row("Kata sandi", "mengganti kata sandi Anda sendiri".to_owned()),
        row("Kode pemulihan", safe(desk).to_owned()),
        row("Cadangan", backups(desk)),
        row("Folder data", desk.folder().display().to_string()),
    ]
}

/// How many of the letters' pieces are in the office's own words.
fn templates(desk: &Desk) -> String {
    match wordings::rows(desk, None).iter().filter(|row| row.since.is_some()).count() {
        0 => "kata-kata surat, semuanya bawaan".to_owned(),
        own => format!("kata-kata surat, {own} diubah kantor ini"),
    }
}

/// What stands beside the code of the office's safe.
fn safe(desk: &Desk) -> &'static str {
    match keys::is_noted(desk) {
        Ok(true) => "sudah disimpan di kertas; Enter menggantinya",
        Ok(false) => "belum disimpan di kertas; Enter membuat yang baru",
        Err(_) => "berkas kunci tidak terbaca",
    }
}

/// When everything was proved last, and what came of it.
fn checked(desk: &Desk) -> String {
    let Some(checked) = desk.checked() else { return "belum pernah".to_owned() };
    let (zone, at) = (desk.zone(), checked.at);
    let found = match checked.findings {
        0 => "semua utuh".to_owned(),
        found => format!("{found} temuan"),
    };
    format!("{} pukul {} · {found}", at.day(zone).long(), at.clock(zone))
}

/// The last list that was taken in.
fn imports(desk: &Desk) -> String {
    let all = past::imports(desk).unwrap_or_default();
    all.first().map_or_else(
        || "daftar warga dari CSV atau XLSX".to_owned(),
        |last| format!("terakhir {}, {}", last.file, last.taken.at.day(desk.zone())),
    )
}

/// When the last backup was made.
fn backups(desk: &Desk) -> String {
    safekeeping::last(desk).map_or_else(
        || "belum pernah dibuat".to_owned(),
        |last| {
            let zone = desk.zone();
            format!("terakhir {} pukul {}", last.at.day(zone), last.at.clock(zone))
        },
    )
}

fn act(command: Command, row: &str, desk: &mut Desk) -> Vec<Effect> {
    let route = match (command, row) {
        (Command::History, "Kantor") => Route::History(Table::Office, Office::id()),
        (Command::History, _) => {
            let words = "Riwayat bagian ini ada pada tiap barisnya: Enter, lalu F7.";
            return vec![Effect::Say(words.to_owned())];
        }
        (Command::Open, "Kantor") => Route::Office,
        (Command::Open, "Petugas") => Route::Clerks,
        (Command::Open, "Lembaga") => Route::Institutions,
        (Command::Open, "Layanan") => Route::Services,
        (Command::Open, "Surat") => Route::LetterRules,
        (Command::Open, "Templat surat") => Route::Wordings(None),
        (Command::Open, "Printer") => Route::Printers,
        (Command::Open, "Kata sandi") => Route::OwnPassphrase,
        (Command::Open, "Kode pemulihan") => match keys::new_recovery(desk) {
            Ok(code) => Route::Safe { code, first: false },
            Err(fault) => return vec![Effect::Say(fault.told())],
        },
        (Command::Open, "Pemeriksaan") => {
            let words = "Loket memeriksa semua datanya sendiri sehari sekali; loket periksa \
                         memeriksanya kapan saja, selagi Loket tertutup.";
            return vec![Effect::Say(words.to_owned())];
        }
        (Command::Open, "Cadangan") => Route::Backups,
        (Command::Open, "Impor warga") => Route::Imports,
        (Command::Open, "Kunci surat") => Route::KeyFiles,
        (Command::Open, "Insiden") => Route::Duty(Duty::Breach),
        (Command::Open, _) => {
            let words = format!("Semua data kantor ini ada di folder {}", desk.folder().display());
            return vec![Effect::Say(words)];
        }
        _ => return vec![],
    };
    vec![Effect::Go(route)]
}
