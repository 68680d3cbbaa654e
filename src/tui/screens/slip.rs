//! A slip that a visitor takes home, or holds while waiting.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{
        counter::Desk,
        letters, printing,
        slips::{self, Slip},
    },
    domain::id::Id,
    fault::Fault,
    form::field::Draft,
    letter::{kind::Kind, kinds::TANDA_TERIMA},
    tui::{
        command::Command,
        printout::{Printout, choosing},
        screen::{Effect, Msg, Opened, Screen, Step},
        theme::Theme,
    },
};

/// A slip, to be read and let out.
#[derive(Debug)]
pub struct Handed {
    slip: Slip,
    title: String,
    printout: Printout,
}

impl Handed {
    /// The receipt of a request.
    pub fn receipt(desk: &Desk, request: Id) -> Opened {
        Self::open(desk, slips::handed(desk, &TANDA_TERIMA, Some(request), &Draft::default())?)
    }

    /// A slip of that kind with these answers.
    pub fn filled(desk: &Desk, kind: &str, request: Option<Id>, answers: &Draft) -> Opened {
        let kind = Kind::coded(kind).ok_or(Fault::Missing { what: "jenis slip" })?;
        Self::open(desk, slips::handed(desk, kind, request, answers)?)
    }

    fn open(desk: &Desk, slip: Slip) -> Opened {
        let (title, printout) = laid(desk, &slip)?;
        Ok(Box::new(Self { slip, title, printout }))
    }
}

/// The title of a slip, and the slip as its printer will print it: on a page, or on a roll.
fn laid(desk: &Desk, slip: &Slip) -> Result<(String, Printout), Fault> {
    let document = slip.lay(printing::paper(desk, slip.kind)?)?;
    let way = printing::way(desk, slip.kind);
    let roll = slip.unroll(way.language)?;
    Ok((document.title.clone(), Printout::new(document, way, roll)))
}

impl Screen for Handed {
    fn name(&self) -> &'static str {
        "slip"
    }

    fn title(&self) -> Cow<'_, str> {
        self.title.as_str().into()
    }

    fn hint(&self) -> Cow<'_, str> {
        let (paper, printer) = (self.printout.paper(), self.printout.printer());
        format!("F9 mencetak, F2 menyimpan. K kertas: {paper}. P printer: {printer}.").into()
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::Print, Command::Save, Command::Paper, Command::Printer, Command::Back]
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        self.printout.refusal(command)
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        Ok(match msg {
            Msg::Command(Command::Print) => vec![Effect::Run(self.printout.print()?)],
            Msg::Command(Command::Save) => {
                let file = |ending: &str| letters::file(desk, &self.slip.file, ending);
                vec![Effect::Run(self.printout.save(file)?)]
            }
            Msg::Command(Command::Paper) => {
                self.printout.turn(|paper| self.slip.lay(paper))?;
                vec![]
            }
            Msg::Command(Command::Printer) => choosing(desk, self.slip.kind),
            Msg::Command(Command::Back) => vec![Effect::Back],
            Msg::Finished(_) => {
                self.printout.rest();
                vec![]
            }
            Msg::Again if !self.printout.goes(&printing::way(desk, self.slip.kind)) => {
                (_, self.printout) = laid(desk, &self.slip)?;
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
