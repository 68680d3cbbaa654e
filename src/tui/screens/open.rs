//! From a route to its screen: the one place that knows them all.
use crate::{
    desk::counter::Desk,
    fault::Fault,
    tui::{
        screen::{Opened, Route},
        screens::{
            clerk, clerks, institution, institutions, letter_rule, letter_rules, office, service,
            services, settings, setup::Setup,
        },
    },
};

/// Opens the screen of a route.
pub fn open(route: &Route, desk: &mut Desk) -> Opened {
    match route {
        Route::Home if desk.is_new() => Setup::open(desk),

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
        | Route::Receipt(_) => Err(Fault::Missing { what: "layar ini" }),

        // office
        Route::Settings => settings::open(desk),
        Route::Office => office::open(desk),
        Route::Clerks => clerks::open(desk),
        Route::Clerk(id) => clerk::open(desk, *id),
        Route::Institutions => institutions::open(desk),
        Route::Institution(code) => institution::open(desk, code.as_deref()),
        Route::Services => services::open(desk),
        Route::Service(code) => service::open(desk, code),
        Route::LetterRules => letter_rules::open(desk),
        Route::LetterRule(code) => letter_rule::open(desk, code),
    }
}
