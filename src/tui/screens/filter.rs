//! To whom a search is narrowed, now or under a name.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{counter::Desk, directory, filtering, filters},
    domain::{filter::Filter, id::Id, saved_filter::SavedFilter},
    fault::Fault,
    form::{
        field::{Draft, Field, Offer, Source},
        filter::{FIELDS, SAVED, answers, saved_answers},
    },
    tui::{
        command::Command,
        editing::refusal,
        screen::{Answer, Effect, Msg, Opened, Screen, Step},
        sheet::{Sheet, Told},
        theme::Theme,
    },
};

/// What becomes of the answers.
#[derive(Debug, Clone, Copy)]
enum Goal {
    /// They go back to the search and are kept nowhere.
    Narrow,
    /// They are kept under a name, and go back to the search.
    Keep,
    /// The filter that is kept asks this from now on.
    Change(Id),
}

/// The questions.
#[derive(Debug)]
pub struct Narrow {
    goal: Goal,
    sheet: Sheet,
}

const COMMANDS: &[Command] =
    &[Command::Save, Command::LookUp, Command::Next, Command::Previous, Command::Back];

/// The same where nothing is kept.
const PASSING: &[Command] =
    &[Command::Apply, Command::LookUp, Command::Next, Command::Previous, Command::Back];

/// Said when the clerk wants to go on after the last question.
const LAST: &str = "Ini isian terakhir. Tekan F2 untuk memakainya.";

/// Asks, beginning with what is asked already.
pub fn open(desk: &Desk, now: &Filter) -> Opened {
    Ok(begin(desk, Goal::Narrow, answers(now)))
}

/// Asks what is to be kept, beginning with what is asked already.
pub fn keep(desk: &Desk, now: &Filter) -> Opened {
    Ok(begin(desk, Goal::Keep, answers(now)))
}

/// Asks what a filter that is kept is to ask from now on.
pub fn change(desk: &Desk, id: Id) -> Opened {
    Ok(begin(desk, Goal::Change(id), saved_answers(filters::filter(desk, id)?)))
}

fn begin(desk: &Desk, goal: Goal, answers: Draft) -> Box<dyn Screen> {
    let offers = |source, draft: &Draft| offers(desk, source, draft);
    let fields = if matches!(goal, Goal::Narrow) { FIELDS } else { SAVED };
    let sheet = Sheet::new(fields, answers, desk.today()).labelled(&offers);
    Box::new(Narrow { goal, sheet })
}

fn offers(desk: &Desk, source: Source, draft: &Draft) -> Vec<Offer> {
    directory::offers(desk, source, draft, directory::About::Nothing)
}

impl Narrow {
    fn save(&mut self, desk: &mut Desk) -> Step {
        self.sheet.judge()?;
        let narrowed = |filter| Effect::Tell(Answer::Narrowed(Box::new(filter)));
        Ok(match self.goal {
            Goal::Narrow => vec![narrowed(filtering::asked(desk, &self.sheet.draft)?)],
            Goal::Keep => {
                let saved = filters::save(desk, &self.sheet.draft)?;
                let words = told(&saved);
                vec![narrowed(saved.filter), Effect::Say(words)]
            }
            Goal::Change(id) => {
                let saved = filters::change(desk, id, &self.sheet.draft)?;
                vec![Effect::Back, Effect::Say(told(&saved))]
            }
        })
    }
}

/// What was kept; days that do not move along are soon over.
fn told(saved: &SavedFilter) -> String {
    let dated = saved.filter.from.or(saved.filter.until);
    let fixed = dated.map(|day| format!(" Tanggal {day} tetap; Kapan bergeser sendiri."));
    format!("Tersimpan: {}.{}", saved.name, fixed.unwrap_or_default())
}

impl Screen for Narrow {
    fn name(&self) -> &'static str {
        if matches!(self.goal, Goal::Narrow) { "saring" } else { "saringan" }
    }

    fn title(&self) -> Cow<'_, str> {
        match self.goal {
            Goal::Narrow => "Saring",
            Goal::Keep => "Saringan baru",
            Goal::Change(_) => "Ubah saringan",
        }
        .into()
    }

    fn hint(&self) -> Cow<'_, str> {
        self.sheet.hint()
    }

    fn commands(&self) -> &'static [Command] {
        if matches!(self.goal, Goal::Narrow) { PASSING } else { COMMANDS }
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        refusal(command, self.sheet.field())
    }

    fn field(&self) -> Option<&'static Field> {
        self.sheet.field()
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::Save | Command::Apply) => self.save(desk),
            Msg::Command(Command::Back) => Ok(vec![Effect::Back]),
            msg => {
                let offers = |source, draft: &Draft| offers(desk, source, draft);
                Ok(match (self.sheet.update(&msg, &offers), self.goal) {
                    (Told::End(_), Goal::Narrow) => vec![Effect::Say(LAST.into())],
                    (told, _) => told.effects(),
                })
            }
        }
    }

    fn blame(&mut self, fault: &Fault) -> bool {
        self.sheet.blame(fault)
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.sheet.view(area, buf, theme)
    }
}
