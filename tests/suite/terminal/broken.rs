//! A fault in the program itself, in a real window.
use std::{
    borrow::Cow,
    env,
    ffi::OsStr,
    path::{Path, PathBuf},
};

use loket::{
    desk::counter::{Clock, Desk},
    fault::STOPPED,
    form::field::Draft,
    tui::{
        app::App,
        command::Command,
        doors::{self, DOORS},
        key::Key,
        run,
        screen::{Msg, Opened, Route, Screen, Step},
        screens::open,
        shell::Doors,
        terminal,
        theme::Theme,
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    cli::program::office,
    place::opened,
    terminal::{
        ends::{clean, resumes},
        window::Window,
    },
};

/// Where the desk that breaks stands; only the test that plays it says it.
const PLACE: &str = "LOKET_UJI_TEMPAT";

/// The form of a new resident, which a question mark breaks.
struct Brittle(Box<dyn Screen>);

impl Screen for Brittle {
    fn name(&self) -> &'static str {
        self.0.name()
    }

    fn title(&self) -> Cow<'_, str> {
        self.0.title()
    }

    fn commands(&self) -> &'static [Command] {
        self.0.commands()
    }

    fn draft(&self) -> Option<(&'static str, &Draft)> {
        self.0.draft()
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        if matches!(msg, Msg::Key(key) if key == Key::letter('?')) {
            panic!("no room for {:?}", self.0.draft());
        }
        self.0.update(msg, desk)
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.0.view(area, buf, theme)
    }
}

fn brittle(_: &Route, desk: &mut Desk) -> Opened {
    let form = Route::NewResident { typed: "budi".to_owned(), then: None };
    Ok(Box::new(Brittle(open::open(&form, desk)?)))
}

#[test]
#[ignore = "it breaks; another test plays it in a window of its own"]
fn a_desk_with_a_fault() {
    let Some(folder) = env::var_os(PLACE).map(PathBuf::from) else { return };
    terminal::watch();
    let desk = opened(&folder, Clock::Wall);
    let app = App::new(desk, Doors { open: brittle, ..DOORS }, Theme::MONO).unwrap();
    run::run(app, doors::work).unwrap();
}

/// This very program, with that test and no other.
fn broken(folder: &Path) -> Window {
    let program = env::current_exe().unwrap();
    let words = ["--ignored", "--exact", "--nocapture", "--test-threads=1"].map(OsStr::new);
    let test = OsStr::new("terminal::broken::a_desk_with_a_fault");
    let all: Vec<&OsStr> = [program.as_os_str(), test].into_iter().chain(words).collect();
    let script = format!("{PLACE}=\"$LOKET_DATA\"; export {PLACE}; \"$@\"; tty; read _");
    Window::shell(folder, &script, &all)
}

#[test]
fn a_fault_gives_the_terminal_back_and_says_one_line_with_nothing_personal() {
    let place = office();
    let mut window = broken(place.path());
    window.sees("Identitas").types("64710517").sees("64710517________").types("?");
    clean(&mut window);
    let screen = window.screen().replace('\n', "");
    assert_eq!(screen.matches(STOPPED).count(), 1, "{screen}");
    assert!(!screen.contains("6471") && !screen.contains("Budi"), "{screen}");
    assert!(!screen.contains("panicked"), "{screen}");
    drop(window);
    resumes(place.path(), "64710517________");
}
