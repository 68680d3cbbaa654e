//! The bottom line: what can be done here, and with which key.
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
    widgets::Widget as _,
};

use crate::tui::{command::Command, line, theme::Theme};

/// Shows as many commands as fit, in their order; what is refused just now stands in brackets.
/// Where not all fit, the last names the list of all of them.
pub fn footer(commands: &[(Command, bool)], area: Rect, buf: &mut Buffer, theme: &Theme) {
    let all = Command::Palette;
    let room = usize::from(area.width);
    let wide = |command: Command| line::columns(&words(command).concat()) + 3;
    let shown = |command: &Command| !command.is_move() && *command != all;
    let commands: Vec<_> = commands.iter().filter(|(command, _)| shown(command)).collect();
    let mut used = 0;
    let mut fitting = Vec::new();
    for (place, (command, refused)) in commands.iter().enumerate() {
        let last = place + 1 == commands.len();
        let needed = used + wide(*command) + if last { 0 } else { wide(all) };
        if needed > room {
            break;
        }
        used += wide(*command);
        fitting.push((*command, *refused));
    }
    if used + wide(all) <= room {
        fitting.push((all, false));
    }
    let mut spans = Vec::new();
    for (command, refused) in fitting {
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
