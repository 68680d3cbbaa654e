//! Reading a list beside the screen: rows become residents, as far as that needs no desk.
//!
//! # Why
//! Whether a NIK is known is for the desk to say, which only one thread holds. Everything else about
//! a row is found out here, on another one, and handed over in pieces; where the desk is slower,
//! the reader waits, so no file is ever in memory as a whole.
use std::{
    ops::ControlFlow,
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{self, Receiver, SyncSender},
    },
};

use crate::{
    desk::{
        counter::Desk,
        import::{asking::Wish, unread::Unread},
    },
    domain::{id::Id, misfit::Misfit, nik::Nik, resident::Resident},
    fault::Fault,
    form::{field::Draft, ground::Ground, resident::resident},
    roster::{
        glance::Glance,
        heading::Mapping,
        row::{Flaw, Row},
        source,
        told::{Blame, Teller, blamed},
    },
    store::reader::Reader,
};

/// Rows in one piece; each takes some kilobytes until it is taken in.
const PIECE: usize = 128;

/// Pieces that may wait for the desk.
const WAITING: usize = 2;

/// So many NIK that end with 0 may be chance.
const CHANCE: u64 = 3;

/// Who is new gets an id when it is written.
const NOBODY: Id = Id::of_bytes([0; 16]);

/// A row that was read.
#[derive(Debug)]
pub struct Told {
    pub line: u64,
    /// As it stands in the file.
    pub cells: Vec<String>,
    pub said: Said,
}

/// What a row says.
#[derive(Debug)]
pub enum Said {
    /// Somebody, with the answers that describe them.
    Who(Box<Person>),
    /// What is wrong with it.
    Wrong(Vec<Blame>),
    /// It cannot be read at all.
    Flawed(Flaw),
}

/// Somebody in a list.
#[derive(Debug)]
pub struct Person {
    pub draft: Draft,
    pub resident: Resident,
    /// Who that may be, where someone without a NIK is known already.
    pub known: Vec<Id>,
}

/// A piece of a list.
#[derive(Debug)]
pub struct Piece {
    pub rows: Vec<Told>,
    /// Bytes that were read so far; 0 where that is not known.
    pub read: u64,
    /// Whether it is the last one.
    pub last: bool,
}

/// A reading that a job can do.
#[derive(Debug, Clone)]
pub struct Reading {
    glance: Glance,
    mapping: Mapping,
    ground: Ground,
    reader: Reader,
    into: Arc<Mutex<Option<SyncSender<Piece>>>>,
}

impl PartialEq for Reading {
    /// One reading is never another one.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.into, &other.into)
    }
}

impl Eq for Reading {}

impl Reading {
    /// A reading that nobody has begun yet, and where its pieces come out.
    pub fn new(desk: &Desk, wish: &Wish) -> Result<(Self, Receiver<Piece>), Fault> {
        let (into, out) = mpsc::sync_channel(WAITING);
        let reading = Self {
            glance: wish.glance.clone(),
            mapping: wish.mapping.clone(),
            ground: Ground {
                id: NOBODY,
                stamp: desk.stamp(),
                today: desk.today(),
                area: desk.office()?.area,
            },
            reader: desk.reader().clone(),
            into: Arc::new(Mutex::new(Some(into))),
        };
        Ok((reading, out))
    }

    /// Reads the list. `at` is told after every piece how many bytes were read, of how many, and
    /// says whether to go on.
    pub fn read(&self, mut at: impl FnMut(u64, u64) -> bool) -> Result<(), Fault> {
        let into = self.into.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(into) = into else { return Ok(()) };
        let mut typist = Typist {
            teller: Teller::new(self.mapping.clone(), self.ground.area),
            ground: self.ground,
            reader: &self.reader,
            unread: None,
            niks: 0,
            zeros: 0,
        };
        let size = self.glance.size;
        let (mut rows, mut stopped) = (Vec::with_capacity(PIECE), false);
        source::rows(&self.glance, &self.mapping, &mut |row, read| {
            rows.push(typist.told(row)?);
            if rows.len() < PIECE {
                return Ok(ControlFlow::Continue(()));
            }
            let full = std::mem::replace(&mut rows, Vec::with_capacity(PIECE));
            // Who does not listen any more does not want the rest.
            let gone = into.send(Piece { rows: full, read, last: false }).is_err();
            stopped = gone || !at(read, if read > 0 { size } else { 0 });
            Ok(if stopped { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
        })?;
        if stopped {
            return Err(Fault::Stopped);
        }
        if typist.zeros >= CHANCE && typist.zeros * 5 >= typist.niks {
            return Err(Fault::List { why: Misfit::LostDigits, about: String::new() });
        }
        into.send(Piece { rows, read: size, last: true }).map_err(|_| Fault::Stopped)?;
        let _ = at(size, size);
        Ok(())
    }
}

/// Types rows off, one after another.
struct Typist<'a> {
    teller: Teller,
    ground: Ground,
    reader: &'a Reader,
    /// Those without a NIK, once there is one in the list.
    unread: Option<Unread>,
    niks: u64,
    zeros: u64,
}

impl Typist<'_> {
    fn told(&mut self, row: Row) -> Result<Told, Fault> {
        let said = match row.flaw {
            Some(flaw) => Said::Flawed(flaw),
            None => match self.teller.answers(&row) {
                Ok(draft) => self.who(draft)?,
                Err(blames) => Said::Wrong(blames),
            },
        };
        let cells = row.cells.into_iter().map(|cell| cell.text).collect();
        Ok(Told { line: row.line, cells, said })
    }

    fn who(&mut self, draft: Draft) -> Result<Said, Fault> {
        let resident = match resident(&draft, &self.ground) {
            Ok(resident) => resident,
            Err(fault) => return Ok(Said::Wrong(blamed(&draft, &fault, self.ground.today))),
        };
        let known = if let Some(nik) = resident.nik() {
            self.count(nik);
            vec![]
        } else {
            let known = match &mut self.unread {
                Some(known) => known,
                none => none.insert(Unread::known(self.reader)?),
            };
            known.like(&resident)
        };
        Ok(Said::Who(Box::new(Person { draft, resident, known })))
    }

    /// Excel keeps fifteen digits of a number: the sixteenth of a NIK becomes 0.
    const fn count(&mut self, nik: Nik) {
        self.niks += 1;
        if nik.number().is_multiple_of(10) {
            self.zeros += 1;
        }
    }
}
