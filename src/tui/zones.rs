//! The four zones of the window: path and clerk, body, message line, footer.
use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    text::Line,
    widgets::Widget as _,
};

use crate::tui::{
    command::Command,
    line,
    screen::Screen,
    theme::Theme,
    widget::{
        footer::footer,
        notice::{notice, rows},
    },
};

/// The smallest window in which a screen can be used.
const LEAST: (u16, u16) = (30, 8);

/// Columns that the path keeps beside a banner and the day.
const PATH: usize = 16;

/// Who sits at the desk and which day it is, as the first line shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sign {
    /// What must never be overlooked, such as that this is only practice; mostly empty.
    pub banner: &'static str,
    pub clerk: String,
    /// `17 Agu 2026`.
    pub day: String,
    /// A sentence that stands on every screen until what it says is over; mostly empty.
    pub alarm: String,
}

/// What stands around the body.
#[derive(Debug)]
pub struct Zones<'a> {
    /// The titles of the screens, the first one lowest.
    pub path: Vec<String>,
    pub sign: &'a Sign,
    /// What has just been said; where it is empty the hint of the screen stands in its place.
    pub said: String,
    /// The commands of the footer, and whether they are refused just now.
    pub commands: Vec<(Command, bool)>,
}

impl Zones<'_> {
    /// Draws everything and says where the cursor stands: always inside of the area.
    pub fn view(
        &self,
        screen: &dyn Screen,
        (area, buf): (Rect, &mut Buffer),
        theme: &Theme,
    ) -> Position {
        if area.width < LEAST.0 || area.height < LEAST.1 {
            let words = line::clip("Perbesar jendela ini.", usize::from(area.width));
            Line::raw(words).render(area, buf);
            return area.as_position();
        }
        let tall = rows(&self.said, area.width);
        let alarm = self.sign.alarm.as_str();
        let high = if alarm.is_empty() { 0 } else { rows(alarm, area.width) };
        let parts = [
            Constraint::Length(1),
            Constraint::Fill(1),
            Constraint::Length(high),
            Constraint::Length(tall),
            Constraint::Length(1),
        ];
        let [title, body, warned, words, keys] = Layout::vertical(parts).areas(area);
        if high > 0 {
            notice(alarm, theme.doubt, warned, buf);
        }
        self.title(title, buf, theme);
        let cursor = screen.view(body, buf, theme);
        if self.said.is_empty() {
            let hint = line::clip(&screen.hint(), usize::from(words.width));
            notice(&hint, theme.label, words, buf);
        } else {
            notice(&self.said, theme.notice, words, buf);
        }
        // The last cell of the window stays blank: writing it makes old consoles scroll.
        let keys = Rect { width: keys.width.saturating_sub(1), ..keys };
        footer(&self.commands, keys, buf, theme);
        Position::new(
            cursor.x.clamp(area.x, area.right() - 1),
            cursor.y.clamp(area.y, area.bottom() - 1),
        )
    }

    /// The path at the left, the clerk and the day at the right; the end of the path stays.
    fn title(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let sign = self.signed(usize::from(area.width));
        let wide = u16::try_from(line::columns(&sign)).unwrap_or(u16::MAX);
        let parts = [Constraint::Fill(1), Constraint::Length(wide)];
        let [left, right] = Layout::horizontal(parts).spacing(1).areas(area);
        let room = usize::from(left.width);
        let whole = self.path.join(" > ");
        let shown = (1..=self.path.len())
            .map(|from| if from == 1 { whole.clone() } else { self.tail(from - 1) })
            .find(|path| line::columns(path) <= room)
            .unwrap_or_else(|| self.path.last().cloned().unwrap_or_default());
        Line::styled(line::clip(&shown, room), theme.title).render(left, buf);
        Line::raw(sign).render(right, buf);
    }

    /// As much of the sign as leaves room for the path: the clerk goes first, then the day, and the
    /// banner never.
    fn signed(&self, width: usize) -> String {
        let Sign { banner, clerk, day, .. } = self.sign;
        let joined = |parts: &[&str]| {
            let parts = parts.iter().filter(|part| !part.is_empty());
            parts.copied().collect::<Vec<_>>().join(" · ")
        };
        let whole = joined(&[banner, clerk, day]);
        if !clerk.is_empty() && line::columns(&whole) * 2 <= width {
            return whole;
        }
        let dated = joined(&[banner, day]);
        if banner.is_empty() || line::columns(&dated) + PATH <= width {
            return dated;
        }
        (*banner).to_owned()
    }

    fn tail(&self, from: usize) -> String {
        let tail = self.path.get(from..).unwrap_or_default();
        format!("… > {}", tail.join(" > "))
    }
}
