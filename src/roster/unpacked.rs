//! What is in a workbook before anybody opens it: its parts, counted and weighed.
//!
//! # Why
//! A workbook is an archive, and an archive can say that it is small and be endless. So its list of
//! parts is read by hand, and every part is unpacked once into nothing, as far as it may go, before
//! the library that reads workbooks sees the file. Shared words are held in memory, sheets are read
//! as they come: so the one may be a little, the other much.
use std::{
    collections::HashSet,
    fs::File,
    io::{self, BufReader, Read, Seek as _, SeekFrom},
};

use flate2::read::DeflateDecoder;
use memchr::memmem;

use crate::domain::misfit::Misfit;

/// The most parts of a workbook.
const PARTS: u64 = 10_000;

/// The most bytes of the list of parts.
const LIST: u64 = 4 << 20;

/// The most bytes of the words that all sheets share.
const WORDS: u64 = 32 << 20;

/// The most bytes of a sheet, and of all sheets together.
const SHEET: u64 = 1 << 30;

/// The most bytes of any other part.
const OTHER: u64 = 16 << 20;

/// The most bytes between two tags.
const RUN: usize = 1 << 20;

/// A part, as the list at the end says.
struct Part {
    name: String,
    packed: u64,
    size: u64,
    at: u64,
    stored: bool,
}

/// Why a workbook is refused, or what the disk says.
pub type Proved<T> = Result<T, Refused>;

/// A refusal.
#[derive(Debug)]
pub enum Refused {
    Misfit(Misfit),
    Disk(io::Error),
}

impl From<io::Error> for Refused {
    /// An archive that ends too soon is no fault of the disk.
    fn from(why: io::Error) -> Self {
        match why.kind() {
            io::ErrorKind::UnexpectedEof
            | io::ErrorKind::InvalidInput
            | io::ErrorKind::InvalidData => Self::Misfit(Misfit::Damaged),
            _ => Self::Disk(why),
        }
    }
}

impl From<Misfit> for Refused {
    fn from(why: Misfit) -> Self {
        Self::Misfit(why)
    }
}

/// What kind of archive this is, should it be no workbook.
pub fn kind(file: &mut File) -> Proved<Misfit> {
    let parts = list(file)?;
    let has = |name: &str| parts.iter().any(|part| part.name == name);
    Ok(if has("xl/workbook.xml") {
        Misfit::Workbook
    } else if has("content.xml") && has("mimetype") {
        Misfit::OpenDocument
    } else {
        Misfit::Packed
    })
}

/// Proves that a workbook is one and can be read in little memory.
pub fn prove(file: &mut File) -> Proved<()> {
    let parts = list(file)?;
    let mut names = HashSet::new();
    for part in &parts {
        let name = part.name.replace('\\', "/");
        let outside = name.starts_with('/')
            || name.contains(':')
            || name.split('/').any(|step| step == ".." || step == ".");
        if outside {
            return Err(Misfit::Paths.into());
        }
        if name.to_lowercase().ends_with("vbaproject.bin") {
            return Err(Misfit::Macros.into());
        }
        if !names.insert(name.to_lowercase()) {
            return Err(Misfit::Damaged.into());
        }
    }
    if !names.contains("xl/workbook.xml") {
        return Err(if names.contains("content.xml") {
            Misfit::OpenDocument
        } else {
            Misfit::Packed
        }
        .into());
    }
    let mut room = SHEET;
    for part in parts.iter().filter(|part| is_read(&part.name)) {
        let most = limit(&part.name).min(room);
        let size = unpacked(file, part, most)?;
        room -= size;
    }
    Ok(())
}

/// Whether anybody reads this part: pictures and the like stay packed.
fn is_read(name: &str) -> bool {
    let name = name.to_lowercase();
    let kinds = [".xml", ".rels"];
    kinds.iter().any(|end| name.ends_with(end)) || !name.contains("/media/")
}

fn limit(name: &str) -> u64 {
    let name = name.to_lowercase();
    if name.ends_with("sharedstrings.xml") {
        WORDS
    } else if name.contains("worksheets/") {
        SHEET
    } else {
        OTHER
    }
}

fn word(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// A length of two bytes.
fn length(bytes: &[u8], at: usize) -> Option<usize> {
    word(bytes, at).map(usize::from)
}

fn long(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?)))
}

