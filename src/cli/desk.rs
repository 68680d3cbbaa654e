//! Opening the full-screen desk.
use std::path::Path;

use crate::{
    desk::counter::{Clock, Desk},
    fault::Fault,
    tui::{app::App, doors, run, theme::Theme},
};

/// Opens the desk on a folder until the clerk closes it.
pub fn open(folder: &Path) -> Result<(), Fault> {
    let (desk, _) = Desk::open(folder, Clock::Wall, &mut |_| {})?;
    let mono = std::env::var_os("NO_COLOR").is_some();
    let theme = if mono { Theme::MONO } else { Theme::COLOUR };
    let app = App::new(desk, doors::DOORS, theme)?;
    run::run(app, doors::work).map_err(|why| Fault::Device { name: "layar", why })
}
