//! A list that becomes shorter with every letter that is typed.
use std::cell::Cell;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    text::{Line, Span},
    widgets::Widget as _,
};

use crate::{
    form::field::Offer,
    tui::{
        choices::{Choices, Seek},
        command::Command,
        entry::Entry,
        line,
        screen::Msg,
        theme::Theme,
        widget::marked::marked,
    },
};

/// Offers, what was typed, and those that fit.
#[derive(Debug)]
pub struct Picker {
    choices: Choices,
    entry: Entry,
    fitting: Vec<usize>,
    /// Places of the offers that are ticked, where several may be chosen.
    ticked: Option<Vec<usize>>,
    at: usize,
    /// The cursor follows what was done last: typing, or moving about in the list.
    moved: bool,
    top: Cell<usize>,
    page: Cell<usize>,
}

impl Picker {
    /// A list with what was typed already; `ticked` are codes, where several may be chosen.
    #[must_use]
    pub fn new(offers: Vec<Offer>, typed: &str, ticked: Option<&[String]>) -> Self {
        let choices = Choices::new(offers);
        let known = |code: &String| choices.offers().iter().position(|offer| offer.code == *code);
        let ticked = ticked.map(|codes| codes.iter().filter_map(known).collect());
        let fitting = choices.fitting(typed);
        Self {
            choices,
            entry: Entry::new(typed, false),
            fitting,
            ticked,
            at: 0,
            moved: false,
            top: Cell::new(0),
            page: Cell::new(0),
        }
    }

    /// A list that is sought anew at every keystroke; its codes are shown, because only they tell
    /// apart what else reads alike.
    #[must_use]
    pub fn sought(seek: Seek, typed: &str) -> Self {
        let choices = Choices::sought(seek, typed);
        Self { fitting: choices.fitting(typed), choices, ..Self::new(Vec::new(), typed, None) }
    }

    /// Stands at the offer of this code, if it is there.
    pub fn point(&mut self, code: &str) {
        let offers = self.choices.offers();
        if let Some(at) = self.fitting.iter().position(|place| offers[*place].code == code) {
            (self.at, self.moved) = (at, true);
        }
    }

    /// The offer where the cursor stands.
    #[must_use]
    pub fn pointed(&self) -> Option<&Offer> {
        self.fitting.get(self.at).map(|place| &self.choices.offers()[*place])
    }

    /// What is chosen: what is ticked, in the order of the list, or else where the cursor stands.
    #[must_use]
    pub fn chosen(&self) -> Vec<String> {
        let Some(ticked) = &self.ticked else {
            return self.pointed().map(|offer| offer.code.clone()).into_iter().collect();
        };
        let offers = self.choices.offers().iter().enumerate();
        offers.filter(|(i, _)| ticked.contains(i)).map(|(_, offer)| offer.code.clone()).collect()
    }

    /// Takes a message; says whether it was meant for the list.
    pub fn update(&mut self, msg: &Msg) -> bool {
        match msg {
            Msg::Command(Command::Mark) => self.tick(),
            Msg::Key(key) if key.typed() == Some(' ') && self.ticked.is_some() => self.tick(),
            Msg::Command(command) => return self.step(*command),
            Msg::Key(key) => {
                let changed = self.entry.press(*key);
                self.filter(changed);
            }
            Msg::Paste(text) => {
                let changed = self.entry.paste(text);
                self.filter(changed);
            }
            _ => return false,
        }
        true
    }

    fn step(&mut self, command: Command) -> bool {
        let page = self.page.get().max(1);
        let Some(to) = command.moved(self.at, page, self.fitting.len()) else { return false };
        self.at = to;
        self.moved = true;
        true
    }

    fn filter(&mut self, changed: bool) {
        self.moved = false;
        if changed {
            self.choices.retype(self.entry.text());
            self.fitting = self.choices.fitting(self.entry.text());
            self.at = 0;
        }
    }

    fn tick(&mut self) {
        let (Some(ticked), Some(place)) = (&mut self.ticked, self.fitting.get(self.at)) else {
            return;
        };
        if ticked.contains(place) {
            ticked.retain(|other| other != place);
        } else {
            ticked.push(*place);
        }
    }

    /// Draws what was typed and what fits; the cursor stands in the one that was used last.
    pub fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        let parts = [Constraint::Length(1), Constraint::Fill(1), Constraint::Length(1)];
        let [top, body, foot] = Layout::vertical(parts).areas(area);
        let parts = [Constraint::Length(8), Constraint::Max(40), Constraint::Fill(1)];
        let [label, entry, _] = Layout::horizontal(parts).areas(top);
        Line::styled(" Ketik: ", theme.label).render(label, buf);
        let width = usize::from(entry.width);
        let (shown, column) = line::window(self.entry.text(), self.entry.cursor(), width);
        let rest = "_".repeat(width.saturating_sub(line::columns(&shown)));
        Line::styled(shown + &rest, theme.entry).render(entry, buf);
        let column = u16::try_from(column).unwrap_or(u16::MAX);
        let typing = Position::new(entry.x.saturating_add(column), entry.y);
        let row = self.list(body, buf, theme);
        let standing = match self.fitting.len() {
            0 if self.choices.is_sought() && self.entry.text().trim().is_empty() => String::new(),
            0 => "Tidak ada yang cocok. ".to_owned(),
            all => format!("{}/{all} ", self.at + 1),
        };
        Line::raw(standing).right_aligned().render(foot, buf);
        row.filter(|_| self.moved).unwrap_or(typing)
    }

    fn list(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Option<Position> {
        let tall = usize::from(area.height);
        let first = self.top.get().min(self.at).max((self.at + 1).saturating_sub(tall));
        let first = first.min(self.fitting.len().saturating_sub(tall));
        self.top.set(first);
        self.page.set(tall.saturating_sub(1));
        let mut cursor = None;
        for ((at, place), row) in self.fitting.iter().enumerate().skip(first).zip(area.rows()) {
            let offer = &self.choices.offers()[*place];
            let mark = if at == self.at { "> " } else { "  " };
            let tick = match &self.ticked {
                Some(ticked) if ticked.contains(place) => "[x] ",
                Some(_) => "[ ] ",
                None => "",
            };
            let code = if self.choices.is_sought() { offer.code.as_str() } else { "" };
            let taken = 6.max(line::columns(code) + 4);
            let text = line::clip(&offer.label, usize::from(row.width).saturating_sub(taken));
            let mut line = marked(&text, self.entry.text().split_whitespace(), theme.matched);
            line.spans.insert(0, Span::raw(format!("{mark}{tick}")));
            if at == self.at {
                buf.set_style(row, theme.focus);
                cursor = Some(row.as_position());
            }
            line.render(row, buf);
            Line::raw(code).right_aligned().render(row, buf);
        }
        cursor
    }
}
