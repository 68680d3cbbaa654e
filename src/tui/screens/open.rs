//! From a route to its screen: the one place that knows them all.
use crate::{
    desk::counter::Desk,
    fault::Fault,
    tui::{
        screen::{Opened, Route},
        screens::{
            drafts, find, home, letter::Issued, list, move_on::MoveOn, new_request, news::News,
            question, receipt::Slip, refer::Refer, referral::Trail, request::CaseFile, resident,
            resident_form, walkin,
        },
    },
};

/// Opens the screen of a route.
pub fn open(route: &Route, desk: &mut Desk) -> Opened {
    match route {
        // front
        Route::Home => home::Home::open(desk),
        Route::Find { then } => find::Find::open(desk, *then),
        Route::Walkin => walkin::Walkin::open(desk),
        Route::Question => question::begin(desk),
        Route::ResumeQuestion(slot) => question::resume(desk, slot),
        Route::Resident(id) => resident::Card::open(desk, *id),
        Route::NewResident { typed, then } => resident_form::begin(desk, typed, *then),
        Route::ResumeResident(slot) => resident_form::resume(desk, slot),
        Route::EditResident(id) => resident_form::mend(desk, *id),
        Route::NewRequest { subject, kind } => new_request::open(desk, *subject, *kind),
        Route::List(which) => list::List::open(desk, *which),
        Route::Drafts => drafts::Drafts::open(desk),

        // case
        Route::Request(id) => CaseFile::open(desk, *id),
        Route::MoveOn(id) => MoveOn::open(desk, *id),
        Route::Refer(id) => Refer::open(desk, *id),
        Route::Referral { request, ticket } => Trail::open(desk, *request, *ticket),
        Route::News { request, ticket } => News::open(desk, *request, *ticket),
        Route::Letter { request, ticket } => Issued::open(desk, *request, *ticket),
        Route::Receipt(id) => Slip::open(desk, *id),

        // office
        Route::Settings
        | Route::Office
        | Route::Clerks
        | Route::Clerk(_)
        | Route::Institutions
        | Route::Institution(_)
        | Route::Services
        | Route::Service(_)
        | Route::LetterRules
        | Route::LetterRule(_) => Err(Fault::Missing { what: "layar" }),
    }
}
