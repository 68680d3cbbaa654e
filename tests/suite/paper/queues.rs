//! Print queues, with programs in the place of `lp` and `lpstat`.
use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};

use loket::{
    fault::Fault,
    print::{page::Paper, spool::Spool},
};

/// A folder with a program of that name in it. Another process writes the file: one that this
/// process has open for writing could not be started.
fn folder(test: &str, programs: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("lp-{test}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for (name, script) in programs {
        let mut writer = Command::new("sh")
            .args(["-c", "cat > \"$0\" && chmod +x \"$0\""])
            .arg(folder.join(name))
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let script = format!("#!/bin/sh\ncd '{}'\n{script}\n", folder.display());
        writer.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
        assert!(writer.wait().unwrap().success());
    }
    folder
}

fn spool(test: &str, programs: &[(&str, &str)]) -> (Spool, PathBuf) {
    let folder = folder(test, programs);
    (Spool::at(folder.clone(), Duration::from_secs(20)), folder)
}

#[test]
fn a_letter_goes_to_its_queue_with_its_paper() {
    let script = "cat > got; echo \"$@\" > words; echo 'request id is KANTOR-7 (1 file(s))'";
    let (spool, folder) = spool("sent", &[("lp", script)]);
    let file: Vec<u8> = (0..200_000_u32).map(|n| n.to_le_bytes()[0]).collect();
    let media = [
        (Paper::A4, "media=A4"),
        (Paper::F4, "media=Custom.215x330mm"),
        (Paper::F4Narrow, "media=Custom.210x330mm"),
    ];
    for (paper, expected) in media {
        let job = spool.send(Some("KANTOR"), &file, paper).unwrap();
        assert_eq!(job.id, "KANTOR-7");
        assert_eq!(fs::read(folder.join("got")).unwrap(), file);
        let words = fs::read_to_string(folder.join("words")).unwrap();
        assert!(words.starts_with("-d KANTOR ") && words.contains(expected), "{words}");
    }
    spool.send(None, &file, Paper::A4).unwrap();
    assert!(!fs::read_to_string(folder.join("words")).unwrap().contains("-d"));
}

#[test]
fn a_refusal_is_told_in_the_printers_words() {
    let script = "echo 'lp: The printer or class does not exist.' >&2; exit 1";
    let (spool, _) = spool("unknown", &[("lp", script)]);
    let fault = spool.send(Some("TIDAKADA"), b"%PDF", Paper::A4).unwrap_err();
    assert_eq!(fault.to_string(), "printer menolak: lp: The printer or class does not exist.");
}

#[test]
fn a_silent_failure_is_a_refusal_too() {
    let (spool, _) = spool("silent", &[("lp", "exit 3")]);
    let fault = spool.send(None, b"%PDF", Paper::A4).unwrap_err();
    assert!(matches!(&fault, Fault::Refused { why, .. } if why.contains('3')), "{fault}");
}

#[test]
fn a_machine_without_printing_programs_says_which_is_missing() {
    let (spool, _) = spool("missing", &[]);
    let fault = spool.send(None, b"%PDF", Paper::A4).unwrap_err();
    assert!(matches!(fault, Fault::Device { .. }) && fault.to_string().contains("program lp"));
    assert!(spool.queues().unwrap_err().to_string().contains("lpstat"));
}

#[test]
fn a_printer_that_never_answers_is_given_up() {
    let folder = folder("slow", &[("lp", "exec sleep 600")]);
    let fault =
        Spool::at(folder, Duration::from_millis(50)).send(None, b"%PDF", Paper::A4).unwrap_err();
    assert!(fault.to_string().contains("tidak menjawab"), "{fault}");
}

#[test]
fn queues_are_listed_by_new_and_old_systems() {
    let new = "echo EPSON; echo 'Kantor_2'";
    assert_eq!(spool("new", &[("lpstat", new)]).0.queues().unwrap(), ["EPSON", "Kantor_2"]);
    let old = "[ \"$1\" = -e ] && { echo 'lpstat: Unknown option' >&2; exit 1; }\n\
        echo 'printer EPSON is idle.  enabled since today'\necho '\tready'\n\
        echo 'printer LX310 disabled since today -'";
    assert_eq!(spool("old", &[("lpstat", old)]).0.queues().unwrap(), ["EPSON", "LX310"]);
    let none = "echo 'lpstat: No destinations added.' >&2; exit 1";
    assert!(spool("none", &[("lpstat", none)]).0.queues().unwrap().is_empty());
    let down = "echo 'lpstat: Unable to connect to server' >&2; exit 1";
    let fault = spool("down", &[("lpstat", down)]).0.queues().unwrap_err();
    assert!(fault.to_string().contains("Unable to connect"), "{fault}");
}