fn huge(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn part_of(file: &mut File, at: u64, most: u64) -> io::Result<Vec<u8>> {
    file.seek(SeekFrom::Start(at))?;
    let mut bytes = vec![];
    file.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The list of parts at the end of the archive.
fn list(file: &mut File) -> Proved<Vec<Part>> {
    let size = file.metadata()?.len();
    let from = size.saturating_sub((64 << 10) + 22);
    let tail = part_of(file, from, size)?;
    let end = memmem::rfind(&tail, b"PK\x05\x06").ok_or(Misfit::Damaged)?;
    let record = tail.get(end..).unwrap_or_default();
    let read = || Some((u64::from(word(record, 10)?), long(record, 12)?, long(record, 16)?));
    let (mut count, mut bytes, mut at) = read().ok_or(Misfit::Damaged)?;
    if count == 0xffff || bytes == 0xffff_ffff || at == 0xffff_ffff {
        let pointer = end.checked_sub(20).and_then(|begin| tail.get(begin..)).unwrap_or_default();
        let place = huge(pointer, 8).filter(|_| pointer.starts_with(b"PK\x06\x07"));
        let record = part_of(file, place.ok_or(Misfit::Damaged)?, 56)?;
        let read = || Some((huge(&record, 32)?, huge(&record, 40)?, huge(&record, 48)?));
        (count, bytes, at) =
            read().filter(|_| record.starts_with(b"PK\x06\x06")).ok_or(Misfit::Damaged)?;
    }
    if count > PARTS || bytes > LIST {
        return Err(Misfit::Bomb.into());
    }
    let list = part_of(file, at, bytes)?;
    let (mut parts, mut from) = (vec![], 0);
    while let Some((part, next)) = entry(&list, from)? {
        parts.push(part);
        from = next;
    }
    if parts.len() as u64 == count && count > 0 { Ok(parts) } else { Err(Misfit::Damaged.into()) }
}

/// One line of the list, and where the next one begins.
fn entry(list: &[u8], from: usize) -> Proved<Option<(Part, usize)>> {
    let line = list.get(from..).unwrap_or_default();
    if !line.starts_with(b"PK\x01\x02") {
        return Ok(None);
    }
    let read = || {
        let lengths = [28, 30, 32].map(|at| length(line, at));
        let [name, extra, remark] = lengths;
        let (name, extra, remark) = (name?, extra?, remark?);
        let words = line.get(46..46 + name)?;
        let more = line.get(46 + name..46 + name + extra)?;
        let fields = (word(line, 8)?, word(line, 10)?, long(line, 20)?, long(line, 24)?);
        let at = long(line, 42)?;
        let link = long(line, 38)? >> 28 == 0xa;
        Some((words, more, fields, at, link, from + 46 + name + extra + remark))
    };
    let (name, more, (flags, method, packed, size), at, link, next) =
        read().ok_or(Misfit::Damaged)?;
    if link {
        return Err(Misfit::Paths.into());
    }
    if flags & 1 != 0 {
        return Err(Misfit::OldExcel.into());
    }
    if !matches!(method, 0 | 8) {
        return Err(Misfit::Damaged.into());
    }
    let (size, packed, at) = wide(more, (size, packed, at)).ok_or(Misfit::Damaged)?;
    let name = String::from_utf8_lossy(name).into_owned();
    Ok(Some((Part { name, packed, size, at, stored: method == 0 }, next)))
}

/// The sizes and the place, where they are too large for the line itself.
fn wide(more: &[u8], told: (u64, u64, u64)) -> Option<(u64, u64, u64)> {
    let (mut size, mut packed, mut at) = told;
    let mut rest = more;
    while let (Some(kind), Some(long_field)) = (word(rest, 0), length(rest, 2)) {
        let field = rest.get(4..4 + long_field)?;
        if kind == 1 {
            let mut from = 0;
            for value in [&mut size, &mut packed, &mut at] {
                if *value == 0xffff_ffff {
                    *value = huge(field, from)?;
                    from += 8;
                }
            }
        }
        rest = rest.get(4 + long_field..)?;
    }
    Some((size, packed, at))
}

/// Unpacks a part into nothing, and returns its bytes.
fn unpacked(file: &mut File, part: &Part, most: u64) -> Proved<u64> {
    if part.size > most {
        return Err(Misfit::Bomb.into());
    }
    let head = part_of(file, part.at, 30)?;
    let read = || Some(30 + u64::from(word(&head, 26)?) + u64::from(word(&head, 28)?));
    let skip = read().filter(|_| head.starts_with(b"PK\x03\x04")).ok_or(Misfit::Damaged)?;
    file.seek(SeekFrom::Start(part.at + skip))?;
    let packed = BufReader::with_capacity(64 << 10, file.take(part.packed));
    let mut from: Box<dyn Read> =
        if part.stored { Box::new(packed) } else { Box::new(DeflateDecoder::new(packed)) };
    let mut piece = vec![0; 64 << 10];
    let (mut size, mut run, mut tail) = (0_u64, 0_usize, Vec::<u8>::new());
    loop {
        let read = from.read(&mut piece)?;
        if read == 0 {
            break;
        }
        let bytes = &piece[..read];
        size += read as u64;
        if size > most || size > part.size {
            return Err(Misfit::Bomb.into());
        }
        let last = memchr::memrchr(b'<', bytes);
        run = last.map_or(run + read, |at| read - at);
        if run > RUN {
            return Err(Misfit::Bomb.into());
        }
        tail.extend_from_slice(bytes);
        let entities: [&[u8]; 2] = [b"<!DOCTYPE", b"<!ENTITY"];
        if entities.iter().any(|sign| memmem::find(&tail, sign).is_some()) {
            return Err(Misfit::Entities.into());
        }
        promises(&part.name, &tail, part.size)?;
        tail.drain(..tail.len().saturating_sub(64));
    }
    if size == part.size { Ok(size) } else { Err(Misfit::Damaged.into()) }
}

/// Refuses a count of shared words that the part cannot hold: room is made for it before any is
/// read.
fn promises(name: &str, begin: &[u8], size: u64) -> Proved<()> {
    if !name.to_lowercase().ends_with("sharedstrings.xml") {
        return Ok(());
    }
    let sign = b"uniqueCount";
    for at in memmem::find_iter(begin, sign) {
        let digits = begin.get(at + sign.len()..).unwrap_or_default().iter();
        let digits = digits.skip_while(|byte| matches!(byte, b'=' | b'"' | b'\'' | b' '));
        let digits: Vec<u8> = digits.take_while(|b| b.is_ascii_digit()).copied().take(20).collect();
        let count: u128 = String::from_utf8_lossy(&digits).parse().unwrap_or_default();
        if count > u128::from(size / 8) {
            return Err(Misfit::Bomb.into());
        }
    }
    Ok(())
}
