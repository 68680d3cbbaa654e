//! The letter of a referral, as it will come out of the printer.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{agenda, counter::Desk, letters, printing},
    domain::{
        id::Id,
        letter::{Letter, Outlet, State},
        request::Request,
        ticket::{Series, Ticket},
    },
    fault::Fault,
    store::record::Table,
    tui::{
        command::Command,
        job::Job,
        printout::{Printout, choosing},
        screen::{Effect, Msg, Opened, Route, Screen, Step},
        theme::Theme,
    },
};

/// A question about a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// Whether it came out.
    Out,
    /// Whether it is written anew.
    Correction,
}

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
    /// What the clerk is being asked.
    asked: Option<Asked>,
}

impl Issued {
    /// Issues the letter if it has not been issued before.
    pub fn open(desk: &mut Desk, request: Id, ticket: Ticket) -> Opened {
        let letter = letters::issue(desk, request, ticket)?;
        Self::of(desk, letter)
    }

    /// Shows a letter of the ledger, or what is known of its number.
    pub fn shown(desk: &Desk, id: Id) -> Opened {
        Self::of(desk, desk.opened(id)?)
    }

    fn of(desk: &Desk, letter: Letter) -> Opened {
        Ok(Box::new(Self {
            title: format!("Surat {}", letter.number),
            printout: Self::laid(desk, &letter)?,
            letter,
            outlet: Outlet::Printer,
            asked: None,
        }))
    }

    fn laid(desk: &Desk, letter: &Letter) -> Result<Printout, Fault> {
        let document = agenda::document(desk, letter)?;
        Ok(Printout::new(document, printing::way(desk, &letter.kind), None))
    }

    fn is_final(&self) -> bool {
        self.letter.state != State::Reserved
    }

    fn ask(&mut self) -> Effect {
        self.asked = Some(Asked::Out);
        let number = &self.letter.number;
        Effect::Ask(if self.is_final() {
            format!("Surat {number} sudah keluar dari printer dan benar?")
        } else {
            let referral =
                self.letter.ticket.is_some_and(|ticket| ticket.series == Series::Referral);
            let handed = if referral { " dan rujukan tercatat diserahkan" } else { "" };
            format!(
                "Surat {number} sudah keluar dan benar? Ya: nomornya menjadi pasti{handed}. Tidak: \
                 nomornya tetap dipesan untuk surat ini dan boleh dicetak lagi."
            )
        })
    }

    /// Notes where the letter goes now, and starts the job.
    fn send(&mut self, desk: &mut Desk, outlet: Outlet, job: Job) -> Step {
        self.letter = letters::sent(desk, self.letter.id, outlet, self.printout.printer())?;
        self.outlet = outlet;
        Ok(vec![Effect::Run(job)])
    }

    /// The printer took the letter, or the files are there.
    fn left(&mut self, words: &str, desk: &mut Desk) -> Step {
        if !self.is_final() || self.outlet == Outlet::Printer {
            return Ok(vec![self.ask()]);
        }
        self.came_out(desk)?;
        Ok(vec![Effect::Say(format!("{words} {}", self.counted()))])
    }

    /// Notes that it came out; what came out stays on the screen.
    fn came_out(&mut self, desk: &mut Desk) -> Result<(), Fault> {
        self.letter = letters::confirm(desk, self.letter.id, self.outlet)?;
        Ok(())
    }

    /// Whether it may leave; one that came out before says from now on which copy it is.
    fn leaves(&mut self, desk: &Desk) -> Result<(), Fault> {
        letters::leaving(desk, self.letter.id)?;
        self.printout.renew(|paper| letters::paper(&self.letter, paper))
    }

    fn counted(&self) -> String {
        format!("Tercatat sebagai salinan ke-{}.", self.letter.outs())
    }

    /// The clerk saw it come out.
    fn confirm(&mut self, desk: &mut Desk) -> Step {
        self.asked = None;
        let before = self.letter.state;
        self.came_out(desk)?;
        if before == State::Final {
            return Ok(vec![Effect::Say(self.counted())]);
        }
        let status = match self.letter.request.zip(self.letter.ticket) {
            Some((request, ticket)) => {
                desk.opened::<Request>(request)?.referral(ticket).map(|referral| referral.status)
            }
            None => None,
        };
        let status = status.map(|status| format!(" Rujukan sekarang: {status}."));
        let words = format!("Nomor {} sudah pasti.", self.letter.number);
        Ok(vec![Effect::Say(words + &status.unwrap_or_default())])
    }

    /// What was asked for it is asked again; where nothing was, only whether it is to be.
    fn correcting(&mut self, desk: &Desk) -> Step {
        let (kind, answers) = letters::correction(desk, self.letter.id)?;
        if kind.asked.iter().any(|asked| (asked.when)(&answers)) {
            return Ok(vec![Effect::Replace(Route::Correct(self.letter.id))]);
        }
        self.asked = Some(Asked::Correction);
        let number = &self.letter.number;
        Ok(vec![Effect::Ask(format!(
            "Ganti surat {number}? Surat baru ditulis dengan data sekarang dan nomor baru; {number} \
             tidak berlaku lagi. Ubah dahulu data yang keliru."
        ))])
    }

