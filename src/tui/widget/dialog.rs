//! A question that only yes or no can answer. No is the answer until yes is chosen.
use crossterm::event::KeyCode;
use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    text::{Line, Span},
    widgets::Widget as _,
};

use crate::tui::{command::Command, line, screen::Msg, theme::Theme};

/// The question and the answer that Enter would give.
#[derive(Debug)]
pub struct Dialog {
    words: String,
    yes: bool,
}

impl Dialog {
    #[must_use]
    pub const fn new(words: String) -> Self {
        Self { words, yes: false }
    }

    /// The answer that Enter would give.
    #[must_use]
    pub const fn yes(&self) -> bool {
        self.yes
    }

    /// Arrows and Tab go from one answer to the other, `y` and `t` to theirs.
    pub const fn update(&mut self, msg: &Msg) {
        match msg {
            Msg::Command(Command::Up | Command::Down) => self.yes = !self.yes,
            Msg::Key(key) => match key.code {
                KeyCode::Left | KeyCode::Right => self.yes = !self.yes,
                KeyCode::Char('y' | 'Y') => self.yes = true,
                KeyCode::Char('t' | 'T') => self.yes = false,
                _ => {}
            },
            _ => {}
        }
    }

    /// Draws the question and both answers; the cursor stands at the chosen one.
    pub fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        let lines = line::wrap(&self.words, usize::from(area.width.saturating_sub(4)));
        let tall =
            u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.height.saturating_sub(2));
        let parts = [Constraint::Length(1), Constraint::Length(tall), Constraint::Fill(1)];
        let [_, text, answers] = Layout::vertical(parts).areas(area);
        for (words, row) in lines.iter().zip(text.rows()) {
            Line::raw(format!("  {words}")).render(row, buf);
        }
        let answers = answers.rows().nth(usize::from(answers.height > 1)).unwrap_or(answers);
        let look = |chosen: bool| if chosen { theme.focus } else { theme.entry };
        let words = |chosen: bool, name| format!("{}{name} ", if chosen { "> " } else { "  " });
        let spans = [
            Span::raw("  "),
            Span::styled(words(!self.yes, "Tidak"), look(!self.yes)),
            Span::raw("  "),
            Span::styled(words(self.yes, "Ya"), look(self.yes)),
        ];
        Line::from_iter(spans).render(answers, buf);
        Position::new(answers.x.saturating_add(if self.yes { 12 } else { 2 }), answers.y)
    }
}
