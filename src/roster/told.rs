//! What a cell says, as the answer that the form of a resident takes.
//!
//! # Why
//! The form alone decides what is accepted. Here only words are turned: what lists write otherwise
//! than clerks do, and what Excel makes of an answer. What Excel has destroyed is refused here, with
//! what to do about it; the form could only say that it is wrong.
use std::collections::HashMap;

use crate::{
    domain::{
        area::Area, atlas::Atlas, choice::Choice as _, digits::masks, person::Disability,
        ppks::Ppks, reject::Reject, text::folded,
    },
    fault::Fault,
    form::{
        field::{Draft, Field, Kind as Asked, Source, YES},
        resident::{
            AREA, BIRTH_PLACE, BORN, CARD_AREA, CARD_RT, CARD_RW, DESIL_ON, DISABILITIES, KINDS,
            KK, NAME, NAMELESS, NIK, NO_NIK, PHONE, RT, RW, SEX,
        },
    },
    roster::{
        heading::Mapping,
        old_codes::{self, Today},
        row::{Cell, Kind, Row},
    },
};

/// Why a cell is no answer, said behind the label of its question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    Reject(Reject),
    Words(&'static str),
}

/// A cause, and the question that it is about.
pub type Blame = (&'static Field, Cause);

const AS_NUMBER: Cause = Cause::Words(
    "tersimpan sebagai angka, jadi angka terakhirnya dapat hilang; ubah format kolom menjadi Teks",
);
const SCIENTIFIC: Cause = Cause::Words(
    "tertulis seperti 6,47E+15; ubah format kolom menjadi Teks, lalu isi lagi 16 angkanya",
);
const MASKED: Cause = Cause::Words("hanya terlihat sebagian; tulis ke-16 angkanya");
const KEYLESS: Cause =
    Cause::Words("kosong; isi NIK, atau kolom Tanpa NIK dengan alasannya, misalnya tidak dibawa");
const SERIAL: Cause =
    Cause::Words("tertulis sebagai angka Excel; ubah format kolom menjadi Tanggal atau Teks");
const NO_KIND: Cause =
    Cause::Words("jenis lama itu tidak mempunyai padanan; tanyakan, lalu tulis kode PPKS-nya");
const LINE_END: Cause = Cause::Words("tidak boleh lebih dari satu baris");
const BROKEN: Cause = Cause::Words("berisi kesalahan rumus dari Excel");

/// Other words for an answer, as [`folded`] makes them.
#[rustfmt::skip]
const WORDS: &[(&str, &str, &str)] = &[
    ("jenis_kelamin", "lk", "L"), ("jenis_kelamin", "laki", "L"), ("jenis_kelamin", "pria", "L"),
    ("jenis_kelamin", "m", "L"), ("jenis_kelamin", "laki laki", "L"),
    ("jenis_kelamin", "pr", "P"), ("jenis_kelamin", "wanita", "P"), ("jenis_kelamin", "f", "P"),
    ("hubungan_kk", "kepala", "kepala_keluarga"), ("hubungan_kk", "kk", "kepala_keluarga"),
    ("hubungan_kk", "isteri", "istri"), ("hubungan_kk", "orangtua", "orang_tua"),
    ("agama", "budha", "buddha"), ("agama", "konghucu", "khonghucu"),
    ("agama", "kristen protestan", "kristen"), ("agama", "protestan", "kristen"),
    ("agama", "katholik", "katolik"),
    ("status_kawin", "menikah", "kawin"), ("status_kawin", "belum menikah", "belum_kawin"),
    ("status_kawin", "nikah", "kawin"), ("status_kawin", "kawin tercatat", "kawin"),
    ("status_kawin", "kawin belum tercatat", "kawin"),
    ("status_hidup", "wafat", "meninggal"), ("status_hidup", "mati", "meninggal"),
];

/// Turns rows into answers.
#[derive(Debug)]
pub struct Teller {
    mapping: Mapping,
    /// The office's own area, in which a bare name is sought.
    near: Area,
    /// Names of areas that were sought already.
    areas: HashMap<String, Option<Area>>,
}

/// The most names of areas that are remembered.
const AREAS: usize = 4_096;

impl Teller {
    /// Turns rows of these columns, for an office in that area.
    #[must_use]
    pub fn new(mapping: Mapping, near: Area) -> Self {
        Self { mapping, near, areas: HashMap::new() }
    }

    /// The answers of a row, or everything in it that is none.
    pub fn answers(&mut self, row: &Row) -> Result<Draft, Vec<Blame>> {
        let (mut draft, mut blames) = (Draft::default(), vec![]);
        let fields = self.mapping.fields.clone();
        for (field, cell) in fields.iter().zip(&row.cells) {
            let Some(field) = field else { continue };
            let told = if cell.text.contains('\n') && !field.id.starts_with("alamat") {
                Err(LINE_END)
            } else {
                self.told(field, cell, &mut draft)
            };
            match told {
                Ok(answer) if answer.is_empty() => {}
                Ok(answer) => draft.put(field.id, answer),
                Err(why) => blames.push((*field, why)),
            }
        }
        if let Some(why) = self.mapping.keyless
            && [NIK, NO_NIK].iter().all(|field| draft.text(field).is_empty())
        {
            draft.put(NO_NIK.id, why.code());
        }
        if blames.is_empty() { Ok(draft) } else { Err(blames) }
    }

    /// One answer; a cell that holds two gives the other one to the draft.
    fn told(&mut self, field: &Field, cell: &Cell, draft: &mut Draft) -> Result<String, Cause> {
        let text = bare(&cell.text);
        if cell.kind == Kind::Broken {
            return Err(BROKEN);
        }
        let nothing = matches!(text, "" | "-" | "–" | "—") || text.eq_ignore_ascii_case("n/a");
        if nothing && (text.is_empty() || field.id != NAME.id) {
            return Ok(String::new());
        }
        let id = field.id;
        if id == NIK.id || id == KK.id {
            number(text, cell.kind)
        } else if id == BORN.id || id == DESIL_ON.id {
            day(text, cell.kind).map(|(place, day)| {
                if id == BORN.id && draft.text(&BIRTH_PLACE).is_empty() && !place.is_empty() {
                    draft.put(BIRTH_PLACE.id, place);
                }
                day.to_owned()
            })
        } else if id == NAMELESS.id {
            let yes = ["ya", "y", "1", "x", "true", "benar"].contains(&&*folded(text));
            Ok(if yes { YES.to_owned() } else { String::new() })
        } else if id == KINDS.id {
            kinds(text)
        } else if id == DISABILITIES.id {
            Ok(disabilities(text))
        } else if id == RT.id || id == CARD_RT.id {
            let (rt, rw) = text.split_once('/').unwrap_or((text, ""));
            let other = if id == RT.id { &RW } else { &CARD_RW };
            if !rw.trim().is_empty() && draft.text(other).is_empty() {
                draft.put(other.id, block(rw));
            }
            Ok(block(rt))
        } else if id == RW.id || id == CARD_RW.id {
            Ok(block(text))
        } else if id == PHONE.id {
            Ok(dialled(text))
        } else if id == AREA.id || id == CARD_AREA.id {
            Ok(self.area(text))
        } else {
            Ok(word(field, text))
        }
    }

    /// The code of an area, where its name alone says which one of the office's city it is.
    fn area(&mut self, text: &str) -> String {
        if text.parse::<Area>().is_ok() || text.len() > 200 {
            return text.to_owned();
        }
        let near = self.near;
        if self.areas.len() > AREAS {
            self.areas.clear();
        }
        let found = *self.areas.entry(folded(text)).or_insert_with_key(|key| found(key, near));
        found.map_or_else(|| text.to_owned(), |area| area.to_string())
    }
}

fn found(name: &str, near: Area) -> Option<Area> {
    let atlas = Atlas::get();
    let bare = ["kelurahan ", "kel ", "desa "].iter().find_map(|kind| name.strip_prefix(kind));
    let bare = bare.unwrap_or(name);
    let within = |area: &Area| (area.province, area.city) == (near.province, near.city);
    let same = |area: &Area| atlas.name(*area).is_some_and(|name| folded(name) == bare);
    let mut all = atlas.find(bare, 200).into_iter().filter(|area| within(area) && same(area));
    let first = all.next();
    if all.next().is_none() { first } else { None }
}

/// The words without blanks around them, and without the apostrophe that guards a number or what
/// looks like a formula.
fn bare(text: &str) -> &str {
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\0'));
    match text.strip_prefix('\'') {
        Some(rest) if guarded(rest) => rest.trim(),
        _ => text,
    }
}

fn guarded(rest: &str) -> bool {
    let formula = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let number = rest.chars().any(|c| c.is_ascii_digit())
        && rest.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-'));
    rest.starts_with(formula) || number
}

fn number(text: &str, kind: Kind) -> Result<String, Cause> {
    let mut parts = text.splitn(2, ['e', 'E']);
    let (head, tail) = (parts.next().unwrap_or_default(), parts.next());
    let digits = |part: &str| {
        let part = part.trim_start_matches(['+', '-']);
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
    };
    if tail.is_some_and(|tail| digits(head) && digits(tail)) {
        Err(SCIENTIFIC)
    } else if kind == Kind::Number {
        Err(AS_NUMBER)
    } else if masks(text) {
        Err(MASKED)
    } else {
        Ok(text.to_owned())
    }
}

/// A day, and the place that stands before it in columns that hold both.
fn day(text: &str, kind: Kind) -> Result<(&str, &str), Cause> {
    let serial = |text: &str| {
        let whole = text.split(['.', ',']).next().unwrap_or_default();
        (4..=5).contains(&whole.len())
            && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
            && (whole.len() == 5 || whole.len() == text.len())
    };
    if kind == Kind::Number || serial(text) {
        return Err(SERIAL);
    }
    let (place, day) = match text.rsplit_once(',') {
        Some((place, day)) if place.starts_with(char::is_alphabetic) => (place.trim(), day.trim()),
        _ => ("", text),
    };
    let midnight = [" 00:00:00", " 00:00", " 00.00", "T00:00:00", " 0:00"];
    let day = midnight.iter().find_map(|tail| day.strip_suffix(tail)).unwrap_or(day);
    Ok((place, day))
}

fn kinds(text: &str) -> Result<String, Cause> {
    if let Some(kind) = kind(text)? {
        return Ok(kind.to_string());
    }
    let mut all: Vec<String> = vec![];
    for part in
        text.split([';', ',', '|', '/', '\n']).map(str::trim).filter(|part| !part.is_empty())
    {
        let told = kind(part)?.map_or_else(|| part.to_owned(), |kind| kind.to_string());
        if !all.contains(&told) {
            all.push(told);
        }
    }
    Ok(all.join(";"))
}

/// The kind that these words or this number name.
fn kind(text: &str) -> Result<Option<Ppks>, Cause> {
    let key = folded(text);
    let digits = key.trim_start_matches("ppks").trim_start_matches("pmks").trim();
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits.parse().map(Some).map_err(Cause::Reject);
    }
    if let Some(row) = Ppks::rows().iter().find(|row| folded(row.name) == key) {
        return Ok(Some(row.kind));
    }
    match old_codes::today(text) {
        Some(Today::Kind(kind)) => Ok(Some(kind)),
        Some(Today::Nothing) => Err(NO_KIND),
        None if key.is_empty() || text.contains([';', ',', '|', '/', '\n']) => Ok(None),
        None => Err(Cause::Reject(Reject::NotOffered)),
    }
}

