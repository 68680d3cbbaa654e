//! Letters through a real print server and back; `.ci/cups` starts it and says where it is.
//!
//! `CUPS_SERVER` leads every program to it, `LOKET_CUPS` is its folder.
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use loket::{
    domain::{choice::Choice as _, printer::Printer},
    letter::{
        filled::{lay, unrolled},
        kinds::KINDS,
    },
    print::{
        escp, escpos,
        page::{Document, Paper},
        pdf,
        roll::Width,
        spool::{
            job::{Condition, Job, Load, Progress},
            printers::Spool,
        },
        text,
    },
};

const TICKET: &str = "RJK-202611-00017-5";

/// How long a job may take.
const PATIENCE: Duration = Duration::from_mins(1);

fn queue(name: &str) -> Printer {
    Printer::Queue(name.to_owned())
}

/// Runs a program of the machine to its end; what it said.
fn told(program: &str, words: &[&str]) -> String {
    let said = Command::new(program).args(words).output().unwrap();
    assert!(
        said.status.success(),
        "{program} {words:?}: {}",
        String::from_utf8_lossy(&said.stderr)
    );
    String::from_utf8_lossy(&said.stdout).into_owned()
}

/// Asks about a job until the answer is what is waited for.
fn followed(job: &Job, awaited: impl Fn(&Progress) -> bool) -> Progress {
    let start = Instant::now();
    loop {
        let progress = Spool::default().progress(job).unwrap();
        if awaited(&progress) || start.elapsed() > PATIENCE {
            return progress;
        }
    }
}

/// Prints pages on a queue and waits until it is done with them; the name of the job.
fn out(name: &str, document: &Document) -> String {
    let job = Spool::default().print(&queue(name), Load::Pages(document)).unwrap();
    assert_eq!(followed(&job, |progress| *progress == Progress::Printed), Progress::Printed);
    let Job::Queued(id) = job else { panic!("{job:?}") };
    id
}

/// The fullest letter of every kind on every paper.
fn letters() -> Vec<Document> {
    let on = |paper| KINDS.iter().map(move |kind| (kind.longest().unwrap(), paper));
    let all = Paper::ALL.iter().flat_map(on);
    all.map(|(filled, paper)| lay(&filled, *paper, Some(TICKET)).unwrap()).collect()
}

/// The words of a text in alphabetical order: columns are read in another order than they stand.
fn words(text: &str) -> Vec<&str> {
    let rule = |word: &&str| !word.chars().all(|sign| matches!(sign, '=' | '─'));
    let mut words: Vec<_> = text.split_whitespace().filter(rule).collect();
    words.sort_unstable();
    words
}

#[test]
#[ignore = "needs the print server of .ci/cups"]
fn every_letter_reaches_a_printer_with_the_words_that_were_read() {
    let file = PathBuf::from(env::var("LOKET_CUPS").unwrap()).join("out/pages.pdf");
    for document in letters() {
        let _ = fs::remove_file(&file);
        out("PDF", &document);
        let read = told("pdftotext", &["-layout", file.to_str().unwrap(), "-"]);
        assert_eq!(words(&read), words(&text::render(&document)), "{}", document.title);
    }
}

/// The dark places of a page, 100 dots to the inch, row by row.
fn ink(file: &Path) -> Vec<Vec<bool>> {
    let picture = file.with_extension("");
    let names = [file.to_str().unwrap(), picture.to_str().unwrap()];
    told("pdftoppm", &["-r", "100", "-gray", "-singlefile", names[0], names[1]]);
    let picture = picture.with_extension("pgm");
    let bytes = fs::read(&picture).unwrap();
    fs::remove_file(picture).unwrap();
    // P5, width and height, 255, the dots.
    let mut parts = bytes.splitn(4, |byte| *byte == b'\n');
    let size = parts.nth(1).map(|size| String::from_utf8_lossy(size).into_owned()).unwrap();
    let width: usize = size.split(' ').next().unwrap().parse().unwrap();
    let dots = parts.nth(1).unwrap();
    dots.chunks(width).map(|row| row.iter().map(|dot| *dot < 128).collect()).collect()
}

/// How many dots are a millimetre.
const NEAR: usize = 4;

/// How many dark places of a page have none within a millimetre on another, and how many it has.
fn lost(page: &[Vec<bool>], other: &[Vec<bool>]) -> (usize, usize) {
    let near = |row: usize, column: usize| {
        (row.saturating_sub(NEAR)..=row + NEAR).any(|row| {
            let beside = column.saturating_sub(NEAR)..=column + NEAR;
            other
                .get(row)
                .is_some_and(|row| beside.into_iter().any(|at| row.get(at) == Some(&true)))
        })
    };
    let dark = page.iter().enumerate().flat_map(|(nth, row)| {
        row.iter().enumerate().filter(|(_, dark)| **dark).map(move |(column, _)| (nth, column))
    });
    dark.fold((0, 0), |(lost, all), (row, column)| {
        (lost + usize::from(!near(row, column)), all + 1)
    })
}

