//! Letters as PDF files, read back by programs that are not ours.
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use loket::{
    domain::choice::Choice as _,
    letter::{filled::lay, kinds::KINDS},
    print::{
        page::{Document, Paper},
        pdf, qr,
    },
};

const TICKET: &str = "RJK-202611-00017-5";

/// A hallmark with the longest number, as wide as one gets: see `domain::hallmark`.
const HALLMARK: &str = "LOKET1*6471061001*12*400.9.14.2/00117/PUSKESOS-MATTIROBAJI/XXVIII/2026*\
    RUJUKAN*RJK-202611-00017-5*20261124*20261224*NBUW2YLBNZTXE*MFRGGZDFMZTWQ*\
    MFRGGZDFMZTWQ2LKNNWG23TPOA*MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43UOV3HO6DZPIYTEMZUGU3DOOBZGBQWEY3\
    EMVTGO2DJNJVWY3LON5YHC4TTOR2XM53YPF5DCMRTGQ2TMNZYHEYA";

/// Runs a program of the machine; `None`, and a word about it, where it is missing.
fn asked(program: &str, words: &[&str]) -> Option<String> {
    let said = Command::new(program).args(words).output().ok();
    if said.is_none() {
        println!("DILEWATI: {program} tidak ada");
    }
    said.map(|said| String::from_utf8_lossy(&said.stdout).into_owned())
}

/// The fullest letter of every kind on every paper, each in a file of its own.
fn files(test: &str) -> Vec<(Document, PathBuf)> {
    with_square(test, TICKET)
}

fn with_square(test: &str, square: &str) -> Vec<(Document, PathBuf)> {
    let mut files = Vec::new();
    for kind in KINDS {
        for paper in Paper::ALL {
            let document = lay(&kind.longest().unwrap(), *paper, Some(square)).unwrap();
            let name = format!("{test}-{}-{}.pdf", kind.code, paper.code());
            let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
            fs::write(&path, pdf::render(&document).unwrap()).unwrap();
            files.push((document, path));
        }
    }
    files
}

