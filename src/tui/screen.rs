//! What a screen is, and what it may ask for.
//!
//! # Why
//! A screen answers with effects that are plain data. It never holds another screen, never touches
//! the terminal and never waits, so a test can press keys and look at what comes out.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{counter::Desk, entrance::Opening, lists::Which},
    domain::{filter::Filter, id::Id, recovery::Recovery, request::Kind, ticket::Ticket},
    fault::Fault,
    form::field::{Draft, Field},
    roster::glance::Named,
    store::record::Table,
    tui::{
        arrival::{Arrival, Knock},
        command::Command,
        job::Job,
        key::Key,
        picking::Picking,
        theme::Theme,
    },
};

/// What happened. Screens see neither the progress of a job nor a terminal that comes and goes. The end
/// of a job is said by the shell, which then tells the screen on top [`Msg::Again`].
#[derive(Debug)]
pub enum Msg {
    /// A key that asks for a command of this screen.
    Command(Command),
    /// Any other key.
    Key(Key),
    /// Text that came in one piece.
    Paste(String),
    /// The last answer that was given to this question, on another sheet.
    Repeat(String),
    /// The codes that were chosen from [`Effect::Pick`].
    Picked(Vec<String>),
    /// To those the search is narrowed from now on.
    Narrowed(Box<Filter>),
    /// The question of [`Effect::Ask`] was answered with yes.
    Agreed,
    /// The screen above has gone: what is shown may be out of date.
    Again,
    /// The window has another size.
    Resize,
    /// The desk is to end: the terminal is no longer there, or somebody outside asks for it.
    Gone,
    /// What opening the desk is busy with.
    Opening(Opening),
    /// Whether the officer may come in: the desk, or why not.
    Entered(Result<Box<Arrival>, Fault>),
    /// The desk is to give the terminal to others for a while.
    Pause,
    /// The desk has the terminal again.
    Resume,
    /// How far the running job is; `of` is 0 where nobody knows.
    Progress { done: u64, of: u64 },
    /// There is more to do for the screen on top: what a job has made ready, or what
    /// [`Effect::GoOn`] asked for. Whoever waits for so much work has not gone away: the desk is not
    /// locked meanwhile.
    Ready,
    /// The job is done; the sentence says what came of it. Only the screen that started the job is
    /// told, and not before it is on top again.
    Finished(Result<String, Fault>),
}

/// What should happen outside the screen.
#[derive(Debug, PartialEq)]
pub enum Effect {
    /// Opens a screen on top of this one.
    Go(Route),
    /// Opens a screen instead of this one.
    Replace(Route),
    /// Closes this screen.
    Back,
    /// Closes every screen but the first.
    Home,
    /// Says something on the message line.
    Say(String),
    /// Lets the clerk choose from a list; the answer is [`Msg::Picked`].
    Pick(Picking),
    /// Asks what only yes or no can answer; yes is [`Msg::Agreed`].
    Ask(String),
    /// Asks to be let in; the answer is [`Msg::Entered`].
    Enter(Knock),
    /// Closes the desk until an officer comes in: the one of that code, if there is one.
    Lock(String),
    /// Starts a job; the answers are [`Msg::Progress`] and [`Msg::Finished`].
    Run(Job),
    /// Asks for [`Msg::Ready`], once what was typed meanwhile was heard and the screen drawn.
    GoOn,
    /// Closes this screen and hands a message to the one below.
    Tell(Answer),
    /// Closes the desk.
    Quit,
}

/// What a screen on top tells the one below as it closes.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    /// This was chosen.
    Picked(Vec<String>),
    /// To those a search is narrowed from now on.
    Narrowed(Box<Filter>),
    /// Yes.
    Agreed,
    /// Do this, as if its key had been pressed.
    Do(Command),
}

impl Answer {
    /// What the screen below is told, or else the command that is done there.
    pub fn told(self) -> Result<Msg, Command> {
        match self {
            Self::Picked(codes) => Ok(Msg::Picked(codes)),
            Self::Narrowed(filter) => Ok(Msg::Narrowed(filter)),
            Self::Agreed => Ok(Msg::Agreed),
            Self::Do(command) => Err(command),
        }
    }
}

