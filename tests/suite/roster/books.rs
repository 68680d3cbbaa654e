//! Workbooks: those that offices send, and those that are sent to do harm.
use loket::{
    domain::misfit::Misfit,
    roster::{
        glance::glance,
        row::{Flaw, Kind},
    },
};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::roster::parcel::{Parcel, archive, book, cells, part, why, words, workbook};

fn xlsx(parts: &[crate::roster::parcel::Part]) -> Parcel {
    Parcel::new("daftar.xlsx", &archive(parts))
}

fn heads() -> String {
    words(1, &["NIK", "Nama"])
}

#[test]
fn a_workbook_is_read_with_its_dates_and_its_numbers_are_told_apart() {
    let mut book = Workbook::new();
    let date = Format::new().set_num_format("dd/mm/yyyy");
    let sheet = book.add_worksheet();
    sheet.set_name("Warga").unwrap();
    sheet.write_string(0, 0, "DAFTAR PPKS").unwrap();
    for (column, head) in (0..).zip(["NIK", "Nama", "Tgl Lahir", "RT"]) {
        sheet.write_string(2, column, head).unwrap();
    }
    sheet.write_string(3, 0, "6471055708850001").unwrap();
    sheet.write_string(3, 1, "Siti").unwrap();
    let born = ExcelDateTime::from_ymd(1985, 8, 17).unwrap();
    sheet.write_datetime_with_format(3, 2, &born, &date).unwrap();
    sheet.write_number(3, 3, 3.0).unwrap();
    sheet.write_number(5, 0, 6_471_055_708_850_001.0).unwrap();
    sheet.write_number(5, 2, 31_276.0).unwrap();
    sheet.write_string(6, 6, "di luar").unwrap();
    book.add_worksheet().set_name("Rahasia").unwrap().set_hidden(true);
    let parcel = Parcel::new("daftar.xlsx", &book.save_to_buffer().unwrap());
    let seen = parcel.glance().unwrap();
    assert_eq!((seen.line, seen.headings.len()), (3, 4));
    assert!(
        seen.notes.iter().any(|note| note.contains("Lembar tersembunyi: Rahasia")),
        "{:?}",
        seen.notes
    );
    let rows = parcel.rows().unwrap();
    assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [4, 6, 7]);
    assert_eq!(cells(&rows[0]), ["6471055708850001", "Siti", "1985-08-17", "3"]);
    assert_eq!((rows[0].cells[2].kind, rows[0].cells[3].kind), (Kind::Day, Kind::Number));
    assert_eq!((rows[1].cells[0].kind, rows[1].cells[2].kind), (Kind::Number, Kind::Number));
    assert_eq!(rows[2].flaw, Some(Flaw::Ragged { want: 4, got: 7 }));
    let mut named = parcel.named();
    named.sheet = Some("tidak ada".to_owned());
    assert_eq!(why(glance(&named)), Misfit::NoSheet);
}

#[test]
fn days_of_1904_are_the_days_that_were_meant() {
    for (properties, day) in
        [("<workbookPr/>", "1985-08-17"), ("<workbookPr date1904=\"1\"/>", "1989-08-18")]
    {
        let row = "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" s=\"1\"><v>31276</v></c></row>";
        let sheet = format!("{}{row}", words(1, &["NIK", "Tgl Lahir"]));
        let rows = xlsx(&book(&sheet, properties, "")).rows().unwrap();
        assert_eq!((rows[0].cells[1].text.as_str(), rows[0].cells[1].kind), (day, Kind::Day));
    }
}

