//! Letters that go on to another page: where they break, and what they say of it.
use std::{fs, path::Path, process::Command};

use loket::{
    domain::{choice::Choice as _, stub_answer::ANSWERS},
    letter::{
        filled::{Filled, lay},
        kinds::{KINDS, Kind, RUJUKAN},
    },
    print::{
        page::{Document, Line, Page, Paper},
        pdf, text,
    },
};

const TICKET: &str = "DRT-202611-00009-2";

/// A report whose tale has that many sentences.
fn report(sentences: usize, paper: Paper) -> Document {
    let kind = Kind::coded("LAP-KEJADIAN").unwrap();
    let tale: Vec<_> =
        (1..=sentences).map(|nth| format!("Kalimat ke-{nth} dari cerita.")).collect();
    let tale = tale.join(" ");
    let given = kind.fields().map(|field| match field.name {
        "uraian" => ("uraian", tale.as_str()),
        name => (name, field.longest),
    });
    lay(&kind.filled(given).unwrap(), paper, Some(TICKET)).unwrap()
}

/// Whether a line belongs to the foot of its page.
fn is_foot(document: &Document, line: &Line) -> bool {
    line.text.contains("halaman") || line.text == document.title
}

/// Reports of every length up to two pages and more.
fn reports() -> impl Iterator<Item = (usize, Document)> {
    let lengths = 1..=90;
    lengths.flat_map(|many| Paper::ALL.iter().map(move |paper| (many, report(many, *paper))))
}

#[test]
fn a_letter_that_goes_on_says_so_at_its_foot() {
    let document = report(90, Paper::A4);
    assert_eq!(document.pages.len(), 2);
    let read = text::render(&document);
    assert_eq!(read.matches("Bersambung ke halaman 2").count(), 1, "{read}");
    assert!(read.contains("halaman 1 dari 2") && read.contains("halaman 2 dari 2"), "{read}");
    assert!(!text::render(&report(5, Paper::A4)).contains("halaman"));
    insta::assert_snapshot!(read);
}

#[test]
fn no_sentence_is_lost_between_the_pages() {
    for (many, document) in reports() {
        let lines = document.pages.iter().flat_map(|page| &page.lines);
        let body = lines.filter(|line| !is_foot(&document, line));
        let words: Vec<_> = body.map(|line| line.text.as_str()).collect();
        let read = words.join(" ");
        for nth in 1..=many {
            assert!(read.contains(&format!("Kalimat ke-{nth} dari cerita.")), "{many}: {read}");
        }
    }
}

#[test]
fn whoever_signs_signs_under_words() {
    let mut turned = 0;
    for (many, document) in reports() {
        let last = document.pages.last().unwrap();
        let at = |word: &str| last.lines.iter().position(|line| line.text.contains(word));
        let signed = at("Andi Muhammad").expect("the signer");
        let words = at("dibuat dengan sebenarnya").or_else(|| at("sebenarnya.")).expect("words");
        assert!(words < signed && words >= 1, "{many} on {:?}", document.paper);
        assert_eq!(last.squares.len(), 1, "{many}");
        turned += document.pages.len() - 1;
    }
    assert!(turned > 50, "{turned} letters went on");
}

#[test]
fn a_heading_stays_with_what_it_heads() {
    for (many, document) in reports() {
        for page in &document.pages {
            let mut body = page.lines.iter().filter(|line| !is_foot(&document, line));
            let last = body.next_back().unwrap();
            assert!(!last.bold || !last.text.starts_with("Yang"), "{many}: {}", last.text);
        }
    }
}

#[test]
fn nothing_stands_on_the_foot_of_a_page() {
    for (many, document) in reports().filter(|(_, document)| document.pages.len() > 1) {
        for page in &document.pages {
            let foot = page.lines.iter().find(|line| is_foot(&document, line)).unwrap();
            for line in page.lines.iter().filter(|line| !is_foot(&document, line)) {
                assert!(line.y < foot.y - 2.0, "{many}: {}", line.text);
            }
            for square in &page.squares {
                assert!(square.y + square.side < foot.y, "{many}");
            }
        }
    }
}

/// The fullest letter of a kind.
fn fullest(kind: &Kind, paper: Paper) -> Document {
    lay(&kind.longest().unwrap(), paper, Some(TICKET)).unwrap()
}

/// Every fullest letter that an A4 has no room for.
fn long() -> Vec<(&'static Kind, Document)> {
    let all = KINDS.iter().map(|kind| (kind, fullest(kind, Paper::A4)));
    all.filter(|(_, document)| document.pages.len() > 1).collect()
}

