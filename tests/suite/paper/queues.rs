//! Print queues, with programs in the place of `lp` and `lpstat`.
use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};

use chrono::NaiveDate;
use loket::{
    domain::printer::Printer,
    fault::Fault,
    print::{
        page::{Document, Page, Paper},
        pdf,
        spool::{
            job::{Condition, Job, Load, Progress},
            printers::Spool,
        },
    },
};

/// A page with nothing on it.
fn blank(paper: Paper) -> Document {
    let date = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    let pages = vec![Page::default()];
    Document { paper, title: "Kosong".to_owned(), author: "Uji".to_owned(), date, pages }
}

fn queue(name: &str) -> Printer {
    Printer::Queue(name.to_owned())
}

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
    let media = [
        (Paper::A4, "media=A4"),
        (Paper::F4, "media=Custom.215x330mm"),
        (Paper::F4Narrow, "media=Custom.210x330mm"),
    ];
    for (paper, expected) in media {
        let document = blank(paper);
        let job = spool.print(&queue("KANTOR"), Load::Pages(&document)).unwrap();
        assert_eq!(job, Job::Queued("KANTOR-7".to_owned()));
        assert_eq!(job.told(), "Dikirim ke printer sebagai KANTOR-7.");
        assert_eq!(fs::read(folder.join("got")).unwrap(), pdf::render(&document).unwrap());
        let words = fs::read_to_string(folder.join("words")).unwrap();
        assert!(words.contains("-d KANTOR ") && words.contains(expected), "{words}");
    }
    spool.print(&Printer::Default, Load::Pages(&blank(Paper::A4))).unwrap();
    assert!(!fs::read_to_string(folder.join("words")).unwrap().contains("-d"));
}

#[test]
fn bytes_go_to_their_queue_as_they_are() {
    let script = "cat > got; echo \"$@\" > words; echo 'request id is LX-310-12 (1 file(s))'";
    let (spool, folder) = spool("raw", &[("lp", script)]);
    let bytes: Vec<u8> = (0..200_000_u32).map(|n| n.to_le_bytes()[0]).collect();
    let job = spool.print(&queue("LX-310"), Load::Raw(&bytes)).unwrap();
    assert_eq!(job, Job::Queued("LX-310-12".to_owned()));
    assert_eq!(fs::read(folder.join("got")).unwrap(), bytes);
    let words = fs::read_to_string(folder.join("words")).unwrap();
    assert!(words.contains("-d LX-310 -o raw") && !words.contains("media"), "{words}");
}

/// What is said where `lp` refuses with these words.
fn told(test: &str, words: &str) -> String {
    let script = format!("echo '{words}' >&2; exit 1");
    let (spool, _) = spool(test, &[("lp", &script)]);
    spool.print(&queue("EPSON"), Load::Raw(b"x")).unwrap_err().to_string()
}

#[test]
fn a_refusal_is_told_in_plain_words() {
    let cases = [
        ("The printer or class does not exist.", "printer itu tidak ada di komputer ini"),
        ("Destination \"EPSON\" is not accepting jobs.", "sedang tidak menerima cetakan"),
        ("Error - no default destination available.", "belum ada printer utama"),
        ("Error - scheduler not responding.", "layanan cetak di komputer ini tidak berjalan"),
    ];
    for (nth, (theirs, ours)) in cases.into_iter().enumerate() {
        let told = told(&format!("refusal-{nth}"), &format!("lp: {theirs}"));
        assert!(told.starts_with("printer menolak: ") && told.contains(ours), "{told}");
    }
}

#[test]
fn words_that_nobody_knows_are_passed_on() {
    assert_eq!(told("unknown", "lp: Too many  jobs."), "printer menolak: lp: Too many jobs.");
}

#[test]
fn a_print_server_that_is_down_is_not_taken_for_a_missing_queue() {
    let down = "echo 'scheduler is not running'; [ \"$1\" = -r ]";
    let gone = "echo 'lp: Error - The printer or class does not exist.' >&2; exit 1";
    let lost = "case \"$1\" in -r) echo 'scheduler is not running';; -e) ;; \
        *) echo 'lpstat: Invalid destination name in list \"EPSON\".' >&2; exit 1;; esac";
    let says = |fault: Fault| {
        let told = fault.to_string();
        assert!(told.contains("layanan cetak di komputer ini tidak berjalan"), "{told}");
    };
    let (printing, _) = spool("down", &[("lp", gone), ("lpstat", down)]);
    says(printing.print(&queue("EPSON"), Load::Raw(b"x")).unwrap_err());
    let (asking, _) = spool("lost", &[("lpstat", lost)]);
    says(asking.condition(&queue("EPSON")).unwrap_err());
    says(asking.progress(&Job::Queued("EPSON-1".to_owned())).unwrap_err());
    says(asking.queues().unwrap_err());
}

#[test]
fn a_silent_failure_is_a_refusal_too() {
    let (spool, _) = spool("silent", &[("lp", "exit 3")]);
    let fault = spool.print(&Printer::Default, Load::Raw(b"x")).unwrap_err();
    assert!(matches!(&fault, Fault::Refused { why, .. } if why.contains('3')), "{fault}");
}

#[test]
fn a_machine_without_printing_programs_says_which_is_missing() {
    let (spool, _) = spool("missing", &[]);
    let fault = spool.print(&Printer::Default, Load::Raw(b"x")).unwrap_err();
    assert!(matches!(fault, Fault::Device { .. }) && fault.to_string().contains("program lp"));
    assert!(spool.queues().unwrap_err().to_string().contains("lpstat"));
}

