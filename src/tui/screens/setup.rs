//! The first run: where is this office, what is it, and who sits here?
//!
//! # Why
//! Three short steps instead of one long form, and almost all of it is known once the place is: so
//! the place comes first, and a clerk who is in a hurry presses F2 twice. Going back loses nothing,
//! and another place changes only what had been presumed of the first one.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    text::Line,
    widgets::Widget as _,
};

use crate::{
    desk::{
        counter::Desk,
        directory::{self, About, offers},
        keeping, setup,
    },
    domain::area::Area,
    fault::Fault,
    form::{
        clerk,
        field::{Draft, Field, SUBJECT},
        office::{self, ADDRESS, AREA},
        office_answers, passphrase,
    },
    tui::{
        command::Command,
        editing, line,
        offered::areas,
        screen::{Effect, Msg, Opened, Route, Screen, Step},
        sheet::{Sheet, Told},
        theme::Theme,
        widget::picker::Picker,
    },
};

/// The steps, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Place,
    Office,
    Person,
}

/// The three steps with the answers so far.
#[derive(Debug)]
pub struct Setup {
    part: Part,
    picker: Picker,
    /// The area whose presets stand in the office sheet.
    area: Option<Area>,
    office: Sheet,
    person: Sheet,
}

const PICKING: &[Command] = &[Command::Choose, Command::Back];
const ASKING: &[Command] = &[
    Command::Save,
    Command::LookUp,
    Command::Repeat,
    Command::NextPart,
    Command::Next,
    Command::Previous,
    Command::Back,
];

impl Setup {
    /// Opens the first step, or the one where the clerk was before the desk was closed.
    pub fn open(desk: &Desk) -> Opened {
        directory::unpack_areas();
        let kept = |form| keeping::of(desk, form).unwrap_or_default();
        let (place, mut person) = (kept("kantor"), kept("petugas"));
        if !person.named(SUBJECT).is_empty() {
            person = Draft::default();
        }
        let area: Option<Area> = place.text(&AREA).parse().ok();
        let part = match area {
            None => Part::Place,
            Some(_) if person.is_empty() => Part::Office,
            Some(_) => Part::Person,
        };
        Ok(Box::new(Self {
            part,
            picker: Picker::sought(areas(&[]), place.text(&AREA)),
            area,
            office: Sheet::new(office::FIELDS, place, desk.today()),
            person: Sheet::new(clerk::FIRST, person, desk.today()),
        }))
    }

    /// What is said above the step, one paragraph each.
    const fn words(&self) -> &'static [&'static str] {
        match self.part {
            Part::Place => &[
                "Selamat datang. Loket disiapkan dalam tiga langkah singkat: tempat, kantor dan \
                 petugas. Semuanya dapat diubah lagi kapan saja di Setelan. Data hanya \
                 disimpan di komputer ini.",
                "",
                "Di kelurahan atau desa mana kantor ini? Ketik namanya, lalu tekan Enter.",
            ],
            Part::Office => {
                &["Periksa yang sudah terisi. Yang masih kosong boleh menyusul. F2 bila sudah."]
            }
            Part::Person => {
                &["Siapa yang duduk di loket ini? Namanya tercatat pada setiap data yang ia \
                 simpan; tanpa kata sandinya data tidak dapat dibaca siapa pun. F2 menyimpan."]
            }
        }
    }

    /// The step of the place: the picker has the keys.
    fn place(&mut self, msg: &Msg, desk: &Desk) -> Vec<Effect> {
        match msg {
            Msg::Command(Command::Choose) => {
                let chosen = self.picker.pointed().and_then(|offer| offer.code.parse().ok());
                let Some(area) = chosen else {
                    let words = "Ketik dahulu nama kelurahan atau desanya.".to_owned();
                    return vec![Effect::Say(words)];
                };
                if self.area != Some(area) {
                    let mut draft = self.office.draft.clone();
                    office_answers::move_to(&mut draft, self.area, area);
                    self.area = Some(area);
                    self.office = Sheet::new(office::FIELDS, draft, desk.today());
                    self.office.point(ADDRESS.id);
                }
                self.part = Part::Office;
            }
            Msg::Command(Command::Back) => return vec![Effect::Back],
            msg => {
                self.picker.update(msg);
            }
        }
        vec![]
    }

    /// The step of the office.
    fn office(&mut self, msg: &Msg, desk: &Desk) -> Step {
        match msg {
            Msg::Command(Command::Save) => {
                self.office.judge()?;
                self.part = Part::Person;
            }
            Msg::Command(Command::Back) => self.part = Part::Place,
            msg => {
                let told = self
                    .office
                    .update(msg, &|source, draft| offers(desk, source, draft, About::Nothing));
                match told {
                    Told::Left(field) if field.id == AREA.id => self.moved(),
                    Told::End(_) => {
                        let words = "Ini isian terakhir. F2 melanjutkan ke langkah 3.".to_owned();
                        return Ok(vec![Effect::Say(words)]);
                    }
                    other => return Ok(other.effects()),
                }
            }
        }
        Ok(vec![])
    }

    /// The area was changed on the sheet: the presets follow.
    fn moved(&mut self) {
        let Ok(area) = self.office.draft.text(&AREA).parse::<Area>() else { return };
        if self.area == Some(area) {
            return;
        }
        let mut draft = self.office.draft.clone();
        office_answers::move_to(&mut draft, self.area, area);
        self.area = Some(area);
        for field in office::FIELDS {
            if draft.text(field) != self.office.draft.text(field) {
                self.office.put(field.id, draft.text(field), &|_, _| Vec::new());
            }
        }
    }

    /// The step of the first officer; saving here saves all of it.
    fn person(&mut self, msg: &Msg, desk: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::Save) => {
                self.person.judge()?;
                let passphrase = passphrase::chosen(&self.person.draft)?;
                let (_, code) =
                    setup::found(desk, &self.office.draft, &self.person.draft, &passphrase)?;
                keeping::forget(desk, "kantor")?;
                keeping::forget(desk, "petugas")?;
                return Ok(vec![Effect::Replace(Route::Safe { code, first: true })]);
            }
            Msg::Command(Command::Back) => self.part = Part::Office,
            msg => {
                let told = self.person.update(msg, &|_, _| Vec::new());
                return Ok(told.effects());
            }
        }
        Ok(vec![])
    }
}

