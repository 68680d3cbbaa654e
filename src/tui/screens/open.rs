//! From a route to its screen: the one place that knows them all.
use crate::{
    desk::counter::Desk,
    fault::Fault,
    tui::{
        screen::{Opened, Route},
        screens::{
            letter::Issued, move_on::MoveOn, news::News, receipt::Slip, refer::Refer,
            referral::Trail, request::CaseFile,
        },
    },
};

/// Opens the screen of a route.
pub fn open(route: &Route, desk: &mut Desk) -> Opened {
    match route {
        // front
        Route::Home
        | Route::Find { .. }
        | Route::Walkin
        | Route::Question
        | Route::Resident(_)
        | Route::NewResident { .. }
        | Route::EditResident(_)
        | Route::NewRequest { .. }
        | Route::List(_)
        | Route::Drafts => Err(Fault::Missing { what: "layar" }),

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
