//! The answers that describe a request that was saved.
use std::fmt::Display;

use crate::{
    domain::{
        choice::Choice,
        nik::Nik,
        request::{Cover, Paper, Request},
    },
    form::{
        field::{Draft, Field, YES},
        request::{
            BASIS, CALLER, CALLER_PHONE, CHANNEL, CONFIDENTIAL, ENDED, FACILITY, FACILITY_LETTER,
            KIND, MEMBER, MEMBER_CARD, MEMBER_NIK, NEED, PAPERS, PURPOSE, SERVICE, TIE, URGENT,
            WORDS,
        },
    },
};

/// The answers that describe this request, the NIK of a member masked; with [`kept`] they make it
/// again.
#[must_use]
pub fn answers(request: &Request) -> Draft {
    let mut draft = Draft::default();
    draft.put(KIND.id, request.kind.code());
    draft.put(CHANNEL.id, request.channel.code());
    put(&mut draft, &SERVICE, request.service.as_ref());
    put(&mut draft, &WORDS, request.words.as_ref());
    put(&mut draft, &PURPOSE, request.purpose.as_ref());
    for (field, marked) in [(&URGENT, request.urgent), (&CONFIDENTIAL, request.confidential)] {
        draft.put(field.id, if marked { YES } else { "" });
    }
    put(&mut draft, &BASIS, request.basis.map(Choice::code));
    put(&mut draft, &TIE, request.caller.tie.as_ref());
    put(&mut draft, &CALLER, request.caller.name.as_ref());
    put(&mut draft, &CALLER_PHONE, request.caller.phone.as_ref());
    let brought = request.papers.iter().filter(|paper| paper.brought.is_some());
    draft.put(PAPERS.id, brought.map(told).collect::<Vec<_>>().join("; "));
    if let Some(cover) = &request.cover {
        covered(&mut draft, cover);
    }
    draft
}

/// These answers, the masked NIK of a member replaced by the one that is known.
#[must_use]
pub fn kept(draft: &Draft, known: &Request) -> Draft {
    let mut draft = draft.clone();
    let nik = known.cover.as_ref().and_then(|cover| cover.member_nik);
    if let Some(nik) = nik.filter(|nik| draft.text(&MEMBER_NIK).trim() == nik.masked()) {
        draft.put(MEMBER_NIK.id, nik.to_string());
    }
    draft
}

/// A paper as the form tells it.
fn told(paper: &Paper) -> String {
    if paper.code.is_empty() { format!("lainnya: {}", paper.name) } else { paper.code.clone() }
}

fn covered(draft: &mut Draft, cover: &Cover) {
    put(draft, &MEMBER, cover.member.as_ref());
    put(draft, &MEMBER_NIK, cover.member_nik.map(Nik::masked));
    put(draft, &MEMBER_CARD, cover.card.as_ref());
    put(draft, &ENDED, cover.ended);
    put(draft, &NEED, cover.need.map(Choice::code));
    put(draft, &FACILITY, cover.facility.as_ref());
    put(draft, &FACILITY_LETTER, cover.facility_letter.as_ref());
}

fn put(draft: &mut Draft, field: &Field, answer: Option<impl Display>) {
    draft.put(field.id, answer.map(|answer| answer.to_string()).unwrap_or_default());
}
