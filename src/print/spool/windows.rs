//! The queues of Windows, through its spooler.
//!
//! # Why
//! Pages are drawn by the printer's driver, because most office printers understand nothing else;
//! a PDF could only be handed to whatever program is there to open it, which says nothing of what
//! became of it. Bytes for slips and dot-matrix go past the driver as `RAW`. A job that has been
//! printed is forgotten by the spooler: what it does not know may be printed or deleted.
#![allow(unsafe_code, reason = "Windows knows its printers in C only; all of it stands here")]
use std::{
    io,
    ptr::{null, null_mut},
    slice,
};

use windows_sys::{
    Win32::{
        Foundation::ERROR_INVALID_PRINTER_NAME,
        Graphics::Printing::{
            AbortPrinter, ClosePrinter, DOC_INFO_1W, EndDocPrinter, EndPagePrinter, EnumPrintersW,
            GetDefaultPrinterW, GetJobW, GetPrinterW, JOB_INFO_1W, JOB_STATUS_BLOCKED_DEVQ,
            JOB_STATUS_COMPLETE, JOB_STATUS_DELETED, JOB_STATUS_DELETING, JOB_STATUS_ERROR,
            JOB_STATUS_OFFLINE, JOB_STATUS_PAPEROUT, JOB_STATUS_PAUSED, JOB_STATUS_PRINTED,
            JOB_STATUS_USER_INTERVENTION, OpenPrinterW, PRINTER_ATTRIBUTE_WORK_OFFLINE,
            PRINTER_ENUM_CONNECTIONS, PRINTER_ENUM_LOCAL, PRINTER_HANDLE, PRINTER_INFO_4W,
            PRINTER_INFO_6, PRINTER_STATUS_DOOR_OPEN, PRINTER_STATUS_ERROR,
            PRINTER_STATUS_NO_TONER, PRINTER_STATUS_NOT_AVAILABLE, PRINTER_STATUS_OFFLINE,
            PRINTER_STATUS_PAPER_JAM, PRINTER_STATUS_PAPER_OUT, PRINTER_STATUS_PAUSED,
            PRINTER_STATUS_USER_INTERVENTION, StartDocPrinterW, StartPagePrinter, WritePrinter,
        },
    },
    core::BOOL,
};

use crate::{
    fault::Fault,
    print::spool::{
        drawn::windows::{drawn, wide},
        job::{Condition, Job, Load, Progress, refused},
        programs::Programs,
        words,
    },
};

const AWAY: &str = "printer mati atau tidak tersambung";
const EMPTY: &str = "kertas habis";
const LOOK: &str = "printer minta diperiksa";

/// What hinders a job.
const HELD: &[(u32, &str)] = &[
    (JOB_STATUS_PAPEROUT, EMPTY),
    (JOB_STATUS_OFFLINE, AWAY),
    (JOB_STATUS_PAUSED, words::STOPPED),
    (JOB_STATUS_ERROR | JOB_STATUS_USER_INTERVENTION | JOB_STATUS_BLOCKED_DEVQ, LOOK),
];

/// What hinders a printer.
const STOPPED: &[(u32, &str)] = &[
    (PRINTER_STATUS_PAPER_OUT, EMPTY),
    (PRINTER_STATUS_PAPER_JAM, "kertas macet"),
    (PRINTER_STATUS_NO_TONER, "tinta atau toner habis"),
    (PRINTER_STATUS_DOOR_OPEN, "tutup printer terbuka"),
    (PRINTER_STATUS_OFFLINE | PRINTER_STATUS_NOT_AVAILABLE, AWAY),
    (PRINTER_STATUS_PAUSED, words::STOPPED),
    (PRINTER_STATUS_ERROR | PRINTER_STATUS_USER_INTERVENTION, LOOK),
];

/// A printer that was opened; dropping it closes it.
struct Opened(PRINTER_HANDLE);

impl Opened {
    /// The printer of that name; `None` where there is no such.
    fn of(name: &str) -> Result<Option<Self>, Fault> {
        let (name, mut handle) = (wide(name), PRINTER_HANDLE::default());
        // SAFETY: the name ends with a zero and outlives the call, as does the place for the handle.
        if unsafe { OpenPrinterW(name.as_ptr(), &raw mut handle, null()) } != 0 {
            return Ok(Some(Self(handle)));
        }
        let why = io::Error::last_os_error();
        let missing = why.raw_os_error().and_then(|code| u32::try_from(code).ok());
        if missing == Some(ERROR_INVALID_PRINTER_NAME) { Ok(None) } else { Err(broken(why)) }
    }
}

