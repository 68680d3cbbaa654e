//! A form on the screen, being filled in.
//!
//! # Why
//! Every form of the desk is this one sheet over a table of questions. An answer is judged when it
//! is left forwards and forgiven at the next keystroke; the cursor is never held back. What is
//! typed stands in the draft at once, right or wrong, so that nothing can be lost.
use std::borrow::Cow;

use chrono::NaiveDate;
use crossterm::event::KeyCode;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    domain::{doubt::Doubt, reject::Reject},
    fault::Fault,
    form::field::{Draft, Field, Kind, Source, YES},
    tui::{
        choices::{Choices, codes, named},
        command::Command,
        entry::Entry,
        key::Key,
        offered::{Offers, choices, offered, words},
        paper,
        picking::Picking,
        question::Question,
        remarks::Remarks,
        roll::Roll,
        screen::{Effect, Msg},
        theme::Theme,
        walk::{self, Fields},
    },
};

/// What a message did to the sheet.
#[derive(Debug)]
pub enum Told {
    /// The message is not for the sheet, or changed nothing.
    Nothing,
    /// This answer is another one now.
    Changed(&'static Field),
    /// The cursor left this question forwards; its answer was judged.
    Left(&'static Field),
    /// The cursor wants to go on, but this was the last question; its answer is good.
    End(&'static Field),
    /// The clerk wants to see the list.
    Pick(Picking),
}

impl Told {
    /// What follows for the screen, where it has nothing better to do.
    #[must_use]
    pub fn effects(self) -> Vec<Effect> {
        match self {
            Self::Pick(picking) => vec![Effect::Pick(picking)],
            Self::End(_) => {
                vec![Effect::Say("Ini isian terakhir. Tekan F2 untuk menyimpan.".into())]
            }
            _ => vec![],
        }
    }
}

/// The questions, the answers so far, and where the cursor stands.
#[derive(Debug)]
pub struct Sheet {
    pub draft: Draft,
    fields: Fields,
    today: NaiveDate,
    focus: usize,
    entry: Entry,
    /// What codes stand for, by question.
    shown: Vec<String>,
    remarks: Remarks,
    /// The list under the cursor, from the first keystroke until the question is left.
    choices: Option<Choices>,
    roll: Roll,
}

impl Sheet {
    /// A sheet with the cursor at the first question. The day is today's.
    #[must_use]
    pub fn new(fields: Fields, draft: Draft, today: NaiveDate) -> Self {
        let mut sheet = Self {
            draft,
            fields,
            today,
            focus: 0,
            entry: Entry::default(),
            shown: vec![String::new(); fields.len()],
            remarks: Remarks::default(),
            choices: None,
            roll: Roll::default(),
        };
        sheet.focus = walk::applying(fields, &sheet.draft).next().unwrap_or(0);
        sheet.labelled(&|_, _| Vec::new())
    }

    /// The same, with the words for codes that stand in the draft already.
    #[must_use]
    pub fn labelled(mut self, offers: Offers<'_>) -> Self {
        for place in 0..self.fields.len() {
            self.label(place, offers);
        }
        self.stand(self.focus);
        self
    }

    /// The question where the cursor stands.
    #[must_use]
    pub fn field(&self) -> Option<&'static Field> {
        self.fields.get(self.focus).copied()
    }

    /// For the message line: what is wrong here, what fits so far, or what is asked.
    #[must_use]
    pub fn hint(&self) -> Cow<'_, str> {
        let Some(field) = self.field() else { return Cow::Borrowed("") };
        if let Some(remark) = self.remarks.about(field) {
            let others = self.wrong().filter(|other| other.id != field.id).count();
            return Cow::Owned(match others {
                0 => format!("{}.", remark.whole),
                n => format!("{}. Masih ada {n} isian lain yang perlu diperbaiki.", remark.whole),
            });
        }
        match &self.choices {
            Some(choices) => choices.hint(self.entry.text()).into(),
            None => Cow::Borrowed(field.hint),
        }
    }

    /// Takes a message.
    pub fn update(&mut self, msg: &Msg, offers: Offers<'_>) -> Told {
        let Some(field) = self.field() else { return Told::Nothing };
        match msg {
            Msg::Command(command) => self.command(*command, field, offers),
            Msg::Key(key) => self.press(*key, field, offers),
            Msg::Paste(text) if !matches!(field.kind, Kind::Mark) => {
                self.open(field, offers);
                let changed = self.entry.paste(text);
                self.typed(changed, field)
            }
            Msg::Repeat(answer) => self.answer(answer, field, offers),
            Msg::Picked(codes) => self.answer(&codes.join(";"), field, offers),
            _ => Told::Nothing,
        }
    }

    /// Puts an answer that did not come from the keyboard, wherever the cursor stands.
    pub fn put(&mut self, id: &'static str, answer: &str, offers: Offers<'_>) {
        self.draft.put(id, answer);
        self.remarks.forgive(id);
        if let Some(place) = self.place(id) {
            self.label(place, offers);
            if place == self.focus {
                self.stand(place);
            }
        }
    }

    /// Judges every answer, before it is saved; fails with the first that is wrong.
    pub fn judge(&mut self) -> Result<(), Fault> {
        if let (Some(why), Some(field)) = (self.settle(), self.field()) {
            self.remarks.judge(field.id, Some(why));
        }
        self.stand(self.focus);
        let mut first = None;
        for field in self.fields.iter().filter(|field| walk::applies(field, &self.draft)) {
            let why = (field.check)(self.draft.text(field), self.today).err();
            let why = why.map(|why| self.remarks.wrong(field.id).unwrap_or(why));
            self.remarks.judge(field.id, why);
            first = first.or(why.map(|why| (field.id, why)));
        }
        first.map_or(Ok(()), |(field, why)| Err(Fault::Rejected { field, why }))
    }

    /// Brings the cursor to the answer that a fault is about; says whether there is one.
    pub fn blame(&mut self, fault: &Fault) -> bool {
        match fault {
            Fault::Rejected { field, why } => {
                self.remarks.judge(field, Some(*why));
                self.point(field)
            }
            Fault::Doubtful(doubts) => {
                self.remarks.doubt(doubts);
                doubts.iter().any(|doubt| self.point(doubt.field))
            }
            _ => false,
        }
    }

    /// Shows what looks odd, and leaves the cursor where it is.
    pub fn doubt(&mut self, doubts: &[Doubt]) {
        self.remarks.doubt(doubts);
    }

    /// What is to be said about the answer to a question.
    #[must_use]
    pub fn remark(&self, field: &Field) -> Option<String> {
        self.remarks.about(field).map(|remark| remark.whole)
    }

    /// What looks odd and has been shown: saving again confirms it.
    #[must_use]
    pub fn doubts(&self) -> &[Doubt] {
        self.remarks.doubts()
    }

    /// Brings the cursor to a question; says whether the sheet has it.
    pub fn point(&mut self, id: &str) -> bool {
        let place = self.place(id);
        if let Some(place) = place {
            self.settle();
            self.stand(place);
        }
        place.is_some()
    }

    /// Draws the questions and says where the cursor stands.
    pub fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        let questions: Vec<_> = (0..self.fields.len()).map(|place| self.question(place)).collect();
        let standing = walk::standing(self.fields, self.focus);
        paper::draw(&questions, (&self.roll, &standing), (area, buf), theme)
    }

