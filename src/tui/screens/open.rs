//! From a route to its screen: the one place that knows them all.
use crate::{
    desk::{audit, counter::Desk, letters},
    domain::id::Id,
    fault::Fault,
    store::record::Table,
    tui::{
        screen::{Opened, Route},
        screens::{
            agenda, aid, aid_note, alike, backup_folder, backups::Backups, bundle, clerk, clerks,
            deeds, drafts, duty, filter, filters, find, history, home, import::Import,
            import_file::ImportFile, imports::Imports, institution, institutions,
            key_files::Handout, letter::Issued, letter_rule, letter_rules, list, merge, merge_with,
            move_on::MoveOn, new_request, news::News, numbers, office, original_wording::Original,
            passphrase, printers, question, refer::Refer, referral::Trail, request::CaseFile,
            request_form, resident, resident_form, safe, sample_letter::Sample, service, services,
            settings, setup::Setup, show_nik, slip::Handed, stub, twins, walkin, wording::Wording,
            wordings::Pieces, write,
        },
    },
};

/// Opens the screen of a route; where it shows a restricted record, that is noted first.
pub fn open(route: &Route, desk: &mut Desk) -> Opened {
    if let Some(record) = shown(route) {
        audit::opened(desk, record)?;
    }
    match route {
        Route::Home if desk.is_new() => Setup::open(desk),
        _ if desk.is_new() => Err(Fault::NoOffice),

        // front
        Route::Home => home::Home::open(desk),
        Route::Find { then } => find::Find::open(desk, *then),
        Route::Filter(now) => filter::open(desk, now),
        Route::Filters(now) => filters::Filters::open(desk, now),
        Route::KeepFilter(now) => filter::keep(desk, now),
        Route::ChangeFilter(id) => filter::change(desk, *id),
        Route::Walkin => walkin::Walkin::open(desk),
        Route::Question => question::begin(desk),
        Route::ResumeQuestion(slot) => question::resume(desk, slot),
        Route::Resident(id) => resident::Card::open(desk, *id),
        Route::Aid(id) => aid::open(desk, *id),
        Route::AidNote { who, of } => aid_note::open(desk, *who, *of),
        Route::ShowNik(id) => show_nik::open(desk, *id),
        Route::Duty(duty) => duty::open(desk, *duty),
        Route::NewResident { typed, then } => resident_form::begin(desk, typed, *then),
        Route::ResumeResident(slot) => resident_form::resume(desk, slot),
        Route::EditResident(id) => resident_form::mend(desk, *id),
        Route::Alike { typed, of, known } => alike::Review::open(desk, (typed, *of), known),
        Route::MergeWith(id) => merge_with::MergeWith::open(desk, *id),
        Route::Twins => twins::Pairs::open(desk),
        Route::Merge(one, other) => merge::Join::open(desk, *one, *other),
        Route::NewRequest { subject, kind } => new_request::open(desk, *subject, *kind),
        Route::List(which) => list::List::open(desk, *which),
        Route::Drafts => drafts::Drafts::open(desk),

        // case
        Route::Request(id) => CaseFile::open(desk, *id),
        Route::EditRequest(id) => request_form::mend(desk, *id),
        Route::MoveOn(id) => MoveOn::open(desk, *id),
        Route::Refer(id) => Refer::open(desk, *id),
        Route::Referral { request, ticket } => Trail::open(desk, *request, *ticket),
        Route::News { request, ticket } => News::open(desk, *request, *ticket),
        Route::Letter { request, ticket } => match letters::asks(desk, *request, *ticket)? {
            Some(first) => write::of_referral(desk, (*request, *ticket), first),
            None => Issued::open(desk, *request, *ticket),
        },
        Route::Write { kind, request } => write::of_kind(desk, kind, *request),
        Route::Correct(id) => write::correcting(desk, *id),
        Route::Posted(id) => Issued::shown(desk, *id),
        Route::Stub(id) => stub::Stub::open(desk, *id),
        Route::Agenda(year) => agenda::Agenda::open(desk, *year),
        Route::Waiting(year) => bundle::Waiting::open(desk, *year),
        Route::HoldNumbers => numbers::hold(desk),
        Route::HandLetter(serial) => numbers::hand(desk, *serial),
        Route::VoidLetter(id) => numbers::void(desk, *id),
        Route::Receipt(id) => Handed::receipt(desk, *id),
        Route::Slip(kind, request, answers) => Handed::filled(desk, kind, *request, answers),
        Route::History(table, id) => history::History::open(desk, (*table, *id)),
        Route::Deeds(officer) => deeds::Deeds::open(desk, *officer),

        // office
        Route::Settings => settings::open(desk),
        Route::Office => office::open(desk),
        Route::OwnPassphrase => passphrase::own(desk),
        Route::Passphrase(id) => passphrase::given(desk, *id),
        Route::Safe { code, first } => safe::Safe::open(desk, code, *first),
        Route::KeyFiles => Handout::open(desk),
        Route::Clerks => clerks::open(desk),
        Route::Clerk(id) => clerk::open(desk, *id),
        Route::Institutions => institutions::open(desk),
        Route::Institution(code) => institution::open(desk, code.as_deref()),
        Route::Services => services::open(desk),
        Route::Service(code) => service::open(desk, code),
        Route::Printers => printers::list(desk),
        Route::Printer(of) => printers::one(desk, of),
        Route::LetterRules => letter_rules::open(desk),
        Route::Backups => Backups::open(desk),
        Route::BackupFolder => backup_folder::open(desk),
        Route::Imports => Imports::open(desk),
        Route::ImportFile => ImportFile::open(desk),
        Route::Import(named) => Import::open(desk, named),
        Route::LetterRule(code) => letter_rule::open(desk, code),
        Route::Wordings(kind) => Pieces::open(desk, kind.as_deref()),
        Route::Wording(code) => Wording::open(desk, code),
        Route::OriginalWording(code) => Original::open(code),
        Route::SampleLetter { piece, text } => Sample::open(desk, piece, text),
    }
}

