//! A key as the clerk presses it, and the words for it.
//!
//! # Why
//! Terminals disagree about what a key is: Backspace arrives as Ctrl-H, Enter as Ctrl-J, a capital
//! with or without Shift. A key is brought to one form here, once, so that the table of commands
//! can compare keys as plain values.
use std::{fmt, str::FromStr};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// One key with what was held beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    held: KeyModifiers,
    pub code: KeyCode,
}

impl Key {
    /// A key by itself.
    #[must_use]
    pub const fn plain(code: KeyCode) -> Self {
        Self { held: KeyModifiers::NONE, code }
    }

    /// F1 to F12.
    #[must_use]
    pub const fn f(n: u8) -> Self {
        Self::plain(KeyCode::F(n))
    }

    /// A letter by itself.
    #[must_use]
    pub const fn letter(c: char) -> Self {
        Self::plain(KeyCode::Char(c))
    }

    /// A small letter with Ctrl.
    #[must_use]
    pub const fn ctrl(c: char) -> Self {
        Self { held: KeyModifiers::CONTROL, code: KeyCode::Char(c) }
    }

    /// A key with Shift.
    #[must_use]
    pub const fn shift(code: KeyCode) -> Self {
        Self { held: KeyModifiers::SHIFT, code }
    }

    /// The letter that this key types, if it types one.
    #[must_use]
    pub const fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if self.held.is_empty() => Some(c),
            _ => None,
        }
    }

    /// The same key where a capital means no more than its small letter: with Caps Lock on.
    #[must_use]
    pub const fn small(self) -> Self {
        match self.code {
            KeyCode::Char(c) if self.held.is_empty() => Self::letter(c.to_ascii_lowercase()),
            _ => self,
        }
    }

    /// Is Ctrl held?
    #[must_use]
    pub const fn is_ctrl(self) -> bool {
        self.held.contains(KeyModifiers::CONTROL)
    }
}

impl From<KeyEvent> for Key {
    /// `AltGr` arrives from Windows as Ctrl and Alt together and types its letter.
    fn from(event: KeyEvent) -> Self {
        let held =
            event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT);
        let ctrl = held.contains(KeyModifiers::CONTROL) && !held.contains(KeyModifiers::ALT);
        match event.code {
            KeyCode::Char('h' | 'H') if ctrl => Self::plain(KeyCode::Backspace),
            KeyCode::Char('i' | 'I') if ctrl => Self::plain(KeyCode::Tab),
            KeyCode::Char('j' | 'm' | 'J' | 'M') if ctrl => Self::plain(KeyCode::Enter),
            KeyCode::Char(c) if ctrl => Self::ctrl(c.to_ascii_lowercase()),
            KeyCode::Char(c) if held == KeyModifiers::ALT => Self { held, code: KeyCode::Char(c) },
            KeyCode::Char(c) => Self::letter(c),
            KeyCode::BackTab => Self::plain(KeyCode::BackTab),
            KeyCode::Tab if held == KeyModifiers::SHIFT => Self::plain(KeyCode::BackTab),
            code @ KeyCode::F(_) => Self { held, code },
            code => Self { held: held - KeyModifiers::SHIFT, code },
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [
            (KeyModifiers::CONTROL, "Ctrl-"),
            (KeyModifiers::ALT, "Alt-"),
            (KeyModifiers::SHIFT, "Shift-"),
        ] {
            if self.held.contains(held) {
                f.write_str(name)?;
            }
        }
        match self.code {
            KeyCode::F(n) => write!(f, "F{n}"),
            KeyCode::Char(' ') => f.write_str("Spasi"),
            KeyCode::Char(c) if self.held.is_empty() => write!(f, "{c}"),
            KeyCode::Char(c) => write!(f, "{}", c.to_ascii_uppercase()),
            code => f.write_str(
                NAMES.iter().find(|(_, known, _)| *known == code).map_or("?", |row| row.2),
            ),
        }
    }
}

/// How scripts write a key, the key, and how clerks read it.
const NAMES: &[(&str, KeyCode, &str)] = &[
    ("enter", KeyCode::Enter, "Enter"),
    ("esc", KeyCode::Esc, "Esc"),
    ("tab", KeyCode::Tab, "Tab"),
    ("s-tab", KeyCode::BackTab, "Shift-Tab"),
    ("up", KeyCode::Up, "Panah atas"),
    ("down", KeyCode::Down, "Panah bawah"),
    ("left", KeyCode::Left, "Panah kiri"),
    ("right", KeyCode::Right, "Panah kanan"),
    ("pgup", KeyCode::PageUp, "PgUp"),
    ("pgdn", KeyCode::PageDown, "PgDn"),
    ("home", KeyCode::Home, "Home"),
    ("end", KeyCode::End, "End"),
    ("ins", KeyCode::Insert, "Ins"),
    ("del", KeyCode::Delete, "Del"),
    ("bs", KeyCode::Backspace, "Backspace"),
    ("space", KeyCode::Char(' '), "Spasi"),
];

/// Nothing on the keyboard is called that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoSuchKey;

impl FromStr for Key {
    type Err = NoSuchKey;

    /// Reads what scripts write between `<` and `>`: `f2`, `c-s`, `s-tab`, `enter`.
    fn from_str(name: &str) -> Result<Self, NoSuchKey> {
        if let Some((_, code, _)) = NAMES.iter().find(|row| row.0 == name) {
            return Ok(Self::plain(*code));
        }
        if let Some(key) = name.strip_prefix("s-") {
            return key.parse().map(|key: Self| Self::shift(key.code));
        }
        if let Some(n) = name.strip_prefix('f').and_then(|n| n.parse().ok()) {
            return Ok(Self::f(n));
        }
        let mut letters = name.strip_prefix("c-").ok_or(NoSuchKey)?.chars();
        match (letters.next(), letters.next()) {
            (Some(c), None) => Ok(Self::ctrl(c)),
            _ => Err(NoSuchKey),
        }
    }
}
