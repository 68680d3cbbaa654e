//! One answer being typed.
use crossterm::event::KeyCode;
use tui_input::{Input, InputRequest};

use crate::tui::{key::Key, line};

/// The longest answer, in characters; what is typed beyond it is not taken. More than any question
/// allows: what is too long for one is said there, and not cut without a word.
const MOST: usize = 20_000;

/// A text and the place of the cursor in it.
#[derive(Debug, Default)]
pub struct Entry {
    input: Input,
    digits: bool,
}

impl Entry {
    /// The cursor stands at the end. Where only `digits` are asked, blanks, dots and dashes are
    /// not taken, and a paste leaves only its digits.
    #[must_use]
    pub fn new(text: &str, digits: bool) -> Self {
        Self { input: Input::new(text.to_owned()), digits }
    }

    #[must_use]
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Characters before the cursor.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.input.cursor()
    }

    /// Takes a key; says whether the text is another one now.
    pub fn press(&mut self, key: Key) -> bool {
        let request = match key.code {
            KeyCode::Char('w') | KeyCode::Backspace if key.is_ctrl() => {
                InputRequest::DeletePrevWord
            }
            KeyCode::Char('u') if key.is_ctrl() => InputRequest::DeleteFromStart,
            KeyCode::Char(_) => match key.typed() {
                Some(c) => return self.put(&c.to_string()),
                None => return false,
            },
            KeyCode::Backspace => InputRequest::DeletePrevChar,
            KeyCode::Delete => InputRequest::DeleteNextChar,
            KeyCode::Left if key.is_ctrl() => InputRequest::GoToPrevWord,
            KeyCode::Left => InputRequest::GoToPrevChar,
            KeyCode::Right if key.is_ctrl() => InputRequest::GoToNextWord,
            KeyCode::Right => InputRequest::GoToNextChar,
            _ => return false,
        };
        self.input.handle(request).is_some_and(|change| change.value)
    }

    /// Takes a paste in one step; says whether anything was left of it.
    pub fn paste(&mut self, text: &str) -> bool {
        let text = line::clean(text);
        if self.digits {
            let digits: String = text.chars().filter_map(digit).collect();
            return self.put(&digits);
        }
        self.put(&text)
    }

    /// To the first character.
    pub fn home(&mut self) {
        self.input.handle(InputRequest::GoToStart);
    }

    /// Behind the last character.
    pub fn end(&mut self) {
        self.input.handle(InputRequest::GoToEnd);
    }

    fn put(&mut self, text: &str) -> bool {
        let room = MOST.saturating_sub(self.text().chars().count());
        let dropped = |c: &char| self.digits && matches!(c, ' ' | '.' | '-');
        let new: String = line::clean(text).chars().filter(|c| !dropped(c)).take(room).collect();
        let old = self.input.value();
        let text: String = old
            .chars()
            .take(self.input.cursor())
            .chain(new.chars())
            .chain(old.chars().skip(self.input.cursor()))
            .collect();
        let cursor = self.input.cursor() + new.chars().count();
        self.input = Input::new(text).with_cursor(cursor);
        !new.is_empty()
    }
}

/// A digit, also one of full width as some keyboards type it.
fn digit(c: char) -> Option<char> {
    let narrow = match c {
        '\u{FF10}'..='\u{FF19}' => char::from_u32(u32::from(c) - 0xFF10 + u32::from('0')),
        _ => Some(c),
    };
    narrow.filter(char::is_ascii_digit)
}
