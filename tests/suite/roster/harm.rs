//! Files that are sent to do harm, beside the ones that workbooks alone can be.
use loket::{
    domain::misfit::Misfit,
    roster::row::{Flaw, Row},
};

use crate::roster::parcel::{Parcel, Part, archive, book, cells, part, why, words, workbook};

fn xlsx(bytes: &[u8]) -> Parcel {
    Parcel::new("daftar.xlsx", bytes)
}

/// The parts of a good workbook of one row.
fn good() -> Vec<Part> {
    workbook(&format!("{}{}", words(1, &["NIK", "Nama"]), words(2, &["1", "Budi"])))
}

fn and(mut parts: Vec<Part>, more: Part) -> Vec<Part> {
    parts.push(more);
    parts
}

/// The same archive with its list told in the wide form, as of archives beyond 4 GB; `at` is where
/// the list is said to stand.
fn wide(mut bytes: Vec<u8>, at: Option<u64>) -> Vec<u8> {
    let end = bytes.split_off(bytes.len() - 22);
    let long = |at: usize| u64::from(u32::from_le_bytes(end[at..at + 4].try_into().unwrap()));
    let count = u64::from(u16::from_le_bytes([end[10], end[11]]));
    let record = bytes.len() as u64;
    bytes.extend(b"PK\x06\x06");
    bytes.extend(44_u64.to_le_bytes());
    bytes.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    for number in [count, count, long(12), at.unwrap_or_else(|| long(16))] {
        bytes.extend(number.to_le_bytes());
    }
    bytes.extend(b"PK\x06\x07\0\0\0\0");
    bytes.extend(record.to_le_bytes());
    bytes.extend(1_u32.to_le_bytes());
    bytes.extend(&end[..8]);
    bytes.extend([0xff; 12]);
    bytes.extend([0, 0]);
    bytes
}

fn read(bytes: &[u8]) -> Vec<Row> {
    xlsx(bytes).rows().unwrap()
}

#[test]
fn wide_archives_are_read_and_those_that_lie_are_refused() {
    assert_eq!(cells(&read(&wide(archive(&good()), None))[0]), ["1", "Budi"]);
    for at in [u64::MAX, u64::MAX / 2, 1 << 40, 0, 7] {
        let bytes = wide(archive(&good()), Some(at));
        assert_eq!(why(xlsx(&bytes).glance()), Misfit::Damaged, "{at}");
    }
}

#[test]
fn archives_in_archives_are_not_opened_and_a_bomb_of_them_is_refused() {
    let zeros = archive(&[part("0", vec![0; 8 << 20])]);
    let nested = archive(&[part("1.zip", &zeros), part("2.zip", &zeros)]);
    assert_eq!(why(xlsx(&nested).glance()), Misfit::Packed);
    assert_eq!(why(Parcel::new("daftar.csv", &nested).glance()), Misfit::Packed);
    // Beside a workbook it is a part that nobody reads.
    assert_eq!(read(&archive(&and(good(), part("xl/x.zip", &zeros)))).len(), 1);
}

#[test]
fn a_name_that_is_there_twice_is_refused() {
    for name in ["xl/workbook.xml", "xl\\workbook.xml", "xl/x.xml"] {
        let twice = and(and(good(), part(name, "<a/>")), part(name, "<b/>"));
        assert_eq!(why(xlsx(&archive(&twice)).glance()), Misfit::Damaged, "{name}");
    }
}