impl Drop for Opened {
    fn drop(&mut self) {
        // SAFETY: the handle came from OpenPrinterW and is closed once.
        unsafe { ClosePrinter(self.0) };
    }
}

/// The names of the queues, those of other computers included.
pub(crate) fn queues(_: &Programs) -> Result<Vec<String>, Fault> {
    let mut count = 0;
    let buffer = filled(|buffer, size, needed| {
        let flags = PRINTER_ENUM_LOCAL | PRINTER_ENUM_CONNECTIONS;
        // SAFETY: the buffer holds `size` bytes, and both counts outlive the call.
        unsafe { EnumPrintersW(flags, null(), 4, buffer, size, needed, &raw mut count) }
    })
    .map_err(broken)?;
    if buffer.is_empty() {
        return Ok(Vec::new());
    }
    // SAFETY: the spooler has put `count` entries at the beginning of the buffer, which is aligned
    // for them and holds their names as well.
    let entries =
        unsafe { slice::from_raw_parts(buffer.as_ptr().cast::<PRINTER_INFO_4W>(), count as usize) };
    Ok(entries.iter().map(|entry| text(entry.pPrinterName)).collect())
}

/// Draws pages, passes bytes on.
pub(crate) fn print(_: &Programs, queue: Option<&str>, load: Load<'_>) -> Result<Job, Fault> {
    let name = match queue {
        Some(name) => name.to_owned(),
        None => main().ok_or_else(|| refused(words::NO_DEFAULT))?,
    };
    let printer = Opened::of(&name)?.ok_or_else(|| refused(words::NO_QUEUE))?;
    let id = match load {
        Load::Pages(document) => drawn(&name, printer.0, document)?.cast_unsigned(),
        Load::Raw(bytes) => raw(&printer, bytes).map_err(broken)?,
    };
    Ok(Job::Queued(format!("{name}-{id}")))
}

/// The name of the queue that is printed on where none is named.
fn main() -> Option<String> {
    let mut size = 0;
    // SAFETY: without a buffer only the size is told.
    unsafe { GetDefaultPrinterW(null_mut(), &raw mut size) };
    let mut name = vec![0_u16; size as usize];
    // SAFETY: the buffer holds `size` characters.
    let known = unsafe { GetDefaultPrinterW(name.as_mut_ptr(), &raw mut size) } != 0;
    (known && !name.is_empty()).then(|| text(name.as_ptr()))
}

/// Passes bytes to a printer; the number of their job.
fn raw(printer: &Opened, bytes: &[u8]) -> io::Result<u32> {
    let (mut title, mut kind) = (wide("Loket"), wide("RAW"));
    let about = DOC_INFO_1W {
        pDocName: title.as_mut_ptr(),
        pOutputFile: null_mut(),
        pDatatype: kind.as_mut_ptr(),
    };
    // SAFETY: the printer is open, and the words about the job end with zeros and outlive the call.
    let id = unsafe { StartDocPrinterW(printer.0, 1, &raw const about) };
    if id == 0 {
        return Err(io::Error::last_os_error());
    }
    let written = written(printer, bytes);
    if written.is_err() {
        // SAFETY: the job was begun above.
        unsafe { AbortPrinter(printer.0) };
    }
    written.map(|()| id)
}

/// Writes one page of bytes and ends the job.
fn written(printer: &Opened, bytes: &[u8]) -> io::Result<()> {
    // SAFETY: a job was begun.
    done(unsafe { StartPagePrinter(printer.0) })?;
    let mut rest = bytes;
    while !rest.is_empty() {
        let (most, mut taken) = (u32::try_from(rest.len()).unwrap_or(u32::MAX), 0);
        // SAFETY: `rest` holds `most` bytes.
        done(unsafe { WritePrinter(printer.0, rest.as_ptr().cast(), most, &raw mut taken) })?;
        if taken == 0 {
            return Err(io::ErrorKind::WriteZero.into());
        }
        rest = rest.get(taken as usize..).unwrap_or_default();
    }
    // SAFETY: a page and a job were begun.
    done(unsafe { EndPagePrinter(printer.0) })?;
    // SAFETY: as above.
    done(unsafe { EndDocPrinter(printer.0) })
}