#[test]
#[ignore = "needs the print server of .ci/cups"]
fn every_letter_comes_out_on_its_paper_as_it_was_drawn() {
    let folder = PathBuf::from(env::var("LOKET_CUPS").unwrap());
    for document in letters() {
        let drawn = folder.join("drawn.pdf");
        fs::write(&drawn, pdf::render(&document).unwrap()).unwrap();
        let id = out("KERTAS", &document);
        let ending = format!("-job_{}.pdf", id.strip_prefix("KERTAS-").unwrap());
        let made = Path::new(&env::var("HOME").unwrap()).join("PDF");
        let mut made = fs::read_dir(made).unwrap().map(|entry| entry.unwrap().path());
        let made = made.find(|path| path.to_string_lossy().ends_with(&ending)).unwrap();

        let info = told("pdfinfo", &[made.to_str().unwrap()]);
        let size = info.lines().find_map(|line| line.strip_prefix("Page size:")).unwrap();
        let size: Vec<f32> = size.split(' ').filter_map(|word| word.parse().ok()).collect();
        let points =
            [document.paper.width(), document.paper.height()].map(|side| side * 72.0 / 25.4);
        assert!(size.iter().zip(points).all(|(side, point)| (side - point).abs() < 1.5), "{info}");
        let pages = format!("Pages:{}", document.pages.len());
        assert!(info.lines().any(|line| line.replace(' ', "") == pages), "{info}");

        let (before, after) = (ink(&drawn), ink(&made));
        for (lost, all) in [lost(&before, &after), lost(&after, &before)] {
            assert!(all > 1000 && lost * 1000 < all, "{}: {lost} of {all}", document.title);
        }
        if document.pages[0].squares.is_empty() {
            fs::remove_file(made).unwrap();
            continue;
        }
        let picture = folder.join("made");
        let names = [made.to_str().unwrap(), picture.to_str().unwrap()];
        told("pdftoppm", &["-r", "150", "-gray", "-png", "-singlefile", names[0], names[1]]);
        let picture = picture.with_extension("png");
        assert_eq!(told("zbarimg", &["-q", "--raw", picture.to_str().unwrap()]).trim(), TICKET);
        fs::remove_file(made).unwrap();
    }
}

#[test]
#[ignore = "needs the print server of .ci/cups"]
fn bytes_come_out_as_they_went_in() {
    let out = PathBuf::from(env::var("LOKET_CUPS").unwrap()).join("out/raw.bin");
    let (letter, slip) = (KINDS[0].longest().unwrap(), KINDS[1].longest().unwrap());
    let every: Vec<u8> = (0..=255).collect();
    let loads = [
        escp::render(&lay(&letter, Paper::F4, Some(TICKET)).unwrap()).unwrap(),
        escpos::render(&unrolled(&slip, Width::Narrow, Some(TICKET)).unwrap()),
        escpos::render(&unrolled(&slip, Width::Wide, Some(TICKET)).unwrap()),
        every,
    ];
    for bytes in loads {
        let _ = fs::remove_file(&out);
        let job = Spool::default().print(&queue("MENTAH"), Load::Raw(&bytes)).unwrap();
        assert_eq!(followed(&job, |progress| *progress == Progress::Printed), Progress::Printed);
        assert!(fs::read(&out).unwrap() == bytes, "{job:?}");
    }
}

#[test]
#[ignore = "needs the print server of .ci/cups"]
fn the_queues_are_those_of_the_server() {
    let spool = Spool::default();
    let queues = spool.queues().unwrap();
    assert!(
        ["KERTAS", "PDF", "MENTAH"].iter().all(|name| queues.contains(&(*name).to_owned())),
        "{queues:?}"
    );
    assert_eq!(spool.condition(&queue("PDF")).unwrap(), Condition::Ready);
    assert_eq!(spool.condition(&Printer::Default).unwrap(), Condition::Missing);
    let fault = spool.print(&Printer::Default, Load::Raw(b"x")).unwrap_err();
    assert!(fault.to_string().contains("belum ada printer utama"), "{fault}");
}

#[test]
#[ignore = "needs the print server of .ci/cups"]
fn a_queue_that_is_missing_is_told() {
    let spool = Spool::default();
    assert_eq!(spool.condition(&queue("TIDAKADA")).unwrap(), Condition::Missing);
    let fault = spool.print(&queue("TIDAKADA"), Load::Raw(b"x")).unwrap_err();
    assert!(fault.told().contains("printer itu tidak ada di komputer ini"), "{fault}");
    let lost = spool.progress(&Job::Queued("TIDAKADA-7".to_owned())).unwrap();
    assert_eq!(lost, Progress::Unknown);
}

#[test]
#[ignore = "needs the print server of .ci/cups"]
fn a_printer_that_is_stopped_holds_its_jobs_and_says_why() {
    let spool = Spool::default();
    told("cupsdisable", &["-r", "media-empty", "MENTAH"]);
    let job = spool.print(&queue("MENTAH"), Load::Raw(b"x")).unwrap();
    let held = Progress::Held("kertas habis".to_owned());
    assert_eq!(followed(&job, |progress| *progress == held), held);
    let condition = spool.condition(&queue("MENTAH")).unwrap();
    assert_eq!(condition, Condition::Stopped("kertas habis".to_owned()));
    let Job::Queued(id) = &job else { panic!("{job:?}") };
    told("cancel", &[id]);
    let dropped = |progress: &Progress| matches!(progress, Progress::Failed(_));
    assert!(dropped(&followed(&job, dropped)));
    told("cupsenable", &["MENTAH"]);
    assert_eq!(spool.condition(&queue("MENTAH")).unwrap(), Condition::Ready);
}

#[test]
#[ignore = "needs the print server of .ci/cups"]
fn a_printer_that_takes_nothing_refuses_in_plain_words() {
    let spool = Spool::default();
    told("cupsreject", &["MENTAH"]);
    let fault = spool.print(&queue("MENTAH"), Load::Raw(b"x")).unwrap_err();
    assert!(fault.to_string().contains("sedang tidak menerima cetakan"), "{fault}");
    let condition = spool.condition(&queue("MENTAH")).unwrap();
    assert!(matches!(condition, Condition::Stopped(_)), "{condition:?}");
    told("cupsaccept", &["MENTAH"]);
}
