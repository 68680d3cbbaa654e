//! The headings of a list, and the question that each column answers.
//!
//! # Why
//! Every office names its columns otherwise. A heading is compared as names are: without case,
//! signs, no-break spaces and byte order marks. What is not known is left, and said; it is never
//! guessed, since a wrong column would be a wrong person. Single letters with signs between them are
//! one word: N.I.K is NIK.
use crate::{
    domain::{misfit::Misfit, person::NoNik, text::folded},
    fault::Fault,
    form::{
        field::{Field, Kind},
        resident::{
            AREA, BIRTH_PLACE, BORN, CARD_AREA, CARD_STREET, DISABILITIES, FIELDS, HEAD, KINDS, KK,
            MARITAL, MOTHER, NAME, NIK, NO_NIK, OCCUPATION, PHONE, RELATION, RT, RW, SEX, STREET,
        },
    },
};

/// The heading of the column in which a reject file says why; it is no answer.
pub const REASON: &str = "alasan_ditolak";

/// Other names of columns, as [`folded`] makes them; labels and names of the questions are known
/// beside these.
#[rustfmt::skip]
const ALIASES: &[(&str, &Field)] = &[
    ("no ktp", &NIK), ("nomor ktp", &NIK), ("no nik", &NIK), ("nomor nik", &NIK), ("ktp", &NIK),
    ("no induk kependudukan", &NIK), ("nomor induk kependudukan", &NIK), ("nik ktp", &NIK),
    ("no identitas", &NIK), ("alasan nik kosong", &NO_NIK), ("alasan tanpa nik", &NO_NIK),
    ("nama", &NAME), ("nama warga", &NAME), ("nama penduduk", &NAME), ("nama ppks", &NAME),
    ("nama klien", &NAME), ("nama pm", &NAME), ("nama penerima manfaat", &NAME),
    ("nama penerima", &NAME), ("nama sesuai ktp", &NAME),
    ("jk", &SEX), ("l p", &SEX), ("lp", &SEX), ("kelamin", &SEX), ("gender", &SEX), ("sex", &SEX),
    ("tmp lahir", &BIRTH_PLACE), ("tempat lhr", &BIRTH_PLACE), ("kota lahir", &BIRTH_PLACE),
    ("tgl lahir", &BORN), ("tanggal lhr", &BORN), ("tgl lhr", &BORN), ("ttl", &BORN),
    ("tempat tanggal lahir", &BORN), ("tempat tgl lahir", &BORN), ("lahir", &BORN),
    ("tempat dan tanggal lahir", &BORN),
    ("no kk", &KK), ("nomor kk", &KK), ("kartu keluarga", &KK), ("no kartu keluarga", &KK),
    ("nomor kartu keluarga", &KK), ("nkk", &KK),
    ("shdk", &RELATION), ("hubungan keluarga", &RELATION), ("status dalam keluarga", &RELATION),
    ("status hubungan dalam keluarga", &RELATION), ("hub keluarga", &RELATION),
    ("kepala keluarga", &HEAD), ("nama kepala keluarga", &HEAD), ("nama kk", &HEAD),
    ("ibu kandung", &MOTHER), ("nama ibu kandung", &MOTHER), ("ibu", &MOTHER),
    ("status perkawinan", &MARITAL), ("status nikah", &MARITAL), ("perkawinan", &MARITAL),
    ("profesi", &OCCUPATION), ("jenis pekerjaan", &OCCUPATION),
    ("alamat lengkap", &STREET), ("alamat domisili", &STREET), ("alamat tinggal", &STREET),
    ("alamat rumah", &STREET), ("jalan", &STREET), ("domisili", &STREET),
    ("rt rw", &RT), ("no rt", &RT), ("no rw", &RW),
    ("kelurahan", &AREA), ("desa", &AREA), ("desa kelurahan", &AREA), ("kel", &AREA),
    ("kelurahan desa", &AREA), ("kode wilayah", &AREA), ("kode kelurahan", &AREA), ("kel desa", &AREA),
    ("alamat sesuai ktp", &CARD_STREET), ("kelurahan pada ktp", &CARD_AREA),
    ("no hp", &PHONE), ("nomor hp", &PHONE), ("hp", &PHONE), ("telepon", &PHONE), ("telp", &PHONE),
    ("no telp", &PHONE), ("no telepon", &PHONE), ("nomor telepon", &PHONE), ("wa", &PHONE),
    ("no wa", &PHONE), ("whatsapp", &PHONE), ("hp wa", &PHONE), ("no hp wa", &PHONE),
    ("jenis ppks", &KINDS), ("kategori ppks", &KINDS), ("kode ppks", &KINDS), ("pmks", &KINDS),
    ("jenis pmks", &KINDS), ("kode pmks", &KINDS), ("kode kategori", &KINDS), ("kategori", &KINDS),
    ("disabilitas", &DISABILITIES), ("jenis disabilitas", &DISABILITIES),
    ("ragam disabilitas", &DISABILITIES),
];

