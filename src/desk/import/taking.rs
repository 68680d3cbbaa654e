//! Taking a list in, piece by piece: judged row by row, written as one change, or only judged.
use std::path::PathBuf;

use crate::{
    desk::{
        counter::Desk,
        import::{
            among::Among,
            asking::Wish,
            past,
            reading::{Piece, Said, Told},
            rejects::Rejects,
            report::{Note, Report, What},
            verdict::{Remark, Verdict, judged},
        },
    },
    domain::{
        id::Id,
        import::{Counts, Import},
        may::Action,
        resident::Resident,
        text::clean,
    },
    fault::Fault,
    form::resident::NAME,
    store::{
        batch::Batch,
        change::Change,
        columns::{book::Book, likely::Likely},
        item::Kept as _,
    },
};

/// The use case, as the journal calls it.
pub const WHY: &str = "impor warga";

/// An import on its way.
#[derive(Debug)]
pub struct Taking {
    wish: Wish,
    /// The change; nothing where the list is only judged.
    batch: Option<Batch>,
    /// Whom the file named, and who was known before it.
    among: Among,
    before: Likely,
    rejects: Option<Rejects>,
    report: Report,
}

impl Taking {
    /// Judges a list without taking anything in.
    pub fn judge(desk: &Desk, wish: Wish) -> Result<Self, Fault> {
        desk.permit(Action::Import, None)?;
        wish.mapping.judge()?;
        Ok(Self::of(desk, wish, (None, None)))
    }

    /// Begins to take a list in; what is refused goes to that file. Until it is ended or abandoned
    /// the desk saves nothing else.
    pub fn begin(desk: &mut Desk, wish: Wish, rejects: PathBuf) -> Result<Self, Fault> {
        desk.permit(Action::Import, None)?;
        wish.mapping.judge()?;
        let rejects = Rejects::new(rejects, wish.glance.headings.clone());
        let batch = desk.store.begin(WHY, desk.stamp());
        let batch = desk.caught_up(batch)?;
        Ok(Self::of(desk, wish, (Some(batch), Some(rejects))))
    }

    fn of(desk: &Desk, wish: Wish, (batch, rejects): (Option<Batch>, Option<Rejects>)) -> Self {
        let before = Likely::of(&desk.book.people);
        Self { wish, batch, among: Among::default(), before, rejects, report: Report::default() }
    }

    /// What was counted so far.
    #[must_use]
    pub const fn report(&self) -> &Report {
        &self.report
    }

    /// Takes a piece, and tells what there is to tell about its lines. After a fault it can only be
    /// abandoned.
    pub fn take(
        &mut self,
        desk: &mut Desk,
        piece: Piece,
        mut tell: impl FnMut(Note),
    ) -> Result<(), Fault> {
        for told in piece.rows {
            if let Some(note) = self.row(desk, told)? {
                tell(note);
            }
        }
        Ok(())
    }

    fn row(&mut self, desk: &mut Desk, told: Told) -> Result<Option<Note>, Fault> {
        let Told { line, cells, said } = told;
        self.report.counts.rows += 1;
        let who = match &said {
            Said::Who(person) => person.resident.name().to_owned(),
            Said::Wrong(_) | Said::Flawed(_) => self.name(&cells),
        };
        if let Some(twice) = self.among.twice(&said, line) {
            return self.refused((line, who), &cells, vec![twice]);
        }
        let alike = self.among.alike(&said, line);
        let note = |what| Ok(Some(Note { line, who: who.clone(), what }));
        match judged(desk, (&self.before, &mut self.among.met), said)? {
            Verdict::Refused(remarks) => self.refused((line, who), &cells, remarks),
            Verdict::Same => {
                self.report.counts.same += 1;
                Ok(None)
            }
            Verdict::New(resident, mut remarks) => {
                remarks.extend(alike);
                remarks.extend(self.among.second_head(&resident));
                self.report.warned += u64::from(!remarks.is_empty());
                if !remarks.is_empty() && !self.wish.confirmed {
                    return self.held((line, who), &cells, remarks);
                }
                self.write(desk, *resident, true)?;
                self.report.counts.new += 1;
                if remarks.is_empty() { Ok(None) } else { note(What::Warned(remarks)) }
            }
            Verdict::Differs(resident, differences, remarks) => {
                let taken = self.wish.differing.takes(line);
                if !taken {
                    self.report.counts.left += 1;
                    return note(What::Differs(differences, false));
                }
                self.report.warned += u64::from(!remarks.is_empty());
                if !remarks.is_empty() && !self.wish.confirmed {
                    return self.held((line, who), &cells, remarks);
                }
                self.write(desk, *resident, false)?;
                self.report.counts.changed += 1;
                note(What::Differs(differences, true))
            }
        }
    }

