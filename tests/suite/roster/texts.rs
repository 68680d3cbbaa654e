//! CSV files, however they are written.
use loket::{
    domain::misfit::Misfit,
    roster::{glance::Form, letters::Letters, row::Flaw},
};

use crate::roster::parcel::{Parcel, cells, read, why};

fn list(text: &str) -> Parcel {
    Parcel::new("daftar.csv", text.as_bytes())
}

fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
    let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
    units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

const SITI: &str = "NIK;Nama;Alamat\r\n6471055708850001;Siti Amïnah;Jl. A\r\n";

#[test]
fn every_encoding_that_proves_itself_is_read() {
    let plain = SITI.as_bytes().to_vec();
    let marked = [b"\xef\xbb\xbf", SITI.as_bytes()].concat();
    for bytes in [plain, marked, utf16(SITI, false, true), utf16(SITI, true, true)] {
        let rows = Parcel::new("a.csv", &bytes).rows().unwrap();
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].line, cells(&rows[0])[1]), (2, "Siti Amïnah"));
    }
    // A file of many pieces, with letters of two halves anywhere.
    let many: Vec<String> = (0..20_000).map(|n| format!("{n};👪 Warga;Jl. {n}")).collect();
    let many = many.join("\n");
    let rows =
        Parcel::new("a.csv", &utf16(&format!("NIK;Nama;Alamat\n{many}"), false, true)).rows();
    let rows = rows.unwrap();
    assert_eq!(rows.len(), 20_000);
    assert!(rows.iter().all(|row| row.flaw.is_none() && row.cells[1].text == "👪 Warga"));
}

#[test]
fn files_that_are_no_lists_are_refused_by_their_reason() {
    let utf32: Vec<u8> = SITI.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
    let utf32_marked = [&b"\xff\xfe\0\0"[..], &utf32].concat();
    for (bytes, reason) in [
        (vec![], Misfit::Empty),
        (b"\xef\xbb\xbf".to_vec(), Misfit::Empty),
        (b"\n\n;;\n".to_vec(), Misfit::Empty),
        (b"NIK;Nama\n".to_vec(), Misfit::OnlyHeading),
        (b"NIK;Nama".to_vec(), Misfit::OnlyHeading),
        (utf16(SITI, false, false), Misfit::Utf16),
        (utf16(SITI, true, false), Misfit::Utf16),
        (utf32, Misfit::Utf32),
        (utf32_marked, Misfit::Utf32),
        (b"%PDF-1.7\n1 0 obj".to_vec(), Misfit::Pdf),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), Misfit::OldExcel),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), Misfit::NotText),
        ([SITI.as_bytes(), &b"x\0y;b;c\n".repeat(900)].concat(), Misfit::NotText),
        (b"NIK;Nama\n6471055708850001;Ren\xe9e\n".to_vec(), Misfit::Windows),
    ] {
        let parcel = Parcel::new("a.csv", &bytes);
        assert_eq!(why(parcel.glance()), reason, "{:?}", &bytes[..bytes.len().min(20)]);
    }
}

#[test]
fn windows_letters_are_read_when_somebody_says_so() {
    let parcel = Parcel::new("a.csv", b"NIK;Nama\n6471055708850001;Ma\x92ruf Ren\xe9e\n");
    let mut named = parcel.named();
    named.letters = Some(Letters::Windows);
    let seen = loket::roster::glance::glance(&named).unwrap();
    assert_eq!(cells(&read(&seen).unwrap()[0])[1], "Ma’ruf Renée");
}

#[test]
fn a_row_of_mixed_letters_is_refused_alone() {
    let parcel = Parcel::new("a.csv", b"NIK;Nama\n1;Ren\xc3\xa9e\n2;Ren\xe9e\n3;Budi\n");
    let rows = parcel.rows().unwrap();
    let flaws: Vec<_> = rows.iter().map(|row| row.flaw).collect();
    assert_eq!(flaws, [None, Some(Flaw::NotText), None]);
    assert!(parcel.glance().unwrap().notes[0].contains("bercampur"));
    let garbled = list("NIK;Nama\n1;RenÃ©e\n");
    assert!(garbled.glance().unwrap().notes[0].contains("salah sandi huruf"));
}

#[test]
fn separators_are_found_and_a_declared_one_is_honoured() {
    for (text, separator, line) in [
        ("NIK;Nama;Tgl Lahir\n1;Budi, S.Pd;1-1-1990\n", ';', 1),
        ("NIK,Nama,Alamat\n1,Budi,\"Jl. A; 3\"\n", ',', 1),
        ("NIK\tNama\n1\tBudi\n", '\t', 1),
        ("NIK|Nama\n1|Budi\n", '|', 1),
        ("sep=;\nNIK;Nama\n1;Budi\n", ';', 2),
        ("sep=,\nNIK,Nama\n1,Budi\n", ',', 2),
        ("DAFTAR PPKS KELURAHAN DAMAI;;\n;;\nNIK;Nama;Alamat\n1;Budi;x\n", ';', 3),
    ] {
        let seen = list(text).glance().unwrap();
        let Form::Text { separator: found, .. } = seen.form else { panic!() };
        assert_eq!((found, seen.line), (separator, line), "{text}");
        assert!(
            seen.headings.len() >= 2 && seen.headings[0].ends_with("NIK"),
            "{:?}",
            seen.headings
        );
    }
}

