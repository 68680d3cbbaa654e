//! A text of many lines, being written.
use std::cell::Cell;

use crossterm::event::KeyCode;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
    widgets::Widget as _,
};
use ratatui_textarea::{CursorMove, TextArea, WrapMode};

use crate::tui::{command::Command, key::Key, line, screen::Msg, theme::Theme};

/// How many edits can be taken back.
const EDITS: usize = 20_000;

/// What the last edit was: those of one kind are taken back together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edit {
    /// Letters of one word, one after the other.
    Typed,
    /// Signs taken out, one after the other.
    Erased,
    /// Anything that is a step by itself.
    Whole,
}

/// The text, the place of the cursor in it, and what can be taken back.
#[derive(Debug)]
pub struct Writing {
    area: TextArea<'static>,
    /// How many edits each step is made of, the newest last.
    steps: Vec<usize>,
    last: Edit,
    page: Cell<u16>,
}

impl Writing {
    /// A text with the cursor at its beginning; its lines are numbered, and broken where they are
    /// too wide.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut area = TextArea::from(text.lines());
        area.set_max_histories(EDITS);
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        area.set_line_number_style(Theme::MONO.faint);
        // The cursor of the terminal stands there: nothing else marks the place.
        area.set_cursor_style(Style::new());
        area.set_cursor_line_style(Style::new());
        Self { area, steps: Vec::new(), last: Edit::Whole, page: Cell::new(1) }
    }

    /// The text as it is now.
    #[must_use]
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// The line of the cursor.
    #[must_use]
    pub fn line(&self) -> &str {
        self.area.lines().get(self.area.cursor().0).map_or("", String::as_str)
    }

    /// Whether there is something that can be taken back.
    #[must_use]
    pub const fn is_edited(&self) -> bool {
        !self.steps.is_empty()
    }

    /// Brings the cursor to the beginning of a line, counted from 1, unless it stands in that line.
    pub fn point(&mut self, line: usize) {
        let row = line.saturating_sub(1);
        if row != self.area.cursor().0 {
            self.go(CursorMove::Jump(u16::try_from(row).unwrap_or(u16::MAX), 0));
        }
    }

    /// Puts a text where the cursor stands; the cursor comes to stand that many characters before
    /// its end.
    pub fn insert(&mut self, text: &str, after: usize) {
        let lines: Vec<_> = text.lines().map(line::clean).collect();
        let changed = self.area.insert_str(lines.join("\n"));
        self.did(changed, Edit::Whole);
        (0..after).for_each(|_| self.area.move_cursor(CursorMove::Back));
    }

    /// Puts another text in the place of all that is there.
    pub fn fill(&mut self, text: &str) {
        let cleared = self.area.clear();
        let filled = self.area.insert_str(text.trim_end_matches('\n'));
        self.steps.push(usize::from(cleared) + usize::from(filled));
        self.go(CursorMove::Jump(0, 0));
    }

    /// Takes a message; says whether the text is another one now.
    pub fn update(&mut self, msg: &Msg) -> bool {
        match msg {
            Msg::Command(Command::Undo) => return self.undo(),
            Msg::Command(command) => self.step(*command),
            Msg::Key(key) => return self.press(*key),
            Msg::Paste(text) => {
                self.insert(text, 0);
                return true;
            }
            _ => {}
        }
        false
    }

    fn step(&mut self, command: Command) {
        let (to, times) = match command {
            Command::Up => (CursorMove::Up, 1),
            Command::Down => (CursorMove::Down, 1),
            Command::PageUp => (CursorMove::Up, self.page.get()),
            Command::PageDown => (CursorMove::Down, self.page.get()),
            Command::First => (CursorMove::Head, 1),
            Command::Last => (CursorMove::End, 1),
            _ => return,
        };
        (0..times).for_each(|_| self.go(to));
    }

    fn press(&mut self, key: Key) -> bool {
        let to = match key.code {
            KeyCode::Left if key.is_ctrl() => CursorMove::WordBack,
            KeyCode::Left => CursorMove::Back,
            KeyCode::Right if key.is_ctrl() => CursorMove::WordForward,
            KeyCode::Right => CursorMove::Forward,
            KeyCode::Home => CursorMove::Jump(0, 0),
            KeyCode::End => CursorMove::Jump(u16::MAX, u16::MAX),
            _ => return self.edit(key),
        };
        self.go(to);
        false
    }

    fn edit(&mut self, key: Key) -> bool {
        let area = &mut self.area;
        let (changed, edit) = match key.code {
            KeyCode::Char('w') | KeyCode::Backspace if key.is_ctrl() => {
                (area.delete_word(), Edit::Whole)
            }
            KeyCode::Char('u') if key.is_ctrl() => (area.delete_line_by_head(), Edit::Whole),
            KeyCode::Backspace => (area.delete_char(), Edit::Erased),
            KeyCode::Delete => (area.delete_next_char(), Edit::Erased),
            KeyCode::Enter => {
                area.insert_newline();
                (true, Edit::Whole)
            }
            _ => {
                let typed = key.typed().map(|c| line::clean(&c.to_string())).unwrap_or_default();
                // A blank ends a word, and what can be taken back with it.
                let edit = if typed == " " { Edit::Whole } else { Edit::Typed };
                (area.insert_str(typed), edit)
            }
        };
        self.did(changed, edit)
    }

    /// Notes what an edit was; says whether it changed anything.
    fn did(&mut self, changed: bool, edit: Edit) -> bool {
        match self.steps.last_mut() {
            _ if !changed => return false,
            Some(count) if edit == self.last && edit != Edit::Whole => *count += 1,
            _ => self.steps.push(1),
        }
        self.last = edit;
        true
    }

    fn undo(&mut self) -> bool {
        self.last = Edit::Whole;
        let Some(count) = self.steps.pop() else { return false };
        (0..count).fold(false, |changed, _| self.area.undo() || changed)
    }

    fn go(&mut self, to: CursorMove) {
        self.last = Edit::Whole;
        self.area.move_cursor(to);
    }

    /// Draws the part around the cursor and says where that stands.
    pub fn view(&self, area: Rect, buf: &mut Buffer) -> Position {
        self.page.set(area.height.saturating_sub(1).max(1));
        if area.is_empty() {
            return area.as_position();
        }
        self.area.render(area, buf);
        let (at, (top, left)) = (self.area.screen_cursor(), self.area.scroll_offset());
        let place = |place: usize, first: u16, most: u16| {
            let place = place.saturating_sub(usize::from(first));
            u16::try_from(place).unwrap_or(u16::MAX).min(most.saturating_sub(1))
        };
        let column = at.col + usize::from(self.area.line_number_width());
        Position::new(
            area.x.saturating_add(place(column, left, area.width)),
            area.y.saturating_add(place(at.row, top, area.height)),
        )
    }
}
