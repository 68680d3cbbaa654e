//! How far an import on the screen is, and its rows in words.
use crate::{
    desk::import::{
        report::{Note, What},
        taking::Taking,
    },
    domain::{choice::Choice as _, count::grouped, person::NoNik},
    form::{field::Offer, resident::NIK},
    roster::heading::{Mapping, asked},
    tui::widget::table::Column,
};

/// What the screen is busy with.
#[derive(Debug)]
pub enum Stage {
    /// A job looks at the file.
    Looking,
    /// The columns are shown, with the question that each answers.
    Mapping,
    /// The rows are judged.
    Judging(Box<Taking>),
    /// What came of judging is shown.
    Judged,
    /// The rows are taken in.
    Taking(Box<Taking>),
    /// It is done.
    Done,
}

/// The columns of the table of headings.
pub const HEADINGS: &[Column] =
    &[Column::new("Judul di berkas", 32), Column::new("Isian", 20), Column::new("", 0)];

/// The columns of the table of rows.
pub const ROWS: &[Column] = &[
    Column::new("Baris", 8).right(),
    Column::new("Keadaan", 12),
    Column::new("Nama", 18),
    Column::new("Keterangan", 0),
];

/// Which rows are shown, in the order in which the key goes round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    All,
    Refused,
    Doubtful,
    Differing,
}

impl Filter {
    /// The next one.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::All => Self::Refused,
            Self::Refused => Self::Doubtful,
            Self::Doubtful => Self::Differing,
            Self::Differing => Self::All,
        }
    }

    /// What it shows, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::All => "semua catatan",
            Self::Refused => "yang ditolak",
            Self::Doubtful => "yang meragukan",
            Self::Differing => "yang berbeda",
        }
    }

    /// Whether it shows that note.
    #[must_use]
    pub const fn shows(self, note: &Note) -> bool {
        match self {
            Self::All => true,
            Self::Refused => matches!(note.what, What::Refused(_)),
            Self::Doubtful => matches!(note.what, What::Held(_) | What::Warned(_)),
            Self::Differing => matches!(note.what, What::Differs(..)),
        }
    }
}

/// A row of the table of headings.
#[must_use]
pub fn heading(mapping: &Mapping, place: usize) -> Vec<String> {
    let title = mapping.headings.get(place).map_or("", |title| title.trim());
    let field = mapping.fields.get(place).copied().flatten();
    let label = field.map_or("(dibiarkan)", |field| field.label);
    vec![title.replace('\n', " "), label.to_owned(), String::new()]
}

/// A row of the table of rows; `taken` says whether the file is right about somebody known.
#[must_use]
pub fn row(note: &Note, taken: bool, confirmed: bool) -> Vec<String> {
    let state = match &note.what {
        What::Refused(_) => "ditolak",
        What::Held(_) if confirmed => "diterima",
        What::Held(_) => "meragukan",
        What::Warned(_) => "diterima",
        What::Differs(..) if taken => "* diambil",
        What::Differs(..) => "berbeda",
    };
    vec![grouped(note.line), state.to_owned(), note.who.clone(), note.words()]
}

/// Everything that a column can answer.
#[must_use]
pub fn offers() -> Vec<Offer> {
    let left = Offer { code: LEFT.to_owned(), label: "(dibiarkan)".to_owned() };
    let fields =
        asked().map(|field| Offer { code: field.id.to_owned(), label: field.label.to_owned() });
    std::iter::once(left).chain(fields).collect()
}

/// The code of leaving a column.
pub const LEFT: &str = "dibiarkan";

/// Begins the code of a reason for which rows have no NIK.
pub const KEYLESS: &str = "tanpa nik: ";

/// Why rows that do not say it have no NIK.
#[must_use]
pub fn reasons() -> Vec<Offer> {
    let none = Offer { code: KEYLESS.to_owned(), label: "(barisnya ditolak)".to_owned() };
    let all = NoNik::ALL.iter().map(|why| Offer {
        code: format!("{KEYLESS}{}", why.code()),
        label: why.label().to_owned(),
    });
    std::iter::once(none).chain(all).collect()
}

/// What the columns lack, and what holds instead, in lines.
#[must_use]
pub fn lacks(mapping: &Mapping) -> Vec<String> {
    let told = mapping.missing().map(|field| match mapping.keyless {
        None if field.id == NIK.id => {
            "! Tidak ada kolom NIK. Enter menunjuknya; F4 bila daftarnya memang tanpa NIK."
        }
        Some(_) if field.id == NIK.id => "",
        _ => "! Tidak ada kolom nama. Enter menunjuknya; tanpa nama tidak ada warga baru.",
    });
    let told = told.filter(|words| !words.is_empty()).map(ToOwned::to_owned);
    let keyless = mapping.keyless.map(|why| format!("Baris tanpa NIK dicatat: {why}."));
    told.chain(keyless).collect()
}

/// What can be chosen about all rows at once: code, words.
pub const CHOICES: &[(&str, &str)] = &[
    ("ambil", "Ambil semua yang berbeda dari berkas"),
    ("biarkan", "Biarkan semua yang berbeda"),
    ("terima", "Terima juga baris yang meragukan"),
    ("tolak", "Tolak baris yang meragukan"),
];
