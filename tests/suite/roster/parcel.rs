//! Files of lists, made for one test; archives part by part, also such as no program writes.
use std::{
    fs,
    io::Write as _,
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

use flate2::{Compression, Crc, write::DeflateEncoder};
use loket::{
    domain::misfit::Misfit,
    fault::Fault,
    roster::{
        glance::{Glance, Named, glance},
        heading::Mapping,
        row::Row,
        source,
    },
};

/// A file that goes with the test.
pub struct Parcel(PathBuf);

impl Parcel {
    pub fn new(name: &str, bytes: &[u8]) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let nth = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder =
            std::env::temp_dir().join(format!("loket-daftar-{}-{nth}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(name), bytes).unwrap();
        Self(folder.join(name))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn named(&self) -> Named {
        Named { path: self.0.clone(), letters: None, sheet: None }
    }

    pub fn glance(&self) -> Result<Glance, Fault> {
        glance(&self.named())
    }

    /// All rows, with the mapping that the headings say.
    pub fn rows(&self) -> Result<Vec<Row>, Fault> {
        read(&self.glance()?)
    }
}

impl Drop for Parcel {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(self.0.parent().unwrap());
    }
}

pub fn read(seen: &Glance) -> Result<Vec<Row>, Fault> {
    let mapping = Mapping::of(seen.headings.clone());
    let mut rows = vec![];
    source::rows(seen, &mapping, &mut |row, _| {
        rows.push(row);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(rows)
}

/// The texts of the cells.
pub fn cells(row: &Row) -> Vec<&str> {
    row.cells.iter().map(|cell| cell.text.as_str()).collect()
}

/// Why a file is refused.
#[track_caller]
pub fn why<T: std::fmt::Debug>(outcome: Result<T, Fault>) -> Misfit {
    match outcome {
        Err(Fault::List { why, .. }) => why,
        other => panic!("{other:?}"),
    }
}

/// A part of an archive, and what its list says of it.
pub struct Part {
    pub name: String,
    pub bytes: Vec<u8>,
    /// The size that the list tells, where that is not the true one.
    pub told: Option<u32>,
    pub flags: u16,
    pub mode: u32,
}

pub fn part(name: &str, bytes: impl AsRef<[u8]>) -> Part {
    let bytes = bytes.as_ref().to_vec();
    Part { name: name.to_owned(), bytes, told: None, flags: 0, mode: 0o10_0644 }
}

fn short(number: usize) -> u16 {
    number.try_into().unwrap()
}

fn long(number: usize) -> u32 {
    number.try_into().unwrap()
}

/// An archive of these parts.
pub fn archive(parts: &[Part]) -> Vec<u8> {
    let (mut file, mut list) = (vec![], vec![]);
    for part in parts {
        let mut crc = Crc::new();
        crc.update(&part.bytes);
        let mut packer = DeflateEncoder::new(vec![], Compression::fast());
        packer.write_all(&part.bytes).unwrap();
        let packed = packer.finish().unwrap();
        let size = part.told.unwrap_or_else(|| long(part.bytes.len()));
        let mut about = vec![20, 0];
        about.extend(part.flags.to_le_bytes());
        about.extend([8, 0, 0, 0, 0, 0]);
        about.extend(crc.sum().to_le_bytes());
        about.extend(long(packed.len()).to_le_bytes());
        about.extend(size.to_le_bytes());
        about.extend(short(part.name.len()).to_le_bytes());
        about.extend([0, 0]);
        let at = long(file.len());
        file.extend(b"PK\x03\x04");
        file.extend(&about);
        file.extend(part.name.as_bytes());
        file.extend(packed);
        list.extend(b"PK\x01\x02\x14\x03");
        list.extend(&about);
        list.extend([0; 6]);
        list.extend((part.mode << 16).to_le_bytes());
        list.extend(at.to_le_bytes());
        list.extend(part.name.as_bytes());
    }
    let at = long(file.len());
    let count = short(parts.len().min(0xffff));
    file.extend(&list);
    file.extend(b"PK\x05\x06\0\0\0\0");
    file.extend(count.to_le_bytes());
    file.extend(count.to_le_bytes());
    file.extend(long(list.len()).to_le_bytes());
    file.extend(at.to_le_bytes());
    file.extend([0, 0]);
    file
}

/// The parts of a workbook with one sheet.
pub fn workbook(sheet: &str) -> Vec<Part> {
    book(sheet, "<workbookPr/>", "")
}

pub fn book(sheet: &str, properties: &str, words: &str) -> Vec<Part> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let rels = "http://schemas.openxmlformats.org/package/2006/relationships";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let styles = format!(
        "<styleSheet xmlns=\"{main}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
    );
    vec![
        part("[Content_Types].xml", "<Types/>"),
        part(
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{rels}\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        part(
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\">{properties}<sheets><sheet name=\"Daftar\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        part(
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{rels}\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        part("xl/styles.xml", styles),
        part("xl/sharedStrings.xml", format!("<sst xmlns=\"{main}\">{words}</sst>")),
        part(
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{main}\"><sheetData>{sheet}</sheetData></worksheet>"),
        ),
    ]
}

/// A row of words.
pub fn words(line: u32, cells: &[&str]) -> String {
    let told = cells.iter().zip('A'..).map(|(text, column)| {
        format!("<c r=\"{column}{line}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    });
    format!("<row r=\"{line}\">{}</row>", told.collect::<String>())
}
