//! A dot-matrix printer of 80 columns, with 9 pins or 24: what its orders leave on the paper.
use std::{fmt::Write as _, mem};

/// Characters of 12 to the inch that its carriage reaches.
const CARRIAGE: usize = 96;

/// Code page 437 from 128 on, as the printer's manual has it.
pub(crate) const HIGH: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧\
    ╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

/// A sheet as it came out: its lines from the top, and which of their characters are bold.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) lines: Vec<String>,
    pub(crate) bold: Vec<String>,
    /// How many lines a form of that length has.
    pub(crate) length: usize,
    /// Lines to the inch.
    pub(crate) spacing: usize,
    /// Columns left of the first one.
    pub(crate) margin: usize,
}

/// The printer while it works.
#[derive(Debug)]
struct Carriage<'a> {
    orders: std::slice::Iter<'a, u8>,
    sheets: Vec<Sheet>,
    sheet: Sheet,
    line: Vec<(char, bool)>,
    column: usize,
    bold: bool,
    /// Whether bytes from 128 on are characters, and of code page 437.
    high: [bool; 2],
    pitch: usize,
}

/// Prints; stops at an order that it does not know.
pub(crate) fn printed(orders: &[u8]) -> Vec<Sheet> {
    let mut printer = Carriage {
        orders: orders.iter(),
        sheets: Vec::new(),
        sheet: Sheet::default(),
        line: Vec::new(),
        column: 0,
        bold: false,
        high: [false; 2],
        pitch: 10,
    };
    while let Some(byte) = printer.orders.next() {
        printer.take(*byte);
    }
    assert!(printer.line.is_empty() && printer.sheet.lines.is_empty(), "a sheet is left inside");
    printer.sheets
}

impl Carriage<'_> {
    fn next(&mut self) -> u8 {
        *self.orders.next().expect("an order breaks off")
    }

    fn take(&mut self, byte: u8) {
        match byte {
            b'\r' => self.column = 0,
            b'\n' => {
                let line = mem::take(&mut self.line);
                let shown = |bold: bool| {
                    let sign = |(sign, is): &(char, bool)| if bold && !is { ' ' } else { *sign };
                    line.iter().map(sign).collect::<String>().trim_end().to_owned()
                };
                self.sheet.lines.push(shown(false));
                self.sheet.bold.push(shown(true));
                self.column = 0;
                assert!(self.sheet.lines.len() < self.sheet.length, "the sheet is too short");
            }
            0x0c => {
                assert!(self.line.is_empty(), "a line was not ended");
                let next = Sheet { lines: Vec::new(), bold: Vec::new(), ..self.sheet };
                self.sheets.push(mem::replace(&mut self.sheet, next));
            }
            0x1b => self.order(),
            b' '..=b'~' => self.strike(char::from(byte)),
            128.. => {
                assert_eq!(self.high, [true; 2], "{byte:x} is no character yet");
                self.strike(HIGH.chars().nth(usize::from(byte) - 128).unwrap());
            }
            _ => panic!("byte {byte:x}"),
        }
    }

    fn strike(&mut self, sign: char) {
        assert_eq!(self.pitch, 12);
        assert!(self.sheet.margin + self.column < CARRIAGE, "beyond the carriage");
        if self.line.len() <= self.column {
            self.line.resize(self.column + 1, (' ', false));
        }
        assert_eq!(self.line[self.column].0, ' ', "struck twice");
        self.line[self.column] = (sign, self.bold);
        self.column += 1;
    }

    fn order(&mut self) {
        match self.next() {
            b'@' => {
                assert!(self.line.is_empty(), "an order to begin anew within a line");
                (self.bold, self.high, self.pitch) = (false, [false; 2], 10);
                self.sheet.spacing = 6;
            }
            b'x' => assert!(self.next() < 2),
            b'M' => self.pitch = 12,
            b'6' => self.high[0] = true,
            b'(' => {
                let table: Vec<u8> = (0..6).map(|_| self.next()).collect();
                assert_eq!(table, [b't', 3, 0, 1, 1, 0], "table 1 is code page 437");
            }
            b't' => self.high[1] = self.next() == 1,
            b'O' => {}
            b'2' => self.sheet.spacing = 6,
            b'0' => self.sheet.spacing = 8,
            b'C' => {
                self.sheet.length = usize::from(self.next());
                assert!((1..=127).contains(&self.sheet.length));
            }
            b'l' => self.sheet.margin = usize::from(self.next()),
            b'E' => self.bold = true,
            b'F' => self.bold = false,
            other => panic!("ESC {:?}", char::from(other)),
        }
    }
}

impl Sheet {
    /// Its lines as one text.
    pub(crate) fn text(&self) -> String {
        self.lines.iter().fold(String::new(), |mut text, line| {
            let _ = writeln!(text, "{line}");
            text
        })
    }
}
