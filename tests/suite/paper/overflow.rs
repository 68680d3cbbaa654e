//! Letters that go on to another page: where they break, and what they say of it.
use loket::{
    domain::choice::Choice as _,
    letter::{filled::lay, kinds::Kind},
    print::{
        page::{Document, Line, Paper},
        text,
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
