//! How much paper the letters of a kind take, and how that is said where it is too much.
//!
//! # Why
//! A usual letter keeps to one page on every paper: a second sheet for every other visitor is dear
//! and gets lost. The fullest letter of the program fills an A4 to its last line and is hardly ever
//! written, so it may take two; else no office could add a line. A slip is cut off at a third of the
//! page. An office may still want it otherwise: all of this is told and asked, and only what no page
//! has room for is refused.
use std::fmt;

use crate::{
    domain::choice::Choice as _,
    letter::{
        filled::{Filled, lay},
        kind::{Kind, Shape},
    },
    print::{
        format::SLIP,
        page::{Document, Paper},
    },
};

/// What such a letter is written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Load {
    /// The longest values that a form takes.
    Fullest,
    /// What most letters have.
    Usual,
}

impl Load {
    /// How many pages it may take.
    const fn pages(self) -> usize {
        match self {
            Self::Usual => 1,
            Self::Fullest => 2,
        }
    }
}

/// A letter that takes more paper than it should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excess {
    label: &'static str,
    load: Load,
    slip: bool,
    /// The papers of which it takes too much, and how many pages of them.
    papers: Vec<(Paper, usize)>,
}

impl Excess {
    /// What a letter of a kind takes too much; an error where a paper has no room for a part of it,
    /// with the words for that.
    pub fn of(kind: &Kind, letter: &Filled, load: Load) -> Result<Option<Self>, String> {
        let slip = kind.shape == Shape::Slip;
        let mut papers = Vec::new();
        for paper in Paper::ALL.iter().copied() {
            let document = lay(letter, paper, Some("")).map_err(|_| {
                let (label, paper) = (kind.label, short(paper));
                format!("{label} punya bagian yang tidak muat pada satu halaman {paper}")
            })?;
            let pages = document.pages.len();
            if pages > load.pages() || slip && is_grown(&document) {
                papers.push((paper, pages));
            }
        }
        let excess = Self { label: kind.label, load, slip, papers };
        Ok((!excess.papers.is_empty()).then_some(excess))
    }

    /// How bad it is: what every other visitor gets before what hardly anybody does.
    #[must_use]
    pub fn weight(&self) -> (Load, usize) {
        (self.load, self.papers.iter().map(|(_, pages)| pages).sum())
    }
}

impl fmt::Display for Excess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let load = match self.load {
            Load::Usual => "yang biasa pun",
            Load::Fullest => "yang isiannya sangat panjang",
        };
        write!(f, "{} {load} ", self.label)?;
        if self.slip {
            return f.write_str("lebih panjang dari sepertiga halaman");
        }
        let mut counts: Vec<usize> = self.papers.iter().map(|(_, pages)| *pages).collect();
        counts.sort_unstable_by(|one, other| other.cmp(one));
        counts.dedup();
        let told = counts.iter().map(|count| {
            let papers = self.papers.iter().filter(|(_, pages)| pages == count);
            let names: Vec<_> = papers.map(|(paper, _)| short(*paper)).collect();
            format!("{count} halaman pada {}", names.join(" dan "))
        });
        write!(f, "menjadi {}", told.collect::<Vec<_>>().join(", "))
    }
}

/// A paper without its measures.
fn short(paper: Paper) -> &'static str {
    let label = paper.label();
    label.split_once(" (").map_or(label, |(name, _)| name)
}

/// Whether a slip goes on below the line where it is cut off.
fn is_grown(slip: &Document) -> bool {
    let end = SLIP.end(slip.paper);
    let lines = slip.pages.iter().flat_map(|page| &page.lines).map(|line| line.y);
    let squares = slip.pages.iter().flat_map(|page| &page.squares);
    lines.chain(squares.map(|square| square.y + square.side)).any(|y| y > end)
}
