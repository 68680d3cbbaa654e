//! Pages drawn by a printer's driver under Windows (GDI).
//!
//! # Why
//! The letter font has the measures of Arial, which every Windows has, and each character is put
//! where the page says: the driver neither breaks lines nor moves words. The paper is asked of the
//! driver for this job alone (its folio is 215.9 x 330.2 mm, the F4 of the shops); one that does not
//! know it keeps its own, and the page its size.
#![allow(unsafe_code, reason = "Windows draws for C only; all of it stands here")]
use std::{io, mem::size_of, ptr::null, ptr::null_mut};

use windows_sys::Win32::{
    Graphics::{
        Gdi::{
            BLACKNESS, CLIP_DEFAULT_PRECIS, CreateDCW, CreateFontW, DEFAULT_CHARSET, DEVMODEW,
            DM_IN_BUFFER, DM_OUT_BUFFER, DM_PAPERLENGTH, DM_PAPERSIZE, DM_PAPERWIDTH, DMPAPER_A4,
            DMPAPER_FOLIO, DMPAPER_USER, DeleteDC, DeleteObject, ExtTextOutW, FW_BOLD, FW_NORMAL,
            GetDeviceCaps, HDC, LOGPIXELSX, LOGPIXELSY, OUT_TT_PRECIS, PHYSICALOFFSETX,
            PHYSICALOFFSETY, PatBlt, SelectObject, SetBkMode, SetTextAlign, TA_BASELINE,
            TRANSPARENT,
        },
        Printing::{DocumentPropertiesW, PRINTER_HANDLE},
    },
    Storage::Xps::{AbortDoc, DOCINFOW, EndDoc, EndPage, StartDocW, StartPage},
};

use crate::{
    fault::Fault,
    print::{
        face::{self, POINT},
        page::{Document, Line, Page, Paper},
        qr,
    },
};

/// A font of the measures of the letter font.
const FONT: &str = "Arial";

/// Millimetres in an inch.
const INCH: f32 = 25.4;

/// Paper to draw on; dropping it gives it back.
struct Canvas {
    paper: HDC,
    /// Dots in a millimetre, across and down.
    dots: (f32, f32),
    /// Where the first dot is, in dots from the corner of the paper.
    corner: (i32, i32),
}

impl Drop for Canvas {
    fn drop(&mut self) {
        // SAFETY: it came from CreateDCW and is given back once.
        unsafe { DeleteDC(self.paper) };
    }
}

/// Draws a document on a printer that is open; the number of its job.
pub(crate) fn drawn(
    name: &str,
    printer: PRINTER_HANDLE,
    document: &Document,
) -> Result<i32, Fault> {
    let canvas = Canvas::of(name, printer, document.paper).map_err(broken)?;
    let title = wide("Loket");
    let about = DOCINFOW {
        cbSize: i32::try_from(size_of::<DOCINFOW>()).unwrap_or_default(),
        lpszDocName: title.as_ptr(),
        ..DOCINFOW::default()
    };
    // SAFETY: the canvas is a printer's, and the words about the job outlive the call.
    let id = begun(unsafe { StartDocW(canvas.paper, &raw const about) })?;
    for page in &document.pages {
        // SAFETY: a job was begun.
        let drawn = begun(unsafe { StartPage(canvas.paper) })
            .and_then(|_| canvas.draw(page))
            // SAFETY: a page was begun.
            .and_then(|()| begun(unsafe { EndPage(canvas.paper) }));
        if let Err(fault) = drawn {
            // SAFETY: a job was begun.
            unsafe { AbortDoc(canvas.paper) };
            return Err(fault);
        }
    }
    // SAFETY: a job was begun and its pages have ended.
    begun(unsafe { EndDoc(canvas.paper) })?;
    Ok(id)
}

impl Canvas {
    /// The paper of a printer.
    fn of(name: &str, printer: PRINTER_HANDLE, paper: Paper) -> io::Result<Self> {
        let name = wide(name);
        let mode = mode(&name, printer, paper);
        let mode = mode.as_ref().map_or(null(), |mode| mode.as_ptr().cast::<DEVMODEW>());
        // SAFETY: the name ends with a zero; the mode is what the driver itself made, or none.
        let paper = unsafe { CreateDCW(null(), name.as_ptr(), null(), mode) };
        if paper.is_null() {
            return Err(io::Error::last_os_error());
        }
        // SAFETY: the canvas was made above.
        let told = |what: u32| unsafe { GetDeviceCaps(paper, what.cast_signed()) };
        let dots = (float(told(LOGPIXELSX)) / INCH, float(told(LOGPIXELSY)) / INCH);
        let corner = (told(PHYSICALOFFSETX), told(PHYSICALOFFSETY));
        Ok(Self { paper, dots, corner })
    }

    fn draw(&self, page: &Page) -> Result<(), Fault> {
        // SAFETY: the canvas is open; both only say how it is to be drawn on.
        unsafe {
            SetBkMode(self.paper, TRANSPARENT.cast_signed());
            SetTextAlign(self.paper, TA_BASELINE);
        }
        for rule in &page.rules {
            let half = rule.thickness / 2.0;
            self.fill([rule.x1, rule.y - half, rule.x2, rule.y + half]);
        }
        for square in &page.squares {
            qr::bars(square)?.into_iter().for_each(|bar| self.fill(bar));
        }
        page.lines.iter().try_for_each(|line| self.write(line))
    }

