//! The benefit card: what a person, the family and the household receive, and what to ask about it.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    text::Line,
    widgets::Widget as _,
};

use crate::{
    desk::{
        aid::Tie,
        aid_card::{self, AidCard, Given},
        aid_notes,
        counter::Desk,
    },
    domain::{
        benefit::{Reach, State},
        id::Id,
        resident::Resident,
    },
    fault::Fault,
    tui::{
        command::Command,
        line,
        screen::{Effect, Msg, NoteOf, Opened, Route, Screen, Step},
        theme::Theme,
        widget::table::{Column, Table},
    },
};

const COLUMNS: &[Column] = &[
    Column::new("Program", 0),
    Column::new("Tercatat pada", 15),
    Column::new("Keadaan", 9),
    Column::new("Untuk", 8),
    Column::new("Sejak", 10),
    Column::new("Dicek", 10),
];

const EMPTY: &str = "Belum ada bansos tercatat. Ctrl-N mencatat yang pertama.";

/// The card, and the place in it.
#[derive(Debug)]
pub struct Aid {
    id: Id,
    title: String,
    card: AidCard,
    /// A row is known by the person and the place in that one's list.
    table: Table<(Id, usize)>,
    /// The aid of which it was asked whether it has stopped.
    asked: Option<(Id, usize)>,
}

/// Opens the benefit card of a resident.
pub fn open(desk: &Desk, id: Id) -> Opened {
    let who: Resident = desk.opened(id)?;
    let title = format!("Bansos {}", who.name());
    let table = Table::new(COLUMNS, EMPTY);
    let mut screen = Aid { id, title, card: AidCard::default(), table, asked: None };
    screen.read(desk)?;
    Ok(Box::new(screen))
}

impl Aid {
    fn read(&mut self, desk: &Desk) -> Result<(), Fault> {
        self.card = aid_card::card(desk, self.id)?;
        let rows = self.card.given.iter().enumerate();
        let rows = rows.map(|(place, one)| {
            let sign = if self.card.asks_about(place).is_some() { "? " } else { "  " };
            ((one.who, one.place), cells(sign, one))
        });
        self.table.fill(rows.collect());
        Ok(())
    }

    fn pointed(&self) -> Option<&Given> {
        let (who, place) = self.table.selected()?;
        self.card.given.iter().find(|one| (one.who, one.place) == (*who, *place))
    }

    fn act(&mut self, command: Command, desk: &mut Desk) -> Step {
        let Some(one) = self.pointed() else { return Ok(vec![]) };
        let (who, place) = (one.who, one.place);
        let said =
            |words: &str| vec![Effect::Say(format!("{} pada {} {words}", one.called, one.name))];
        let effects = match command {
            Command::Open => {
                return Ok(vec![Effect::Go(Route::AidNote { who, of: NoteOf::Place(place) })]);
            }
            Command::Card if who == self.id => vec![Effect::Back],
            Command::Card => vec![Effect::Go(Route::Resident(who))],
            Command::Cease => {
                let (called, name) = (&one.called, &one.name);
                let words = format!("Catat bahwa {called} pada {name} berhenti hari ini?");
                self.asked = Some((who, place));
                return Ok(vec![Effect::Ask(words)]);
            }
            Command::Checked => {
                aid_notes::confirm(desk, who, place)?;
                said("tercatat dicek hari ini, masih sama.")
            }
            _ => vec![],
        };
        self.read(desk)?;
        Ok(effects)
    }

    /// The aid that was asked about has stopped.
    fn cease(&mut self, desk: &mut Desk) -> Step {
        let Some((who, place)) = self.asked.take() else { return Ok(vec![]) };
        aid_notes::stop(desk, who, place)?;
        self.read(desk)?;
        let one = self.card.given.iter().find(|one| (one.who, one.place) == (who, place));
        let said =
            |one: &Given| format!("{} pada {} tercatat berhenti hari ini.", one.called, one.name);
        Ok(one.map(said).map(Effect::Say).into_iter().collect())
    }

    /// What is to be asked, in lines of that width.
    fn asks(&self, width: u16) -> Vec<String> {
        let room = usize::from(width).saturating_sub(2);
        let mut lines = Vec::new();
        for ask in &self.card.asks {
            let wrapped = line::wrap(&format!("{}.", ask.words), room);
            let signs = ["? ", "  "].into_iter().chain(std::iter::repeat("  "));
            lines
                .extend(wrapped.into_iter().zip(signs).map(|(text, sign)| format!("{sign}{text}")));
        }
        lines
    }
}

fn cells(sign: &str, one: &Given) -> Vec<String> {
    let benefit = &one.benefit;
    let reach = match benefit.reach {
        Reach::Person => "orang",
        Reach::Family => "keluarga",
        Reach::Household => "rumah",
    };
    vec![
        format!("{sign}{}", one.called),
        one.name.clone(),
        benefit.state.to_string(),
        reach.to_owned(),
        benefit.since.map(|day| day.to_string()).unwrap_or_default(),
        benefit.checked.to_string(),
    ]
}

impl Screen for Aid {
    fn name(&self) -> &'static str {
        "bantuan-warga"
    }

    fn title(&self) -> Cow<'_, str> {
        self.title.as_str().into()
    }

    fn hint(&self) -> Cow<'_, str> {
        let Some(one) = self.pointed() else { return "Ctrl-N mencatat bansos.".into() };
        let tie = match one.tie {
            Tie::Own => "",
            Tie::Family => " (sekeluarga)",
            Tie::House => " (serumah, KK lain)",
        };
        let note = one.benefit.note.as_ref().map(|note| format!("; {note}")).unwrap_or_default();
        format!("{}{tie}: {}{note}.", one.name, one.benefit.source).into()
    }

    fn commands(&self) -> &'static [Command] {
        &[
            Command::New,
            Command::Open,
            Command::Checked,
            Command::Cease,
            Command::Card,
            Command::Back,
        ]
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        let needs =
            matches!(command, Command::Open | Command::Checked | Command::Cease | Command::Card);
        let one = self.pointed();
        if needs && one.is_none() {
            return Some("belum ada bansos tercatat");
        }
        let stopped = one.is_some_and(|one| one.benefit.state == State::Stopped);
        (command == Command::Cease && stopped).then_some("bantuan itu sudah tercatat berhenti")
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::New) => {
                Ok(vec![Effect::Go(Route::AidNote { who: self.id, of: NoteOf::New })])
            }
            Msg::Command(Command::Back) => Ok(vec![Effect::Back]),
            Msg::Command(
                command @ (Command::Open | Command::Card | Command::Cease | Command::Checked),
            ) => self.act(command, desk),
            Msg::Agreed => self.cease(desk),
            Msg::Again => {
                self.read(desk)?;
                Ok(vec![])
            }
            other => {
                self.table.update(&other);
                Ok(vec![])
            }
        }
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        let asks = self.asks(area.width);
        let tall = u16::try_from(asks.len()).unwrap_or(u16::MAX).min(area.height / 2);
        let gap = u16::from(tall > 0);
        let parts = [Constraint::Length(tall), Constraint::Length(gap), Constraint::Fill(1)];
        let [above, _, body] = Layout::vertical(parts).areas(area);
        for (words, row) in asks.iter().zip(above.rows()) {
            Line::styled(words.as_str(), theme.doubt).render(row, buf);
        }
        self.table.view(body, buf, theme)
    }
}