    fn correct(&mut self, desk: &mut Desk) -> Step {
        self.asked = None;
        let (_, answers) = letters::correction(desk, self.letter.id)?;
        let new = letters::correct(desk, self.letter.id, &answers)?;
        let words = format!("Surat {} menggantikan {}.", new.number, self.letter.number);
        Ok(vec![Effect::Replace(Route::Posted(new.id)), Effect::Say(words)])
    }

    /// The clerk saw that it did not come out.
    fn came_to_nothing(&mut self, desk: &mut Desk) -> Step {
        self.asked = None;
        self.letter = letters::failed(desk, self.letter.id)?;
        let number = &self.letter.number;
        let words = if self.is_final() {
            "Salinan itu tercatat tidak keluar. F9 mencetak lagi.".to_owned()
        } else {
            format!(
                "Nomor {number} tetap dipesan. F9 mencetak lagi; yang tadi mungkin masih di antrean."
            )
        };
        Ok(vec![Effect::Say(words)])
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
        let (paper, printer) = (self.printout.paper(), self.printout.printer());
        if self.letter.state == State::Held {
            return "Nomor ini disisihkan; Ctrl-E mencatat surat yang memakainya.".into();
        }
        format!("{}. K kertas: {paper}. P printer: {printer}.", self.letter.state).into()
    }

    fn commands(&self) -> &'static [Command] {
        &[
            Command::Print,
            Command::Save,
            Command::MoveOn,
            Command::Back,
            Command::Paper,
            Command::Printer,
            Command::Correct,
            Command::Void,
            Command::Edit,
            Command::History,
        ]
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::MoveOn if self.is_final() => Some("surat ini sudah terbit"),
            Command::Correct if self.letter.state != State::Final => {
                Some("surat ini belum terbit; bila salah, X membatalkannya")
            }
            Command::Correct
            | Command::Print
            | Command::Save
            | Command::Paper
            | Command::Printer
                if self.letter.text.is_empty() =>
            {
                Some("surat ini tidak ditulis di Loket")
            }
            Command::Void | Command::Correct if self.letter.voided.is_some() => {
                Some("nomor ini sudah batal")
            }
            Command::Void | Command::Correct if self.letter.replaced_by.is_some() => {
                Some("surat ini sudah diganti")
            }
            Command::Edit if self.letter.state != State::Held => Some("nomor ini sudah terpakai"),
            other => self.printout.refusal(other),
        }
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        Ok(match msg {
            Msg::Command(Command::Print) => {
                self.leaves(desk)?;
                let job = self.printout.print()?;
                self.send(desk, Outlet::Printer, job)?
            }
            Msg::Command(Command::Save) => {
                self.leaves(desk)?;
                let number = self.letter.number.as_str();
                let job = self.printout.save(|ending| letters::file(desk, number, ending))?;
                self.send(desk, Outlet::File, job)?
            }
            Msg::Command(Command::MoveOn) => vec![self.ask()],
            Msg::Command(Command::Void) => vec![Effect::Replace(Route::VoidLetter(self.letter.id))],
            Msg::Command(Command::Edit) => {
                vec![Effect::Replace(Route::HandLetter(Some(self.letter.serial.number)))]
            }
            Msg::Command(Command::Correct) => self.correcting(desk)?,
            Msg::Command(Command::History) => {
                vec![Effect::Go(Route::History(Table::Letter, self.letter.id))]
            }
            Msg::Command(Command::Paper) => {
                self.printout.turn(|paper| letters::paper(&self.letter, paper))?;
                vec![]
            }
            Msg::Command(Command::Printer) => choosing(desk, &self.letter.kind),
            Msg::Command(Command::Back) => vec![Effect::Back],
            // The names of the printers were asked for.
            Msg::Finished(_) if !self.printout.is_busy() => vec![],
            Msg::Finished(outcome) => {
                self.printout.rest();
                match outcome {
                    Ok(words) => self.left(&words, desk)?,
                    Err(fault) => {
                        self.letter = letters::failed(desk, self.letter.id)?;
                        vec![Effect::Say(again(&fault))]
                    }
                }
            }
            Msg::Agreed if self.asked == Some(Asked::Out) => self.confirm(desk)?,
            Msg::Again if self.asked == Some(Asked::Out) => self.came_to_nothing(desk)?,
            Msg::Agreed if self.asked.is_some() => self.correct(desk)?,
            Msg::Again if self.asked.take().is_some() => vec![],
            Msg::Again if !self.printout.goes(&printing::way(desk, &self.letter.kind)) => {
                self.printout = Self::laid(desk, &self.letter)?;
                vec![]
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
