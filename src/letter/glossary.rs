//! What may be written in a piece of the letters, and what each line of it means.
use crate::{
    domain::choice::Choice as _,
    letter::{field::Field, mark::Mark, piece::Piece},
};

/// Something that can be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    pub text: String,
    /// What becomes of it, in few words.
    pub means: String,
    /// How many characters of the text follow the place where one writes on.
    pub after: usize,
}

/// The end of what a condition leaves out.
const END: &str = "{{/jika}}";

/// Marks that are in each piece where they belong, and nowhere else.
const SET: &[Mark] = &[Mark::Document, Mark::Slip, Mark::Pages, Mark::Square];

/// Everything that can be written in a piece: its fields, then conditions, then marks.
#[must_use]
pub fn terms(piece: &Piece) -> Vec<Term> {
    let fields = fields(piece);
    let values = fields.iter().map(|field| Term {
        text: format!("{{{{{}}}}}", field.name),
        means: field.label.to_owned(),
        after: 0,
    });
    let conditions = fields.iter().filter(|field| !field.required).map(|field| Term {
        text: format!("{{{{#jika {}}}}}{END}", field.name),
        means: format!("hanya bila ada: {}", field.label),
        after: END.len(),
    });
    let marks = Mark::ALL.iter().filter(|mark| !SET.contains(mark)).map(|mark| {
        let rest = " | ".repeat(mark.parts().0.saturating_sub(1));
        let gap = if mark.parts().1 == 0 { "" } else { " " };
        let (text, after) = (format!("{}:{gap}{rest}", mark.code()), rest.len());
        Term { text, means: mark.label().to_owned(), after }
    });
    values.chain(conditions).chain(marks).collect()
}

/// The fields that every kind of letter has in which the piece stands.
fn fields(piece: &Piece) -> Vec<&'static Field> {
    let mut kinds = piece.kinds();
    let first = kinds.next().map(|kind| kind.fields().collect()).unwrap_or_default();
    kinds.fold(first, |mut common: Vec<&'static Field>, kind| {
        common.retain(|field| kind.fields().any(|other| other.name == field.name));
        common
    })
}

/// What a line of a piece becomes, in few words.
#[must_use]
pub fn meaning(piece: &Piece, line: &str) -> String {
    let line = line.trim();
    if line.is_empty() {
        return "baris kosong: sela antarbagian".to_owned();
    }
    if line.starts_with('#') {
        return "catatan bagi yang mengubah; tidak dicetak".to_owned();
    }
    if line == END {
        return "akhir bagian yang bersyarat".to_owned();
    }
    let condition = line.strip_prefix("{{#jika ").and_then(|rest| rest.split_once("}}"));
    if let Some((name, _)) = condition {
        let field = fields(piece).into_iter().find(|field| field.name == name.trim());
        let label = field.map_or(name, |field| field.label);
        return format!("sampai {END}: hanya dicetak bila ada {label}");
    }
    let mark = line.split_once(':').and_then(|(code, _)| Mark::coded(code.trim()));
    match mark {
        Some(mark) => format!("{}: {}", mark.code(), mark.label()),
        None => "harus diawali penanda dan titik dua, misalnya par:".to_owned(),
    }
}