    fn command(&mut self, command: Command, field: &'static Field, offers: Offers<'_>) -> Told {
        match command {
            Command::Next | Command::Down | Command::PageDown | Command::NextPart => {
                return self.forward(command, field);
            }
            Command::LookUp => return self.pick(field, offers),
            // Going back asks for nothing: the answer is not judged.
            Command::Previous | Command::Up | Command::PageUp => {
                self.settle();
                let before = walk::next(self.fields, &self.draft, self.focus, command);
                self.stand(before.unwrap_or(self.focus));
            }
            Command::First => self.entry.home(),
            Command::Last => self.entry.end(),
            _ => {}
        }
        Told::Nothing
    }

    /// A letter typed at a choice that is made already begins a new one.
    fn press(&mut self, key: Key, field: &'static Field, offers: Offers<'_>) -> Told {
        if matches!(field.kind, Kind::Mark) {
            let key = key.small();
            let answer = match (key.typed(), key.code) {
                (Some(' ' | 'x'), _) if !self.draft.marked(field) => YES,
                (Some('y'), _) => YES,
                (Some(' ' | 'x' | 't'), _) | (None, KeyCode::Backspace | KeyCode::Delete) => "",
                _ => return Told::Nothing,
            };
            self.entry = Entry::new(answer, false);
            return self.typed(true, field);
        }
        let answered = self.choices.is_none() && !self.draft.text(field).is_empty();
        if matches!(field.kind, Kind::One(_)) && answered && key.typed().is_some() {
            self.entry = Entry::new("", false);
        }
        self.open(field, offers);
        let changed = self.entry.press(key);
        self.typed(changed, field)
    }

    /// Keeps what was typed, and forgives what was said about it.
    fn typed(&mut self, changed: bool, field: &'static Field) -> Told {
        if !changed {
            return Told::Nothing;
        }
        if let Some(choices) = &mut self.choices {
            choices.retype(self.entry.text());
        }
        self.draft.put(field.id, self.entry.text());
        self.shown[self.focus] = self.entry.text().to_owned();
        self.remarks.forgive(field.id);
        Told::Changed(field)
    }

