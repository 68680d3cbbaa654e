//! The letter of a referral, as it will come out of the printer.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{counter::Desk, letters},
    domain::{
        id::Id,
        letter::{Letter, Outlet, State},
        request::Request,
        ticket::Ticket,
    },
    fault::Fault,
    store::record::Table,
    tui::{
        command::Command,
        printout::Printout,
        screen::{Effect, Msg, Opened, Route, Screen, Step},
        theme::Theme,
    },
};

/// An issued letter.
///
/// # Why
/// A printer that takes a job has not printed yet, so only the clerk can say that a letter came
/// out. Until then its number is reserved for this letter and no other, however often it is tried.
#[derive(Debug)]
pub struct Issued {
    letter: Letter,
    title: String,
    printout: Printout,
    /// Where it went last.
    outlet: Outlet,
    /// The clerk is being asked whether it came out.
    asked: bool,
}

impl Issued {
    /// Issues the letter if it has not been issued before.
    pub fn open(desk: &mut Desk, request: Id, ticket: Ticket) -> Opened {
        let letter = letters::issue(desk, request, ticket)?;
        Ok(Box::new(Self {
            title: format!("Surat {}", letter.number),
            printout: Printout::new(letters::fitting(desk, &letter)?),
            letter,
            outlet: Outlet::Printer,
            asked: false,
        }))
    }

    fn is_final(&self) -> bool {
        self.letter.state == State::Final
    }

    fn ask(&mut self) -> Effect {
        self.asked = true;
        Effect::Ask(format!(
            "Surat {} sudah keluar dan benar? Ya: nomornya menjadi pasti dan rujukan tercatat \
             diserahkan. Tidak: nomornya tetap dipesan untuk surat ini dan boleh dicetak lagi.",
            self.letter.number
        ))
    }

    /// The printer took the letter, or the files are there.
    fn left(&mut self, words: &str, desk: &mut Desk) -> Step {
        if !self.is_final() {
            return Ok(vec![self.ask()]);
        }
        self.letter = letters::confirm(desk, self.letter.id, self.outlet)?;
        let times = self.letter.copies.len();
        Ok(vec![Effect::Say(format!("{words} Tercatat sebagai salinan ke-{times}."))])
    }

    /// The clerk saw it come out.
    fn confirm(&mut self, desk: &mut Desk) -> Step {
        self.asked = false;
        self.letter = letters::confirm(desk, self.letter.id, self.outlet)?;
        let request: Request = desk.opened(self.letter.request)?;
        let status = request.referral(self.letter.ticket).map(|referral| referral.status);
        let status = status.map(|status| format!(" Rujukan sekarang: {status}."));
        let words = format!("Nomor {} sudah pasti.", self.letter.number);
        Ok(vec![Effect::Say(words + &status.unwrap_or_default())])
    }
}

impl Screen for Issued {
    fn name(&self) -> &'static str {
        "surat"
    }

    fn title(&self) -> Cow<'_, str> {
        self.title.as_str().into()
    }

    fn hint(&self) -> Cow<'_, str> {
        format!("{}. Kertas {}; K mengganti.", self.letter.state, self.printout.paper()).into()
    }

    fn commands(&self) -> &'static [Command] {
        &[
            Command::Print,
            Command::Save,
            Command::MoveOn,
            Command::Back,
            Command::Paper,
            Command::History,
        ]
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::MoveOn if self.is_final() => Some("surat ini sudah terbit"),
            other => self.printout.refusal(other),
        }
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        Ok(match msg {
            Msg::Command(Command::Print) => {
                letters::leaving(desk, self.letter.id)?;
                self.outlet = Outlet::Printer;
                vec![Effect::Run(self.printout.print()?)]
            }
            Msg::Command(Command::Save) => {
                letters::leaving(desk, self.letter.id)?;
                self.outlet = Outlet::File;
                let number = self.letter.number.as_str();
                vec![Effect::Run(self.printout.save(|ending| letters::file(desk, number, ending))?)]
            }
            Msg::Command(Command::MoveOn) => vec![self.ask()],
            Msg::Command(Command::History) => {
                vec![Effect::Go(Route::History(Table::Letter, self.letter.id))]
            }
            Msg::Command(Command::Paper) => {
                self.printout.turn(|paper| letters::paper(&self.letter, paper))?;
                vec![]
            }
            Msg::Command(Command::Back) => vec![Effect::Back],
            Msg::Finished(outcome) => {
                self.printout.rest();
                match outcome {
                    Ok(words) => self.left(&words, desk)?,
                    Err(fault) => vec![Effect::Say(again(&fault))],
                }
            }
            Msg::Agreed if self.asked => self.confirm(desk)?,
            Msg::Again if self.asked => {
                self.asked = false;
                let number = &self.letter.number;
                let words = format!("Nomor {number} tetap dipesan. F9 mencetak lagi.");
                vec![Effect::Say(words)]
            }
            other => {
                self.printout.update(&other);
                vec![]
            }
        })
    }

    fn view(&self, area: Rect, buf: &mut Buffer, _: &Theme) -> Position {
        self.printout.view(area, buf)
    }
}

/// What to do after a letter did not come out.
fn again(fault: &Fault) -> String {
    let why = fault.to_string();
    // A printer's own words often end with a full stop.
    let why = why.trim_end_matches('.');
    format!("Surat belum keluar: {why}. Nomornya tetap; F9 mencoba lagi, F2 menyimpan berkas.")
}
