//! Calls from outside: to end the desk, or to let others have the terminal for a while.
//!
//! # Why
//! They have a thread of their own, for reading keys never returns once the terminal has gone. The
//! loop is told as it is told of a key, so that the desk ends or pauses between two messages and
//! never in the middle of one. A loop that has not ended in time (it waits for a terminal that
//! takes no more letters, or closes a large store) is not waited for: the journal needs nothing,
//! and drafts are written by another thread.
//!
//! That the window has another size is also heard here: the library that reads the keys forgets it
//! where a key comes at the same moment.
use std::{io, sync::mpsc::Sender, thread, time::Duration};

use crate::tui::{
    screen::Msg,
    terminal::{Call, Calls, abandon},
};

/// How long the loop may take to end the program.
const PATIENCE: Duration = Duration::from_millis(800);

/// Passes calls on from now until the program ends.
pub fn heed(told: Sender<Msg>) -> io::Result<()> {
    let Some(mut calls) = Calls::open()? else { return Ok(()) };
    thread::Builder::new().name("panggilan".to_owned()).spawn(move || {
        loop {
            for call in calls.wait() {
                pass(call, &told);
            }
        }
    })?;
    Ok(())
}

/// A loop that has ended already hears nothing; the program may still be closing its store.
fn pass(call: Call, told: &Sender<Msg>) {
    let _ = told.send(match call {
        Call::End => Msg::Gone,
        Call::Pause => Msg::Pause,
        Call::Resume => Msg::Resume,
        Call::Resize => Msg::Resize,
    });
    if call == Call::End {
        thread::sleep(PATIENCE);
        abandon();
    }
}
