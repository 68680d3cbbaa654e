//! What offices said of their printers.
use loket::domain::{
    paper::Paper,
    printer::{Language, Printer},
    printing::{LETTERS, Printing, SLIPS, Way},
};

use crate::store::samples::day;

pub fn printings() -> [Printing; 3] {
    let printing = |of: &str, way, since| Printing { of: of.to_owned(), way, since };
    let laser = Printer::Queue("EPSON_L3110".to_owned());
    let slips = Printer::Network("192.168.1.50".to_owned(), 9100);
    let narrow = Language::EscPos58;
    [
        printing(
            LETTERS,
            Some(Way { printer: laser, language: Language::Pages, paper: Some(Paper::F4) }),
            day(2026, 11, 24),
        ),
        printing(
            SLIPS,
            Some(Way { printer: slips, language: narrow, paper: None }),
            day(2026, 11, 24),
        ),
        printing("UNDANGAN", None, day(2026, 11, 25)),
    ]
}
