//! The desk ends when somebody outside wants it: nothing typed is lost, the terminal is as before.
use std::{
    ffi::OsStr,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use crate::{
    cli::program::office,
    terminal::window::{Ending, Window},
};

/// The program under test.
const LOKET: &str = env!("CARGO_BIN_EXE_loket");

/// What is promised is a second; a machine that builds three things at once is forgiven.
const PROMISED: Duration = Duration::from_secs(5);

/// Sends a signal to a process.
pub(crate) fn call(signal: &str, process: &str) {
    assert!(calls(signal, process), "{signal} to {process}");
}

/// The same, where the process may have gone already; signal 0 only asks whether it has.
pub(crate) fn calls(signal: &str, process: &str) -> bool {
    let words = ["-s", signal, "--", process];
    Command::new("kill").args(words).stderr(Stdio::null()).status().unwrap().success()
}

/// Begins to register somebody, up to the first digits of a NIK.
pub(crate) fn begins(window: &mut Window) {
    window.comes_in().sees("Kunjungan hari ini").types("<c-n>2").sees("cari orangnya");
    window.types("budi").sees("Ctrl-N");
    window.types("<c-n>").sees("Identitas").types("64710517").sees("64710517________");
}

/// Opens the half-typed form again.
pub(crate) fn resumes(folder: &Path, typed: &str) -> Window {
    let mut window = Window::open(folder, &[]);
    window
        .comes_in()
        .sees("8 Konsep                       1")
        .types("8")
        .sees("Data warga")
        .types("<enter>");
    window.sees(typed).sees("Budi");
    window
}

/// Says how long an end took, and returns the program's status.
#[track_caller]
fn soon(what: &str, ending: Ending) -> u32 {
    let (status, took) = ending.told();
    println!("{what}: ended after {took:?}");
    assert!(took < PROMISED, "{what} took {took:?}");
    status
}

#[test]
fn a_half_typed_form_is_back_after_every_call_to_end() {
    let place = office();
    let mut window = Window::open(place.path(), &[]);
    begins(&mut window);
    let mut typed = "64710517".to_owned();
    for (signal, digit) in [("TERM", "0"), ("HUP", "8"), ("INT", "8"), ("QUIT", "5")] {
        typed.push_str(digit);
        window.types(digit).sees(&format!("{typed:_<16}"));
        call(signal, &window.process());
        assert_eq!(soon(signal, window.ending()), 0, "{signal}");
        window = resumes(place.path(), &format!("{typed:_<16}"));
    }
    soon("the window is closed", window.closes("0"));
    resumes(place.path(), &typed);
}

#[test]
fn a_desk_that_waits_for_its_terminal_ends_all_the_same() {
    let place = office();
    let mut window = Window::open(place.path(), &[]);
    begins(&mut window);
    window.stalls().types("0");
    call("TERM", &window.process());
    assert_eq!(soon("a terminal that takes nothing", window.ending()), 1);
    resumes(place.path(), "64710517");
}

#[test]
fn a_call_to_end_leaves_the_terminal_as_it_was() {
    let place = office();
    let script = "\"$@\"; echo \"status $?\"; tty; read _";
    let mut window = Window::shell(place.path(), script, &[OsStr::new(LOKET)]);
    begins(&mut window);
    window.waits("a screen of its own", |screen| {
        screen.alternate_screen() && screen.bracketed_paste()
    });
    call("TERM", &window.process());
    window.sees("status 0");
    clean(&mut window);
}

/// Waits until the terminal is as it was when the shell looked at it first.
#[track_caller]
pub(crate) fn clean(window: &mut Window) {
    window.waits("two looks at the terminal", |screen| {
        screen.contents().lines().filter(|line| line.starts_with("tty ")).count() > 1
    });
    window.waits("a terminal as it was", |screen| {
        !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
    });
    let screen = window.screen();
    let looks: Vec<&str> = screen.lines().filter(|line| line.starts_with("tty ")).collect();
    assert!(looks.iter().all(|look| *look == looks[0]), "{screen}");
}