    /// What stands where the name is to be.
    fn name(&self, cells: &[String]) -> String {
        let place = self.wish.mapping.places(&[&NAME]).first().copied();
        let name = place.and_then(|place| cells.get(place));
        name.map(|name| clean(name).chars().take(80).collect()).unwrap_or_default()
    }

    fn refused(
        &mut self,
        (line, who): (u64, String),
        cells: &[String],
        remarks: Vec<Remark>,
    ) -> Result<Option<Note>, Fault> {
        self.report.counts.refused += 1;
        if let Some(rejects) = &mut self.rejects {
            rejects.add(cells, &remarks)?;
        }
        Ok(Some(Note { line, who, what: What::Refused(remarks) }))
    }

    /// What looks odd is refused until it is confirmed.
    fn held(
        &mut self,
        about: (u64, String),
        cells: &[String],
        remarks: Vec<Remark>,
    ) -> Result<Option<Note>, Fault> {
        let note = self.refused(about, cells, remarks)?;
        Ok(note.map(|note| match note.what {
            What::Refused(remarks) => Note { what: What::Held(remarks), ..note },
            what => Note { what, ..note },
        }))
    }

    /// Writes somebody into the change, and into the columns at once: nobody else reads those before
    /// it is ended or abandoned.
    fn write(&mut self, desk: &mut Desk, mut who: Resident, new: bool) -> Result<(), Fault> {
        let Some(batch) = &mut self.batch else { return Ok(()) };
        let mut items = vec![];
        if new {
            let ground = desk.ground()?;
            (who.id, who.registered) = (ground.id, batch.stamp);
            items.push(who.item());
        } else {
            items.push(who.item());
            items.extend(desk.following(&items)?);
        }
        let stubs = desk.stubs(&items)?;
        let mut change = Change::new(WHY);
        desk.put(&mut change, &items, &stubs)?;
        desk.store.add(batch, change)?;
        desk.settle(items, stubs);
        Ok(())
    }

    /// Makes everything true that was taken in, and says what came of it.
    pub fn end(mut self, desk: &mut Desk) -> Result<Report, Fault> {
        let ended = self.ended(desk);
        if ended.is_err() {
            let _ = self.abandon(desk);
        }
        ended
    }

    fn ended(&mut self, desk: &mut Desk) -> Result<Report, Fault> {
        if let Some(rejects) = &mut self.rejects {
            self.report.rejects = rejects.end()?.map(ToOwned::to_owned);
        }
        let Some(mut batch) = self.batch.take() else { return Ok(self.report.clone()) };
        let import = match self.import(desk, &batch) {
            Ok(import) => import,
            Err(fault) => {
                self.batch = Some(batch);
                return Err(fault);
            }
        };
        let told = format!("{}: {}", import.file, import.counts.words());
        let mut change = Change::new(WHY);
        let key = (crate::store::record::Table::Import, import.id);
        let added = change.put(&import).and_then(|()| desk.store.add(&mut batch, change));
        if let Err(fault) = added {
            self.batch = Some(batch);
            return Err(fault);
        }
        batch.because(&told);
        let sequence = desk.store.end(batch).inspect_err(|_| drop(reload(desk)))?;
        // A list that brought nothing leaves nothing to be taken back.
        if import.counts.taken() > 0 {
            desk.session.add(WHY, sequence, std::iter::once(key));
        }
        Ok(self.report.clone())
    }

    fn import(&self, desk: &mut Desk, batch: &Batch) -> Result<Import, Fault> {
        let glance = &self.wish.glance;
        let file = glance.path.file_name().map(|name| name.to_string_lossy().into_owned());
        let file: String = file.unwrap_or_default().chars().take(150).collect();
        let counts: Counts = self.report.counts;
        let id: Id = desk.ground()?.id;
        Ok(Import {
            id,
            taken: batch.stamp,
            file: file
                .parse()
                .or_else(|_| "daftar".parse())
                .map_err(|_| Fault::Unwritable("impor"))?,
            counts,
            first: batch.since + 1,
            headings: past::print(&glance.headings),
            columns: self.wish.mapping.ids().map(ToOwned::to_owned).collect(),
            undone: None,
        })
    }

    /// Leaves nothing of it.
    pub fn abandon(mut self, desk: &mut Desk) -> Result<(), Fault> {
        if let Some(rejects) = &mut self.rejects {
            rejects.discard();
        }
        let Some(batch) = self.batch.take() else { return Ok(()) };
        let abandoned = desk.store.abandon(batch);
        reload(desk)?;
        abandoned
    }
}

/// Reads the columns anew, without what is not to be.
pub(crate) fn reload(desk: &mut Desk) -> Result<(), Fault> {
    desk.held.clear();
    desk.book = Book::open(desk.folder(), &desk.vault, desk.store.read())?;
    Ok(())
}
