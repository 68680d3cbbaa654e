//! The search that opens from everywhere and answers while it is typed.
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
        filters,
        glance::{Glance, glance},
        lists::{self, Which},
        search::{self, Found, Looks},
    },
    domain::{count::grouped, filter::Filter, id::Id, request::Kind},
    fault::Fault,
    tui::{
        command::Command,
        entry::Entry,
        found::{Goal, PAPERS, PEOPLE, TOLD, WIDE, row, tell, tell_searched},
        line,
        screen::{Effect, Msg, Opened, Route, Screen, Step},
        theme::Theme,
        widget::table::Table,
    },
};

/// Rows that are read for one keystroke: what fits no window is narrowed by typing on.
const MOST: usize = 50;

const COMMANDS: &[Command] =
    &[Command::Open, Command::New, Command::Narrow, Command::Filters, Command::Back, Command::Find];

/// A window with fewer rows has no room for what stands beside the list.
const TALL: u16 = 14;

/// What was typed, and whom it fits.
#[derive(Debug)]
pub struct Find {
    /// What the person found is wanted for.
    then: Option<Kind>,
    entry: Entry,
    filter: Filter,
    /// How the filter is spoken of, and what of it is not there any more.
    narrowed: (String, Option<String>),
    found: Table<Goal>,
    count: usize,
    /// How many there are in all, where a filter alone is asked.
    all: usize,
    /// How many of them are papers.
    papers: usize,
    /// Why those stand there who are not called as was typed.
    reasons: Vec<(Id, &'static str)>,
    /// What is known of the person whom the list points at.
    beside: Option<(Id, Glance)>,
    /// The cursor follows what was done last: typing, or moving about in the list.
    moved: bool,
    /// Requests there were when the clerk left for a form.
    taken: usize,
}

impl Find {
    /// An empty search.
    pub fn open(desk: &mut Desk, then: Option<Kind>) -> Opened {
        Ok(Box::new(Self {
            then,
            entry: Entry::new("", false),
            filter: Filter::default(),
            narrowed: (String::new(), None),
            found: Table::new(PEOPLE, "").wide(WIDE),
            count: 0,
            all: 0,
            papers: 0,
            reasons: Vec::new(),
            beside: None,
            moved: false,
            taken: lists::count(desk, Which::All),
        }))
    }

    fn search(&mut self, desk: &Desk) -> Result<(), Fault> {
        self.narrowed = (filters::words(desk, &self.filter), filters::outdated(desk, &self.filter));
        let typed = self.entry.text();
        let (mut rows, mut marks) = (Vec::new(), Vec::new());
        self.reasons.clear();
        let all = search::narrowed(desk, typed, &self.filter, MOST)?;
        let people = all.first().is_none_or(|first| matches!(first, Found::Resident(_)));
        for found in all {
            marks.push(match &found {
                Found::Resident(found) => found.marks.clone(),
                _ => vec![typed.trim().to_owned()],
            });
            if let Found::Resident(found) = &found
                && let Some(reason) = found.reason()
            {
                self.reasons.push((found.who.id, reason));
            }
            let (goal, mut cells) = row(desk, found, typed)?;
            if !people && matches!(goal, Goal::Resident(_)) {
                cells.swap(0, 1);
            }
            rows.push((goal, cells));
        }
        self.count = rows.len();
        let alone = typed.trim().is_empty() && !self.filter.is_empty();
        self.all = if alone { filters::count(desk, &self.filter) } else { self.count };
        self.papers = rows.iter().filter(|(goal, _)| !matches!(goal, Goal::Resident(_))).count();
        if people {
            self.found.head(PEOPLE, WIDE);
        } else {
            self.found.head(PAPERS, PAPERS);
        }
        self.found.fill(rows);
        self.found.mark_each(marks);
        Ok(())
    }

    fn typed(&mut self, changed: bool, desk: &Desk) -> Step {
        self.moved = false;
        if changed {
            self.search(desk)?;
            self.found.restart();
            self.look(desk)?;
        }
        Ok(vec![])
    }

    /// Looks up what stands beside the list.
    fn look(&mut self, desk: &Desk) -> Result<(), Fault> {
        let Some(Goal::Resident(id)) = self.found.selected() else {
            self.beside = None;
            return Ok(());
        };
        if self.beside.as_ref().is_none_or(|(known, _)| known != id) {
            self.beside = Some((*id, glance(desk, *id)?));
        }
        Ok(())
    }

    /// Why the person whom the list points at stands there.
    fn reason(&self) -> Option<&'static str> {
        let (pointed, _) = self.beside.as_ref()?;
        self.reasons.iter().find(|(id, _)| id == pointed).map(|(_, reason)| *reason)
    }

    fn go(&self) -> Vec<Effect> {
        let route = self.found.selected().map(|goal| match (goal, self.then) {
            (Goal::Resident(id), None) => Route::Resident(*id),
            (Goal::Resident(id), Some(kind)) => Route::NewRequest { subject: *id, kind },
            (Goal::Request(id), _) => Route::Request(*id),
            (Goal::Referral { request, ticket }, _) => {
                Route::Referral { request: *request, ticket: *ticket }
            }
            (Goal::Letter(id), _) => Route::Posted(*id),
            (Goal::Stub(id), _) => Route::Stub(*id),
        });
        route.map(Effect::Go).into_iter().collect()
    }
}

