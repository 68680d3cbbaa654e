//! The language of letter templates: lines of text that an office can read and change.
//!
//! ```text
//! # a remark
//! baris: Nomor | {{nomor}}
//! {{#jika berkas}}
//! butir: {{berkas}}
//! {{/jika}}
//! ```
//!
//! Each line begins with a [`Mark`] and a colon, its parts are parted by `|`, an empty line gives
//! room. `{{x}}` stands for the field x; what is between `{{#jika x}}` and `{{/jika}}` is left out
//! when x is empty. Conditions may stand within a line, around lines, and within each other.
//!
//! # Why
//! The template is taken apart before any value is put in, and a value never leaves its part of its
//! line: whatever a resident is called, a name stays text.
use crate::{
    domain::choice::Choice as _,
    fault::Fault,
    letter::{
        field::Fields,
        filled::{Filled, Row},
        mark::Mark,
    },
};

/// A template, or a piece of one, and the name it is blamed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source<'a> {
    pub name: &'a str,
    pub text: &'a str,
}

/// A piece of a line.
enum Token<'a> {
    Text(&'a str),
    Value(&'a str),
    If(&'a str),
    End,
}

/// A condition that is not closed yet.
struct Open {
    met: bool,
    line: usize,
}

/// Puts the values into the template; `sources` follow each other on the paper.
///
/// A fault in the template is refused with the file, the line and what is wrong there.
pub fn fill(sources: &[Source<'_>], fields: &Fields) -> Result<Filled, Fault> {
    let mut rows = Vec::new();
    for source in sources {
        let blame = |line: usize, why: String| Fault::Template {
            piece: source.name.to_owned(),
            line: Some(line),
            why,
        };
        let mut open: Vec<Open> = Vec::new();
        for (line, text) in (1..).zip(source.text.lines()) {
            let row = row(text, line, (fields, &mut open)).map_err(|why| blame(line, why))?;
            rows.extend(row);
        }
        if let Some(Open { line, .. }) = open.pop() {
            return Err(blame(line, "{{#jika …}} belum ditutup dengan {{/jika}}".to_owned()));
        }
    }
    Ok(Filled::new(&rows))
}

/// One line, or nothing where it is a remark, a mere condition, or left out.
fn row(
    text: &str,
    line: usize,
    (fields, open): (&Fields, &mut Vec<Open>),
) -> Result<Option<Row>, String> {
    let text = text.trim();
    let shown = open.iter().all(|condition| condition.met);
    if text.starts_with('#') {
        return Ok(None);
    }
    if text.is_empty() {
        return Ok(shown.then(|| Row { mark: Mark::Gap, parts: Vec::new() }));
    }
    let (mark, rest) = match text.split_once(':') {
        Some((name, rest)) if !name.contains("{{") => {
            let unknown = || format!("penanda \"{name}:\" tidak dikenal");
            (Some(Mark::coded(name.trim()).ok_or_else(unknown)?), rest)
        }
        _ => (None, text),
    };
    let tokens = tokens(rest)?;
    let words = |token: &Token<'_>| match token {
        Token::Text(text) => !text.trim().is_empty(),
        Token::Value(_) => true,
        Token::If(_) | Token::End => false,
    };
    if mark.is_none() && tokens.iter().any(words) {
        return Err("harus diawali penanda dan titik dua, misalnya par:".to_owned());
    }
    let parts = parts(&tokens, line, (fields, open))?;
    let Some(mark) = mark else { return Ok(None) };
    let (least, most) = mark.parts();
    let given = if most == 0 && parts.iter().all(String::is_empty) { 0 } else { parts.len() };
    if given < least || given > most {
        return Err(format!("{}: berisi {given} bagian, seharusnya {most}", mark.code()));
    }
    Ok(shown.then(|| Row { mark, parts: parts.into_iter().take(given).collect() }))
}

/// The parts of a line with the values in them.
fn parts(
    tokens: &[Token<'_>],
    line: usize,
    (fields, open): (&Fields, &mut Vec<Open>),
) -> Result<Vec<String>, String> {
    let valued =
        |name: &str| fields.get(name).ok_or_else(|| format!("isian {{{{{name}}}}} tidak dikenal"));
    let mut parts = vec![String::new()];
    for token in tokens {
        let shown = open.iter().all(|condition| condition.met);
        match *token {
            Token::Text(text) => {
                for (nth, piece) in text.split('|').enumerate() {
                    if nth > 0 {
                        parts.push(String::new());
                    }
                    add(&mut parts, piece, shown);
                }
            }
            Token::Value(name) => add(&mut parts, valued(name)?, shown),
            Token::If(name) => open.push(Open { met: !valued(name)?.is_empty(), line }),
            Token::End => {
                open.pop().ok_or("{{/jika}} tanpa {{#jika …}} sebelumnya")?;
            }
        }
    }
    Ok(parts.into_iter().map(|part| part.trim().to_owned()).collect())
}

/// Adds to the last part.
fn add(parts: &mut [String], text: &str, shown: bool) {
    if let Some(part) = parts.last_mut().filter(|_| shown) {
        part.push_str(text);
    }
}

/// Takes a line apart at its braces.
fn tokens(mut rest: &str) -> Result<Vec<Token<'_>>, String> {
    let mut tokens = Vec::new();
    while let Some((before, tail)) = rest.split_once("{{") {
        let (name, after) = tail.split_once("}}").ok_or("{{ belum ditutup dengan }}")?;
        tokens.push(Token::Text(before));
        tokens.push(match name.trim() {
            "/jika" => Token::End,
            name => match name.strip_prefix("#jika ") {
                Some(field) => Token::If(field.trim()),
                None => Token::Value(name),
            },
        });
        rest = after;
    }
    tokens.push(Token::Text(rest));
    Ok(tokens)
}