fn disabilities(text: &str) -> String {
    let parts =
        text.split(['|', ';', ',', '/', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let code = |part: &str| {
        Disability::told(part).map_or_else(|| part.to_owned(), |d| d.code().to_owned())
    };
    parts.map(code).collect::<Vec<_>>().join(";")
}

/// The number of an RT or RW: `RT 03` and `003` are 3.
fn block(text: &str) -> String {
    let key = text.trim();
    let digits = key.trim_start_matches(|c: char| !c.is_ascii_digit());
    let word = folded(key.strip_suffix(digits).unwrap_or_default());
    if matches!(&*word, "" | "rt" | "rw") { digits.to_owned() } else { key.to_owned() }
}

/// A telephone number whose first zero a spreadsheet took away.
fn dialled(text: &str) -> String {
    let lost = (9..=12).contains(&text.len())
        && text.starts_with('8')
        && text.bytes().all(|byte| byte.is_ascii_digit());
    if lost { format!("0{text}") } else { text.to_owned() }
}

fn word(field: &Field, text: &str) -> String {
    let known = WORDS.iter().filter(|(id, ..)| *id == field.id);
    if field.id != SEX.id && known.clone().next().is_none() {
        return text.to_owned();
    }
    let key = folded(text);
    let mut known = known;
    known.find(|(_, word, _)| *word == key).map_or_else(|| text.to_owned(), |row| row.2.to_owned())
}

/// What is wrong with answers that describe no resident: every field that its own check refuses, or
/// else what the whole says.
#[must_use]
pub fn blamed(draft: &Draft, fault: &Fault, today: chrono::NaiveDate) -> Vec<Blame> {
    let asked = || crate::roster::heading::asked();
    let judged = asked().filter_map(|field| {
        let told = draft.text(field);
        let why = if told.is_empty() { None } else { (field.check)(told, today).err() };
        why.map(|why| (field, Cause::Reject(why)))
    });
    let mut blames: Vec<Blame> = judged.collect();
    if let Fault::Rejected { field: id, why } = fault
        && !blames.iter().any(|(field, _)| field.id == *id)
        && let Some(field) = asked().find(|field| field.id == *id)
    {
        // Nobody looks for an empty NIK under another question.
        let keyless = field.id == NO_NIK.id && matches!(why, Reject::CalledFor { .. });
        blames.push(if keyless { (&NIK, KEYLESS) } else { (field, Cause::Reject(*why)) });
    }
    blames
}

/// The cause as a sentence behind the label, without the keys of a form: a file has none.
#[must_use]
pub fn said(field: &Field, cause: Cause) -> String {
    match cause {
        Cause::Words(words) => words.to_owned(),
        Cause::Reject(Reject::NotOffered) => match offers(field) {
            Some(codes) => format!("harus salah satu dari: {codes}"),
            None => "harus salah satu pilihan yang ada di formulir".to_owned(),
        },
        Cause::Reject(why) => why.to_string(),
    }
}

/// The codes of a short list.
fn offers(field: &Field) -> Option<String> {
    let (Asked::One(Source::Fixed(list)) | Asked::Many(Source::Fixed(list))) = field.kind else {
        return None;
    };
    let codes: Vec<String> = list().into_iter().map(|offer| offer.code).collect();
    (codes.len() <= 11).then(|| codes.join(", "))
}
