//! The card of a resident: who it is, what was asked for, and the household.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    text::{Line, Span},
    widgets::Widget as _,
};

use crate::{
    desk::{
        counter::Desk,
        lists::{self, Which},
        portrait::{self, Fact},
        residents,
    },
    domain::{choice::Choice as _, id::Id, request::Kind, resident::Resident},
    fault::Fault,
    form::field::Offer,
    tui::{
        command::Command,
        line,
        screen::{Effect, Msg, Opened, Picking, Route, Screen, Step},
        theme::Theme,
        widget::table::{Column, Table},
    },
};

const COLUMNS: &[Column] = &[
    Column::new("Permohonan", 18),
    Column::new("Perihal", 0),
    Column::new("Keadaan", 20),
    Column::new("Tanggal", 10),
];

/// Columns of the words that name a fact.
const LABEL: usize = 14;

/// Rows that the list below keeps at least, its heading and place included.
const LIST: u16 = 6;

/// What a row leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Goal {
    Request(Id),
    Member(Id),
}

/// The card.
#[derive(Debug)]
pub struct Card {
    id: Id,
    name: String,
    facts: Vec<Fact>,
    below: Table<Goal>,
}

impl Card {
    /// The card of a resident as it is now.
    pub fn open(desk: &mut Desk, id: Id) -> Opened {
        let below = Table::new(COLUMNS, "Belum ada permohonan. Ctrl-N membuat yang pertama.");
        let mut card = Self { id, name: String::new(), facts: vec![], below };
        card.read(desk)?;
        Ok(Box::new(card))
    }

    fn read(&mut self, desk: &Desk) -> Result<(), Fault> {
        let who: Resident = desk.must(self.id)?;
        who.name().clone_into(&mut self.name);
        self.facts = portrait::card(desk, &who)?;
        let mut rows = lists::rows(desk, &lists::ids(desk, Which::About(self.id)))?;
        rows.sort_by_key(|row| !row.status.is_open());
        let requests = rows.into_iter().map(|row| {
            let day = row.received.day(desk.zone()).to_string();
            (Goal::Request(row.id), vec![row.ticket, row.about, row.status.to_string(), day])
        });
        let household = residents::household(desk, &who)?;
        let members = household.iter().filter(|member| member.id != self.id).map(|member| {
            let tie = member.family.relation.map_or("sekeluarga".to_owned(), |tie| tie.to_string());
            let name = portrait::line(desk, member).name;
            let age = member.age_on(desk.today()).map(|age| format!("{age} tahun"));
            let cells = vec![tie, name, "satu KK".to_owned(), age.unwrap_or_default()];
            (Goal::Member(member.id), cells)
        });
        self.below.fill(requests.chain(members).collect());
        Ok(())
    }

    /// The facts in lines of that width; the first has no name.
    fn lines(&self, width: u16, theme: &Theme) -> Vec<Line<'_>> {
        let narrow = width < 60;
        let label = if narrow { 0 } else { LABEL };
        let room = usize::from(width).saturating_sub(label + 2);
        let mut lines = Vec::new();
        for (name, words) in &self.facts {
            let words = match *name {
                "" => words.clone(),
                name if narrow => format!("{name}: {words}"),
                _ => words.clone(),
            };
            for (place, text) in line::wrap(&words, room).into_iter().enumerate() {
                let named = place == 0 && !name.is_empty() && !narrow;
                let head = if named { format!("{name:>label$}: ") } else { " ".repeat(label + 2) };
                lines.push(Line::from(vec![Span::styled(head, theme.label), Span::raw(text)]));
            }
        }
        lines
    }
}

/// The kinds of request that are about somebody.
fn kinds() -> Picking {
    let about = Kind::ALL.iter().filter(|kind| **kind != Kind::Information);
    let offers = about.map(|kind| Offer { code: kind.code().into(), label: kind.label().into() });
    Picking {
        title: "Jenis permohonan".to_owned(),
        offers: offers.collect(),
        chosen: vec![],
        many: false,
        areas: false,
        typed: String::new(),
    }
}

impl Screen for Card {
    fn name(&self) -> &'static str {
        "warga"
    }

    fn title(&self) -> Cow<'_, str> {
        self.name.as_str().into()
    }

    fn hint(&self) -> Cow<'_, str> {
        "Ctrl-N: permohonan baru untuk warga ini.".into()
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::New, Command::Edit, Command::Back, Command::Open]
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        let empty = command == Command::Open && self.below.is_empty();
        empty.then_some("belum ada permohonan")
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        Ok(match msg {
            Msg::Command(Command::New) => vec![Effect::Pick(kinds())],
            Msg::Picked(codes) => {
                let kind = codes.first().and_then(|code| Kind::coded(code));
                let route = kind.map(|kind| Route::NewRequest { subject: self.id, kind });
                route.map(Effect::Go).into_iter().collect()
            }
            Msg::Command(Command::Edit) => vec![Effect::Go(Route::EditResident(self.id))],
            Msg::Command(Command::Open) => {
                let route = self.below.selected().map(|goal| match goal {
                    Goal::Request(id) => Route::Request(*id),
                    Goal::Member(id) => Route::Resident(*id),
                });
                route.map(Effect::Go).into_iter().collect()
            }
            Msg::Command(Command::Back) => vec![Effect::Back],
            Msg::Again => {
                self.read(desk)?;
                vec![]
            }
            other => {
                self.below.update(&other);
                vec![]
            }
        })
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        let lines = self.lines(area.width, theme);
        let tall = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let most = area.height.saturating_sub(LIST.min(area.height / 2) + 1);
        let parts = [Constraint::Length(tall.min(most)), Constraint::Length(1)];
        let [facts, gap, body] =
            Layout::vertical(parts.into_iter().chain([Constraint::Fill(1)])).areas(area);
        for (line, row) in lines.iter().zip(facts.rows()) {
            line.render(row, buf);
        }
        if tall > most {
            Line::raw("  … lengkapnya dengan Ubah").render(gap, buf);
        }
        self.below.view(body, buf, theme)
    }
}
