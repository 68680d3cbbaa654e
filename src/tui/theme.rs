//! Roles, not colours: a screen says what a thing is, the theme how it looks.
//!
//! # Why
//! Only the sixteen names of ANSI, the background of the terminal as it is, no dark grey (many
//! palettes make it invisible), and nothing that a hue alone would tell.
use ratatui::style::{Modifier, Style};

/// How each role looks.
#[derive(Debug, Clone, Copy)]
pub struct Theme {
    /// The path and the clerk, on the first line.
    pub title: Style,
    /// A heading between questions or above columns.
    pub heading: Style,
    /// What is asked.
    pub label: Style,
    /// The question or row where the cursor stands.
    pub focus: Style,
    /// An answer.
    pub entry: Style,
    /// What must be mended.
    pub wrong: Style,
    /// What should be looked at again.
    pub doubt: Style,
    /// What does not apply just now.
    pub faint: Style,
    /// The part of a text that was searched for.
    pub matched: Style,
    /// What was just said to the clerk.
    pub notice: Style,
    /// A key, in footer and lists of commands.
    pub key: Style,
}

impl Theme {
    /// Legible on any terminal and on one without colours.
    pub const MONO: Self = Self {
        title: Style::new().add_modifier(Modifier::BOLD),
        heading: Style::new().add_modifier(Modifier::BOLD),
        label: Style::new(),
        focus: Style::new().add_modifier(Modifier::REVERSED),
        entry: Style::new(),
        wrong: Style::new().add_modifier(Modifier::BOLD),
        doubt: Style::new().add_modifier(Modifier::UNDERLINED),
        faint: Style::new().add_modifier(Modifier::DIM),
        matched: Style::new().add_modifier(Modifier::BOLD),
        notice: Style::new().add_modifier(Modifier::BOLD),
        key: Style::new().add_modifier(Modifier::BOLD),
    };

    /// The same with colours beside the marks.
    pub const COLOUR: Self = Self {
        title: Self::MONO.title.cyan(),
        label: Self::MONO.label.cyan(),
        wrong: Self::MONO.wrong.red(),
        doubt: Self::MONO.doubt.yellow(),
        matched: Self::MONO.matched.green(),
        ..Self::MONO
    };
}
