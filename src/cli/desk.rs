//! Opening the full-screen desk.
use crate::{
    desk::counter::Desk,
    fault::Fault,
    tui::{app::App, doors, run, theme::Theme},
};

/// Shows the desk until the clerk closes it.
pub fn open(desk: Desk) -> Result<(), Fault> {
    let mono = std::env::var_os("NO_COLOR").is_some();
    let theme = if mono { Theme::MONO } else { Theme::COLOUR };
    let app = App::new(desk, doors::DOORS, theme)?;
    run::run(app, doors::work).map_err(|why| Fault::Device { name: "layar", why })
}
