//! A first look at a list: what kind of file it is, and what its columns are called.
use std::{
    fs::File,
    hash::{DefaultHasher, Hasher as _},
    io::{BufRead, BufReader, Read as _, Seek as _, SeekFrom},
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use crate::{
    domain::{choice::Choice as _, misfit::Misfit},
    fault::Fault,
    roster::{
        book::{self, refused},
        heading::Mapping,
        letters::{Letters, Wide, marked},
        lines::Lines,
        row::{Flaw, Row},
        split::split,
        unpacked,
    },
};

/// What somebody says of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    pub path: PathBuf,
    /// The encoding, where it cannot be found out.
    pub letters: Option<Letters>,
    /// The sheet of a workbook; the first that is shown, where none is named.
    pub sheet: Option<String>,
}

/// How a file is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    Text { letters: Letters, mark: usize, separator: char, end: u8 },
    Sheet { name: String },
}

/// What a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glance {
    pub path: PathBuf,
    pub form: Form,
    /// The line on which the headings stand.
    pub line: u64,
    pub headings: Vec<String>,
    /// Bytes of the file.
    pub size: u64,
    /// What its bytes come to: another number means other bytes.
    pub print: u64,
    /// What should be known of it, in sentences.
    pub notes: Vec<String>,
}

/// How many rows are looked at for the headings.
const ROWS: usize = 12;

/// Looks at a file.
pub fn glance(named: &Named) -> Result<Glance, Fault> {
    let path = &named.path;
    let mut file = File::open(path).map_err(device)?;
    let about = file.metadata().map_err(device)?;
    if !about.is_file() {
        let why = std::io::Error::from(std::io::ErrorKind::IsADirectory);
        return Err(device(why));
    }
    let mut head = vec![];
    file.by_ref().take(4_096).read_to_end(&mut head).map_err(device)?;
    let ending = path.extension().map(|end| end.to_string_lossy().to_lowercase());
    let workbook = ending.as_deref() == Some("xlsx");
    let misfit = match &*head {
        [] => Some(Misfit::Empty),
        [b'P', b'K', 3 | 5, ..] if workbook => None,
        [b'P', b'K', 3 | 5, ..] => Some(unpacked::kind(&mut file).map_err(refused)?),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(Misfit::OldExcel),
        [b'%', b'P', b'D', b'F', ..] => Some(Misfit::Pdf),
        _ if workbook => Some(Misfit::Damaged),
        _ => None,
    };
    if let Some(why) = misfit {
        return Err(list(why));
    }
    let print = print(&mut file)?;
    let mut glance = if workbook { sheet(named)? } else { text(named, &head)? };
    (glance.size, glance.print) = (about.len(), print);
    Ok(glance)
}

fn print(file: &mut File) -> Result<u64, Fault> {
    file.rewind().map_err(device)?;
    let (mut hasher, mut piece) = (DefaultHasher::new(), vec![0; 64 << 10]);
    loop {
        match file.read(&mut piece).map_err(device)? {
            0 => return Ok(hasher.finish()),
            read => hasher.write(&piece[..read]),
        }
    }
}

/// The bytes of a text file behind its mark, as UTF-8 unless they are of an old encoding.
pub fn reading(
    path: &Path,
    letters: Letters,
    mark: usize,
) -> Result<Box<dyn BufRead + Send>, Fault> {
    let mut file = File::open(path).map_err(device)?;
    file.seek(SeekFrom::Start(mark as u64)).map_err(device)?;
    let file = BufReader::with_capacity(64 << 10, file);
    Ok(match letters {
        Letters::Utf16Little => Box::new(Wide::new(file, false)),
        Letters::Utf16Big => Box::new(Wide::new(file, true)),
        Letters::Utf8 | Letters::Windows => Box::new(file),
    })
}

fn text(named: &Named, head: &[u8]) -> Result<Glance, Fault> {
    let path = &named.path;
    let (found, mark) = marked(head).map_err(list)?;
    let letters = match named.letters {
        Some(Letters::Windows) if mark == 0 => Letters::Windows,
        _ => found,
    };
    let end = if head.contains(&b'\r') && !head.contains(&b'\n') { b'\r' } else { b'\n' };
    let lines = || Ok(Lines::new(reading(path, letters, mark)?, letters, end));
    let survey = survey(lines()?)?;
    if survey.binary {
        return Err(list(Misfit::NotText));
    }
    if mark == 0 && letters == Letters::Utf8 && survey.foreign > 0 && survey.beyond == 0 {
        return Err(Fault::List { why: Misfit::Windows, about: survey.sample });
    }
    if survey.filled == 0 {
        return Err(list(Misfit::Empty));
    }
    let named_separator = survey.first.first().and_then(|(_, text)| declared(text));
    let rows = survey.first.get(usize::from(named_separator.is_some())..).unwrap_or_default();
    let separator = named_separator.unwrap_or_else(|| separator(rows));
    let rows: Vec<(u64, Vec<String>)> =
        rows.iter().map(|(line, text)| (*line, split(text, separator).cells)).collect();
    let (line, headings) = heading(&rows).ok_or_else(|| list(Misfit::Empty))?;
    if survey.last <= line {
        return Err(list(Misfit::OnlyHeading));
    }
    let mut notes = vec![];
    if survey.foreign > 0 {
        notes.push(format!(
            "{} baris memuat huruf yang rusak: sandi hurufnya bercampur.",
            survey.foreign
        ));
    }
    if survey.garbled > 0 {
        notes.push(format!(
            "{} baris tampak seperti pernah salah sandi huruf (misalnya Ã©); periksa namanya.",
            survey.garbled
        ));
    }
    let form = Form::Text { letters, mark, separator, end };
    Ok(Glance { path: path.clone(), form, line, headings, size: 0, print: 0, notes })
}

