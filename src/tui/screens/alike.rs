//! Who is known already and may be the person on the form: side by side, with what speaks for it.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{
        audit,
        counter::Desk,
        likeness::{Candidate, candidates},
        residents,
    },
    domain::{
        id::Id,
        likeness::Likeness,
        resident::Resident,
        sides::{PARTS, Part},
    },
    form::field::Draft,
    store::record::Table,
    tui::{
        command::Command,
        screen::{Answer, Effect, Msg, Opened, Screen, Step},
        theme::Theme,
        verdict::Verdict,
        widget::beside::{Beside, Row},
    },
};

/// The review of those whom it may be, one after another.
#[derive(Debug)]
pub struct Review {
    typed: Resident,
    known: Vec<Candidate>,
    at: usize,
    /// Those who were told apart so far.
    apart: Vec<Id>,
    beside: Beside,
    title: String,
    hint: String,
}

impl Review {
    /// Compares what was typed with those whom it may be.
    pub fn open(desk: &mut Desk, (typed, of): (&Draft, Option<Id>), known: &[Id]) -> Opened {
        let typed = residents::meant(desk, of, typed)?;
        let mut found = candidates(desk, &typed, known.len().max(1))?;
        found.retain(|one| known.contains(&one.who.id));
        for one in &found {
            audit::opened(desk, (Table::Resident, one.who.id))?;
        }
        let beside = Beside::new(vec![]);
        let (title, hint) = (String::new(), String::new());
        let mut review = Self { typed, known: found, at: 0, apart: vec![], beside, title, hint };
        review.show();
        Ok(Box::new(review))
    }

    fn show(&mut self) {
        let Some(one) = self.known.get(self.at) else { return };
        self.title = match self.known.len() {
            1 => "Mungkin sudah terdaftar".to_owned(),
            all => format!("Mungkin sudah terdaftar (orang {} dari {all})", self.at + 1),
        };
        let band = one.band.words();
        let score = one.likeness.score;
        self.hint = format!("Nilai {score}: {band}. i: ini orangnya. l: orang lain.");
        let mut rows = vec![Row::Heading(["Yang diketik".to_owned(), "Yang tercatat".to_owned()])];
        rows.extend(PARTS.iter().filter_map(|part| pair(part, &self.typed, &one.who)));
        rows.extend(reasons(&one.likeness));
        self.beside = Beside::new(rows);
    }

    /// What is said of the person on the screen; where that was the last one, of all.
    fn tell_apart(&mut self) -> Vec<Effect> {
        if let Some(one) = self.known.get(self.at) {
            self.apart.push(one.who.id);
            self.known.remove(self.at);
        }
        if self.known.is_empty() {
            return tell(&Verdict::AsNew(std::mem::take(&mut self.apart)));
        }
        self.at = self.at.min(self.known.len() - 1);
        self.show();
        vec![]
    }
}

fn tell(verdict: &Verdict) -> Vec<Effect> {
    vec![Effect::Tell(Answer::Picked(verdict.codes()))]
}

/// What two records say of a part, where one of them says something.
fn pair(part: &Part, one: &Resident, other: &Resident) -> Option<Row> {
    let sides = [(part.words)(one), (part.words)(other)];
    let told = sides.iter().any(|words| !words.is_empty());
    let sign = part.sign(one, other);
    told.then_some(Row::Pair { label: part.label, sign, sides, taken: None })
}

/// What speaks for it, against it, and what nobody knows.
fn reasons(likeness: &Likeness) -> Vec<Row> {
    let told = [
        ("Mendukung", likeness.reasons_for()),
        ("Menentang", likeness.against()),
        ("Belum diketahui", likeness.unknown()),
    ];
    let told = told.into_iter().filter(|(_, words)| !words.is_empty());
    let told = told.map(|(name, words)| Row::Words(format!("{name}: {}.", words.join(", "))));
    [Row::Words(String::new())].into_iter().chain(told).collect()
}

impl Screen for Review {
    fn name(&self) -> &'static str {
        "mirip"
    }

    fn title(&self) -> Cow<'_, str> {
        self.title.as_str().into()
    }

    fn hint(&self) -> Cow<'_, str> {
        self.hint.as_str().into()
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::AsNew, Command::Same, Command::Other, Command::NextPart, Command::Back]
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        let alone = command == Command::NextPart && self.known.len() < 2;
        alone.then_some("hanya satu yang mirip")
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, _: &mut Desk) -> Step {
        Ok(match msg {
            Msg::Command(Command::Same) => {
                let id = self.known.get(self.at).map(|one| one.who.id);
                id.map(|id| tell(&Verdict::Same(id))).unwrap_or_default()
            }
            Msg::Command(Command::Other) => self.tell_apart(),
            Msg::Command(Command::AsNew) => {
                let rest = self.known.iter().map(|one| one.who.id);
                tell(&Verdict::AsNew(self.apart.iter().copied().chain(rest).collect()))
            }
            Msg::Command(Command::NextPart) => {
                self.at = (self.at + 1) % self.known.len().max(1);
                self.show();
                vec![]
            }
            Msg::Command(Command::Back) => tell(&Verdict::Apart(std::mem::take(&mut self.apart))),
            other => {
                self.beside.update(&other);
                vec![]
            }
        })
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.beside.view(area, buf, theme)
    }
}
