//! Paper for printers with fonts of their own: what they print is what is read.
use chrono::NaiveDate;
use loket::{
    domain::choice::Choice as _,
    fault::Fault,
    letter::{
        filled::{lay, unrolled},
        kinds::{KINDS, Shape},
    },
    print::{
        block::{BODY, Block, Corner, STRONG},
        codepage, escp, escpos, face,
        page::{Document, Page, Paper},
        pages::Sheets,
        qr,
        roll::{self, Roll, Row, SQUARE, Width},
        text,
    },
};
use proptest::prelude::{Strategy, prop, prop_oneof, proptest};

use crate::paper::{
    dotmatrix::{self, Sheet},
    slipprinter::{self, Strip},
};

const TICKET: &str = "RJK-202611-00017-5";

/// Every kind of letter, short and long, on every paper.
fn letters() -> Vec<(String, Document)> {
    let mut letters = Vec::new();
    for kind in KINDS {
        for filled in [kind.sample().unwrap(), kind.longest().unwrap()] {
            for paper in Paper::ALL {
                let document = lay(&filled, *paper, Some(TICKET)).unwrap();
                letters.push((format!("{} {}", kind.code, paper.code()), document));
            }
        }
    }
    letters
}

/// A text in the characters of such a printer, told independently.
fn typed(text: &str) -> String {
    let sign = |sign| match sign {
        '—' | '–' | '−' | '‐' => '-',
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        '×' => 'x',
        '•' => '·',
        sign => sign,
    };
    text.chars().map(sign).collect()
}

/// A page as it is read, line by line.
fn read(document: &Document, page: &Page) -> String {
    text::render(&Document { pages: vec![page.clone()], ..document.clone() })
}

/// Compares sheets with the pages that they should be.
fn same(name: &str, sheets: &[Sheet], document: &Document) {
    assert_eq!(sheets.len(), document.pages.len(), "{name}");
    for (sheet, page) in sheets.iter().zip(&document.pages) {
        let read = typed(&read(document, page));
        let all = read.lines().count();
        if sheet.lines.len() == all {
            assert_eq!(sheet.text(), read, "{name}");
            continue;
        }
        // Blank lines go where a sheet has too few lines, and no more of them than must.
        assert_eq!(sheet.lines.len() + sheet.spacing / 2, sheet.length, "{name}: of {all}");
        let ink = |text: &str| text.lines().filter(|l| !l.is_empty()).map(str::to_owned).collect();
        let (printed, read): (Vec<String>, Vec<String>) = (ink(&sheet.text()), ink(&read));
        assert_eq!(printed, read, "{name}");
    }
}

#[test]
fn a_dot_matrix_printer_prints_every_letter_as_it_is_read() {
    for (name, document) in letters() {
        same(&name, &dotmatrix::printed(&escp::render(&document).unwrap()), &document);
    }
}

#[test]
fn a_dot_matrix_letter_stands_in_the_middle_of_a_form_of_its_length() {
    for (name, document) in letters() {
        for sheet in dotmatrix::printed(&escp::render(&document).unwrap()) {
            let inches = document.paper.height() / 25.4;
            let lines = inches * f32::from(u8::try_from(sheet.spacing).unwrap());
            let short = lines - f32::from(u8::try_from(sheet.length).unwrap());
            assert!((0.0..1.0).contains(&short), "{name}: {short} lines off");
            let unreached = sheet.spacing / 2;
            assert!(sheet.lines.len() + unreached <= sheet.length, "{name}: {}", sheet.length);
            assert!((8..=13).contains(&sheet.margin), "{name}: {}", sheet.margin);
        }
    }
}

#[test]
fn what_is_bold_in_the_letter_is_struck_bold() {
    for (name, document) in letters() {
        let sheet = &dotmatrix::printed(&escp::render(&document).unwrap())[0];
        let ink = |text: &str| text.split_whitespace().map(typed).collect::<Vec<_>>();
        let mut bold: Vec<_> = document.pages[0].lines.iter().filter(|line| line.bold).collect();
        bold.sort_by(|one, other| one.y.total_cmp(&other.y));
        let mut expected: Vec<_> = bold.iter().flat_map(|line| ink(&line.text)).collect();
        let mut struck: Vec<_> = sheet.bold.iter().flat_map(|line| ink(line)).collect();
        expected.sort();
        struck.sort();
        assert_eq!(struck, expected, "{name}");
        assert!(!struck.is_empty(), "{name}");
    }
}