/// Which question each column answers, and what holds where no column does.
#[derive(Debug, Clone)]
pub struct Mapping {
    /// The headings, as they stand in the file.
    pub headings: Vec<String>,
    /// For each of them, the question; nothing where the column is left.
    pub fields: Vec<Option<&'static Field>>,
    /// Why there is no NIK in the rows that have none and do not say why; nothing refuses them.
    pub keyless: Option<NoNik>,
}

impl PartialEq for Mapping {
    fn eq(&self, other: &Self) -> bool {
        self.headings == other.headings
            && self.keyless == other.keyless
            && self.ids().eq(other.ids())
    }
}

impl Eq for Mapping {}

impl Mapping {
    /// The mapping that the headings themselves say.
    #[must_use]
    pub fn of(headings: Vec<String>) -> Self {
        let fields = headings.iter().map(|heading| named(heading)).collect();
        Self { headings, fields, keyless: None }
    }

    /// The same with other questions, by their names; a name that no question has leaves its column.
    #[must_use]
    pub fn with(mut self, ids: &[String]) -> Self {
        self.fields = (0..self.headings.len())
            .map(|place| ids.get(place).and_then(|id| asked().find(|field| field.id == *id)))
            .collect();
        self
    }

    /// The names of the questions, empty where a column is left.
    pub fn ids(&self) -> impl Iterator<Item = &'static str> {
        self.fields.iter().map(|field| field.map_or("", |field| field.id))
    }

    /// The columns that answer nothing, and why is not said by the program itself.
    pub fn left(&self) -> impl Iterator<Item = &str> {
        let pairs = self.headings.iter().zip(&self.fields);
        let left = pairs.filter(|(heading, field)| field.is_none() && !is_reason(heading));
        left.map(|(heading, _)| heading.trim()).filter(|heading| !heading.is_empty())
    }

    /// The columns that answer one of these questions.
    #[must_use]
    pub fn places(&self, of: &[&Field]) -> Vec<usize> {
        let asks = |field: &Field| of.iter().any(|other| other.id == field.id);
        let columns = self.fields.iter().enumerate();
        columns.filter(|(_, field)| field.is_some_and(asks)).map(|(place, _)| place).collect()
    }

    /// Whether rows can be read with it: somebody must be named, and nothing be told twice.
    pub fn judge(&self) -> Result<(), Fault> {
        for (place, field) in self.fields.iter().enumerate() {
            let Some(field) = field else { continue };
            let before = self.fields.get(..place).unwrap_or_default();
            if before.iter().flatten().any(|other| other.id == field.id) {
                return Err(Fault::List { why: Misfit::Twice, about: field.label.to_owned() });
            }
        }
        let known = self.fields.iter().flatten().count();
        let names = !self.places(&[&NAME, &NIK]).is_empty();
        if known > 0 && names {
            Ok(())
        } else {
            Err(Fault::List { why: Misfit::NoHeading, about: String::new() })
        }
    }

    /// The questions without a column, of those that tell who somebody is.
    pub fn missing(&self) -> impl Iterator<Item = &'static Field> {
        [&NIK, &NAME].into_iter().filter(|field| self.places(&[field]).is_empty())
    }

    /// How many columns answer a question.
    #[must_use]
    pub fn known(&self) -> usize {
        self.fields.iter().flatten().count()
    }
}

/// The questions that a column can answer.
pub fn asked() -> impl Iterator<Item = &'static Field> {
    FIELDS.iter().copied().filter(|field| !matches!(field.kind, Kind::Heading))
}

/// Whether this heads the reasons of a reject file.
#[must_use]
pub fn is_reason(heading: &str) -> bool {
    folded(heading) == folded(REASON)
}

/// The question that a heading names.
#[must_use]
pub fn named(heading: &str) -> Option<&'static Field> {
    let key = folded(heading);
    if key.is_empty() || is_reason(heading) {
        return None;
    }
    keyed(&key).or_else(|| keyed(&spelt(&key)))
}

fn keyed(key: &str) -> Option<&'static Field> {
    let alias = ALIASES.iter().find(|(alias, _)| *alias == key).map(|(_, field)| *field);
    alias.or_else(|| asked().find(|field| key == folded(field.id) || key == folded(field.label)))
}

/// The same words, those that were spelt letter by letter written as one.
fn spelt(key: &str) -> String {
    let (mut words, mut before) = (String::new(), "");
    for word in key.split(' ') {
        if !before.is_empty() && before.len().max(word.len()) > 1 {
            words.push(' ');
        }
        words.push_str(word);
        before = word;
    }
    words
}