#[test]
fn a_letter_is_a_small_file() {
    for (document, path) in with_square("small", HALLMARK) {
        let bytes = fs::read(path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(bytes.starts_with(b"%PDF-1.7"), "{}", document.title);
        let pages = text.matches("/Type/Page").count() - text.matches("/Type/Pages").count();
        assert_eq!(pages, document.pages.len(), "{}", document.title);
        assert!(text.contains("/FontFile2") && text.contains("pdfaid"), "{}", document.title);
        assert!(bytes.len() < 60_000, "{} bytes", bytes.len());
    }
}

#[test]
fn the_same_letter_is_the_same_file() {
    for kind in KINDS {
        let file = || {
            let document = lay(&kind.sample().unwrap(), Paper::A4, Some(TICKET)).unwrap();
            pdf::render(&document).unwrap()
        };
        assert_eq!(file(), file());
    }
}

#[test]
fn every_line_can_be_read_out_of_the_file() {
    for (document, path) in files("read") {
        let Some(text) = asked("pdftotext", &["-raw", path.to_str().unwrap(), "-"]) else { return };
        let ink = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let read = ink(&text);
        for line in document.pages.iter().flat_map(|page| &page.lines) {
            assert!(read.contains(&ink(&line.text)), "{} in {text}", line.text);
        }
    }
}

#[test]
fn the_file_says_what_it_is() {
    for (document, path) in files("info") {
        let Some(info) = asked("pdfinfo", &[path.to_str().unwrap()]) else { return };
        let points = |length: f32| f64::from(length) * 72.0 / 25.4;
        let size = (points(document.paper.width()), points(document.paper.height()));
        let said = info.lines().find_map(|line| line.strip_prefix("Page size:")).unwrap();
        let said: Vec<f64> = said.split(' ').filter_map(|word| word.parse().ok()).collect();
        assert!((said[0] - size.0).abs() < 0.1 && (said[1] - size.1).abs() < 0.1, "{info}");
        for expected in [document.title.as_str(), document.author.as_str(), "2026"] {
            assert!(info.contains(expected), "{expected} in {info}");
        }
        let pages = format!("Pages:{}", document.pages.len());
        assert!(info.lines().any(|line| line.replace(' ', "") == pages), "{info}");
    }
}

#[test]
fn the_file_can_be_put_into_an_archive() {
    for (document, path) in files("archive") {
        let path = path.to_str().unwrap();
        // What the file itself claims: PDF/A-2u, by the office, in Indonesian, of the letter's day.
        let Some(about) = asked("pdfinfo", &["-meta", path]) else { return };
        let day = document.date.format("<xmp:CreateDate>%Y-%m-%dT00:00:00Z</xmp:CreateDate>");
        let author = format!("<rdf:li>{}</rdf:li>", document.author);
        for claim in [
            "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>",
            "<dc:language><rdf:Bag><rdf:li>id</rdf:li></rdf:Bag></dc:language>",
            &format!("<rdf:li xml:lang=\"x-default\">{}</rdf:li>", document.title),
            &author,
            &day.to_string(),
        ] {
            assert!(about.contains(claim), "{claim} in {about}");
        }
        // What is true of it: every font is inside, with what its glyphs mean; nothing runs, and
        // nothing needs a key.
        let fonts = asked("pdffonts", &[path]).unwrap();
        let fonts: Vec<&str> = fonts.lines().skip(2).collect();
        assert!(!fonts.is_empty(), "{path}");
        for font in fonts {
            let words: Vec<&str> = font.split_whitespace().rev().collect();
            assert_eq!(words[2..5], ["yes", "yes", "yes"], "{font}");
        }
        let info = asked("pdfinfo", &[path]).unwrap();
        for claim in ["Encrypted:no", "JavaScript:no", "Form:none"] {
            let said = info.lines().any(|line| line.replace(' ', "") == claim);
            assert!(said, "{claim} in {info}");
        }
    }
}

#[test]
fn the_square_on_the_paper_holds_the_ticket_or_the_hallmark() {
    // As a telephone sees a ticket, and as an office scans a hallmark.
    for (square, dpi) in [(TICKET, 150.0_f32), (HALLMARK, 200.0)] {
        for (document, path) in with_square(&format!("square-{dpi}"), square) {
            let placed = (1..).zip(&document.pages);
            let mut squares = placed.filter_map(|(nth, page)| Some((nth, page.squares.first()?)));
            let Some((page, place)) = squares.next() else { continue };
            // The corner of the paper where it stands, with the words beside it.
            let page = page.to_string();
            let corner = [place.x - 40.0, place.y - 20.0, place.side + 60.0, place.side + 40.0];
            let corner = corner.map(|length| (length.max(0.0) * dpi / 25.4).round().to_string());
            let [x, y, width, height] = corner.each_ref().map(String::as_str);
            let picture = path.with_extension("");
            let names = [path.to_str().unwrap(), picture.to_str().unwrap()];
            let dots = dpi.to_string();
            let all = ["-r", &dots, "-gray", "-png", "-singlefile", "-f", &page];
            let part = ["-x", x, "-y", y, "-W", width, "-H", height];
            let words = [&all[..], &part[..], &names[..]].concat();
            if asked("pdftoppm", &words).is_none() {
                return;
            }
            let picture = format!("{}.png", names[1]);
            let Some(read) = asked("zbarimg", &["-q", "--raw", &picture]) else { return };
            assert_eq!(read.trim(), square, "{picture}");
        }
    }
}

/// A page as a picture of one byte a dot, and how many dots a row has.
fn picture(path: &Path, page: usize) -> Option<(usize, Vec<u8>)> {
    let page = page.to_string();
    let words = ["-r", "50", "-gray", "-f", &page, "-l", &page, path.to_str().unwrap()];
    let said = Command::new("pdftoppm").args(words).output().ok()?.stdout;
    let mut parts = said.splitn(4, |byte| *byte == b'\n');
    let (kind, size, _) = (parts.next()?, parts.next()?, parts.next()?);
    assert_eq!(kind, b"P5");
    let width = String::from_utf8_lossy(size).split(' ').next()?.parse().ok()?;
    Some((width, parts.next()?.to_vec()))
}

#[test]
fn a_reader_of_its_own_draws_nothing_outside_the_margins() {
    for (document, path) in files("drawn") {
        for (nth, page) in (1..).zip(&document.pages) {
            let Some((width, dots)) = picture(&path, nth) else {
                println!("DILEWATI: pdftoppm tidak ada");
                return;
            };
            let at = |place: usize| f32::from(u16::try_from(place).unwrap()) * 25.4 / 50.0;
            let within = (page.left - 1.0)..(page.left + page.body + 1.0);
            let (mut ink, height) = (0, document.paper.height());
            for (place, _) in dots.iter().enumerate().filter(|(_, dot)| **dot < 250) {
                let (x, y) = (at(place % width), at(place / width));
                assert!(within.contains(&x), "{} {x} {y}", path.display());
                assert!(y > 5.0 && y < height - 8.0, "{} {x} {y}", path.display());
                ink += 1;
            }
            assert!(ink > 500, "{}", path.display());
        }
    }
}

#[test]
fn the_square_on_the_screen_is_the_one_on_paper() {
    let (modules, screen) = (qr::modules(TICKET).unwrap(), qr::screen(TICKET).unwrap());
    let side = modules.len() + 2 * qr::QUIET;
    assert_eq!(screen.len(), side.div_ceil(2));
    for (row, line) in screen.iter().enumerate() {
        let cells: Vec<char> = line.chars().collect();
        assert_eq!(cells.len(), side);
        for (column, cell) in cells.iter().enumerate() {
            let dark = |row: usize| {
                let inside = (row.checked_sub(qr::QUIET), column.checked_sub(qr::QUIET));
                matches!(inside, (Some(row), Some(column))
                    if modules.get(row).and_then(|row| row.get(column)) == Some(&true))
            };
            let upper = !matches!(cell, '█' | '▀');
            assert_eq!(upper, dark(2 * row), "row {row}, column {column}");
            if 2 * row + 1 < side {
                let lower = !matches!(cell, '█' | '▄');
                assert_eq!(lower, dark(2 * row + 1), "row {row}, column {column}");
            }
        }
    }
}
