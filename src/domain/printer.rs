//! A way to a printer and the language that it is spoken to in, as a setting keeps them.
use std::{fmt, net::IpAddr, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{choices, domain::reject::Reject};

/// The port at which printers in a network listen.
pub const PORT: u16 = 9100;

/// Stands before a queue whose name would be read as something else.
const QUEUE: &str = "antrean:";

/// How the computer's own choice is written.
const DEFAULT: &str = "utama";

choices! {
    /// What a printer is told its page in.
    Language {
        Pages = "halaman", "Halaman (inkjet, laser)";
        EscP = "escp", "Dot-matrix (ESC/P)";
        EscPos58 = "escpos-58", "Slip 58 mm (ESC/POS)";
        EscPos80 = "escpos-80", "Slip 80 mm (ESC/POS)";
    }
}

impl Language {
    /// Whether it is spoken to printers whose paper is a roll.
    #[must_use]
    pub const fn is_roll(self) -> bool {
        matches!(self, Self::EscPos58 | Self::EscPos80)
    }
}

/// Where a page goes: to a queue of the computer, or straight to a printer in the network.
///
/// ```
/// use loket::domain::printer::Printer;
///
/// let slip: Printer = "192.168.1.50".parse().unwrap();
/// assert_eq!(slip.to_string(), "192.168.1.50:9100");
/// assert_eq!("EPSON_L3110".parse(), Ok(Printer::Queue("EPSON_L3110".to_owned())));
/// assert_eq!("utama".parse(), Ok(Printer::Default));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Printer {
    /// The queue that the computer prints on where none is named.
    #[default]
    Default,
    /// The queue of that name.
    Queue(String),
    /// The printer at that address and port.
    Network(String, u16),
}

impl FromStr for Printer {
    type Err = Reject;

    fn from_str(text: &str) -> Result<Self, Reject> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Reject::Empty);
        }
        if let Some(name) = text.strip_prefix(QUEUE) {
            return queue(name);
        }
        if text == DEFAULT {
            return Ok(Self::Default);
        }
        address(text).unwrap_or_else(|| queue(text))
    }
}

impl fmt::Display for Printer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.pad(DEFAULT),
            Self::Queue(name) if name.parse() == Ok(self.clone()) => f.pad(name),
            Self::Queue(name) => f.pad(&format!("{QUEUE}{name}")),
            Self::Network(host, port) if host.contains(':') => f.pad(&format!("[{host}]:{port}")),
            Self::Network(host, port) => f.pad(&format!("{host}:{port}")),
        }
    }
}

/// A queue by its name. One that begins with a dash would be taken for a word to a program.
fn queue(name: &str) -> Result<Printer, Reject> {
    match name.chars().find(|sign| sign.is_control()) {
        Some(sign) => Err(Reject::Sign(sign)),
        None if name.starts_with('-') => Err(Reject::Sign('-')),
        None if name.trim() != name || name.is_empty() => Err(Reject::Empty),
        None => Ok(Printer::Queue(name.to_owned())),
    }
}

/// An address with its port, or without one where it can be nothing else.
fn address(text: &str) -> Option<Result<Printer, Reject>> {
    let ip = |host: &str| host.parse::<IpAddr>().ok();
    if let Some(ip) = ip(text.trim_matches(['[', ']'])) {
        return Some(Ok(Printer::Network(ip.to_string(), PORT)));
    }
    let (host, port) = text.rsplit_once(':')?;
    let inside = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    let named = |host: &str| {
        host.starts_with(|sign: char| sign.is_ascii_alphanumeric())
            && host.chars().all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-'))
    };
    let host = match inside {
        Some(inside) => ip(inside)?.to_string(),
        None => Some(host.to_lowercase()).filter(|host| named(host))?,
    };
    if port.is_empty() || !port.bytes().all(|sign| sign.is_ascii_digit()) {
        return None;
    }
    let port = port.parse().ok().filter(|port| *port > 0);
    Some(port.map_or(Err(Reject::Range { least: 1, most: 65535 }), |port| {
        Ok(Printer::Network(host, port))
    }))
}