#[test]
fn archives_that_are_no_workbooks_are_called_what_they_are() {
    let good = workbook(&format!("{}{}", heads(), words(2, &["1", "Budi"])));
    assert_eq!(xlsx(&good).rows().unwrap().len(), 1);
    let bytes = archive(&good);
    assert_eq!(why(Parcel::new("a.csv", &bytes).glance()), Misfit::Workbook);
    let zip = archive(&[part("foto.jpg", "x")]);
    assert_eq!(why(Parcel::new("a.csv", &zip).glance()), Misfit::Packed);
    assert_eq!(why(Parcel::new("a.xlsx", &zip).glance()), Misfit::Packed);
    let ods = [part("mimetype", "application/vnd.oasis"), part("content.xml", "<x/>")];
    for name in ["a.ods", "a.xlsx"] {
        assert_eq!(why(Parcel::new(name, &archive(&ods)).glance()), Misfit::OpenDocument);
    }
    for name in ["a.xls", "a.xlsx", "a.csv"] {
        let old = Parcel::new(name, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 EncryptedPackage");
        assert_eq!(why(old.glance()), Misfit::OldExcel);
    }
    assert_eq!(why(Parcel::new("a.xlsx", &bytes[..bytes.len() / 2]).glance()), Misfit::Damaged);
    let empty = workbook("");
    assert_eq!(why(xlsx(&empty).glance()), Misfit::Empty);
    assert_eq!(why(xlsx(&workbook(&heads())).glance()), Misfit::OnlyHeading);
}

#[test]
fn archives_that_would_do_harm_are_refused_before_they_are_opened() {
    let sheet = format!("{}{}", heads(), words(2, &["1", "Budi"]));
    let with = |extra| [workbook(&sheet), vec![extra]].concat_parts();
    for (name, reason) in [
        ("../../etc/passwd.xml", Misfit::Paths),
        ("/etc/passwd.xml", Misfit::Paths),
        ("C:\\windows\\x.xml", Misfit::Paths),
        ("xl\\..\\..\\x.xml", Misfit::Paths),
        ("xl/vbaProject.bin", Misfit::Macros),
        ("XL/Workbook.xml", Misfit::Damaged),
    ] {
        assert_eq!(why(xlsx(&with(part(name, "x"))).glance()), reason, "{name}");
    }
    let link = crate::roster::parcel::Part { mode: 0o12_0777, ..part("xl/x.xml", "/etc/passwd") };
    assert_eq!(why(xlsx(&with(link)).glance()), Misfit::Paths);
    let locked = crate::roster::parcel::Part { flags: 1, ..part("xl/x.xml", "y") };
    assert_eq!(why(xlsx(&with(locked)).glance()), Misfit::OldExcel);
    // A size that lies, downwards and upwards.
    for told in [10, 1_000_000] {
        let liar = crate::roster::parcel::Part {
            told: Some(told),
            ..part("xl/x.xml", "<a/>".repeat(5_000))
        };
        let reason = why(xlsx(&with(liar)).glance());
        assert!(matches!(reason, Misfit::Bomb | Misfit::Damaged), "{reason:?}");
    }
    let zeros = part("xl/drawings/x.xml", vec![0; 20 << 20]);
    assert_eq!(why(xlsx(&with(zeros)).glance()), Misfit::Bomb);
    let run = part("xl/worksheets/sheet2.xml", vec![b'x'; 3 << 20]);
    assert_eq!(why(xlsx(&with(run)).glance()), Misfit::Bomb);
    let many: Vec<_> = (0..10_001).map(|n| part(&format!("x{n}"), "")).collect();
    assert_eq!(why(xlsx(&many).glance()), Misfit::Bomb);
}

trait Concat {
    fn concat_parts(self) -> Vec<crate::roster::parcel::Part>;
}

impl Concat for [Vec<crate::roster::parcel::Part>; 2] {
    fn concat_parts(self) -> Vec<crate::roster::parcel::Part> {
        self.into_iter().flatten().collect()
    }
}

#[test]
fn words_that_multiply_or_promise_too_much_are_refused() {
    let laughs = "<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;\">]>";
    let sheet = format!("{}{}", heads(), words(2, &["1", "&lol2;"]));
    let mut parts = workbook(&sheet);
    let begin = String::from_utf8(parts[6].bytes.clone()).unwrap();
    parts[6].bytes = format!("{laughs}{begin}").into_bytes();
    assert_eq!(why(xlsx(&parts).glance()), Misfit::Entities);
    let mut parts = workbook(&sheet);
    parts[5].bytes = b"<sst uniqueCount=\"99999999999\"><si><t>a</t></si></sst>".to_vec();
    assert_eq!(why(xlsx(&parts).glance()), Misfit::Bomb);
    let shared = "<si><t>abcdefgh</t></si>".repeat(1_500_000);
    assert_eq!(why(xlsx(&book(&sheet, "", &shared)).glance()), Misfit::Bomb);
}

#[test]
fn columns_and_rows_beyond_any_sheet_are_no_trouble() {
    let far = "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>x</t></is></c></row>";
    let rows = xlsx(&workbook(&format!("{}{}{far}", heads(), words(2, &["1", "Budi"])))).rows();
    assert_eq!(rows.unwrap()[1].flaw, Some(Flaw::Ragged { want: 2, got: 16_384 }));
    for place in ["ZZZZZZZ1", "A99999999999", "A0", "1A", "\u{e9}"] {
        let odd = format!("<row r=\"3\"><c r=\"{place}\"><v>1</v></c></row>");
        // Whatever it is taken for: it ends.
        let _ = xlsx(&workbook(&format!("{}{odd}", heads()))).rows();
    }
}
