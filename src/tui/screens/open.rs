//! From a route to its screen: the one place that knows them all.
use crate::{
    desk::counter::Desk,
    fault::Fault,
    tui::{
        screen::{Opened, Route},
        screens::{
            clerk, clerks, drafts, duty, find, home, institution, institutions, letter::Issued,
            letter_rule, letter_rules, list, move_on::MoveOn, new_request, news::News, office,
            question, receipt::Slip, refer::Refer, referral::Trail, request::CaseFile, resident,
            resident_form, safe, service, services, settings, setup::Setup, show_nik::ShowNik,
            walkin,
        },
    },
};

/// Opens the screen of a route.
pub fn open(route: &Route, desk: &mut Desk) -> Opened {
    match route {
        Route::Home if desk.is_new() => Setup::open(desk),
        _ if desk.is_new() => Err(Fault::NoOffice),

        // front
        Route::Home => home::Home::open(desk),
        Route::Find { then } => find::Find::open(desk, *then),
        Route::Walkin => walkin::Walkin::open(desk),
        Route::Question => question::begin(desk),
        Route::ResumeQuestion(slot) => question::resume(desk, slot),
        Route::Resident(id) => resident::Card::open(desk, *id),
        Route::Duty(duty) => duty::open(desk, *duty),
        Route::ShowNik(id) => ShowNik::open(desk, *id),
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
        Route::Settings => settings::open(desk),
        Route::Office => office::open(desk),
        Route::Safe { code, first } => safe::Safe::open(desk, code, *first),
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
