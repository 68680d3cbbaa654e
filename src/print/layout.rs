//! Blocks onto one page: the largest type that fits, or a refusal; nothing is ever clipped.
//!
//! # Why
//! A letter that spills onto a second page is what offices complain of most, one that nobody can
//! read comes next, and one that loses a line is worse. So every size and leading is tried from the
//! largest on, and what fits none is left to [`crate::print::pages`]. The QR square stands in the lower right corner, because the copies are listed in the
//! lower left one: side by side they cost a full letter no height.
use crate::{
    fault::Fault,
    print::{
        block::{BODY, Block, Corner, SMALL, STRONG, Signature, Style},
        flow::{Flow, INSET, Strip},
        format::{Format, LEADINGS},
        page::{Anchor, Page, Paper, Square},
        stub,
    },
};

/// The narrowest that a value may become, in millimetres, before words at the right get a line of
/// their own.
const NARROWEST: f32 = 85.0;

/// The columns for copies at the left, and for the words of the QR square at the right of them.
const COPIES: f32 = 40.0;
const WORDS: f32 = 26.0;

/// Lays blocks out on one page of that paper.
pub fn lay(blocks: &[Block], format: &Format, paper: Paper) -> Result<Page, Fault> {
    let tries = format.sizes.iter().flat_map(|size| LEADINGS.map(|leading| (*size, leading)));
    for (size, leading) in tries.chain(format.tightest.iter().copied()) {
        let body = format.body(paper, size);
        let mut flow = Flow::new(body, format.top, (size, leading));
        for block in blocks {
            place(&mut flow, block, format);
        }
        flow.clear(f32::INFINITY);
        let end = format.end(paper) - stub::height(&flow, blocks);
        if feet(&mut flow, blocks, (end, format.square)) && flow.fits(end) {
            stub::set(&mut flow, blocks, end);
            return Ok(flow.page);
        }
    }
    Err(Fault::Overflow)
}

/// Sets the squares in the lower right corner, given the end of the body and the side of a square;
/// false where other lines stand in their way.
pub(crate) fn feet(flow: &mut Flow, blocks: &[Block], room: (f32, f32)) -> bool {
    blocks.iter().all(|block| match block {
        Block::Code { content, words, corner: Corner::Foot } => {
            foot(flow, content.as_deref(), words, room)
        }
        _ => true,
    })
}

/// The strip of a paragraph where the pen is.
pub(crate) fn paragraph(flow: &Flow, style: Style, indented: bool) -> Strip {
    let indent = if indented { INSET * flow.column() } else { 0.0 };
    Strip { indent, ..Strip::new(0.0, flow.room(), style) }
}

/// Sets one block where the pen is.
pub(crate) fn place(flow: &mut Flow, block: &Block, format: &Format) {
    let room = flow.room();
    match block {
        Block::Gap => {
            flow.y += flow.gap();
            flow.clear(flow.pitch(BODY));
        }
        Block::Centred(text, style) => {
            flow.write(text, &Strip::new(0.0, room, *style).anchored(Anchor::Centre));
        }
        Block::DoubleRule => {
            flow.clear(f32::INFINITY);
            flow.rule(1.2, 0.9);
            flow.rule(2.3, 0.25);
            flow.y += 3.0;
        }
        Block::ThinRule => {
            flow.clear(f32::INFINITY);
            flow.rule(1.0, 0.25);
            flow.y += 2.0;
        }
        Block::Right(text) => right(flow, text),
        Block::Rows { rows, inset } => table(flow, rows, if *inset { INSET } else { 0.0 }),
        Block::Paragraph { text, style, indented } => {
            flow.write(text, &paragraph(flow, *style, *indented));
        }
        Block::Items(items) => listed(flow, items, 0),
        Block::Copies { heading, items } => {
            let strip = Strip::new(0.0, COPIES * flow.column(), SMALL);
            flow.write(heading, &strip);
            list(flow, items, &strip, 0);
        }
        Block::Signatures(signers) => sign(flow, signers, format.signing),
        Block::Code { content, corner: Corner::Right, .. } => {
            beside(flow, content.as_deref(), format.square);
        }
        Block::Code { corner: Corner::Foot, .. } | Block::Stub(_) => {}
    }
}

/// Words at the right: beside what follows, or on a line of their own where they are long.
fn right(flow: &mut Flow, text: &str) {
    flow.clear(f32::INFINITY);
    let strip = Strip::new(0.0, flow.page.body, BODY).anchored(Anchor::Right);
    let lines = flow.broken(text, &strip);
    let column = flow.column();
    let longest = lines.iter().map(|line| flow.extent(line, BODY)).fold(0.0, f32::max);
    let left = flow.page.body - longest - 2.0 * column;
    let end = flow.set(lines, &strip, flow.y);
    if left >= NARROWEST {
        flow.float(end - flow.y, left);
    } else {
        flow.y = end;
    }
}