/// What all lines of a text file come to.
#[derive(Default)]
struct Survey {
    /// The first lines that are not blank.
    first: Vec<(u64, String)>,
    /// Lines that are not blank, and the last of them.
    filled: u64,
    last: u64,
    /// Lines that are no UTF-8, lines with letters beyond ASCII, lines that were read wrongly once.
    foreign: u64,
    beyond: u64,
    garbled: u64,
    binary: bool,
    sample: String,
}

fn survey(mut lines: Lines) -> Result<Survey, Fault> {
    let mut survey = Survey::default();
    while let Some(line) = lines.read_line().map_err(device)? {
        let text = &line.text;
        if text.contains('\0') {
            survey.binary = true;
            break;
        }
        if line.flaw == Some(Flaw::NotText) {
            survey.foreign += 1;
            if survey.sample.is_empty() {
                survey.sample = sample(text);
            }
        } else if !text.is_ascii() {
            survey.beyond += 1;
            survey.garbled +=
                u64::from(["Ã©", "Ã¨", "â€™", "Ã¼", "Â "].iter().any(|s| text.contains(s)));
        }
        if !text.trim_matches([';', ',', '\t', '|', ' ', '\u{feff}']).is_empty() {
            (survey.filled, survey.last) = (survey.filled + 1, line.number);
            if survey.first.len() < ROWS {
                survey.first.push((line.number, line.text));
            }
        }
    }
    Ok(survey)
}

/// The word with the first strange letter, so that somebody can judge it.
fn sample(text: &str) -> String {
    let words = text.split([';', ',', '\t', '|', '"']);
    let mut strange = words.filter(|words| !words.is_ascii());
    strange.next().unwrap_or_default().trim().chars().take(40).collect()
}

/// The separator that a first line `sep=;` names.
fn declared(text: &str) -> Option<char> {
    let text = text.trim().trim_start_matches('\u{feff}').trim_matches('"');
    let rest = text.strip_prefix("sep=").or_else(|| text.strip_prefix("SEP="))?;
    let mut signs = rest.chars();
    signs.next().filter(|_| signs.as_str().is_empty()).or(Some('\t').filter(|_| rest.is_empty()))
}

/// The separator under which most headings are known, or else the one that stands most often.
fn separator(rows: &[(u64, String)]) -> char {
    let score = |separator: &char| {
        let split = |text: &str| split(text, *separator).cells;
        let rows = rows.iter().map(|(_, text)| {
            let cells = split(text);
            (Mapping::of(cells.clone()).known(), cells.len())
        });
        rows.max().unwrap_or_default()
    };
    [';', ',', '\t', '|'].into_iter().rev().max_by_key(score).unwrap_or(';')
}

/// The row with the headings: the first of which two are known, or else the very first.
fn heading(rows: &[(u64, Vec<String>)]) -> Option<(u64, Vec<String>)> {
    let known = |cells: &[String]| Mapping::of(cells.to_vec()).known();
    let found = rows.iter().find(|(_, cells)| known(cells) >= 2).or_else(|| rows.first())?;
    let (line, mut cells) = found.clone();
    while cells.len() > 1 && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    Some((line, cells))
}

fn sheet(named: &Named) -> Result<Glance, Fault> {
    let path = &named.path;
    let sheets = book::sheets(path)?;
    let name = match &named.sheet {
        Some(told) => {
            let mut all = sheets.shown.iter().chain(&sheets.hidden);
            let told = told.trim();
            let found = all.find(|name| name.trim().eq_ignore_ascii_case(told)).cloned();
            found.ok_or(Fault::List { why: Misfit::NoSheet, about: told.to_owned() })?
        }
        None => sheets.shown.first().cloned().ok_or_else(|| list(Misfit::Empty))?,
    };
    let mut rows: Vec<(u64, Vec<String>)> = vec![];
    let mut last = 0;
    book::rows(path, &name, &mut |row: Row| {
        last = row.line;
        rows.push((row.line, row.cells.into_iter().map(|cell| cell.text).collect()));
        Ok(if rows.len() < ROWS { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    })?;
    let (line, headings) = heading(&rows).ok_or_else(|| list(Misfit::Empty))?;
    if last <= line {
        return Err(list(Misfit::OnlyHeading));
    }
    let mut notes = vec![];
    let others: Vec<&str> =
        sheets.shown.iter().filter(|other| **other != name).map(String::as_str).collect();
    if !others.is_empty() {
        notes.push(format!("Yang dibaca lembar {name}; tidak dibaca: {}.", others.join(", ")));
    }
    if !sheets.hidden.is_empty() {
        notes.push(format!("Lembar tersembunyi: {}.", sheets.hidden.join(", ")));
    }
    Ok(Glance {
        path: path.clone(),
        form: Form::Sheet { name },
        line,
        headings,
        size: 0,
        print: 0,
        notes,
    })
}

impl Glance {
    /// The kind of file in words: `CSV UTF-8, dipisah ;`.
    #[must_use]
    pub fn words(&self) -> String {
        match &self.form {
            Form::Sheet { name } => format!("XLSX, lembar {name}"),
            Form::Text { letters, separator: '\t', .. } => {
                format!("CSV {}, dipisah tabulator", letters.label())
            }
            Form::Text { letters, separator, .. } => {
                format!("CSV {}, dipisah {separator}", letters.label())
            }
        }
    }
}

const fn list(why: Misfit) -> Fault {
    Fault::List { why, about: String::new() }
}

/// What a file says that cannot be read.
#[must_use]
pub const fn device(why: std::io::Error) -> Fault {
    Fault::Device { name: "berkas itu", why }
}