    /// Fills a rectangle: left, top, right, bottom, in millimetres; at least one dot thick.
    fn fill(&self, [left, top, right, bottom]: [f32; 4]) {
        let ((x, y), (to_x, to_y)) = (self.at(left, top), self.at(right, bottom));
        let (width, height) = ((to_x - x).max(1), (to_y - y).max(1));
        // SAFETY: the canvas is open.
        unsafe { PatBlt(self.paper, x, y, width, height, BLACKNESS) };
    }

    /// Writes a line, each of its characters where the letter font has it.
    fn write(&self, line: &Line) -> Result<(), Fault> {
        let height = -round(line.size * POINT * self.dots.1);
        let (weight, name) = (if line.bold { FW_BOLD } else { FW_NORMAL }, wide(FONT));
        let (set, precise) = (u32::from(DEFAULT_CHARSET), u32::from(OUT_TT_PRECIS));
        let clip = u32::from(CLIP_DEFAULT_PRECIS);
        // SAFETY: the name ends with a zero and outlives the call.
        let font = unsafe {
            CreateFontW(
                height,
                0,
                0,
                0,
                weight.cast_signed(),
                0,
                0,
                0,
                set,
                precise,
                clip,
                0,
                0,
                name.as_ptr(),
            )
        };
        // SAFETY: the canvas is open, the font was made above or is none, which changes nothing.
        let before = unsafe { SelectObject(self.paper, font) };
        let (units, steps) = self.steps(line);
        let (x, y) = self.at(face::span(line).0, line.y);
        let count = u32::try_from(units.len()).unwrap_or_default();
        // SAFETY: there is a step for each of the `count` units.
        let written = unsafe {
            ExtTextOutW(self.paper, x, y, 0, null(), units.as_ptr(), count, steps.as_ptr())
        };
        // SAFETY: the font is no longer in use once the one before it is back.
        unsafe {
            SelectObject(self.paper, before);
            DeleteObject(font);
        }
        begun(written).map(|_| ())
    }

    /// The characters of a line and how many dots each goes on; together never off by a dot.
    fn steps(&self, line: &Line) -> (Vec<u16>, Vec<i32>) {
        let (mut units, mut steps) = (Vec::new(), Vec::new());
        let (mut end, mut set) = (0.0, 0);
        for letter in line.text.chars() {
            end += face::shape(letter, line.bold).advance * line.size * POINT * self.dots.0;
            let mut pair = [0; 2];
            for (nth, unit) in letter.encode_utf16(&mut pair).iter().enumerate() {
                units.push(*unit);
                steps.push(if nth == 0 { round(end) - set } else { 0 });
            }
            set = round(end);
        }
        (units, steps)
    }

    /// A place on the paper in dots.
    fn at(&self, x: f32, y: f32) -> (i32, i32) {
        (round(x * self.dots.0) - self.corner.0, round(y * self.dots.1) - self.corner.1)
    }
}

/// How a printer is set, with that paper in it; `None` where its driver does not say.
fn mode(name: &[u16], printer: PRINTER_HANDLE, paper: Paper) -> Option<Vec<u64>> {
    // SAFETY: the printer is open; without buffers only the size is told.
    let size =
        unsafe { DocumentPropertiesW(null_mut(), printer, name.as_ptr(), null_mut(), null(), 0) };
    let size = usize::try_from(size).ok().filter(|size| *size >= size_of::<DEVMODEW>())?;
    let mut buffer = vec![0_u64; size.div_ceil(8)];
    let mode = buffer.as_mut_ptr().cast::<DEVMODEW>();
    let ask = move |input: *const DEVMODEW, flags: u32| {
        // SAFETY: the buffer has the size that the driver asked for, and is aligned.
        unsafe { DocumentPropertiesW(null_mut(), printer, name.as_ptr(), mode, input, flags) }
    };
    if ask(null(), DM_OUT_BUFFER) < 0 {
        return None;
    }
    let tenths = |length: f32| i16::try_from(round(length * 10.0)).unwrap_or_default();
    // SAFETY: the driver has filled the buffer; for a printer the first of both meanings holds.
    unsafe {
        let sheet = &mut (*mode).Anonymous1.Anonymous1;
        (*mode).dmFields |= DM_PAPERSIZE;
        let known = match paper {
            Paper::A4 => DMPAPER_A4,
            Paper::F4 => DMPAPER_FOLIO,
            Paper::F4Narrow => {
                (*mode).dmFields |= DM_PAPERLENGTH | DM_PAPERWIDTH;
                sheet.dmPaperLength = tenths(paper.height());
                sheet.dmPaperWidth = tenths(paper.width());
                DMPAPER_USER
            }
        };
        sheet.dmPaperSize = i16::try_from(known).unwrap_or_default();
    }
    (ask(mode, DM_IN_BUFFER | DM_OUT_BUFFER) >= 0).then_some(buffer)
}

/// A text as Windows takes it, with its zero.
pub(crate) fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().filter(|unit| *unit != 0).chain([0]).collect()
}

fn begun(answer: i32) -> Result<i32, Fault> {
    if answer > 0 { Ok(answer) } else { Err(broken(io::Error::last_os_error())) }
}

const fn broken(why: io::Error) -> Fault {
    Fault::Device { name: "printer", why }
}

/// The nearest whole number of dots.
#[allow(clippy::cast_possible_truncation, reason = "dots on a sheet of paper")]
const fn round(length: f32) -> i32 {
    length.round() as i32
}

#[allow(clippy::cast_precision_loss, reason = "dots in an inch")]
const fn float(number: i32) -> f32 {
    number as f32
}
