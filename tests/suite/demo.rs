//! A small desk to try the shell on: a list of guests, and a form with every kind of question.
use std::{borrow::Cow, cell::RefCell};

use chrono::NaiveDate;
use loket::{
    desk::counter::{Clock, Desk},
    domain::moment::Moment,
    domain::{
        doubt::{Doubt, Odd},
        reject::Reject,
    },
    fault::Fault,
    form::field::{Draft, Field, Kind, Offer, Source, always, any},
    tui::{
        app::App,
        command::Command,
        doors::DOORS,
        job::Job,
        screen::{Effect, Msg, Opened, Route, Screen, Step},
        sheet::Sheet,
        shell::Doors,
        theme::Theme,
        widget::table::{Column, Table},
        zones::Sign,
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{clerk::Clerk, place::Place};

thread_local! {
    /// The drafts that the shell gave away to be kept.
    pub static KEPT: RefCell<Vec<Draft>> = const { RefCell::new(Vec::new()) };
}

/// A clerk before the list of guests.
pub fn desk() -> Clerk {
    let keep = |_: &mut Desk, _: &'static str, draft: &Draft| {
        KEPT.with_borrow_mut(|kept| kept.push(draft.clone()));
        Ok(())
    };
    let open = |route: &Route, _: &mut Desk| -> Opened {
        Ok(match route {
            Route::Home => Box::new(Guests::new()),
            _ => Box::new(Form::new()),
        })
    };
    let sign = |_: &Desk| Sign {
        banner: "",
        clerk: "Rina".to_owned(),
        day: "17 Agu 2026".to_owned(),
        alarm: String::new(),
    };
    let place = Place::new();
    let desk = place.desk(Clock::Set(Moment(0)));
    let doors = Doors { open, keep, settle: |_| {}, sign, ..DOORS };
    let app = App::new(desk, doors, Theme::MONO).unwrap();
    Clerk::sits_down(app).at(place)
}

/// A clerk before the empty form.
pub fn form() -> Clerk {
    let mut clerk = desk();
    clerk.types("<f3>");
    clerk
}

const fn line(id: &'static str, label: &'static str, width: u16) -> Field {
    let hint = "Seperti pada kartunya.";
    Field { id, label, hint, width, kind: Kind::Line, check: any, when: always }
}

fn filled(text: &str, _: NaiveDate) -> Result<(), Reject> {
    if text.trim().is_empty() { Err(Reject::Empty) } else { Ok(()) }
}

fn sixteen(text: &str, _: NaiveDate) -> Result<(), Reject> {
    match text.chars().count() {
        0 => Err(Reject::Empty),
        16 => Ok(()),
        got => Err(Reject::Length { want: 16, got }),
    }
}

fn offered(text: &str, today: NaiveDate) -> Result<(), Reject> {
    filled(text, today)?;
    let known = |code: &str| sexes().iter().any(|offer| offer.code == code);
    if known(text) { Ok(()) } else { Err(Reject::NotOffered) }
}

fn offers(rows: &[(&str, &str)]) -> Vec<Offer> {
    let row = |(code, label): &(&str, &str)| Offer { code: (*code).into(), label: (*label).into() };
    rows.iter().map(row).collect()
}

pub fn sexes() -> Vec<Offer> {
    offers(&[("L", "Laki-laki"), ("P", "Perempuan")])
}

fn papers() -> Vec<Offer> {
    offers(&[
        ("ktp", "Fotokopi KTP"),
        ("kk", "Fotokopi KK"),
        ("sktm", "Surat keterangan; asli"),
        ("foto", "Foto rumah"),
    ])
}

fn areas() -> Vec<Offer> {
    (1..=200).map(|n| Offer { code: format!("64.{n:03}"), label: format!("Desa {n}") }).collect()
}

const NIK: Field = Field {
    kind: Kind::Digits,
    check: sixteen,
    hint: "16 angka, seperti pada KTP.",
    ..line("nik", "NIK", 16)
};
const NAME: Field = Field { check: filled, ..line("nama", "Nama lengkap", 40) };
const SEX: Field = Field {
    kind: Kind::One(Source::Fixed(sexes)),
    check: offered,
    hint: "Laki-laki atau perempuan.",
    ..line("jk", "Jenis kelamin", 12)
};
const AREA: Field = Field { kind: Kind::One(Source::Institution), ..line("wilayah", "Desa", 20) };
const CAME: Field = Field { kind: Kind::Mark, ..line("kuasa", "Diwakili", 3) };
const PROXY: Field =
    Field { check: filled, when: |draft| draft.marked(&CAME), ..line("wakil", "Nama wakil", 30) };
const PAPERS: Field =
    Field { kind: Kind::Many(Source::Fixed(papers)), ..line("berkas", "Berkas", 40) };
const STORY: Field = Field { kind: Kind::Long(3), ..line("kisah", "Keluhan", 40) };
const WHO: Field = Field { kind: Kind::Heading, ..line("a", "Warga", 0) };
const WHAT: Field = Field { kind: Kind::Heading, ..line("b", "Permohonan", 0) };

const FIELDS: &[&Field] = &[&WHO, &NIK, &NAME, &SEX, &AREA, &WHAT, &CAME, &PROXY, &PAPERS, &STORY];

fn list(source: Source, _: &Draft) -> Vec<Offer> {
    if matches!(source, Source::Institution) { areas() } else { vec![] }
}

struct Form(Sheet);

impl Form {
    fn new() -> Self {
        let today = NaiveDate::from_ymd_opt(2026, 8, 17).unwrap();
        Self(Sheet::new(FIELDS, Draft::default(), today))
    }
}

impl Screen for Form {
    fn name(&self) -> &'static str {
        "contoh"
    }

    fn title(&self) -> Cow<'_, str> {
        "Permohonan baru".into()
    }

    fn hint(&self) -> Cow<'_, str> {
        self.0.hint()
    }

    fn commands(&self) -> &'static [Command] {
        &[
            Command::Save,
            Command::Print,
            Command::LookUp,
            Command::Repeat,
            Command::NextPart,
            Command::Next,
            Command::Previous,
            Command::Back,
        ]
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        (command == Command::Print).then_some("permohonan ini belum disimpan")
    }

    fn field(&self) -> Option<&'static Field> {
        self.0.field()
    }

    fn draft(&self) -> Option<(&'static str, &Draft)> {
        Some(("contoh", &self.0.draft))
    }

    fn update(&mut self, msg: Msg, _: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::Save) => {
                self.0.judge()?;
                if self.0.draft.named("nama") == "NN" && self.0.doubts().is_empty() {
                    return Err(Fault::Doubtful(vec![Doubt { field: "nama", why: Odd::NameOdd }]));
                }
                Ok(vec![Effect::Back, Effect::Say("Tersimpan.".to_owned())])
            }
            Msg::Command(Command::Back) => Ok(vec![Effect::Back]),
            other => Ok(self.0.update(&other, &list).effects()),
        }
    }

    fn blame(&mut self, fault: &Fault) -> bool {
        self.0.blame(fault)
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.0.view(area, buf, theme)
    }
}

