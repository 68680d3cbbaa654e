//! Every kind of letter on every paper, as it is read.
use loket::{
    domain::choice::Choice as _,
    letter::{
        filled::{Filled, lay},
        kinds::{KINDS, Kind, TANDA_TERIMA},
    },
    print::{
        face,
        page::{Document, Paper},
        text,
    },
};

const TICKET: &str = "RJK-202611-00017-5";

/// Every kind in its short and its longest form, on every paper.
fn all() -> Vec<(String, &'static Kind, Document)> {
    let mut all = Vec::new();
    for kind in KINDS {
        for (form, filled) in [("short", kind.sample()), ("longest", kind.longest())] {
            let filled: Filled = filled.unwrap();
            for paper in Paper::ALL {
                let name = format!("{}-{form}-{}", kind.code.to_lowercase(), paper.code());
                let document = lay(&filled, *paper, Some(TICKET));
                all.push((name.clone(), kind, document.expect(&name)));
            }
        }
    }
    all
}

#[test]
fn every_kind_reads_well_on_every_paper() {
    for (name, _, document) in all() {
        insta::assert_snapshot!(name, text::render(&document));
    }
}

#[test]
fn nothing_of_the_template_language_is_left() {
    for (name, _, document) in all() {
        let text = text::render(&document);
        assert!(!text.contains("{{") && !text.contains("}}") && !text.contains('□'), "{name}");
    }
}

#[test]
fn a_text_line_never_passes_the_eightieth_column() {
    for (name, _, document) in all() {
        for line in text::render(&document).lines() {
            assert!(line.chars().count() <= 80, "{name}: {line}");
            assert_eq!(line, line.trim_end(), "{name}");
        }
    }
}

#[test]
fn everything_stands_within_the_margins() {
    for (name, _, Document { paper, pages, .. }) in all() {
        assert_eq!(pages.len(), 1, "{name}");
        let (left, right) = (10.0, paper.width() - 10.0);
        for line in &pages[0].lines {
            let (from, to) = face::span(line);
            assert!(from >= left && to <= right, "{name}: {}", line.text);
            assert!(line.y > 5.0 && line.y <= paper.height() - 8.0, "{name}: {}", line.text);
        }
        for square in &pages[0].squares {
            assert!(square.x + square.side <= right, "{name}");
            assert!(square.y + square.side <= paper.height() - 8.0, "{name}");
        }
    }
}

#[test]
fn no_two_lines_lie_on_each_other() {
    for (name, _, document) in all() {
        let lines = &document.pages[0].lines;
        for (nth, one) in lines.iter().enumerate() {
            for other in &lines[nth + 1..] {
                let (a, b) = (face::span(one), face::span(other));
                let apart = a.1 <= b.0 + 0.01 || b.1 <= a.0 + 0.01;
                let height = one.size.min(other.size) * face::POINT;
                assert!(
                    apart || (one.y - other.y).abs() > height * 0.95,
                    "{name}: {} / {}",
                    one.text,
                    other.text
                );
            }
        }
    }
}

#[test]
fn no_line_runs_into_the_square() {
    for (name, _, document) in all() {
        let page = &document.pages[0];
        for square in &page.squares {
            for line in &page.lines {
                let (from, to) = face::span(line);
                let beside = to < square.x - 1.0 || from > square.x + square.side + 1.0;
                let height = line.size * face::POINT;
                let clear = line.y < square.y || line.y - height > square.y + square.side;
                assert!(beside || clear, "{name}: {}", line.text);
            }
        }
    }
}

#[test]
fn both_kinds_of_f4_carry_the_same_lines() {
    let filled = KINDS[0].longest().unwrap();
    let read = |paper| text::render(&lay(&filled, paper, Some(TICKET)).unwrap());
    assert_eq!(read(Paper::F4), read(Paper::F4Narrow));
}

#[test]
fn a_receipt_takes_the_upper_third_of_an_a4() {
    for (name, kind, document) in all() {
        if kind.code == TANDA_TERIMA.code {
            assert!(document.pages[0].lines.iter().all(|line| line.y < 96.0), "{name}");
        }
    }
}

#[test]
fn a_receipt_with_very_many_papers_grows_down_the_page() {
    let papers = vec!["Surat keterangan yang panjang sekali namanya"; 20].join("\n");
    let given = TANDA_TERIMA.fields().map(|field| {
        (field.name, if field.name == "berkas_kurang" { papers.as_str() } else { field.sample })
    });
    let slip = lay(&TANDA_TERIMA.filled(given).unwrap(), Paper::A4, Some(TICKET)).unwrap();
    assert_eq!(text::render(&slip).matches("panjang sekali").count(), 20);
}

#[test]
fn a_practice_letter_says_so_and_a_real_one_does_not() {
    for (name, _, document) in all() {
        let banner = text::render(&document).contains("CONTOH LATIHAN");
        assert_eq!(banner, name.contains("longest"), "{name}");
    }
}

#[test]
fn a_letter_without_a_square_still_names_its_ticket() {
    let plain = lay(&KINDS[0].sample().unwrap(), Paper::A4, None).unwrap();
    assert!(plain.pages[0].squares.is_empty());
    assert!(text::render(&plain).contains(TICKET));
}

#[test]
fn a_file_name_title_holds_no_personal_data() {
    for kind in KINDS {
        let document = lay(&kind.sample().unwrap(), Paper::A4, None).unwrap();
        for private in ["Siti", "S***", "6471"] {
            assert!(!document.title.contains(private), "{}", document.title);
        }
    }
}