/// Where to go. Plain data, so that no screen needs to know another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The first screen: today's numbers; the first run where there is no office yet.
    Home,
    /// The search that opens from everywhere; `then` is what the person found is wanted for.
    Find {
        then: Option<Kind>,
    },
    /// To whom the search below is narrowed, beginning with what it is narrowed to already.
    Filter(Box<Filter>),
    /// The filters that the office keeps, beside that with which the search below is narrowed now.
    Filters(Box<Filter>),
    /// A filter that is to be kept under a name, beginning with this one.
    KeepFilter(Box<Filter>),
    /// A filter that the office keeps, to be changed.
    ChangeFilter(Id),
    /// A visitor: which kind of request is it?
    Walkin,
    /// The one screen of a question at the counter.
    Question,
    /// A question that was left half-typed, by the slot of its draft.
    ResumeQuestion(String),
    Resident(Id),
    /// What a resident, the family and the household receive.
    Aid(Id),
    /// Writing down an aid of a resident.
    AidNote {
        who: Id,
        of: NoteOf,
    },
    /// The reason for which the full NIK of a resident is wanted.
    ShowNik(Id),
    /// What the law asks of the desk, with the questions that come first.
    Duty(Duty),
    /// A new resident; what was typed in the search, and the kind of request that follows.
    NewResident {
        typed: String,
        then: Option<Kind>,
    },
    EditResident(Id),
    /// Who is known already and may be the person on the form below: what was typed, of which known
    /// resident it is, if of one, and whom it may be.
    Alike {
        typed: Draft,
        of: Option<Id>,
        known: Vec<Id>,
    },
    /// Another record of the same person is sought, to be merged with this one.
    MergeWith(Id),
    /// Two records that may be one person, side by side.
    Merge(Id, Id),
    /// All those who may be one person, two by two.
    Twins,
    /// A new resident whose form was left half-typed, by the slot of its draft.
    ResumeResident(String),
    NewRequest {
        subject: Id,
        kind: Kind,
    },
    Request(Id),
    /// Correcting what was said of a request.
    EditRequest(Id),
    /// The next step of a request.
    MoveOn(Id),
    /// A new referral of a request.
    Refer(Id),
    Referral {
        request: Id,
        ticket: Ticket,
    },
    /// News about a referral.
    News {
        request: Id,
        ticket: Ticket,
    },
    /// The letter of a referral, issued when it is opened for the first time.
    Letter {
        request: Id,
        ticket: Ticket,
    },
    /// A new letter or slip of that kind, for a request or of the office's own accord.
    Write {
        kind: String,
        request: Option<Id>,
    },
    /// A slip of that kind, for a request or not, with these answers; it is kept nowhere.
    Slip(String, Option<Id>, Draft),
    /// A letter that came out wrong, written anew.
    Correct(Id),
    /// A letter of the ledger.
    Posted(Id),
    /// The stub of a letter that came back.
    Stub(Id),
    /// The agenda book of a year.
    Agenda(u16),
    /// The letters of a year that have not come out.
    Waiting(u16),
    HoldNumbers,
    /// A letter that was written by hand, with this serial where it is known.
    HandLetter(Option<u32>),
    /// Why a number counts no more.
    VoidLetter(Id),
    Receipt(Id),
    /// Everything that happened to a record.
    History(Table, Id),
    /// Everything an officer did; everybody, where none is named.
    Deeds(Option<Id>),
    List(Which),
    /// The forms that were left half-typed.
    Drafts,
    /// The office and its tables.
    Settings,
    Office,
    /// Another passphrase for the officer who sits here.
    OwnPassphrase,
    /// A passphrase for an officer who forgot it, or cannot come in yet.
    Passphrase(Id),
    /// The code for the office's safe, to be written down; `first` when the office is new.
    Safe {
        code: Recovery,
        first: bool,
    },
    /// The files with which others check the letters.
    KeyFiles,
    Clerks,
    /// An officer to change, or a new one.
    Clerk(Option<Id>),
    Institutions,
    /// An institution to change, by its code, or a new one.
    Institution(Option<String>),
    Services,
    Service(String),
    Printers,
    /// Where the papers of that name are printed.
    Printer(String),
    LetterRules,
    LetterRule(String),
    /// The pieces of the letters; those of one kind, by its code.
    Wordings(Option<String>),
    /// The words of a piece, to be changed.
    Wording(String),
    /// The program's own words for a piece.
    OriginalWording(String),
    /// A made-up letter in which that text stands for a piece.
    SampleLetter {
        piece: String,
        text: String,
    },
    /// The backups, and the way to make one.
    Backups,
    /// Where backups go.
    BackupFolder,
    /// The lists of residents that were taken in.
    Imports,
    /// Which list is to be taken in.
    ImportFile,
    /// A list on its way in.
    Import(Box<Named>),
}

/// Which aid is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteOf {
    New,
    /// The one at a place of the resident's list.
    Place(usize),
    /// What came of a request.
    Request(Id),
}

/// What the law asks of the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duty {
    /// A copy of everything that is kept about a resident.
    Copy(Id),
    /// Restricting the use of a resident's data.
    Limit(Id),
    /// Erasing a resident and everything about them.
    Erase(Id),
    /// Who is affected by a breach.
    Breach,
    /// Whether a letter is genuine.
    Check,
}

/// What comes of a message.
pub type Step = Result<Vec<Effect>, Fault>;

/// A screen, or why it cannot be opened.
pub type Opened = Result<Box<dyn Screen>, Fault>;

/// One thing that the clerk does, filling the window between title and message line.
pub trait Screen {
    /// Names the help text in `assets/bantuan`.
    fn name(&self) -> &'static str;

    /// Its part of the path on the first line.
    fn title(&self) -> Cow<'_, str>;

    /// Said above the footer while nothing more urgent is.
    fn hint(&self) -> Cow<'_, str> {
        Cow::Borrowed("")
    }

    /// What can be done here, in the order of the footer. What can be done everywhere is not said.
    fn commands(&self) -> &'static [Command];

    /// Why a command cannot be done just now, if it cannot: the tail of "Cetak belum bisa: …".
    fn refusal(&self, _: Command) -> Option<&'static str> {
        None
    }

    /// Can text be typed here? Where it can, letters never ask for a command.
    fn typing(&self) -> bool {
        true
    }

    /// The question where the cursor stands, if it stands at one.
    fn field(&self) -> Option<&'static Field> {
        None
    }

    /// The name of the form and the answers so far, to be kept until they are saved.
    fn draft(&self) -> Option<(&'static str, &Draft)> {
        None
    }

    /// What it asks for as it opens.
    fn begin(&mut self) -> Vec<Effect> {
        vec![]
    }

    /// Takes one message.
    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step;

    /// Takes one message where no desk is open: in front of the lock, and over it.
    fn alone(&mut self, _: &Msg) -> Step {
        Ok(vec![])
    }

    /// Is shown a fault; says whether it could point at the cause.
    fn blame(&mut self, _: &Fault) -> bool {
        false
    }

    /// Draws itself and says where the cursor stands.
    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position;
}