struct Guests(Table<usize>);

const COLUMNS: &[Column] =
    &[Column::new("Nama", 0), Column::new("Layanan", 14), Column::new("Hari", 5).right()];

impl Guests {
    fn new() -> Self {
        let mut table = Table::new(COLUMNS, "Belum ada tamu hari ini.");
        let row =
            |n: usize| (n, vec![format!("Tamu {n}"), "Bantuan pangan".to_owned(), n.to_string()]);
        table.fill((1..=40).map(row).collect());
        Self(table)
    }
}

impl Screen for Guests {
    fn name(&self) -> &'static str {
        "tamu"
    }

    fn title(&self) -> Cow<'_, str> {
        "Loket".into()
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::Open, Command::Remove, Command::Receipt, Command::Print, Command::Back]
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, _: &mut Desk) -> Step {
        Ok(match msg {
            Msg::Command(Command::Open) => vec![Effect::Go(Route::Find { then: None })],
            Msg::Command(Command::Back) => vec![Effect::Back],
            Msg::Command(Command::Remove) => {
                vec![Effect::Ask("Hapus tamu ini untuk selamanya?".into())]
            }
            Msg::Command(Command::Receipt) => vec![Effect::Say("Tanda terima tampil.".to_owned())],
            Msg::Command(Command::Print) => {
                vec![Effect::Run(Job::Save { files: vec![] })]
            }
            Msg::Agreed => vec![Effect::Say("Tamu dihapus.".to_owned())],
            other => {
                self.0.update(&other);
                vec![]
            }
        })
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.0.view(area, buf, theme)
    }
}
