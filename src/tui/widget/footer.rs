//! The bottom line: what can be done here, and with which key.
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
    widgets::Widget as _,
};

use crate::tui::{command::Command, line, theme::Theme};

/// Never left out where there is room for anything: the way back, and the list of all commands.
const TAIL: [Command; 2] = [Command::Back, Command::Palette];

/// Only in the list of all commands: not wanted every day, and the line is short.
const QUIET: [Command; 1] = [Command::Import];

/// Shows as many commands as fit, in their order; what is refused just now stands in brackets.
pub fn footer(commands: &[(Command, bool)], area: Rect, buf: &mut Buffer, theme: &Theme) {
    let mut room = usize::from(area.width);
    let mut fits = |command: Command| {
        let wide = line::columns(&words(command).concat()) + 3;
        let fits = wide <= room;
        room -= if fits { wide } else { 0 };
        fits
    };
    let (tail, mut shown): (Vec<_>, Vec<_>) = commands
        .iter()
        .filter(|(command, _)| !command.is_move() && !QUIET.contains(command))
        .copied()
        .partition(|(command, _)| TAIL.contains(command));
    let tail: Vec<_> = tail.into_iter().rev().filter(|(command, _)| fits(*command)).collect();
    let fitting = shown.iter().take_while(|(command, _)| fits(*command)).count();
    shown.truncate(fitting);
    shown.extend(tail.into_iter().rev());
    let mut spans = Vec::new();
    for (command, refused) in shown {
        let [key, name] = words(command);
        let (open, close) = if refused { ("(", ")") } else { (" ", " ") };
        spans.extend([
            Span::raw(open),
            Span::styled(key, if refused { theme.faint } else { theme.key }),
            Span::raw(" "),
            Span::styled(name, if refused { theme.faint } else { theme.label }),
            Span::raw(close),
        ]);
    }
    Line::from(spans).render(area, buf);
}

fn words(command: Command) -> [String; 2] {
    let row = command.row();
    [row.keys[0].to_string(), row.name.to_owned()]
}