#[test]
fn a_printer_that_never_answers_is_given_up() {
    let folder = folder("slow", &[("lp", "exec sleep 600")]);
    let spool = Spool::at(folder, Duration::from_millis(50));
    let fault = spool.print(&Printer::Default, Load::Raw(b"x")).unwrap_err();
    assert!(fault.to_string().contains("tidak menjawab"), "{fault}");
}

/// An `lpstat` over these jobs (waiting, ended) and this state of the queue EPSON.
fn lpstat(waiting: &str, ended: &str, state: &str) -> String {
    format!(
        "case \"$*\" in\n\
         '-W not-completed -o EPSON') printf '{waiting}';;\n\
         '-l -W completed -o EPSON') printf '{ended}';;\n\
         '-l -p EPSON') printf '{state}';;\n\
         '-a EPSON') echo 'EPSON accepting requests since today';;\n\
         -d) echo 'system default destination: EPSON';;\n\
         -r) echo 'scheduler is running';;\n\
         *) echo 'lpstat: Invalid destination name in list.' >&2; exit 1;;\nesac"
    )
}

const READY: &str = "printer EPSON is idle.  enabled since today\\n\tAlerts: none\\n";

#[test]
fn a_job_is_followed_until_it_has_left_its_queue() {
    let row = "EPSON-7   rina   1024   today\\n";
    let ended = |told: &str| {
        format!("EPSON-8 rina 1 today\\n\tStatus: x\\n{row}{told}\tqueued for EPSON\\n")
    };
    let stopped = "printer EPSON disabled since today -\\n\tmedia-empty-error\\n";
    let now = "printer EPSON now printing EPSON-7.  enabled since today\\n\
        \tThe printer is not responding.\\n\tAlerts: none\\n";
    let cases = [
        (row, String::new(), READY, Progress::Queued),
        (row, String::new(), stopped, Progress::Held("kertas habis".into())),
        (row, String::new(), now, Progress::Held("printer mati atau tidak tersambung".into())),
        ("", ended("\tStatus: \\n\tAlerts: processing-to-stop-point\\n"), READY, Progress::Printed),
        ("", ended("\tAlerts: job-completed-successfully\\n"), READY, Progress::Printed),
        ("", ended("\tAlerts: processing-to-stop-point\\n"), READY, dropped()),
        ("", ended("\tStatus: x\\n\tAlerts: job-canceled-by-user\\n"), READY, dropped()),
        (
            "",
            ended("\tStatus: out of paper\\n\tAlerts: aborted-by-system\\n"),
            READY,
            Progress::Failed("kertas habis".into()),
        ),
        ("EPSON-70 rina 1 today\\n", String::new(), READY, Progress::Unknown),
    ];
    for (nth, (waiting, ended, state, expected)) in cases.into_iter().enumerate() {
        let script = lpstat(waiting, &ended, state);
        let (spool, _) = spool(&format!("followed-{nth}"), &[("lpstat", &script)]);
        let progress = spool.progress(&Job::Queued("EPSON-7".to_owned())).unwrap();
        assert_eq!(progress, expected, "{nth}");
    }
}

fn dropped() -> Progress {
    Progress::Failed("dibatalkan sebelum selesai dicetak".into())
}

#[test]
fn nothing_is_known_of_a_job_whose_queue_is_gone_or_that_went_past_every_queue() {
    let script = lpstat("", "", READY);
    let (spool, _) = spool("gone", &[("lpstat", &script)]);
    for job in [Job::Queued("LAMA-7".into()), Job::Queued("x".into()), Job::Sent("a:1".into())] {
        assert_eq!(spool.progress(&job).unwrap(), Progress::Unknown);
    }
}

#[test]
fn a_queue_says_why_it_prints_nothing() {
    let stopped = |why: &str| Condition::Stopped(why.to_owned());
    let cases = [
        (READY, Condition::Ready),
        (
            "printer EPSON disabled since today -\\n\tPaused\\n\tAlerts: paused\\n",
            stopped("printer sedang dihentikan di komputer ini"),
        ),
        (
            "printer EPSON disabled since today -\\n\tsedang diservis\\n\tAlerts: paused\\n",
            stopped("printer sedang dihentikan di komputer ini: sedang diservis"),
        ),
        (
            "printer EPSON is idle.  enabled since today\\n\tAlerts: offline-report\\n",
            stopped("printer mati atau tidak tersambung"),
        ),
        (
            "printer EPSON is idle.  enabled since today\\n\tAlerts: toner-low-warning\\n",
            Condition::Ready,
        ),
    ];
    for (nth, (state, expected)) in cases.into_iter().enumerate() {
        let script = lpstat("", "", state);
        let (spool, _) = spool(&format!("why-{nth}"), &[("lpstat", &script)]);
        assert_eq!(spool.condition(&queue("EPSON")).unwrap(), expected);
        assert_eq!(spool.condition(&Printer::Default).unwrap(), expected);
        assert_eq!(spool.condition(&queue("LAIN")).unwrap(), Condition::Missing);
    }
}

#[test]
fn a_queue_that_takes_nothing_and_a_computer_without_any_say_so() {
    let closed = lpstat("", "", READY).replace("EPSON accepting", "EPSON not accepting");
    let (closed, _) = spool("closed", &[("lpstat", &closed)]);
    let Condition::Stopped(why) = closed.condition(&queue("EPSON")).unwrap() else { panic!() };
    assert!(why.contains("sedang tidak menerima cetakan"), "{why}");
    let none = lpstat("", "", READY).replace("system default destination: EPSON", "no default");
    let (none, _) = spool("no-default", &[("lpstat", &none)]);
    assert_eq!(none.condition(&Printer::Default).unwrap(), Condition::Missing);
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
    let fault = spool("unconnected", &[("lpstat", down)]).0.queues().unwrap_err();
    assert!(fault.to_string().contains("layanan cetak"), "{fault}");
}
