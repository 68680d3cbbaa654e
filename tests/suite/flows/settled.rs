//! An office to change: its own folder, a fixed day, and the keyboard.
use std::{
    fs,
    path::{Path, PathBuf},
};

use loket::{
    desk::counter::{Clock, Desk},
    domain::moment::Moment,
    tui::{
        app::App,
        doors::DOORS,
        screen::{Opened, Route},
        screens::open,
        shell::Doors,
        theme::Theme,
    },
};

use crate::{clerk::Clerk, place::opened};

/// Tuesday 24 November 2026, 09.15 WITA.
const NOW: Moment = Moment(1_795_482_900_000);

/// A clerk and the folder of the desk, which goes with the clerk.
pub(crate) struct Office {
    folder: PathBuf,
    pub(crate) clerk: Clerk,
}

impl Office {
    /// The first start in an empty folder of that name.
    pub(crate) fn empty(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("loket-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        let clerk = sits_down(&folder);
        Self { folder, clerk }
    }

    /// An office in the kelurahan Damai of Balikpapan Kota, set up by the keyboard.
    pub(crate) fn settled(name: &str) -> Self {
        let mut office = Self::empty(name);
        office.clerk.types("64.71.06.1005<enter><f2>Rina Wulandari<enter><enter>");
        office.clerk.chooses_passphrase().notes_recovery().sees("Folder data");
        office
    }

    /// The power goes; the desk is opened again.
    pub(crate) fn starts_again(self) -> Self {
        let folder = self.folder.clone();
        drop(self.clerk);
        let clerk = sits_down(&folder);
        Self { folder, clerk }
    }

    pub(crate) fn done(self) {
        drop(self.clerk);
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Presses a key until the cursor stands at these words.
#[track_caller]
pub(crate) fn goes(clerk: &mut Clerk, key: &str, words: &str) {
    for _ in 0..60 {
        if clerk.row().contains(words) {
            return;
        }
        clerk.types(key);
    }
    clerk.stands_at(words);
}

fn sits_down(folder: &Path) -> Clerk {
    let desk = opened(folder, Clock::Set(NOW));
    let doors = Doors { open: first, ..DOORS };
    Clerk::sits_down(App::new(desk, doors, Theme::MONO).unwrap())
}

/// The settings stand in for the first screen.
fn first(route: &Route, desk: &mut Desk) -> Opened {
    match route {
        Route::Home if !desk.is_new() => open::open(&Route::Settings, desk),
        other => open::open(other, desk),
    }
}