#[test]
fn blank_lines_go_from_the_widest_gap_where_a_form_has_too_few() {
    let (_, mut document) = letters().remove(0);
    let line = document.pages[0].lines[0].clone();
    // One line a text line, a gap of fifty after the first and of one after the second.
    let at = |nth: u8| if nth == 0 { 0.0 } else { f32::from(nth + 50 + u8::from(nth > 1)) };
    let lines = (0..60_u8).map(|nth| loket::print::page::Line {
        y: at(nth) * 4.0 * 1.2 * face::POINT,
        size: 4.0,
        text: nth.to_string(),
        ..line.clone()
    });
    document.pages[0] = Page {
        lines: lines.collect(),
        ..Page { rules: vec![], squares: vec![], ..document.pages[0].clone() }
    };
    let sheet = &dotmatrix::printed(&escp::render(&document).unwrap())[0];
    let printed: Vec<_> = sheet.lines.iter().filter(|line| !line.is_empty()).collect();
    assert_eq!(printed.len(), 60);
    assert_eq!(sheet.lines.len(), 89);
    let second = sheet.lines.iter().position(|line| line.trim() == "1").unwrap();
    assert!(sheet.lines[1..second].iter().all(String::is_empty) && second == 29, "{second}");
    assert!(sheet.lines[second + 1].is_empty());
}

#[test]
fn a_page_with_more_lines_than_its_form_is_refused() {
    let (_, mut document) = letters().remove(0);
    let line = document.pages[0].lines[0].clone();
    document.pages[0].lines = (0..130_u8)
        .map(|nth| loket::print::page::Line { y: f32::from(nth) * 2.0, size: 4.0, ..line.clone() })
        .collect();
    assert!(matches!(escp::render(&document), Err(Fault::Overflow)));
}

/// A slip of every kind, on every roll.
fn slips() -> Vec<(String, Roll)> {
    let mut slips = Vec::new();
    for kind in KINDS {
        for filled in [kind.sample().unwrap(), kind.longest().unwrap()] {
            for width in Width::ALL {
                let name = format!("{}-{}", kind.code.to_lowercase(), width.code());
                slips.push((name, unrolled(&filled, *width, Some(TICKET)).unwrap()));
            }
        }
    }
    slips
}

/// Prints a slip; compares it with what is read, line by line.
fn cut(name: &str, roll: &Roll) -> Vec<Strip> {
    let strips = slipprinter::printed(&escpos::render(roll), roll.width.columns());
    let shown = |strip: &Strip| match strip {
        Strip::Line { text, .. } => text.clone(),
        Strip::Square { .. } => SQUARE.to_owned(),
    };
    let read = roll.text();
    let read = read.lines().map(|line| if line.trim() == SQUARE { line.trim() } else { line });
    assert_eq!(strips.iter().map(shown).collect::<Vec<_>>(), read.collect::<Vec<_>>(), "{name}");
    strips
}

#[test]
fn a_slip_printer_prints_every_slip_as_it_is_read() {
    for (name, roll) in slips() {
        let strips = cut(&name, &roll);
        let squares: Vec<_> = strips
            .iter()
            .filter_map(|strip| match strip {
                Strip::Square { content, dots } => Some((content.as_str(), *dots)),
                Strip::Line { .. } => None,
            })
            .collect();
        // A queue number is nobody's: there is nothing to scan on it.
        let wanted: &[_] = if name.starts_with("antrean") { &[] } else { &[(TICKET, 6)] };
        assert_eq!(squares, wanted, "{name}");
        let titles = strips
            .iter()
            .filter(|strip| matches!(strip, Strip::Line { bold: true, height: 2, .. }));
        assert!(titles.count() > 0, "{name} has no title");
    }
}

#[test]
fn slips_read_well_on_both_rolls() {
    for kind in KINDS.iter().filter(|kind| kind.shape == Shape::Slip) {
        for width in Width::ALL {
            for (form, filled) in [("short", kind.sample()), ("longest", kind.longest())] {
                let roll = unrolled(&filled.unwrap(), *width, Some(TICKET)).unwrap();
                let name = format!("roll-{}-{form}-{}", kind.code.to_lowercase(), width.code());
                insta::assert_snapshot!(name, roll.text());
            }
        }
    }
}