/// How far a job has come, by its name.
pub(crate) fn progress(_: &Programs, id: &str) -> Result<Progress, Fault> {
    let parts = id.rsplit_once('-').and_then(|(name, nth)| Some((name, nth.parse().ok()?)));
    let Some((name, nth)) = parts else { return Ok(Progress::Unknown) };
    let Some(printer) = Opened::of(name)? else { return Ok(Progress::Unknown) };
    let told = filled(|buffer, size, needed| {
        // SAFETY: the printer is open and the buffer holds `size` bytes.
        unsafe { GetJobW(printer.0, nth, 1, buffer, size, needed) }
    });
    let Ok(told) = told.map(|told| entry::<JOB_INFO_1W>(&told).map(|job| job.Status)) else {
        return Ok(Progress::Unknown);
    };
    let Some(status) = told else { return Ok(Progress::Unknown) };
    let is = |flags: u32| status & flags != 0;
    Ok(match HELD.iter().find(|(flags, _)| is(*flags)) {
        _ if is(JOB_STATUS_DELETING | JOB_STATUS_DELETED) => {
            Progress::Failed(words::CANCELLED.to_owned())
        }
        _ if is(JOB_STATUS_PRINTED | JOB_STATUS_COMPLETE) => Progress::Printed,
        Some((_, why)) => Progress::Held((*why).to_owned()),
        None => Progress::Queued,
    })
}

/// Whether a queue, or the default one, would print.
pub(crate) fn condition(_: &Programs, queue: Option<&str>) -> Result<Condition, Fault> {
    let Some(name) = queue.map(str::to_owned).or_else(main) else { return Ok(Condition::Missing) };
    let Some(printer) = Opened::of(&name)? else { return Ok(Condition::Missing) };
    let told = |level| {
        filled(|buffer, size, needed| {
            // SAFETY: the printer is open and the buffer holds `size` bytes.
            unsafe { GetPrinterW(printer.0, level, buffer, size, needed) }
        })
        .unwrap_or_default()
    };
    let status = entry::<PRINTER_INFO_6>(&told(6)).map_or(0, |printer| printer.dwStatus);
    let traits = entry::<PRINTER_INFO_4W>(&told(4)).map_or(0, |printer| printer.Attributes);
    let why = STOPPED.iter().find(|(flags, _)| status & flags != 0).map(|(_, why)| *why);
    let why = why.or_else(|| (traits & PRINTER_ATTRIBUTE_WORK_OFFLINE != 0).then_some(AWAY));
    Ok(why.map_or(Condition::Ready, |why| Condition::Stopped(why.to_owned())))
}

/// What is told in a buffer of the size that it takes; aligned for every entry.
fn filled(ask: impl FnMut(*mut u8, u32, &mut u32) -> BOOL) -> io::Result<Vec<u64>> {
    let (mut ask, mut needed) = (ask, 0);
    if ask(null_mut(), 0, &mut needed) == 0 && needed == 0 {
        return Err(io::Error::last_os_error());
    }
    let mut buffer = vec![0_u64; (needed as usize).div_ceil(8)];
    if !buffer.is_empty() {
        done(ask(buffer.as_mut_ptr().cast(), needed, &mut needed))?;
    }
    Ok(buffer)
}

/// The entry at the beginning of a buffer, if it is large enough.
fn entry<T: Copy>(buffer: &[u64]) -> Option<T> {
    let whole = size_of_val(buffer) >= size_of::<T>();
    // SAFETY: the buffer is aligned for every entry of the spooler, which are plain numbers and
    // pointers, and long enough.
    whole.then(|| unsafe { buffer.as_ptr().cast::<T>().read() })
}

fn done(answer: BOOL) -> io::Result<()> {
    if answer == 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}

/// A text of Windows.
fn text(start: *const u16) -> String {
    if start.is_null() {
        return String::new();
    }
    let mut length = 0;
    // SAFETY: texts of the spooler end with a zero.
    while unsafe { *start.add(length) } != 0 {
        length += 1;
    }
    // SAFETY: so many units stand before the zero.
    String::from_utf16_lossy(unsafe { slice::from_raw_parts(start, length) })
}

const fn broken(why: io::Error) -> Fault {
    Fault::Device { name: "printer", why }
}
