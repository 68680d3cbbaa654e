//! Where the shell ends: what it asks of the desk, and what it orders from elsewhere.
use crate::{
    desk::counter::Desk,
    fault::Fault,
    form::field::Draft,
    tui::{
        arrival::{Arrival, Knock},
        job::Job,
        screen::{Opened, Route},
        zones::Sign,
    },
};

/// Where the shell meets the desk: it knows neither the screens nor how drafts are kept.
#[derive(Debug, Clone, Copy)]
pub struct Doors {
    /// Opens the screen of a route.
    pub open: fn(&Route, &mut Desk) -> Opened,
    /// Keeps the draft of a form until it is saved.
    pub keep: fn(&mut Desk, &'static str, &Draft) -> Result<(), Fault>,
    /// The route that leads back to a screen and its draft, with nothing of anyone in it.
    pub again: fn(&Route, Option<(&'static str, &Draft)>) -> Route,
    /// What the officer who comes in should know, of how the data was found among other things.
    pub found: fn(&Arrival) -> String,
    /// Has the drafts that were kept written now, and waits for it.
    pub settle: fn(&Desk),
    /// Takes back the last change; the sentence says what was taken back.
    pub undo: fn(&mut Desk) -> Result<String, Fault>,
    /// Something else was done than taking back, so what was named before it goes is named again.
    pub spare: fn(&mut Desk),
    /// Who sits here, and today.
    pub sign: fn(&Desk) -> Sign,
    /// Begins what is due in the background; never waits.
    pub tend: fn(&Desk),
}

/// Work for elsewhere.
#[derive(Debug, PartialEq)]
pub enum Order {
    Run(Job),
    /// Tells the screen on top `Msg::Ready` at its turn.
    GoOn,
    /// The running job is not wanted any more.
    Stop,
    /// Opens the desk for an officer; the answers are `Msg::Opening` and `Msg::Entered`.
    Enter(Knock),
}
