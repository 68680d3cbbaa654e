//! What a cell says, as an answer of the form.
use loket::{
    domain::area::Area,
    form::field::Draft,
    roster::{
        heading::Mapping,
        row::{Cell, Kind, Row},
        told::{Teller, said},
    },
};

const NEAR: Area = Area { province: 64, city: 71, district: 6, village: 1001 };

fn told(heading: &str, cell: Cell) -> Result<Draft, String> {
    let mapping = Mapping::of(vec![heading.to_owned()]);
    let mut teller = Teller::new(mapping, NEAR);
    let answers = teller.answers(&Row { line: 2, cells: vec![cell], flaw: None });
    answers.map_err(|blames| {
        let words = blames.into_iter().map(|(field, why)| said(field, why));
        words.collect::<Vec<_>>().join("; ")
    })
}

#[track_caller]
fn becomes(heading: &str, text: &str, answers: &[(&str, &str)]) {
    let draft = told(heading, Cell::text(text)).unwrap_or_else(|why| panic!("{text}: {why}"));
    let found: Vec<_> = draft.answers().filter(|(_, answer)| !answer.is_empty()).collect();
    assert_eq!(found, answers, "{text}");
}

#[track_caller]
fn refused(heading: &str, cell: &Cell, words: &str) {
    let why = told(heading, cell.clone()).unwrap_err();
    assert!(why.contains(words), "{cell:?}: {why}");
}

#[test]
fn what_excel_destroyed_is_refused_with_advice() {
    for text in ["6,47E+15", "6.47105E+15", "6,471054509900000e15", "6E15"] {
        refused("NIK", &Cell::text(text), "format kolom menjadi Teks");
    }
    let number = |text: &str| Cell { text: text.to_owned(), kind: Kind::Number };
    refused("NIK", &number("6471054509900000"), "tersimpan sebagai angka");
    refused("No KK", &number("6471054509900000"), "tersimpan sebagai angka");
    for text in ["33238", "33238,5", "33238.5", "0"] {
        refused(
            "Tgl Lahir",
            &if text == "0" { number(text) } else { Cell::text(text) },
            "angka Excel",
        );
    }
    refused("NIK", &Cell::text("6471**5708******"), "hanya terlihat sebagian");
    refused("NIK", &Cell { text: "#".into(), kind: Kind::Broken }, "rumus");
    refused("Nama", &Cell::text("Siti\nBudi"), "satu baris");
}

#[test]
fn numbers_and_guarded_cells_are_what_was_meant() {
    becomes("NIK", " '6471055708850001 ", &[("nik", "6471055708850001")]);
    becomes("Nama", "'=SUM(A1)", &[("nama", "=SUM(A1)")]);
    becomes("Nama", "'Aisyah", &[("nama", "'Aisyah")]);
    becomes("Nama", "-", &[("nama", "-")]);
    becomes("Agama", "-", &[]);
    becomes("HP", "81234567890", &[("hp", "081234567890")]);
    becomes("HP", "+6598765432", &[("hp", "+6598765432")]);
    becomes("RT/RW", "003/005", &[("rt", "003"), ("rw", "005")]);
    becomes("RT", "RT 03", &[("rt", "03")]);
    let day = Cell { text: "1990-12-31".into(), kind: Kind::Day };
    assert_eq!(told("Tgl Lahir", day).unwrap().named("tanggal_lahir"), "1990-12-31");
    becomes("Tgl Lahir", "31/12/1990 00:00", &[("tanggal_lahir", "31/12/1990")]);
    becomes(
        "TTL",
        "Balikpapan, 17 Agustus 1985",
        &[("tanggal_lahir", "17 Agustus 1985"), ("tempat_lahir", "Balikpapan")],
    );
}

#[test]
fn words_for_sex_faith_and_the_like_are_turned() {
    for (heading, text, id, answer) in [
        ("L/P", "LK", "jenis_kelamin", "L"),
        ("L/P", "wanita", "jenis_kelamin", "P"),
        ("L/P", "Perempuan", "jenis_kelamin", "Perempuan"),
        ("Agama", "Budha", "agama", "buddha"),
        ("Status Perkawinan", "Menikah", "status_kawin", "kawin"),
        ("SHDK", "Isteri", "hubungan_kk", "istri"),
        ("Kelurahan", "Kel. Manggar", "kelurahan", "64.71.01.1001"),
        ("Kelurahan", "64.71.06.1001", "kelurahan", "64.71.06.1001"),
        ("Kelurahan", "Tidak Ada Di Sini", "kelurahan", "Tidak Ada Di Sini"),
    ] {
        let draft = told(heading, Cell::text(text)).unwrap();
        let found = draft.named(id);
        let fits = found == answer
            || (id == "kelurahan" && text.contains("Manggar") && found.starts_with("64.71."));
        assert!(fits, "{text}: {found}");
    }
}

#[test]
fn kinds_are_known_by_number_code_name_and_by_what_they_were_called() {
    for (text, kinds) in [
        ("8", "PPKS-08"),
        ("08", "PPKS-08"),
        ("PPKS-08", "PPKS-08"),
        ("ppks 8; PMKS-9", "PPKS-08;PPKS-09"),
        ("LUT", "PPKS-08"),
        ("lanjut usia terlantar", "PPKS-08"),
        ("Keluarga Fakir Miskin", "PPKS-24"),
        ("WRSE|KFM", "PPKS-23;PPKS-24"),
        ("PACA, 8, 08", "PPKS-09;PPKS-08"),
        ("Bekas Warga Binaan Lembaga Kemasyarakatan", "PPKS-15"),
    ] {
        becomes("Jenis PPKS", text, &[("ppks", kinds)]);
    }
    for text in ["RTLH", "Keluarga Rentan", "8;KLGRTN"] {
        refused("PMKS", &Cell::text(text), "tidak mempunyai padanan");
    }
    for text in ["27", "0", "apa saja", "8;apa"] {
        refused("PMKS", &Cell::text(text), "");
    }
    becomes("jenis_disabilitas", "fisik|Mental", &[("ragam_disabilitas", "fisik;mental")]);
}

#[test]
fn every_old_kind_has_a_counterpart_or_is_asked_about() {
    use loket::roster::old_codes::{Today, today};
    let table = include_str!("../../../assets/ref/pmks_lama.tsv");
    let mut none = vec![];
    for line in table.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        assert_eq!(today(cells[0]), today(cells[1]), "{line}");
        match today(cells[0]).unwrap() {
            Today::Kind(kind) => assert_eq!(kind.to_string(), cells[2]),
            Today::Nothing => none.push(cells[0]),
        }
    }
    assert_eq!(none, ["RTLH", "KLGRTN"]);
    assert_eq!(today("bukan apa-apa"), None);
}
