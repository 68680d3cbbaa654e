//! The template language: what it does, and how it blames a mistake.
use loket::{
    domain::{choice::Choice as _, institution::Institution},
    fault::Fault,
    form::step::INSTITUTION,
    letter::{
        field::{Field, Fields, may, must},
        filled::{Filled, lay},
        kinds::{Goal, KINDS, Kind, Occasion, Shape},
        mark::Mark,
        office::OFFICE,
        person::CASE,
        template::{Source, fill},
    },
    print::{page::Paper, text},
};

const FIELDS: &[Field] = &[
    must("nama", "Nama", "Siti", "Siti"),
    may("nip", "NIP", "", ""),
    may("berkas", "Berkas", "", ""),
];

const ABOUT: &str = "dokumen: Uji | Kantor | 2026-11-24\n";

fn filled(template: &str, given: &[(&str, &str)]) -> Result<Filled, Fault> {
    let text = format!("{ABOUT}{template}");
    fill(&[Source { name: "uji.txt", text: &text }], &Fields::of(FIELDS.iter(), given.to_vec())?)
}

/// The template as it is read on paper.
fn read(template: &str, given: &[(&str, &str)]) -> String {
    text::render(&lay(&filled(template, given).unwrap(), Paper::A4, None).unwrap())
}

/// How a template is refused.
fn blamed(template: &str) -> String {
    filled(template, &[("nama", "Siti")]).unwrap_err().to_string()
}

#[test]
fn a_mistake_in_a_template_is_named_with_its_line() {
    let cases = [
        ("rata: a\nrata: {{umur}}", "baris 3: isian {{umur}} tidak dikenal"),
        ("{{#jika umur}}\n{{/jika}}", "baris 2: isian {{umur}} tidak dikenal"),
        ("{{#jika nip}}\nrata: {{umur}}\n{{/jika}}", "baris 3: isian {{umur}} tidak dikenal"),
        ("rata: a\n{{#jika nip}}\nrata: b", "baris 3: {{#jika …}} belum ditutup"),
        ("rata: a\n{{/jika}}", "baris 3: {{/jika}} tanpa {{#jika …}}"),
        ("rata: {{nama", "baris 2: {{ belum ditutup"),
        ("tulis: a", "baris 2: penanda \"tulis:\" tidak dikenal"),
        ("tanpa penanda", "baris 2: harus diawali penanda"),
        ("{{nip}}", "baris 2: harus diawali penanda"),
        ("baris: Nama", "baris 2: baris: berisi 1 bagian, seharusnya 2"),
        ("rata: a | b", "baris 2: rata: berisi 2 bagian, seharusnya 1"),
        ("garis: a", "baris 2: garis: berisi 1 bagian, seharusnya 0"),
    ];
    for (template, why) in cases {
        let said = blamed(template);
        assert!(said.contains(&format!("uji.txt {why}")), "{template}: {said}");
    }
}

#[test]
fn a_condition_keeps_or_leaves_out_lines_and_words() {
    let template = "rata: {{nama}}{{#jika nip}}, NIP {{nip}}{{/jika}}.\n\
        {{#jika nip}}\nrata: luar\n{{#jika berkas}}\nrata: dalam\n{{/jika}}\n{{/jika}}\nrata: akhir";
    let read = |nip, berkas| read(template, &[("nama", "Siti"), ("nip", nip), ("berkas", berkas)]);
    assert_eq!(read("", "ada"), "Siti.\nakhir\n");
    assert_eq!(read("12", ""), "Siti, NIP 12.\nluar\nakhir\n");
    assert_eq!(read("12", "ada"), "Siti, NIP 12.\nluar\ndalam\nakhir\n");
}

#[test]
fn remarks_and_repeated_gaps_leave_nothing() {
    let read = read(
        "# catatan {{apa saja\nrata: a\n\n{{#jika nip}}\nrata: b\n{{/jika}}\n\nrata: c",
        &[("nama", "S")],
    );
    assert_eq!(read, "a\n\nc\n");
}

#[test]
fn a_list_becomes_numbered_items() {
    let read = read("butir: {{berkas}}\nbutir: Lainnya", &[("nama", "S"), ("berkas", "KTP\n\nKK")]);
    assert_eq!(read, "      1.  KTP\n      2.  KK\n      3.  Lainnya\n");
}

#[test]
fn nobody_who_signs_is_left_out() {
    for count in 1..=5 {
        let signers: Vec<_> = (1..=count).map(|n| format!("ttd: | Saksi | Nama{n} |")).collect();
        let signers = signers.join("\n");
        let read = read(&signers, &[("nama", "S")]);
        assert!((1..=count).all(|n| read.contains(&format!("Nama{n}"))), "{read}");
    }
}

