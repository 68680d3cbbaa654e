//! Values of any length: they stand on the paper as a whole, or the letter is refused.
use loket::{
    domain::choice::Choice as _,
    fault::Fault,
    letter::{
        filled::lay,
        kinds::{KINDS, Kind, Shape},
        person::CASE,
    },
    print::{
        face,
        page::{Document, Paper},
        pdf, text,
    },
};
use proptest::prelude::{ProptestConfig, Strategy, any, prop, prop_oneof, proptest};

/// Words that people and careless programs give: short, long without a break, several lines, signs
/// that mean something in a template, characters that no letter font holds.
fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-Za-z .,/-]{1,40}",
        2 => "[A-Za-zé ]{1,300}",
        1 => "[A-Z0-9]{30,200}",
        1 => "[a-z ]{1,30}\n[a-z ]{1,30}\n[a-z ]{1,30}",
        1 => "(\\{\\{#jika nama\\}\\}|ttd: x|\\||\\\\n|\t|:){1,6}",
        1 => any::<String>(),
    ]
}

/// What a text leaves on paper, without the spaces that line breaks take.
fn ink(text: &str) -> String {
    face::printable(text).chars().filter(|c| *c != ' ').collect()
}

/// Whether everything stands inside the paper's margins.
fn inside(document: &Document) -> bool {
    let paper = document.paper;
    document.pages.iter().all(|page| {
        page.lines.iter().all(|line| {
            let (from, to) = face::span(line);
            from >= page.left - 0.1
                && to <= page.left + page.body + 0.1
                && page.left + page.body < paper.width() - 10.0
                && line.y < paper.height() - 8.0
        })
    })
}

/// Every word on the pages, without what only numbers the pages.
fn whole(document: &Document) -> String {
    let lines = document.pages.iter().flat_map(|page| &page.lines).map(|line| line.text.as_str());
    let foot = |line: &&str| line.contains("halaman ") && document.pages.len() > 1;
    let furniture = |line: &&str| foot(line) || *line == document.title;
    lines.filter(|line| !furniture(line)).map(ink).collect()
}

/// Whether a letter that is no secret shows a field whenever it has a value.
fn shown(kind: &Kind, name: &str) -> bool {
    let quiet = kind.shape == Shape::Title && kind.code != "LAP-KEJADIAN" && name == "sifat";
    let named = format!("{{{{{name}}}}}");
    !quiet && kind.template.iter().any(|source| source.text.contains(&named))
}

proptest! {
    #[test]
    fn a_letter_holds_every_word_or_is_refused(
        kind in prop::sample::select(KINDS),
        paper in prop::sample::select(Paper::ALL),
        values in prop::collection::vec((0..40_usize, value()), 0..12),
    ) {
        let mut given: Vec<(&str, String)> =
            kind.fields().map(|field| (field.name, field.sample.to_owned())).collect();
        for (nth, value) in values {
            let place = nth % given.len();
            let fixed = ["tanggal_iso", "latihan", CASE].contains(&given[place].0);
            if !fixed && value.chars().any(|c| !c.is_whitespace() && !c.is_control()) {
                given[place].1 = value;
            }
        }
        let filled = kind.filled(given.clone()).unwrap();
        match lay(&filled, paper, Some("RJK-202611-00017-5")) {
            Ok(document) => {
                assert!(inside(&document));
                let whole = whole(&document);
                for (name, value) in &given {
                    let printed = *name != "tanggal_iso" && shown(&kind, name);
                    for line in value.lines().filter(|_| printed) {
                        assert!(whole.contains(&ink(line.trim())), "{name}: {line:?} in {whole}");
                    }
                }
                assert!(text::render(&document).lines().all(|line| line.chars().count() <= 80));
            }
            Err(fault) => assert!(matches!(fault, Fault::Overflow), "{fault}"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn whatever_a_resident_is_called_the_letter_becomes_a_file(name in any::<String>()) {
        let kind = &KINDS[0];
        let given = kind.fields().map(|field| {
            (field.name, if field.name == "nama" { format!("A{name}") } else { field.sample.into() })
        });
        if let Ok(document) = lay(&kind.filled(given).unwrap(), Paper::F4, None) {
            assert!(pdf::render(&document).unwrap().starts_with(b"%PDF"));
        }
    }
}

#[test]
fn one_answer_that_fills_a_page_by_itself_is_refused_in_words() {
    let kind = &KINDS[0];
    let long = "sangat panjang ".repeat(400);
    let given = kind.fields().map(|field| {
        (field.name, if field.name == "keperluan" { long.as_str() } else { field.sample })
    });
    let fault = lay(&kind.filled(given).unwrap(), Paper::F4, None).unwrap_err();
    assert_eq!(fault.to_string(), "isi surat tidak muat pada kertas");
}

/// The size of the body text.
fn size(document: &Document) -> f32 {
    let lines = document.pages.iter().flat_map(|page| &page.lines).filter(|line| !line.bold);
    lines.map(|line| line.size).fold(0.0, f32::max)
}

#[test]
fn a_letter_shrinks_its_type_before_it_goes_on_to_another_page() {
    let mut shrunk = 0;
    for kind in KINDS.iter().filter(|kind| kind.shape != Shape::Slip) {
        for paper in Paper::ALL {
            let laid = |filled| lay(&filled, *paper, None).unwrap();
            let (short, longest) = (laid(kind.sample().unwrap()), laid(kind.longest().unwrap()));
            assert_eq!(short.pages.len(), 1, "{} on {paper}", kind.code);
            // Nothing but an address, copies and the like is ever smaller than 10 points.
            for document in [&short, &longest] {
                assert!(size(document) >= 10.0, "{} on {paper}: {}", kind.code, size(document));
            }
            shrunk += usize::from(longest.pages.len() == 1 && size(&longest) < size(&short));
        }
    }
    assert!(shrunk > 10, "{shrunk} letters shrank");
}

#[test]
fn what_the_font_lacks_is_shown_as_a_box_and_never_vanishes() {
    assert_eq!(face::printable("Siti Aminah"), "Siti Aminah");
    assert_eq!(face::printable("Jose\u{301} Núñez Łukasz"), "José Núñez Łukasz");
    assert_eq!(face::printable("Nguyễn"), "Nguyen");
    assert_eq!(face::printable("李 Ani 👍"), "□ Ani □");
    assert_eq!(face::printable("Si\u{200b}ti\u{202e}\u{7}"), "Siti");
    assert_eq!(face::printable("６４７１"), "6471");
}

#[test]
fn widths_are_those_of_the_embedded_font() {
    let width = |text: &str| face::width(text, 10.0, false) / (10.0 * face::POINT);
    assert!((width("i") - 0.222).abs() < 0.001, "{}", width("i"));
    assert!((width("W") - 0.944).abs() < 0.001, "{}", width("W"));
    assert!(face::width("Nama", 10.0, true) > face::width("Nama", 10.0, false));
}
