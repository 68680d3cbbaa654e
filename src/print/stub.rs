//! What is torn off at the foot of a page: lines under the line where it is cut.
//!
//! # Why
//! Somebody fills it in with a pen, in a hurry, in another office. So boxes to be ticked stand under
//! each other, told apart from what is to be written beside them: what has two blanks or more
//! between it stands in columns. Where that leaves a line too little room it is set like any text.
use crate::print::{
    block::{Block, SMALL},
    flow::{Flow, Strip},
};

/// The room between the line where it is torn off and what stands above and below it.
const TORN: f32 = 3.0;

/// Columns between two that stand side by side.
const BETWEEN: f32 = 2.0;

/// A line: words, and how far from the left edge of the body they stand.
type Row = Vec<(f32, String)>;

/// What it says, line by line.
fn rows(flow: &Flow, blocks: &[Block]) -> Vec<Row> {
    let stubs = blocks.iter().filter_map(|block| match block {
        Block::Stub(lines) => Some(lines),
        _ => None,
    });
    let lines: Vec<&String> = stubs.flatten().collect();
    let columns = columns(flow, &lines);
    let row = |line: &String| match beside(flow, &cells(line), &columns) {
        Some(row) => vec![row],
        None => broken(flow, line, 0.0).into_iter().map(|text| vec![(0.0, text)]).collect(),
    };
    lines.into_iter().flat_map(row).collect()
}

/// What stands side by side in a line.
fn cells(line: &str) -> Vec<&str> {
    line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect()
}

/// Where each column begins. What stands last in its line may go on to the margin.
fn columns(flow: &Flow, lines: &[&String]) -> Vec<f32> {
    let mut starts = vec![0.0];
    for nth in 0.. {
        let here = lines.iter().filter_map(|line| {
            let cells = cells(line);
            let cell = cells.get(nth)?;
            (nth + 1 < cells.len()).then(|| flow.extent(cell, SMALL))
        });
        let Some(widest) = here.reduce(f32::max) else { break };
        starts.push(starts[nth] + widest + BETWEEN * flow.column());
    }
    starts
}

/// The cells in their columns, if there are several and each has room there.
fn beside(flow: &Flow, cells: &[&str], columns: &[f32]) -> Option<Row> {
    let placed = cells.iter().zip(columns).map(|(cell, x)| {
        let mut lines = broken(flow, cell, *x).into_iter();
        let text = lines.next().filter(|_| lines.next().is_none())?;
        (x + flow.extent(&text, SMALL) <= flow.page.body).then_some((*x, text))
    });
    if cells.len() > 1 { placed.collect() } else { None }
}

fn broken(flow: &Flow, text: &str, x: f32) -> Vec<String> {
    flow.broken(text, &strip(flow, x))
}

fn strip(flow: &Flow, x: f32) -> Strip {
    Strip::new(x, flow.page.body - x, SMALL)
}

/// The room that a stub takes at the foot of the page.
pub(crate) fn height(flow: &Flow, blocks: &[Block]) -> f32 {
    let rows = rows(flow, blocks);
    if rows.is_empty() {
        return 0.0;
    }
    rows.iter().fold(2.0 * TORN, |height, _| height + flow.pitch(SMALL))
}

/// Sets a stub below that height, under the line where it is torn off.
pub(crate) fn set(flow: &mut Flow, blocks: &[Block], top: f32) {
    let rows = rows(flow, blocks);
    if rows.is_empty() {
        return;
    }
    flow.y = top;
    flow.rule(TORN, 0.25);
    flow.y = top + 2.0 * TORN;
    for row in rows {
        let y = flow.y;
        for (x, text) in row {
            let strip = strip(flow, x);
            flow.y = flow.set(vec![text], &strip, y);
        }
    }
}
