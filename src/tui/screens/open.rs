//! From a route to its screen: the one place that knows them all.
use crate::{
    desk::counter::Desk,
    fault::Fault,
    tui::screen::{Opened, Route},
};

/// Opens the screen of a route.
pub fn open(route: &Route, desk: &mut Desk) -> Opened {
    let _ = desk;
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
        Route::Request(_)
        | Route::MoveOn(_)
        | Route::Refer(_)
        | Route::Referral { .. }
        | Route::News { .. }
        | Route::Letter { .. }
        | Route::Receipt(_) => Err(Fault::Missing { what: "layar" }),

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
