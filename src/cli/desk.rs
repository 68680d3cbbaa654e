//! Opening the full-screen desk.
use crate::{
    cli::{failure::Failure, session::Session},
    desk::{
        counter::{Clock, Desk},
        entrance::{Gate, gate},
    },
    fault::Fault,
    tui::{app::App, doors, lock::Lock, run, theme::Theme},
};

/// Shows the desk of the office: locked, unless the passphrase came with the command.
pub fn run(session: &Session) -> Result<(), Failure> {
    let folder = session.folder()?;
    let code = session.petugas.as_deref().unwrap_or_default();
    let lock = match gate(&folder)? {
        Gate::New => return Ok(open(Desk::open(&folder, Clock::Wall, &mut |_| {})?.0)?),
        Gate::Sealed if session.brings_passphrase() => return Ok(open(session.desk()?)?),
        Gate::Sealed => Lock::new(folder, Clock::Wall, code),
        // A passphrase that came along may be any: the new one is typed twice.
        Gate::Unsealed => Lock::unsealed(folder, Clock::Wall, code),
    };
    Ok(show(App::locked(lock, doors::DOORS, theme()))?)
}

/// Shows a desk until the clerk closes it.
pub fn open(desk: Desk) -> Result<(), Fault> {
    show(App::new(desk, doors::DOORS, theme())?)
}

fn theme() -> Theme {
    if std::env::var_os("NO_COLOR").is_some() { Theme::MONO } else { Theme::COLOUR }
}

fn show(app: App) -> Result<(), Fault> {
    run::run(app, doors::work).map_err(|why| Fault::Device { name: "layar", why })
}
