//! Blocks over as many pages as they take.
//!
//! # Why
//! A letter must keep to its one page, at whatever size; a copy of everything that is held about
//! somebody is as long as it is. Here the size stands, and a page ends where the next block does
//! not fit any more; rows are parted between two of them, so that no label loses its value.
use chrono::NaiveDate;

use crate::{
    fault::Fault,
    print::{
        block::{Block, SMALL},
        flow::{Flow, Strip},
        format::{Format, LEADINGS, LETTER},
        layout::place,
        page::{Anchor, Document, Page, Paper},
    },
};

/// The size of the body text in points, and its leading.
const TYPE: (f32, f32) = (10.5, LEADINGS[2]);

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

fn pages(blocks: &[Block], title: &str, paper: Paper) -> Result<Vec<Page>, Fault> {
    let format = &LETTER;
    let mut done = vec![];
    let mut flow = blank(format, paper);
    let mut rest: std::collections::VecDeque<Block> = blocks.iter().cloned().collect();
    while let Some(block) = rest.pop_front() {
        if let Some(next) = fitting(&flow, &block, (format, paper)) {
            flow = next;
            continue;
        }
        let (head, tail) = parted(&flow, block, (format, paper));
        if let Some(head) = head {
            flow = head;
        } else if flow.page.lines.is_empty() {
            return Err(Fault::Overflow);
        }
        rest.push_front(tail);
        done.push(std::mem::replace(&mut flow, blank(format, paper)));
    }
    done.push(flow);
    let of = done.len();
    let numbered = done.into_iter().enumerate().map(|(nth, mut flow)| {
        flow.y = format.end(paper) - FOOT / 2.0;
        let text = format!("{title} · halaman {} dari {of}", nth + 1);
        let width = flow.page.body;
        flow.write(&text, &Strip::new(0.0, width, SMALL).anchored(Anchor::Centre));
        flow.page
    });
    Ok(numbered.collect())
}

fn blank(format: &Format, paper: Paper) -> Flow {
    Flow::new(format.body(paper, TYPE.0), format.top, TYPE)
}

/// The page with the block on it, if it fits.
fn fitting(flow: &Flow, block: &Block, (format, paper): (&Format, Paper)) -> Option<Flow> {
    let mut tried = flow.clone();
    place(&mut tried, block, format);
    tried.clear(f32::INFINITY);
    tried.fits(format.end(paper) - FOOT).then_some(tried)
}

/// The page with as many rows of the block on it as fit, if any do, and what is left of it.
fn parted(flow: &Flow, block: Block, on: (&Format, Paper)) -> (Option<Flow>, Block) {
    let many = match &block {
        Block::Rows { rows, .. } => rows.len(),
        _ => 0,
    };
    for keep in (1..many).rev() {
        let (head, tail) = match &block {
            Block::Rows { rows, inset } => {
                let part =
                    |rows: &[(String, String)]| Block::Rows { rows: rows.to_vec(), inset: *inset };
                (part(&rows[..keep]), part(&rows[keep..]))
            }
            _ => break,
        };
        if let Some(head) = fitting(flow, &head, on) {
            return (Some(head), tail);
        }
    }
    (None, block)
}