#[test]
fn what_would_be_fetched_from_elsewhere_is_refused() {
    let secret = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    let (head, row) = (words(1, &["NIK", "Nama"]), words(2, &["1", "&e;"]));
    let sheet = format!("{head}{row}");
    // Also where the sign lies across two pieces of what is read at once.
    for blank in [0, (64 << 10) - 12, (64 << 10) - 5] {
        let mut parts = workbook(&sheet);
        let begin = String::from_utf8(parts[6].bytes.clone()).unwrap();
        let blanks = "<?a?>".repeat(blank / 5) + &" ".repeat(blank % 5);
        parts[6].bytes = format!("{blanks}{secret}{begin}").into_bytes();
        assert_eq!(why(xlsx(&archive(&parts)).glance()), Misfit::Entities, "{blank}");
    }
    // In letters of two bytes the sign is not seen, and nobody reads it either.
    let mut parts = workbook(&sheet);
    let begin = String::from_utf8(parts[6].bytes.clone()).unwrap();
    let begin = format!("\u{feff}<?xml version=\"1.0\" encoding=\"UTF-16\"?>{secret}{begin}");
    parts[6].bytes = begin.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let reason = why(xlsx(&archive(&parts)).rows());
    assert!(matches!(reason, Misfit::Damaged | Misfit::Empty), "{reason:?}");
}

#[test]
fn a_workbook_that_shows_no_sheet_is_told_and_one_with_a_number_for_a_nik_row_by_row() {
    let number = "<row r=\"2\"><c r=\"A2\"><v>6.47105570885E+15</v></c>\
        <c r=\"B2\" t=\"inlineStr\"><is><t>Siti</t></is></c></row>";
    let sheet = format!("{}{number}", words(1, &["NIK", "Nama"]));
    let rows = read(&archive(&book(&sheet, "<workbookPr/>", "")));
    assert_eq!(rows[0].cells[0].kind, loket::roster::row::Kind::Number);
    let mut parts = good();
    let main = String::from_utf8(parts[2].bytes.clone()).unwrap();
    parts[2].bytes = main.replace("sheetId", "state=\"hidden\" sheetId").into_bytes();
    // There is nothing that anybody was to see.
    let seen = xlsx(&archive(&parts)).glance();
    assert!(
        matches!(&seen, Err(loket::fault::Fault::List { .. }))
            || seen.as_ref().is_ok_and(|seen| seen.notes.iter().any(|n| n.contains("tersembunyi"))),
        "{seen:?}"
    );
}

#[test]
fn columns_may_stand_in_any_order_and_be_few_or_strangers() {
    let seen = Parcel::new(
        "a.csv",
        b"Catatan;L/P;Nama;Desa Asal;No. KTP;X1;X2;X3;X4;X5;X6;X7\n;P;Siti;;6471055708850001;;;;;;;\n",
    );
    let mapping = loket::roster::heading::Mapping::of(seen.glance().unwrap().headings);
    mapping.judge().unwrap();
    let ids: Vec<&str> = mapping.ids().collect();
    assert_eq!((ids[1], ids[2], ids[4]), ("jenis_kelamin", "nama", "nik"));
    assert_eq!(mapping.known(), 3);
    assert_eq!(seen.rows().unwrap()[0].flaw, None);
    // Without a line of headings the first person is not taken for one.
    let bare = Parcel::new("a.csv", b"6471055708850001;Siti\n6471051208900002;Budi\n");
    let mapping = bare.glance().map(|seen| loket::roster::heading::Mapping::of(seen.headings));
    let told = mapping.and_then(|mapping| mapping.judge());
    assert_eq!(why(told), Misfit::NoHeading);
}

#[test]
fn a_cell_that_is_never_closed_costs_its_own_row_and_no_more() {
    let rows: Vec<String> = (2..2_000).map(|n| format!("{n};Budi {n};x")).collect();
    let text = format!("NIK;Nama;Alamat\n1;Siti;\"Jl. A\n{}\n", rows.join("\n"));
    let rows = Parcel::new("a.csv", text.as_bytes()).rows().unwrap();
    assert_eq!((rows[0].line, rows[0].flaw), (2, Some(Flaw::Unclosed)));
    let lost = rows.iter().filter(|row| row.flaw.is_some()).count();
    assert_eq!((lost, rows.len()), (1, 1_999));
}
