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
        aid::{self, Tie},
        aid_card,
        counter::Desk,
        limits,
        lists::{self, Which},
        newcomer,
        portrait::{self, Fact},
    },
    domain::{choice::Choice as _, id::Id, nik::Nik, request::Kind, resident::Resident},
    fault::Fault,
    form::field::Offer,
    store::record::Table,
    tui::{
        command::Command,
        line,
        picking::Picking,
        screen::{Duty, Effect, Msg, Opened, Route, Screen, Step},
        theme::Theme,
        widget::table::{self, Column},
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
    /// Whether there is a NIK, and the full one once a reason was given: until the card is closed.
    has_nik: bool,
    limited: bool,
    has_kk: bool,
    nik: Option<Nik>,
    below: table::Table<Goal>,
}

impl Card {
    /// The card of a resident as it is now.
    pub fn open(desk: &mut Desk, id: Id) -> Opened {
        let below =
            table::Table::new(COLUMNS, "Belum ada permohonan. Ctrl-N membuat yang pertama.");
        let mut card = Self {
            id: desk.now_kept(id),
            name: String::new(),
            facts: vec![],
            has_nik: false,
            limited: false,
            has_kk: false,
            nik: None,
            below,
        };
        card.read(desk)?;
        Ok(Box::new(card))
    }

    fn read(&mut self, desk: &Desk) -> Result<(), Fault> {
        let who: Resident = desk.opened(self.id)?;
        who.name().clone_into(&mut self.name);
        self.has_nik = who.nik().is_some();
        self.limited = who.restriction.is_some();
        self.has_kk = who.family.kk.is_some();
        self.facts = portrait::card(desk, &who)?;
        let household = aid::household(desk, who)?;
        self.facts.push(("Bansos", aid_card::of(desk, &household).line()));
        for (_, words) in self.facts.iter_mut().filter(|(name, _)| *name == portrait::NIK) {
            if let Some(nik) = self.nik {
                *words = nik.to_string();
            }
        }
        let mut rows = lists::rows(desk, &lists::ids(desk, Which::About(self.id)))?;
        rows.sort_by_key(|row| !row.status.is_open());
        let requests = rows.into_iter().map(|row| {
            let day = row.received.day(desk.zone()).to_string();
            (Goal::Request(row.id), vec![row.ticket, row.about, row.status.to_string(), day])
        });
        let members = household
            .iter()
            .filter(|near| near.tie != Tie::Own)
            .map(|near| (Goal::Member(near.who.id), portrait::member(desk, near)));
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

/// Chosen to lift a restriction.
const LIFT: &str = "cabut";

/// A code, words, and what serves it.
type Right = (&'static str, &'static str, fn(Id) -> Duty);

/// What a person can ask for about their own data.
const RIGHTS: &[Right] = &[
    ("salinan", "Salinan data untuk warga", Duty::Copy),
    ("batasi", "Batasi pemakaian data", Duty::Limit),
    ("hapus", "Hapus data warga ini", Duty::Erase),
];

/// What a person can ask for, to choose from.
fn rights(limited: bool) -> Picking {
    let offer = |(code, label, _): &Right| {
        let (code, label) = match *code {
            "batasi" if limited => (LIFT, "Cabut pembatasan"),
            code => (code, *label),
        };
        Offer { code: code.to_owned(), label: label.to_owned() }
    };
    Picking {
        title: "Hak warga atas datanya".to_owned(),
        offers: RIGHTS.iter().map(offer).collect(),
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
        "Ctrl-N: permohonan baru. b: bansos. a: anggota keluarga baru. n: NIK lengkap.".into()
    }

    fn commands(&self) -> &'static [Command] {
        &[
            Command::New,
            Command::Edit,
            Command::Back,
            Command::Open,
            Command::Aid,
            Command::Member,
            Command::ShowNik,
            Command::History,
            Command::Merge,
            Command::Rights,
        ]
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::Merge if self.limited => Some("pemakaian data warga ini sedang dibatasi"),
            Command::Open if self.below.is_empty() => Some("belum ada permohonan"),
            Command::Member if !self.has_kk => Some("nomor KK warga ini belum tercatat"),
            Command::ShowNik if !self.has_nik => Some("NIK warga ini belum tercatat"),
            Command::ShowNik if self.nik.is_some() => Some("NIK lengkapnya sudah tampil"),
            _ => None,
        }
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        Ok(match msg {
            Msg::Command(Command::New) => vec![Effect::Pick(kinds())],
            Msg::Picked(codes) => {
                let code = codes.first().map_or("", String::as_str);
                if let Ok(nik) = code.parse() {
                    self.nik = Some(nik);
                    self.read(desk)?;
                    return Ok(vec![Effect::Say(
                        "NIK lengkap tampil sampai kartu ini ditutup.".into(),
                    )]);
                }
                if code == LIFT {
                    limits::lift(desk, self.id)?;
                    self.read(desk)?;
                    return Ok(vec![Effect::Say("Pembatasan dicabut.".into())]);
                }
                if let Some((_, _, duty)) = RIGHTS.iter().find(|(right, ..)| *right == code) {
                    return Ok(vec![Effect::Go(Route::Duty(duty(self.id)))]);
                }
                let kind = Kind::coded(code);
                let route = kind.map(|kind| Route::NewRequest { subject: self.id, kind });
                route.map(Effect::Go).into_iter().collect()
            }
            Msg::Command(Command::Rights) => vec![Effect::Pick(rights(self.limited))],
            Msg::Command(Command::Aid) => vec![Effect::Go(Route::Aid(self.id))],
            Msg::Command(Command::Member) => {
                vec![Effect::Go(Route::ResumeResident(newcomer::begin(desk, self.id)?))]
            }
            Msg::Command(Command::ShowNik) => vec![Effect::Go(Route::ShowNik(self.id))],
            Msg::Command(Command::History) => {
                vec![Effect::Go(Route::History(Table::Resident, self.id))]
            }
            Msg::Command(Command::Merge) => vec![Effect::Go(Route::MergeWith(self.id))],
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