    fn answer(&mut self, answer: &str, field: &'static Field, offers: Offers<'_>) -> Told {
        self.put(field.id, answer, offers);
        self.forward(Command::Next, field)
    }

    /// Judges the answer that is left, then moves: only now is it known what applies. Where it is
    /// not clear which of the offers is meant, Enter says so first, and moves when it comes again.
    fn forward(&mut self, command: Command, field: &'static Field) -> Told {
        let unclear = self.settle();
        let wrong = (field.check)(self.draft.text(field), self.today).err();
        let why = unclear.or(wrong);
        self.remarks.judge(field.id, why);
        let next = match (unclear, wrong) {
            (Some(_), Some(_)) if command == Command::Next => Some(self.focus),
            _ => walk::next(self.fields, &self.draft, self.focus, command),
        };
        self.stand(next.unwrap_or(self.focus));
        if next.is_some() || why.is_some() { Told::Left(field) } else { Told::End(field) }
    }

    fn pick(&mut self, field: &'static Field, offers: Offers<'_>) -> Told {
        let (Kind::One(source) | Kind::Many(source)) = field.kind else { return Told::Nothing };
        let unclear = self.settle().is_some();
        self.stand(self.focus);
        let answer = self.draft.text(field);
        let offers = offered(source, &self.draft, offers);
        let last = codes(answer).last().unwrap_or_default();
        let unknown = !matches!(source, Source::Area)
            && !last.is_empty()
            && !offers.iter().any(|offer| offer.code == last);
        let unclear = unclear || unknown || (field.check)(answer, self.today).is_err();
        Told::Pick(Picking {
            title: field.label.to_owned(),
            offers,
            chosen: codes(answer).map(str::to_owned).collect(),
            many: matches!(field.kind, Kind::Many(_)),
            areas: matches!(source, Source::Area),
            typed: if unclear { last.to_owned() } else { String::new() },
        })
    }

    /// Turns what was typed at a question with a list into its codes, where it is clear which are
    /// meant; otherwise what was typed stays.
    fn settle(&mut self) -> Option<Reject> {
        let choices = self.choices.take()?;
        let field = self.field()?;
        let typed = self.draft.text(field);
        if typed != self.entry.text() {
            return None;
        }
        match choices.meant(typed, matches!(field.kind, Kind::Many(_))) {
            Ok(meant) => {
                let answer: Vec<_> = meant.iter().map(|offer| offer.code.as_str()).collect();
                let answer = answer.join(";");
                self.shown[self.focus] = named(&answer, choices.offers());
                self.draft.put(field.id, answer);
                None
            }
            Err(why) => Some(why),
        }
    }

    /// Reads the list of a question when the first key is typed there.
    fn open(&mut self, field: &'static Field, offers: Offers<'_>) {
        if let Kind::One(source) | Kind::Many(source) = field.kind
            && self.choices.is_none()
        {
            self.choices = Some(choices(source, self.entry.text(), &self.draft, offers));
        }
    }

    /// Finds the words for the answer of a question.
    fn label(&mut self, place: usize, offers: Offers<'_>) {
        let field = self.fields[place];
        let answer = self.draft.text(field);
        self.shown[place] = match field.kind {
            Kind::One(source) | Kind::Many(source) if !answer.is_empty() => {
                words(source, answer, &self.draft, offers)
            }
            _ => answer.to_owned(),
        };
    }

    /// Puts the cursor behind the answer of a question.
    fn stand(&mut self, place: usize) {
        self.focus = place;
        self.choices = None;
        if let Some(field) = self.field() {
            let digits = matches!(field.kind, Kind::Digits);
            self.entry = Entry::new(&self.shown[place], digits);
        }
    }

    fn place(&self, id: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.id == id)
    }

    /// The questions whose answers cannot be accepted.
    fn wrong(&self) -> impl Iterator<Item = &'static Field> {
        let wrong = |field: &&Field| self.remarks.wrong(field.id).is_some();
        walk::applying(self.fields, &self.draft).map(|place| self.fields[place]).filter(wrong)
    }

    fn question(&self, place: usize) -> Question<'_> {
        let field = self.fields[place];
        let applies = matches!(field.kind, Kind::Heading) || walk::applies(field, &self.draft);
        Question {
            field,
            text: &self.shown[place],
            cursor: (place == self.focus).then(|| self.entry.cursor()),
            remark: self.remarks.about(field).filter(|_| applies),
            applies,
        }
    }
}