/// Labels, colons and values, each in a column of its own.
fn table(flow: &mut Flow, rows: &[(String, String)], inset: f32) {
    let column = flow.column();
    let longest = rows.iter().map(|(label, _)| flow.extent(label, BODY)).fold(0.0, f32::max);
    let labels = (longest / column + 0.95).floor().min(30.0);
    let (x, colon) = (inset * column, (inset + labels + 1.0) * column);
    let start = colon + 2.0 * column;
    for (label, value) in rows {
        let left = Strip::new(x, colon - x, BODY);
        let right = Strip::new(start, flow.room() - start, BODY);
        let (labels, values) = (flow.broken(label, &left), flow.broken(value, &right));
        let top = flow.y;
        let end = flow.set(labels, &left, top);
        flow.set(vec![":".to_owned()], &Strip::new(colon, column, BODY), top);
        flow.y = flow.set(values, &right, top).max(end).max(top + flow.pitch(BODY));
    }
}

/// Sets items of a list in the body, of which so many stand elsewhere before these.
pub(crate) fn listed(flow: &mut Flow, items: &[String], before: usize) {
    let inset = INSET * flow.column();
    list(flow, items, &Strip::new(inset, flow.room() - inset, BODY), before);
}

/// "1. …" lines with hanging numbers.
fn list(flow: &mut Flow, items: &[String], strip: &Strip, before: usize) {
    let long = before + items.len() > 99;
    let hang = if long { 5.0 } else { 4.0 } * flow.column();
    for (nth, item) in (before + 1..).zip(items) {
        let (x, y) = (strip.x, flow.y);
        flow.set(vec![format!("{nth}.")], &Strip::new(x, hang, strip.style), y);
        flow.write(item, &Strip::new(x + hang, strip.width - hang, strip.style));
    }
}

/// Signers side by side, their names on the same line.
fn sign(flow: &mut Flow, signers: &[Signature], room: f32) {
    flow.clear(f32::INFINITY);
    let width = 38.0 * flow.column();
    let places = [flow.page.body - width, 0.0];
    let top = flow.y;
    let strips: Vec<_> = signers
        .iter()
        .rev()
        .zip(places)
        .map(|(signer, x)| (signer, Strip::new(x, width, BODY).anchored(Anchor::Centre)))
        .collect();
    let (mut opened, mut below) = (top, top);
    for (signer, strip) in strips.iter().rev() {
        let lines = flow.broken(&signer.opening, strip);
        opened = opened.max(flow.set(lines, strip, top));
    }
    for (signer, strip) in strips.iter().rev() {
        let lines = flow.broken(&signer.role, strip);
        below = below.max(flow.set(lines, strip, opened));
    }
    let line = below + room * flow.tightness() - flow.pitch(BODY);
    for (signer, strip) in strips.iter().rev() {
        let bold = Strip { style: STRONG, ..*strip };
        let names = flow.broken(&signer.name, &bold);
        let under = flow.set(names, &bold, line);
        let numbers = flow.broken(&signer.number, strip);
        let end = flow.set(numbers, strip, under);
        flow.y = flow.y.max(end);
    }
}

/// A square in the lower right corner with its words left of it; false where other lines stand in
/// their way.
fn foot(flow: &mut Flow, code: Option<&str>, words: &[String], (end, side): (f32, f32)) -> bool {
    let taken = code.map_or(0.0, |_| side + 1.5 * flow.column());
    let (x, width) = (flow.page.body - taken - WORDS * flow.column(), WORDS * flow.column());
    let strip = Strip::new(x, width, SMALL).anchored(Anchor::Right);
    let lines: Vec<_> = words.iter().flat_map(|text| flow.broken(text, &strip)).collect();
    let height = flow.pitch(SMALL) * lines.iter().fold(0.0, |height, _| height + 1.0);
    let top = end - height.max(code.map_or(0.0, |_| side)) - flow.gap();
    let free = flow.free((flow.page.left + x - flow.column(), top));
    if let Some(content) = code {
        let (x, content) = (flow.page.left + flow.page.body - side, content.to_owned());
        flow.page.squares.push(Square { x, y: end - side, side, content });
    }
    flow.set(lines, &strip, end - height);
    free
}

/// A square at the right margin that what follows flows past.
fn beside(flow: &mut Flow, code: Option<&str>, side: f32) {
    let Some(content) = code else { return };
    let (x, y) = (flow.page.left + flow.page.body - side, flow.y);
    flow.page.squares.push(Square { x, y, side, content: content.to_owned() });
    flow.float(side + 1.0, flow.page.body - side - 2.0 * flow.column());
}