impl Screen for Find {
    fn name(&self) -> &'static str {
        "cari"
    }

    fn title(&self) -> Cow<'_, str> {
        match self.then {
            None => "Cari".into(),
            Some(kind) => format!("{kind}: cari orangnya").into(),
        }
    }

    fn hint(&self) -> Cow<'_, str> {
        let typed = self.entry.text().trim();
        match self.count {
            0 if !self.filter.is_empty() && search::looks(typed).is_some() => {
                "Saringan hanya menampilkan orang. F4 0 melepasnya, lalu nomornya dicari.".into()
            }
            0 if search::looks(typed) == Some(Looks::Ticket) => {
                "Tiket itu belum cocok; periksa angkanya, atau minta petugas lain mencarinya."
                    .into()
            }
            0 if search::looks(typed) == Some(Looks::Number) => {
                "Nomor itu belum cocok; periksa angkanya, atau minta petugas lain mencarinya."
                    .into()
            }
            0 if let Some(gone) = &self.narrowed.1 => {
                format!("Tidak ada yang cocok: {gone}. F6 mengubah saringan.").into()
            }
            0 if !self.filter.is_empty() => {
                "Tidak ada yang cocok dengan saringan itu. F6 mengubah saringan.".into()
            }
            MOST if self.all > MOST => {
                let all = grouped(self.all as u64);
                format!("{MOST} dari {all} warga; yang terakhir dilayani lebih dahulu.").into()
            }
            _ if typed.is_empty() && !self.filter.is_empty() => {
                "Enter membuka yang ditunjuk; yang terakhir dilayani lebih dahulu.".into()
            }
            _ if typed.is_empty() && self.then.is_some_and(Kind::is_complaint) => {
                "Cari orang yang dibicarakan, bukan pelapornya; pelapor dicatat kemudian.".into()
            }
            _ if typed.is_empty() => {
                "Ketik nama, NIK, telepon, tiket, nomor surat; sebagian cukup. F4: saringan.".into()
            }
            0 => "Tidak ada yang cocok. Ctrl-N mendaftarkannya sebagai warga baru.".into(),
            _ if self.papers == search::PAPERS => {
                "Sepuluh yang terbaru di atas; ketik lebih banyak agar tepat.".into()
            }
            MOST => "50 yang paling cocok; ketik lebih banyak agar daftarnya pendek.".into(),
            _ if self.papers > 0 || search::looks(typed).is_some() => {
                "Enter membuka yang ditunjuk.".into()
            }
            _ => "Enter membuka yang ditunjuk. Bukan orangnya: Ctrl-N warga baru.".into(),
        }
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        (command == Command::Open && self.count == 0).then_some("belum ada yang ditunjuk")
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::Open) => {
                self.taken = lists::count(desk, Which::All);
                Ok(self.go())
            }
            Msg::Command(Command::New) => {
                self.taken = lists::count(desk, Which::All);
                let typed = self.entry.text();
                // The number of a paper is nobody's name.
                let name = search::looks(typed).is_none();
                let typed = if name { typed.to_owned() } else { String::new() };
                Ok(vec![Effect::Go(Route::NewResident { typed, then: self.then })])
            }
            Msg::Command(Command::Find) => {
                self.entry = Entry::new("", false);
                self.typed(true, desk)
            }
            Msg::Command(Command::Narrow) => {
                Ok(vec![Effect::Go(Route::Filter(Box::new(self.filter.clone())))])
            }
            Msg::Command(Command::Filters) => {
                Ok(vec![Effect::Go(Route::Filters(Box::new(self.filter.clone())))])
            }
            Msg::Narrowed(filter) => {
                self.filter = *filter;
                self.typed(true, desk)
            }
            Msg::Command(Command::Back) => Ok(vec![Effect::Back]),
            // The visitor was served: this search has done its work.
            Msg::Again if self.then.is_some() && lists::count(desk, Which::All) > self.taken => {
                Ok(vec![Effect::Back])
            }
            Msg::Again => {
                self.search(desk)?;
                self.beside = None;
                self.look(desk)?;
                Ok(vec![])
            }
            Msg::Key(key) => {
                let changed = self.entry.press(key);
                self.typed(changed, desk)
            }
            Msg::Paste(text) => {
                let changed = self.entry.paste(&text);
                self.typed(changed, desk)
            }
            other => {
                self.moved |= self.found.update(&other);
                self.look(desk)?;
                Ok(vec![])
            }
        }
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        let beside = if area.height < TALL { 0 } else { TOLD };
        let [top, body, below] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Fill(1),
            Constraint::Length(beside),
        ])
        .areas(area);
        if let Some((_, glance)) = &self.beside {
            tell(glance, self.reason(), (below, buf), theme);
        }
        let parts = [
            Constraint::Length(7),
            Constraint::Max(if self.filter.is_empty() {
                50
            } else {
                30.min((area.width / 2).saturating_sub(5))
            }),
            Constraint::Fill(1),
        ];
        let [label, entry, narrowed] = Layout::horizontal(parts).areas(top);
        if !self.filter.is_empty() {
            let room = usize::from(narrowed.width.saturating_sub(1));
            let words = format!("Saring: {}", self.narrowed.0);
            Line::styled(line::clip(&words, room), theme.label)
                .right_aligned()
                .render(narrowed, buf);
        }
        Line::styled(" Cari: ", theme.label).render(label, buf);
        let width = usize::from(entry.width);
        let (shown, column) = line::window(self.entry.text(), self.entry.cursor(), width);
        let rest = "_".repeat(width.saturating_sub(line::columns(&shown)));
        Line::styled(shown + &rest, theme.entry).render(entry, buf);
        let column = u16::try_from(column).unwrap_or(u16::MAX);
        let row = self.found.view(body, buf, theme);
        let typed = self.entry.text().trim();
        if self.count == 0 && self.filter.is_empty() && !typed.is_empty() {
            tell_searched(body, buf, theme);
        }
        if self.moved && self.count > 0 {
            row
        } else {
            Position::new(entry.x.saturating_add(column), entry.y)
        }
    }
}
