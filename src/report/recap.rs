//! The recap of a month: how many requests of each kind, by where they stand.
use crate::{
    domain::{choice::Choice as _, month::Month, road::Status},
    report::cell::{Cell, Column, column},
};

/// Which requests a row counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// Those that stand there now.
    Stands(Status),
    /// Those that whoever asked must not see.
    Hidden,
    /// All of them.
    All,
}

/// A row: which requests, and how many of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    pub line: Line,
    /// In the order of [`crate::domain::request::Kind`].
    pub counts: [u32; 4],
}

/// What is told of a row.
#[rustfmt::skip]
pub const COLUMNS: &[Column<Row>] = &[
    column("status",     |row| Cell::Text(row.line.code().to_owned())),
    column("informasi",  |row| Cell::Number(row.counts[0].into())),
    column("permohonan", |row| Cell::Number(row.counts[1].into())),
    column("pengaduan",  |row| Cell::Number(row.counts[2].into())),
    column("darurat",    |row| Cell::Number(row.counts[3].into())),
    column("jumlah",     |row| Cell::Number(row.sum())),
];

impl Line {
    fn code(self) -> &'static str {
        match self {
            Self::Stands(status) => status.code(),
            Self::Hidden => "terbatas",
            Self::All => "jumlah",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Stands(status) => status.label(),
            Self::Hidden => "Terbatas *",
            Self::All => "Jumlah",
        }
    }
}

impl Row {
    fn sum(&self) -> u64 {
        self.counts.iter().copied().map(u64::from).sum()
    }
}

/// The recap as people read it, at most 80 signs wide.
#[must_use]
pub fn text(month: Month, rows: &[Row]) -> String {
    let heads = ["Informasi", "Permohonan", "Pengaduan", "Darurat", "Jumlah"];
    let line = |name: &str, cells: [String; 5]| {
        let cells =
            heads.iter().zip(cells).map(|(head, cell)| format!("{cell:>0$}", head.len() + 1));
        format!("{name:<30}{}\n", cells.collect::<String>())
    };
    let mut told = format!("Rekap permohonan {}\n\n", month.long());
    told += &line("Keadaan", heads.map(str::to_owned));
    for row in rows {
        let [information, service, complaint, emergency] =
            row.counts.map(|count| count.to_string());
        let sum = row.sum().to_string();
        told += &line(row.line.label(), [information, service, complaint, emergency, sum]);
    }
    told += "\nDihitung menurut bulan diterimanya, dengan keadaannya sekarang.\n";
    if rows.iter().any(|row| row.line == Line::Hidden) {
        told += "* Yang tidak boleh dilihat petugas ini; keadaannya tidak disebut.\n";
    }
    told
}
