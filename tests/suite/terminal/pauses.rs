//! The terminal goes to somebody else for a while, and comes back.
use std::ffi::OsStr;

use crate::{
    cli::program::office,
    place::PASSPHRASE,
    terminal::{
        ends::{begins, call, calls, clean, resumes},
        window::Window,
    },
};

/// The program under test.
const LOKET: &str = env!("CARGO_BIN_EXE_loket");

#[test]
fn a_pause_gives_the_terminal_away_and_takes_it_back_as_it_stood() {
    let place = office();
    let script = "\"$@\"; echo berhenti; tty; read _; fg; echo \"status $?\"; tty; read _";
    let mut window = Window::shell(place.path(), script, &[OsStr::new(LOKET)]);
    begins(&mut window);
    let desk = window.process();
    call("TSTP", &desk);
    window.sees("berhenti");
    clean(&mut window);
    window.types("<enter>").waits("the desk", vt100::Screen::alternate_screen);
    window.sees("Loket terkunci").misses("6471").types(PASSPHRASE).types("<enter>");
    window.sees("64710517________").sees("Identitas").sees("F2");
    call("TERM", &desk);
    window.sees("status 0");
    clean(&mut window);
}

#[test]
fn a_desk_that_was_stopped_from_outside_draws_itself_anew() {
    let place = office();
    let script =
        "\"$@\"; stty sane; clear; echo berhenti; read _; fg; echo \"status $?\"; tty; read _";
    let mut window = Window::shell(place.path(), script, &[OsStr::new(LOKET)]);
    begins(&mut window);
    let desk = window.process();
    // Nobody can answer this signal: the terminal is left as it is.
    call("STOP", &desk);
    window.sees("berhenti").types("<enter>").sees("64710517________").sees("Identitas");
    call("TERM", &desk);
    window.sees("status 0");
    window.waits("the shell's screen", |screen| !screen.alternate_screen());
}

#[test]
fn what_was_typed_just_before_a_pause_is_on_the_disk() {
    let place = office();
    let mut window = Window::open(place.path(), &[]);
    begins(&mut window);
    window.types("0").sees("647105170_______");
    call("TSTP", &window.process());
    window.waits("the terminal given away", |screen| !screen.alternate_screen());
    window.dies();
    resumes(place.path(), "647105170_______");
}

#[test]
fn a_desk_that_pauses_behind_others_stays_there_and_can_be_ended() {
    let place = office();
    let script = "\"$@\"; echo berhenti; bg; tty; read _; kill %1; wait; echo selesai; tty; read _";
    let mut window = Window::shell(place.path(), script, &[OsStr::new(LOKET)]);
    begins(&mut window);
    let desk = window.process();
    call("TSTP", &desk);
    window.sees("berhenti");
    clean(&mut window);
    window.types("<enter>").sees("selesai");
    assert!(!calls("0", &desk), "it is still there");
    clean(&mut window);
    drop(window);
    resumes(place.path(), "64710517________");
}
