//! Blocks over as many pages as they take.
//!
//! # Why
//! A letter keeps to its one page where that can still be read; one that is longer goes on, and a
//! copy of everything that is held about somebody is as long as it is. Here the size stands, and a
//! page ends where the next block does not fit any more. Rows and lists are parted between two of
//! them, so that no label loses its value, and paragraphs leave two lines at least on either page. A
//! heading stays with what it heads, and whoever signs signs under the last words: signatures on a
//! page of their own could belong to any letter. A stub is torn off, so the number of the page
//! stands above it.
use std::collections::VecDeque;

use chrono::NaiveDate;

use crate::{
    fault::Fault,
    print::{
        block::{Block, Corner, SMALL},
        flow::{Flow, Strip},
        format::{Format, LEADINGS, LETTER},
        layout::{feet, listed, paragraph, place},
        page::{Anchor, Document, Page, Paper},
        stub,
    },
};

/// The size of the body text in points, and its leading.
const TYPE: (f32, f32) = (10.5, LEADINGS[2]);

/// How many rows of a table stay with the signatures below it.
const LAST_ROWS: usize = 2;

/// Room for the line at the foot, in millimetres.
const FOOT: f32 = 8.0;

/// A paper of several pages, not yet laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheets {
    /// Never holds personal data: it stands in files and at the foot of every page.
    pub title: String,
    /// The office.
    pub author: String,
    pub date: NaiveDate,
    pub blocks: Vec<Block>,
}

impl Sheets {
    /// Lays it out on that paper.
    pub fn lay(&self, paper: Paper) -> Result<Document, Fault> {
        let pages = pages(&self.blocks, &self.title, paper)?;
        let (title, author) = (self.title.clone(), self.author.clone());
        Ok(Document { paper, title, author, date: self.date, pages })
    }
}

/// Lays blocks out over pages of that paper; the title and the number of the page stand at the foot
/// of each, and where it goes on.
pub fn pages(blocks: &[Block], title: &str, paper: Paper) -> Result<Vec<Page>, Fault> {
    let strip = |flow: &Flow| Strip::new(0.0, flow.page.body, SMALL).anchored(Anchor::Centre);
    let first = blank(paper);
    let long = first.broken(&format!("{title} · halaman 10 dari 10"), &strip(&first)).len() > 1;
    let parting = if long { "\n" } else { " · " };
    let numbered = |nth: usize, of: usize| format!("{title}{parting}halaman {nth} dari {of}");
    let more = first.broken(&numbered(1, 1), &strip(&first)).into_iter().skip(1);
    let end = LETTER.end(paper) - more.fold(FOOT, |room, _| room + first.pitch(SMALL));
    let stands =
        |block: &&Block| matches!(block, Block::Stub(_) | Block::Code { corner: Corner::Foot, .. });
    let feet = blocks.iter().filter(stands).cloned().collect();
    let torn = stub::height(&first, blocks);
    let mut run = Run { done: vec![], flow: first, paper, end, feet };
    let (body, last) = blocks.split_at(ending(blocks));
    run.fill(body.iter().cloned().map(Part::whole).collect())?;
    run.close(last)?;
    let pages = run.finished();
    let of = pages.len();
    let marked = (1..).zip(pages).map(|(nth, mut flow)| {
        let centre = strip(&flow);
        let end = if nth < of { end } else { end - torn };
        if nth < of {
            flow.y = end;
            let words = format!("Bersambung ke halaman {}", nth + 1);
            flow.write(&words, &centre.anchored(Anchor::Right));
        }
        flow.y = end + FOOT / 2.0;
        flow.write(&numbered(nth, of), &centre);
        if nth == of {
            stub::set(&mut flow, blocks, LETTER.end(paper) - torn);
        }
        flow.page
    });
    Ok(marked.collect())
}

/// A block, or what is left of it.
#[derive(Debug, Clone)]
struct Part {
    block: Block,
    /// How many items of its list stand on the pages before.
    before: usize,
}

impl Part {
    const fn whole(block: Block) -> Self {
        Self { block, before: 0 }
    }
}

/// Where the last words begin that the signatures stand under; the end where nobody signs.
fn ending(blocks: &[Block]) -> usize {
    let signed = blocks.iter().position(|block| matches!(block, Block::Signatures(_)));
    let Some(signed) = signed else { return blocks.len() };
    let before = blocks.get(..signed).unwrap_or_default();
    let Some(words) = before.iter().rposition(|block| *block != Block::Gap) else { return signed };
    let heads =
        before.get(..words).unwrap_or_default().iter().rev().take_while(|block| heads(block));
    words - heads.count()
}

/// Whether a block announces the next one.
fn heads(block: &Block) -> bool {
    match block {
        Block::Paragraph { text, style, .. } => style.bold || text.ends_with(':'),
        _ => false,
    }
}

fn blank(paper: Paper) -> Flow {
    let format: &Format = &LETTER;
    Flow::new(format.body(paper, TYPE.0), format.top, TYPE)
}

/// Pages that are being filled one after the other.
struct Run {
    done: Vec<Flow>,
    flow: Flow,
    paper: Paper,
    /// Where the body must end.
    end: f32,
    /// What stands at the foot of the last page: squares in its corner, a stub below them.
    feet: Vec<Block>,
}