#[test]
fn a_value_stays_text_whatever_it_looks_like() {
    let nasty =
        ["{{nip}}", "{{#jika nip}}", "ttd: a | b | c | d", "kop: X", "# x", "a\\nb", "\\", "a | b"];
    for value in nasty {
        for template in
            ["rata: {{nama}}", "baris: Nama | {{nama}}", "{{#jika nama}}\npar: {{nama}}\n{{/jika}}"]
        {
            let read = read(template, &[("nama", value)]);
            assert!(read.trim().ends_with(value), "{value} in {template}: {read}");
            assert_eq!(read.lines().count(), 1, "{read}");
        }
    }
    assert_eq!(read("rata: {{nama}}", &[("nama", "a\tb\u{1b}[2Jc")]), "a b [2Jc\n");
    assert_eq!(read("rata: {{nama}}\nrata: c", &[("nama", "a\nkop: b")]), "a\nkop: b\nc\n");
}

#[test]
fn a_missing_value_is_asked_for_by_its_label() {
    let refused = |given: &[(&str, &str)]| filled("rata: {{nama}}", given).unwrap_err().to_string();
    assert_eq!(refused(&[]), "Nama harus diisi");
    assert_eq!(refused(&[("nama", " \n\t ")]), "Nama harus diisi");
    assert!(matches!(
        filled("rata: a", &[("nama", "S"), ("umur", "7")]).unwrap_err(),
        Fault::Asset(_)
    ));
}

#[test]
fn a_kept_letter_prints_the_same_years_later_on_any_paper() {
    for kind in KINDS {
        let filled = kind.longest().unwrap();
        let kept = serde_json::to_string(&filled).unwrap();
        let again: Filled = serde_json::from_str(&kept).unwrap();
        for paper in Paper::ALL {
            assert_eq!(lay(&again, *paper, None).unwrap(), lay(&filled, *paper, None).unwrap());
        }
    }
}

#[test]
fn a_kept_letter_that_is_damaged_is_refused() {
    for text in ["\"\"", "\"apa\\n\"", "\"dokumen\\tJudul\\n\"", "\"dokumen\\ta\\tb\\tkemarin\\n\""]
    {
        let filled: Filled = serde_json::from_str(text).unwrap();
        let fault = lay(&filled, Paper::A4, None).unwrap_err();
        assert!(matches!(fault, Fault::Unreadable { .. }), "{text}");
    }
}

#[test]
fn every_field_of_every_kind_is_used_and_named_once() {
    for kind in KINDS {
        let text: String = kind.template.iter().map(|source| source.text).collect();
        let mut names: Vec<_> = kind.fields().map(|field| field.name).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count, "{}", kind.code);
        for field in kind.fields() {
            assert!(!field.label.is_empty(), "{}", field.name);
            // A secret letter leaves out so much that it is never the fullest one.
            assert!(!field.longest.is_empty() || field.name == CASE, "{}", field.name);
            assert!(!field.required || !field.sample.is_empty(), "{}", field.name);
        }
        // A record of handing over says its own place, and a title its weight only where it matters.
        let general: Vec<_> =
            OFFICE.iter().map(|field| field.name).chain(["tempat", "sifat"]).collect();
        for name in names.iter().filter(|name| !general.contains(name)) {
            let used = [format!("{{{{{name}}}}}"), format!("{{{{#jika {name}}}}}")];
            assert!(used.iter().any(|used| text.contains(used)), "{} has {name}", kind.code);
        }
    }
}

#[test]
fn every_letter_of_the_table_is_a_kind_of_its_shape() {
    let rows: Vec<Vec<&str>> = include_str!("../../../assets/ref/surat.tsv")
        .lines()
        .skip(1)
        .map(|row| row.split('\t').collect())
        .collect();
    for row in &rows {
        let kind = Kind::coded(row[0]).expect(row[0]);
        assert_eq!(kind.label, row[1]);
        let shape = if row[2] == "judul" { Shape::Title } else { Shape::Correspondence };
        assert_eq!(kind.shape, shape, "{}", kind.code);
    }
    let letters = KINDS.iter().filter(|kind| kind.shape != Shape::Slip).count();
    assert_eq!(letters, rows.len());
}

#[test]
fn a_letter_knows_where_it_goes() {
    for kind in KINDS {
        let addressed = kind.takes("tujuan");
        assert_eq!(addressed, kind.goal != Goal::Nobody, "{}", kind.code);
        assert_eq!(
            kind.goal == Goal::Referred,
            kind.occasion == Occasion::Referral,
            "{}",
            kind.code
        );
        let asked = kind.asked.iter().any(|question| question.id == INSTITUTION.id);
        assert_eq!(asked, matches!(kind.goal, Goal::Institution(_)), "{}", kind.code);
        if let Goal::Institution(Some(code)) = kind.goal {
            assert!(Institution::presets().iter().any(|preset| preset.code == code), "{code}");
        }
    }
}

#[test]
fn kinds_are_found_by_their_codes() {
    for kind in KINDS {
        assert_eq!(Kind::coded(kind.code).map(|found| found.label), Some(kind.label));
    }
    assert!(Kind::coded("SURAT").is_none());
}

#[test]
fn every_mark_can_be_written_in_a_template() {
    for mark in Mark::ALL {
        let parts = vec!["2026-11-24"; mark.parts().1].join(" | ");
        let filled = filled(&format!("{}: {parts}", mark.code()), &[("nama", "S")]);
        lay(&filled.unwrap(), Paper::A4, Some("A")).unwrap();
    }
}
