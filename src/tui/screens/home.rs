//! The first screen: what today holds, every number of it a list to open.
use std::borrow::Cow;

use crossterm::event::KeyCode;
use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    text::Line,
    widgets::Widget as _,
};

use crate::{
    desk::{
        counter::Desk,
        keeping, keys, ledger,
        lists::{self, Which},
        safekeeping,
    },
    domain::role::Role,
    fault::Fault,
    tui::{
        command::Command,
        line,
        screen::{Effect, Msg, Opened, Route, Screen, Step},
        theme::Theme,
        widget::table::{Column, Table},
    },
};

const COLUMNS: &[Column] = &[
    Column::new("", 1),
    Column::new("Hari ini", 22),
    Column::new("Jumlah", 7).right(),
    Column::new("", 1),
    Column::new("", 0),
];

/// The lists, and what each is for.
const LISTS: &[(Which, &str)] = &[
    (Which::Today, "semua yang dicatat sejak pagi"),
    (Which::Lacking, "menunggu berkas dari warga"),
    (Which::Silent, "tanyakan kabarnya ke lembaga"),
    (Which::DueToday, "dijanjikan selesai hari ini"),
    (Which::Overdue, "sudah melewati tanggal yang dijanjikan"),
    (Which::Open, "belum ditutup, dari kapan pun"),
    (Which::All, "yang terbuka dan yang sudah ditutup"),
];

/// Where a line of the first screen leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Door {
    List(Which),
    Drafts,
    Deeds,
    Settings,
    Safe,
}

/// Today's numbers.
#[derive(Debug)]
pub struct Home {
    office: String,
    banner: String,
    unfinished: usize,
    /// Is a code for the safe still to be written down, or a new one?
    unnoted: bool,
    doors: Table<Door>,
}

impl Home {
    /// Counts what there is now.
    pub fn open(desk: &mut Desk) -> Opened {
        let mut home = Self {
            office: String::new(),
            banner: String::new(),
            unfinished: 0,
            unnoted: false,
            doors: Table::new(COLUMNS, "Belum ada daftar."),
        };
        home.count(desk)?;
        Ok(Box::new(home))
    }

    fn count(&mut self, desk: &Desk) -> Result<(), Fault> {
        self.office = desk.office()?.name.to_string();
        let unnoted = keys::reminder(desk);
        self.banner = if let Some(words) = unnoted {
            words.to_owned()
        } else if desk.is_practice() {
            "LATIHAN: semua orang dan data di sini rekaan; silakan mencoba apa saja.".to_owned()
        } else {
            safekeeping::reminder(desk).unwrap_or_default()
        };
        self.unnoted = unnoted.is_some();
        self.unfinished = keeping::unfinished(desk).len();
        let lists = LISTS.iter().map(|(which, what)| {
            let all = lists::count(desk, *which);
            (Door::List(*which), lists::title(*which), Some(all), *what)
        });
        let drafts =
            (Door::Drafts, "Konsep", Some(self.unfinished), "isian yang belum selesai diketik");
        // The trail is an auditor's daily work; others find it with the officers.
        let audits = desk.clerk().is_some_and(|clerk| clerk.roles.contains(&Role::Auditor));
        let deeds = (Door::Deeds, "Jejak petugas", None, "siapa melihat dan mengubah apa");
        let settings =
            (Door::Settings, "Setelan", None, "kantor, petugas, lembaga, layanan, surat");
        let safe =
            (Door::Safe, "Kode pemulihan", None, "catat di kertas, simpan di tempat terkunci");
        // Last, so that no digit of the others changes while it is there.
        let all = lists.chain([drafts]).chain(audits.then_some(deeds)).chain([settings]);
        let rows = all.chain(unnoted.map(|_| safe)).enumerate().map(|(place, row)| {
            let (door, name, all, what) = row;
            let urgent = match door {
                Door::List(Which::DueToday | Which::Overdue) => all > Some(0),
                other => other == Door::Safe,
            };
            let mark = if urgent { "!" } else { "" };
            let all = all.map(|all| all.to_string()).unwrap_or_default();
            let key = if place < 10 { ((place + 1) % 10).to_string() } else { String::new() };
            (door, vec![key, name.to_owned(), all, mark.to_owned(), what.to_owned()])
        });
        self.doors.fill(rows.collect());
        Ok(())
    }

    fn go(&self, desk: &Desk) -> Step {
        let route = match self.doors.selected() {
            Some(Door::List(which)) => Route::List(*which),
            Some(Door::Drafts) => Route::Drafts,
            Some(Door::Deeds) => Route::Deeds(None),
            Some(Door::Settings) => Route::Settings,
            Some(Door::Safe) => Route::Safe { code: keys::new_recovery(desk)?, first: false },
            None => return Ok(vec![]),
        };
        Ok(vec![Effect::Go(route)])
    }
}

impl Screen for Home {
    fn name(&self) -> &'static str {
        "beranda"
    }

    fn title(&self) -> Cow<'_, str> {
        self.office.as_str().into()
    }

    fn hint(&self) -> Cow<'_, str> {
        if self.unfinished > 0 {
            "Ada isian yang belum selesai: buka Konsep untuk melanjutkannya.".into()
        } else if self.unnoted {
            // Short, for the small window has no room for the banner.
            "Kode pemulihan belum dicatat: End Enter.".into()
        } else {
            "Ctrl-N menerima tamu; angka atau Enter membuka daftarnya.".into()
        }
    }

    fn commands(&self) -> &'static [Command] {
        &[
            Command::Walkin,
            Command::Find,
            Command::Open,
            Command::Twins,
            Command::Import,
            Command::Agenda,
        ]
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::Walkin) => Ok(vec![Effect::Go(Route::Walkin)]),
            Msg::Command(Command::Find) => Ok(vec![Effect::Go(Route::Find { then: None })]),
            Msg::Command(Command::Twins) => Ok(vec![Effect::Go(Route::Twins)]),
            Msg::Command(Command::Agenda) => {
                Ok(vec![Effect::Go(Route::Agenda(ledger::this_year(desk)))])
            }
            Msg::Command(Command::Import) => Ok(vec![Effect::Go(Route::Imports)]),
            Msg::Command(Command::Open) => self.go(desk),
            Msg::Key(key) if key.code == KeyCode::Esc => Ok(vec![Effect::Back]),
            Msg::Key(key) => {
                let digit = key.typed().and_then(|c| c.to_digit(10));
                let place = digit.and_then(|digit| usize::try_from((digit + 9) % 10).ok());
                if place.is_some_and(|place| self.doors.select(place)) {
                    self.go(desk)
                } else {
                    Ok(vec![])
                }
            }
            Msg::Again => {
                self.count(desk)?;
                Ok(vec![])
            }
            other => {
                self.doors.update(&other);
                Ok(vec![])
            }
        }
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        let tall = u16::from(!self.banner.is_empty() && area.height > 10);
        let [top, body] =
            Layout::vertical([Constraint::Length(tall), Constraint::Fill(1)]).areas(area);
        let words = line::clip(&self.banner, usize::from(top.width));
        Line::styled(words, theme.doubt).render(top, buf);
        self.doors.view(body, buf, theme)
    }
}