impl Run {
    /// Sets blocks, beginning pages as they are needed.
    fn fill(&mut self, mut rest: VecDeque<Part>) -> Result<(), Fault> {
        while let Some(part) = rest.pop_front() {
            if part.block == Block::Gap && self.is_new() {
                continue;
            }
            if let Some(next) = self.fitting(&self.flow, &part) {
                if self.is_new() || !heads(&part.block) || self.goes_on(&next, &rest) {
                    self.flow = next;
                    continue;
                }
                rest.push_front(part);
            } else {
                let (head, tail) = self.parted(&self.flow, part);
                match head {
                    Some(head) => self.flow = head,
                    None if self.is_new() => return Err(Fault::Overflow),
                    None => {}
                }
                rest.push_front(tail);
            }
            self.turn();
        }
        Ok(())
    }

    /// Sets the last words and the signatures under them, on one page if they fit.
    fn close(&mut self, last: &[Block]) -> Result<(), Fault> {
        if let Some(flow) = self.whole(&self.flow, last) {
            self.flow = flow;
            return Ok(());
        }
        if let Some((head, rest)) = long_table(last) {
            self.fill(head.into_iter().map(Part::whole).collect())?;
            return self.close(&rest);
        }
        let mut rest = last.to_vec();
        if let Some(words @ Block::Paragraph { .. }) = last.first() {
            let (head, tail) = self.parted(&self.flow, Part::whole(words.clone()));
            if let (Some(head), Some(first)) = (head, rest.first_mut()) {
                self.flow = head;
                *first = tail.block;
            }
        }
        self.turn();
        self.flow = self.whole(&self.flow, &rest).ok_or(Fault::Overflow)?;
        Ok(())
    }

    fn finished(self) -> Vec<Flow> {
        let Self { mut done, flow, .. } = self;
        done.push(flow);
        done
    }

    const fn is_new(&self) -> bool {
        self.flow.page.lines.is_empty()
    }

    fn turn(&mut self) {
        self.done.push(std::mem::replace(&mut self.flow, blank(self.paper)));
    }

    /// The page with the part on it, if it fits.
    fn fitting(&self, flow: &Flow, part: &Part) -> Option<Flow> {
        let mut next = flow.clone();
        match &part.block {
            Block::Items(items) => listed(&mut next, items, part.before),
            block => place(&mut next, block, &LETTER),
        }
        (next.bottom() <= self.end && next.fits(self.end)).then_some(next)
    }

    /// The page with all of these on it, and with what stands at its foot; a stub is set later.
    fn whole(&self, flow: &Flow, blocks: &[Block]) -> Option<Flow> {
        let mut parts = blocks.iter().cloned().map(Part::whole);
        let mut flow = parts.try_fold(flow.clone(), |flow, part| self.fitting(&flow, &part))?;
        flow.clear(f32::INFINITY);
        let end = self.end - stub::height(&flow, &self.feet);
        let fits = flow.fits(end) && feet(&mut flow, &self.feet, (end, LETTER.square));
        fits.then_some(flow)
    }

    /// Whether what a heading announces begins on the same page.
    fn goes_on(&self, flow: &Flow, rest: &VecDeque<Part>) -> bool {
        rest.iter().find(|part| part.block != Block::Gap).is_none_or(|next| {
            self.fitting(flow, next).is_some() || self.parted(flow, next.clone()).0.is_some()
        })
    }

    /// The page with as much of the part on it as fits, if any does, and what is left of it.
    fn parted(&self, flow: &Flow, part: Part) -> (Option<Flow>, Part) {
        let found = halves(flow, &part).into_iter().rev().find_map(|(head, tail)| {
            let flow = self.fitting(flow, &head)?;
            Some((Some(flow), tail))
        });
        found.unwrap_or((None, part))
    }
}

/// A table of any length above the signatures, with what heads it, parted so that its last rows stay
/// with who answers for it.
fn long_table(last: &[Block]) -> Option<(Vec<Block>, Vec<Block>)> {
    let place = last.iter().position(|block| matches!(block, Block::Rows { .. }))?;
    let (before, after) = (last.get(..place)?, last.get(place + 1..)?);
    let Block::Rows { rows, inset } = last.get(place)? else { return None };
    let (head, tail) = rows.split_at_checked(rows.len().checked_sub(LAST_ROWS)?)?;
    let part = |rows: &[(String, String)]| Block::Rows { rows: rows.to_vec(), inset: *inset };
    let above = before.iter().cloned().chain([part(head)]).collect();
    let below = [part(tail)].into_iter().chain(after.iter().cloned()).collect();
    (!head.is_empty()).then_some((above, below))
}

/// Every way to part a block, the smallest first half first.
fn halves(flow: &Flow, part: &Part) -> Vec<(Part, Part)> {
    let parts = |(head, tail)| (Part::whole(head), Part::whole(tail));
    match &part.block {
        Block::Rows { rows, inset } => {
            let some =
                |rows: &[(String, String)]| Block::Rows { rows: rows.to_vec(), inset: *inset };
            let cuts = (1..rows.len()).map(|cut| rows.split_at(cut));
            cuts.map(|(head, tail)| parts((some(head), some(tail)))).collect()
        }
        Block::Items(items) => {
            let some =
                |items: &[String], before| Part { block: Block::Items(items.to_vec()), before };
            let cuts = (1..items.len()).map(|cut| items.split_at(cut));
            cuts.map(|(head, tail)| (some(head, part.before), some(tail, part.before + head.len())))
                .collect()
        }
        Block::Paragraph { text, style, indented } => {
            let lines = flow.broken(text, &paragraph(flow, *style, *indented));
            let some = |lines: &[String], indented: bool| Block::Paragraph {
                text: lines.join("\n"),
                style: *style,
                indented,
            };
            let cuts = (2..lines.len().saturating_sub(1)).map(|cut| lines.split_at(cut));
            cuts.map(|(head, tail)| parts((some(head, *indented), some(tail, false)))).collect()
        }
        _ => vec![],
    }
}