#[test]
fn quotation_marks_mean_what_people_mean_by_them() {
    let text = "NIK;Nama;Alamat\n\
        1;\"Budi \"\"Bud\"\"\";\"Jl. A; 3\"\n\
        2;Tinggi 5\" saja;x\n\
        3;\"Siti \\\"Ti\\\" A\";x\n\
        4;“Siti”;x\n\
        5;Ani;\"Jl. B\nRT 1\"\n\
        6;Edi;C:\\\n";
    let rows = list(text).rows().unwrap();
    let told: Vec<_> = rows.iter().map(cells).collect();
    assert_eq!(told[0][1..], ["Budi \"Bud\"", "Jl. A; 3"]);
    assert_eq!(told[1][1], "Tinggi 5\" saja");
    assert_eq!(told[2][1], "Siti \"Ti\" A");
    assert_eq!(told[3][1], "“Siti”");
    assert_eq!(told[4][2], "Jl. B\nRT 1");
    assert_eq!((rows[5].line, told[5][2]), (8, "C:\\"));
    assert!(rows.iter().all(|row| row.flaw.is_none()));
}

#[test]
fn a_mark_that_nothing_closes_takes_no_other_row_with_it() {
    let text = "NIK;Nama;Alamat\n1;\"Budi;x\n2;Siti;y\n3;Ani;z\n4;Edi;w\n5;\"Eko;\n";
    let rows = list(text).rows().unwrap();
    let told: Vec<_> = rows.iter().map(|row| (row.line, row.flaw)).collect();
    let bad = Some(Flaw::Unclosed);
    assert_eq!(told, [(2, bad), (3, None), (4, None), (5, None), (6, bad)]);
    // Also where a later mark seems to close it.
    let text = "NIK;Nama;Alamat\n1;\"Budi;x\n2;Siti;\"y\"\n3;Ani;z\n";
    let rows = list(text).rows().unwrap();
    assert_eq!(rows[0].flaw, bad);
    assert_eq!((rows.len(), rows[1].line, cells(&rows[1])[2]), (3, 3, "y"));
    // A line end in a name is no address.
    let rows = list("NIK;Nama;Alamat\n1;\"Budi\nSantoso\";x\n").rows().unwrap();
    assert_eq!(rows[0].flaw, bad);
}

#[test]
fn ragged_rows_long_cells_and_wide_lists_are_told() {
    let long = "x".repeat((64 << 10) + 1);
    let endless = "y".repeat(5 << 20);
    let text = format!(
        "NIK;Nama;Alamat\n1;Budi\n2;Budi;x;y\n3;Budi;x;;\n4;{long};x\n5;{endless};x\n6;Budi;x\n"
    );
    let rows = list(&text).rows().unwrap();
    let flaws: Vec<_> = rows.iter().map(|row| (row.line, row.flaw)).collect();
    assert_eq!(
        flaws,
        [
            (2, Some(Flaw::Ragged { want: 3, got: 2 })),
            (3, Some(Flaw::Ragged { want: 3, got: 4 })),
            (4, None),
            (5, Some(Flaw::TooLong)),
            (6, Some(Flaw::TooLong)),
            (7, None),
        ]
    );
    for columns in [200, 10_000] {
        let heads: Vec<String> = (0..columns).map(|n| format!("K{n}")).collect();
        let heads = heads.join(";");
        let row = ";".repeat(columns);
        let parcel = list(&format!("NIK;{heads};Nama\n1{row};Budi\n"));
        let rows = parcel.rows().unwrap();
        assert_eq!((rows[0].flaw, rows[0].cells.len()), (None, columns + 2));
        assert_eq!(rows[0].cells[columns + 1].text, "Budi");
    }
}

#[test]
fn a_file_that_changed_since_it_was_looked_at_is_not_read() {
    let parcel = list(SITI);
    let seen = parcel.glance().unwrap();
    std::fs::write(parcel.path(), SITI.replace("Siti", "Sita")).unwrap();
    assert_eq!(why(read(&seen)), Misfit::Changed);
}

#[test]
fn lines_of_old_macs_are_lines_too() {
    let rows = list("NIK;Nama\r1;Budi\r2;Siti\r").rows().unwrap();
    assert_eq!(rows.len(), 2);
    assert_eq!(cells(&rows[1]), ["2", "Siti"]);
}
