//! A thermal printer: what its orders leave on the roll.

use crate::paper::dotmatrix::HIGH;

/// What came out, from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Strip {
    /// Characters in their columns, whether any is bold, and how often as high as others.
    Line { text: String, bold: bool, height: u8 },
    /// A square in the middle and the dots of its modules.
    Square { content: String, dots: u8 },
}

/// The printer while it works.
#[derive(Debug, Default)]
struct Head<'a> {
    orders: std::slice::Iter<'a, u8>,
    roll: Vec<Strip>,
    text: String,
    /// Of the characters, and of any of this line.
    bold: [bool; 2],
    height: [u8; 2],
    /// How often as wide as others, less one.
    wide: u8,
    middle: bool,
    /// Whether a byte from 128 on is a character.
    single: bool,
    dots: u8,
    content: Vec<u8>,
    cut: bool,
}

/// Prints on a roll of that many columns; stops at an order that it does not know, and at whatever
/// does not fit.
pub(crate) fn printed(orders: &[u8], columns: usize) -> Vec<Strip> {
    let mut head = Head { orders: orders.iter(), ..Head::default() };
    while let Some(byte) = head.orders.next() {
        assert!(!head.cut, "something comes after the cut");
        head.take(*byte);
        assert!(head.text.chars().count() <= columns, "{:?} is too long", head.text);
    }
    assert!(head.cut && head.text.is_empty(), "the slip is left inside");
    head.roll
}

impl Head<'_> {
    fn next(&mut self) -> u8 {
        *self.orders.next().expect("an order breaks off")
    }

    fn take(&mut self, byte: u8) {
        match byte {
            b'\n' => {
                let text = std::mem::take(&mut self.text).trim_end().to_owned();
                let (bold, height) = (self.bold[1], self.height[1]);
                if !self.middle {
                    self.roll.push(Strip::Line { text, bold, height: height.max(1) });
                }
                (self.bold[1], self.height[1]) = (self.bold[0], 1);
            }
            b' '..=b'~' => self.strike(char::from(byte)),
            128.. => {
                assert!(self.single, "{byte:x} begins a character of two bytes");
                self.strike(HIGH.chars().nth(usize::from(byte) - 128).unwrap());
            }
            0x1b => match self.next() {
                b'@' => *self = Head { orders: self.orders.clone(), ..Head::default() },
                b't' => assert_eq!(self.next(), 0, "code page 437"),
                b'E' => {
                    self.bold[0] = self.next() == 1;
                }
                b'a' => self.middle = self.next() == 1,
                b'd' => assert!(self.next() >= 3, "the cutter is further on"),
                other => panic!("ESC {:?}", char::from(other)),
            },
            0x1c => {
                assert_eq!(self.next(), b'.');
                self.single = true;
            }
            0x1d => match self.next() {
                b'!' => {
                    let size = self.next();
                    assert!(matches!(size, 0x00 | 0x01 | 0x11), "size {size:x}");
                    (self.height[0], self.wide) = (1 + size % 16, size / 16);
                }
                b'V' => {
                    assert_eq!(self.next(), 1);
                    self.cut = true;
                }
                b'(' => self.square(),
                other => panic!("GS {:?}", char::from(other)),
            },
            _ => panic!("byte {byte:x}"),
        }
    }

    fn strike(&mut self, sign: char) {
        assert!(!self.middle, "the blanks before a line are its place");
        self.text.push(sign);
        if self.wide > 0 {
            self.text.push(' ');
        }
        if sign != ' ' {
            self.bold[1] |= self.bold[0];
            self.height[1] = self.height[1].max(self.height[0]);
        }
    }

    fn square(&mut self) {
        assert_eq!(self.next(), b'k');
        let length = usize::from(u16::from_le_bytes([self.next(), self.next()]));
        let order: Vec<u8> = (0..length).map(|_| self.next()).collect();
        match order.as_slice() {
            [b'1', b'A', b'2', 0] | [b'1', b'E', b'1'] => {}
            [b'1', b'C', dots @ 1..=16] => self.dots = *dots,
            [b'1', b'P', b'0', content @ ..] => self.content = content.to_vec(),
            [b'1', b'Q', b'0'] => {
                assert!(self.middle && self.dots > 0 && !self.content.is_empty());
                let content = String::from_utf8(self.content.clone()).unwrap();
                self.roll.push(Strip::Square { content, dots: self.dots });
            }
            other => panic!("GS ( k {other:?}"),
        }
    }
}