impl Screen for Setup {
    fn name(&self) -> &'static str {
        match self.part {
            Part::Place => "siapkan",
            Part::Office => "kantor",
            Part::Person => "petugas",
        }
    }

    fn title(&self) -> Cow<'_, str> {
        match self.part {
            Part::Place => "Langkah 1 dari 3: tempat",
            Part::Office => "Langkah 2 dari 3: kantor",
            Part::Person => "Langkah 3 dari 3: petugas",
        }
        .into()
    }

    fn hint(&self) -> Cow<'_, str> {
        match self.part {
            Part::Place => "Bila belum tampak, tambahkan kecamatan atau kotanya.".into(),
            Part::Office => self.office.hint(),
            Part::Person => self.person.hint(),
        }
    }

    fn commands(&self) -> &'static [Command] {
        if self.part == Part::Place { PICKING } else { ASKING }
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::Find => Some("kantor ini belum selesai disiapkan"),
            other => editing::refusal(other, self.field()),
        }
    }

    fn field(&self) -> Option<&'static Field> {
        match self.part {
            Part::Place => None,
            Part::Office => self.office.field(),
            Part::Person => self.person.field(),
        }
    }

    fn draft(&self) -> Option<(&'static str, &Draft)> {
        match self.part {
            Part::Place => None,
            Part::Office => Some(("kantor", &self.office.draft)),
            Part::Person => Some(("petugas", &self.person.draft)),
        }
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        match self.part {
            Part::Place => Ok(self.place(&msg, desk)),
            Part::Office => self.office(&msg, desk),
            Part::Person => self.person(&msg, desk),
        }
    }

    fn blame(&mut self, fault: &Fault) -> bool {
        if self.part == Part::Person && self.person.blame(fault) {
            return true;
        }
        let found = self.office.blame(fault);
        if found {
            self.part = Part::Office;
        }
        found
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        let room = usize::from(area.width.saturating_sub(2));
        let lines: Vec<_> = self.words().iter().flat_map(|words| line::wrap(words, room)).collect();
        let tall = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
        let tall = if area.height >= tall.saturating_add(8) { tall } else { 0 };
        let [head, body] =
            Layout::vertical([Constraint::Length(tall), Constraint::Fill(1)]).areas(area);
        for (words, row) in lines.iter().zip(head.rows().skip(1)) {
            Line::raw(format!(" {words}")).render(row, buf);
        }
        match self.part {
            Part::Place => self.picker.view(body, buf, theme),
            Part::Office => self.office.view(body, buf, theme),
            Part::Person => self.person.view(body, buf, theme),
        }
    }
}