/// The record of which a screen shows more than a line in a list would. A slip shows less, and the
/// forms that ask about a step or for a reason show nothing of it.
const fn shown(route: &Route) -> Option<(Table, Id)> {
    match route {
        Route::Resident(id)
        | Route::EditResident(id)
        | Route::Aid(id)
        | Route::AidNote { who: id, .. } => Some((Table::Resident, *id)),
        Route::Request(id)
        | Route::EditRequest(id)
        | Route::Referral { request: id, .. }
        | Route::Letter { request: id, .. } => Some((Table::Request, *id)),
        Route::Posted(id) | Route::Correct(id) | Route::Stub(id) => Some((Table::Letter, *id)),
        Route::History(table, id) => Some((*table, *id)),
        Route::Home
        | Route::Find { .. }
        | Route::Walkin
        | Route::Question
        | Route::ResumeQuestion(_)
        | Route::ShowNik(_)
        | Route::Duty(_)
        | Route::NewResident { .. }
        | Route::ResumeResident(_)
        | Route::Filter(_)
        | Route::Filters(_)
        | Route::KeepFilter(_)
        | Route::ChangeFilter(_)
        | Route::Alike { .. }
        | Route::MergeWith(_)
        | Route::Merge(..)
        | Route::Twins
        | Route::NewRequest { .. }
        | Route::MoveOn(_)
        | Route::Refer(_)
        | Route::News { .. }
        | Route::Receipt(_)
        | Route::Deeds(_)
        | Route::List(_)
        | Route::Drafts
        | Route::Settings
        | Route::Office
        | Route::Safe { .. }
        | Route::OwnPassphrase
        | Route::Passphrase(_)
        | Route::Backups
        | Route::BackupFolder
        | Route::Imports
        | Route::ImportFile
        | Route::Import(_)
        | Route::KeyFiles
        | Route::Clerks
        | Route::Clerk(_)
        | Route::Institutions
        | Route::Institution(_)
        | Route::Services
        | Route::Service(_)
        | Route::Agenda(_)
        | Route::Write { .. }
        | Route::Waiting(_)
        | Route::Slip(..)
        | Route::HoldNumbers
        | Route::HandLetter(_)
        | Route::VoidLetter(_)
        | Route::Printers
        | Route::Printer(_)
        | Route::LetterRules
        | Route::LetterRule(_)
        | Route::Wordings(_)
        | Route::Wording(_)
        | Route::OriginalWording(_)
        | Route::SampleLetter { .. } => None,
    }
}
