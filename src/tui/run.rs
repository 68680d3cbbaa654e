//! The loop: wait for one message or a deadline, take all that came with it, draw once.
use std::{
    io,
    sync::mpsc::{self, Receiver, RecvError, RecvTimeoutError, Sender},
    thread,
    time::Instant,
};

use crossterm::event::{self, Event, KeyCode, KeyEventKind};

use crate::{
    fault::Fault,
    tui::{
        app::App,
        ends,
        job::Job,
        key::Key,
        screen::Msg,
        terminal::{self, Window},
        worker::{Watch, Worker},
    },
};

/// Keys in one go that no hand can type: on consoles without bracketed paste, a paste.
const BURST: usize = 12;

/// Runs the desk until the clerk closes it, or somebody outside calls for its end. `work` does the
/// jobs, on a thread of its own.
pub fn run<W>(mut app: App, work: W) -> io::Result<()>
where
    W: Fn(&Job, &Watch<'_>) -> Result<String, Fault> + Send + 'static,
{
    let (sender, messages) = mpsc::channel();
    ends::heed(sender.clone())?;
    let mut window = Window::open()?;
    let worker = Worker::start(work, sender.clone());
    thread::spawn(move || listen(&sender));
    let ended = turns(&mut app, &mut window, (&messages, &worker));
    // What was typed last goes first: the terminal, and then the store, may take longer to close
    // than there is time.
    app.settle();
    ended
}

/// Takes messages until the desk has ended.
fn turns(
    app: &mut App,
    window: &mut Window,
    (messages, worker): (&Receiver<Msg>, &Worker),
) -> io::Result<()> {
    while !app.finished() {
        window.draw(app)?;
        let Ok(first) = next(messages, app.deadline()) else { break };
        app.wake(Instant::now());
        app.tend();
        let mut waiting: Vec<Msg> = first.into_iter().chain(messages.try_iter()).collect();
        if cfg!(windows) {
            waiting = pasted(waiting);
        }
        let resized = waiting.iter().any(|msg| matches!(msg, Msg::Resize));
        for msg in waiting {
            let (pause, resume) = (matches!(msg, Msg::Pause), matches!(msg, Msg::Resume));
            app.update(msg).into_iter().for_each(|order| worker.take(order));
            if pause {
                window.leave();
                terminal::pause();
            } else if resume && !app.finished() {
                window.take()?;
            }
        }
        if resized {
            window.forget()?;
        }
    }
    Ok(())
}

/// Waits for a message; none where a deadline was over first.
fn next(messages: &Receiver<Msg>, deadline: Option<Instant>) -> Result<Option<Msg>, RecvError> {
    let Some(deadline) = deadline else { return messages.recv().map(Some) };
    match messages.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
        Ok(msg) => Ok(Some(msg)),
        Err(RecvTimeoutError::Timeout) => Ok(None),
        Err(RecvTimeoutError::Disconnected) => Err(RecvError),
    }
}

/// Passes on what the terminal says, until it or the desk has gone. Its size is told by [`ends`]
/// where that can hear of it.
fn listen(sender: &Sender<Msg>) {
    loop {
        let msg = match event::read() {
            Ok(Event::Key(key)) if key.kind != KeyEventKind::Release => Msg::Key(Key::from(key)),
            Ok(Event::Paste(text)) => Msg::Paste(text),
            Ok(Event::Resize(..)) if cfg!(windows) => Msg::Resize,
            Ok(_) => continue,
            Err(_) => Msg::Gone,
        };
        let gone = matches!(msg, Msg::Gone);
        if sender.send(msg).is_err() || gone {
            return;
        }
    }
}

/// Joins bursts of typed letters, and line ends between them, to pastes. A line end at the end of
/// a burst stays a key.
#[must_use]
pub fn pasted(waiting: Vec<Msg>) -> Vec<Msg> {
    let mut found = Vec::new();
    let mut burst: Vec<Key> = Vec::new();
    for msg in waiting {
        match msg {
            Msg::Key(key) if sign(key).is_some() => burst.push(key),
            other => {
                found.extend(joined(std::mem::take(&mut burst)));
                found.push(other);
            }
        }
    }
    found.extend(joined(burst));
    found
}

fn joined(mut burst: Vec<Key>) -> Vec<Msg> {
    let letters = burst.iter().rposition(|key| key.typed().is_some()).map_or(0, |last| last + 1);
    if letters < BURST {
        return burst.into_iter().map(Msg::Key).collect();
    }
    let rest = burst.split_off(letters);
    let text = Msg::Paste(burst.into_iter().filter_map(sign).collect());
    std::iter::once(text).chain(rest.into_iter().map(Msg::Key)).collect()
}

/// What a key adds to a text.
fn sign(key: Key) -> Option<char> {
    let line_end = (key.code == KeyCode::Enter).then_some('\n');
    key.typed().or(line_end)
}