#[test]
fn a_title_is_as_wide_as_the_roll_lets_it() {
    let office = |text: &str| Block::Centred(text.to_owned(), loket::print::block::OFFICE);
    let roll =
        roll::lay(&[office("A-012"), office("Dua puluh huruf lebih")], Width::Narrow).unwrap();
    let strips = cut("title", &roll);
    let line = |text: &str| Strip::Line { text: text.to_owned(), bold: true, height: 2 };
    assert_eq!(strips, [line("           A - 0 1 2"), line("     Dua puluh huruf lebih")]);
}

#[test]
fn a_square_is_as_large_as_the_roll_lets_it_and_never_a_grey_patch() {
    let square = |content: String| Block::Code {
        content: Some(content),
        words: vec![],
        corner: Corner::Right,
    };
    for (length, width) in
        [(10, Width::Narrow), (350, Width::Narrow), (350, Width::Wide), (900, Width::Wide)]
    {
        let content = "A".repeat(length);
        let roll = roll::lay(&[square(content.clone())], width).unwrap();
        let [Row::Square { dots, .. }] = roll.rows[..] else { panic!("{:?}", roll.rows) };
        let side = usize::from(dots) * (qr::modules(&content).unwrap().len() + 8);
        assert!(side <= width.dots() && dots >= 3, "{length}: {dots}");
        cut("square", &roll);
    }
    assert!(matches!(roll::lay(&[square("a".repeat(2300))], Width::Narrow), Err(Fault::Overflow)));
}

#[test]
fn every_character_of_the_letter_font_has_one_that_can_be_printed() {
    let held =
        (' '..='\u{2fff}').filter(|sign| face::printable(&sign.to_string()) == sign.to_string());
    let mut lost: Vec<char> = held.clone().filter(|sign| codepage::byte(*sign) == b'?').collect();
    lost.retain(|sign| *sign != '?');
    assert_eq!(lost, [], "of {}", held.count());
    for sign in "éñ·°²½─".chars() {
        assert_eq!(codepage::printed(sign), sign);
    }
    assert_eq!(
        (codepage::printed('Ś'), codepage::byte('Á'), codepage::byte('—')),
        ('S', b'A', b'-')
    );
}

/// Words as people write them, with signs that no code page holds.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-Za-z .,/-]{1,60}",
        2 => "[A-Za-zéñ—·×’ ]{1,200}",
        1 => "[A-Z0-9]{30,120}",
        1 => "[a-z ]{1,30}\n[a-z ]{1,30}",
        1 => "\\PC{1,40}",
    ]
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        words().prop_map(|text| Block::Paragraph { text, style: BODY, indented: true }),
        words().prop_map(|text| Block::Centred(text, STRONG)),
        words().prop_map(Block::Right),
        prop::collection::vec(words(), 1..4).prop_map(Block::Items),
        prop::collection::vec(("[A-Za-z ]{1,20}", words()), 1..5)
            .prop_map(|rows| Block::Rows { rows, inset: false }),
        prop::sample::select(vec![Block::Gap, Block::DoubleRule, Block::ThinRule]),
    ]
}

proptest! {
    #[test]
    fn whatever_is_written_is_printed_as_it_is_read(
        blocks in prop::collection::vec(block(), 0..12),
        paper in prop::sample::select(Paper::ALL),
    ) {
        let date = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let sheets = Sheets { title: "Uji".into(), author: "Uji".into(), date, blocks: blocks.clone() };
        if let Ok(document) = sheets.lay(paper) {
            let sheets = dotmatrix::printed(&escp::render(&document).unwrap());
            assert_eq!(sheets.len(), document.pages.len());
            for (sheet, page) in sheets.iter().zip(&document.pages) {
                let plain: String = read(&document, page).chars()
                    .map(|sign| if sign == '\n' { sign } else { codepage::printed(sign) }).collect();
                assert_eq!(sheet.text(), plain);
            }
        }
    }

    #[test]
    fn no_row_of_a_roll_is_too_long_and_no_word_is_lost(
        blocks in prop::collection::vec(block(), 0..12),
        width in prop::sample::select(Width::ALL),
    ) {
        let roll = roll::lay(&blocks, width).unwrap();
        cut("whatever", &roll);
        let read = roll.text();
        assert!(read.lines().all(|line| line.chars().count() <= width.columns()), "{read}");
        let ink = |text: &str| text.chars().filter(|sign| !sign.is_whitespace()).collect::<String>();
        let whole = ink(&read);
        for block in &blocks {
            let Block::Paragraph { text, .. } = block else { continue };
            for line in text.lines() {
                let plain: String = face::printable(line).chars().map(codepage::printed).collect();
                assert!(whole.contains(&ink(&plain)), "{line:?} in {read}");
            }
        }
    }
}
