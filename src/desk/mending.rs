//! Correcting a request that was saved: what was said, by whom, and which papers came.
//!
//! # Why
//! The law gives everyone the right to have their data corrected, and a clerk with a queue ticks
//! the wrong paper. The kind and the service stay: number, road and promise hang on them, and a
//! request of the wrong kind is cancelled and taken anew. Letters that went out stay as they are.
use crate::{
    desk::counter::Desk,
    domain::{
        date::Day,
        id::Id,
        may::Action,
        reject::Reject,
        request::{Paper, Request},
    },
    fault::Fault,
    form::{
        field::Draft,
        request::{KIND, PAPERS, PaperTold, SERVICE, asked, says_something},
        request_answers::{self, kept},
    },
    store::item::Kept as _,
};

/// Replaces what was said of a request by these answers. A masked NIK among them stays as it is.
pub fn mend(desk: &mut Desk, id: Id, draft: &Draft) -> Result<Request, Fault> {
    let mut request: Request = desk.allowed(id, Action::MendRequest)?;
    desk.unlimited(request.subject)?;
    let known = request_answers::answers(&request);
    let mut told = kept(draft, &request);
    for fixed in [&KIND, &SERVICE] {
        told.put(fixed.id, known.text(fixed));
    }
    says_something(&told)?;
    let asked = asked(&told, &desk.ground()?)?;
    request.papers = brought(&request.papers, &asked.papers, Day(desk.today()))?;
    (request.channel, request.urgent, request.basis) = (asked.channel, asked.urgent, asked.basis);
    (request.words, request.purpose) = (asked.words, asked.purpose);
    (request.caller, request.cover) = (asked.caller, asked.cover);
    desk.commit("ubah permohonan", vec![request.clone().item()])?;
    Ok(request)
}

/// The papers of a request, those that were told brought: today, where they were not before.
fn brought(papers: &[Paper], told: &[PaperTold], today: Day) -> Result<Vec<Paper>, Fault> {
    let is = |paper: &Paper, told: &PaperTold| match told {
        PaperTold::Listed(code) => paper.code == code.0,
        PaperTold::Other(name) => paper.code.is_empty() && paper.name == *name,
    };
    let mut all: Vec<Paper> = papers
        .iter()
        .map(|paper| {
            let came = told.iter().any(|told| is(paper, told));
            let brought = came.then(|| paper.brought.unwrap_or(today));
            Paper { brought, ..paper.clone() }
        })
        // One that nobody asked for stands there only because it was brought.
        .filter(|paper| !paper.code.is_empty() || paper.brought.is_some())
        .collect();
    for told in told.iter().filter(|told| !papers.iter().any(|paper| is(paper, told))) {
        let PaperTold::Other(name) = told else {
            return Err(Fault::Rejected { field: PAPERS.id, why: Reject::NotOffered });
        };
        let (code, name, brought) = (String::new(), name.clone(), Some(today));
        all.push(Paper { code, name, required: false, brought });
    }
    Ok(all)
}
