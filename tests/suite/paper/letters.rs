//! Every kind of letter on every paper, as it is read.
use loket::{
    domain::choice::Choice as _,
    letter::{
        filled::{Filled, lay},
        kinds::{ANTREAN, KINDS, Kind, Shape, TANDA_TERIMA},
        person::CASE,
    },
    print::{
        face,
        page::{Document, Paper},
        text,
    },
};

const TICKET: &str = "RJK-202611-00017-5";
const CODE: &str = "RJK-00017";

/// A usual letter of a kind about somebody's secret case.
fn secret(kind: &Kind) -> Filled {
    let given = kind.fields().map(|field| match field.name {
        CASE => (CASE, CODE),
        "sifat" => ("sifat", "Rahasia"),
        name => (name, field.sample),
    });
    kind.filled(given).unwrap()
}

/// Every kind in its short and its longest form and as a secret, on every paper.
fn all() -> Vec<(String, &'static Kind, Document)> {
    let mut all = Vec::new();
    for kind in KINDS {
        let forms = [
            ("short", Some(kind.sample().unwrap())),
            ("longest", Some(kind.longest().unwrap())),
            ("secret", kind.takes(CASE).then(|| secret(kind))),
        ];
        for (form, filled) in forms {
            let Some(filled) = filled else { continue };
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
        let (left, right) = (10.0, paper.width() - 10.0);
        for line in pages.iter().flat_map(|page| &page.lines) {
            let (from, to) = face::span(line);
            assert!(from >= left && to <= right, "{name}: {}", line.text);
            assert!(line.y > 5.0 && line.y <= paper.height() - 8.0, "{name}: {}", line.text);
        }
        for square in pages.iter().flat_map(|page| &page.squares) {
            assert!(square.x + square.side <= right, "{name}");
            assert!(square.y + square.side <= paper.height() - 8.0, "{name}");
        }
    }
}

#[test]
fn a_usual_letter_and_every_slip_keep_to_their_page() {
    for (name, kind, document) in all() {
        let long = name.contains("longest") && kind.shape != Shape::Slip;
        let most = if long { 2 } else { 1 };
        assert!((1..=most).contains(&document.pages.len()), "{name}");
    }
}

#[test]
fn no_two_lines_lie_on_each_other() {
    for (name, _, document) in all() {
        for lines in document.pages.iter().map(|page| &page.lines) {
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
}

#[test]
fn no_line_runs_into_the_square() {
    for (name, _, document) in all() {
        for page in &document.pages {
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
}

#[test]
fn both_kinds_of_f4_carry_the_same_lines() {
    for kind in KINDS {
        let filled = kind.longest().unwrap();
        let read = |paper| text::render(&lay(&filled, paper, Some(TICKET)).unwrap());
        assert_eq!(read(Paper::F4), read(Paper::F4Narrow), "{}", kind.code);
    }
}

#[test]
fn a_slip_takes_the_upper_third_of_an_a4() {
    for (name, kind, document) in all() {
        if kind.shape == Shape::Slip {
            assert!(document.pages[0].lines.iter().all(|line| line.y < 96.0), "{name}");
        }
    }
}

#[test]
fn the_boxes_of_a_stub_stand_under_each_other_and_there_is_room_to_sign() {
    let mut stubs = 0;
    for (name, _, document) in all() {
        let read = text::render(&document);
        let Some((_, stub)) = read.split_once("\nPotongan ") else { continue };
        let [code, first, second, third] = stub.lines().collect::<Vec<_>>()[..] else {
            panic!("{name}: {stub}")
        };
        assert!(code.ends_with("dikembalikan warga:"), "{name}: {stub}");
        let place = |line: &str, words: &str| line.find(words).expect(words);
        for (above, below) in [("[ ] 1", "[ ] 4"), ("[ ] 2", "[ ] 5"), ("[ ] 3", "[ ] 6")] {
            assert_eq!(place(first, above), place(second, below), "{name}: {stub}");
        }
        assert_eq!(place(first, "[ ] 1"), place(third, "[ ] 7"), "{name}: {stub}");
        assert_eq!(place(first, "[ ] 2"), place(third, "Tanggal dan paraf: ____"), "{stub}");
        // On paper as well, with five centimetres for a hand.
        let lines = &document.pages.last().unwrap().lines;
        let at = |words: &str| lines.iter().find(|line| line.text.starts_with(words)).unwrap();
        assert!((at("[ ] 2").x - at("Tanggal dan paraf").x).abs() < 0.01, "{name}");
        let signed = at("Tanggal dan paraf");
        let width = |text: &str| face::width(text, signed.size, false);
        assert!(width(&signed.text) - width("Tanggal dan paraf: ") > 50.0, "{name}");
        stubs += 1;
    }
    assert!(stubs >= 18, "{stubs}");
}

#[test]
fn a_number_in_the_queue_names_nobody_and_nothing() {
    let filled = ANTREAN.sample().unwrap();
    let document = lay(&filled, Paper::A4, Some(TICKET)).unwrap();
    assert!(document.pages[0].squares.is_empty());
    let read = text::render(&document);
    assert!(read.contains("A-001") && !read.contains(TICKET) && !read.contains("Nama"), "{read}");
    assert!(!ANTREAN.takes("nama") && !ANTREAN.takes("layanan") && !ANTREAN.takes("tiket"));
}

#[test]
fn a_secret_letter_says_who_and_a_code_and_nothing_that_the_way_need_not_know() {
    let spared = [
        "agama",
        "alamat_ktp",
        "alasan_pbi",
        "berkas",
        "domisili",
        "faskes",
        "keperluan",
        "kesehatan",
        "kk",
        "layanan",
        "pekerjaan",
        "status_kawin",
    ];
    for kind in KINDS.iter().filter(|kind| kind.takes(CASE)) {
        let read = text::render(&lay(&secret(kind), Paper::A4, Some(TICKET)).unwrap());
        let flat = read.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(CODE) && flat.contains("Siti Aminah"), "{}: {flat}", kind.code);
        assert!(flat.contains("kerahasiaan"), "{}: {flat}", kind.code);
        for field in kind.fields().filter(|field| spared.contains(&field.name)) {
            for line in field.sample.lines() {
                assert!(!flat.contains(line), "{} tells {}: {flat}", kind.code, field.name);
            }
        }
    }
}

#[test]
fn a_letter_of_the_weight_of_a_secret_is_one_and_its_ticket_is_its_code() {
    let given = KINDS[0].fields().map(|field| match field.name {
        "sifat" => ("sifat", "Rahasia"),
        name => (name, field.sample),
    });
    let letter = lay(&KINDS[0].filled(given).unwrap(), Paper::A4, None).unwrap();
    let read = text::render(&letter);
    assert!(read.contains(&format!("Kode kasus            : {TICKET}")), "{read}");
    assert!(!read.contains("cuci darah") && !read.contains("PBI-JK"), "{read}");
}

#[test]
fn every_letter_says_which_one_it_replaces_and_that_its_square_certifies_nothing() {
    for (name, kind, document) in all() {
        let read = text::render(&document);
        let flat = read.split_whitespace().collect::<Vec<_>>().join(" ");
        if kind.shape != Shape::Slip {
            assert_eq!(
                flat.contains("400.9.14.2/00116/PUSKESOS-MATTIROBAJI"),
                name.contains("longest")
            );
            // The words stand in lines of their own beside the copies.
            for word in ["bukan", "tangan elektronik", "tersertifikasi."] {
                assert!(flat.contains(word), "{name}: {flat}");
            }
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
        for private in ["Siti", "S***", "6471", "Budi"] {
            assert!(!document.title.contains(private), "{}", document.title);
        }
    }
}