/// A usual letter but for one value.
fn usual(kind: &Kind, given: (&'static str, &str)) -> Filled {
    let usual = kind.usual().map(|(name, value)| (name, value.to_owned()));
    kind.filled(usual.chain([(given.0, given.1.to_owned())])).unwrap()
}

/// What a letter says, without what only numbers its pages, and without the spaces.
fn ink(document: &Document) -> String {
    let lines = document.pages.iter().flat_map(|page| &page.lines);
    let body = lines.filter(|line| !is_foot(document, line));
    body.flat_map(|line| line.text.split_whitespace()).collect()
}

#[test]
fn a_letter_of_two_pages_has_the_words_that_it_has_on_one() {
    let letters = long();
    assert!(letters.iter().any(|(kind, _)| kind.code == "RUJUKAN"));
    for (kind, document) in letters {
        let (longer, name) = (fullest(kind, Paper::F4), kind.code);
        assert_eq!((document.pages.len(), longer.pages.len()), (2, 1), "{name}");
        assert_eq!(ink(&document), ink(&longer), "{name}");
    }
}

#[test]
fn the_signatures_of_a_long_letter_stand_under_its_last_words() {
    for (kind, document) in long() {
        let last = document.pages.last().unwrap();
        let at = |words: &str| last.lines.iter().position(|line| line.text.contains(words));
        let (words, signed) = (at("terima kasih.").unwrap(), at("Mengetahui,").unwrap());
        // A line of the last sentence at least stands above.
        assert!(0 < words && words < signed, "{}", kind.code);
    }
}

#[test]
fn a_letter_of_two_pages_begins_like_one_of_a_single_page() {
    let papers =
        vec!["Surat keterangan yang panjang sekali namanya dari kantor lain"; 40].join("\n");
    let letter = |files: &str| {
        let letter = usual(&RUJUKAN, ("berkas", files));
        lay(&letter, Paper::A4, Some(TICKET)).unwrap()
    };
    let (one, two) = (letter("Fotokopi KTP"), letter(&papers));
    assert_eq!((one.pages.len(), two.pages.len()), (1, 2));
    let first = |document: &Document| {
        let read = text::render(document);
        let line = read.lines().find(|line| line.starts_with("Nomor")).unwrap();
        line.split_whitespace().map(str::to_owned).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(first(&two), first(&one));
    assert!(first(&one).ends_with("Balikpapan, 24 November 2026"), "{}", first(&one));
}

#[test]
fn a_list_that_is_parted_is_counted_on() {
    let kind = Kind::coded("BA-MASUK").unwrap();
    let goods: Vec<_> = (1..=120).map(|nth| format!("Barang yang ke-{nth}.")).collect();
    let letter = usual(kind, ("barang", &goods.join("\n")));
    let document = lay(&letter, Paper::A4, None).unwrap();
    let read = text::render(&document);
    assert_eq!(document.pages.len(), 3);
    for nth in 1..=120 {
        let item = format!("{nth}. Barang yang ke-{nth}.");
        let found = read.lines().filter(|line| line.split_whitespace().eq(item.split(' ')));
        assert_eq!(found.count(), 1, "{item} in {read}");
    }
}

#[test]
fn the_stub_is_whole_at_the_foot_of_the_last_page_and_nothing_else_is_torn_off() {
    let mut torn = 0;
    for (kind, document) in long() {
        let [first, last] = &document.pages[..] else { panic!("{}", kind.code) };
        let said = |page: &Page| page.lines.iter().position(|line| line.text.contains("Potongan"));
        assert_eq!(said(first), None, "{}", kind.code);
        assert!(first.squares.is_empty() && last.squares.len() == 1, "{}", kind.code);
        let Some(stub) = said(last) else { continue };
        let edge = last.rules.last().unwrap().y;
        let (above, below) = last.lines.split_at(stub);
        assert!(below.iter().all(|line| line.y > edge && !is_foot(&document, line)));
        assert!(above.iter().all(|line| line.y < edge), "{}", kind.code);
        let read = below.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
        for answer in ANSWERS {
            assert!(read.contains(answer.words), "{}: {read}", kind.code);
        }
        torn += 1;
    }
    assert!(torn > 1, "{torn} stubs");
}

#[test]
fn a_file_turns_the_page_where_the_screen_does() {
    for (kind, document) in long() {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("turned-{}.pdf", kind.code));
        fs::write(&path, pdf::render(&document).unwrap()).unwrap();
        // The screen shows the text: a page ends there with its number, and with its stub.
        let read = text::render(&document);
        let (first, last) = read.split_once("halaman 1 dari 2\n").unwrap();
        for (nth, page) in [("1", first.to_owned() + "halaman 1 dari 2"), ("2", last.to_owned())] {
            let path = path.to_str().unwrap();
            let said = Command::new("pdftotext").args(["-f", nth, "-l", nth, path, "-"]).output();
            let Ok(said) = said else {
                println!("DILEWATI: pdftotext tidak ada");
                return;
            };
            let said = String::from_utf8_lossy(&said.stdout).into_owned();
            let sorted = |text: &str| {
                let rule = |word: &&str| !word.chars().all(|sign| matches!(sign, '=' | '─'));
                let words = text.split_whitespace().filter(rule);
                let mut words: Vec<_> = words.map(str::to_owned).collect();
                words.sort_unstable();
                words
            };
            assert_eq!(sorted(&said), sorted(&page), "{} page {nth}", kind.code);
        }
    }
}
