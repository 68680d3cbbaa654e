//! Letters that go out in one go: the day's, after the printer was mended or the power came back.
use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use crate::{
    desk::{counter::Desk, letters, printing},
    domain::{
        id::Id,
        letter::{Letter, Outlet},
        paper::Paper,
        printing::Way,
    },
    fault::Fault,
    print::{pdf, spool::outgoing::Outgoing},
};

/// A letter and the way that it goes.
#[derive(Debug, Clone)]
struct Parcel {
    letter: Letter,
    /// What lies in its printer.
    paper: Paper,
    way: Way,
    file: PathBuf,
}

/// A letter, laid out for its printer or made into a file.
#[derive(Debug)]
pub enum Made {
    Paper(Outgoing),
    File(PathBuf, Vec<u8>),
}

/// Letters on their way. A job lays them out one by one; how many have left can be asked meanwhile.
#[derive(Debug, Clone)]
pub struct Bundle {
    parcels: Arc<Vec<Parcel>>,
    outlet: Outlet,
    left: Arc<AtomicUsize>,
}

impl PartialEq for Bundle {
    /// One bundle is never another one.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.left, &other.left)
    }
}

impl Eq for Bundle {}

impl Bundle {
    /// Lays out each letter and lets `go` have it, until that fails or `at`, which is told how many
    /// have left and of how many, does not want to go on. Says how many have left.
    pub fn carry(
        &self,
        mut at: impl FnMut(u64, u64) -> bool,
        mut go: impl FnMut(Made) -> Result<(), Fault>,
    ) -> Result<String, Fault> {
        let of = self.parcels.len();
        for (done, parcel) in self.parcels.iter().enumerate() {
            if !at(done as u64, of as u64) {
                break;
            }
            let document = letters::fitted(&parcel.letter, parcel.paper)?;
            go(match self.outlet {
                Outlet::Printer => Made::Paper(Outgoing::paged(document, &parcel.way)),
                Outlet::File => Made::File(parcel.file.clone(), pdf::render(&document)?),
            })?;
            self.left.store(done + 1, Ordering::Release);
        }
        let how = match self.outlet {
            Outlet::Printer => "dikirim ke printer",
            Outlet::File => "disimpan sebagai PDF di folder surat",
        };
        Ok(format!("{} dari {of} surat {how}.", self.left()))
    }

    /// How many have left.
    #[must_use]
    pub fn left(&self) -> usize {
        self.left.load(Ordering::Acquire)
    }
}

/// Notes that these letters go out now, and makes a bundle of them. One that may not leave stops all,
/// before any is noted.
pub fn begin(desk: &mut Desk, ids: &[Id], outlet: Outlet) -> Result<Bundle, Fault> {
    let mut parcels = Vec::with_capacity(ids.len());
    for id in ids {
        let letter = letters::leaving(desk, *id)?;
        let way = printing::way(desk, &letter.kind);
        let paper = printing::paper(desk, &letter.kind)?;
        let file = letters::file(desk, letter.number.as_str(), "pdf");
        parcels.push(Parcel { letter, paper, way, file });
    }
    for parcel in &parcels {
        letters::sent(desk, parcel.letter.id, outlet, &parcel.way.printer)?;
    }
    Ok(Bundle { parcels: Arc::new(parcels), outlet, left: Arc::default() })
}

/// Notes what became of a bundle: those that left came out, if so, and the others did not.
pub fn end(desk: &mut Desk, bundle: &Bundle, out: bool) -> Result<usize, Fault> {
    let left = if out { bundle.left() } else { 0 };
    for (nth, parcel) in bundle.parcels.iter().enumerate() {
        if nth < left {
            letters::confirm(desk, parcel.letter.id, bundle.outlet)?;
        } else {
            letters::failed(desk, parcel.letter.id)?;
        }
    }
    Ok(left)
}
